"""The line that a claimed share is of, and what has that share: `школы — 67 % расходов на образование`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_subject import Read
from parser.question.cut_by_form import DATIVE, WORD
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fillers import is_filler
from parser.question.fractions import is_base
from parser.question.question import Question
from parser.text.folding import fold, sound

_GENITIVE = re.compile(r"...[dtn]in$")  # of a Kazakh word as it sounds: шығындарының


@dataclass(frozen=True, slots=True)
class ClaimedShare:
    """What has a share, and what that is of."""

    part: Question
    whole: Question


def find_share(figure: ClaimedFigure, before: str, after: str, read: Read) -> ClaimedShare | None:
    """What a share is of, where a line is named for it; None where it is of the budget, or is no share.

    Args:
        figure: what is claimed.
        before: what stands before the figure; only its clause counts.
        after: and what stands behind it.
        read: reads what a text asks.
    """
    if figure.kind is not FigureKind.SHARE:
        return None
    said_by, _, told = claim_joint().split(before)[-1].rpartition(":")
    clause = told if said_by else claim_joint().split(before)[-1], claim_joint().split(after)[0]
    for part, whole in _list_cuts(*clause):
        asked = read(part), read(whole)
        if all(map(names_beside_base, asked)):
            return ClaimedShare(*asked)
    return None


def _list_cuts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """A clause in what has the share and what that is of, in all ways it may be meant."""
    said = list(WORD.finditer(before))
    if said and _GENITIVE.search(_spoken(said[-1])):  # білім беру шығындарының 67 пайызы мектептерге
        if any(DATIVE.search(_spoken(word)) for word in WORD.finditer(after)):
            yield after, before
        dative = next((word for word in said[:-1] if DATIVE.search(_spoken(word))), said[0])
        yield before[: dative.end()], before[dative.end() :]
        return
    if _of().match(before):  # из расходов на образование 67 % идёт на школы
        yield after, before
        return
    if _follows_base(after):
        yield before, after
    base = next((word for word in said if is_base(fold(word.group()))), None)
    if base is not None:  # доля школ в расходах на образование 67 %
        yield before[: base.start()], before[base.end() :]


def _follows_base(after: str) -> bool:
    """Whether a line's name stands right behind: `расходов на образование`, but `бюджета уходит на школы`."""
    named = _of_money().match(after)
    word = named["word"] if named else ""
    return bool(word) and not is_filler(fold(word), sound(word.casefold()))


def _spoken(word: re.Match[str]) -> str:
    return sound(word.group().casefold())


def names_beside_base(question: Question) -> bool:
    """Whether a text names more than money, or the whole budget."""
    asking, wholes = load_asking_words(), (Asks.OF_RECEIPTS, Asks.OF_SPENDING, Asks.WHOLE)
    return question.means_line and any(
        not (token.filler or asking.says(token.sound, *wholes) or is_base(token.folded))
        for token in question.tokens
    )


@cache
def _of() -> re.Pattern[str]:
    """What begins with what a share is of: `из расходов на образование`."""
    source = f"(?:{says_pattern(ClaimWord.ENDS)}|{says_pattern(ClaimWord.RANGE_FROM)})"
    return re.compile(rf"\W*{source}\s", re.IGNORECASE)


@cache
def _of_money() -> re.Pattern[str]:
    """What stands right behind a share up to the name of what it is of: `от расходов на образование`."""
    source, purpose, base = map(says_pattern, (ClaimWord.RANGE_FROM, ClaimWord.BEHIND, ClaimWord.BASE))
    return re.compile(
        rf"""
        \W* (?: {source} \s+ )? (?: (?: [^\W\d]+ \s+ )? {base} \s+ )?  # от всех расходов
        (?: {purpose} \s+ )? (?P<word> [^\W\d]+ )
        """,
        re.IGNORECASE | re.VERBOSE,
    )
