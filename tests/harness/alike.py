"""What looks alike in a message that lists lines: two of one name, with the same beside it, or two buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_ITEM = re.compile(r"^(\d+\.|•) (.+?)(?: — |: |$)(?=[−+-]?\d|$)(.*)$")
_AMOUNT = re.compile(r"[≈<]?\s*[−+-]?[\d ]*\d(?:,\d+)?(?: \D+)?$|.*%$|.*→.*$")
_DELTA = re.compile(r"^[−+]?[\d ,]+ — ")


def find_alike(text: str, labels: Iterable[str]) -> list[str]:
    """The names and labels that a message has more than once.

    Args:
        text: of the message.
        labels: what its buttons say that do different things.
    """
    numbered = [" · ".join(item) for item in list_items(text, numbered=True)]
    lists = [[" · ".join(item) for item in list_items(part, numbered=False)] for part in text.split("\n\n")]
    pressed = [re.sub(r"^\d+\. ", "", label) for label in labels if not label.isdigit()]
    counted = map(Counter, (numbered, *lists, pressed))
    return [each for counts in counted for each, count in counts.items() if count > 1]


def list_items(text: str, *, numbered: bool) -> Iterator[tuple[str, ...]]:
    """The lines that a text lists, each its name and what stands beside it that is no amount.

    Args:
        text: of a message, whose numbers go through all of it, or a paragraph.
        numbered: which lines: those with a number, or those with a mark.
    """
    rows = text.replace("\u00a0", " ").splitlines()
    for row, below in zip(rows, [*rows[1:], ""], strict=True):
        found = _ITEM.match(row)
        if found is None or (found[1] == "•") is numbered or not re.search(r"\d", found[3] + below):
            continue
        beside = found[3] or ("" if _ITEM.match(below) else below)
        facts = (fact for fact in beside.split(" · ") if fact and not _AMOUNT.match(fact))
        yield _DELTA.sub("", found[2]), *facts
