"""Table rows → lines of an edition: sections, levels, paths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parser.amounts import SPACES, parse_amount
from parser.errors import ParseError
from parser.headers import Side, opens_header, section_by_name, section_number
from parser.levels import OTHER_READING, Coded, solve
from parser.prose import tidy
from parser.records import Level, Line, ParserWarning, Row, Section

# Digits of a code in a path, whatever was printed (the national classification's widths).
_WIDTHS = {
    Level.CATEGORY: 1, Level.CLASS: 2, Level.SUBCLASS: 1, Level.SPECIFIC: 2,
    Level.GROUP: 2, Level.SUBGROUP: 1, Level.ADMINISTRATOR: 3, Level.PROGRAM: 3, Level.SUBPROGRAM: 3,
}  # fmt: skip
_RECEIPT_SECTIONS = frozenset({Section.REVENUE, Section.FINANCING_RECEIPTS})
# The two code-less lines under a balance, in the order in which the Budget Code names them.
_BALANCE_PARTS = {
    Section.NET_LENDING: ("net_lending/loans", "net_lending/repayments"),
    Section.FINANCIAL_ASSETS: ("financial_assets/purchase", "financial_assets/sale"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one edition and what stayed uncertain in them."""

    lines: tuple[Line, ...]
    warnings: tuple[ParserWarning, ...]


@dataclass(slots=True)
class _Run:
    """Rows with codes that follow one another in one section and on one side."""

    section: Section
    side: Side
    total: int | None
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Plain:
    """A row without a code: a section's total or a balance."""

    row: Row
    path: str


def read_table(rows: Iterable[Row], unit: int, file: str) -> Table:
    """Reads the rows of one edition.

    Args:
        rows: header rows and body rows in print order.
        unit: tenge in one printed unit.
        file: the file's name, for messages.

    Raises:
        ParseError: `unreadable-row` for a row that has no place in a budget, `unreadable-amount`.
    """
    lines: list[Line] = []
    warnings: list[ParserWarning] = []
    for part in _parts(rows, unit, file):
        if isinstance(part, _Plain):
            lines.append(_plain_line(part, len(lines) + 1, unit, file))
        else:
            lines.extend(_run_lines(part, len(lines) + 1, unit, file, warnings))
    return Table(tuple(lines), tuple(warnings))


def _parts(rows: Iterable[Row], unit: int, file: str) -> list[_Plain | _Run]:
    """The table as balance rows and runs of coded rows, in print order."""
    parts: list[_Plain | _Run] = []
    side: Side | None = None
    section: Section | None = None
    total: int | None = None
    for row in rows:
        if row.header:
            side = next(filter(None, map(opens_header, row.cells)), side)
        elif not row.cells[0]:
            path = _plain_path(row, section, parts, file)
            section = Section(path.split("/")[0])
            total = _amount(row, unit, file) if path == section else None
            parts.append(_Plain(row, path))
        else:
            run_side = _side_of(row, side, section)
            run_section = row.section or _section_of(section, run_side)
            last = parts[-1] if parts else None
            if not isinstance(last, _Run) or (last.section, last.side) != (run_section, run_side):
                last = _Run(run_section, run_side, total if run_section == section else None)
                parts.append(last)
            last.rows.append(row)
    return parts


def _side_of(row: Row, side: Side | None, section: Section | None) -> Side:
    if row.level is not None:
        return Side.RECEIPTS if row.level < Level.GROUP else Side.SPENDING
    return side or (Side.SPENDING if section is Section.EXPENDITURE else Side.RECEIPTS)


def _section_of(section: Section | None, side: Side) -> Section:
    """The section of coded rows: financing splits into receipts and payments by its tables' sides."""
    if section in (Section.FINANCING, Section.DEFICIT):
        return Section.FINANCING_RECEIPTS if side is Side.RECEIPTS else Section.FINANCING_PAYMENTS
    if section is None:
        return Section.REVENUE if side is Side.RECEIPTS else Section.EXPENDITURE
    return section


def _plain_path(row: Row, section: Section | None, parts: Sequence[_Plain | _Run], file: str) -> str:
    """What a row without a code is: by its name, by its number, or by its order under a balance."""
    name = row.cells[1]
    path = section_by_name(name)
    numbered = section_number(name)
    if numbered is not None and (path is None or "/" in path):
        path = numbered
    if row.section is not None and (path is None or path.split("/")[0] != row.section):
        path = row.section
    taken = {part.path for part in parts if isinstance(part, _Plain)}
    if (path is None or path in taken) and section in _BALANCE_PARTS:
        path = next((part for part in _BALANCE_PARTS[section] if part not in taken), None)
    if path is None or path in taken:
        raise ParseError("unreadable-row", file, str(row.at), row.printed)
    return str(path)


def _plain_line(plain: _Plain, number: int, unit: int, file: str) -> Line:
    section = Section(plain.path.split("/")[0])
    return Line(
        path=plain.path,
        level=plain.path.count("/"),
        section=section,
        codes=(),
        name=plain.row.cells[1],
        amount=_amount(plain.row, unit, file),
        row=number,
        printed=plain.row.printed,
        amount_printed=plain.row.cells[2],
        at=plain.row.at,
    )


def _amount(row: Row, unit: int, file: str, text: str | None = None) -> int:
    try:
        return parse_amount(row.cells[2] if text is None else text, unit)
    except ValueError as error:
        raise ParseError("unreadable-amount", file, str(row.at), row.printed) from error


def _readings(row: Row) -> list[tuple[str, str]]:
    """Name and amount text of a row in every way they may part, the likeliest first.

    `… дейінгі 18 453 000` may be an amount of 18 453 000 or a name that ends in 18.
    """
    _, name, amount = row.cells
    readings = [(name, amount)]
    if row.run_on:
        groups = re.split(f"[{SPACES}]", amount)
        for cut in range(1, len(groups)):
            if groups[cut][0] != "0":
                head = " ".join(groups[:cut])
                readings.append((tidy(f"{name} {head}"), " ".join(groups[cut:])))
    return readings


def _run_lines(run: _Run, first: int, unit: int, file: str, warnings: list[ParserWarning]) -> list[Line]:
    readings = [_readings(row) for row in run.rows]
    coded = [
        Coded(row.cells[0], tuple(_amount(row, unit, file, text) for _, text in ways), row.level)
        for row, ways in zip(run.rows, readings, strict=True)
    ]
    # Names that end in a number are rare: their other readings are tried only when something is odd.
    plain = [Coded(row.code, row.amounts[:1], row.level) for row in coded]
    solution = solve(plain, run.side, run.total)
    if solution is None or solution.cost >= OTHER_READING:
        solution = solve(coded, run.side, run.total)
    if solution is None:
        row = _first_unplaced(run, coded)
        raise ParseError("unreadable-row", file, str(row.at), row.printed)
    if not solution.sure:
        at = run.rows[0].at
        warnings.append(ParserWarning(f"levels of the {run.section} rows are not certain", str(at)))
    lines: list[Line] = []
    stack: list[tuple[Level, str]] = []  # open levels and their printed codes
    for offset, (row, ways, assigned) in enumerate(zip(run.rows, readings, solution.rows, strict=True)):
        while stack and stack[-1][0] >= assigned.level:
            stack.pop()
        stack.append((assigned.level, row.cells[0]))
        name, amount_printed = ways[assigned.reading]
        lines.append(
            Line(
                path=_path(run.section, stack),
                level=len(stack),
                section=run.section,
                codes=tuple(code for _, code in stack),
                name=name,
                amount=coded[offset].amounts[assigned.reading],
                row=first + offset,
                printed=row.printed,
                amount_printed=amount_printed,
                at=row.at,
            )
        )
    return lines


def _first_unplaced(run: _Run, coded: list[Coded]) -> Row:
    """The row at which no assignment of levels is left."""
    low, high = 0, len(coded)
    while low < high:  # solvable(n) holds up to the bad row and never after it
        middle = (low + high + 1) // 2
        if solve(coded[:middle], run.side, None) is None:
            high = middle - 1
        else:
            low = middle
    return run.rows[low]


def _path(section: Section, stack: Sequence[tuple[Level, str]]) -> str:
    """A line's identity: a subgroup is a level of its own but no part of what stands below it."""
    own = stack[-1][0]
    codes = [
        str(int(code)).zfill(_WIDTHS[level])
        for level, code in stack
        if level is not Level.SUBGROUP or own is Level.SUBGROUP
    ]
    return "/".join((section, *codes))
