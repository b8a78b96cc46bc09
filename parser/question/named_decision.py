"""Decisions that a message names by their order: `последнее решение`, `екінші түзету`, `предыдущее`.

Since when and up to when it asks of decisions, `named_moments.py` reads.
"""

from __future__ import annotations

import re
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.named_moments import cut_moment, cut_since, since_month, since_start, until_month
from parser.question.numerals import count_words, read_count
from parser.text.dates import parse_month
from parser.text.folding import sound, words
from parser.text.letters import WITHOUT_KAZAKH
from parser.text.word_lists import ListRow, read_list

ORDINAL_COLUMNS = ("word", "number", "example")
_LONGEST_ENDING = 5  # letters after the stem of an ordinal: первоначальный is none


@dataclass(frozen=True, slots=True)
class Standing:
    """Which decision is meant, counted among those on a year.

    Attributes:
        ordinal: 1 for the first, -1 for the last.
        of_amendments: counted without the decision that adopted the budget: `первая поправка`.
        before_all: it is the one before several that are asked of: the first, where there are not so many.
    """

    ordinal: int
    of_amendments: bool = False
    before_all: bool = False


@dataclass(frozen=True, slots=True)
class DecisionInOrder:
    """What a message says of a decision's order.

    Attributes:
        standing: among all of the year.
        step: how many decisions before the one that is otherwise meant; -1 for the next one.
        since: the month from whose beginning on all changes are asked of; 1 for the whole year's.
        until: the month whose beginning found the edition that is meant, `к июлю`; 13 for the year's end.
        until_day: with it, the day on whose end that was: `на 1 июля`.
        beside: others that are named beside the first: `первое и последнее решение`.
        after: changes are counted from the edition that is named: `с решения 12-3`.
    """

    standing: Standing | None = None
    step: int = 0
    since: int | None = None
    until: int | None = None
    until_day: int | None = None
    beside: tuple[Standing, ...] = ()
    after: bool = False

    @property
    def names_one(self) -> bool:
        """Whether it says which decision is meant."""
        return self.standing is not None or self.step != 0 or self.until is not None


NO_ORDER = DecisionInOrder()
"""What most messages say of a decision's order: nothing."""


def cut_decision(text: str) -> tuple[str, DecisionInOrder]:
    """A text without the words that say which decision is meant by its order, and what they say.

    The noun stays: `поправка` asks of a change, and `решение` stands around.
    """
    text, since = cut_since(text)
    if last := _last_several().search(text):
        count = read_count((last["before"] or last["after"]).casefold())
        named = DecisionInOrder(Standing(-1), since=since, beside=(Standing(-1 - count, before_all=True),))
        return f"{text[: last.start()]} {text[last.end() :]}", named
    return _cut_one_decision(text, since)


def cut_ahead(text: str) -> tuple[str, int]:
    """A text without the word that asks of what was before one decision, and how many decisions that is.

    >>> cut_ahead("школы до решения 12-3")
    ('школы   решения 12-3', 1)

    Args:
        text: the message. Of a range, and of both sides of a decision, none is cut.
    """
    if len(_NUMBERED.findall(text)) != 1 or _both_sides().search(text):
        return text, 0
    for pattern in (_ahead(), _ahead_behind()):
        if said := pattern.search(text):
            return f"{text[: said.start('word')]} {text[said.end('word') :]}", 1
    return text, 0


_NUMBERED = re.compile(r"(?<![\w.,/-])\d{1,3}[-/]\d{1,3}(?![\d/])")


@asked_pattern(digit=True)
def _ahead() -> re.Pattern[str]:
    """`до 12-3`, `перед решением № 12-3`."""
    asking = load_asking_words()
    noun = rf"(?: {asking.pattern(Asks.DECISION)} \s+ )?"
    return re.compile(
        rf"(?<!\w) (?P<word> {asking.pattern(Asks.AHEAD)} ) \s+ {noun} (?: № \s* )? \d{{1,3}}[-/]\d",
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(digit=True)
def _ahead_behind() -> re.Pattern[str]:
    """`12-3 шешіміне дейін`, `12-3-ке дейінгі`."""
    asking = load_asking_words()
    number = r"\d{1,3}[-/]\d{1,3} (?: [/-] \d\w* )*"
    return re.compile(
        rf"""
        (?<!\w) {number} (?P<word> (?: -? [^\W\d]{{1,4}} (?!\w) )? (?: \s+ {asking.pattern(Asks.DECISION)} )?
          \s+ {asking.pattern(Asks.AHEAD_FOLLOWS)} ) (?!\w)  # 12-3 шешіміне дейін
        (?! \s+ {asking.pattern(Asks.NOT_WAS)} )  # 12-3 шешімде бұрын болмаған
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.AND_AFTER, Asks.AND_AFTER_FOLLOWS)
def _both_sides() -> re.Pattern[str]:
    words = map(load_asking_words().pattern, (Asks.AND_AFTER, Asks.AND_AFTER_FOLLOWS))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def _cut_one_decision(text: str, since: int | None) -> tuple[str, DecisionInOrder]:
    text, until, day = cut_moment(text) if since is None else (text, None, None)
    if several := _several_ordered().search(text):
        rest = f"{text[: several.start()]} {text[several.end() :]}"
        amends = several["amendment"] is not None
        first, second = (Standing(read_ordinal(several[word]) or 1, amends) for word in ("first", "second"))
        return rest, DecisionInOrder(second, since=since, beside=(first,))
    if _end_of_year().search(text):
        return _end_of_year().sub(" ", text), DecisionInOrder(Standing(-1), since=since)
    found = _ordered().search(text)
    if found is not None and found["occasion"] and not any(map(_asks_change, words(text))):
        found = None  # второй раз спрашиваю
    if found is None:
        order = DecisionInOrder(since=since, until=until, until_day=day)
        return text, order if since or until else NO_ORDER
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    amends = found["amendment"] is not None or found["occasion"] is not None
    if found["previous"] or found["next"]:
        return rest, DecisionInOrder(step=1 if found["previous"] else -1, since=since)
    if found["last"]:
        return rest, DecisionInOrder(Standing(-1), since=since)
    return rest, DecisionInOrder(Standing(read_ordinal(found["ordinal"]) or 1, amends), since=since)


def _asks_change(word: str) -> bool:
    return load_asking_words().asks_change(sound(word))


def part_decision(text: str) -> tuple[str, list[str]]:
    """A text without the words that say which decision is meant by its order, and these words."""
    said = []
    for pattern in (since_month(), until_month()):
        for match in pattern.finditer(text):
            if parse_month(next(filter(None, match.groups()))) is not None:
                said.append(match.group())
                text = text.replace(match.group(), " ", 1)
    for pattern in (since_start(), _several_ordered(), _end_of_year(), _last_several(), _ordered()):
        said += [match.group().strip() for match in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return text, said


def read_ordinal(word: str) -> int | None:
    """The ordinal number that a word names: 2 for `второе`, `екіншісі` and `2`; -1 for `последнее`."""
    if digits := _IN_DIGITS.fullmatch(word):
        return int(digits[1])
    if _latest().fullmatch(word):
        return -1
    named = _in_words().fullmatch(word)
    return _ordinals()[named.lastindex - 1][1] if named and named.lastindex else None


_IN_DIGITS = re.compile(r"([1-9]\d?)(?:-?[^\W\d]{1,4})?")


@cache
def _in_words() -> re.Pattern[str]:
    """The words of all ordinals, each a group."""
    return re.compile("|".join(f"({stem})" for stem, _ in _ordinals()), re.IGNORECASE)


@asked_pattern(Asks.LATEST)
def _latest() -> re.Pattern[str]:
    return re.compile(load_asking_words().pattern(Asks.LATEST), re.IGNORECASE)


def read_ordinal_rows() -> tuple[ListRow, ...]:
    """The rows of the list of ordinals."""
    return read_list("ordinals.tsv", ORDINAL_COLUMNS)


@cache
def _ordinals() -> tuple[tuple[str, int], ...]:
    """The ordinals as regular expressions' sources, each with its number; Kazakh ones also typed plainly."""
    stems = ((row["word"].removesuffix("*"), row.integer("number")) for row in read_ordinal_rows())
    typed = {
        each: number
        for stem, number in stems
        for each in (stem, *(stem.translate(plain) for plain in WITHOUT_KAZAKH))
    }
    return tuple((rf"{stem}\w{{0,{_LONGEST_ENDING}}}", number) for stem, number in typed.items())


@asked_pattern(Asks.DECISION, Asks.VERSION, Asks.AMENDMENT)
def _several_ordered() -> re.Pattern[str]:
    """`первое и последнее решение`, `екінші мен үшінші нақтылау`, `первый и последний бюджет`."""
    asking = load_asking_words()
    ordinal = rf"{any_ordinal()} | {asking.pattern(Asks.LATEST)}"
    very, decision = rf"(?: {asking.pattern(Asks.VERY)} \s+ )?", asking.pattern(Asks.DECISION)
    version, year = asking.pattern(Asks.VERSION), r"(?: \s+ 20\d\d (?: \s+ \w+ )? )?"
    joins = "|".join(map(asking.pattern, (Asks.BETWEEN, Asks.ORDER_FROM, Asks.WITH, Asks.AGAINST)))
    return re.compile(
        rf"""
        \b {very} (?P<first> {ordinal} )
        (?P<noun> \s+ (?: {decision} | {version} ) {year} )?  # по первому решению и по последнему
        (?: \s*,\s* | \s+ (?: {joins} ) \s+ )
        (?: [^\W\d]{{1,2}} \s+ )? {very} (?P<second> {ordinal} )  # во втором и в третьем решении
        (?: \s+ (?: (?= (?P<amendment> {asking.pattern(Asks.AMENDMENT)} ) | {decision} )
                 | {asking.pattern(Asks.VERSION)} (?: \s+ {asking.pattern(Asks.VERSION)} )? )
          | (?(noun) \b | (?!) ) )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def any_ordinal() -> str:
    """A regular expression's source for an ordinal number, in words or in digits with an ending: `5-го`."""
    ordinals = "|".join(stem for stem, _ in _ordinals())
    return rf"(?: {ordinals} | [1-9] (?: -? [^\W\d]{{1,4}} ) )"


@asked_pattern(Asks.DECISION, Asks.AMENDMENT)
def _last_several() -> re.Pattern[str]:
    """`три последних решения`, `последние 3 поправки`, `соңғы екі шешім`: what they changed together."""
    asking = load_asking_words()
    last, noun = asking.pattern(Asks.LATEST), "|".join(map(asking.pattern, (Asks.DECISION, Asks.AMENDMENT)))
    return re.compile(
        rf"""
        \b (?: (?P<before> {count_words()} ) \s+ {last}  # три последних
             | {last} \s+ (?P<after> {count_words()} ) )  # соңғы екі
        \s+ (?= {noun} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.DECISION, Asks.AMENDMENT, Asks.VERSION, Asks.OCCASION)
def _ordered() -> re.Pattern[str]:
    """`последнее решение`, `предыдущей поправки`, `екінші түзету`, `2-е решение`."""
    asking = load_asking_words()
    return re.compile(
        rf"""
        \b (?: (?P<previous> {asking.pattern(Asks.PREVIOUS)} )
             | (?P<next> {asking.pattern(Asks.NEXT)} )
             | (?P<last> {asking.pattern(Asks.LATEST)} )
             | (?P<ordinal> {any_ordinal()} ) )
        \s+ (?= (?P<amendment> {asking.pattern(Asks.AMENDMENT)} )  # before `решение`, `түзету`
              | {asking.pattern(Asks.DECISION)}
              | (?(ordinal) (?P<occasion> {asking.pattern(Asks.OCCASION)} ) | (?!) ) )  # во второй раз
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.YEAR_END)
def _end_of_year() -> re.Pattern[str]:
    return re.compile(rf"\b{load_asking_words().pattern(Asks.YEAR_END)}", re.IGNORECASE)
