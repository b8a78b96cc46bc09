"""The pictures of docs/pictures: charts, and whole dialogues as a chat shows them.

`make pictures` makes them anew. Nothing in them is made up: the bot is asked over the sample decisions, as
a person would ask. A chart is what a press of its button brings; a dialogue has its transcript in its file,
which a test compares with what the bot says by now.
"""

from __future__ import annotations

import asyncio
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bench.bubbles import draw_dialogue
from bench.dialogues import NAMED, TRANSCRIPT, hold_dialogue
from bot.charts.studio import Studio
from bot.chat.files import file_path
from handlers.views.texts import load_texts
from parser.parse import parse_file
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.harness.person import TestUser
from tests.harness.world import World, open_world

_SAMPLES = Path(__file__).parents[1] / "data" / "taraz"
# Enough for letters and bars; a picture takes a third of the room. A dialogue has those of its chart as well.
_COLOURS, _DIALOGUE_COLOURS = 64, 200


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: what is asked, and the texts of the buttons that lead to it."""

    name: str
    asked: str
    pressed: tuple[str, ...]


_SHOTS = {
    Language.KK: (
        Shot("history.kk", "білім беру қалай өзгерді", ("chart-button",)),
        Shot("changes.kk", "12-3 шешімі нені өзгертті", ("chart-button",)),
        Shot("spending.kk", "шығындар құрамы", ("chart-button", "chart-button-dark")),
        Shot("page.kk", "12-3 шешімі нені өзгертті", ("button-table", "chart-button-print")),
    ),
    Language.RU: (
        Shot("history.ru", "как изменилось образование", ("chart-button",)),
        Shot("changes.ru", "что изменило решение 12-3", ("chart-button",)),
        Shot("spending.ru", "состав расходов", ("chart-button",)),
        Shot("page.ru", "что изменило решение 12-3", ("button-table", "chart-button-print")),
    ),
}


async def take_pictures(folder: Path) -> None:
    """Ask the bot for each picture.

    Args:
        folder: where they are written; it is there.
    """
    with TemporaryDirectory() as place:
        database = Path(place) / "samples.db"
        engine = create_engine(f"sqlite+aiosqlite:///{database}")
        await migrate(engine)
        for file in sorted(_SAMPLES.iterdir()):
            await ingest(create_sessions(engine), parse_file(file))
        await engine.dispose()
        async with open_world(database, draughtsman=Studio(), limits={}) as world:
            for number, language in enumerate(_SHOTS, start=1):
                person = world.person(language.value, id=number)
                for shot in _SHOTS[language]:
                    await _take(person, shot, language, folder)
                for name in NAMED:
                    await _show(world, name, language, folder)


async def _take(person: TestUser, shot: Shot, language: Language, folder: Path) -> None:
    await person.send(shot.asked)
    for key in shot.pressed:
        await person.press(load_texts(language).get(key))
    file = file_path(person.message) if person.message else None
    if file is None:
        raise LookupError(f"{shot.asked}: no picture")
    with Image.open(io.BytesIO(person.session.files[file])) as image:
        resolution = {"dpi": image.info["dpi"]} if "dpi" in image.info else {}
        _write(image.quantize(_COLOURS, dither=Image.Dither.NONE), folder / f"{shot.name}.png", **resolution)


async def _show(world: World, name: str, language: Language, folder: Path) -> None:
    dialogue = await hold_dialogue(world, name, language)
    transcript = PngInfo()
    transcript.add_text(TRANSCRIPT, dialogue.transcript)
    drawn = draw_dialogue(dialogue, language).quantize(_DIALOGUE_COLOURS, dither=Image.Dither.NONE)
    _write(drawn, folder / f"dialogue-{dialogue.name}.png", pnginfo=transcript)


def _write(image: Image.Image, target: Path, **options: Any) -> None:  # noqa: ANN401 - as Pillow takes them
    image.save(target, optimize=True, **options)
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    wanted = Path(sys.argv[1])
    wanted.mkdir(parents=True, exist_ok=True)
    asyncio.run(take_pictures(wanted))
