"""Acts of the open archive → rows: what was read of each, and what need not be read again.

An act is stored in one transaction with all its versions, so that a load that ends at any moment has an act
whole or not at all. A version is keyed by act, language and the day it is dated: a build of the archive that
prints it anew takes the place of the one before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Value
from parser.records import Language, ParsedDecision
from parser.revision import PARSER_REVISION
from storage import models_archive
from storage.loading.errors import IngestError, UnknownDecisionError
from storage.loading.ingest import IngestReport, ingest_on
from storage.models import table

_ACTS = table(models_archive.ArchiveAct)
_TEXTS = table(models_archive.ArchiveText)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text of the archive is not stored.

    Attributes:
        reason: the key of the text that says why: `parse-error-no-table`.
        values: what that text takes.
        at: where in the text.
        found: what stands there.
    """

    reason: str
    values: Mapping[str, Value] = field(default_factory=dict)
    at: str | None = None
    found: str | None = None

    @classmethod
    def of(cls, error: ParseError | IngestError) -> Refusal:
        """Notes why a text could not be read or stored."""
        at = None if error.at is None else str(error.at)
        if isinstance(error, ParseError):
            return cls(f"parse-error-{error.kind}", dict(error.values), at, error.found)
        return cls(f"ingest-error-{error.kind}", dict(error.values), at)


@dataclass(frozen=True, slots=True)
class ActRecord:
    """An act as the archive has it.

    Attributes:
        code: of the act.
        archive: what the clone is called; `region` and `council` are folders in it.
        digest: of all its texts.
        is_budget: whether it may be a budget, so that its texts are read.
        is_repealed: whether it stands in the history alone.
        adopted_on: the day of its adoption, where it is stated.
        place: the council's, as its decisions name it.
        titles: of the act.
    """

    code: int
    archive: str
    region: str
    council: str
    digest: str
    is_budget: bool
    is_repealed: bool = False
    adopted_on: dt.date | None = None
    place: str | None = None
    titles: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VersionKey:
    """Which version of an act a text is: no two texts of an act have the same key."""

    language: Language
    version: dt.date


@dataclass(frozen=True, slots=True)
class VersionReading:
    """A version of an act that was read, or why it could not be.

    `content` is the hash of what the archive holds of it. Of a text that is refused, `parsed` may have what
    is known all the same: which decisions made it.
    """

    key: VersionKey
    content: str
    parsed: ParsedDecision | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """What became of a version: a report of what is stored, or why nothing is.

    `waits` says that another act may tell what it refers to.
    """

    reading: VersionReading
    report: IngestReport | None = None
    refusal: Refusal | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class KnownAct:
    """An act as it was looked at before: where it stood, what it held, which versions are read."""

    archive: str
    region: str
    council: str
    digest: str
    revision: int
    is_budget: bool
    versions: Mapping[VersionKey, str]  # to the hashes of their contents

    def is_read(self, digest: str) -> bool:
        """Whether an act of this digest needs no look any more."""
        return self.digest == digest and self.revision >= PARSER_REVISION

    def stood_in(self, archive: str, region: str, council: str) -> bool:
        """Whether the act stood there: a build of the archive may call folders otherwise."""
        return (self.archive, self.region, self.council) == (archive, region, council)


def load_known_acts(connection: Connection, codes: Collection[int] | None = None) -> dict[int, KnownAct]:
    """The acts that were looked at before, by their codes.

    A version that waits for another decision, or that an older parser read, is not among the versions.

    Args:
        connection: a connection to the database.
        codes: of the acts; of all where none are given.
    """
    texts = select(_TEXTS).where(_TEXTS.c.revision >= PARSER_REVISION)
    stood = _ACTS.c.archive, _ACTS.c.region, _ACTS.c.council
    acts = select(_ACTS.c.act, *stood, _ACTS.c.digest, _ACTS.c.revision, _ACTS.c.is_budget)
    if codes is not None:
        texts, acts = texts.where(_TEXTS.c.act.in_(codes)), acts.where(_ACTS.c.act.in_(codes))
    versions: dict[int, dict[VersionKey, str]] = {}
    for row in connection.execute(texts):
        versions.setdefault(row.act, {})[VersionKey(row.language, row.version)] = row.content
    return {
        row.act: KnownAct(
            row.archive,
            row.region,
            row.council,
            row.digest,
            row.revision,
            row.is_budget,
            versions.get(row.act, {}),
        )
        for row in connection.execute(acts)
    }


def note_acts(connection: Connection, acts: Sequence[ActRecord]) -> None:
    """Notes acts that are no budgets: what is known of their texts from another build goes."""
    for act in acts:
        _save_act(connection, act)
    connection.execute(delete(_TEXTS).where(_TEXTS.c.act.in_([act.code for act in acts])))


def note_moved(connection: Connection, archive: str, folders: Mapping[int, tuple[str, str]]) -> None:
    """Notes where acts stand that hold what they held.

    Args:
        connection: in the transaction of the only writer.
        archive: what the clone is called.
        folders: of each act, by its code, the region's and the council's.
    """
    for code, (region, council) in folders.items():
        values = {"archive": archive, "region": region, "council": council}
        connection.execute(update(_ACTS).where(_ACTS.c.act == code).values(values))


def store_act(
    connection: Connection,
    act: ActRecord,
    readings: Sequence[VersionReading],
    *,
    replace_better: bool = False,
) -> list[StoredVersion]:
    """Stores what was read of an act; a version that cannot be stored changes nothing of the others.

    Args:
        connection: in the transaction that all of it belongs to, as the only writer.
        act: as the archive has it.
        readings: of the versions that are new or another than before, the oldest first.
        replace_better: whether a worse reading may take the place of a better one.

    Returns:
        What became of each version, in their order.
    """
    stored = {
        VersionKey(row.language, row.version): row
        for row in connection.execute(select(_TEXTS).where(_TEXTS.c.act == act.code))
    }
    outcomes: dict[int, StoredVersion] = {}
    waiting = list(range(len(readings)))
    while waiting:
        left = []
        for number in waiting:
            reading = readings[number]
            earlier = stored.get(reading.key)
            # A later version may have stood in for this one: it is read again behind it.
            late = earlier is None and any(_goes_before(reading.key, key) for key in stored)
            outcomes[number] = _store(connection, reading, earlier, replace_better=replace_better or late)
            if outcomes[number].waits:
                left.append(number)
        waiting = left if len(left) < len(waiting) else []
    ordered = [outcomes[number] for number in range(len(readings))]
    complete = not any(each.waits for each in ordered)
    _save_act(connection, act, revision=PARSER_REVISION if complete else 0)
    for outcome in ordered:
        _save_text(connection, act.code, outcome, stored.get(outcome.reading.key))
    return ordered


def _goes_before(key: VersionKey, other: VersionKey) -> bool:
    return key.language is other.language and key.version < other.version


def _store(
    connection: Connection, reading: VersionReading, earlier: Row[Any] | None, *, replace_better: bool
) -> StoredVersion:
    if reading.parsed is None:
        return StoredVersion(reading, refusal=reading.refusal)
    try:
        with connection.begin_nested():
            ingested = ingest_on(
                connection,
                reading.parsed,
                replace_better=replace_better,
                earlier=None if earlier is None else earlier.source,
            )
    except IngestError as error:
        waits = isinstance(error, UnknownDecisionError)
        return StoredVersion(reading, refusal=reading.refusal or Refusal.of(error), waits=waits)
    return StoredVersion(reading, ingested.report, reading.refusal)


def _save_act(connection: Connection, act: ActRecord, revision: int = PARSER_REVISION) -> None:
    """Writes an act; with an older revision it is looked at again."""
    values = {
        "archive": act.archive,
        "region": act.region,
        "council": act.council,
        "digest": act.digest,
        "revision": revision,
        "is_budget": act.is_budget,
        "is_repealed": act.is_repealed,
        "adopted_on": act.adopted_on,
        "place": act.place,
        "title_kk": act.titles.get(Language.KK),
        "title_ru": act.titles.get(Language.RU),
    }
    changed = connection.execute(update(_ACTS).where(_ACTS.c.act == act.code).values(values))
    if not changed.rowcount:
        connection.execute(insert(_ACTS).values(act=act.code, **values))


def _save_text(connection: Connection, code: int, outcome: StoredVersion, earlier: Row[Any] | None) -> None:
    """Writes what became of a version; of one that is refused now, what is stored of it stays."""
    reading, refusal = outcome.reading, outcome.refusal
    own = reading.parsed.source.sha256 if reading.parsed is not None and outcome.report is not None else None
    key = {"act": code, "language": reading.key.language, "version": reading.key.version}
    values = {
        "content": reading.content,
        "revision": 0 if outcome.waits else PARSER_REVISION,
        "source": own or (None if earlier is None else earlier.source),
        "reason": refusal and refusal.reason,
        "values": refusal and dict(refusal.values),
        "place_in_source": refusal and refusal.at,
        "found": refusal and refusal.found,
    }
    if earlier is None:
        connection.execute(insert(_TEXTS).values(**key, **values))
        return
    at = (
        (_TEXTS.c.act == code)
        & (_TEXTS.c.language == reading.key.language)
        & (_TEXTS.c.version == reading.key.version)
    )
    connection.execute(update(_TEXTS).where(at).values(values))
