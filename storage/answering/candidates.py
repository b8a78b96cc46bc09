"""The lines that a question may be about, in one edition and, for lines it lacks, the others of its year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from parser.budget_code import parents
from parser.question.intents import Intent
from parser.question.question import Question, Token
from parser.records import Section
from storage.answering.edition import AskedEdition
from storage.reading.outlines import LineOutline, Outlines, Wanted
from storage.search.rank import Candidate, Ranked, Rankings

_TOTALS = (Section.EXPENDITURE, Section.REVENUE)  # what a question about money at large is about

_LARGEST = 2**63 - 1  # amount that a table can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine(Candidate):
    """A path that may be meant, with its line in the edition it is in."""

    asked: AskedEdition
    line: LineOutline


class CandidateSearch:
    """Questions against one edition. What they need of it is told first and read by whoever asks."""

    def __init__(self, rankings: Rankings, asked: AskedEdition, outlines: Outlines) -> None:
        self._rankings = rankings
        self._index = rankings.index
        self._weights = rankings.index.weights.candidates
        self._bands = rankings.index.weights.certainty
        self._asked = asked
        self._outlines = outlines

    def list_wanted(self, question: Question) -> Wanted:
        """The lines that `find` and `find_nearest` look at."""
        rest = self._asked.rest_of(question)
        editions = {asked.edition.key: asked.edition for asked in self._asked.editions()}
        named = self._rank(rest)
        paths = {candidate.path for candidate in named if candidate.score >= self._bands.offered}
        paths |= {
            candidate.path
            for candidate in named[: self._weights.nearest]
            if candidate.score >= self._bands.nearest
        }
        paths |= {path for digits in _code_digits(rest.codes) for path in self._index.find_code(digits)}
        paths |= set(_TOTALS) if all(token.filler for token in rest.tokens) else set()
        units = {text.unit for edition in editions.values() for text in edition.texts}
        return Wanted(editions, paths, set(_ranges(rest, units)))

    def reach(self, question: Question) -> float:
        """The best score that `find` can give to any line of any edition."""
        rest = self._asked.rest_of(question)
        if rest.codes or rest.amounts or rest.scaled:
            return 1.0
        named = self._rank(rest)
        return max(self._bands.sure, named[0].score if named else 0.0)

    def find(self, question: Question) -> list[FoundLine]:
        """All candidates, best first: those with the typed codes, else amounts, else names."""
        question = self._asked.rest_of(question)
        named = [candidate for candidate in self._rank(question) if candidate.score >= self._bands.offered]
        # A number among words that name something else (`iphone 13`, `6 класс`) is no code and no amount.
        alone = question.names_only_numbers
        coded = self._locate(self._by_code(question, named, alone=alone))
        large = any(
            len(str(abs(amount)).rstrip("0")) >= self._weights.surely_an_amount for amount in question.amounts
        )
        # A rounded amount is many lines': then only what the words name as well as any.
        best = max((candidate.score for candidate in named), default=0.0)
        meant = {candidate.path for candidate in named if candidate.score == best or not question.scaled}
        amounts = self._by_amount(question, meant, alone=alone or large)
        if coded or amounts:
            return _merge(coded, amounts, self._bands.lead)
        asks = question.tokens or question.intent is not Intent.AMOUNT  # `топ 3` has no word left
        if asks and all(token.filler for token in question.tokens):
            return self._locate(Candidate(section.value, self._bands.sure) for section in _TOTALS)
        return self._locate(named)

    def find_nearest(self, question: Question) -> list[FoundLine]:
        """The few lines that come nearest to a question which finds nothing, too far to be meant."""
        ranked = self._rank(self._asked.rest_of(question))[: self._weights.nearest]
        bands = self._bands
        return self._locate(
            candidate for candidate in ranked if bands.nearest <= candidate.score < bands.offered
        )

    def _rank(self, question: Question) -> Sequence[Ranked]:
        return self._rankings.rank(_names(question.tokens))

    def _by_code(self, question: Question, ranked: Sequence[Ranked], *, alone: bool) -> list[Candidate]:
        """Paths with the typed codes, those that the other words name too first."""
        named = {candidate.path: candidate.score for candidate in ranked}
        found: dict[str, float] = {}
        typed = 0
        for digits in _code_digits(question.codes):
            typed = len(digits)
            for path in self._index.find_code(digits):
                above = max((named.get(parent, 0.0) for parent in parents(path)), default=0.0)
                found[path] = max(named.get(path, 0.0), above)
            if found:
                break
        if found and max(found.values()) > 0:
            return [
                Candidate(path, score) for path, score in sorted(found.items(), key=lambda item: -item[1])
            ]
        means_code = alone or typed >= self._weights.surely_a_code
        return [Candidate(path, 1.0) for path in found] if means_code else []

    def _by_amount(self, question: Question, named: set[str], *, alone: bool) -> list[FoundLine]:
        """Lines that print an amount, in the edition asked for or else the newest that has it."""
        if not question.amounts and question.scaled is None:
            return []
        for asked in self._asked.editions():
            equal = [
                FoundLine(path, 1.0, asked=asked, line=line)
                for path, line in self._outlines.lines(asked.edition).items()
                if _is_asked((line.amount, *line.blocks), line.unit, question)
            ]
            equal = [candidate for candidate in equal if candidate.path in named] or (equal if alone else [])
            # The line's own amount counts before that of one of its blocks.
            equal = [
                candidate
                for candidate in equal
                if _is_asked([candidate.line.amount], candidate.line.unit, question)
            ] or equal
            if equal:
                return equal
        return []

    def _locate(self, candidates: Iterable[Candidate]) -> list[FoundLine]:
        """Candidates with their lines: in the edition asked for, else in the newest that has them."""
        current = self._outlines.lines(self._asked.edition)
        found: list[FoundLine] = []
        missing: list[Candidate] = []
        for candidate in candidates:
            if candidate.path in current:
                found.append(_found(candidate, self._asked, current[candidate.path]))
            else:
                missing.append(candidate)
        best = max((candidate.score for candidate in found), default=0.0)
        for candidate in missing:
            if (
                candidate.score > best + self._bands.lead
            ):  # only what the edition's own lines do not answer as well
                found.extend(self._elsewhere(candidate))
        return sorted(found, key=lambda candidate: -candidate.score)

    def _elsewhere(self, candidate: Candidate) -> list[FoundLine]:
        for asked in self._asked.editions():
            line = self._outlines.lines(asked.edition).get(candidate.path)
            if line is not None:
                return [_found(candidate, asked, line)]
        return []


def _found(candidate: Candidate, asked: AskedEdition, line: LineOutline) -> FoundLine:
    standing = (
        candidate.path,
        candidate.score,
        candidate.covered,
        candidate.weak,
        candidate.exact,
        candidate.through,
        candidate.pieced,
    )
    return FoundLine(*standing, asked=asked, line=line)


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


def _ranges(question: Question, units: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The amounts in tenge that a question may mean: exact in a table's unit, or rounded as it was said."""
    if question.scaled is not None:
        tenge, half = question.scaled.tenge, question.scaled.precision // 2
        ranges = {(sign * tenge - half, sign * tenge + half) for sign in (1, -1)}
    else:
        said = {amount * unit for amount in question.amounts for unit in (1, *units)}
        ranges = {(amount, amount) for amount in said}
    yield from ((low, high) for low, high in ranges if low >= -_LARGEST and high <= _LARGEST)


def _is_asked(amounts: Sequence[int], unit: int, question: Question) -> bool:
    """Whether one of the amounts was asked for, exactly or rounded as it was said."""
    if question.scaled is not None:
        said = question.scaled
        return any(2 * abs(abs(amount) - said.tenge) <= said.precision for amount in amounts if amount)
    return any(amount in (asked, asked * unit) for asked in question.amounts for amount in amounts)


def _merge(coded: list[FoundLine], amounts: list[FoundLine], lead: float) -> list[FoundLine]:
    """Codes before amounts; a line found both ways stands once."""
    known = {candidate.path for candidate in coded}
    return coded + [
        replace(candidate, score=candidate.score - lead / 2)
        for candidate in amounts
        if candidate.path not in known
    ]
