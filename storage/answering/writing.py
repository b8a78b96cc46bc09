"""What was found → the answer, with what is shown of its lines read together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from parser.dataclass import dataclass, replace
from parser.kinds import Doubt
from parser.question.glossary import find_common_term, find_term_of_line
from parser.question.intents import Frame, Intent, Relation
from storage.answering.answer import (
    Answer,
    Choice,
    DecisionChanges,
    Explanation,
    NotHeld,
    Nothing,
    PartOfLine,
    SureLine,
)
from storage.answering.asked_changes import count_changes
from storage.answering.bounded_lines import Bounded
from storage.answering.figures import Across, Figures, Years
from storage.answering.inquiry import FoundLine
from storage.answering.inside import Parts
from storage.answering.listed_lines import Listed
from storage.answering.listings import BoundedList, Listing, RankedLine
from storage.answering.outcome import Beyond, Candidates, Explained, Within
from storage.answering.page import LINES_OF_TOTALS, LIST_PAGE, Match, Page, list_size
from storage.answering.remainder import NotWithout, Without
from storage.answering.request import Heard, Request
from storage.answering.several_figures import (
    AcrossGroups,
    LinesByEdition,
    NoRemainder,
    Remainder,
    RemainderThen,
    YearComparison,
)
from storage.answering.side_answers import tell_together
from storage.answering.sides import Beside, ByEdition
from storage.answering.together import add_up
from storage.kept.reader import StoredReader
from storage.reading.address import LineAddress
from storage.reading.around_office import read_around_office
from storage.reading.card_making import ChildrenPage
from storage.reading.cards import load_cards
from storage.reading.records import Card, EditionInfo, Figure, LineSummary
from storage.reading.shelf import Shelf
from storage.reading.summaries import read_summaries
from storage.search.index import Index


@dataclass(frozen=True, slots=True)
class AnswerWriter:
    """Writes one answer, from what is on the shelf and in the database."""

    reader: StoredReader
    index: Index
    shelf: Shelf
    request: Request

    async def write(  # noqa: PLR0911 - one for each kind
        self, heard: Heard, outcome: Candidates | Figures | Beyond | Within | Explained
    ) -> Answer:
        """The answer for what was found."""
        heard = replace(heard, missing=outcome.asked.missing, edition=outcome.asked.address)
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
            case Beside() | ByEdition():
                return await self._write_sides(heard, outcome)
            case Beyond(searched=searched, lines=lines):
                heard = replace(heard, searched=searched if lines else None)
                page = await self._page(lines)
                matches = await self._join_offices(page.matches, outcome.offices)
                return NotHeld(heard, outcome.unheld, replace(page, matches=matches))
            case Within(searched=searched, lines=lines, supposed=supposed):
                return PartOfLine(replace(heard, searched=searched), await self._page(lines), supposed)
            case Explained(term=term, lines=lines):
                parts = {m.path: m for m in await self._match([line for _, line in outcome.code if line])}
                code = tuple((part, parts.get(line.path) if line else None) for part, line in outcome.code)
                return Explanation(heard, term, await self._page(lines), code=code)
            case _:
                assert_never(outcome)

    async def _write_candidates(self, heard: Heard, found: Candidates) -> Answer:
        request, asked = self.request, found.asked
        if found.lacking:
            heard = replace(heard, lacking=found.lacking.address, lacks_branch=found.lacks_branch)
        if not found.lines:
            rest = asked.rest_of(request.question)
            words = tuple(token.folded for token in rest.tokens if not token.filler)
            return Nothing(heard, words, await self._match(found.nearest))
        if (found.of_all or found.inside) and not (request.every and request.offset):
            return await self._write_changes(heard, found)
        if found.sure and not request.every and not request.offset:
            best = found.lines[0]
            card = (await self._read_cards([best]))[0]
            if card is not None:
                return self._write_card(heard, _match_of_card(best, card), card, len(found.lines))
        if found.of_budget:
            inside = max(self.request.children, LINES_OF_TOTALS)
            cards = zip(found.lines, await self._read_cards(found.lines, inside), strict=True)
            totals = tuple(_match_of_card(line, card) for line, card in cards if card is not None)
            return Choice(heard, Page(totals, len(totals)), of_budget=True)
        # Which of them is meant, when asked how they changed or what share they are, is seen by that.
        page = await self._page(found.lines, cards=heard.question.intent in {Intent.CHANGE, Intent.SHARE})
        term = find_common_term(line.path for line in found.lines) if heard.question.frame.explains else None
        if term:
            return Explanation(heard, term, page)
        return Choice(heard, replace(page, matches=await self._join_offices(page.matches, found.offices)))

    def _write_card(self, heard: Heard, match: Match, card: Card, total: int) -> SureLine | Explanation:
        """A line that is meant; where it is asked what that is, what a line of its level is."""
        term = find_term_of_line(match.path) if heard.question.frame.explains else None
        return (
            Explanation(heard, term, Page((match,), 1), card) if term else SureLine(heard, match, card, total)
        )

    async def _write_changes(self, heard: Heard, found: Candidates) -> Answer:
        """What a decision changed, or all decisions together since a month, or since another one."""
        counted = await count_changes(self.reader, self.index.names, self.request.question, found)
        inside = found.inside
        page = await self._page([inside] if inside else found.lines)
        return DecisionChanges(
            heard,
            counted.changes,
            page,
            next(iter(page.matches), None) if inside else None,
            counted.blocks if found.across else (),
            counted.together,
            found.unread,
            counted.newest_has_none,
            counted.same,
        )

    async def _write_parts(self, heard: Heard, found: Parts) -> Answer:
        whole, page, without = await self._write_list(found)
        ranked = tuple([await self._rank(each, found.listed) for each in found.ranked])
        doubt = await self._find_doubt(found.listed) if heard.question.frame.average else None
        listing = Listing(heard, whole, page, found.total, without, found.out_of, found.amount, doubt)
        others, partly = await self._match(found.others), found.is_partly_read
        listing = replace(listing, others=others, unread=found.unread, is_partly_read=partly)
        return replace(listing, kind=found.kind, ranked=ranked)

    async def _rank(self, ranked: Listed, listed: Sequence[Listed]) -> RankedLine:
        """A line with its place in a list; lines of one amount share theirs."""
        match = (await self._join_offices(await self._match([ranked.best]), [ranked]))[0]
        return RankedLine(match, 1 + sum(each.amount > ranked.amount for each in listed))

    async def _write_bounded(self, heard: Heard, found: Bounded) -> Answer:
        whole, page, without = await self._write_list(found)
        amount = sum(listed.amount for listed in found.listed)
        doubt = await self._find_doubt(found.listed)
        level, out_of, total = found.level, found.out_of, found.total
        by = next(iter(await self._match([found.by] if found.by else [])), None)
        bounded = BoundedList(
            heard, whole, page, level, out_of, amount, total, found.bounds, doubt, without, by
        )
        others = await self._match(found.others)
        return replace(bounded, others=others, is_partly_read=found.is_partly_read, unread=found.unread)

    async def _write_list(self, found: Parts | Bounded) -> tuple[Match, Page, tuple[Match, ...]]:
        """What a list is inside of, an office with all that it has; a page of it; what is taken out."""
        offset = self.request.offset
        ranked = found.ranked if isinstance(found, Parts) else ()
        # `входят в тройку?` names no length of the list: the line is shown with what stands around it.
        frame = self.request.question.frame
        size = list_size(self.request.limit, None if ranked else frame.lines_wanted)
        if ranked and not self.request.every:
            offset = _begin_at(
                found.listed.index(ranked[-1 if frame.behind else 0]), len(found.listed), size, frame
            )
        shown = found.listed[offset : offset + size]
        whole, *matches = await self._match([found.whole, *found.without, *(listed.best for listed in shown)])
        taken, listed = matches[: len(found.without)], matches[len(found.without) :]
        page = await self._join_offices(listed, [office for office in shown if len(office.blocks) > 1])
        if found.blocks:
            [whole] = await self._join_offices([whole], [Listed(found.whole, found.blocks)])
        return whole, Page(page, len(found.listed), offset), tuple(taken)

    async def _join_offices(self, matches: Sequence[Match], offices: Iterable[Listed]) -> tuple[Match, ...]:
        """Lines, those that stand for all lines of an office with the sum of these."""
        joined = {_address(office.best): office for office in offices}
        lines = await self._summarize(_list_lines(joined.values())) if joined else {}
        doubts = {key: line.doubt for key, (line, _) in lines.items()}
        return tuple(_join_groups(match, joined.get(match.address), doubts) for match in matches)

    async def _find_doubt(self, listed: Sequence[Listed]) -> Doubt | None:
        """The gravest doubt of the amounts of several lines."""
        every = await self._summarize(_list_lines(listed))
        return Doubt.gravest(line.doubt for line, _ in every.values())

    async def _write_sides(self, heard: Heard, found: Beside | ByEdition) -> Answer:
        if isinstance(found, ByEdition):
            return await self._write_by_edition(heard, found)
        share = heard.question.intent is Intent.SHARE
        matches = await self._match([*found.lines, *found.others], cards=share)
        lines, others = matches[: len(found.lines)], matches[len(found.lines) :]
        lines = await self._join_offices(lines, found.offices)
        return tell_together(heard, found, lines, others)

    async def _write_by_edition(self, heard: Heard, found: ByEdition) -> LinesByEdition:
        beside = found.beside
        matches = await self._match([*found.lines, *beside.others])
        lines, others = matches[: len(found.lines)], matches[len(found.lines) :]
        lines = await self._join_offices(lines, found.offices)
        page = Page(lines, len(lines))
        answer = LinesByEdition(
            heard, page, found.lacking, found.of_years, unfound=beside.unfound, others=others
        )
        if len(beside.joined) == 1 and len(beside.joined[0].lines) == len(beside.lines):
            sums = tuple(sum(line.line.amount for line in edition) for edition in found.editions)
            return replace(answer, words=beside.joined[0].words, sums=sums)
        lacks_some = beside.unfound or any(len(known) < len(beside.lines) for known in found.editions)
        if beside.relation is not Relation.SUMMED or lacks_some:
            return answer
        editions = dict.fromkeys(match.address.edition for match in lines)
        added = [add_up([match for match in lines if match.address.edition == each]) for each in editions]
        obstacle = next((obstacle for _, obstacle in added if obstacle), None)
        sums = () if obstacle else tuple(amount for amount, _ in added if amount is not None)
        return replace(answer, sums=sums, obstacle=obstacle)

    async def _write_across(self, heard: Heard, found: Across) -> Answer:
        page = await self._page(found.lines, LIST_PAGE)
        term = find_common_term(line.path for line in found.lines) if heard.question.frame.explains else None
        if term is not None:  # `что такое 464`
            return Explanation(heard, term, page, (await self._read_cards(found.lines[:1]))[0])
        shown = [match.line for match in page.matches]
        if len(shown) < len(found.lines):
            shown = [line for line, _ in (await self._summarize(found.lines)).values()]
        amount = sum(line.line.amount for line in found.lines)
        asked = found.asked
        doubt = Doubt.gravest([line.doubt for line in shown])
        own = Figure(amount, doubt)
        around = await read_around_office(self.reader, asked.catalogue, asked.edition, found.office, own)
        return AcrossGroups(heard=heard, page=page, amount=amount, around=around, doubt=doubt)

    async def _write_years(self, heard: Heard, found: Years) -> Answer:
        matches = await self._match([*found.lines, *found.others])
        over = await self._join_offices(matches[: len(found.lines)], found.offices)
        page, others = Page(over, len(over)), matches[len(found.lines) :]
        summed = found.of_years and heard.question.relation is Relation.SUMMED
        amount = sum(match.line.amount for match in page.matches) if summed else None
        return YearComparison(heard, page, found.lacking, found.of_years, found.sure, others, amount)

    async def _write_remainder(self, heard: Heard, found: Without) -> Answer:
        matches = await self._match([*found.lines, *found.others])
        whole, parts = matches[0], matches[1 : len(found.lines)]
        amount = whole.line.amount - sum(part.line.amount for part in parts)
        over = tuple([await self._write_rest(each) for each in found.over])
        others = matches[len(found.lines) :]
        return Remainder(
            heard, whole, parts, amount, others, over, lacking=found.lacking, of_years=found.of_years
        )

    async def _write_rest(self, found: Without) -> RemainderThen:
        whole, *parts = await self._match(found.lines)
        amount = whole.line.amount - sum(part.line.amount for part in parts)
        return RemainderThen(whole, tuple(parts), amount)

    async def _page(
        self, lines: Sequence[FoundLine], size: int = 0, *, whole: bool = False, cards: bool = False
    ) -> Page:
        """The page that is asked for, of so many lines at least; what is compared is never parted."""
        offset = self.request.offset
        shown = lines[offset:] if whole else lines[offset : offset + max(size, self.request.limit)]
        return Page(await self._match(shown, cards=cards), len(lines), offset)

    async def _match(self, lines: Sequence[FoundLine], *, cards: bool = False) -> tuple[Match, ...]:
        """Lines as they are handed out."""
        if cards or self.request.cards:
            read = zip(lines, await self._read_cards(lines), strict=True)
            return tuple(_match_of_card(line, card) for line, card in read if card is not None)
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
        return await read_summaries(self.reader, wanted, self.index.names)

    async def _read_cards(self, lines: Sequence[FoundLine], inside: int | None = None) -> list[Card | None]:
        addresses = [_address(line) for line in lines]
        limit = self.request.children if inside is None else inside
        children, known = ChildrenPage(limit=limit), self.index.names
        return await load_cards(self.reader, self.shelf, addresses, children=children, known=known)


def _begin_at(rank: int, length: int, size: int, frame: Frame) -> int:
    """Where the page of a list begins that shows a line's place; what stands behind it is asked for alone."""
    return min(rank + 1, length - 1) if frame.behind else rank // size * size


def _address(found: FoundLine) -> LineAddress:
    return LineAddress(found.asked.address, found.path)


def _edition(found: FoundLine) -> EditionInfo:
    return found.asked.catalogue.edition_info(found.asked.edition)


def _match_of_card(found: FoundLine, card: Card) -> Match:
    parent = card.parents[0].line if card.parents else None
    return Match(_address(found), card.line, parent, round(found.score, 4), card.edition, card)


def _list_lines(listed: Iterable[Listed]) -> list[FoundLine]:
    """The lines of a list, of an office all of its lines."""
    return [replace(each.best, path=block.path, line=block) for each in listed for block in each.blocks]


def _join_groups(
    match: Match, office: Listed | None, doubts: Mapping[tuple[int, str], Doubt | None]
) -> Match:
    """An office that stands in several groups, with the sum of its lines and the gravest of their doubts."""
    if office is None:
        return match
    edition = office.best.asked.edition.key
    doubt = Doubt.gravest([doubts.get((edition, block.path)) for block in office.blocks])
    return replace(
        match, line=replace(match.line, amount=office.amount, doubt=doubt), groups=len(office.blocks)
    )
