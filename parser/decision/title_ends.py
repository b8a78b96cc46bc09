"""Where a decision's title ends that a print has run together with the line under it.

The pages of a PDF say nothing of paragraphs: a title whose last line is full goes on with the council's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parser.text.passage import Passage

_TITLE_END = re.compile(
    r"""
    (?<= [»”"] ) \s+
    (?= Решение \s+ (?: [А-ЯЁӘҒҚҢӨҰҮҺІ]\S*ого | маслихата ) \s )  # …годы» Решение Таразского маслихата
    | (?<= туралы ) \s+
    (?= (?: \S+\s+ ){1,4} мәслихатының \s+ 20\d\d \s+ жылғы \s+ \d+ \s+ \S+ \s+ №\s*\S+ \s+ шешімі \b
    )  # … енгізу туралы Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3 шешімі
    """,
    re.VERBOSE,
)


def parted_titles(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, a title apart from the decision's own name behind it."""
    for passage in passages:
        end = _TITLE_END.search(passage.even)
        if end is None:
            yield passage
            continue
        yield Passage(passage.printed[: end.start()], passage.at)
        yield Passage(passage.printed[end.end() :], passage.at)
