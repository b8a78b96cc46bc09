"""The lines that a question may be about, in one edition, and whether one of them can be asserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from parser.question.intents import Intent
from parser.question.question import Question, Token
from parser.records import Language, Section
from storage.answering.certainty import is_good
from storage.answering.edition import Asked
from storage.answering.matches import Found, Match
from storage.reading.address import LineAddress
from storage.reading.lines import PrintedLine, list_parents, read_editions
from storage.search.rank import Candidate, Ranked, Rankings

_TOTALS = (Section.EXPENDITURE, Section.REVENUE)  # what a question about money at large is about


def _locate_found(one: Candidate, asked: Asked, line: PrintedLine) -> Found:
    standing = one.path, one.score, one.covered, one.weak, one.exact, one.through, one.pieced
    return Found(*standing, asked=asked, line=line)


class CandidateSearch:
    """One question against one edition, and against the budget's other ones for lines it lacks."""

    def __init__(self, connection: AsyncConnection, rankings: Rankings, asked: Asked) -> None:
        self._connection = connection
        self._rankings = rankings
        self._index = rankings.index
        self._weights = rankings.index.weights.candidates
        self._bands = rankings.index.weights.certainty
        self._asked = asked
        self._lines: dict[int, Mapping[str, PrintedLine]] = {}  # by the id of an edition's first text

    async def find(self, question: Question) -> list[Found]:
        """All candidates, best first."""
        question = self._asked.rest_of(question)
        ranked = self._rankings.rank(_names(question.tokens))
        named = [one for one in ranked if one.score >= self._bands.offered]
        # A number among words that name something else (`iphone 13`, `6 класс`) is no code and no amount.
        alone = question.names_only_numbers
        coded = await self._locate(self._by_code(question, named, alone=alone))
        large = any(
            len(str(abs(amount)).rstrip("0")) >= self._weights.surely_an_amount for amount in question.amounts
        )
        # A rounded amount is many lines': then only what the words name about as well as any.
        worth = (
            self._weights.named * max((one.score for one in named), default=0.0) if question.scaled else 0.0
        )
        meant = {one.path for one in named if one.score >= worth}
        amounts = await self._by_amount(question, meant, alone=alone or large)
        if coded or amounts:
            return _merge(coded, amounts, self._bands.lead)
        asks = question.tokens or question.intent is not Intent.AMOUNT  # `топ 3` has no word left
        if asks and all(token.filler for token in question.tokens):
            return await self._locate(Candidate(section.value, self._bands.sure) for section in _TOTALS)
        return await self._locate(named)

    async def find_nearest(self, question: Question) -> list[Found]:
        """The few lines that come nearest to a question which finds nothing, too far to be meant."""
        question = self._asked.rest_of(question)
        ranked = self._rankings.rank(_names(question.tokens))[: self._weights.nearest]
        bands = self._bands
        near = await self._locate(one for one in ranked if bands.nearest <= one.score < bands.offered)
        return list({one.path: one for one in near}.values())

    async def find_several(self, question: Question) -> list[Found]:
        """One line for each part of a question that names several: `образование и спорт`."""
        found: list[Found] = []
        for part in question.parts if len(question.parts) <= self._weights.most_parts else ():
            own = await self.find(part)
            if not own or not is_good(own[0], self._bands):
                return []
            found.append(own[0])
        return found if len({one.path for one in found}) > 1 else []

    async def describe(self, found: Iterable[Found]) -> list[Match]:
        """Candidates as they are handed out."""
        return [await self._describe(one) for one in found]

    def _by_code(self, question: Question, ranked: Sequence[Ranked], *, alone: bool) -> list[Candidate]:
        """Paths with the typed codes, those that the other words name too first."""
        named = {one.path: one.score for one in ranked}
        found: dict[str, float] = {}
        typed = 0
        for digits in _code_digits(question.codes):
            typed = len(digits)
            for path in self._index.find_code(digits):
                above = max((named.get(parent, 0.0) for parent in list_parents(path)), default=0.0)
                found[path] = max(named.get(path, 0.0), self._weights.parent_named * above)
            if found:
                break
        if found and max(found.values()) > 0:
            return [
                Candidate(path, score) for path, score in sorted(found.items(), key=lambda item: -item[1])
            ]
        if alone or typed >= self._weights.surely_a_code:
            return [Candidate(path, 1.0) for path in found]
        offered = not named and typed >= self._weights.perhaps_a_code
        return [Candidate(path, self._bands.sure, weak=True) for path in found] if offered else []

    async def _by_amount(self, question: Question, named: set[str], *, alone: bool) -> list[Found]:
        """Lines that print an amount, in the edition asked for or else the newest that has it."""
        if not question.amounts and question.scaled is None:
            return []
        for asked in self._asked.editions():
            lines = await self.read(asked)
            equal = [
                Found(path, 1.0, asked=asked, line=line)
                for path, line in lines.items()
                if _prints(line, question)
            ]
            equal = [one for one in equal if one.path in named] or (equal if alone else [])
            equal = [one for one in equal if _prints_total(one.line, question)] or equal
            if equal:
                return equal
        return []

    async def _locate(self, candidates: Iterable[Candidate]) -> list[Found]:
        """Candidates with their lines: in the edition asked for, else in the newest that has them."""
        current = await self.read(self._asked)
        found: list[Found] = []
        missing: list[Candidate] = []
        for one in candidates:
            if one.path in current:
                found.append(_locate_found(one, self._asked, current[one.path]))
            else:
                missing.append(one)
        best = max((one.score for one in found), default=0.0)
        for one in missing:
            if one.score > best + self._bands.lead:  # only what the edition's own lines do not answer as well
                found.extend(await self._elsewhere(one))
        return sorted(found, key=lambda one: -one.score)

    async def _elsewhere(self, one: Candidate) -> list[Found]:
        for asked in self._asked.editions():
            line = (await self.read(asked)).get(one.path)
            if line is not None:
                return [_locate_found(one, asked, line)]
        return []

    async def read(self, asked: Asked) -> Mapping[str, PrintedLine]:
        """All lines of an edition by path, read once."""
        key = asked.edition.texts[0].id
        if key not in self._lines:
            self._lines |= await read_editions(self._connection, [asked.edition])
        return self._lines[key]

    async def _describe(self, one: Found) -> Match:
        lines = await self.read(one.asked)
        parent = next((lines[path] for path in list_parents(one.path) if path in lines), None)
        return Match(
            address=LineAddress(one.asked.address, one.path),
            section=one.line.section,
            level=one.line.level,
            codes=one.line.codes,
            names=self._names(one.line),
            parent_names=self._names(parent) if parent else {},
            amount=one.line.amount,
            unit=one.line.text.unit,
            score=round(one.score, 4),
            edition=one.asked.catalogue.describe(one.asked.edition),
        )

    def _names(self, line: PrintedLine) -> Mapping[Language, str]:
        return {**self._index.names.get(line.path, {}), **line.names}


def _code_digits(runs: Sequence[Sequence[str]]) -> Iterator[str]:
    """What codes may have been typed, the likeliest first: all runs as one, each run, a run's beginning.

    `104402` is category 1, class 04, subclass 4 and a specific code that budgets do not print.
    """
    joined = ["".join(run) for run in runs]
    if len(joined) > 1:
        yield "".join(joined)
    yield from joined
    if len(joined) == 1 and len(joined[0]) == 6:
        yield joined[0][:4]


def _names(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words that can stand in a name: numbers are codes or amounts unless words are with them."""
    return tuple(tokens) if any(not token.sound.isdigit() for token in tokens) else ()


def _prints_total(line: PrintedLine, question: Question) -> bool:
    """Whether it is the line's own amount, not only one of its blocks'."""
    return _is_asked([line.amount], line, question)


def _prints(line: PrintedLine, question: Question) -> bool:
    """Whether a line prints an amount that was asked for, exactly or rounded as it was said."""
    return _is_asked([line.amount, *(block.amount for block in line.blocks)], line, question)


def _is_asked(amounts: Sequence[int], line: PrintedLine, question: Question) -> bool:
    if question.scaled is not None:
        said = question.scaled
        return any(2 * abs(abs(amount) - said.tenge) <= said.precision for amount in amounts if amount)
    return any(amount in (asked, asked * line.text.unit) for asked in question.amounts for amount in amounts)


def _merge(coded: list[Found], amounts: list[Found], lead: float) -> list[Found]:
    """Codes before amounts; a line found both ways stands once."""
    known = {one.path for one in coded}
    return coded + [replace(one, score=one.score - lead / 2) for one in amounts if one.path not in known]
