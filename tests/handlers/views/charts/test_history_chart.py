"""The stair of a history: each step in the colour of what is drawn, whatever is left out above it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from handlers.views.charts.history_chart import ROWS_SHOWN, history_chart
from handlers.views.charts.records import HistoryChart, Tone
from handlers.views.texts import Texts
from parser.records import Section
from storage.reading.records import Step
from tests.handlers.views import cards
from tests.handlers.views.cards import APRIL, DECEMBER, MAY, ORIGINAL, step

LEFT_OUT = 5


def strokes(*steps: Step, texts: Texts, path: str = "expenditure/04") -> list[Tone]:
    chart = history_chart(cards.card(cards.line(path, 1), ledger=steps), texts).chart
    assert isinstance(chart, HistoryChart)
    return [row.stroke for row in chart.rows]


def long_history(*amounts: int) -> list[Step]:
    """A decision a day from the original on, each with its change from the one before."""
    steps = [step(ORIGINAL, amounts[0])]
    for each, (old, new) in enumerate(pairwise(amounts)):
        date = dt.date(2013, 1, 1) + dt.timedelta(each)
        steps.append(step(cards.decision(f"{each}-1", date), new, new - old))
    return steps


@pytest.mark.parametrize(
    ("first", "before", "shown", "tone"),
    [
        (10, 90, 80, Tone.RISE),  # a rise over what is left out that ends in a cut
        (90, 10, 20, Tone.CUT),
        (10, 80, 80, Tone.RISE),  # the decision itself left the line as it was
        (80, 10, 80, Tone.WHOLE),
    ],
)
def test_the_step_over_what_is_left_out_has_its_own_colour(
    first: int, before: int, shown: int, tone: Tone, texts: Texts
) -> None:
    amounts = (first, *[before] * LEFT_OUT, *[shown] * (ROWS_SHOWN - 2), shown + 1)
    told = strokes(*long_history(*amounts), texts=texts)
    assert told == [Tone.WHOLE, Tone.WHOLE, tone, *[Tone.WHOLE] * (ROWS_SHOWN - 3), Tone.RISE]


def test_each_step_of_a_short_history_has_the_colour_of_its_change(texts: Texts) -> None:
    steps = (step(ORIGINAL, 5), step(APRIL, 9, 4), step(MAY, loaded=False), step(DECEMBER, 7, -2))
    assert strokes(*steps, texts=texts) == [Tone.WHOLE, Tone.RISE, Tone.WHOLE, Tone.CUT]


def test_a_deficit_that_grows_rises_over_what_is_left_out(texts: Texts) -> None:
    amounts = (-10, *[-90] * LEFT_OUT, *[-80] * (ROWS_SHOWN - 1))
    assert strokes(*long_history(*amounts), texts=texts, path=Section.DEFICIT)[2] is Tone.RISE


def test_nothing_is_drawn_from_where_there_was_no_such_line(texts: Texts) -> None:
    steps = (step(ORIGINAL, 5), step(APRIL), step(MAY, loaded=False), step(DECEMBER, 7, 7))
    assert strokes(*steps, texts=texts) == [Tone.WHOLE] * 4
