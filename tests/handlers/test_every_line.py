"""Every view of every line of every edition that is loaded, in both languages, within what it may take.

A card has twelve lines of text at most; under any message stand six rows of buttons at most. No text is cut, no
button is left out for want of room in its data, no amount stands without the decision that set it, and no two lines
of a list look alike. `make sweeps`
looks at each ninth line of an edition, in each edition at others; `make thorough` at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.rendering import keyboard, render
from handlers.views.actions import (
    CardAction,
    ChangesAction,
    OfficeAction,
    OpenChangedLines,
    OpenChanges,
    OpenEditions,
    OpenLedger,
    OpenLine,
    OpenOffice,
    OpenOfficeEditions,
    OpenOfficeLedger,
    OpenTerm,
)
from handlers.views.articles import article
from handlers.views.card import CHILDREN_SHOWN, LINES_SHOWN
from handlers.views.decisions import decisions_view
from handlers.views.fitting import MAX_TEXT, ROWS, count_units
from handlers.views.inside import INSIDE_PAGE, inside_view
from handlers.views.message import MessageView
from handlers.views.office_pages import office_printed_view
from handlers.views.opened import view_of_card, view_of_changes, view_of_office
from handlers.views.printed import printed_view
from handlers.views.texts import Texts, load_texts
from handlers.views.ways import ANSWERED, OfOffices
from parser.question.glossary import find_own_term
from parser.records import Language
from storage.answering.office import load_office
from storage.answering.office_sum import Office
from storage.engine import create_engine, create_sessions
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.card_making import ChildrenPage
from storage.reading.cards import list_budgets, load_each_card
from storage.reading.catalogue_query import load_catalogue
from storage.reading.changes import load_changes
from storage.reading.decision_list import load_decision_list
from storage.reading.differences import Changes
from storage.reading.lines import read_edition_lines
from storage.reading.office_ledger import OfficeKey, office_of_path
from storage.reading.printed_rows import PrintedRows, load_printed_lines
from storage.reading.records import Card
from storage.search.index import Index, build_index
from tests.conftest import examples
from tests.harness import long_budget
from tests.harness.alike import find_alike
from tests.harness.databases import database_url, keep_database
from tests.harness.session import USERNAME
from tests.harness.unseen import fill_unseen

_EACH = max(9 // examples(1), 1)
_AT_ONCE = 200  # lines that are read together
_DATA = 64  # bytes of a button
_BREAK = "\n"
_AMOUNT = re.compile(r"\d\u00a0\d{3}")
_CARDS = frozenset({"card", "office", "inline"})
_LISTS = frozenset({"card", "office", "inside", "changes"})


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A budget with the longest real names."""
    file = tmp_path_factory.mktemp("long") / "qazyna.db"
    long_budget.fill_now(file)
    keep_database(file)
    return file


@pytest.fixture(scope="module")
def unseen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The budget of a district that no words were learned of."""
    file = tmp_path_factory.mktemp("unseen") / "qazyna.db"
    fill_unseen(file)
    keep_database(file)
    return file


@pytest.fixture(params=["five_budgets", "long", "unseen"])
def stored(request: pytest.FixtureRequest) -> Path:
    """All budgets that the tests have, and one with the longest real names."""
    file: Path = request.getfixturevalue(request.param)
    return file


@asynccontextmanager
async def disposing(engine: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    """Leaves no connection behind, whatever fails within."""
    try:
        yield engine
    finally:
        await engine.dispose()


@pytest.mark.sweep
async def test_every_view_of_every_line(stored: Path) -> None:
    async with disposing(create_engine(database_url(stored))) as engine, create_sessions(engine)() as session:
        index = await build_index(session)
        watches = [_Watch(load_texts(each).with_places(index.place_names)) for each in Language]
        for budget in await list_budgets(session):
            await _look_at_lines(session, index, budget, watches)
            await _look_at_decisions(session, budget, watches)
    for watch in watches:
        assert watch.faults == []
        assert {kind for kind, count in watch.seen.items() if count} == {
            "card", "ledger", "editions", "printed", "inside", "inline", "shared", "term", "decisions", "changes",
            "changed-all", "changed-rises", "changed-cuts", "changed-added", "changed-removed", "changed-each",
            "changed-one", "office", "office-ledger", "office-editions", "office-printed",
        }  # fmt: skip


class _Watch:
    """Looks at views in one language, counts them by kind, and notes what takes too much."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.seen: Counter[str] = Counter()
        self.faults: list[str] = []

    def look(self, kind: str, what: object, view: MessageView) -> MessageView:
        """Notes what a view takes too much of."""
        self.seen[kind] += 1
        self.faults += [
            f"{kind} of {what} in {self.texts.language}: {each}" for each in _find_faults(kind, view)
        ]
        return view

    def look_behind(self, card: Card, printed: PrintedRows) -> None:
        """A line's card, and all that its buttons open of it."""
        here, what = card.address, card.printed_at
        behind: list[tuple[str, CardAction]] = [
            ("card", OpenLine(here, ANSWERED)),
            ("ledger", OpenLedger(here, ANSWERED)),
            ("editions", OpenEditions(here, ANSWERED)),
        ]
        if find_own_term(card.line.path):
            behind.append(("term", OpenTerm(here, ANSWERED)))
        for kind, action in behind:
            self.look(kind, what, view_of_card(card, action, self.texts, inline=False))
        self.look("shared", what, view_of_card(card, OpenLedger(here), self.texts, inline=True))
        self.look("inline", what, article(card, self.texts).message)
        self.look("printed", what, printed_view(printed, self.texts, ANSWERED))

    def look_at_office(self, office: Office, printed: dict[str, PrintedRows]) -> None:
        """All that an office has, and all that its buttons open of it."""
        here, what = office.address, office.printed_at
        behind: list[tuple[str, OfficeAction]] = [
            ("office", OpenOffice(here, ANSWERED)),
            ("office-ledger", OpenOfficeLedger(here, ANSWERED)),
            ("office-editions", OpenOfficeEditions(here, ANSWERED)),
        ]
        for kind, action in behind:
            self.look(kind, what, view_of_office(office, action, self.texts))
        rows = [(match, printed[match.path]) for match in office.page.matches]
        self.look("office-printed", what, office_printed_view(office, rows, self.texts, ANSWERED))

    def look_at_changes(self, changes: Changes, first: OpenChanges) -> None:
        """What a decision changed, and every page of every list behind it."""
        waiting: dict[tuple[object, ...], ChangesAction] = {(): first}
        known = set(waiting)
        while waiting:
            _, action = waiting.popitem()
            kind = "changes" if isinstance(action, OpenChanges) else f"changed-{action.listed or 'all'}"
            view = self.look(kind, action, view_of_changes(changes, action, self.texts))
            behind = {
                _page_of(each.action): each.action
                for each in view.buttons
                if isinstance(each.action, OpenChangedLines)
            }
            waiting |= {page: each for page, each in behind.items() if page not in known}
            known |= set(behind)


def _page_of(action: OpenChangedLines) -> tuple[object, ...]:
    """A page, whatever way led to it."""
    return action.listed, action.offset, action.line.path if action.listed is OfOffices.ONE else ""


def _find_faults(kind: str, view: MessageView) -> list[str]:
    text, markup = render(view).text, keyboard(view, USERNAME)
    faults = []
    if count_units("".join(span.text for span in view.spans)) > MAX_TEXT:
        faults.append("longer than a message")
    if kind in _CARDS and text.count(_BREAK) >= LINES_SHOWN:
        faults.append(f"{text.count(_BREAK) + 1} lines")
    if markup and len(markup.inline_keyboard) > ROWS:
        faults.append(f"{len(markup.inline_keyboard)} rows of buttons")
    shown = [button for row in markup.inline_keyboard for button in row] if markup else []
    if len(shown) != len(view.buttons):
        faults.append(f"a button is left out: {[button.text for button in view.buttons]}")
    faults += [each.text for each in shown if len((each.callback_data or "").encode()) > _DATA]
    if kind in _LISTS or kind.startswith("changed"):
        labels = [*dict.fromkeys((button.text, button.action) for button in view.buttons)]
        faults += [f"twice: {each}" for each in find_alike(text, [label for label, _ in labels])]
    if _AMOUNT.search(text) and "№" not in text:
        faults.append("an amount without its decision")
    return faults


async def _look_at_lines(
    session: AsyncSession, index: Index, budget: BudgetAddress, watches: Sequence[_Watch]
) -> None:
    """All lines of all editions of a budget, and all offices."""
    catalogue = await load_catalogue(StoredReader(session), budget)
    assert catalogue is not None
    lines = await read_edition_lines(StoredReader(session), catalogue.editions)
    for number, edition in enumerate(catalogue.editions):
        address = EditionAddress(budget, edition.year, edition.decision.address)
        paths = list(lines[edition.key])
        addresses = [LineAddress(address, path) for path in paths[number % _EACH :: _EACH]]
        printed = [await load_printed_lines(session, address, paths, each.texts.language) for each in watches]
        for card in await _load_cards(session, addresses, ChildrenPage(limit=CHILDREN_SHOWN)):
            for watch, rows in zip(watches, printed, strict=True):
                watch.look_behind(card, rows[card.line.path])
        for by_code in (False, True):
            await _look_inside(session, addresses, watches, by_code=by_code)
        known: set[OfficeKey] = set()
        for line in addresses:
            key = office_of_path(line.path)
            if key is None or key in known:
                continue
            known.add(key)
            office = await load_office(session, index, line)
            assert office is not None
            for watch, rows in zip(watches, printed, strict=True):
                watch.look_at_office(office, rows)


async def _look_inside(
    session: AsyncSession, addresses: Sequence[LineAddress], watches: Sequence[_Watch], *, by_code: bool
) -> None:
    """Every page of the lines inside each line."""
    offset, left = 0, list(addresses)
    while left:
        cards = await _load_cards(session, left, ChildrenPage(offset, INSIDE_PAGE, by_code))
        for watch in watches:
            for card in cards:
                watch.look("inside", card.printed_at, inside_view(card, watch.texts, ANSWERED))
        offset += INSIDE_PAGE
        left = [card.printed_at for card in cards if card.children.total > offset]


async def _load_cards(
    session: AsyncSession, addresses: Sequence[LineAddress], children: ChildrenPage
) -> list[Card]:
    cards: list[Card] = []
    for start in range(0, len(addresses), _AT_ONCE):
        found = await load_each_card(session, addresses[start : start + _AT_ONCE], children=children)
        cards += [card for card in found if card is not None]
    assert len(cards) == len(addresses)
    return cards


async def _look_at_decisions(session: AsyncSession, budget: BudgetAddress, watches: Sequence[_Watch]) -> None:
    """What each decision changed, by itself and since the first one, and every page of the list of them."""
    catalogue = await load_catalogue(StoredReader(session), budget)
    assert catalogue is not None
    first: dict[int, DecisionAddress] = {}
    for edition in catalogue.editions:
        decision = edition.decision.address
        began = first.setdefault(edition.year, decision)
        for since in (None, *([began] if began != decision else [])):
            address = EditionAddress(budget, edition.year, decision)
            changes = await load_changes(session, address, since)
            assert changes is not None
            for watch in watches:
                spent = LineAddress(EditionAddress(budget, edition.year), "expenditure")
                watch.look_at_changes(changes, OpenChanges(decision, spent, ANSWERED, since))
    for year in first:
        listed = await load_decision_list(session, budget, year)
        assert listed is not None
        for watch in watches:
            for offset in range(0, len(listed.decisions), 5):
                watch.look("decisions", budget, decisions_view(listed, watch.texts, offset))
