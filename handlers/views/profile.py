"""What the bot says of itself before it is written to: in its empty chat, and on its profile."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.texts import Texts

_FOR_ONE = ("profile-what", "profile-ask", "profile-plan")
_FOR_SEVERAL = ("profile-what", "profile-plan")  # both languages fit only so


def describe_bot(every: Sequence[Texts], username: str) -> str:
    """What stands in the empty chat: at most 512 characters.

    Args:
        every: the texts of the language, or of all where the person's is none of them.
        username: the bot's name in Telegram.
    """
    keys = _FOR_ONE if len(every) == 1 else _FOR_SEVERAL
    return "\n\n".join(texts.get(key, username=username) for texts in every for key in keys)


def describe_bot_shortly(every: Sequence[Texts]) -> str:
    """What stands on the profile and beside a link to the bot: at most 120 characters.

    Args:
        every: the texts of the language, or of all where the person's is none of them.
    """
    return " · ".join(texts.get("profile-short") for texts in every)
