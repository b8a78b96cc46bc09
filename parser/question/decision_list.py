"""Asking which decisions there are, where one is read, why or when it was made: `decision_list.tsv`.

The years that are loaded are told by the list of decisions, which names them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent
from parser.question.question import Question
from parser.question.superlatives import asks_for_most
from parser.text.word_lists import ListRow, WordSet, group_words, read_list

DECISION_LIST_COLUMNS = ("words", "says", "example")


class DecisionWord(StrEnum):
    """What a word says in a message that asks for decisions."""

    DECISION = "decision"
    LIST = "list"  # that they are to be listed
    PAGE = "page"  # that the texts of them, or of one, are wanted
    REASON = "reason"  # why one was made, which none says: told with what it changed
    DAY = "day"  # which day one was made, or who made it
    FORCE = "force"  # since when one is in force
    MADE = "made"  # that one was made, or a budget
    BUDGET = "budget"
    AROUND = "around"  # nothing by itself
    MOMENT = "moment"  # the month or the time of a decision, behind a word that asks which or how many
    AMENDMENTS = "amendments"  # decisions that change the budget, behind a word that counts them
    COUNT = "count"  # such a word
    TIMES = "times"  # how often, behind such a word
    WHEN = "when"  # the same by one word
    YEARS = "years"  # the years or budgets that are loaded, which the list of decisions names


_WHICH_ALONE = frozenset(
    {DecisionWord.MOMENT, DecisionWord.WHEN, DecisionWord.TIMES, DecisionWord.AMENDMENTS}
)
_COUNTED = (DecisionWord.TIMES, DecisionWord.AMENDMENTS)
_OF_ALL = (Asks.WHOLE, Asks.INCOME, Asks.OUTLAY)


def asks_for_decisions(question: Question, place: Set[str] = frozenset()) -> bool:
    """Whether a message asks which decisions there are, where they are to be read, or why one was made.

    Args:
        question: the message.
        place: the words of it that name a place, as they sound.

    Returns:
        False where it asks anything else as well.
    """
    known = _load_words()
    years = set(map(str, question.years))
    spoken = [token.sound for token in question.tokens if token.sound not in place | years]
    if _asks_which_changed(question, spoken):
        return True
    known = {says: words for says, words in known.items() if says not in _WHICH_ALONE}
    if not all(any(words.has(word) for words in known.values()) for word in spoken):
        return False

    def says(*what: DecisionWord) -> bool:
        return any(known[each].has(word) for each in what for word in spoken)

    if says(DecisionWord.REASON) or (says(DecisionWord.PAGE) and question.decision is not None):
        return question.names_decision  # почему принято 12-3; ссылка на 12-3
    if says(DecisionWord.FORCE) and len(spoken) > 1:  # когда вступает в силу бюджет
        return question.names_decision or says(DecisionWord.DECISION, DecisionWord.BUDGET)
    if says(DecisionWord.DAY) and (question.names_decision or says(DecisionWord.MADE)):
        # когда утвердили бюджет; от какого числа решение 15-3
        return question.names_decision or says(DecisionWord.DECISION, DecisionWord.BUDGET)
    of_years = any(
        known[DecisionWord.YEARS].has(token.sound) and token.folded not in _written_of_budget()
        for token in question.tokens
    )
    listed_years = of_years and says(DecisionWord.LIST) and not question.years
    return listed_years or (says(DecisionWord.DECISION) and says(DecisionWord.LIST, DecisionWord.PAGE))


def _asks_which_changed(question: Question, spoken: Sequence[str]) -> bool:
    """Whether it is asked which decisions changed the budget: `какое решение больше всего увеличило бюджет`.

    Their list has what each of them did to both totals. Of a line its own history says it.
    """
    if question.names_decision or question.codes or question.intent not in {Intent.CHANGE, Intent.LARGEST}:
        return False
    known, asking = _load_words(), load_asking_words()

    def says(word: str, *what: DecisionWord) -> bool:
        return any(known[each].has(word) for each in what)

    counted = _counts_decisions(spoken)  # неше рет өзгертілді, сколько поправок было
    asked = counted or any(
        says(word, DecisionWord.WHEN)
        or (says(word, DecisionWord.LIST) and says(following, DecisionWord.DECISION, DecisionWord.MOMENT))
        for word, following in pairwise([*spoken, ""])
    )
    # Words that tell a change or its size name no line, and neither do those of all money.
    named = {token.sound for token in question.tokens if not token.filler}.intersection(spoken)
    unnamed = all(
        any(words.has(word) for words in known.values()) or asking.says(word, *_OF_ALL) for word in named
    )
    whole = counted and named <= {word for word in named if says(word, *_COUNTED, DecisionWord.AROUND)}
    most = asks_for_most(
        [word for word in spoken if not asking.asks_change(word)]
    )  # когда больше всего добавили
    return asked and unnamed and (whole or most or any(asking.says(word, *_OF_ALL) for word in spoken))


def _counts_decisions(spoken: Sequence[str]) -> bool:
    """Whether it is asked how often, or how many amendments: `неше рет`, `сколько поправок`."""
    known = _load_words()
    return any(
        known[DecisionWord.COUNT].has(before) and any(known[each].has(word) for each in _COUNTED)
        for before, word in pairwise([*spoken[-1:], *spoken])  # раз меняли бюджет сколько
    )


def is_of_decision(question: Question) -> bool:
    """Whether a message asks when a decision was made or is in force since, whatever line stood before.

    `когда вступает в силу решение 12-3`, `от какого числа решение 15-3`.
    """
    known, spoken = _load_words(), [token.sound for token in question.tokens]
    in_force, of_day = (any(map(known[each].has, spoken)) for each in (DecisionWord.FORCE, DecisionWord.DAY))
    return (in_force or (of_day and question.names_decision)) and asks_for_decisions(question)


def asks_which_decision(question: Question) -> bool:
    """Whether it is asked which decision did something, of a line before too: `в каком решении добавили`.

    `в каком решении бюджет увеличили` is of the budget, whatever stood before.
    """
    known = _load_words()
    if question.names_decision or any(
        known[DecisionWord.BUDGET].has(token.sound) for token in question.tokens
    ):
        return False
    return any(
        known[DecisionWord.LIST].has(which.sound) and known[DecisionWord.DECISION].has(noun.sound)
        for which, noun in pairwise(question.tokens)
    )


def asks_who_made(question: Question) -> bool:
    """Whether a message that asks for decisions asks when or by whom they were made: `кто утвердил`."""
    known, spoken = _load_words(), [token.sound for token in question.tokens]
    return all(any(map(known[says].has, spoken)) for says in (DecisionWord.DAY, DecisionWord.MADE))


def as_question_of_decisions(question: Question) -> Question:
    """A message that asks for decisions, as a question: of one decision what it changed, `ссылка на 12-3`.

    That it asks why, which no decision says, where one is to be read or since when it is in force, is kept of
    it.
    """
    known, spoken = _load_words(), [token.sound for token in question.tokens]
    kept = (DecisionWord.REASON, DecisionWord.PAGE, DecisionWord.FORCE)
    reason, page, in_force = (any(map(known[says].has, spoken)) for says in kept)
    if not question.names_decision:
        return replace(question, frame=replace(question.frame, page=page, in_force=in_force))
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    frame = Frame(Intent.CHANGE, reason=reason, page=page, in_force=in_force)
    return replace(question, tokens=tokens, named="", frame=frame)


def read_decision_list_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("decision_list.tsv", DECISION_LIST_COLUMNS)


@cache
def _written_of_budget() -> frozenset[str]:
    """The words for one budget as they are written: `бюджеті` sounds like `бюджеты`, several."""
    rows = (row for row in read_decision_list_rows() if row["says"] == DecisionWord.BUDGET)
    return frozenset(word for row in rows for word in row["words"].split())


@cache
def _load_words() -> Mapping[DecisionWord, WordSet]:
    return group_words(read_decision_list_rows(), "says", DecisionWord)
