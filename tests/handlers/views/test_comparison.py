"""Lines side by side: differences only where they mean something."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handlers.views.comparison import comparison_view
from handlers.views.lines import line_name
from handlers.views.message import plain_text
from handlers.views.over_years import year_comparison_view
from handlers.views.texts import Texts
from handlers.views.together import lines_by_edition_view
from parser.question.intents import Relation
from storage.answering import together
from storage.answering.missing import Missing, MissingKind
from storage.answering.page import Match
from storage.answering.several_figures import Comparison, LinesByEdition, YearComparison
from storage.answering.together import Obstacle
from storage.reading.records import EditionInfo
from tests.handlers.views import cards

MORE = cards.match("expenditure/04", amount=3_000_000_000)
LESS = cards.match("expenditure/08", amount=2_000_000_000)


def compare(*matches: Match, texts: Texts) -> str:
    difference, obstacle = together.compare(matches)
    answer = Comparison(cards.heard(), cards.page(*matches), difference=difference, obstacle=obstacle)
    return plain_text(comparison_view(answer, texts)).replace("\u00a0", " ")


def test_two_lines_differ_by_an_amount_and_times(texts: Texts) -> None:
    for pair in ((MORE, LESS), (LESS, MORE)):
        text = compare(*pair, texts=texts)
        assert "1 000 000" in text
        assert texts.get("comparison-percent", share="50,0 %") in text
        assert text.count(texts.get("source-decision", number="21-3", date="11.12.2013")) == 1


@pytest.mark.parametrize(
    "other",
    [
        cards.match("expenditure/08", amount=-2_000_000_000),
        cards.match("expenditure/08", amount=2_000_000_000, address=cards.address("expenditure/08", 2014)),
    ],
)
def test_no_difference_is_said_where_it_means_nothing(texts: Texts, other: Match) -> None:
    text = compare(MORE, other, texts=texts)
    assert "1 000 000" not in text
    assert "%" not in text


def test_of_money_that_comes_in_and_money_that_goes_out_that_is_said(texts: Texts) -> None:
    text = compare(MORE, cards.match("revenue/1", amount=2_000_000_000), texts=texts)
    assert "1 000 000" in text
    assert texts.get("comparison-ways") in text
    assert texts.get("comparison-ways") not in compare(MORE, LESS, texts=texts)


def test_of_three_lines_the_largest_and_the_smallest_are_named(texts: Texts) -> None:
    text = compare(MORE, LESS, cards.match("expenditure/07"), texts=texts)
    assert "3. " in text
    name = line_name(MORE.line, texts, 100)
    assert texts.get("comparison-largest", name=name, least=name) in text
    assert "1 000 000" not in text


def test_against_nothing_there_is_no_ratio(texts: Texts) -> None:
    text = compare(MORE, cards.match("expenditure/08", amount=0), texts=texts)
    assert "3 000 000" in text
    assert "%" not in text


def test_a_part_of_the_other_is_said_to_be_one(texts: Texts) -> None:
    text = compare(MORE, cards.match("expenditure/04/464", amount=2_000_000_000), texts=texts)
    assert "66,7 %" in text
    assert "1 000 000" in text  # what is left of the whole
    three = compare(MORE, cards.match("expenditure/04/464", amount=2_000_000_000), LESS, texts=texts)
    assert "66,7 %" in three


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (3_000_000_000, {"ru": "Поровну", "kk": "Екеуі тең"}),
        (2_900_000_000, {"ru": "Почти поровну", "kk": "Шамамен тең"}),
        (1_500_000_000, {"ru": "(в 2 раза)", "kk": "(2 есе)"}),
        (1_000_000_000, {"ru": "(в 3 раза)", "kk": "(3 есе)"}),
        (1_200_000_000, {"ru": "(в 2,5 раза)", "kk": "(2,5 есе)"}),
        (142_857_000, {"ru": "(в 21 раз)", "kk": "(21 есе)"}),
        (65_217_000, {"ru": "(в 46 раз)", "kk": "(46 есе)"}),
        (3_300_000, {"ru": "(в 909 раз)", "kk": "(909 есе)"}),
    ],
)
def test_how_many_times_more_is_said_as_people_say_it(
    texts: Texts, amount: int, said: dict[str, str]
) -> None:
    text = compare(MORE, cards.match("expenditure/08", amount=amount), texts=texts)
    assert said[texts.language] in text


def test_what_no_line_was_found_for_is_named(texts: Texts) -> None:
    named = Comparison(cards.heard(), cards.page(MORE), ("метро",))
    assert texts.get("comparison-unfound-too", words="метро") in plain_text(comparison_view(named, texts))
    question = replace(named.heard.question, relation=Relation.COMPARED)
    compared = replace(named, heard=replace(named.heard, question=question))
    assert texts.get("comparison-unfound", words="метро") in plain_text(comparison_view(compared, texts))
    several = Comparison(cards.heard(), cards.page(MORE, LESS), ("метро", "трамвай"))
    for words in several.unfound:
        assert texts.get("comparison-unfound-too", words=words) in plain_text(comparison_view(several, texts))


def test_what_is_one_line_is_not_compared_with_itself(texts: Texts) -> None:
    assert texts.get("obstacle-same", name="x").partition("«x")[0] in compare(MORE, texts=texts)


def test_two_places_are_compared_where_their_year_and_rank_are_the_same(texts: Texts) -> None:
    def there(place: str, year: int) -> Match:
        budget = replace(LESS.edition.budget, place=place)
        return replace(LESS, edition=replace(LESS.edition, budget=budget, year=year))

    year = MORE.edition.year
    assert "1 000 000" in compare(MORE, there("Семей", year), texts=texts)
    later = compare(MORE, there("Семей", year + 1), texts=texts)
    assert texts.get("comparison-other-year", first=str(year), second=str(year + 1)) in later
    other = compare(MORE, there("Байзақ ауданы", year), texts=texts)
    assert texts.get("obstacle-ranks") in other
    capital = compare(MORE, there("Астана", year), texts=texts)
    assert texts.get("obstacle-ranks") in capital


def in_year(year: int, amount: int) -> Match:
    edition: EditionInfo = replace(MORE.edition, year=year)
    line = replace(MORE.line, amount=amount)
    return replace(MORE, address=cards.address(MORE.path, year), edition=edition, line=line)


def test_of_several_years_what_one_lacks_is_said(texts: Texts) -> None:
    here = (MORE, LESS, in_year(2014, 2_500_000_000))
    summed = cards.heard(relation=Relation.SUMMED)
    answer = LinesByEdition(summed, cards.page(*here))
    text = plain_text(lines_by_edition_view(answer, texts))
    assert texts.get("lacking-line", value="2014") in text
    assert texts.get("sum-unfound") in text
    text = plain_text(lines_by_edition_view(replace(answer, of_years=False), texts))
    assert texts.get("lacking-edition-line", value="21-3") in text
    text = plain_text(lines_by_edition_view(replace(answer, obstacle=Obstacle.WAYS), texts))
    assert texts.get("obstacle-ways") in text
    text = plain_text(lines_by_edition_view(replace(answer, heard=cards.heard()), texts))
    assert texts.get("sum-unfound") not in text


def test_a_line_over_the_years(texts: Texts) -> None:
    years = [in_year(2013, 2_000_000_000), in_year(2014, 2_500_000_000), in_year(2015, 2_500_000_000)]
    view = year_comparison_view(YearComparison(cards.heard(), cards.page(*years)), texts)
    text = plain_text(view).replace("\u00a0", " ")
    assert "+500 000" in text
    assert "+25,0 %" in text
    assert texts.get("ledger-unchanged") in text
    assert [button.text for button in view.buttons] == [
        *(texts.get("comparison-year-open", year=str(year)) for year in (2013, 2014, 2015)),
        texts.get("button-table"),
    ]
    assert text.count(texts.get("card-source")) == 3


def test_editions_of_a_year_and_what_is_lacking(texts: Texts) -> None:
    lacking = (
        Missing(MissingKind.DECISION, "15-3"),
        Missing(MissingKind.MONTH, "4"),
        Missing(MissingKind.EDITION_LINE, "12-3"),
    )
    answer = YearComparison(
        cards.heard(), cards.page(MORE), lacking, of_years=False, sure=False, others=(LESS,)
    )
    view = year_comparison_view(answer, texts)
    text = plain_text(view)
    assert texts.get("comparison-edition-of", number="21-3", date="11.12.2013") in text
    assert texts.get("lacking-decision", value="15-3") in text
    assert texts.get("lacking-edition-line", value="12-3") in text
    assert re.search("апрель|[Сс]әуір", text)
    assert texts.get("comparison-others") in text
    assert len(view.buttons) == 3


def test_what_came_from_nothing_has_no_percent(texts: Texts) -> None:
    years = cards.page(in_year(2013, 0), in_year(2014, 500_000_000))
    text = plain_text(year_comparison_view(YearComparison(cards.heard(), years), texts)).replace(
        "\u00a0", " "
    )
    assert "+500 000" in text
    assert "%" not in text
