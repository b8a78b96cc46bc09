"""A question as it is put to places, one after another: what each finds, and which of them answers.

The names are ranked once for all places; lines are read together, and of other places only where it must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from parser.question.question import Question
from storage.answering.candidates import find
from storage.answering.certainty import decide, needs_otherwise
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Inquiry, Sought, SoughtCut
from storage.answering.other_rank import name_flow
from storage.answering.outcome import Candidates, Outcome, SmallTalk, best_score
from storage.answering.places_compared import ask_each_place, set_places_beside
from storage.answering.wanted import can_reach, list_wanted, list_wanted_otherwise
from storage.aside import work_aside
from storage.kept.reader import StoredReader
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.search.index import Index
from storage.search.other_readings import Reading, other_readings
from storage.search.place_index import index_of_places
from storage.search.rank import Rankings

COMPARED = 4  # places that one question is asked of
_SIGN = 2  # words that tell whether a name takes something out: `без попечения`
_BRIEF = 2  # words of a part that is an entry in a list


async def inquire(
    reader: StoredReader,
    outlines: Outlines,
    index: Index,
    question: Question,
    editions: Sequence[AskedEdition],
) -> Outcome:
    """What a question finds in the place at hand, or where that is little, in another place.

    Args:
        reader: of one state of the database.
        outlines: takes the lines that are read.
        index: built from the same database; of very many names those of other places are looked at only
            where the place at hand has little.
        question: what is asked.
        editions: of each place, the one at hand first.
    """
    if index.is_large and editions[1:]:
        own = await index_of_places(reader, index, [editions[0].budget.place])
        outcome = await _inquire(reader, outlines, own, question, editions[:1])
        if best_score(outcome) >= index.weights.answer.at_hand:
            return outcome
    of_all = await index_of_places(reader, index, (edition.budget.place for edition in editions))
    return await _inquire(reader, outlines, of_all, question, editions)


async def compare_places(
    reader: StoredReader,
    outlines: Outlines,
    index: Index,
    question: Question,
    editions: Sequence[AskedEdition],
) -> Outcome:
    """The line that each of the named places has, beside one another; else what the first finds.

    See `inquire` for what goes in.
    """
    compared = editions[:COMPARED]
    questions = ask_each_place(index, question, compared)
    outcomes = [
        await inquire(reader, outlines, index, own, [each])
        for own, each in zip(questions, compared, strict=True)
    ]
    whole = {each.edition.key: each.edition for each in compared}
    await outlines.read(reader, Wanted(whole, whole=set(whole)))
    return set_places_beside(outcomes, compared, question, outlines, index.weights)


async def inquire_at_home(
    reader: StoredReader, outlines: Outlines, index: Index, question: Question, home: AskedEdition
) -> Candidates:
    """That a place has no line of what is asked, where another has one; beside it what shares a word.

    See `inquire` for what goes in; `home` is the edition of that place.
    """
    index = await index_of_places(reader, index, [home.budget.place])
    own = await _inquire(reader, outlines, index, question, [home])
    near = () if isinstance(own, SmallTalk) else own.lines
    nearest = [line for line in near if line.covered][: index.weights.candidates.nearest]
    return Candidates(home, (), nearest=nearest, lacking=home)


async def _inquire(
    reader: StoredReader,
    outlines: Outlines,
    index: Index,
    question: Question,
    editions: Sequence[AskedEdition],
) -> Outcome:
    """What the place at hand finds, or where that is little, another place that finds more.

    Lines are read at most twice: for the question as it was typed, at hand; and then, only where that
    finds little, for its other readings and for all places that may find more.
    """
    rankings, weights = Rankings(index), index.weights
    said = question.text
    at_hand = await work_aside(said, _put, question, editions[0], rankings)
    await outlines.read(reader, await work_aside(said, list_wanted, index, at_hand))
    found = await work_aside(said, find, index, at_hand, outlines)
    outcome = None if needs_otherwise(found, outlines, weights) else decide(found, outlines, weights)
    if outcome and (best_score(outcome) >= weights.answer.at_hand or not editions[1:]):
        return outcome
    # The same steps once more, for other readings of what was typed and for other places.
    numbered = question.codes or (question.scaled and question.names_only_numbers)
    readings = () if numbered else await work_aside(said, _list_readings, index, question)
    wanted = Wanted()
    if outcome is None:
        at_hand = await work_aside(said, _put_otherwise, readings, at_hand, rankings)
        wanted = await work_aside(said, list_wanted_otherwise, index, at_hand)
    elsewhere = await work_aside(said, _put_elsewhere, question, readings, editions[1:], rankings)
    for inquiry in elsewhere:
        wanted.add(list_wanted(index, inquiry))
        wanted.add(list_wanted_otherwise(index, inquiry))
    await outlines.read(reader, wanted)
    outcome = outcome or decide(await work_aside(said, find, index, at_hand, outlines), outlines, weights)
    if best_score(outcome) >= weights.answer.at_hand:
        return outcome
    least = max(weights.answer.at_hand, best_score(outcome) + weights.answer.better)
    outcomes = (decide(find(index, inquiry, outlines), outlines, weights) for inquiry in elsewhere)
    return next((better for better in outcomes if best_score(better) >= least), outcome)


def _put(question: Question, asked: AskedEdition, rankings: Rankings) -> Inquiry:
    """A question as it is put to one place."""
    weights = rankings.index.weights.candidates
    question = name_flow(question, asked.budget.place)
    is_list = all(len(part.words) <= _BRIEF for part in question.parts)
    most = weights.most_brief_parts if is_list else weights.most_parts
    parts = question.parts if len(question.parts) <= most else ()  # more are a story with commas
    readings = [reading for part in parts for reading in part.fuller]
    plain, *each = _seek([question, *parts, *readings], asked, rankings)
    further = iter(each[len(parts) :])
    fuller = tuple(tuple(islice(further, len(part.fuller))) for part in parts)
    cuts = tuple(_seek_cuts(question, asked, rankings))
    return Inquiry(asked, question, plain, tuple(each[: len(parts)]), fuller, cuts)


def _list_readings(index: Index, question: Question) -> tuple[Reading, ...]:
    return tuple(other_readings(index, question))


def _put_elsewhere(
    question: Question, readings: Sequence[Reading], editions: Sequence[AskedEdition], rankings: Rankings
) -> list[Inquiry]:
    """The same as it is put to other places, with other readings: to those that may have what is asked."""
    index = rankings.index
    inquiries = (_put(question, edition, rankings) for edition in editions)
    elsewhere = (_put_otherwise(readings, inquiry, rankings) for inquiry in inquiries)
    return [inquiry for inquiry in elsewhere if can_reach(index, inquiry, index.weights.answer.at_hand)]


def _seek_cuts(question: Question, asked: AskedEdition, rankings: Rankings) -> Iterator[SoughtCut]:
    """What a question takes out of a line; nothing where the words that take out are those of a name."""
    index = rankings.index
    for cut in question.exclusions:
        sign = cut.sign[-_SIGN:]
        printed = index.lexicon.prints(sign)
        if not index.prints(sign) and not (printed and index.phrases.holds(question.tokens, sign)):
            whole, *parts = _seek([cut.whole, *cut.parts], asked, rankings)
            yield SoughtCut(whole, tuple(parts), printed, cut.is_doubtful)


def _put_otherwise(readings: Sequence[Reading], inquiry: Inquiry, rankings: Rankings) -> Inquiry:
    """The same with other readings of what was typed."""
    sought = _seek([reading.question for reading in readings], inquiry.asked, rankings)
    return replace(inquiry, otherwise=tuple(zip(readings, sought, strict=True)))


def _seek(questions: Iterable[Question], asked: AskedEdition, rankings: Rankings) -> list[Sought]:
    rests = [asked.rest_of(question) for question in questions]
    return list(map(Sought, rests, rankings.rank_each([rest.tokens for rest in rests])))
