"""What of an answer a conversation keeps, for the next message to go on from.

What was not found, what is not loaded and what no decision says is told once: the next message goes on from
what was shown, and not from that.
"""

from __future__ import annotations

from collections.abc import Mapping

from handlers.memory import Answered, Conversation
from handlers.views.changed_lines import shown_inside
from handlers.views.changes import LINES_SHOWN
from handlers.views.matches import numbered
from handlers.views.moved_money import list_first
from parser.budget_code import codes_of
from parser.dataclass import replace
from parser.question.carried_over import with_edition, without_edition
from parser.question.in_list import find_in_list
from parser.question.intents import Frame
from parser.question.of_shown import line_of
from parser.question.question import Question
from storage.answering.answer import (
    Answer,
    Choice,
    ClaimCheck,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    Nothing,
    PartOfLine,
    PlaceChoice,
    SureLine,
)
from storage.answering.answer_traits import list_matches
from storage.answering.listings import BoundedList, Listing
from storage.answering.missing import MissingKind
from storage.answering.page import Match
from storage.answering.several_figures import AcrossGroups, NoRemainder

_WITHOUT_LINES = Nothing | NotHeld | Explanation  # the answers that may name no line of what was asked

# Of the editions that a question asks for: another one was shown.
_OF_EDITION = frozenset(
    {
        MissingKind.YEAR,
        MissingKind.YEAR_BESIDE,
        MissingKind.DECISION,
        MissingKind.DECISION_YEAR,
        MissingKind.DATE,
        MissingKind.MONTH,
        MissingKind.SEASON,
        MissingKind.ORIGINAL,
        MissingKind.STANDING,
    }
)
_NO_EDITION = Question("", Frame(), ())


def keep_answer(found: Answer, conversation: Conversation, missed: list[str] | None) -> None:
    """Keeps what the next message may go on from, and notes what found nothing.

    Args:
        found: the answer.
        conversation: of the person who asked.
        missed: the questions that found nothing; None where nobody gathers them.
    """
    question, matches, last = found.heard.question, list_matches(found), conversation.last
    if matches and not (last and _only_says_why(found)):
        conversation.remember(_note_answer(found, matches[0], last))
    if isinstance(found, Decisions) and last:
        # `что изменилось` behind it is asked of the budget, and not of the line that was shown before it.
        conversation.remember(Answered(_without_subject(question), last.year, last.place, last.language))
    if isinstance(found, PlaceChoice) and found.heard.missing and question.said and last:
        # `а в 2014` behind `в Алматы`, which is not loaded, is of Almaty.
        conversation.remember(replace(last, question=question, offered={}, outer={}))
    if isinstance(found, _WITHOUT_LINES) and not matches and question.names_line and not question.lacks:
        _keep_what_has_no_line(found, conversation, last)
    if isinstance(found, Nothing) and not question.lacks and missed is not None:
        missed.append(question.text)


def _keep_what_has_no_line(found: Answer, conversation: Conversation, last: Answered | None) -> None:
    """What is asked next is of that, and not of the line before: `что такое субвенция`, `сколько`.

    What was not found is gone on from once, and by no message that only went on itself: `школы`, `абв`, `а в
    2014` is not of schools, but what is asked next is again.
    """
    heard, is_found = found.heard, not isinstance(found, Nothing)
    if not is_found and last and (heard.question.said or not last.is_found):
        before = last.question.earlier
        if not last.is_found and before is not None:
            conversation.remember(Answered(before, last.year, last.place, last.language))
        return
    edition = heard.edition
    at = (edition.year, edition.budget.place) if edition else (last.year, last.place) if last else None
    if at is not None:
        conversation.remember(Answered(heard.question, *at, heard.language, is_found=is_found))


def _only_says_why(found: Answer) -> bool:
    """Whether a message asked why of a list, and is told what the decision changed instead: `почему?`."""
    question = found.heard.question
    return isinstance(found, DecisionChanges) and question.frame.reason and bool(question.said)


def _without_subject(question: Question) -> Question:
    """A question of which the next message keeps what it said of the edition, and no word for a line."""
    return replace(question, frame=Frame(), tokens=(), named="", text=question.named_edition, talk=None)


def _in_loaded_edition(question: Question, last: Answered | None) -> Question:
    """A question in the edition that was asked for before, where the one that it asks for is not loaded."""
    shown = last.question if last and question.said else _NO_EDITION
    bare = with_edition(without_edition(question), shown)
    return replace(bare, parts=tuple(with_edition(part, shown) for part in bare.parts))


def _note_answer(found: Answer, first: Match, last: Answered | None) -> Answered:
    """What of an answer the next message may go on from."""
    heard, question = found.heard, found.heard.question
    if isinstance(found, ClaimCheck):  # the next message goes on from the line that is claimed of
        checked = next(each for each in found.statements if each.lines)
        question = checked.asked or question
    if isinstance(found, NoRemainder) and found.whole is not None:
        question = line_of(question)  # of which nothing was taken out
    if heard.lacks and heard.lacks.kind in _OF_EDITION:
        question = _in_loaded_edition(question, last)
    if question.path and question.said and not question.parts:  # `второе`: titles say which line that is
        question = replace(question, named=first.line.names.get(heard.language, question.named))
    answered = Answered(
        replace(question, frame=replace(question.frame, reason=False)),
        first.edition.year,
        first.place,
        heard.language,
        section=first.line.section,
        is_total=isinstance(found, SureLine) and first.path == first.line.section,
        of_changes=isinstance(found, DecisionChanges),
        is_asserted=not isinstance(found, Choice | NotHeld | PartOfLine),
        holds_lines=not isinstance(found, SureLine) or found.card.children.total > 0,
    )
    return _with_lines(answered, found, last)


def _with_lines(answered: Answered, found: Answer, last: Answered | None) -> Answered:
    """What was answered, with the numbers by which the next message may choose a line."""
    chosen_from = _find_list(answered.question, last) if last else None
    if isinstance(found, DecisionChanges) and found.inside is not None:
        changed = enumerate(shown_inside(found, found.inside), start=1)
        return replace(answered, offered={number: line.path for number, line in changed})
    if isinstance(found, DecisionChanges) and found.changes.previous is not None:
        asked = found.heard.question.frame
        first = list_first(found.changes, asked.direction)[: asked.count or LINES_SHOWN]
        return replace(answered, offered={at: line.path for at, line in enumerate(first, start=1)})
    if not isinstance(found, Choice | Listing | BoundedList | AcrossGroups | NotHeld | PartOfLine):
        return replace(answered, offered=chosen_from) if chosen_from else answered
    page = found.page
    offered = {number: _place_of(match) for number, match in numbered(page)}
    shown = page.offset + len(page.matches)
    whole = found.whole.path if isinstance(found, Listing) and found.whole.groups == 1 else None
    answered = replace(answered, whole=None if isinstance(found, Listing) and found.without else whole)
    return replace(answered, offered=offered, outer=chosen_from or {}, shown=shown, total=page.total)


def _find_list(question: Question, last: Answered) -> Mapping[int, str] | None:
    """The list that the line was chosen from of which a question asks, or all lines."""
    asked = question.parts or (question,)
    lists = (last.offered, last.outer)
    return next((listed for listed in lists if all(find_in_list(each, listed) for each in asked)), None)


def _place_of(match: Match) -> str:
    """By what a line is chosen of a list: its path, and of an office in several groups its code."""
    return match.path if match.groups == 1 else codes_of(match.path)[-1]
