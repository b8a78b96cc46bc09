"""How both languages name the parts of a budget, in a table's rows and in the text of a decision.

The names are those of the Budget Code, in the inflections and with the slips of the councils. A
row's name is heard word by word; in running text words may be run together or split, so that there
the sounds are heard as one string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache

from parser.budget_code.sections import NUMBER, SECTIONS
from parser.dataclass import dataclass
from parser.records import Section
from parser.text.folding import skeleton, sounds
from parser.text.letters import ROMAN, ROMAN_THREE, TO_ROMAN
from parser.text.word_lists import ListRow, read_list

PART_COLUMNS = ("part", "named", "words", "example")
_OUTSIDE = "-"  # in the column `part`
_SHORT = 4  # words of a name


class Named(StrEnum):
    """Where a part has a name: the column `named` of the list."""

    ROW = "row"  # some word of a row's name begins with each of the words
    SHORT_ROW = "short-row"  # the same, where the name has four words at most
    ROW_END = "row-end"  # a name of four words at most ends in this word
    NO_ROW = "no-row"  # a row's name with such a word is not the part's
    SURPLUS = "surplus"  # a row with such a word may be a surplus
    CLAUSE = "clause"  # running text has the words, one after the other
    NO_CLAUSE = "no-clause"  # such words in running text are not heard


@dataclass(frozen=True, slots=True)
class PartName:
    """What one part of a budget is told by, as it sounds. A beginning of a word has a space before it.

    Attributes:
        path: of the line; None for what is printed beside a budget and is no part of it.
        rows: of each name in a row, the beginnings that it must have.
        short_rows: the same for names of a few words.
        ends: last words of names of a few words.
        no_row: beginnings that a row's name must not have.
        surplus: beginnings by which a row may be the contrary of what the others say.
        clause: finds the part in running text without spaces.
        unheard: finds what is not heard there.
    """

    path: str | None
    rows: tuple[tuple[str, ...], ...] = ()
    short_rows: tuple[tuple[str, ...], ...] = ()
    ends: tuple[str, ...] = ()
    no_row: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    clause: re.Pattern[str] | None = None
    unheard: re.Pattern[str] | None = None

    def is_row(self, spoken: str) -> bool:
        """Whether a row is the part's: its words as they sound, a space before each."""
        named = _has_all_of_any(spoken, self.rows)
        if not named and spoken.count(" ") <= _SHORT:
            named = spoken.endswith(self.ends) or _has_all_of_any(spoken, self.short_rows)
        return named and not any(beginning in spoken for beginning in self.no_row)

    def in_text(self, spoken: str) -> bool:
        """Whether running text with these sounds, without spaces, names the part."""
        if self.unheard is not None:
            spoken = self.unheard.sub(" ", spoken)
        return self.clause is not None and self.clause.search(spoken) is not None


def _has_all_of_any(spoken: str, names: Sequence[Sequence[str]]) -> bool:
    """Whether the words that sound so begin with all the beginnings of some name."""
    for beginnings in names:
        for beginning in beginnings:
            if beginning not in spoken:
                break
        else:
            return True
    return False


def row_sounds(name: str) -> str:
    """The words of a row's name as they sound, a space before each."""
    return "".join(f" {word}" for word in sounds(name))


def sort_names(rows: Iterable[ListRow]) -> tuple[PartName, ...]:
    """The parts that rows of the list name, in their order.

    Raises:
        WordListError: a row's value of `named` does not exist.
    """
    words: dict[str, dict[Named, list[str]]] = {}
    for row in rows:
        words.setdefault(row["part"], {}).setdefault(row.target("named", Named), []).append(row["words"])
    return tuple(_part_name(part, named) for part, named in words.items())


def _part_name(part: str, words: Mapping[Named, Sequence[str]]) -> PartName:
    def beginnings(named: Named) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(f" {word}" for word in sounds(name)) for name in words.get(named, ()))

    def pattern(named: Named) -> re.Pattern[str] | None:
        return re.compile("|".join(map(_in_order, words[named]))) if named in words else None

    return PartName(
        None if part == _OUTSIDE else part,
        rows=beginnings(Named.ROW),
        short_rows=beginnings(Named.SHORT_ROW),
        ends=tuple(map(row_sounds, words.get(Named.ROW_END, ()))),
        no_row=tuple(map(row_sounds, words.get(Named.NO_ROW, ()))),
        surplus=tuple(map(row_sounds, words.get(Named.SURPLUS, ()))),
        clause=pattern(Named.CLAUSE),
        unheard=pattern(Named.NO_CLAUSE),
    )


def _in_order(words: str) -> str:
    """A regular expression's source for the sounds of words, which may be run together: `salik.*emes`."""
    return ".*".join("".join(sounds(phrase)) for phrase in words.split("…"))


@cache
def part_names() -> tuple[PartName, ...]:
    """What the parts of a budget are told by: `locales/parts.tsv`."""
    return sort_names(read_list("parts.tsv", PART_COLUMNS))


_NUMBERED = re.compile(rf"\s*(?P<number>{NUMBER}|[{ROMAN}{ROMAN_THREE}]{{1,4}})\s*[.)]")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_BY_NUMBER = {rule.number: rule.section for rule in SECTIONS.values() if rule.number}


@cache
def _any_row() -> re.Pattern[str]:
    """What a row's name has at least to be that of a part."""
    beginnings = (
        beginning
        for part in part_names()
        for beginning in (*part.ends, *(first for first, *_ in (*part.rows, *part.short_rows)))
    )
    return re.compile("|".join(dict.fromkeys(beginnings)))


def section_by_number(name: str) -> Section | None:
    """The section that a row's number names: `1.` is revenue, `VI.` financing.

    The sections of the Budget Code are numbered in its order. None for a name without such a number,
    and for one that is numbered but no part of a budget: since 2026 `VI.` may be the deficit without
    oil revenue.
    """
    match = _NUMBERED.match(name)
    if not match or is_outside(name):
        return None
    number = match["number"].translate(TO_ROMAN)
    index = int(number) if number.isdigit() else _ROMAN.get(number)
    return _BY_NUMBER[index] if index else None


def path_of_row(name: str) -> str | None:
    """The path of a row without codes, by its official name: `net_lending/loans`; None if it has none.

    Loans taken, their repayment and the balances used are named by the categories and the group
    that the classification gives them: `financing_receipts/7`, `financing_payments/16`,
    `financing_receipts/8`.
    """
    part = _part_of_row(name)
    return part.path if part else None


def is_outside(name: str) -> bool:
    """Whether a row is printed beside a budget's structure: the deficit without oil revenue."""
    part = _part_of_row(name)
    return part is not None and part.path is None


def is_deficit_alone(name: str) -> bool:
    """Whether a row is named as a deficit and as nothing else: `Дефицит бюджета`, no `Дефицит (профицит)`.

    >>> is_deficit_alone("5. Дефицит бюджета"), is_deficit_alone("5. Дефицит (профицит) бюджета")
    (True, False)

    Args:
        name: of the row.
    """
    part = _part_of_row(name)
    if part is None or part.path != Section.DEFICIT:
        return False
    spoken = row_sounds(name)
    return not any(word in spoken for word in part.surplus)


def _part_of_row(name: str) -> PartName | None:
    spoken = row_sounds(name)
    if _any_row().search(spoken) is None:  # as of nearly all rows
        return None
    return next((part for part in part_names() if part.is_row(spoken)), None)


def path_in_text(name: str) -> str | None:
    """The part of a budget that words name: `налоговым поступлениям` is `revenue/1`.

    Words may be run together or split; None when they name no part.
    """
    spoken = skeleton(name).replace(" ", "")
    return next((part.path for part in part_names() if part.in_text(spoken)), None)
