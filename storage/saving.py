"""Writing what a file says besides its tables."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection

from parser.records import Decision, Language, ParsedDecision, Source
from storage import models
from storage.lines import insert_all, insert_one
from storage.models import table

_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_MENTIONS = table(models.Mention)
_FIGURE_CHANGES = table(models.FigureChange)
_WARNINGS = table(models.ParserWarning)


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
        }
        for ref, amends in named
    ]
    insert_all(connection, _MENTIONS, mentions)


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
    warnings = [
        {"source_id": source_id, "text": warning.text, "place_in_source": warning.place_in_source}
        for warning in parsed.warnings
    ]
    insert_all(connection, _WARNINGS, warnings)
