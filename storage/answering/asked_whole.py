"""Whether a question is about the budget as a whole: about itself, or about what a decision changed in it."""

from __future__ import annotations

from collections.abc import Sequence

from parser.budget_code import BY_SIDE
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.assertion import goodness, is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.search.weights import Weights

_BUDGET = "biudjet"


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
    words = (token.sound for token in rest.tokens if not token.filler)
    of_all = not rest.codes and all(word.startswith(_BUDGET) for word in words)
    return question.intent is Intent.CHANGE and of_all


def _names_only_decision(spoken: Sequence[str]) -> bool:
    """Whether words that name no line leave a decision to stand alone: `что за решение 21-3`, `12-3 шешім`.

    `сколько по решению 12-3` and `бюджет 12-3` ask for the sums.
    """
    asking = load_asking_words()
    asks_sum = any(asking.says(word, Asks.HOW_MUCH) for word in spoken)
    names_noun = any(asking.says(word, Asks.DECISION, Asks.AMENDMENT, Asks.WHOSE) for word in spoken)
    return not asks_sum and (names_noun or not any(asking.says(word, Asks.EDITION) for word in spoken))


def list_totals(question: Question, lines: Sequence[FoundLine]) -> Sequence[FoundLine]:
    """The totals of both sides, where all of a question is a phrase for the budget: `бюджет города`."""
    sides = [section.value for section in BY_SIDE.values()]
    meant = {line.path: line for line in lines if line.through and not line.pieced}
    whole = bool(lines) and lines[0].path in sides and meant.keys() >= set(sides)
    asks_amount = question.intent is Intent.AMOUNT and not question.frame.explains
    return [meant[side] for side in sides] if whole and asks_amount and not question.codes else []
