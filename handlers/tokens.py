"""The bot's token in what is said of errors: many quote the address of a request, which has it."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\d+(?::|%3[Aa])[\w-]{20,}")  # an address may have its colon as a number


def hide_tokens(said: str) -> str:
    """What is logged or told to operators, without the bot's token: `/bot…/getMe`."""
    return _TOKEN.sub("…", said)
