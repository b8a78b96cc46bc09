"""The buttons of a card: six rows at most, whatever there is below, above, before and beside its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.views.actions import (
    Action,
    OpenBudget,
    OpenChangedLines,
    OpenChanges,
    OpenDecisions,
    OpenEditions,
    OpenInside,
    OpenLedger,
    OpenLine,
    OpenPrinted,
    OpenTerm,
    ShareInline,
    ShowCandidates,
    ShowShared,
    StartChat,
    StartFollowing,
)
from handlers.views.amounts import readable
from handlers.views.charts.structure import parts_button
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.fitting import ROWS
from handlers.views.lines import BUTTON_LIMIT, line_name
from handlers.views.links import line_payload, share_query, spoken_payload
from handlers.views.message import Button
from handlers.views.table_actions import TableKind, TakeTable
from handlers.views.take_away import table_button
from handlers.views.texts import Texts
from handlers.views.ways import (
    DIRECT,
    AnswerPage,
    BudgetPage,
    ChangesPage,
    DecisionsPage,
    OfOffices,
    Way,
    in_other_year,
)
from parser.dataclass import dataclass
from parser.question.glossary import find_own_term
from storage.reading.address import LineAddress
from storage.reading.office_changes import office_of_line
from storage.reading.records import Card, EditionInfo, OtherYear

_YEARS_SHOWN = 2
NUMBER_LIMIT = 12

Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a card is shown.

    Attributes:
        way: how the person came there.
        inline: in a message that lives in somebody else's chat.
        alternatives: other lines may have been meant, which the way back lists.
        room: how many rows of buttons there may be.
    """

    way: Way = DIRECT
    inline: bool = False
    alternatives: bool = False
    room: int = ROWS


ALONE = Situation()


def card_rows(card: Card, texts: Texts, situation: Situation) -> tuple[Row, ...]:
    """The rows under a card: lines inside it, the way up and back, years and editions, and more of it.

    Args:
        card: the line of an edition.
        texts: the person's language.
        situation: where it is shown, and how the person came there.
    """
    if situation.inline:
        return shared_rows(card, texts, shows_history=False)
    way = situation.way
    chart = parts_button(card.address, card.children.total, texts)
    table = table_button(TakeTable(card.address, TableKind.LINE, way), texts)
    back = way_back(way, card.address, card.edition, texts, alternatives=situation.alternatives)
    below = [
        (*_above(card, texts, way), *chart, table, *_term(card, texts, way), *back),
        _editions(card, texts, situation),
        _tools(card, texts, way),
    ]
    rows = [row for row in below if row]
    return (*_inside(card, texts, way, max(situation.room - len(rows), 1)), *rows)


def shared_rows(card: Card, texts: Texts, *, shows_history: bool) -> tuple[Row, ...]:
    """The row under a card that was sent inline: its history and back, and the way into the private chat.

    Whoever presses, the message shows the same line, as the same decision left it, in the same language.

    Args:
        card: the line of an edition.
        texts: the language of the message.
        shows_history: whether the message shows the history now.
    """
    shown, row = card.printed_at, []
    if shows_history or len(card.ledger) > 1:
        label = texts.get("button-card" if shows_history else "button-ledger")
        row.append(Button(label, ShowShared(shown, texts.language, history=not shows_history)))
    payload = line_payload(shown)
    if payload is not None:
        row.append(Button(texts.get("button-open-bot"), StartChat(spoken_payload(payload, texts.language))))
    return (tuple(row),) if row else ()


def way_back(
    way: Way, here: LineAddress, edition: EditionInfo, texts: Texts, *, alternatives: bool = False
) -> Row:
    """The button to the page that the way to a line began at; none where it began at a line.

    Args:
        way: how the person came there.
        here: the line.
        edition: that it is shown in.
        texts: the person's language.
        alternatives: other lines may have been meant, which the way back lists.
    """
    match way.began:
        case AnswerPage(offset, budget):
            label = texts.get("button-candidates" if alternatives else "button-back-answer")
            return (Button(label, ShowCandidates(offset, budget or edition.budget)),)
        case ChangesPage() as page:
            return (_back_to_changes(page, here, texts),)
        case DecisionsPage(offset):
            decisions = OpenDecisions(edition.budget, edition.year, offset)
            return (Button(texts.get("button-decisions"), decisions),)
        case BudgetPage():
            label = texts.get("button-back-budget", year=str(edition.year))
            return (Button(label, OpenBudget(edition.budget, edition.year)),)
        case None:
            return ()


def _back_to_changes(page: ChangesPage, here: LineAddress, texts: Texts) -> Button:
    """The button to a page of what a decision changed, or several together, in the year that it was of."""
    first = page.since or page.decision
    key = "button-back-since" if page.since else "button-back-changes"
    label = texts.get(key, number=one_line(first.number, NUMBER_LIMIT))
    if page.year:
        here = replace(here, edition=replace(here.edition, year=page.year, decision=None))
    if page.offset is None:
        return Button(label, OpenChanges(page.decision, here, since=page.since))
    listed, offset = page.listed, page.offset
    if listed is OfOffices.ONE and office_of_line(here.path) is None:  # above all that the office has
        listed, offset = OfOffices.EACH, 0
    return Button(label, OpenChangedLines(page.decision, here, listed, offset, since=page.since))


def _inside(card: Card, texts: Texts, way: Way, room: int) -> list[Row]:
    """The largest lines inside the card's, and a button that lists all where these are not all."""
    children = card.children
    shown = children.lines[: room if children.total <= min(room, len(children.lines)) else room - 1]
    here = card.address
    rows: list[Row] = []
    for child in shown:
        amount = marked(readable(child.amount, texts, short=True), child.doubt)
        name = line_name(child, texts, max(BUTTON_LIMIT - len(amount), 10), children.lines)
        label = texts.get("button-child", amount=amount, name=name)
        rows.append((Button(label, OpenLine(here.beside(child.path), Way(way.began))),))
    if len(shown) < children.total:
        label = texts.get("button-inside", count=children.total)
        rows.append((Button(label, OpenInside(here, way=Way(way.began))),))
    return rows


def _above(card: Card, texts: Texts, way: Way) -> Row:
    """The way to the line above: to the page of the lines inside it, where the person came from there."""
    if not card.parents:
        return ()
    above = card.parents[0].line
    label = texts.get("button-parent", name=line_name(above, texts, BUTTON_LIMIT - 2))
    line, began = card.address.beside(above.path), Way(way.began)
    if way.inside is not None:
        return (Button(label, OpenInside(line, way.inside, began)),)
    return (Button(label, OpenLine(line, began)),)


def _term(card: Card, texts: Texts, way: Way) -> Row:
    """The button that explains a line named by a word of budgets: `Финансирование дефицита`."""
    if find_own_term(card.line.path) is None:
        return ()
    return (Button(texts.get("button-term"), OpenTerm(card.address, way)),)


def _editions(card: Card, texts: Texts, situation: Situation) -> Row:
    """The years beside the card's, its edition to choose another, the newest where it is an older one.

    To the newest edition alone belongs the button that follows the line: news is of the newest.
    """
    way = situation.way
    row = [
        Button(
            str(other.year),
            OpenLine(other.line, in_other_year(way, card.edition.address, other.line.edition)),
        )
        for other in nearest_years(card.other_years, card.edition.year)
    ]
    if len(card.ledger) > 1:
        number = one_line(card.edition.decision.number, NUMBER_LIMIT)
        row.append(Button(texts.get("button-edition", number=number), OpenEditions(card.printed_at, way)))
    if not card.newest:
        row.append(Button(texts.get("button-newest"), OpenLine(_newest_line(card), way)))
    else:
        before = tuple(dict.fromkeys(step.path for step in card.ledger if step.path))
        row.append(Button(texts.get("button-follow-short"), StartFollowing(card.address, before)))
    return tuple(row)


def _newest_line(card: Card) -> LineAddress:
    """The card's line in the newest edition; a program that moved is followed to where it stands there."""
    last = next((step for step in reversed(card.ledger) if step.loaded), None)
    path = (last.path if last else None) or card.line.path
    return card.address.as_of(None).beside(path)


def nearest_years(others: Sequence[OtherYear], year: int, count: int = _YEARS_SHOWN) -> list[OtherYear]:
    """The other years that are nearest to one, in their order."""
    by_distance = sorted(others, key=lambda other: abs(other.year - year))
    return sorted(by_distance[:count], key=lambda other: other.year)


def _tools(card: Card, texts: Texts, way: Way) -> Row:
    here = card.address
    number = one_line(card.edition.decision.number, NUMBER_LIMIT)
    tools: list[tuple[str, Action]] = []
    if len(card.ledger) > 1:
        tools.append((texts.get("button-ledger"), OpenLedger(here, way)))
    if card.since_previous is not None:
        changed_by = card.edition.decision.address
        tools.append((texts.get("button-changes", number=number), OpenChanges(changed_by, here, way)))
    tools.append((texts.get("button-printed"), OpenPrinted(card.printed_at, way)))
    # What is shown is handed on, not what will be the newest by then.
    shared = share_query(card.printed_at, line_name(card.line, texts))
    if shared is not None:
        tools.append((texts.get("button-share"), ShareInline(shared)))
    return tuple(Button(label, action) for label, action in tools)
