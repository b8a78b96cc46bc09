"""`changes --json`: what a decision changed in one budget year."""

from __future__ import annotations

from typing import Literal

from pydantic import AliasPath, Field

from bot.json.form import DecisionForm, Form, LocalName
from parser.kinds import Doubt
from storage.reading.differences import Gap


class TotalForm(Form):
    """A printed total before and after."""

    old: int | None
    new: int | None
    doubt: Doubt | None
    """The gravest of both."""


class ChangedLineForm(Form):
    """A line that differs between the two editions."""

    path: str
    name: LocalName = Field(validation_alias="names")
    old: int | None
    new: int | None
    delta: int
    status: Literal["changed", "added", "removed", "renamed"]
    moved_from: str | None
    """Of an added line: the path under which the program stood before."""
    moved_to: str | None
    """Of a removed line: the path under which it goes on."""
    doubt: Doubt | None
    """The gravest of both amounts: the change has it as well."""


class ShiftForm(Form):
    """A leaf of the spending that rose or was cut."""

    path: str
    name: LocalName = Field(validation_alias="names")
    delta: int
    moved_from: str | None
    doubt: Doubt | None


class FlowForm(Form):
    """From where to where the money went."""

    cuts: tuple[ShiftForm, ...]
    rises: tuple[ShiftForm, ...]
    cut: int
    risen: int
    revenue: int | None
    financing: int | None
    balanced: bool | None
    """Whether what rose and was cut is what revenue and financing paid for; null where rows are unread."""
    doubt: Doubt | None
    """The gravest of all amounts that were summed."""


class UnreadLineForm(Form):
    """A line that both editions print and one of them with an amount that could not be read."""

    path: str
    name: LocalName = Field(validation_alias="names")
    old: int | None
    """Null where the earlier edition is the one that was not read."""
    new: int | None
    """Null where the later edition is the one that was not read."""
    doubt: Doubt | None
    """Of the amount that was read."""


class ChangesForm(Form):
    """What `changes --json` prints."""

    decision: DecisionForm = Field(validation_alias=AliasPath("edition", "decision"))
    place: str = Field(validation_alias=AliasPath("edition", "budget", "place"))
    year: int = Field(validation_alias=AliasPath("edition", "year"))
    previous: DecisionForm | None
    not_loaded_between: tuple[DecisionForm, ...] = Field(validation_alias="skipped")
    totals: dict[str, TotalForm]
    """Of revenue, expenditure and deficit."""
    lines: tuple[ChangedLineForm, ...]
    unread: tuple[UnreadLineForm, ...]
    """Neither removed nor added: what became of them is not known, and no sum has them."""
    rows_unread: tuple[str, ...]
    """What both editions print in other rows that could not be read, of whatever lines."""
    flow: FlowForm | None
    reconciled: bool | None
    """Whether `gap` is empty; null where that is not known: nothing to compare with, or rows are unread."""
    gap: tuple[Gap, ...]
    """The printed totals whose change is not the sum of the changes of their leaves."""
