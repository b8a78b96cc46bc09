"""Short names: each rule by its example, each listed name shorter than the official one, unique in a view."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from handlers.views.lines import line_name
from handlers.views.matches import describe_match, match_button
from handlers.views.short_names import NAME_COLUMNS, RULE_COLUMNS, load_short_names
from handlers.views.texts import Texts
from parser.budget_code import parents, section_of
from parser.parse import parse_file
from parser.records import Language
from parser.text.clean_names import PROPER_COLUMNS, clean_name
from parser.text.folding import fold
from parser.text.word_lists import LOCALES, ListRow, read_list
from storage.reading.records import LineSummary
from tests.handlers.views import cards

LONGEST = 55  # letters; a button shows some forty of them
RULES = [
    (language, row)
    for language in Language
    for row in read_list(f"short_rules.{language.value}.tsv", RULE_COLUMNS)
]


@pytest.mark.parametrize(("language", "rule"), RULES, ids=lambda value: getattr(value, "number", value))
def test_a_rule_shows_its_example(language: Language, rule: ListRow) -> None:
    assert load_short_names(language).of(rule["example"]) == rule["shown"]


@pytest.mark.parametrize("language", Language)
def test_a_listed_name_is_short_and_listed_once(language: Language) -> None:
    rows = read_list(f"short_names.{language.value}.tsv", NAME_COLUMNS)
    folded = [fold(row["printed"]) for row in rows]
    assert len(folded) == len(set(folded))
    for row in rows:
        assert len(row["short"]) < min(len(row["printed"]), LONGEST + 1), row["short"]
        assert load_short_names(language).of(row["printed"]) == row["short"]


def test_letters_and_case_of_the_print_do_not_matter() -> None:
    known = load_short_names(Language.KK)
    assert known.of("Жалпы сипаттағы мемлекеттiк қызметтер") == "Мемлекеттік басқару"  # a Latin i
    assert known.of("ЖАЛПЫ СИПАТТАҒЫ МЕМЛЕКЕТТІК ҚЫЗМЕТТЕР") == "Мемлекеттік басқару"


def test_what_no_rule_knows_stays() -> None:
    assert load_short_names(Language.RU).of("орошение полей") == "орошение полей"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Iшкi сауда", "Ішкі сауда"),
        ("MYCOP", "MYCOP"),  # no letter of it is Cyrillic
        ("СПИД", "Спид"),  # nothing tells it from a word
        ("ЖКХ", "ЖКХ"),
        ("VI. ФИНАНСИРОВАНИЕ ДЕФИЦИТА БЮДЖЕТА", "VI. Финансирование дефицита бюджета"),
        ("«ӨҢІРЛЕРДІ ДАМЫТУ» БАҒДАРЛАМАСЫ", "«Өңірлерді дамыту» бағдарламасы"),
        ('в рамках Программы "Развитие регионов"', "в рамках Программы «Развитие регионов»"),
        ('в рамках Программы "Развитие', 'в рамках Программы "Развитие'),
        *((row["printed"], row["shown"]) for row in read_list("proper_names.tsv", PROPER_COLUMNS)),
        ("Услуги Call-центрами", "Услуги Call-центрами"),
    ],
)
def test_names_are_shown_clean(printed: str, shown: str) -> None:
    assert clean_name(printed) == shown


def test_two_lines_of_one_short_name_have_their_whole_names(texts: Texts) -> None:
    names = {"kk": ("Баға туралы", "Нарық туралы"), "ru": ("О ценах", "О рынке")}
    suffix = {"kk": "Облыстың {}", "ru": "Управление {} области"}
    language = texts.language.value
    plain = suffix[language].format(names[language][0].lower())
    short = load_short_names(texts.language).of(plain)
    lines = [summary("expenditure/04/261", plain), summary("expenditure/04/464", short)]
    assert [line_name(line, texts, among=lines) for line in lines] == [plain, short]
    assert line_name(lines[0], texts) == short
    alone = summary("expenditure/05/261", plain)
    assert line_name(alone, texts, among=[alone, summary("expenditure/06/261", plain)]) == short


def test_lines_that_begin_alike_are_cut_where_they_differ(texts: Texts) -> None:
    begins = "Целевые трансферты на развитие из вышестоящего бюджета на проектирование и строительство "
    lines = [
        summary(f"expenditure/04/467/{code}", begins + what)
        for code, what in (("037", "школ"), ("038", "дорог"))
    ]
    named = [line_name(line, texts, 48, lines) for line in lines]
    assert [name.rpartition(" ")[2] for name in named] == ["школ", "дорог"]
    assert all(len(name) <= 48 for name in named)


def test_lines_of_one_name_in_places_of_one_name_are_told_apart_by_section(texts: Texts) -> None:
    names = [
        dict.fromkeys(Language, name) for name in ("Жилищное хозяйство", "Жилищно-коммунальное хозяйство")
    ]
    paths = ["expenditure/07/1", "net_lending/07/1"]
    matches = [cards.match(path, names[0], parent_names=names[1]) for path in paths]
    labels = [match_button(1, match, texts, among=matches).text for match in matches]
    described = [str(describe_match(1, match, texts, among=matches)) for match in matches]
    for path, label, text in zip(paths, labels, described, strict=True):
        section = texts.get(f"section-{section_of(path)}")
        assert section[:6] in label
        assert f"Жилищно-коммунальное хозяйство, {section}" in text


def summary(path: str, name: str) -> LineSummary:
    return cards.summary(path, dict.fromkeys(Language, name))


@pytest.mark.parametrize(
    "file", sorted((LOCALES.parent / "tests/search/cities").glob("*.csv")), ids=lambda f: f.name
)
def test_lines_below_one_line_have_names_of_their_own(file: Path) -> None:
    """Of every budget here: what is printed under two names is shown under two."""
    for edition in parse_file(file).editions:
        known = load_short_names(edition.language)
        shown: dict[tuple[str, str], str] = {}
        for line in edition.lines:
            above = next(iter(parents(line.path)), "")
            key = (above, known.of(line.name))
            assert shown.setdefault(key, fold(line.name)) == fold(line.name), key


def test_every_list_of_lines_says_which_it_lists() -> None:
    """Else two of one short name would look the same in it."""
    views = LOCALES.parent / "handlers" / "views"
    calls = {
        (file.name, ast.unparse(node))
        for file in views.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"describe_match", "match_button", "describe_part"}
    }
    assert len(calls) > 10
    assert [call for call in calls if "among=" not in call[1]] == []
