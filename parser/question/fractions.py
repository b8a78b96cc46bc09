"""Shares in words: `больше половины бюджета`, `әрбір үшінші теңге` (`locales/fractions.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import listed_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bound_by import names_one
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.fillers import is_filler
from parser.question.said_amounts import FRACTION_COLUMNS
from parser.question.superlatives import is_spent
from parser.question.word_forms import ABLATIVE_ENDING, DATIVE, DATIVE_ENDING, GENITIVE, WORD
from parser.records import Language
from parser.text.folding import fold, sound, sounds
from parser.text.word_lists import ListRow, any_in_either_case, pattern_of, read_list

_DASH = re.compile(r"\s[—–-]\s")
_GENITIVE_OF_MANY = re.compile("[ldt][ae]rdin$")
_OF_MANY = re.compile("(?:[oe]v|ih)$")  # the genitive of what is counted: садиков
_EXACT = "exact"  # a row that says the share itself


class ShareBound(StrEnum):
    """On which side of a share in words the share that is meant lies: `больше половины`, `большая часть`."""

    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class SaidFraction:
    """A share that stands somewhere in a text, as it was said, and how much it is."""

    text: str
    start: int
    end: int
    value: Fraction
    bound: ShareBound | None = None


def find_fractions(text: str) -> Iterator[SaidFraction]:
    """The shares of a text in words: of what whole it says, that something grew so, or of all there is.

    >>> [(said.text, said.value) for said in find_fractions("на школы идёт больше трети бюджета")]
    [('больше трети', Fraction(1, 3))]
    """
    of_whole = names_base(text)
    for match in _fractions().finditer(text):
        row = _find_row(match["fraction"])
        bound = _read_bound(match, row)
        meant = of_whole or _is_change(text, match) or _stands_alone(text, match, row)
        told = bound is not None or asks_whether(text) or _is_held(text, match)
        beside = told and _is_of_another(text, match, row)
        if not (meant or beside):
            continue  # `половину школ закрыли`
        value = Fraction(row.integer("numerator"), row.integer("denominator"))
        yield SaidFraction(" ".join(match[0].split()), *match.span(), value, bound)


def _is_change(text: str, match: re.Match[str]) -> bool:
    """Whether something is said to have changed by a share: `вырос на треть`, `үштен бірге өсті`."""
    is_by = _by_before().search(text, 0, match.start("fraction")) or _by_glued().match(match["fraction"])
    if not (is_by or DATIVE_ENDING.search(sounds(match["fraction"])[-1])):
        return _is_cut_off(text, match)
    return any(map(load_asking_words().asks_change, sounds(text)))


def _is_cut_off(text: str, match: re.Match[str]) -> bool:
    """Whether a share of money is said to be cut: `мәдениеттің үштен бірі қысқарды`, `треть спорта урезали`.

    Of what is counted, `мектептердің жартысы`, `половину школ`, it may be the things themselves.
    """
    asking, spoken = load_asking_words(), list(sounds(text[match.end() :]))
    cuts = any(asking.says(word, Asks.CUT) for word in spoken)
    owner = next(iter(reversed(list(sounds(text[: match.start()])))), "")
    if GENITIVE.search(owner):
        return cuts and not _GENITIVE_OF_MANY.search(owner)
    behind = _noun_behind().match(text, match.end())
    if not cuts or behind is None or _of_ending().fullmatch(behind["word"]) is None:
        return False
    return not _OF_MANY.search(sound(behind["word"].casefold()))


def _stands_alone(text: str, match: re.Match[str], row: ListRow) -> bool:
    """Whether a share is of nothing that is named beside it: `на школы — треть`, `мектепке үштен бірі`."""
    if row.target("language", Language) is Language.KK:
        last = next(iter(reversed(list(sounds(text[: match.start()])))), "")
        return row["words"].endswith("*") and not GENITIVE.search(last)  # `мектептердің жартысы жабылды`
    behind = _noun_behind().match(text, match.end())
    if behind is None:
        return True
    asking, word = load_asking_words(), sound(behind["word"].casefold())
    said = (Asks.GIVES, Asks.SPENDS, Asks.NOW)
    return is_filler(fold(behind["word"]), word) or asking.says(word, *said)


def _is_of_another(text: str, match: re.Match[str], row: ListRow) -> bool:
    """Whether one thing is named beside a share, and another one that it is of.

    `школы больше половины образования`, `половина образования — школы`. But
    `больше половины школ закрыли` says nothing of what has that share.
    """
    ahead, behind = text[: match.start()], text[match.end() :]
    if row.target("language", Language) is Language.KK:  # мектептер білімнің жартысынан көп
        words = list(WORD.finditer(ahead))
        owned = bool(words) and GENITIVE.search(sound(words[-1].group().casefold())) is not None
        return owned and (names_one(ahead[: words[-1].start()]) or part_dative(behind) is not None)
    if _noun_behind().match(behind) is None:
        return False
    parted = part_whole(behind)  # половина образования это школы?
    return names_one(ahead) or (parted is not None and all(map(names_one, parted)))


def _is_held(text: str, match: re.Match[str]) -> bool:
    """Whether a share is said to be something, or to be held by it: `школы — половина образования`."""
    ahead, behind = text[: match.start()], text[match.end() :]
    return any(pattern.search(ahead) for pattern in (_held_ahead(), _equals_ahead())) or any(
        pattern.search(behind) for pattern in (_held_behind(), _equals_behind())
    )


def part_whole(behind: str) -> tuple[str, str] | None:
    """What stands behind a share, in what that is of and what has it: `образования уходит на школы`."""
    for word in WORD.finditer(behind):
        if is_spent(sound(word.group().casefold())) or _points_back().fullmatch(word.group()):
            return behind[: word.start()], behind[word.end() :]
    dash = _DASH.search(behind)
    return (behind[: dash.start()], behind[dash.end() :]) if dash else None


def part_dative(behind: str) -> str | None:
    """What stands behind a Kazakh share and is said to get it: `білімнің жартысы | мектептерге кетеді`."""
    return behind if any(DATIVE.search(sound(word.casefold())) for word in WORD.findall(behind)) else None


def asks_whether(text: str) -> bool:
    """Whether a text asks if something is so: `школы это половина образования?`, `занимает ли`, `кете ме`."""
    return text.rstrip().endswith("?") or says_whole(ClaimWord.ASKS).search(text) is not None


def names_base(text: str) -> bool:
    """Whether a text names the whole that a share may be of: `бюджета`, `всех денег`."""
    return says_whole(ClaimWord.BASE).search(text) is not None


def is_base(folded: str) -> bool:
    """Whether a word names it."""
    return says_whole(ClaimWord.BASE).fullmatch(folded) is not None


@cache
def read_fraction_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("fractions.tsv", FRACTION_COLUMNS)


def _find_row(said: str) -> ListRow:
    """The row that a share is said by, the longest that fits."""
    rows = sorted(read_fraction_rows(), key=lambda row: -len(row["words"]))
    return next(row for row in rows if re.fullmatch(pattern_of(row["words"]), said, re.IGNORECASE))


def _read_bound(match: re.Match[str], row: ListRow) -> ShareBound | None:
    """On which side a share is: `не больше` is no more than it."""
    compared = ABLATIVE_ENDING.search(sounds(match["fraction"])[-1]) is not None  # жартысынан көп
    if match["over"] or (compared and match["over_behind"]):
        return ShareBound.OVER
    if match["under"] or (compared and match["under_behind"]):
        return ShareBound.UNDER
    return None if row["bound"] == _EXACT else row.target("bound", ShareBound)


def _list_fractions() -> tuple[str, ...]:
    """The words of all shares."""
    return tuple(row["words"] for row in read_fraction_rows())


@listed_pattern(_list_fractions)
def _fractions() -> re.Pattern[str]:
    """A share in words, with what says that it is more or less than that."""
    pattern = load_asking_words().pattern
    negated, more, less = map(pattern, (Asks.REACHES_NOT, Asks.MORE_THAN, Asks.LESS_THAN))
    words = any_in_either_case(_list_fractions())
    return re.compile(
        rf"""
        (?<!\w) (?: (?: (?P<over> {pattern(Asks.AT_LEAST)} | {negated} \s+ {less} | {more} )
          | (?P<under> {pattern(Asks.AT_MOST)} | {negated} \s+ {more} | {less} )
          | {pattern(Asks.ABOUT)} ) (?: \s+ {says_pattern(ClaimWord.ASKS)} )? \s+ )?  # больше ли половины
        (?P<fraction> {words} ) (?!\w)  # не меньше половины
        (?: \s+ (?: (?P<over_behind> {pattern(Asks.MORE_THAN_FOLLOWS)} )
          | (?P<under_behind> {pattern(Asks.LESS_THAN_FOLLOWS)} ) ) (?!\w) )?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _noun_behind() -> re.Pattern[str]:
    """What is counted in shares, right behind one: `половину школ`, but not `половину на школы`."""
    begins = "|".join(map(says_pattern, (ClaimWord.BEHIND, ClaimWord.JOINS, ClaimWord.POINTS_BACK)))
    return re.compile(rf"\s+(?!(?:{begins})(?!\w))(?P<word>[^\W\d]+)", re.IGNORECASE)


@cache
def _points_back() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.POINTS_BACK), re.IGNORECASE)


@cache
def _of_ending() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d]{{2,}}{says_pattern(ClaimWord.OF_ENDING)}", re.IGNORECASE)


@cache
def _held_ahead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.HOLDS)}\s+\Z", re.IGNORECASE)


@cache
def _held_behind() -> re.Pattern[str]:
    return re.compile(rf"\A\s+{says_pattern(ClaimWord.HOLDS)}(?!\w)", re.IGNORECASE)


@cache
def _equals_ahead() -> re.Pattern[str]:
    return re.compile(rf"(?:[—–]|\s-|(?<!\w){says_pattern(ClaimWord.POINTS_BACK)})\s+\Z", re.IGNORECASE)


@cache
def _equals_behind() -> re.Pattern[str]:
    """A dash behind a word: `половина образования — школы`."""
    return re.compile(rf"\A\s+[^\W\d]+\s+(?:[—–-]|{says_pattern(ClaimWord.POINTS_BACK)})\s", re.IGNORECASE)


@cache
def _by_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.BY)}\s+\Z", re.IGNORECASE)


@cache
def _by_glued() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.BY), re.IGNORECASE)
