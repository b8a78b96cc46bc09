"""Where a document disagrees with itself, and what is wrong with a table: said where the figure is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.amounts import figure, unit_name
from handlers.views.clean import one_line
from handlers.views.lines import codes_text
from handlers.views.message import Span, bold, italic, plain
from handlers.views.texts import Texts
from parser.budget_code import codes_of, depth, is_below, section_of
from parser.dataclass import dataclass
from parser.kinds import DiscrepancyKind
from storage.reading.records import Disagreement, EditionInfo, Fault

_CONFLICTS_SHOWN = 4
_NAME = 60  # letters of a row that could not be read
_SHOWN = 4  # a table that lost its columns has a fault in every row


def conflict_line(conflicts: Sequence[Disagreement], unit: int, texts: Texts) -> list[list[Span]]:
    """That the document disagrees with itself about a line, with both figures; nothing where it does not.

    Args:
        conflicts: of the line; the first is told, of the others how many there are.
        unit: that its figures are printed in.
        texts: the person's language.
    """
    told = list(dict.fromkeys(conflicts))
    if not told:
        return []
    said = texts.get("conflict-said", said=_conflict(told[0], unit, texts))
    if len(told) > 1:
        said = f"{said} {texts.get('conflict-more', count=len(told) - 1)}"
    return [[plain(said)]]


def conflict_lines(conflicts: Sequence[Disagreement], unit: int, texts: Texts) -> list[list[Span]]:
    """The same with all of them, a line each; of very many the first, and how many more there are."""
    told = list(dict.fromkeys(conflicts))
    lines = [
        [plain(texts.get("conflict-said", said=_conflict(each, unit, texts)))]
        for each in told[:_CONFLICTS_SHOWN]
    ]
    if len(told) > _CONFLICTS_SHOWN:
        lines.append([plain(f"• {texts.get('card-faults-more', count=len(told) - _CONFLICTS_SHOWN)}")])
    return lines


def _conflict(conflict: Disagreement, unit: int, texts: Texts) -> str:
    figures = {
        side: texts.get("conflict-nothing") if amount is None else figure(amount, unit, texts)
        for side, amount in (("printed", conflict.printed), ("expected", conflict.expected))
    }
    said = texts.get(f"conflict-{conflict.kind}", unit=unit_name(unit, texts), **figures)
    return said if conflict.certain else texts.get("conflict-unsure", said=said)


def fault_line(faults: Sequence[Fault], texts: Texts) -> list[list[Span]]:
    """That something is wrong with a table, and the first thing that is; nothing where there is none.

    Args:
        faults: of the table that a card's line stands in.
        texts: the person's language.
    """
    if not faults:
        return []
    told = _gather(faults)
    more = f"; {texts.get('card-faults-more', count=len(told) - 1)}" if len(told) > 1 else ""
    return [[plain(texts.get("card-faults-first", said=f"{_sentence(told[0], texts)}{more}"))]]


def fault_lines(faults: Sequence[Fault], texts: Texts) -> list[list[Span]]:
    """The faults of a table, those of one kind in one line; nothing where there are none.

    Args:
        faults: of the table that a card's line stands in.
        texts: the person's language.
    """
    if not faults:
        return []
    told = _gather(faults)
    lines = [[bold(texts.get("card-faults"))]]
    lines += [[plain(f"• {_sentence(each, texts)}")] for each in told[:_SHOWN]]
    if len(told) > _SHOWN:
        lines.append([plain(f"• {texts.get('card-faults-more', count=len(told) - _SHOWN)}")])
    return lines


def fault_mark(edition: EditionInfo, texts: Texts) -> list[list[Span]]:
    """That something is wrong with an edition's table, where no card says what; what was not read of it."""
    marks = [[italic(texts.get("source-faults"))]] if edition.has_faults else []
    return [*marks, *unread_mark(edition, texts)]


def unread_mark(edition: EditionInfo, texts: Texts, inside: str | None = None) -> list[list[Span]]:
    """The rows that an edition prints and that could not be read, in one sentence; nothing without any.

    Args:
        edition: whose table it is.
        texts: the person's language.
        inside: the path of the line that alone is looked into; None for the whole table.
    """
    rows = [
        row
        for row in edition.unread
        if inside is None or (row.path is not None and is_below(row.path, inside))
    ]
    if not rows:
        return []
    names = ", ".join(texts.get("unread-name", name=one_line(row.name, _NAME)) for row in rows[:_SHOWN])
    more = len(rows) - _SHOWN
    names += f", {texts.get('card-skipped-more', count=more)}" if more > 0 else ""
    key = "source-unread" if inside is None else "card-unread-inside"
    return [[italic(texts.get(key, names=names, count=len(rows)))]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A fault with the number of others like it."""

    fault: Fault
    others: int = 0


def _gather(faults: Sequence[Fault]) -> list[_Told]:
    """Faults one by one where a part is missing; rows of one kind are told by their first."""
    told: dict[tuple[DiscrepancyKind, str], _Told] = {}
    for fault in faults:
        of_row = depth(fault.path) > 0
        key = fault.kind, "" if of_row else fault.path
        if key in told:
            told[key] = replace(told[key], others=told[key].others + 1)
        else:
            told[key] = _Told(fault)
    return list(told.values())


def _sentence(told: _Told, texts: Texts) -> str:
    section = section_of(told.fault.path)
    codes = codes_text(codes_of(told.fault.path))
    name = texts.get(f"section-{section}")
    said = texts.get(f"fault-{told.fault.kind}", section=name, codes=codes)
    more = texts.get("fault-others", count=told.others) if told.others else ""
    return f"{said} {more}".strip()
