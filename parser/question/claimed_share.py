"""The line that a claimed share is of, and what has that share: `школы — 67 % расходов на образование`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, read_checking_rows, says_pattern
from parser.question.claimed_denial import without_even
from parser.question.claimed_direction import claim_joint
from parser.question.claimed_subject import Read
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.fillers import is_filler
from parser.question.fractions import asks_whether, is_base, part_whole
from parser.question.question import Question
from parser.question.word_forms import DATIVE, GENITIVE, PLURAL, WORD
from parser.text.folding import fold, sound

_TWO = 2  # words of which each names a line
_GENITIVE_LETTERS = 3  # -ның
_DASH = re.compile(r"\s[—–-]\s|\(")


@dataclass(frozen=True, slots=True)
class ClaimedShare:
    """What has a share, and what that is of.

    Attributes:
        part: what has it; None where that is what was said before, or is not told.
        whole: what it is a share of.
    """

    part: Question | None
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
    own = claim_joint().split(without_even(before) if figure.is_denied else before)[-1]
    said_by, _, told = own.rpartition(":")
    clause = told if said_by else own, claim_joint().split(after)[0]
    for part, whole in _list_cuts(*clause):
        asked = read(part), read(whole)
        if all(map(names_beside_base, asked)):
            return ClaimedShare(*asked)
    alone = _find_whole_alone(*clause, read)
    return None if alone is None else ClaimedShare(None, alone)


def may_be_inside(figure: ClaimedFigure, before: str, after: str, read: Read) -> bool:
    """Whether a share may be that of a line, or of something inside it: `67 % расходов на культуру`.

    Args:
        figure: what is claimed.
        before: what stands before the figure.
        after: and what stands behind it.
        read: reads what a text asks.
    """
    if figure.kind is not FigureKind.SHARE or names_beside_base(read(claim_joint().split(before)[-1])):
        return False
    named = _of_money().match(claim_joint().split(after)[0])
    return named is not None and bool(named["base"] and named["purpose"])


def _list_cuts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """A clause in what has the share and what that is of, in all ways it may be meant."""
    said = list(WORD.finditer(before))
    if _is_genitive(said):
        yield from _list_kazakh_cuts(before, after, said)
        return
    if _of().match(before):  # из расходов на образование 67 % идёт на школы
        yield after, before
        return
    if _follows_base(after):
        yield before, after
    parted = None if said else part_whole(after)
    if parted is not None:  # половина образования уходит на школы
        yield parted[1], parted[0]
    base = next((word for word in said if is_base(fold(word.group()))), None)
    if base is not None:  # доля школ в расходах на образование 67 %
        yield before[: base.start()], before[base.end() :]


def _list_kazakh_cuts(before: str, after: str, said: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """The same before a share whose whole stands right before it: `білім беру шығындарының 67 пайызы`.

    Where the form of no word tells where that begins, nothing is cut: a part of its name is no line.
    """
    if any(DATIVE.search(_spoken(word)) for word in WORD.finditer(after)):  # мектептерге
        yield after, before
    dative = next((word for word in said[:-1] if DATIVE.search(_spoken(word))), None)
    if dative is not None:  # мектептерге білім беру шығындарының 67 пайызы
        yield before[: dative.end()], before[dative.end() :]
    dash = next(_DASH.finditer(before), None)
    if dash is not None:  # мектептер – білім беру шығындарының 67 пайызы
        yield before[: dash.start()], before[dash.end() :]
    if not _is_budget(said[-1]):  # 67 пайызы – мектептер
        yield after, before
    named = next((word for word in said[:-1] if PLURAL.search(_spoken(word))), None)
    if named is None and len(said) == _TWO and asks_whether(after):  # спорт мәдениеттің жартысынан көп пе
        named = said[0]
    if named is not None:  # мектептер білім беру шығындарының 67 %-ын алады
        yield before[: named.end()], before[named.end() :]


def _find_whole_alone(before: str, after: str, read: Read) -> Question | None:
    """What a share is of, where its clause does not tell what has it: `это 67 % расходов на образование`."""
    said = list(WORD.finditer(before))
    points_back = _points_back().search(before) is not None
    if _is_genitive(said):
        if any(DATIVE.search(_spoken(word)) for word in said[:-1]):  # білім беруге қаржының 52 %-ы
            return None
        whole = read(_points_back().sub(" ", before))
        return whole if names_beside_base(whole) and not _is_budget(said[-1]) else None
    named = _of_money().match(after)
    if named is None or names_beside_base(read(before)) or not _follows_base(after):
        return None
    is_told = _of_ending().fullmatch(named["word"]) and not named["purpose"]
    may_be = points_back and (named["source"] or named["base"] or not named["purpose"])
    whole = read(after)
    return whole if (is_told or may_be) and names_beside_base(whole) else None


def _is_genitive(said: Sequence[re.Match[str]]) -> bool:
    return bool(said) and GENITIVE.search(_spoken(said[-1])) is not None


def _is_budget(word: re.Match[str]) -> bool:
    """Whether a Kazakh word is the budget's by itself: `бюджеттің`, but `білім беру бюджетінің`."""
    written = fold(word.group())
    is_owned = _owned().search(written) and written[:-_GENITIVE_LETTERS] not in _bases()
    return is_base(written) and not is_owned


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"{says_pattern(ClaimWord.OWNED_ENDING)}\Z", re.IGNORECASE)


@cache
def _bases() -> frozenset[str]:
    rows = (row for row in read_checking_rows() if row.target("says", ClaimWord) is ClaimWord.BASE)
    return frozenset(row["words"].rstrip("*") for row in rows)


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
        \W* (?: (?P<source> {source} ) \s+ )?
        (?: (?: [^\W\d]+ \s+ )? (?P<base> {base} ) \s+ )?  # от всех расходов
        (?: (?P<purpose> {purpose} ) \s+ )? (?P<word> [^\W\d]+ )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _points_back() -> re.Pattern[str]:
    """What says that a share is of what was said before: `это`, a dash, a bracket."""
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.POINTS_BACK)}|[—–(]|\s-\s", re.IGNORECASE)


@cache
def _of_ending() -> re.Pattern[str]:
    """A noun whose form says that something is of it: `образования`."""
    return re.compile(rf"[^\W\d]{{2,}}{says_pattern(ClaimWord.OF_ENDING)}", re.IGNORECASE)
