"""Charts as they are drawn, by the real process: one for the whole file."""

from __future__ import annotations

import asyncio
import io
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image, ImageChops, ImageColor, ImageFont

from bot.charts.canvas import FONTS_KEPT, LIGHT, Ruler
from bot.charts.studio import Studio
from handlers.drawing import DrawingError, DrawingFault
from handlers.views.charts.records import Chart, Picture, Tone
from tests.bot.charts import samples
from tests.test_imports import PROJECT

pytestmark = pytest.mark.asyncio(loop_scope="module")
GROUND = {False: (255, 255, 255), True: (23, 33, 43)}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def studio() -> AsyncIterator[Studio]:
    """The real one."""
    studio = Studio()
    yield studio
    await studio.close()


async def draw(studio: Studio, chart: Chart, *, dark: bool = False) -> Image.Image:
    """A chart, drawn and read again."""
    image = Image.open(io.BytesIO(await studio.draw(Picture(chart, dark))))
    image.load()
    return image


def covered(image: Image.Image, ground: tuple[int, int, int]) -> float:
    """How much of a picture is not its ground."""
    difference = ImageChops.difference(image, Image.new("RGB", image.size, ground)).convert("L")
    return 1 - difference.histogram()[0] / (image.width * image.height)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", ["history", "waterfall", "structure"])
async def test_a_chart_for_the_phone(studio: Studio, kind: str, dark: bool) -> None:
    image = await draw(studio, samples.KINDS[kind], dark=dark)
    assert (image.format, image.mode, image.width) == ("PNG", "RGB", 1000)
    assert 300 < image.height <= 1280, "Telegram makes a larger one smaller"
    assert image.getpixel((0, 0)) == GROUND[dark]
    assert 0.02 < covered(image, GROUND[dark]) < 0.5


async def test_a_page_for_the_printer_is_a_light_one_of_a4(studio: Studio) -> None:
    image = await draw(studio, samples.KINDS["sheet"], dark=True)
    assert image.size == (1240, 1754)
    assert [round(each) for each in image.info["dpi"]] == [150, 150]
    assert image.getpixel((0, 0)) == GROUND[False]
    assert 0.005 < covered(image, GROUND[False]) < 0.5


async def test_a_step_has_the_colour_of_its_stroke_and_no_other(studio: Studio) -> None:
    chart = samples.history(1_000, 9_000)
    first, last = chart.rows
    drawn = {}
    for stroke in (Tone.RISE, Tone.CUT):
        last = replace(last, tone=Tone.WHOLE, remark="", stroke=stroke)
        image = await draw(studio, replace(chart, rows=(first, last)))
        colors = image.getcolors(image.width * image.height) or []
        drawn[stroke] = {color for count, color in colors if count > 500}
    tones = LIGHT.tones
    for stroke, other in ((Tone.RISE, Tone.CUT), (Tone.CUT, Tone.RISE)):
        assert ImageColor.getrgb(tones[stroke]) in drawn[stroke]
        assert ImageColor.getrgb(tones[other]) not in drawn[stroke]


async def test_the_same_chart_is_the_same_picture(studio: Studio) -> None:
    picture = Picture(samples.KINDS["waterfall"])
    first, again = await studio.draw(picture), await studio.draw(picture)
    assert first == again
    assert await studio.draw(Picture(samples.KINDS["waterfall"], dark=True)) != first


@pytest.mark.parametrize(
    "chart",
    [
        samples.history(1),
        samples.history(None, None),
        samples.history(*[10**15, -(10**15), 0] * 4),
        samples.waterfall(1, start=10**18),
        samples.waterfall(-1000, -1, 5, start=1000),
        samples.waterfall(start=0, name=samples.LONG),
        samples.structure(*[7] * 12, name=samples.LONG),
        samples.structure(10**18, 1, -(10**17), 0),
        samples.structure(5, name="x" * 300),
        samples.structure(5, name="$a_1$ \\frac{1}{2} ^{ 日本"),
        samples.sheet(30, samples.LONG),
    ],
    ids=lambda chart: type(chart).__name__,
)
async def test_what_is_hard_to_draw_is_drawn(studio: Studio, chart: Chart) -> None:
    image = await draw(studio, chart)
    assert covered(image, GROUND[False]) > 0.01


async def test_names_are_broken_into_lines(studio: Studio) -> None:
    short, long = [await draw(studio, samples.structure(5, 4, name=name)) for name in ("Жол", samples.LONG)]
    assert long.height > short.height


async def test_a_small_change_is_seen_beside_a_huge_total(studio: Studio) -> None:
    image = await draw(studio, samples.structure(10**12, 1))
    blue = [row for row in range(image.height) if image.getpixel((37, row)) == (42, 111, 176)]
    assert len(blue) == 2 * 24, "two bars begin at the left"


async def test_the_font_has_every_letter_and_sign() -> None:
    spec = find_spec("matplotlib")
    assert spec is not None
    [folder] = spec.submodule_search_locations or []
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        font = ImageFont.truetype(Path(folder) / "mpl-data/fonts/ttf" / name, 30)
        missing = bytes(font.getmask("日"))
        for letter in "әғқңөұүһіӘҒҚҢӨҰҮҺІёйЁЙ№→−⚠✓…«»–—":
            assert bytes(font.getmask(letter)) != missing, letter


async def test_an_idle_process_ends_by_itself() -> None:
    command = [sys.executable, "-m", "bot.charts.worker", "0", str(2**30)]
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, cwd=PROJECT)
    assert await process.wait() == 0, "though nobody closed its input"


async def test_what_fails_while_drawing_is_told_and_logged(
    studio: Studio, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(DrawingError) as raised:
        await studio.draw(Picture("no chart"))  # type: ignore[arg-type]
    assert raised.value.fault is DrawingFault.CRASH
    assert "no chart" in caplog.text


async def test_a_ruler_keeps_only_so_many_fonts() -> None:
    ruler = Ruler()
    for size in range(3 * FONTS_KEPT):
        assert ruler.font(10 + size / 100).get_size_in_points() > 0
    assert len(ruler._fonts) <= FONTS_KEPT
