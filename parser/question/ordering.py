"""The order in which a list is asked for: `по убыванию`, `от бедных к богатым`, `азынан көбіне қарай`."""

from __future__ import annotations

import re

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.text.folding import sound, sounds, words


@dataclass(frozen=True, slots=True)
class Order:
    """What a message asked for by other signs than its words.

    Attributes:
        largest: the largest lines: `топ 5`.
        smallest: the smallest ones.
        average: what lines have on the average: a list of them.
        of_years: what one year has on the average: of several years of one line.
        bounded: those within bounds.
        at_rank: the place among the largest of which it asks: `на 5 месте`.
    """

    largest: bool = False
    smallest: bool = False
    average: bool = False
    of_years: bool = False
    bounded: bool = False
    at_rank: int | None = None


def cut_order(text: str, *, of_years: bool = False) -> tuple[str, Order]:
    """A message without the words that ask for an order or an average, and these: `по убыванию`.

    Args:
        text: the message.
        of_years: whether it is of several years: `средние расходы за три года` are those of a year.
    """
    asked = {match.lastgroup for match in _orders().finditer(text)}
    if not asked:
        return _cut_contraries(text)
    if of_years and asked == {Asks.AVERAGE.name} and not _is_of_lines(text):
        return _orders().sub(_keep_outlay, text), Order(of_years=True)
    up = Asks.ASCENDING.name in asked
    order = Order(up or Asks.DESCENDING.name in asked, up, Asks.AVERAGE.name in asked)
    return _orders().sub(" ", text), order


def _is_of_lines(text: str) -> bool:
    """Whether lines of a kind are named, which have an average each: `средние расходы отделов`."""
    asking = load_asking_words().hear(sounds(text))
    return asking.any_says(Asks.ADMINISTRATOR, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.LINE)


def _keep_outlay(average: re.Match[str]) -> str:
    """What is left of a word for an average: its noun, where that is all spending: `средние расходы`."""
    asking = load_asking_words()
    nouns = [word for word in words(average.group()) if asking.says(sound(word), Asks.OUTLAY)]
    return f" {' '.join(nouns)} "


def _cut_contraries(text: str) -> tuple[str, Order]:
    """The same where two contrary adjectives say the order: `от бедных к богатым`."""
    for match in _from_to().finditer(text):
        asking = load_asking_words()
        first, last = (asking.hear([sound(match[end])]) for end in ("first", "last"))
        small, large = read_size(sound(match["first"]), first), read_size(sound(match["last"]), last)
        if small is not None and large is not None and small is not large:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            return rest, Order(largest=True, smallest=small)
    return text, Order()


@asked_pattern(Asks.ORDER_TO)
def _from_to() -> re.Pattern[str]:
    asking = load_asking_words()
    start, end = asking.pattern(Asks.ORDER_FROM), asking.pattern(Asks.ORDER_TO)
    return re.compile(rf"(?<!\w){start}\s+(?P<first>\w+)\s+{end}\s+(?P<last>\w+)", re.IGNORECASE)


@asked_pattern(Asks.ASCENDING, Asks.DESCENDING, Asks.AVERAGE)
def _orders() -> re.Pattern[str]:
    return any_of_asks(Asks.ASCENDING, Asks.DESCENDING, Asks.AVERAGE)


def any_of_asks(*asks: Asks) -> re.Pattern[str]:
    """The words that ask one of several things, each as the group of its name.

    Args:
        asks: these things.
    """
    asking = load_asking_words()
    groups = (f"(?P<{each.name}>{asking.pattern(each)})" for each in asks)
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})", re.IGNORECASE)


def read_size(word: str, asking: HeardWords) -> bool | None:
    """Whether a word is an adjective of little, or of much (False); азайды is a verb of change.

    Args:
        word: as it sounds.
        asking: what the words of its message ask.
    """
    if asking.says(word, *CHANGES) or not asking.says(word, Asks.SMALL, Asks.LARGE):
        return None
    return asking.says(word, Asks.SMALL)
