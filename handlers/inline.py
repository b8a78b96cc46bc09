"""Inline queries: `@bot жол` in any chat."""

from __future__ import annotations

from functools import partial

from aiogram import Router
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from handlers.commands import spell_out
from handlers.desk import Desk
from handlers.filters import without_name
from handlers.inline_results import find_results
from handlers.opening import Gone, find_article, open_address, say_unreadable
from handlers.rendering import keyboard, render
from handlers.shown_again import Circumstances, reuse
from handlers.views.articles import Article, ToldInline, explaining_article
from handlers.views.links import HELP_PAYLOAD, find_shared, question_payload, read_payload, spoken_payload
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from storage.reading.short_address import ShortAddress

PAGE = 50  # the most that Telegram takes
CACHE_SECONDS = 60
_BRIEFLY = 5  # seconds: what says that there is nothing
_MAX_OFFSET = 10_000


async def answer_inline(query: InlineQuery, desk: Desk) -> None:
    """Answers a query with articles, a page at a time; where nothing is found, the only one says why."""
    shared = find_shared(query.query)
    if shared is not None:
        await _answer_shared(query, shared, desk)
        return
    asked = without_name(query.query, desk.username or "")
    asked = spell_out(asked, desk.texts)
    offset = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 6 else 0
    key = "inline", asked, offset, Circumstances.find(desk)
    page = await reuse(desk, key, partial(_make_page, desk, asked, offset))
    await query.answer(
        list(page.results),
        cache_time=page.cache_time,
        is_personal=True,  # in the person's own language, of their own place
        next_offset=page.next_offset,
        button=page.button,
    )


@dataclass(frozen=True, slots=True)
class _InlinePage:
    """What a query is answered with, as Telegram takes it."""

    results: tuple[InlineQueryResultArticle, ...]
    cache_time: int
    next_offset: str
    button: InlineQueryResultsButton


async def _make_page(desk: Desk, query: str, offset: int) -> _InlinePage:
    found = await find_results(desk, query, limit=PAGE, offset=min(offset, _MAX_OFFSET))
    return _InlinePage(
        tuple(as_result(article, desk.username) for article in found.articles),
        CACHE_SECONDS if found.found else _BRIEFLY,
        str(found.following) if found.following else "",
        _results_button(query, found.texts or desk.texts, found=found.found),
    )


async def _answer_shared(query: InlineQuery, payload: str, desk: Desk) -> None:
    """Answers with the line that a shared query names; where it is gone, a button leads to what there is."""
    short = read_payload(payload)
    found = await find_article(desk, short) if isinstance(short, ShortAddress) else None
    text = desk.texts.get("inline-open" if found else "inline-gone")
    shown = found or await _explain_gone(desk, payload)
    await query.answer(
        [as_result(shown, desk.username)] if not query.offset else [],
        cache_time=CACHE_SECONDS if found else _BRIEFLY,
        is_personal=True,
        next_offset="",
        button=InlineQueryResultsButton(text=text, start_parameter=payload),
    )


async def _explain_gone(desk: Desk, payload: str) -> Article:
    """Says of a line that is not there any more that it is gone, and what there is instead."""
    short = read_payload(payload)
    opened = await open_address(desk, short) if isinstance(short, ShortAddress) else None
    if isinstance(opened, Gone):
        told = ToldInline(opened.sentence, opened.view)
    else:
        told = ToldInline(desk.texts.get("gone-link"), opened or await say_unreadable(desk))
    return explaining_article(told, payload, desk.texts)


def as_result(article: Article, username: str | None) -> InlineQueryResultArticle:
    """An article as Telegram takes it.

    Args:
        article: what may be sent.
        username: the bot's name in Telegram, for buttons into the private chat.
    """
    rendered = render(article.message)
    return InlineQueryResultArticle(
        id=article.id,
        title=article.title,
        description=article.description,
        input_message_content=InputTextMessageContent(
            message_text=rendered.text,
            entities=rendered.entities,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            parse_mode=None,
        ),
        reply_markup=keyboard(article.message, username),
    )


def _results_button(query: str, texts: Texts, *, found: bool) -> InlineQueryResultsButton:
    if found:
        payload = question_payload(query) or HELP_PAYLOAD
        opened = spoken_payload(payload, texts.language)
        return InlineQueryResultsButton(text=texts.get("inline-open"), start_parameter=opened)
    key = "inline-nothing" if query.strip() else "inline-nothing-loaded"
    return InlineQueryResultsButton(text=texts.get(key), start_parameter=HELP_PAYLOAD)


def create_router() -> Router:
    """The router of inline queries."""
    router = Router(name="inline")
    router.inline_query.register(answer_inline)
    return router
