"""What may be asked of a budget as an example: an everyday word and a code that it is sure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.budget_code import BY_SIDE, Side, codes_of, depth, section_of
from parser.dataclass import dataclass
from parser.question.follow_up import read_first
from storage.answering.asked_budgets import choose_budgets
from storage.answering.choosing_edition import choose_edition
from storage.answering.inquiring import inquire
from storage.answering.outcome import Candidates
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue
from storage.reading.outlines import LineOutline, Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.shelf import load_shelf
from storage.search.index import Index

_PROGRAM = 3  # codes of a line that may be asked for by the last two
_TRIED = 3  # of the largest programs, where no word means one


@dataclass(frozen=True, slots=True)
class SureExamples:
    """Questions that a budget surely answers; None where there is none of the kind."""

    word: str | None = None
    code: str | None = None


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
