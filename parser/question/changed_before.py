"""What a message asks of a change or a comparison of the lines before: `қайсысы көп өсті`, `неге аз`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import without_edition
from parser.question.counted_from import counts_from, without_counting
from parser.question.degrees import read_comparative
from parser.question.going_on import beside_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.lines_together import all_together, of_several_years
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.small_words import SmallWord, is_small
from parser.question.unlike_before import PlaceWords
from parser.text.folding import sound, sounds


def asks_why(question: Question) -> Question:
    """A message that asks why a line has so much or so little, as one of how it changed: `неге көп`.

    Its word of size compares nothing and asks for no largest line. `ең көп ақша неге кетеді` asks on what.

    Args:
        question: the message; any other one stays as it is.
    """
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    sized = question.relation is Relation.COMPARED and question.frame.direction is None
    other = (Asks.SPENDS, Asks.VERY, Asks.OF_ALL, Asks.LINE, Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.CASH)
    if not (sized and question.names_nothing and heard.any_says(Asks.REASON)) or heard.any_says(*other):
        return question
    return replace(question, frame=Frame(Intent.CHANGE, reason=True), relation=Relation.NAMED, talk=None)


def since_edition(text: str, previous: Question) -> Question | None:
    """The line before since an edition, where a message names that alone: `с решения 12-3`, `шешімнен бері`.

    Args:
        text: the message.
        previous: the whole question before it.

    Returns:
        None where it says no such word, names a line or asks something, or no single line was asked for.
    """
    of_one = (previous.names_line or previous.path) and not (previous.parts or previous.exclusions)
    if not of_one or not (counts_from(text) or _begins_since(text)):
        return None
    own = read_question(without_counting(text))
    named = own.names_decision or own.original or own.in_order.step
    alone = (
        without_edition(own).names_nothing and own.frame.asks_nothing_more and own.relation is Relation.NAMED
    )
    return beside_edition(previous, own) if named and alone and not own.asks_several_editions else None


def _begins_since(text: str) -> bool:
    """Whether a message begins with `с`, as what names an edition since which something is counted."""
    first = next(iter(sounds(text)), "")
    return load_asking_words().says(first, Asks.SINCE)


def as_share_of_all(question: Question) -> Question:
    """A message that asks how much something is of all money, as one of a share: `сколько от бюджета`.

    Args:
        question: the message; any other one stays as it is.
    """
    asking, said = load_asking_words(), [token.sound for token in question.tokens]
    of_all = (Asks.WHOLE, Asks.OF_SPENDING, Asks.OF_RECEIPTS)
    how_much = any(asking.says(word, Asks.HOW_MUCH) for word in said)
    all_of = any(
        is_small(SmallWord.OUT_OF_ALL, word) and any(asking.says(each, *of_all) for each in said[after:][:2])
        for after, word in enumerate(said, start=1)
    )
    named = {token.sound for token in question.tokens if not token.filler}
    other = any(not asking.says(word, *of_all) for word in named)
    if not (how_much and all_of) or other or not question.frame.asks_nothing_more or question.asks_edition:
        return question
    return replace(question, frame=Frame(Intent.SHARE), relation=Relation.NAMED)


def changed_together(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """The lines that were named before, with how each changed: `қайсысы көп өсті`, `что выросло сильнее`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.

    Returns:
        None where it asks which of all lines changed, or fewer than two were named before.
    """
    frame = question.frame
    plain = question.names_nothing and not (question.parts or question.asks_edition or frame.bounds)
    if frame.intent is not Intent.CHANGE or frame.direction is None or frame.reason or not plain:
        return None
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    degree = heard.any_says(Asks.MORE, Asks.LESS) or any(
        read_comparative(token.sound) is not None for token in question.tokens
    )
    of_all = heard.any_says(Asks.VERY, Asks.OF_ALL, Asks.ROW, Asks.LINE)
    of_two = heard.any_says(Asks.WHICH_OF, Asks.WHAT)
    if not (degree and of_two) or of_all:
        return None
    less = heard.any_says(Asks.LESS)
    asked_frame = Frame(Intent.CHANGE, direction=frame.direction, smallest=less)
    asked = Question("", asked_frame, (), relation=Relation.COMPARED)
    return all_together(asked, previous, find_places)


def repeat_comparison(question: Question, previous: Question) -> Question | None:
    """A comparison again whose message asks what it told already: `на сколько процентов` behind two years.

    Behind how a line changed it is what was at first beside what is now.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where it asks something else, or nothing was compared and nothing is told of a change.
    """
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    by_how_much = heard.any_says(Asks.PERCENT) and heard.any_says(Asks.HOW_MUCH)
    told = previous.intent is Intent.COMPARE or previous.relation is Relation.COMPARED
    asks = question.intent is Intent.SHARE and question.names_nothing and not question.asks_edition
    if not (by_how_much and asks):
        return None
    of_line = previous.intent is Intent.CHANGE and (previous.names_line or previous.path)
    return by_how_much_changed(previous) if told or of_line else None


def by_how_much_changed(previous: Question) -> Question:
    """By how much what was asked for before is another than it was: again, where that was told already.

    Args:
        previous: the whole question before the message.
    """
    if previous.intent is Intent.COMPARE or previous.relation is Relation.COMPARED:
        return previous
    asked = Question("", Frame(), (), relation=Relation.COMPARED)
    if previous.intent is not Intent.CHANGE and (years := of_several_years(asked, previous)) is not None:
        return years
    if previous.names_decision or previous.original or previous.in_order.step:
        return replace(previous, frame=Frame(Intent.CHANGE))
    return replace(previous, frame=Frame(Intent.COMPARE), original=True)


def add_to_told(question: Question, previous: Question, find_places: PlaceWords) -> Question | None:
    """Lines that were told together, with one more: `а если добавить туризм`, `ал туризмді қосса`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.

    Returns:
        None where it adds no line of its own, or no several lines were asked for before.
    """
    adds = question.relation is Relation.SUMMED and question.names_line and not question.parts
    if not adds or not previous.parts or question.asks_edition or question.exclusions:
        return None
    asking, said = load_asking_words(), question.named.split()
    named = " ".join(word for word in said if not asking.says(sound(word), Asks.SUM))
    added = replace(question, frame=Frame(), relation=Relation.NAMED, named=named)
    asked = Question("", Frame(), (), relation=Relation.SUMMED)
    return all_together(asked, replace(previous, parts=(*previous.parts, added)), find_places)
