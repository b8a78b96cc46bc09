"""What was found → what is answered with it: a line that is sure, lines to choose from, several figures.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence

from parser.budget_code import BY_SIDE, Side, level_of
from parser.dataclass import dataclass, replace
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent, Relation, Unheld
from parser.question.lineless import find_lineless
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.amount_lines import is_of_amount
from storage.answering.asked_whole import (
    asks_of_all,
    asks_of_budget,
    asks_of_decision,
    list_totals,
    names_budget_of_edition,
)
from storage.answering.assertion import ask_amount, goodness, is_asserted
from storage.answering.at_large import list_at_large
from storage.answering.bounded_lines import Bounded
from storage.answering.branches import asks_inside
from storage.answering.candidates import find_totals, list_both_totals
from storage.answering.edition import AskedEdition
from storage.answering.figures import find_figures
from storage.answering.inquiry import Found, FoundLine
from storage.answering.inside import Parts
from storage.answering.joined_offices import gather_offices
from storage.answering.listed_lines import list_above, order_by_amount
from storage.answering.missing import OF_EDITION
from storage.answering.of_changes import find_changing
from storage.answering.other_rank import gives_to_itself, say_other_rank
from storage.answering.outcome import (
    Beyond,
    Candidates,
    Outcome,
    SmallTalk,
    Within,
)
from storage.answering.several_editions import span_changes
from storage.reading.outlines import Outlines
from storage.search.parts import PartSign
from storage.search.weights import Weights

_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class _OtherReading:
    """What was searched instead of what was typed, and the lines that it found."""

    question: Question
    lines: Sequence[FoundLine]


def needs_otherwise(found: Found, outlines: Outlines, weights: Weights) -> bool:
    """Whether other readings of what was typed are worth a look. A question with a code has none."""
    frame = found.question.frame
    if found.lines and found.question.names_nothing and (frame.side or not frame.asks_nothing_more):
        return False  # all of its words are understood
    if found.lacking or is_of_amount(found.question, weights.candidates):
        return False  # and so they are where only other budgets have the line, or it is an amount alone
    poor = goodness(found.lines, weights.certainty) < weights.answer.poor
    return poor and not found.question.codes and find_figures(found, outlines, weights) is None


def decide(found: Found, outlines: Outlines, weights: Weights) -> Outcome:
    """What a question is answered with.

    Args:
        found: what it finds in its place.
        outlines: with the lines that are wanted.
        weights: from where on a line is sure, or another reading better.
    """
    lineless = find_lineless(found.asked.rest_of(found.question))
    if lineless is not None:
        return Beyond(found.asked, lineless, ())
    figures = find_figures(found, outlines, weights)
    if figures is None and found.question.relation is Relation.BOUNDED:
        return Candidates(found.asked, found.parts[0])  # which line is the bound is not clear
    if figures is None and found.lacking and not (found.lines or found.question.frame.beyond_plan):
        lacks = found.lacks_branch
        return Candidates(found.asked, (), nearest=found.nearest, lacking=found.lacking, lacks_branch=lacks)
    return figures or _decide_lines(found, outlines, weights)


def _decide_lines(found: Found, outlines: Outlines, weights: Weights) -> Outcome:
    """What a question is answered with that asks for no several figures."""
    lines, searched, unheld = found.lines, None, found.question.frame.beyond_plan
    best = goodness(lines, weights.certainty)
    # What no plan holds, and a part of a line, is only offered: what was typed is good enough for that.
    if best < weights.answer.poor and not (lines and _is_only_offered(lines[0], unheld, weights)):
        better = _choose_reading(found, best, weights) or list_at_large(found, outlines, weights)
        if isinstance(better, SmallTalk | Parts | Bounded):
            return better
        if better is not None:
            lines, searched = better.lines, better.question.text
            unheld = unheld or better.question.frame.beyond_plan
    lines = _keep_side(found.question, lines)
    if found.question.frame.average:  # of what has nothing inside: how many schools there are is not told
        unheld = unheld or Unheld.COUNT
    found = say_other_rank(found, lines)
    single = ask_amount(found.question, lines, outlines)
    clear = is_asserted(lines, single, weights.certainty, alone=not found.question.parts)
    named = found.asked.missing is None or found.asked.lacks_beside
    otherwise = clear and (_asks_otherwise(found.question, lines[0]) or gives_to_itself(found))
    sure = clear and named and not otherwise
    if clear and found.asked.missing is not None and found.asked.missing.kind in OF_EDITION:
        lines = lines[:1]  # it is another edition that is not there, not another line that is meant
    if clear and _asks_single(found.question, lines[0], outlines):
        unheld = unheld or Unheld.SINGLE
    if found.question.frame.above:
        lines = list_above(lines, found.question.frame, outlines)
    offered = _list_offered(lines, unheld, weights)
    offered = offered if sure else order_by_amount(offered, found.question, weights)
    if unheld is not None:
        if found.question.parts:  # `школы и садики`, а кому?
            sure, offered = False, [part[0] for part in found.parts if part]
        named = not found.asked.rest_of(found.question).names_nothing
        # What is like a line in its letters alone is no line of a person's name: `кто такой Ковальчук`.
        likely = [line for line in offered if line.covered or line.through or line.exact]
        meant = likely if named else ()
        told, offices = gather_offices(meant[:1] if sure else meant, outlines)
        return Beyond(found.asked, unheld, told, searched, offices)
    if lines and lines[0].part and level_of(lines[0].path) is not None:  # no part of all spending
        parts = [line for line in offered if line.part]
        spent = [line for line in parts if line.line.section is not Section.REVENUE]
        parts = spent or parts  # nothing is paid out of what comes in
        return Within(found.asked, parts, searched, supposed=lines[0].part is PartSign.BY_PLACE)
    totals = _list_totals(found, lines, outlines, weights)
    if totals:
        return Candidates(found.asked, totals, searched=searched, of_budget=True)
    candidates = Candidates(found.asked, offered, sure, searched=searched, nearest=found.nearest)
    return _ask_of_changes(found, lines, candidates, outlines, weights)


def _list_offered(lines: Sequence[FoundLine], unheld: Unheld | None, weights: Weights) -> list[FoundLine]:
    """The lines that fit well enough beside the best; of those that only share a word no office is told."""
    best = lines[0].score if lines else 0.0
    least = weights.answer.offered_beside * best
    if unheld is Unheld.OFFICE:
        least = max(least, best - weights.answer.of_one_kind)
    return [line for line in lines if line.score >= least]


def _list_totals(
    found: Found, lines: Sequence[FoundLine], outlines: Outlines, weights: Weights
) -> Sequence[FoundLine]:
    """The totals of both sides, where a question is of nothing but a budget; none where it is of a line."""
    if names_budget_of_edition(found.asked, found.question) or asks_of_budget(found.asked, found.question):
        return list_both_totals(found.asked, outlines, weights.certainty)
    return list_totals(found.question, lines)


def _ask_of_changes(
    found: Found, lines: Sequence[FoundLine], candidates: Candidates, outlines: Outlines, weights: Weights
) -> Candidates:
    """The candidates of a question, or what changed in the whole budget or inside a line."""
    if asks_of_decision(found, lines, weights):
        rest = found.asked.rest_of(found.question).tokens
        unread = tuple(token.folded for token in rest if not token.filler)
        asked = span_changes(found.asked, found.question)
        totals = find_totals(found.asked, outlines, weights.certainty)
        totals = [_move(line, asked, outlines) for line in totals]
        return Candidates(asked, totals, of_all=True, unread=unread)
    of_all = asks_of_all(found.asked, found.question)
    asked = span_changes(found.asked, found.question) if of_all else found.asked
    changing = find_changing(found, outlines, weights, of_all=of_all)
    inside = changing.line if changing else None
    if inside:
        inside = _move(inside, span_changes(inside.asked, found.question), outlines)
    across = changing is not None and changing.across
    offered = candidates.lines
    if asked is not found.asked:
        offered = [_move(line, asked, outlines) for line in offered]
    told = replace(candidates, asked=asked, lines=offered, of_all=of_all, inside=inside, across=across)
    if not (told.sure or of_all or inside or across or found.question.codes):
        lines, offices = gather_offices(offered, outlines)  # five times one department's name
        told = replace(told, lines=lines, offices=offices)
    return told if of_all else replace(told, lacking=found.lacking, lacks_branch=found.lacks_branch)


def _move(line: FoundLine, asked: AskedEdition, outlines: Outlines) -> FoundLine:
    """A line in another edition, that of the changes beside it; as it was found where that has none."""
    if asked.edition is line.asked.edition:
        return replace(line, asked=asked)
    there = outlines.lines(asked.edition).get(line.path)
    return replace(line, asked=asked, line=there) if there else line


def _is_only_offered(line: FoundLine, unheld: Unheld | None, weights: Weights) -> bool:
    """Whether a line is for what no plan holds, or for a part of it that is well matched."""
    well = line.score >= weights.answer.at_hand
    return unheld is not None or (line.part is PartSign.LISTED and well)


def _asks_otherwise(question: Question, line: FoundLine) -> bool:
    """Whether a line's card would be no answer: what is the largest or the most of something is asked.

    `самый мелкий сбор` finds one charge of several, with nothing inside; of `самая полезная программа`
    the order is not known. Of `самые большие расходы на библиотеки` the card says it all.
    """
    asking = load_asking_words()
    if question.intent is Intent.LARGEST:
        named = [token.sound for token in question.tokens if not token.filler]
        office = any(asking.says(word, Asks.ADMINISTRATOR) for word in named)
        inside = office and level_of(line.path) is not Level.ADMINISTRATOR  # of an office, and is none
        return (
            inside
            or line.line.section is Section.REVENUE
            or not (line.through or line.exact or question.codes)
            or (asks_inside(question) and not question.codes)
        )
    if question.intent is Intent.SHARE:
        sides = _list_sides(question)  # доля налогов в расходах: no revenue is spending
        return len(sides) == 1 and line.line.section is not BY_SIDE[sides[0]]
    very = any(asking.says(token.sound, Asks.VERY) for token in question.tokens)
    return question.intent is Intent.AMOUNT and very


def _asks_single(question: Question, line: FoundLine, outlines: Outlines) -> bool:
    """Whether it is asked which is the dearest of the things that a line pays for: `самый дорогой садик`.

    `самые большие расходы на школы` asks of money, and the line's amount is all there is.
    """
    asking = load_asking_words()
    of_things = question.intent is Intent.LARGEST and question.frame.bounds is None
    if (
        not of_things
        or line.line.section is not Section.EXPENDITURE
        or level_of(line.path) is not Level.PROGRAM
    ):
        return False
    if outlines.tree(line.asked.edition).rows_below(line.path):
        return False
    of_money = (
        *(Asks.MONEY_BEFORE, Asks.MONEY_AFTER, Asks.MONEY, Asks.LINE, Asks.PROGRAM, Asks.ROW, Asks.WHAT),
        Asks.SINCE_WHEN,  # когда школам дали больше всего
    )
    said = [token.sound for token in question.said or question.tokens]
    # `какое пособие самое затратное` says with it which one, and names no money
    return not any(asking.says(word, *of_money) and not asking.says(word, Asks.LARGE) for word in said)


def _keep_side(question: Question, lines: Sequence[FoundLine]) -> Sequence[FoundLine]:
    """The lines of the side that a share is asked of: of revenue, `трансферты сколько процентов дохода`.

    Not where these only hold a word of what is named: `доля налогов в расходах` is no valuation for taxes.
    """
    if question.intent is not Intent.SHARE:
        return lines
    named = _list_sides(question)
    kept = [line for line in lines if len(named) == 1 and line.line.section is BY_SIDE[named[0]]]
    if not kept or (kept[0].weak and not lines[0].weak):
        return lines
    mentions = lines[0].through and not (kept[0].through or kept[0].exact)
    return lines if mentions else kept


def _list_sides(question: Question) -> Sequence[Side]:
    """The sides of the budget that a question names."""
    if question.frame.side is not None:
        return [question.frame.side]
    asking, said = load_asking_words(), [token.sound for token in question.tokens]
    sides = ((Asks.OF_RECEIPTS, Side.RECEIPTS), (Asks.OF_SPENDING, Side.SPENDING))
    return [side for asks, side in sides if any(asking.says(word, asks) for word in said)]


def _choose_reading(found: Found, best: float, weights: Weights) -> _OtherReading | SmallTalk | None:
    """The best of the other readings of what was typed, if it is better by enough; else its talk."""
    better: _OtherReading | None = None
    for reading, found_otherwise in found.otherwise:
        if reading.question.talk:
            return SmallTalk(reading.question.talk)
        lines = [
            line
            for line in found_otherwise
            if not line.through or line.score >= weights.answer.phrase_reading
        ]
        score = goodness(lines, weights.certainty)
        if score >= max(weights.answer.good_reading, best + weights.answer.better):
            # A word or two in the other language are too little to assert anything.
            little = reading.translated and len(reading.question.words) <= _FEW_WORDS
            lines = [replace(line, weak=line.weak or little) for line in lines]
            better, best = _OtherReading(reading.question, lines), score
    if better is None and found.question.aside and not _names_line(found):  # `ты чего такой умный`
        return SmallTalk(found.question.aside)
    return better


def _names_line(found: Found) -> bool:
    """Whether words that also speak to the bot name a line: `скучные дороги`, but not words that lines share.

    Who runs a place is spoken of by whoever talks: `всё ясно пойду ругаться в акимат`.
    """
    asking = load_asking_words()
    if any(asking.says(token.sound, Asks.ACTOR) for token in found.question.tokens):
        return any(line.exact for line in found.lines)
    return any(line.through or line.exact for line in found.lines)
