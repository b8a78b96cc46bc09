"""A message → what is asked: codes, an amount, a year, an edition, words.

Deterministic: the same message always reads the same. Nothing is looked up here; a number may be several
things at once (`206` a code and an amount, `12-3` a decision and a code) and all readings are given, for the
index to choose from. A message may go on from the one before: `ал 2014 жылы?`, `а в прошлом году?`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.question.fillers import is_filler, is_talk
from parser.question.intents import Asking, Intent, ListedLevel, cut_count, find_speaker, read_asking
from parser.question.named_edition import (
    DECISION,
    YEAR,
    YEARS,
    cut,
    find_month,
    find_years,
    original,
    part_edition,
    stands_around,
)
from parser.question.numbers import (
    ScaledAmount,
    cut_code_words,
    cut_scaled,
    find_amounts,
    find_codes,
    find_scaled,
)
from parser.text.dates import find_dates
from parser.text.folding import compose, sound, words

_MOST_PARTS = 12  # that a message is read in; more of them is a story
_MAX_LENGTH = 300  # characters that are read; more is no question about a budget line
_NOT_ASKED = frozenset({Intent.AMOUNT, Intent.HELP})  # what a message asks that names no other intent


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message: as written (folded), as it sounds, and whether it only asks."""

    folded: str
    sound: str
    filler: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks. `tokens` are its words without what was read as year, date or decision."""

    text: str
    intent: Intent
    tokens: tuple[Token, ...]
    level: ListedLevel | None = None  # what a list is asked to be of
    count: int | None = None  # how long it is asked to be
    smallest: bool = False  # of the smallest, not the largest
    codes: tuple[tuple[str, ...], ...] = ()  # every run of code digits, as typed groups
    amounts: tuple[int, ...] = ()  # numbers as printed: in the table's unit or in tenge
    scaled: ScaledAmount | None = None
    year: int | None = None
    year_is_said: bool = False  # "2014 год", not only the digits
    years: tuple[int, ...] = ()  # all that are named, ranges whole
    decision: str | None = None
    decision_is_marked: bool = False  # "№ 12-3", not only the digits
    date: dt.date | None = None
    month: int | None = None  # an edition named by its month
    original: bool = False  # the budget as first adopted
    talk: bool = False  # a greeting and nothing else
    named: str = ""  # the part of the text that names a line: `мектептер` of `мектептер 2014 жылы`
    named_edition: str = ""  # and the part that says of which edition: `2014 жылы`
    parts: tuple[Question, ...] = ()  # where several lines are named: each by itself

    @property
    def asks_edition(self) -> bool:
        """Whether it says of which year, date or decision it is."""
        return bool(self.years or self.year or self.date or self.month or self.original or self.decision)

    @property
    def names_line(self) -> bool:
        """Whether a code, or a word that is no year and does not only ask, is in it."""
        years = {str(year) for year in self.years}
        return bool(self.codes) or any(not token.filler and token.sound not in years for token in self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can name a line, as they sound; when all only ask, all of them."""
        content = tuple(token.sound for token in self.tokens if not token.filler)
        return content or tuple(token.sound for token in self.tokens)

    @property
    def names_only_numbers(self) -> bool:
        """Whether its numbers stand alone: every other word only asks."""
        return all(token.filler or token.sound.isdigit() for token in self.tokens)

    @property
    def names_nothing(self) -> bool:
        """Whether all of its words only ask, and no code or amount is in it."""
        return self.names_only_numbers and not (self.codes or self.amounts or self.scaled)


def read_question(text: str) -> Question:
    """Reads a message of any length and any characters."""
    question = _read(text)
    pieces = [piece for piece in _between().split(question.text) if piece.strip()]
    if not 2 <= len(pieces) <= _MOST_PARTS:
        return question
    parts = [part for part in map(_read, pieces) if part.codes or any(not t.filler for t in part.tokens)]
    return replace(question, parts=tuple(parts) if len(parts) > 1 else ())


def read_follow_up(text: str, previous: Question, year: int) -> Question:
    """The whole question that a message asks after another one.

    Args:
        text: the message.
        previous: the whole question before it, with what it asked of which edition.
        year: the budget year that was answered from.

    Returns:
        The message's own question where it stands alone; else what it names with the edition asked for
        before (`и спорт?`), or what was named before with the edition or the intent that it asks for
        (`ал 2014 жылы?`, `а доля?`). Questions are joined as values, not as texts.
    """
    joined = _joins().match(text)
    said = _year_beside(Asks.LAST_YEAR).sub(f" {year - 1} год ", text)
    said = _year_beside(Asks.NEXT_YEAR).sub(f" {year + 1} год ", said)
    question = read_question(said[joined.end() :] if joined else said)
    names, asks_edition = question.names_line, question.asks_edition
    if asks_edition and not names:
        edition = _beside(year, question) if question.intent is Intent.COMPARE else question
        return _with_intent(_with_edition(_without_edition(previous), edition), question)
    if joined and not names and question.intent not in _NOT_ASKED:
        named = f"{previous.named} {question.named}".strip()
        return _with_intent(_with_edition(replace(previous, named=named), previous), question)
    if joined and names and not asks_edition:
        return _with_edition(question, previous)
    return question if question.text else read_question(said)


def goes_on(text: str) -> bool:
    """Whether what a message asks depends on the one before it: `ал 2014 жылы?`, `и спорт?`."""
    # After two questions that have nothing in common it asks two things.
    before = ((read_question(f"{code} {year}"), year) for code, year in (("464", 2013), ("457", 2014)))
    first, second = (read_follow_up(text, previous, year) for previous, year in before)
    return first != second


@cache
def _between() -> re.Pattern[str]:
    """What stands between the lines of a question that names several: `образование и спорт`."""
    return re.compile(rf"[,;+&]|\b{load_asking_words().pattern(Asks.BETWEEN)}", re.IGNORECASE)


def _read(text: str) -> Question:
    shown = rest = _clean(text)
    dates = find_dates(rest)
    if dates:
        rest = cut(rest, dates[0][1], dates[0][2])
    years = find_years(rest)
    rest, count, top = cut_count(YEARS.sub(" ", rest))
    first_adopted = original().search(rest) is not None
    decision = DECISION.search(rest)
    numbers = rest  # a decision's number may still be a code: both readings are kept
    if decision:
        rest = cut(rest, decision.start(), decision.end())
        if decision["mark"]:
            numbers = rest
    found = list(YEAR.finditer(numbers))
    year = next((match for match in found if match["word"]), next(iter(found), None))
    if year:
        # In `2013 және 2014 жыл` one word says both; a name may hold another year (`Жұмыспен қамту 2020`).
        numbers = YEAR.sub(" ", numbers) if len(years) > 1 else cut(numbers, year.start(), year.end())
        rest = YEAR.sub(lambda match: " " if match["word"] else match.group(), rest)
    month = find_month(rest)
    if month:
        rest = cut(rest, *month[1:])
        numbers = cut(numbers, *(find_month(numbers) or month)[1:])  # `8 апреля`: its day is no code
    exact, scaled = find_scaled(numbers)
    if exact or scaled:
        rest = cut_scaled(rest)
    codes = () if exact or scaled else find_codes(numbers)
    edition = bool(decision or dates or month or first_adopted)
    tokens, asking = _tokens(cut_code_words(rest) if codes else rest, edition=edition, top=top)
    talk = is_talk([token.sound for token in tokens]) and not (codes or exact or scaled)
    named, named_edition = part_edition(shown)
    return Question(
        text=shown,
        intent=asking.intent or (Intent.HELP if talk else Intent.AMOUNT),
        tokens=tokens,
        level=asking.level,
        count=count,
        smallest=asking.smallest,
        talk=talk,
        codes=codes,
        amounts=(exact,) if exact else () if scaled else find_amounts(numbers),
        scaled=scaled,
        year=int(year["year"]) if year else None,
        year_is_said=bool(year and year["word"]),
        years=years,
        decision=decision["number"] if decision else None,
        decision_is_marked=bool(decision and decision["mark"]),
        date=dates[0][0] if dates else None,
        month=month[0] if month else None,
        original=first_adopted,
        named=_without_ends(named),
        named_edition=named_edition,
    )


def _without_ends(text: str) -> str:
    """A text without the words at its ends that name nothing: `сколько на школы в` is `школы`."""
    said = text.split()
    empty = [all(is_filler(word, sound(word)) for word in words(piece)) for piece in said]
    first = next((index for index, fills in enumerate(empty) if not fills), len(said))
    last = next((index for index, fills in enumerate(reversed(empty)) if not fills), 0)
    return " ".join(said[first : len(said) - last]).strip(" ?!.,;:")


def _clean(text: str) -> str:
    # `compose` drops the number sign, which tells a decision from a code: it is kept aside.
    return compose(text[: 4 * _MAX_LENGTH].replace("№", "\ue000"))[:_MAX_LENGTH].replace("\ue000", "№")


def _tokens(text: str, *, edition: bool, top: bool) -> tuple[tuple[Token, ...], Asking]:
    """The words of a text; what only asks is marked, and where an edition is named, its words too."""
    tokens = []
    for word in words(text):
        spoken = sound(word)
        if spoken:
            around = edition and stands_around(word, spoken)
            tokens.append(Token(word, spoken, is_filler(word, spoken) or around))
    fillers = {number for number, token in enumerate(tokens) if token.filler}
    fillers |= find_speaker([token.folded for token in tokens])
    asking = read_asking([token.sound for token in tokens], fillers, top=top)
    return tuple(
        Token(token.folded, token.sound, number in fillers or number in asking.marks)
        for number, token in enumerate(tokens)
    ), asking


@cache
def _joins() -> re.Pattern[str]:
    """The word that joins a message to the one before: `ал`, `а`, `ещё`."""
    return re.compile(rf"^\s*{load_asking_words().pattern(Asks.GOES_ON)}[\s,]*", re.IGNORECASE)


@cache
def _year_beside(asks: Asks) -> re.Pattern[str]:
    """What names a year by the one answered from: `в прошлом году`, `келесі жылы`."""
    return re.compile(rf"\b{load_asking_words().pattern(asks)}", re.IGNORECASE)


def _without_edition(question: Question) -> Question:
    """What a question names, whatever edition it asks for. A year without `жыл` or `год` is a word too."""
    years = {str(year) for year in question.years}
    number = tuple((question.decision or "").split("-"))
    codes = tuple(run for run in question.codes if run != number)
    return replace(
        question,
        tokens=tuple(token for token in question.tokens if token.sound not in years),
        codes=codes,
        amounts=() if question.codes and not codes else question.amounts,
        parts=tuple(_without_edition(part) for part in question.parts),
    )


def _with_edition(named: Question, asked: Question) -> Question:
    """What one question names, in the edition that another asks for."""
    return replace(
        named,
        text=f"{named.named} {asked.named_edition}".strip(),
        named_edition=asked.named_edition,
        year=asked.year,
        year_is_said=asked.year_is_said,
        years=asked.years,
        decision=asked.decision,
        decision_is_marked=asked.decision_is_marked,
        date=asked.date,
        month=asked.month,
        original=asked.original,
    )


def _beside(year: int, asked: Question) -> Question:
    """The edition a question asks for, to be compared with a year: `сравни с 2014`."""
    years = tuple(dict.fromkeys((year, *asked.years)))
    return replace(asked, year=year, years=years, named_edition=f"{year} {asked.named_edition}".strip())


def _with_intent(question: Question, asked: Question) -> Question:
    """A question with the intent of another one, where that has one."""
    if asked.intent in _NOT_ASKED:
        return question
    intent, level, count = asked.intent, asked.level, asked.count
    return replace(question, intent=intent, level=level, count=count, smallest=asked.smallest)
