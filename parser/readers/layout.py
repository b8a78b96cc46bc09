"""Text by its place on the page: words → lines → tables that have no rules.

The same for a PDF page (places in points) and for plain text whose columns are held
by spaces (places in characters). Amounts end at one right edge; codes stand left of
the names; a name that wraps belongs to the row nearest to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.amounts import is_amount
from parser.headers import is_label, is_name_label, is_numbering, is_whole_label
from parser.readers.grid import Cell, GridRow

_LETTER = re.compile(r"[^\W\d_]")
_CODE = re.compile(r"\d{1,3}")
_BREAK = 12  # lines without an amount that end one
# A further appendix ends a table, however near its first amount.
_STAMP = re.compile(r"(?i)қосымша\s*$|^\s*приложение\b")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box; y grows downwards."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Halfway from left to right."""
        return (self.left + self.right) / 2

    @property
    def centre(self) -> float:
        """Halfway from top to bottom."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The upper edge of the tallest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge of the deepest word."""
        return max(word.bottom for word in self.words)


def lines_of(words: Sequence[Word]) -> list[TextLine]:
    """Words as lines from the top: what overlaps by half its height is on one line.

    Boxes are those of the letters, so a dash is a sliver inside its line.
    """
    lines: list[list[Word]] = []
    tallest: Word | None = None
    for word in sorted(words, key=lambda word: (word.centre, word.left)):
        if tallest is not None and _beside(word, tallest):
            lines[-1].append(word)
            tallest = max(tallest, word, key=lambda one: one.bottom - one.top)
        else:
            lines.append([word])
            tallest = word
    return [TextLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def _beside(word: Word, other: Word) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0.5 * min(word.bottom - word.top, other.bottom - other.top)


def join_wrapped(lines: Sequence[str]) -> str:
    """Lines of a cell or a paragraph as one text: a word parted by a hyphen closes up."""
    text = ""
    for line in lines:
        part = " ".join(line.split())
        if part:
            glue = "" if not text or (text.endswith("-") and not text.endswith(" -")) else " "
            text += glue + part
    return text


def find_tables(lines: Sequence[TextLine], few: int = 4) -> Iterator[tuple[bool, int, int]]:
    """Parts lines into running text and tables.

    Args:
        lines: from the top.
        few: how many lines must end in an amount for there to be a table at all.

    Yields:
        Whether a run of lines is a table, and its bounds, from the first line to the last.
    """
    start = 0
    for first, last in _zones(lines, few):
        if start < first:
            yield False, start, first
        yield True, first, last
        start = last
    if start < len(lines):
        yield False, start, len(lines)


def read_rows(lines: Sequence[TextLine], numbers: Iterator[int]) -> Iterator[GridRow]:
    """The rows of a table without rules; `numbers` gives each line its number in the source."""
    run: list[tuple[TextLine, int]] = []
    label: float | None = None
    for line, number in zip(lines, numbers, strict=False):
        if not _heads(line):
            run.append((line, number))
            continue
        yield from _run_rows(run, label)
        label = label if not run else None
        run = []
        for segment in _segments(line):
            if is_name_label(_said(segment)):
                label = segment[0].left
        yield GridRow(tuple(_cell(segment) for segment in _segments(line)), number)
    yield from _run_rows(run, label)


def _run_rows(run: Sequence[tuple[TextLine, int]], label: float | None) -> Iterator[GridRow]:
    """The rows under one header, which may have other columns than those under the next.

    Names begin where most of them do, or further left, where the label over them begins.
    """
    edge = _name_edge([line for line, _ in run])
    name_left = edge if label is None else min(edge, label)
    return _grouped([_take_apart(line, name_left, number) for line, number in run])


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of a table: what it holds of a row."""

    codes: tuple[Word, ...]
    name: tuple[Word, ...]
    amounts: tuple[tuple[Word, ...], ...]
    number: int


def _segments(line: TextLine) -> list[tuple[Word, ...]]:
    """A line's words, parted where the gap is wider than a space."""
    segments: list[list[Word]] = []
    for word in line.words:
        if segments and word.left - segments[-1][-1].right <= 1.2 * max(word.bottom - word.top, 1.0):
            segments[-1].append(word)
        else:
            segments.append([word])
    return [tuple(segment) for segment in segments]


def _said(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _cell(words: Sequence[Word], text: str | None = None) -> Cell:
    left, right = round(words[0].left), round(words[-1].right)
    return Cell((_said(words) if text is None else text,), left, max(right - left, 1))


def _amounts_at_end(line: TextLine) -> list[tuple[Word, ...]]:
    """The amounts that a line ends in, each parted by a gap from what stands before."""
    segments = _segments(line)
    start = len(segments)
    while start and is_amount(_said(segments[start - 1])):
        start -= 1
    return segments[start:]


def _size(lines: Sequence[TextLine]) -> float:
    """The usual height of a line: what distances are measured by."""
    heights = sorted(line.bottom - line.top for line in lines)
    return max(heights[len(heights) // 2], 1.0) if heights else 1.0


def _hits(lines: Sequence[TextLine], few: int) -> list[int]:
    """The lines that end in an amount after a gap, or are one where such amounts end."""
    ending = [(index, line) for index, line in enumerate(lines) if _amounts_at_end(line)]
    gapped = {index for index, line in ending if _LETTER.search(line.text)}
    if len(gapped) < few:
        return []
    size = _size(lines)
    edges = {round(lines[index].right / size) for index in gapped}
    near = {edge + step for edge in edges for step in (-1, 0, 1)}
    return [i for i, line in ending if i in gapped or round(line.right / size) in near]


def _zones(lines: Sequence[TextLine], few: int) -> Iterator[tuple[int, int]]:
    """Runs of lines that are a table: from its header or first amount to its last row."""
    hits = _hits(lines, few)
    index = begun = 0
    while index < len(hits):
        stop = index
        while stop + 1 < len(hits) and _goes_on(lines[hits[stop] + 1 : hits[stop + 1]]):
            stop += 1
        if stop - index + 1 >= min(few, 2):
            first, last = hits[index], hits[stop] + 1
            while first > begun and _heads(lines[first - 1]):
                first -= 1
            while last < len(lines) and _wraps(lines[last], lines[last - 1], lines[hits[stop]]):
                last += 1
            if few == 1 or _is_tabular(lines[first:last]):
                yield first, last
                begun = last
        index = stop + 1


def _is_tabular(lines: Sequence[TextLine]) -> bool:
    """Whether lines have a header or codes: justified text can end in amounts after wide gaps as well."""
    return any(map(_heads, lines)) or sum(1 for line in lines if _CODE.fullmatch(line.words[0].text)) >= 2


def _goes_on(between: Sequence[TextLine]) -> bool:
    """Whether lines without an amount leave a table whole."""
    words = [line for line in between if not _heads(line)]
    return len(words) <= _BREAK and not any(_STAMP.search(line.text) for line in words)


def _wraps(line: TextLine, before: TextLine, row: TextLine) -> bool:
    """Whether a line under a table's last row is the rest of that row's name: close, and set in as far."""
    size = max(before.bottom - before.top, 1.0)
    if line.top - before.top > 2.6 * size or _STAMP.search(line.text):
        return False
    coded = _CODE.fullmatch(row.words[0].text) is not None
    return line.left > row.left + size if coded else line.left > row.left - size and line.text[:1].islower()


def _heads(line: TextLine) -> bool:
    texts = [_said(segment) for segment in _segments(line)]
    return is_numbering(line.text) or (all(map(is_label, texts)) and any(map(is_whole_label, texts)))


def _take_apart(line: TextLine, name_left: float, number: int) -> _Piece:
    """What a line holds of a row."""
    # A number under a name is the name's end, not an amount.
    right = name_left + 3 * max(line.bottom - line.top, 1.0)
    amounts = [amount for amount in _amounts_at_end(line) if amount[0].left > right]
    count = sum(map(len, amounts))
    before = line.words[: len(line.words) - count]
    codes: list[Word] = []
    for word in before:
        if word.right > name_left or not _CODE.fullmatch(word.text):
            break
        codes.append(word)
    return _Piece(tuple(codes), before[len(codes) :], tuple(amounts), number)


def _grouped(pieces: Sequence[_Piece]) -> Iterator[GridRow]:
    """Lines as rows: a code or an amount begins one, a line of words alone wraps."""
    rows: list[list[_Piece]] = []
    loose: list[_Piece] = []
    centred = _is_centred(pieces)
    for piece in pieces:
        if not piece.codes and not piece.amounts:
            loose.append(piece)
            continue
        cut = _belongs_below(loose, piece) if centred else len(loose)
        if rows:
            rows[-1] += loose[:cut]
        lead = loose[cut:] if rows else loose
        loose = []
        held = rows[-1] if rows else []
        closes = not piece.codes and any(p.codes for p in held) and not any(p.amounts for p in held)
        if closes and not lead:
            held.append(piece)
        else:
            rows.append([*lead, piece])
    if rows:
        rows[-1] += loose
    for row in rows:
        yield _as_row(row)


def _is_centred(pieces: Sequence[_Piece]) -> bool:
    """Whether codes and amounts stand at the middle of a wrapped name, not at its first line.

    Then the line of a code goes on in the middle of a name that began with a capital above it.
    """
    votes: list[bool] = []
    loose: list[_Piece] = []
    for piece in pieces:
        if piece.codes or piece.amounts:
            if loose:
                votes.append(_belongs_below(loose, piece) < len(loose))
            loose = []
        else:
            loose.append(piece)
    return sum(votes) > 0.5 * len(votes)


def _belongs_below(loose: Sequence[_Piece], anchor: _Piece) -> int:
    """How many of the lines between two rows wrap the upper one.

    All of them, unless the lower row's own line goes on in the middle of a name: then the first
    line that begins with a capital is where that name begins.
    """
    own = _said(anchor.name)
    if own and not own[:1].islower():
        return len(loose)
    for index, piece in enumerate(loose):
        if _said(piece.name)[:1].isupper():
            return index
    return len(loose)


def _as_row(pieces: Sequence[_Piece]) -> GridRow:
    cells = [_cell((code,)) for piece in pieces for code in piece.codes]
    names = [piece.name for piece in pieces if piece.name]
    if names:
        cells.append(_cell(names[0], join_wrapped([_said(name) for name in names])))
    anchor = next((piece for piece in pieces if piece.codes or piece.amounts), pieces[0])
    for piece in pieces:
        # Columns of amounts are known by where they end, which is where digits align.
        cells += [Cell((_said(amount),), 1000 + round(amount[-1].right / 8)) for amount in piece.amounts]
    return GridRow(tuple(cells), anchor.number)


def _name_edge(lines: Sequence[TextLine]) -> float:
    """Where names begin: the left edge that most first words with letters have."""
    lefts: dict[int, int] = {}
    for line in lines:
        first = next((word for word in line.words if _LETTER.search(word.text)), None)
        if first is not None:
            lefts[round(first.left)] = lefts.get(round(first.left), 0) + 1
    return float(max(lefts, key=lambda left: lefts[left])) if lefts else 0.0
