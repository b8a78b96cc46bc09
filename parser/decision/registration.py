"""When and under which number a decision was registered with the justice department."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from parser.decision.footnotes import is_footnote
from parser.records import Language
from parser.text.dates import first_date
from parser.text.passage import NUMBER, Passage
from parser.text.wordings import Says, saying, wording

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_REGISTRATION_NUMBER = re.compile(
    r"""
    (?: номер\w* | нөмірі ) \s* ( [\d-]*\d )  # под номером 9-5-115; нөмірі 1860
    """,
    re.VERBOSE,
)


def find_registration(
    passages: Sequence[Passage], verb: int, own: int | None, end: int
) -> tuple[str | None, dt.date | None]:
    """Number and date of registration: after the decision's own number, or on a line of its own.

    Args:
        passages: of the decision.
        verb: the index of the words after which clauses begin.
        own: the index of the decision's own number, None when only a stamp names it.
        end: where the number ends in its passage.
    """
    if own is None:
        return None, None
    rests = [passages[own].even[end:]]
    rests += [
        p.even for p in passages[max(0, own - 4) : min(own + 6, verb + 1)]
        if (said := saying(Says.REGISTERED).search(p.even)) and not is_footnote(p.even)
        and p is not passages[own] and len(p.even) < 300
        and "(" not in p.even[: said.start()]
    ]  # fmt: skip
    return next((_registration(rest) for rest in rests if saying(Says.REGISTERED).search(rest)), (None, None))


def _registration(rest: str) -> tuple[str | None, dt.date | None]:
    """Number and date of registration: of `№ 1919 тіркелді` or `зарегистрировано … за № 1919`."""
    said = saying(Says.REGISTERED).search(rest)
    start = said.start() if said else 0
    in_russian = re.compile(wording(Says.REGISTERED, Language.RU), re.IGNORECASE)
    russian = said is not None and in_russian.match(said.group()) is not None
    stop = saying(Says.REPEALED, Says.PUBLISHED).search(rest)
    words = rest[: stop.start()] if stop else rest
    numbers = [n["number"] for n in _NUMBER.finditer(words) if (n.start() > start) == russian]
    if not numbers:
        numbers = _REGISTRATION_NUMBER.findall(words)
    number = (numbers[0] if russian else numbers[-1]) if numbers else None
    return number, first_date(words)
