"""The edition that a question is answered from, with what of the question chose it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from parser.dataclass import dataclass, replace
from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.missing import Missing, MissingKind
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.catalogue import Catalogue, StoredEdition

_OF_DECISIONS = frozenset(
    {MissingKind.DECISION, MissingKind.DECISION_YEAR, MissingKind.MONTH, MissingKind.SEASON}
)


@dataclass(frozen=True, slots=True)
class AskedEdition:
    """The edition that a question is answered from.

    `decision` is None for the newest edition of its year; `used_words` and `used_codes` are the words
    and the code runs of the question that chose the edition, and so cannot name a line; `neighbours` are
    the place's other budgets, where several years are asked for; `earlier` is what its changes are counted
    from where several decisions are meant together.
    """

    catalogue: Catalogue
    edition: StoredEdition
    decision: DecisionAddress | None
    missing: Missing | None = None
    used_words: frozenset[str] = frozenset()
    used_codes: frozenset[tuple[str, ...]] = frozenset()
    neighbours: tuple[Catalogue, ...] = ()
    earlier: StoredEdition | None = None

    @property
    def budget(self) -> BudgetAddress:
        """The budget of the edition."""
        return self.catalogue.budget

    @property
    def lacks_beside(self) -> bool:
        """Whether this place is loaded as it was named, and only another one beside it is not."""
        return self.missing is not None and self.missing.kind is MissingKind.PLACE_BESIDE

    @property
    def address(self) -> EditionAddress:
        """The address of the edition, as it was asked for.

        It names no decision where none was asked for: it will open the newest edition of a later day.
        """
        return EditionAddress(self.budget, self.edition.year, self.decision)

    def rest_of(self, question: Question) -> Question:
        """The question without the words and codes that chose the edition: they name no line."""
        if not (self.used_words or self.used_codes):
            return question
        tokens = tuple(token for token in question.tokens if token.sound not in self.used_words)
        parts = (_part_used(run, self.used_codes) for run in question.codes)
        codes = tuple(run for run in parts if run)
        amounts = () if self.used_codes and not codes else question.amounts
        return replace(question, tokens=tokens, codes=codes, amounts=amounts)

    def lacks_decision(self, question: Question) -> bool:
        """Whether all that a question names is a decision whose table is not loaded: `решение 13-3`.

        Or it asks what changed in a month or a season of which no decision is loaded.
        """
        named = (question.decisions, question.months, question.season)
        if self.missing is None or self.missing.kind not in _OF_DECISIONS or not any(named):
            return False
        if max(len(question.decisions), len(question.months)) > 1:
            return False
        if not question.decisions and question.intent is not Intent.CHANGE:
            return False
        if question.season and self.missing.kind is MissingKind.DECISION:
            return False  # of a part of it: the other decisions are told
        rest, frame = self.rest_of(question), question.frame
        plain = frame.intent in {Intent.AMOUNT, Intent.CHANGE} and frame.side is None and not question.parts
        return plain and rest.names_nothing and not rest.codes

    def of_main_year(self) -> AskedEdition | None:
        """The main year's newest edition, for a line that the year asked for does not have."""
        main = self.catalogue.find(self.budget.first_year)
        if main is None or main.year == self.edition.year:
            return None
        lacking = Missing(MissingKind.LINE, str(self.edition.year))
        return replace(self, edition=main, decision=None, missing=lacking)

    def editions(self) -> Iterator[AskedEdition]:
        """This edition, then the others of its year, newest first."""
        yield self
        newest = self.catalogue.find(self.edition.year)
        for edition in reversed(self.catalogue.editions):
            if edition.year == self.edition.year and edition is not self.edition:
                decision = None if edition is newest else edition.decision.address
                yield AskedEdition(self.catalogue, edition, decision)


def _part_used(run: tuple[str, ...], used: Set[tuple[str, ...]]) -> tuple[str, ...]:
    """What is left of a code typed beside numbers that chose the edition: 458 of `12-3 458 15-3`."""
    for number in sorted(used, key=lambda number: (-len(number), number)):  # `10-3 18-3` before 10-3
        if number and run[: len(number)] == number:
            run = run[len(number) :]
        if number and run[-len(number) :] == number:
            run = run[: -len(number)]
    return run
