"""What a message asks of several lines together that were named before it: `вместе сколько`, `что больше`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.beside_before import beside_line
from parser.question.carried_over import of_newest, with_edition, without_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.numerals import read_collective
from parser.question.question import Question
from parser.question.small_words import SmallWord, is_small
from parser.question.unlike_before import PlaceWords, find_unlike, has_cuts

_LISTS = frozenset({Intent.LARGEST, Intent.LIST})
_PAIR = 2  # lines that are asked of together, at least


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
    told = _years_said(question, previous) or (previous.years if len(previous.years) > 1 else ())
    if previous.frame.every_year or told:
        text = f"{previous.named} {', '.join(map(str, told))}" if told != previous.years else previous.text
        asked = replace(frame, every_year=previous.frame.every_year)
        return replace(previous, text=text.strip(), years=told or previous.years, frame=asked)
    if earlier is None or not previous.years or _words_of(earlier) != _words_of(previous):
        return None
    years = tuple(dict.fromkeys((*earlier.years, *previous.years)))
    more = (_count_said(question) or 0) > _PAIR  # of which the first question named none: every year
    every = replace(frame, every_year=more or not earlier.years)
    if earlier.years and len(years) == 1 and not more:
        return None
    said = previous.named if every.every_year else f"{previous.named} {', '.join(map(str, years))}"
    return replace(previous, text=said.strip(), years=years, frame=every)


def _years_said(question: Question, previous: Question) -> tuple[int, ...]:
    """As many years as a message says, of a line that was asked for in one after another: `үшеуін салыстыр`.

    The first question may have named none: then all years that there are are meant, and not these.
    """
    most, years = _count_said(question) or 0, list[int]()
    asked: Question | None = previous
    if most <= _PAIR:
        return ()
    while asked is not None and _words_of(asked) == _words_of(previous) and len(years) < most:
        years += [year for year in reversed(asked.years) if year not in years]
        asked = asked.earlier
    return tuple(sorted(years)) if len(years) == most else ()


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
    if question.relation is Relation.NAMED or question.asks_edition or asks_which_year(question):
        return None
    if previous.frame.bounds is not None and not _says_all(question):
        return None  # `а меньше?` after `расходы больше 1 млрд`
    every = _says_all(question) or _asks_largest_of_them(question)
    most = _count_said(question) or (None if every else _PAIR)
    named = previous.parts or _list_before(previous, most, with_told=_joins_told(question))
    if len(named) < _PAIR:
        return None
    unlike = find_unlike(question, previous, named, find_places)
    if unlike is not None:
        return unlike
    compared = all(_compares_editions(each) for each in named)
    previous = _in_latest(previous) if compared and question.relation is Relation.COMPARED else previous
    parts = tuple(replace(with_edition(part, previous), frame=Frame(), parts=()) for part in named)
    named_all = ", ".join(part.named for part in parts)
    joined = replace(previous, named=named_all, frame=_frame_of(question), path=None)
    tokens = tuple(token for part in parts for token in part.tokens)
    whole = with_edition(joined, previous)
    if _changed(question, previous, named):  # how they changed together: what they were at first, and are
        whole = replace(whole, frame=Frame(Intent.COMPARE), original=True, latest=True)
    if compared and question.relation is Relation.SUMMED:  # in all of these editions
        every = named[-1].frame.every_year
        whole = replace(whole, frame=Frame(Intent.COMPARE, every_year=every))
    return replace(whole, tokens=tokens, parts=parts, relation=question.relation, exclusions=())


def _compares_editions(question: Question) -> bool:
    """Whether a line was asked for in several editions: `школы 2013 и 2014`, `доходы по годам`."""
    several = len(question.years) > 1 or question.frame.every_year
    return not question.parts and (question.intent is Intent.COMPARE or several)


def asks_which_year(question: Question) -> bool:
    """Whether it is asked in which year something is more, and of no two lines: `в каком году он больше`.

    Args:
        question: the message.
    """
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    return heard.any_says(Asks.YEAR) and not (question.years or question.year_shift or question.this_year)


def _in_latest(question: Question) -> Question:
    """A question of several editions, asked of the latest year and decision of these."""
    newest = of_newest(question)
    if len(newest.years) <= 1:
        return newest
    year = max(newest.years)
    return replace(newest, years=(year,), year=year, named_edition=str(year))


def largest_of_named(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """The largest of the lines that were named one after another: `что из них дороже всего`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.

    Returns:
        None where it asks something else, or one line or a list stands before it.
    """
    if not _asks_largest_of_them(question) or previous.intent in _LISTS:
        return None
    compared = replace(question, relation=Relation.COMPARED)
    return all_together(compared, previous, find_places)


def _asks_largest_of_them(question: Question) -> bool:
    """Whether the largest is asked for of several things that a word points to: `из них`, `олардың`."""
    frame = question.frame
    plain = question.names_nothing and not (question.asks_edition or question.parts or question.exclusions)
    listed = frame.level or frame.count or frame.at_rank or frame.bounds or frame.ranked
    points = any(is_small(SmallWord.THEM, token.sound) for token in question.tokens)
    return frame.intent is Intent.LARGEST and plain and not listed and points


def _frame_of(question: Question) -> Frame:
    """What is asked of lines together; a verb that adds them up tells of no change: `екеуін қосып бер`."""
    asking, said = load_asking_words(), [token.sound for token in question.tokens]
    changing = [word for word in said if asking.asks_change(word)]
    adds = question.relation is Relation.SUMMED and all(asking.says(word, Asks.SUM) for word in changing)
    if question.intent is not Intent.CHANGE or not adds:
        return question.frame
    return replace(question.frame, intent=Intent.AMOUNT, direction=None)


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
        most: how many lines are meant; None for all that are remembered.
        with_told: whether those that were told together may be meant too.
    """
    lines: dict[object, Question] = {}  # newest first: what is asked of one again is no other line
    asked: Question | None = previous
    newest: Question | None = None
    while asked is not None and not asked.parts and (most is None or len(lines) < most):
        of_list = len(lines) > 1 and newest is not None and newest.path and asked.intent in _LISTS
        if asked.names_line and not of_list:  # of which they were chosen
            lines.setdefault(_line_of(asked), asked)
            newest = asked
        asked = asked.earlier
    together = asked.parts if with_told and asked is not None and len(lines) == 1 else ()
    named = [*together, *reversed(lines.values())]
    return tuple({_line_of(each): each for each in named}.values())


def _line_of(question: Question) -> object:
    """What tells the line of a question from others."""
    return question.path or (_words_of(question), question.codes, has_cuts(question))
