"""Several figures for one question: the lines inside a line, those within bounds, years, lines side by side.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parser.budget_code import codes_of, is_below, level_of
from parser.question.intents import Frame, Intent, ListedLevel, Relation
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.assertion import is_asserted, is_good
from storage.answering.candidates import LISTED
from storage.answering.edition import AskedEdition, Missing
from storage.answering.inquiry import Found, FoundLine
from storage.answering.remainder import NotWithout, Without, take_out
from storage.answering.several_editions import list_side_by_side
from storage.answering.sides import Beside, ByEdition, set_beside, set_by_edition
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import CertaintyWeights, Weights

_OTHERS = 3  # lines offered beside the one that is shown in several editions
_TOLD = frozenset({"year", "decision", "month"})
_LEVELS = {
    ListedLevel.GROUP: Level.GROUP,
    ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR,
    ListedLevel.PROGRAM: Level.PROGRAM,
}


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines inside a line, in the order that is asked for."""

    asked: AskedEdition
    whole: FoundLine
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class Bounded:
    """The lines inside a line that lie within bounds, largest first: all of one level, no tenge twice.

    Attributes:
        asked: the edition.
        whole: the line; of an administrator that stands in several groups, the best matched of its lines.
        lines: perhaps none.
        level: of the lines; None for the lowest ones, which programs are too.
        out_of: how many lines of that level there are.
        total: the amount of the line, of an administrator in all its groups.
    """

    asked: AskedEdition
    whole: FoundLine
    lines: Sequence[FoundLine]
    level: ListedLevel | None
    out_of: int
    total: int


@dataclass(frozen=True, slots=True)
class Years:
    """One line in several years, or as several decisions left it.

    Attributes:
        asked: the edition that the line was found in.
        lines: of the editions that have it, in the order of time.
        lacking: what was asked for and is not there: an edition that is not loaded or lacks the line.
        of_years: whether these are years, else decisions.
        sure: whether the line is.
        others: lines that may have been meant instead.
    """

    asked: AskedEdition
    lines: Sequence[FoundLine]
    lacking: tuple[Missing, ...] = ()
    of_years: bool = True
    sure: bool = True
    others: Sequence[FoundLine] = ()


@dataclass(frozen=True, slots=True)
class Across:
    """The lines of one administrator in several groups: `отдел строительства`."""

    asked: AskedEdition
    lines: Sequence[FoundLine]


Figures = Parts | Bounded | Years | Beside | ByEdition | Across | Without | NotWithout


def find_figures(found: Found, outlines: Outlines, weights: Weights) -> Figures | None:
    """What answers a question that asks for several figures; None where it asks for one.

    Args:
        found: what the question finds in its place.
        outlines: with the lines that are wanted.
        weights: from where on a line is sure.
    """
    if found.question.frame.beyond_plan is not None:
        return None
    return take_out(found, outlines, weights) or _find_lines(found, outlines, weights)


def _find_lines(
    found: Found, outlines: Outlines, weights: Weights
) -> Parts | Bounded | Years | Beside | ByEdition | Across | None:
    asked, question, lines = found.asked, found.question, found.lines
    if question.relation is not Relation.NAMED and not _is_name(found, weights):
        beside = _find_beside(found, outlines, weights)
        if beside is not None:
            return beside
    sure = asked.missing is None and is_asserted(lines, question, weights.certainty)
    unnamed = asked.missing is None and asked.rest_of(question).names_nothing
    if question.frame.bounds is not None and lines and (unnamed or is_good(lines[0], weights.certainty)):
        blocks = _list_blocks(_choose_whole(lines, outlines, weights), lines, weights.certainty)
        return _list_bounded(asked, outlines, blocks, question)
    if question.intent in LISTED:
        wholes = [line for line in lines if outlines.tree(line.asked.edition).rows_below(line.path)]
        sure_whole = asked.missing is None and is_asserted(wholes, question, weights.certainty)
        parts = _list_parts(outlines, wholes[0], question) if sure_whole or (unnamed and wholes) else []
        if parts and not (sure and wholes[0] != lines[0]):  # what is surely meant may have nothing inside
            return Parts(asked, wholes[0], parts)
    named = question.relation is Relation.NAMED and not _is_name(found, weights)
    beside = _find_beside(found, outlines, weights) if named else None
    if isinstance(beside, ByEdition):
        return beside
    return _find_years(found, outlines, weights) or _find_across(found, weights.certainty) or beside


def _is_name(found: Found, weights: Weights) -> bool:
    """Whether the parts of a question are those of one name: «Культура, спорт, туризм»."""
    question, lines = found.question, found.lines
    if question.relation is not Relation.NAMED:
        return bool(lines and lines[0].exact)
    whole = lines and not question.codes and lines[0].covered >= weights.answer.whole and not lines[0].pieced
    return bool(whole) and question.intent is not Intent.COMPARE


def _find_beside(found: Found, outlines: Outlines, weights: Weights) -> Beside | ByEdition | None:
    """A line for each part of a question, in each of the editions that it asks for."""
    beside = set_beside(found, weights)
    side_by_side = list_side_by_side(found.asked, found.question)
    if beside is None or side_by_side is None:
        return beside
    return set_by_edition(beside, side_by_side, outlines)


def _list_parts(outlines: Outlines, whole: FoundLine, question: Question) -> list[FoundLine]:
    """The lines inside a line that a question asks to be listed, largest first.

    Of all spending these are its groups, of anything else its lowest lines: programs, or kinds of
    revenue; unless the question asks for another level.

    Args:
        outlines: with the whole edition of the line.
        whole: the line.
        question: its level, how many, and whether the smallest come first.

    Returns:
        An empty list when nothing is printed below the line.
    """
    plainly = ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM
    level = question.frame.level or plainly
    # The lowest lines, which are subprograms where these are printed, tell more than programs.
    parts, _ = _list_level(outlines, whole, None if level is ListedLevel.PROGRAM else level)
    if question.frame.smallest:
        parts = [line for line in parts if line.amount]
    # Sorting keeps the print order of equal amounts.
    parts.sort(key=lambda line: line.amount, reverse=not question.frame.smallest)
    return [replace(whole, path=line.path, line=line) for line in parts[: question.frame.count]]


def _choose_whole(lines: Sequence[FoundLine], outlines: Outlines, weights: Weights) -> FoundLine:
    """The best line that has something inside, where it is matched well; else the best of all."""
    tree = outlines.tree(lines[0].asked.edition)
    least = weights.answer.offered_beside * lines[0].score
    wholes = (line for line in lines if line.score >= least and is_good(line, weights.certainty))
    return next((line for line in wholes if tree.rows_below(line.path)), lines[0])


def _list_blocks(whole: FoundLine, lines: Sequence[FoundLine], weights: CertaintyWeights) -> list[FoundLine]:
    """A line; of an administrator its lines in all groups that are found as well as this one."""
    code = _administrator(whole)
    alike = [line for line in lines if code and line.score >= whole.score - weights.lead]
    return [line for line in alike if _administrator(line) == code] or [whole]


def _list_bounded(
    asked: AskedEdition, outlines: Outlines, wholes: Sequence[FoundLine], question: Question
) -> Bounded | None:
    """The lines inside lines within the bounds of a question; a line itself where nothing is inside."""
    bounds, level = question.frame.bounds, question.frame.level or ListedLevel.PROGRAM
    if bounds is None:
        return None
    inside = [_list_level(outlines, whole, level) for whole in wholes]
    lines = [line for whole, (below, _) in zip(wholes, inside, strict=True) for line in below or [whole.line]]
    lines = [line for line in lines if line.amount]
    within = sorted((line for line in lines if bounds.hold(line.amount)), key=lambda line: -line.amount)
    found = [replace(wholes[0], path=line.path, line=line) for line in within]
    listed = level if all(told is level for _, told in inside) else None
    return Bounded(asked, wholes[0], found, listed, len(lines), sum(whole.line.amount for whole in wholes))


def _list_level(
    outlines: Outlines, whole: FoundLine, listed: ListedLevel | None
) -> tuple[list[LineOutline], ListedLevel | None]:
    """The lines of a level inside a line, in print order; where it has none, its lowest lines."""
    lines, tree = outlines.lines(whole.asked.edition), outlines.tree(whole.asked.edition)
    inside = [lines[path] for path in tree.paths_below(whole.path)]
    level = _LEVELS[listed] if listed else None
    found = [line for line in inside if level is not None and level_of(line.path) is level]
    if found:
        return found, listed
    lowest = [line for line in inside if not tree.rows_below(line.path)]
    return lowest, None


def _find_years(found: Found, outlines: Outlines, weights: Weights) -> Years | None:
    """One line in the editions that a question asks to see side by side; None where it asks for one."""
    asked, lines = found.asked, found.lines
    side_by_side = list_side_by_side(asked, found.question)
    unnamed = asked.rest_of(found.question).names_nothing
    if side_by_side is None or not lines or not (unnamed or is_good(lines[0], weights.certainty)):
        return None
    best, lacking = lines[0], list(side_by_side.lacking)
    over: list[FoundLine] = []
    for each in side_by_side.editions:
        line = outlines.lines(each.edition).get(best.path)
        if line is not None:
            over.append(replace(best, asked=each, line=line))
        elif side_by_side.of_years:
            lacking.append(Missing("line", str(each.edition.year)))
        else:
            lacking.append(Missing("edition-line", each.edition.decision.number))
    if not over:
        return None
    # That a year or a decision is not loaded is among what is lacking; that a place is not stays said first.
    told = asked.missing is None or asked.missing.kind in _TOLD
    asked = replace(asked, missing=None) if told else asked
    sure = told and is_asserted(lines, found.question, weights.certainty)
    least = weights.answer.offered_beside * best.score
    others = () if sure else [line for line in lines[1:] if line.score >= least][:_OTHERS]
    return Years(asked, over, tuple(lacking), side_by_side.of_years, sure, others)


def _find_across(found: Found, weights: CertaintyWeights) -> Across | None:
    """The lines of one administrator in all groups, where it is surely meant and no group is named."""
    asked, question, lines = found.asked, found.question, found.lines
    if not lines or question.intent is not Intent.AMOUNT or question.codes or asked.missing is not None:
        return None
    best, code = lines[0], _administrator(lines[0])
    own = [line for line in lines if code and _administrator(line) == code]
    alike = [line for line in own if line.score >= best.score - weights.lead]
    others = [line for line in lines if line not in own and not any(is_below(line.path, o.path) for o in own)]
    # Other offices' names may hold the words too: the answer says whose lines it took.
    at_large = replace(question, frame=Frame(Intent.LIST))
    if len(own) < 2 or alike != own or not is_asserted([best, *others], at_large, weights):
        return None
    return Across(asked, sorted(own, key=lambda line: -line.line.amount))


def _administrator(line: FoundLine) -> tuple[Section, str] | None:
    """The section and code of an administrator's line; None for another line."""
    if level_of(line.path) is not Level.ADMINISTRATOR:
        return None
    return line.line.section, codes_of(line.path)[-1]
