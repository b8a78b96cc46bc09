"""A message that is to be checked, sent by somebody who asks of the real decisions of Taraz."""

from __future__ import annotations

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

KK, RU = Language.KK, Language.RU
_CHECK = {KK: "тексер", RU: "проверь"}


async def check(asker: TestUser, texts: Texts, kazakh: str, russian: str) -> str:
    """What is answered to a claim in the person's language, with plain spaces in its amounts."""
    said = {KK: kazakh, RU: russian}[texts.language]
    return text_of(await asker.send(f"{_CHECK[texts.language]}: {said}")).replace("\u00a0", " ")


def up_to(value: str, texts: Texts, key: str, **values: str) -> str:
    """A sentence up to one of its values, which a test leaves open; never empty, which every text would hold."""
    told = texts.get(key, **values, **{value: "\0"}).partition("\0")[0]
    assert told.strip(), key
    return told
