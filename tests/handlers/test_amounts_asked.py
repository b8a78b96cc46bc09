"""Amounts that are asked for: rounded or cut off, of several lines, of none; and long messages."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

LIGHTS = {Language.KK: "Көшелерді жарықтандыру", Language.RU: "Освещение улиц"}
STORY = {
    Language.RU: "Живу здесь давно и всё помню, как было раньше. " * 20,
    Language.KK: "Мен мұнда көптен бері тұрамын, бәрін көріп жүрмін. " * 20,
}
ASKED = {Language.RU: "Сколько на освещение улиц?", Language.KK: "Көшелерді жарықтандыруға қанша?"}
THANKS = {Language.RU: "Заранее спасибо!", Language.KK: "Рахмет!"}


@pytest.mark.parametrize(
    "said", ["6,523 млрд", "6,52 млрд", "6,6 млрд", "6 523 млн", "6 млрд 523 млн", "6 523 223"]
)
async def test_an_amount_may_be_exact_rounded_or_cut_off(person: TestUser, texts: Texts, said: str) -> None:
    found = text_of(await person.send(said))
    assert "6\u00a0523\u00a0223" in found
    lacking = texts.get("missing-amount", value=said)
    assert found.startswith(lacking) == (said == "6,6 млрд")


@pytest.mark.parametrize("said", ["3,79 млрд", "на что 3 700 млн", "3 700 млн неге", "3 790 001"])
async def test_an_amount_that_no_line_has_is_said_not_to_be_there(
    person: TestUser, texts: Texts, said: str
) -> None:
    text = text_of(await person.send(said))
    lacking = texts.get("missing-amount", value="…").partition("…")
    assert text.startswith(lacking[0])
    assert texts.get("nothing-nearest-amounts") in text
    assert "3\u00a0800\u00a0000" in text  # the nearest
    assert texts.get("nothing-understood", words="").strip(" .") not in text


async def test_a_line_with_an_amount_that_it_has_not_is_only_offered(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send(f"{LIGHTS[texts.language]} 3 700 млн"))
    assert text.startswith(texts.get("missing-amount", value="3 700 млн"))
    assert LIGHTS[texts.language] in text


async def test_an_amount_of_another_line_is_not_said_to_be_nowhere(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send(f"{LIGHTS[texts.language]} 3,8 млрд"))
    assert text.startswith(texts.get("missing-amount-elsewhere", value="3,8 млрд"))
    assert LIGHTS[texts.language] in text
    assert "3\u00a0800\u00a0000" in text


@pytest.mark.parametrize("said", ["мектепке партаға 3,8 млрд", "парты для школ 3,8 млрд", "3,8 млрд"])
async def test_no_line_is_said_to_be_shown_that_is_not(person: TestUser, texts: Texts, said: str) -> None:
    text = text_of(await person.send(said))
    shown = {Language.KK: "жолдар да көрсетілді", Language.RU: "строки тоже показаны"}
    assert shown[texts.language] not in text


async def test_several_lines_of_an_amount_are_offered(person: TestUser, texts: Texts) -> None:
    text_of(await person.send("1,12 млрд"))  # deficit and its financing, of opposite signs
    assert len([label for label in person.labels if label[:2] in {"1.", "2."}]) == 2


@pytest.mark.parametrize("after", [False, True])
async def test_of_a_long_message_the_last_sentence_that_asks_is_read(
    person: TestUser, texts: Texts, *, after: bool
) -> None:
    language = texts.language
    said = STORY[language] + ASKED[language] + f" {THANKS[language]}" * after
    text = text_of(await person.send(said))
    assert texts.get("notice-shortened", query=ASKED[language]) in text
    assert LIGHTS[language] in text


async def test_a_long_message_that_finds_nothing_says_what_was_read(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("жзщшфйцх ыалолр " * 250))
    assert texts.get("notice-shortened", query="…").partition("…")[0] in text


async def test_a_short_message_is_read_whole(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send(ASKED[texts.language]))
    assert texts.get("notice-shortened", query="…").partition("…")[0] not in text
