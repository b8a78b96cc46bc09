"""Text from documents made safe to show: no control characters, no reordering, no endless length."""

from __future__ import annotations

import re

_JOINERS = "\u200c\u200d"  # hold letters and emoji together, harmless
# Control and format characters, halves of surrogate pairs and noncharacters; line breaks stay.
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad"
    "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


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
    words = " ".join(clean(" ".join(text.split())).split())
    if not any(char.isprintable() and not char.isspace() and char not in _JOINERS for char in words):
        return "—"
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    head, _, rest = cut.rpartition(" ")
    if head and len(rest) < limit // 3 and words[limit - 1] != " ":
        cut = head
    return cut.rstrip(" ,;:-–—(") + "…"
