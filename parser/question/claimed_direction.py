"""Which way a claimed change goes, what only bounds a figure, and which sign a balance is said to have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.question.asking_words import load_asking_words, says_in
from parser.question.asks import CHANGES, Asks
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.fractions import ShareBound, is_base
from parser.question.intents import Direction
from parser.question.winners import find_given_more
from parser.question.word_forms import ABLATIVE
from parser.records import Language
from parser.text.folding import sound, sounds, words

_NEAR = 3  # words before a verb of taking, one of which says from what


class Balance(StrEnum):
    """What a budget's balance is said to be."""

    DEFICIT = "below"
    SURPLUS = "above"


def find_claimed_direction(before: str, after: str, *, compares: bool) -> tuple[Direction | None, bool]:
    """Whether the words around a figure say that something rose or fell, and that it changed at all.

    Where both are said it is what the clause of the figure says: `доходы выросли, а расходы упали на 2 млрд`.

    Args:
        before: the words before the figure.
        after: those behind it.
        compares: whether `больше` and `меньше` say it, too.
    """
    found, changes = _list_directions(f"{before} {after}", compares=compares)
    clause = f"{claim_joint().split(before)[-1]} {claim_joint().split(after)[0]}"
    own, own_changes = _list_directions(clause, compares=compares)
    if changes and not own_changes and _gives(clause):
        return None, False  # зарплаты растут, на школы дали 8,4 млрд
    if len(found) > 1:
        found = own
    return found[0] if len(found) == 1 else None, changes


def find_balance(text: str) -> Balance | None:
    """What a text says that a balance is; None where it says neither, or both as the line's own name does."""
    found = [balance for balance, pattern in _balances() if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def find_claimed_bound(before: str, after: str) -> tuple[str, str]:
    """The words right before and behind a figure that only bound it: `не больше` of `не больше 9 млрд`."""
    ahead, behind = _bound_before().search(before), _bound_behind().match(after)
    return ahead[0].strip() if ahead else "", behind[0].strip() if behind else ""


def find_bounded_side(ahead: str, behind: str) -> ShareBound | None:
    """On which side of a figure that is which the words around it bound: `меньше` of `меньше 80 %`.

    A verb that denies that so much was given, `не дали 40 %`, bounds nothing.

    >>> find_bounded_side("не больше", "").value
    'under'

    Args:
        ahead: the words right before the figure that bound it, perhaps none.
        behind: those right behind it.
    """
    if not ahead:
        found = _sides_behind().match(behind)
    else:
        found = None if _gives(ahead) else _sides_before().match(ahead)
    if found is None:
        return None
    return ShareBound.OVER if found["over"] else ShareBound.UNDER


def find_bound_of_change(before: str, after: str) -> tuple[str, str]:
    """The same of a change: `больше чем на` of `больше чем на 5 %`, but not of `больше на 5 %`.

    So of how many times as much: `более чем в` of `более чем в 3 раза`.
    """
    ahead = _bound_by().search(before)
    is_bound = ahead is not None and (ahead["than"] or len(ahead["bound"].split()) > 1)
    return ahead[0].strip() if ahead and is_bound else "", find_claimed_bound("", after)[1]


def _list_directions(text: str, *, compares: bool) -> tuple[list[Direction], bool]:
    asking, spoken = load_asking_words(), list(sounds(text))
    given = {word for word in spoken if not compares and asking.says(word, Asks.GIVES)}  # перепало 24 млн
    rises = (Asks.RISE, Asks.ADD, *((Asks.MORE, Asks.EXCEEDS) if compares else ()))
    cuts = (Asks.CUT, Asks.REMOVE, Asks.VANISH, *((Asks.LESS,) if compares else ()))
    heard = asking.hear(spoken)
    found = [
        direction
        for direction, asks in ((Direction.RISES, rises), (Direction.CUTS, cuts))
        if any(
            word not in given
            and (asking.says(word, *asks) or any(heard.says_together(before, word, each) for each in asks))
            for before, word in pairwise(["", *spoken])
        )
    ]
    if Direction.CUTS not in found and (says_whole(ClaimWord.CUTS).search(text) or _takes_from(text)):
        found = [*found, Direction.CUTS]
    if not found and find_given_more(spoken, heard):  # дали ещё
        found = [Direction.RISES]
    changes = any(asking.says(word, *CHANGES) for word in spoken if word not in given)
    return found, bool(found) or changes


def _gives(text: str) -> bool:
    """Whether something is said to be given, which is an amount by itself."""
    asking = load_asking_words()
    return any(asking.says(word, Asks.GIVES) for word in sounds(text))


def compares_first(text: str) -> bool:
    """Whether the first word of a text says that something is more or less, or became so: ` көп бөлінді`."""
    asks = (Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.RISE, Asks.ADD, Asks.CUT, Asks.REMOVE)
    return load_asking_words().says(next(iter(sounds(text)), ""), *asks)


def is_more_by(after: str) -> bool:
    """Whether the word right behind a figure says in Kazakh that it is by so much: `1,2 млрд артық бөлінеді`.

    Args:
        after: what stands behind the figure.
    """
    following, *_ = [*sounds(after), ""]
    says = load_asking_words().says(following, Asks.MORE, Asks.LESS) and says_in(Language.KK, following)
    return says and after.lstrip()[:1].isalpha()


def is_set_against(before: str, after: str) -> bool:
    """Whether a figure says by how much more, in Kazakh without an ending: `жолға қарағанда 2 млрд көп`.

    Args:
        before: what stands before the figure.
        after: and what stands behind it.
    """
    following = next(iter(sounds(after)), "")
    if not load_asking_words().says(following, Asks.MORE, Asks.LESS) or not says_in(Language.KK, following):
        return False
    last = next(iter(reversed(list(sounds(before)))), "")
    return says_whole(ClaimWord.THAN_FOLLOWS).search(before) is not None or ABLATIVE.search(last) is not None


def stands_against(before: str, after: str) -> bool:
    """Whether something stands right beside `больше` that a figure is counted from, without a word for that.

    `в 2 раза больше Тараза`, `Тараздан 2 есе көп`

    Args:
        before: what stands before the figure.
        after: and what stands behind it.
    """
    if not compares_first(after):
        return False
    following = list(sounds(claim_joint().split(after)[0]))[1:]
    last = next(iter(reversed(list(sounds(before)))), "")
    return bool(following) or ABLATIVE.search(last) is not None


def _takes_from(text: str) -> bool:
    """Whether something is taken from what a Kazakh text names: `мектептен алды`, but `бюджеттен алды`."""
    verb = says_whole(ClaimWord.CUTS_FROM).search(text)
    said = list(words(text[: verb.start()]))[-_NEAR:] if verb else []
    return any(ABLATIVE.search(sound(word)) and not is_base(word) for word in said)


@cache
def claim_joint() -> re.Pattern[str]:
    """What parts the pieces of a sentence: `на школы 5 млрд, а на дороги 2 млрд`."""
    return re.compile(rf"[,;]\s|\s{says_pattern(ClaimWord.JOINS)}\s", re.IGNORECASE)


@cache
def _bound_before() -> re.Pattern[str]:
    than = says_pattern(ClaimWord.THAN)
    return re.compile(rf"(?<!\w)(?:{_bounding(_BOUNDS)})(?:,?\s+{than})?\s+\Z", re.IGNORECASE)


@cache
def _sides_before() -> re.Pattern[str]:
    return _sides((Asks.AT_LEAST, Asks.MORE_THAN), (Asks.AT_MOST, Asks.LESS_THAN))


@cache
def _sides_behind() -> re.Pattern[str]:
    """The same behind a figure, those that deny before what they deny: `көп емес`."""
    at_most, under = _bounding((Asks.AT_MOST_FOLLOWS,)), _bounding((Asks.LESS_THAN_FOLLOWS,))
    over = _bounding((Asks.AT_LEAST_FOLLOWS, Asks.MORE_THAN_FOLLOWS))
    return re.compile(rf"(?:{at_most})(?!\w)|(?P<over>{over})(?!\w)|(?:{under})(?!\w)", re.IGNORECASE)


def _sides(over: Iterable[Asks], under: Iterable[Asks]) -> re.Pattern[str]:
    return re.compile(rf"(?P<over>{_bounding(over)})(?!\w)|(?:{_bounding(under)})(?!\w)", re.IGNORECASE)


@cache
def _bound_by() -> re.Pattern[str]:
    by, than = (
        f"(?:{says_pattern(ClaimWord.BY)}|{says_pattern(ClaimWord.INTO)})",
        says_pattern(ClaimWord.THAN),
    )
    return re.compile(
        rf"(?<!\w)(?P<bound>{_bounding(_BOUNDS)})(?P<than>\s+{than})?\s+{by}\s+\Z", re.IGNORECASE
    )


@cache
def _bound_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_bounding(_BOUNDS_BEHIND)})(?!\w)", re.IGNORECASE)


def _bounding(bounds: Iterable[Asks]) -> str:
    return "|".join(map(load_asking_words().pattern, bounds))


_BOUNDS = (Asks.MORE_THAN, Asks.LESS_THAN, Asks.AT_LEAST, Asks.AT_MOST)
_BOUNDS_BEHIND = (  # the longer ones first: `кем емес` is not `кем`
    Asks.AT_LEAST_FOLLOWS,
    Asks.AT_MOST_FOLLOWS,
    Asks.MORE_THAN_FOLLOWS,
    Asks.LESS_THAN_FOLLOWS,
)


@cache
def _balances() -> tuple[tuple[Balance, re.Pattern[str]], ...]:
    says = {Balance.DEFICIT: ClaimWord.DEFICIT, Balance.SURPLUS: ClaimWord.SURPLUS}
    return tuple(
        (balance, re.compile(rf"(?<!\w){says_pattern(word)}(?!\w)", re.IGNORECASE))
        for balance, word in says.items()
    )
