"""How both languages name the parts of a budget, in a table's rows and in the text of a decision.

The names are those of the Budget Code, in the inflections and with the slips of the councils. A
row's name is heard word by word; in running text words may be run together or split, so that there
the sounds are heard as one string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from parser.budget_code.sections import NUMBER, SECTIONS
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
    CLAUSE = "clause"  # running text has the words, one after the other
    NO_CLAUSE = "no-clause"  # such words in running text are not heard


@dataclass(frozen=True, slots=True)
class PartName:
    """What one part of a budget is told by, as it sounds.

    Attributes:
        path: of the line; None for what is printed beside a budget and is no part of it.
        heard: by where, the words of each name; those that go on are beginnings.
    """

    path: str | None
    heard: Mapping[Named, Sequence[tuple[str, ...]]]

    def is_row(self, spoken: Sequence[str]) -> bool:
        """Whether a row with these sounds is the part's."""
        if any(word.startswith(stems) for stems in self._names(Named.NO_ROW) for word in spoken):
            return False
        names = [*self._names(Named.ROW)]
        if len(spoken) <= _SHORT:
            names += self._names(Named.SHORT_ROW)
            if (*spoken[-1:],) in self._names(Named.ROW_END):
                return True
        return any(all(_has(spoken, stem) for stem in stems) for stems in names)

    def in_text(self, spoken: str) -> bool:
        """Whether running text with these sounds, without spaces, names the part."""
        for words in self._names(Named.NO_CLAUSE):
            spoken = re.sub(words[0], " ", spoken)
        return any(re.search(words[0], spoken) for words in self._names(Named.CLAUSE))

    def _names(self, named: Named) -> Sequence[tuple[str, ...]]:
        return self.heard.get(named, ())


def _has(spoken: Iterable[str], stem: str) -> bool:
    return any(word.startswith(stem) for word in spoken)


def sort_names(rows: Iterable[ListRow]) -> tuple[PartName, ...]:
    """The parts that rows of the list name, in their order.

    Raises:
        WordListError: a row's value of `named` does not exist.
    """
    heard: dict[str, dict[Named, list[tuple[str, ...]]]] = {}
    for row in rows:
        named, words = row.target("named", Named), row["words"]
        spoken = (_in_order(words),) if named in (Named.CLAUSE, Named.NO_CLAUSE) else tuple(sounds(words))
        heard.setdefault(row["part"], {}).setdefault(named, []).append(spoken)
    return tuple(PartName(None if part == _OUTSIDE else part, names) for part, names in heard.items())


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
    spoken = sounds(name)
    return next((part.path for part in part_names() if part.is_row(spoken)), None)


def is_outside(name: str) -> bool:
    """Whether a row is printed beside a budget's structure: the deficit without oil revenue."""
    spoken = sounds(name)
    return next((part.path is None for part in part_names() if part.is_row(spoken)), False)


def path_in_text(name: str) -> str | None:
    """The part of a budget that words name: `налоговым поступлениям` is `revenue/1`.

    Words may be run together or split; None when they name no part.
    """
    spoken = skeleton(name).replace(" ", "")
    return next((part.path for part in part_names() if part.in_text(spoken)), None)
