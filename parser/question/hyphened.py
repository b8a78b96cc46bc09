"""Russian words that are shortened by a hyphen: `стр-во школ`, `фин-е спорта` (`locales/hyphened.tsv`)."""

from __future__ import annotations

import re
from functools import cache

from parser.text.word_lists import ListRow, read_list

HYPHENED_COLUMNS = ("short", "whole", "example")


def spell_hyphened(text: str) -> str:
    """A text with its shortened words in full, each with the ending that it has.

    >>> spell_hyphened("стр-во школ и осв-я улиц")
    'строительство школ и освещения улиц'

    Args:
        text: as written.
    """
    if "-" not in text:
        return text
    whole = _load_hyphened()
    return _hyphened().sub(lambda match: whole[match["short"].casefold()], text)


def read_hyphened_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("hyphened.tsv", HYPHENED_COLUMNS)


@cache
def _load_hyphened() -> dict[str, str]:
    return {row["short"]: row["whole"] for row in read_hyphened_rows()}


@cache
def _hyphened() -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, _load_hyphened()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<short>{said})(?=[а-я]{{1,3}}(?!\w))", re.IGNORECASE)
