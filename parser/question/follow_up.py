"""A message that goes on from the one before it: `ал 2014 жылы?`, `и спорт?`, `на сколько выросло?`."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.question.intents import Direction, Frame, Intent, ListedLevel
from parser.question.named_years import year_beside
from parser.question.question import Question
from parser.question.reading import read_question

FindPlaces = Callable[[Question], Set[str]]

# What is asked of the next line too: `как изменилось образование`, `а спорт?`.
_CARRIED_ON = frozenset({Intent.CHANGE, Intent.SHARE, Intent.LARGEST, Intent.LIST})
_LEVELS_OF_ALL = frozenset({ListedLevel.GROUP, ListedLevel.ADMINISTRATOR})
_LINES_OF_ALL = frozenset({Direction.ADDED, Direction.REMOVED})


def read_follow_up(
    text: str, previous: Question, year: int, find_places: FindPlaces = lambda _: frozenset()
) -> Question:
    """The whole question that a message asks after another one.

    Args:
        text: the message.
        previous: the whole question before it, with what it asked of which edition.
        year: the budget year that was answered from.
        find_places: the words of a question that name a place, as they sound.

    Returns:
        The message's own question where it stands alone; else what it names with the edition asked for
        before (`и спорт?`), or what was named before with the edition, the place or the frame that it asks
        for (`ал 2014 жылы?`, `а в Астане?`, `на сколько выросло?`). Questions are joined as values, not as
        texts.
    """
    joined = _joins().match(text)
    said = year_beside(Asks.LAST_YEAR).sub(f" {year - 1} год ", text)
    said = year_beside(Asks.NEXT_YEAR).sub(f" {year + 1} год ", said)
    question = _with_what_only_goes_on(read_question(said[joined.end() :] if joined else said))
    elsewhere = _taken_out_of(previous, question) or _in_another_place(question, previous, find_places)
    if elsewhere is not None or not question.text:
        return elsewhere or read_question(said)
    if question.names_line:
        return _with_line(question, previous, joined=joined is not None)
    return _without_line(question, previous, year, joined=joined is not None)


def goes_on(text: str, find_places: FindPlaces = lambda _: frozenset()) -> bool:
    """Whether what a message asks depends on the one before it: `ал 2014 жылы?`, `и спорт?`."""
    # After two questions that have nothing in common it asks two things.
    before = ((read_question(f"{code} {year}"), year) for code, year in (("464", 2013), ("457", 2014)))
    first, second = (read_follow_up(text, previous, year, find_places) for previous, year in before)
    return first != second


def _with_what_only_goes_on(question: Question) -> Question:
    """A message with what its words ask only where it goes on from another one: `почему?`, `а выше?`."""
    if not question.frame.asks_nothing_more or question.codes or question.asks_edition:
        return question
    frame = _read_going_on(question)
    if frame is None:
        return question
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    return replace(question, tokens=tokens, frame=frame)


def _read_going_on(question: Question) -> Frame | None:
    """What a message asks by words that ask only after another message; None where it has others."""
    asking = load_asking_words()
    named = [token.sound for token in question.tokens if not token.filler]
    asks_why = any(asking.says(token.sound, Asks.WHY) for token in question.tokens)
    if asks_why and all(asking.says(word, Asks.WHY) for word in named):
        return Frame(Intent.CHANGE)  # почему? история
    if named and all(asking.says(word, Asks.PROGRAM, Asks.LINE) for word in named):
        return Frame(Intent.LIST)  # покажи программы
    above = any(asking.says(token.sound, Asks.ABOVE) for token in question.tokens)
    return Frame(above=True) if above and all(asking.says(word, Asks.ABOVE) for word in named) else None


def _is_of_all(question: Question, *, joined: bool) -> bool:
    """Whether a message that names no line asks of the whole budget: `на сколько вырос бюджет`.

    What a decision changed is of all lines, `что урезали в апреле`; how a line changed, `на сколько выросло`,
    is of the line before.
    """
    asking, frame = load_asking_words(), question.frame
    # `в первоначальном бюджете` names an edition, and a share is of the budget.
    beside = frame.intent is Intent.SHARE or (frame.asks_nothing_more and question.asks_edition)
    if any(asking.says(token.sound, Asks.WHOLE) for token in question.tokens) and not (joined or beside):
        return True
    if frame.direction in _LINES_OF_ALL or (frame.side is not None and not joined):
        return True
    if frame.intent is Intent.CHANGE and question.asks_edition:
        return any(asking.says(token.sound, Asks.WHAT) for token in question.tokens)
    return frame.intent is Intent.LARGEST and frame.level in _LEVELS_OF_ALL and not joined


def _with_line(question: Question, previous: Question, *, joined: bool) -> Question:
    """The line that a message names, in the frame and the edition that were asked for before."""
    if question.intent is Intent.COMPARE and not question.parts:
        return _beside_line(question, previous)
    if not joined:
        return question
    if question.frame.asks_nothing_more and previous.intent in _CARRIED_ON:
        question = replace(question, frame=previous.frame)
    return question if question.asks_edition else _with_edition(question, previous)


def _without_line(question: Question, previous: Question, year: int, *, joined: bool) -> Question:
    """What a message that names no line asks: of the line before, unless it is of the whole budget."""
    if _is_of_all(question, joined=joined):
        return question
    if question.asks_edition:
        edition = _beside(year, question) if question.intent is Intent.COMPARE else question
        return _with_frame(_with_edition(_without_edition(previous), edition), question)
    if question.frame.asks_nothing_more:
        asks_again = question.tokens and question.names_nothing and not question.talk
        return replace(previous, frame=Frame()) if asks_again else question
    named = f"{previous.named} {question.named}".strip()
    return _with_frame(_with_edition(replace(previous, named=named), previous), question)


def _beside_line(question: Question, previous: Question) -> Question:
    """The line that a message names beside the one before: `сравни со школами`."""
    named = replace(question, frame=Frame())
    own = named if question.asks_edition else _with_edition(named, previous)
    previous = _without_edition(previous)
    before = previous.parts or (replace(previous, frame=Frame()),)
    parts = tuple(_with_edition(part, own) for part in (*before, named))
    text = ", ".join(part.named for part in parts)
    tokens = (*previous.tokens, *question.tokens)
    return replace(_with_edition(replace(question, named=text), own), tokens=tokens, parts=parts)


def _in_another_place(question: Question, previous: Question, find_places: FindPlaces) -> Question | None:
    """What was asked before, of another place: `а в Астане?`. None where a message names no place alone."""
    named = [token for token in _without_edition(question).tokens if not token.filler]
    if not named or question.codes or not {token.sound for token in named} <= find_places(question):
        return None
    before, rest = find_places(previous), previous
    if question.asks_edition:
        rest = _without_edition(previous)
    kept = tuple(token for token in rest.tokens if token.sound not in before)
    place = " ".join(token.folded for token in named)
    moved = replace(rest, tokens=(*kept, *named), named=f"{previous.named} {place}".strip())
    return _with_frame(_with_edition(moved, question if question.asks_edition else previous), question)


@cache
def _joins() -> re.Pattern[str]:
    """The word that joins a message to the one before: `ал`, `а`, `ещё`."""
    return re.compile(rf"^\s*{load_asking_words().pattern(Asks.GOES_ON)}[\s,]*", re.IGNORECASE)


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
        parts=tuple(map(_without_edition, question.parts)),
        exclusions=tuple(
            replace(
                cut,
                whole=_without_edition(cut.whole),
                parts=tuple(map(_without_edition, cut.parts)),
            )
            for cut in question.exclusions
        ),
    )


def _taken_out_of(previous: Question, question: Question) -> Question | None:
    """What a question takes out of the line that was named before: `а без школ?`; None where it does not."""
    cuts = question.exclusions
    if not cuts or any(cut.of_all or not cut.whole.names_nothing for cut in cuts):
        return None
    exclusions = tuple(
        replace(cut, whole=replace(_without_edition(previous), exclusions=())) for cut in question.exclusions
    )
    question = replace(question, exclusions=exclusions, named=f"{previous.named} {question.named}".strip())
    return question if question.asks_edition else _with_edition(question, previous)


def _with_edition(named: Question, asked: Question) -> Question:
    """What one question names, in the edition that another asks for."""
    return replace(
        named,
        text=f"{named.named} {asked.named_edition}".strip(),
        named_edition=asked.named_edition,
        year=asked.year,
        year_is_said=asked.year_is_said,
        years=asked.years,
        year_shift=asked.year_shift,
        decision=asked.decision,
        decisions=asked.decisions,
        decision_is_marked=asked.decision_is_marked,
        date=asked.date,
        month=asked.month,
        months=asked.months,
        latest=asked.latest,
        in_order=asked.in_order,
        original=asked.original,
    )


def _beside(year: int, asked: Question) -> Question:
    """The edition a question asks for, to be compared with a year: `сравни с 2014`."""
    years = tuple(dict.fromkeys((year, *asked.years)))
    return replace(asked, year=year, years=years, named_edition=f"{year} {asked.named_edition}".strip())


def _with_frame(question: Question, asked: Question) -> Question:
    """A question with what another one asks, where that asks something."""
    return question if asked.frame.asks_nothing_more else replace(question, frame=asked.frame)
