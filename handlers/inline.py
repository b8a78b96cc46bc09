"""Inline queries: `@bot жол` in any chat."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from handlers.desk import Desk
from handlers.inline_results import find_articles
from handlers.opening import find_article
from handlers.send import keyboard, render
from handlers.views.articles import Article
from handlers.views.links import HELP_PAYLOAD, find_shared, question_payload, read_payload
from handlers.views.texts import Texts
from storage.reading.short_address import ShortAddress

PAGE = 50  # the most that Telegram takes
CACHE_SECONDS = 60
_MAX_OFFSET = 10_000


async def answer_inline(query: InlineQuery, desk: Desk) -> None:
    """Answers a query with articles, a page at a time; where there are none, a button leads to the help."""
    shared = find_shared(query.query)
    if shared is not None:
        await _answer_shared(query, shared, desk)
        return
    offset = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 6 else 0
    articles, following = await find_articles(desk, query.query, limit=PAGE, offset=min(offset, _MAX_OFFSET))
    await query.answer(
        [as_result(article, desk.username) for article in articles],
        cache_time=CACHE_SECONDS if articles else 5,
        # Titles and cards are in the person's own language.
        is_personal=True,
        next_offset=str(following) if following else "",
        button=_results_button(query.query, desk.texts, found=bool(articles) or offset > 0),
    )


async def _answer_shared(query: InlineQuery, payload: str, desk: Desk) -> None:
    """Answers with the line that a shared query names; where it is gone, a button leads to what there is."""
    short = read_payload(payload)
    found = await find_article(desk, short) if isinstance(short, ShortAddress) else None
    text = desk.texts.get("inline-open" if found else "inline-gone")
    await query.answer(
        [as_result(found, desk.username)] if found and not query.offset else [],
        cache_time=CACHE_SECONDS if found else 5,
        is_personal=True,
        next_offset="",
        button=InlineQueryResultsButton(text=text, start_parameter=payload),
    )


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
        return InlineQueryResultsButton(text=texts.get("inline-open"), start_parameter=payload)
    key = "inline-nothing" if query.strip() else "inline-nothing-loaded"
    return InlineQueryResultsButton(text=texts.get(key), start_parameter=HELP_PAYLOAD)


def create_router() -> Router:
    """The router of inline queries."""
    router = Router(name="inline")
    router.inline_query.register(answer_inline)
    return router
