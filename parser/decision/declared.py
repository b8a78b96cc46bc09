"""What the CSV form of an edition states of its decision, key by key."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from parser.dataclass import dataclass
from parser.decision.named_places import official_place
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.records import Decision, DecisionKind, DecisionRef
from parser.text.dates import names_month
from parser.text.letters import DASHES
from parser.text.units import parse_unit
from parser.text.web_address import web_address

_T = TypeVar("_T")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*(?:г|ж)\.?|\s+0?0:00(?::00)?)?")
_DATE = re.compile(
    r"""
    \d{4}-\d{2}-\d{2} (?: [ T]00:00(?::00)? )?  # 2013-04-08; 2013-04-08T00:00
    | \d{1,2}[./]\d{1,2}[./]\d{4} (?: \s+0?0:00(?::00)? )?  # 08.04.2013; 8/4/2013 0:00
    | \d{1,2}\.0\d | 0\d\.\d{1,2}  # 20.03; 03.20
    """,
    re.VERBOSE,
)
_NAMED_MONTH = re.compile(
    r"""
    \d{1,4} [.\-\s/]+ (?P<behind> [^\W\d_]{3,} )\.? (?: [.\-\s/]+ \d{2,4} )?  # 08-апр-13; 8 апр.
    | (?P<before> [^\W\d_]{3,} )\.? [.\-\s/]+ \d{1,4}  # апр.13
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class DeclaredHead:
    """The head of the form. Every method raises ParseError `csv-value` for a value that is none.

    Example:
        `DeclaredHead({"year": "2013", "unit": "мың теңге", …}, "a.csv").year()` → 2013
    """

    values: Mapping[str, str]
    file: str

    def place(self) -> str:
        """Whose budget it is, under the one name that a listed place has in both languages."""
        return official_place(self.values["place"])

    def year(self) -> int:
        """The budget year of the table."""
        return self._read("year", int)

    def unit(self) -> int:
        """Tenge in one printed unit."""
        return self._read("unit", _unit)

    def appendix(self) -> str | None:
        """The number of the table's appendix."""
        return self._number("appendix")

    def decision(self) -> Decision:
        """The decision that set the table: an amendment, where it names no kind but a decision it amends."""
        amends_number = self._number("amends_number")
        amends = DecisionRef(amends_number, self._date("amends_date")) if amends_number else None
        usual = DecisionKind.AMENDMENT if amends else DecisionKind.ORIGINAL
        years = self._read("budget_years", _years) if self._optional("budget_years") else None
        return Decision(
            kind=self._read("decision_kind", DecisionKind) if self._optional("decision_kind") else usual,
            body=self._optional("body"),
            place=self.place(),
            number=self._number("decision_number") or "",
            date=self._read("decision_date", _date),
            registration_number=self._number("registration_number"),
            registration_date=self._date("registration_date"),
            title=self._optional("title"),
            amends=amends,
            amended_by=self._read("amended_by", _refs) if self._optional("amended_by") else (),
            budget_years=years,
            in_force_from=self._date("in_force_from"),
            url=self._read("url", _address) if self._optional("url") else None,
        )

    def _optional(self, key: str) -> str | None:
        return self.values.get(key) or None

    def _date(self, key: str) -> dt.date | None:
        return self._read(key, _date) if self._optional(key) else None

    def _number(self, key: str) -> str | None:
        """A number, refused where a spreadsheet has made a date of it: `20.мар` of `20-3`."""
        number = self._optional(key)
        if number and _is_date(number):
            raise ParseError(ParseErrorKind.CSV_NUMBER_IS_DATE, self.file, found=number, key=key)
        return number

    def _read(self, key: str, read: Callable[[str], _T]) -> _T:
        try:
            return read(self.values[key])
        except ValueError as error:
            found = self.values[key]
            raise ParseError(ParseErrorKind.CSV_VALUE, self.file, found=found, key=key) from error


def _date(text: str) -> dt.date:
    """A date as the form has it, `2013-11-13`, or as spreadsheets write it here: `13.11.2013`."""
    written = _DAY_FIRST.fullmatch(text)
    if written is None:
        return dt.date.fromisoformat(text)
    day, month, year = map(int, written.groups())
    return dt.date(year, month, day)


def _is_date(number: str) -> bool:
    """Whether what should be a number of a decision or an appendix is a date."""
    named = _NAMED_MONTH.fullmatch(number)
    word = (named["behind"] or named["before"]) if named else ""
    return _DATE.fullmatch(number) is not None or (bool(word) and names_month(word))


def _address(text: str) -> str:
    address = web_address(text)
    if address is None:
        raise ValueError(text)
    return address


def _unit(text: str) -> int:
    unit = parse_unit(text)
    if unit is None:
        raise ValueError(text)
    return unit


def _years(text: str) -> tuple[int, int]:
    """`2013-2015`, or one year."""
    years = [int(year) for year in re.split(f"[{DASHES}]", text)]
    return years[0], years[-1]


def _refs(text: str) -> tuple[DecisionRef, ...]:
    """`2013-04-08 № 12-3; 2013-05-24 № 13-3`."""
    pairs = [part.partition("№") for part in text.split(";") if part.strip()]
    return tuple(DecisionRef(number.strip(), _date(date.strip())) for date, _, number in pairs)
