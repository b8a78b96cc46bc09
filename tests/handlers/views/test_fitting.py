"""A text held to so many lines loses what matters least, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.views.actions import OfferHomes
from handlers.views.fitting import AIR, ROWS, FittedLine, fit, fit_rows, spread
from handlers.views.message import Button, plain

BLOCKS = st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=6)


def written(blocks: list[list[int]]) -> list[list[FittedLine]]:
    """A line for each number, which says where it stands and how spare it is."""
    return [
        [FittedLine([plain(f"{block}.{at}:{spare}")], spare) for at, spare in enumerate(spares)]
        for block, spares in enumerate(blocks)
    ]


@given(BLOCKS, st.integers(1, 20))
def test_the_least_is_left_out_first(blocks: list[list[int]], limit: int) -> None:
    every = [line.spans[0].text for block in written(blocks) for line in block]
    text = "".join(span.text for span in fit(written(blocks), limit))
    shown = [line for line in text.split("\n") if line]
    left_out = [line for line in every if line not in shown]
    spare = {line: int(line.partition(":")[2]) for line in every}
    assert shown == [line for line in every if line in shown]  # in their order
    assert all(spare[line] for line in left_out)
    assert len(text.split("\n")) <= limit or not any(spare[line] for line in shown)
    if left_out:
        least = min(spare[line] for line in left_out)
        assert all(spare[line] <= least for line in shown)
        assert least > AIR or "\n\n" not in text


def test_of_many_rows_lines_have_their_numbers_alone() -> None:
    named = [(Button(f"{number}. Образование", OfferHomes(), number),) for number in range(1, 8)]
    last = (Button("◀", OfferHomes()), Button("▶", OfferHomes()))
    assert fit_rows([*named[:5], last]) == (*named[:5], last)
    shown = fit_rows([*named, last])
    assert [[button.text for button in row] for row in shown] == [list("12345"), list("67"), ["◀", "▶"]]
    assert [button.number for row in shown for button in row] == [*range(1, 8), None, None]


@given(st.integers(0, 40), st.integers(1, 3))
def test_many_buttons_are_spread_over_the_rows_there_are(count: int, below: int) -> None:
    buttons = [Button(str(number), OfferHomes()) for number in range(count)]
    back = [(Button("↩", OfferHomes()),)] * below
    rows = spread(buttons, 3, back)
    assert [button for row in rows for button in row] == buttons
    assert len(rows) + below <= ROWS
    assert count > 3 * (ROWS - below) or all(len(row) <= 3 for row in rows)


@given(st.integers(0, 20), st.integers(ROWS, ROWS + 2))
def test_buttons_without_room_above_stand_in_one_row(count: int, below: int) -> None:
    buttons = [Button(str(number), OfferHomes()) for number in range(count)]
    rows = spread(buttons, 2, [(Button("below", OfferHomes()),)] * below)
    assert [button for row in rows for button in row] == buttons
    assert len(rows) <= 1
