"""What is kept in memory changes no answer: whatever is asked, chosen and loaded in whatever order.

Two bots live through the same: one as it is, and one that remembers nothing between two updates.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
import tempfile
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from aiogram.methods import TelegramMethod
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from handlers.desk import Desk
from handlers.shown_again import Circumstances
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.people import save_home, save_language
from storage.teaching import teach, unteach
from tests.conftest import examples
from tests.harness.budget import FIRST, JULY, KK, ORIGINAL, RU, THIRD, names, url
from tests.harness.person import TestUser
from tests.harness.world import World, open_world
from tests.storage.builders import document, edition

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
PEOPLE = {7: "kk", 8: "ru", 9: "de"}
QUESTIONS = (
    "көшелерді жарықтандыру", "освещение улиц", "ал 2014 жылы?", "а отдел образования?", "что изменилось?", "464",
    "қанша", "фонари", "Өзгелер", "Семей білім беру", "самые большие расходы", "/budget", "/forget", "саябақ",
)  # fmt: skip
QUERIES = ("", "бі", "білім", "освещение", "жол", "фонари", "щъх")


def semey(factor: int) -> Any:
    amounts = {path: amount * factor for path, amount in FIRST.items()}
    tables = [replace(edition(ORIGINAL, leaves=amounts, names=names(KK)), place="Семей")]
    return document(ORIGINAL, tables, KK, place="Семей", file=f"semey-{factor}.txt")


JULY_ANEW = {**THIRD, "expenditure/07/458/015": 800_000, "deficit": -1_223_223, "financing": 1_223_223}
LOADED = (
    semey(1),
    semey(2),
    document(
        JULY, [edition(JULY, KK, leaves=JULY_ANEW, names=names(KK))], KK, amends=ORIGINAL, file="july.txt"
    ),
)


class Life:
    """A bot over a copy of the database, and what people get from it."""

    def __init__(self, world: World, file: Path, *, forgets: bool) -> None:
        self.world = world
        self.file = file
        self.forgets = forgets
        self.people = {id_: world.person(language, id=id_) for id_, language in PEOPLE.items()}

    async def do(self, step: tuple[Any, ...]) -> list[Any]:
        """Something that happens; what the bot shows then."""
        keeper = self.world.services.keeper
        if self.forgets:
            keeper.remembered.readings = None
            keeper.remembered.forget_people()
        match step:
            case "ask", id_, text:
                return shown(await self.people[id_].send(text))
            case "type", id_, query:
                return shown([await self.people[id_].ask_inline(query)])
            case "press", id_, number:
                return shown(await self.press(self.people[id_], number))
            case "choose", id_, language:
                await self.people[id_].send("/language")
                return shown(await self.people[id_].press({"kk": "Қазақша", "ru": "Русский"}[language]))
            case _:
                await self.do_elsewhere(step)
                keeper.look_again()  # a while later
                return []

    async def press(self, person: TestUser, number: int) -> list[TelegramMethod[Any]]:
        """Presses one of the buttons below the last message, where there are any."""
        buttons = [each for each in person.buttons if each.callback_data]
        if not buttons:
            return []
        return await person.press_data(
            buttons[number % len(buttons)].callback_data or "", message=person.message
        )

    async def do_elsewhere(self, step: tuple[Any, ...]) -> None:
        """What another process does."""
        engine = create_engine(url(self.file))
        sessions = create_sessions(engine)
        async with sessions() as session:
            match step:
                case "load", number:
                    await ingest(sessions, LOADED[number])
                case "home", id_, place:
                    await save_home(session, id_, place)
                case "speak", id_, language:
                    await save_language(session, id_, Language(language))
                case "teach", is_new:
                    meant = {KK: "Автомобиль жолдары", RU: "Автомобильные дороги"}
                    await (teach(session, "фонари", RU, meant, NOW) if is_new else unteach(session, "фонари"))
        await engine.dispose()


def shown(sent: list[TelegramMethod[Any]]) -> list[Any]:
    """What people see of it, without the numbers of messages."""
    hidden = {"reply_parameters", "message_id", "chat_id", "callback_query_id", "inline_query_id"}
    return [(type(each).__name__, each.model_dump(exclude=hidden, exclude_defaults=True)) for each in sent]


who = st.sampled_from(sorted(PEOPLE))
spoken = st.sampled_from(["kk", "ru"])
steps = st.one_of(
    st.tuples(st.just("ask"), who, st.sampled_from(QUESTIONS)),
    st.tuples(st.just("ask"), who, st.sampled_from(QUESTIONS[:4])),
    st.tuples(st.just("type"), who, st.sampled_from(QUERIES)),
    st.tuples(st.just("press"), who, st.integers(0, 8)),
    st.tuples(st.just("choose"), who, spoken),
    st.tuples(st.just("load"), st.integers(0, len(LOADED) - 1)),
    st.tuples(st.just("home"), who, st.sampled_from(["Семей", "Тараз"])),
    st.tuples(st.just("speak"), who, spoken),
    st.tuples(st.just("teach"), st.booleans()),
)


# What is kept when it is asked for again, and then asked for in other circumstances.
AGAIN = [("load", 0)] + [("ask", id_, QUESTIONS[0]) for id_ in PEOPLE for _ in range(3)]
OTHERWISE = [
    ("home", 7, "Семей"), ("ask", 7, QUESTIONS[0]), ("press", 7, 0),
    ("choose", 7, "ru"), ("ask", 7, QUESTIONS[0]), ("press", 7, 0),
    *[("ask", 8, text) for text in (*QUESTIONS[:1], QUESTIONS[2]) * 3], ("ask", 8, "464"), ("ask", 8, QUESTIONS[2]),
    *[("type", 9, "білім")] * 3, ("home", 9, "Семей"), ("type", 9, "білім"), ("speak", 9, "ru"), ("type", 9, "білім"),
    *[("choose", 7, "ru"), ("ask", 7, QUESTIONS[0])] * 4, ("choose", 7, "kk"), ("ask", 7, QUESTIONS[0]),
    *[("ask", 8, QUESTIONS[0])] * 5, ("load", 2), ("ask", 8, QUESTIONS[0]), ("type", 9, QUESTIONS[0]),
]  # fmt: skip


@example(AGAIN + OTHERWISE)
@settings(
    max_examples=examples(3), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(steps, min_size=15, max_size=30))
def test_answers_are_those_of_empty_memory(filled: Path, lived: list[tuple[Any, ...]]) -> None:
    async def live(folder: Path) -> None:
        files = [Path(shutil.copy(filled, folder / f"{number}.db")) for number in range(2)]
        async with open_world(files[0], limits={}) as kept, open_world(files[1], limits={}) as empty:
            first, second = Life(kept, files[0], forgets=False), Life(empty, files[1], forgets=True)
            for number, step in enumerate(lived):
                assert await first.do(step) == await second.do(step), lived[: number + 1]

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(live(Path(folder)))


def test_all_that_a_desk_knows_of_a_person_is_in_the_key() -> None:
    told = {"language": "texts", "last": "conversation"}
    of_everybody = {"session", "index", "missed", "finish"}
    seen_after = {"find_followed"}  # what is kept is the same whoever follows its line
    known = {told.get(name, name) for name in Circumstances._fields}
    assert known == {field.name for field in fields(Desk)} - of_everybody - seen_after
