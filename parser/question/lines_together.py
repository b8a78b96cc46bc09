"""What a message asks of several lines together, of which others before it named some.

`больше чем на школы?` after one line, `вместе сколько`, `что больше` after two, `сравни со школами`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition, without_edition
from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.numerals import read_collective
from parser.question.question import Question
from parser.question.unlike_before import are_of_one_edition, find_other_than_plain, has_cuts, say_unlike
from parser.question.word_forms import TOGETHER
from parser.text.folding import sound

PlaceWords = Callable[[Question], Set[str]]
"""The words of a question that name a place."""

_IN_CASE = re.compile("(?:[dn]an|men)$")  # of a Kazakh word as it sounds: бұдан, бұнымен
_CASE_LENGTH = 3  # letters of these endings
_LISTS = frozenset({Intent.LARGEST, Intent.LIST})
_PAIR = 2  # lines that are asked of together, at least: two from before, or one and the message's own


def lines_to_set_together(own: Question, previous: Question) -> tuple[Question, ...]:
    """The lines from before that may be asked of together, with each other or with the message's own.

    Args:
        own: the message, read by itself.
        previous: the whole question before it.

    Returns:
        What asked for them, oldest first; nothing where a message names an edition, codes or several lines
        of its own, or too few lines stand before it.
    """
    if own.asks_edition or own.codes or own.parts or not previous.named or previous.parts:
        return ()
    if previous.frame.bounds is not None or own.frame.own_share:  # `а доходы?` after `расходы больше 1 млрд`
        return ()
    if _names_beside(own):
        return () if _asks_total_alone(own) or _changed_alone(own) else (previous,)
    return () if previous.before is None else (previous.before, previous)


def _changed_alone(own: Question) -> bool:
    """Whether it is asked only which way its own line changed: `садиктерге көбейді ме әлде азайды ма`.

    The `or` stands between two verbs then, and not between two lines.
    """
    if own.intent is not Intent.CHANGE or own.relation is not Relation.NAMED:
        return False
    said = [token.sound for token in own.tokens]
    asking = load_asking_words()
    verbs = [number for number, word in enumerate(said) if asking.asks_change(word)]
    between = [number for number, word in enumerate(said) if asking.says(word, Asks.OR)]
    beside = (Asks.SUM, Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.COMPARE, Asks.TIMES, Asks.WITH)
    relates = any(asking.says(word, *beside) for word in said if not asking.asks_change(word))
    return bool(between and verbs) and not relates and verbs[0] < between[0] < verbs[-1]


def _asks_total_alone(own: Question) -> bool:
    """Whether a message that names a line asks only how much that is: `сколько всего на спорт`.

    Of a line from before it asks too where a word adds it to that, or sets it beside: `всего с садиками`.
    """
    beside = (Asks.SUM, Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.COMPARE, Asks.TIMES, Asks.OR, Asks.WITH)
    asking = load_asking_words()
    spoken = [token.sound for token in own.tokens]
    if _total().search(own.text) is None or any(asking.says(word, *beside) for word in spoken):
        return False
    return not any(TOGETHER.search(token.sound) for token in own.tokens if not token.filler)


def name_it(text: str, previous: Question) -> str | None:
    """A message with the line before instead of the word that points to it: `культура или это`.

    Args:
        text: the message.
        previous: the whole question before it.

    Returns:
        None where no word points to it, or several lines were named before.
    """
    match = _it().search(text)
    if match is None or not previous.named or previous.parts:
        return None
    said = match.group()
    ending = said[-_CASE_LENGTH:] if _IN_CASE.search(sound(said)) else ""
    return f"{text[: match.start()]}{previous.named}{ending}{text[match.end() :]}"


def unpointed(text: str) -> str:
    """A message without the word that points to the line before."""
    return _it().sub(" ", text)


@cache
def _it() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.IT)}", re.IGNORECASE)


@cache
def _total() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.TOTAL)}", re.IGNORECASE)


def keep_plain(
    together: Question | None, message: Question, lines: Sequence[Question], find_places: PlaceWords
) -> Question | None:
    """What is asked of lines together; where they were no plain amounts of one edition, that this is so.

    Args:
        together: what is asked of them; None where nothing is.
        message: what asks for it.
        lines: the questions before it that named them.
        find_places: the words of a question that name a place.
    """
    if together is None:
        return None
    if len(lines) > 1:
        return _find_unlike(message, lines[-1], lines, find_places) or together
    cut = [each for each in lines if has_cuts(each)]
    return say_unlike(message, cut, Unsaid.NOT_PLAIN) if cut else together


def set_together(whole: Question, previous: Question) -> Question | None:
    """What is asked of two lines together, in the edition that was asked for before.

    Args:
        whole: the lines from before and the message behind them, read as if they were one.
        previous: the whole question before it.

    Returns:
        None where nothing is asked of two lines together.
    """
    if whole.relation is Relation.NAMED or len(whole.parts) != _PAIR:
        return None
    parts = tuple(with_edition(part, previous) for part in whole.parts)
    # Its own words name no line and no place: Қосшы is a town too.
    tokens = tuple(token for part in parts for token in part.tokens)
    return replace(with_edition(whole, previous), parts=parts, tokens=tokens)


def _names_beside(question: Question) -> bool:
    """Whether a message names a line, and not only what is asked of two: `сложи`, `екеуін қосшы`."""
    asking = load_asking_words()
    relating = (Asks.SUM, Asks.TOTAL, Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.COMPARE, Asks.TIMES)
    named = (token.sound for token in question.tokens if not token.filler)
    return any(not asking.says(word, *relating) for word in named)


def of_several_years(question: Question, previous: Question) -> Question | None:
    """A line in the years that it was asked for in, compared: `на сколько больше?` after `а в 2014?`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where one line was asked for in one year alone, or the message compares nothing.
    """
    frame = question.frame
    grew = frame.intent is Intent.CHANGE and question.names_nothing and not (frame.which or frame.same)
    grew = grew and not (frame.reason or frame.picks_rows) and not _asks_what(question)
    if not (question.relation is Relation.COMPARED or grew) or question.asks_edition or previous.parts:
        return None
    frame, earlier = Frame(Intent.COMPARE), previous.earlier
    if grew and (earlier is None or (previous.year or 0) <= max(earlier.years, default=0)):
        return None  # how it changed in its year
    if previous.frame.every_year or len(previous.years) > 1:
        return replace(previous, frame=replace(frame, every_year=previous.frame.every_year))
    if earlier is None or not previous.years or _words_of(earlier) != _words_of(previous):
        return None
    years = tuple(dict.fromkeys((*earlier.years, *previous.years)))
    every = replace(frame, every_year=not earlier.years)
    if earlier.years and len(years) == 1:
        return None
    said = previous.named if every.every_year else f"{previous.named} {', '.join(map(str, years))}"
    return replace(previous, text=said.strip(), years=years, frame=every)


def _asks_what(question: Question) -> bool:
    asking = load_asking_words()
    return any(asking.says(token.sound, Asks.WHAT, Asks.WHY) for token in question.tokens)


def _words_of(question: Question) -> tuple[str, ...]:
    """The words of a question that name its line."""
    named = (token.sound for token in without_edition(question).tokens if not token.filler)
    return tuple(named)


def add_up_all(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """The sum of lines that were named one after another, where only that is asked: `всё вместе`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.
    """
    asking = load_asking_words()
    asks = (Asks.SUM, Asks.TOTAL, Asks.EVERYTHING)
    said = [token for token in question.tokens if not token.filler and read_collective(token.folded) is None]
    only = all(asking.says(token.sound, *asks) for token in said)
    several = _says_all(question) or (_count_said(question) or 0) > _PAIR
    if not (question.relation is Relation.SUMMED and only and several):
        return None
    frame = replace(question.frame, intent=Intent.AMOUNT, direction=None)
    return all_together(replace(question, frame=frame), previous, find_places)


def all_together(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """The lines that were named before, with what is asked of them together: `и что больше?`, `сложи`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.

    Returns:
        None where it asks nothing of several lines; what stands in the way where one of these was asked for
        as something else than its amount, or not all in one edition.
    """
    if question.relation is Relation.NAMED or question.asks_edition:
        return None
    if previous.frame.bounds is not None and not _says_all(question):
        return None  # `а меньше?` after `расходы больше 1 млрд`
    most = _count_said(question) or (None if _says_all(question) else _PAIR)
    named = previous.parts or _list_before(previous, most, with_told=_joins_told(question))
    if len(named) < _PAIR:
        return None
    unlike = _find_unlike(question, previous, named, find_places)
    if unlike is not None:
        return unlike
    parts = tuple(replace(with_edition(part, previous), frame=Frame(), parts=()) for part in named)
    named_all = ", ".join(part.named for part in parts)
    joined = replace(previous, named=named_all, frame=question.frame, path=None)
    tokens = tuple(token for part in parts for token in part.tokens)
    whole = with_edition(joined, previous)
    if _changed(question, previous, named):  # how they changed together: what they were at first, and are
        whole = replace(whole, frame=Frame(Intent.COMPARE), original=True, latest=True)
    return replace(whole, tokens=tokens, parts=parts, relation=question.relation, exclusions=())


def _changed(question: Question, previous: Question, named: Sequence[Question]) -> bool:
    """Whether lines are added up of each of which it was asked how it changed in its year."""
    summed = question.relation is Relation.SUMMED and question.frame.asks_nothing_more
    changed = all(each.intent is Intent.CHANGE for each in named)
    return summed and changed and not (previous.names_decision or previous.original)


def _count_said(question: Question) -> int | None:
    """How many lines a message says that it is of: `үшеуін қос`, `все три вместе`; None where it does not."""
    said = (read_collective(token.folded) for token in question.tokens)
    return next((number for number in said if number is not None and number > 1), None)


def more_than_shown(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """A line that is asked to be how much more than the one before: `на сколько садики больше`.

    Of several that were named before, one of which it is, these are compared: `и на сколько школы больше`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.
    """
    asking, frame = load_asking_words(), question.frame
    said = [token.sound for token in question.tokens]
    more = any(asking.says(word, Asks.MORE, Asks.LESS) for word in said)
    by_how_much = more and any(asking.says(word, Asks.HOW_MUCH) for word in said)
    listed = frame.level or frame.count or frame.bounds or frame.which or question.asks_edition
    plain = frame.intent in {Intent.LARGEST, Intent.AMOUNT} and not listed and frame.beyond_plan is None
    if not (by_how_much and plain and question.names_line) or question.parts or question.exclusions:
        return None
    compared = replace(question, frame=Frame(Intent.COMPARE), relation=Relation.COMPARED)
    words = set(question.words)
    if previous.parts:
        is_one = any(words <= set(part.words) for part in previous.parts)
        return all_together(compared, previous, find_places) if is_one else None
    named = previous.names_line and previous.frame.asks_nothing_more and not words & set(previous.words)
    return beside_line(compared, previous) if named else None


def _find_unlike(
    question: Question, previous: Question, named: Sequence[Question], find_places: PlaceWords
) -> Question | None:
    """The message with what keeps the lines before it from being told together; None where nothing does."""
    if previous.parts:  # one question named them all, in one edition
        return say_unlike(question, [previous], Unsaid.NOT_PLAIN) if has_cuts(previous) else None
    others = find_other_than_plain(named, question.intent)
    if others:
        return say_unlike(question, others, Unsaid.NOT_PLAIN)
    of_one = are_of_one_edition(named, find_places)
    return None if of_one else say_unlike(question, named, Unsaid.OTHER_EDITIONS)


def _says_all(question: Question) -> bool:
    asking = load_asking_words()
    return any(asking.says(token.sound, Asks.EVERYTHING) for token in question.tokens)


def _joins_told(question: Question) -> bool:
    """Whether a message may ask of lines told together before, with one more; not `сколько всего дали`."""
    said = [token.sound for token in question.tokens]
    sums = any(load_asking_words().says(word, Asks.SUM) for word in said)
    return sums or question.relation is Relation.COMPARED


def _list_before(previous: Question, most: int | None, *, with_told: bool) -> tuple[Question, ...]:
    """The questions that the last lines were named by, each line once, the oldest first.

    Where several were named at once, these were told together already; a line named right behind them joins
    them: `что больше, школы или садики?`, `а спорт?`, `сколько вместе?`.

    Args:
        previous: the last of them.
        most: how many questions are looked at; None for all that are remembered.
        with_told: whether those that were told together may be meant too.
    """
    said: list[Question] = []
    asked: Question | None = previous
    while asked is not None and not asked.parts and (most is None or len(said) < most):
        if not (len(said) > 1 and said[-1].path and asked.intent in _LISTS):  # of which they were chosen
            said.append(asked)
        asked = asked.earlier
    together = asked.parts if with_told and asked is not None and len(said) == 1 else ()
    named = [*together, *(each for each in reversed(said) if each.names_line)]
    lines = {each.path or (_words_of(each), each.codes, has_cuts(each)): each for each in named}
    return tuple(lines.values())


def compares_editions(question: Question) -> bool:
    """Whether a message compares its own line in several editions: `сравни школы 2013 и 2014`.

    `сравни со школами в 2013 и 2014` sets its line beside the one before.

    Args:
        question: the message.
    """
    order = question.in_order
    decisions = len(question.decisions) + len(question.months) + (order.standing is not None)
    dates = max(len(question.seasons), len(question.adopted))
    several = len(question.years) > 1 or decisions > 1 or bool(order.beside) or dates > 1
    return (several or (question.original and question.latest)) and not _set_beside().search(question.text)


@cache
def _set_beside() -> re.Pattern[str]:
    """`со школами`; but `с 2014`."""
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.WITH)}\s+(?!\d)", re.IGNORECASE)


def beside_line(question: Question, previous: Question) -> Question:
    """The line that a message names beside the one before: `сравни со школами`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        That this is not told where something was taken out of the line before.
    """
    if has_cuts(previous):
        return say_unlike(question, [previous], Unsaid.NOT_PLAIN)
    named = replace(question, frame=Frame())
    own = named if question.asks_edition else with_edition(named, previous)
    previous = without_edition(previous)
    before = previous.parts or (replace(previous, frame=Frame()),)
    parts = tuple(with_edition(part, own) for part in (*before, named))
    text = ", ".join(part.named for part in parts)
    tokens = (*previous.tokens, *question.tokens)
    return replace(with_edition(replace(question, named=text), own), tokens=tokens, parts=parts)
