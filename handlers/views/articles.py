"""Inline results: a line as an article with its whole card as the message."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.views.amounts import readable
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.lines import line_name
from handlers.views.message import MessageView
from handlers.views.texts import Texts
from storage.reading.address import LineAddress
from storage.reading.records import Card
from storage.reading.short_address import shorten

TITLE_LIMIT = 120
DESCRIPTION_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Article:
    """One inline result, free of any messenger."""

    id: str
    title: str
    description: str
    message: MessageView


def article(card: Card, texts: Texts, remark: str | None = None) -> Article:
    """A line as an inline result.

    Args:
        card: the line of an edition.
        texts: the person's language.
        remark: what has to be said before it.

    Returns:
        The article. Its id depends on the line and its edition alone, so that
        Telegram can tell repeated results.
    """
    edition = card.edition
    amount = marked(readable(card.line.amount, texts), card.line.doubt)
    values = {"amount": amount, "year": str(edition.year)}
    if card.parents:
        parent = line_name(card.parents[0].line, texts, 100)
        description = texts.get("inline-description", parent=parent, **values)
    else:
        description = texts.get("inline-description-total", place=texts.place(edition.budget.place), **values)
    return Article(
        id=article_id(LineAddress(edition.address, card.line.path)),
        title=line_name(card.line, texts, TITLE_LIMIT),
        description=one_line(f"{remark} {description}" if remark else description, DESCRIPTION_LIMIT),
        message=card_view(card, texts, Situation(inline=True)),
    )


def computed_article(title: str, amount: str, of: Sequence[LineAddress], message: MessageView) -> Article:
    """What is computed of several lines, as an inline result: its buttons stay in the chat with the bot.

    Args:
        title: what the amount is of.
        amount: as it is shown.
        of: the addresses of the lines, with the decision that set their edition.
        message: what it is shown as in a chat.
    """
    key = "+".join(map(article_id, of))
    return Article(
        id=hashlib.blake2b(key.encode(), digest_size=16).hexdigest(),
        title=one_line(title, TITLE_LIMIT),
        description=one_line(amount, DESCRIPTION_LIMIT),
        message=replace(message, rows=()),
    )


def article_id(line: LineAddress) -> str:
    """A stable id of 32 characters for a line of an edition.

    Args:
        line: its address, with the decision that set the edition.

    Returns:
        Hexadecimal digits, the same on every machine.
    """
    short = shorten(line)
    key = f"{short.budget}/{short.year}/{short.decision}/{short.path}"
    return hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
