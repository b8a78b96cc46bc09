"""Which view a button about a line shows, of what was read for it."""

from __future__ import annotations

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
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.changed_pages import changed_lines_view, office_changes_view
from handlers.views.changes import changes_view
from handlers.views.editions import editions_view
from handlers.views.explained import line_term_view
from handlers.views.ledger import ledger_view
from handlers.views.message import MessageView
from handlers.views.office import office_view
from handlers.views.office_pages import office_editions_view, office_ledger_view
from handlers.views.texts import Texts
from handlers.views.ways import OfOffices
from storage.answering.office_sum import Office
from storage.reading.differences import Changes
from storage.reading.records import Card


def view_of_card(card: Card, action: CardAction, texts: Texts, *, inline: bool) -> MessageView:
    """What is shown of a line: its card, its history, the decisions on its year, or what it is.

    Args:
        card: the line.
        action: what a button opens of it.
        texts: the person's language.
        inline: for a message that lives in somebody else's chat.
    """
    match action:
        case OpenLine(way=way):
            return card_view(card, texts, Situation(way, inline))
        case OpenLedger(way=way):
            return ledger_view(card, texts, way=way, inline=inline)
        case OpenEditions(way=way):
            return editions_view(card, texts, way)
        case OpenTerm(way=way):
            return line_term_view(card, texts, way)


def view_of_changes(changes: Changes, action: ChangesAction, texts: Texts) -> MessageView:
    """What is shown of a decision's changes: all in short, or a page of the lines that it changed.

    Args:
        changes: that the decision made.
        action: what a button opens of them.
        texts: the person's language.
    """
    match action:
        case OpenChanges():
            return changes_view(changes, texts, action)
        case OpenChangedLines(listed=OfOffices.EACH):
            return office_changes_view(changes, action, texts)
        case OpenChangedLines():
            return changed_lines_view(changes, action, texts)


def view_of_office(office: Office, action: OfficeAction, texts: Texts) -> MessageView:
    """What is shown of all that an office has: its lines with their sum, the sum's history, or its decisions.

    Args:
        office: its lines.
        action: what a button opens of them.
        texts: the person's language.
    """
    match action:
        case OpenOffice(way=way):
            return office_view(office, texts, way)
        case OpenOfficeLedger(way=way):
            return office_ledger_view(office, texts, way)
        case OpenOfficeEditions(way=way):
            return office_editions_view(office, texts, way)
