"""What a question may have found, made without a database or an index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from parser.budget_code import depth, section_of
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Edition
from storage.answering.certainty import decide
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.missing import Missing, MissingKind
from storage.answering.outcome import Outcome, SmallTalk
from storage.reading.outlines import LineOutline, Outlines
from storage.search.other_readings import Reading
from storage.search.weights import AnswerWeights, CertaintyWeights, Weights
from tests.storage.builders import ORIGINAL, PROGRAM, edition, without
from tests.storage.reading.stored import catalogue, known, text

WEIGHTS = Weights(
    certainty=CertaintyWeights(sure=0.5, covered=0.75, read=0.75, lead=0.125, rival=0.25),
    answer=AnswerWeights(
        offered_beside=0.5, poor=0.5, good_reading=0.5, better=0.125, phrase_reading=0.75, whole=0.875
    ),
)
BUDGET = catalogue(known(ORIGINAL, {2013: [text(1)], 2014: [text(2)]}))
MAIN, PLAN = (AskedEdition(BUDGET, stored, None) for stored in BUDGET.editions)
LACKING = replace(MAIN, missing=Missing(MissingKind.YEAR, "2019"))
OTHER = "expenditure/04/464/003"
EDUCATION = read_question("білім беру")


def outlined(table: Edition) -> list[LineOutline]:
    """The lines of a table, each with the amounts of its blocks."""
    rows = {line.path: [row for row in table.lines if row.path == line.path] for line in table.lines}
    return [
        LineOutline(
            path,
            section_of(path),
            depth(path),
            table.unit,
            tuple(row.amount for row in blocks),
            tuple(row.row for row in blocks),
        )
        for path, blocks in rows.items()
    ]


PLANNED = {**without("expenditure/04/464#2/003"), PROGRAM: 600}
OUTLINES = Outlines({1: outlined(edition()), 2: outlined(edition(leaves=PLANNED))})


def line(
    path: str = PROGRAM,
    score: float = 1.0,
    covered: float = 1.0,
    *,
    weak: bool = False,
    exact: bool = False,
    through: bool = False,
    pieced: bool = False,
) -> FoundLine:
    outline = LineOutline(path, section_of(path), depth(path), 1000, (500_000,), (1,))
    return FoundLine(path, score, covered, weak, exact, through, pieced, asked=MAIN, line=outline)


def found(
    *lines: FoundLine,
    question: Question = EDUCATION,
    asked: AskedEdition = MAIN,
    parts: tuple[Sequence[FoundLine], ...] = (),
    otherwise: tuple[tuple[Reading, Sequence[FoundLine]], ...] = (),
    nearest: Sequence[FoundLine] = (),
) -> Found:
    if len(question.parts) != len(parts):
        question = replace(question, parts=(EDUCATION,) * len(parts))
    return Found(asked, question, lines, parts, otherwise, nearest)


def framed(text: str, **frame: Any) -> Question:
    """A message's question, with what else is asked of its line."""
    question = read_question(text)
    return replace(question, frame=replace(question.frame, **frame))


def decided(what: Found) -> Outcome:
    return decide(what, OUTLINES, WEIGHTS)


def paths(outcome: Outcome) -> list[str]:
    assert not isinstance(outcome, SmallTalk)
    return [line.path for line in outcome.lines]
