"""A line that a message names, set beside the one before it: `больше чем на школы?`, `сравни со школами`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition, without_edition
from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.question import Question
from parser.question.unlike_before import has_cuts, say_unlike
from parser.question.word_forms import TOGETHER
from parser.text.folding import sound

_IN_CASE = re.compile("(?:[dn]an|men)$")  # of a Kazakh word as it sounds: бұдан, бұнымен
_CASE_LENGTH = 3  # letters of these endings
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
