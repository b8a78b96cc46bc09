"""Putting printed text together again: wrapped lines, letters set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

# "т а р м а қ т а": a line with four single letters in a row is set apart; then its shorter words are too.
_SET_APART = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){3,}[^\W\d_](?![^\W_])")
_TWO_APART = re.compile(r" \S \S ")  # as in every such line, and quicker looked for
_SHORT_APART = re.compile(r"(?<!\S)(?:[^\W\d_] ){1,2}[^\W\d_](?=$|  )")
_DIGITS_APART = re.compile(r"(?<=  )\d(?: \d)+(?=  |$)|^\s*\d(?: \d)+(?=  )")
_SPACE_BEFORE = re.compile(r"\s+([,;:.)\]»!?])")
_SPACE_AFTER = re.compile(r"([(\[«])\s+")


def close_up(text: str) -> str:
    """Letters set apart for emphasis become words again.

    >>> close_up("Т а р а з  қ а л а л ы қ  № 10-3")
    'Тараз  қалалық  № 10-3'
    """
    if not (_TWO_APART.search(text) and _SET_APART.search(text)):
        return text
    text = _DIGITS_APART.sub(lambda m: m.group().replace(" ", ""), text)
    text = _SET_APART.sub(lambda m: m.group().replace(" ", ""), text)
    return _SHORT_APART.sub(lambda m: m.group().replace(" ", ""), text)


def join_lines(lines: Iterable[str]) -> str:
    """Printed lines as one text, as a person would join them.

    A hyphen at a line's end stays and takes the next line without a space; a comma
    that slipped to the start of a line returns to its word; brackets and quotes
    close around their words.
    """
    text = ""
    for line in lines:
        part = " ".join(line.split())
        if not part:
            continue
        glue = "" if not text or (text.endswith("-") and not text.endswith(" -")) else " "
        text += glue + part
    return tidy(text)


def tidy(text: str) -> str:
    """One space between words, none before closing and after opening punctuation."""
    text = " ".join(text.split())
    return _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub(r"\1", text))
