"""`ask --json`: all that the chat would say to a question, each line with its card."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Annotated, Literal, Self, assert_never

from pydantic import AliasPath, BeforeValidator, Field

from bot.json.changes import ChangesForm
from bot.json.form import DecisionForm, Form, LocalName
from parser.kinds import DiscrepancyKind, Doubt
from parser.question.intents import Intent, Unheld
from parser.records import Language
from storage.answering.answer import (
    Answer,
    Choice,
    Comparison,
    DecisionChanges,
    Listing,
    ListOrder,
    Match,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SureLine,
    Talk,
    YearComparison,
    count_lines,
    find_intent,
    is_confident,
    list_matches,
    list_other_budgets,
)


def _round_share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)


AnswerKind = Literal[
    "line",
    "choice",
    "listing",
    "comparison",
    "years",
    "changes",
    "not_held",
    "part_of",
    "places",
    "not_loaded",
    "nothing",
    "nothing_loaded",
    "talk",
]


class MissingForm(Form):
    """A year, decision or date that was asked for and is not loaded."""

    kind: str
    value: str


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


class StepForm(Form):
    """What a decision left of the line."""

    decision: DecisionForm
    loaded: bool
    """False: its edition is not stored, and nothing else is known."""
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


class MatchForm(Form):
    """A line that was found, with what its card says."""

    path: str
    place: str
    year: int
    name: LocalName
    amount: int
    doubt: Doubt | None
    """Why the amount may not be what a person sees on the page; `source` says where to look."""
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
                "score": match.score,
                "codes": line.codes,
                "parents": card.parents,
                "change": card.since_previous,
                "change_since_original": card.since_original,
                "ledger": card.ledger,
                "continued_from": card.continued_from,
                "continued_as": card.continued_as,
                "plan_drift": card.plan_drift,
                "discrepancies": card.discrepancies,
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


class ListingForm(Form):
    """What a list is of."""

    whole: MatchForm
    """The line that the matches lie below."""
    order: ListOrder

    @classmethod
    def join(cls, listing: Listing, language: Language) -> Self:
        """The form of a listing, whose whole line has its card."""
        return cls(whole=MatchForm.join(listing.whole, language), order=listing.order)


class AskForm(Form):
    """What `ask --json` prints for one question."""

    query: str
    language: Language
    intent: Intent
    kind: AnswerKind
    """One line is meant; lines to choose from; lines inside a line; lines beside one another; one line in
    several years; what a decision changed; lines of which something is asked that no decision says; lines out
    of which what is named is paid; places of which one is meant; the place is not loaded; nothing was found;
    nothing is loaded; small talk."""
    not_held: Unheld | None
    """What is asked that no decision says."""
    confident: bool
    """False with matches means: candidates, not an answer."""
    missing: MissingForm | None
    searched: str | None
    """What was searched instead of what was typed."""
    assumed: str | None
    """The place that was taken, where several are loaded and the question names none."""
    other_places: tuple[str, ...]
    """Places that have the line as well, or of which one may be meant."""
    inside: str | None
    """The path that the matches lie below, where a list was asked for."""
    listing: ListingForm | None
    total: int
    """How many lines there are, of which the matches are the first."""
    matches: tuple[MatchForm, ...]
    changes: ChangesForm | None
    """What the decision changed, where that was asked of no line."""
    words: tuple[str, ...]
    """Where nothing was found: the words that were searched …"""
    nearest: tuple[MatchForm, ...]
    """… and the lines that come nearest, too far to be meant."""


def fill_ask_form(answer: Answer, language: Language) -> AskForm:
    """The form of an answer.

    Args:
        answer: one whose lines have their cards.
        language: of names.
    """
    heard, matches = answer.heard, list_matches(answer)
    nothing = answer if isinstance(answer, Nothing) else None
    return AskForm(
        query=heard.question.text,
        language=heard.language,
        intent=find_intent(answer),
        kind=name_kind(answer),
        not_held=answer.unheld if isinstance(answer, NotHeld) else None,
        confident=is_confident(answer),
        missing=MissingForm.fill(heard.missing) if heard.missing else None,
        searched=heard.searched,
        assumed=heard.assumed.place if heard.assumed else None,
        other_places=tuple(budget.place for budget in list_other_budgets(answer)),
        inside=answer.whole.path if isinstance(answer, Listing) else None,
        listing=ListingForm.join(answer, language) if isinstance(answer, Listing) else None,
        total=count_lines(answer),
        matches=tuple(MatchForm.join(match, language) for match in matches),
        changes=ChangesForm.fill(answer.changes, language) if isinstance(answer, DecisionChanges) else None,
        words=nothing.words if nothing else (),
        nearest=tuple(MatchForm.join(match, language) for match in nothing.nearest) if nothing else (),
    )


def name_kind(answer: Answer) -> AnswerKind:  # noqa: C901, PLR0911, PLR0912 - one for each kind
    """What an answer's kind is called in JSON."""
    match answer:
        case SureLine():
            return "line"
        case Choice():
            return "choice"
        case Listing():
            return "listing"
        case Comparison():
            return "comparison"
        case YearComparison():
            return "years"
        case DecisionChanges():
            return "changes"
        case NotHeld():
            return "not_held"
        case PartOfLine():
            return "part_of"
        case Nothing():
            return "nothing"
        case PlaceChoice():
            return "not_loaded" if answer.heard.missing else "places"
        case NothingLoaded():
            return "nothing_loaded"
        case Talk():
            return "talk"
        case _:
            assert_never(answer)
