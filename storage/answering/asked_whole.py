"""Whether a question is about the budget as a whole: about itself, or about what a decision changed in it."""

from __future__ import annotations

from collections.abc import Sequence

from parser.budget_code import BY_SIDE
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent, Relation
from parser.question.place_words import NextTo, says
from parser.question.question import Question
from parser.question.unnaming import list_actors
from storage.answering.assertion import goodness, is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.search.weights import Weights

_OF_ONE_SIDE = (
    *(Asks.INCOME, Asks.OUTLAY, Asks.RECEIVES, Asks.SPENDS),
    *(Asks.OF_RECEIPTS, Asks.OF_SPENDING),
)
_ASKS_AMOUNT = frozenset({Intent.AMOUNT, Intent.COMPARE})


def asks_of_decision(found: Found, lines: Sequence[FoundLine], weights: Weights) -> bool:
    """Whether it is asked what a decision or the whole budget changed, by words of which no line has any.

    `тамыз шешімі не әкелді`, `апрельским решением кого обделили`.
    """
    question, asking = found.question, load_asking_words()
    if asks_of_all(found.asked, question):
        return False
    if _asks_rows_at_large(question, lines, weights):
        return True
    if question.codes or question.frame.which or (lines and is_good(lines[0], weights.certainty)):
        return False
    if question.intent is Intent.AMOUNT and lines and lines[0].score >= weights.answer.at_hand:
        return False  # `городской резерв` of a decision
    words = [token.sound for token in question.tokens]
    of_decision = any(asking.says(word, Asks.DECISION, Asks.AMENDMENT, Asks.WHOSE) for word in words)
    if question.intent is Intent.CHANGE:
        of_budget = of_decision or any(asking.says(word, Asks.WHOLE) for word in words)
        return of_budget or (question.names_decision and not lines)
    return of_decision and question.names_decision and question.intent is Intent.AMOUNT


def _asks_rows_at_large(question: Question, lines: Sequence[FoundLine], weights: Weights) -> bool:
    """Whether it is asked which lines are new, gone or unchanged, beside words that no line has."""
    frame, asking = question.frame, load_asking_words()
    rows = frame.intent is Intent.CHANGE and (frame.picks_rows or frame.same) and frame.which
    noun = (Asks.LINE, Asks.PROGRAM, Asks.ROW, Asks.WHAT, Asks.NEW)
    said = any(asking.says(token.sound, *noun) for token in question.tokens)
    poor = goodness(lines, weights.certainty) < weights.answer.poor
    return rows and said and poor and not question.codes


def asks_of_all(asked: AskedEdition, question: Question) -> bool:
    """Whether it is asked what changed, of no line or of the whole budget, or only a decision is named."""
    if question.path:  # the line that was chosen before
        return False
    rest = asked.rest_of(question)
    if question.intent is Intent.AMOUNT:
        alone = not rest.codes and _names_only_decision(
            [token.sound for token in rest.tokens if token.filler]
        )
        spoken = [token.sound for token in rest.tokens if not token.filler]
        unnamed = not rest.codes and all(load_asking_words().says(word, Asks.ACTOR) for word in spoken)
        return unnamed and alone and question.names_decision and asked.missing is None
    heard = [token.sound for token in rest.tokens]
    fillers = {n for n, token in enumerate(rest.tokens) if token.filler}
    # акимат Семея куда добавил: without the place nothing is named but who decides
    deciding = (
        set(list_actors(heard, fillers, load_asking_words().hear(heard))) if asked.used_words else set()
    )
    named = (word for n, word in enumerate(heard) if n not in fillers | deciding)
    of_all = not rest.codes and all(says(word, NextTo.BUDGET) for word in named)
    return question.intent is Intent.CHANGE and of_all


def _names_only_decision(spoken: Sequence[str]) -> bool:
    """Whether words that name no line leave a decision to stand alone: `что за решение 21-3`, `12-3 шешім`.

    `сколько по решению 12-3` and `бюджет 12-3` ask for the sums.
    """
    asking = load_asking_words()
    asks_sum = any(asking.says(word, Asks.HOW_MUCH) for word in spoken)
    names_noun = any(asking.says(word, Asks.DECISION, Asks.AMENDMENT, Asks.WHOSE) for word in spoken)
    return not asks_sum and (names_noun or not any(asking.says(word, Asks.EDITION) for word in spoken))


def names_budget_of_edition(asked: AskedEdition, question: Question) -> bool:
    """Whether a question is a word for the budget beside the decision that left it so: `бюджет 12-3`.

    The noun for a decision asks what it changed: `бюджет по решению 12-3`.
    """
    if question.parts or question.exclusions or question.path or not question.frame.asks_nothing_more:
        return False
    rest, asking = asked.rest_of(question), load_asking_words()
    spoken = [token.sound for token in rest.tokens]
    of_one = question.names_decision or question.original
    whole = rest.names_nothing and any(asking.says(word, Asks.WHOLE) for word in spoken)
    noun = any(asking.says(word, Asks.DECISION, Asks.AMENDMENT, Asks.HOW_MUCH) for word in spoken)
    return of_one and whole and not noun and asked.missing is None


def asks_of_budget(asked: AskedEdition, question: Question) -> bool:
    """Whether a question asks how much there is at all, of no line: `сколько всего денег у города`.

    Args:
        asked: the edition that it would be answered from.
        question: the question.
    """
    rest, plain = asked.rest_of(question), question.frame
    named = question.parts or rest.exclusions or question.names_decision or asked.missing
    whole = bool(rest.tokens) and rest.names_nothing and not named
    spoken, asking = [token.sound for token in rest.tokens], load_asking_words()
    if any(asking.says(word, *_OF_ONE_SIDE) for word in spoken):
        return False
    return whole and question.intent is Intent.AMOUNT and plain.asks_nothing_more and plain.side is None


def names_budget_in_editions(asked: AskedEdition, question: Question, lines: Sequence[FoundLine]) -> bool:
    """Whether a question of several editions is of no line in them, but of the budget: `бюджет 2014 и 2015`.

    Args:
        asked: the edition that it would be answered from.
        question: the question.
        lines: what it finds.
    """
    frame, rest = question.frame, asked.rest_of(question)
    plain = frame.intent in {Intent.AMOUNT, Intent.COMPARE, Intent.CHANGE} and not frame.which
    if not plain or question.relation is Relation.SUMMED or question.path:
        return False
    spoken, asking = [token.sound for token in rest.tokens], load_asking_words()
    if (
        frame.side
        or frame.level
        or frame.average
        or frame.average_year
        or any(asking.says(word, *_OF_ONE_SIDE) for word in spoken)
    ):
        return False  # сравни расходы 2014 и 2015
    return (rest.names_nothing and not rest.exclusions) or bool(list_totals(rest, lines))


def list_totals(question: Question, lines: Sequence[FoundLine]) -> Sequence[FoundLine]:
    """The totals of both sides, where all of a question is a phrase for the budget: `бюджет города`."""
    sides = [section.value for section in BY_SIDE.values()]
    meant = {line.path: line for line in lines if line.through and not line.pieced}
    whole = bool(lines) and lines[0].path in sides and meant.keys() >= set(sides)
    asks_amount = question.intent in _ASKS_AMOUNT and not question.frame.explains
    return [meant[side] for side in sides] if whole and asks_amount and not question.codes else []
