"""Money that is said to have gone from one line to another: `дороги урезали ради школ`.

No decision says where a cut went. What can be told is how each of the two lines changed. The words that say
it are in `locales/moved_money.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import chain

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.intents import Frame, Intent, Relation
from parser.question.question import Question
from parser.question.word_forms import ABLATIVE, DATIVE
from parser.text.folding import sound, sounds
from parser.text.word_lists import ListRow, any_of, read_list

MOVED_COLUMNS = ("says", "language", "words", "example")
_OBJECT = re.compile("...[dtn]i$")  # жолдарды, as it sounds
_WORD = re.compile(r"[^\W\d]+")


class MoveWord(StrEnum):
    """What words say of money that moves: the column `says` of the list."""

    FOR_SAKE = "for-sake"  # before what it goes to, beside a word of change: ради
    FOR_SAKE_FOLLOWS = "for-sake-follows"  # the same behind it
    MOVES = "moves"  # the verb, beside from where and to where
    AT_COST = "at-cost"  # before where it comes from, beside a word of change: за счёт
    AT_COST_FOLLOWS = "at-cost-follows"  # the same behind it
    FUNDS = "funds"  # money itself: what is paid out of it takes from no line
    FROM = "from"  # before where it comes from, beside such a verb
    ONTO = "onto"  # before what it goes to


@dataclass(frozen=True, slots=True)
class MovedMoney:
    """The words for where money is said to come from, and for what it is said to go to."""

    source: str
    target: str


def find_moved(text: str) -> Iterator[MovedMoney]:
    """Where money is said to come from and to go to, in all ways a text may say so.

    >>> next(find_moved("дороги урезали ради школ"))
    MovedMoney(source='дороги урезали', target='школ')
    """
    ways = [_find_between(_moves().sub(" ", text))] if _moves().search(text) else []
    if any(load_asking_words().asks_change(word) for word in sounds(text)):
        ways.append(_find_for_sake(text))
    for moved in chain.from_iterable(ways):
        yield MovedMoney(moved.source.strip(), moved.target.strip())


def read_moved(question: Question, read: Callable[[str], Question]) -> Question | None:
    """A question of how two lines changed between which money is said to have moved; None for any other.

    Args:
        question: the message.
        read: reads a text that names one line.
    """
    for moved in find_moved(question.text):
        parts = (read(moved.source), read(moved.target))
        named = all(part.means_line for part in parts)
        if named and parts[0].words != parts[1].words and not _funds().search(moved.source):
            frame = Frame(Intent.CHANGE, moved=True)
            return replace(question, parts=parts, relation=Relation.COMPARED, frame=frame, exclusions=())
    return None


def _find_between(text: str) -> Iterator[MovedMoney]:
    """`с дорог на школы`; `жолдардан мектептерге`."""
    match = _from_onto().search(text)
    if match:
        yield MovedMoney(match["source"], match["target"])
    found = list(_WORD.finditer(text))
    source = next((word for word in found if ABLATIVE.search(sound(word.group().casefold()))), None)
    later = (word for word in found if source and word.start() > source.start())
    target = next((word for word in later if DATIVE.search(sound(word.group().casefold()))), None)
    if source and target:
        yield MovedMoney(text[: source.end()], text[source.end() : target.end()])


def _find_for_sake(text: str) -> Iterator[MovedMoney]:
    """`дороги урезали ради школ`; `жолдарды мектеп үшін қысқартты`; `школы выросли за счёт дорог`."""
    for pattern, is_target in ((_before(MoveWord.FOR_SAKE), True), (_before(MoveWord.AT_COST), False)):
        match = pattern.search(text)
        if match:
            named, other = text[match.end() :], text[: match.start()]
            if not any(map(str.isalnum, other)):  # ради школ урезали дороги
                named, other = _cut_changed(named)
            yield MovedMoney(other, named) if is_target else MovedMoney(named, other)
    for says, is_target in ((MoveWord.FOR_SAKE_FOLLOWS, True), (MoveWord.AT_COST_FOLLOWS, False)):
        match = _before(says).search(text)
        if match:
            named, other = _cut_object(text[: match.start()], text[match.end() :])
            yield MovedMoney(other, named) if is_target else MovedMoney(named, other)


def _cut_changed(text: str) -> tuple[str, str]:
    """What stands before the word of change, and what stands behind it."""
    asking = load_asking_words()
    changing = (word for word in _WORD.finditer(text) if asking.asks_change(sound(word.group().casefold())))
    verb = next(changing, None)
    return (text[: verb.start()], text[verb.start() :]) if verb else (text, "")


def _cut_object(before: str, after: str) -> tuple[str, str]:
    """What stands right before `үшін`, and the rest: `жолдарды` ends there in `жолдарды мектеп үшін`."""
    objects = [word for word in _WORD.finditer(before) if _OBJECT.search(sound(word.group().casefold()))]
    end = objects[-1].end() if objects else 0
    return before[end:], f"{before[:end]} {after}"


def read_move_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("moved_money.tsv", MOVED_COLUMNS)


def _words(says: MoveWord) -> str:
    return any_of(row["words"] for row in read_move_rows() if row.target("says", MoveWord) is says)


@cache
def _moves() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(MoveWord.MOVES)}(?!\w)", re.IGNORECASE)


@cache
def _funds() -> re.Pattern[str]:
    """What money is and no line that loses some: `за счёт трансфертов` is a part of names."""
    return re.compile(rf"(?<!\w){_words(MoveWord.FUNDS)}(?!\w)", re.IGNORECASE)


@cache
def _before(says: MoveWord) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(says)}(?!\w)", re.IGNORECASE)


@cache
def _from_onto() -> re.Pattern[str]:
    source, target = _words(MoveWord.FROM), _words(MoveWord.ONTO)
    clause = r"[^,.;!?]"
    return re.compile(
        rf"""
        (?<!\w) {source} \s+ (?P<source> {clause}+? )
        \s+ {target} \s+ (?P<target> {clause}+ )  # с дорог на школы
        """,
        re.IGNORECASE | re.VERBOSE,
    )
