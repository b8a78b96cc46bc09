"""Whether a line may be asserted: well matched, covering the question, and ahead of the next different line.

Where these bands lie is in `storage/search/weights.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import BY_SIDE, LEAVES, codes_of, is_below, level_of
from parser.question.intents import Intent
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.inquiry import FoundLine
from storage.answering.wanted import LISTED
from storage.reading.outlines import Outlines
from storage.search.weights import CertaintyWeights


def is_asserted(
    found: Sequence[FoundLine], question: Question, weights: CertaintyWeights, *, alone: bool = False
) -> bool:
    """Whether the best candidate can be asserted: well matched, and no other line nearly as well.

    A share, a change or a list of what is inside asks of a line at large, and the answer says which one it
    took: that other names hold its words too matters less.

    Args:
        found: the candidates, best first.
        question: that they were found for.
        weights: from where on a line is sure.
        alone: whether it names no second line: then names of other sections that only mention the words are
            not meant by a phrase that all of them are. «Салық салу мақсатында …» is not meant by `салық`.
    """
    if not found or not is_good(found[0], weights) or found[0].weak or found[0].part:
        return False
    if question.is_denied and question.intent in {
        Intent.AMOUNT,
        Intent.SHARE,
    }:  # `не школы`: everything but what is found
        return False
    best, rivals = found[0], _list_rivals(found)
    # One of the lines of `дороги` has its place among all: which of them is no less open than with an amount.
    # Of what comes behind a line (`дорогалардан кейін ең көп не`), that line is not what is asked for.
    leaf = level_of(best.path) in LEAVES
    listed = question.intent in LISTED and not (question.frame.ranked and leaf and not question.frame.behind)
    at_large = listed or question.intent in {Intent.SHARE, Intent.CHANGE}
    if at_large:  # of «Сельское хозяйство», what is spent and not what is lent
        rivals = [rival for rival in rivals if not _lends_the_same(rival, best)]
    # Of a change in «трансферты», those that come in and those that go out may be meant.
    meant = best.through and not best.exact
    elsewhere = not meant and any(
        rival.line.section is not best.line.section and _is_as_good(rival, best, weights) for rival in rivals
    )
    # Of lines that fit alike the widest is meant: a functional group before departments elsewhere.
    wide = [rival for rival in rivals if rival.line.level <= best.line.level or not best.through]
    # How `дороги` changed is told neither by their upkeep nor by their repair alone, nor what is inside them.
    within = question.intent is Intent.LIST or question.frame.bounds is not None
    parted = (not listed or (within and leaf)) and _shares_phrase(best, wide, weights)
    if at_large and not (elsewhere or parted) and _leads(best, wide, weights):
        return True
    if best.covered < weights.read or (best.wider and not best.exact) or _is_of_both_sides(best, rivals):
        return False
    if best.exact:  # other names only hold these words, unless they are of another section
        rivals = [rival for rival in rivals if rival.exact or _is_elsewhere(rival, best)]
    if alone and best.through and not (best.pieced or best.exact):
        rivals = [rival for rival in rivals if not (rival.weak and _is_elsewhere(rival, best))]
    if best.through and level_of(best.path) is Level.ADMINISTRATOR:  # отдел образования
        rivals = [rival for rival in rivals if not rival.weak]
    # Words that several names hold ask for a choice, even where a phrase leads to one of them.
    if best.line.level > 0 and any(_is_as_good(rival, best, weights) for rival in rivals):
        return False
    return _leads(best, rivals, weights)


def _shares_phrase(best: FoundLine, rivals: Sequence[FoundLine], weights: CertaintyWeights) -> bool:
    """Whether a phrase leads to several lines alike. One office that stands in several groups is no other."""
    if not best.through or level_of(best.path) is Level.ADMINISTRATOR:
        return False
    return any(rival.through and _is_as_good(rival, best, weights) for rival in rivals)


def _is_of_both_sides(best: FoundLine, rivals: Sequence[FoundLine]) -> bool:
    """Whether a phrase leads to the totals of both sides: `бюджет` is what comes in and what is spent."""
    led = {line.path for line in (best, *rivals) if line.through}
    return best.path in led and {section.value for section in BY_SIDE.values()} <= led


def is_good(candidate: FoundLine, weights: CertaintyWeights) -> bool:
    """Whether a candidate is well matched and says enough of the question."""
    return candidate.score >= weights.sure and candidate.covered >= weights.covered


def goodness(found: Sequence[FoundLine], weights: CertaintyWeights) -> float:
    """How good the best candidate is: its score, less where its name leaves a part of the question unsaid."""
    return max(
        (candidate.score * min(1.0, candidate.covered / weights.covered) for candidate in found), default=0.0
    )


def _list_rivals(found: Sequence[FoundLine]) -> list[FoundLine]:
    """All but the best candidate and what stands below it, which its card shows."""
    return [rival for rival in found[1:] if not is_below(rival.path, found[0].path)]


def _lends_the_same(rival: FoundLine, best: FoundLine) -> bool:
    """Whether a rival is the loans of the very group or office that the best candidate is the spending of."""
    lends, spends = rival.line.section is Section.NET_LENDING, best.line.section is Section.EXPENDITURE
    return lends and spends and codes_of(rival.path) == codes_of(best.path)


def _leads(best: FoundLine, rivals: Sequence[FoundLine], weights: CertaintyWeights) -> bool:
    """Whether the best candidate is ahead of the next by enough."""
    return not rivals or best.score - rivals[0].score >= weights.lead


def _is_elsewhere(rival: FoundLine, best: FoundLine) -> bool:
    """Whether a rival is of another section, and no phrase led to it."""
    return not rival.through and rival.line.section is not best.line.section


def _is_as_good(rival: FoundLine, best: FoundLine, weights: CertaintyWeights) -> bool:
    """Whether another branch's line says as much of the question, only in a longer name."""
    if is_below(best.path, rival.path):
        return False
    return rival.covered >= best.covered and rival.score >= best.score - weights.rival


def ask_amount(question: Question, found: Sequence[FoundLine], outlines: Outlines) -> Question:
    """A question for what there is of a kind, as one for an amount where the best line has nothing inside.

    `какие налоги` asks for what is inside of one line, `какие пособия` which of several lines there are.
    """
    if not (found and question.intent is Intent.LIST and question.frame.which):
        return question
    if outlines.tree(found[0].asked.edition).rows_below(found[0].path):
        return question
    return replace(question, frame=replace(question.frame, intent=Intent.AMOUNT))
