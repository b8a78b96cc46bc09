"""A message that names a line on each of its own lines, as people list what they want to know."""

from __future__ import annotations

import re

_LONGEST = 4  # words of a line that only names something; a longer one is a sentence
_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–—•*])\s*")
_END = ".,;:!?… \t"


def join_entries(text: str) -> str:
    r"""A list with an entry in each line, as the same list with commas; any other text as it is.

    A line with a digit may be half of a code or an amount, so nothing is parted then.

    >>> join_entries("школы\n\nсадики\nдороги")
    'школы, садики, дороги'
    >>> join_entries("1) мектеп\n2) балабақша")
    'мектеп, балабақша'
    >>> join_entries("464\n009")
    '464\n009'

    Args:
        text: the message.
    """
    entries = [_BULLET.sub("", line).strip(_END) for line in text.splitlines() if line.strip(_END)]
    if len(entries) < 2 or not all(map(_is_entry, entries)):
        return text
    return ", ".join(entries)


def _is_entry(line: str) -> bool:
    return 0 < len(line.split()) <= _LONGEST and not any(map(str.isdigit, line))
