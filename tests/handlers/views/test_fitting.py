"""A text held to so many lines loses what matters least, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handlers.views.fitting import AIR, FittedLine, fit
from handlers.views.message import plain

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
