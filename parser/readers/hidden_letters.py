"""Which letters of a PDF page nobody sees: drawn invisible or in the paper's white, off the page, or covered.

Scanned pages, whose letters are hidden behind their picture, are read elsewhere (`parser.readers.scan`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from parser.dataclass import dataclass

if TYPE_CHECKING:
    import pypdfium2

Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top; y grows upwards
_Color: TypeAlias = tuple[int, int, int, int]  # red, green, blue, and how opaque it is

_WHITE = 250  # of 255: each part of a color that cannot be told from the paper's
_OPAQUE = 255
_BAND = 20  # points: how boxes are sorted by height
_SMALLEST = 3.0  # points: a rule covers nothing
_TINY = 0.7  # points: no letter is read at that height
_RECTANGLE = range(4, 7)  # the steps of the path that draws one


@dataclass(frozen=True, slots=True)
class _Shade:
    """A filled box, and when it is drawn."""

    order: int
    box: Box
    covers: bool  # it is a rectangle that nothing shines through
    white: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text, all of whose letters are drawn alike."""

    order: int | None  # when it is drawn
    unseen: bool  # whatever else is drawn
    pale: bool  # white


@dataclass(slots=True)
class HiddenLetters:
    """What a page draws, in its order, as far as it may hide letters."""

    _page: Box
    _order: dict[int, int] = field(default_factory=dict)  # of pieces of text, by where the library holds them
    _pieces: dict[int, _Piece] = field(default_factory=dict)  # that were asked of
    _nested: bool = False  # whether something is filled within a form, where boxes are measured otherwise
    _last: int = -1  # when the last box is drawn that may cover letters
    _shades: dict[int, list[_Shade]] = field(default_factory=dict)  # by bands of the page's height

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, depth: int, most: int) -> HiddenLetters:
        """What a page draws.

        Args:
            page: the page.
            depth: of forms within forms that are looked into.
            most: how many things are looked at; who draws more is refused by who reads the rules.
        """
        import pypdfium2.raw as pdfium

        found = cls(page.get_bbox())
        for order, thing in enumerate(page.get_objects(max_depth=depth)):
            if order > most:
                break
            if thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
                found._order[_address(thing.raw)] = order
            elif thing.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                found._shade(thing, order)
        return found

    def has(self, text: pypdfium2.PdfTextPage, index: int, box: Box) -> bool:
        """Whether a letter is hidden.

        Args:
            text: the page's text.
            index: of the letter in it.
            box: that the letter may fill.
        """
        import pypdfium2.raw as pdfium

        piece = pdfium.FPDFText_GetTextObject(text, index)
        if not piece:
            return False
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if 0 < box[3] - box[1] < _TINY:
            return True
        known = _address(piece)
        found = self._pieces.get(known)
        if found is None:
            found = self._pieces[known] = _piece(piece, self._order.get(known))
        if found.unseen or found.order is None:
            return found.unseen
        if found.order < self._last and any(s.covers and s.order > found.order for s in self._around(x, y)):
            return True
        return found.pale and not self._nested and self._is_on_paper(x, y, found.order)

    def _is_on_paper(self, x: float, y: float, order: int) -> bool:
        """Whether nothing but white has been drawn at a place before."""
        below = (shade for shade in self._around(x, y) if shade.order < order)
        last = max(below, key=lambda shade: shade.order, default=None)
        return last is None or last.white

    def _around(self, x: float, y: float) -> Iterator[_Shade]:
        for shade in self._shades.get(int(y // _BAND), ()):
            left, bottom, right, top = shade.box
            if left <= x <= right and bottom <= y <= top:
                yield shade

    def _shade(self, thing: pypdfium2.PdfObject, order: int) -> None:
        """Notes a filled path or a picture."""
        import pypdfium2.raw as pdfium

        left, bottom, right, top = thing.get_bounds()
        if right - left < _SMALLEST or top - bottom < _SMALLEST:
            return
        covers = white = False
        if thing.type == pdfium.FPDF_PAGEOBJ_PATH:
            fill, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDFPath_GetDrawMode(thing, fill, stroke)
            color = _color(lambda *parts: pdfium.FPDFPageObj_GetFillColor(thing, *parts))
            if not fill.value or color is None or color[3] == 0:
                return
            clear = color[3] < _OPAQUE or pdfium.FPDFPageObj_HasTransparency(thing)
            covers = not clear and pdfium.FPDFPath_CountSegments(thing) in _RECTANGLE
            white = min(color[:3]) >= _WHITE
        if thing.level:
            self._nested = True
            return
        shade = _Shade(order, (left, bottom, right, top), covers, white)
        low, high = (int(y // _BAND) for y in (max(bottom, self._page[1]), min(top, self._page[3])))
        self._last = order if covers else self._last
        for band in range(low, high + 1):
            self._shades.setdefault(band, []).append(shade)


def is_off_page(box: Box, page: Box) -> bool:
    """Whether the middle of a letter's box is outside of the page's."""
    left, bottom, right, top = page
    return not (left <= (box[0] + box[2]) / 2 <= right and bottom <= (box[1] + box[3]) / 2 <= top)


def _piece(piece: object, order: int | None) -> _Piece:
    import pypdfium2.raw as pdfium

    mode = pdfium.FPDFTextObj_GetTextRenderMode(piece)
    filled = mode in (pdfium.FPDF_TEXTRENDERMODE_FILL, pdfium.FPDF_TEXTRENDERMODE_FILL_CLIP)
    color = _color(lambda *parts: pdfium.FPDFPageObj_GetFillColor(piece, *parts)) if filled else None
    unseen = mode in (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
    unseen = unseen or (color is not None and color[3] == 0)
    return _Piece(order, unseen, color is not None and min(color[:3]) >= _WHITE)


def _address(piece: object) -> int:
    """Where the library holds a thing."""
    return ctypes.cast(piece, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _color(ask: Callable[..., object]) -> _Color | None:
    """A color as red, green, blue and alpha; None where the library knows none.

    Args:
        ask: calls the library with the four numbers to be filled, and gives whether it filled them.
    """
    red, green, blue, alpha = parts = [ctypes.c_uint() for _ in range(4)]
    return (red.value, green.value, blue.value, alpha.value) if ask(*parts) else None
