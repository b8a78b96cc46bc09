"""What is asked of markup before a parser may build a tree of it, and the trees of office files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.limits import MAX_ATTRIBUTES, MAX_MARKUP, MAX_NESTING, MAX_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element

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


def parse_xml(data: bytes, file: str) -> _Element:
    """The tree of a part of an office file. It is no deeper than 256 elements: walking down it is safe.

    Raises:
        ParseError: `broken` for XML that is none, `declares-entities`, `limit` for what is too large or
            too deep.
    """
    from lxml import etree

    check_markup(data, file, MAX_TAGS)
    if b"<!DOCTYPE" in data[:65536] or b"<!ENTITY" in data:  # no office file has either
        raise ParseError(ParseErrorKind.DECLARES_ENTITIES, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if passes_limit(error):
            raise ParseError.limit(file, Counted.NESTING, MAX_NESTING) from error
        raise ParseError(ParseErrorKind.BROKEN, file) from error
