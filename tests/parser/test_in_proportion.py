"""Reading takes as long as a document is: four times the text, no more than about four times the work.

Each text here once took its square, or longer: whoever sends such a document would hold up the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from parser.decision.named_places import find_place, find_region
from parser.document import Document, Paragraph
from parser.errors import ParseError
from parser.parse import parse_document, parse_raw
from parser.question.checking import cut_checking
from parser.question.claim import read_claim
from parser.question.question import Question
from parser.question.reading import read_question
from parser.readers.files import as_raw
from parser.readers.html import read_html
from parser.readers.labels import is_stamp
from parser.records import Language, PlaceUnit, Source, SourcePlace
from parser.tables.appendix_words import STAMP
from tests.harness.growth import assert_in_proportion

RUSSIAN = [
    "РЕШЕНИЕ",
    "Таразского городского маслихата от 14 декабря 2012 года № 10-3",
    "О городском бюджете на 2013-2015 годы",
    "Таразский городской маслихат РЕШИЛ:",
    "1. Утвердить городской бюджет на 2013-2015 годы в следующих объемах:",
]
AMENDMENT = [
    "РЕШЕНИЕ",
    "Таразского городского маслихата от 8 апреля 2013 года № 12-3",
    "О внесении изменений в решение маслихата от 14 декабря 2012 года № 10-3 «О городском бюджете»",
    "Таразский городской маслихат РЕШИЛ:",
    "1. Внести в решение маслихата от 14 декабря 2012 года № 10-3 «О городском бюджете» следующие изменения:",
]


def read(paragraphs: list[str], language: Language = Language.RU) -> None:
    blocks = [
        Paragraph(text, SourcePlace(PlaceUnit.PARAGRAPH, number)) for number, text in enumerate(paragraphs, 1)
    ]
    with suppress(ParseError):  # most have no table
        parse_document(Document(Source("x", "", "txt", language), tuple(blocks)))


LONG_PARAGRAPHS = {
    "decisions named": (RUSSIAN, "решением от 14 декабря 2012 года № 10-3 ", 40_000),
    "coming into force": (RUSSIAN, "вводится в действие со дня 1 января 2013 года ", 8_000),
    "digits": (AMENDMENT, "1", 8_000),
    "dots": (RUSSIAN, ".", 4_000),
    "appendices listed": (AMENDMENT, "1, ", 3_000),
    "the word for figures": (AMENDMENT, "цифры ", 20_000),
}


@pytest.mark.parametrize("name", LONG_PARAGRAPHS)
def test_a_long_paragraph(name: str) -> None:
    head, unit, letters = LONG_PARAGRAPHS[name]
    assert_in_proportion(
        lambda count: read([*head, f"приложения {unit * (count // len(unit))}"]), letters // 4, letters
    )


def test_numbers_and_dates_on_lines_of_their_own() -> None:
    assert_in_proportion(lambda count: read(["14.12.2012", "№ 1"] * count), 400, 1_600)


SHORT: dict[str, Callable[[int], object]] = {
    "digits of a size": lambda n: read_html(as_raw("x", page(1, f"<p style='font:{'1' * n}'>слово", ""))),
    "digits of a length": lambda n: read_html(
        as_raw("x", page(1, f"<p><b style='position:relative;top:{'1' * n}!'>слово", ""))
    ),
    "digits before no appendix": lambda n: STAMP.search("1" * n),
    "decisions and no appendix": lambda n: is_stamp("шешіміне " * (n // 4)),
}


@pytest.mark.parametrize("name", SHORT)
def test_what_is_looked_at_before_it_is_read(name: str) -> None:
    assert_in_proportion(SHORT[name], 1_500, 6_000)


@pytest.mark.parametrize("letter", ["А", "А-"])
def test_a_name_without_end(letter: str) -> None:
    def find(count: int) -> None:
        assert find_region(letter * count) is None
        assert find_place(letter * count) is None

    assert_in_proportion(find, 1_500, 6_000)


def page(count: int, head: str, unit: str, body: str = "") -> bytes:
    return f"<html><body>{head}{unit * count}{body}</body></html>".encode()


STYLED: dict[str, Callable[[int], bytes]] = {
    "comments of CSS that do not end": lambda n: page(20 * n, "<style>", "/* ", "</style><p>слово</p>"),
    "media within media": lambda n: page(
        n, "<style>", "@media screen{", "a{color:red}}" * n + "</style><p>слово</p>"
    ),
    "raised digits behind spaces": lambda n: page(n, f"<p>{'<b> </b>' * n}", "<sup>1</sup>"),
}


@pytest.mark.parametrize("name", STYLED)
def test_a_styled_page(name: str) -> None:
    assert_in_proportion(lambda count: read_html(as_raw("x.html", STYLED[name](count))), 500, 2_000)


TABLE = (
    "<table><tr><td>Наименование</td><td>Сумма, тысяч тенге</td></tr><tr><td>I. Доходы</td><td>200</td></tr>"
    "<tr><td>II. Затраты</td><td>200</td></tr></table>"
)
ROWS_OF_TABLES = {  # what stands above all tables, and above each, by its number
    "a table for each village": ("", "<p>Бюджет села Акжар{n} на 2013 год</p>", 400),
    "a list of villages, and tables": ("<p>Бюджет села Акжар{n} на 2013 год</p>", "", 160),
    "no table but the first has a name": (
        "", "<p>Бюджет на 2013 год</p>" + "<p>Трансферты</p><p>200</p>" * 4, 80
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS_OF_TABLES)
def test_a_file_of_many_tables(name: str) -> None:
    """Each was compared with all before it, and took over what all before it had taken over."""
    listed, title, most = ROWS_OF_TABLES[name]

    def read_tables(count: int) -> None:
        numbers = ["а" * (number % 40 + 1) for number in range(count)]
        text = "".join(
            f"<p>{line}</p>" for line in (*RUSSIAN, "Приложение 1", "Бюджет села Акжар на 2013 год")
        )
        above = "".join(listed.format(n=n) for n in numbers)
        tables = "".join(title.format(n=n) + TABLE for n in numbers)
        with suppress(ParseError):
            parse_raw(as_raw("x.html", page(1, text + above + TABLE, tables)))

    assert_in_proportion(read_tables, most // 4, most)


def test_a_selector_of_many_steps_within_many_elements() -> None:
    """Where each step may match each element around, all the ways are too many to be tried."""
    steps = " ".join(["div"] * 20)
    document = read_html(
        as_raw("x.html", page(60, f"<style>p {steps} b{{display:none}}</style>", "<div>", "<b>слово</b>"))
    )
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["слово"]


def test_more_rules_than_any_page_needs_are_refused() -> None:
    rules = "<style>" + "".join(f".a{n}, b{{color:red}}" for n in range(1_000)) + "</style>"
    elements = "".join(f"<b class=a{n}>слово</b>" for n in range(201))
    with pytest.raises(ParseError) as caught:
        read_html(as_raw("x.html", page(1, rules, elements)))
    assert caught.value.values["counted"] == "style-rules"


@pytest.mark.parametrize("sign", [",", "1", "—"])
def test_a_message_of_one_sign(sign: str) -> None:
    """A message of 4,096 commas kept the bot from answering anybody for minutes."""
    assert_in_proportion(lambda count: cut_checking(f"школы{sign * count}"), 1_000, 4_000)


def test_a_claim_of_amounts_alone() -> None:
    assert_in_proportion(lambda count: read_question("проверь: " + "млн " * count), 125, 500)


@pytest.mark.parametrize("said", ["на школы дали 5 млн, ", "мектепке 5 млн бөлінді. ", "5 млн, "])
def test_of_a_claim_no_more_is_read_than_can_be_checked(said: str) -> None:
    """Each of 600 figures was read with all its words: a message kept the bot from answering anybody for seconds."""
    counts = []
    for figures in (60, 150):
        texts: list[str] = []

        def read_noting(text: str, into: list[str] = texts) -> Question:
            into.append(text)
            return read_question(text)

        read_claim(said * figures, read_noting)
        counts.append(sum(map(len, texts)))
    assert counts[0] == counts[1]
