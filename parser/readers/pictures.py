"""Pictures of pages → upright pictures, black on white, 300 pixels to the inch.

A page on its side is turned by quarters, one that lay askew by the degrees that its lines show; the grey of
paper and shadows is taken off.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers import tesseract
from parser.readers.limits import MAX_PICTURE, MAX_SCANNED_PAGES
from parser.records import PlaceUnit, SourcePlace

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

DPI = 300
POINTS = 72 / DPI  # of a pixel
_A4 = (8.27, 11.69)  # inches
_WHITE = 255
_STEPS = ((0.5, 8), (0.1, 5), (0.03, 3))  # degrees, and how many of them to both sides: up to four and a half
_STRAIGHT = 0.02  # degrees: nobody sees less


def pages_of_picture(data: bytes, file: str) -> Iterator[Image]:
    """The pages of a picture file; a TIFF may have several.

    Raises:
        ParseError: `broken`, `limit`.
    """
    from PIL import Image, ImageOps, ImageSequence

    with warnings.catch_warnings():
        # Told by the limit below; what is worth telling of a damaged file ends in an error.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data)) as picture:
                for number, frame in enumerate(ImageSequence.Iterator(picture), 1):
                    _check_size(*frame.size, number, file)
                    # What says how a photograph was held.
                    turned = ImageOps.exif_transpose(frame)
                    yield _of_usual_size(_on_white(turned))
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise ParseError(ParseErrorKind.BROKEN, file) from error


def picture_of_page(page: pypdfium2.PdfPage, number: int, file: str) -> Image:
    """A PDF page as a picture.

    Raises:
        ParseError: `limit`.
    """
    width, height = page.get_size()
    _check_size(round(width / POINTS), round(height / POINTS), number, file)
    picture: Image = page.render(scale=1 / POINTS, grayscale=True).to_pil()
    return picture.convert("L")


def upright(picture: Image) -> Image:
    """A grey picture with its text black on white, its lines straight and its head at the top."""
    from PIL import Image

    quarters = tesseract.quarters_to_turn(as_png(_black_on_white(picture.reduce(2))))
    clean = _black_on_white(picture.rotate(-90 * quarters, expand=True) if quarters else picture)
    askew = _degrees_askew(clean)
    if abs(askew) < _STRAIGHT:
        return clean
    return clean.rotate(askew, Image.Resampling.BICUBIC, fillcolor=_WHITE)


def as_png(picture: Image) -> bytes:
    """A picture as a file that other programs read."""
    data = BytesIO()
    picture.save(data, "PNG", compress_level=1)
    return data.getvalue()


def _check_size(width: int, height: int, number: int, file: str) -> None:
    at = SourcePlace(PlaceUnit.PAGE, number)
    if number > MAX_SCANNED_PAGES:
        raise ParseError.limit(file, Counted.PAGES, MAX_SCANNED_PAGES)
    if width * height > MAX_PICTURE:
        raise ParseError.limit(file, Counted.DOTS, MAX_PICTURE, at)


def _on_white(picture: Image) -> Image:
    """A picture in greys; what is transparent in it is paper."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("L")
    coloured = picture.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    return Image.alpha_composite(paper, coloured).convert("L")


def _of_usual_size(picture: Image) -> Image:
    """A page with as many pixels as 300 to the inch of an A4 sheet are; it need not say how large it is."""
    from PIL import Image

    short, long = sorted(picture.size)
    scale = DPI * min(_A4[0] / max(short, 1), _A4[1] / max(long, 1))
    if 0.95 < scale < 1.05:
        return picture
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.BICUBIC)


def _black_on_white(picture: Image) -> Image:
    """A picture without the grey of its paper: as dark as it is darker than what lies around."""
    from PIL import Image, ImageChops, ImageFilter

    rough = picture.reduce(8).filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(8))
    paper = rough.resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.invert(ImageChops.subtract(paper, picture))


def _degrees_askew(picture: Image) -> float:
    """By how many degrees counterclockwise a page must be turned for its lines to lie straight."""
    small = picture.reduce(3)
    best = 0.0
    for step, count in _STEPS:
        angles = [best + step * number for number in range(-count, count + 1)]
        turned = (small.rotate(angle, fillcolor=_WHITE) for angle in angles)
        best = max(zip(map(_evenness, turned), angles, strict=True))[1]
    return best


def _evenness(picture: Image) -> int:
    """How much lines of text and the white between them differ from row to row."""
    from PIL import Image

    rows = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return sum((above - below) ** 2 for above, below in pairwise(rows))
