"""A claimed figure beside those of the lines that were found for it: a line, a sum, an administrator."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.going_on import ask_of_line
from parser.question.question import Question, Statement, YearSpan
from storage.answering.answer import Answer, CheckedLine, CheckedStatement, SureLine
from storage.answering.compared_figure import ComparedFigure
from storage.answering.figures_compared import (
    compare_each_year,
    compare_earlier_shares,
    compare_figure,
    compare_office,
    compare_sum,
    compare_years,
)
from storage.answering.missing import Missing, MissingKind
from storage.answering.page import Match
from storage.answering.request import Request
from storage.answering.several_figures import AcrossGroups, SumOfLines
from storage.answering.thousandfold import Compare, Compared, find_thousandfold
from storage.answering.together import find_inner
from storage.answering.unchecked import Unchecked, UncheckedKind
from storage.reading.places import Home
from storage.reading.records import Card

_TOGETHER = 2  # lines at least that a figure may be of together

Ask = Callable[[Request], Awaitable[Answer]]


def compare_with_sum(statement: Statement, asked: Question, found: Answer) -> CheckedStatement | None:
    """A figure beside the sum of the lines that are named together; None where they have none.

    Args:
        statement: what is claimed.
        asked: what was looked for.
        found: the answer to that.
    """
    if not isinstance(found, SumOfLines) or found.amount is None or found.heard.missing:
        return None
    matches = found.page.matches
    if find_inner(matches) or (statement.sum_is_doubtful and not found.sure):
        return None
    line = _check_sum(statement, matches)
    return CheckedStatement(statement, asked, (line,), found.sure, assumed=found.heard.assumed)


def agree_together(statement: Statement, lines: Sequence[CheckedLine]) -> CheckedLine | None:
    """The sum of lines that one word may mean, where a figure is that and none of them: `садики 2,6 млрд`.

    Args:
        statement: what is claimed.
        lines: each of them beside the figure.
    """
    matches = tuple(line.match for line in lines)
    is_told = any(each.agreement and each.year is None for line in lines for each in line.compared)
    editions = {match.address.edition for match in matches}
    if len(lines) < _TOGETHER or is_told or statement.figure.kind is FigureKind.SHARE or len(editions) > 1:
        return None
    if find_inner(matches) or len({match.line.section for match in matches}) > 1:
        return None
    line = _check_sum(statement, matches)
    return line if any(figure.agreement for figure in line.compared) else None


def _check_sum(statement: Statement, matches: Sequence[Match]) -> CheckedLine:
    cards = [match.card for match in matches if match.card is not None]
    line = _check_with(lambda figure: compare_sum(figure, cards), statement, matches[0])
    return replace(line, others=tuple(matches[1:]))


@dataclass(frozen=True, slots=True)
class LineComparer:
    """Sets figures beside those of lines, also in other years, which it asks for."""

    ask: Ask

    async def compare_with_office(
        self, statement: Statement, asked: Question, found: AcrossGroups
    ) -> CheckedStatement:
        """A figure beside all that an administrator has; else beside its lines too, where one agrees."""
        matches = found.page.matches
        unit = matches[0].line.unit

        def compare(figure: ClaimedFigure) -> Compared:
            return compare_office(figure, found.ledger, unit)

        whole = _check_with(compare, statement, matches[0])
        whole = replace(whole, others=matches[1:], groups=found.page.total)
        lines = [whole]
        if not any(figure.agreement for figure in whole.compared):
            cards = ((match, match.card) for match in matches if match.card)
            groups = [await self.compare_with_line(statement, asked, match, card) for match, card in cards]
            lines += [line for line in groups if any(figure.agreement for figure in line.compared)]
        return CheckedStatement(statement, asked, tuple(lines), sure=True, assumed=found.heard.assumed)

    async def compare_with_line(
        self, statement: Statement, asked: Question, match: Match, card: Card
    ) -> CheckedLine:
        """A figure beside those of a line; an amount that is none of these beside other years' too."""
        before = await self._find_year_before(statement, card)
        line = _check_with(lambda figure: compare_figure(figure, card, before), statement, match)
        figure = statement.figure
        fits = any(each.agreement for each in line.compared)
        if asked.asks_edition or (fits and statement.of_line is None):
            return line
        if figure.kind is FigureKind.SHARE and not (figure.is_bounded or figure.bound):
            return replace(line, compared=line.compared + await self._find_earlier_shares(statement, card))
        if figure.kind is not FigureKind.AMOUNT or fits:
            return line
        elsewhere = await self._find_in_other_years(statement, card)
        return replace(
            line,
            compared=line.compared + elsewhere,
            thousandfold=None if elsewhere else line.thousandfold,
        )

    async def compare_over_years(
        self, statement: Statement, checked: CheckedStatement, span: YearSpan
    ) -> CheckedStatement:
        """A figure beside what the lines that were found for it have in several years together.

        Args:
            statement: what is claimed.
            checked: the lines, in one of the years.
            span: the years.
        """
        plain = [line for line in checked.lines if not (line.others or line.groups)]
        found = replace(checked, statement=statement, lines=())
        if statement.figure.kind is FigureKind.SHARE or len(plain) < len(checked.lines):
            return replace(found, base_fault=Unchecked(UncheckedKind.YEARS_TOGETHER))
        lines: list[CheckedLine] = []
        lacking: Missing | None = None
        for line in plain:
            card = line.match.card
            years = _list_years(card, span) if card is not None else ()
            if card is None or not years:
                return replace(found, base_fault=Unchecked(UncheckedKind.YEARS_UNSAID, str(span.count or "")))
            there = [await self._ask_in_year(card, year) for year in years]
            known = tuple(replace(each.match, card=each.card) for each in there if isinstance(each, SureLine))
            if len(known) < len(there):
                lacking = lacking or next(each for each in there if isinstance(each, Missing))
                continue
            cards = [match.card for match in known if match.card is not None]
            compare = compare_each_year if span.each else compare_years
            scale, compared = compare(statement.figure, cards)
            lines.append(CheckedLine(known[-1], compared, scale, years=known))
        if not lines:
            return replace(found, missing=lacking)
        return replace(found, lines=tuple(lines), sure=checked.sure)

    async def _find_earlier_shares(self, statement: Statement, card: Card) -> tuple[ComparedFigure, ...]:
        """The shares of a line in earlier editions of its year that are the claimed one."""
        found: list[ComparedFigure] = []
        for parent in card.parents[-1:] if statement.figure.of_whole else card.parents:
            name = next(iter(parent.line.names.values()), parent.line.path)
            asked = ask_of_line(parent.line.path, name, card.edition.year, None)
            whole = await self.ask(Request(asked, Home(card.edition.budget.place), cards=True))
            if isinstance(whole, SureLine):
                shares = compare_earlier_shares(statement.figure, card, whole.card)
                found += [each for each in shares if each.agreement]
        return tuple(found)

    async def _find_in_other_years(self, statement: Statement, card: Card) -> tuple[ComparedFigure, ...]:
        """The amounts of a line in other years that are the claimed one."""
        found: list[ComparedFigure] = []
        for other in card.other_years:
            there = await self._find_in_year(card, other.year)
            if there is not None:
                compared = compare_figure(statement.figure, there)[1]
                found += [replace(each, year=other.year) for each in compared if each.agreement]
        return tuple(found)

    async def _find_year_before(self, statement: Statement, card: Card) -> Card | None:
        """The line in the year before, which a growth may be since."""
        year = card.edition.year - 1
        if statement.figure.kind in {FigureKind.AMOUNT, FigureKind.SHARE}:
            return None
        if not any(other.year == year for other in card.other_years):
            return None
        return await self._find_in_year(card, year)

    async def _find_in_year(self, card: Card, year: int) -> Card | None:
        """The line of a card in another year."""
        found = await self._ask_in_year(card, year)
        return None if isinstance(found, Missing) else found.card

    async def _ask_in_year(self, card: Card, year: int) -> SureLine | Missing:
        """The line of a card in another year, or what is not there."""
        name = next(iter(card.line.names.values()), card.line.path)
        asked = ask_of_line(card.line.path, name, year, None)
        found = await self.ask(Request(asked, Home(card.edition.budget.place), cards=True))
        if isinstance(found, SureLine) and found.card.edition.year == year:
            return found
        of_year = (
            found.heard.missing
            if found.heard.missing and found.heard.missing.kind is MissingKind.YEAR
            else None
        )
        return of_year or Missing(MissingKind.LINE, str(year))


def _list_years(card: Card, span: YearSpan) -> tuple[int, ...]:
    """The years that a figure is over; none where it is not said which of those that have the line."""
    known = sorted({card.edition.year, *(other.year for other in card.other_years)})
    is_all = span.count is None or span.count == len(known)
    return span.years or (tuple(known) if is_all and len(known) > 1 else ())


def _check_with(compare: Compare, statement: Statement, match: Match) -> CheckedLine:
    """A figure beside those of a line, and what it would be in thousands, where it is none of them."""
    scale, compared = compare(statement.figure)
    thousandfold = find_thousandfold(statement.figure, compared, match.line.unit, compare)
    return CheckedLine(match, compared, scale, thousandfold=thousandfold)
