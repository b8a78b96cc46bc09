"""A message that is to be checked, sent by somebody who asks of the real decisions of Taraz."""

from __future__ import annotations

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

KK, RU = Language.KK, Language.RU
CHECK = {KK: "тексер", RU: "проверь"}
LIGHTING = {KK: "Көшелерді жарықтандыру", RU: "Освещение улиц"}
# How the sum is told: of the newest decision 700 000 thousand, of April's 719 855.
_CLAIMS = {KK: "көшелерді жарықтандыруға {} бөлінді", RU: "на освещение улиц дали {}"}


async def check(asker: TestUser, texts: Texts, kazakh: str, russian: str) -> str:
    """What is answered to a claim in the person's language, with plain spaces in its amounts."""
    said = {KK: kazakh, RU: russian}[texts.language]
    return shown(await asker.send(f"{CHECK[texts.language]}: {said}"))


def up_to(value: str, texts: Texts, key: str, **values: str) -> str:
    """A sentence up to one of its values, which a test leaves open; never empty, which every text would hold."""
    told = texts.get(key, **values, **{value: "\0"}).partition("\0")[0]
    assert told.strip(), key
    return told


def shown(sent: Sent) -> str:
    """What was sent, with plain spaces in its amounts."""
    return text_of(sent).replace("\u00a0", " ")


def claim(language: Language, amount: str) -> str:
    """That so much was given for the lighting of streets."""
    return _CLAIMS[language].format(amount)
