"""Lines that print an amount, wherever in a budget; and what is said where those that are named have not.

A sentence that no line has an amount must hold of all that is loaded of the budget: its other years and its
older decisions are looked at before it is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from parser.budget_code import BY_SIDE, Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Question
from parser.question.superlatives import is_spent
from parser.records import Section
from storage.answering.asked_numbers import measure_distance, name_amount, prints_amount
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.answering.missing import Missing, MissingKind
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import CandidateWeights


def amount_of(question: Question, weights: CandidateWeights) -> str | None:
    """The amount that a question is surely about, as it was said."""
    return name_amount(question, weights.surely_an_amount)


def is_of_amount(question: Question, weights: CandidateWeights) -> bool:
    """Whether a question is about an amount and names nothing else."""
    return question.names_only_numbers and amount_of(question, weights) is not None


def list_all_editions(asked: AskedEdition) -> Iterator[AskedEdition]:
    """All editions of a budget: those of the year asked for, then each other year's, the newest first."""
    yield from asked.editions()
    for year in sorted({edition.year for edition in asked.catalogue.editions} - {asked.edition.year}):
        newest = asked.catalogue.find(year)
        if newest is not None:
            yield from AskedEdition(asked.catalogue, newest, None).editions()


def find_with_amount(
    question: Question, named: Set[str], asked: AskedEdition, outlines: Outlines, *, alone: bool
) -> list[FoundLine]:
    """Lines that print an amount, in the edition asked for or else the newest that has it.

    Args:
        question: with the amount.
        named: the paths that its words name.
        asked: the edition that is asked for.
        outlines: with the lines that are wanted.
        alone: whether a line that no word names may be meant too.
    """
    if not question.amounts and question.scaled is None:
        return []
    for edition in list_all_editions(asked):
        equal = _list_equal(question, edition, outlines)
        equal = [found for found in equal if found.path in named] or (equal if alone else [])
        equal = _keep_spending(question, equal)
        # The line's own amount counts before that of one of its blocks.
        own = [found for found in equal if _prints(found.line, question, own=True)]
        # What a round amount finds only in an older edition may be a chance.
        if question.scaled is not None and not own:
            continue  # what only a part of it prints is not told beside the line's own amount
        by_chance = question.scaled is not None and edition is not asked
        other_year = question.asks_edition and edition.edition.year != asked.edition.year
        if equal:
            return [replace(found, weak=found.weak or by_chance or other_year) for found in own or equal]
    return []


def _keep_spending(question: Question, equal: list[FoundLine]) -> list[FoundLine]:
    """Lines with an amount, where it is asked on what it went: revenue goes nowhere, and is only offered."""
    asking = load_asking_words()
    said = question.said or question.tokens
    if not any(is_spent(token.sound) or asking.says(token.sound, Asks.SPENDS) for token in said):
        return equal
    spent = [found for found in equal if found.line.section is not Section.REVENUE]
    return spent or [replace(found, weak=True) for found in equal]


def keep_side(
    found: list[FoundLine], question: Question, asked: AskedEdition, outlines: Outlines
) -> list[FoundLine]:
    """Of the lines with an amount those of the side that is named: `доходы 23,8 млрд` asks of no spending.

    Where that side has none, its total stands before the others, and none of them is sure.

    Args:
        found: the lines with the amount.
        question: with its words.
        asked: the edition that is asked for.
        outlines: with the lines that are wanted.
    """
    asking, said = load_asking_words(), question.said or question.tokens
    ways = ((Asks.OF_RECEIPTS, Side.RECEIPTS), (Asks.OF_SPENDING, Side.SPENDING))
    sides = [side for asks, side in ways if any(asking.says(token.sound, asks) for token in said)]
    if len(sides) != 1 or not found:
        return found
    section = BY_SIDE[sides[0]]
    own = [line for line in found if line.line.section is section]
    total = outlines.lines(asked.edition).get(section.value)
    if own or total is None:
        return own or [replace(line, weak=True) for line in found]
    first = FoundLine(section.value, 1.0, asked=asked, line=total, weak=True)
    return [first, *(replace(line, weak=True) for line in found)]


def add_with_amount(
    named: Sequence[FoundLine], question: Question, asked: AskedEdition, outlines: Outlines, *, first: bool
) -> list[FoundLine]:
    """The lines that a question names, none of which has its amount, with those that have it.

    Args:
        named: best first.
        question: with the amount.
        asked: the edition that is asked for.
        outlines: with the lines that are wanted.
        first: whether those with the amount stand before those that are named.
    """
    equal: list[FoundLine] = []
    for edition in list_all_editions(asked):
        equal = equal or _list_equal(question, edition, outlines)
    equal = [found for found in equal if found.path not in {line.path for line in named}]
    if not equal or not named:
        return [replace(found, weak=True) for found in equal] or list(named)
    if first:
        return [
            *(replace(found, weak=True) for found in equal),
            *(replace(line, weak=True) for line in named),
        ]
    best = named[0]
    return [best, *(replace(found, weak=True, score=best.score) for found in equal), *named[1:]]


def find_lacking_amount(
    question: Question, found: Sequence[FoundLine], asked: AskedEdition, said: str | None
) -> Missing | None:
    """What is missing of an amount: a line that has it, or that it is not where it was looked for.

    Args:
        question: what is asked.
        found: the lines that are offered for it, best first.
        asked: the edition that is asked for.
        said: the amount that it is surely about.
    """
    if said is None:
        return None
    printing = [line for line in found if _prints(line.line, question)]
    if not printing:
        return Missing(MissingKind.AMOUNT, said)
    if not _prints(printing[0].line, question, own=True):  # 2560940: one of the rows of an office
        return Missing(MissingKind.AMOUNT_SUMMAND, said)
    elsewhere = question.asks_edition and printing[0].asked.edition.year != asked.edition.year
    return Missing(MissingKind.AMOUNT_ELSEWHERE, said) if elsewhere or printing[0] is not found[0] else None


def _list_equal(question: Question, asked: AskedEdition, outlines: Outlines) -> list[FoundLine]:
    """The lines of an edition that print the amount, the nearest to it first."""
    equal = [
        FoundLine(path, 1.0, asked=asked, line=line)
        for path, line in outlines.lines(asked.edition).items()
        if _prints(line, question)
    ]
    return sorted(equal, key=lambda found: measure_distance(found.line.amount, found.line.unit, question))


def _prints(line: LineOutline, question: Question, *, own: bool = False) -> bool:
    amounts = (line.amount,) if own else (line.amount, *line.blocks)
    return prints_amount(amounts, line.unit, question)
