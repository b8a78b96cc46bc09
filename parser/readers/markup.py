"""What is asked of markup before a parser may build a tree of it."""

from __future__ import annotations

import re

from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.limits import MAX_ATTRIBUTES, MAX_MARKUP

_LONG_TAG = re.compile(rb"<[^<>]{%d,}" % (2 * MAX_ATTRIBUTES))
_SPACE = re.compile(rb"\s+")


def passes_limit(error: Exception) -> bool:
    """Whether libxml2 gave up for the size of what it should parse, such as nesting past 256 elements."""
    from lxml import etree

    return bool(getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT)


def check_markup(data: bytes, file: str, most_tags: int) -> None:
    """Refuses markup that would cost a parser more than its size lets expect.

    Raises:
        ParseError: `limit`.
    """
    if len(data) > MAX_MARKUP:
        raise ParseError.limit(file, Counted.MARKUP_BYTES, MAX_MARKUP)
    if data.count(b"<") > most_tags:
        raise ParseError.limit(file, Counted.TAGS, most_tags)
    for tag in _LONG_TAG.finditer(data):
        if len(_SPACE.findall(tag.group())) > MAX_ATTRIBUTES:
            raise ParseError.limit(file, Counted.ATTRIBUTES, MAX_ATTRIBUTES)
