"""What may be asked of a budget as an example: an everyday word and a code that it is sure of."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from parser.budget_code import BY_SIDE, Side, codes_of, depth, section_of
from parser.dataclass import dataclass
from parser.question.follow_up import read_first
from storage.answering.asked_budgets import choose_budgets
from storage.answering.choosing_edition import choose_edition
from storage.answering.inquiring import inquire
from storage.answering.outcome import Candidates
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.outlines import LineOutline, Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.shelf import load_shelf
from storage.search.index import Index

_T = TypeVar("_T")
_PROGRAM = 3  # codes of a line that may be asked for by the last two
_TRIED = 3  # of the largest programs, where no word means one
_WORDS = 3  # that are told
_SIGNS = (" ", ".", "/")  # between codes
_LONG_AMOUNT = 10_000  # a shorter number may be a code or a year


@dataclass(frozen=True, slots=True)
class SureExamples:
    """Questions that a budget surely answers; None where there is none of the kind."""

    word: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class WideExamples:
    """Questions of several kinds that a budget surely answers; what it has none of is empty.

    Attributes:
        words: that mean one line each, not two of them the same.
        claimed: what the line of the first word has, in tenge.
        codes: the code of a program, spelled in several ways.
        amount: an amount that one line alone has, in tenge, and what the table counts in.
        year: another one than that which is answered from, in which the first word means its line as well.
        decision: an earlier one that has the line of the first word: `№ 12-3`.
        of_year: the year that is answered from.
    """

    words: tuple[str, ...] = ()
    claimed: int | None = None
    codes: tuple[str, ...] = ()
    amount: tuple[int, int] | None = None
    year: str | None = None
    decision: str | None = None
    of_year: int | None = None


@of_one_state
async def find_wide_examples(
    reader: StoredReader, index: Index, budget: BudgetAddress, words: Sequence[str]
) -> WideExamples:
    """Everyday words, codes, amounts, years and decisions that a budget has one line for.

    Args:
        reader: of one state of the database; callers give a session.
        index: built from the same database.
        budget: that the questions are to be asked of.
        words: to choose from, the best example first.
    """
    shelf = await load_shelf(reader, [budget])
    catalogue = shelf.find(budget)
    if catalogue is None or not catalogue.editions:
        return WideExamples()
    return await _ExampleAsking(reader, index, catalogue, Outlines()).choose_widely(words)


@of_one_state
async def find_sure_examples(
    reader: StoredReader, index: Index, budget: BudgetAddress, *words: Sequence[str]
) -> list[SureExamples]:
    """Everyday words and codes that a budget has one line for.

    Args:
        reader: of one state of the database; callers give a session.
        index: built from the same database.
        budget: that the questions are to be asked of.
        words: for each language those to choose from, the best example first.

    Returns:
        For each language the first word that is sure, and the code of the program that another sure word
        means, else of the first one's; of the largest where no word means one.
    """
    shelf = await load_shelf(reader, [budget])
    catalogue = shelf.find(budget)
    if catalogue is None or not catalogue.editions:
        return [SureExamples() for _ in words]
    asking = _ExampleAsking(reader, index, catalogue, Outlines())
    return [await asking.choose(each) for each in words]


@dataclass(frozen=True, slots=True)
class _ExampleAsking:
    """Asks one budget, whose newest lines are read once."""

    reader: StoredReader
    index: Index
    catalogue: Catalogue
    outlines: Outlines

    async def choose(self, words: Sequence[str]) -> SureExamples:
        sure = [(word, path) for word in words if (path := await self._find(word))]
        programs = [path for _, path in sure if _is_program(path)]
        for path in (*programs[1:], *programs[:1], *self._list_programs()):
            for code in _spell_codes(path):
                if await self._find(code) == path:
                    return SureExamples(sure[0][0] if sure else None, code)
        return SureExamples(sure[0][0] if sure else None)

    async def choose_widely(self, words: Sequence[str]) -> WideExamples:
        """A question of each kind."""
        sure: dict[str, str] = {}  # the word by the path
        for word in words:
            path = await self._find(word) if len(sure) < _WORDS else None
            if path is not None:
                sure.setdefault(path, word)
        programs = dict.fromkeys([*filter(_is_program, sure), *self._list_programs()])
        codes = await _first(self._spell_surely(path) for path in programs)
        line = await _first(self._find_by_amount(path) for path in {**dict.fromkeys(sure), **programs})
        amount = (line.amount, line.unit) if line else None
        found = WideExamples(tuple(sure.values()), codes=codes or (), amount=amount)
        return await self._choose_editions(found, next(iter(sure))) if sure else found

    async def _choose_editions(self, found: WideExamples, path: str) -> WideExamples:
        """With another year and an earlier decision that have the line of the first word."""
        word, newest = found.words[0], self._newest_with(path)
        if newest is None:
            return found
        line = self.outlines.lines(newest)[path]
        editions = self.catalogue.editions
        years = sorted({each.year for each in editions} - {newest.year})
        earlier = [each for each in editions if each.year == newest.year and each is not newest]
        numbers = dict.fromkeys(each.decision.number for each in reversed(earlier))

        async def confirm(asked: str) -> str | None:
            return asked if await self._find(f"{word} {asked}") == path else None

        year = await _first(confirm(str(each)) for each in years)
        number = await _first(confirm(f"№ {each}") for each in numbers)
        return replace(found, claimed=line.amount, of_year=newest.year, year=year, decision=number)

    def _newest_with(self, path: str) -> StoredEdition | None:
        """The edition of those that were read which a question is answered from that names none."""
        having = [each for each in self.catalogue.editions if path in self.outlines.lines(each)]
        return having[-1] if having else None

    async def _spell_surely(self, path: str) -> tuple[str, ...] | None:
        """A program's code in several spellings that surely mean it."""
        for code in _spell_codes(path):
            spelled = [code.replace(" ", sign) for sign in _SIGNS]
            if all([await self._find(each) == path for each in spelled]):
                return tuple(spelled)
        return None

    async def _find_by_amount(self, path: str) -> LineOutline | None:
        """A line that its amount, as it is printed, surely means."""
        newest = self._newest_with(path)
        line = self.outlines.lines(newest)[path] if newest else None
        if line is None or line.amount % line.unit or line.amount // line.unit < _LONG_AMOUNT:
            return None
        return line if await self._find(str(line.amount // line.unit)) == path else None

    async def _find(self, said: str) -> str | None:
        """The path of the only line that is meant; None where none is, or it is not sure which."""
        question = read_first(said)
        chosen = choose_budgets(self.index, question, chosen=self.catalogue.budget)
        edition = choose_edition(self.index, self.catalogue, question, chosen.place)
        if edition is None:
            return None
        whole = {edition.edition.key: edition.edition}
        await self.outlines.read(self.reader, Wanted(whole, whole=set(whole)))
        outcome = await inquire(self.reader, self.outlines, self.index, question, [edition])
        is_sure = isinstance(outcome, Candidates) and outcome.sure and not edition.missing
        return outcome.lines[0].path if is_sure and isinstance(outcome, Candidates) else None

    def _list_programs(self) -> Iterator[str]:
        """The largest programs, as far as lines were read."""
        lines: list[LineOutline] = []
        for edition in self.catalogue.editions:
            read = self.outlines.lines(edition).values()
            lines = lines or [line for line in read if _is_program(line.path)]
        yield from (line.path for line in sorted(lines, key=lambda line: -line.amount)[:_TRIED])


def _is_program(path: str) -> bool:
    return section_of(path) is BY_SIDE[Side.SPENDING] and depth(path) == _PROGRAM


def _spell_codes(path: str) -> Iterator[str]:
    """A program's code as people write it, `464 009`, and in full where that is not sure."""
    codes = codes_of(path)
    yield " ".join(codes[1:])
    yield " ".join(codes)


async def _first(tried: Iterable[Awaitable[_T | None]]) -> _T | None:
    """The first that is found; what comes behind it is not looked for."""
    for each in tried:
        found = await each
        if found is not None:
            return found
    return None
