"""What is stored of a person, and what is not."""

from __future__ import annotations

from handlers.views.message import MessageView, bold, bullet, paragraphs, plain
from handlers.views.texts import Texts, load_texts
from parser.dataclass import dataclass
from storage.people import KnownPerson


@dataclass(frozen=True, slots=True)
class StoredOfPerson:
    """What is stored of a person.

    Attributes:
        telegram_id: the person's number in Telegram.
        known: what they chose.
        followed: how many lines they follow.
        replies: of how many of their messages it is kept which one answers them.
        questions: how many of their last questions are in the database, for all processes of the bot, which
            then keep there as well how often the person wrote; None where questions are in memory alone.
    """

    telegram_id: int
    known: KnownPerson
    followed: int = 0
    replies: int = 0
    questions: int | None = None


def privacy_view(person: StoredOfPerson, texts: Texts) -> MessageView:
    """All that is stored of a person, each thing with its value.

    Args:
        person: what is stored.
        texts: the person's language.

    Returns:
        The message.
    """
    known = person.known
    stored = []
    if known.language is not None:
        stored.append(texts.get("privacy-language", language=load_texts(known.language).get("language-name")))
    if known.home is not None:
        stored.append(texts.get("privacy-home", place=texts.place(known.home)))
    if known.home_year is not None:
        stored.append(texts.get("privacy-home-year", year=str(known.home_year)))
    if known.dark_pictures is not None:
        stored.append(texts.get("privacy-colours-dark" if known.dark_pictures else "privacy-colours-light"))
    if person.followed:
        stored.append(texts.get("privacy-follows", count=person.followed))
    if person.replies:
        stored.append(texts.get("privacy-replies", count=person.replies))
    if person.questions:
        stored.append(texts.get("privacy-questions", count=person.questions))
    if person.questions is not None:
        stored.append(texts.get("privacy-counted"))
    if stored:
        stored.insert(0, texts.get("privacy-id", number=str(person.telegram_id)))
    kept = (
        *(["privacy-last"] if person.questions is None else []),
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


def forgotten_view(texts: Texts, *, is_counted: bool) -> MessageView:
    """That all is deleted that was stored of a person.

    Args:
        texts: the person's language.
        is_counted: whether it stays in the database for some hours how often the person wrote.
    """
    said = [texts.get("privacy-forgotten")]
    if is_counted:
        said.append(texts.get("privacy-forgotten-counted"))
    return MessageView(paragraphs([[plain(each)] for each in said]))
