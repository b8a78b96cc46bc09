"""A question put to one place, and what it finds there: the records that pass from step to step."""

from __future__ import annotations

from collections.abc import Sequence

from parser.dataclass import dataclass
from parser.question.question import Question
from storage.answering.edition import AskedEdition
from storage.reading.outlines import LineOutline
from storage.search.candidate import Candidate, Ranked
from storage.search.other_readings import Reading


@dataclass(frozen=True, slots=True)
class Sought:
    """What is left of a question when its place, year and decision are known, and the paths it may mean.

    Of `білім беру 2014` in the edition of 2014 these are the words `білім беру`, with the paths ranked.
    """

    question: Question
    ranked: Sequence[Ranked]  # best first


@dataclass(frozen=True, slots=True)
class SoughtCut:
    """A way in which something is taken out of a line: what is looked for as the line, and as each part."""

    whole: Sought  # no words of it for all spending
    parts: tuple[Sought, ...]
    printed: bool  # names or phrases print the words that take out: the question may be one of them
    is_doubtful: bool = False  # nothing may be taken out at all


@dataclass(frozen=True, slots=True)
class FoundCut:
    """The lines that may be the whole and each part, best first, all of one edition.

    Where no line is named that something is taken out of, it is all spending or all revenue.
    """

    asked: AskedEdition
    sought: SoughtCut
    wholes: Sequence[FoundLine]
    parts: tuple[Sequence[FoundLine], ...]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question put to one place.

    Attributes:
        asked: the edition it is answered from.
        question: as it was typed.
        plain: what is looked for.
        parts: the same for each part of a question that names several lines: `школы и спорт`.
        fuller: for each part the same in its fuller readings: `жер` in `жер немесе көлік салығы`.
        cuts: the same for what a question takes out of a line, in each way it may be meant.
        otherwise: the same for other readings of what was typed (another keyboard, words joined), where
            these are tried.
    """

    asked: AskedEdition
    question: Question
    plain: Sought
    parts: tuple[Sought, ...] = ()
    fuller: tuple[tuple[Sought, ...], ...] = ()
    cuts: tuple[SoughtCut, ...] = ()
    otherwise: tuple[tuple[Reading, Sought], ...] = ()

    @property
    def part_pieces(self) -> tuple[Sought, ...]:
        """What is looked for as its parts, in all their readings."""
        return (*self.parts, *(sought for fuller in self.fuller for sought in fuller))

    @property
    def cut_pieces(self) -> tuple[Sought, ...]:
        """What is looked for as the wholes and the parts of its cuts."""
        return tuple(piece for cut in self.cuts for piece in (cut.whole, *cut.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine(Candidate):
    """A path that may be meant, with its line in the edition it is in."""

    asked: AskedEdition
    line: LineOutline


@dataclass(frozen=True, slots=True)
class Found:
    """The lines that a question finds in one place, for each of its readings best first.

    Attributes:
        asked: the edition: as it was asked for, else the main year's.
        question: as it was typed.
        lines: for what was typed.
        parts: for each part of it.
        fuller: for each part, in its fuller readings.
        cuts: for each way in which it takes something out of a line.
        otherwise: for other readings of it.
        nearest: where nothing is found, the few lines that come nearest.
        lacking: the edition, where what is meant is known and stands in other budgets only.
        lacks_branch: whether no loaded budget has even the functional group of what is meant.
        ranked: the paths that what was typed may mean, of whatever edition, best first.
    """

    asked: AskedEdition
    question: Question
    lines: Sequence[FoundLine]
    parts: tuple[Sequence[FoundLine], ...]
    otherwise: tuple[tuple[Reading, Sequence[FoundLine]], ...]
    nearest: Sequence[FoundLine]
    cuts: tuple[FoundCut, ...] = ()
    fuller: tuple[tuple[Sequence[FoundLine], ...], ...] = ()
    lacking: AskedEdition | None = None
    lacks_branch: bool = False
    ranked: Sequence[Candidate] = ()
