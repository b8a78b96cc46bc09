"""What is kept of a person can be seen and deleted."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from handlers import reply_log
from handlers.views.texts import Texts
from tests.harness.person import TestUser, text_of


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
