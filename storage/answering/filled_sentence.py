"""A sentence with places for amounts → what is put there: of a line that is surely meant, else nothing.

Each place is put as a question to the one service. What the sentence says around it counts for it: the place,
the year and the decision that it names. What is not sure is no amount but the reason why there is none.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from enum import StrEnum
from itertools import islice, product

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.question.carried_over import with_edition
from parser.question.insertions import Insertion, cut_insertions, find_insertions
from parser.question.intents import Relation
from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.answer import Answer, Choice, Nothing, PartOfLine, PlaceChoice, SureLine
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.asked_place import read_place
from storage.answering.missing import OF_PLACE
from storage.answering.page import Match
from storage.answering.request import Heard, Request, hear_language
from storage.answering.several_figures import AcrossGroups, Comparison, Remainder, SumOfLines
from storage.answering.side_answers import list_otherwise
from storage.answering.together import UnsureSide
from storage.reading.address import BudgetAddress
from storage.reading.places import Home
from storage.search.index import Index

MOST_INSERTIONS = 8
_OFFERED = 3  # lines, where none is surely meant
_MOST_CHOICES = 9
_OF_AMOUNTS = (SureLine, Choice, PartOfLine, Comparison, SumOfLines, Remainder, AcrossGroups)
Ask = Callable[[Request], Awaitable[Answer]]


class Unfilled(StrEnum):
    """Why no amount is put in."""

    NOTHING = "nothing"  # no line is found
    PART = "part"  # it is only paid out of lines, and has none
    ELSEWHERE = "elsewhere"  # this budget has no such line, others do: what is near is what it would stand in
    SEVERAL = "several"  # several may be meant, or one is only near
    EDITION = "edition"  # the year or the decision is not loaded
    PLACE = "place"  # the place is not loaded, or it is not said which
    SUM = "sum"  # several lines are named, and they do not add up, or one of them is not found
    YEARS = "years"  # the sentence names several years
    OTHER = "other"  # something else than an amount is asked for
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class FilledInsertion:
    """A place of a sentence with its amount, or with the reason why it has none.

    Attributes:
        insertion: the place.
        lines: those that the amount is of; without an amount those that may be meant, best first.
        amount: tenge; None where it is not sure.
        unfilled: why there is none.
        without: the lines whose amounts are taken out of it.
        doubt: the gravest of the amounts in it.
        assumed: the budget that was taken, where several places are loaded and nobody named one.
        is_chosen: whether it is one of several lines that may be meant.
        unsure: the lines of a sum that are not surely meant.
        choices: the other sums that may be meant.
    """

    insertion: Insertion
    lines: tuple[Match, ...] = ()
    amount: int | None = None
    unfilled: Unfilled | None = None
    without: tuple[Match, ...] = ()
    doubt: Doubt | None = None
    assumed: BudgetAddress | None = None
    is_chosen: bool = False
    unsure: tuple[UnsureSide, ...] = ()
    choices: tuple[FilledInsertion, ...] = ()

    @property
    def is_computed(self) -> bool:
        """Whether the amount is printed nowhere."""
        return len(self.lines) > 1 or bool(self.without)


@dataclass(frozen=True, slots=True)
class FilledSentence:
    """A sentence, what was heard of it, and its places in their order."""

    heard: Heard
    text: str
    insertions: tuple[FilledInsertion, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence says around its places."""

    question: Question
    home: Home | None
    place_is_missing: bool


async def fill_sentence(ask: Ask, index: Index, text: str, home: Home | None) -> FilledSentence | None:
    """Puts amounts into a sentence.

    Args:
        ask: answers a question.
        index: that it answers from.
        text: the sentence.
        home: where to answer from when nothing names a place.

    Returns:
        None for a text without a place for an amount.
    """
    insertions = find_insertions(text)
    if not insertions:
        return None
    around = _read_around(index, text, insertions, home)
    filled = [await _fill(ask, index, each, around) for each in insertions[:MOST_INSERTIONS]]
    filled += [FilledInsertion(each, unfilled=Unfilled.TOO_MANY) for each in insertions[MOST_INSERTIONS:]]
    heard = hear_language(index, read_question(text.replace("+", " ")), frozenset())
    return FilledSentence(heard, text, tuple(filled))


def list_choices(filled: FilledSentence) -> list[FilledSentence]:
    """The same sentence with each line that may be meant where it is not sure which one is.

    Args:
        filled: the sentence.

    Returns:
        None of them where all is sure, or no line is near.
    """
    choices = [_list_choices(each) for each in filled.insertions]
    if choices == [[each] for each in filled.insertions]:
        return []
    together = islice(product(*choices), _MOST_CHOICES)
    return [replace(filled, insertions=insertions) for insertions in together]


def _list_choices(each: FilledInsertion) -> list[FilledInsertion]:
    if each.choices:
        return [replace(choice, is_chosen=True, unsure=()) for choice in each.choices]
    if each.unfilled is not Unfilled.SEVERAL or not each.lines:
        return [each]
    return [
        replace(
            each,
            lines=(match,),
            amount=match.line.amount,
            unfilled=None,
            doubt=match.line.doubt,
            is_chosen=True,
        )
        for match in each.lines
    ]


def _read_around(index: Index, text: str, insertions: tuple[Insertion, ...], home: Home | None) -> _Around:
    question = read_question(cut_insertions(text, insertions))
    place = read_place(index, question)
    if place.places:
        named = place.places[0]
        home = home if home is not None and home.is_place(named) else Home(named.name)
    return _Around(question, home, bool(place.missing) and not place.places)


async def _fill(ask: Ask, index: Index, insertion: Insertion, around: _Around) -> FilledInsertion:
    asked = read_question(insertion.said)
    place = read_place(index, asked)
    if around.place_is_missing and not (place.places or place.missing):
        return FilledInsertion(insertion, unfilled=Unfilled.PLACE)
    if not asked.asks_edition:
        if len(around.question.years) > 1:
            return FilledInsertion(insertion, unfilled=Unfilled.YEARS)
        asked = _of_edition(asked, around.question)
    if asked.parts and asked.relation is Relation.NAMED:  # one amount of several lines is their sum
        asked = replace(asked, relation=Relation.SUMMED)
    found = await ask(Request(asked, around.home, limit=_OFFERED))
    if isinstance(found, SumOfLines):
        for part in asked.parts:
            alone = await ask(Request(with_edition(part, asked), around.home, limit=_OFFERED))
            if (lineless := _find_lineless(alone)) is not None:
                return FilledInsertion(insertion, list_matches(alone)[:_OFFERED], unfilled=lineless)
    return replace(_read_answer(insertion, found), assumed=found.heard.assumed)


def _of_edition(asked: Question, around: Question) -> Question:
    """A question of the year and the decision that the sentence names around it."""
    if around.decision_is_marked:
        asked = replace(asked, decision=around.decision, decisions=around.decisions, decision_is_marked=True)
    if around.year is None:
        return replace(asked, this_year=around.this_year)
    return replace(asked, year=around.year, year_is_said=True, years=around.years)


def _read_answer(insertion: Insertion, found: Answer) -> FilledInsertion:
    """What an answer puts into the sentence: only what it surely asserts, of what was asked for."""
    lines, hindrance = list_matches(found), _find_hindrance(found)
    unfilled = hindrance or _find_lineless(found)
    if unfilled is not None:
        near = () if hindrance else lines[:_OFFERED]
        return FilledInsertion(insertion, near, unfilled=unfilled)
    match found:
        case SumOfLines():
            return _put_sums(insertion, found)
        case _ if not is_confident(found) or found.heard.searched is not None:
            pass
        case SureLine(card=card):
            return FilledInsertion(insertion, lines, card.line.amount, doubt=card.line.doubt)
        case Remainder(whole=whole, parts=parts):
            return FilledInsertion(insertion, (whole,), found.amount, without=parts, doubt=found.doubt)
        case AcrossGroups():
            return FilledInsertion(insertion, lines, found.amount, doubt=found.doubt)
    return FilledInsertion(insertion, lines[:_OFFERED], unfilled=Unfilled.SEVERAL)


def _find_lineless(found: Answer) -> Unfilled | None:
    """Why what is named has no amount of its own, whatever the lines near it have; None where it may have."""
    if isinstance(found, PartOfLine):
        return Unfilled.PART
    return Unfilled.ELSEWHERE if found.heard.lacking is not None or found.heard.lacks_branch else None


def _put_sums(insertion: Insertion, found: SumOfLines) -> FilledInsertion:
    """A sum, which names all its lines, and those that may be meant instead; or that there is none."""
    first, *further = (_put_sum(insertion, each) for each in (found, *list_otherwise(found)))
    choices = tuple(each for each in further if each.amount is not None)
    if first.amount is None:
        return FilledInsertion(insertion, first.lines, unfilled=Unfilled.SUM, choices=choices)
    return replace(first, choices=choices)


def _put_sum(insertion: Insertion, found: SumOfLines) -> FilledInsertion:
    lines = found.page.matches
    return FilledInsertion(insertion, lines, found.amount, doubt=found.doubt, unsure=found.unsure)


def _find_hindrance(found: Answer) -> Unfilled | None:
    """Why an answer is of no use for the sentence, whatever it is sure of."""
    missing = found.heard.lacks
    if isinstance(found, PlaceChoice) or (missing is not None and missing.kind in OF_PLACE):
        return Unfilled.PLACE
    if missing is not None:
        return Unfilled.EDITION
    if isinstance(found, Nothing):
        return Unfilled.NOTHING
    asks_amount = found.heard.question.frame.asks_nothing_more and isinstance(found, _OF_AMOUNTS)
    return None if asks_amount else Unfilled.OTHER
