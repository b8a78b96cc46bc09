"""Writing and removing the lines of editions: names once, rows in bulk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from parser.records import Edition, Language
from storage.columns import write_codes
from storage.kept.name_blocks import mark_names
from storage.models import Edition as StoredEdition
from storage.models import Line, Name, PathName, table
from storage.upserts import insert_or

_EDITIONS = table(StoredEdition)
_NAMES = table(Name)
_LINES = table(Line)
_PATH_NAMES = table(PathName)

# A connection keeps the ids of committed names, which never change: asking again takes a fifth of the time.
_COMMITTED = "committed_names"
_COMMITTED_LIMIT = 50_000

_COLUMNS = (
    "edition_id", "path", "row", "level", "section", "codes", "name_id", "amount", "amount_printed",
    "printed", "at", "doubt",
)  # fmt: skip
_COUNT_NAMES = (
    "INSERT INTO path_name (name_id, path, editions) VALUES (?, ?, ?) "
    "ON CONFLICT (name_id, path) DO UPDATE SET editions = path_name.editions + excluded.editions"
)
_IN_LIMIT = 500  # values of one IN list; databases limit the parameters of a statement


def add_lines(connection: Connection, editions: Sequence[Edition], edition_ids: Sequence[int]) -> None:
    """Stores the lines of editions that are stored already.

    Args:
        connection: in the transaction that everything belongs to.
        editions: as parsed.
        edition_ids: the stored id of each.
    """
    names = _save_names(connection, editions)
    if connection.dialect.name == "sqlite":
        _insert_fast(connection, editions, edition_ids, names)
    else:
        rows = _rows(editions, edition_ids, names)
        insert_all(connection, _LINES, [dict(zip(_COLUMNS, row, strict=True)) for row in rows])
    pairs = {
        (number, names[edition.language, line.name], line.path)
        for number, edition in enumerate(editions)
        for line in edition.lines
    }
    _count_names(connection, Counter((name_id, path) for _, name_id, path in pairs))


def _rows(
    editions: Sequence[Edition], edition_ids: Sequence[int], names: Mapping[tuple[Language, str], int]
) -> Iterator[tuple[Any, ...]]:
    """The lines as rows of `_COLUMNS`."""
    for edition_id, edition in zip(edition_ids, editions, strict=True):
        for line in edition.lines:
            yield (
                edition_id, line.path, line.row, line.level, line.section, line.codes,
                names[edition.language, line.name], line.amount, line.amount_printed, line.printed,
                str(line.at), line.doubt,
            )  # fmt: skip


def _insert_fast(
    connection: Connection,
    editions: Sequence[Edition],
    edition_ids: Sequence[int],
    names: Mapping[tuple[Language, str], int],
) -> None:
    """Hands the rows to SQLite as they are: naming every parameter costs as much as storing it."""
    codes = _COLUMNS.index("codes")
    write = lru_cache(maxsize=None)(write_codes)  # a few hundred runs stand in all editions
    rows = [
        (*row[:codes], write(row[codes]), *row[codes + 1 :]) for row in _rows(editions, edition_ids, names)
    ]
    if rows:
        columns = ", ".join(f'"{column}"' for column in _COLUMNS)
        values = ", ".join("?" for _ in _COLUMNS)
        connection.exec_driver_sql(f"INSERT INTO line ({columns}) VALUES ({values})", rows)  # noqa: S608


def remove_editions(connection: Connection, edition_ids: Iterable[int]) -> None:
    """Removes editions with their lines; names that no edition prints for a path go with them."""
    for edition_id in edition_ids:
        pairs = select(_LINES.c.path, _LINES.c.name_id).where(_LINES.c.edition_id == edition_id).distinct()
        unused = [{"its_path": row.path, "its_name": row.name_id} for row in connection.execute(pairs)]
        if unused:
            this = (
                _PATH_NAMES.c.path == bindparam("its_path"),
                _PATH_NAMES.c.name_id == bindparam("its_name"),
            )
            less = update(_PATH_NAMES).where(*this).values(editions=_PATH_NAMES.c.editions - 1)
            connection.execute(less, unused)
            connection.execute(delete(_PATH_NAMES).where(*this, _PATH_NAMES.c.editions <= 0), unused)
            mark_names(connection, {row["its_name"] for row in unused})
        connection.execute(delete(_EDITIONS).where(_EDITIONS.c.id == edition_id))


def restore_lines(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Puts back lines that were removed with their editions, under the same ids.

    Args:
        connection: in the transaction that everything belongs to; the editions are there already.
        rows: as the table has them.
    """
    insert_all(connection, _LINES, rows)
    pairs = {(row["edition_id"], row["name_id"], row["path"]) for row in rows}
    _count_names(connection, Counter((name_id, path) for _, name_id, path in pairs))


def forget_names(connection: Connection) -> None:
    """Forgets which names a connection took for committed: those of work that is rolled back are not."""
    connection.info.pop(_COMMITTED, None)


def insert_all(connection: Connection, into: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows in one statement, and nothing when there are none."""
    if rows:  # given an empty list the statement would insert a row of defaults
        connection.execute(insert(into), rows)


def insert_one(connection: Connection, into: Table, values: Mapping[str, Any]) -> int:
    """Inserts a row and returns its id."""
    return int(connection.scalar(insert(into).returning(into.c.id), values))


def _count_names(connection: Connection, pairs: Mapping[tuple[int, str], int]) -> None:
    if not pairs:
        return
    mark_names(connection, {name_id for name_id, _ in pairs})
    # In the table's order: neighbours lie on one page, and two writers do not wait for each other's rows.
    rows = [
        {"name_id": name_id, "path": path, "editions": editions}
        for (name_id, path), editions in sorted(pairs.items())
    ]
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_COUNT_NAMES, [tuple(row.values()) for row in rows])
        return
    new = insert_or(connection, _PATH_NAMES)
    more = {"editions": _PATH_NAMES.c.editions + new.excluded.editions}
    connection.execute(new.on_conflict_do_update(index_elements=["name_id", "path"], set_=more), rows)


def _save_names(connection: Connection, editions: Sequence[Edition]) -> dict[tuple[Language, str], int]:
    """The ids of all names in the editions; those not known yet are stored."""
    wanted = dict.fromkeys((edition.language, line.name) for edition in editions for line in edition.lines)
    committed: dict[tuple[Language, str], int] = connection.info.setdefault(_COMMITTED, {})
    if len(committed) > _COMMITTED_LIMIT:
        committed.clear()
    # Nothing was written in this transaction yet: what is found now is committed.
    committed |= _find_names(
        connection, [text for language, text in wanted if (language, text) not in committed]
    )
    ids = {key: committed[key] for key in wanted if key in committed}
    new = [key for key in wanted if key not in ids]
    insert_all(connection, _NAMES, [{"language": language, "text": text} for language, text in new])
    return ids | _find_names(connection, [text for _, text in new])


def _find_names(connection: Connection, texts: Sequence[str]) -> dict[tuple[Language, str], int]:
    found: dict[tuple[Language, str], int] = {}
    for start in range(0, len(texts), _IN_LIMIT):
        some = texts[start : start + _IN_LIMIT]
        # The languages are named because the index over names begins with them.
        query = select(_NAMES).where(_NAMES.c.language.in_(list(Language)), _NAMES.c.text.in_(some))
        found |= {(row.language, row.text): row.id for row in connection.execute(query)}
    return found
