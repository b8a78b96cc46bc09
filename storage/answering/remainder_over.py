"""What is left of a line in several editions: `доходы без трансфертов по годам`, `всё кроме школ выросло?`.

The lines are those of the edition that is answered from. An edition that lacks one of them tells no rest:
what would have to be taken out of it may have another name there. Pure: nothing is read here.
"""

from __future__ import annotations

from dataclasses import replace

from parser.question.question import Question
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.answering.missing import Missing, MissingKind
from storage.answering.remainder import Without
from storage.answering.several_editions import list_change, list_side_by_side
from storage.reading.outlines import Outlines


def cut_over(without: Without, outlines: Outlines, question: Question) -> Without:
    """A rest with what it is in each of the editions that are asked for; as it is where one alone is.

    Args:
        without: what is left in the edition that is answered from.
        outlines: with all lines of the editions.
        question: which editions it asks for, or how what is left changed.
    """
    asked = without.asked
    side_by_side = list_side_by_side(asked, question) or list_change(asked, question)
    if side_by_side is None:
        return without
    over, lacking = list[Without](), list(side_by_side.lacking)
    for each in side_by_side.editions:
        whole = _find_in(without.whole, each, outlines)
        parts = tuple(line for part in without.parts if (line := _find_in(part, each, outlines)))
        if whole is not None and len(parts) == len(without.parts):
            over.append(Without(each, whole, parts))
        elif side_by_side.of_years:
            lacking.append(Missing(MissingKind.LINE, str(each.edition.year)))
        else:
            lacking.append(Missing(MissingKind.EDITION_LINE, each.edition.decision.number))
    told = asked if not side_by_side.lacking else replace(asked, missing=None)  # said among what is lacking
    return replace(
        without, asked=told, over=tuple(over), lacking=tuple(lacking), of_years=side_by_side.of_years
    )


def _find_in(line: FoundLine, asked: AskedEdition, outlines: Outlines) -> FoundLine | None:
    there = outlines.lines(asked.edition).get(line.path)
    return None if there is None else replace(line, asked=asked, line=there)
