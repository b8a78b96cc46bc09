"""Several budgets are loaded: whose it is, which others there are, and what is not loaded."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts, load_texts
from parser.decision.place_names import names_of_place
from parser.records import DecisionKind, DecisionRef, Language
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.schema import migrate
from tests.harness.budget import names, url
from tests.harness.databases import keep_database
from tests.harness.exploring import message_of
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world
from tests.storage.builders import ORIGINAL, document, edition, without

KK, RU = Language.KK, Language.RU
SCHOOLS = "expenditure/04/464/009"
VILLAGE = {
    KK: "Жалғызтөбе ауылдық округі, Байзақ ауданы",
    RU: "Жалгызтюбинский сельский округ, Байзақ ауданы",
}
OTHER_VILLAGE = {KK: "Дөң ауылдық округі, Байзақ ауданы", RU: "Донской сельский округ, Байзақ ауданы"}
OF_VILLAGES = {
    name: DecisionRef(number, dt.date(2012, 12, 20), f"19{number}")
    for number, village in (("7-1", VILLAGE), ("7-2", OTHER_VILLAGE))
    for name in village.values()
}
PLACES = ("Тараз", "Әйтеке би ауданы", "Семей")


async def load(file: Path, *places: str | dict[Language, str], lacking: tuple[str, ...] = ()) -> None:
    """A database with the invented budget of each place in both languages; Семей may lack lines of it."""
    engine = create_engine(url(file))
    await migrate(engine)
    for place in places:
        for language in Language:
            named = place[language] if isinstance(place, dict) else place
            leaves = without(*lacking) if named == "Семей" else without()
            adopted = ORIGINAL if isinstance(place, str) else OF_VILLAGES[place[language]]
            table = edition(adopted, language, leaves=leaves, names=names(language))
            stated: dict[str, Any] = {"kind": DecisionKind.ORIGINAL, "amends": None}
            await ingest(create_sessions(engine), document(adopted, [table], language, place=named, **stated))
    await engine.dispose()


@pytest.fixture(scope="module")
def of_several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of several places that nobody opens."""
    file = tmp_path_factory.mktemp("several") / "qazyna.db"
    asyncio.run(load(file, *PLACES, VILLAGE, lacking=("expenditure/04/467/037",)))
    keep_database(file)
    return file


@pytest.fixture
async def several(of_several: Path, tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(Path(shutil.copy(of_several, tmp_path / "several.db"))) as world:
        yield world


QUESTION = {KK: "мектепке дейінгі тәрбие", RU: "дошкольное воспитание"}
VILLAGE_SHOWN = {KK: VILLAGE[KK], RU: "Жалгызтюбинский сельский округ…"}
AITEKE = {KK: "Әйтеке би ауданы", RU: "Айтекебийский район"}


async def test_an_answer_to_a_question_without_a_place_says_whose_it_is(
    several: World, language: Language, texts: Texts
) -> None:
    person = several.person(language.value)
    text = text_of(await person.send(QUESTION[language]))
    assert texts.get("place-assumed", place="Семей") in text
    assert {label for label in person.labels if "📍" in label} == {
        texts.get("button-place", place=name) for name in ("Тараз", AITEKE[language], VILLAGE_SHOWN[language])
    }


async def test_a_button_asks_the_same_of_another_place(
    several: World, language: Language, texts: Texts
) -> None:
    person = several.person(language.value)
    await person.send(QUESTION[language])
    text = text_of(await person.press(AITEKE[language]))
    assert AITEKE[language] in text
    assert texts.get("place-assumed", place="Семей") not in text
    assert "500" in text
    again = text_of(await person.send({KK: "салықтар", RU: "доходы"}[language]))
    assert AITEKE[language] in again  # the chat stays there


async def test_only_places_that_have_the_line_are_offered(
    several: World, language: Language, texts: Texts
) -> None:
    person = several.person(language.value)
    text = text_of(await person.send("467 037"))
    assert "Семей" not in " ".join([text, *person.labels])


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("в Костанае дошкольное воспитание", "Костанай"),
        ("Қостанайда мектепке дейінгі тәрбие", "Қостанай"),
        ("дошкольное воспитание в ауле Акжар", "село Акжар"),
        ("Ақжар ауылында мектепке дейінгі тәрбие", "Ақжар ауылы"),
        ("доходы Алматинской области 2010", "Алматинская область"),
    ],
)
async def test_a_place_that_is_not_loaded_is_never_answered_with_another_s_money(
    several: World, question: str, shown: str
) -> None:
    person = several.person("ru" if "в" in question or "доходы" in question else "kk")
    text = text_of(await person.send(question))
    assert f"«{shown}»" in text
    assert not any(character.isdigit() for character in text.replace("2010", ""))
    assert "📍 Тараз" in person.labels
    answered = text_of(await person.press("Тараз"))
    assert "Тараз" in answered
    assert any(character.isdigit() for character in answered)


async def test_of_villages_one_is_asked_for(tmp_path: Path, language: Language, texts: Texts) -> None:
    await load(tmp_path / "villages.db", VILLAGE, OTHER_VILLAGE)
    async with open_world(tmp_path / "villages.db") as world:
        person = world.person(language.value)
        text = text_of(await person.send(QUESTION[language]))
        assert texts.get("place-which") in text
        label = {KK: "Дөң", RU: "Донской"}[language]
        assert label in text_of(await person.press(label))


async def test_a_place_is_called_in_the_language_of_the_answer(several: World) -> None:
    russian, kazakh = several.person("ru", id=1), several.person("kk", id=2)
    assert "Айтекебийский район" in text_of(await russian.send("Айтекебийский район дошкольное воспитание"))
    assert "Әйтеке би ауданы" in text_of(await kazakh.send("Әйтеке би ауданы мектепке дейінгі тәрбие"))


async def test_places_are_compared(several: World, language: Language, texts: Texts) -> None:
    person = several.person(language.value)
    question = {KK: "Тараз және Семей мектепке дейінгі тәрбие", RU: "дошкольное воспитание Тараза и Семея"}
    text = text_of(await person.send(question[language]))
    assert "· Тараз" in text
    assert "· Семей" in text


async def test_the_greeting_asks_at_once_of_the_first_of_several_places(
    several: World, language: Language
) -> None:
    person, texts = several.person(language.value), load_texts(language)
    await person.send("/start")
    changed, largest = person.labels[:2]
    assert changed.startswith(texts.get("button-start-changes"))
    assert largest.startswith(texts.get("button-start-largest"))
    place = changed.rpartition(" · ")[2]
    assert place not in VILLAGE_SHOWN.values()
    for label in (changed, largest):
        await person.send("/start")
        assert place in text_of(await person.press(label))


async def test_a_sentence_says_whose_amounts_it_was_given(several: World, language: Language) -> None:
    person, texts = several.person(language.value), load_texts(language)
    [result] = (await person.ask_inline(f"+{QUESTION[language]}+")).results
    assert isinstance(result, InlineQueryResultArticle)
    said = message_of(result)
    assert texts.get("place-assumed", place="\0").partition("\0")[0] in said
    await person.send("/home Тараз")
    [result] = (await person.ask_inline(f"+{QUESTION[language]}+")).results
    assert isinstance(result, InlineQueryResultArticle)
    assert texts.get("place-assumed", place="\0").partition("\0")[0] not in message_of(result)


BEGUN = [
    (KK, "Сем", "Семей", "expenditure"),
    (RU, "Сем", "Семей", "expenditure"),
    (KK, "дошкольное Тар", "Тараз", SCHOOLS),
    (RU, "дошкольное воспитание в Айт", "Әйтеке би ауданы", SCHOOLS),
    (KK, "мектепке дейінгі тәрбие Әйт", "Әйтеке би ауданы", SCHOOLS),
    (RU, "дошкольное воспитание Айтекебийский рай", "Әйтеке би ауданы", SCHOOLS),
    (RU, "дошкольное воспитание в Айтекебийском райо", "Әйтеке би ауданы", SCHOOLS),
    (KK, "мектепке дейінгі тәрбие Әйтеке би ауд", "Әйтеке би ауданы", SCHOOLS),
]


@pytest.mark.parametrize(("language", "query", "place", "path"), BEGUN)
async def test_a_place_is_known_from_the_beginning_of_its_name(
    several: World, language: Language, query: str, place: str, path: str
) -> None:
    first, *_ = (await several.person(language.value).ask_inline(query)).results
    assert isinstance(first, InlineQueryResultArticle)
    text = message_of(first)
    assert any(name in text for name in names_of_place(place).values())
    assert any(names(each)[path] in first.title for each in Language) or path == "expenditure"


async def test_a_place_alone_shows_its_totals(several: World, language: Language, texts: Texts) -> None:
    person = several.person(language.value)
    for _ in range(2):  # the second goes on from the first, and is no longer for that
        text = text_of(await person.send("Семей"))
        assert text.startswith(texts.get("candidates-title", query="Семей"))
        for section in ("expenditure", "revenue"):
            assert texts.get(f"section-{section}") in text


async def test_of_two_places_that_which_is_not_loaded_is_said(
    several: World, language: Language, texts: Texts
) -> None:
    asked = {KK: "Семей мен Шымкент мектепке дейінгі тәрбие", RU: "дошкольное воспитание в Семее и Шымкенте"}
    text = text_of(await several.person(language.value).send(asked[language]))
    assert text.startswith(texts.get("missing-place-beside", value="Шымкент"))


async def test_all_places_that_are_not_loaded_are_said(
    several: World, language: Language, texts: Texts
) -> None:
    asked = {KK: "Шымкент пен Алматының мектептері", RU: "школы Шымкента и Алматы"}
    text = text_of(await several.person(language.value).send(asked[language]))
    assert text.startswith(texts.get("places-not-loaded", place="Шымкент, Алматы"))
    asked = {KK: "Семей, Шымкент, Алматы мектептері", RU: "школы Семея, Шымкента и Алматы"}
    text = text_of(await several.person(language.value).send(asked[language]))
    assert texts.get("missing-place-beside-several", value="Шымкент, Алматы") in text


LACKING = {
    KK: "«Семей» 2013 жылғы бюджетінде мұндай жол жоқ.",
    RU: "В бюджете «Семей» на 2013 год такой строки нет.",
}


ONE_OF_TWO = {
    KK: ("Шымкент пен Семей мектепке дейінгі тәрбие", "мектепке дейінгі тәрбие Шымкентте немесе Семейде"),
    RU: ("Шымкент и Семей дошкольное воспитание", "дошкольное воспитание в Шымкенте или в Семее"),
}


async def test_of_two_places_the_loaded_one_is_shown_wherever_it_is_named(
    several: World, language: Language, texts: Texts
) -> None:
    for question in ONE_OF_TWO[language]:
        text = text_of(await several.person(language.value).send(question))
        assert text.startswith(texts.get("missing-place-beside", value="Шымкент"))
        assert texts.get("card-budget", place=texts.place("Семей"), year="2013") in text


async def test_what_the_own_place_lacks_is_only_offered_of_another(
    tmp_path: Path, language: Language, texts: Texts
) -> None:
    await load(tmp_path / "lacking.db", *PLACES, lacking=(SCHOOLS,))
    async with open_world(tmp_path / "lacking.db") as world:
        person = world.person(language.value)
        await person.send("/home Семей")
        text = text_of(await person.send(QUESTION[language]))
        assert text.startswith(LACKING[language])
        assert texts.get("lacking-others") in text
        assert "Тараз" not in text
        assert "📍 Тараз" in person.labels
        assert "500" in text_of(await person.press("Тараз"))  # the offer is of the very line
        named = text_of(await person.send(f"{QUESTION[language]} Семей"))
        assert named.startswith(LACKING[language])


async def test_what_a_place_lacks_is_not_compared_with_a_neighbour(
    tmp_path: Path, language: Language, texts: Texts
) -> None:
    await load(tmp_path / "beside.db", *PLACES, lacking=(SCHOOLS,))
    asked = {
        KK: "Тараз 2013 және Семей 2024 мектепке дейінгі тәрбие салыстыр",
        RU: "сравни дошкольное воспитание Тараз 2013 и Семей 2024",
    }
    async with open_world(tmp_path / "beside.db") as world:
        text = text_of(await world.person(language.value).send(asked[language]))
    assert text.startswith(f"{texts.get('missing-year-beside', value='2024')} {LACKING[language]}")
    assert "Тараз" in text
    assert "500" in text


async def test_who_asks_for_places_is_led_to_those_that_are_loaded(
    several: World, language: Language, texts: Texts
) -> None:
    person = several.person(language.value)
    for asked in (
        {KK: "қандай қалалар бар", RU: "какие города есть"},
        {KK: "басқа қала", RU: "другой город"},
    ):
        assert texts.get("home-choose") in text_of(await person.send(asked[language]))
        assert {"📍 Тараз", "📍 Семей"} <= set(person.labels)
    await person.press("Тараз")
    assert "Тараз" in text_of(await person.send(QUESTION[language]))


MORE = {
    KK: ["қай жерде шығын көп", "қай жерде көп жұмсайды"],
    RU: ["где больше тратят", "в каком месте больше тратят", "где больше доходов"],
}


@pytest.mark.parametrize("number", range(3))
async def test_which_place_has_more_is_said_to_need_their_names(
    several: World, texts: Texts, number: int
) -> None:
    person, questions = several.person(texts.language.value), MORE[texts.language]
    told = text_of(await person.send(questions[number % len(questions)]))
    began = texts.get("which-place-more", section="@", one="", other="").partition("@")[0]
    assert began in told
    asked = told.partition("«")[2].partition("»")[0]
    compared = text_of(await person.send(asked))
    assert compared.count(texts.get("card-source")) >= 1
    assert began not in compared
    first, _, second = asked.partition(": ")[2].partition(f" {'және' if texts.language is KK else 'и'} ")
    assert first in compared
    assert second in compared


async def test_on_what_more_is_spent_compares_no_places(several: World, texts: Texts) -> None:
    asked = {KK: "неге көп жұмсалады", RU: "на что больше тратят"}[texts.language]
    told = text_of(await several.person(texts.language.value).send(asked))
    assert texts.get("which-place-more", section="@", one="", other="").partition("@")[0] not in told


async def test_the_only_place_is_compared_with_none(person: TestUser, texts: Texts) -> None:
    asked = {KK: "ең бай қала", RU: "самый богатый город"}[texts.language]
    assert texts.get("which-place-alone") in text_of(await person.send(asked))
    offices = {KK: "ең бай бөлім", RU: "самый богатый отдел города"}[texts.language]
    assert texts.get("which-place-alone") not in text_of(await person.send(offices))


async def test_which_of_several_places_is_rich_is_told_by_naming_them(several: World, texts: Texts) -> None:
    asked = {KK: "ең кедей аудан", RU: "самый бедный район"}[texts.language]
    told = text_of(await several.person(texts.language.value).send(asked))
    assert texts.get("which-place-more", section="@", one="", other="").partition("@")[0] in told


async def test_a_year_that_is_not_loaded_is_said_of_its_place(several: World, texts: Texts) -> None:
    person = several.person(texts.language.value)
    told = text_of(
        await person.send({KK: "Семейдің 2031 жылғы білімі", RU: "образование Семея 2031"}[texts.language])
    )
    assert texts.get("missing-year-there", place=texts.place("Семей"), value="2031") in told
