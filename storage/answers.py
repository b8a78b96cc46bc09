"""A person's message → the lines it is about, in the edition it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.language import detect_language
from parser.question import Intent, Question, read_question
from parser.records import Language, Section
from storage.printed import PrintedLine, list_parents, read_edition
from storage.scope import Asked, Missing, choose_edition
from storage.search.index import Index
from storage.search.rank import Ranked, rank

# Measured bands (bench.search): an answer is asserted from SURE on and with LEAD before the next
# different line; below OFFERED nothing is shown.
SURE = 0.55
LEAD = 0.03
OFFERED = 0.35
_PARENT_WORDS = 0.9  # a code's line counts as named when its parent is, nearly as much


@dataclass(frozen=True, slots=True)
class Scope:
    """The edition an answer is from. `decision_id` None means the newest of the year."""

    budget_id: int
    year: int
    decision_id: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A line that may be meant, enough of it for a button or an inline title."""

    path: str
    scope: Scope
    place: str
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Mapping[Language, str]
    parent_names: Mapping[Language, str]  # the nearest parent's; empty for a section's total
    amount: int
    unit: int
    score: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a message.

    `confident` with one match means: show its card. Otherwise `matches` are
    candidates to offer, best first, and none means nothing was found. `total`
    counts all candidates, of which `matches` is the page asked for.
    """

    query: str
    language: Language  # of the question
    intent: Intent
    confident: bool
    matches: tuple[Match, ...]
    total: int
    missing: Missing | None = None


async def answer(
    session: AsyncSession, index: Index, text: str, *, limit: int = 5, offset: int = 0
) -> Answer:
    """Finds what a message is about.

    Codes come first, then exact amounts, then names. The lines are those of the newest edition of
    the budget's main year, or of the edition that the message asks for.

    Args:
        session: a database session.
        index: built from the same database.
        text: the message, in either language.
        limit: how many matches at most.
        offset: how many of the best to leave out, for a further page.
    """
    question = read_question(text)
    language = detect_language(text) or Language.RU
    connection = await session.connection()
    asked = await choose_edition(connection, index, question)
    if asked is None:
        return Answer(question.text, language, question.intent, False, (), 0)
    search = _Search(connection, index, asked)
    found = await search.find(question)
    confident = _is_sure(found)
    matches = await search.describe(found[:1] if confident and not offset else found[offset : offset + limit])
    return Answer(
        query=question.text,
        language=language,
        intent=question.intent,
        confident=confident,
        matches=tuple(matches),
        total=len(found),
        missing=asked.missing,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A path that may be meant. `lines` is the edition it is in."""

    path: str
    score: float
    asked: Asked
    line: PrintedLine


class _Search:
    """One question against one edition, and against the budget's other ones for lines it lacks."""

    def __init__(self, connection: AsyncConnection, index: Index, asked: Asked) -> None:
        self._connection = connection
        self._index = index
        self._asked = asked
        self._lines: dict[int, Mapping[str, PrintedLine]] = {}  # by the id of an edition's first text

    async def find(self, question: Question) -> list[_Found]:
        """All candidates, best first."""
        question = self._asked.rest_of(question)
        ranked = rank(self._index, _names(question.words), limit=200)
        coded = await self._locate(self._by_code(question, ranked))
        amounts = await self._by_amount(question)
        if coded or amounts:
            return _merge(coded, amounts)
        return await self._locate((r.path, r.score) for r in ranked if r.score >= OFFERED)

    async def describe(self, found: Iterable[_Found]) -> list[Match]:
        """Candidates as they are handed out."""
        return [await self._describe(one) for one in found]

    def _by_code(self, question: Question, ranked: Sequence[Ranked]) -> list[tuple[str, float]]:
        """Paths with the typed codes, those that the other words name too first."""
        named = {r.path: r.score for r in ranked if r.score >= OFFERED}
        found: dict[str, float] = {}
        for run in question.codes:
            for path in self._index.find_code("".join(run)):
                above = max((named.get(parent, 0.0) for parent in list_parents(path)), default=0.0)
                found[path] = max(named.get(path, 0.0), _PARENT_WORDS * above)
        if found and max(found.values()) > 0:
            return sorted(found.items(), key=lambda item: -item[1])
        return [(path, 1.0) for path in found]

    async def _by_amount(self, question: Question) -> list[_Found]:
        """Lines that print an amount, in the edition asked for or else the newest that has it."""
        wanted = set(question.amounts)
        if not wanted:
            return []
        for asked in self._asked.editions():
            lines = await self._read(asked)
            equal = [
                _Found(path, 1.0, asked, line)
                for path, line in lines.items()
                if any(
                    block.amount in (amount, amount * line.text.unit)
                    for amount in wanted
                    for block in line.blocks
                )
            ]
            if equal:
                return equal
        return []

    async def _locate(self, candidates: Iterable[tuple[str, float]]) -> list[_Found]:
        """Candidates with their lines: in the edition asked for, else in the newest that has them."""
        current = await self._read(self._asked)
        found: list[_Found] = []
        missing: list[tuple[str, float]] = []
        for path, score in candidates:
            if path in current:
                found.append(_Found(path, score, self._asked, current[path]))
            else:
                missing.append((path, score))
        best = max((one.score for one in found), default=0.0)
        for path, score in missing:
            if score > best + LEAD:  # only what the edition's own lines do not answer as well
                found.extend(await self._elsewhere(path, score))
        return sorted(found, key=lambda one: -one.score)

    async def _elsewhere(self, path: str, score: float) -> list[_Found]:
        for asked in self._asked.editions():
            line = (await self._read(asked)).get(path)
            if line is not None:
                return [_Found(path, score, asked, line)]
        return []

    async def _read(self, asked: Asked) -> Mapping[str, PrintedLine]:
        key = asked.edition.texts[0].id
        if key not in self._lines:
            self._lines[key] = await read_edition(self._connection, asked.edition)
        return self._lines[key]

    async def _describe(self, one: _Found) -> Match:
        lines = await self._read(one.asked)
        parent = next((lines[path] for path in list_parents(one.path) if path in lines), None)
        return Match(
            path=one.path,
            scope=Scope(one.asked.budget.id, one.asked.edition.year, one.asked.decision_id),
            place=one.asked.budget.place,
            section=one.line.section,
            level=one.line.level,
            codes=one.line.codes,
            names=self._names(one.line),
            parent_names=self._names(parent) if parent else {},
            amount=one.line.amount,
            unit=one.line.text.unit,
            score=round(one.score, 4),
        )

    def _names(self, line: PrintedLine) -> Mapping[Language, str]:
        return {**self._index.names.get(line.path, {}), **line.names}


def _names(words: Sequence[str]) -> tuple[str, ...]:
    """The words that can stand in a name: numbers are codes or amounts unless words are with them."""
    return tuple(words) if any(not word.isdigit() for word in words) else ()


def _merge(coded: list[_Found], amounts: list[_Found]) -> list[_Found]:
    """Codes before amounts; a line found both ways stands once."""
    known = {one.path for one in coded}
    return coded + [replace(one, score=one.score - LEAD / 2) for one in amounts if one.path not in known]


def _is_sure(found: Sequence[_Found]) -> bool:
    """Whether the best candidate can be asserted: well matched, and no other line nearly as well.

    A line whose only child repeats its name and amount is no rival: the card shows both.
    """
    if not found or found[0].score < SURE:
        return False
    best = found[0]
    rivals = [
        one
        for one in found[1:]
        if not (one.path.startswith(f"{best.path}/") and one.line.amount == best.line.amount)
    ]
    return not rivals or best.score - rivals[0].score >= LEAD
