"""What the CSV form of an edition states of its decision, key by key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.records import Decision, DecisionKind, DecisionRef
from parser.text.amounts import parse_unit

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class DeclaredHead:
    """The head of the form. Every method raises ParseError `csv-value` for a value that is none.

    Example:
        `DeclaredHead({"year": "2013", "unit": "мың теңге", …}, "a.csv").year()` → 2013
    """

    values: Mapping[str, str]
    file: str

    def place(self) -> str:
        """Whose budget it is."""
        return self.values["place"]

    def year(self) -> int:
        """The budget year of the table."""
        return self._read("year", int)

    def unit(self) -> int:
        """Tenge in one printed unit."""
        return self._read("unit", _unit)

    def appendix(self) -> str | None:
        """The number of the table's appendix."""
        return self._optional("appendix")

    def decision(self) -> Decision:
        """The decision that set the table: an amendment, where it names no kind but a decision it amends."""
        amends_number = self._optional("amends_number")
        amends = DecisionRef(amends_number, self._date("amends_date")) if amends_number else None
        usual = DecisionKind.AMENDMENT if amends else DecisionKind.ORIGINAL
        years = self._read("budget_years", _years) if self._optional("budget_years") else None
        return Decision(
            kind=self._read("decision_kind", DecisionKind) if self._optional("decision_kind") else usual,
            body=self._optional("body"),
            place=self.place(),
            number=self.values["decision_number"],
            date=self._read("decision_date", dt.date.fromisoformat),
            registration_number=self._optional("registration_number"),
            registration_date=self._date("registration_date"),
            title=self._optional("title"),
            amends=amends,
            amended_by=self._read("amended_by", _refs) if self._optional("amended_by") else (),
            budget_years=years,
            in_force_from=self._date("in_force_from"),
            url=self._optional("url"),
        )

    def _optional(self, key: str) -> str | None:
        return self.values.get(key) or None

    def _date(self, key: str) -> dt.date | None:
        return self._read(key, dt.date.fromisoformat) if self._optional(key) else None

    def _read(self, key: str, read: Callable[[str], _T]) -> _T:
        try:
            return read(self.values[key])
        except ValueError as error:
            found = self.values[key]
            raise ParseError(ParseErrorKind.CSV_VALUE, self.file, found=found, key=key) from error


def _unit(text: str) -> int:
    unit = parse_unit(text)
    if unit is None:
        raise ValueError(text)
    return unit


def _years(text: str) -> tuple[int, int]:
    """`2013-2015`, or one year."""
    years = [int(year) for year in text.split("-")]
    return years[0], years[-1]


def _refs(text: str) -> tuple[DecisionRef, ...]:
    """`2013-04-08 № 12-3; 2013-05-24 № 13-3`."""
    pairs = [part.partition("№") for part in text.split(";") if part.strip()]
    return tuple(
        DecisionRef(number.strip(), dt.date.fromisoformat(date.strip())) for date, _, number in pairs
    )
