"""Writing a file: what it says, its tables and what was found in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from parser.dataclass import dataclass
from parser.records import Decision, Discrepancy, Edition, Language, ParsedDecision, Source
from storage import models
from storage.loading.lines import add_lines, insert_all, insert_one
from storage.models import table

_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_REFERENCES = table(models.TextReference)
_FIGURE_CHANGES = table(models.FigureChange)
_FINDINGS = table(models.Finding)
_EDITIONS = table(models.Edition)
_DISCREPANCIES = table(models.Discrepancy)


class TableKey(NamedTuple):
    """Which edition a table is: no two tables that are stored have the same key."""

    decision_id: int
    year: int
    language: Language


@dataclass(slots=True)
class EditionTable:
    """An edition of a file on its way into the tables."""

    edition: Edition
    budget_id: int
    key: TableKey
    id: int | None = None  # None while it is not stored, and when a better file has it


def find_edition_of(editions: Sequence[Edition], found: Discrepancy) -> int | None:
    """The index of the only edition a discrepancy can be about, by what it says of its table.

    A redaction may print a year twice, as adopted and as amended: these differ in who set them.
    """
    fit = [
        index
        for index, edition in enumerate(editions)
        if found.year in {None, edition.year}
        and found.place in {None, edition.place}
        and (found.set_by is None or found.set_by == edition.set_by)
    ]
    if len(fit) > 1:  # one table in both languages
        fit = [index for index in fit if _has_row_at(editions[index], found.place_in_source)]
    return fit[0] if len(fit) == 1 else None


def _has_row_at(edition: Edition, place: str) -> bool:
    return any(str(line.at) == place for line in edition.lines)


def save_source(connection: Connection, source: Source, revision: int) -> int:
    """Stores that a file is loaded, and the revision of the parser that read it; returns its id."""
    values = {
        "sha256": source.sha256,
        "file": source.file,
        "format": source.format,
        "language": source.language,
        "revision": revision,
        "loaded_at": dt.datetime.now(dt.UTC),
    }
    return insert_one(connection, _SOURCES, values)


def save_text(
    connection: Connection, decision: Decision, language: Language, decision_id: int, source_id: int
) -> None:
    """Stores what a file says of its decision and of those around it."""
    values = {
        "decision_id": decision_id,
        "source_id": source_id,
        "language": language,
        "kind": decision.kind,
        "place": decision.place,
        "title": decision.title,
        "body": decision.body,
        "url": decision.url,
        "registration_number": decision.registration_number,
        "registration_date": decision.registration_date,
        "in_force_from": decision.in_force_from,
    }
    text_id = insert_one(connection, _TEXTS, values)
    named = [(decision.amends, True)] if decision.amends is not None else []
    named += [(ref, False) for ref in decision.amended_by]
    mentions = [
        {
            "text_id": text_id,
            "amends": amends,
            "number": ref.number,
            "date": ref.date,
            "registration_number": ref.registration_number,
            "url": ref.url,
        }
        for ref, amends in named
    ]
    insert_all(connection, _REFERENCES, mentions)


def save_findings(connection: Connection, parsed: ParsedDecision, decision_id: int, source_id: int) -> None:
    """Stores the figures that a text replaces, and what was uncertain in reading the file."""
    changes = [
        {
            "source_id": source_id,
            "decision_id": decision_id,
            "clause": change.clause,
            "old": change.old,
            "new": change.new,
            "path": change.path,
            "at": str(change.at),
        }
        for change in parsed.figure_changes
    ]
    insert_all(connection, _FIGURE_CHANGES, changes)
    findings = [
        {
            "source_id": source_id,
            "kind": finding.kind,
            "place_in_source": None if finding.at is None else str(finding.at),
            "values": dict(finding.values),
        }
        for finding in parsed.warnings
    ]
    insert_all(connection, _FINDINGS, findings)


def save_editions(connection: Connection, kept: Sequence[EditionTable], number: str, source_id: int) -> None:
    """Stores editions with their lines, and notes the ids that they got.

    Args:
        connection: in the transaction that everything belongs to.
        kept: those that no other file has a better right to.
        number: of the file's decision.
        source_id: of the file.
    """
    for edition_table in kept:
        edition, key = edition_table.edition, edition_table.key
        of_another = edition.set_by.number != number
        values = {
            "budget_id": edition_table.budget_id,
            "decision_id": key.decision_id,
            "year": key.year,
            "language": key.language,
            "appendix": edition.appendix,
            "unit": edition.unit,
            "set_by_registration": edition.set_by.registration_number if of_another else None,
            "line_count": len(edition.lines),
            "source_id": source_id,
        }
        edition_table.id = insert_one(connection, _EDITIONS, values)
    ids = [edition_table.id for edition_table in kept if edition_table.id is not None]
    add_lines(connection, [edition_table.edition for edition_table in kept], ids)


def save_discrepancies(
    connection: Connection,
    found: Iterable[tuple[Discrepancy, EditionTable | None]],
    decision_id: int,
    source_id: int,
) -> None:
    """Stores discrepancies, each with the table it is about, where that one is stored."""
    rows = [
        {
            "source_id": source_id,
            "decision_id": decision_id if about is None else about.key.decision_id,
            "edition_id": None if about is None else about.id,
            "kind": discrepancy.kind,
            "path": discrepancy.path,
            "printed": discrepancy.printed,
            "expected": discrepancy.expected,
            "place_in_source": discrepancy.place_in_source,
            "year": discrepancy.year,
            "certain": discrepancy.certain,
        }
        for discrepancy, about in found
        if about is None or about.id is not None  # else another file has a better right to the table
    ]
    insert_all(connection, _DISCREPANCIES, rows)
