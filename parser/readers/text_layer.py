"""What pdfium tells of a PDF page: letters with their boxes → words, drawn lines → rules."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.lines import Word
from parser.readers.rules import Edges
from parser.records import SourcePlace

if TYPE_CHECKING:
    import pypdfium2

_MAX_LETTERS = 6_000_000
_MAX_PATHS = 200_000
_DEPTH = 6  # forms within forms


@dataclass(slots=True)
class Drawn:
    """How much a file's pages have drawn so far."""

    letters: int = 0
    paths: int = 0


def read_words(page: pypdfium2.PdfPage, drawn: Drawn, file: str, place: SourcePlace) -> list[Word]:
    """The page's words; y grows downwards.

    Raises:
        ParseError: `limit`.
    """
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        count = text.count_chars()
        drawn.letters += max(count, 0)
        if drawn.letters > _MAX_LETTERS:
            raise ParseError.limit(file, Counted.LETTERS, _MAX_LETTERS, place)
        top = page.get_height()
        words: list[Word] = []
        letters: list[str] = []
        left = right = low = high = 0.0
        sides = [ctypes.c_double() for _ in range(4)]
        refs = [ctypes.byref(side) for side in sides]
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(text, index)
            letter = _letter(code)
            boxed = letter and pdfium.FPDFText_GetCharBox(text, index, refs[0], refs[1], refs[2], refs[3])
            x0, x1, y0, y1 = (side.value for side in sides) if boxed else (0.0, 0.0, 0.0, 0.0)
            if letters and (not boxed or _parted(x0, right, y0, y1, low, high)):
                words.append(Word("".join(letters), left, right, top - high, top - low))
                letters = []
            if not boxed:
                continue
            if not letters:
                left, right, low, high = x0, x1, y0, y1
            letters.append(letter)
            right, low, high = max(right, x1), min(low, y0), max(high, y1)
        if letters:
            words.append(Word("".join(letters), left, right, top - high, top - low))
        return words
    finally:
        text.close()


def _letter(code: int) -> str:
    """A printed character; empty for spaces and for pdfium's own marks."""
    if code in (0xFFFE, 0x2, 0xAD):  # pdfium's signs for a hyphen at a line's end
        return "-"
    letter = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return "" if letter.isspace() or not letter.isprintable() else letter


def _parted(  # noqa: PLR0913, PLR0917 - two boxes in the order in which pdfium gives them
    x0: float, right: float, y0: float, y1: float, low: float, high: float
) -> bool:
    """Whether a letter begins another word: apart from the last one, left of it or on another line."""
    height = max(high - low, y1 - y0, 1.0)
    return x0 - right > 0.6 * height or x0 < right - 1.5 * height or y1 < low - 0.3 * height or y0 > high + 1


def read_edges(page: pypdfium2.PdfPage, drawn: Drawn, file: str, place: SourcePlace) -> Edges:
    """The horizontal and vertical rules that the page draws, thin boxes among them.

    Raises:
        ParseError: `limit`.
    """
    import pypdfium2.raw as pdfium

    top = page.get_height()
    edges = Edges()
    for path in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=_DEPTH):
        drawn.paths += 1
        if drawn.paths > _MAX_PATHS:
            raise ParseError.limit(file, Counted.DRAWN_LINES, _MAX_PATHS, place)
        left, bottom, right, high = path.get_bounds()
        edges.add_box(left, top - high, right, top - bottom)
    return edges
