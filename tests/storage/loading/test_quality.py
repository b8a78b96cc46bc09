"""Which of two readings of one table is the worse, as values."""

from __future__ import annotations

import pytest

from storage.loading.quality import Loss, Quality, Verdict, find_loss
from tests.storage.builders import edition

PATHS = [line.path for line in edition().lines]
DEFICIT_LOST = ("balance_missing", "deficit")
SECTION_SUM, GROUP_SUM = ("total", "expenditure"), ("sum", "expenditure/04")


def quality(
    *disagreements: tuple[str, str],
    lost: int = 0,
    lacking: str = "",
    doubted: int = 0,
    doubts: int | None = 0,
) -> Quality:
    """A reading of the invented table that lost the last rows, or all below a path, or doubts some."""
    paths = [path for path in PATHS[: len(PATHS) - lost] if not lacking or not path.startswith(lacking)]
    return Quality(frozenset(paths), len(paths), frozenset(disagreements), doubted, doubts)


WHOLE = quality()


@pytest.mark.parametrize(
    ("reading", "compared", "loss", "grave"),
    [
        (quality(lacking="revenue"), WHOLE, Loss.SECTIONS, True),
        (quality(lost=9), quality(SECTION_SUM), Loss.SECTIONS, True),  # the whole may have a misprint
        (quality(DEFICIT_LOST), WHOLE, Loss.SKELETON, True),
        (quality(("zero_code", "expenditure/00")), WHOLE, Loss.SKELETON, True),
        (quality(GROUP_SUM), WHOLE, Loss.SUMS, False),  # each may be as it is printed
        (quality(GROUP_SUM, lacking="expenditure/04/467/"), WHOLE, Loss.SUMS, True),
        (quality(("deficit", "deficit")), WHOLE, Loss.SUMS, False),
        (quality(lacking="expenditure/04/467/"), WHOLE, Loss.LINES, False),
        (quality(GROUP_SUM, lacking="expenditure/01/"), quality(GROUP_SUM), Loss.LINES, False),
        (quality(doubts=3), quality(doubts=1), Loss.DOUBTS, False),
        (quality(doubted=1, doubts=None), quality(doubts=None), Loss.DOUBTS, False),
        (quality(doubted=5), quality(doubted=4, doubts=9), Loss.DOUBTS, False),
        # A line that is there with a doubt is worth nothing; a few doubts are better than lines lost.
        (quality(doubted=3), quality(lacking="expenditure/04/467/"), Loss.DOUBTS, False),
        (quality(lacking="expenditure/04/467/"), quality(doubted=1), Loss.LINES, False),
        (quality(GROUP_SUM), quality(doubted=9), Loss.SUMS, False),
    ],
)
def test_the_worse_reading_is_the_worse_one_whichever_comes_first(
    reading: Quality, compared: Quality, loss: Loss, grave: bool
) -> None:
    verdict = find_loss(reading, compared)
    assert verdict is not None
    assert (verdict.loss, verdict.grave) == (loss, grave)
    assert find_loss(compared, reading) is None


def test_what_was_lost_is_counted() -> None:
    assert find_loss(quality(lacking="expenditure/01/112"), WHOLE) == Verdict(Loss.LINES, 2, grave=False)
    assert find_loss(quality(doubts=5), quality(doubts=2)) == Verdict(Loss.DOUBTS, 3, grave=False)
    assert find_loss(quality(doubted=5), quality(doubted=1)) == Verdict(Loss.DOUBTS, 4, grave=False)


@pytest.mark.parametrize(
    ("reading", "compared"),
    [
        (WHOLE, WHOLE),
        (quality(GROUP_SUM), quality(GROUP_SUM)),
        (quality(doubts=None), quality(doubts=7)),  # doubts of other tables tell nothing of this one
        (quality(("text", "expenditure")), WHOLE),  # the text is no part of the table
        # A row more, and a sum that only it can check: nothing was lost.
        (quality(("sum", "expenditure/04/467")), quality(lacking="expenditure/04/467/")),
        # A row above its parent is told by the sum as well.
        (quality(GROUP_SUM, ("above_parent", "expenditure/04/464")), quality(GROUP_SUM)),
    ],
)
def test_what_is_no_loss(reading: Quality, compared: Quality) -> None:
    assert find_loss(reading, compared) is None
