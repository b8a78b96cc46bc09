"""The amounts of one table's rows: read, or said to be missing, doubtful or none at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import chain, combinations

from parser.dataclass import dataclass
from parser.document import Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, ParseErrorKind
from parser.records import SourcePlace
from parser.text.amounts import (
    amounts_of_rows,
    has_misplaced_spaces,
    is_cross,
    is_nil,
    may_be_two,
    parse_amount,
    read_amount,
)
from parser.text.joining import tidy
from parser.text.letters import SPACES
from parser.text.units import units_in_labels

_DIGIT = re.compile(r"\d")
_TOGETHER = re.compile(r"(?<![\d\s])\d{4}")
_LONGEST = 200  # letters of such a row that an error shows
_GROUPED = re.compile(r"\d[\s\u00a0]\d{3}(?!\d)")


@dataclass(slots=True)
class RowAmounts:
    """Reads the amounts of a table.

    Attributes:
        unit: tenge in one printed unit.
        file: the file's name, for messages.
        thousands: the signs that part thousands where they might part decimals as well.
        grouped: whether the table parts its thousands by spaces.
        findings: takes what stays uncertain.
        doubtful: where the rows stand whose amount may be two numbers.
    """

    unit: int
    file: str
    thousands: frozenset[str] = frozenset()
    grouped: bool = True
    findings: Findings = field(default_factory=Findings)
    doubtful: set[SourcePlace] = field(default_factory=set)

    def read(self, row: Row, text: str | None = None) -> int | None:
        """A row's amount in tenge; 0 where a dash says so, None where nothing is printed.

        Args:
            row: the row.
            text: another reading of its amount than `row.cells[2]`.

        Raises:
            ParseError: `unreadable-amount`, `rows-in-one`.
        """
        printed = row.cells[2] if text is None else text
        if is_nil(printed) and not is_cross(printed):
            return 0
        if row.table and not _DIGIT.search(printed):
            return None
        if amounts := amounts_of_rows(printed.split("\n")):
            raise ParseError(
                ParseErrorKind.ROWS_IN_ONE, self.file, row.at, row.printed[:_LONGEST], count=len(amounts)
            )
        try:
            amount = parse_amount(printed, self.unit, self.thousands)
        except ValueError as error:
            raise ParseError(ParseErrorKind.UNREADABLE_AMOUNT, self.file, row.at, row.printed) from error
        if may_be_two(printed, grouped=self.grouped):
            self.doubtful.add(row.at)
        if has_misplaced_spaces(printed):
            self.findings.add(FindingKind.DIGITS_ODDLY_SPACED, row.at, printed=" ".join(printed.split()))
        return amount

    def check_unit(self, rows: Iterable[Row]) -> None:
        """Says where amounts name the currency alone under a header that counts in thousands or more."""
        for row in rows:
            printed = None if row.header else read_amount(row.cells[2])
            if printed and printed.in_currency and printed.scale is None and self.unit > 1:
                self.findings.add(FindingKind.UNIT_IN_AMOUNTS, row.at, printed=row.cells[2])
                return


def units_of_headers(rows: Iterable[Row]) -> frozenset[int]:
    """Tenge in one printed unit as the headers of a table's parts say it: several where they differ.

    A label may be torn: `Сумма, тысяч` stands in one row of a header, `тенге` in the next.

    >>> row = lambda label: Row((label,), SourcePlace("row", 1), "", header=True)
    >>> units_of_headers([row("Сумма, тысяч"), row("тенге")])
    frozenset({1000})
    >>> sorted(units_of_headers([row("Сумма, тысяч тенге"), row("Сумма, тенге")]))
    [1, 1000]
    """
    named: set[int] = set()
    torn: frozenset[int] = frozenset()  # `тысяч`, as long as no currency stands behind it
    for row in rows:
        said = torn | units_in_labels(row.cells) if row.header else torn
        torn = said if row.header and 1 not in said else frozenset()
        if not torn:
            named |= said - {1} or said
    return frozenset(named | torn)


def unit_of_amounts(rows: Iterable[Row]) -> int | None:
    """Tenge in one printed unit as the amounts themselves say it; None where they say none or several.

    >>> row = lambda amount: Row(("", "2. ЗАТРАТЫ", amount), SourcePlace("row", 1), "")
    >>> unit_of_amounts([row("1 240 мың теңге"), row("5")]), unit_of_amounts([row("5 тг")])
    (1000, 1)
    """
    printed = [read_amount(row.cells[2]) for row in rows if not row.header and len(row.cells) == 3]
    units = {found.scale or 1 for found in printed if found and (found.scale or found.in_currency)}
    return units.pop() if len(units) == 1 else None


def ways_to_part(rows: Sequence[Row]) -> list[frozenset[str]]:
    """In which ways the amounts of a table may part thousands: `,` in `1,240` may, or may part decimals."""
    printed = [read_amount(row.cells[2]) for row in rows if not row.header and len(row.cells) == 3]
    signs = sorted({found.either for found in printed if found and found.either})
    sets = chain.from_iterable(combinations(signs, size) for size in range(len(signs) + 1))
    return [frozenset(part) for part in sets]


def ways_to_cut(row: Row) -> list[tuple[str, str]]:
    """Name and amount text of a row in every way they may part, the likeliest first.

    `… дейінгі 18 453 000` may be an amount of 18 453 000 or a name that ends in 18.
    """
    _, name, amount = row.cells
    readings = [(name, amount)]
    if row.run_on:
        groups = re.split(f"[{SPACES}]", amount)
        for cut in range(1, len(groups)):
            if groups[cut][:1] not in ("0", ""):
                head = " ".join(groups[:cut])
                readings.append((tidy(f"{name} {head}"), " ".join(groups[cut:])))
    return readings


def groups_by_spaces(rows: Iterable[Row]) -> bool:
    """Whether a table parts thousands by spaces, not printing digits together."""
    printed = [row.cells[2] for row in rows if not row.header and len(row.cells) == 3]
    return any(map(_GROUPED.search, printed)) or not any(map(_TOGETHER.search, printed))
