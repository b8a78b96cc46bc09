"""Names of one list that no two share: official names begin alike, and offices have programs of one name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.views.clean import one_line

_CUT = "…"


def cut_apart(name: str, others: Iterable[str], limit: int) -> str:
    """A name within so many letters. One that is cut as another one shows where the two differ.

    Args:
        name: whole.
        others: those of the list, perhaps with itself.
        limit: the longest that it may be.

    Returns:
        It, or its beginning and the words from where it differs.
        >>> cut_apart("Капитальные расходы больниц города", ["Капитальные расходы больниц района"], 30)
        'Капитальные расходы… города'
    """
    cut = one_line(name, limit)
    if cut == name:
        return cut
    like = [other for other in others if other != name and one_line(other, limit) == cut]
    if not like:
        return cut
    shared = max(_count_shared(name, other) for other in like)
    begins = name.rfind(" ", 0, shared + 1) + 1 if shared < len(name) else name.rstrip().rfind(" ") + 1
    tail = one_line(name[begins:], max(limit // 2, 1))
    head = one_line(name[:begins], max(limit - len(tail) - 2, 1)).removesuffix(_CUT)
    return f"{head}{_CUT} {tail}"


def _count_shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def mark_apart(named: Sequence[tuple[str, Sequence[str]]], limit: int) -> list[str]:
    """Names, those that are shared with the first of their marks that differ.

    Args:
        named: each name, and what tells it from another of that name, best first: an office, a year, codes.
        limit: the longest that a name with its marks may be.

    Returns:
        In their order.
        >>> mark_apart([("Прочие", ["2013"]), ("Школы", ["2013"]), ("Прочие", ["2014"])], 40)
        ['Прочие (2013)', 'Школы', 'Прочие (2014)']
    """
    shown = [one_line(name, limit) for name, _ in named]
    for kind in range(max((len(marks) for _, marks in named), default=0)):
        for same in _shared(shown):
            marks = [named[number][1][kind] for number in same]
            if len(set(marks)) > 1:
                for number, mark in zip(same, marks, strict=True):
                    shown[number] = with_mark(shown[number], mark, limit)
    return shown


def _shared(shown: Sequence[str]) -> list[list[int]]:
    """The numbers of the names that are shared, by name."""
    numbers: dict[str, list[int]] = {}
    for number, name in enumerate(shown):
        numbers.setdefault(name, []).append(number)
    return [same for same in numbers.values() if len(same) > 1]


def with_mark(name: str, mark: str, limit: int) -> str:
    """A name with what tells it from another one behind it, within so many letters."""
    behind = f" ({one_line(mark, max(limit // 2, 1))})" if mark else ""
    return one_line(name, max(limit - len(behind), 1)) + behind
