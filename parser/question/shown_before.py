"""What a message may go on from: the answer before it, and the words that the budgets have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import field

from parser.dataclass import dataclass
from parser.question.question import Question
from parser.records import Section


@dataclass(frozen=True, slots=True)
class ShownBefore:
    """What the answer before a message showed.

    Attributes:
        question: the whole question that was answered.
        year: the budget year that it was answered from.
        section: of the line that was shown; None where none was.
        is_total: whether that line is all of its section.
        of_changes: whether it was what a decision changed in the whole budget.
        is_asserted: whether a line was shown as the one that was meant, and none only offered.
        holds_lines: whether what was shown consists of other lines, as a program seldom does.
        offered: the paths of the lines that were offered to choose from, by their numbers; of an office with
            lines in several groups its code.
        outer: the same of the list that the line was chosen from whose own lines are offered now.
        whole: the path of the line whose lines were listed; None where it was no list of one line's.
    """

    question: Question
    year: int
    section: Section | None = None
    is_total: bool = False
    of_changes: bool = False
    is_asserted: bool = True
    holds_lines: bool = True
    offered: Mapping[int, str] = field(default_factory=dict)
    outer: Mapping[int, str] = field(default_factory=dict)
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the loaded budgets know of a message's words. Without budgets any word may name a line.

    Attributes:
        find_places: the words of a question that name a place, as they sound.
        names_line: whether words of a question that seem to name a line may name one.
        find_lines: the paths that the words of a question may name.
        name_path: what the line at a path is called in the person's language; else nothing.
    """

    find_places: Callable[[Question], Set[str]] = lambda _: frozenset()
    names_line: Callable[[Question], bool] = lambda _: True
    find_lines: Callable[[Question], Set[str]] = lambda _: frozenset()
    name_path: Callable[[str], str] = lambda _: ""


NO_WORDS = KnownWords()
"""What is known where no budget is looked at."""
