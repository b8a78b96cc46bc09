"""A chat goes on from its last answer; another chat knows nothing of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from aiogram.types import Chat

from handlers.memory import Answered, Conversation, Memory, measure_question
from handlers.views.links import NEWEST
from handlers.views.texts import Texts
from parser.question.reading import read_question
from parser.records import Language
from storage.kept.values import weigh
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

SCHOOLS = read_question("школы")


async def test_a_year_alone_asks_about_the_last_line(person: TestUser) -> None:
    first = text_of(await person.send("464 009"))
    then = text_of(await person.send("ал 2014 жылы?"))
    assert "464" in then
    assert first != then
    assert "2014" in then


async def test_another_chat_is_not_gone_on_from(world: World) -> None:
    asker, stranger = world.person("ru", id=7), world.person("ru", id=8)
    await asker.send("464 009")
    assert "04 · 464" not in text_of(await stranger.send("а в 2014 году?"))


async def test_in_a_group_each_goes_on_from_their_own_question(world: World) -> None:
    group = Chat(id=-100500, type="supergroup", title="Тараз")
    asker, other = (world.person("ru", id=number, chat=group) for number in (7, 8))
    await asker.send(f"@{USERNAME} 464 009")
    assert "04 · 464" not in text_of(await other.send(f"@{USERNAME} а в 2014 году?"))
    assert "04 · 464" in text_of(await asker.send(f"@{USERNAME} а в 2014 году?"))


async def test_the_same_words_after_another_question_mean_another_line(person: TestUser) -> None:
    await person.send("464 009")
    first = text_of(await person.send("ал 2014 жылы?"))
    await person.send("07 458 015")
    assert "242" in text_of(await person.send("ал 2014 жылы?"))
    assert "242" not in first


async def test_an_earlier_message_is_recalled_as_it_was_meant(person: TestUser, texts: Texts) -> None:
    """Its buttons lead back to what it asked then, though the chat has gone on since."""
    others = {Language.KK: "өзгелер", Language.RU: "прочие"}[texts.language]
    await person.send(others)
    offered = text_of(await person.send("ал 2014 жылы?"))
    asked = person.message
    await person.send("464 009")
    again = await person.press_data(f"q2:0:{NEWEST}", message=asked)
    assert text_of(again) == offered


FOLLOW_UP = {Language.KK: "ал 2014 жылы?", Language.RU: "а в 2014?"}


@pytest.mark.parametrize("by_button", [True, False])
async def test_a_message_goes_on_from_the_line_that_was_chosen(
    person: TestUser, texts: Texts, by_button: bool
) -> None:
    """Not from the first of those that were offered, nor from the whole budget."""
    others, second, history = {
        Language.KK: ("өзгелер", "екіншісі", "тарихы"),
        Language.RU: ("прочие", "второе", "история"),
    }[texts.language]
    await person.send(others)
    chosen = person.buttons[1].text
    code = "12 · 458 · 041" if "12 · 458 · 041" in text_of(await person.press(chosen)) else "07 · 458 · 041"
    if not by_button:
        await person.send(others)
        await person.send(second)
    ledger = text_of(await person.send(history))
    assert texts.get("ledger-title") in ledger
    assert code in ledger


async def test_a_message_goes_on_from_the_edition_that_was_opened(person: TestUser, texts: Texts) -> None:
    await person.send("464 009")
    await person.press(texts.get("button-ledger"))
    opened = text_of(await person.press("№ 12-3"))
    assert text_of(await person.send({Language.KK: "үлесі?", Language.RU: "доля?"}[texts.language])) == opened


async def test_the_same_words_keep_the_questions_that_they_went_on_from(
    person: TestUser, texts: Texts
) -> None:
    """Pressed after the same words were said of another line, a button still means the first."""
    others = {Language.KK: "өзгелер", Language.RU: "прочие"}[texts.language]
    await person.send(others)
    offered = text_of(await person.send(FOLLOW_UP[texts.language]))
    asked = person.message
    await person.send("464 009")
    await person.send(FOLLOW_UP[texts.language])
    assert text_of(await person.press_data(f"q2:0:{NEWEST}", message=asked)) == offered


async def test_what_is_forgotten_is_said(person: TestUser, database: Path, texts: Texts) -> None:
    """After a restart nobody knows what `а в 2014?` went on from: alone it asks nothing."""
    first = text_of(await person.send({Language.KK: "өзгелер", Language.RU: "прочие"}[texts.language]))
    alone = person.message
    await person.send(FOLLOW_UP[texts.language])
    asked = person.message
    async with open_world(database, together=False) as restarted:
        restarted.session.messages |= person.session.messages
        person = restarted.person(texts.language)
        gone = await person.press_data(f"q2:0:{NEWEST}", message=asked)
        assert alert_of(gone) == texts.get("candidates-gone")
        assert text_of(await person.press_data(f"q2:0:{NEWEST}", message=alone)) == first


async def test_what_went_on_is_kept_by_its_person_and_chat_alone() -> None:
    memory = Memory()
    here, there, other = Conversation(memory, 1, 7), Conversation(memory, 2, 7), Conversation(memory, 1, 8)
    here.note(5, SCHOOLS)  # nothing was answered yet
    assert here.recall(5) is None
    here.remember(Answered(SCHOOLS, 2013, "Көктем", Language.RU))
    here.note(5, SCHOOLS)
    assert here.recall(5) == SCHOOLS
    assert other.recall(5, asker=7) == SCHOOLS
    for stranger in (there, other):
        assert stranger.recall(5) is None
        assert stranger.last is None
    there.remember(Answered(SCHOOLS, 2013, "Көктем", Language.RU))
    other.remember(Answered(SCHOOLS, 2013, "Көктем", Language.RU))
    await here.forget()
    assert (here.last, there.last) == (None, None)
    assert other.last is not None


def test_memory_is_bounded() -> None:
    memory = Memory()
    for chat in range(10_050):
        Conversation(memory, chat, 7).remember(Answered(SCHOOLS, 2013, "Көктем", Language.RU))
    assert Conversation(memory, 3, 7).last is None
    newest = Conversation(memory, 10_049, 7)
    assert newest.last == Answered(SCHOOLS, 2013, "Көктем", Language.RU)
    for year in range(2000, 2050):
        newest.note(year, SCHOOLS)
    assert newest.recall(2049) == SCHOOLS
    assert newest.recall(2000) is None


def test_what_people_asked_takes_so_many_bytes() -> None:
    memory = Memory()
    asked = read_question("образование без школ и садов 2014")
    for person in range(3000):
        question = replace(asked, text=f"{asked.text}{person}")
        conversation = Conversation(memory, person, person)
        conversation.remember(Answered(question, 2013, "Тараз", Language.RU))
        conversation.note(1, question)
    kept = [person for person in range(3000) if memory.find(person, person)]
    assert kept == list(range(kept[0], 3000))
    assert len(kept) * weigh(asked) < 16 * 2**20
    assert kept[0] > 0


@pytest.mark.parametrize(
    "text",
    [
        "школы",
        "образование без школ и садов 2014",
        "проверь: на школы дали 5 млрд, на дороги 2 млрд",
        "қанша бөлінді",
    ],
)
def test_a_question_takes_no_more_than_is_counted(text: str) -> None:
    question = read_question(text)
    assert weigh(question) / 2 < measure_question(question) < weigh(question) * 3
