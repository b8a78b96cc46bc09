"""A claim → its figures beside those of the budget: arithmetic, and no verdict beyond it.

Each figure is put as a question to the one service; here is what its answer means for the claim. A line that
is not surely meant is offered, never taken.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import codes_of, is_branch
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.figure_kinds import FigureKind
from parser.question.question import Claim, Question, Statement, YearSpan
from parser.records import Language
from parser.text.language import detect_language
from storage.answering.answer import (
    Answer,
    CheckedLine,
    CheckedStatement,
    ClaimCheck,
    NotHeld,
    NothingLoaded,
    PartOfLine,
    PlaceChoice,
    SureLine,
)
from storage.answering.answer_traits import list_matches
from storage.answering.asked_budgets import choose_budget
from storage.answering.asked_place import AskedPlace, read_place
from storage.answering.claim_beside import check_beside, check_since, keep_wholes
from storage.answering.claimed_line import Ask, LineComparer, agree_together, compare_with_sum
from storage.answering.decision_numbers import is_numbered
from storage.answering.missing import Missing, MissingKind
from storage.answering.page import Match
from storage.answering.request import Heard, Request
from storage.answering.several_figures import AcrossGroups
from storage.answering.unchecked import Unchecked, UncheckedKind
from storage.answering.unread_verbs import drop_verbs
from storage.reading.places import Home
from storage.search.index import Index

_OFFERED = 3  # lines, where none is surely meant


@dataclass(frozen=True, slots=True)
class _Checker:
    """Checks the statements of one claim."""

    ask: Ask
    index: Index
    request: Request
    claim: Claim

    @property
    def _comparer(self) -> LineComparer:
        return LineComparer(self.ask)

    async def check(self, statement: Statement) -> CheckedStatement | NothingLoaded:
        """A figure beside those of the lines that it may be said of: of the first reading that means one.

        Of several lines that are named together it is their sum, unless one line has the name of all of them.
        """
        if statement.figure.incomparable:
            return CheckedStatement(statement, None)
        unsure: CheckedStatement | None = None
        subjects, place_said = self._list_subjects(statement)
        for subject in subjects:
            asked = self._with_year(subject)
            place = place_said or self._find_place(asked)
            if not place.places and place.missing:
                return CheckedStatement(statement, asked, missing=Missing(MissingKind.PLACE, place.missing))
            found = await self.ask(self._request(asked, place))
            if isinstance(found, NothingLoaded):
                return found
            summed = compare_with_sum(statement, asked, found)
            checked = summed or await self._compare(statement, asked, found)
            if unsure is not None and _is_one_of(checked, unsure):
                return unsure
            if checked.missing or statement.is_personal or (checked.sure and not summed):
                return checked
            if unsure is None or _best(checked) > _best(unsure):
                unsure = checked
        fault = None
        if place_said is not None and statement.is_against:  # в 2,4 раза больше Тараза
            named = place_said.missing or place_said.places[0].name
            fault = Unchecked(UncheckedKind.TWO_PLACES, named)
        return unsure or CheckedStatement(statement, None, base_fault=fault)

    def _list_subjects(self, statement: Statement) -> tuple[tuple[Question, ...], AskedPlace | None]:
        """What names the line: where a statement names a place alone, the budget, or the line of another one.

        The place stands beside them then, as nothing else says it: `в Таразе на школы 8 млрд, а в Семее 5`,
        `Тараз 8 и Семей 5 млрд тратят на школы`.
        """
        first = next(iter(statement.subjects), None)
        place = None if first is None else read_place(self.index, first)
        if first is None or place is None or not _names_place_alone(first, place):
            return statement.subjects, None
        if statement.is_against:
            return (), place
        others = self._list_others(statement)
        near = (each.subjects for each in others if each.subjects)
        named = (each for each in near if not _names_place_alone(each[0], read_place(self.index, each[0])))
        whole = (each.whole for each in others if each.whole)  # бюджет Тараза 23, Семея 73 млрд
        subjects = statement.whole or next(named, ()) or next(whole, ())
        return tuple(map(self._without_place, subjects)), place

    def _list_others(self, statement: Statement) -> list[Statement]:
        """The other statements, the nearest first, those before it before those behind it."""
        said = self.claim.statements
        at = next((number for number, each in enumerate(said) if each is statement), len(said))
        return [*reversed(said[:at]), *said[at + 1 :]]

    def _without_place(self, asked: Question) -> Question:
        """What names a line, without the words for its place."""
        words = read_place(self.index, asked).words
        return replace(asked, tokens=tuple(token for token in asked.tokens if token.sound not in words))

    async def check_over_years(
        self, statement: Statement, span: YearSpan
    ) -> CheckedStatement | NothingLoaded:
        """A figure that is over several years."""
        checked = await self.check(replace(statement, span=None))
        if isinstance(checked, NothingLoaded) or checked.only_part or not checked.lines:
            return checked
        return await self._comparer.compare_over_years(statement, checked, span)

    async def check_base(self, statement: Statement) -> CheckedStatement | NothingLoaded:
        """A figure that is counted from another line, or from a named edition."""
        asked = self._with_year(statement.subjects[0])
        place = self._find_place(asked)
        if not place.places and place.missing:
            return CheckedStatement(statement, asked, missing=Missing(MissingKind.PLACE, place.missing))

        other = read_place(self.index, statement.than) if statement.than is not None else None
        if other is not None and (other.missing or other.places not in ((), place.places)):
            named = other.missing or other.places[0].name
            fault = Unchecked(UncheckedKind.TWO_PLACES, named)
            return CheckedStatement(statement, asked, base_fault=fault)

        async def ask(question: Question) -> Answer:
            return await self.ask(self._request(question, place))

        found = await ask(asked)
        if isinstance(found, NothingLoaded):
            return found
        if isinstance(found, PlaceChoice):
            return await self._compare(statement, asked, found)
        check = check_beside if statement.than is not None else check_since
        return await check(ask, statement, asked, self.index.weights.answer.poor)

    def _request(self, asked: Question, place: AskedPlace) -> Request:
        home, budget = self.request.home, self.request.budget
        named = next(iter(place.places), None)
        if named is not None and not (home and home.is_place(named)):
            home = Home(named.name)
        if budget is None and len(place.places) == 1 and not (place.beside or place.missing):
            budget = choose_budget(place.places[0], asked, home)  # and of no other place, whatever that has
        year = self.request.running_year
        return Request(asked, home, budget, limit=_OFFERED, cards=True, running_year=year)

    def _find_place(self, asked: Question) -> AskedPlace:
        """The place that a statement names, else one that is named around it."""
        own = read_place(self.index, asked)
        if own.places or own.missing:
            return own
        around = (read_place(self.index, piece) for piece in self.claim.around)
        return next((place for place in around if place.places or place.missing), own)

    def _with_year(self, asked: Question) -> Question:
        """A statement of the only year that is named around it, where it names no edition itself."""
        years = {year for piece in self.claim.around for year in piece.years}
        if asked.asks_edition or len(years) != 1:
            return asked
        return replace(asked, year=min(years), year_is_said=True, years=tuple(years))

    async def check_share(self, statement: Statement) -> CheckedStatement | NothingLoaded:
        """A share of a line that is named: beside that of each line of this name that has the other in it."""
        named = statement.of_line
        if named is None or _names_place_alone(named, read_place(self.index, named)):
            whole = replace(statement.figure, of_whole=True)
            return await self.check(replace(statement, figure=whole, of_line=None))
        checked = await self.check(statement)
        if isinstance(checked, NothingLoaded) or not checked.lines:
            return checked
        asked = self._with_year(named)
        found = await self.ask(self._request(asked, self._find_place(asked)))
        return keep_wholes(checked, found, named, self.index.weights.answer.poor)

    async def _compare(self, statement: Statement, asked: Question, found: Answer) -> CheckedStatement:
        if isinstance(found, PlaceChoice):
            return CheckedStatement(
                statement, asked, missing=found.heard.lacks or Missing(MissingKind.WHICH_PLACE, "")
            )
        if found.heard.lacks:
            return CheckedStatement(statement, asked, missing=found.heard.lacks)
        if isinstance(found, NotHeld | PartOfLine):
            offered = tuple(CheckedLine(match, ()) for match in found.page.matches[:_OFFERED])
            assumed, only_part = found.heard.assumed, bool(offered)
            return CheckedStatement(statement, asked, offered, assumed=assumed, only_part=only_part)
        if isinstance(found, AcrossGroups) and statement.figure.kind is not FigureKind.SHARE:
            return await self._comparer.compare_with_office(statement, asked, found)
        sure = isinstance(found, SureLine)
        near = [match for match in list_matches(found) if match.score >= self.index.weights.answer.poor]
        if sure and not _is_of_asked(near, asked):
            return CheckedStatement(
                statement, asked, missing=Missing(MissingKind.EDITION_LINE, asked.decision or "")
            )
        if found.heard.lacking and not sure and all(is_branch(match.path) for match in near):
            near = []  # there such a line would stand
        cards = ((match, match.card) for match in near[:_OFFERED] if match.card)
        lines = [
            await self._comparer.compare_with_line(statement, asked, match, card) for match, card in cards
        ]
        together = None if sure else agree_together(statement, lines)
        lines = lines if together is None else [together]
        return CheckedStatement(statement, asked, tuple(lines), sure, assumed=found.heard.assumed)


async def check_claim(ask: Ask, index: Index, request: Request, claim: Claim) -> ClaimCheck | NothingLoaded:
    """Checks what a message claims.

    Args:
        ask: answers a question.
        index: that it answers from.
        request: the message.
        claim: what it claims.
    """
    language = claim.asked_in or detect_language(request.question.text) or Language.RU
    heard = Heard(request.question, language, language_is_plain=True)
    checker = _Checker(ask, index, request, claim)
    checked: list[CheckedStatement] = []
    for said in claim.statements:
        statement, verbs = drop_verbs(index, said)
        is_based = statement.than is not None or statement.since is not None
        if statement.span is not None:
            found = await checker.check_over_years(statement, statement.span)
        elif statement.of_line is not None:
            found = await checker.check_share(statement)
        else:
            found = await (checker.check_base(statement) if is_based else checker.check(statement))
        if isinstance(found, NothingLoaded):
            return NothingLoaded(heard)
        checked.append(replace(found, unread=verbs))
        await asyncio.sleep(0)  # others go on between forty figures, and before all is shown
    codes = {code for each in checked if each.sure for code in _list_codes(each)}
    unread = tuple(said for said in claim.unread if said.partition(" ")[0] not in codes)
    return ClaimCheck(heard, tuple(checked), unread)


def _names_place_alone(asked: Question, place: AskedPlace) -> bool:
    """Whether a place, and perhaps the budget, is all that words name."""
    asking = load_asking_words()
    rest = (token for token in asked.tokens if not token.filler and token.sound not in place.words)
    named = bool(asked.codes or asked.path) or any(not asking.says(token.sound, Asks.WHOLE) for token in rest)
    return bool(place.words) and not named


def _list_codes(checked: CheckedStatement) -> set[str]:
    """The codes that name the line: they are no numbers that were compared with nothing."""
    said = {code for run in checked.asked.codes for code in run} if checked.asked else set()
    return said & {code for line in checked.lines for code in codes_of(line.match.path)}


def _best(checked: CheckedStatement) -> float:
    """How well the best of the lines that were found is matched; 0 where there is none. A sum is better."""
    return max((line.match.score + bool(line.others) for line in checked.lines), default=0.0)


def _is_of_asked(matches: Sequence[Match], asked: Question) -> bool:
    """Whether the line that was found is of the month or the decision that a claim names, if it names one."""
    decisions = [match.edition.decision for match in matches[:1]]
    months = asked.months or asked.season
    if asked.decision is not None and asked.decision_is_marked:
        return all(is_numbered(decision.number, asked.decision) for decision in decisions)
    return not months or all(decision.date.month in months for decision in decisions)


def _is_one_of(checked: CheckedStatement, summed: CheckedStatement) -> bool:
    """Whether a line that is surely meant is but one of those that are named together."""
    together = {match.address for line in summed.lines if line.others for match in line.matches}
    return checked.sure and len(checked.lines) == 1 and checked.lines[0].match.address in together
