"""How a button carries the way that led to its line: a token of a few characters, read back with the budget.

Old buttons stay in chats for years: what a token meant once it means for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from handlers.views.links import DECISION_KEY
from handlers.views.ways import (
    AnswerPage,
    ChangesPage,
    DecisionsPage,
    InsidePage,
    ListedChanges,
    OfOffices,
    Way,
)
from parser.question.intents import Direction
from storage.reading.lookup import FoundBudget
from storage.reading.short_address import DECISION_KEY_LENGTH, decision_key

# Which of the lines that a decision changed are listed.
LISTED_LETTERS: Mapping[ListedChanges, str] = {
    None: "a",
    Direction.RISES: "r",
    Direction.CUTS: "u",
    Direction.ADDED: "n",
    Direction.REMOVED: "x",
    OfOffices.EACH: "f",
    OfOffices.ONE: "o",
}
LISTED_CHANGES: Mapping[str, ListedChanges] = {letter: listed for listed, letter in LISTED_LETTERS.items()}
LISTED = f"[{''.join(LISTED_LETTERS.values())}]"

_BEGAN = rf"(?:0|1\d{{0,4}}|d\d{{0,4}}|c{DECISION_KEY}(?:{LISTED}\d{{1,4}})?)"
WayToken = Annotated[str, Field(pattern=rf"^{_BEGAN}(?:\.\d{{1,4}}c?)?$")]


def read_way(token: str, budget: FoundBudget) -> Way:
    """The way that a button carries; a decision that the budget does not know is no part of it.

    Args:
        token: what `write_way` gave, or `0` and `1` of the buttons of long ago.
        budget: of the button's line.
    """
    began, _, listed = token.partition(".")
    inside = InsidePage(int(listed.rstrip("c")), listed.endswith("c")) if listed else None
    if page := read_answer_page(token):
        return Way(page, inside)
    if began.startswith("d"):
        return Way(DecisionsPage(int(began[1:] or 0)), inside)
    key, listed_way = began[1 : 1 + DECISION_KEY_LENGTH], began[1 + DECISION_KEY_LENGTH :]
    decision = budget.find_decision(key) if began.startswith("c") else None
    if decision is None:
        return Way(None, inside)
    if not listed_way:
        return Way(ChangesPage(decision), inside)
    return Way(ChangesPage(decision, LISTED_CHANGES[listed_way[0]], int(listed_way[1:])), inside)


def write_way(way: Way) -> str:
    """A way in a few characters: `0`; `1` or `d` and the offset of a page; `c` and a decision's hash.

    A dot and an offset behind it say which page of the lines inside the one above it led through, with a `c`
    where these stood in the order of their codes.
    """
    inside = way.inside
    listed = "" if inside is None else f".{inside.offset}{'c' if inside.by_code else ''}"
    match way.began:
        case AnswerPage(offset):
            return f"1{offset or ''}{listed}"
        case DecisionsPage(offset):
            return f"d{offset or ''}{listed}"
        case ChangesPage(decision, changes, offset):
            page = "" if offset is None else f"{LISTED_LETTERS[changes]}{offset}"
            return f"c{decision_key(decision)}{page}{listed}"
        case None:
            return f"0{listed}"


def read_answer_page(token: str) -> AnswerPage | None:
    """The answer's page that a way began at; None where it began elsewhere. Needs no budget."""
    began = token.partition(".")[0]
    return AnswerPage(int(began[1:] or 0)) if began.startswith("1") else None
