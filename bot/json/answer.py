"""`ask --json`: the lines a question is about, each with its card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fractions import Fraction
from typing import Annotated, Self

from pydantic import AliasPath, BeforeValidator, Field

from bot.json.form import DecisionForm, Form, Name
from parser.question.intents import Intent
from parser.records import Language
from storage.answering.answer import Answer, Match
from storage.reading.records import Card


def _round_share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)


class MissingForm(Form):
    """A year, decision or date that was asked for and is not loaded."""

    kind: str
    value: str


class ParentForm(Form):
    """A line above, and the share of it that the line is."""

    path: str = Field(validation_alias=AliasPath("line", "path"))
    name: Name = Field(validation_alias=AliasPath("line", "names"))
    amount: int = Field(validation_alias=AliasPath("line", "amount"))
    share: Annotated[float | None, BeforeValidator(_round_share)]
    """Null where the parent is zero or the signs make a share meaningless."""


class ChangeForm(Form):
    """From an earlier edition to the line's one."""

    since: DecisionForm
    old: int | None
    new: int
    delta: int
    not_loaded_between: tuple[DecisionForm, ...] = Field(validation_alias="skipped")


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


class LineSourceForm(Form):
    """Where the figure is printed."""

    number: str
    date: dt.date
    appendix: str | None
    row: int
    url: str | None
    file: str


class MatchForm(Form):
    """A line that was found, with what its card says."""

    path: str
    place: str
    year: int
    name: Name
    amount: int
    score: float
    codes: tuple[str, ...]
    parents: tuple[ParentForm, ...]
    """Nearest first, the section's total last."""
    change: ChangeForm | None
    """Since the edition before; null where none is loaded."""
    change_since_original: ChangeForm | None
    continued_from: MoveForm | None
    continued_as: MoveForm | None
    plan_drift: PlanDriftForm | None
    source: LineSourceForm

    @classmethod
    def join(cls, match: Match, card: Card, language: Language) -> Self:
        """The match and its card in one."""
        line, edition = card.line, card.edition
        return cls.model_validate(
            {
                "path": match.path,
                "place": match.place,
                "year": edition.year,
                "name": line.names,
                "amount": line.amount,
                "score": match.score,
                "codes": line.codes,
                "parents": card.parents,
                "change": card.since_previous,
                "change_since_original": card.since_original,
                "continued_from": card.continued_from,
                "continued_as": card.continued_as,
                "plan_drift": card.plan_drift,
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


class AskForm(Form):
    """What `ask --json` prints for one question."""

    query: str
    language: Language
    intent: Intent
    confident: bool
    """False with matches means: candidates, not an answer."""
    missing: MissingForm | None
    inside: str | None
    """The path that the matches lie below, where a list was asked for."""
    matches: tuple[MatchForm, ...]


def fill_ask_form(answer: Answer, cards: Sequence[Card], language: Language) -> AskForm:
    """The form of an answer.

    Args:
        answer: the answer.
        cards: those of its matches, in their order.
        language: of names.
    """
    pairs = zip(answer.matches, cards, strict=True)
    return AskForm(
        query=answer.query,
        language=answer.language,
        intent=answer.intent,
        confident=answer.confident,
        missing=MissingForm.fill(answer.missing) if answer.missing else None,
        inside=answer.inside.path if answer.inside else None,
        matches=tuple(MatchForm.join(match, card, language) for match, card in pairs),
    )
