"""Clause 1's figures: adopted, restated whole or in part, for one place or several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.budget_code import path_in_text
from parser.decision.clause_figures import read_clause_figures
from parser.decision.signs_and_units import settle
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import ClauseFigure, Finding, Language
from parser.text.passage import Passage
from tests.parser.texts import paragraphs

KK, RU = Language.KK, Language.RU


def figures(text: str) -> tuple[tuple[ClauseFigure, ...], list[Finding]]:
    """What a clause says, where no table helps."""
    findings = Findings()
    printed = read_clause_figures([Passage.of(p) for p in paragraphs(text)], parent="Алакөл ауданы")
    return settle(printed, [], findings), list(findings)


CLAUSES = {
    "ru: grouped and ungrouped, glued units": (
        """1. Утвердить районный бюджет на 2021-2023 годы согласно приложениям 1, 2 и 3, в том числе на 2021 год в следующих объемах:
        1) доходы – 7 040 645,8 тысяч тенге, в том числе по:
        налоговым поступлениям – 1193135 тысяч тенге;
        неналоговым поступлениям – 9346тысячи тенге;
        поступлениям от продажи основного капитала – 3 430 тыс.тенге;
        поступлениям трансфертов – 5834734,8тысяч тенге;
        2) затраты – 7 319 641,7 тысяч тенге;
        3) чистое бюджетное кредитование – 76 897,5 тысяч тенге, в том числе: бюджетные кредиты – 105 012,5 тысяч тенге, погашение бюджетных кредитов –28 115 тысяч тенге;
        4) сальдо по операциям с финансовыми активами – 0;
        5) дефицит (профицит) бюджета – - 355 893,4 тысяч тенге;
        6) финансирование дефицита (использование профицита) бюджета – 355 893,4 тысяч тенге:
        поступление займов – 105 012,5 тысяч тенге;
        погашение займов – 28 115 тысяч тенге;
        используемые остатки бюджетных средств – 278 995,9 тысяч тенге.
        2. Учесть субвенцию в сумме 5 000 тысяч тенге.""",
        [
            ("1.1", "revenue", 7_040_645_800), ("1.1", "revenue/1", 1_193_135_000), ("1.1", "revenue/2", 9_346_000),
            ("1.1", "revenue/3", 3_430_000), ("1.1", "revenue/4", 5_834_734_800), ("1.2", "expenditure", 7_319_641_700),
            ("1.3", "net_lending", 76_897_500), ("1.3", "net_lending/loans", 105_012_500),
            ("1.3", "net_lending/repayments", 28_115_000), ("1.4", "financial_assets", 0), ("1.5", "deficit", -355_893_400),
            ("1.6", "financing", 355_893_400), ("1.6", "financing_receipts/7", 105_012_500),
            ("1.6", "financing_payments/16", 28_115_000), ("1.6", "financing_receipts/8", 278_995_900),
        ],
    ),
    "kk: no dashes, words run together and split, a doubled word, a minus in brackets": (
        """1. 2022-2024 жылдарға арналған аудандық бюджет тиісінше 1, 2 және 3-қосымшаларға сәйкес, оның ішінде 2022жылға келесі көлемдерде бекітілсін:
        1) кірістер 213 353 мың теңге, оның ішінде:
        Салықтықтүсімдер 146 848 мың мың теңге;
        салықтық емес түсім дер 0 теңге;
        негізгі капиталды сатудан түсетін түсімдер – 0;
        трансферттер түсімі 66505мың теңге;
        2) шығындар 225 095 мың теңге;
        3) таза бюджеттік кредит беру 0 теңге, оның ішінде:
        бюджеттік кредиттер 0 теңге;
        бюджеттік кредиттерді өтеу 0 теңге;
        4) қаржылық активтермен операциялар бойынша сальдо 0 теңге:
        қаржылық активтерді сатып алу 0 теңге;
        мемлекеттің қаржы активтерін сатудан түсетін түсімдер 0 теңге;
        5) бюджет тапшылығы (профициті) (-) 11 742 мың теңге;
        6) бюджет тапшылығын қаржыландыру (профицитін пайдалану) 11 742 мың теңге:
        қарыздар түсімі 0 теңге; қарыздарды өтеу 0 теңге;
        бюджет қаражатының пайдаланылатын қалдықтары –11 742.""",
        [
            ("1.1", "revenue", 213_353_000), ("1.1", "revenue/1", 146_848_000), ("1.1", "revenue/2", 0), ("1.1", "revenue/3", 0),
            ("1.1", "revenue/4", 66_505_000), ("1.2", "expenditure", 225_095_000), ("1.3", "net_lending", 0),
            ("1.3", "net_lending/loans", 0), ("1.3", "net_lending/repayments", 0), ("1.4", "financial_assets", 0),
            ("1.4", "financial_assets/purchase", 0), ("1.4", "financial_assets/sale", 0), ("1.5", "deficit", -11_742_000),
            ("1.6", "financing", 11_742_000), ("1.6", "financing_receipts/7", 0), ("1.6", "financing_payments/16", 0),
            ("1.6", "financing_receipts/8", 11_742_000),
        ],
    ),
    "ru: a clause restated whole, subclauses misnumbered": (
        """1. Внести в решение районного маслихата от 21 декабря 2012 года № 10 следующие изменения:
        пункт 1 изложить в новой редакции:
        «1. Утвердить бюджет района на 2013-2015 годы согласно приложениям 1, 2 и 3, в том числе на 2013 год в следующих объемах:
        1) доходы – 100 тысяч тенге;
        2) затраты – 110 тысяч тенге;
        2) дефицит бюджета – -10 тысяч тенге;
        7) финансирование дефицита бюджета – 10 тысяч тенге.»;""",
        [("1.1", "revenue", 100_000), ("1.2", "expenditure", 110_000), ("1.2", "deficit", -10_000), ("1.7", "financing", 10_000)],
    ),
    "kk: a clause restated whole": (
        """1. Аудандық мәслихаттың 2012 жылғы 20 желтоқсандағы № 90 шешіміне мынадай өзгерістер енгізілсін:
        1 - тармақ жаңа редакцияда баяндалсын:
        "1. 2013-2015 жылдарға арналған аудандық бюджет тиісінше 1, 2 және 3-қосымшаларға сәйкес, оның ішінде 2013 жылға мынадай көлемдерде бекітілсін:
        1) кірістер – 100 мың теңге;
        2) шығындар – 110 мың теңге;
        5) бюджет тапшылығы (профициті) – -10 мың теңге;
        6) бюджет тапшылығын қаржыландыру – 10 мың теңге.";""",
        [("1.1", "revenue", 100_000), ("1.2", "expenditure", 110_000), ("1.5", "deficit", -10_000), ("1.6", "financing", 10_000)],
    ),
    "kk: only two subclauses restated": (
        """1. Мәслихаттың 2012 жылғы 20 желтоқсандағы № 90 шешіміне мынадай өзгерістер енгізілсін:
        көрсетілген шешімнің 1-тармағында:
        1), 2) тармақшалары жаңа редакцияда жазылсын:
        "1) кірістер – 10480382,0 мың теңге, оның ішінде мыналар бойынша:
        салықтық түсімдер – 9444609,0 мың теңге;
        2) шығындар – 10719383,9 мың теңге;";""",
        [("1.1", "revenue", 10_480_382_000), ("1.1", "revenue/1", 9_444_609_000), ("1.2", "expenditure", 10_719_383_900)],
    ),
    "ru: the clause in the paragraph that restates it": (
        """1. Внести в решение маслихата от 22 декабря 2010 года № 264 следующие изменения: пункт 1 указанного решения изложить в новой редакции: "1. Утвердить районный бюджет на 2011-2013 годы: 1) доходы – 1098951,6 тысяч тенге, в том числе по: налоговым поступлениям – 319788,0 тысяч тенге; 3) чистое бюджетное кредитование равно нулю;".""",
        [("1.1", "revenue", 1_098_951_600), ("1.1", "revenue/1", 319_788_000), ("1.3", "net_lending", 0)],
    ),
    "kk: zero in words": (
        """1. Мәслихаттың 2017 жылғы 28 желтоқсандағы № 128/21 шешіміне мынадай өзгерістер енгізілсін:
        1-тармақ жаңа редакцияда жазылсын:
        "1. 2018-2020 жылдарға арналған бюджет бекітілсін:
        1) кірістер – 86 421 мың теңге;
        3) таза бюджеттік кредиттеу – нөлге тең;
        5) бюджет тапшылығы (профициті) – нөлге тең.".""",
        [("1.1", "revenue", 86_421_000), ("1.3", "net_lending", 0), ("1.5", "deficit", 0)],
    ),
    "ru: only two subclauses restated": (
        """1. Внести в решение маслихата от 20 декабря 2012 года № 90 следующие изменения:
        подпункты 1) и 5) пункта 1 изложить в следующей редакции:
        «1) доходы – 100 тысяч тенге;»;
        «5) дефицит (профицит) бюджета – (-88 924 176,8) тысяч тенге;».""",
        [("1.1", "revenue", 100_000), ("1.5", "deficit", -88_924_176_800)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLAUSES)
def test_the_figures_of_clauses(name: str) -> None:
    text, expected = CLAUSES[name]
    found, warnings = figures(text)
    assert [(f.clause, f.path, f.amount) for f in found] == expected
    assert warnings == []


@pytest.mark.parametrize(
    ("text", "amount", "certain"),
    [
        ("дефицит (профицит) бюджета – -281 421 тысяч тенге", -281_421_000, True),
        ("дефицит (профицит) бюджета - -281 421 тысяч тенге", -281_421_000, True),
        ("дефицит (профицит) бюджета – - 281 421,7 тысяч тенге", -281_421_700, True),
        ("дефицит (профицит) бюджета (-) 735 тысяч тенге", -735_000, True),
        ("дефицит (профицит) бюджета (-88 924 176,8) тысяч тенге", -88_924_176_800, True),
        ("дефицит (профицит) бюджета: минус 735 тысяч тенге", -735_000, True),
        ("дефицит (профицит) бюджета -5244554,3 тысяч тенге", -5_244_554_300, False),
        ("дефицит (профицит) бюджета – 735 тысяч тенге", 735_000, False),
        ("затраты – 735 тысяч тенге", 735_000, True),
        ("затраты -735 тысяч тенге", 735_000, True),
        ("затраты 735 тысяч тенге", 735_000, True),
        ("бюджет тапшылығы (профициті) – – 735 мың теңге", -735_000, True),
        ("бюджет тапшылығы (профициті) (-) 735 мың теңге", -735_000, True),
        ("шығындар –735 мың теңге", 735_000, True),
        ("шығындар – 12 3456 мың теңге", 123_456_000, False),
    ],
)
def test_signs(text: str, amount: int, certain: bool) -> None:
    found, warnings = figures(f"подпункт 5) изложить в новой редакции:\n«5) {text};»")
    assert [(f.amount, f.certain) for f in found] == [(amount, certain)]
    assert bool(warnings) is not certain


def test_arithmetic_settles_a_lone_dash() -> None:
    text = "1. Утвердить бюджет на 2021 год:\n1) доходы – 100 тысяч тенге;\n2) затраты – {} тысяч тенге;\n5) дефицит (профицит) бюджета – 10 тысяч тенге."
    for spent, balance in (("110", -10_000), ("90", 10_000)):
        found, warnings = figures(text.format(spent))
        assert (found[-1].amount, found[-1].certain, warnings) == (balance, True, [])


def test_thousands_left_out_are_warned_of() -> None:
    found, warnings = figures(
        "1. Утвердить бюджет на 2021 год:\n1) доходы – 100 тысяч тенге;\n2) затраты – 110 тенге;\nпогашение займов – 0 тенге."
    )
    assert [(f.amount, f.certain) for f in found] == [(100_000, True), (110_000, False), (0, True)]
    assert [(w.kind, w.values) for w in warnings] == [
        (FindingKind.THOUSANDS_LEFT_OUT, {"printed": "– 110 тенге"})
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            """1. Утвердить бюджет сельского округа Кенес на 2021-2023 годы, в том числе на 2021 год в следующих объемах:
            1) доходы – 10 тысяч тенге;
            2. Утвердить бюджет села Азат на 2021-2023 годы, в том числе на 2021 год в следующих объемах:
            1) доходы – 20 тысяч тенге;""",
            [("1.1", "сельский округ Кенес, Алакөл ауданы", 2021), ("2.1", "село Азат, Алакөл ауданы", 2021)],
        ),
        (
            """1. 2022-2024 жылдарға арналған Кеңес ауылдық округінің бюджеті оның ішінде 2022 жылға келесі көлемдерде бекітілсін:
            1) кірістер – 10 мың теңге;
            2. 2022-2024 жылдарға арналған Молодежный кентінің бюджеті оның ішінде 2022 жылға келесі көлемдерде бекітілсін:
            1) кірістер – 20 мың теңге;""",
            [("1.1", "Кеңес ауылдық округі, Алакөл ауданы", 2022), ("2.1", "Молодежный кенті, Алакөл ауданы", 2022)],
        ),
        (
            """1. Утвердить бюджеты города и сельских округов на 2020 - 2022 годы, в том числе на 2020 год в следующих объемах:
            По городу Жанатас:
            1) доходы – 10 тысяч тенге;
            По сельскому округу Кенес:
            1) доходы – 20 тысяч тенге;""",
            [("1.1", "Жаңатас", 2020), ("1.1", "сельский округ Кенес, Алакөл ауданы", 2020)],
        ),
    ],
)  # fmt: skip
def test_whose_figures_they_are(text: str, expected: list[tuple[str, str, int]]) -> None:
    found, _ = figures(text)
    assert [(f.clause, f.place, f.year) for f in found] == expected


PARTS = {
    KK: {
        "revenue": "кірістер", "revenue/1": "салықтық түсімдер", "revenue/2": "салықтық емес түсімдер",
        "revenue/4": "трансферттер түсімі", "expenditure": "шығындар", "net_lending/loans": "бюджеттік кредиттер",
        "financing_receipts/7": "қарыздар түсімі", "financing_payments/16": "қарыздарды өтеу",
    },
    RU: {
        "revenue": "доходы", "revenue/1": "налоговым поступлениям", "revenue/2": "неналоговые поступления",
        "revenue/4": "поступления трансфертов", "expenditure": "затраты", "net_lending/loans": "бюджетные кредиты",
        "financing_receipts/7": "поступление займов", "financing_payments/16": "погашение займов",
    },
}  # fmt: skip
UNITS = {
    KK: ("мың теңге", "мың мың теңге", "мың  теңге"),
    RU: ("тысяч тенге", "тысячи тенге", "тыс.тенге", "тыс. тенге"),
}
INTRO = {KK: "1. 2021 жылға арналған бюджет бекітілсін:", RU: "1. Утвердить бюджет на 2021 год:"}


@pytest.mark.parametrize("language", Language)
@given(data=st.data())
def test_any_list_reads_back_equal(language: Language, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(PARTS[language])), min_size=1, unique=True))
    lines, expected = [], []
    for number, path in enumerate(chosen, start=1):
        tenths = data.draw(st.integers(0, 10**10))
        whole = f"{tenths // 10:,}".replace(",", " ") if data.draw(st.booleans()) else str(tenths // 10)
        amount = whole + (f",{tenths % 10}" if tenths % 10 else "")
        name = PARTS[language][path]
        name = data.draw(
            st.sampled_from(
                [name, name.replace(" ", ""), name.replace("о", "o").replace("е", "e"), name.upper()]
            )
        )
        mark = f"{number}) " if data.draw(st.booleans()) else ""
        gap = data.draw(st.sampled_from([" – ", " - ", "- ", " –", " "]))
        unit = data.draw(st.sampled_from(UNITS[language]))
        glue = data.draw(st.sampled_from(["", " ", "\u00a0"]))
        end = data.draw(st.sampled_from([";", ";\n", ",\n", "\n"]))
        lines.append(f"{mark}{name}{gap}{amount}{glue}{unit}{end}")
        expected.append((path, tenths * 100))
    found, _ = figures(INTRO[language] + "\n" + "".join(lines))
    assert [(f.path, f.amount) for f in found] == expected


@pytest.mark.parametrize("language", Language)
def test_names_of_parts(language: Language) -> None:
    assert {path_in_text(name) for name in PARTS[language].values()} == set(PARTS[language])
    assert path_in_text({KK: "резерв", RU: "ерунда"}[language]) is None
