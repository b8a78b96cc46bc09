"""What is stored of a person, and what is not."""

from __future__ import annotations

from handlers.views.message import MessageView, bold, bullet, paragraphs, plain
from handlers.views.texts import Texts, load_texts
from storage.people import KnownPerson


def privacy_view(
    telegram_id: int, known: KnownPerson, texts: Texts, *, followed: int = 0, replies: int = 0
) -> MessageView:
    """All that is stored of a person, each thing with its value.

    Args:
        telegram_id: the person's number in Telegram.
        known: what they chose.
        texts: the person's language.
        followed: how many lines they follow.
        replies: of how many of their messages it is kept which one answers them.

    Returns:
        The message.
    """
    stored = []
    if known.language is not None:
        stored.append(texts.get("privacy-language", language=load_texts(known.language).get("language-name")))
    if known.home is not None:
        stored.append(texts.get("privacy-home", place=texts.place(known.home)))
    if known.home_year is not None:
        stored.append(texts.get("privacy-home-year", year=str(known.home_year)))
    if known.dark_pictures is not None:
        stored.append(texts.get("privacy-colours-dark" if known.dark_pictures else "privacy-colours-light"))
    if followed:
        stored.append(texts.get("privacy-follows", count=followed))
    if replies:
        stored.append(texts.get("privacy-replies", count=replies))
    if stored:
        stored.insert(0, texts.get("privacy-id", number=str(telegram_id)))
    kept = (
        "privacy-last",
        "privacy-open",
        "privacy-missed",
        "privacy-feedback",
        "privacy-group",
        "privacy-telegram",
    )
    return MessageView(
        paragraphs(
            [[bold(texts.get("privacy-title"))]],
            [[plain(texts.get("privacy-stored" if stored else "privacy-nothing"))], *map(bullet, stored)],
            [[plain(texts.get("privacy-besides"))], *(bullet(texts.get(key)) for key in kept)],
            [[plain(texts.get("privacy-forget"))]],
        )
    )
