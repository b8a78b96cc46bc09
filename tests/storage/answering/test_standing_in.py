"""Where a line stands and what its code is, asked with its name; whether it stands inside another one."""

from __future__ import annotations

import pytest

from handlers.views.comparison import comparison_view
from handlers.views.message import plain_text
from handlers.views.texts import load_texts
from parser.question.reading import read_question
from parser.question.standing_in import read_standing
from parser.records import Language
from storage.answering.answer import SureLine
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.several_figures import Comparison
from tests.storage.answering.conftest import Ask


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("код школы", "expenditure/04/464/003"),
        ("в каком разделе освещение", "expenditure/07/458/015"),
        ("куда входят школы", "expenditure/04/464/003"),
        ("мектептің коды", "expenditure/04/464/003"),
        ("мәдениет қай топқа жатады", "expenditure/08"),
        ("налоги какая доля в доходах", "revenue/1"),
    ],
)
async def test_a_card_says_where_a_line_stands(ask: Ask, text: str, path: str) -> None:
    found = await ask(text)
    assert isinstance(found, SureLine)
    assert found.match.path == path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("школы сколько процентов от доходов", "expenditure/04/464/003"),
        ("доля налогов в расходах", "revenue/1"),
        ("салық шығында қанша пайыз", "revenue/1"),
    ],
)
async def test_a_share_of_the_other_side_is_only_offered(ask: Ask, text: str, path: str) -> None:
    """Taxes are no part of spending: their share in revenue is another figure than the one that was asked for."""
    found = await ask(text)
    assert not is_confident(found)
    assert list_matches(found)[0].path == path


@pytest.mark.parametrize(
    ("text", "language", "begins"),
    [
        ("школы входят в образование?", Language.RU, "«Общеобразовательное обучение» — часть строки"),
        ("садики входят в образование?", Language.RU, "«Детские сады» — часть строки"),
        ("входят ли школы в образование", Language.RU, "«Общеобразовательное обучение» — часть строки"),
        ("мектеп білім беруге кіре ме", Language.KK, "«Жалпы білім беру» — "),
        ("школы относятся к жкх?", Language.RU, "Нет, одно в другое не входит"),
        ("мектеп мәдениетке жата ма", Language.KK, "Жоқ, бірі екіншісіне кірмейді"),
        (
            "входит ли в образование ремонт школ",
            Language.RU,
            "«Капрасходы подведомственных учреждений» — часть",
        ),
        ("школы в составе образования?", Language.RU, "«Общеобразовательное обучение» — часть строки"),
        ("дороги это часть жкх?", Language.RU, "Нет, одно в другое не входит"),
        ("мектеп білім берудің құрамына кіре ме", Language.KK, "«Жалпы білім беру» — "),
        ("доля школ в образовании", Language.RU, "«Общеобразовательное обучение» — часть строки"),
        ("образование входит в школы?", Language.RU, "Нет, наоборот."),
        ("мәдениет кітапханаға кіре ме", Language.KK, "Жоқ, керісінше."),
        ("доля школ в жкх", Language.RU, "Нет, одно в другое не входит"),
        ("мектептің білім берудегі үлесі", Language.KK, "«Жалпы білім беру» — "),
    ],
)
async def test_whether_a_line_stands_inside_another(
    ask: Ask, text: str, language: Language, begins: str
) -> None:
    found = await ask(text)
    assert isinstance(found, Comparison)
    shown = plain_text(comparison_view(found, load_texts(language)))
    assert shown.splitlines()[1].startswith(begins)


@pytest.mark.parametrize(
    "text",
    [
        "школы",
        "код 464",
        "что входит в образование",
        "какие расходы входят в образование",
        "дороги входят в тройку?",
        "расходы внутри отдела образования",
        "моя доля в налоге на имущество",
        "доля неналоговых поступлений",
    ],
)
def test_what_asks_for_no_place_stays_as_it_is(text: str) -> None:
    question = read_question(text)
    assert read_standing(question) is question


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        ("входит ли в образование ремонт школ", "ремонт школ", "образование"),
        ("входят ли в здравоохранение больницы", "больницы", "здравоохранение"),
        ("входит ли в социальное обеспечение помощь", "помощь", "социальное обеспечение"),
        (
            "входит ли в жилищно-коммунальное хозяйство освещение",
            "освещение",
            "жилищно коммунальное хозяйство",
        ),
        ("входит ли в отдел образования питание", "питание", "отдел образования"),
    ],
)
def test_what_is_named_first_ends_in_a_noun(text: str, line: str, whole: str) -> None:
    parts = read_standing(read_question(text)).parts
    named = [" ".join(token.folded for token in part.tokens if not token.filler) for part in parts]
    assert named == [line, whole]
