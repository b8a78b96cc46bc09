"""What a message asks of the line before by a word that points to it: `входят ли они в образование`.

It names another line as well, which the one before may stand in or be a share of; or it asks of which money
that is paid, as no other message does behind a line (`откуда деньги на это`).
"""

from __future__ import annotations

from dataclasses import replace

from parser.budget_code import BY_SIDE, Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bounds import BoundUnit
from parser.question.carried_over import of_newest, with_edition, with_unheld
from parser.question.going_on import without_share_base
from parser.question.intents import Frame, Intent, Unheld
from parser.question.of_shown import find_of_shown, line_of
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.shown_before import KnownWords, ShownBefore
from parser.question.standing_in import as_whole, read_standing, read_within, set_inside

_POINTS = (Asks.IT, Asks.THE_ONE, Asks.OF_IT)


def about_it(question: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """What a message asks of the line before that it only points to.

    Args:
        question: the message, read by itself.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words.

    Returns:
        None where it asks something else, or no single line was asked for before.
    """
    previous = shown.question
    of_one = (previous.names_line or previous.path) and not previous.parts
    if not of_one or previous.frame.bounds is not None or question.asks_edition or question.codes:
        return None
    return (
        _ask_own_share(question, previous)
        or _ask_inside(question, previous, known)
        or _ask_share(question, previous, known)
        or _ask_source(question, shown, known)
    )


def of_line_inside(shown: ShownBefore) -> ShownBefore:
    """What was shown, as of one line where it was whether that stands inside another.

    A message behind `входят ли школы в образование` goes on from the schools.
    """
    standing = read_standing(shown.question)
    if not standing.frame.inside:
        return shown
    return replace(shown, question=replace(standing.parts[0], earlier=shown.question.earlier))


def _ask_inside(question: Question, previous: Question, known: KnownWords) -> Question | None:
    """Whether the line before stands inside another one: `входит ли это в образование`."""
    points = any(map(_points, question.tokens))
    if not points and read_standing(question).frame.inside:  # it names both lines
        return None
    whole = read_within(_without_pointer(question))
    if whole is None or not known.names_line(whole):
        return None
    line = replace(line_of(previous), frame=Frame())
    return set_inside(question, line, with_edition(whole, previous))


def _ask_own_share(question: Question, previous: Question) -> Question | None:
    """Whether the line before is so much of all money: `это больше половины?`, and no lines inside it are."""
    bounds = question.frame.bounds
    by_share = bounds is not None and bounds.unit is BoundUnit.SHARE
    if not by_share or not question.names_nothing or not any(map(_points, question.tokens)):
        return None
    return replace(line_of(previous), frame=Frame(Intent.SHARE, own_share=True))


def _ask_share(question: Question, previous: Question, known: KnownWords) -> Question | None:
    """What share of another line the one before is: `какая их доля в образовании`."""
    bare = _without_pointer(question)
    own = without_share_base(bare) if bare is not question else None
    if own is None or own.intent is not Intent.SHARE or not (own.names_line and known.names_line(own)):
        return None
    line = replace(line_of(previous), frame=Frame())
    return set_inside(question, line, with_edition(as_whole(own), previous))


def _ask_source(question: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """That no decision says of which money the line before is paid: `откуда деньги на это`.

    Behind revenue, and behind all spending, it is asked where money comes from.
    """
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    from_where = question.frame == Frame(Intent.LIST, side=Side.RECEIPTS) and question.names_nothing
    if not from_where or not heard.may_say(Asks.WHERE_FROM):
        return None
    if find_of_shown(question, known.names_line) is not None:  # откуда цифра
        return None
    if heard.any_says(Asks.INCOME):  # а доходы откуда
        return question
    of_all = heard.any_says(Asks.WHOLE, Asks.ACTOR) or shown.is_total
    if of_all or shown.section is not BY_SIDE[Side.SPENDING]:
        return None
    return with_unheld(replace(line_of(of_newest(shown.question)), frame=Frame()), Unheld.SOURCE)


def _points(token: Token) -> bool:
    return load_asking_words().says(token.sound, *_POINTS)


def _without_pointer(question: Question) -> Question:
    """A message without the words that point to the line before; itself where none does."""
    kept = [token.folded for token in question.tokens if not _points(token)]
    return read_question(" ".join(kept)) if len(kept) < len(question.tokens) else question
