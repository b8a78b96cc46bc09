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
    BudgetPage,
    ChangesPage,
    DecisionsPage,
    InsidePage,
    ListedChanges,
    OfOffices,
    Way,
)
from parser.question.intents import Direction
from storage.reading.address import BudgetAddress
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

_PAGE = rf"(?:{LISTED}\d{{1,4}})?(?:y\d{{4}})?"
_OF_BUDGET = r"(?:b\d{5})?"  # its first year, and how many more it has
_BEGAN = (
    rf"(?:0|1\d{{0,4}}{_OF_BUDGET}|d\d{{0,4}}|g|c{DECISION_KEY}{_PAGE}|s{DECISION_KEY}{DECISION_KEY}{_PAGE})"
)
_MOST_YEARS = 10
WayToken = Annotated[str, Field(pattern=rf"^{_BEGAN}(?:\.\d{{1,4}}c?)?$")]


def read_way(token: str, budget: FoundBudget) -> Way:
    """The way that a button carries; a decision that the budget does not know is no part of it.

    Args:
        token: what `write_way` gave, or `0` and `1` of the buttons of long ago.
        budget: of the button's line.
    """
    began, _, listed = token.partition(".")
    inside = InsidePage(int(listed.rstrip("c")), listed.endswith("c")) if listed else None
    if leads_to_answer(token):
        return Way(_read_answer_page(began, budget.address), inside)
    if began == "g":
        return Way(BudgetPage(), inside)
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
    decision = budget.find_decision(rest[:size])
    if decision is None:
        return None
    page, _, of_year = rest[size:].partition("y")
    year = int(of_year) if of_year else None
    if not page:
        return ChangesPage(decision, since=since, year=year)
    return ChangesPage(decision, LISTED_CHANGES[page[0]], int(page[1:]), since, year)


def write_way(way: Way) -> str:
    """A way in a few characters: `0`; `g`; `1` or `d` and an offset; `c` and a decision's hash; `s` and two.

    Behind an answer's page stand `b` and the years of its budget, behind changes `y` and their year, where
    these are not the line's. A dot and an offset behind it say which page of the lines inside the one above
    it led through, with a `c` where these stood in the order of their codes.

    Raises:
        ValueError: an answer's budget has more years than any has.
    """
    inside = way.inside
    listed = "" if inside is None else f".{inside.offset}{'c' if inside.by_code else ''}"
    match way.began:
        case AnswerPage(offset, budget):
            return f"1{offset or ''}{_write_budget(budget)}{listed}"
        case DecisionsPage(offset):
            return f"d{offset or ''}{listed}"
        case BudgetPage():
            return f"g{listed}"
        case ChangesPage(decision, changes, offset, since, year):
            page = "" if offset is None else f"{LISTED_LETTERS[changes]}{offset}"
            of_year = f"y{year:04}" if year else ""
            first = f"s{decision_key(since)}" if since else "c"
            return f"{first}{decision_key(decision)}{page}{of_year}{listed}"
        case None:
            return f"0{listed}"


def _write_budget(budget: BudgetAddress | None) -> str:
    """A budget among those of its place.

    Raises:
        ValueError: it has more years than any has.
    """
    if budget is None:
        return ""
    more = budget.last_year - budget.first_year
    if not 0 <= more < _MOST_YEARS:
        raise ValueError("no short form")
    return f"b{budget.first_year:04}{more}"


def leads_to_answer(token: str) -> bool:
    """Whether the way that a button carries began at an answer."""
    return token.startswith("1")


def _read_answer_page(began: str, budget: BudgetAddress) -> AnswerPage:
    """The answer's page that a way began at."""
    offset, _, years = began[1:].partition("b")
    first = int(years[:4]) if years else 0
    answered = BudgetAddress(budget.place, first, first + int(years[4:])) if years else None
    return AnswerPage(int(offset or 0), answered)
