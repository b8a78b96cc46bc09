"""What a question asks that no plan holds: who, when, where, how many, whose pay, whether it was done.

A council's decision says what money is for. A question may name a line and yet ask something else of it:
`кто ремонтирует дороги`, `сколько школ в городе`. The words that do so are in `locales/beyond_plan.*.tsv`;
there too what only looks alike and is in the decisions: `когда изменили`, `кто тратит больше всех`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from parser.question.intents import Unheld
from parser.question.question import Token
from parser.records import Language
from parser.text.folding import sound
from parser.text.word_lists import ListRow, WordListError, read_list

BEYOND_PLAN_COLUMNS = ("phrase", "asks", "example")
_MOST_BETWEEN = 4  # words between two of a phrase
_ANY = "*"
_ORDER = tuple(Unheld)  # of several things asked the first is answered
# What may be asked of money as well: `кто за это платит`, `когда построят и сколько выделили`.
_ABOUT_MONEY = frozenset({Unheld.PERSON, Unheld.PLACE, Unheld.TIME})
_OF_THINGS = frozenset({Unheld.COUNT, Unheld.PAY})  # what is asked of the very word that asks


class RowRole(StrEnum):
    """What a row of the lists is for that asks nothing itself."""

    HELD = "held"  # looks like a question beyond the plan, and the decisions answer it
    BETWEEN = "between"  # stands between the words of a phrase: сколько `у нас` школ
    MONEY = "money"  # asks of money besides who, when or where: когда построят и есть ли `деньги`


@dataclass(frozen=True, slots=True)
class BeyondPlan:
    """What a message asks beyond the plan; which of its words only ask it: they name no line."""

    asked: Unheld | None = None
    marks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _PhraseWord:
    """A word of a phrase, as it sounds."""

    sound: str
    length: int  # as it is written
    opened: bool  # at its beginning: `*ға` is any word that ends so
    open: bool  # at its end: `школ*` is any word that begins so
    names: bool  # in brackets: it still names what is asked about

    def fits(self, token: Token) -> bool:
        """Whether a typed word is this one."""
        if self.opened and self.open:
            return True
        if self.opened:
            return token.sound.endswith(self.sound)
        if self.open:
            return token.sound.startswith(self.sound)
        # киім sounds like кім and is longer.
        return token.sound == self.sound and (token.folded.isascii() or len(token.folded) == self.length)


@dataclass(frozen=True, slots=True)
class _AskingPhrase:
    words: tuple[_PhraseWord, ...]
    asks: Unheld | RowRole


@dataclass(frozen=True, slots=True)
class _FoundPhrase:
    phrase: _AskingPhrase
    positions: tuple[int, ...]

    @property
    def asking(self) -> Iterator[int]:
        """Where its words stand that only ask."""
        words = zip(self.phrase.words, self.positions, strict=True)
        return (position for word, position in words if not word.names)


def find_beyond_plan(tokens: Sequence[Token]) -> BeyondPlan:
    """What a message's words ask that no plan holds.

    Of two phrases that share a word the longer one says what is meant, and of equals the one that
    decisions answer: `кто тратит` is longer than `кто`.

    Args:
        tokens: the words, with those marked that name nothing.
    """
    phrases = _load_phrases()
    found = [match for start in range(len(tokens)) for match in phrases.match_at(tokens, start)]
    found.sort(key=lambda match: (-len(match.positions), match.phrase.asks is not RowRole.HELD))
    taken: set[int] = set()
    kept: list[_FoundPhrase] = []
    for match in found:
        if taken.isdisjoint(match.positions):
            taken.update(match.positions)
            kept.append(match)
    told = [(match, match.phrase.asks) for match in kept if isinstance(match.phrase.asks, Unheld)]
    if not told:
        return BeyondPlan()
    asks_money = any(match.phrase.asks is RowRole.MONEY for match in kept)
    if asks_money and _ABOUT_MONEY.issuperset(asks for _, asks in told):
        return BeyondPlan()
    marks = {position for match, _ in told for position in match.asking}
    asked_of = {position for match, _ in told for position in match.positions} - marks
    asked = min((asks for _, asks in told), key=_ORDER.index)  # `кто подрядчик` asks for no other person
    # `кто строит` names no line by itself; `сколько школ` does.
    naming = {number for number, token in enumerate(tokens) if not token.filler}
    if asked not in _OF_THINGS and naming - marks <= asked_of:
        marks |= asked_of
    return BeyondPlan(asked, frozenset(marks))


def read_beyond_plan_rows() -> tuple[ListRow, ...]:
    """The rows of both languages."""
    return tuple(
        row for language in Language for row in read_list(f"beyond_plan.{language}.tsv", BEYOND_PLAN_COLUMNS)
    )


@dataclass(frozen=True, slots=True)
class _AskingPhrases:
    by_first: Mapping[str, Sequence[_AskingPhrase]]  # those whose first word is no beginning, by its sound
    others: Sequence[_AskingPhrase]
    between: frozenset[str]

    def match_at(self, tokens: Sequence[Token], start: int) -> Iterator[_FoundPhrase]:
        """The phrases that begin with a word."""
        for phrase in (*self.by_first.get(tokens[start].sound, ()), *self.others):
            if phrase.words[0].fits(tokens[start]):
                positions = self._follow(phrase.words, tokens, start)
                if positions is not None:
                    yield _FoundPhrase(phrase, positions)

    def _follow(
        self, words: Sequence[_PhraseWord], tokens: Sequence[Token], start: int
    ) -> tuple[int, ...] | None:
        """Where a phrase's words stand from its first one on; None where one is missing."""
        positions = [start]
        for word in words[1:]:
            position = positions[-1] + 1
            last = min(position + _MOST_BETWEEN, len(tokens) - 1)
            while position <= last and not word.fits(tokens[position]):
                if tokens[position].sound not in self.between:
                    return None
                position += 1
            if position > last:
                return None
            positions.append(position)
        return tuple(positions)


@cache
def _load_phrases() -> _AskingPhrases:
    by_first = defaultdict[str, list[_AskingPhrase]](list)
    others: list[_AskingPhrase] = []
    between: set[str] = set()
    for row in read_beyond_plan_rows():
        asks = _asks(row)
        phrase = _AskingPhrase(tuple(map(_read_word, row["phrase"].split())), asks)
        first = phrase.words[0]
        if asks is RowRole.BETWEEN:
            between.add(first.sound)
        elif first.opened or first.open:
            others.append(phrase)
        else:
            by_first[first.sound].append(phrase)
    return _AskingPhrases(by_first, others, frozenset(between))


def _asks(row: ListRow) -> Unheld | RowRole:
    try:
        return row.target("asks", RowRole)
    except WordListError:
        return row.target("asks", Unheld)


def _read_word(written: str) -> _PhraseWord:
    said = written.strip("()")
    names = said != written
    letters = said.strip(_ANY)
    return _PhraseWord(sound(letters), len(letters), said.startswith(_ANY), said.endswith(_ANY), names)
