"""Why a parsed decision cannot be stored."""

from __future__ import annotations

from parser.kinds import Kind, KindError, Value
from parser.records import DecisionRef, SourcePlace


class IngestErrorKind(Kind):
    """What keeps a parsed decision from being stored."""

    # Its budget cannot be told.
    BUDGET_AMBIGUOUS = ("budget-ambiguous",)
    PLACE_UNKNOWN = "place-unknown", "amended_number", "amended_date"
    YEARS_UNKNOWN = "years-unknown", "amended_number", "amended_date"
    SAME_SHORT_KEY = "same-short-key", "budget", "other"
    # A table contradicts the rest.
    SETTER_UNDATED = "setter-undated", "year", "language", "setter_number"
    TABLE_TWICE = "table-twice", "year", "language", "setter_number"
    YEAR_OUTSIDE_BUDGET = "year-outside-budget", "year", "language", "first_year", "last_year"
    # Other files have brought all its tables, and were read better.
    WORSE_READING = "worse-reading", "year", "language", "file", "loss", "count"
    # The tables could not hold it faithfully.
    AMOUNT_TOO_LARGE = "amount-too-large", "printed"
    LANGUAGE_UNKNOWN = ("language-unknown",)
    ROW_TWICE = "row-twice", "year", "row"


class IngestError(KindError):
    """A parsed decision that cannot be stored. Nothing of it is.

    Attributes:
        kind: what is wrong.
        decision: the decision of the file; None where the error is about no single file.
        at: where in the file, None when it concerns all of it.
        values: what the kind takes.
    """

    def __init__(
        self,
        kind: IngestErrorKind,
        decision: DecisionRef | None = None,
        at: SourcePlace | None = None,
        **values: Value,
    ) -> None:
        super().__init__(kind, values, decision and f"№ {decision.number}", at)
        self.decision = decision
        self.at = at


class UnknownDecisionError(IngestError):
    """What a text refers to is not known yet: another file may say it."""
