"""The lines inside a line that lie within bounds: `программы дороже миллиарда`, `больше, чем на культуру`.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from parser.budget_code import level_of
from parser.dataclass import dataclass
from parser.question.bounds import Bounds, BoundUnit
from parser.question.intents import ListedLevel
from parser.question.question import Question
from parser.records import Section
from storage.answering.assertion import is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.listed_lines import LEVELS, Listed, Wholes, in_tenge, list_blocks, list_level
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import Weights


@dataclass(frozen=True, slots=True)
class Bounded:
    """The lines inside a line that lie within bounds, largest first: all of one level, no tenge twice.

    Attributes:
        asked: the edition.
        whole: the line; of an office that stands in several groups, the best matched of its lines.
        listed: perhaps none.
        level: of the lines; None for the lowest ones, which programs are too.
        out_of: how many lines of that level there are.
        total: the amount of the line, of an office in all its groups, without what is taken out of it.
        bounds: the amounts that they lie between.
        without: what is taken out.
        by: the line whose amount is the bound, or of which the bound is a share, where there is one.
        others: lines that may be meant instead of the whole, where it is not sure.
        is_partly_read: whether the whole leaves words of the question unsaid.
        unread: these words, where no line has any of them and all is listed.
        blocks: the lines of the office in all its groups, where it stands in several.
    """

    asked: AskedEdition
    whole: FoundLine
    listed: Sequence[Listed]
    level: ListedLevel | None
    out_of: int
    total: int
    bounds: Bounds
    without: tuple[FoundLine, ...] = ()
    by: FoundLine | None = None
    others: tuple[FoundLine, ...] = ()
    is_partly_read: bool = False
    unread: tuple[str, ...] = ()
    blocks: tuple[LineOutline, ...] = ()

    @property
    def lines(self) -> Sequence[FoundLine]:
        """The lines of the list."""
        return [listed.best for listed in self.listed]


def list_bounded_by(found: Found, outlines: Outlines, weights: Weights) -> Bounded | None:
    """The lines that have more than the one that a question names, or less; None where it means none.

    They are of its level, and inside the same total: `на что тратят больше, чем на культуру`.

    Args:
        found: what the question finds, part by part: the line that it names is the first one's.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    lines, asked = found.parts[0], found.asked
    if not lines or not is_good(lines[0], weights.certainty) or asked.missing is not None:
        return None
    by, frame = lines[0], found.question.frame
    amount = sum(line.line.amount for line in list_blocks(by, lines, weights.certainty))
    bounds = Bounds(high=amount) if frame.smallest else Bounds(low=amount)
    total = outlines.lines(by.asked.edition).get(by.line.section.value)
    if total is None or total.path == by.path:
        return None
    whole = replace(by, path=total.path, line=total)
    levels = (level for level, printed in LEVELS.items() if printed is level_of(by.path))
    level = frame.level or next(levels, ListedLevel.PROGRAM)
    return replace(_bound(whole.asked, outlines, Wholes([whole]), bounds, level), by=by)


def list_bounded(
    asked: AskedEdition, outlines: Outlines, wholes: Wholes, question: Question
) -> Bounded | None:
    """The lines inside lines within the bounds of a question; a line itself where nothing is inside.

    Where the bounds are a share or an average, they are of what such a list is plainly of, and told in tenge.
    """
    bounds, level = question.frame.bounds, question.frame.level or ListedLevel.PROGRAM
    if bounds is None:
        return None
    if bounds.unit is BoundUnit.TENGE and question.frame.level is None:
        return _bound_any(asked, outlines, wholes, bounds)
    if bounds.unit is BoundUnit.TENGE:
        return _bound(asked, outlines, wholes, bounds, level)
    level = question.frame.level or plain_level(wholes.blocks[0])
    if bounds.unit is BoundUnit.AVERAGE:
        listed, _ = list_level(outlines, wholes, level)
        amounts = [line.amount for line in listed if line.amount]
        average = Fraction(sum(amounts), len(amounts)) if amounts else Fraction(0)
        return _bound(asked, outlines, wholes, in_tenge(bounds, average), level)
    whole = wholes.blocks[0]
    total, amount = whole.line, wholes.total
    if bounds.unit is BoundUnit.BUDGET:
        total = outlines.lines(whole.asked.edition).get(total.section.value, total)
        amount = amount if total.path == whole.path else total.amount
    by = replace(whole, path=total.path, line=total)
    return replace(_bound(asked, outlines, wholes, in_tenge(bounds, Fraction(amount)), level), by=by)


def plain_level(whole: FoundLine) -> ListedLevel:
    """What a list is of that asks for no level: of all spending its groups."""
    return ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM


def _bound_any(asked: AskedEdition, outlines: Outlines, wholes: Wholes, bounds: Bounds) -> Bounded:
    """Programs within bounds; where there is none, what is above them: `есть что-то дороже 10 млрд`."""
    lowest = _bound(asked, outlines, wholes, bounds, ListedLevel.PROGRAM)
    if lowest.listed or bounds.high is not None:
        return lowest
    higher = (
        _bound(asked, outlines, wholes, bounds, level)
        for level in (ListedLevel.GROUP, ListedLevel.ADMINISTRATOR)
    )
    return next((bounded for bounded in higher if bounded.listed and bounded.level), lowest)


def _bound(
    asked: AskedEdition, outlines: Outlines, wholes: Wholes, bounds: Bounds, level: ListedLevel
) -> Bounded:
    listed, told = list_level(outlines, wholes, level)
    listed = [line for line in listed if line.amount or bounds.high == 0]
    within = sorted((line for line in listed if bounds.hold(line.amount)), key=lambda line: -line.amount)
    whole = wholes.blocks[0]
    total, without, blocks = wholes.total, wholes.without, wholes.of_office
    return Bounded(asked, whole, within, told, len(listed), total, bounds, without, blocks=blocks)
