"""Several figures for one question: what is inside a line, a line in several years, lines side by side.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import is_below, level_of
from parser.dataclass import dataclass
from parser.question.cut_by_form import parts_by_dashes
from parser.question.intents import Frame, Intent, Relation, Unheld
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.asked_whole import asks_of_all, names_budget_in_editions
from storage.answering.assertion import is_asserted, is_good
from storage.answering.bounded_lines import Bounded, list_bounded_by
from storage.answering.candidates import list_both_totals
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.inside import Parts, list_inside, list_parts, list_rest
from storage.answering.joined_offices import join_office, put_in_edition
from storage.answering.listed_lines import Listed, Wholes, office_of
from storage.answering.missing import Missing, MissingKind
from storage.answering.one_name import are_asked_apart, names_one_office
from storage.answering.ranked import asks_rank, list_ranked
from storage.answering.remainder import NotWithout, Without, take_out
from storage.answering.remainder_over import cut_over
from storage.answering.same_kind import list_kind
from storage.answering.several_editions import SideBySide, list_change, list_side_by_side
from storage.answering.sides import (
    Beside,
    ByEdition,
    add_one_thing,
    join_by_edition,
    set_beside,
    set_by_edition,
)
from storage.reading.outlines import Outlines
from storage.search.weights import CertaintyWeights, Weights

_TWO = 2
_OTHERS = 3  # lines offered beside the one that is shown in several editions
_OF_OFFICE = frozenset(
    {Intent.AMOUNT, Intent.CHANGE, Intent.SHARE}
)  # what is told of an office in all groups
_TOLD = frozenset({MissingKind.YEAR, MissingKind.DECISION, MissingKind.MONTH, MissingKind.SEASON})


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
        offices: those of the lines that stand for all lines of an office in several groups.
    """

    asked: AskedEdition
    lines: Sequence[FoundLine]
    lacking: tuple[Missing, ...] = ()
    of_years: bool = True
    sure: bool = True
    others: Sequence[FoundLine] = ()
    offices: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Across:
    """The lines of one administrator in several groups: `отдел строительства`."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    office: tuple[Section, str]  # its section and code


Figures = Parts | Bounded | Years | Beside | ByEdition | Across | Without | NotWithout


def find_figures(found: Found, outlines: Outlines, weights: Weights) -> Figures | None:
    """What answers a question that asks for several figures; None where it asks for one.

    Args:
        found: what the question finds in its place.
        outlines: with the lines that are wanted.
        weights: from where on a line is sure.
    """
    if found.question.frame.beyond_plan is Unheld.OFFICE:
        return _list_offices(found, outlines, weights)
    if found.question.frame.beyond_plan is not None:
        return None
    taken = take_out(found, outlines, weights)
    if isinstance(taken, Without):
        return list_rest(taken, outlines, found.question) or cut_over(taken, outlines, found.question)
    return taken or add_one_thing(found) or _find_lines(found, outlines, weights)


def _list_offices(found: Found, outlines: Outlines, weights: Weights) -> Parts | None:
    """The offices of a branch that is named, or of the whole budget; of one programme it is the one above."""
    named = not found.asked.rest_of(found.question).names_nothing
    best = next(iter(found.lines), None)
    if best is None or (named and level_of(best.path) not in {Level.GROUP, Level.SUBGROUP}):
        return None
    listed = list_inside(found, outlines, weights)
    if isinstance(listed, Parts):
        return listed
    supposed = list_parts(outlines, Wholes([best]), found.question) if named else None
    return replace(supposed, is_partly_read=True) if supposed else None


def _find_lines(
    found: Found, outlines: Outlines, weights: Weights
) -> Parts | Bounded | Years | Beside | ByEdition | Across | None:
    question = found.question
    if question.relation is Relation.BOUNDED:
        return list_bounded_by(found, outlines, weights)
    if question.relation is Relation.RANKED_IN:
        return list_ranked(found, outlines, weights)
    if question.relation is not Relation.NAMED and not _is_name(found, weights):
        beside = _find_beside(found, outlines, weights)
        if beside is not None:
            return beside
    inside = _find_listed(found, outlines, weights)
    if inside is not None:
        return inside
    named = question.relation is Relation.NAMED and not _is_name(found, weights)
    beside = _find_beside(found, outlines, weights) if named else None
    if isinstance(beside, ByEdition):
        return beside
    if (
        beside is not None and question.intent is Intent.LARGEST and not question.frame.ranked
    ):  # куда больше всего: школы, дороги
        beside = replace(beside, relation=Relation.COMPARED)
    return _find_years(found, outlines, weights) or _find_across(found, weights.certainty) or beside


def _find_listed(found: Found, outlines: Outlines, weights: Weights) -> Parts | Bounded | None:
    """The lines inside the one that is named, or of a kind; where its place is asked, those of its level."""
    if asks_rank(found):
        return list_ranked(found, outlines, weights)
    return list_inside(found, outlines, weights) or list_kind(found, outlines, weights)


def _is_name(found: Found, weights: Weights) -> bool:
    """Whether the parts of a question are those of one name: «Культура, спорт, туризм»."""
    question, lines = found.question, found.lines
    if are_asked_apart(question):
        return False
    if question.relation is Relation.SUMMED and names_one_office(found, weights):
        return True
    if question.relation is not Relation.NAMED and not parts_by_dashes(question.text):  # «Ауыл - ел бесігі»
        return bool(lines and lines[0].exact) and not _names_more(question)
    least = lines[0].score - weights.certainty.lead if lines else 0.0
    alike = (line for line in lines if line.score >= least and line.covered >= weights.answer.whole)
    whole = not question.codes and any(not line.pieced for line in alike)
    return whole and question.intent is not Intent.COMPARE


def _names_more(question: Question) -> bool:
    """Whether a part names what the question as a whole seems only to ask by: `сравни расходы и доходы 2014`.

    So it does where parts are each asked of a year of their own: these are two lines, whatever their names.
    """
    years = {part.years for part in question.parts}
    if len(years) > 1 and all(years):
        return True
    said = {token.sound for token in question.tokens if not token.filler}
    named = (token.sound for part in question.parts for token in part.tokens if not token.filler)
    return bool(said) and any(word not in said for word in named)


def _find_beside(found: Found, outlines: Outlines, weights: Weights) -> Beside | ByEdition | None:
    """A line for each part of a question, in each of the editions that it asks for."""
    beside = set_beside(found, outlines, weights)
    question = found.question
    side_by_side = list_side_by_side(found.asked, question) or list_change(found.asked, question)
    if beside is None or side_by_side is None:
        return beside
    return set_by_edition(beside, side_by_side, outlines)


def _find_years(found: Found, outlines: Outlines, weights: Weights) -> Years | ByEdition | None:
    """One line in the editions that a question asks to see side by side; None where it asks for one."""
    asked, lines = found.asked, found.lines
    side_by_side = list_side_by_side(asked, found.question)
    unnamed = asked.rest_of(found.question).names_nothing
    if side_by_side is None or not (unnamed or (lines and is_good(lines[0], weights.certainty))):
        return None
    if not side_by_side.of_years and _asks_what_changed(found, side_by_side):
        return None
    if names_budget_in_editions(asked, found.question, lines):
        totals = list_both_totals(asked, outlines, weights.certainty)
        return set_by_edition(Beside(asked, totals, sure=True), side_by_side, outlines)
    if not lines:
        return None
    # That a year or a decision is not loaded is among what is lacking; that a place is not stays said first.
    told = asked.missing is None or asked.missing.kind in _TOLD
    asked = replace(asked, missing=None) if told else asked
    joined = join_by_edition(found, asked, side_by_side, outlines, weights)
    return joined or _follow_best(replace(found, asked=asked), side_by_side, outlines, weights, told=told)


def _follow_best(
    found: Found, side_by_side: SideBySide, outlines: Outlines, weights: Weights, *, told: bool
) -> Years | None:
    """The best line in several editions; None where no edition has it. Not sure of a place not loaded."""
    asked, lines = found.asked, found.lines
    best, lacking = lines[0], list(side_by_side.lacking)
    over, offices = list[FoundLine](), list[Listed]()
    whole = None if best.wider else join_office(best, outlines)
    for each in side_by_side.editions:
        own, joined = put_in_edition(
            [whole.best if whole else best], [whole] if whole else [], each, outlines
        )
        over += own
        offices += joined
        if own:
            continue
        if side_by_side.of_years:
            lacking.append(Missing(MissingKind.LINE, str(each.edition.year)))
        else:
            lacking.append(Missing(MissingKind.EDITION_LINE, each.edition.decision.number))
    if not over:
        return None
    sure = told and is_asserted(lines, found.question, weights.certainty)
    least = weights.answer.offered_beside * best.score
    others = () if sure else [line for line in lines[1:] if line.score >= least][:_OTHERS]
    return Years(asked, over, tuple(lacking), side_by_side.of_years, sure, others, tuple(offices))


def _asks_what_changed(found: Found, side_by_side: SideBySide) -> bool:
    """Whether it is asked what changed between decisions, and for no line of these: `12-3 vs 15-3`."""
    asked, question = found.asked, found.question
    of_lines = asked.rest_of(question).names_nothing or question.frame.which
    if question.intent is Intent.CHANGE and of_lines:
        return True
    pair = len(question.decisions) == len(side_by_side.editions) == _TWO
    return pair and asks_of_all(asked, question)


def _find_across(found: Found, weights: CertaintyWeights) -> Across | None:
    """The lines of one office in all groups, where it is surely meant and no group is named.

    By a code alone (`458`) all that it finds must be the office's.
    """
    asked, question, lines = found.asked, found.question, found.lines
    codes = asked.rest_of(question).codes
    if not lines or question.intent not in _OF_OFFICE or not (asked.missing is None or asked.lacks_beside):
        return None
    # Which of its lines have changed; 464 и 467; who decides is no office in `акимат Тараза куда добавил`.
    decides = question.intent is not Intent.AMOUNT and asks_of_all(asked, question)
    if question.frame.which or len(codes) > 1 or decides:
        return None
    best, code = lines[0], office_of(lines[0].line)
    if best.wider and question.intent is Intent.AMOUNT:
        return None  # of its branch, all that the office has may not be meant
    own = [line for line in lines if code and office_of(line.line) == code]
    alike = [line for line in own if line.score >= best.score - weights.lead]
    others = [line for line in lines if line not in own and not any(is_below(line.path, o.path) for o in own)]
    if code is None or len(own) < 2 or alike != own or (codes and others):
        return None
    # Other offices' names may hold the words too: the answer says whose lines it took.
    at_large = replace(question, frame=Frame(Intent.LIST))
    if not codes and not is_asserted([best, *others], at_large, weights):
        return None
    return Across(asked, sorted(own, key=lambda line: -line.line.amount), code)
