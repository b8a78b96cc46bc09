"""The place in a list of the largest that is asked of by its number: `что на 5 месте`, `5-орында не тұр`.

Its number goes before codes are read, and the noun stays: with a line that is named it asks whether that
line stands there (`ranked.py`), alone which line does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import HeardWords, load_asking_words, says_in
from parser.question.asks import Asks
from parser.question.named_decision import any_ordinal, read_ordinal
from parser.question.ordering import Order
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import NEGATED, NEGATED_BESIDE
from parser.records import Language
from parser.text.folding import sound
from parser.text.letters import DASHES


def cut_rank(text: str) -> tuple[str, int | None]:
    """A message without the number of a place in a list, and that number; None where it names none.

    >>> cut_rank("что на 5 месте по расходам")
    ('что на месте по расходам', 5)
    >>> cut_rank("балабақшада 5 орын бар ма")
    ('балабақшада 5 орын бар ма', None)

    Args:
        text: the message.
    """
    asking = load_asking_words()
    for match in _place().finditer(text):
        number = read_ordinal(match["number"])
        counted = match["number"].isdecimal() and not match["dash"]
        seats = counted and asking.says(sound(match["noun"]), Asks.PLACES)  # 5 орын
        if number is not None and number > 0 and not seats:
            return f"{text[: match.start()]}{text[match.start('noun') :]}", number
    behind = _behind_order().search(text)
    number = read_ordinal(behind["number"]) if behind else None
    if behind is not None and number is not None and number > 0:  # көлемі бойынша екінші бағдарлама
        return f"{text[: behind.start('number')]}{text[behind.end('number') :]}", number
    return text, None


def find_rank_words(spoken: Sequence[str], asking: HeardWords, order: Order) -> frozenset[int]:
    """The nouns whose number a message has named: `месте`, `орында`; none where it has named none.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
        order: what the message asked for already.
    """
    if order.at_rank is None:
        return frozenset()
    return frozenset(number for number, word in enumerate(spoken) if asking.says(word, Asks.PLACE))


def find_belonging(spoken: Sequence[str], asking: HeardWords, order: Order) -> tuple[frozenset[int], bool]:
    """The words that ask which lines are among the largest, and whether it is which are not.

    `какие не вошли в тройку`, `бестікке кірмеген салалар`. That a line which is named is among them is asked
    otherwise (`ranked.py`).

    Args:
        spoken: the words as they sound.
        asking: what they ask.
        order: what the message asked for already.
    """
    found = {n for n, word in enumerate(spoken) if order.largest and asking.says(word, Asks.BELONGS)}
    russian = {n for n in found if says_in(Language.RU, spoken[n])}
    denying = {n - 1 for n in russian if n and is_small(SmallWord.DENIES, spoken[n - 1])}
    kazakh = [spoken[n] for n in found - russian]
    outside = bool(denying) or any(NEGATED.search(word) or NEGATED_BESIDE.search(word) for word in kazakh)
    return frozenset(found | denying), outside


@asked_pattern(Asks.PLACE)
def _place() -> re.Pattern[str]:
    noun, number = load_asking_words().pattern(Asks.PLACE), rf"{any_ordinal()} | [1-9]\d?"
    return re.compile(
        rf"(?<!\w) (?P<number> {number} ) (?: \s+ | (?P<dash> [{DASHES}] ) ) (?P<noun> {noun} )",
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.DESCENDING)
def _behind_order() -> re.Pattern[str]:
    """A number behind what says by what lines are ordered: `көлемі бойынша екінші`, `по величине вторая`."""
    order = load_asking_words().pattern(Asks.DESCENDING)
    return re.compile(
        rf"(?<!\w) {order} \s+ (?P<number> {any_ordinal()} ) (?!\w)", re.IGNORECASE | re.VERBOSE
    )
