"""Lines that are each asked of a year of its own, and parts of a remainder that share a word: none is dropped."""

from __future__ import annotations

import pytest

from parser.records import Language
from tests.harness.person import Sent, TestUser, text_of

INCOME, SPENDING = ("23 504 613", "25 304 547", "27 149 111"), ("23 786 034", "25 592 547", "28 182 111")
TAXES = ("5 301 106", "4 992 463", "5 286 107")

# Each question with the amounts of its lines, of which the first is of 2013.
OWN_YEARS = {
    Language.RU: {
        "сравни расходы 2013 и доходы 2014": (SPENDING[0], INCOME[1]),
        "что больше: доходы 2013 или расходы 2015": (INCOME[0], SPENDING[2]),
        "сравни доходы за 2013 год с расходами за 2014 год": (INCOME[0], SPENDING[1]),
        "сравни налоги 2013 и расходы 2014": (TAXES[0], SPENDING[1]),
        "налоги 2013 против расходов 2015": (TAXES[0], SPENDING[2]),
    },
    Language.KK: {
        "2013 шығыстары мен 2014 кірістерін салыстыр": (SPENDING[0], INCOME[1]),
        "2013 кірістері көп пе әлде 2015 шығыстары ма": (INCOME[0], SPENDING[2]),
        "2013 жылғы кіріс пен 2014 жылғы шығынды салыстыр": (INCOME[0], SPENDING[1]),
        "2013 салықтары көп пе әлде 2014 шығыстары ма": (TAXES[0], SPENDING[1]),
        "2013 салықтары көп пе әлде 2015 шығыстары ма": (TAXES[0], SPENDING[2]),
    },
}

# Each question with the line and what is taken out of it, and with what is left.
SHARED_WORD = {
    Language.RU: {
        "налоги без налога на имущество и землю": "5 301 106 − 651 539 − 243 890",
        "налоги без налога на землю, имущество и транспорт": "5 301 106 − 243 890 − 651 539 − 450 407",
        "все доходы кроме налога на имущество и земли": "23 504 613 − 651 539 − 243 890",
    },
    Language.KK: {
        "мүлік салығы мен жер салығынсыз салықтар": "5 301 106 − 651 539 − 243 890",
        "жер мен көлік салығынсыз салықтар": "5 301 106 − 243 890 − 450 407",
        "жер және мүлік салығын қоспағанда салықтар": "5 301 106 − 243 890 − 651 539",
    },
}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


@pytest.mark.parametrize("number", range(5))
async def test_each_line_stands_with_its_own_year(asker: TestUser, language: Language, number: int) -> None:
    question, amounts = list(OWN_YEARS[language].items())[number]
    text = shown(await asker.send(question))
    assert all(amount in text for amount in amounts)
    assert "2. " in text  # two lines, each with its years


@pytest.mark.parametrize("number", range(3))
async def test_each_part_with_the_word_it_shares_is_taken_out(
    asker: TestUser, language: Language, number: int
) -> None:
    question, computed = list(SHARED_WORD[language].items())[number]
    assert computed in shown(await asker.send(question))
