"""Where things stand in the pictures: the mark for zero, bars, columns of amounts, the lines of long names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pytest

from bot.charts.canvas import LIGHT, Canvas, Ruler
from bot.charts.drawing import draw
from bot.charts.printed_page import SIZE, share_lines
from bot.charts.surround import MARGIN, TALLEST, WIDTH
from handlers.views.charts.records import ChangesSheet, Chart, Picture, SheetRow, SheetTable, Tone
from handlers.views.clean import one_line
from handlers.views.lines import NAME_LIMIT
from tests.bot.charts import samples
from tests.harness.long_budget import read_names
from tests.storage.builders import RU

RULER = Ruler()


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A rectangle as it was drawn."""

    left: float
    top: float
    width: float
    color: str

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class WrittenWords:
    """A line of text as it was written, with where it begins and ends."""

    text: str
    left: float
    right: float
    y: float
    size: float


@dataclass(slots=True)
class DrawnPicture:
    """All that stands in a picture."""

    height: int = 0
    boxes: list[DrawnBox] = field(default_factory=list)
    words: list[WrittenWords] = field(default_factory=list)
    upright: list[float] = field(default_factory=list)  # where thin lines go down

    def bars(self, tone: Tone) -> list[DrawnBox]:
        """The bars of a tone, from the top."""
        return [box for box in self.boxes if box.color == LIGHT.tones[tone]]

    def written(self, text: str) -> list[WrittenWords]:
        """The lines of text that say so."""
        return [words for words in self.words if words.text == text]


@pytest.fixture
def draw_noted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Chart], DrawnPicture]:
    """Draws a chart, and notes what the drawing does."""
    drawn = DrawnPicture()
    box, line, text, png = Canvas.box, Canvas.line, Canvas.text, Canvas.png

    def note_box(
        self: Canvas, x: float, y: float, width: float, height: float, color: str, **look: Any
    ) -> None:
        drawn.boxes.append(DrawnBox(x, y, width, color))
        box(self, x, y, width, height, color, **look)

    def note_line(
        self: Canvas, x: float, y: float, to_x: float, to_y: float, color: str, **look: Any
    ) -> None:
        if x == to_x and color in {LIGHT.muted, LIGHT.ink} and not look.get("dashed") and look["width"] < 4:
            drawn.upright.append(x)
        line(self, x, y, to_x, to_y, color, **look)

    def note_text(self: Canvas, x: float, y: float, said: str, size: float, **look: Any) -> None:
        wide = RULER.width(said, size, bold=look.get("bold", False))
        left = {"left": x, "center": x - wide / 2, "right": x - wide}[look.get("align", "left")]
        drawn.words.append(WrittenWords(said, left, left + wide, y, size))
        text(self, x, y, said, size, **look)

    def note_png(self: Canvas, dpi: int | None = None) -> bytes:
        drawn.height = self._height
        return png(self, dpi)

    monkeypatch.setattr(Canvas, "box", note_box)
    monkeypatch.setattr(Canvas, "line", note_line)
    monkeypatch.setattr(Canvas, "text", note_text)
    monkeypatch.setattr(Canvas, "png", note_png)

    def noted(chart: Chart) -> DrawnPicture:
        drawn.height, drawn.boxes, drawn.words, drawn.upright = 0, [], [], []
        draw(Picture(chart), RULER)
        return DrawnPicture(drawn.height, drawn.boxes, drawn.words, drawn.upright)

    return noted


Noted = Callable[[Chart], DrawnPicture]


@pytest.mark.parametrize(
    ("amounts", "zero"),
    [((-281, -281, -63), 640), ((500, -500), 462.5), ((100, 900), 285), ((1000, 1001), None)],
    ids=["right", "between", "left", "nowhere"],
)
def test_a_history_shows_where_zero_is(
    draw_noted: Noted, amounts: tuple[int, ...], zero: float | None
) -> None:
    drawn = draw_noted(samples.history(*amounts))
    assert drawn.upright == ([] if zero is None else [zero])
    assert [(words.left + words.right) / 2 for words in drawn.written("0")] == drawn.upright


def test_a_waterfall_below_zero_shows_where_zero_is(draw_noted: Noted) -> None:
    drawn = draw_noted(samples.waterfall(-700, start=500))
    before, after = drawn.bars(Tone.WHOLE)
    assert drawn.upright == [before.left] == [after.right]
    assert draw_noted(samples.waterfall(-300, start=500)).upright == []


def test_a_part_below_zero_stands_left_of_the_mark(draw_noted: Noted) -> None:
    for least in (-300, -1):
        drawn = draw_noted(samples.structure(700_000, least))
        [above], [below] = drawn.bars(Tone.PART), drawn.bars(Tone.CUT)
        assert set(drawn.upright) == {above.left} == {below.right}
        assert below.width >= 3, "a small part is still seen"
    assert draw_noted(samples.structure(700, 300)).upright == []


def test_a_total_of_zero_has_no_bar(draw_noted: Noted) -> None:
    """A thin line is a small amount."""
    assert len(draw_noted(samples.waterfall(7, start=0)).bars(Tone.WHOLE)) == 1
    assert len(draw_noted(samples.waterfall(10**6, start=1)).bars(Tone.WHOLE)) == 2


def test_large_amounts_have_the_room_for_their_letters(draw_noted: Noted) -> None:
    total, long = 46_406_171_943, "x" * 90
    drawn = draw_noted(samples.waterfall(*[50, -20] * 5, start=total, name=long))
    [label] = drawn.written(f"{total}")
    assert label.size == draw_noted(samples.waterfall(5)).written("1000")[0].size
    bars = [*drawn.bars(Tone.WHOLE), *drawn.bars(Tone.RISE)]
    names = [words for words in drawn.words if words.text.startswith("xxx")]
    assert max(name.right for name in names) < min(bar.left for bar in bars)
    assert max(bar.right for bar in bars) < label.left


def _longest_title() -> str:
    """The longest name that a line is shown with."""
    longest = max((name[RU] for names in read_names().values() for name in names), key=len)
    return one_line(longest, NAME_LIMIT)


def test_the_longest_title_is_whole(draw_noted: Noted) -> None:
    title = _longest_title()
    drawn = draw_noted(samples.history(1, 2, title=title))
    head = [words for words in drawn.words if words.text in title and words.text]
    assert " ".join(words.text for words in head) == title
    assert max(words.right for words in head) <= WIDTH - MARGIN


@pytest.mark.parametrize(
    "chart",
    [
        samples.history(*range(1000, 1011), title=samples.LONG[:50]),
        samples.history(*range(1000, 1011), title=_longest_title()),
        samples.waterfall(*[50, -20] * 4, name=samples.LONG[:90]),
        samples.structure(*range(1000, 1013)),
    ],
    ids=lambda chart: type(chart).__name__,
)
def test_a_picture_of_many_rows_is_no_taller_than_telegram_keeps(draw_noted: Noted, chart: Chart) -> None:
    assert draw_noted(chart).height <= TALLEST


@pytest.mark.parametrize(
    ("wanted", "left", "lines"),
    [
        ([1, 2, 3], 9, [1, 2, 3]),
        ([3, 3, 2], 4, [3, 2, 2]),
        ([2, 2], 1, [2, 1]),
        ([3], 0, [1]),
        ([2], -5, [1]),
        ([], 9, []),
    ],
)
def test_lines_of_long_names_are_dealt_out(wanted: list[int], left: int, lines: list[int]) -> None:
    assert share_lines(wanted, left) == lines


def page(amount: str, name: str, rows: int) -> ChangesSheet:
    """A page to print of so many equal rows."""
    row = SheetRow(name, "04 464 009", amount, amount, "+1", Tone.RISE)
    paid = SheetRow("Шығыны көбейген: 38 жол", "", "", "", f"+{amount} ⚠", Tone.RISE)
    tables = SheetTable("Ақша", (paid,)), SheetTable("Шығындар", (row,) * rows)
    columns = ("бұрын", "енді", "өзгеріс")
    return ChangesSheet(samples.frame(), columns, (row,), "✓", tables)


def test_long_names_take_the_lines_that_the_page_has_left(draw_noted: Noted) -> None:
    """Some have two where all of them would not fit with two, and none is printed over the foot."""
    drawn = draw_noted(page("1 000", samples.LONG, 28))
    codes = [words.y for words in drawn.written("04 464 009")[1:]]
    heights = [round(after - before) for before, after in pairwise(codes)]
    assert set(heights) == {54, 30}
    assert heights == sorted(heights, reverse=True), "the largest changes first"
    foot = next(words.y for words in drawn.words if words.text.startswith("Шкала"))
    assert foot - 100 < codes[-1] < foot - 30


@pytest.mark.parametrize("amount", ["1 000", "1 027 645 088", "46 406 171 943"])
def test_amounts_stand_apart_in_letters_of_one_size(draw_noted: Noted, amount: str) -> None:
    drawn = draw_noted(page(amount, "Мектептер", 1))
    printed = drawn.written(amount)
    assert {words.size for words in printed} == {19}
    *_, old, new = printed
    [_, code] = drawn.written("04 464 009")
    [delta] = [words for words in drawn.written("+1") if words.y == new.y]
    assert all(after.left - before.right >= 18 for before, after in pairwise((code, old, new, delta)))
    [paid] = drawn.written(f"+{amount} ⚠")
    assert paid.right == delta.right == SIZE[0] - 76
    assert paid.size == 19, "it has the room of the other columns"


def test_names_end_before_what_stands_beside_them(draw_noted: Noted) -> None:
    drawn = draw_noted(page("46 406 171 943", samples.LONG, 5))
    code = drawn.written("04 464 009")[0].left
    rows = {words.y for words in drawn.written("04 464 009")}
    names = [words for words in drawn.words if words.y in rows and words.text.startswith("Өңір")]
    assert names
    assert max(name.right for name in names) < code
    assert min(name.left for name in names) > MARGIN


def test_a_sentence_of_the_page_ends_on_the_page(draw_noted: Noted) -> None:
    said = "Жолдардың бәрі оқылмаған, сондықтан өзгерістердің қорытындыға сай келетіні белгісіз. " * 2
    sheet = samples.sheet(2)
    flow = replace(sheet.tables[0], note=said)
    drawn = draw_noted(replace(sheet, verdict=said, tables=(flow, *sheet.tables[1:])))
    assert max(words.right for words in drawn.words) <= 1240 - 76
    written = [words.text for words in drawn.words]
    assert " ".join(written).replace("  ", " ").count("қорытындыға сай келетіні белгісіз.") == 4
    ends = [words.y for words in drawn.words]
    assert ends == sorted(ends)


def test_no_line_ends_between_the_sign_and_the_number() -> None:
    for width in range(60, 400, 7):
        lines = RULER.wrap("Было: № 20-3 от 13.11.2013", width, 28, 9)
        assert not any(line.endswith("№") for line in lines), lines
