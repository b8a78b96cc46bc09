"""Table rows → lines of an edition: sections, levels, paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace

from parser import budget_code
from parser.budget_code import (
    BY_SIDE,
    Side,
    path_of_row,
    section_by_number,
    section_of,
    section_of_block,
    side_of,
)
from parser.dataclass import dataclass
from parser.document import Row
from parser.errors import ParseError
from parser.kinds import Counted, Doubt, FindingKind, Lack, ParseErrorKind
from parser.readers.labels import label_level, opens_header
from parser.records import Finding, Level, Line, Section
from parser.tables.codeless import CodelessRows, EmptyTitles
from parser.tables.costs import OTHER_AMOUNT, Coded
from parser.tables.deficit_sign import with_deficit_sign
from parser.tables.levels import Solution, Unplaced, solve
from parser.tables.odd_levels import PlacedRow, odd_rows
from parser.tables.proof import count_broken, unproved
from parser.tables.row_amounts import RowAmounts, groups_by_spaces, ways_to_cut, ways_to_part
from parser.text.amounts import ends_in_number, read_amount

_MAX_RUN = 6_000  # rows of one section; the republic's own budget has under two thousand


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one edition and what stayed uncertain in them."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _TableRun:
    """Rows with codes that follow one another in one section."""

    section: Section
    total: int | None
    rows: list[Row] = field(default_factory=list)
    sides: list[Side | None] = field(default_factory=list)  # of the header above each row


@dataclass(frozen=True, slots=True)
class _Plain:
    """A row without a code: a section's total or a balance."""

    row: Row
    path: str


def find_lack(rows: Iterable[Row]) -> Lack | None:
    """What a table lacks to be a budget, and no list of programs, land sales or districts.

    A budget prints two sections at least, with amounts, and rows with codes between them.

    Returns:
        None where it lacks nothing.
    """
    sections: set[str] = set()
    coded = amounts = 0
    for row in rows:
        if row.header or not any(row.cells[2:]):
            continue
        amounts += 1
        if row.cells[0]:
            coded += 1
            if row.section:
                sections.add(row.section)
        elif path := row.section or path_of_row(row.cells[1]) or section_by_number(row.cells[1]):
            sections.add(section_of(path))
    if not amounts:
        return Lack.AMOUNTS
    if len(sections) < 2 or sections.isdisjoint(BY_SIDE.values()):
        return Lack.SECTIONS
    return Lack.CODES if coded < 2 else None


def read_table(rows: Iterable[Row], unit: int, file: str) -> Table:
    """Reads the rows of one edition.

    Args:
        rows: header rows and body rows in print order, of one table or of several that follow
            one another.
        unit: tenge in one printed unit.
        file: the file's name, for messages.

    Raises:
        ParseError: `unreadable-row` for a row that has no place in a budget, `unreadable-amount`,
            `no-rows` where nothing is left to read, `limit`.
    """
    rows = list(rows)
    ways = ways_to_part(rows)
    if len(ways) == 1:
        return _read(rows, unit, file)
    tables: list[Table] = []
    for thousands in ways:
        try:
            tables.append(_read(rows, unit, file, thousands))
        except ParseError as error:  # decimals of tenge, where a tenge has no parts
            if error.kind is not ParseErrorKind.UNREADABLE_AMOUNT or (thousands is ways[-1] and not tables):
                raise
    return _most_plausible(tables, rows, file)


def _most_plausible(tables: Sequence[Table], rows: Iterable[Row], file: str) -> Table:
    """The table whose sums hold, of those that differ in whether a sign parts thousands or decimals.

    Raises:
        ParseError: `unreadable-amount` where the sums do not say which it is.
    """
    broken = [count_broken(table.lines) for table in tables]
    best = [table for table, count in zip(tables, broken, strict=True) if count == min(broken)]
    row = next(row for row in rows if not row.header and (read := read_amount(row.cells[2])) and read.either)
    if len(best) > 1:
        raise ParseError(ParseErrorKind.UNREADABLE_AMOUNT, file, row.at, row.printed)
    if not min(broken):
        return best[0]
    doubt = Finding(FindingKind.THOUSANDS_OR_DECIMALS, row.at, {"printed": row.cells[2]})
    return Table(best[0].lines, (*best[0].findings, doubt))


def _read(rows: Sequence[Row], unit: int, file: str, thousands: frozenset[str] = frozenset()) -> Table:
    """Reads rows whose amounts part thousands by certain signs."""
    amounts = RowAmounts(unit, file, thousands, groups_by_spaces(rows))
    amounts.check_unit(rows)
    lines: list[Line] = []
    placed: list[PlacedRow] = []
    for part in _parts(rows, amounts):
        if isinstance(part, _Plain):
            lines.extend(_plain_lines(part, len(lines) + 1, amounts))
        else:
            lines.extend(_run_lines(part, len(lines) + 1, amounts, placed))
    lines = with_deficit_sign(lines)
    odd = {row.at for row in odd_rows(placed)}
    for row in rows:
        if row.doubt is Doubt.UNSURE or (row.at in odd and not row.header):
            name = " ".join(row.cells) if row.header else row.cells[1] or row.cells[0]
            amounts.findings.add(FindingKind.CELLS_UNSURE, row.at, name=name)
    if not lines:
        first = rows[0] if rows else None
        raise ParseError(
            ParseErrorKind.NO_ROWS, file, first.at if first else None, first.printed if first else None
        )
    for line in unproved(lines, amounts.doubtful):
        raise ParseError(ParseErrorKind.UNREADABLE_AMOUNT, file, line.at, line.printed)
    doubted = (replace(line, doubt=line.doubt or Doubt.UNSURE) if line.at in odd else line for line in lines)
    return Table(tuple(doubted), tuple(amounts.findings))


def _parts(rows: Sequence[Row], amounts: RowAmounts) -> list[_Plain | _TableRun]:
    """The table as balance rows and runs of coded rows, in print order."""
    parts: list[_Plain | _TableRun] = []
    side: Side | None = None
    section: Section | None = None
    total: int | None = None
    comes_again = False  # a half of the budget that was printed above
    codeless = CodelessRows(rows)
    titles = EmptyTitles(amounts.findings)
    for row in rows:
        if row.header:
            side = next(filter(None, map(_side_of_label, row.cells)), side)
        elif not row.cells[0]:
            path = codeless.path(row, section)
            if path is None:
                comes_again |= path_of_row(row.cells[1]) in {*BY_SIDE.values()} - {section}
                _set_aside(row, amounts)
                continue
            section, comes_again = section_of(path), False
            printed = bool(row.cells[2]) or not row.table or ends_in_number(row.cells[1])
            total = amounts.read(row) if path == section and printed else None
            titles.end(path)
            if printed:
                parts.append(_Plain(row, path))
            else:
                titles.begin(row, path)
        elif comes_again:
            _set_aside(row, amounts)
        else:
            titles.end(None)
            last = parts[-1] if parts else None
            here = row.section or section or _first_section(row, side)
            if not isinstance(last, _TableRun) or last.section != here:
                last = _TableRun(here, total if here == section else None)
                parts.append(last)
            last.rows.append(row)
            last.sides.append(side)
            if len(last.rows) > _MAX_RUN:
                raise ParseError.limit(amounts.file, Counted.ROWS, _MAX_RUN, row.at)
    titles.end(Section.REVENUE)
    return parts


def _side_of_label(text: str) -> Side | None:
    if (level := label_level(text)) is not None:
        return side_of(level)
    return opens_header(text)


def _first_section(row: Row, side: Side | None) -> Section:
    """The section of coded rows above which none is named: what their side and their level say."""
    if row.level is not None and row.column is None:
        side = side_of(row.level)
    return BY_SIDE[side or Side.RECEIPTS]


def _set_aside(row: Row, amounts: RowAmounts) -> None:
    """Passes over a row that is no line of a budget, and says so.

    Raises:
        ParseError: `unreadable-row` in a print without columns, where such a row means that its rows were
            cut wrongly.
    """
    if not row.table and not budget_code.is_outside(row.cells[1]):
        raise ParseError(ParseErrorKind.UNREADABLE_ROW, amounts.file, row.at, row.printed)
    amounts.findings.add(FindingKind.ROW_SET_ASIDE, row.at, printed=row.printed[:100])


def _plain_lines(plain: _Plain, number: int, amounts: RowAmounts) -> Iterator[Line]:
    """The line of a row without a code; none where it prints no amount."""
    amount = amounts.read(plain.row)
    if amount is None:
        amounts.findings.add(
            FindingKind.AMOUNT_MISSING, plain.row.at, name=plain.row.cells[1], path=plain.path
        )
    else:
        yield Line(
            path=plain.path,
            level=budget_code.depth(plain.path),
            section=section_of(plain.path),
            codes=(),
            name=plain.row.cells[1],
            amount=amount,
            row=number,
            printed=plain.row.printed,
            amount_printed=" ".join(plain.row.cells[2].split()),
            at=plain.row.at,
            doubt=plain.row.doubt,
        )


def _run_lines(run: _TableRun, first: int, amounts: RowAmounts, placed: list[PlacedRow]) -> list[Line]:
    readings = [ways_to_cut(row) for row in run.rows]
    known = [
        [amounts.read(row, text) for _, text in ways] for row, ways in zip(run.rows, readings, strict=True)
    ]
    coded = [
        # Where a row stands can be told without its amount; a sum that lacks it is a broken one.
        Coded(row.cells[0], tuple(amount or 0 for amount in possible), row.level, row.table, row.column, side)
        for row, side, possible in zip(run.rows, run.sides, known, strict=True)
    ]
    solution = _solve(run, coded, amounts)
    if not solution.sure:
        amounts.findings.add(FindingKind.LEVELS_UNSURE, run.rows[0].at, section=run.section)
    lines: list[Line] = []
    stack: list[tuple[Level, str]] = []  # open levels and their printed codes
    for offset, (row, ways, assigned) in enumerate(zip(run.rows, readings, solution.rows, strict=True)):
        amount = known[offset][assigned.reading]
        placed.append(PlacedRow(row, assigned.level, run.sides[offset], run.section, amount))
        while stack and (stack[-1][0] >= assigned.level or assigned.level in budget_code.TOPS):
            stack.pop()
        stack.append((assigned.level, row.cells[0]))
        name, amount_printed = ways[assigned.reading]
        section = row.section or section_of_block(*stack[0], run.section)
        path = budget_code.join(section, stack)
        if amount is None:
            amounts.findings.add(FindingKind.AMOUNT_MISSING, row.at, name=name, path=path)
            continue
        lines.append(
            Line(
                path=path,
                level=len(stack),
                section=section,
                codes=tuple(code for _, code in stack),
                name=name,
                amount=amount,
                row=first + len(lines),
                printed=row.printed,
                amount_printed=" ".join(amount_printed.split()),
                at=row.at,
                doubt=row.doubt,
            )
        )
    return lines


def _solve(run: _TableRun, coded: list[Coded], amounts: RowAmounts) -> Solution:
    # Names that end in a number are rare: their other readings are tried only when something is odd.
    plain = [Coded(row.code, row.amounts[:1], row.level, row.table, row.column, row.side) for row in coded]
    solution = solve(plain, run.section, run.total)
    several = any(len(row.amounts) > 1 for row in coded)
    if several and (isinstance(solution, Unplaced) or solution.cost >= OTHER_AMOUNT):
        solution = solve(coded, run.section, run.total)
    if isinstance(solution, Unplaced):
        row = run.rows[solution.index]
        raise ParseError(ParseErrorKind.UNREADABLE_ROW, amounts.file, row.at, row.printed)
    return solution
