"""What a question finds: the lines that may be meant, as the search and as the views know them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parser.records import Language, Section
from storage.answering.edition import Asked
from storage.reading.address import LineAddress
from storage.reading.lines import PrintedLine
from storage.reading.records import EditionInfo
from storage.search.rank import Candidate


@dataclass(frozen=True, slots=True)
class Match:
    """A line that may be meant, enough of it for a button or an inline title."""

    address: LineAddress
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Mapping[Language, str]
    parent_names: Mapping[Language, str]  # the nearest parent's; empty for a section's total
    amount: int
    unit: int
    score: float  # 0 to 1
    edition: EditionInfo  # that the amount is printed in

    @property
    def path(self) -> str:
        """The line's path."""
        return self.address.path

    @property
    def place(self) -> str:
        """The place whose budget it is."""
        return self.edition.budget.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Candidate):
    """A path that may be meant, with its line in the edition it is in."""

    asked: Asked
    line: PrintedLine
