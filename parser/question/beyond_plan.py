"""What a question asks that no plan holds: who, when, where, how many, whose pay, whether it was done, why.

A council's decision says what money is for. A question may name a line and yet ask something else of it:
`кто ремонтирует дороги`, `сколько школ в городе`. The phrases that do so are in `locales/beyond_plan.*.tsv`,
most of them forms: a question word, and a kind of words beside it (`word_patterns.py`). There too is what
only looks alike and is in the decisions: `когда изменили`, `кто тратит больше всех`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.dataclass import dataclass, replace
from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.intents import Unheld
from parser.question.question import Token
from parser.question.telling import find_done_to_budget
from parser.question.winners import find_moved_together
from parser.question.word_patterns import FoundPhrase, PhraseNaming, Phrases
from parser.records import Language
from parser.text.word_lists import ListRow, WordListError, read_list

BEYOND_PLAN_COLUMNS = ("phrase", "asks", "example")
_ORDER = tuple(Unheld)  # of several things asked the first is answered
# What may be asked of money as well: `кто за это платит`, `когда построят и сколько выделили`.
_ABOUT_MONEY = frozenset({Unheld.OFFICE, Unheld.PERSON, Unheld.PLACE, Unheld.TIME})
_TURNED = 3  # words, of which the one that asks how much may stand at the other end
_OF_THINGS = frozenset({Unheld.COUNT, Unheld.PAY})  # what is asked of the very word that asks


class RowRole(StrEnum):
    """What a row of the lists is for that is no question beyond the plan by itself."""

    HELD = "held"  # looks like a question beyond the plan, and the decisions answer it
    TO_COME = "to-come"  # asks when something will change, where `held` asks when it did: когда подорожает
    BETWEEN = "between"  # stands between the words of a phrase: сколько `у нас` школ
    DONE = "done"  # tells that something was done: it asks whether, where nothing else is asked
    HOW_MUCH = "how-much"  # asks an amount: `сколько` потратили, and when it was done matters less
    MONEY = "money"  # asks of money besides who, when or where: когда построят и есть ли `деньги`


@dataclass(frozen=True, slots=True)
class BeyondPlan:
    """What a message asks beyond the plan.

    Attributes:
        asked: what it asks.
        marks: which of its words only ask it: they name no line.
        owed: those that say of whom is owed: they name the lines of a debt, and elsewhere none (`должен`).
    """

    asked: Unheld | None = None
    marks: frozenset[int] = frozenset()
    owed: frozenset[int] = frozenset()


_PREFERRED: Mapping[Unheld | RowRole, int] = {RowRole.TO_COME: 0, RowRole.HELD: 1}  # of equal phrases
_MONEY_ROLES = frozenset({RowRole.MONEY, RowRole.HOW_MUCH})
# What a verb of change has the form of: `построили ли`, `урезали ли`.
_ABOUT_WORK = frozenset({Unheld.EXECUTION, Unheld.SHARED, RowRole.DONE})
_OF_SOMEBODY = frozenset({Unheld.PERSON, Unheld.CONTRACTOR})
_Found = FoundPhrase[Unheld | RowRole]


def find_beyond_plan(tokens: Sequence[Token]) -> BeyondPlan:
    """What a message's words ask that no plan holds.

    Of two phrases that share a word the longer one says what is meant, and of equals the one that
    decisions answer: `кто тратит` is longer than `кто`. What is still to change no decision dates.

    Args:
        tokens: the words, with those marked that name nothing.
    """
    beyond = _find(tokens)
    if beyond.asked is not None or len(tokens) < _TURNED:
        return beyond
    last = len(tokens) - 1
    turned = beyond
    if _asks_how_many(tokens[last], Language.RU):  # `налогов уже собрали сколько`
        turned = _moved(_find([tokens[last], *tokens[:last]]), [last, *range(last)])
    elif _asks_how_many(tokens[0], Language.KK):  # `қанша дәрігердің айлығы`
        turned = _moved(_find([*tokens[1:], tokens[0]]), [*range(1, last + 1), 0])
    # What a message begins with is counted by no `сколько` at its end: `детских садов сколько` is an amount.
    return beyond if turned.asked is Unheld.COUNT else turned


def _asks_how_many(token: Token, language: Language) -> bool:
    """Whether a word asks how many, and in a language: in Russian it stands first, in Kazakh last."""
    asking = load_asking_words()
    return asking.says(token.sound, Asks.HOW_MANY) and asking.says_in(language, token.sound)


def _moved(beyond: BeyondPlan, positions: Sequence[int]) -> BeyondPlan:
    """The same where each word stands in the message."""
    marks, owed = (frozenset(positions[at] for at in numbers) for numbers in (beyond.marks, beyond.owed))
    return replace(beyond, marks=marks, owed=owed)


def _find(tokens: Sequence[Token]) -> BeyondPlan:
    every = list(load_beyond_plan().find(tokens))
    found = _keep_longest(every)
    if not found:
        return BeyondPlan()
    spoken = [token.sound for token in tokens]
    asking = load_asking_words().hear(spoken)
    kept = [match for match in found if not _asks_change(match, spoken, asking)]
    roles = {match.phrase.meaning for match in kept}
    told = [(match, asked) for match in kept if (asked := _beyond(match, roles)) is not None]
    if not told:
        return BeyondPlan()
    asks_money = not roles.isdisjoint(_MONEY_ROLES) or _asks_money_within(every, kept)
    if asks_money and _ABOUT_MONEY.issuperset(asks for _, asks in told):
        return BeyondPlan()
    marks = {position for match, _ in told for position in match.list_naming(PhraseNaming.NOTHING)}
    beside = {position for match, _ in told for position in match.list_naming(PhraseNaming.BESIDE)} - marks
    asked = min((asks for _, asks in told), key=_ORDER.index)  # `кто подрядчик` asks for no other person
    # `кто строит` names no line by itself; `сколько школ` does.
    naming = {number for number, token in enumerate(tokens) if not token.filler}
    if asked not in _OF_THINGS and naming - marks <= beside:
        marks |= beside
    debts = (match for match, asks in told if asks is Unheld.DEBT)
    owed = {position for match in debts for position in match.list_naming(PhraseNaming.ALWAYS)}
    return BeyondPlan(asked, frozenset(marks), frozenset(owed))


def _keep_longest(every: Iterable[_Found]) -> list[_Found]:
    """The phrases in a message, of those that share a word one."""
    found = sorted(
        every,
        key=lambda match: (
            -len(match.positions),
            _PREFERRED.get(match.phrase.meaning, len(_PREFERRED)),
            match.phrase.number,
        ),
    )
    taken: set[int] = set()
    kept: list[_Found] = []
    for match in found:
        if taken.isdisjoint(match.positions):
            taken.update(match.positions)
            kept.append(match)
    return kept


def _asks_money_within(every: Iterable[_Found], kept: Iterable[_Found]) -> bool:
    """Whether what decisions do answer asks an amount: `кто усыновил ребёнка, сколько в бюджете на это`."""
    held = {n for match in kept if match.phrase.meaning is RowRole.HELD for n in match.positions}
    return any(
        match.phrase.meaning is RowRole.HOW_MUCH and held.issuperset(match.positions) for match in every
    )


def _asks_change(match: _Found, spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether what looks like a question beyond the plan is one of a change: `көбейіп кетті ме`.

    Who changed something (`кто урезал`) is beyond it all the same.
    """
    asks = match.phrase.meaning
    if asks in _OF_SOMEBODY and find_moved_together(spoken, asking):  # кто выиграл, кто проиграл
        return True
    if asks is Unheld.PERSON and any(asking.says(spoken[number], Asks.WHOSE) for number in match.positions):
        return bool(_list_changing(spoken, asking))
    if asks is Unheld.CONTRACTOR:  # кто выиграл от поправок
        return asking.any_says(Asks.AMENDMENT)
    if asks not in _ABOUT_WORK:
        return False
    changing = _list_changing(spoken, asking)
    near = range(min(match.positions) - 1, max(match.positions) + 1)
    return bool(changing if asking.any_says(Asks.WHOLE) else changing.intersection(near))


def _list_changing(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The numbers of the words that ask of a change."""
    done = find_done_to_budget(spoken, asking)
    if not asking.may_say(*CHANGES):
        return done
    pairs = enumerate(pairwise(["", *spoken]))
    return done | {n for n, pair in pairs if any(asking.says_after(*pair, each) for each in CHANGES)}


def _beyond(match: _Found, roles: Set[Unheld | RowRole]) -> Unheld | None:
    """What a phrase asks beyond the plan, beside others with these roles."""
    asks = match.phrase.meaning
    if asks is RowRole.DONE:
        asks_else = RowRole.HOW_MUCH in roles or any(isinstance(role, Unheld) for role in roles)
        return None if asks_else else Unheld.EXECUTION
    if asks is RowRole.TO_COME:
        return Unheld.TIME
    return asks if isinstance(asks, Unheld) else None


def read_beyond_plan_rows() -> tuple[ListRow, ...]:
    """The rows of both languages."""
    return tuple(
        row for language in Language for row in read_list(f"beyond_plan.{language}.tsv", BEYOND_PLAN_COLUMNS)
    )


@cache
def load_beyond_plan() -> Phrases[Unheld | RowRole]:
    """The phrases of both languages."""
    rows = [(row, _read_asked(row)) for row in read_beyond_plan_rows()]
    between = [row["phrase"] for row, asks in rows if asks is RowRole.BETWEEN]
    return Phrases([(row, asks) for row, asks in rows if asks is not RowRole.BETWEEN], between)


def _read_asked(row: ListRow) -> Unheld | RowRole:
    try:
        return row.target("asks", RowRole)
    except WordListError:
        return row.target("asks", Unheld)
