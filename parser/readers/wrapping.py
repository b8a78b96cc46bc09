"""Which lines of a wrapped name belong to which row, where no rules part the rows.

      Отдел образования
    464                   1 240
      города Тараз

Code and amount stand beside a name's first line, its last one or its middle; a table does it in one way. So
each way is tried on the whole table, and the one that fits best is taken. It fits where names begin with a
capital and where the gaps between rows are wider than those within. A row that fits badly, or as well in
another way, is unsure.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import field
from enum import Enum

from parser.dataclass import dataclass

_DOUBT = 0.45  # lines: a row that is off by more is unsure
_TIE = 0.3  # a way of setting rows that costs no more than this above the best is as likely
_ODD = 0.5  # what a name costs that begins with a small letter or the like, or has a wide gap inside
_NO_BEGIN = frozenset("(),.;:-–—")  # with which no name begins
_WIDE = 1.1  # a gap between lines of one name, measured by the usual one
_LEAD = 40  # lines above a page's first row that are tried; no name has more
_MOST = 100_000  # ways to share out lines between two rows that are tried, in all
_NAMELESS = 1.0  # what a row without a name costs


class Setting(Enum):
    """Where a row's code and its amount stand beside a wrapped name, as shares of its height.

    In the order in which they are believed where two fit alike.
    """

    TOP = (0.0, 0.0)
    BOTTOM = (1.0, 1.0)
    MIDDLE = (0.5, 0.5)
    TOP_AND_BOTTOM = (0.0, 1.0)
    TOP_AND_MIDDLE = (0.0, 0.5)


_WHOLE = (Setting.TOP, Setting.BOTTOM, Setting.MIDDLE)  # code and amount on one line


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed line of a table: where it stands, what of a row it holds."""

    index: int  # in the lines that were given
    y: float  # where the line stands
    text: str  # what of the name stands on it, often nothing
    code: bool
    amount: bool


@dataclass(slots=True)
class Wrapped:
    """A row: the indices of its lines from the top, and whether they are surely its own."""

    lines: list[int]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table, and the lines above them that end a row of the page before.

    `setting` is given where the table leaves no doubt of it.
    """

    before: tuple[int, ...]
    rows: tuple[Wrapped, ...]
    setting: Setting | None = None


@dataclass(slots=True)
class _Anchor:
    """What makes a row: its lines with a code or an amount, and the words-only lines after it."""

    lines: list[Printed]
    after: list[Printed] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sharing:
    """The rows down to one, shared out as cheaply as may be; a chain back to the first."""

    cut: int  # how many of the lines after the row belong to it
    own: float  # what the row costs
    cost: float  # what it costs with all rows above
    before: _Sharing | None


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the lines of a whole table are shared out if all its rows are set in one way.

    Three names of two lines each, with codes beside the first (`Setting.TOP`): `cuts` is (0, 1, 1), as the
    one line before the second row goes on the name above, and so does the one before the third.
    """

    cuts: tuple[int, ...]  # before each row, how many of the lines there belong to the one above
    costs: tuple[float, ...]  # of each row

    @property
    def cost(self) -> float:
        return sum(self.costs)


def wrap(lines: Sequence[Printed], *, opens: bool, habit: Setting | None = None) -> Rows:
    """Shares out the lines of a table to its rows.

    Args:
        lines: from the top.
        opens: whether a row may have begun on the page before.
        habit: the setting of the table so far; it is believed where another fits no better.
    """
    lead, anchors = _anchors(lines)
    if not anchors:
        alone = [line.index for line in lead]
        return Rows(tuple(alone), ()) if opens else Rows((), (Wrapped(alone),) if alone else ())
    if not lead and not any(anchor.after for anchor in anchors):
        return Rows((), tuple(Wrapped([line.index for line in anchor.lines]) for anchor in anchors))
    gaps = [lead, *(anchor.after for anchor in anchors)]
    if sum((len(a) + 1) * (len(b) + 1) for a, b in itertools.pairwise(gaps)) > _MOST:
        return _unshared(lead, anchors)
    pitch = pitch_of([line.y for line in lines if line.text])
    split = any(len(anchor.lines) > 1 for anchor in anchors)
    settings = [setting for setting in Setting if split or setting in _WHOLE or setting is habit]
    fits = {setting: _fit(setting, lead, anchors, pitch, opens=opens) for setting in settings}

    def judged(setting: Setting) -> float:
        return fits[setting].cost + (_TIE if habit not in {None, setting} else 0.0)

    chosen = min(fits, key=judged)
    best = fits[chosen]
    rivals = [
        fit
        for setting, fit in fits.items()
        if setting is not chosen and judged(setting) - judged(chosen) < _TIE
    ]
    cuts = [*best.cuts, len(gaps[-1])]
    rows: list[Wrapped] = []
    for number, anchor in enumerate(anchors):
        own = [*gaps[number][cuts[number] :], *anchor.lines, *gaps[number + 1][: cuts[number + 1]]]
        near = bool(gaps[number] or gaps[number + 1])
        torn = any(rival.cuts[number : number + 2] != best.cuts[number : number + 2] for rival in rivals)
        unsure = near and (best.costs[number] > _DOUBT or torn)
        rows.append(Wrapped([line.index for line in sorted(own, key=lambda line: line.index)], unsure))
    _spread_doubt(rows, gaps)
    sure = all(rival.cuts == best.cuts for rival in rivals) and not any(row.unsure for row in rows)
    return Rows(tuple(line.index for line in lead[: cuts[0]]), tuple(rows), chosen if sure else None)


def _spread_doubt(rows: Sequence[Wrapped], gaps: Sequence[Sequence[Printed]]) -> None:
    """Makes unsure what shares lines with an unsure row: what one has too much, the other lacks."""
    doubtful = [row.unsure for row in rows]
    for number, between in enumerate(gaps[1:-1]):
        if between and (doubtful[number] or doubtful[number + 1]):
            rows[number].unsure = rows[number + 1].unsure = True


def _unshared(lead: Sequence[Printed], anchors: Sequence[_Anchor]) -> Rows:
    """The rows of a table with more words between them than names have: all of it after its row, unsure."""
    rows = [
        Wrapped([line.index for line in (*anchor.lines, *anchor.after)], unsure=bool(anchor.after))
        for anchor in anchors
    ]
    return Rows(tuple(line.index for line in lead), tuple(rows))


def _anchors(lines: Sequence[Printed]) -> tuple[list[Printed], list[_Anchor]]:
    """The words-only lines before the first row, and the rows without what may be shared out."""
    lead: list[Printed] = []
    anchors: list[_Anchor] = []
    for line in lines:
        if not line.code and not line.amount:
            (anchors[-1].after if anchors else lead).append(line)
        elif anchors and _closes(anchors[-1], line):
            anchors[-1].lines += [*anchors[-1].after, line]
            anchors[-1].after = []
        else:
            anchors.append(_Anchor([line]))
    return lead, anchors


def _closes(anchor: _Anchor, line: Printed) -> bool:
    """Whether a line has the amount of a row whose code stands above it."""
    coded = any(part.code for part in anchor.lines) and not any(part.amount for part in anchor.lines)
    return coded and not line.code


def pitch_of(lines: Sequence[float], otherwise: float = 1.0) -> float:
    """How far apart the lines of one name stand: the closest that lines with words come.

    Args:
        lines: where the lines with words stand, from the top.
        otherwise: what is given where there are no two of them.
    """
    steps = sorted(b - a for a, b in itertools.pairwise(lines) if b > a)
    return steps[len(steps) // 20] if steps else otherwise


def _fit(
    setting: Setting, lead: Sequence[Printed], anchors: Sequence[_Anchor], pitch: float, *, opens: bool
) -> _Fit:
    """The cheapest way to share out the lines, row by row from the top.

    A name goes on over the page's end where its code stands before it or in its middle, and has no gap there.
    """
    free = opens and setting.value[0] < 1 and len(lead) <= _LEAD
    ways = range(len(lead) + 1) if free else [0]
    steps = [_Sharing(cut, 0.0, _ODD if _has_gap(lead[:cut], pitch) else 0.0, None) for cut in ways]
    above: Sequence[Printed] = lead
    for number, anchor in enumerate(anchors):
        count = len(anchor.after)
        cuts = [count] if number == len(anchors) - 1 else range(count + 1)
        steps = [_cheapest(steps, above, anchor, cut, setting, pitch) for cut in cuts]
        above = anchor.after
    chain: list[_Sharing] = []
    step: _Sharing | None = min(steps, key=lambda step: step.cost)
    while step is not None:
        chain.append(step)
        step = step.before
    chain.reverse()
    return _Fit(tuple(step.cut for step in chain[:-1]), tuple(step.own for step in chain[1:]))


def _cheapest(  # noqa: PLR0913, PLR0917 - what a row is made of, and how it is judged
    steps: Sequence[_Sharing],
    above: Sequence[Printed],
    anchor: _Anchor,
    cut: int,
    setting: Setting,
    pitch: float,
) -> _Sharing:
    """The best way to a row that has the first `cut` of the lines after it."""
    ways = []
    for step in steps:
        own = _cost([*above[step.cut :], *anchor.lines, *anchor.after[:cut]], anchor, setting, pitch)
        ways.append(_Sharing(cut, own, step.cost + own, step))
    return min(ways, key=lambda way: way.cost)


def _has_gap(lines: Sequence[Printed], pitch: float) -> bool:
    """Whether two lines stand further apart than those of one name."""
    return any(b.y - a.y > _WIDE * pitch for a, b in itertools.pairwise(lines))


def _cost(group: Sequence[Printed], anchor: _Anchor, setting: Setting, pitch: float) -> float:
    """How badly lines fit as one row: by how many lines it is off, and what is odd in it."""
    named = [line for line in group if line.text]
    if not named:
        return _NAMELESS
    first, last = named[0].y, named[-1].y
    of_code, of_amount = (first + share * (last - first) for share in setting.value)
    cost = (
        max(
            max((abs(line.y - of_code) for line in anchor.lines if line.code), default=0.0),
            max((abs(line.y - of_amount) for line in anchor.lines if line.amount), default=0.0),
        )
        / pitch
    )
    if named[0].text[:1].islower() or named[0].text[:1] in _NO_BEGIN:
        cost += _ODD
    if _has_gap(named, pitch):
        cost += _ODD
    return cost
