"""Tables read off pictures: the sums decide which reading of an amount holds, and which amounts are proved.

A parent is the sum of its children, so a misread digit shows. Where readings of a row differ, or a
glyph may have been taken for another one, the reading that makes its sums close is taken, if it is the only
one. What no sum proves is marked; a table whose totals do not close is no reading of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from parser.budget_code import BY_SIDE
from parser.dataclass import dataclass
from parser.document import Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, ParseErrorKind
from parser.records import Line, SourcePlace
from parser.tables.identities import Identity, identities
from parser.tables.table import Table, read_table
from parser.text.amounts import is_amount, is_nil, parse_amount
from parser.text.letters import DASHES

# Digits that are taken for one another in a picture.
_ALIKE = {
    "0": "689", "1": "74", "2": "7", "3": "859", "4": "19",
    "5": "638", "6": "085", "7": "12", "8": "3065", "9": "0354",
}  # fmt: skip
_MOST = 200  # rows of a table that sums may settle; a page with more is not read, it is guessed
_TOTALS = tuple(BY_SIDE.values())
_OF_TOTALS = (DiscrepancyKind.TOTAL, DiscrepancyKind.DEFICIT)


def is_scanned(rows: Iterable[Row]) -> bool:
    """Whether rows were read off a picture."""
    return any(row.rivals is not None for row in rows)


def read_scanned(rows: Sequence[Row], unit: int, file: str) -> Table:
    """Reads the rows of a table that stands on a picture, as `read_table` does.

    Args:
        rows: with their rivals.
        unit: tenge in one printed unit.
        file: the file's name, for messages.

    Raises:
        ParseError: `scanned-sum` where a total does not close, `scanned-total` where it is not there, and
            what `read_table` raises.
    """
    rows = [_readable(row) for row in rows]
    table = read_table(rows, unit, file)
    made_up: set[SourcePlace] = set()  # where the rows stand whose amount no reading has
    for _ in range(_MOST):
        choice = _best_choice(table.lines, {row.at: row for row in rows}, unit)
        if choice is None:
            break
        if not choice.read:
            made_up.add(choice.row.at)
        rows = [choice.row if row.at == choice.row.at else row for row in rows]
        table = read_table(rows, unit, file)
    _refuse_open_totals(table.lines, file)
    return _marked(table, rows, made_up)


@dataclass(frozen=True, slots=True)
class _OtherAmount:
    """Another amount of a row, whether some reading has it, and how many sums more close with it."""

    row: Row
    amount: int
    read: bool
    gain: int


def _best_choice(lines: Sequence[Line], rows: Mapping[SourcePlace, Row], unit: int) -> _OtherAmount | None:
    """The one other reading of an amount that makes a sum close; None where there is none, or several."""
    broken = [identity for identity in identities(lines) if not identity.holds]
    for identity in broken:
        choices: dict[tuple[SourcePlace, int], _OtherAmount] = {}
        for line in (identity.line, *identity.parts):
            for choice in _choices(line, rows[line.at], lines, unit, len(broken)):
                choices.setdefault((line.at, choice.amount), choice)
        best = max((choice.gain for choice in choices.values()), default=0)
        likely = [choice for choice in choices.values() if choice.gain == best > 0]
        if len(likely) == 1:
            return likely[0]
    return None


def _choices(line: Line, row: Row, lines: Sequence[Line], unit: int, broken: int) -> Iterator[_OtherAmount]:
    if not _is_contested(row):
        return
    read = dict.fromkeys(filter(is_amount, _texts(row)))
    near = (other for text in read for other in _one_glyph_apart(text))
    for text in (*read, *near):
        amount = parse_amount(text, unit)
        if amount == line.amount:
            continue
        changed = [replace(other, amount=amount) if other.at == line.at else other for other in lines]
        gain = broken - sum(1 for identity in identities(changed) if not identity.holds)
        if gain > 0:
            rivals = (replace(row, rivals=()), *(row.rivals or ()))
            chosen = replace(row, cells=(*row.cells[:2], text), rivals=rivals)
            yield _OtherAmount(chosen, amount, text in read, gain)


def _texts(row: Row) -> Iterator[str]:
    """A row's amount as its readings have it."""
    yield row.cells[2]
    yield from (rival.cells[2] for rival in row.rivals or ())


def _one_glyph_apart(text: str) -> Iterator[str]:
    """An amount with one digit taken for another, one digit less, or its minus lost or invented."""
    for index, letter in enumerate(text):
        if letter.isdigit():
            for other in _ALIKE.get(letter, ""):
                yield text[:index] + other + text[index + 1 :]
            shorter = text[:index] + text[index + 1 :]
            if is_amount(shorter):
                yield shorter
    yield text.lstrip(DASHES).strip() if text[:1] in DASHES else f"-{text}"


def _readable(row: Row) -> Row:
    """A row with the likeliest reading of its amount that is one."""
    if not row.rivals or is_amount(row.cells[2]) or is_nil(row.cells[2]):
        return row
    readable = next((rival for rival in row.rivals if is_amount(rival.cells[2])), None)
    if readable is None:
        return row
    rivals = (replace(row, rivals=()), *row.rivals)
    return replace(row, cells=(*row.cells[:2], readable.cells[2]), rivals=rivals)


def _digits(text: str) -> str:
    """An amount or a code as readings are compared: its digits and its sign, wherever spaces stand."""
    return "".join(
        "-" if letter in DASHES else letter for letter in text if letter in DASHES or letter.isdigit()
    )


def _is_contested(row: Row) -> bool:
    """Whether readings of a row's amount differ; what a reading did not see differs as well."""
    return any(_digits(rival.cells[2]) != _digits(row.cells[2]) for rival in row.rivals or ())


def _has_sure_code(row: Row) -> bool:
    return all(_digits(rival.cells[0]) == _digits(row.cells[0]) for rival in row.rivals or ())


def _refuse_open_totals(lines: Sequence[Line], file: str) -> None:
    """Refuses a table whose totals do not close, or are not there."""
    paths = {line.path for line in lines}
    for section in _TOTALS:
        if section not in paths and any(line.section is section for line in lines):
            first = next(line for line in lines if line.section is section)
            raise ParseError(
                ParseErrorKind.SCANNED_TOTAL, file, first.at, first.printed, section=section.value
            )
    for identity in identities(lines):
        if identity.kind in _OF_TOTALS and not identity.holds:
            line = identity.line
            raise ParseError(
                ParseErrorKind.SCANNED_SUM, file, line.at, line.printed,
                name=line.name, amount=line.amount, expected=identity.expected,
            )  # fmt: skip


def _marked(table: Table, rows: Sequence[Row], made_up: Collection[SourcePlace]) -> Table:
    """The lines, those that no sum proves marked as read from a picture, and what stays uncertain."""
    by_place = {row.at: row for row in rows}
    found, lines = Findings(table.findings), table.lines
    unsure_paths = [line.path for line in lines if not _has_sure_code(by_place[line.at])]
    proved = _proved(lines, by_place, made_up)
    marked: list[Line] = []
    for line in lines:
        row = by_place[line.at]
        is_placed = not any(f"{line.path}/".startswith(f"{path}/") for path in unsure_paths)
        sure = line.at in proved and is_placed
        marked.append(replace(line, doubt=line.doubt if sure or row.rivals is None else Doubt.SCANNED))
        if not _has_sure_code(row):
            codes = dict.fromkeys(each.cells[0] for each in (row, *(row.rivals or ())))
            found.add(FindingKind.CODE_UNSURE, row.at, name=line.name, codes=" / ".join(filter(None, codes)))
        if any(_letters(rival.cells[1]) != _letters(row.cells[1]) for rival in row.rivals or ()):
            found.add(FindingKind.NAME_UNSURE, row.at, name=line.name)
    open_count = sum(1 for line in marked if line.doubt is Doubt.SCANNED)
    found.add(FindingKind.SCANNED, lines[0].at, proved=len(lines) - open_count, unproved=open_count)
    return Table(tuple(marked), tuple(found))


def _letters(text: str) -> str:
    return "".join(text.split())


def _proved(
    lines: Sequence[Line], rows: Mapping[SourcePlace, Row], made_up: Collection[SourcePlace]
) -> set[SourcePlace]:
    """The places of the lines whose amounts are proved.

    - A sum of several amounts that holds proves all of them if all but one at most were read alike each time:
      the one follows from the others.
    - A parent and its only child have the same digits, which may be misread alike. They are proved only if
      one of them stands in another sum that proves it.
    - An amount that no reading has and the sums alone gave proves nothing, and is not proved.

    Args:
        lines: the table.
        rows: the printed row of each, with its other readings.
        made_up: the places of amounts that the sums alone gave.
    """
    left = {line.at for line in lines if _is_contested(rows[line.at])}
    sums = [(each, {line.at for line in (each.line, *each.parts)}) for each in identities(lines)]
    facts = [(each, places) for each, places in sums if each.holds and places.isdisjoint(made_up)]
    proved: set[SourcePlace] = set()
    while grown := [
        places
        for identity, places in facts
        if not places <= proved and len(places & left) < 2 and (_mixes(identity) or places & proved)
    ]:
        proved = proved.union(*grown)
        left -= proved
    return proved


def _mixes(identity: Identity) -> bool:
    """Whether a sum has several parts, so that its digits are not those of one of them."""
    return sum(1 for part in identity.parts if part.amount) > 1
