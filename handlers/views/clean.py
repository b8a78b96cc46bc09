"""Text from documents made safe to show: no control characters, no reordering, no endless length."""

from __future__ import annotations

import re

from parser.text.letters import INVISIBLE, JOINERS

# What shows nothing, and what moves the cursor elsewhere than to a new line or a space.
_UNWANTED = re.compile(f"[{INVISIBLE}\t\x0b-\r\x1c-\x1f\x85\u2028\u2029]")


def clean(text: str) -> str:
    """Remove what has no place in a message.

    Control characters would be rejected or shown as boxes, direction marks
    could make an amount read as another one, and half of a surrogate pair
    cannot be sent at all. Line breaks stay.

    Args:
        text: any text.

    Returns:
        The text without them.
    """
    return _UNWANTED.sub("", text)


def tie_numbers(text: str) -> str:
    """A text that breaks nowhere between «№» and the number behind it; as long as it was."""
    return text.replace("№ ", "№\u00a0")


def one_line(text: str, limit: int) -> str:
    """A name as one line of at most `limit` characters.

    Args:
        text: any text.
        limit: the longest the result may be, in characters; at least 1.

    Returns:
        The text on one line with single spaces, cut at a word where possible
        and ended with "…" when it was too long; "—" when nothing can be shown.
    """
    # Before cleaning, since tabs and line separators part words; after it for what then stands side by side.
    words = " ".join(text.split())
    if not words.isprintable() or _UNWANTED.search(words):  # of most names nothing is to be taken out
        words = " ".join(clean(words).split())
    if not any(char.isprintable() and not char.isspace() and char not in JOINERS for char in words):
        return "—"
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    head, _, rest = cut.rpartition(" ")
    if head and len(rest) < limit // 3 and words[limit - 1] != " ":
        cut = head
    return cut.rstrip(" ,;:-–—(") + "…"
