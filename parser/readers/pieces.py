"""The printed lines of a table without rules, each as what it holds of a row: codes, a name, amounts.

A narrow column breaks an amount at its spaces, as a browser does: `16 492` stands above `948`. Every row has
its amount, so digits that stand alone, three by three, right below another amount are its rest.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from parser.budget_code import path_of_row, section_by_number
from parser.dataclass import dataclass
from parser.readers.lines import CODE, TextLine, Word, amounts_at_end, said
from parser.text.amounts import is_amount

Amount = tuple[Word, ...]

_BROKEN = re.compile(r"[-–—(]?\s*\d{1,3}(?:\s\d{3})*")  # what may stand above the break: 16 492
_REST = re.compile(r"\d{3}(?:\s\d{3})*(?:[.,]\d+)?\)?")  # and what below it: 948
_TOUCHING = re.compile(r"(?P<code>\d{1,3})(?P<name>[^\W\d_].*|[«\"(].+)")
_TOUCHED = re.compile(r"(?P<name>.*[^\W\d_][)»\"]?)(?P<amount>\d{1,3})")
_DIGIT_WIDTH = (0.3, 1.1)  # of a code, measured by the height of the line
_STEP = (0.5, 1.25)  # how far below, measured by the usual distance of two lines of a name
_SAME = 1.5  # points: edges closer than this are one
_OFTEN = 1 / 3  # the share of amounts that makes an edge
_SEVERAL = 3  # rows whose amounts may begin at one place
_ROOM = 0.45  # how far an amount stands behind a name, measured by the height of the line
_HALF = 0.75  # how far an amount may be from its code where the page's end has cut it
_BESIDE = 0.3  # how far the middle of a broken amount may be from the line of its code, measured likewise


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A line of a table: what it holds of a row."""

    codes: tuple[Word, ...]
    name: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    number: int  # in the source
    y: float  # where the line stands


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table's columns of amounts begin and end, as far as its amounts are set to one edge."""

    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    @classmethod
    def of(cls, lines: Sequence[TextLine], name_left: float) -> Columns:
        """The edges at which at least a third of the amounts stand that a wide gap parts from a name.

        Where names fill their column in several rows, amounts are what begins at one place in all of them.
        """
        amounts = [amount for line in lines for amount in amounts_at_end(line) if amount[0].left > name_left]
        lefts = _edges([amount[0].left for amount in amounts])
        coded = [line for line in lines if line.words[0].right <= name_left]
        close = Counter(round(left) for line in coded for left in possible_lefts(line) if left > name_left)
        lefts += tuple(left for left, count in close.items() if count >= _SEVERAL)
        return cls(lefts, _edges([amount[-1].right for amount in amounts]))

    def amount_after(self, words: Sequence[Word]) -> Amount:
        """The amount close behind a name that fills its column; empty where there is none.

        The last numbers of a line may be the name's own: `на 2013 год`. They are an amount where they begin
        at an edge at which amounts begin, or end at one at which amounts end, with a gap before them.
        """
        height = max(max(word.bottom for word in words) - min(word.top for word in words), 1.0)
        found: Amount = ()
        widest = 0.0
        for begin in range(len(words) - 1, 0, -1):
            last = tuple(words[begin:])
            if not is_amount(said(last)):
                break
            gap = words[begin].left - words[begin - 1].right
            begins = any(abs(words[begin].left - left) < _SAME for left in self.lefts)
            ends = any(abs(last[-1].right - right) < _SAME for right in self.rights)
            if begins or (ends and gap > max(_ROOM * height, widest)):
                found, widest = last, gap
        return found


def possible_lefts(line: TextLine) -> Iterator[float]:
    """Where the amount of a line with a code may begin, if no wide gap says it."""
    if not CODE.fullmatch(line.words[0].text) or amounts_at_end(line):
        return
    for begin in range(len(line.words) - 1, 1, -1):
        if not is_amount(said(line.words[begin:])):
            return
        yield line.words[begin].left


def _edges(positions: Sequence[float]) -> tuple[float, ...]:
    counts = Counter(map(round, positions))
    near = {position: sum(counts[position + step] for step in (-1, 0, 1)) for position in counts}
    tops = [position for position, count in near.items() if count >= _OFTEN * len(positions)]
    return tuple(median(each for each in positions if abs(each - top) <= 1) for top in tops)


def parted(line: TextLine, name_left: float) -> TextLine:
    """A line whose code touches its name, with the two parted: `009Обеспечение` where names begin at `О`."""
    first, *others = line.words
    match = _TOUCHING.fullmatch(first.text)
    if (
        match is None
        or not _DIGIT_WIDTH[0]
        < (name_left - first.left) / (len(match["code"]) * max(first.bottom - first.top, 1.0))
        < _DIGIT_WIDTH[1]
    ):
        return line
    code = replace(first, text=match["code"], right=name_left)
    return TextLine((code, replace(first, text=match["name"], left=name_left), *others))


def amount_parted(line: TextLine, columns: Columns) -> TextLine:
    """A line whose name touches its amount, with the two parted: `образования45 164`."""
    for index, word in enumerate(line.words):
        match = _TOUCHED.fullmatch(word.text)
        left = next((left for left in columns.lefts if word.left < left < word.right), None)
        if (
            match is None
            or left is None
            or not is_amount(" ".join([match["amount"], *(after.text for after in line.words[index + 1 :])]))
        ):
            continue
        if _DIGIT_WIDTH[0] < (word.right - left) / (len(match["amount"]) * max(word.bottom - word.top, 1.0)):
            name, amount = (
                replace(word, text=match["name"], right=left),
                replace(word, text=match["amount"], left=left),
            )
            return TextLine((*line.words[:index], name, amount, *line.words[index + 1 :]))
    return line


def split_line(line: TextLine, name_left: float, number: int, columns: Columns) -> LinePiece:
    """What a line holds of a row.

    Args:
        line: of the table.
        name_left: where names begin.
        number: of the line in the source.
        columns: of the amounts.
    """
    # A number under a name is the name's end, not an amount.
    right = name_left + 3 * max(line.bottom - line.top, 1.0)
    amounts = [amount for amount in amounts_at_end(line) if amount[0].left > right]
    if not amounts and len(line.words) > 1 and (close := columns.amount_after(line.words)):
        amounts = [close] if close[0].left > right else []
    count = sum(map(len, amounts))
    before = line.words[: len(line.words) - count]
    codes: list[Word] = []
    for word in before:
        if word.right > name_left or not CODE.fullmatch(word.text):
            break
        codes.append(word)
    return LinePiece(tuple(codes), before[len(codes) :], tuple(amounts), number, line.y)


def join_broken_amounts(pieces: Sequence[LinePiece], pitch: float) -> list[LinePiece]:
    """The lines with every broken amount on one of them: on that of its code, if it has one.

    Args:
        pieces: from the top.
        pitch: how far apart the lines of a name stand.
    """
    joined: dict[int, LinePiece] = dict(enumerate(pieces))
    group: list[int] = []
    with_amounts = [index for index, piece in enumerate(pieces) if piece.amounts]
    for index in [*with_amounts, None]:
        if group and index is not None and _goes_on(pieces, group, index, pitch):
            group.append(index)
            continue
        if len(group) > 1:
            _put_together(joined, pieces, group, pitch)
        elif group:
            _put_beside(joined, pieces, group[0], pitch)
        group = [] if index is None else [index]
    return [piece for piece in joined.values() if piece.codes or piece.name or piece.amounts]


def _goes_on(pieces: Sequence[LinePiece], group: Sequence[int], below: int, pitch: float) -> bool:
    """Whether the amounts of a line are the rest of those of a group of lines above it."""
    first, above = group[0], group[-1]
    upper, lower = pieces[above], pieces[below]
    if not _STEP[0] * pitch < lower.y - upper.y < _STEP[1] * pitch:
        return False
    if not all(any(_breaks(amount, rest) for amount in upper.amounts) for rest in lower.amounts):
        return False
    between = any(piece.codes for piece in pieces[above + 1 : below])
    if not lower.codes and (between or not lower.name or _may_end_a_name(lower, upper)):
        return True
    # Set at the bottom, a row's code stands beside the rest. What is above has none, and ends no other row.
    open_lines = itertools.takewhile(lambda piece: not piece.amounts, reversed(pieces[:first]))
    ends_row = any(piece.codes for piece in open_lines)
    if any(pieces[index].codes for index in group) or below - first != len(group) or ends_row:
        return False
    if all(not pieces[index].name for index in group):
        return bool(lower.codes) or _is_titled(lower)
    return bool(lower.codes) and _may_end_a_name(lower, upper) and not _is_titled(upper)


def _breaks(amount: Amount, rest: Amount) -> bool:
    """Whether an amount may go on in another one: both stand in one column, digits three by three."""
    if not _BROKEN.fullmatch(said(amount)) or not _REST.fullmatch(said(rest)):
        return False
    near = max(amount[-1].bottom - amount[-1].top, 1.0)
    lefts, rights = abs(amount[0].left - rest[0].left), abs(amount[-1].right - rest[-1].right)
    middles = abs(amount[0].left + amount[-1].right - rest[0].left - rest[-1].right) / 2
    return min(lefts, rights, middles) < near / 2


def _is_titled(piece: LinePiece) -> bool:
    """Whether a line says a section's or a balance's name: a row without a code."""
    text = said(piece.name)
    return path_of_row(text) is not None or section_by_number(text) is not None


def _may_end_a_name(lower: LinePiece, upper: LinePiece) -> bool:
    """Whether words may go on with the name above them, and are no row of their own without a code."""
    text, above = said(lower.name), said(upper.name)
    if not above:
        return False
    if text[:1].islower():
        return True
    if _is_titled(lower):
        return False
    return not text[:1].isupper() or (text.isupper() and above.isupper())


def _put_together(
    joined: dict[int, LinePiece], pieces: Sequence[LinePiece], group: Sequence[int], pitch: float
) -> None:
    """Puts the parts of broken amounts on one line."""
    first, last = pieces[group[0]], pieces[group[-1]]
    whole = list(first.amounts)
    for index in group[1:]:
        for rest in pieces[index].amounts:
            column = next(i for i, amount in enumerate(first.amounts) if _in_column(amount, rest))
            whole[column] = (*whole[column], *rest)
    middle = (first.y + last.y) / 2
    beside = [
        index
        for index in range(group[0], group[-1] + 1)
        if index not in group and abs(pieces[index].y - middle) < _BESIDE * pitch
    ]
    coded = [index for index in (*group, *beside) if pieces[index].codes]
    host = (coded or beside or [index for index in group if pieces[index].name] or group)[0]
    for index in group:
        joined[index] = replace(joined[index], amounts=())
    alone = host in group and not pieces[host].codes and not pieces[host].name
    joined[host] = replace(joined[host], amounts=tuple(whole), y=middle if alone else pieces[host].y)


def _put_beside(joined: dict[int, LinePiece], pieces: Sequence[LinePiece], index: int, pitch: float) -> None:
    """Puts an amount that a page's end has cut on the line of its code, half a line above or below it."""
    alone = pieces[index]
    if alone.codes or alone.name:
        return
    for other in (index + 1, index - 1):
        at_end = other in {0, len(pieces) - 1}
        if at_end and pieces[other].codes and not pieces[other].amounts:
            if abs(pieces[other].y - alone.y) < _HALF * pitch:
                joined[other] = replace(joined[other], amounts=alone.amounts)
                joined[index] = replace(alone, amounts=())
            return


def goes_on_from(amounts: Sequence[Amount], piece: LinePiece) -> bool:
    """Whether the first amounts of a page are the rest of those that the page before ends with."""
    if piece.codes or not piece.amounts or len(piece.amounts) > len(amounts):
        return False
    goes_on = not piece.name or (said(piece.name)[:1].islower() and not _is_titled(piece))
    return goes_on and all(any(_breaks(amount, rest) for amount in amounts) for rest in piece.amounts)


def _in_column(amount: Amount, rest: Amount) -> bool:
    """Whether two amounts overlap from left to right."""
    return min(amount[-1].right, rest[-1].right) > max(amount[0].left, rest[0].left)
