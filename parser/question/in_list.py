"""The line of a list that a message means by its number or its place: `второе`, `а следующее`."""

from __future__ import annotations

from collections.abc import Mapping

from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import carried_frame, with_edition
from parser.question.choice import read_choice
from parser.question.intents import Frame, Intent, Unsaid
from parser.question.of_shown import OfShown, load_of_shown
from parser.question.question import Question
from parser.question.reading import read_question
from parser.question.shown_before import ShownBefore
from parser.question.word_forms import OF_THOSE

_LAST = -1
_STEPS = ((Asks.NEXT, 1), (Asks.PREVIOUS, -1))
_OF_EDITIONS = (Asks.DECISION, Asks.AMENDMENT, Asks.VERSION, Asks.YEAR)


def choose_in_list(question: Question, shown: ShownBefore) -> Question | None:
    """The line that a message chooses of a list that was shown, in the edition of the question before.

    Args:
        question: the message.
        shown: what the answer before it showed.

    Returns:
        None where it chooses none; that there are no more lines where the list ends before that one.
    """
    if (step := _read_step(question)) is not None:
        return _walk(step, question, shown)
    previous = shown.question
    # Offered alone is the line that was asked of: `первое` is of the list that it was chosen from.
    alone = len(shown.offered) == 1 and shown.outer and find_in_list(previous, shown.offered) is not None
    behind = _goes_back(question) or alone
    for listed in (shown.outer, shown.offered) if behind else (shown.offered, shown.outer):
        chosen = choose_line(question, listed)
        if chosen is not None:
            return with_edition(replace(chosen, frame=carried_frame(previous)), previous)
    return None


def choose_line(question: Question, offered: Mapping[int, str]) -> Question | None:
    """The line that a message chooses of those that were offered with numbers: `второе`, `2`, `екіншісі`.

    Args:
        question: the message.
        offered: the paths by their numbers; an office with lines in several groups by its code.

    Returns:
        None where it chooses none of them.
    """
    number = read_choice(question)
    if number == _LAST:
        number = max(offered, default=0)
    if number is None and question.names_nothing:
        number = question.frame.at_rank  # и на втором месте что?
    if number is None or number not in offered:
        return None
    return replace(line_at(offered[number], question.text), said=question.tokens)


def line_at(place: str, named: str) -> Question:
    """The question of a line of a list.

    Args:
        place: its path, or the code of an office.
        named: what the person calls it.
    """
    if place.isdecimal():
        return replace(read_question(place), text=named, named=named)
    return Question(named, Frame(), (), path=place, named=named)


def _walk(step: int, question: Question, shown: ShownBefore) -> Question | None:
    """The line beside the one chosen last; the second of the largest, of which none was chosen."""
    previous = shown.question
    places = [(listed, find_in_list(previous, listed) or 0) for listed in (shown.offered, shown.outer)]
    picked = shown.offered and previous.intent is Intent.LARGEST and previous.frame.bounds is None
    none_chosen = ((shown.offered, 1),) if picked else ()
    found = next((each for each in (*places, *none_chosen) if each[1]), None)
    if found is None:
        return None
    listed, at = found
    if at + step not in listed:
        ends = replace(question, lacks=Unsaid.MORE, talk=None)
        return ends if step > 0 else None  # `предыдущее` решение
    return with_edition(replace(line_at(listed[at + step], question.text), said=question.tokens), previous)


def _goes_back(question: Question) -> bool:
    """Whether it asks for what was shown earlier: `вернись к первому`."""
    return any(found.phrase.meaning is OfShown.BACK for found in load_of_shown().find(question.tokens))


def find_in_list(question: Question, listed: Mapping[int, str]) -> int | None:
    """At which number of a list the line stands that a question asks of; None where it does not.

    Args:
        question: what is asked.
        listed: the paths by their numbers.
    """
    code = "".join(question.codes[0]) if len(question.codes) == 1 and not question.path else None
    return next((number for number, place in listed.items() if place in {question.path, code}), None)


def _read_step(question: Question) -> int | None:
    """How far from the line that was chosen a message goes by its order alone: `следующее`, `алдыңғысы`."""
    asking, said = load_asking_words(), [token.sound for token in question.tokens]
    plain = question.frame.asks_nothing_more and not question.codes and not question.years
    if not plain or any(asking.says(word, *_OF_EDITIONS) for word in said):
        return None
    named = [token.sound for token in question.tokens if not token.filler] or said
    for asks, step in _STEPS:
        steps = [
            word for word in named if any(asking.says(form, asks) for form in (word, OF_THOSE.sub("", word)))
        ]
        others = [word for word in named if word not in steps]
        if steps and all(
            asking.says(word, Asks.LINE, Asks.CHOICE, Asks.WHAT, Asks.HOW_MUCH) for word in others
        ):
            return step
    return None
