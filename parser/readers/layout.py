"""Where in a text without rules its tables stand.

The same for a PDF page and for plain text whose columns are held by spaces: a table is
a run of lines that end in amounts after a gap, at one right edge.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from parser.readers.labels import is_stamp
from parser.readers.lines import (
    CODE,
    LETTER,
    TextLine,
    amounts_at_end,
    find_headings,
    is_heading,
    said,
    segments,
)
from parser.readers.pieces import Columns, possible_lefts
from parser.text.amounts import has_unit

_FEW = 4  # lines that end in an amount make one
_BREAK = 20  # lines without an amount that end one
_NEAR = 3  # lines above a row in which the row before it stands
_SAME = 1.5  # points: edges closer than this are one
_LEAD = 20  # lines of words that may stand over the first amount


def find_tables(lines: Sequence[TextLine], *, opens: bool = False) -> Iterator[tuple[bool, int, int]]:
    """Parts lines into running text and tables.

    Args:
        lines: from the top.
        opens: whether a table of the page before may go on here, were it by one line.

    Yields:
        Whether a run of lines is a table, and its bounds, from the first line to the last.
    """
    start = 0
    for first, last in _zones(lines, opens=opens):
        if start < first:
            yield False, start, first
        yield True, first, last
        start = last
    end = _last_header(lines, start)
    if start < end:
        yield False, start, end
    if end < len(lines):
        yield True, end, len(lines)


def _last_header(lines: Sequence[TextLine], start: int) -> int:
    """Where a header begins that a page ends in: the rows of its table are on the next one."""
    first = len(lines)
    heads = find_headings(lines[start:])
    while first > start and heads[first - 1 - start]:
        first -= 1
    return first if len(lines) - first > 1 else len(lines)


def _size(lines: Sequence[TextLine]) -> float:
    """The usual height of a line: what distances are measured by."""
    heights = sorted(line.bottom - line.top for line in lines)
    return max(heights[len(heights) // 2], 1.0) if heights else 1.0


def _hits(lines: Sequence[TextLine], *, opens: bool) -> list[int]:
    """The lines that end in an amount after a gap, or are one where such amounts end."""
    ending = [(i, line) for i, line in enumerate(lines) if _ends_in_amounts(line) and not is_heading(line)]
    # A row's code and amount may stand beside the middle of its name, with no letter between.
    gapped = {index for index, line in ending if LETTER.search(line.text) or _is_coded(line)}
    if opens and not gapped and ending and _begin(lines, ending[0][0], 0, opens=True) == 0:
        gapped = {ending[0][0]}  # the page's top down to a lone amount ends the table of the page before
    header = next((i for i, heads in enumerate(_two_heads(lines)) if heads), len(lines))
    if not gapped:  # in a narrow column every amount may be broken, and stand beside no name
        gapped = {index for index, _ in ending if index > header}
    size = _size(lines)
    edges = {round(lines[index].right / size) for index in gapped}
    near = {edge + step for edge in edges for step in (-1, 0, 1)}
    hits = [i for i, line in ending if i in gapped or round(line.right / size) in near]
    columns = Columns.of(lines, 0.0)
    close = {i for i, line in enumerate(lines) if _is_coded(line) and columns.amount_after(line.words)}
    close.update(i for i, line in enumerate(lines) if _is_coded(line) and _is_below(line, lines, i, hits))
    close |= _aligned(lines) if opens else set()
    hits = sorted({*hits, *close} if hits or opens else ())
    if opens or (len(gapped) > 1 and len(hits) >= _FEW):
        return hits
    # A header with the first rows of its table may be all that a page's end holds.
    below = [hit for hit in hits if hit > header]
    return below if below and len(lines) - 1 - below[-1] <= _BREAK else []


def _aligned(lines: Sequence[TextLine]) -> set[int]:
    """Lines whose names leave no gap before their amounts, which begin at one place in several of them."""
    lefts = {index: [round(left) for left in possible_lefts(line)] for index, line in enumerate(lines)}
    counts = Counter(left for found in lefts.values() for left in found)
    return {index for index, found in lefts.items() if any(counts[left] >= _FEW for left in found)}


def _is_below(line: TextLine, lines: Sequence[TextLine], index: int, hits: Sequence[int]) -> bool:
    """Whether a line may end in an amount: one that begins at the same place as the amount of a row above."""
    above = [lines[hit] for hit in hits if index - _NEAR <= hit < index]
    lefts = [amounts[0][0].left for row in above if (amounts := amounts_at_end(row))]
    return any(abs(left - other) < _SAME for left in possible_lefts(line) for other in lefts)


def _two_heads(lines: Sequence[TextLine]) -> list[bool]:
    """Which lines are a header's with another one right below."""
    heads = [*find_headings(lines), False]
    return [own and below for own, below in itertools.pairwise(heads)]


def _ends_in_amounts(line: TextLine) -> bool:
    """Whether a line ends in amounts; where their unit is printed too, only a code tells them from text."""
    amounts = amounts_at_end(line)
    if not any(has_unit(said(amount)) for amount in amounts):
        return bool(amounts)
    return _is_coded(line) and sum(map(len, amounts)) < len(line.words) - 1


def _zones(lines: Sequence[TextLine], *, opens: bool) -> Iterator[tuple[int, int]]:
    """Runs of lines that are a table: from its header or first amount to its last row."""
    hits = _hits(lines, opens=opens)
    index = begun = 0
    if opens and (rest := _rest(lines)) and (not hits or _begin(lines, hits[0], 0, opens=True) >= rest):
        yield 0, rest
        begun = rest
    while index < len(hits):
        if hits[index] < begun:  # it was taken for the end of a name above
            index += 1
            continue
        stop = index
        while stop + 1 < len(hits) and _goes_on(lines[hits[stop] + 1 : hits[stop + 1]], lines[hits[stop]]):
            stop += 1
        if opens or stop - index + 1 >= 2 or _is_headed(lines, hits[index]):
            first, last = _begin(lines, hits[index], begun, opens=opens), hits[stop] + 1
            while last < len(lines) and _wraps(lines[last], lines[first:last], lines[hits[stop]]):
                last += 1
            while last < len(lines) and is_heading(lines[last]):  # its rows are on the next page
                last += 1
            if opens or _is_tabular(lines[first:last]):
                yield first, last
                begun = last
        index = stop + 1


def _is_headed(lines: Sequence[TextLine], hit: int) -> bool:
    """Whether a header stands not far above a line."""
    return any(_two_heads(lines[max(hit - _LEAD, 0) : hit]))


def _rest(lines: Sequence[TextLine]) -> int:
    """How many lines at a page's top, without an amount, end the last name of the page before."""
    if not lines or not lines[0].text[:1].islower():
        return 0
    count = 1
    while count < min(len(lines), _LEAD) and _leads(lines[count - 1], lines[count], lines[0]):
        if abs(lines[count].left - lines[0].left) > _taller(lines[count], lines[0]):
            break
        count += 1
    return count


def _begin(lines: Sequence[TextLine], hit: int, begun: int, *, opens: bool) -> int:
    """Where the table of a first amount begins: at its header, or at the page's top if it opened before.

    A name may begin above its amount, but only a header or the page's top tells it from text.
    """
    first = hit
    while first > begun and hit - first < _LEAD and _leads(lines[first - 1], lines[first], lines[hit]):
        first -= 1
    top = first
    while top > begun and (is_heading(lines[top - 1]) or _leads(lines[top - 1], lines[top], lines[hit])):
        top -= 1
    if opens and top == 0:
        return 0
    heads = find_headings(lines[begun:hit])
    if first == begun or not heads[first - 1 - begun]:
        first = hit
    while first > begun and heads[first - 1 - begun]:
        first -= 1
    return first


def _leads(line: TextLine, below: TextLine, row: TextLine) -> bool:
    """Whether a line above a table's first amount may be words of that row, or of one before it."""
    size = _taller(line, below)  # a line of small letters only is half as high
    if is_heading(line) or is_stamp(line.text) or below.top - line.bottom > 2 * size:
        return False
    return line.left > _edge(row) - size or CODE.fullmatch(line.words[0].text) is not None


def _is_tabular(lines: Sequence[TextLine]) -> bool:
    """Whether lines have a header or codes: justified text can end in amounts after wide gaps as well."""
    return any(map(is_heading, lines)) or sum(1 for line in lines if _is_coded(line)) >= 2


def _goes_on(between: Sequence[TextLine], row: TextLine) -> bool:
    """Whether lines without an amount leave a table whole: a further appendix ends it, however near.

    More of them do only where each may be a line of the row's name, in a narrow column of its own.
    """
    words = [line for line in between if not is_heading(line)]
    if any(is_stamp(line.text) for line in words):
        return False
    return len(words) <= _BREAK or all(_is_below_name(line, row) for line in words)


def _is_below_name(line: TextLine, row: TextLine) -> bool:
    """Whether a line stands in the column of a row's name, from where that begins to left of the amount."""
    amounts = amounts_at_end(row)
    name = next((part for part in segments(row) if LETTER.search(said(part))), None)
    if name is None or not amounts or not _is_coded(row):
        return False
    return abs(line.left - name[0].left) < _taller(line, row) and line.right < amounts[0][0].left


def _wraps(line: TextLine, above: Sequence[TextLine], row: TextLine) -> bool:
    """Whether a line under a table's last row is the rest of that row's name: close, and set in as far."""
    before = above[-1]
    size = _taller(line, before)
    if line.top - before.top > 2.6 * size or is_stamp(line.text):
        return False
    if before is row and row.words[0].text.endswith(".") and not LETTER.search(row.text):
        return True  # a section's number alone on its line: `VI.`
    if _is_coded(row) and line.left > row.left + size:
        return True  # else a number may begin a line of the name: `18 жасқа дейінгі`
    name = next((line for line in reversed(above) if LETTER.search(line.text)), None)
    if line.left <= _edge(row) - size or name is None:
        return False
    goes_on = not line.text[:1].isupper() or (line.text.isupper() and name.text.isupper())
    height = _taller(line, name)
    # The row's code may stand before the name: the line is set in as far as the words, not as the code.
    begins = [segment[0].left for segment in segments(name) if LETTER.search(said(segment))]
    beside = any(abs(line.left - left) < height for left in begins)
    return goes_on or (line.top - name.top < 1.8 * height and beside)


def _taller(line: TextLine, other: TextLine) -> float:
    """The height of the taller of two lines."""
    return max(line.bottom - line.top, other.bottom - other.top, 1.0)


def _edge(row: TextLine) -> float:
    """Where a row begins at the left; an amount alone, halfway down its name, does not tell."""
    return row.left if _is_coded(row) or LETTER.search(row.text) else 0.0


def _is_coded(line: TextLine) -> bool:
    """Whether a line begins with a code that is no amount's first digits."""
    if not CODE.fullmatch(line.words[0].text):
        return False
    return LETTER.search(line.text) is not None or len(segments(line)) > 1
