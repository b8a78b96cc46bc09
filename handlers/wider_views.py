"""An answer that is no one line and no choice → the view of its kind, as `answer_views.py` asks for it.

Several lines together, decisions, and what is told before the lines that are shown. Apart, so that a start
reads these views when an answer is one of them.
"""

from __future__ import annotations

from typing import TypeAlias, assert_never

from handlers.desk import Desk
from handlers.views.bounded import bounded_view
from handlers.views.changed_pages import asks_of_offices, offices_answer_view
from handlers.views.changes import changes_view
from handlers.views.claim import claim_view
from handlers.views.comparison import comparison_view
from handlers.views.decisions import decisions_view
from handlers.views.explained import explained_view
from handlers.views.listing import listing_view
from handlers.views.message import MessageView
from handlers.views.offers import not_held_view, part_view
from handlers.views.office import across_view
from handlers.views.over_years import year_comparison_view
from handlers.views.remainder import no_remainder_view, remainder_view
from handlers.views.texts import Texts
from handlers.views.together import lines_by_edition_view, sum_view
from storage.answering.answer import (
    ClaimCheck,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    PartOfLine,
    SeveralFigures,
)
from storage.answering.listings import BoundedList, Listing
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)

WiderAnswer: TypeAlias = (
    SeveralFigures | DecisionChanges | Decisions | NotHeld | PartOfLine | Explanation | ClaimCheck
)
"""All answers that these views are of."""


def wider_view(found: WiderAnswer, desk: Desk) -> MessageView:
    """What an answer that is no one line and no choice is shown as.

    Args:
        found: the answer.
        desk: whom to show it to, speaking as the answer was heard.

    Returns:
        The message.
    """
    match found:
        case DecisionChanges() | Decisions():
            return _decisions_view(found, desk)
        case NotHeld() | PartOfLine() | Explanation() | ClaimCheck():
            return _told_view(found, desk.texts)
        case _:
            return _several_view(found, desk.texts)


def _told_view(found: NotHeld | PartOfLine | Explanation | ClaimCheck, texts: Texts) -> MessageView:
    """An answer that says something before the lines that it shows, or beside them."""
    match found:
        case NotHeld():
            return not_held_view(found, texts)
        case PartOfLine():
            return part_view(found, texts)
        case Explanation():
            return explained_view(found, texts)
        case ClaimCheck():
            return claim_view(found, texts)


def _several_view(  # noqa: PLR0911 - one for each kind
    found: SeveralFigures, texts: Texts
) -> MessageView:
    match found:
        case Listing():
            return listing_view(found, texts)
        case Comparison():
            return comparison_view(found, texts)
        case SumOfLines():
            return sum_view(found, texts)
        case LinesByEdition():
            return lines_by_edition_view(found, texts)
        case YearComparison():
            return year_comparison_view(found, texts)
        case BoundedList():
            return bounded_view(found, texts)
        case AcrossGroups():
            return across_view(found, texts)
        case Remainder():
            return remainder_view(found, texts)
        case NoRemainder():
            return no_remainder_view(found, texts)
        case _:
            assert_never(found)


def _decisions_view(found: DecisionChanges | Decisions, desk: Desk) -> MessageView:
    match found:
        case DecisionChanges() if asks_of_offices(found):
            return offices_answer_view(found, desk.texts)
        case DecisionChanges(changes=changes):
            return changes_view(changes, desk.texts, answer=found)
        case Decisions(heard=heard, listed=listed):
            budgets = desk.list_budgets(listed.budget.place)
            return decisions_view(listed, desk.texts, budgets=budgets, heard=heard)
