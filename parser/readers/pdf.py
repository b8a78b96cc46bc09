"""PDF files → paragraphs and table rows.

Words and rules come with their places, from the page's text layer (`parser.readers.text_layer`) or, where
the page is a picture, from what is seen on it (`parser.readers.scan`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser.document import Document
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers import tesseract
from parser.readers.files import RawFile
from parser.readers.limits import MAX_PAGES
from parser.readers.scan import PageReadings, document_of_pages, read_scanned_page
from parser.readers.text_layer import Drawn, is_picture, read_page
from parser.records import PlaceUnit, SourcePlace

if TYPE_CHECKING:
    import pypdfium2


def read_pdf(raw: RawFile) -> Document:
    """Reads a PDF: its paragraphs, and its tables as rows.

    Raises:
        ParseError: `no-text`, `password`, `broken`, `limit`; `needs-tesseract` or `picture-not-read` for
            scanned pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise ParseError(ParseErrorKind.PASSWORD if locked else ParseErrorKind.BROKEN, raw.name) from error
    try:
        if len(document) > MAX_PAGES:
            raise ParseError.limit(raw.name, Counted.PAGES, MAX_PAGES)
        drawn = Drawn()
        pages = [_page(document, index, drawn, raw.name) for index in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ParseError(ParseErrorKind.BROKEN, raw.name) from error
    finally:
        document.close()
    return document_of_pages(pages, raw, "pdf")


def _page(document: pypdfium2.PdfDocument, index: int, drawn: Drawn, file: str) -> PageReadings:
    from parser.readers.pictures import picture_of_page

    page = document[index]
    at = SourcePlace(PlaceUnit.PAGE, index + 1)
    try:
        if is_picture(page):
            tesseract.require(file, at)
            return read_scanned_page(picture_of_page(page, index + 1, file), index + 1, file)
        words, edges, height = read_page(page, drawn, file, at)
    finally:
        page.close()
    return PageReadings.printed(words, edges, height)
