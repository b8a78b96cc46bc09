"""Clones of the open archive → the database: budgets are found among all acts, read and stored.

One process looks at git and writes; others parse. Acts are stored in the order of their codes, each in a
transaction of its own, however fast each was parsed: a load that was ended goes on where it was, and the
database becomes the same.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.archive.git import Objects
from bot.archive.history import ActHistory, read_history
from bot.archive.reading import TextParser, TextPool
from bot.archive.report import LoadCounts, LoadProgress, LoadStep
from bot.archive.repositories import Repository
from bot.archive.selection import AskedCouncils, Selection, adopted_by_council
from bot.archive.versions import ActReader
from parser.dataclass import dataclass
from parser.decision.act_titles import Subject, may_hold_budget, subject_of
from parser.decision.stated_facts import read_requisite
from parser.document import ActFacts
from parser.readers.act_files import version_name
from parser.records import Language
from storage.engine import write
from storage.loading.archive import (
    ActRecord,
    KnownAct,
    StoredVersion,
    VersionReading,
    load_known_acts,
    note_acts,
    note_moved,
    store_act,
)

_AHEAD = 16  # texts for each process that are parsed or wait to be stored
_NOTED_AT_ONCE = 500  # acts that are no budgets, in one transaction


@dataclass(frozen=True, slots=True)
class ReadAct:
    """An act with its versions that were read now.

    `texts` counts all that it has, read before or now.
    """

    record: ActRecord
    readings: list[VersionReading]
    texts: int
    versions: int


class ArchiveLoading:
    """One load: of some clones, or of what is asked for of them."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        selection: Selection,
        pool: TextPool,
        *,
        replace: bool = False,
        watch: Callable[[LoadProgress], None] = lambda _: None,
    ) -> None:
        """Reads nothing yet.

        Args:
            sessions: of the database.
            selection: what is asked for.
            pool: parses texts.
            replace: whether a worse reading of a table may take the place of a better one.
            watch: is told how far it has come.
        """
        self.counts = LoadCounts()
        self._sessions = sessions
        self._selection = selection
        self._councils = AskedCouncils(selection.councils)
        self._pool = pool
        self._replace = replace
        self._watch = watch

    async def run(self, repositories: Sequence[Repository]) -> LoadCounts:
        """Loads clones one after another.

        Raises:
            ArchiveError: a clone cannot be read, or none of them has a council of a name that is asked for.
        """
        for repository in repositories:
            self.counts.archives[repository.name] = not repository.is_shallow
            acts = await asyncio.to_thread(self._read_history, repository)
            with Objects(repository) as objects:
                await self._load(repository.name, acts, TextParser(ActReader(objects), self._pool))
        self._councils.check()
        return self.counts

    def _read_history(self, repository: Repository) -> list[ActHistory]:
        return read_history(
            repository, lambda done: self._watch(LoadProgress(repository.name, LoadStep.HISTORY, done))
        )

    async def _load(self, archive: str, acts: Sequence[ActHistory], parser: TextParser) -> None:
        asked = self._councils.select_acts(acts, parser.reader.read_facts)
        known = await write(self._sessions, load_known_acts)
        budgets = await self._choose(archive, asked, known, parser.reader)
        started = time.monotonic()
        try:
            await self._read(archive, budgets, known, parser)
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors  # what went wrong first, by its own name
        self.counts.read_seconds += time.monotonic() - started

    async def _choose(
        self, archive: str, acts: Sequence[ActHistory], known: Mapping[int, KnownAct], reader: ActReader
    ) -> list[tuple[ActHistory, ActRecord]]:
        """The acts that may be budgets and are not read yet; of the others it is noted that they are none."""
        budgets: list[tuple[ActHistory, ActRecord]] = []
        others: list[ActRecord] = []
        moved: dict[int, tuple[str, str]] = {}
        for number, act in enumerate(acts, start=1):
            before = known.get(act.code)
            if number % 50 == 0:
                self._watch(LoadProgress(archive, LoadStep.CHOICE, number, len(acts)))
                await asyncio.sleep(0)
            self.counts.acts += 1
            if before is not None and before.is_read(act.digest):
                self.counts.unchanged += before.is_budget
                self.counts.others += not before.is_budget
                if not before.stood_in(archive, act.region, act.council):
                    moved[act.code] = act.region, act.council
                continue
            facts = reader.read_facts(act)
            record = _record(archive, act, facts, is_budget=_may_be_budget(act, facts, reader))
            if not record.is_budget:
                self.counts.others += 1
                others.append(record)
            elif (earlier := self._selection.find_earlier(facts)) is None:
                budgets.append((act, record))
            else:
                self.counts.acts -= 1
                self.counts.leave_out(earlier)
            if len(others) >= _NOTED_AT_ONCE:
                await self._note(others)
                others = []
        await self._note(others)
        if moved:
            await write(self._sessions, lambda connection: note_moved(connection, archive, moved))
        return budgets

    async def _note(self, others: Sequence[ActRecord]) -> None:
        if others:
            await write(self._sessions, lambda connection: note_acts(connection, others))

    async def _read(
        self,
        archive: str,
        budgets: Sequence[tuple[ActHistory, ActRecord]],
        known: Mapping[int, KnownAct],
        parser: TextParser,
    ) -> None:
        """Has acts parsed some ahead of the one that is stored, however many texts each of them has."""
        total = sum(len(act.snapshots) for act, _ in budgets)
        done = begun = 0
        ahead: deque[tuple[ActHistory, asyncio.Task[ReadAct]]] = deque()
        left = iter(budgets)
        async with asyncio.TaskGroup() as tasks:
            while True:
                while begun - done < _AHEAD * self._pool.jobs and (following := next(left, None)) is not None:
                    act, record = following
                    begun += len(act.snapshots)
                    ahead.append(
                        (act, tasks.create_task(_read_act(act, record, known.get(act.code), parser)))
                    )
                if not ahead:
                    break
                act, task = ahead.popleft()
                await self._store(await task)
                done += len(act.snapshots)
                self._watch(LoadProgress(archive, LoadStep.READING, done, total))

    async def _store(self, act: ReadAct) -> None:
        def store(connection: Connection) -> list[StoredVersion]:
            return store_act(connection, act.record, act.readings, replace_better=self._replace)

        self.counts.budgets += 1
        self.counts.repealed += act.record.is_repealed
        self.counts.versions += act.versions
        for stored in await write(self._sessions, store):
            key = stored.reading.key
            self.counts.add(version_name(str(act.record.code), key.version, key.language), stored)


async def _read_act(
    act: ActHistory, record: ActRecord, before: KnownAct | None, parser: TextParser
) -> ReadAct:
    versions = parser.reader.list_versions(act)
    readings = await parser.read_versions(act.code, versions, before.versions if before else {})
    return ReadAct(record, readings, len(versions), len({each.key.version for each in versions}))


def _may_be_budget(act: ActHistory, facts: ActFacts, reader: ActReader) -> bool:
    """Whether an act may be a budget: by its titles, else by its first text in each language."""
    subject = subject_of([*facts.act.titles.values()])
    if subject is Subject.OTHER or not adopted_by_council(facts):
        return False
    if subject is Subject.BUDGET:
        return True
    first = {snapshot.language: snapshot for snapshot in reversed(act.snapshots)}
    return any(may_hold_budget(reader.read_text(snapshot.text)) for snapshot in first.values())


def _record(archive: str, act: ActHistory, facts: ActFacts, *, is_budget: bool) -> ActRecord:
    titles: Mapping[Language, str] = facts.act.titles
    name = read_requisite(facts.act) if is_budget else None
    return ActRecord(
        code=act.code,
        archive=archive,
        region=act.region,
        council=act.council,
        digest=act.digest,
        is_budget=is_budget,
        is_repealed=act.is_repealed,
        adopted_on=facts.adopted_on or (name.date if name else None),
        place=name.council.place if name and name.council else None,
        titles=titles if is_budget else {},
    )
