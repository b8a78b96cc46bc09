"""Lines side by side: differences only where they mean something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.views.comparison import comparison_view, year_comparison_view
from handlers.views.message import plain_text
from handlers.views.texts import Texts
from storage.answering.answer import Comparison, Match, YearComparison
from storage.reading.records import EditionInfo
from tests.handlers.views import cards

MORE = cards.match("expenditure/04", amount=3_000_000_000)
LESS = cards.match("expenditure/08", amount=2_000_000_000)


def compare(*matches: Match, texts: Texts) -> str:
    answer = Comparison(cards.heard(), cards.page(*matches))
    return plain_text(comparison_view(answer, texts)).replace("\u00a0", " ")


def test_two_lines_differ_by_an_amount_and_times(texts: Texts) -> None:
    for pair in ((MORE, LESS), (LESS, MORE)):
        text = compare(*pair, texts=texts)
        assert "1 000 000" in text
        assert "1,5" in text
        assert text.count(texts.get("source-decision", number="21-3", date="11.12.2013")) == 1


@pytest.mark.parametrize(
    "other",
    [
        cards.match("revenue/1", amount=2_000_000_000),  # what comes in and what goes out
        cards.match("expenditure/04/464", amount=2_000_000_000),  # a part of the other
        cards.match("expenditure/08", amount=3_000_000_000),  # as much
        cards.match("expenditure/08", amount=-2_000_000_000),
        cards.match("expenditure/08", amount=2_000_000_000, address=cards.address("expenditure/08", 2014)),
    ],
)
def test_no_difference_is_said_where_it_means_nothing(texts: Texts, other: Match) -> None:
    text = compare(MORE, other, texts=texts)
    assert "1 000 000" not in text
    assert "1,5" not in text


def test_three_lines_are_only_listed(texts: Texts) -> None:
    text = compare(MORE, LESS, cards.match("expenditure/07"), texts=texts)
    assert "3. " in text
    assert "1 000 000" not in text


def test_against_nothing_there_is_no_ratio(texts: Texts) -> None:
    text = compare(MORE, cards.match("expenditure/08", amount=0), texts=texts)
    assert "3 000 000" in text
    assert texts.get("comparison-times", times="1,5").partition("1,5")[0] not in text


def in_year(year: int, amount: int) -> Match:
    edition: EditionInfo = replace(MORE.edition, year=year)
    line = replace(MORE.line, amount=amount)
    return replace(MORE, address=cards.address(MORE.path, year), edition=edition, line=line)


def test_a_line_over_the_years(texts: Texts) -> None:
    years = [in_year(2013, 2_000_000_000), in_year(2014, 2_500_000_000), in_year(2015, 2_500_000_000)]
    view = year_comparison_view(YearComparison(cards.heard(), cards.page(*years)), texts)
    text = plain_text(view).replace("\u00a0", " ")
    assert "+500 000" in text
    assert "+25,0 %" in text
    assert texts.get("ledger-unchanged") in text
    assert [button.text for button in view.buttons] == [
        texts.get("comparison-open-year", year=str(year)) for year in (2013, 2014, 2015)
    ]
    assert text.count(texts.get("card-source")) == 3


def test_what_came_from_nothing_has_no_percent(texts: Texts) -> None:
    years = cards.page(in_year(2013, 0), in_year(2014, 500_000_000))
    text = plain_text(year_comparison_view(YearComparison(cards.heard(), years), texts)).replace(
        "\u00a0", " "
    )
    assert "+500 000" in text
    assert "%" not in text
