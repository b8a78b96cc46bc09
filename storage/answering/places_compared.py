"""The line that each of several places has of what is asked: `Тараз бен Семейдің мектептерін салыстыр`.

Pure: each place was asked before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.question.intents import Relation
from parser.question.question import Question
from storage.answering.asked_place import read_place
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.answering.joined_offices import join_offices
from storage.answering.missing import Missing, MissingKind
from storage.answering.outcome import Candidates, Outcome, best_line
from storage.answering.sides import Beside
from storage.reading.outlines import Outlines
from storage.search.index import Index
from storage.search.weights import Weights


def ask_each_place(index: Index, question: Question, compared: Sequence[AskedEdition]) -> list[Question]:
    """What is asked of each of several places: the part of a question that names it, without the others.

    Of `Астананың мәдениеті мен Семейдің спорты` each is asked its own; a part that names nothing beside its
    place (`Тараз бен Семейдің мектептері`) asks the same as the next.

    Args:
        index: with the names of places.
        question: what is asked of all.
        compared: the editions of the places, in the order in which they are named.
    """
    if not _name_in_order(index, question.parts, compared):
        return [question] * len(compared)
    asked = []
    for number, each in enumerate(compared):
        following = (*question.parts[number:], *reversed(question.parts[:number]))
        own = next((part for part in following if not each.rest_of(part).names_nothing), question)
        words = replace(question, tokens=own.tokens, named=own.named, codes=own.codes)
        asked.append(replace(words, parts=(), relation=Relation.NAMED))
    return asked


def _name_in_order(index: Index, parts: Sequence[Question], compared: Sequence[AskedEdition]) -> bool:
    """Whether each part of a question names one of the places, in their order."""
    if len(parts) != len(compared):
        return False
    for part, each in zip(parts, compared, strict=True):
        named = {place.name for place in read_place(index, part).places}
        if each.used_words.isdisjoint(part.words) or not named <= {each.budget.place}:
            return False
    return True


def set_places_beside(
    outcomes: Sequence[Outcome],
    compared: Sequence[AskedEdition],
    question: Question,
    outlines: Outlines,
    weights: Weights,
) -> Outcome:
    """The line that each of the named places has, beside one another; else what the first finds.

    Args:
        outcomes: what each place finds, of whole editions.
        compared: the editions that they are answered from.
        question: what is asked.
        outlines: with the whole editions.
        weights: by how much a line may be matched worse and be meant all the same.
    """
    having = [outcome for outcome in outcomes if _find_lacking(outcome) is None]
    best = _choose_alike(having, weights)
    loaded = {edition.year for each in compared for edition in each.catalogue.editions}
    unloaded = next((year for year in question.years if year not in loaded), None)
    if best and unloaded is not None:
        missing = Missing(MissingKind.YEAR_BESIDE, str(unloaded))
        best[0] = replace(best[0], asked=replace(best[0].asked, missing=missing))
    lacking = next((edition for outcome in outcomes if (edition := _find_lacking(outcome))), None)
    if best and lacking:  # the line that there is, and that it cannot be compared
        first = having[0]
        if isinstance(first, Candidates) and not first.sure:  # which line it is stays to be chosen
            return replace(first, lacking=lacking)
        return Candidates(best[0].asked, best[:1], sure=True, lacking=lacking)
    if len(best) < 2 or len(best) < len(outcomes):
        return outcomes[0]
    told = [join_offices([line], outlines) for line in best]
    offices = tuple(office for _, joined in told for office in joined)
    return Beside(best[0].asked, [line for lines, _ in told for line in lines], offices=offices)


def _find_lacking(outcome: Outcome) -> AskedEdition | None:
    """The edition of a place that has no line of what is meant: what shares a word there is no side."""
    if not isinstance(outcome, Candidates):
        return None
    return outcome.lacking or (None if outcome.lines else outcome.asked)


def _choose_alike(outcomes: Sequence[Outcome], weights: Weights) -> list[FoundLine]:
    """The line of each place: one that all have of the same path, where it is matched about as well.

    Where they have none, each has its own, a line of the words themselves before one of other talk.
    """
    near = [lines for outcome in outcomes if (lines := _list_near(outcome, weights))]
    common = [path for path in near[0] if all(path in lines for lines in near)] if near else []
    if len(near) == len(outcomes) and common:
        path = max(common, key=lambda path: sum(lines[path].score for lines in near))
        return [lines[path] for lines in near]
    return [next(iter(lines.values())) for lines in near]


def _list_near(outcome: Outcome, weights: Weights) -> dict[str, FoundLine]:
    """The lines of a place that are matched about as well as its best one, by their paths."""
    best = best_line(outcome)
    if best is None:
        return {}
    lines = outcome.lines if isinstance(outcome, Candidates) else [best]
    near = [line for line in lines if line.score >= best.score - weights.certainty.lead]
    return {line.path: line for line in sorted(near, key=lambda line: line.weak)}
