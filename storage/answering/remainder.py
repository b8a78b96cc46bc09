"""A line less some of the lines inside it: `образование без школ`, `мектепсіз білім беру`.

It is computed where it is clear which line is meant, which are taken out of it, and that they stand inside
it; else it is told which of this is not so, and no figure stands for another one. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from enum import StrEnum

from parser.budget_code import BY_SIDE, Side, is_below, parents
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent
from parser.question.question import Question
from storage.answering.assertion import goodness, is_asserted, is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundCut, FoundLine, Sought
from storage.answering.meant_parts import PartMeanings
from storage.answering.missing import Missing
from storage.reading.outlines import Outlines
from storage.search.weights import Weights

_SUMS = frozenset(BY_SIDE.values())  # what is below these adds up to them
_OTHERS = 3  # lines offered beside one that is taken out
_SEVERAL = 2


class Hindrance(StrEnum):
    """Why nothing can be taken out of a line."""

    WHOLE = "whole"  # which line it is taken out of is not clear
    PART = "part"  # which line is taken out is not clear
    OUTSIDE = "outside"  # what is taken out does not stand inside the line
    BALANCE = "balance"  # the line is a difference and no sum
    UNSPLIT = "unsplit"  # its own name holds what is taken out, and no line inside it is that alone
    SHARED = "shared"  # its own name holds what is taken out, of which the lines inside are only some


_OF_NAME = frozenset({Hindrance.UNSPLIT, Hindrance.SHARED})


@dataclass(frozen=True, slots=True)
class Without:
    """A line, those that are taken out of it, and what else these may have been.

    Where several editions are asked for, or how it changed: the same in each that has all of the lines, in
    the order of time, what lacks one, and whether these are years.
    """

    asked: AskedEdition
    whole: FoundLine
    parts: tuple[FoundLine, ...]
    others: tuple[FoundLine, ...] = ()
    over: tuple[Without, ...] = ()
    lacking: tuple[Missing, ...] = ()
    of_years: bool = False

    @property
    def lines(self) -> Sequence[FoundLine]:
        """The line and its parts."""
        return self.whole, *self.parts


@dataclass(frozen=True, slots=True)
class NotWithout:
    """Nothing is taken out: why, of which line, of what words, and the lines that may be meant by them."""

    asked: AskedEdition
    hindrance: Hindrance
    words: str
    whole: FoundLine | None = None
    lines: Sequence[FoundLine] = ()


def take_out(found: Found, outlines: Outlines, weights: Weights) -> Without | NotWithout | None:
    """What is left of a line when others are taken out of it.

    Args:
        found: what the question finds, each way in which it may be cut.
        outlines: with all lines of the edition.
        weights: from where on a line is sure.

    Returns:
        The best of the cuts; why none is one, where that is so; None where nothing is taken out, or only
        by words of a name.
    """
    cuts = [cut for cut in found.cuts if cut.parts and _may_take_out(cut)]
    if not cuts:
        return None
    side = _find_side(found.question)
    resolved = [(cut, _resolve(cut, outlines, weights, side)) for cut in cuts]
    done = [(cut, what) for cut, what in resolved if isinstance(what, Without)]
    of_all = any(cut.of_all for cut in found.question.exclusions)
    if done and not of_all and all(cut.sought.whole.question.names_nothing for cut, _ in done):
        # `су, кәрізді қоспағанда`: of the water, and not both of all spending
        of_name = [
            what for _, what in resolved if isinstance(what, NotWithout) and what.hindrance in _OF_NAME
        ]
        if of_name:
            return of_name[0]
    if done:
        return max(done, key=lambda each: _goodness(each[1], weights))[1]
    if any(cut.sought.printed for cut in cuts):
        return None
    return max(resolved, key=lambda each: goodness(each[0].wholes, weights.certainty))[1]


def _find_side(question: Question) -> Side | None:
    """The side of the budget that verbs tell: `на что больше всего тратят кроме трансфертов`."""
    if question.frame.side is not None or question.frame.at_large is not None:
        return question.frame.side or question.frame.at_large
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    spends, receives = heard.any_says(Asks.SPENDS), heard.any_says(Asks.RECEIVES)
    return None if spends == receives else Side.SPENDING if spends else Side.RECEIPTS


def _resolve(cut: FoundCut, outlines: Outlines, weights: Weights, side: Side | None) -> Without | NotWithout:
    """The lines of one way to cut, or why they are not clear."""
    return _Cutting(cut, outlines, weights, PartMeanings(weights, cut.wholes), side).resolve()


def _may_take_out(cut: FoundCut) -> bool:
    """Whether something is taken out: by `бөлесіз`, which may be a verb, only where it leads to lines."""
    return not cut.sought.is_doubtful or all(cut.parts)


def _goodness(without: Without, weights: Weights) -> float:
    """How well the worst matched of the lines is matched."""
    return min(goodness([line], weights.certainty) for line in without.lines)


@dataclass(frozen=True, slots=True)
class _Cutting:
    """One way to cut, in one edition; of both totals only that of a side which verbs tell."""

    cut: FoundCut
    outlines: Outlines
    weights: Weights
    meanings: PartMeanings
    side: Side | None = None

    def resolve(self) -> Without | NotWithout:
        """The lines of the cut, or why they are not clear."""
        wholes = self._list_wholes()
        if not wholes:
            return self._fail(Hindrance.WHOLE, self.cut.sought.whole, lines=self.cut.wholes)
        tried = [self._take_out_of(whole) for whole in wholes]
        done = [what for what in tried if isinstance(what, Without)]
        if done:
            return max(done, key=_is_revenue)
        failed = [what for what in tried if isinstance(what, NotWithout)]
        shared = [what for what in failed if what.hindrance is Hindrance.SHARED]
        of_name = failed[0].hindrance is Hindrance.UNSPLIT  # what holds more lines tells more of them
        return shared[0] if of_name and shared else failed[0]

    def _list_wholes(self) -> Sequence[FoundLine]:
        """The lines that may be what something is taken out of; several where they fit alike."""
        weights, wholes = self.weights.certainty, self.cut.wholes
        if self.side is not None and self.cut.sought.whole.question.names_nothing:
            wholes = [line for line in wholes if line.line.section is BY_SIDE[self.side]]
            return wholes
        if is_asserted(wholes, _at_large(self.cut.sought.whole), weights):
            return wholes[:1]
        # A long name that only mentions a word is not meant by it.
        good = [line for line in wholes if is_good(line, weights) and (line.through or not line.weak)]
        return [line for line in good if line.score >= wholes[0].score - weights.lead]

    def _take_out_of(self, whole: FoundLine) -> Without | NotWithout:
        if whole.line.section not in _SUMS:
            return self._fail(Hindrance.BALANCE, self.cut.sought.whole, whole)
        inside = set(self._list_inside(whole))
        parts: list[FoundLine] = []
        others: list[FoundLine] = []
        for sought, lines in zip(self.cut.sought.parts, self.cut.parts, strict=True):
            options = [line for line in lines if line.path in inside]
            # Less all that it has a line is nothing: `соцпомощь кроме занятости` is without a program.
            options = [line for line in options if line.line.amount != whole.line.amount] or options
            options = self.meanings.keep_apart(options)
            meant = self.meanings.list_meant(sought, options)
            if not self.meanings.list_named(meant) and self._is_named_outside(whole, lines):
                meant = []
            own = self._find_own(whole, lines)
            if own is not None and not (len(meant) == 1 and _says_more(meant[0], own)):
                return self._fail_of_own(sought, whole, meant, inside)
            if not meant and not any(line.covered or line.through for line in lines):
                return self._fail(Hindrance.PART, sought, whole)  # letters alone are near
            if not meant and self.meanings.is_outside(sought, lines, options):
                found = [whole, *(line for line in lines if line.path != whole.path)]
                return self._fail(Hindrance.OUTSIDE, sought, whole, found)
            meant = _leave_some(whole, meant)
            if not 0 < len(meant) <= self.weights.answer.most_taken:
                return self._fail(Hindrance.PART, sought, whole, options)
            parts += meant
            others += self.meanings.list_others(sought, options, meant)
        taken = {line.path: line for line in parts}
        apart = [line for line in taken.values() if not any(is_below(line.path, path) for path in taken)]
        beside = [line for line in others if line.path not in taken]
        return Without(whole.asked, whole, tuple(apart), tuple(beside[:_OTHERS]))

    def _find_own(self, whole: FoundLine, lines: Sequence[FoundLine]) -> FoundLine | None:
        """The line itself, where its own name says all that a part says: `вода без канализации`."""
        weights = self.weights.certainty
        own = (line for line in lines if line.path == whole.path)
        return next((line for line in own if is_good(line, weights) and line.covered >= weights.read), None)

    def _fail_of_own(
        self, sought: Sought, whole: FoundLine, meant: Sequence[FoundLine], inside: Set[str]
    ) -> NotWithout:
        """What a line's own name holds is not taken out: no line is that alone, or those inside some of it.

        Of `спорт без культуры` libraries would be left in the sport.
        """
        if not meant:
            return self._fail(Hindrance.UNSPLIT, sought, whole, [whole])
        likely = [line for line in self.meanings.list_named(self.cut.wholes) if line.path in inside]
        told = {line.path: line for line in (*likely, *meant)}
        return self._fail(Hindrance.SHARED, sought, whole, [*told.values()])

    def _list_inside(self, whole: FoundLine) -> Iterator[str]:
        """The paths whose every row stands below the line."""
        tree = self.outlines.tree(whole.asked.edition)
        return (path for path in tree.paths_below(whole.path) if whole.path in tree.parent_paths(path))

    def _is_named_outside(self, whole: FoundLine, lines: Sequence[FoundLine]) -> bool:
        """Whether words name a line of the same side that stands elsewhere.

        Of `ЖКХ без дорог` the office for housing and roads only mentions these, which stand in transport;
        of `налоги, транспорт отбрось` no spending is meant.
        """
        return any(line.line.section is whole.line.section for line in self.meanings.list_named(lines))

    def _fail(
        self,
        hindrance: Hindrance,
        sought: Sought,
        whole: FoundLine | None = None,
        lines: Sequence[FoundLine] = (),
    ) -> NotWithout:
        asked = self.cut.asked
        return NotWithout(asked, hindrance, sought.question.named, whole, lines)


def _leave_some(whole: FoundLine, meant: Sequence[FoundLine]) -> list[FoundLine]:
    """Lines that are taken out; where they are all that a line has, only those that fit best.

    Of `көлік, жолдан басқа` nothing would be left, though something besides roads is asked for.
    """
    if len(meant) < _SEVERAL or sum(line.line.amount for line in meant) != whole.line.amount:
        return list(meant)
    least = min(line.score for line in meant)
    return [line for line in meant if line.score > least]


def _says_more(meant: FoundLine, own: FoundLine) -> bool:
    """Whether words name a line inside another one at least as well as that one itself.

    `социальное обеспечение` names «Соцпомощь и соцобеспечение» before any program of it.
    """
    return meant.covered >= own.covered and meant.score >= own.score


def _is_revenue(without: Without) -> bool:
    """Whether whole categories of revenue are taken out: `трансферттерсіз` says so of money that comes in."""
    of_receipts = without.whole.line.section is BY_SIDE[Side.RECEIPTS]
    return of_receipts and all(next(iter(parents(part.path))) == without.whole.path for part in without.parts)


def _at_large(sought: Sought) -> Question:
    """A question that asks of a line at large: the answer says which one it took."""
    return replace(sought.question, frame=Frame(Intent.LIST))
