"""Everything a database file holds, read past SQLAlchemy."""

# ruff: noqa: S608 - the statements are put together from these very lines

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.harness.databases import list_tables, read_rows

Dump = dict[str, list[tuple[Any, ...]]]

# What the tables say, with what a row refers to in place of its id: no row ids, no load times.
_DECISION = "b.place, b.first_year, b.last_year, d.number, d.date"
_OF_DECISION = "JOIN decision d ON d.id = {0}.decision_id JOIN budget b ON b.id = d.budget_id"
_OF_SOURCE = "JOIN source s ON s.id = {0}.source_id"
_FACTS = {
    "budget": "SELECT place, first_year, last_year FROM budget",
    "budget_key": "SELECT k.key, k.place, b.place, b.first_year, b.last_year FROM budget_key k "
    "JOIN budget b ON b.id = k.budget_id",
    "decision": f"SELECT {_DECISION}, d.kind, d.registration_number, d.registration_date, d.in_force_from, d.url "
    "FROM decision d JOIN budget b ON b.id = d.budget_id",
    "source": "SELECT sha256, file, format, language, revision FROM source",
    "decision_text": f"SELECT {_DECISION}, s.sha256, t.language, t.kind, t.place, t.title, t.body, t.url, "
    "t.registration_number, t.registration_date, t.in_force_from FROM decision_text t "
    f"{_OF_DECISION.format('t')} {_OF_SOURCE.format('t')}",
    "mention": f"SELECT {_DECISION}, s.sha256, m.amends, m.number, m.date, m.registration_number, m.url FROM mention m "
    f"JOIN decision_text t ON t.id = m.text_id {_OF_DECISION.format('t')} {_OF_SOURCE.format('t')}",
    "edition": f"SELECT {_DECISION}, e.year, e.language, e.appendix, e.unit, e.set_by_registration, "
    f"e.line_count, s.sha256, e.budget_id = b.id FROM edition e {_OF_DECISION.format('e')} {_OF_SOURCE.format('e')}",
    "line": f"SELECT {_DECISION}, e.year, e.language, l.path, l.row, l.level, l.section, l.codes, n.text, "
    "n.language, l.amount, l.amount_printed, l.printed, l.at, l.doubt FROM line l JOIN name n ON n.id = l.name_id "
    f"JOIN edition e ON e.id = l.edition_id {_OF_DECISION.format('e')}",
    "path_name": "SELECT p.path, n.language, n.text, p.editions FROM path_name p JOIN name n ON n.id = p.name_id",
    "figure_change": f"SELECT {_DECISION}, s.sha256, c.clause, c.old, c.new, c.path, c.at FROM figure_change c "
    f"{_OF_DECISION.format('c')} {_OF_SOURCE.format('c')}",
    "discrepancy": f"SELECT {_DECISION}, s.sha256, e.year, e.language, c.kind, c.path, c.printed, c.expected, "
    f"c.place_in_source, c.year, c.certain FROM discrepancy c {_OF_DECISION.format('c')} {_OF_SOURCE.format('c')} "
    "LEFT JOIN edition e ON e.id = c.edition_id",
    "finding": f'SELECT s.sha256, f.kind, f.place_in_source, f."values" FROM finding f {_OF_SOURCE.format("f")}',
    "archive_act": "SELECT * FROM archive_act",
    "archive_text": "SELECT * FROM archive_text",
    "person": "SELECT * FROM person",
    "follow": "SELECT * FROM follow",
    "told": "SELECT * FROM told",
    "alembic_version": "SELECT * FROM alembic_version",
}
# Names stay when their last line goes; those in use are in `path_name`. What was asked, or waits to be stored, is
# no fact loaded.
_NOT_TOLD = {
    "name",
    "missed_question",
    "upload",
    "taught_phrase",
    "sent_picture",
    "sent_reply",
    "received_update",
    "open_update",
    "stored_state",
    "name_block",
    "made_names",
    "kept_memory",
    "allowance",
}


def dump(database: Path) -> Dump:
    """All rows of all tables, in one read."""
    tables = list_tables(database)
    found = read_rows(database, *(f'SELECT * FROM "{name}"' for name in tables))
    return {name: sorted(rows, key=repr) for name, rows in zip(tables, found, strict=True)}


def facts(database: Path) -> Dump:
    """All that a database says, whatever ids its rows got and whenever they were loaded."""
    assert set(list_tables(database)) == _FACTS.keys() | _NOT_TOLD
    found = read_rows(database, *_FACTS.values())
    return {name: sorted(rows, key=repr) for name, rows in zip(_FACTS, found, strict=True)}


def column(database: Path, table: str, name: str) -> list[Any]:
    """One column of a table, sorted."""
    [rows] = read_rows(database, f"SELECT {name} FROM {table}")
    return sorted((row[0] for row in rows), key=repr)


def count(database: Path, *tables: str) -> list[int]:
    """How many rows some tables have."""
    return [len(rows) for rows in read_rows(database, *(f'SELECT 1 FROM "{name}"' for name in tables))]


def tables_naming(file: Path, number: int) -> set[str]:
    """The tables in which a number stands, in whatever column and within whatever text."""
    tables = list_tables(file)
    rows = read_rows(file, *(f'SELECT * FROM "{table}"' for table in tables))
    return {
        table
        for table, found in zip(tables, rows, strict=True)
        if any(str(number) in str(row) for row in found)
    }
