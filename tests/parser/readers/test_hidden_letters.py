"""Letters of a PDF page that nobody sees are not read; whatever else is odd about a letter, it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parser.document import Paragraph
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.pdf_pages import Page, pdf_of

Draw = Callable[[Page], None]
SIZE = 10
X, Y = 200, 100
BOX = (X - 2, Y - SIZE, X + 40, Y + 3)


def _covered(color: str) -> Draw:
    def draw(page: Page) -> None:
        page.text(X, Y, "7 654", SIZE)
        page.box(*BOX, color)

    return draw


def _on(color: str, how: str = "") -> Draw:
    def draw(page: Page) -> None:
        page.box(*BOX, color)
        page.text(X, Y, "7 654", SIZE, how)

    return draw


HIDDEN: dict[str, Draw] = {
    "invisible": lambda page: void(page.text(X, Y, "7 654", SIZE, "3 Tr")),
    "white": lambda page: void(page.text(X, Y, "7 654", SIZE, "1 1 1 rg")),
    "white by another color": lambda page: void(page.text(X, Y, "7 654", SIZE, "0 0 0 0 k")),
    "gray that is white": lambda page: void(page.text(X, Y, "7 654", SIZE, "0.99 g")),
    "left of the page": lambda page: void(page.text(-100, Y, "7 654", SIZE)),
    "right of the page": lambda page: void(page.text(700, Y, "7 654", SIZE)),
    "above the page": lambda page: void(page.text(X, -40, "7 654", SIZE)),
    "below the page": lambda page: void(page.text(X, 900, "7 654", SIZE)),
    "tiny": lambda page: void(page.text(X, Y, "7 654", 0.1)),
    "covered by white": _covered("1 1 1 rg"),
    "covered by black": _covered("0 0 0 rg"),
    "white on white": _on("1 1 1 rg", "1 1 1 rg"),
    "clipped": lambda page: void(page.text(X, Y, "7 654", SIZE, "7 Tr")),
}
SEEN: dict[str, Draw] = {
    "black": lambda page: void(page.text(X, Y, "7 654", SIZE)),
    "red": lambda page: void(page.text(X, Y, "7 654", SIZE, "1 0 0 rg")),
    "light gray": lambda page: void(page.text(X, Y, "7 654", SIZE, "0.8 g")),
    "by its outline": lambda page: void(page.text(X, Y, "7 654", SIZE, "1 Tr")),
    "small": lambda page: void(page.text(X, Y, "7 654", 4)),
    "on a shade": _on("0.8 0.9 1 rg"),
    "on white": _on("1 1 1 rg"),
    "white on a shade": _on("0 0 0.5 rg", "1 1 1 rg"),
}


def void(_: float) -> None:
    """What a drawn text ends at is not asked here."""


def said(draw: Draw) -> str:
    page = Page()
    page.text(40, Y, "Жол", SIZE)
    draw(page)
    blocks = read_document(as_raw("x.pdf", pdf_of([page]))).blocks
    return " ".join(block.text if isinstance(block, Paragraph) else block.printed for block in blocks)


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees(name: str) -> None:
    assert said(HIDDEN[name]) == "Жол"


@pytest.mark.parametrize("name", SEEN)
def test_what_is_seen(name: str) -> None:
    assert said(SEEN[name]).split() == ["Жол", "7", "654"]


def test_a_box_that_shines_through_or_is_no_rectangle_covers_nothing() -> None:
    def frame(page: Page) -> None:
        page.text(X, Y, "7 654", SIZE)
        left, top, right, bottom = BOX
        outer = f"{left} {page.height - bottom} {right - left} {bottom - top} re"
        inner = f"{left + 1} {page.height - bottom + 1} {right - left - 2} {bottom - top - 2} re"
        page.drawn.append(f"q 0 0 0 rg {outer} {inner} f* Q")

    assert said(frame).split() == ["Жол", "7", "654"]


def test_a_word_that_the_page_s_edge_cuts_is_whole() -> None:
    assert said(lambda page: void(page.text(page.width - 20, Y, "12345", SIZE))).split() == ["Жол", "12345"]


@pytest.mark.parametrize("at", range(4))
def test_hidden_letters_part_no_word(at: int) -> None:
    def draw(page: Page) -> None:
        word, width = "теңге", 0.556 * SIZE
        for index, letter in enumerate(word):
            page.text(X + index * width, Y, letter, SIZE)
            if index == at:
                page.text(X + (index + 0.5) * width, Y, "7 000", SIZE, "3 Tr")

    assert said(draw).split() == ["Жол", "теңге"]
