"""The structure of a budget: its rules, the names of its parts, and its paths."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

import pytest

from parser import budget_code
from parser.budget_code import names
from parser.records import Language, Level, Section
from parser.text.folding import skeleton
from parser.text.word_lists import ListRow, read_list
from tests.harness.rows import of_each

KK, RU = Language.KK, Language.RU


class TestRules:
    def test_every_level_and_every_section_has_one(self) -> None:
        assert set(budget_code.LEVELS) == set(Level)
        assert set(budget_code.SECTIONS) == set(Section)
        assert budget_code.TOPS == (Level.CATEGORY, Level.GROUP)

    def test_a_level_stands_under_higher_ones_of_its_own_side(self) -> None:
        for level, rule in budget_code.LEVELS.items():
            assert all(above < level and budget_code.side_of(above) is rule.side for above in rule.under)

    def test_the_top_codes_of_the_classification_and_of_a_section(self) -> None:
        assert budget_code.TOP_CODES[Level.CATEGORY] == {*range(1, 9)}
        assert budget_code.TOP_CODES[Level.GROUP] == {*range(1, 17)}
        lending = budget_code.SECTIONS[Section.NET_LENDING]
        assert [*lending.tops(Level.CATEGORY)] == [5]
        assert [*lending.tops(Level.GROUP)] == [*range(1, 16)]

    @pytest.mark.parametrize(
        ("top", "code", "printed_under", "section"),
        [
            (Level.CATEGORY, "1", Section.REVENUE, Section.REVENUE),
            (Level.CATEGORY, "1", Section.EXPENDITURE, Section.REVENUE),
            (Level.CATEGORY, "5", Section.REVENUE, Section.NET_LENDING),
            (Level.CATEGORY, "6", Section.NET_LENDING, Section.FINANCIAL_ASSETS),
            (Level.CATEGORY, "7", Section.DEFICIT, Section.FINANCING_RECEIPTS),
            (Level.CATEGORY, "8", Section.FINANCING_PAYMENTS, Section.FINANCING_RECEIPTS),
            (Level.CATEGORY, "9", Section.FINANCING, Section.FINANCING_RECEIPTS),
            (Level.CATEGORY, "9", Section.NET_LENDING, Section.NET_LENDING),
            (Level.GROUP, "10", Section.NET_LENDING, Section.NET_LENDING),
            (Level.GROUP, "04", Section.REVENUE, Section.EXPENDITURE),
            (Level.GROUP, "16", Section.EXPENDITURE, Section.FINANCING_PAYMENTS),
            (Level.GROUP, "16", Section.FINANCING, Section.FINANCING_PAYMENTS),
            (Level.GROUP, "14", Section.FINANCING, Section.FINANCING_PAYMENTS),
        ],
    )
    def test_categories_and_groups_have_sections_of_their_own(
        self, top: Level, code: str, printed_under: Section, section: Section
    ) -> None:
        assert budget_code.section_of_block(top, code, printed_under) is section

    def test_the_subclauses_of_the_adopting_clause(self) -> None:
        named = [budget_code.in_subclause(number) for number in range(1, 8)]
        assert [sections[0] for sections in named[:6]] == [
            rule.section for rule in budget_code.SECTIONS.values() if rule.number
        ]
        assert named[5] == (Section.FINANCING, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS)
        assert named[6] == ()

    def test_the_financing_s_total_counts_only_what_comes_in(self) -> None:
        assert budget_code.totalled(Section.REVENUE) == {Section.REVENUE}
        assert budget_code.totalled(Section.FINANCING) == {Section.FINANCING, Section.FINANCING_RECEIPTS}


class TestIdentities:
    WHOLE: ClassVar = {"revenue": 1000, "expenditure": 900, "net_lending": 120, "financial_assets": 30}

    def test_the_deficit_is_what_is_left_of_revenue(self) -> None:
        assert budget_code.expected_amount("deficit", self.WHOLE) == -50

    @pytest.mark.parametrize("missing", list(WHOLE))
    def test_a_term_that_is_not_known_leaves_it_open(self, missing: str) -> None:
        known = {path: amount for path, amount in self.WHOLE.items() if path != missing}
        assert budget_code.expected_amount("deficit", known) is None

    def test_financing_is_the_deficit_with_the_other_sign(self) -> None:
        assert budget_code.expected_amount("financing", {"deficit": -50}) == 50

    @pytest.mark.parametrize("repaid", [30, -30])
    @pytest.mark.parametrize("path", ["net_lending/repayments", "net_lending/5"])
    def test_what_is_repaid_is_subtracted_however_it_is_printed(self, path: str, repaid: int) -> None:
        assert budget_code.expected_amount("net_lending", {"net_lending/loans": 150, path: repaid}) == 120

    def test_a_line_without_an_identity_has_no_expected_amount(self) -> None:
        assert budget_code.expected_amount("revenue", self.WHOLE) is None

    def test_only_what_is_subtracted_may_be_printed_with_either_sign(self) -> None:
        assert budget_code.same_amount("financial_assets/6", 5, -5)
        assert budget_code.same_amount("financing_payments/16", 5, -5)
        assert not budget_code.same_amount("financial_assets", 5, -5)
        assert not budget_code.same_amount("financial_assets/6", 5, -4)

    @pytest.mark.parametrize(
        ("path", "part"),
        [
            ("net_lending", None),
            ("net_lending/loans", "net_lending/loans"),
            ("net_lending/07/467/001", "net_lending/loans"),
            ("net_lending/5/01/1", "net_lending/repayments"),
            ("financial_assets/13/452/065", "financial_assets/purchase"),
            ("financial_assets/6", "financial_assets/sale"),
            ("financing_receipts/7/01", "financing_receipts/loans"),
            ("financing_receipts/8", "financing_receipts/balances"),
            ("financing_receipts/9", None),
            ("financing_payments/16/452", "financing_payments/loans"),
            ("expenditure/04/464", None),
        ],
    )
    def test_the_part_that_a_line_belongs_to(self, path: str, part: str | None) -> None:
        found = budget_code.part_of(path)
        assert (found.path if found else None) == part


# As the Budget Code has them; the first is printed beside a budget and is no part of it.
OFFICIAL_NAMES = [
    (None, "Бюджеттің мұнайға қатысты емес тапшылығы", "Ненефтяной дефицит бюджета"),
    (
        "financing",
        "Бюджет тапшылығын қаржыландыру (профицитін пайдалану)",
        "Финансирование дефицита (использование профицита) бюджета",
    ),
    ("deficit", "Бюджет тапшылығы (профициті)", "Дефицит (профицит) бюджета"),
    (
        "financial_assets",
        "Қаржы активтерімен операциялар бойынша сальдо",
        "Сальдо по операциям с финансовыми активами",
    ),
    ("financial_assets/purchase", "Қаржы активтерін сатып алу", "Приобретение финансовых активов"),
    (
        "financial_assets/sale",
        "Мемлекеттің қаржы активтерін сатудан түсетін түсімдер",
        "Поступления от продажи финансовых активов государства",
    ),
    ("financing_payments/16", "Қарыздарды өтеу", "Погашение займов"),
    ("financing_receipts/7", "Қарыздар түсімі", "Поступление займов"),
    ("net_lending", "Таза бюджеттік кредиттеу", "Чистое бюджетное кредитование"),
    ("net_lending/repayments", "Бюджеттік кредиттерді өтеу", "Погашение бюджетных кредитов"),
    ("net_lending/loans", "Бюджеттік кредиттер", "Бюджетные кредиты"),
    (
        "financing_receipts/8",
        "Бюджет қаражатының пайдаланылатын қалдықтары",
        "Используемые остатки бюджетных средств",
    ),
    ("revenue/2", "Салықтық емес түсімдер", "Неналоговые поступления"),
    ("revenue/1", "Салықтық түсімдер", "Налоговые поступления"),
    ("revenue/3", "Негізгі капиталды сатудан түсетін түсімдер", "Поступления от продажи основного капитала"),
    ("revenue/4", "Трансферттер түсімі", "Поступления трансфертов"),
    ("expenditure", "Шығындар", "Затраты"),
    ("revenue", "Кірістер", "Доходы"),
]
ROWS = read_list("parts.tsv", names.PART_COLUMNS)


class TestNames:
    @pytest.mark.parametrize(("path", "kazakh", "russian"), OFFICIAL_NAMES, ids=lambda value: value)
    def test_the_official_names_are_understood(self, path: str | None, kazakh: str, russian: str) -> None:
        (part,) = (part for part in names.part_names() if part.path == path)
        for text in (kazakh, russian):
            assert budget_code.path_in_text(text) == path
            assert budget_code.path_in_text(text.replace(" ", "")) == path
            if part.rows or part.short_rows:
                assert budget_code.path_of_row(text.upper()) == path

    @of_each("row", ROWS)
    def test_a_name_is_told_in_its_example(self, row: ListRow) -> None:
        path, named, example = None if row["part"] == "-" else row["part"], row["named"], row["example"]
        (alone,) = names.sort_names([row])
        if named == names.Named.SURPLUS:
            assert budget_code.path_of_row(example) == path
            assert not budget_code.is_deficit_alone(example)
        elif named == names.Named.CLAUSE:
            assert alone.in_text(skeleton(example).replace(" ", ""))
            assert budget_code.path_in_text(example) == path
        elif named in (names.Named.NO_ROW, names.Named.NO_CLAUSE):
            others = [other for other in ROWS if other["part"] == row["part"] and other is not row]
            (without,) = names.sort_names(others)
            if named == names.Named.NO_ROW:
                assert without.is_row(names.row_sounds(example))
                assert budget_code.path_of_row(example) != path
            else:
                assert without.in_text(skeleton(example).replace(" ", ""))
                assert budget_code.path_in_text(example) != path
        else:
            assert alone.is_row(names.row_sounds(example))
            assert budget_code.path_of_row(example) == path
            assert budget_code.is_outside(example) is (path is None)

    def test_the_names_of_a_part_stand_together(self) -> None:
        parts = [row["part"] for row in ROWS]
        assert sum(before != after for before, after in pairwise(parts)) == len(set(parts)) - 1

    @pytest.mark.parametrize(
        "name", ["Затраты на оплату труда работников школ", "Расходы по содержанию и ремонту дорог"]
    )
    def test_a_long_name_is_no_section(self, name: str) -> None:
        assert budget_code.path_of_row(name) is None

    @pytest.mark.parametrize(
        ("printed", "section"),
        [
            ("1. ДОХОДЫ", Section.REVENUE),
            ("ІІ. ШЫҒЫНДАР", Section.EXPENDITURE),  # Cyrillic letters
            ("Ш. Чистое бюджетное кредитование", Section.NET_LENDING),
            ("IV) Сальдо", Section.FINANCIAL_ASSETS),
            ("У. Дефицит бюджета", Section.DEFICIT),
            ("УІ. Финансирование дефицита бюджета", Section.FINANCING),
            ("VI. Ненефтяной дефицит бюджета", None),
            ("VI. Бюджеттің мұнайға қатысты емес тапшылығы", None),
            ("VII. Финансирование дефицита бюджета", None),
            ("7. Трансферты", None),
            ("Доходы", None),
        ],
    )
    def test_the_numbers_of_the_sections(self, printed: str, section: Section | None) -> None:
        assert budget_code.section_by_number(printed) is section

    @pytest.mark.parametrize(
        "name", ["Прочие услуги", "Басқа да қызметтер", "Доходы от аренды имущества района"]
    )
    def test_other_names_are_no_parts(self, name: str) -> None:
        assert budget_code.path_of_row(name) is None
        assert not budget_code.is_outside(name)

    @pytest.mark.parametrize(
        ("name", "path"),
        [
            ("Расходы бюджета города Тараз", "expenditure"),
            ("Расходы бюджета города Тараз всего", None),
            ("Түсімдер", "revenue"),
            ("Жалпы түсімдер", "revenue"),
            ("Поступления от штрафов", None),
            ("", None),
        ],
    )
    def test_a_total_has_a_short_name(self, name: str, path: str | None) -> None:
        assert budget_code.path_of_row(name) == path

    def test_a_name_that_speaks_of_credits_is_of_no_loan_that_the_budget_takes(self) -> None:
        assert budget_code.path_of_row("Погашение займов") == "financing_payments/16"
        assert budget_code.path_of_row("Погашение кредитов, выданных из займов") == "net_lending/repayments"

    def test_words_that_name_no_part(self) -> None:
        assert budget_code.path_in_text("Басқа да қызметтер") is None
        assert budget_code.path_in_text("") is None

    def test_the_deficit_without_oil_revenue_is_beside_the_structure(self) -> None:
        assert budget_code.is_outside("Ненефтяной дефицит")
        assert budget_code.is_outside("Мұнайға қатысты емес тапшылық")


class TestPaths:
    def test_a_path_begins_with_its_section(self) -> None:
        assert budget_code.section_of("net_lending/10/459/018") is Section.NET_LENDING
        assert budget_code.section_of("deficit") is Section.DEFICIT

    def test_a_subgroup_is_no_part_of_what_stands_below_it(self) -> None:
        above = [(Level.GROUP, "4"), (Level.SUBGROUP, "02")]
        assert budget_code.join(Section.EXPENDITURE, above) == "expenditure/04/2"
        below = [*above, (Level.ADMINISTRATOR, "464"), (Level.PROGRAM, "9")]
        assert budget_code.join(Section.EXPENDITURE, below) == "expenditure/04/464/009"
        assert budget_code.join(Section.DEFICIT, []) == "deficit"

    @pytest.mark.parametrize(
        ("path", "level"),
        [
            ("revenue/1", Level.CATEGORY), ("revenue/1/01/2", Level.SUBCLASS), ("revenue/1/01/2/05", Level.SPECIFIC),
            ("net_lending/10", Level.GROUP), ("net_lending/10/9", Level.SUBGROUP),
            ("net_lending/10/459/018", Level.PROGRAM), ("expenditure/04/464/009/011", Level.SUBPROGRAM),
            ("expenditure/04/464", Level.ADMINISTRATOR),
            ("net_lending/loans", None), ("financing", None),
        ],
    )  # fmt: skip
    def test_the_level_is_told_from_the_path(self, path: str, level: Level | None) -> None:
        assert budget_code.level_of(path) is level


@pytest.mark.parametrize(
    ("codes", "level"),
    [
        (["1"], None),  # a category, or a group that is printed with one digit
        (["04"], Level.GROUP),
        (["1", "01"], Level.CLASS),
        (["1", "1", "2"], Level.SUBCLASS),
        (["1", "01", "2", "03"], Level.SPECIFIC),
        (["04", "1"], Level.SUBGROUP),
        (["4", "464"], Level.ADMINISTRATOR),
        (["04", "464", "003"], Level.PROGRAM),
        (["04", "1", "464", "003"], Level.PROGRAM),
        (["04", "464", "003", "011"], Level.SUBPROGRAM),
        (["04", "1", "464", "003", "011"], Level.SUBPROGRAM),
        (["04", "464", "003", "011", "015"], None),
        (["1", "01", "2", "03", "04"], None),
    ],
)
def test_the_level_of_the_last_of_printed_codes(codes: list[str], level: Level | None) -> None:
    assert budget_code.level_printed(codes) is level


def test_a_row_has_as_many_codes_as_its_side_has_levels() -> None:
    assert budget_code.MOST_CODES == 5
