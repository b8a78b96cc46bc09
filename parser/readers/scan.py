"""Scanned pages → a document, read as a PDF is, with what other readings of the pictures say of each row."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers import tesseract
from parser.readers.files import RawFile
from parser.readers.lines import Word
from parser.readers.page_blocks import PrintedPage, blocks_of_pages
from parser.readers.rules import Edges
from parser.records import PlaceUnit, Source, SourcePlace
from parser.text.language import detect_language

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"", "tiff"))


@dataclass(frozen=True, slots=True)
class PageReadings:
    """A page in points: its words as each reading has them, the likeliest first, its rules, its height."""

    words: tuple[Sequence[Word], ...]
    edges: Edges
    height: float
    scanned: bool

    @classmethod
    def printed(cls, words: Sequence[Word], edges: Edges, height: float) -> PageReadings:
        """A page whose words are known."""
        return cls((words,), edges, height, scanned=False)


def read_pictures(raw: RawFile) -> Document:
    """Reads a file that is a picture of a decision's pages.

    Raises:
        ParseError: `needs-tesseract`, `picture-not-read`, `no-text`, `broken`, `limit`.
    """
    from parser.readers.pictures import pages_of_picture

    tesseract.require(raw.name)
    pages = [
        read_scanned_page(picture, number, raw.name)
        for number, picture in enumerate(pages_of_picture(raw.data, raw.name), 1)
    ]
    return document_of_pages(pages, raw, next(form for magic, form in _FORMS if raw.data.startswith(magic)))


def read_scanned_page(picture: Image, number: int, file: str) -> PageReadings:
    """Reads one page off its picture.

    Raises:
        ParseError: `picture-not-read`.
    """
    from parser.readers.picture_rules import find_rules
    from parser.readers.picture_words import read_picture
    from parser.readers.pictures import POINTS, upright

    try:
        ruled = find_rules(upright(picture))
        words = read_picture(ruled)
    except subprocess.SubprocessError as error:
        at = SourcePlace(PlaceUnit.PAGE, number)
        raise ParseError(ParseErrorKind.PICTURE_NOT_READ, file, at) from error
    return PageReadings(tuple(words), ruled.edges, ruled.text.height * POINTS, scanned=True)


def document_of_pages(pages: Sequence[PageReadings], raw: RawFile, form: str) -> Document:
    """The document that some pages make.

    Raises:
        ParseError: `no-text` where nothing is on them, `limit`.
    """
    if not any(page.words[0] for page in pages):
        raise ParseError(ParseErrorKind.NO_TEXT, raw.name)
    first, *others = (
        _blocks(pages, reading, raw.name) for reading in range(max(len(page.words) for page in pages))
    )
    text = "\n".join(block.text if isinstance(block, Paragraph) else block.printed for block in first)
    source = Source(raw.name, raw.sha256, form, detect_language(text))
    if not any(page.scanned for page in pages):
        return Document(source, first)
    return Document(source, tuple(_with_rivals(first, others)), readings=tuple(others))


def _blocks(pages: Sequence[PageReadings], reading: int, file: str) -> tuple[Paragraph | Row, ...]:
    printed = [
        PrintedPage.of(number, page.words[reading if page.scanned else 0], page.edges, page.height, file)
        for number, page in enumerate(pages, 1)
    ]
    return blocks_of_pages(printed, file)


def _with_rivals(
    blocks: Sequence[Paragraph | Row], others: Sequence[Sequence[Paragraph | Row]]
) -> Iterator[Paragraph | Row]:
    """The blocks, each row with those that other readings have in its place, where they differ.

    A row that another reading does not have has an empty one as its rival.
    """
    known = [
        {block.at: block for block in reading if isinstance(block, Row) and not block.header}
        for reading in others
    ]
    for block in blocks:
        if isinstance(block, Paragraph) or block.header:
            yield block
            continue
        rivals: list[Row] = []
        for rows in known:
            rival = rows.get(block.at) or replace(block, cells=("", "", ""), amounts=())
            if (rival.cells, rival.amounts) != (block.cells, block.amounts) and rival not in rivals:
                rivals.append(rival)
        yield replace(block, rivals=tuple(rivals))
