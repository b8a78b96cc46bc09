"""What a list is inside of, and the lines of one level that are inside it.

An office that stands in several functional groups is one line here, with the sum of all that it has in them.
Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil, floor

from parser.budget_code import codes_of, is_below, level_of, parents
from parser.dataclass import dataclass, replace
from parser.question.bounds import Bounds
from parser.question.intents import Frame, Intent, ListedLevel
from parser.question.question import Question
from parser.question.relative_bounds import WHOLE
from parser.records import Level, Section
from storage.answering.inquiry import FoundLine
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import CertaintyWeights, Weights

LEVELS = {
    ListedLevel.GROUP: Level.GROUP,
    ListedLevel.SUBGROUP: Level.SUBGROUP,
    ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR,
    ListedLevel.PROGRAM: Level.PROGRAM,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A line in a list; of an office in several groups, the largest of its lines and all of them."""

    best: FoundLine
    blocks: tuple[LineOutline, ...]

    @property
    def amount(self) -> int:
        """The sum of its lines."""
        return sum(line.amount for line in self.blocks)


@dataclass(frozen=True, slots=True)
class Wholes:
    """What a list is inside of: a line, or all lines of an office; and what is taken out of it."""

    blocks: Sequence[FoundLine]
    without: tuple[FoundLine, ...] = ()

    @property
    def total(self) -> int:
        """The amount that is listed."""
        return sum(line.line.amount for line in self.blocks) - sum(line.line.amount for line in self.without)

    @property
    def of_office(self) -> tuple[LineOutline, ...]:
        """The lines of an office that stands in several groups; none of a line that is all of the whole."""
        return tuple(line.line for line in self.blocks) if len(self.blocks) > 1 else ()

    def keeps(self, path: str) -> bool:
        """Whether a line is not taken out."""
        return not any(path == line.path or is_below(path, line.path) for line in self.without)

    def parts(self, path: str) -> bool:
        """Whether some of a line is taken out, and not all of it."""
        return any(is_below(line.path, path) for line in self.without)


def list_level(
    outlines: Outlines, wholes: Wholes, level: ListedLevel | None
) -> tuple[list[Listed], ListedLevel | None]:
    """The lines of a level inside lines, in print order; where they have none, their lowest lines.

    So too where only a part of such a line is taken out: what is left of it is printed nowhere.

    Returns:
        The lines, and their level if all of them are of one.
    """
    whole = wholes.blocks[0]
    lines, tree = outlines.lines(whole.asked.edition), outlines.tree(whole.asked.edition)
    inside = [lines[path] for block in wholes.blocks for path in tree.paths_below(block.path) or [block.path]]
    of_level = [line for line in inside if level and level_of(line.path) is LEVELS[level]]
    if not of_level or any(wholes.parts(line.path) for line in of_level):
        of_level, level = [line for line in inside if not tree.rows_below(line.path)], None
    kept = [line for line in of_level if wholes.keeps(line.path)]
    if level is ListedLevel.ADMINISTRATOR:
        return list(_join_offices(kept, whole)), level
    return [Listed(replace(whole, path=line.path, line=line), (line,)) for line in kept], level


def list_alike(outlines: Outlines, total: FoundLine, path: str) -> list[Listed]:
    """The lines of a line's own level on its side of a budget, in print order; of offices each once.

    Args:
        outlines: with the whole edition.
        total: the total of the side.
        path: the line's.
    """
    lines, tree = outlines.lines(total.asked.edition), outlines.tree(total.asked.edition)
    level = level_of(path)
    alike = [lines[each] for each in tree.paths_below(total.path) if level_of(each) is level]
    if level is Level.ADMINISTRATOR:
        return list(_join_offices(alike, total))
    return [Listed(replace(total, path=line.path, line=line), (line,)) for line in alike]


def _join_offices(lines: Sequence[LineOutline], whole: FoundLine) -> Iterable[Listed]:
    """The lines of each office as one, which is where it has most."""
    offices: dict[object, list[LineOutline]] = {}
    for line in lines:
        offices.setdefault(office_of(line), []).append(line)
    for blocks in offices.values():
        best = max(blocks, key=lambda line: line.amount)
        yield Listed(replace(whole, path=best.path, line=best), tuple(blocks))


def office_of(line: LineOutline) -> tuple[Section, str] | None:
    """The section and code of an administrator's line; None for another line."""
    if level_of(line.path) is not Level.ADMINISTRATOR:
        return None
    return line.section, codes_of(line.path)[-1]


def list_blocks(whole: FoundLine, lines: Sequence[FoundLine], weights: CertaintyWeights) -> list[FoundLine]:
    """A line; of an office its lines in all groups that are found as well as this one.

    Args:
        whole: the line.
        lines: all that were found.
        weights: by how much a line may be matched worse.
    """
    code = office_of(whole.line)
    alike = [line for line in lines if code and line.score >= whole.score - weights.lead]
    return [line for line in alike if office_of(line.line) == code] or [whole]


def list_above(found: Sequence[FoundLine], frame: Frame, outlines: Outlines) -> list[FoundLine]:
    """What the lines stand in, each once: the next line above, or the group where that is asked for.

    A section's total stands in nothing and stays.
    """
    of_group = frame.level is ListedLevel.GROUP
    above: dict[str, FoundLine] = {}
    for line in found:
        outlined = outlines.lines(line.asked.edition)
        higher = [path for path in parents(line.path) if path in outlined]
        groups = [path for path in higher if of_group and level_of(path) is Level.GROUP]
        path = next(iter(groups or higher), line.path)
        above.setdefault(path, replace(line, path=path, line=outlined.get(path, line.line)))
    return list(above.values())


def order_by_amount(found: Sequence[FoundLine], question: Question, weights: Weights) -> list[FoundLine]:
    """Lines to choose from; where the largest is asked for, those that fit about as well by their amounts."""
    if not found or question.intent is not Intent.LARGEST:
        return list(found)
    least = found[0].score - weights.answer.of_one_kind
    alike = [line for line in found if line.score >= least and line.line.level == found[0].line.level]
    alike.sort(key=lambda line: line.line.amount, reverse=not question.frame.smallest)
    return [*alike, *(line for line in found if line not in alike)]


def in_tenge(bounds: Bounds, whole: Fraction) -> Bounds:
    """Bounds that are a share of something, in tenge: exactly those amounts lie between them.

    Args:
        bounds: in ten-thousandths.
        whole: of what.
    """
    low, high = (None if end is None else whole * end / WHOLE for end in (bounds.low, bounds.high))
    return Bounds(
        None if low is None else ceil(low) if bounds.low_included else floor(low),
        None if high is None else floor(high) if bounds.high_included else ceil(high),
        bounds.low_included,
        bounds.high_included,
    )
