"""A code that no line has as it was typed → what each of its parts is, and the line that most of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import level_of
from parser.question.code_parts import CodePart, read_code
from parser.question.glossary import read_terms
from parser.question.numbers import cut_code_words
from parser.question.question import Question
from parser.records import Level
from storage.answering.asked_numbers import list_code_digits
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.answering.outcome import Explained
from storage.kept.reader import StoredReader
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.search.index import Index

_TOPS = frozenset({Level.GROUP, Level.SUBGROUP, Level.CATEGORY})  # a small number may be one by chance


def asks_for_code(index: Index, question: Question) -> bool:
    """Whether it is asked what a code means, or digits are said to be one, that no line has as a whole."""
    if not question.codes or any(index.find_code(digits) for digits in list_code_digits(question.codes)):
        return False
    is_said = question.frame.asks_nothing_more and cut_code_words(question.text) != question.text
    return (is_said or question.frame.explains is not None) and question.names_only_numbers


async def explain_code(
    reader: StoredReader, index: Index, question: Question, asked: AskedEdition
) -> Explained | None:
    """What the parts of a code are in an edition.

    Args:
        reader: of one state of the database.
        index: with the codes of all loaded budgets.
        question: with the code.
        asked: the edition.

    Returns:
        None for digits that fit no levels; also, where nothing says that they are a code, for those of which
        the edition has no office and no class: they may be an amount.
    """
    parts = next(filter(None, map(read_code, question.codes)), ())
    if not parts:
        return None
    paths = [list(index.find_code(_digits(parts[: number + 1]))) for number in range(len(parts))]
    outlines = Outlines()
    wanted = {path for found in paths for path in found}
    await outlines.read(reader, Wanted({asked.edition.key: asked.edition}, wanted))
    known = outlines.lines(asked.edition)
    lines = [
        next(
            (
                FoundLine(path=path, score=1.0, asked=asked, line=known[path])
                for path in found
                if path in known and level_of(path) is part.level
            ),
            None,
        )
        for part, found in zip(parts, paths, strict=True)
    ]
    told = any(line and part.level not in _TOPS for part, line in zip(parts, lines, strict=True))
    if not (asks_for_code(index, question) or told):
        return None
    key = parts[-1].level.name.lower()
    term = next(term for term in read_terms() if term.key == key)
    deepest = next((line for line in reversed(lines) if line), None)
    own = replace(asked, missing=None) if asked.missing and question.names_only_numbers else asked
    return Explained(own, term, [deepest] if deepest else [], tuple(zip(parts, lines, strict=True)))


def _digits(parts: Sequence[CodePart]) -> str:
    """The digits that lines with these codes are found by: a subgroup is part of no path but its own."""
    kept = (part for part in parts if part.level is not Level.SUBGROUP or part is parts[-1])
    return "".join(part.code for part in kept)
