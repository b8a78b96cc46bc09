"""What the private chat is opened with from a result that is no line: the same question, or what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.desk import Desk
from handlers.packing import pack
from handlers.views.actions import OpenChanges, OpenInside, OpenOffice
from handlers.views.links import HELP_PAYLOAD, data_payload, line_payload, question_payload
from parser.records import Section
from storage.answering.answer import Answer, DecisionChanges
from storage.answering.answer_traits import list_matches
from storage.answering.asked_place import read_place
from storage.answering.listings import BoundedList, Listing
from storage.reading.address import LineAddress
from storage.reading.differences import Changes
from storage.reading.records import EditionInfo


def answer_payload(found: Answer, query: str, desk: Desk) -> str:
    """The payload of a deep link to an answer, whoever follows it.

    Args:
        found: the answer.
        query: what was typed.
        desk: of who typed it: their home place and year are said in the link, since others have other homes.

    Returns:
        The question with these; where that is too long for a link, the changes, the list or the line that
        the answer shows first; the help where it shows none.
    """
    if isinstance(found, DecisionChanges) and not (found.inside or found.together):
        exact = changes_payload(found.changes)
        if exact is not None:
            return exact
    asked = " ".join([query.strip(), *_list_unsaid(found, desk)])
    return question_payload(asked) or _show_payload(found) or HELP_PAYLOAD


def changes_payload(changes: Changes) -> str | None:
    """The payload of a deep link to what a decision changed; None where it would be too long."""
    edition = changes.edition
    line = LineAddress(edition.address, Section.EXPENDITURE.value).as_of(None)
    data = pack(OpenChanges(edition.decision.address, line))
    return data_payload(data) if data else None


def _list_unsaid(found: Answer, desk: Desk) -> Iterator[str]:
    """The words that a question lacks to be answered alike to whoever asks it: the place and the year."""
    edition, question = _find_edition(found), found.heard.question
    if edition is None:
        return
    place = read_place(desk.index, question)
    if len(desk.index.places) > 1 and not place.places:
        yield desk.speaking(found.heard).texts.place(edition.budget.place)
    if desk.own is not None and desk.own.year is not None and not question.asks_edition:
        yield str(edition.year)


def _find_edition(found: Answer) -> EditionInfo | None:
    if isinstance(found, DecisionChanges):
        return found.changes.edition
    matches = list_matches(found)
    return matches[0].edition if matches else None


def _show_payload(found: Answer) -> str | None:
    matches = list_matches(found)
    if isinstance(found, Listing | BoundedList):
        opens = OpenOffice if found.whole.groups > 1 else OpenInside
        data = pack(opens(found.whole.address))
        return data_payload(data) if data else None
    return line_payload(matches[0].printed_at) if matches else None
