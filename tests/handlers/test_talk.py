"""What asks nothing is answered in a line that fits; a link that nobody understands is said to be one."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ("спасибо большое", "thanks"),
        ("рахмет", "thanks"),
        ("привет", "greeting"),
        ("сәлем", "greeting"),
        ("ghbdtn", "greeting"),
        ("жақсы", "agreement"),
        ("ок", "agreement"),
        ("👍", "agreement"),
        ("🙏", "thanks"),
        ("сау болыңыз", "farewell"),
        ("до свидания", "farewell"),
        ("тупой бот", "swearing"),
        ("ақымақ", "swearing"),
        ("?", "wordless"),
        ("...", "wordless"),
        ("😶", "wordless"),
        ("\u200f\u200e", "wordless"),
        ("классный бот", "thanks"),
        ("test", "greeting"),
        ("ақымақсың", "swearing"),
        ("сен кімсің", "itself"),
        ("кто тебя сделал", "itself"),
        ("ты от акимата?", "itself"),
    ],
)
async def test_what_asks_nothing_is_answered_in_a_line(
    person: TestUser, texts: Texts, said: str, remark: str
) -> None:
    assert text_of(await person.send(said)) == texts.get(f"talk-{remark}")


@pytest.mark.parametrize("said", ["что ты умеешь?", "көмектесіңізші"])
async def test_who_asks_about_the_bot_is_told_how_to_ask(person: TestUser, texts: Texts, said: str) -> None:
    assert text_of(await person.send(said)).startswith(texts.get("help-title"))


async def test_a_line_is_gone_on_from_after_thanks(person: TestUser, texts: Texts) -> None:
    await person.send("07 458 015")
    await person.send("рахмет")
    assert "242\u00a0000" in text_of(await person.send("ал 2014 жылы?"))


@pytest.mark.parametrize(
    "said",
    [
        "понимаешь школы",
        "хочешь не хочешь школы",
        "ты знаешь про дороги",
        "скучные дороги",
        "до свидания школы",
        "пока школы",
        "сәлем спорт мектеп",
        "сау бол мектептер",
        "сен білесің бе жолдар",
    ],
)
async def test_a_line_that_is_named_beside_talk_is_offered(asker: TestUser, said: str) -> None:
    assert "1. " in text_of(await asker.send(said))


async def test_what_only_speaks_of_who_runs_a_place_is_talk(person: TestUser, texts: Texts) -> None:
    said = text_of(await person.send("всё ясно пойду ругаться в акимат"))
    assert said == texts.get("talk-agreement")


@pytest.mark.parametrize("payload", ["garbage", "q_%%%", "l9_zzz", "x" * 64])
async def test_a_link_that_is_not_understood_is_said_to_be_one(
    person: TestUser, texts: Texts, payload: str
) -> None:
    text = text_of(await person.send(f"/start {payload}"))
    assert texts.get("start-link-unread") in text or text.startswith(texts.get("gone-link"))


async def test_a_start_without_a_link_says_nothing_of_one(person: TestUser, texts: Texts) -> None:
    assert texts.get("start-link-unread") not in text_of(await person.send("/start"))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("как отписаться", Language.RU),
        ("стоп", Language.RU),
        ("удали мои данные", Language.RU),
        ("жазылымнан шығу", Language.KK),
        ("деректерімді өшір", Language.KK),
    ],
)
async def test_whoever_wants_to_leave_is_told_by_which_command(
    world: World, said: str, language: Language
) -> None:
    assert text_of(await world.person(language.value).send(said)) == load_texts(language).get("talk-leaving")


@pytest.mark.parametrize("command", ["/Help", "/HELP", "/Budget 464 009", "/Start"])
async def test_a_command_may_be_typed_in_capitals(world: World, command: str) -> None:
    person = world.person("ru")
    assert text_of(await person.send(command)) == text_of(await person.send(command.lower()))
