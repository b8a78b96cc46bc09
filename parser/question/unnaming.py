"""The words of a message that name no line beside what is asked: of money, of who decides, of all offices."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import pairwise

from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import Asks
from parser.question.small_words import SmallWord, is_small
from parser.question.superlatives import is_spent
from parser.question.word_forms import DATIVE_ENDING, NEGATED

# As they sound: қосты (not қосылды), қысқартты, өсірді; добавил, урезали (not прибавилось). Who gets has a
# dative.
_TRANSITIVE = re.compile("kos[tkip]|(?:[airm]t|tir|sir)(?:i|ip|k[ae]n|d)|[aei]l[aio]?$|[ai]li$")
_GETS = re.compile(f"{DATIVE_ENDING.pattern}|u$")
# What somebody does to the budget, and what it is done to: бюджетті өзгертті, not бюджеті өзгертілді.
_DOES_TO = re.compile("(?:[airm]t|[tz]et|giz|kos|kara)(?:[td]?i|i?p(?:t[iy])?|[kg][ae]n)$")
_DONE_TO = re.compile("ti$|t[kt]e$")


def list_before_lines(spoken: Sequence[str], asking: HeardWords) -> set[int]:
    """The words before one for lines that tell of none: `мемлекеттік мекемелер`, `бюджетные программы`."""
    levels = (Asks.ADMINISTRATOR, Asks.PROGRAM, Asks.LINE, Asks.GROUP)
    return {
        number
        for number, (word, following) in enumerate(pairwise(spoken))
        if asking.says(word, Asks.WHOLE_FOLLOWS) and asking.says(following, *levels)
    }


def list_all_receipts(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The word for all that comes in, where nothing else is named: `самые мелкие поступления`."""
    named = [number for number in range(len(spoken)) if number not in unnamed]
    receives = any(asking.says(spoken[number], Asks.RECEIVES) for number in named)
    if receives and all(asking.says(spoken[number], Asks.RECEIVES, Asks.INCOME) for number in named):
        yield from named


def list_taxes_spent(
    spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords, *, most: bool = False
) -> Iterator[int]:
    """The words for taxes, where it is asked what they are spent on: `куда уходят наши налоги`.

    No budget spends a tax on something of its own: all spending is asked of, and no line of revenue. Not
    where it is also asked how much they are, nor where they are denied. With `most` no verb need say so:
    `налоги куда больше всего`.
    """
    named = [n for n, word in enumerate(spoken) if n not in unnamed and not word.isdigit()]
    denied = any(is_small(SmallWord.DENIES, word) or NEGATED.search(word) for word in spoken)
    if denied or asking.any_says(Asks.HOW_MUCH):
        return
    taxes = any(asking.says(spoken[number], Asks.TAXES) for number in named)
    if not (taxes or (named and asking.any_says(Asks.CASH))) or asking.any_says(Asks.MINE):
        return  # of my own taxes no plan tells
    if any(NEGATED.search(word) for word in spoken):
        return  # салық неге жұмсалмайды asks why not
    asks = [
        {each for each in (Asks.WHITHER, Asks.SPENDS, Asks.TAKES) if asking.says_after(before, word, each)}
        for before, word in pairwise(["", *spoken])
    ]
    # `куда платить налоги` asks for an address
    address = not most and all(not each or Asks.WHITHER in each for each in asks)
    if address or not any(Asks.WHITHER in each for each in asks):
        return
    if all(asking.says(spoken[number], Asks.TAXES, Asks.TAXPAYERS, Asks.SPENDS) for number in named):
        yield from named


def denies_taxes_spent(spoken: Sequence[str]) -> bool:
    """Whether it is asked where what is denied to be a tax goes: `куда уходят не наши налоги`.

    Args:
        spoken: the words as they sound.
    """
    asking = load_asking_words().hear(spoken)
    denied = any(is_small(SmallWord.TURNS_BOUND, word) for word in spoken)
    whither = any(asking.says_after(*pair, Asks.WHITHER) for pair in pairwise(["", *spoken]))
    return denied and whither and asking.any_says(Asks.TAXES)


def list_territory(spoken: Sequence[str], asking: HeardWords) -> Iterator[int]:
    """The words for a whole region, where they say whose budget is asked of, and not where money comes from.

    `на что область тратит больше всего`, but `трансферты из области`.
    """
    for number, (before, word) in enumerate(pairwise(["", *spoken])):
        if asking.says(word, Asks.TERRITORY) and not is_small(SmallWord.SOURCE, before):
            yield number


def list_spots(spoken: Sequence[str], asking: HeardWords) -> Iterator[int]:
    """The words for a place or a deed that are any line: `ақша ең көп кететін жері`, `ең қымбат жұмыс`.

    Elsewhere they name land, or work.
    """
    for number, (before, word) in enumerate(pairwise(["", *spoken])):
        told = asking.says(before, Asks.WHICH_ONES, Asks.LARGE, Asks.SMALL) or is_spent(before)
        if asking.says(word, Asks.SPOT) and told:
            yield number


def list_auxiliaries(spoken: Sequence[str], marks: Set[int], asking: HeardWords) -> Iterator[int]:
    """The words after a verb that asks which are a part of it: `қысқарып қалған`, `қосып берді`."""
    for number, word in enumerate(spoken):
        if number - 1 in marks and asking.says(word, Asks.AUXILIARY):
            yield number


def list_actors(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The words for who decides about changes, where no line is named: `что урезал маслихат`."""
    named = [number for number in range(len(spoken)) if number not in unnamed]
    asks_what = asking.any_says(Asks.WHAT) or _does_somewhere(spoken, asking)
    decisions = {number for number, word in enumerate(spoken) if asking.says(word, Asks.DECISION)}
    for number in named:  # решением маслихата
        if asking.says(spoken[number], Asks.ACTOR) and {number - 1, number + 1} & decisions:
            yield number
    asks_what = asks_what or _does_to_budget(spoken, asking)
    if asks_what and all(asking.says(spoken[number], Asks.ACTOR) for number in named):
        yield from named


def _does_to_budget(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether who decides is told to do something to the budget: `депутаттар бюджетті қалай түзетті`.

    `мәслихат бюджеті қалай өзгерді` asks of the council's own money.
    """
    done_to = any(asking.says(word, Asks.WHOLE) and _DONE_TO.search(word) for word in spoken)
    actors = [word for word in spoken if asking.says(word, Asks.ACTOR)]
    return done_to and any(map(_DOES_TO.search, spoken)) and not any(map(_GETS.search, actors))


def _does_somewhere(spoken: Sequence[str], asking: HeardWords) -> bool:
    """Whether who decides is told to change something, and it is asked where: `депутаттар неге қосты`.

    `мәслихат неге көбейді` and `мәслихатқа неге қосты` ask of that line.
    """
    if not asking.any_says(Asks.WHERE, Asks.TO_WHOM, Asks.FROM_WHOM) or asking.any_says(Asks.ONESELF):
        return False
    deeds = (word for word in spoken if asking.says(word, Asks.ADD, Asks.RISE, Asks.CUT, Asks.VANISH))
    actors = [word for word in spoken if asking.says(word, Asks.ACTOR)]
    return any(map(_TRANSITIVE.search, deeds)) and not any(map(_GETS.search, actors))


def list_givers(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The words for who gives or spends, where it is named for what: `мемлекет жолға қанша бөлді`.

    `мәслихатқа қанша бөлінді` and `әкім аппараты жолға қанша бөлді` name an office.
    """
    named = [number for number in range(len(spoken)) if number not in unnamed]
    givers = [
        number
        for number in named
        if asking.says(spoken[number], Asks.ACTOR)
        and not _GETS.search(spoken[number])
        and (number + 1 not in named or _GETS.search(spoken[number + 1]))
    ]
    given = any(asking.says(word, Asks.GIVES, Asks.SPENDS) for word in spoken)
    # акимат съедает часть бюджета: of the budget nothing is named
    given_for = [number for number in named if not asking.says(spoken[number], Asks.WHOLE, Asks.EDITION)]
    # соған мемлекет қанша берді, behind a story
    if given and (len(givers) < len(given_for) or asking.any_says(Asks.IT)):
        yield from givers


def list_any_money(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The word for money of which it is asked whose has changed: `кому урезали финансирование`.

    Of `какие расходы выросли` it stays: it says inside of what.
    """
    named = [number for number in range(len(spoken)) if number not in unnamed]
    for number in named if len(named) == 1 else ():
        whose = asking.any_says(Asks.WHOSE)
        lines = asking.any_says(Asks.PROGRAM, Asks.LINE)
        side = asking.says(spoken[number], Asks.MONEY)
        money = side or asking.says(spoken[number], Asks.MONEY_BEFORE, Asks.MONEY_AFTER)
        if money and (whose or (lines and not side)):  # программы, финансирование которых прекращено
            yield number


def list_money(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The words for money that belong to a line named beside them: `расходы на школы`, `мектеп шығыны`.

    Of `рост капитальных расходов` the word `расходов` stays: what stands beside it tells which they are.
    """
    named = [number for number in range(len(spoken)) if number not in unnamed]
    for place, number in enumerate(named):
        before = named[place - 1] if place else None
        after = named[place + 1] if place + 1 < len(named) else None
        close = before == number - 1
        if (asking.says(spoken[number], Asks.MONEY_BEFORE) and after is not None and not close) or (
            asking.says(spoken[number], Asks.MONEY_AFTER) and before is not None
        ):
            yield number


def list_all_cash(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The word that says whose all money is, where nothing else is named: `куда уходят городские деньги`."""
    named = {number for number in range(len(spoken)) if number not in unnamed}
    for number, (whose, money) in enumerate(pairwise(spoken)):
        whole = asking.says(money, Asks.CASH) and asking.says(whose, Asks.WHOLE_FOLLOWS)
        if whole and number in named and named <= {number, number + 1}:
            yield number


def list_money_for(spoken: Sequence[str], unnamed: Collection[int], asking: HeardWords) -> Iterator[int]:
    """The words for money right before what they are for: `расходы на спорт`, but `капитальные расходы`."""
    for number, (word, following) in enumerate(pairwise(spoken)):
        named = any(after not in unnamed for after in range(number + 2, len(spoken)))
        purpose = named and is_small(SmallWord.PURPOSE, following)
        if purpose and number not in unnamed and asking.says(word, Asks.MONEY_BEFORE):
            yield number


def list_same_level(
    spoken: Sequence[str], asks: Asks | None, unnamed: Collection[int], asking: HeardWords
) -> Iterator[int]:
    """The words for the level that a list is of, by which no line is named: `среди отделов`."""
    for number, word in enumerate(spoken):
        beside = {number - 1, number + 1} & set(range(len(spoken)))
        if asks and asking.says(word, asks) and beside.issubset(unnamed):
            yield number
