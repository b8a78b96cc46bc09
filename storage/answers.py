"""A person's message → the lines it is about, in the edition it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parser.question import Intent
from parser.records import Language, Section


@dataclass(frozen=True, slots=True)
class Scope:
    """The edition an answer is from. `decision_id` None means the newest of the year."""

    budget_id: int
    year: int
    decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A line that may be meant, enough of it for a button or an inline title."""

    path: str
    scope: Scope
    place: str
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Mapping[Language, str]
    parent_names: Mapping[Language, str]  # the nearest parent's; empty for a section's total
    amount: int
    unit: int
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Missing:
    """An edition that was asked for and is not loaded; the matches are from another one."""

    kind: str  # "year", "decision", "date" or "place"
    value: str  # as asked


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a message.

    `confident` with one match means: show its card. Otherwise `matches` are
    candidates to offer, best first, and none means nothing was found. `total`
    counts all candidates, of which `matches` is the page asked for.
    """

    query: str
    language: Language  # of the question
    intent: Intent
    confident: bool
    matches: tuple[Match, ...]
    total: int
    missing: Missing | None = None
