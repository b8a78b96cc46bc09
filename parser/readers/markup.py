"""What is asked of markup before a parser may build a tree of it."""

from __future__ import annotations

import re

from parser.errors import ParseError
from parser.readers.limits import MAX_ATTRIBUTES, MAX_MARKUP

_LONG_TAG = re.compile(rb"<[^<>]{%d,}" % (2 * MAX_ATTRIBUTES))
_SPACE = re.compile(rb"\s+")


def check_markup(data: bytes, file: str, most_tags: int) -> None:
    """Refuses markup that would cost a parser more than its size lets expect.

    Raises:
        ParseError: `limit`.
    """
    if len(data) > MAX_MARKUP:
        raise ParseError("limit", file, found=f"{len(data):,} bytes of markup, at most {MAX_MARKUP:,}")
    if (tags := data.count(b"<")) > most_tags:
        raise ParseError("limit", file, found=f"{tags:,} tags, at most {most_tags:,}")
    for tag in _LONG_TAG.finditer(data):
        if len(_SPACE.findall(tag.group())) > MAX_ATTRIBUTES:
            raise ParseError("limit", file, found=f"a tag with more than {MAX_ATTRIBUTES:,} attributes")
