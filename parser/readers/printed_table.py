"""Table rows out of the official print, which has no columns.

The print sets a row as code, name and amount, a blank line after each row. A
name that wraps pushes the amount to a line of its own, behind another blank
line; a code may stand alone on its line too. Nothing marks a row's end, so the
blocks between blank lines are read by the cheapest sequence of steps (Viterbi
over two states: between rows, inside a row).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parser.budget_code import CODE, NUMBER, section_by_number
from parser.dataclass import dataclass
from parser.document import Row
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.records import PlaceUnit, SourcePlace
from parser.text.amounts import AMOUNT
from parser.text.joining import join_lines

_CODE = re.compile(rf"({CODE})(?=\s|$)")
_GROUPED = re.compile(r"\d[ \u00a0]\d{3}(?!\d)")
_BARE = re.compile(r"(?:^|\s)\d{4,}\s*$")
_LOOKS_LIKE_ROW = re.compile(rf"{CODE}(?=\s|$)|{NUMBER}\.")
_LETTER = re.compile(r"[^\W\d_]")
_BEAM = 8
_MAX_BLOCKS = 12_000  # a row takes two at most, and no printed budget has five thousand rows
_MARGIN = 3.0  # a reading this much dearer than the best never comes back


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line of the print with its number in the file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _OpenRow:
    """A row whose amount has not come yet."""

    code: str
    parts: tuple[str, ...]
    printed: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class _Chain:
    """Finished rows, newest first; paths that part later share what came before."""

    row: _OpenRow
    amount: str
    run_on: bool
    before: _Chain | None


@dataclass(frozen=True, slots=True)
class _RowHypothesis:
    """A way to read the blocks so far: its cost, its finished rows and an open one."""

    cost: float = 0.0
    rows: _Chain | None = None
    open: _OpenRow | None = None
    codeless: bool = False  # the last finished row had no code


def read_rows(lines: Iterable[PrintLine], file: str) -> Iterator[Row]:
    """Reads the rows of a table without its header blocks.

    Yields:
        Rows of three cells: code (or empty), name, amount as printed; `run_on` where name and
        amount stood on one line.

    Raises:
        ParseError: `unreadable-row` at the first block that fits no reading.
    """
    blocks = list(_blocks(lines))
    if len(blocks) > _MAX_BLOCKS:
        raise ParseError.limit(
            file, Counted.ROWS, _MAX_BLOCKS, SourcePlace(PlaceUnit.LINE, blocks[0][0].number)
        )
    grouped = _groups_digits(blocks)
    paths = [_RowHypothesis()]
    for block in blocks:
        after = [path for before in paths for path in _steps(before, block, grouped=grouped)]
        if not after:
            stuck = paths[0].open
            raise _unreadable(block[0] if stuck is None else PrintLine(stuck.number, stuck.printed[0]), file)
        paths = _cheapest(after)
    closed = [path for path in paths if path.open is None]
    if not closed:
        stuck = paths[0].open
        raise _unreadable(PrintLine(stuck.number, stuck.printed[0]) if stuck else blocks[-1][0], file)
    yield from _unroll(min(closed, key=lambda path: path.cost))


def _groups_digits(blocks: list[list[PrintLine]]) -> bool:
    """Whether the print groups digits by threes: it does unless many rows end in four digits or more."""
    ends = [block[-1].text for block in blocks]
    bare = sum(1 for text in ends if _BARE.search(text))
    return any(map(_GROUPED.search, ends)) or bare * 5 < len(ends)


def _unreadable(line: PrintLine, file: str) -> ParseError:
    at = SourcePlace(PlaceUnit.LINE, line.number)
    return ParseError(ParseErrorKind.UNREADABLE_ROW, file, at, line.text.strip())


def _blocks(lines: Iterable[PrintLine]) -> Iterator[list[PrintLine]]:
    """Runs of lines between blank ones."""
    block: list[PrintLine] = []
    for line in lines:
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cheapest(paths: list[_RowHypothesis]) -> list[_RowHypothesis]:
    """The best path for every state a next block could tell apart, at most `_BEAM`."""
    paths.sort(key=lambda path: path.cost)
    best: dict[tuple[_OpenRow | None, bool], _RowHypothesis] = {}
    for path in paths:
        if path.cost > paths[0].cost + _MARGIN or len(best) >= _BEAM:
            break
        best.setdefault((path.open, path.codeless), path)
    return list(best.values())


def _unroll(path: _RowHypothesis) -> Iterator[Row]:
    rows: list[Row] = []
    chain = path.rows
    while chain is not None:
        row = chain.row
        cells = (row.code, join_lines(row.parts), chain.amount)
        at = SourcePlace(PlaceUnit.LINE, row.number)
        rows.append(Row(cells, at, "\n".join(row.printed), run_on=chain.run_on))
        chain = chain.before
    yield from reversed(rows)


def _steps(path: _RowHypothesis, block: list[PrintLine], *, grouped: bool) -> Iterator[_RowHypothesis]:
    """All ways to read one more block."""
    texts = tuple(line.text.strip() for line in block)
    if path.open is None:
        yield from _begin(path, texts, block[0].number, grouped=grouped)
    else:
        yield from _go_on(path, path.open, texts, grouped=grouped)


def _begin(
    path: _RowHypothesis, texts: tuple[str, ...], number: int, *, grouped: bool
) -> Iterator[_RowHypothesis]:
    """A block that begins a row: with a code, or (sections and balances) without one."""
    match = _CODE.match(texts[0])
    if match:
        rest = texts[0][match.end() :].strip()
        yield from _named(path, _OpenRow(match.group(), (rest, *texts[1:]), texts, number), grouped=grouped)
    if _LETTER.search(texts[0]):
        numbered = section_by_number(texts[0]) is not None
        extra = 0.0 if numbered else 0.6 if path.codeless else 1.5
        if match and not numbered:
            extra += 2.0
        opened = _RowHypothesis(path.cost + extra, path.rows, None, path.codeless)
        yield from _named(opened, _OpenRow("", texts, texts, number), grouped=grouped)


def _named(path: _RowHypothesis, start: _OpenRow, *, grouped: bool) -> Iterator[_RowHypothesis]:
    """The block's row stays open, or ends with an amount at the end of its last line."""
    parts = start.parts
    split = _split_amount(parts[-1], grouped=grouped)
    if split and _LETTER.search(" ".join((*parts[:-1], split[0]))):
        # Wrapped names leave their amount to a line of its own; one-line rows carry it.
        wrapped = len([part for part in parts if part]) > 1
        done = _OpenRow(start.code, (*parts[:-1], split[0]), start.printed, start.number)
        yield _finish(path, done, split[1], 0.4 if wrapped else 0.0, run_on=bool(split[0]))
        # A name may end in a small number (`18`), hardly in one that is grouped like an amount.
        extra = 2.5 if len(split[1]) > 3 else 0.3 if wrapped else 1.6
        yield _RowHypothesis(path.cost + extra, path.rows, start, path.codeless)
    else:
        yield _RowHypothesis(path.cost, path.rows, start, path.codeless)


def _go_on(
    path: _RowHypothesis, row: _OpenRow, texts: tuple[str, ...], *, grouped: bool
) -> Iterator[_RowHypothesis]:
    """A block inside a row: its amount alone, more of its name, or the name's end with the amount."""
    more = _OpenRow(row.code, (*row.parts, *texts), (*row.printed, *texts), row.number)
    named = bool(_LETTER.search(" ".join(row.parts)))
    if len(texts) == 1 and AMOUNT.fullmatch(texts[0]):
        if named and _plausible(texts[0], grouped=grouped):
            done = _OpenRow(row.code, row.parts, more.printed, row.number)
            yield _finish(path, done, texts[0], run_on=False)
        return
    split = _split_amount(texts[-1], grouped=grouped)
    # A name goes on in another block only across a page's end, or after a code that stood alone;
    # what stands behind a lone number and begins with a code is rather the row after an amount.
    extra = 0.5 if named else 1.2 if _LOOKS_LIKE_ROW.match(texts[0]) else 0.0
    if split and _LETTER.search(" ".join((*more.parts[:-1], split[0]))):
        done = _OpenRow(row.code, (*more.parts[:-1], split[0]), more.printed, row.number)
        yield _finish(path, done, split[1], extra + 0.1, run_on=bool(split[0]))
        extra += 0.3
    yield _RowHypothesis(path.cost + extra, path.rows, more, path.codeless)


def _finish(
    path: _RowHypothesis, row: _OpenRow, amount: str, cost: float = 0.0, *, run_on: bool = True
) -> _RowHypothesis:
    return _RowHypothesis(path.cost + cost, _Chain(row, amount, run_on, path.rows), None, not row.code)


def _split_amount(text: str, *, grouped: bool) -> tuple[str, str] | None:
    """A line's text and the amount at its end, taking as many digit groups as can belong to it."""
    for match in AMOUNT.finditer(text):
        if match.end() == len(text) and (
            match.start() == 0 or text[match.start() - 1].isspace() or match.group()[0].isspace()
        ):
            amount = match.group().strip()
            if _plausible(amount, grouped=grouped):
                return text[: match.start()].strip(), amount
    return None


def _plausible(amount: str, *, grouped: bool) -> bool:
    """In a print that groups its digits, a bare `2020` is no amount, and no amount begins with 0."""
    digits = amount.lstrip("-–—− ")
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ",":
        return False
    return not (grouped and re.match(r"\d{4}", digits))
