"""The texts of an act, parsed; of one that cannot be read its cause is kept, which the archive names."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Protocol

from bot.archive.versions import ActReader, Version
from bot.documents.reply import ReadDocument, ReadFault
from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.readers.act_files import version_name
from parser.readers.files import RawFile
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision, Source
from storage.loading.archive import Refusal, VersionKey, VersionReading

_LONGEST_RUN = 8  # versions that one process parses one after another


class ParserOfTexts(Protocol):
    """Parses texts one after another."""

    async def parse(self, raw: RawFile) -> ReadDocument:
        """What a text says, or why it cannot be read.

        Args:
            raw: the text.
        """


class TextPool(Protocol):
    """Has several who parse texts at once."""

    jobs: int  # how many

    def lend(self) -> AbstractAsyncContextManager[ParserOfTexts]:
        """One of them, for as long as nobody else may have it."""


@dataclass(frozen=True, slots=True)
class TextParser:
    """Reads texts of a clone and has them parsed."""

    reader: ActReader
    pool: TextPool

    async def read_versions(
        self, code: int, versions: Sequence[Version], known: Mapping[VersionKey, str]
    ) -> list[VersionReading]:
        """Reads the versions of an act that are new, or another than before, and those behind them.

        A version's tables are told by those of the version before it, where its notes do not tell them.

        Args:
            code: of the act.
            versions: all that it has, the oldest first.
            known: the hashes of those that were read before.
        """
        new = list(_from_the_first_new(versions, known))
        runs = list(_part(new))
        parsed = await asyncio.gather(*(self._parse_run(code, run) for run in runs))
        read_of = {
            each.key: read
            for run, found in zip(runs, parsed, strict=True)
            for each, read in zip(run, found, strict=True)
        }
        readings = [
            VersionReading(each.key, each.content, read_of[each.key].parsed, _refusal(read_of[each.key]))
            for each in new
        ]
        if all(each.refusal is None or each.parsed is not None for each in readings):
            return readings
        return await self._keep_causes(code, versions, readings)

    async def _parse_run(self, code: int, versions: Iterable[Version]) -> list[ReadDocument]:
        """Has versions parsed one after another, by one process."""
        async with self.pool.lend() as parser:
            return [await self._parse(code, each, parser) for each in versions]

    async def _parse(self, code: int, version: Version, parser: ParserOfTexts) -> ReadDocument:
        try:
            raw = self.reader.open_version(code, version)
        except ParseError as error:
            return ReadDocument(error.file, fault=ReadFault.note(error))
        return await parser.parse(raw)

    async def _keep_causes(
        self, code: int, versions: Sequence[Version], readings: Sequence[VersionReading]
    ) -> list[VersionReading]:
        """Gives each text that cannot be read what is known all the same: which decision made it.

        Nobody else may name that decision: then the ledger would lack it without a word.
        """
        good = {each.key: each.parsed for each in readings if each.parsed is not None}
        kept: list[VersionReading] = []
        for reading in readings:
            own = next(each for each in versions if each.key == reading.key)
            if reading.parsed is not None or own.cause is None:
                kept.append(reading)
                continue
            alike = [each for each in versions if each.key.language is reading.key.language and each != own]
            beside = sorted(alike, key=lambda each: (each.key.version > own.key.version, each.key.version))
            witness = next((good[each.key] for each in beside if each.key in good), None)
            for each in beside if witness is None else ():
                if each.key not in {one.key for one in readings}:  # read before, and stored
                    witness = (await self._parse_run(code, [each]))[0].parsed
                    break
            if witness is not None:
                causes = [each.cause for each in alike if each.cause and each.key.version < own.key.version]
                parsed = _unread_version(code, own, witness, [*causes, own.cause])
                reading = replace(reading, parsed=parsed)  # noqa: PLW2901 - the same text, with more known
            kept.append(reading)
        return kept


def _from_the_first_new(versions: Sequence[Version], known: Mapping[VersionKey, str]) -> Iterator[Version]:
    changed: set[Language] = set()
    for each in versions:
        if each.key.language in changed or known.get(each.key) != each.content:
            changed.add(each.key.language)
            yield each


def _part(versions: Sequence[Version]) -> Iterator[Sequence[Version]]:
    """Parts versions into runs, each for one process: of one language, and none too long to be shared out.

    Versions of one language have most tables in common, which a process that has read one of them knows.
    The last act of a clone may be one with a very long history: then all processes are to have a part in it.
    """
    for language in Language:
        own = [each for each in versions if each.key.language is language]
        yield from (own[start : start + _LONGEST_RUN] for start in range(0, len(own), _LONGEST_RUN))


def _refusal(read: ReadDocument) -> Refusal | None:
    return None if read.fault is None else Refusal.of(read.fault.error())


def _unread_version(
    code: int, version: Version, witness: ParsedDecision, causes: Sequence[DecisionRef]
) -> ParsedDecision:
    """A version of which nothing is read but which decisions made it: it has no table and no figure.

    Args:
        code: of the act.
        version: what could not be read.
        witness: another version of the text, which says whose budget it is.
        causes: the decisions that made it, as the archive names them.
    """
    last = version.key.version
    noted = [ref for ref in witness.decision.amended_by if ref.date is not None and ref.date <= last]
    changed = {(ref.number, ref.date): ref for ref in (*noted, *causes)}
    name = version_name(str(code), last, version.key.language)
    digest = hashlib.sha256(f"{name} {version.content}".encode()).hexdigest()
    return ParsedDecision(
        source=Source(name, digest, "md", version.key.language),
        decision=replace(
            witness.decision, kind=DecisionKind.REDACTION, url=None, amended_by=tuple(changed.values())
        ),
        headline=dict.fromkeys(witness.headline),
        figure_changes=(),
        editions=(),
        discrepancies=(),
        places=tuple(dict.fromkeys([*(each.place for each in witness.editions), *witness.places])),
    )
