"""A question → its answer: the one service behind the chat, groups, inline queries and the command line.

The steps stand here in their order. Those that choose are pure and have a file each; what they need of the
database is read in between, all of it together. The place and the edition are chosen once, before any page
is cut: whatever page of an answer is asked for, it is a page of the same lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Doubt
from parser.question.question import Question
from parser.records import Language
from parser.text.language import detect_language
from storage.answering.answer import (
    AcrossGroups,
    Answer,
    BoundedList,
    Choice,
    Comparison,
    DecisionChanges,
    Listing,
    NoRemainder,
    NotHeld,
    Nothing,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    Remainder,
    SureLine,
    Talk,
    YearComparison,
)
from storage.answering.asked_budgets import AskedBudgets, choose_budgets
from storage.answering.candidates import can_reach, find, list_wanted, list_wanted_otherwise
from storage.answering.certainty import (
    Beyond,
    Candidates,
    Outcome,
    SmallTalk,
    Within,
    best_line,
    best_score,
    decide,
    needs_otherwise,
)
from storage.answering.edition import AskedEdition, Missing, choose_edition
from storage.answering.figures import Across, Beside, Bounded, Figures, Parts, Years
from storage.answering.inquiry import FoundLine, Inquiry, Sought, SoughtCut
from storage.answering.page import Match, Page
from storage.answering.remainder import NotWithout, Without
from storage.answering.request import Heard, Request
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.cards import load_cards
from storage.reading.catalogue import Catalogue
from storage.reading.changes import compare_editions
from storage.reading.outlines import Outlines, Wanted
from storage.reading.records import Card, EditionInfo, LineSummary
from storage.reading.shelf import Shelf, load_shelf
from storage.reading.summaries import read_summaries
from storage.search.index import Index
from storage.search.other_readings import Reading, other_readings
from storage.search.rank import Rankings
from storage.search.spoken_language import find_language

_COMPARED = 4  # places that one question is asked of
_SIGN = 2  # words that tell whether a name takes something out: `без попечения`


async def answer(session: AsyncSession, index: Index, request: Request) -> Answer:
    """Finds what a message is about.

    Codes come first, then exact amounts, then names. The lines are those of the newest edition of
    the budget's main year, or of the edition that the message asks for. What the place at hand does
    not have is looked for in others, unless the message names a place.

    Args:
        session: a database session.
        index: built from the same database.
        request: the question, and what is wanted of its answer.

    Returns:
        One of the kinds of answers.
    """
    question = request.question
    if named := index.printed_pairs.find(question.tokens):
        question = question.as_named(named)
    chosen = choose_budgets(index, question, request.home, request.budget)
    heard = _hear_language(index, question, chosen.place.words)
    if question.talk:
        return Talk(heard, question.talk)
    if not index.places:
        return NothingLoaded(heard)
    if not chosen.budgets:
        missing = chosen.place.missing
        heard = replace(heard, missing=Missing("place", missing) if missing else None)
        return PlaceChoice(heard, chosen.to_choose)
    connection = await session.connection()
    shelf = await load_shelf(connection, [*chosen.budgets, *_list_neighbours(index, chosen, question)])
    catalogues = (shelf.find(budget) for budget in chosen.budgets)
    asked = (choose_edition(index, known, question, chosen.place) for known in catalogues if known)
    editions = [  # of each place, the one at hand first
        replace(edition, neighbours=_find_neighbours(index, edition, shelf)) for edition in asked if edition
    ]
    if not editions:
        return Nothing(heard)
    if chosen.place.beside:
        outcome = await _compare_places(connection, index, question, editions)
    else:
        outcome = await _inquire(connection, index, question, editions)
    if isinstance(outcome, SmallTalk):
        return Talk(heard, outcome.remark)
    heard = await _hear_place(connection, heard, chosen, editions, outcome)
    return await _Writer(connection, index, shelf, request).write(heard, outcome)


def _list_neighbours(index: Index, chosen: AskedBudgets, question: Question) -> Iterator[BudgetAddress]:
    """All budgets of the chosen places, where a question asks for several years."""
    if question.frame.every_year or len(question.years) > 1:
        named = {budget.place for budget in chosen.budgets[:_COMPARED]}
        yield from (budget for place in index.places if place.name in named for budget, _ in place.decisions)


def _find_neighbours(index: Index, asked: AskedEdition, shelf: Shelf) -> tuple[Catalogue, ...]:
    """The other budgets of an edition's place that were read."""
    places = (place for place in index.places if place.name == asked.budget.place)
    budgets = dict.fromkeys(budget for place in places for budget, _ in place.decisions)
    found = (shelf.find(budget) for budget in budgets if budget != asked.budget)
    return tuple(catalogue for catalogue in found if catalogue)


def _hear_language(index: Index, question: Question, place: frozenset[str]) -> Heard:
    """What was heard of a question is at first its language, which the name of a place does not tell."""
    plain = find_language(index, question.tokens, place)
    language = plain or detect_language(question.text) or Language.RU
    return Heard(question, language, language_is_plain=plain is not None)


async def _compare_places(
    connection: AsyncConnection, index: Index, question: Question, editions: Sequence[AskedEdition]
) -> Outcome:
    """The line that each of the named places has, beside one another; else what the first finds."""
    outcomes = [await _inquire(connection, index, question, [edition]) for edition in editions[:_COMPARED]]
    best = [line for outcome in outcomes if (line := best_line(outcome)) is not None]
    return Beside(best[0].asked, best) if len(best) == len(outcomes) > 1 else outcomes[0]


async def _hear_place(
    connection: AsyncConnection,
    heard: Heard,
    chosen: AskedBudgets,
    editions: Sequence[AskedEdition],
    outcome: Outcome,
) -> Heard:
    """Notes that an answer's place was taken without being named, and which others have its line."""
    if isinstance(outcome, SmallTalk) or not outcome.lines:
        return heard
    taken = outcome.asked.budget
    if not (chosen.is_assumed or taken != chosen.budgets[0]):
        return heard
    # A decision or a year that was asked for is not every place's.
    others = [asked for asked in editions if asked.budget.place != taken.place and asked.missing is None]
    path, outlines = outcome.lines[0].path, Outlines()
    await outlines.read(connection, Wanted({asked.edition.key: asked.edition for asked in others}, {path}))
    having = (asked.budget for asked in others if path in outlines.lines(asked.edition))
    return replace(heard, assumed=taken, others=tuple(having))


async def _inquire(
    connection: AsyncConnection, index: Index, question: Question, editions: Sequence[AskedEdition]
) -> Outcome:
    """What the place at hand finds, or where that is little, another place that finds more.

    Lines are read at most twice: for the question as it was typed, at hand; and then, only where that
    finds little, for its other readings and for all places that may find more.
    """
    rankings, outlines, weights = Rankings(index), Outlines(), index.weights
    at_hand = _put(question, editions[0], rankings)
    await outlines.read(connection, list_wanted(index, at_hand))
    found = find(index, at_hand, outlines)
    outcome = None if needs_otherwise(found, outlines, weights) else decide(found, outlines, weights)
    if outcome and (best_score(outcome) >= weights.answer.at_hand or not editions[1:]):
        return outcome
    # The same steps once more, for other readings of what was typed and for other places.
    readings = () if question.codes else tuple(other_readings(index, question))
    wanted = Wanted()
    if outcome is None:
        at_hand = _put_otherwise(readings, at_hand, rankings)
        wanted = list_wanted_otherwise(index, at_hand)
    inquiries = (_put(question, edition, rankings) for edition in editions[1:])
    elsewhere = [_put_otherwise(readings, inquiry, rankings) for inquiry in inquiries]
    elsewhere = [inquiry for inquiry in elsewhere if can_reach(index, inquiry, weights.answer.at_hand)]
    for inquiry in elsewhere:
        wanted.add(list_wanted(index, inquiry))
        wanted.add(list_wanted_otherwise(index, inquiry))
    await outlines.read(connection, wanted)
    outcome = outcome or decide(find(index, at_hand, outlines), outlines, weights)
    if best_score(outcome) >= weights.answer.at_hand:
        return outcome
    least = max(weights.answer.at_hand, best_score(outcome) + weights.answer.better)
    outcomes = (decide(find(index, inquiry, outlines), outlines, weights) for inquiry in elsewhere)
    return next((better for better in outcomes if best_score(better) >= least), outcome)


def _put(question: Question, asked: AskedEdition, rankings: Rankings) -> Inquiry:
    """A question as it is put to one place."""
    most = rankings.index.weights.candidates.most_parts
    parts = question.parts if len(question.parts) <= most else ()  # more are a story with commas
    plain, *each = _seek([question, *parts], asked, rankings)
    return Inquiry(asked, question, plain, tuple(each), tuple(_seek_cuts(question, asked, rankings)))


def _seek_cuts(question: Question, asked: AskedEdition, rankings: Rankings) -> Iterator[SoughtCut]:
    """What a question takes out of a line; nothing where the words that take out are those of a name."""
    index = rankings.index
    for cut in question.exclusions:
        sign = cut.sign[-_SIGN:]
        if not index.prints(sign):
            whole, *parts = _seek([cut.whole, *cut.parts], asked, rankings)
            yield SoughtCut(whole, tuple(parts), printed=index.lexicon.prints(sign))


def _put_otherwise(readings: Sequence[Reading], inquiry: Inquiry, rankings: Rankings) -> Inquiry:
    """The same with other readings of what was typed."""
    sought = _seek([reading.question for reading in readings], inquiry.asked, rankings)
    return replace(inquiry, otherwise=tuple(zip(readings, sought, strict=True)))


def _seek(questions: Iterable[Question], asked: AskedEdition, rankings: Rankings) -> list[Sought]:
    rests = [asked.rest_of(question) for question in questions]
    return list(map(Sought, rests, rankings.rank_each([rest.tokens for rest in rests])))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one answer, from what is on the shelf and in the database."""

    connection: AsyncConnection
    index: Index
    shelf: Shelf
    request: Request

    async def write(  # noqa: PLR0911 - one for each kind
        self, heard: Heard, outcome: Candidates | Figures | Beyond | Within
    ) -> Answer:
        """The answer for what was found."""
        heard = replace(heard, missing=outcome.asked.missing)
        match outcome:
            case Candidates():
                return await self._write_candidates(replace(heard, searched=outcome.searched), outcome)
            case Parts():
                return await self._write_parts(heard, outcome)
            case Bounded():
                return await self._write_bounded(heard, outcome)
            case Across():
                return await self._write_across(heard, outcome)
            case Without():
                return await self._write_remainder(heard, outcome)
            case NotWithout(hindrance=hindrance, words=words, whole=line):
                whole = await self._match([line] if line else [])
                page = await self._page(outcome.lines)
                return NoRemainder(heard, hindrance, words, next(iter(whole), None), page)
            case Years():
                return await self._write_years(heard, outcome)
            case Beside():
                return await self._write_beside(heard, outcome)
            case Beyond(searched=searched, lines=lines):
                heard = replace(heard, searched=searched if lines else None)
                return NotHeld(heard, outcome.unheld, await self._page(lines))
            case Within(searched=searched):
                return PartOfLine(replace(heard, searched=searched), await self._page(outcome.lines))
            case _:
                assert_never(outcome)

    async def _write_candidates(self, heard: Heard, found: Candidates) -> Answer:
        request, asked = self.request, found.asked
        if not found.lines:
            rest = asked.rest_of(request.question)
            words = tuple(token.folded for token in rest.tokens if not token.filler)
            return Nothing(heard, words, await self._match(found.nearest))
        if found.of_all and not request.every:
            changes = await compare_editions(self.connection, asked.catalogue, asked.edition)
            return DecisionChanges(heard, changes, await self._page(found.lines))
        if found.sure and not request.every and not request.offset:
            best = found.lines[0]
            card = (await self._read_cards([best]))[0]
            if card is not None:
                return SureLine(heard, _match_of_card(best, card), card, len(found.lines))
        return Choice(heard, await self._page(found.lines))

    async def _write_parts(self, heard: Heard, found: Parts) -> Answer:
        offset, limit = self.request.offset, self.request.limit
        matches = await self._match([found.whole, *found.lines[offset : offset + limit]])
        if not matches:
            return Nothing(heard)
        return Listing(heard, matches[0], Page(matches[1:], len(found.lines), offset))

    async def _write_bounded(self, heard: Heard, found: Bounded) -> Answer:
        offset, limit = self.request.offset, self.request.limit
        whole, *matches = await self._match([found.whole, *found.lines[offset : offset + limit]])
        page = Page(tuple(matches), len(found.lines), offset)
        amount = sum(line.line.amount for line in found.lines)
        every = await self._summarize(found.lines)
        doubt = Doubt.gravest(line.doubt for line, _ in every.values())
        return BoundedList(heard, whole, page, found.level, found.out_of, amount, doubt)

    async def _write_beside(self, heard: Heard, found: Beside) -> Answer:
        matches = await self._match([*found.lines, *found.others])
        page = Page(matches[: len(found.lines)], len(found.lines))
        return Comparison(heard, page, found.unfound, matches[len(found.lines) :])

    async def _write_across(self, heard: Heard, found: Across) -> Answer:
        every = await self._summarize(found.lines)
        doubt = Doubt.gravest(line.doubt for line, _ in every.values())
        amount = sum(line.line.amount for line in found.lines)
        return AcrossGroups(heard, await self._page(found.lines), amount, doubt)

    async def _write_years(self, heard: Heard, found: Years) -> Answer:
        matches = await self._match([*found.lines, *found.others])
        page = Page(matches[: len(found.lines)], len(found.lines))
        others = matches[len(found.lines) :]
        return YearComparison(heard, page, found.lacking, found.of_years, found.sure, others)

    async def _write_remainder(self, heard: Heard, found: Without) -> Answer:
        matches = await self._match([*found.lines, *found.others])
        whole, parts = matches[0], matches[1 : len(found.lines)]
        amount = whole.line.amount - sum(part.line.amount for part in parts)
        return Remainder(heard, whole, parts, amount, matches[len(found.lines) :])

    async def _page(self, lines: Sequence[FoundLine], *, whole: bool = False) -> Page:
        """The page that is asked for; what is compared is never parted."""
        offset = self.request.offset
        shown = lines[offset:] if whole else lines[offset : offset + self.request.limit]
        return Page(await self._match(shown), len(lines), offset)

    async def _match(self, lines: Sequence[FoundLine]) -> tuple[Match, ...]:
        """Lines as they are handed out."""
        if self.request.cards:
            cards = zip(lines, await self._read_cards(lines), strict=True)
            return tuple(_match_of_card(line, card) for line, card in cards if card is not None)
        summaries = await self._summarize(lines)
        return tuple(
            Match(_address(line), *summary, round(line.score, 4), _edition(line))
            for line in lines
            if (summary := summaries.get((line.asked.edition.key, line.path)))
        )

    async def _summarize(
        self, lines: Sequence[FoundLine]
    ) -> dict[tuple[int, str], tuple[LineSummary, LineSummary | None]]:
        wanted = [(line.asked.edition, line.path) for line in lines]
        return await read_summaries(self.connection, wanted, self.index.names)

    async def _read_cards(self, lines: Sequence[FoundLine]) -> list[Card | None]:
        addresses = [_address(line) for line in lines]
        children, known = (0, self.request.children), self.index.names
        return await load_cards(self.connection, self.shelf, addresses, children=children, known=known)


def _address(found: FoundLine) -> LineAddress:
    return LineAddress(found.asked.address, found.path)


def _edition(found: FoundLine) -> EditionInfo:
    return found.asked.catalogue.edition_info(found.asked.edition)


def _match_of_card(found: FoundLine, card: Card) -> Match:
    parent = card.parents[0].line if card.parents else None
    return Match(_address(found), card.line, parent, round(found.score, 4), card.edition, card)
