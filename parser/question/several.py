"""What a question asks besides where it names several lines, years or decisions: which of them is more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from parser.dataclass import replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.counted_from import is_against_previous
from parser.question.intents import Direction, Frame, Intent, Relation, Unheld
from parser.question.joined_names import list_joined
from parser.question.named_decision import DecisionInOrder
from parser.question.named_edition import is_in_original
from parser.question.named_years import reaches_year, spell_years, which_year
from parser.question.question import Question
from parser.question.relation import RELATING
from parser.question.shared_head import list_fuller, share_head
from parser.question.side_by_side import Sides
from parser.question.taken_out import mark_asking
from parser.question.years_in_words import spell_years_in_words

_FIRST_MONTH = 1
_COMPARING = frozenset({Intent.COMPARE, Intent.LARGEST, Intent.AMOUNT, Intent.HELP})  # as `больше` is read
# What no comparison of amounts answers, though one is asked for: `кто обходится дороже` is answered by one.
_NOT_OF_MONEY = frozenset({Unheld.EXECUTION, Unheld.CONTRACTOR, Unheld.SHARED, Unheld.PAY})


def without_relation(question: Question) -> Question:
    """A question whose words that ask of several lines together name none: `сложи`, `что дороже`.

    `қарағанда` after a line is no word at all: it would be a city's name.
    """
    asking, tokens = load_asking_words(), []
    for before, token in pairwise([None, *question.tokens]):
        if token is None or (before and asking.says(token.sound, Asks.AGAINST_FOLLOWS)):
            continue
        relates = asking.says(token.sound, *RELATING)
        tokens.append(replace(token, filler=token.filler or relates))
    return replace(question, tokens=tuple(tokens))


def read_parts(text: str, sides: Sides, read: Callable[[str], Question]) -> Iterator[Question]:
    """The pieces of a message that name a line, each with what it may share with another one, or be with it.

    Args:
        text: the message.
        sides: its pieces.
        read: reads one of them.
    """
    pieces = sides.pieces
    side_of = {at: side for side, (start, end) in enumerate(sides.added, 1) for at in range(start, end)}
    parts = [read(piece) for piece in share_head(pieces)]
    runs = dict(list_joined(text, pieces))
    for number, (part, fuller) in enumerate(zip(parts, list_fuller(pieces), strict=True)):
        run = parts[number : runs.get(number, number)]
        readings = [read(each) for each in fuller]
        if run and all(each.names_line for each in run):
            joined = read(" ".join(pieces[number : number + len(run)]))
            readings = [replace(joined, joins=len(run)), *readings]
        if part.names_line:
            side = side_of.get(number, 0)
            yield replace(part, fuller=tuple(replace(each, side=side) for each in readings), side=side)


def _without_whose(parts: tuple[Question, ...]) -> tuple[Question, ...]:
    """Parts without the one that only asks whose money it is: `чей бюджет больше, акимата или маслихата`.

    Args:
        parts: each names a line or the whole budget.
    """
    asking = load_asking_words()
    others = tuple(
        part
        for part in parts
        if not any(asking.says(token.sound, Asks.WHOSE) for token in part.tokens)
        or not all(
            token.filler
            or asking.says(token.sound, Asks.WHOSE, Asks.WHOLE, Asks.CASH, Asks.MONEY, Asks.LARGE)
            for token in part.tokens
        )
    )
    return others if len(others) > 1 else parts


def _without_edition_alone(question: Question, parts: tuple[Question, ...]) -> tuple[Question, ...]:
    """Parts without the one that only says of which decision it is asked: `12-3 шешімімен салыстырғанда`."""
    if not (question.names_decision or question.original):
        return parts
    asks = {token.sound for token in question.tokens if token.filler}
    return tuple(
        part
        for part in parts
        if part.codes or any(not token.filler and token.sound not in asks for token in part.tokens)
    )


def with_parts(question: Question, sides: Sides, parts: tuple[Question, ...]) -> Question:
    """A question with its parts and what is asked of them together.

    Args:
        question: the question.
        sides: its pieces.
        parts: those of them that name a line, read.
    """
    parts = _without_whose(_without_edition_alone(question, parts))
    if len({part.words for part in parts}) > 1:
        question = replace(question, parts=parts, relation=sides.relation)
        adds = sides.relation is Relation.SUMMED or bool(sides.added)
        if adds and question.intent is Intent.CHANGE:  # `қоссақ` only adds up
            frame = replace(question.frame, intent=Intent.AMOUNT, direction=None)
            question = replace(question, frame=frame)
    elif len(parts) > 1:  # `сәуірдегі мектеп пен желтоқсандағы мектеп`
        question = replace(question, tokens=parts[0].tokens, named=parts[0].named)
    elif sides.relation is Relation.SUMMED or sides.lacks_side or not question.names_line:
        question = replace(question, relation=sides.relation)  # `за три года вместе`, `больше чем школы?`
    return question


def of_previous(question: Question) -> Question:
    """What changed, where something is compared with the decision before: `больше, чем в прошлом решении`.

    Args:
        question: the question; with the words of one of which something is the largest it stays as it is.
    """
    frame, asking = question.frame, load_asking_words()
    compares = frame.intent is Intent.COMPARE or question.relation is Relation.COMPARED
    plain = frame.intent in _COMPARING and not (frame.level or frame.count or frame.bounds)
    which = (Asks.WHICH, Asks.WHICH_ONES, Asks.WHOSE, Asks.WHAT)
    against = is_against_previous(question.text)  # өткен шешіммен салыстырғанда
    before = (compares and question.in_order.step == 1) or against
    if not (before and plain) or question.parts:
        return question
    if any(asking.says(token.sound, *which) for token in question.tokens):
        return question
    order = replace(question.in_order, step=0)
    # of the decision before, and not of the whole budget
    noun = (Asks.DECISION, Asks.AMENDMENT, Asks.AGAINST_FOLLOWS)
    tokens = tuple(token for token in question.tokens if not asking.says(token.sound, *noun))
    asked = replace(question, frame=Frame(Intent.CHANGE), relation=Relation.NAMED, in_order=order)
    return replace(asked, tokens=tokens)


def _compares_budgets(question: Question, frame: Frame) -> bool:
    """Whether whole budgets of one year are compared: `чем первый бюджет отличается от последнего`.

    What changed between them says it, of both sides and line by line.
    """
    order = question.in_order
    ends = question.original and (question.latest or order.standing is not None)
    named = (question.months, question.decisions, question.seasons, question.adopted)
    several = max(map(len, named)) > 1 or bool(order.beside) or ends
    of_one = len(question.years) < 2 and not frame.every_year and not question.year_shift
    plain = frame.side is None and frame.level is None
    of_line = any(not (token.filler or token.sound.isdigit()) for token in question.tokens)
    return frame.intent is Intent.COMPARE and not of_line and several and of_one and plain


def of_editions(question: Question, *, compares: bool) -> Question:
    """A question with what it asks of several years or decisions, or of several lines, besides.

    Args:
        question: the question.
        compares: whether a word of it asks which is more.
    """
    frame, said = question.frame, spell_years(spell_years_in_words(question.text))
    asks_year = which_year().search(said) is not None and (compares or frame.intent is Intent.LARGEST)
    reaches = frame.intent is Intent.CHANGE and reaches_year().search(said) is not None
    if (asks_year and len(question.years) < 2) or reaches:
        frame = replace(frame, every_year=True)
    named = (question.years, question.months, question.decisions, question.seasons, question.adopted)
    several = frame.every_year or bool(question.year_shift) or any(len(each) > 1 for each in named)
    edition = question.original or bool(question.decisions or question.months)
    of_line = question.names_line and not question.parts and not question.exclusions
    if edition and of_line and not several and (compares or question.in_order.after):
        larger = frame.intent is Intent.LARGEST and compares
        plain = larger or replace(frame, beyond_plan=None).asks_nothing_more
        if plain and frame.bounds is None:  # школы по сравнению с апрелем, бастапқы жоспардан қанша көп
            frame = replace(frame, intent=Intent.COMPARE, smallest=False)
    if frame.intent is Intent.LARGEST and several and (compares or asks_year):
        frame = replace(frame, intent=Intent.COMPARE, smallest=False)
    if _compares_budgets(question, frame):
        question = replace(question, relation=Relation.NAMED, parts=())
        frame = replace(frame, intent=Intent.CHANGE)
    if frame.beyond_plan not in _NOT_OF_MONEY and (asks_year or (compares and (several or question.parts))):
        frame = replace(frame, beyond_plan=None)  # `кто обходится дороже`, `где больше`
    from_original = question.original and not is_in_original(question.text)
    added = frame.direction is Direction.ADDED  # `бастапқы жоспарда жоқ, кейін қосылған түсімдер`
    if frame.intent is Intent.CHANGE and from_original and (question.names_nothing or added) and not several:
        # `как изменился от первоначального`: all that changed since then
        question = replace(question, original=False, in_order=DecisionInOrder(since=_FIRST_MONTH))
    asks_there = (
        question.original and question.names_line and replace(frame, beyond_plan=None).asks_nothing_more
    )
    if asks_there and _existed().search(question.text):
        # `была ли строка X в первоначальном`: when it came, and what became of it
        lines = (Asks.LINE, Asks.PROGRAM, Asks.GENERIC, Asks.EXIST)
        question = replace(question, original=False, tokens=mark_asking(question.tokens, *lines))
        frame = Frame(Intent.CHANGE)
    return replace(question, frame=frame)


@cache
def _existed() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.EXISTED)}", re.IGNORECASE)
