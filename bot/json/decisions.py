"""The decisions on a budget in `ask --json`."""

from __future__ import annotations

from pydantic import AliasPath, Field

from bot.json.changes import TotalForm
from bot.json.form import DecisionForm, Form


class ListedDecisionForm(Form):
    """A decision, and what it did to the totals of the year."""

    decision: DecisionForm
    loaded: bool = Field(validation_alias=AliasPath("decision", "loaded"))
    lacking: bool
    """Whether its table for the year should be there and is not loaded: what it changed is not known."""
    over_gap: bool
    """Whether decisions between it and the table that it is compared with are not loaded."""
    totals: dict[str, TotalForm]
    """Of revenue, expenditure and deficit; empty where its table for the year is not loaded."""


class DecisionListForm(Form):
    """The decisions on a budget, the newest first."""

    place: str = Field(validation_alias=AliasPath("budget", "place"))
    first_year: int = Field(validation_alias=AliasPath("budget", "first_year"))
    last_year: int = Field(validation_alias=AliasPath("budget", "last_year"))
    year: int
    """Of the totals."""
    decisions: tuple[ListedDecisionForm, ...]
