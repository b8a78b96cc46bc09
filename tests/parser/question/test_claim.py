"""Claims: what asks to check one, its figures, and the words nearest to each that say what it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import pytest

from parser.question.checking import ClaimWord, cut_checking, read_checking_rows
from parser.question.claimed_figures import find_claimed_figures
from parser.question.claimed_hundredths import spell_hundredths
from parser.question.claimed_kind import tell_kind
from parser.question.figure_kinds import FigureKind
from parser.question.fractions import read_fraction_rows
from parser.question.intents import Direction
from parser.question.question import Claim, YearSpan
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.records import Language
from parser.text.word_lists import ListRow
from tests.harness.sweeping import some_of

AMOUNT, CHANGE, SHARE = FigureKind.AMOUNT, FigureKind.CHANGE, FigureKind.SHARE
GROWTH, TIMES = FigureKind.GROWTH, FigureKind.TIMES
UP, DOWN = Direction.RISES, Direction.CUTS


def claimed(text: str) -> Claim:
    claim = read_question(f"проверь: {text}").claim
    assert claim is not None
    return claim


def named(text: str) -> list[tuple[str, str]]:
    """Each figure with the words that its first reading looks for."""
    return [
        (statement.figure.said, " ".join(token.folded for token in subject.tokens if not token.filler))
        for statement in claimed(text).statements
        for subject in statement.subjects[:1]
    ]


@pytest.mark.parametrize("rows", some_of(read_checking_rows(), 14))
def test_every_row_is_read_in_its_example(rows: Sequence[ListRow]) -> None:
    for row in rows:
        checking = cut_checking(row["example"])
        assert checking is not None, row["example"]
        assert checking.language == row["language"]
        assert checking.claim.split()[0] in {"на", "мектепке", "мектеп", "школы", "мектептер"}, row["example"]
        says = row.target("says", ClaimWord)
        question = read_question(row["example"])
        assert question.claim, row["example"]
        assert len(question.claim.statements) == (2 if says is ClaimWord.EACH else 1), row["example"]


def test_every_fraction_of_the_list_is_a_share_of_the_whole() -> None:
    for row in read_fraction_rows():
        asked = {"kk": "тексер", "ru": "проверь"}[row["language"]]
        claim = read_question(f"{asked}: {row['example']}").claim
        assert claim, row["example"]
        [statement] = claim.statements
        figure = statement.figure
        assert (figure.kind, figure.of_whole, figure.in_words) == (SHARE, True, True), row["example"]
        assert figure.value == Fraction(row.integer("numerator"), row.integer("denominator")), row["example"]
        named_words = [token.folded for token in statement.subjects[0].tokens if not token.filler]
        assert len(named_words) == 1, (row["example"], named_words)


def test_a_fraction_of_something_else_is_no_share() -> None:
    assert not find_claimed_figures("половину школ закрыли")


@pytest.mark.parametrize(
    ("text", "language"),
    [("Проверь!", "ru"), ("проверьте, пожалуйста", "ru"), ("тексерип берши", "kk"), ("Рас па?", "kk")],
)
def test_a_check_of_nothing_is_a_remark(text: str, language: Language) -> None:
    question = read_question(text)
    assert question.talk is Remark.CHECK
    assert question.claim == Claim((), asked_in=language)


@pytest.mark.parametrize("text", ["проверка смет", "тексеру комиссиясы", "школы 2014", "правда"])
def test_what_claims_no_figure_is_a_question(text: str) -> None:
    question = read_question(text)
    assert not (question.claim and question.claim.statements)


@pytest.mark.parametrize(
    ("text", "kind", "value", "precision", "direction"),
    [
        ("на школы дали 2 млрд", AMOUNT, 2 * 10**9, 10**9, None),
        ("8 млрд 400 млн тенге на школы", AMOUNT, 8_400 * 10**6, 10**8, None),
        ("полмиллиарда на школы", AMOUNT, 5 * 10**8, 10**8, None),
        ("154 373 мың теңге", AMOUNT, 154_373_000, 1000, None),
        ("12 523 223 тенге", AMOUNT, 12_523_223, 1, None),
        ("школы выросли с 2 млрд", AMOUNT, 2 * 10**9, 10**9, None),
        ("мектеп 3 млрд-қа дейін өсті", AMOUNT, 3 * 10**9, 10**9, None),
        ("потратили больше 2 млрд", AMOUNT, 2 * 10**9, 10**9, None),
        ("школам добавили 300 млн", CHANGE, 3 * 10**8, 10**6, UP),
        ("школам дали на 300 млн меньше", CHANGE, 3 * 10**8, 10**6, DOWN),
        ("школам дали ещё 300 млн", CHANGE, 3 * 10**8, 10**6, UP),
        ("мектептерге қосымша 300 млн теңге берілді", CHANGE, 3 * 10**8, 10**6, UP),
        ("қосымша білімге 300 млн берілді", AMOUNT, 3 * 10**8, 10**6, None),
        ("доходы выросли, а расходы сократились на 2 млрд", CHANGE, 2 * 10**9, 10**9, DOWN),
        ("школы +300 млн", CHANGE, 3 * 10**8, 10**6, UP),
        ("мектеп 2 млрд теңгеге өсті", CHANGE, 2 * 10**9, 10**9, UP),
        ("школы — 52,6 % расходов", SHARE, Fraction(526, 1000), Fraction(1, 1000), None),
        ("он екі пайызы мектепке", SHARE, Fraction(12, 100), Fraction(1, 100), None),
        ("доля школ выросла до 12 процентов", SHARE, Fraction(12, 100), Fraction(1, 100), None),
        ("школы урезали на 12 %", GROWTH, Fraction(12, 100), Fraction(1, 100), DOWN),
        ("мектеп 12 пайызға өсті", GROWTH, Fraction(12, 100), Fraction(1, 100), UP),
        ("школы выросли в 2,5 раза", TIMES, Fraction(5, 2), Fraction(1, 10), UP),
        ("школам дали втрое больше", TIMES, 3, Fraction(1, 2), UP),
        ("мектеп екі есе азайды", TIMES, 2, Fraction(1, 2), DOWN),
        ("школы выросли в полтора раза", TIMES, Fraction(3, 2), Fraction(1, 10), UP),
        ("мектеп бір жарым есе өсті", TIMES, Fraction(3, 2), Fraction(1, 10), UP),
        ("школы упали в 12 раз", TIMES, 12, 1, DOWN),
        ("школы выросли в два с половиной раза", TIMES, Fraction(5, 2), Fraction(1, 10), UP),
    ],
)
def test_a_figure(
    text: str, kind: FigureKind, value: Fraction, precision: Fraction, direction: Direction | None
) -> None:
    (figure,) = (tell_kind(figure, text, 0) for figure in find_claimed_figures(text))
    assert (figure.kind, figure.value, figure.precision) == (kind, value, precision)
    assert figure.direction is direction


@pytest.mark.parametrize(
    "text",
    [
        "5 школ",
        "150 000 человек",
        "87012345678",
        "миллиарды ушли",
        "миллиондаған теңге",
        "2014 год",
        "№ 12-3",
    ],
)
def test_what_is_no_figure_of_a_budget(text: str) -> None:
    assert find_claimed_figures(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "на школы дали 5 млрд, а на дороги — 2 млрд",
            [("5 млрд", "школы"), ("2 млрд", "дороги")],
        ),
        (
            "5 млрд на школы и 2 млрд на дороги выделили",
            [("5 млрд", "школы"), ("2 млрд", "дороги")],
        ),
        ("школы 5 млрд дороги 2 млрд", [("5 млрд", "школы"), ("2 млрд", "дороги")]),
        ("мектепке 2 млрд бөлінді, ал жолға 500 млн", [("2 млрд", "мектепке"), ("500 млн", "жолға")]),
        ("школы выросли на 12 %, до 3 млрд", [("12 %", "школы"), ("3 млрд", "школы")]),
        ("Озеленение. Дали 2 млрд", [("2 млрд", "озеленение")]),
        ("Дали 2 млрд. Это на озеленение", [("2 млрд", "озеленение")]),
        ("на школы дали около 5 млрд", [("5 млрд", "школы")]),
        ("на школы дали не менее 5 млрд", [("не менее 5 млрд", "школы")]),
        ("бюджет вырос на 2 млрд", [("2 млрд", "бюджет")]),
        ("бюджет 2 миллиардқа азайды", [("2 миллиард", "бюджет")]),
        ("на налоги приходится четверть доходов", [("четверть", "налоги")]),
        ("на школы дали не больше 5 млрд", [("не больше 5 млрд", "школы")]),
        ("мектептерге 9 миллиардтан аз бөлінді", [("9 миллиардтан аз", "мектептерге")]),
        ("дали 2 млрд", []),
    ],
)
def test_each_figure_is_of_the_words_nearest_to_it(text: str, said: list[tuple[str, str]]) -> None:
    assert named(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "мектептерге 1000 теңгеден 12 млн бөлінді",
        "мектептерге 1000 теңгеден 12 миллион бөлінді",
        "мектептерге 100 теңгеден 53 оқушыға берілді",
        "на школы из 100 тенге 53 млн",
        "на школы из 100 тенге 53млн",
        "на школы из 100 тенге 53 ляма",
        "на школы из 100 тенге 12 500 тенге",
        "на школы из 100 тенге 53-55",
        "на школы из 100 тенге 500",
    ],
)
def test_an_amount_behind_so_many_tenge_each_is_no_share(text: str) -> None:
    assert spell_hundredths(text) == (text, {})
    assert SHARE not in {statement.figure.kind for statement in claimed(text).statements}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "из 100 тенге 53 идут на образование, а на спорт 53 %",
            [("из 100 тенге 53", "образование"), ("53 %", "спорт")],
        ),
        (
            "на спорт 53 %, а из 100 тенге 53 идут на образование",
            [("53 %", "спорт"), ("из 100 тенге 53", "образование")],
        ),
        (
            "Спортқа 53 %. Білімге әр 100 теңгенің 53-і",
            [("53 %", "спортқа"), ("әр 100 теңгенің 53-і", "білімге")],
        ),
        ("на школы дали 5 млрд\nна спорт 2 млрд", [("5 млрд", "школы"), ("2 млрд", "спорт")]),
    ],
)
def test_each_share_is_quoted_as_it_was_said_itself(text: str, said: list[tuple[str, str]]) -> None:
    assert named(text) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("мектепке дейінгі тәрбиеге 5 млрд бөлінді", "мектепке дейінгі тәрбиеге"),
        ("5 млрд теңге мектепке дейінгі тәрбиеге бөлінді", "мектепке дейінгі тәрбиеге"),
        ("мектепке 9 млрд теңгеге дейін бөлінді", "мектепке"),
        ("мектепке 9 млрд-тан астам бөлінді", "мектепке"),
    ],
)
def test_what_bounds_an_amount_stands_beside_it(text: str, words: str) -> None:
    assert [each for _, each in named(text)] == [words]


def test_narrower_readings_keep_the_year() -> None:
    (statement,) = claimed("Аким сказал, что в 2014 году на школы дали 5 млрд, но денег нет").statements
    assert all(subject.years == (2014,) for subject in statement.subjects)
    assert [token.folded for token in statement.subjects[-1].tokens if not token.filler] == ["школы"]


def test_what_was_really_spent_is_no_plan() -> None:
    (statement,) = claimed("на дорогах освоили 2 млрд").statements
    assert statement.beyond_plan == "execution"


@pytest.mark.parametrize("text", ["аким получил 162 млн", "әкім 162 млн алды"])
def test_what_somebody_got_himself_is_no_plan(text: str) -> None:
    (statement,) = claimed(text).statements
    assert statement.beyond_plan == "pay"
    assert statement.subjects


def test_numbers_that_were_not_read_are_named() -> None:
    claim = claimed("12.07.2013 на 5 школ по решению № 12-3 дали 2 млрд за 3 года, см. https://a.kz/77777777")
    assert claim.unread == ("5 школ",)
    assert [each.span for each in claim.statements] == [YearSpan((), 3)]
    many = claimed("; ".join(f"школа {number} млрд" for number in range(2, 14)))
    assert len(many.statements) == 10
    assert many.unread == ("12 млрд", "13 млрд")


@pytest.mark.parametrize("rows", some_of([*read_checking_rows(), *read_fraction_rows()], 14))
def test_every_digit_of_an_example_is_in_a_statement_or_told_as_unread(rows: Sequence[ListRow]) -> None:
    assert [row["example"] for row in rows if lost_digits(row["example"])] == []


@pytest.mark.parametrize(
    "text",
    [
        "школы садики дороги 8,4 1,9 и 0,1 млрд",
        "на школы 12 282,5 и 3 млн",
        "школам и садикам 8,4 и 1,9 млрд, а дорогам 6,8 %",
        "в 5 школах 340 учеников, дали 8,4 млрд",
        "мектептер, балабақшалар 8,4 1,9 млрд, 5 емес 6 млн",
        "на школы " + ", ".join(f"{number},5 млрд" for number in range(31, 44)),
    ],
)
def test_every_digit_is_in_a_statement_or_told_as_unread(text: str) -> None:
    assert not lost_digits(text)


def lost_digits(text: str) -> list[str]:
    """The numbers of a claim that are in no statement, and not told as unread."""
    claim = read_question(text if text.startswith(("проверь", "тексер")) else f"проверь: {text}").claim
    if claim is None:  # a fraction alone
        return []
    told = " ".join([*(statement.figure.said for statement in claim.statements), *claim.unread])
    return [digits for digits in re.findall(r"\d+", text) if digits not in re.findall(r"\d+", told)]
