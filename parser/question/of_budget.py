"""Whether a message that names no line asks of the whole budget, or of the line shown before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from parser.budget_code import BY_SIDE, Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import without_edition
from parser.question.decision_list import asks_which_decision
from parser.question.directions import is_said
from parser.question.intents import Direction, Frame, Intent, ListedLevel, Relation
from parser.question.question import Question, Token
from parser.question.standing_alone import asks_where_most, asks_which_of_all, points_back
from parser.records import Section

_LINES_OF_ALL = frozenset({Direction.ADDED, Direction.REMOVED})
_SEVERAL = 2  # places
# Beside the word for the budget: it is asked which lines, or of the other side.
_OF_LINES = (
    Asks.WHAT,
    Asks.WHICH_ONES,
    Asks.WHOSE,
    Asks.WHERE,
    Asks.WHERE_FROM,
    Asks.LINE,
    Asks.PROGRAM,
    Asks.ROW,
    Asks.INCOME,
)


def names_whole_alone(question: Question) -> bool:
    """Whether a message names the budget as one sum: `на сколько урезали бюджет`, no `что урезали в бюджете`.

    Args:
        question: the message.
    """
    asking = load_asking_words().hear([token.sound for token in question.tokens])
    return asking.any_says(Asks.WHOLE) and not asking.any_says(*_OF_LINES)


def is_of_all(question: Question, section: Section | None, *, joined: bool) -> bool:
    """Whether a message that names no line asks of the whole budget: `на сколько вырос бюджет`.

    What a decision changed is of all lines, `что урезали в апреле`; how a line changed, `на сколько выросло`,
    and what is the largest of its side, `на что больше всего`, are of the line before.

    Args:
        question: the message.
        section: of the line before.
        joined: whether a word joins it to the message before.
    """
    asking, frame = load_asking_words(), question.frame
    if section is not None and _asks_which_changed_it(question):
        return False
    whole = (_is_of_whole(question) or asks_where_most(question)) and not joined
    spends_revenue = section is Section.REVENUE and asks_what_for(frame)  # налоги, а куда они уходят
    if whole or spends_revenue:
        return True
    # `куда уходят деньги` is of no tax before it, nor of a deficit
    may_spend = section is None or _is_of_side(section, frame.side)
    inside = (asks_what_for(frame) and may_spend) or (picks_lines(frame) and _is_of_side(section, frame.side))
    offices = frame.level is ListedLevel.ADMINISTRATOR
    # `какому отделу дали`; no revenue is any office's: `отделы` after `доходы`
    any_office = offices and ((frame.which and not joined) or section is Section.REVENUE)
    if (
        any_office
        or frame.direction in _LINES_OF_ALL
        or (frame.side is not None and not joined and not inside)
    ):
        return True
    if question.decision is not None and frame.asks_nothing_more and not joined:
        nouns = [token.sound for token in question.tokens if asking.says(token.sound, Asks.DECISION)]
        return any(not asking.says(noun, Asks.BY_DECISION) for noun in nouns)  # решение 12-3
    if frame.intent is Intent.CHANGE and question.names_decision:
        return _asks_what_it_did(question)
    # `самая большая программа` says all of a list; `самая большая` is of the line before.
    says_what = frame.level is not None or any(
        asking.says(token.sound, Asks.LINE) for token in question.tokens
    )
    return frame.intent is Intent.LARGEST and not joined and says_what and not points_back(question)


def _asks_which_changed_it(question: Question) -> bool:
    """Whether it is asked which decision changed a line, and none is named: `в каком решении добавили`.

    `в каком решении бюджет увеличили` names the budget.
    """
    asking = load_asking_words()
    whole = (token.sound for token in question.tokens if asking.says(token.sound, Asks.WHOLE))
    named = any(not asking.says(word, Asks.DECISION, Asks.AMENDMENT) for word in whole)
    return question.intent is Intent.CHANGE and asks_which_decision(question) and not named


def _is_of_whole(question: Question) -> bool:
    """Whether the budget is named: but as an edition, `в первоначальном бюджете`, or for a share of it."""
    asking, frame = load_asking_words(), question.frame
    beside = frame.intent is Intent.SHARE or (frame.asks_nothing_more and question.asks_edition)
    return (
        any(asking.says(token.sound, Asks.WHOLE) for token in _without_each_decision(question)) and not beside
    )


def _without_each_decision(question: Question) -> Sequence[Token]:
    """The words of a message without those for decisions one by one: `как он менялся по решениям`."""
    asking, said = load_asking_words(), [token.sound for token in question.tokens]
    each = any(asking.says(word, Asks.EACH_OF) for word in said)
    if question.intent is not Intent.CHANGE or not each or any(asking.says(word, Asks.WHAT) for word in said):
        return question.tokens
    return [token for token in question.tokens if not asking.says(token.sound, Asks.DECISION)]


def _asks_what_it_did(question: Question) -> bool:
    """Whether it is asked what a decision changed, and not what happened to a line: `тамызда не болды`."""
    spoken = [token.sound for token in question.tokens]
    heard = load_asking_words().hear(spoken)
    return not is_said(Asks.HAPPENED, spoken, heard) and any(heard.says(word, Asks.WHAT) for word in spoken)


def points_at_line(question: Question) -> bool:
    """Whether a message asks how the line before changed by a word for it: `оған неше рет қосылды`."""
    asking = load_asking_words()
    spoken = [token.sound for token in question.tokens]
    which = any(asking.says(word, Asks.WHAT, Asks.WHICH, Asks.WHICH_ONES) for word in spoken)
    is_new = question.frame.direction is Direction.ADDED and not which  # это новая строка?
    words = (Asks.OF_IT, Asks.IT) if is_new else (Asks.OF_IT,)
    return question.intent is Intent.CHANGE and any(asking.says(word, *words) for word in spoken)


def is_complete(question: Question, find_places: Callable[[Question], Set[str]], *, joined: bool) -> bool:
    """Whether a message asks of all lines, all offices or whole places, whatever was asked before it.

    Args:
        question: the message.
        find_places: the words of a question that name a place, as they sound.
        joined: whether a word joins it to the message before: `а какие отделы урезали` may be of that line.
    """
    if not joined and (_compares_whole_places(question, find_places) or asks_which_of_all(question)):
        return True
    asking = load_asking_words()
    among = any(asking.says(token.sound, Asks.AMONG) for token in question.tokens)
    return (among or not joined) and _asks_of_offices(question, find_places)


def _compares_whole_places(question: Question, find_places: Callable[[Question], Set[str]]) -> bool:
    """Whether a message compares all money of places that it names: `сравни расходы Тараза и Семея`.

    `сравни Тараз и Семей` compares the line before in them.
    """
    if question.relation is not Relation.COMPARED or len(question.parts) < _SEVERAL or question.codes:
        return False
    asking, whole = load_asking_words(), (Asks.OF_SPENDING, Asks.OF_RECEIPTS, Asks.WHOLE)
    of_all = {token.sound for token in question.tokens if asking.says(token.sound, *whole)}
    named = {token.sound for token in question.tokens if not token.filler} - of_all
    places = find_places(question) if of_all and named else frozenset[str]()
    return bool(places) and named <= places


def _asks_of_offices(question: Question, find_places: Callable[[Question], Set[str]]) -> bool:
    """Whether it is asked which of all offices have more or less: `между какими отделами перекинули`."""
    frame = question.frame
    if frame.intent is not Intent.CHANGE or frame.level is not ListedLevel.ADMINISTRATOR or frame.bounds:
        return False
    named = {token.sound for token in question.tokens if not token.filler}
    return not question.codes and (not named or named <= find_places(question))


def names_budget(question: Question, find_places: Callable[[Question], Set[str]]) -> bool:
    """Whether a question names a budget as a whole and asks nothing of it: `бюджет 2014`, `/budget 12-3`.

    What is asked behind it by itself, `на что больше всего`, is asked of that budget and not of its revenue,
    which is the first that is shown of it.

    Args:
        question: the question.
        find_places: the words of a question that name a place.
    """
    question = without_edition(question)  # `бюджет 12-3` has no code
    several = question.parts or question.codes or question.path or question.exclusions
    if several or question.amounts or question.scaled or not question.frame.asks_nothing_more:
        return False
    asking, years = load_asking_words(), {str(year) for year in question.years}
    named = {token.sound for token in question.tokens if not token.filler} - years
    others = {word for word in named if not asking.says(word, Asks.WHOLE)}
    return bool(named or question.asks_edition) and (not others or others <= find_places(question))


def asks_what_for(frame: Frame) -> bool:
    """Whether it is asked what money is spent on: of a line that is what it consists of."""
    return frame.intent is Intent.AMOUNT and frame.side is Side.SPENDING and frame.beyond_plan is None


def asks_on_what(question: Question) -> bool:
    """Whether it is asked on what most or least is spent: `на что потратили больше всего`.

    After lines that were only offered it is of the budget: which of them was meant is not known. `самая
    большая?` and `что там самое дорогое` are of these all the same.

    Args:
        question: the message.
    """
    asking = load_asking_words()
    spoken = [token.sound for token in question.tokens]
    points = points_back(question)
    on_what = any(asking.says(word, Asks.WHAT, Asks.WHERE, Asks.SPENDS) for word in spoken)
    return question.intent is Intent.LARGEST and on_what and not points


def asks_where_money_goes(question: Question) -> bool:
    """Whether it is asked with a verb on what most or least is spent: `на что тратится больше всего`.

    After a line that nothing is inside of it is of the budget; `на что больше всего` is of that line still.

    Args:
        question: the message.
    """
    asking = load_asking_words()
    return asks_on_what(question) and any(asking.says(token.sound, Asks.SPENDS) for token in question.tokens)


def _is_of_side(section: Section | None, side: Side | None) -> bool:
    return side is not None and BY_SIDE[side] is section


def picks_lines(frame: Frame) -> bool:
    """Whether some of the lines inside a line are asked for, by their amounts."""
    return frame.intent is Intent.LARGEST or frame.bounds is not None


def picks_inside(frame: Frame) -> bool:
    """Whether lines are asked for that are inside what was named, or one of the two sides of a budget."""
    return picks_lines(frame) or frame.intent is Intent.LIST or frame.side is not None
