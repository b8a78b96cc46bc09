"""What the greeting and /ask say that one may type, whatever budget is loaded or at home."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.types import Chat

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.answering.sure_examples import find_sure_examples
from tests.handlers.test_guest import text_of_guest
from tests.harness.budget import BUDGET, ORIGINAL, fill
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world
from tests.storage.builders import document, edition


@pytest.fixture
async def several(five_budgets: Path, tmp_path: Path) -> AsyncIterator[World]:
    """Capitals, an oblast, rayons and villages beside Taraz."""
    async with open_world(Path(shutil.copy(five_budgets, tmp_path / "qazyna.db")), limits={}) as world:
        yield world


def examples(person: TestUser) -> list[str]:
    """What a tap would copy out of the bot's last message."""
    assert person.message is not None
    text, entities = person.message.text or "", person.message.entities or []
    return [entity.extract_from(text) for entity in entities if entity.type == "code"]


async def is_sure(person: TestUser, asked: str, texts: Texts) -> bool:
    """Whether the answer is one line with its source."""
    text = text_of(await person.send(asked))
    return texts.get("card-source") in text and texts.get("button-printed") in person.labels


@pytest.mark.sweep
async def test_each_example_is_answered_surely_in_every_place(several: World, texts: Texts) -> None:
    async with several.services.sessions() as session:
        places = [known.newest.place for known in (await several.services.keeper.current(session)).places]
    assert len(places) > 4
    words = set()
    for number, place in enumerate(places):
        person = several.person(texts.language.value, id=100 + number)
        await person.send(f"/home {place}")
        await person.send("/start")
        word, code, total = examples(person)
        assert code.replace(" ", "").isdigit()
        words.add(word)
        for asked in (word, code, total):
            assert await is_sure(several.person(texts.language.value, id=100 + number), asked, texts), (
                place,
                asked,
            )
    assert len(words) > 1, "a village has no line of schools"


async def test_where_nobody_chose_a_place_they_are_answered_surely_too(several: World, texts: Texts) -> None:
    person = several.person(texts.language.value)
    await person.send("/start")
    shown = examples(person)
    assert len(shown) == 3
    for number, asked in enumerate(shown):
        assert await is_sure(several.person(texts.language.value, id=200 + number), asked, texts), asked


async def test_they_are_in_each_language_where_none_is_known(open_to_askers: World) -> None:
    with open_to_askers.newcomer("en") as stranger:
        await stranger.send("/start")
    kazakh, russian = examples(stranger)[:3], examples(stranger)[3:]
    assert (kazakh[0], russian[0]) == ("мектептер", "школы")
    assert kazakh[1] == russian[1]
    assert kazakh[2] == load_texts(Language.KK).get("start-example-total")


async def test_the_command_that_asks_says_the_same(person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    shown = examples(person)[:-1]
    await person.send("/ask")
    assert [asked.removeprefix("/ask ") for asked in examples(person)][: len(shown)] == shown


async def test_a_budget_without_spending_has_no_code(tmp_path: Path, texts: Texts) -> None:
    leaves = {"revenue/1/01/2": 700, "revenue/4/02/2": 1000}
    names = {"revenue": "1. ДОХОДЫ"}
    tables = [edition(ORIGINAL, Language.RU, leaves=leaves, names=names)]
    await fill(tmp_path / "revenue.db", [document(ORIGINAL, tables, Language.RU)])
    async with open_world(tmp_path / "revenue.db") as world:
        person = world.person(texts.language.value)
        await person.send("/start")
        assert not any(shown.replace(" ", "").isdigit() for shown in examples(person))


async def test_nothing_loaded_has_none(tmp_path: Path, texts: Texts) -> None:
    await fill(tmp_path / "empty.db", [])
    async with open_world(tmp_path / "empty.db") as world:
        person = world.person(texts.language.value)
        await person.send("/start")
        assert examples(person) == []
        assert texts.get("start-ask") not in (person.message.text or "" if person.message else "")


async def test_a_word_that_two_lines_may_be_is_no_example(world: World) -> None:
    """And the code is another line's than the word's, where there are two."""
    async with world.services.sessions() as session:
        words = ["прочие", "образование", "освещение улиц", "озеленение"]
        index = await world.services.keeper.current(session)
        [found] = await find_sure_examples(session, index, BUDGET, words)
        [none] = await find_sure_examples(session, index, BUDGET, ["метро"])
    assert (found.word, found.code) == ("образование", "458 018")
    assert none.word is None
    assert none.code, "the largest program's"


@pytest.mark.sweep
async def test_what_help_says_is_answered_in_every_place(several: World, texts: Texts) -> None:
    """Words, codes, amounts, years, decisions, several lines and claims are those of the place that is at home."""
    async with several.services.sessions() as session:
        places = [known.newest.place for known in (await several.services.keeper.current(session)).places]
    helps = set()
    for number, place in enumerate(places):
        person = several.person(texts.language.value, id=500 + number)
        await person.send(f"/home {place}")
        told = text_of(await person.send("/help")).split("\n\n")[1]
        helps.add(told)
        ways = told.splitlines()
        assert len(ways) == 8
        quoted = [each for way in ways for each in re.findall("«([^»]+)»", way)]
        bare = [each for way in ways[1:3] for each in _split_bare(way)]
        assert len(bare) >= 3, place
        for asked in (*quoted, *bare):
            if asked == texts.get("check-question", claim="").strip(" :"):
                continue  # that word is sent in reply to a message
            text = text_of(await several.person(texts.language.value, id=500 + number).send(asked))
            assert _is_answered(asked, text, texts), (place, asked, text)
    assert len(helps) > 4, "each place has lines of its own"


def _split_bare(way: str) -> list[str]:
    """The codes or the amount behind a way's colon."""
    return [each.strip(" .") for each in way.partition(":")[2].split(",") if re.search(r"\d", each)]


def _is_answered(asked: str, text: str, texts: Texts) -> bool:
    """Whether it is no choice and no refusal: amounts with their source, or a word that is explained."""
    choices = (texts.get("candidates-title", query=asked, count=count) for count in range(1, 50))
    refused = (texts.get("nothing-found", query=asked), texts.get("candidates-unsure", query=asked), *choices)
    answered = ("card-source", "term-source", "chart-sources")
    return not any(each in text for each in refused) and any(texts.get(key) in text for key in answered)


async def test_a_check_is_explained_by_a_line_of_the_place(several: World, texts: Texts) -> None:
    asked = texts.get("check-question", claim="").strip(" :")
    told = set()
    for number, place in enumerate(("Тараз", "Ақсу ауылдық округі")):
        person = several.person(texts.language.value, id=600 + number)
        await person.send(f"/home {place}")
        text = text_of(await person.send(asked))
        [claim] = [each for each in re.findall("«([^»]+)»", text) if ":" in each]
        told.add(claim)
        assert texts.get("card-source") in text_of(await person.send(claim))
    assert len(told) == 2


SAID = [
    "talk-greeting",
    "talk-request",
    "talk-wordless",
    "nothing-try",
    "nothing-try-elsewhere",
    "not-held-ask",
    "fallback-content",
]


@pytest.mark.parametrize("key", SAID)
async def test_what_the_bot_says_to_ask_is_answered_wherever_it_says_so(
    several: World, texts: Texts, key: str
) -> None:
    told = re.findall("«([^»]+)»", texts.get(key))
    assert told
    async with several.services.sessions() as session:
        places = [known.newest.place for known in (await several.services.keeper.current(session)).places]
    for number, place in enumerate(places[-4:]):
        for asked in told:
            person = several.person(texts.language.value, id=300 + number)
            await person.send(f"/home {place}")
            text = text_of(await person.send(asked))
            assert texts.get("card-source") in text or texts.get("listing-whole", amount="").strip() in text


async def test_in_a_group_and_to_guests_it_names_what_the_budget_has(several: World, texts: Texts) -> None:
    village = several.person(texts.language.value, id=400)
    await village.send("/home Ақсу ауылдық округі")
    await village.send("/start")
    word = examples(village)[0]
    group = Chat(id=-5, type="supergroup", title="Ақсу")
    asker = TestUser(
        several.dispatcher, several.bot, several.session, texts.language.value, id=400, chat=group
    )
    text = text_of(await asker.send(f"@{USERNAME}"))
    assert texts.get("group-name", username=USERNAME, example=word) in text
    await village.send("/help")
    other = re.findall("«([^»]+)»", village.message.text or "" if village.message else "")[1]
    assert texts.get("group-reply", other=other) in text
    told = text_of_guest(await asker.ask_as_guest(f"@{USERNAME}"))
    assert texts.get("group-name", username=USERNAME, example=word) in told
    assert texts.get("guest-once") in told
    assert texts.get("group-reply", other=other) not in told, "nothing goes on from there"
