"""What a message says of the lines that were listed or compared before it, by their numbers and together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

KK, RU = Language.KK, Language.RU


async def talk(person: TestUser, messages: Sequence[str]) -> str:
    """The answer to the last of several messages, its digits joined."""
    text = ""
    for message in messages:
        text = text_of(await person.send(message))
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "messages",
    [
        ("из чего состоит образование", "без первого"),
        ("расходы", "самое большое", "внутри него", "кроме первого"),
        ("білім беру құрамында не бар", "біріншісінсіз"),
        ("білім беру құрамында не бар", "біріншіден басқа"),
    ],
)
async def test_a_list_without_one_of_its_lines_is_what_is_left(
    asker: TestUser, messages: Sequence[str]
) -> None:
    assert "12 523 223 − 8 392 311" in await talk(asker, messages)


@pytest.mark.parametrize(
    ("messages", "left"),
    [
        (("топ 3 расходов", "без первого"), "11 262 811"),
        (("ең үлкен шығындар", "екіншіден басқа"), "16 711 921"),
        (("расходы больше 500 млн", "без школ"), "10 004 948"),
        (("расходы больше 1 млрд", "без второго"), "13 106 960"),
    ],
)
async def test_the_largest_and_those_within_bounds_are_listed_without_it(
    asker: TestUser, messages: Sequence[str], left: str
) -> None:
    assert left in await talk(asker, messages)


@pytest.mark.parametrize(
    ("messages", "total"),
    [
        (("расходы больше 500 млн", "вместе"), "18 397 259"),
        (("500 млн-нан көп шығындар", "бәрі бірге"), "18 397 259"),
        (("топ 5 расходов", "вместе"), "22 650 029"),
    ],
)
async def test_of_a_list_that_is_not_whole_only_its_lines_are_added_up(
    asker: TestUser, messages: Sequence[str], total: str
) -> None:
    told = await talk(asker, messages)
    assert total in told
    assert "23 786 034 тыс. тенге (около" not in told


@pytest.mark.parametrize(
    "messages", [("дороги", "вторая", "а первая"), ("жолдар", "екіншісі", "ал біріншісі")]
)
async def test_another_of_the_offered_lines_may_be_chosen(asker: TestUser, messages: Sequence[str]) -> None:
    first = await talk(asker, (messages[0], messages[2]))
    assert await talk(asker, messages) == first
    assert "120 382" in first


async def test_of_the_offered_lines_one_may_be_left_out(asker: TestUser) -> None:
    await talk(asker, ("дороги", "вторая"))
    assert "1 146 724" not in await talk(asker, ("кроме второй",))


@pytest.mark.parametrize(
    "messages", [("доходы без трансфертов", "а с ними"), ("трансферттерсіз кіріс", "ал олармен")]
)
async def test_with_what_was_taken_out_it_is_the_whole(asker: TestUser, messages: Sequence[str]) -> None:
    told = await talk(asker, messages)
    assert "23 504 613" in told.splitlines()[1]


@pytest.mark.parametrize(
    "messages",
    [("школы и садики вместе", "исключая их"), ("мектеп пен балабақша бірге", "оларды қоспағанда")],
)
async def test_without_them_by_other_words(asker: TestUser, messages: Sequence[str]) -> None:
    assert "23 786 034 − 8 392 311 − 1 889 410 − 671 530" in await talk(asker, messages)


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        (("сравни школы и дороги", "а с садами"), "5 831 371"),
        (("мектеп пен жолды салыстыр", "ал балабақшамен ше"), "5 831 371"),
        (("сравни школы и дороги", "в разах"), "6 769 866"),
        (("мектеп", "ал балабақша", "екеуі қанша", "неше есе"), "5 831 371"),
        (("школы 12-3", "а 21-3", "разница"), "+97 545"),
        (("мектеп 12-3", "ал 21-3", "айырмасы қанша"), "+97 545"),
        (("школы", "а первоначально", "разница"), "+46 545"),
        (("культура", "что изменилось", "а самое первое", "разница"), "+171 098"),
    ],
)
async def test_a_comparison_goes_on(asker: TestUser, messages: Sequence[str], told: str) -> None:
    assert told in await talk(asker, messages)


@pytest.mark.parametrize(
    "messages",
    [
        ("культура", "что изменилось", "а раньше"),
        ("культура", "что изменилось", "а самое первое"),
        ("мәдениет", "не өзгерді", "бұрын қанша еді"),
        ("мәдениет", "не өзгерді", "ал ең біріншісі"),
    ],
)
async def test_before_all_that_a_history_tells_is_the_first_amount(
    asker: TestUser, messages: Sequence[str]
) -> None:
    assert "321 234" in (await talk(asker, messages)).splitlines()[1]


@pytest.mark.parametrize(
    ("language", "messages", "word"),
    [
        (KK, ("мектеп", "ал балабақша", "екеуінен қайсысы аз"), "екеуінен"),
        (RU, ("школы", "а садики", "обоим сколько"), "обоим"),
    ],
)
async def test_both_in_any_case_names_no_line(
    open_to_askers: World, language: Language, messages: Sequence[str], word: str
) -> None:
    with open_to_askers.newcomer(language.value) as person:
        told = await talk(person, messages)
    assert "1 889 410" in told
    assert f"«{word}»" not in told


@pytest.mark.parametrize("message", ["толық тізім", "полный список", "артқа", "давай заново"])
async def test_words_of_talk_name_no_line(asker: TestUser, message: str) -> None:
    assert "17 329" not in (told := await talk(asker, ("мәдениет", message)))
    assert message not in told
