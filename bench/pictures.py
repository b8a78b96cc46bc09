"""The pictures of docs/pictures: the bot is asked for them, over the sample decisions, as a person would ask.

`make pictures` makes them anew. Nothing in them is drawn for show: each is what a press of the button brings.
"""

from __future__ import annotations

import asyncio
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from PIL import Image

from bot.app import create_dispatcher
from bot.chat.chat import LocalChat
from bot.chat.files import file_path
from bot.chat.screen import Terminal
from bot.services import create_services
from handlers.views.texts import load_texts
from parser.parse import parse_file
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate

_SAMPLES = Path(__file__).parents[1] / "data" / "taraz"
_COLOURS = 64  # enough for letters and bars; a picture takes a third of the room


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
        Shot("page.kk", "12-3 шешімі нені өзгертті", ("chart-button-print",)),
    ),
    Language.RU: (
        Shot("history.ru", "как изменилось образование", ("chart-button",)),
        Shot("changes.ru", "что изменило решение 12-3", ("chart-button",)),
        Shot("spending.ru", "состав расходов", ("chart-button",)),
        Shot("page.ru", "что изменило решение 12-3", ("chart-button-print",)),
    ),
}


async def take_pictures(folder: Path) -> None:
    """Ask the bot for each picture.

    Args:
        folder: where they are written; it is there.
    """
    with TemporaryDirectory() as place:
        engine = create_engine(f"sqlite+aiosqlite:///{Path(place) / 'samples.db'}")
        await migrate(engine)
        for file in sorted(_SAMPLES.iterdir()):
            await ingest(create_sessions(engine), parse_file(file))
        services = create_services(engine)
        dispatcher = create_dispatcher(services, limits={})
        chats = {}
        written: set[Path] = set()
        for language in _SHOTS:
            terminal = Terminal(io.StringIO())
            chats[language] = LocalChat(dispatcher, services, terminal, language.value), terminal
        opened, _ = chats[Language.KK]
        await opened.open()
        try:
            for language, (chat, terminal) in chats.items():
                await chat.take(f"/language {language.value}")
                for shot in _SHOTS[language]:
                    taken = await _take(chat, terminal, shot, language)
                    _keep(taken, folder / f"{shot.name}.png")
                    written.add(taken.parent)
        finally:
            await opened.close()
            for left in written:
                rmtree(left)


async def _take(chat: LocalChat, terminal: Terminal, shot: Shot, language: Language) -> Path:
    texts = load_texts(language)
    await chat.take(shot.asked)
    for key in shot.pressed:
        numbers = {button.text: number for number, button in terminal.buttons.items()}
        if texts.get(key) not in numbers:
            raise LookupError(f"{shot.asked}: no {texts.get(key)!r} among {list(numbers)}")
        await chat.take(str(numbers[texts.get(key)]))
    path = file_path(terminal.message) if terminal.message else None
    if path is None:
        raise LookupError(f"{shot.asked}: no picture")
    return Path(path)


def _keep(source: Path, target: Path) -> None:
    with Image.open(source) as image:
        small = image.quantize(_COLOURS, dither=Image.Dither.NONE)
        small.save(target, optimize=True, **({"dpi": image.info["dpi"]} if "dpi" in image.info else {}))
    print(f"{target.name}: {target.stat().st_size // 1024} KB")


if __name__ == "__main__":
    wanted = Path(sys.argv[1])
    wanted.mkdir(parents=True, exist_ok=True)
    asyncio.run(take_pictures(wanted))
