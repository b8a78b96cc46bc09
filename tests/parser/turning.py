"""Turns the pages of PDF files."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium


def turned(data: bytes, quarters: int, noted: int, chosen: Callable[[int], bool]) -> bytes:
    """A file whose pages are drawn turned, and then noted to be turned once more.

    Args:
        data: the file.
        quarters: by how many quarters what is drawn is turned counterclockwise.
        noted: by how many quarters a page is noted to be turned clockwise when it is shown.
        chosen: which pages, from 0.
    """
    document = pypdfium2.PdfDocument(data)
    for index in filter(chosen, range(len(document))):
        page = document[index]
        width, height = page.get_size()
        shift = {0: (0, 0), 1: (height, 0), 2: (width, height), 3: (0, width)}[quarters]
        a, b = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarters]
        matrix = pdfium.FS_MATRIX(a, b, -b, a, *shift)
        clip = pdfium.FS_RECTF(0, 2000, 2000, 0)
        assert pdfium.FPDFPage_TransFormWithClip(page, matrix, clip)
        wide, high = (height, width) if quarters % 2 else (width, height)
        page.set_mediabox(0, 0, wide, high)
        page.set_rotation(90 * noted)
        page.close()
    saved = BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()
