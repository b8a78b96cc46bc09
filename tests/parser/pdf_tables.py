"""Prints tables as PDF files the way browsers and word processors do, rows cut by page ends among them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.parser.pdf_pages import WIDTH, Page, pdf_of

Table = Sequence[Sequence[str]]  # rows of cells, each with its text


@dataclass(frozen=True)
class Print:
    """How a table is set on pages.

    `cut` says whether a row that does not fit goes on on the next page, `closed` whether the cut row has
    rules at the page's end and begin, `align` where in its row a cell's text stands, `repeat` whether
    the first row comes again on every page. `noise` is the share of lines beside which something
    stands that is not to be read: unseen figures, and struck ones before amounts; `seed` draws them.
    """

    widths: tuple[float, ...] = (40, 40, 40, 200, 90)
    size: float = 9
    height: float = 400
    margin: float = 40
    cut: bool = True
    closed: bool = False
    align: str = "top"  # "middle" or "bottom"
    repeat: bool = False
    ruled: bool = True
    to_left: bool = False  # amounts begin at the left of their column
    noise: float = 0.0
    seed: int = 0

    @property
    def leading(self) -> float:
        return 1.3 * self.size

    @property
    def room(self) -> int:
        """How many lines a page has."""
        return int((self.height - 2 * self.margin) / self.leading)


@dataclass
class _Printer:
    how: Print
    pages: list[Page] = field(default_factory=list)
    used: int = 0  # lines of the last page
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.how.seed)  # noqa: S311 - noise, not secrets

    @property
    def page(self) -> Page:
        if not self.pages:
            self.new_page()
        return self.pages[-1]

    def new_page(self) -> None:
        width = sum(self.how.widths) + 2 * self.how.margin
        self.pages.append(Page(width, self.how.height))
        self.used = 0

    def y(self, line: float) -> float:
        return self.how.margin + line * self.how.leading

    def paragraph(self, text: str) -> None:
        for line in _wrapped(text, sum(self.how.widths), self.how.size):
            if self.used == self.how.room:
                self.new_page()
            self.page.text(self.how.margin, self.y(self.used + 0.8), line, self.how.size)
            self.used += 1
        self.used = min(self.used + 1, self.how.room)  # a blank line

    def table(self, rows: Table) -> None:
        for number, row in enumerate(rows):
            cells = [
                _wrapped(text, width - 6, self.how.size)
                for text, width in zip(row, self.how.widths, strict=True)
            ]
            height = max(len(cell) for cell in cells)
            left = height
            if self.used + (1 if self.how.cut else height) > self.how.room or (
                number == 0 and self.used + height > self.how.room
            ):
                self._next(rows[0] if number else None)
            while left:
                part = min(left, self.how.room - self.used)
                self._rules(part, begins=left == height, ends=part == left)
                done = height - left
                for column, cell in enumerate(cells):
                    for index, line in enumerate(cell):
                        at = self._offset(height - len(cell)) + index - done
                        if -0.5 < at <= part - 0.5:
                            self._line(column, at, line)
                self.used += part
                left -= part
                if left:
                    self._next(rows[0] if number else None)

    def _offset(self, free: int) -> float:
        """How many lines stand over a cell's text."""
        return {"top": 0, "middle": free // 2, "bottom": free}[self.how.align]

    def _next(self, header: Sequence[str] | None) -> None:
        self.new_page()
        if self.how.repeat and header:
            self.table([header])

    def _line(self, column: int, at: float, line: str) -> None:
        left = self.how.margin + sum(self.how.widths[:column])
        width = len(line) * WIDTH * self.how.size
        is_amount = column == len(self.how.widths) - 1 and not self.how.to_left
        x = left + self.how.widths[column] - 3 - width if is_amount else left + 3
        self.page.text(x, self.y(self.used + at + 0.8), line, self.how.size)
        if self.chance.random() < self.how.noise:
            self._noise(x, self.y(self.used + at + 0.8), width, is_amount=is_amount)

    def _noise(self, x: float, y: float, width: float, *, is_amount: bool) -> None:
        """Draws figures that are not to be read: unseen ones anywhere, struck ones before an amount."""
        figures = self.chance.choice(["7", "54", "7 000"])
        if is_amount and self.chance.random() < 0.5:
            size = self.how.size
            left = x - (len(figures) + 2) * WIDTH * size
            right = self.page.text(left, y, figures, size)
            self.page.line(left, y - 0.3 * size, right, y - 0.3 * size)
            return
        how = self.chance.choice(["3 Tr", "1 1 1 rg", "7 Tr"])
        self.page.text(x + self.chance.choice([-20.0, 0.0, 3.0, width + 2]), y, figures, self.how.size, how)

    def _rules(self, part: int, *, begins: bool, ends: bool) -> None:
        if not self.how.ruled:
            return
        page, top, bottom = self.page, self.y(self.used), self.y(self.used + part)
        x = self.how.margin
        for width in (*self.how.widths, 0):
            page.line(x, top, x, bottom)
            x += width
        right = x
        if begins or self.how.closed:
            page.line(self.how.margin, top, right, top)
        if ends or self.how.closed:
            page.line(self.how.margin, bottom, right, bottom)


def _wrapped(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(longer) * WIDTH * size > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def printed_pages(tables: Sequence[Table], paragraphs: Sequence[str], how: Print) -> list[Page]:
    """Paragraphs, then tables one after another, on pages."""
    printer = _Printer(how)
    for text in paragraphs:
        printer.paragraph(text)
    for table in tables:
        printer.table(table)
        printer.used = min(printer.used + 1, how.room)
    return printer.pages


def stacked(tables: Sequence[Table], paragraphs: Sequence[str], hows: Sequence[Print]) -> list[Page]:
    """Paragraphs, then tables that touch one another, each in its own way."""
    printer = _Printer(hows[0])
    for text in paragraphs:
        printer.paragraph(text)
    for table, how in zip(tables, hows, strict=True):
        printer.how = how
        printer.table(table)
    return printer.pages


def as_pdf(tables: Sequence[Table], paragraphs: Sequence[str], how: Print) -> bytes:
    """Paragraphs and tables as a file."""
    return pdf_of(printed_pages(tables, paragraphs, how))
