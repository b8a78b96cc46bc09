"""One line for each part of a question that names several: `школы или садики`, `спорт пен мәдениет`.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.budget_code import is_below
from parser.dataclass import dataclass
from parser.question.incoming import tells_of_receipts
from parser.question.intents import Intent, Relation
from parser.question.question import Question
from storage.answering.added_parts import join_added
from storage.answering.assertion import is_asserted, is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.joined_lines import JoinedLines, list_led, list_of_one_thing, list_rivals
from storage.answering.joined_offices import join_offices, put_in_edition
from storage.answering.listed_lines import Listed
from storage.answering.missing import Missing, MissingKind
from storage.answering.named_parts import NamedPart, find_named_parts, settle_inside, settle_parts
from storage.answering.one_name import are_asked_apart, are_one_name
from storage.answering.several_editions import SideBySide
from storage.reading.outlines import Outlines
from storage.search.search_words import WordRole, has_role
from storage.search.weights import Weights

_OTHERS = 3  # lines offered beside those that are shown
_LONGEST_UNFOUND = 2  # words of a part without a line, where nothing is asked of the parts together


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines side by side: one for each part of the question, or of each place that it names.

    Attributes:
        asked: the edition.
        lines: one for each part in their order, once where several mean the same; behind them the further
            ones of those parts that mean several lines together.
        relation: what is asked of them together.
        unfound: the words of parts that mean no line.
        others: lines that may have been meant by a part instead.
        sure: whether every part means its line.
        offices: those of the lines that stand for all lines of an office in several groups.
        unsure: of each part that does not its words, the path taken for it, and the lines that may be meant.
        joined: the lines of each part that means several together.
        is_open: whether it is not clear which lines a part means, as they are not of one thing or are another
            part's too: then nothing is told of them together.
    """

    asked: AskedEdition
    lines: Sequence[FoundLine]
    relation: Relation = Relation.COMPARED
    unfound: tuple[str, ...] = ()
    others: tuple[FoundLine, ...] = ()
    sure: bool = False
    offices: tuple[Listed, ...] = ()
    unsure: tuple[tuple[str, str, tuple[FoundLine, ...]], ...] = ()
    joined: tuple[JoinedLines, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class ByEdition:
    """Several lines in several years, or as several decisions left them.

    Attributes:
        beside: the lines as they were found.
        editions: each with those of the lines that it has, in the order of time.
        lacking: what was asked for and is not there.
        of_years: whether these are years, else decisions.
        offices: those of the lines that stand for all lines of an office in several groups.
    """

    beside: Beside
    editions: tuple[tuple[FoundLine, ...], ...]
    lacking: tuple[Missing, ...]
    of_years: bool
    offices: tuple[Listed, ...] = ()

    @property
    def asked(self) -> AskedEdition:
        """The edition that the lines were found in."""
        return self.beside.asked

    @property
    def lines(self) -> tuple[FoundLine, ...]:
        """All lines, those of one edition together."""
        return tuple(line for edition in self.editions for line in edition)


def set_beside(found: Found, outlines: Outlines, weights: Weights) -> Beside | None:
    """One line for each part of a question; None where it names fewer than two things.

    A part that may mean several lines of one thing takes all of them together, of several things its surest
    one, and is left open. What means none is named.

    Args:
        found: what the question finds, as a whole and part by part.
        outlines: with the whole edition where an office is among them.
        weights: from where on a line is sure.
    """
    sides, unfound, nearest = find_named_parts(found, weights)
    relation = found.question.relation
    if found.question.is_denied:
        return None  # `не школы и садики`: both are only offered
    if not sides or len(sides) + len(unfound) < 2:
        return None
    if relation is Relation.NAMED and not _are_named(sides, unfound, found, weights):
        return None
    if found.question.frame.inside and len({side.best.path for side in sides}) < len(sides):
        return None  # доля освещения улиц в населенных пунктах: one name
    sides = settle_inside(sides) if found.question.frame.inside else settle_parts(sides)
    lines, offices = join_offices([side.best for side in sides], outlines)
    if (relation is Relation.SUMMED or found.asked.lacks_beside) and len(lines) + len(unfound) < 2:
        return None  # «Благоустройство и озеленение» is one line; so is that of the only place that is loaded
    known = {line.path for line in lines}
    lines += {line.path: line for side in sides for line in side.together if line.path not in known}.values()
    single = [side for side in sides if not side.sure and not side.together]
    rivals = [line for side in single for line in _list_rivals(side, sides, weights)]
    if (
        relation is Relation.SUMMED
    ):  # спорт: of its office a sum is told, though what holds that is named so too
        rivals = [line for line in rivals if not any(is_below(side.best.path, line.path) for side in single)]
    others = [*nearest, *rivals, *(line for side in single for line in side.lines[1:])]
    told = _list_others(others, lines, offices)
    words = [_say_part(side.part, found.asked) for side in sides]
    doubtful = {part.side for part in unfound}
    doubtful |= {side.part.side for side in single if any(_list_rivals(side, sides, weights))}
    added = join_added(sides, words, lines, offices, doubtful)
    beside = Beside(
        found.asked,
        lines,
        relation,
        unfound=tuple(part.named for part in unfound),
        others=told,
        sure=all(side.sure for side in sides) and not unfound,
        offices=offices,
        unsure=tuple(_list_unsure(single, told, offices, found.asked)),
        joined=(*added.joined, *_join_lines([side for side in sides if not side.part.side], found.asked)),
    )
    shared = relation is not Relation.SUMMED and _share_lines(sides)
    return replace(beside, is_open=bool(rivals) or shared or added.are_open)


def add_one_thing(found: Found) -> Beside | None:
    """All lines that one word means, with their sum, where they are asked for together: `садики вместе`.

    So are those that money comes in from: `жерден қанша түсті` is the tax, the sales and the rents of land.

    Args:
        found: what the question finds.

    Returns:
        None where it asks for nothing of the kind, or means one line.
    """
    question = found.question
    summed = question.relation is Relation.SUMMED
    plain = question.intent is Intent.AMOUNT and not (question.parts or question.codes or question.exclusions)
    if not plain or question.asks_several_editions or found.asked.missing:
        return None
    if not (summed or tells_of_receipts(question.tokens)):
        return None
    lines = list_of_one_thing(found.lines)
    if len(lines) < 2:
        return None
    sure = summed and not any(line.weak for line in lines)
    return Beside(found.asked, list(lines), Relation.SUMMED, sure=sure)


def _list_others(
    others: Sequence[FoundLine], lines: Sequence[FoundLine], offices: Sequence[Listed]
) -> tuple[FoundLine, ...]:
    """Of the lines that may have been meant instead the first ones, each once and none that is shown."""
    shown = {line.path for line in lines} | {block.path for office in offices for block in office.blocks}
    found = {line.path: line for line in others if line.path not in shown}
    return tuple(found.values())[:_OTHERS]


def _list_unsure(
    single: Sequence[NamedPart], told: Sequence[FoundLine], offices: Sequence[Listed], asked: AskedEdition
) -> Iterator[tuple[str, str, tuple[FoundLine, ...]]]:
    """Of each part its words, the path taken for it, and the lines of those told that may be meant."""
    standing = {block.path: office.best.path for office in offices for block in office.blocks}
    for side in single:
        taken = standing.get(side.best.path, side.best.path)
        yield _say_part(side.part, asked), taken, tuple(line for line in side.lines if line in told)


def _join_lines(sides: Sequence[NamedPart], asked: AskedEdition) -> tuple[JoinedLines, ...]:
    """The lines of each part that means several; once where two parts mean the same, in the later's words."""
    joined = {
        frozenset(line.path for line in side.together): JoinedLines(
            _say_part(side.part, asked), side.together
        )
        for side in sides
        if side.together
    }
    return tuple(joined.values())


def _share_lines(sides: Sequence[NamedPart]) -> bool:
    """Whether a line of a part that means several is another part's too, or inside one, or holds one."""
    return any(
        line.path == other.path or is_below(line.path, other.path) or is_below(other.path, line.path)
        for side in sides
        for line in side.together
        for beside in sides
        if beside is not side
        for other in beside.meant
    )


def _list_rivals(side: NamedPart, sides: Sequence[NamedPart], weights: Weights) -> Iterator[FoundLine]:
    """The lines that leave open which one a part means beside the others."""
    beside = [other.best.path for other in sides if other is not side]
    return list_rivals(side.lines, beside, weights)


def _say_part(part: Question, asked: AskedEdition) -> str:
    """The words of a part that name its line, without those for its place or year."""
    return " ".join(token.folded for token in asked.rest_of(part).tokens if not token.filler) or part.named


def set_by_edition(beside: Beside, side_by_side: SideBySide, outlines: Outlines) -> ByEdition | None:
    """Lines that stand beside one another in each of several editions; None where no edition has one."""
    lacking, editions, offices = list(side_by_side.lacking), [], list[Listed]()
    for each in side_by_side.editions:
        lines, joined = put_in_edition(beside.lines, beside.offices, each, outlines)
        offices += joined
        if lines:
            editions.append(tuple(lines))
        else:
            lacking.append(_lack_line(each, side_by_side))
    if not editions:
        return None
    return ByEdition(beside, tuple(editions), tuple(lacking), side_by_side.of_years, tuple(offices))


def join_by_edition(
    found: Found, asked: AskedEdition, side_by_side: SideBySide, outlines: Outlines, weights: Weights
) -> ByEdition | None:
    """All lines that an everyday word leads to in several editions: `дороги в 2013 и 2014`.

    Args:
        found: what the question finds.
        asked: the edition that it is answered from.
        side_by_side: the editions.
        outlines: with their lines.
        weights: how well a line must be matched.

    Returns:
        None where it leads to a single line in all of them.
    """
    led, lacking = list_led(found, weights), list(side_by_side.lacking)
    editions = list[tuple[FoundLine, ...]]()
    for each in side_by_side.editions:
        known = outlines.lines(each.edition)
        there = (replace(found.lines[0], asked=each, path=one.path, score=one.score) for one in led)
        lines = tuple(replace(line, line=known[line.path]) for line in there if line.path in known)
        if lines:
            editions.append(lines)
        else:
            lacking.append(_lack_line(each, side_by_side))
    meant = {line.path: line for lines in editions for line in lines}
    if len(meant) < 2:
        return None
    together = tuple(meant.values())
    words = _say_part(found.question, found.asked)
    beside = Beside(asked, together, joined=(JoinedLines(words, together),))
    return ByEdition(beside, tuple(editions), tuple(lacking), side_by_side.of_years)


def _lack_line(edition: AskedEdition, side_by_side: SideBySide) -> Missing:
    """That an edition has none of the lines."""
    if side_by_side.of_years:
        return Missing(MissingKind.LINE, str(edition.edition.year))
    return Missing(MissingKind.EDITION_LINE, edition.edition.decision.number)


def _are_named(
    sides: Sequence[NamedPart], unfound: Sequence[Question], found: Found, weights: Weights
) -> bool:
    """Whether several lines are named where nothing is asked of them together: a story has commas too."""
    if found.question.codes and all(side.part.names_only_numbers for side in sides):  # 464 и 467
        return len({side.best.path for side in sides}) > 1
    if not all(is_good(side.best, weights.certainty) for side in sides):
        return False
    if _are_of_one_keeper(sides, found, weights):
        return False
    if are_one_name(found, weights):
        return False
    parted = settle_parts(sides) if are_asked_apart(found.question) else sides
    if len({side.best.path for side in parted}) < 2 and not _is_half_named(sides, unfound, found, weights):
        return False
    return all(len(found.asked.rest_of(part).words) <= _LONGEST_UNFOUND for part in unfound)


def _are_of_one_keeper(sides: Sequence[NamedPart], found: Found, weights: Weights) -> bool:
    """Whether all that is named is paid out of one line: `свет и вода в школах` are of one keeper."""
    best = next(iter(found.lines), None)
    if best is None or best.part is None:
        return False
    alike = any(side.best.part and side.best.path == best.path for side in sides)
    says_all = best.covered >= weights.answer.whole
    return (alike and says_all) or any(_is_thing(side.part) for side in sides)


def _is_thing(part: Question) -> bool:
    """Whether a part of a question names nothing but what somebody buys and pays."""
    named = [token.sound for token in part.tokens if not token.filler]
    return all(has_role(word, WordRole.THING) or has_role(word, WordRole.QUALITY) for word in named)


def _is_half_named(
    sides: Sequence[NamedPart], unfound: Sequence[Question], found: Found, weights: Weights
) -> bool:
    """Whether one of two things that are named has its line and the other none: `мектеп пен аурухана`."""
    if len(sides) != 1 or len(unfound) != 1 or sides[0].best.part:
        return False
    short = len(found.asked.rest_of(sides[0].part).words) <= _LONGEST_UNFOUND
    return short and not is_asserted(found.lines, found.question, weights.certainty)
