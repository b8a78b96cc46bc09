"""What a message asks together of the lines that were named before it: their sum, share, order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import is_below
from parser.question.beside_before import lines_to_set_together, name_it, set_together
from parser.question.carried_over import with_edition_of_all
from parser.question.going_on import without_share_base
from parser.question.intents import Frame, Intent, Relation
from parser.question.lines_together import all_together, asks_which_year
from parser.question.question import Question
from parser.question.reading import read_question, read_together
from parser.question.shown_before import KnownWords
from parser.question.two_totals import is_of_two_totals, relates_lines
from parser.question.unlike_before import keep_plain


def set_together_before(text: str, previous: Question, known: KnownWords) -> Question | None:
    """What a message asks of lines together that were named before it.

    Args:
        text: the message.
        previous: the whole question before it.
        known: what the loaded budgets know of its words.

    Returns:
        None where it asks nothing of several lines.
    """
    pointed = name_it(text, previous)
    own = read_question(text)
    bound = read_question(pointed) if pointed is not None else None
    if bound is not None and bound.relation is Relation.BOUNDED:  # одан қымбат не бар
        return with_edition_of_all(bound, previous)
    if pointed is not None and (together := set_together(read_question(pointed), previous)):
        return keep_plain(together, own, [previous], known.find_places)
    before = lines_to_set_together(own, previous)
    told = all_together(own, previous, known.find_places) if len(before) > 1 else None
    if len(before) > 1 and (told or asks_which_year(own) or any(each.path for each in before)):
        return told
    lines = ", ".join(each.named for each in before)
    wholes = (f"{lines} {text}", f"{lines}, {text}") if lines else ()
    joined = (set_together(read, previous) for whole in wholes if (read := read_together(whole)))
    found = next((each for each in joined if each is not None), None)
    if found is None or (is_of_two_totals(found) and not relates_lines(own)):
        return None  # `а доходы?` after `расходы`
    if own.relation is Relation.NAMED and read_question(lines).relation is not Relation.NAMED:
        return None  # it is the line before that says `вместе`, and not the message: `культура`
    if previous.path and len(before) == 1:
        found = replace(found, parts=(replace(previous, frame=Frame()), *found.parts[1:]))
    if len(before) > 1:  # the words of the message name neither of them
        found = with_edition_of_all(replace(found, named=", ".join(part.named for part in before)), previous)
    return keep_plain(found, own, before, known.find_places)


def compare_shown(question: Question, previous: Question, known: KnownWords) -> Question | None:
    """The lines that were named before, compared: `кто дороже?` asks then of no person.

    Args:
        question: the message.
        previous: the whole question before it.
        known: what the loaded budgets know of its words.

    Returns:
        None where it asks something else.
    """
    if question.relation is not Relation.COMPARED or question.names_line or question.codes:
        return None
    question = replace(question, frame=replace(question.frame, beyond_plan=None))
    return all_together(question, previous, known.find_places)


def share_together(question: Question, previous: Question, known: KnownWords) -> Question | None:
    """The lines that were named before, of whose sum a share is asked: `екеуінің шығындағы үлесі`.

    Args:
        question: the message.
        previous: the whole question before it.
        known: what the loaded budgets know of its words.

    Returns:
        None where it asks something else.
    """
    if question.intent is not Intent.SHARE or question.asks_edition:
        return None
    bare = without_share_base(question)
    told = previous.relation is Relation.SUMMED and previous.parts
    if (bare.names_line or bare.codes) and not (told and _holds_all(bare, previous.parts, known)):
        return None
    summed = replace(bare, relation=Relation.SUMMED) if told else bare
    return all_together(summed, previous, known.find_places) if summed.relation is Relation.SUMMED else None


def _holds_all(whole: Question, parts: Sequence[Question], known: KnownWords) -> bool:
    """Whether all lines stand inside one that is named: `салықтың қанша пайызы` behind a sum of taxes."""
    lines = [known.find_lines(part) for part in parts]
    wholes = known.find_lines(whole)
    return any(all(any(is_below(path, each) for path in paths) for paths in lines) for each in wholes)
