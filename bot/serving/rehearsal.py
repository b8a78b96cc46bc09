"""Questions that the bot answers to nobody before the first update: nobody waits for what they make ready.

Lists of words are read, expressions made and modules imported when a message first needs them, which is what
keeps `ask` quick. The first who asked a running bot would wait for all of it at once, and everybody else with
him: 400,000 calls of functions in one turn of the event loop.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from aiogram import Bot

from bot.services import Services
from handlers.answering import answer_question
from handlers.desk import Desk
from handlers.examples import tell_how_to_ask
from handlers.inline_results import find_results
from handlers.memory import Conversation, Memory
from handlers.send import make_ready
from handlers.views.texts import load_texts
from parser.records import Language
from parser.text.word_lists import ListRow, read_list
from storage.kept.remembered import let_recall

REHEARSAL_COLUMNS = ("language", "question")
_RESULTS = 50  # of an inline query, as many as there may be

_log = logging.getLogger(__name__)


def read_rehearsal_rows() -> tuple[ListRow, ...]:
    """The questions that are rehearsed, of each language some that ask in different ways."""
    return read_list("rehearsals.tsv", REHEARSAL_COLUMNS)


async def rehearse_answers(services: Services, bot: Bot) -> None:
    """Answers what is rehearsed, as messages after one another and as inline queries, and sends nothing.

    Nobody is remembered to have asked. Where an answer cannot be made, that is logged.

    Args:
        services: what the bot works with, its database brought up to date.
        bot: the bot.
    """
    username = (await bot.me()).username
    async with services.sessions() as session:
        index = await services.keeper.current(session)
        let_recall(session, services.keeper.remembered.readings)  # what is read of budgets is kept for all
        for language in Language:
            desk = Desk(
                session,
                index,
                load_texts(language).with_places(index.place_names),
                username=username,
                conversation=Conversation(Memory(), 0, 0),
                running_year=services.today().year,
                finish=lambda view: make_ready(view, username),
            )
            for row in read_rehearsal_rows():
                if row.target("language", Language) is language:
                    await _rehearse(answer_question(desk, row["question"], 1))
                    await _rehearse(find_results(desk, row["question"], limit=_RESULTS))
            await _rehearse(tell_how_to_ask(desk))


async def _rehearse(answering: Awaitable[object]) -> None:
    try:
        await answering
    except Exception:  # what is wrong with one answer is no reason not to start
        _log.exception("an answer cannot be rehearsed")
