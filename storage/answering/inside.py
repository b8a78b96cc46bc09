"""The lines inside a line: the largest, the smallest, all of them; `bounded_lines.py` has those in bounds.

An office that stands in several functional groups is one line here, with the sum of all that it has in them.
Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent, ListedLevel
from parser.question.question import Question
from storage.answering.assertion import is_asserted, is_good
from storage.answering.bounded_lines import Bounded, list_bounded, plain_level
from storage.answering.branches import Branch, choose_whole, find_branch, hold_lines, hold_parts, imply_branch
from storage.answering.decision_numbers import names_none
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.listed_lines import Listed, Wholes, list_blocks, list_level
from storage.answering.missing import MissingKind
from storage.answering.remainder import Without
from storage.answering.wanted import LISTED
from storage.reading.outlines import LineOutline, Outlines
from storage.search.weights import Weights


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines inside a line, in the order that is asked for.

    Attributes:
        asked: the edition.
        whole: the line; of an office that stands in several groups, the best matched of its lines.
        listed: as many as are asked for; all of them where the place of one is.
        out_of: how many lines of their level there are.
        amount: the sum of all of these.
        total: what they are a share of: the amount of the line, of an office in all its groups, without what
            is taken out of it.
        without: what is taken out: `самые большие расходы кроме образования`.
        ranked: those of the lines whose places among them are asked for.
        blocks: the lines of the office in all its groups, where it stands in several.
    """

    asked: AskedEdition
    whole: FoundLine
    listed: Sequence[Listed]
    out_of: int
    amount: int
    total: int
    without: tuple[FoundLine, ...] = ()
    others: tuple[FoundLine, ...] = ()
    unread: tuple[str, ...] = ()
    is_partly_read: bool = False
    kind: str = ""
    ranked: tuple[Listed, ...] = ()
    blocks: tuple[LineOutline, ...] = ()

    @property
    def lines(self) -> Sequence[FoundLine]:
        """The lines of the list."""
        return [listed.best for listed in self.listed]


def list_inside(found: Found, outlines: Outlines, weights: Weights) -> Parts | Bounded | None:
    """What answers a question for the lines inside a line; None where it asks for none or no line is sure.

    Args:
        found: what the question finds in its place.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    asked, question, lines = found.asked, found.question, found.lines
    # Of a year that is not loaded another is told, and that it is so; of another decision nothing.
    misses = asked.missing is not None and asked.missing.kind is not MissingKind.YEAR
    unnamed = not misses and asked.rest_of(question).names_nothing
    if question.frame.bounds is not None and lines and (unnamed or is_good(lines[0], weights.certainty)):
        bounded = _list_within(found, outlines, weights)
        if bounded is not None:
            return bounded
    if question.frame.bounds is not None and lines and not misses:
        held = hold_lines(lines, question, outlines, weights)
        return (
            _list_within(replace(found, lines=[held.whole, *lines]), outlines, weights, held)
            if held
            else None
        )
    if question.intent not in LISTED or misses:
        return None
    wholes = [line for line in lines if outlines.tree(line.asked.edition).rows_below(line.path)]
    implied = None if unnamed else imply_branch(lines, wholes, question, outlines, weights)
    implied = implied or hold_parts(found, outlines, weights)
    if implied is not None:
        wholes = [implied.whole]
    if not wholes:
        return None
    branch = (
        implied or Branch(wholes[0]) if implied or unnamed else find_branch(lines, wholes, question, weights)
    )
    # What is surely meant may have nothing inside; not where the largest in it is asked for.
    sure = is_asserted(lines, question, weights.certainty)
    inside = question.intent is Intent.LARGEST and wholes[0].covered >= lines[0].covered
    if branch is None or (sure and wholes[0] != lines[0] and not (inside or implied)):
        return None
    blocks = list_blocks(branch.whole, wholes, weights.certainty)
    parts = list_parts(outlines, Wholes(blocks), question)
    partly = is_partly_read(found, branch.whole, weights)
    told = (
        replace(parts, others=_list_others(branch, blocks), unread=question.frame.unread) if parts else None
    )
    return replace(told, is_partly_read=partly) if told else None


def is_partly_read(found: Found, whole: FoundLine, weights: Weights) -> bool:
    """Whether a line leaves words of the question unsaid, or a number that is no decision's.

    Args:
        found: what the question finds in its place.
        whole: the line.
        weights: from where on a line says all of it.
    """
    rest = found.asked.rest_of(found.question)
    return names_none(rest) or (not rest.names_nothing and whole.covered < weights.certainty.read)


def _list_within(
    found: Found, outlines: Outlines, weights: Weights, held: Branch | None = None
) -> Bounded | None:
    """The lines inside a line that lie within the bounds of a question; None where it has none inside.

    The line is the best that is found, or what holds all that are found alike.
    """
    lines, question = found.lines, found.question
    branch = held or choose_whole(lines, question, outlines, weights)
    whole = branch.whole
    if not outlines.tree(whole.asked.edition).rows_below(whole.path):
        return None
    blocks = list_blocks(whole, lines, weights.certainty)
    bounded = list_bounded(found.asked, outlines, Wholes(blocks), question)
    partly = is_partly_read(found, whole, weights)
    others = _list_others(branch, blocks)
    return replace(bounded, others=others, is_partly_read=partly) if bounded else None


def _list_others(branch: Branch, blocks: Sequence[FoundLine]) -> tuple[FoundLine, ...]:
    """The lines that may be meant instead, without those of the same office, which is listed whole."""
    listed = {line.path for line in blocks}
    return tuple(line for line in branch.others if line.path not in listed)


def list_rest(without: Without, outlines: Outlines, question: Question) -> Parts | Bounded | None:
    """The lines inside a line without those that are taken out of it: `топ 3 расходов без образования`."""
    wholes = Wholes([without.whole], without.parts)
    if question.frame.bounds is not None:
        return list_bounded(without.asked, outlines, wholes, question)
    return list_parts(outlines, wholes, question) if question.intent in LISTED else None


def list_parts(outlines: Outlines, wholes: Wholes, question: Question) -> Parts | None:
    """The lines inside a line that a question asks to be listed, largest first; None where it has none.

    Of all spending these are its groups, of anything else its lowest lines: programs, or kinds of
    revenue; unless the question asks for another level.
    """
    whole = wholes.blocks[0]
    level = question.frame.level or plain_level(whole)
    if question.frame.smallest and question.frame.level is None and _asks_lines(question):
        level = ListedLevel.PROGRAM  # самая маленькая строка: of all that are printed
    # The lowest lines, which are subprograms where these are printed, tell more than programs.
    listed, _ = list_level(outlines, wholes, None if level is ListedLevel.PROGRAM else level)
    if not listed:
        return None
    amount, out_of = sum(line.amount for line in listed), len(listed)
    if question.frame.smallest:
        listed = [line for line in listed if line.amount]
    # Sorting keeps the print order of equal amounts.
    listed.sort(key=lambda line: line.amount, reverse=not question.frame.smallest)
    parts = Parts(whole.asked, whole, listed, out_of, amount, wholes.total, wholes.without)
    return keep_asked(replace(parts, blocks=wholes.of_office), question)


def keep_asked(parts: Parts, question: Question) -> Parts:
    """Of all lines of a list those that are asked for, and the one at the place that is asked of.

    Args:
        parts: with all lines.
        question: what is asked; where it asks of a place that some line has, none is cut off, as places are
            those in the whole list: `топ 3 расходов что на 5 месте`.
    """
    frame, listed = question.frame, parts.listed
    ranked = tuple(listed[frame.at_rank - 1 : frame.at_rank]) if frame.at_rank else ()
    if ranked:
        return replace(parts, ranked=ranked)
    return replace(parts, listed=listed[frame.count :] if frame.outside else listed[: frame.lines_wanted])


def _asks_lines(question: Question) -> bool:
    said = question.said or question.tokens
    return any(load_asking_words().says(token.sound, Asks.LINE) for token in said)
