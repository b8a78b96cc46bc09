"""Which edition a message names: years, a decision's number, a date, a month, the budget as first adopted."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words, plain_word, says_in
from parser.question.asks import Asks
from parser.question.fillers import is_filler
from parser.question.long_numbers import LONG_NUMBER
from parser.question.named_decision import part_decision
from parser.question.named_months import cut, find_month
from parser.question.named_years import YEAR, YEARS, every_year
from parser.records import Language
from parser.text.dates import find_dates, may_name_month
from parser.text.folding import sound, words
from parser.text.letters import DASHES

_WORD = re.compile(r"\w+")
# № 12-3; N 12-3; 12-3, which may be a code as well
DECISION = re.compile(
    rf"""
    {LONG_NUMBER}
    | (?P<mark> № | \bN )? \s* (?<![\d.,/-]) (?P<number> \d{{1,3}}-\d{{1,2}} ) (?! [\d.,/-]*\d )
    (?P<ending> -? (?: т | д | н ) (?: а | е | і ) (?: г | ғ | н )? (?: і | ы )? \b )?  # 12-3те
    """,
    re.VERBOSE,
)

# 12/3, 101/12: as 12-3, which may be a code as well
_SLASHED = re.compile(r"(?<![\w.,/-])(?P<first>\d{2,3})/(?P<last>\d{1,2})(?![\d/%]|[.,-]\d)")


def spell_unamended(text: str) -> str:
    """A text with the first budget called so where it is what stood before all amendments: `до поправок`.

    Not where both sides of them are asked for, `до и после поправок`, nor where nothing else is said: behind
    a line `сколько до поправок?` asks how it changed.

    Args:
        text: the message.
    """
    rest = words(_unamended().sub(" ", text))
    whole = any(load_asking_words().says(sound(word), Asks.WHOLE) for word in rest)
    alone = not whole and all(is_filler(word, sound(word)) for word in rest)
    return text if alone else _unamended().sub(_say_original, text)


def _say_original(said: re.Match[str]) -> str:
    kazakh = any(says_in(Language.KK, sound(word)) for word in words(said.group()))
    return plain_word(Language.KK if kazakh else Language.RU, Asks.ORIGINAL)


@asked_pattern(Asks.UNAMENDED)
def _unamended() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.UNAMENDED)}(?!\w)", re.IGNORECASE)


def spell_decisions(text: str) -> str:
    """A text with the numbers of its decisions written in one way: `№12/3` and `решение 12–3` as `12-3`.

    >>> spell_decisions("№ 12/3")
    '№ 12-3'

    Args:
        text: the message. A slash stays between digits that are no decision's: `458/045`, a part like `1/3`.
    """
    if not any(char.isdigit() for char in text):
        return text
    text = _spelled_apart().sub(r"\g<first>-\g<last> \g<between> \g<second>-\g<end>", text)
    text = _otherwise_spelled().sub(r"\g<before>\g<first>-\g<last>", text)
    return _SLASHED.sub(r"\g<first>-\g<last>", text)


@asked_pattern(Asks.BETWEEN)
def _spelled_apart() -> re.Pattern[str]:
    """Two numbers of decisions with no sign in them, side by side: `12 3 и 21 3`, `10 3 пен 21-3`."""
    between = load_asking_words().pattern(Asks.BETWEEN)
    sign = rf"(?: \s | \s?[{DASHES}/]\s? )"
    return re.compile(
        rf"""
        (?<![\d.,/-]) (?P<first> \d{{1,2}} ) {sign} (?P<last> \d )  # 12 3
        \s+ (?P<between> {between} ) \s+  # и, пен
        (?P<second> \d{{1,2}} ) {sign} (?P<end> \d ) (?! [\d.,/-]*\d )  # 21-3
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _otherwise_spelled() -> re.Pattern[str]:
    """A number with another sign in it, after what tells that it is a decision's or before: `12/3 шешімі`."""
    decision = load_asking_words().pattern(Asks.DECISION)
    return re.compile(
        rf"""
        (?P<before> (?: № | \bN | (?<!\w){decision} ) \s* )?  # №12/3; решение 12 — 3; решение 12 3
        (?<![\d.,/-]) (?P<first> \d{{1,3}} ) (?: \s?[{DASHES}/]\s? | \s ) (?P<last> \d{{1,2}} )
        (?! [\d.,/-]*\d )
        (?(before) | (?= \s+ (?:{decision}) ) )  # 12/3 шешімі; 12 3 шешімі
        """,
        re.IGNORECASE | re.VERBOSE,
    )


_WHOLE_NUMBER = r"(?!(?:19|20)\d\d\b) \d{3,4} (?! [\d.,/-]*\d | \s+\d | \s*% )"


@asked_pattern(digit=True)
def whole_number() -> re.Pattern[str]:
    """A number without a dash that its noun says to be a decision's, or its sign alone: `№ 501 шешімі`."""
    noun = load_asking_words().pattern(Asks.DECISION)
    number = r"(?!(?:19|20)\d\d\b) \d{1,4} (?! [\d.,/-]*\d | \s+\d | \s*% )"
    return re.compile(
        rf"""
        (?<= \s ) {noun} \s+ (?: № \s* )? (?P<behind> {number} ) \b  # что изменило решение 501
        | ^ {noun} \s+ (?: № \s* )? (?P<first> {number} ) \b  # решение 501
        | ^ № \s* (?= \d{{3}} ) (?P<signed> {number} ) \s* [?.!]* $  # № 501
        | (?<! [\w.,/-] ) (?<! \d\s ) (?: № \s* | (?= \d{{3}} ) ) (?P<before> {number} ) \s+ {noun}
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(digit=True)
def next_whole_number() -> re.Pattern[str]:
    """One more such number right behind it: `решения 298 и 146`; of `298, 464` the second may be a code."""
    between, noun = (load_asking_words().pattern(asks) for asks in (Asks.BETWEEN, Asks.DECISION))
    return re.compile(
        rf"""
        (?: \s*,?\s* {between} \s+ (?: {noun} \s+ )? (?: № \s* )? | \s*,\s* № \s* )  # and № 146
        (?P<number> {_WHOLE_NUMBER} ) (?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.BETWEEN, digit=True)
def number_before() -> re.Pattern[str]:
    """The same ahead of it, at the end of a text: `298 және` of `298 және 146 шешімдері`."""
    between = load_asking_words().pattern(Asks.BETWEEN)
    return re.compile(
        rf"(?<![\w.,/-])(?P<number>{_WHOLE_NUMBER})\s+{between}\s*(?:№\s*)?$",
        re.IGNORECASE | re.VERBOSE,
    )


def beside_noun(text: str, number: re.Match[str]) -> bool:
    """Whether a noun for a decision stands before a number or after it: `решением 12-3`, `12-3 шешімі`."""
    before, after = _WORD.findall(text[: number.start()])[-1:], _WORD.findall(text[number.end() :])[:1]
    asking = load_asking_words()
    return any(asking.says(sound(word.casefold()), Asks.DECISION) for word in (*before, *after))


@asked_pattern(Asks.BETWEEN, digit=True)
def between_decisions() -> re.Pattern[str]:
    """A decision's number with the word that joins it to the next: `12-3 пен 21-3`."""
    between = load_asking_words().pattern(Asks.BETWEEN)
    return re.compile(rf"(\d-\d{{1,2}})\s+{between}\s*(?=(?:№|N)?\s*\d{{1,3}}-\d)", re.IGNORECASE)


@asked_pattern(Asks.ORIGINAL)
def original() -> re.Pattern[str]:
    """The words for the budget as first adopted: `бастапқы`, `первоначальный`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.ORIGINAL)}", re.IGNORECASE)


def names_original(text: str) -> bool:
    """Whether a message names the budget as first adopted: `школы в начале года`.

    What was left over at the year's beginning (`остаток на начало года`) is of every edition.

    Args:
        text: the message.
    """
    return original().search(_held_over().sub(" ", text)) is not None


@asked_pattern(Asks.HELD_OVER)
def _held_over() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.HELD_OVER)}(?!\w)", re.IGNORECASE)


def is_in_original(text: str) -> bool:
    """Whether something is asked in the budget as first adopted: `что убрали в первоначальном бюджете`.

    Args:
        text: the message, which may also ask what changed since then.
    """
    return _in_original().search(text) is not None


@asked_pattern(Asks.IN_ORIGINAL)
def _in_original() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.IN_ORIGINAL)}", re.IGNORECASE)


@asked_pattern(Asks.LATEST)
def latest() -> re.Pattern[str]:
    """The words for the budget as it is now: `соңғы`, `последний`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.LATEST)}", re.IGNORECASE)


def stands_around(folded: str, spoken: str) -> bool:
    """Whether a word beside the name of an edition belongs to it and names no line: `шешім`, `бюджет`."""
    named = (original(), latest())
    return load_asking_words().says(spoken, Asks.EDITION) or any(each.fullmatch(folded) for each in named)


def part_edition(text: str, *, ordered: bool = False) -> tuple[str, str]:
    """A text in two: what it names, and which years, decision or date it asks of.

    >>> part_edition("мектептер 2014 жылы")
    ('мектептер', '2014 жылы')

    Args:
        text: the message.
        ordered: whether it names a decision by its order, or since when.
    """
    rest, edition = text, []
    for _, start, end in find_dates(rest)[:1]:
        edition.append(rest[start:end])
        rest = cut(rest, start, end)
    for pattern in (YEARS, DECISION, YEAR, original(), every_year()):
        edition += [match.group() for match in pattern.finditer(rest)]
        rest = pattern.sub(" ", rest)
    if ordered:
        rest, said = part_decision(rest)
        edition += said
    while may_name_month(rest) and (month := find_month(rest)):
        edition.append(rest[month[1] : month[2]])
        rest = cut(rest, *month[1:])
    return " ".join(rest.split()), " ".join(" ".join(edition).split())
