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

NO_WAY = "0"  # a way that began nowhere else

_PAGE = rf"(?:{LISTED}\d{{1,4}})?"
_BEGAN = rf"(?:0|1\d{{0,4}}|d\d{{0,4}}|c{DECISION_KEY}{_PAGE}|s{DECISION_KEY}{DECISION_KEY}{_PAGE})"
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
    return Way(_read_changes(began, budget), inside)


def _read_changes(began: str, budget: FoundBudget) -> ChangesPage | None:
    """The changes that a way began at; None where it began elsewhere, or at a decision that is not known."""
    kind, keys, size = began[:1], began[1:], DECISION_KEY_LENGTH
    since = budget.find_decision(keys[:size]) if kind == "s" else None
    if kind not in {"c", "s"} or (kind == "s" and since is None):
        return None
    rest = keys[size:] if kind == "s" else keys
    decision, page = budget.find_decision(rest[:size]), rest[size:]
    if decision is None:
        return None
    if not page:
        return ChangesPage(decision, since=since)
    return ChangesPage(decision, LISTED_CHANGES[page[0]], int(page[1:]), since)


def write_way(way: Way) -> str:
    """A way in a few characters: `0`; `1` or `d` and a page's offset; `c` and a decision's hash; `s` and two.

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
        case ChangesPage(decision, changes, offset, since):
            page = "" if offset is None else f"{LISTED_LETTERS[changes]}{offset}"
            first = f"s{decision_key(since)}" if since else "c"
            return f"{first}{decision_key(decision)}{page}{listed}"
        case None:
            return f"0{listed}"


def read_answer_page(token: str) -> AnswerPage | None:
    """The answer's page that a way began at; None where it began elsewhere. Needs no budget."""
    began = token.partition(".")[0]
    return AnswerPage(int(began[1:] or 0)) if began.startswith("1") else None
