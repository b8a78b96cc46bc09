"""Which figures of a clause are those of the budget's parts, and what their names are."""

from __future__ import annotations

import pytest

from parser.decision.clause_figures import read_clause_figures
from parser.records import Language
from parser.text.passage import Passage
from tests.parser.texts import paragraphs

KK, RU = Language.KK, Language.RU
HEAD = {
    KK: "1. 2013-2015 жылдарға арналған қалалық бюджет 2013 жылға келесі көлемдерде бекітілсін:\n",
    RU: "1. Утвердить городской бюджет на 2013-2015 годы, в том числе на 2013 год в следующих объемах:\n",
}


def figures(language: Language, text: str) -> list[tuple[str, str | None, int]]:
    """Name, path and printed number of each figure of the clause that adopts a budget."""
    passages = [Passage.of(paragraph) for paragraph in paragraphs(HEAD[language] + text)]
    return [(f.name, f.path, int(f.readings[0])) for f in read_clause_figures(passages)]


def paths(language: Language, text: str) -> list[tuple[str | None, int]]:
    return [(path, number) for _, path, number in figures(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            RU,
            """1) доходы – 300 тысяч тенге, в том числе по:
            налоговым поступлениям – 100 тысяч тенге;
            поступлениям трансфертов – 200 тысяч тенге, в том числе:
            трансферты из республиканского бюджета – всего – 150 тысяч тенге, из них:
            целевые текущие трансферты – 50 тысяч тенге;
            целевые трансферты на развитие – 60 тысяч тенге;
            2) затраты – 300 тысяч тенге.""",
            [
                ("revenue", 300), ("revenue/1", 100), ("revenue/4", 200), (None, 150), (None, 50), (None, 60),
                ("expenditure", 300),
            ],
        ),
        (
            KK,
            """1) кірістер – 300 мың теңге, оның ішінде:
            салықтық түсімдер – 100 мың теңге;
            трансферттер түсімі – 200 мың теңге, оның ішінде:
            республикалық бюджеттен трансферттер – 150 мың теңге, олардың ішінде:
            ағымдағы нысаналы трансферттер – 50 мың теңге;
            2) шығындар – 300 мың теңге.""",
            [
                ("revenue", 300), ("revenue/1", 100), ("revenue/4", 200), (None, 150), (None, 50),
                ("expenditure", 300),
            ],
        ),
    ],
)  # fmt: skip
def test_parts_of_transfers_are_not_the_transfers_again(
    language: Language, text: str, expected: list[tuple[str | None, int]]
) -> None:
    assert paths(language, text) == expected


def test_a_list_inside_a_list_ends_where_the_next_part_of_the_outer_one_comes() -> None:
    text = """1) доходы – 300 тысяч тенге: налоговые поступления – 100 тысяч тенге, из них индивидуальный подоходный
        налог – 70 тысяч тенге, социальный налог – 30 тысяч тенге; неналоговые поступления – 20 тысяч тенге;
        поступления трансфертов – 180 тысяч тенге;"""
    assert paths(RU, text) == [
        ("revenue", 300), ("revenue/1", 100), (None, 70), (None, 30), ("revenue/2", 20), ("revenue/4", 180),
    ]  # fmt: skip


def test_parts_of_spending_are_no_revenue_and_no_loans() -> None:
    text = """2) затраты – 300 тысяч тенге, в том числе: возврат трансфертов – 20 тысяч тенге, капитальный ремонт школ –
        30 тысяч тенге, обслуживание займов – 5 тысяч тенге;
        3) чистое бюджетное кредитование – 7 тысяч тенге, в том числе: бюджетные кредиты – 9 тысяч тенге, из них
        кредиты на жилье – 4 тысяч тенге; погашение бюджетных кредитов – 2 тысяч тенге;"""
    assert paths(RU, text) == [
        ("expenditure", 300), (None, 20), (None, 30), (None, 5),
        ("net_lending", 7), ("net_lending/loans", 9), (None, 4), ("net_lending/repayments", 2),
    ]  # fmt: skip


def test_a_clause_without_subclauses_goes_on_to_the_next_total() -> None:
    text = """доходы – 300 тысяч тенге, в том числе: поступления трансфертов – 200 тысяч тенге; затраты – 310 тысяч тенге;
        сальдо по операциям с финансовыми активами – 0 тенге; дефицит бюджета – -10 тысяч тенге."""
    assert [path for path, _ in paths(RU, text)] == [
        "revenue", "revenue/4", "expenditure", "financial_assets", "deficit",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "доходы – 100; затраты – 110. По сельскому округу Кенес: доходы – 200; затраты – 210."),
        (RU, "доходы – 100; затраты – 110;\nна 2014 год: доходы – 200; затраты – 210."),
        (KK, "кірістер – 100; шығындар – 110. Кеңес ауылдық округі бойынша: кірістер – 200; шығындар – 210."),
        (KK, "кірістер – 100; шығындар – 110;\n2014 жылға: кірістер – 200; шығындар – 210."),
    ],
)
def test_the_next_budget_of_a_clause_begins_anew(language: Language, text: str) -> None:
    assert paths(language, text) == [
        ("revenue", 100), ("expenditure", 110), ("revenue", 200), ("expenditure", 210),
    ]  # fmt: skip


def test_a_year_that_heads_figures_is_theirs() -> None:
    text = HEAD[RU] + "доходы – 100;\nна 2014 год: доходы – 200;\nна 2015 год: доходы – 300."
    read = read_clause_figures([Passage.of(paragraph) for paragraph in paragraphs(text)])
    assert [figure.year for figure in read] == [2013, 2014, 2015]


def test_parts_may_be_printed_in_another_order() -> None:
    text = """1) доходы – 100, в том числе: поступления трансфертов – 50; налоговые поступления – 50;
        3) чистое бюджетное кредитование – 5: погашение бюджетных кредитов – 1; бюджетные кредиты – 6;"""
    assert [path for path, _ in paths(RU, text)] == [
        "revenue", "revenue/4", "revenue/1", "net_lending", "net_lending/repayments", "net_lending/loans",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            RU,
            'поддержка частного предпринимательства в рамках программы "Дорожная карта бизнеса - 2020" - 97 тысяч тенге;',
            'поддержка частного предпринимательства в рамках программы "Дорожная карта бизнеса - 2020"',
        ),
        (RU, "субсидии по программе «Агробизнес – 2017» – 97 тысяч тенге;", "субсидии по программе «Агробизнес – 2017»"),
        (
            KK,
            "«Бизнестің жол картасы - 2020» бағдарламасына - 97 мың теңге;",
            "«Бизнестің жол картасы - 2020» бағдарламасына",
        ),
    ],
)  # fmt: skip
def test_a_year_in_a_name_is_no_amount(language: Language, text: str, name: str) -> None:
    assert figures(language, text) == [(name, None, 97)]


def test_a_bare_number_before_a_quote_may_still_be_an_amount() -> None:
    assert paths(RU, "«1) доходы – 281 421»") == [("revenue", 281_421)]


def test_relations_between_budgets_are_no_loan() -> None:
    text = "Взаимоотношения областного бюджета с другими областными бюджетами – 87 тысяч тенге;"
    assert paths(RU, text) == [(None, 87)]
    assert paths(RU, "поступление займов – 87 тысяч тенге;") == [("financing_receipts/7", 87)]
    assert paths(RU, "возврат займов – 87 тысяч тенге;") == [("financing_payments/16", 87)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "6) финансирование дефицита (использование профицита)\nбюджета 7 тысяч тенге."),
        (RU, "6) финансирование дефицита (использование профицита) бюджета\n7 тысяч тенге."),
        (RU, "6) финансирование дефицита (использование профицита) бюджета\n– 7 тысяч тенге."),
        (KK, "6) бюджет тапшылығын қаржыландыру\n(профицитін пайдалану) – 7 мың теңге."),
        (KK, "6) бюджет тапшылығын қаржыландыру (профицитін пайдалану)\n7 мың теңге."),
    ],
)
def test_a_figure_on_the_next_paragraph_has_the_whole_name(language: Language, text: str) -> None:
    assert paths(language, text) == [("financing", 7)]


def test_a_paragraph_that_begins_an_item_ends_the_name_before_it() -> None:
    text = "в том числе\nналоговые поступления – 40 тысяч тенге\n2) затраты – 110 тысяч тенге"
    assert figures(RU, text) == [("налоговые поступления", "revenue/1", 40), ("затраты", "expenditure", 110)]
