"""A question → its answer: the one service behind the chat, groups, inline queries and the command line.

The steps stand here in their order. Those that choose are pure and have a file each; what they need of the
database is read in between, all of it together. The place and the edition are chosen once, before any page
is cut: whatever page of an answer is asked for, it is a page of the same lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from parser.dataclass import dataclass, replace
from parser.question.decision_list import as_question_of_decisions, asks_for_decisions
from parser.question.glossary import Term, find_term
from parser.question.intents import OF_LINES_BEFORE
from parser.question.question import Question
from parser.question.standing_in import read_standing
from storage.answering.answer import Answer, Decisions, Explanation, Nothing, NothingLoaded, PlaceChoice, Talk
from storage.answering.asked_budgets import AskedBudgets, choose_budgets
from storage.answering.asking_names import settle_names
from storage.answering.choosing_edition import choose_edition
from storage.answering.decision_numbers import find_alike, settle_number
from storage.answering.edition import AskedEdition
from storage.answering.explained_code import asks_for_code, explain_code
from storage.answering.inquiring import COMPARED, compare_places, inquire, inquire_at_home
from storage.answering.inquiry import FoundLine
from storage.answering.missing import Missing, MissingKind
from storage.answering.outcome import Candidates, Explained, Outcome, SmallTalk, best_score
from storage.answering.page import Page
from storage.answering.place_ahead import set_place_aside, with_place_ahead
from storage.answering.plan_years import compare_plan
from storage.answering.request import Heard, Request, hear_language
from storage.answering.unsigned_list import sign_list
from storage.answering.writing import AnswerWriter
from storage.aside import work_aside
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue
from storage.reading.decision_list import gather_decisions
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.shelf import Shelf, load_shelf
from storage.search.index import Index


@of_one_state
async def answer(reader: StoredReader, index: Index, request: Request) -> Answer:
    """Finds what a message is about, or checks what it claims.

    Codes come first, then exact amounts, then names. The lines are those of the newest edition of
    the budget's main year, or of the edition that the message asks for. What the place at hand does
    not have is looked for in others, unless the message names a place.

    Args:
        reader: of one state of the database; callers give a session.
        index: built from the same database.
        request: the question, and what is wanted of its answer.

    Returns:
        One of the kinds of answers.
    """
    request = await work_aside(request.question.text, set_place_aside, index, request)
    claim = request.question.claim
    if claim and claim.statements:
        from storage.answering.claim_check import check_claim  # noqa: PLC0415 - few messages claim anything

        return await check_claim(partial(_answer, reader, index), index, request, claim)
    return await _answer(reader, index, request)


async def _answer(reader: StoredReader, index: Index, request: Request) -> Answer:
    """What a message is about that claims nothing."""
    heard, chosen = await work_aside(request.question.text, _hear, index, request)
    question = heard.question
    if question.lacks or question.talk:
        return _answer_at_once(heard)
    lists_decisions = asks_for_decisions(question, chosen.place.words)
    if lists_decisions:
        question, lists_decisions = as_question_of_decisions(question), not question.names_decision
        heard = replace(heard, question=question)
    term = _find_term(question, chosen)
    if not chosen.budgets:
        return _answer_without_budget(index, heard, chosen, term)
    asked = _AskedOfBudgets(heard, chosen, term, lists_decisions)
    return await _answer_of(reader, index, request, asked, _try_first(index, chosen))


def _hear(index: Index, request: Request) -> tuple[Heard, AskedBudgets]:
    """What is asked, with its language and year, and the budgets that it is asked of."""
    question = sign_list(index, read_standing(request.question))
    question = with_place_ahead(request, settle_number(index, settle_names(index, question)))
    question, chosen, unloaded_year = _choose_year(index, question, request)
    heard = hear_language(index, question, chosen.place.words)
    return replace(heard, alike=find_alike(index, question), unloaded_year=unloaded_year), chosen


def _choose_year(
    index: Index, question: Question, request: Request
) -> tuple[Question, AskedBudgets, int | None]:
    """The question with the year that it names by the calendar, its budgets, and the year if none has it."""
    choose = partial(choose_budgets, index, home=request.home, chosen=request.budget, placed=request.placed)
    chosen = choose(question)
    if not chosen.budgets:
        return question, chosen, None
    answered = chosen.year or chosen.budgets[0].first_year
    if question.year_shift:  # `в прошлом году`
        question = question.near(chosen.year or request.running_year or answered)
        return question, choose(question), None
    year, names_other = request.running_year, question.years or question.year or question.date
    if not question.this_year or names_other or year is None or year == answered:
        return question, chosen, None
    of_year = question.of_year(year)
    having = choose(of_year)
    has_year = any(budget.first_year <= year <= budget.last_year for budget in having.budgets[:1])
    return (of_year, having, None) if has_year else (question, chosen, year)


@dataclass(frozen=True, slots=True)
class _AskedOfBudgets:
    """What was heard and which budgets it is of, with the word that is to be explained."""

    heard: Heard
    chosen: AskedBudgets
    term: Term | None
    lists_decisions: bool


async def _answer_of(
    reader: StoredReader, index: Index, request: Request, asked: _AskedOfBudgets, tried: AskedBudgets
) -> Answer:
    """What the tried budgets answer; where they have little, and others were chosen too, what all answer."""
    heard, chosen = asked.heard, asked.chosen
    question = heard.question
    shelf, editions = await _open_editions(reader, index, question, tried)
    if editions and (beside := compare_plan(editions[0], question)):
        question, heard = beside, replace(heard, question=beside)
        shelf, editions = await _open_editions(reader, index, question, tried)
    if not editions and tried == chosen:
        return Nothing(heard)
    if not editions:
        return await _answer_of(reader, index, request, asked, chosen)
    if asked.lists_decisions or editions[0].lacks_decision(question):
        return await _list_decisions(reader, heard, chosen, editions)
    outlines = Outlines()
    if asked.term:
        outcome: Outcome = await _explain(reader, asked.term, editions[0])
    elif chosen.place.beside and question.frame.beyond_plan is None:
        outcome = await compare_places(reader, outlines, index, question, editions)
    else:
        outcome = await _inquire(reader, outlines, index, question, editions)
        if tried != chosen and best_score(outcome) < index.weights.answer.at_hand:
            return await _answer_of(reader, index, request, asked, chosen)
    if isinstance(outcome, SmallTalk):
        return Talk(heard, outcome.remark)
    taken, others = await _find_others(reader, outlines, chosen, editions, outcome)
    if taken and not chosen.is_assumed:  # whose budget it is was said: another's is only offered
        outcome = await inquire_at_home(reader, outlines, index, question, editions[0])
        heard = replace(heard, others=tuple(dict.fromkeys((taken, *others))))
    elif taken:
        heard = replace(heard, assumed=taken, others=others)
    return await AnswerWriter(reader, index, shelf, request).write(heard, outcome)


def _try_first(index: Index, chosen: AskedBudgets) -> AskedBudgets:
    """The budgets that are opened first: where very many names are loaded, that of the person's own place.

    Opening those of the places that might have what it lacks takes longer than answering.
    """
    if not index.is_large or chosen.is_assumed or chosen.place.beside:
        return chosen
    return replace(chosen, budgets=chosen.budgets[:1])


async def _open_editions(
    reader: StoredReader, index: Index, question: Question, chosen: AskedBudgets
) -> tuple[Shelf, list[AskedEdition]]:
    """Reads what there is of budgets, and the edition that is asked for of each, the one at hand first."""
    shelf = await load_shelf(reader, [*chosen.budgets, *_list_neighbours(index, chosen, question)])
    catalogues = (shelf.find(budget) for budget in chosen.budgets)
    first = chosen.budgets[0]
    asked = (
        choose_edition(
            index, known, question, chosen.place, chosen.year if known.budget.place == first.place else None
        )
        for known in catalogues
        if known
    )
    return shelf, [
        replace(edition, neighbours=_find_neighbours(index, edition, shelf)) for edition in asked if edition
    ]


async def _inquire(
    reader: StoredReader,
    outlines: Outlines,
    index: Index,
    question: Question,
    editions: Sequence[AskedEdition],
) -> Outcome:
    """What the places find; where no line has a code as it was typed, what its parts are."""
    explained = None
    if asks_for_code(index, question):
        explained = await explain_code(reader, index, question, editions[0])
    if explained is not None and not question.amounts:
        return explained
    outcome = await inquire(reader, outlines, index, question, editions)
    if explained is not None:  # digits of no code may be an amount: `241595 деген не ақша`
        of_amount = isinstance(outcome, Candidates) and outcome.lines
        return outcome if of_amount else explained
    if not isinstance(outcome, Candidates) or outcome.lines or not question.names_only_numbers:
        return outcome
    return await explain_code(reader, index, question, editions[0]) or outcome


def _answer_at_once(heard: Heard) -> Answer:
    """What is said to a message that goes on from nothing, or asks nothing of a budget."""
    question = heard.question
    if question.talk and not question.lacks:
        return Talk(heard, question.talk)
    if question.lacks is None:
        return Nothing(replace(heard, missing=None))
    value = question.named if question.lacks in OF_LINES_BEFORE else ""
    return Nothing(replace(heard, missing=Missing(MissingKind(question.lacks.value), value)))


def _answer_without_budget(index: Index, heard: Heard, chosen: AskedBudgets, term: Term | None) -> Answer:
    """What can be said when no budget is loaded, or it is not clear which is meant."""
    if term:
        return Explanation(heard, term, Page((), 0))
    if not index.places:
        return NothingLoaded(heard)
    missing = chosen.place.missing
    further = chosen.place.further
    told = Missing(MissingKind.PLACE, missing, further=further) if missing else None
    return PlaceChoice(replace(heard, missing=told), chosen.to_choose)


def _find_term(question: Question, chosen: AskedBudgets) -> Term | None:
    """The word whose meaning is asked, in whatever place."""
    said = [token for token in question.tokens if token.sound not in chosen.place.words]
    return find_term(said) if question.frame.explains else None


async def _list_decisions(
    reader: StoredReader, heard: Heard, chosen: AskedBudgets, editions: Sequence[AskedEdition]
) -> Decisions:
    """The decisions of the place at hand; where nobody named it, the others are offered."""
    asked = editions[0]
    heard = replace(heard, missing=asked.missing)
    if chosen.is_assumed:
        others = [edition.budget for edition in editions[1:] if edition.budget.place != asked.budget.place]
        heard = replace(heard, assumed=asked.budget, others=tuple(others))
    return Decisions(heard, await gather_decisions(reader, asked.catalogue, asked.edition.year))


async def _explain(reader: StoredReader, term: Term, asked: AskedEdition) -> Explained:
    """The lines of an edition that a word is about."""
    outlines = Outlines()
    await outlines.read(reader, Wanted({asked.edition.key: asked.edition}, set(term.paths)))
    lines = outlines.lines(asked.edition)
    found = [
        FoundLine(path=path, score=1.0, asked=asked, line=lines[path]) for path in term.paths if path in lines
    ]
    return Explained(asked, term, found)


def _list_neighbours(index: Index, chosen: AskedBudgets, question: Question) -> Iterator[BudgetAddress]:
    """All budgets of the chosen places, where a question asks for several years."""
    if question.frame.every_year or len(question.years) > 1:
        named = {budget.place for budget in chosen.budgets[:COMPARED]}
        yield from (budget for place in index.places if place.name in named for budget, _ in place.decisions)


def _find_neighbours(index: Index, asked: AskedEdition, shelf: Shelf) -> tuple[Catalogue, ...]:
    """The other budgets of an edition's place that were read."""
    places = (place for place in index.places if place.name == asked.budget.place)
    budgets = dict.fromkeys(budget for place in places for budget, _ in place.decisions)
    found = (shelf.find(budget) for budget in budgets if budget != asked.budget)
    return tuple(catalogue for catalogue in found if catalogue)


async def _find_others(
    reader: StoredReader,
    outlines: Outlines,
    chosen: AskedBudgets,
    editions: Sequence[AskedEdition],
    outcome: Outcome,
) -> tuple[BudgetAddress | None, tuple[BudgetAddress, ...]]:
    """The budget that was taken without being named, and those of other places that have its line."""
    if isinstance(outcome, SmallTalk) or not outcome.lines or chosen.place.beside:
        return None, ()
    taken = outcome.asked.budget
    if not (chosen.is_assumed or taken != chosen.budgets[0]):
        return None, ()
    # A decision or a year that was asked for is not every place's.
    others = [asked for asked in editions if asked.budget.place != taken.place and asked.missing is None]
    path = outcome.lines[0].path
    unread = {asked.edition.key: asked.edition for asked in others if not outlines.knows(asked.edition, path)}
    await outlines.read(reader, Wanted(unread, {path}))
    return taken, tuple(asked.budget for asked in others if path in outlines.lines(asked.edition))
