"""What is kept of a person can be seen and deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiogram.types import Chat
from sqlalchemy.exc import OperationalError

from handlers import reply_log
from handlers.views.texts import Texts, load_texts
from parser.records import Language
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
    assert text_of(await person.send("/forget")) == texts.get("privacy-forgotten")
    assert texts.get("privacy-nothing") in text_of(await person.send("/privacy"))
    assert "04 · 464" not in text_of(await person.send("2014"))  # what was asked before is forgotten too


async def test_forgetting_nothing_is_no_error(person: TestUser, texts: Texts) -> None:
    assert text_of(await person.send("/forget")) == texts.get("privacy-forgotten")


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
    assert texts.get("privacy-nothing") in text_of(await person.send("/privacy"))


_NUMBER = 700_123_457  # no other value of a database is like it


@pytest.mark.parametrize("together", [False, True])
async def test_no_table_names_who_is_forgotten(database: Path, language: Language, together: bool) -> None:
    async with open_world(database, together=together) as world:
        person = world.person(language.value, id=_NUMBER)
        group = world.person(
            language.value, id=_NUMBER, chat=Chat(id=-100_500, type="supergroup", title="Тараз")
        )
        texts = load_texts(language)
        await person.send("/language")
        await person.press(texts.get("language-name"))
        await person.send("/home Тараз")
        await person.send("464 009")
        await person.press(texts.get("button-follow"))
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
