"""What the words of a message ask only where it goes on from another one: `почему?`, `ещё`, `второе`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bounds import Bounds
from parser.question.carried_over import of_newest, with_edition, without_edition
from parser.question.choice import _MOST_TO_CHOOSE, is_named_code, read_choice
from parser.question.intents import Direction, Frame, Intent, ListedLevel, Relation, Unheld, Unsaid
from parser.question.named_decision import DecisionInOrder, Standing
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import OF_THOSE

_CONTRARY = {
    Direction.RISES: Direction.CUTS,
    Direction.CUTS: Direction.RISES,
    Direction.ADDED: Direction.REMOVED,
    Direction.REMOVED: Direction.ADDED,
}
_WITH_EDITION = frozenset({Intent.LARGEST, Intent.AMOUNT, Intent.CHANGE, Intent.HELP})  # as `больше` is read
_ASKS_WHICH = (Asks.WHAT, Asks.WHICH, Asks.WHICH_ONES, Asks.WHOSE)
_AND = "a"  # а, ә


def with_what_only_goes_on(question: Question) -> Question:
    """A message with what its words ask only where it goes on from another one: `почему?`, `а выше?`."""
    if not question.frame.asks_nothing_more or question.codes or question.asks_edition:
        return question
    ordered = _read_order(question)
    frame = _read_going_on(question)
    if frame is None and ordered is None:
        return question
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    if ordered is not None:
        return replace(question, tokens=tokens, in_order=ordered)
    return replace(question, tokens=tokens, frame=frame or question.frame, talk=None)


def asks_for_more(question: Question) -> bool:
    """Whether it asks for the next lines of what was answered: `ещё`, `дальше`, `тағы`."""
    asking = load_asking_words()
    named = [token.sound for token in question.tokens if not token.filler]
    asks = any(asking.says(token.sound, Asks.FURTHER) for token in question.tokens)
    plain = question.frame.asks_nothing_more and not (question.codes or question.asks_edition)
    return asks and plain and all(asking.says(word, Asks.FURTHER, Asks.LINE, Asks.GENERIC) for word in named)


def bound_otherwise(question: Question, previous: Question) -> Question | None:
    """A list that was bounded on one side, now on the other: `а меньше?` after `расходы больше 1 млрд`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where no such list was asked for, or the message asks something else. How many lines there are
        is told with the list itself.
    """
    bounds, asking = previous.frame.bounds, load_asking_words()
    if bounds is None or question.names_line or question.codes or question.asks_edition:
        return None
    if question.frame.beyond_plan is Unheld.COUNT:
        return previous  # а сколько их? of the lines that were listed
    if question.relation is Relation.SUMMED and question.names_nothing and question.frame.asks_nothing_more:
        return previous  # вместе: their sum is told with the list
    said = [token.sound for token in question.tokens]
    less, more = (any(asking.says(word, asks) for word in said) for asks in (Asks.LESS, Asks.MORE))
    if less == more or (bounds.low is None) == (bounds.high is None):
        return None
    edge = bounds.high if bounds.low is None else bounds.low
    # `а не больше?` is up to that amount, with it
    denied = any(is_small(SmallWord.TURNS_BOUND, word) for word in said)
    below = Bounds(high=edge, high_included=denied, unit=bounds.unit)
    above = Bounds(low=edge, low_included=denied, unit=bounds.unit)
    return replace(previous, frame=replace(previous.frame, bounds=below if less is not denied else above))


def reverse(question: Question, previous: Question) -> Question | None:
    """What was asked before, the other way round: `наоборот` after the largest, rises, bounds.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where a message does not ask for it; what lacks its context where nothing is to be turned round.
    """
    asking, frame = load_asking_words(), previous.frame
    alone = question.names_nothing and not question.asks_edition
    if alone and frame.intent is Intent.LARGEST and frame.bounds is None and _says_size_alone(question):
        smallest = any(asking.says(token.sound, Asks.LESS) for token in question.tokens)
        return replace(previous, frame=replace(frame, smallest=smallest))
    if not alone or not any(asking.says(token.sound, Asks.REVERSE) for token in question.tokens):
        return None
    bounds = frame.bounds
    if bounds is not None and (bounds.low is None) != (bounds.high is None):
        low, high = (not bounds.low_included, not bounds.high_included)
        ends = (bounds.high, bounds.low, bounds.low is None and high, bounds.high is None and low)
        turned = Bounds(*ends, unit=bounds.unit)
        return replace(previous, frame=replace(frame, bounds=turned))
    if frame.intent is Intent.LARGEST:
        return replace(previous, frame=replace(frame, smallest=not frame.smallest))
    if frame.direction is not None:
        return replace(previous, frame=replace(frame, direction=_CONTRARY[frame.direction]))
    return replace(question, lacks=Unsaid.CONTEXT, talk=None)


def against_edition(question: Question, previous: Question) -> Question | None:
    """How the line before differs from an edition: `больше, чем в прошлом решении`, «12-3 шешімінен көп пе».

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where a message compares no line with an edition: `на что больше потратили по решению 12-3`.
    """
    frame, asking = question.frame, load_asking_words()
    if question.relation is not Relation.COMPARED or question.names_line or previous.parts:
        return None
    compares = frame.intent in _WITH_EDITION and not (frame.level or frame.side or frame.count)
    named = question.names_decision or question.original
    if not (compares and named and previous.names_line):
        return None
    if any(asking.says(token.sound, *_ASKS_WHICH) for token in question.tokens):
        return None
    return beside_edition(previous, question)


def beside_edition(previous: Question, question: Question) -> Question:
    """The line before in the edition that a message names, and in the newest.

    Args:
        previous: the whole question before it.
        question: the message.
    """
    if question.in_order.step == 1:  # the decision before: what the one that was shown changed
        return replace(of_newest(previous), frame=Frame(Intent.CHANGE), relation=Relation.NAMED)
    against = replace(with_edition(without_edition(previous), question), decision_is_marked=True)
    if not question.years and len(previous.years) <= 1:
        year, said = previous.year, previous.year_is_said
        against = replace(against, year=year, year_is_said=said, years=previous.years)
    return replace(against, frame=Frame(Intent.COMPARE), relation=Relation.NAMED, exclusions=())


def without_share_base(question: Question) -> Question:
    """A message that asks for a share, without the words of what it is one of: `доля в расходах`.

    Args:
        question: the message; after another one it asks of the line before.
    """
    if question.intent is not Intent.SHARE:
        return question
    asking, base = load_asking_words(), (Asks.OF_SPENDING, Asks.OF_RECEIPTS, Asks.WHOLE, Asks.MONEY)
    tokens = tuple(
        replace(token, filler=token.filler or asking.says(token.sound, *base)) for token in question.tokens
    )
    return replace(question, tokens=tokens)


def _says_size_alone(question: Question) -> bool:
    """Whether a message says nothing but which end of a list is asked for: `меньше`, `а меньше`."""
    asking, said = load_asking_words(), [token.sound for token in question.tokens if token.sound != _AND]
    sizes = all(asking.says(word, Asks.MORE, Asks.LESS) for word in said)
    return sizes and len(said) == 1 and question.relation is Relation.COMPARED


def ask_of_line(path: str, name: str, year: int, decision: str | None = None) -> Question:
    """The question that a line answers which a button opened: a message may go on from it.

    Args:
        path: the line's.
        name: what the person sees it called.
        year: the budget year that it was opened in.
        decision: the number of the decision that it was opened as of; None for the newest.
    """
    edition = read_question(f"{year} № {decision}" if decision else str(year))  # of no language
    edition = replace(edition, year_is_said=True, frame=Frame(), tokens=(), codes=(), amounts=())
    return replace(edition, text=f"{name} {edition.named_edition}", path=path, named=name)


def ask_of_all_offices(question: Question) -> Question:
    """Who of all has most, where a message compares and names nobody: `кто богаче`, before any line.

    Args:
        question: a message that goes on from none; any other one stays as it is.
    """
    who = question.frame.beyond_plan is Unheld.PERSON
    plain = question.frame.intent in {Intent.AMOUNT, Intent.LARGEST}
    of_none = question.relation is Relation.COMPARED and question.names_nothing and not question.parts
    if not (who and plain and of_none) or question.asks_several_editions:
        return question
    asking = load_asking_words()
    frame = replace(
        question.frame,
        intent=Intent.LARGEST,
        level=ListedLevel.ADMINISTRATOR,
        smallest=any(asking.says(token.sound, Asks.LESS, Asks.SMALL) for token in question.tokens),
        beyond_plan=None,
    )
    return replace(question, frame=frame, relation=Relation.NAMED)


def find_unsaid(question: Question, *, joined: bool) -> Unsaid | None:
    """What a message lacks that begins a conversation; None where it stands alone.

    `а в 2014 году?`, `почему?` and `второе` ask something of what was not said.
    """
    asks, asking = question.frame, load_asking_words()
    numbered = question.amounts or question.scaled or question.exclusions
    of_budget = any(asking.says(token.sound, Asks.WHOLE) for token in question.tokens)
    talks = question.talk is not None and not question.asks_edition
    of_money = question.scaled or (question.amounts and not question.codes)  # 44 527 тысяч
    digits = question.text.strip("?!. ").isdigit() or is_named_code(question)
    if read_choice(question) is not None and not (digits or of_money):
        return Unsaid.CONTEXT
    if question.names_line or numbered or of_budget or talks:
        return None
    of_all = asks.intent is Intent.CHANGE or asks.side is not None or question.names_decision
    alone = with_what_only_goes_on(question)
    asks_only_after = alone is not question and not alone.asks_edition
    share = asks.intent is Intent.SHARE
    if asks_only_after or asks_for_more(question) or share or (joined and not of_all):
        return Unsaid.CONTEXT
    return None


def _read_going_on(question: Question) -> Frame | None:
    """What a message asks by words that ask only after another message; None where it has others."""
    asking = load_asking_words()
    named = [token.sound for token in question.tokens if not token.filler]
    said = [token.sound for token in question.tokens]

    def asks_only(*asks: Asks) -> bool:
        return any(asking.says(word, *asks) for word in said) and all(
            asking.says(word, *asks) for word in named
        )

    if any(asking.says(word, Asks.INSIDE) for word in said) and asks_only(Asks.INSIDE, Asks.GENERIC):
        return Frame(Intent.LIST)  # ал оның ішінде?
    if asks_only(Asks.WHY) and not any(asking.says(word, Asks.SPENDS) for word in said):
        reason = any(asking.says(word, Asks.REASON) for word in said)
        return Frame(Intent.CHANGE, reason=reason)  # почему? история
    if named and asks_only(Asks.PROGRAM, Asks.LINE):
        return Frame(Intent.LIST)  # покажи программы
    if asks_only(Asks.GROUP) and not any(asking.says(word, Asks.WHICH, Asks.WHAT) for word in said):
        return Frame(above=True, level=ListedLevel.GROUP)  # я про весь раздел
    if asks_only(Asks.ABOVE):
        return Frame(above=True)
    return _read_much(said, named)


def _read_much(said: Sequence[str], named: Sequence[str]) -> Frame | None:
    """`это много?` asks of a share, `какой больше` for the largest."""
    asking = load_asking_words()
    great, little = (Asks.MORE, Asks.MUCH), (Asks.LESS, Asks.LITTLE)
    sizes = [word for word in said if asking.says(word, *great, *little)]
    if not sizes or not all(asking.says(word, *great, *little) for word in named):
        return None
    if any(asking.says(word, Asks.WHICH_ONES, Asks.WHERE) for word in said):
        smallest = not any(asking.says(word, *great) for word in sizes)
        return Frame(Intent.LARGEST, smallest=smallest)
    return Frame(Intent.SHARE) if len(said) <= _MOST_TO_CHOOSE else None


def _read_order(question: Question) -> DecisionInOrder | None:
    """The decision that a message names by its order alone: `а предыдущее?`, `последнее`."""
    asking = load_asking_words()
    named = _named(question.tokens)
    if not named:
        return None
    bare = [(word, OF_THOSE.sub("", word)) for word in named]
    for asks, step in ((Asks.PREVIOUS, 1), (Asks.NEXT, -1)):
        if all(any(asking.says(form, asks) for form in forms) for forms in bare):
            return DecisionInOrder(step=step)
    latest = all(asking.says(word, Asks.LATEST) for word in named)
    return DecisionInOrder(Standing(-1)) if latest else None


def _named(tokens: Sequence[Token]) -> list[str]:
    return [token.sound for token in tokens if not token.filler]
