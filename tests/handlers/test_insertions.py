"""A sentence typed inline gets the amounts that are sure; what is not stays a question mark, and why is said."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.links import line_payload, part_language, question_payload
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.budget import JULY, line, names
from tests.harness.exploring import message_of
from tests.harness.person import TestUser
from tests.harness.world import World

KK, RU = Language.KK, Language.RU
LIGHTING, EDUCATION = "expenditure/07/458/015", "expenditure/04"
SCHOOLS = "expenditure/04/464/003"
SENTENCES = {
    KK: (
        "Көшелерге +көшелерді жарықтандыру+, білімге +білім беру+.",
        "Көшелерге 700 000 мың теңге, білімге ",
    ),
    RU: ("На улицы +освещение улиц+, на школы +образование+.", "На улицы 700 000 тыс. тенге, на школы "),
}


async def fill(person: TestUser, sentence: str) -> tuple[InlineQueryResultArticle, list[str]]:
    """The first result, and the lines of what would be sent."""
    result, *_ = (await person.ask_inline(sentence)).results
    assert isinstance(result, InlineQueryResultArticle)
    lines = message_of(result).replace("\u00a0", " ").split("\n")
    return result, [each for each in lines if each]


def payload(result: InlineQueryResultArticle) -> str:
    assert result.reply_markup is not None
    [[button]] = result.reply_markup.inline_keyboard
    return part_language((button.url or "").partition("?start=")[2])[1]


async def test_amounts_stand_in_the_sentence_and_below_it_what_they_are_of(
    person: TestUser, texts: Texts
) -> None:
    sentence, begins = SENTENCES[texts.language]
    result, [filled, *named, source] = await fill(person, sentence)
    assert filled.startswith(begins)
    assert "8 023 223" in filled
    assert result.title == filled
    assert [each.partition(" — ")[2] for each in named] == [
        texts.get("remainder-part", name=names(texts.language)[path]) for path in (LIGHTING, EDUCATION)
    ]
    assert source.startswith(texts.get("card-source"))
    assert "15-3" in source
    assert payload(result) == line_payload(line(LIGHTING, decision=JULY))


UNSURE = [
    (KK, "Барыса +кот апта барыс+ бар", "кот апта барыс", "nothing"),
    (RU, "На пони +пони единороги+", "пони единороги", "nothing"),
    (KK, "+өзгелер+", "өзгелер", "several"),
    (RU, "на всё прочее +прочие+ ушло", "прочие", "several"),
    (RU, "В 2013 и 2014 на улицы +освещение улиц+", "освещение улиц", "years"),
    (KK, "Алматыда +көшелерді жарықтандыру+", "көшелерді жарықтандыру", "place"),
    (RU, "На улицы +освещение улиц 2031+", "освещение улиц 2031", "edition"),
    (RU, "На улицы +как выросло освещение улиц+", "как выросло освещение улиц", "other"),
]


@pytest.mark.parametrize(("language", "sentence", "said", "why"), UNSURE)
async def test_what_is_not_sure_is_marked_and_said(
    world: World, language: Language, sentence: str, said: str, why: str
) -> None:
    texts = load_texts(language)
    result, [filled, told, *_] = await fill(world.person(language.value), sentence)
    assert filled == sentence.replace(f"+{said}+", "«?»")
    assert told.startswith(texts.get(f"insertion-{why}", said=said, names="\0").partition("\0")[0])
    assert (result.description or "").startswith(texts.get("insertion-left", count=1, total=1))
    assert payload(result) == question_payload(said)


@pytest.mark.parametrize(
    ("language", "sentence", "written"),
    [
        (KK, "Білімге +білім беру+ теңге", "Білімге 8 023 223 мың теңге"),
        (KK, "Білімге +білім беру+ млн теңгеге жуық", "Білімге 8 023,223 млн теңгеге жуық"),
        (KK, "Білімге +білім беру+ мың теңге", "Білімге 8 023 223 мың теңге"),
        (RU, "На школы +образование+ тенге", "На школы 8 023 223 тыс. тенге"),
        (RU, "На школы +образование+ тыс. тенге.", "На школы 8 023 223 тыс. тенге."),
        (RU, "На школы +образование+ млрд", "На школы 8,023223 млрд"),
        (RU, "На школы +образование+ в год", "На школы 8 023 223 тыс. тенге в год"),
        (RU, "На школы +образование+, тенге", "На школы 8 023 223 тыс. тенге, тенге"),
    ],
)
async def test_a_unit_that_the_sentence_says_is_not_written_twice(
    world: World, language: Language, sentence: str, written: str
) -> None:
    _, [first, *_] = await fill(world.person(language.value), sentence)
    assert first == written


@pytest.mark.parametrize(
    ("language", "sentence", "said"),
    [(KK, "Өзгелерге +өзгелер+ бөлінді", "өзгелер"), (RU, "на прочее +прочие+, на всё +расходы+", "прочие")],
)
async def test_each_line_that_may_be_meant_can_be_chosen(
    world: World, language: Language, sentence: str, said: str
) -> None:
    texts, person = load_texts(language), world.person(language.value)
    first, *choices = (await person.ask_inline(sentence)).results
    assert isinstance(first, InlineQueryResultArticle)
    assert texts.get("insertion-choose") in (first.description or "")
    assert len(choices) > 1
    for choice in choices:
        assert isinstance(choice, InlineQueryResultArticle)
        text = message_of(choice).replace("\u00a0", " ")
        assert "?" not in text
        assert choice.title in text  # which line it is
        assert choice.title.startswith(f"{said} — ")
        assert choice.description == text.partition("\n")[0]
    assert len({choice.title for choice in choices if isinstance(choice, InlineQueryResultArticle)}) == len(
        choices
    )


@pytest.mark.parametrize(
    ("kazakh", "russian", "key"),
    [
        ("Асханаға +асхана+", "На столовую +столовая+", "part"),
        ("Мұғалімдерге +мұғалімдердің жалақысы+", "Учителям +зарплата учителей+", "part"),
        ("Шыршаға +шырша+", "На ёлку +ёлка+", "part"),
        ("Газға +газ+", "На газ +газ+", "elsewhere"),
        ("Бәріне +асхана мен спорт+", "На всё +столовая и спорт+", "part"),
    ],
)
async def test_what_has_no_line_gets_no_amount_of_another_one(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, key: str
) -> None:
    sentence = {KK: kazakh, RU: russian}[texts.language]
    [result] = (await asker.ask_inline(sentence)).results
    assert isinstance(result, InlineQueryResultArticle)
    filled, *rest = message_of(result).split("\n")
    assert not any(map(str.isdigit, filled))
    told = texts.get(f"insertion-{key}", said=sentence.split("+")[1], names="\0").partition("\0")[0]
    assert any(each.startswith(told) for each in rest)
    assert not any(map(str.isdigit, "".join(rest)))


async def test_the_sentence_says_the_year_and_the_decision(world: World) -> None:
    person = world.person("ru")
    _, [filled, *_] = await fill(person, "В 2014 году на садики +дошкольное воспитание+")
    assert "1 200 000" in filled
    _, [filled, *_, source] = await fill(person, "№ 12-3: на улицы +освещение улиц+")
    assert "719 855" in filled
    assert "12-3" in source


async def test_what_is_computed_says_so(person: TestUser, texts: Texts) -> None:
    said = {
        KK: "коммуналдық шаруашылық көшелерді жарықтандырусыз",
        RU: "расходы без образования",
    }
    _, [filled, named, *_] = await fill(person, f"+{said[texts.language]}+")
    assert filled.startswith({KK: "360 000 ", RU: "5 060 000 "}[texts.language])
    assert texts.get("insertion-computed", said="", names="").rpartition("(")[2] in named


TOGETHER = [
    (KK, "Екеуіне +жарықтандыру мен мектеп бірге+", "мектеп"),
    (RU, "Всего +освещение и школы вместе+", "школы"),
    (RU, "Всего +освещение и школы+", "школы"),
]


@pytest.mark.parametrize(("language", "sentence", "unsure"), TOGETHER)
async def test_lines_together_give_their_sum_and_are_named(
    world: World, language: Language, sentence: str, unsure: str
) -> None:
    texts, person, known = load_texts(language), world.person(language.value), names(language)
    first, [filled, named, remark, *_] = await fill(person, sentence)
    assert "7 223 223 " in filled
    assert all(known[path] in named for path in (LIGHTING, SCHOOLS))
    assert remark == texts.get("comparison-unsure", words=unsure, name=known[SCHOOLS])
    assert texts.get("insertion-other-lines") in (first.description or "")
    _, other, *_ = (await person.ask_inline(sentence)).results
    assert isinstance(other, InlineQueryResultArticle)
    assert "1\u00a0100\u00a0000" in message_of(other)
    assert known["expenditure/04/467/037"] in other.title


async def test_what_does_not_add_up_is_not_put_in(person: TestUser, texts: Texts) -> None:
    said = {KK: "жарықтандыру мен пони бірге", RU: "освещение и пони вместе"}[texts.language]
    _, [filled, why] = await fill(person, f"+{said}+")
    assert filled == "«?»"
    assert why == texts.get("insertion-sum", said=said)


async def test_many_amounts_are_too_many(world: World) -> None:
    texts = load_texts(RU)
    _, lines = await fill(world.person("ru"), "+образование+ " * 10)
    assert lines[0].count("«?»") == 2
    assert texts.get("insertion-too-many", said="образование", most=8) in lines
