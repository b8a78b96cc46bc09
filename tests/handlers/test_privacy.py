"""What is kept of a person can be seen and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiogram.methods import AnswerGuestQuery, SendMessage
from aiogram.types import Chat
from sqlalchemy.exc import OperationalError

from bot.middlewares.throttle import LIMITS
from handlers import reply_log
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.allowances import Limit
from tests.harness.databases import SERVER
from tests.harness.person import TestUser, text_of
from tests.harness.world import open_world
from tests.storage.dump import tables_naming


async def test_what_is_kept_is_shown_and_deleted(person: TestUser, texts: Texts) -> None:
    await person.send("/language")
    await person.press(texts.get("language-name"))
    await person.send("464 009")
    kept = text_of(await person.send("/privacy"))
    assert texts.get("privacy-language", language=texts.get("language-name")) in kept
    assert texts.get("privacy-replies", count=1) in kept
    assert texts.get("privacy-id", number=str(person.user.id)) in kept
    assert text_of(await person.send("/forget")) == forgotten(texts)
    assert_kept_nothing(text_of(await person.send("/privacy")), texts)
    assert "04 · 464" not in text_of(await person.send("2014"))  # what was asked before is forgotten too


def forgotten(texts: Texts) -> str:
    """What /forget says; where several processes share a database, also what stays in it for some hours."""
    keys = ("privacy-forgotten", *(["privacy-forgotten-counted"] if SERVER else []))
    return "\n".join(map(texts.get, keys))


def assert_kept_nothing(said: str, texts: Texts) -> None:
    """Whether /privacy tells of nothing that is stored, but of what stays for some hours."""
    if not SERVER:
        assert texts.get("privacy-nothing") in said
        return
    told = said.partition(texts.get("privacy-stored"))[2].partition(texts.get("privacy-besides"))[0]
    assert len([line for line in told.splitlines() if line.startswith("•")]) == 2
    assert texts.get("privacy-counted") in told


async def test_forgetting_nothing_is_no_error(person: TestUser, texts: Texts) -> None:
    assert text_of(await person.send("/forget")) == forgotten(texts)


async def test_what_waits_to_be_written_is_shown_and_deleted_too(
    person: TestUser, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database is locked"))

    await person.send("464 009")
    assert texts.get("privacy-replies", count=1) in text_of(await person.send("/privacy"))
    with monkeypatch.context() as patched:
        patched.setattr(reply_log, "keep_replies", refuse)  # somebody else writes
        await person.send("2014")
        assert texts.get("privacy-replies", count=2) in text_of(await person.send("/privacy"))
        await person.send("/forget")
    assert_kept_nothing(text_of(await person.send("/privacy")), texts)


OPERATOR = 901
_NUMBER = 700_123_457  # no other value of a database is like it


async def live(person: TestUser, texts: Texts) -> None:
    """Uses what else the bot can do: a picture, inline, as a guest, what is missed, a word to the operator."""
    for key in ("button-ledger", "chart-button"):
        await person.press(texts.get(key))
    assert (await person.ask_inline("464 009")).results
    assert isinstance(await person.ask_as_guest("464 009"), AnswerGuestQuery)
    await person.send("бегемоттар")
    await person.press(texts.get("button-feedback"))
    sent = await person.press(texts.get("button-feedback-send"))
    assert any(isinstance(each, SendMessage) and each.chat_id == OPERATOR for each in sent)


@pytest.mark.parametrize("together", [False, True])
async def test_no_table_names_who_is_forgotten(database: Path, language: Language, together: bool) -> None:
    limits = dict.fromkeys(LIMITS, Limit(100, 20))  # which are counted, and never reached
    async with open_world(database, together=together, admin_ids=(OPERATOR,), limits=limits) as world:
        person = world.person(language.value, id=_NUMBER)
        group = world.person(
            language.value, id=_NUMBER, chat=Chat(id=-100_500, type="supergroup", title="Тараз")
        )
        texts = load_texts(language)
        await person.send("/language")
        await person.press(texts.get("language-name"))
        await person.send("/home Тараз")
        await person.send("464 009")
        await person.press(texts.get("button-follow-short"))
        await live(person, texts)
        await person.send("ал 2014-те?")
        await person.edit(person.sent_last, "ал 2015-те?")
        await person.send(
            {Language.KK: "жолға 2 млрд бөлінді", Language.RU: "на дороги дали 2 млрд"}[language]
        )
        await person.send({Language.KK: "тексер", Language.RU: "проверь"}[language])
        await group.send("/budget 464 009")
        kept = {"person", "follow", "told", "sent_reply"}
        shared = {"kept_memory", "allowance"} if together else set()
        await person.send("/privacy")  # writes down what waits
        assert tables_naming(database, _NUMBER) == kept | shared
        await person.send("/forget")
        assert tables_naming(database, _NUMBER) == shared - {"kept_memory"}
