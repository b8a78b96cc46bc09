"""Titles of decisions: what one looks like, where it begins, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from parser.decision.footnotes import is_footnote
from parser.records import Language
from parser.text.passage import Passage
from parser.text.wordings import Says, saying, wording

_RUSSIAN_TITLE = re.compile(
    r"""
    ^\W* (?: О | Об ) \s+ \w  # О городском бюджете на 2013-2015 годы
    """,
    re.IGNORECASE | re.VERBOSE,
)
_KAZAKH_TITLE = re.compile(
    r"""
    туралы \W* $  # 2013-2015 жылдарға арналған қалалық бюджет туралы
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED_TITLE = re.compile(
    r"""
    туралы [»”\"]  # «… қалалық бюджет туралы» шешіміне
    """,
    re.VERBOSE,
)
_TITLE_GOES_ON = re.compile(
    r"""
    \W*? (?: [а-яё]  # годы»
      | \d | № | N\b  # 2013-2015 годы; № 10-3
      | [«\"“] )  # «О городском бюджете»
    """,
    re.VERBOSE,
)
_CLAUSE = re.compile(r"\W*\d+\s*\.\s")
# A PDF says nothing of paragraphs: a title whose last line is full goes on with the council's name.
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


@cache
def grounds() -> re.Pattern[str]:
    """By what law a council decides: `В соответствии со статьей …`, `… кодексіне сәйкес`."""
    russian, kazakh = (wording(Says.GROUNDS, language) for language in (Language.RU, Language.KK))
    return re.compile(rf"^\W*{russian}|{kazakh}", re.IGNORECASE)


@cache
def _portal_remark() -> re.Pattern[str]:
    """What a portal prints beside a title: `Утративший силу`, `Примечание РЦПИ.`."""
    return re.compile(rf"^\W*(?:{wording(Says.PORTAL)}|{wording(Says.PORTAL_REMARK)}.*)\W*$", re.IGNORECASE)


@cache
def _kazakh_title_part() -> re.Pattern[str]:
    return re.compile(
        rf"""
        ^\W* 20\d\d .* арналған  # 2013-2015 жылдарға арналған
        | бюджет\w* \s+ (?: туралы | бекіту )  # … қалалық бюджет туралы
        | шешіміне \s+ {wording(Says.CHANGES, Language.KK)}  # … шешіміне өзгерістер
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def parted_titles(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, a title apart from the decision's own name behind it; clauses have no title."""
    in_clauses = False
    for passage in passages:
        in_clauses = in_clauses or _CLAUSE.match(passage.even) is not None
        end = None if in_clauses else _TITLE_END.search(passage.even)
        if end is None:
            yield passage
            continue
        yield Passage(passage.printed[: end.start()], passage.at)
        yield Passage(passage.printed[end.end() :], passage.at)


def find_title(passages: Sequence[Passage], verb: int, own: int | None) -> list[int]:
    """The passages of a decision's title, by their indexes: before its number and date or after them.

    Args:
        passages: of the decision.
        verb: the index of the words after which clauses begin.
        own: the index of the decision's own number and date, None when only a stamp names it.
    """
    candidates = [
        index for index in range(min(verb, len(passages))) if index != own and _may_be_title(passages[index])
    ]
    before = [index for index in candidates if own is None or index < own]
    for group in (before, [index for index in candidates if index not in before]):
        starts = [index for index in group if begins_title(passages[index])]
        if starts:
            return _title_block(passages, group, starts[0])
    return []


def begins_title(passage: Passage) -> bool:
    """Whether a title begins with a passage: `О городском бюджете …`, `… қалалық бюджет туралы`."""
    text = passage.even
    return bool(
        looks_like_title(passage)
        or _kazakh_title_part().search(text)
        or (_QUOTED_TITLE.search(text) and not grounds().search(text))
    )


def looks_like_title(passage: Passage) -> bool:
    """Whether a passage begins as Russian titles do, or ends as Kazakh ones do."""
    return bool(_RUSSIAN_TITLE.match(passage.even) or _KAZAKH_TITLE.search(passage.even))


def _may_be_title(passage: Passage) -> bool:
    text = passage.even
    is_other = (
        is_footnote(text)
        or _portal_remark().match(text)
        or saying(Says.REGISTERED).search(passage.bare)
        or _CLAUSE.match(text)
        or re.match(rf"\W*{wording(Says.GROUNDS, Language.RU)}", text, re.IGNORECASE)
    )
    return not is_other


def _title_block(passages: Sequence[Passage], group: Sequence[int], start: int) -> list[int]:
    """From the first passage of a title to its last, as wrapped titles run over several."""
    block = [start]
    kazakh = not _RUSSIAN_TITLE.match(passages[start].even)
    for index in group:
        if index <= start:
            continue
        text = passages[index].even
        if index != block[-1] + 1 or grounds().search(text):
            break
        if kazakh and not any(_KAZAKH_TITLE.search(passages[i].even) for i in group if i >= index):
            break
        if not kazakh and not _TITLE_GOES_ON.match(text):
            break
        block.append(index)
    return block
