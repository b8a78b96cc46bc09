"""A line with what its card says, as JSON."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Annotated, Self

from pydantic import AliasPath, BeforeValidator, Field

from bot.json.form import DecisionForm, Form, LocalName
from parser.kinds import DiscrepancyKind, Doubt
from parser.records import Language
from storage.answering.page import Match


def _round_share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)


class ParentForm(Form):
    """A line above, and the share of it that the line is."""

    path: str = Field(validation_alias=AliasPath("line", "path"))
    name: LocalName = Field(validation_alias=AliasPath("line", "names"))
    amount: int = Field(validation_alias=AliasPath("line", "amount"))
    share: Annotated[float | None, BeforeValidator(_round_share)]
    """Null where the parent is zero or the signs make a share meaningless."""
    doubt: Doubt | None = Field(validation_alias=AliasPath("line", "doubt"))
    """Of its own amount; the share has the line's as well."""


class ChangeForm(Form):
    """From an earlier edition to the line's one."""

    since: DecisionForm
    old: int | None
    new: int
    delta: int
    doubt: Doubt | None
    """The gravest of both amounts: the change has it as well."""
    not_loaded_between: tuple[DecisionForm, ...] = Field(validation_alias="skipped")
    unread_between: tuple[DecisionForm, ...] = Field(validation_alias="unread")
    """Those in between that print the line with an amount that could not be read."""


class StepForm(Form):
    """What a decision left of the line."""

    decision: DecisionForm
    loaded: bool
    """False: its edition is not stored, or the line in it was not read, and nothing else is known."""
    amount: int | None
    """Null where the edition has no such line."""
    delta: int | None
    """Against the last loaded step before."""
    path: str | None
    """The path that the line had then, where it was another one."""
    doubt: Doubt | None
    """Of the amount."""
    delta_doubt: Doubt | None
    """The gravest of both amounts that the delta is of."""
    unread: bool
    """Of a gap: the edition is loaded and prints the line, but its amount could not be read."""


class MoveForm(Form):
    """The line under another path, in the edition of that decision."""

    path: str
    decision: DecisionForm


class PlanDriftForm(Form):
    """The same line and year in the neighbouring budget of the place."""

    is_plan: bool
    decision: DecisionForm = Field(validation_alias=AliasPath("edition", "decision"))
    amount: int | None
    delta: int | None
    doubt: Doubt | None
    """The gravest of both amounts."""
    unread: bool
    """Whether that budget prints the line with an amount that could not be read."""


class LineSourceForm(Form):
    """Where the figure is printed."""

    number: str
    date: dt.date
    appendix: str | None
    row: int
    url: str | None
    file: str


class FaultForm(Form):
    """What is wrong with the table of a line as a whole."""

    kind: DiscrepancyKind
    path: str
    """Of the part that is not there, or of the row that cannot stand where it was read."""
    printed: int | None
    expected: int | None


class JoinedForm(Form):
    """An office of a list that stands in several functional groups."""

    amount: int
    """The sum of its lines, computed: it is printed nowhere."""
    groups: int


class MatchForm(Form):
    """A line that was found, with what its card says."""

    path: str
    place: str
    year: int
    name: LocalName
    amount: int
    doubt: Doubt | None
    """Why the amount may not be what a person sees on the page; `source` says where to look."""
    joined: JoinedForm | None
    """Of an office that stands in several functional groups, of which this is the largest line: of all."""
    score: float
    codes: tuple[str, ...]
    parents: tuple[ParentForm, ...]
    """Nearest first, the section's total last."""
    change: ChangeForm | None
    """Since the edition before; null where none is loaded."""
    change_since_original: ChangeForm | None
    ledger: tuple[StepForm, ...]
    """What every decision left of the line, oldest first; one that is not loaded is a gap."""
    continued_from: MoveForm | None
    continued_as: MoveForm | None
    plan_drift: PlanDriftForm | None
    discrepancies: int
    """How many discrepancies touch the line in this edition; `check` lists them."""
    faults: tuple[FaultForm, ...]
    """What is wrong with its table as a whole: every line of the table has them."""
    source: LineSourceForm

    @classmethod
    def join(cls, match: Match, language: Language) -> Self:
        """The match and its card in one.

        Args:
            match: one with its card.
            language: of names.
        """
        card = match.card
        if card is None:
            raise ValueError(f"{match.path} was read without its card")
        line, edition = card.line, card.edition
        return cls.model_validate(
            {
                "path": match.path,
                "place": match.place,
                "year": edition.year,
                "name": line.names,
                "amount": line.amount,
                "doubt": line.doubt,
                "joined": {"amount": match.line.amount, "groups": match.groups} if match.groups > 1 else None,
                "score": match.score,
                "codes": line.codes,
                "parents": card.parents,
                "change": card.since_previous,
                "change_since_original": card.since_original,
                "ledger": card.ledger,
                "continued_from": card.continued_from,
                "continued_as": card.continued_as,
                "plan_drift": card.plan_drift,
                "discrepancies": len(card.discrepancies),
                "faults": card.faults,
                "source": {
                    "number": edition.decision.number,
                    "date": edition.decision.date,
                    "appendix": edition.appendix,
                    "row": line.row,
                    "url": line.url or edition.decision.url_in(line.language),
                    "file": line.file,
                },
            },
            context=language,
        )
