"""What pdfium tells of a PDF page: letters with their boxes → words, drawn lines → rules.

The page is turned first, so that its text stands upright.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.hidden_letters import Box, HiddenLetters, is_off_page
from parser.readers.letters import Letter, without_struck, words_of
from parser.readers.lines import Word
from parser.readers.page_turn import Turn, most_common_turn, quarters_of
from parser.readers.rules import Edges
from parser.records import SourcePlace

if TYPE_CHECKING:
    import pypdfium2

_MAX_LETTERS = 6_000_000
_MAX_PATHS = 200_000
_DEPTH = 6  # forms within forms
_COVERED = 0.5  # of a page: a picture that is its text, no coat of arms
_STAMP = 10  # pieces of text


@dataclass(slots=True)
class Drawn:
    """How much a file's pages have drawn so far."""

    letters: int = 0
    paths: int = 0


class _PrintedLetter(NamedTuple):
    """A letter as the page stores it; without a box it only parts words."""

    text: str
    box: tuple[float, float, float, float]  # left, bottom, right, top; y grows upwards
    origin: tuple[float, float]
    room: tuple[
        float, float, float, float
    ]  # as the box, but as high as the font's highest and deepest letters
    quarters: int | None  # how it is turned, None where it slants


_NOTHING = _PrintedLetter("", (0, 0, 0, 0), (0, 0), (0, 0, 0, 0), None)
_HIDDEN = _PrintedLetter("\0", (0, 0, 0, 0), (0, 0), (0, 0, 0, 0), None)  # nobody sees it
_WORD_GAP = 0.15  # of a letter's height: words stand as far apart at least


def read_page(
    page: pypdfium2.PdfPage, drawn: Drawn, file: str, at: SourcePlace
) -> tuple[list[Word], Edges, float]:
    """A page's words, its rules, thin boxes among them, and its height, all as on the upright page.

    Raises:
        ParseError: `limit`.
    """
    stored = list(_on_page(_without_hidden(_letters(page, drawn, file, at)), page.get_bbox()))
    turn = Turn(most_common_turn(letter.quarters for letter in stored if letter.text), *page.get_bbox())
    edges = _edges(page, turn, drawn, file, at)
    letters, edges = without_struck([_turned(letter, turn) for letter in stored], edges)
    return words_of(letters, edges.down), edges, turn.height


def is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a page is a scan: a picture covers most of it, and few letters are seen.

    Unseen letters do not count: scanning programs lay their own reading, which may be wrong, over the
    picture. A line or two that are seen do not matter either: programs that sign documents write these.
    """
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    page_size = max((right - left) * (top - bottom), 1.0)
    drawn = list(page.get_objects(max_depth=_DEPTH))
    covered, seen = 0.0, 0
    for thing in drawn:
        if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
            seen += int(mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
        elif thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = thing.get_bounds()
            covered += max(min(x1, right) - max(x0, left), 0.0) * max(min(y1, top) - max(y0, bottom), 0.0)
    return seen <= _STAMP and bool(covered > _COVERED * page_size)


def _letters(page: pypdfium2.PdfPage, drawn: Drawn, file: str, at: SourcePlace) -> Iterator[_PrintedLetter]:
    """The letters in the order in which pdfium gives them, with what parts them."""
    import pypdfium2.raw as pdfium

    hidden = HiddenLetters.of(page, _DEPTH, _MAX_PATHS)
    text = page.get_textpage()
    try:
        count = text.count_chars()
        drawn.letters += max(count, 0)
        if drawn.letters > _MAX_LETTERS:
            raise ParseError.limit(file, Counted.LETTERS, _MAX_LETTERS, at)
        left, right, bottom, top, x, y = numbers = [ctypes.c_double() for _ in range(6)]
        loose = pdfium.FS_RECTF()
        refs = [ctypes.byref(number) for number in numbers]
        for index in range(count):
            letter = _printed(pdfium.FPDFText_GetUnicode(text, index))
            if not letter or not pdfium.FPDFText_GetCharBox(text, index, *refs[:4]):
                yield _NOTHING
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, *refs[4:])
            # pdfium measures clockwise.
            quarters = quarters_of(-pdfium.FPDFText_GetCharAngle(text, index))
            box = (left.value, bottom.value, right.value, top.value)
            pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose))
            room = (loose.left, loose.bottom, loose.right, loose.top)
            if hidden.has(text, index, room):
                yield _HIDDEN
                continue
            yield _PrintedLetter(letter, box, (x.value, y.value), room, quarters)
    finally:
        text.close()


def _without_hidden(letters: Iterable[_PrintedLetter]) -> Iterator[_PrintedLetter]:
    """The letters that are seen; where hidden ones stood between two, only a gap parts words."""
    last, gap = _NOTHING, [_NOTHING]
    for letter in letters:
        if letter is _NOTHING or letter is _HIDDEN:
            gap.append(letter)
            continue
        if gap:
            if _HIDDEN not in gap or not _touches(last, letter):
                yield _NOTHING
            gap = []
        yield letter
        last = letter


def _touches(letter: _PrintedLetter, other: _PrintedLetter) -> bool:
    """Whether a letter stands in a word right behind another one."""
    if letter.quarters is None or letter.quarters != other.quarters:
        return False
    axis, forth = letter.quarters % 2, letter.quarters < 2  # along x or y, with it or against it
    height = max(letter.room[3 - axis] - letter.room[1 - axis], 1.0)
    end, begin = (letter.box[axis + 2], other.box[axis]) if forth else (other.box[axis + 2], letter.box[axis])
    step = abs(letter.origin[1 - axis] - other.origin[1 - axis])
    return max(step, abs(begin - end)) < _WORD_GAP * height


def _on_page(letters: Iterable[_PrintedLetter], page: Box) -> Iterator[_PrintedLetter]:
    """The letters without words that stand wholly off the page; one that its edge cuts is whole."""
    for is_word, run in groupby(letters, lambda letter: bool(letter.text)):
        word = list(run)
        if is_word and all(is_off_page(letter.room, page) for letter in word):
            yield _NOTHING
        else:
            yield from word


def _printed(code: int) -> str:
    """A printed character; empty for spaces and for pdfium's own marks."""
    if code in (0xFFFE, 0x2, 0xAD):  # pdfium's signs for a hyphen at a line's end
        return "-"
    if not code or 0xE000 <= code <= 0xF8FF:  # a letter of a font that does not say which it is
        return "\u2212" if code == 0xF02D else "\ufffd"
    letter = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return "" if letter.isspace() or not letter.isprintable() else letter


def _turned(letter: _PrintedLetter, turn: Turn) -> Letter | None:
    """A letter on the turned page; None for what parts words, and for a stamp that slants across the page."""
    if not letter.text or letter.quarters is None:
        return None
    x, y = letter.origin
    _, top, _, bottom = turn.box(*letter.room)
    return Letter(letter.text, *turn.box(*letter.box), turn.box(x, y, x, y)[1], bottom - top)


def _edges(page: pypdfium2.PdfPage, turn: Turn, drawn: Drawn, file: str, at: SourcePlace) -> Edges:
    """The horizontal and vertical rules that the page draws."""
    import pypdfium2.raw as pdfium

    edges = Edges()
    for path in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=_DEPTH):
        drawn.paths += 1
        if drawn.paths > _MAX_PATHS:
            raise ParseError.limit(file, Counted.DRAWN_LINES, _MAX_PATHS, at)
        edges.add_box(*turn.box(*path.get_bounds()))
    return edges
