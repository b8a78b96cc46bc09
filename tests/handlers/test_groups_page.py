"""What the page about groups and inline shows is what the bot says of the sample decisions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from aiogram.types import InlineQueryResultArticle

from tests.harness.exploring import message_of
from tests.harness.person import text_of
from tests.harness.world import open_world

PAGE = (Path(__file__).parents[2] / "docs/groups.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^`([^`]+)`\n\n((?:>.*\n)+)", PAGE, re.MULTILINE)
FIRST = {
    "жол мен мектеп": "Бірге: ",
    "школы и освещение вместе": "Вместе: ",
    "образование без школ": "«Образование» без ",
    "ең ірі шығыстар": "Ең ірі",
    "12-3": "Что изменило решение № 12-3",
    "как изменились школы": "История изменений: ",
    "дор": "Ремонт районных дорог и улиц",
}


async def test_the_page_shows_what_the_bot_says(
    samples: Path, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    file = Path(shutil.copy(samples, tmp_path / "qazyna.db"))
    assert len(SHOWN) >= 4
    async with open_world(file, limits={}) as world:
        person = world.person("ru")
        for asked, quoted in SHOWN:
            with subtests.test(asked):
                if "+" in asked:
                    result, *_ = (await person.ask_inline(asked)).results
                    assert isinstance(result, InlineQueryResultArticle)
                    said = message_of(result)
                else:
                    said = text_of(await person.send(asked))
                lines = [line.removeprefix(">").strip() for line in quoted.splitlines()]
                assert [line for line in lines if line not in said.replace("\u00a0", " ")] == []
        for query, title in FIRST.items():
            with subtests.test(query):
                assert f"`{query}`" in PAGE
                first = (await person.ask_inline(query)).results[0]
                assert getattr(first, "title", "").startswith(title)
