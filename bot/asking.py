"""Answers for the command line: the bot's own, without its messenger."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncGenerator, Iterable
from typing import TYPE_CHECKING

from rapidfuzz import process

from handlers.answering import answer_question
from handlers.desk import Desk, Spoken
from handlers.views.message import MessageView, plain_text
from handlers.views.texts import DEFAULT_LANGUAGE, load_texts
from parser.question.reading import read_question
from parser.records import Language
from storage.answering.asked_place import read_place
from storage.answering.request import Request, today_here
from storage.answering.service import answer
from storage.reading.address import EditionAddress
from storage.reading.changes import list_editions_set_by, load_changes
from storage.reading.differences import Changes
from storage.search.index import Index, build_index

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import async_sessionmaker
    from sqlmodel.ext.asyncio.session import AsyncSession

_BUTTON = "   · "
_NEAR = 5  # loaded places that are named where one is not


class PlaceNotLoadedError(ValueError):
    """No budget of a place is loaded.

    Attributes:
        place: as it was typed.
        near: loaded places, those first that are called most like it.
    """

    def __init__(self, place: str, loaded: Iterable[str]) -> None:
        """Finds the places that are called like it.

        Args:
            place: as it was typed.
            loaded: the names of all places.
        """
        super().__init__(place)
        self.place = place
        self.near = tuple(name for name, _, _ in process.extract(place, list(loaded), limit=_NEAR))


async def ask_all(
    sessions: async_sessionmaker[AsyncSession],
    questions: Iterable[str],
    language: Language | None,
    *,
    as_json: bool,
    lines: bool,
) -> AsyncGenerator[str]:
    """Answers questions one by one, in one session.

    Args:
        sessions: of the database.
        questions: in either language.
        language: of the answers; each question's own when None.
        as_json: JSON instead of text.
        lines: one line of JSON for each question.

    Yields:
        One answer a question, ready to be printed.
    """
    async with sessions() as session:
        index = await build_index(session)
        for question in questions:
            if as_json:
                yield await _json(session, index, question, language, indent=None if lines else 1)
            else:
                yield await _text(session, index, question, language)


async def _json(
    session: AsyncSession, index: Index, question: str, language: Language | None, *, indent: int | None
) -> str:
    from bot.json.answer import fill_ask_form  # noqa: PLC0415 - pydantic builds the forms: for JSON alone
    from bot.json.form import write_form  # noqa: PLC0415

    request = Request(read_question(question), cards=True, running_year=today_here().year)
    found = await answer(session, index, request)
    form = write_form(fill_ask_form(found, language or found.heard.language))
    return json.dumps(form, ensure_ascii=False, indent=indent)


async def _text(session: AsyncSession, index: Index, question: str, language: Language | None) -> str:
    texts = load_texts(language or DEFAULT_LANGUAGE).with_places(index.place_names)
    spoken = Spoken.CHOSEN if language else Spoken.UNKNOWN  # then the question's own
    desk = Desk(session, index, texts, spoken, running_year=today_here().year)
    view = await answer_question(desk, question)
    return "\n".join([plain_text(view), *_buttons(view), ""])


def _buttons(view: MessageView) -> list[str]:
    return [_BUTTON + button.text for button in view.buttons]


def list_adopted(found: Iterable[EditionAddress]) -> str:
    """The decisions that set editions, for people: by their places and dates."""
    return "; ".join(f"{each.budget.place} {each.decision.date}" for each in found if each.decision)


async def list_decisions_numbered(
    sessions: async_sessionmaker[AsyncSession], number: str
) -> list[EditionAddress]:
    """The editions of decisions of a number, wherever and whenever they were adopted.

    Args:
        sessions: of the database.
        number: as printed.
    """
    async with sessions() as session:
        return await list_editions_set_by(session, number)


async def find_changes(
    sessions: async_sessionmaker[AsyncSession],
    number: str | None,
    place: str | None = None,
    date: dt.date | None = None,
) -> Changes | list[EditionAddress]:
    """What a decision changed in its budget's main year, or in the first year it set.

    Args:
        sessions: of the database.
        number: the decision's, as printed; the one adopted last when None.
        place: whose council adopted it, in any form of the name; any where None.
        date: of its adoption; any where None.

    Returns:
        The changes; the editions of the decisions that may be meant where a number is that of several, and
        none where no loaded edition was set by such a decision.

    Raises:
        PlaceNotLoadedError: no budget of the place is loaded.
    """
    async with sessions() as session:
        places = None
        if place is not None:
            index = await build_index(session)
            places = [known.name for known in read_place(index, read_question(place)).places]
            if not places:
                raise PlaceNotLoadedError(place, [known.name for known in index.places])
        found = await list_editions_set_by(session, number, date=date, places=places)
        if len(found) > 1 and number is not None:
            return found
        changes = await load_changes(session, found[0]) if found else None
        return changes or []
