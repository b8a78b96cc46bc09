"""What buttons carry: hashes and short forms, never text, within Telegram's 64 bytes.

A prefix ends in its version. Changed fields need a new one: old buttons stay in
chats for years, and `handlers.fallback` answers those nobody understands. Those about
a line are in `line_buttons.py`.
"""

from __future__ import annotations

import re
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.line_buttons import BudgetHash, Offset, PathToken
from handlers.views.actions import FeedbackStep
from handlers.views.links import BUDGET_KEY, MAX_YEAR, NEWEST, decode_path
from handlers.views.operator_actions import AdminPage, PhraseStep, UploadStep
from handlers.views.table_actions import TableForm
from parser.records import Language
from storage.reading.short_address import ShortAddress


class AnswerTableButton(CallbackData, prefix="v1"):
    """Opens the choice in which form to take away the answer to the message's question."""

    offset: Offset
    budget: BudgetHash


class AnswerFileButton(CallbackData, prefix="v2"):
    """Sends the answer to the message's question as a file."""

    budget: BudgetHash
    form: TableForm


class BudgetButton(CallbackData, prefix="j4"):
    """Opens a whole budget."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]


class DecisionsButton(CallbackData, prefix="d1"):
    """Lists the decisions on a budget."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    offset: Offset


class CandidatesButton(CallbackData, prefix="q2"):
    """Opens a page of the question's candidates, from the place that it was answered from."""

    offset: Offset
    budget: Annotated[str, Field(pattern=rf"^(?:{NEWEST}|{BUDGET_KEY})$")]


class PlaceButton(CallbackData, prefix="p1"):
    """Asks the message's question of a place."""

    budget: BudgetHash


class HomeButton(CallbackData, prefix="m1"):
    """Chooses a home place."""

    budget: BudgetHash


class HomeYearButton(CallbackData, prefix="y1"):
    """Chooses a year of the home place; 0 for the newest budget's."""

    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]


class HomesButton(CallbackData, prefix="n1"):
    """Shows the places that may be chosen."""


class FollowButton(CallbackData, prefix="f1"):
    """Begins to follow a line, or stops it."""

    budget: BudgetHash
    year: Annotated[int, Field(ge=0, le=MAX_YEAR)]
    path: PathToken
    follows: bool

    @property
    def line(self) -> ShortAddress:
        """The line that the button is about, in the newest edition of its year."""
        return ShortAddress(self.budget, self.year, None, decode_path(self.path) or "")


class FollowedButton(CallbackData, prefix="f2"):
    """Shows the lines that the one who presses follows."""

    offset: Offset


class UploadButton(CallbackData, prefix="u1"):
    """Stores, forgets or undoes the documents of an operator."""

    token: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{12}$")]
    step: UploadStep


class AdminButton(CallbackData, prefix="o1"):
    """Shows an operator a page."""

    page: AdminPage
    offset: Offset


class PhraseButton(CallbackData, prefix="x1"):
    """Asks for the line that a phrase means, or forgets the phrase."""

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    step: PhraseStep


class TeachButton(CallbackData, prefix="t2"):
    """Lets the phrase that the message names mean a line."""

    path: PathToken


class TaughtButton(CallbackData, prefix="t3"):
    """Sends what was taught."""


class FeedbackButton(CallbackData, prefix="z1"):
    """Sends question and answer to the operator, if the person agrees."""

    step: FeedbackStep


class LanguageButton(CallbackData, prefix="s1"):
    """Chooses a language."""

    language: Language


# Named rows of a database that may have been built anew since, or no place at all.
OLD_FORM = re.compile(r"[lhcq]1:")
