"""What a question found → the answer. What is shown of the lines is read here, all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from parser.question.question import Question
from storage.answering.answer import (
    Answer,
    Choice,
    Comparison,
    DecisionChanges,
    Heard,
    Listing,
    Match,
    Nothing,
    Page,
    SureLine,
    YearComparison,
)
from storage.answering.candidates import FoundLine
from storage.answering.inquiry import Beside, Candidates, Inquiry, Parts, Years
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.cards import load_cards
from storage.reading.changes import compare_editions
from storage.reading.records import Card, EditionInfo
from storage.reading.shelf import Shelf
from storage.reading.summaries import read_summaries
from storage.search.index import Index


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of an answer.

    Attributes:
        question: what is asked.
        home: the place to answer from when the question names none; the one amended last if None.
        budget: that the answer was from before, for a further page of it: no other is asked.
        limit: how many lines at most.
        offset: how many of the best lines to leave out, for a further page.
        every: all that may be meant is to be offered, also where one line is sure.
        cards: the card of every line is wanted, not only of a sure one.
        children: how many lines below it a card shows at most.
    """

    question: Question
    home: str | None = None
    budget: BudgetAddress | None = None
    limit: int = 5
    offset: int = 0
    every: bool = False
    cards: bool = False
    children: int = 8


class AnswerWriter:
    """Writes one answer, from what is on the shelf and in the database."""

    def __init__(self, connection: AsyncConnection, index: Index, shelf: Shelf, request: Request) -> None:
        self._connection = connection
        self._index = index
        self._shelf = shelf
        self._request = request

    async def write(
        self, heard: Heard, inquiry: Inquiry, finding: Candidates | Parts | Years | Beside
    ) -> Answer:
        """The answer for what an inquiry found."""
        heard = replace(heard, missing=finding.asked.missing)
        match finding:
            case Candidates():
                return await self._write_candidates(
                    replace(heard, searched=finding.searched), inquiry, finding
                )
            case Parts():
                return await self._write_parts(heard, finding)
            case Years():
                return YearComparison(heard, await self._page(finding.lines, whole=True))
            case Beside():
                return Comparison(heard, await self._page(finding.lines, whole=True))
            case _:
                assert_never(finding)

    async def _write_candidates(self, heard: Heard, inquiry: Inquiry, found: Candidates) -> Answer:
        request, asked = self._request, found.asked
        if not found.lines:
            rest = asked.rest_of(request.question)
            words = tuple(token.folded for token in rest.tokens if not token.filler)
            return Nothing(heard, words, await self._match(inquiry.find_nearest()))
        if found.of_all and not request.every:
            changes = await compare_editions(self._connection, asked.catalogue, asked.edition)
            return DecisionChanges(heard, changes, await self._page(found.lines))
        if found.sure and not request.every and not request.offset:
            best = found.lines[0]
            card = (await self._read_cards([best]))[0]
            if card is not None:
                return SureLine(heard, _describe_card(best, card), card, len(found.lines))
        return Choice(heard, await self._page(found.lines))

    async def _write_parts(self, heard: Heard, found: Parts) -> Answer:
        offset, limit = self._request.offset, self._request.limit
        matches = await self._match([found.whole, *found.lines[offset : offset + limit]])
        if not matches:
            return Nothing(heard)
        return Listing(heard, matches[0], Page(matches[1:], len(found.lines), offset))

    async def _page(self, lines: Sequence[FoundLine], *, whole: bool = False) -> Page:
        """The page that is asked for; what is compared is never parted."""
        offset = self._request.offset
        shown = lines[offset:] if whole else lines[offset : offset + self._request.limit]
        return Page(await self._match(shown), len(lines), offset)

    async def _match(self, lines: Sequence[FoundLine]) -> tuple[Match, ...]:
        """Lines as they are handed out."""
        if self._request.cards:
            cards = await self._read_cards(lines)
            return tuple(
                _describe_card(line, card)
                for line, card in zip(lines, cards, strict=True)
                if card is not None
            )
        summaries = await read_summaries(
            self._connection, [(line.asked.edition, line.path) for line in lines], self._index.names
        )
        return tuple(
            Match(_address(line), *summary, round(line.score, 4), _edition(line))
            for line in lines
            if (summary := summaries.get((line.asked.edition.key, line.path)))
        )

    async def _read_cards(self, lines: Sequence[FoundLine]) -> list[Card | None]:
        addresses = [_address(line) for line in lines]
        return await load_cards(
            self._connection,
            self._shelf,
            addresses,
            children=(0, self._request.children),
            known=self._index.names,
        )


def _address(found: FoundLine) -> LineAddress:
    return LineAddress(found.asked.address, found.path)


def _edition(found: FoundLine) -> EditionInfo:
    return found.asked.catalogue.describe(found.asked.edition)


def _describe_card(found: FoundLine, card: Card) -> Match:
    parent = card.parents[0].line if card.parents else None
    return Match(_address(found), card.line, parent, round(found.score, 4), card.edition, card)
