"""In which language a message of the bot is: told by what the bot calls its parts and its buttons."""

from __future__ import annotations

from functools import cache

from aiogram.types import Message

from handlers.views.texts import load_texts
from parser.records import Language

_PARTS = (
    "card-source",
    "printed-title",
    "editions-here",
    "ledger-title",
    "gone-instead",
    "place-which",
    "place-loaded",
    "home-choose",
    "start-loaded",
    "unit-thousand",
)
_LABELS = (
    "button-share",
    "button-ledger",
    "button-printed",
    "button-table",
    "button-start-largest",
    "button-decisions",
    "button-back-answer",
    "button-card",
    "button-candidates",
    "button-homes",
    "button-newest-year",
    "button-feedback",
    "button-feedback-send",
    "button-back-table",
)


def find_written_language(message: Message) -> Language | None:
    """The language of a message of the bot; None where nothing in it tells.

    What the bot calls the parts of its messages tells more than their letters: names may be of the other.

    Args:
        message: as Telegram shows it, with its buttons.
    """
    text, labels = message.text or message.caption or "", _list_labels(message)
    return next((language for language in Language if _writes(language, text, labels)), None)


def _list_labels(message: Message) -> frozenset[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    return frozenset(button.text for row in rows for button in row)


def _writes(language: Language, text: str, labels: frozenset[str]) -> bool:
    parts, called = _list_written(language)
    return any(part in text for part in parts) or not called.isdisjoint(labels)


@cache
def _list_written(language: Language) -> tuple[tuple[str, ...], frozenset[str]]:
    """What the bot calls parts of its messages and its buttons."""
    texts = load_texts(language)
    return tuple(map(texts.get, _PARTS)), frozenset(map(texts.get, _LABELS))
