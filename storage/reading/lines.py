"""The lines of one edition as they were printed, put together from its texts.

A path printed several times (an administrator's blocks in one group) is one line,
the sum of its rows. Each path is read from one text, the first that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from parser.budget_code import MAIN_TOTALS, branches, key_range, parents, path_below
from parser.kinds import Doubt
from parser.records import Language, Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.records import Block, Figure, LineInfo, Names
from storage.statements import (
    RowShape,
    TextConnection,
    Where,
    fetch_rows,
    is_in,
    match_all,
    match_any,
    read_codes,
)


class _LineRow(NamedTuple):
    """A printed row of an edition's text, with its name."""

    edition_id: int
    path: str
    row: int
    level: int
    section: Section
    codes: tuple[str, ...]
    amount: int
    amount_printed: str
    printed: str
    at: str
    doubt: Doubt | None
    text: str


class _ElsewhereRow(NamedTuple):
    """What an edition's text prints in a row of a path."""

    edition_id: int
    path: str
    amount: int
    doubt: Doubt | None
    text: str


class _NameRow(NamedTuple):
    """A name of a path."""

    path: str
    language: Language
    text: str


_LINE_ROWS = RowShape(_LineRow, section=Section, codes=read_codes, doubt=Doubt)
_LINES = """
SELECT line.edition_id, line.path, line.row, line.level, line.section, line.codes, line.amount,
  line.amount_printed, line.printed, line.at, line.doubt, name.text
FROM line JOIN name ON name.id = line.name_id
WHERE {where}
ORDER BY line.row
"""
_ELSEWHERE_ROWS = RowShape(_ElsewhereRow, doubt=Doubt)
_ELSEWHERE = """
SELECT line.edition_id, line.path, line.amount, line.doubt, name.text
FROM line JOIN name ON name.id = line.name_id
WHERE {where}
ORDER BY line.row
"""
_NAME_ROWS = RowShape(_NameRow, language=Language)
_NAMES = """
SELECT path_name.path, name.language, name.text
FROM path_name JOIN name ON name.id = path_name.name_id
WHERE {where}
ORDER BY path_name.editions DESC, name.text
"""


class PrintedElsewhere:
    """What editions print under some paths: an amount and a name for each row of the edition table."""

    def __init__(self, rows: Iterable[_ElsewhereRow]) -> None:
        self._figures: dict[tuple[int, str], Figure] = {}
        self._names: dict[tuple[int, str], str] = {}
        for row in rows:
            key = row.edition_id, row.path
            figure, before = Figure(row.amount, row.doubt), self._figures.get(key)
            self._figures[key] = figure if before is None else before + figure
            self._names.setdefault(key, row.text)

    def figure(self, edition: StoredEdition, path: str) -> Figure | None:
        """The amount of a path in an edition, from the first of its texts that has it."""
        figures = (self._figures.get((text_id, path)) for text_id in edition.text_ids)
        return next((figure for figure in figures if figure is not None), None)

    def names_in(self, edition: StoredEdition, path: str) -> dict[Language, str]:
        """What an edition itself calls a path, in each of its languages that prints it."""
        return {
            text.language: name
            for text in edition.texts
            if (name := self._names.get((text.id, path))) is not None
        }

    def called(self, path: str) -> list[str]:
        """What any of the editions calls a path."""
        return [name for (_, named), name in self._names.items() if named == path]

    def names(self, catalogue: Catalogue, edition: StoredEdition, paths: Iterable[str]) -> dict[str, Names]:
        """The names of paths in the other editions of an edition's budget.

        For each language: the name that the decision adopted last prints; if it prints several years, the
        name in the edition's own year.

        Args:
            catalogue: of the budget.
            edition: the one whose own names are not asked.
            paths: of the lines.

        Returns:
            Names by path and language; a path that no other edition has is absent.
        """
        adopted = {known.decision.address: index for index, known in enumerate(catalogue.editions)}
        newest_first = sorted(
            (stored for stored in catalogue.editions if stored is not edition),
            key=lambda stored: (adopted[stored.decision.address], stored.year == edition.year),
            reverse=True,
        )
        texts = [text for stored in newest_first for text in stored.texts]
        names: dict[str, dict[Language, str]] = {}
        for path in paths:
            for text in texts:
                name = self._names.get((text.id, path))
                if name is not None:
                    names.setdefault(path, {}).setdefault(text.language, name)
        return dict(names)


async def read_families(
    reader: StoredReader, lines: Iterable[tuple[StoredEdition, str]]
) -> dict[int, dict[str, LineInfo]]:
    """Reads lines with all that is printed above, directly below and between them, in one query.

    Args:
        reader: of one state of the database.
        lines: which paths of which editions.

    Returns:
        What is printed of these, by `StoredEdition.key` and path, in print order.
    """
    editions: dict[int, StoredEdition] = {}
    paths: dict[int, dict[str, None]] = {}
    for edition, path in lines:
        editions[edition.key] = edition
        paths.setdefault(edition.key, {})[path] = None
    which = [
        match_all(is_in("line.edition_id", edition.text_ids), _is_family(paths[key]))
        for key, edition in editions.items()
    ]
    if not which:
        return {}
    return await reader.run_sync(_fetch, list(editions.values()), match_any(*which))


def _is_family(paths: Iterable[str]) -> Where:
    related: dict[str, None] = {}
    branched: dict[str, None] = {}
    for path in paths:
        branched.update(dict.fromkeys(branches(path)))
        related.update(dict.fromkeys([*branches(path), *parents(path)]))
    below = [
        Where(
            "(line.path > ? AND line.path < ? AND line.path NOT LIKE ?)",
            (*key_range(path), path_below(path, "%", "%")),
        )
        for path in branched
    ]
    return match_any(is_in("line.path", related), *below)


async def read_edition_lines(
    reader: StoredReader, editions: Iterable[StoredEdition]
) -> dict[int, dict[str, LineInfo]]:
    """Reads all lines of editions, by `StoredEdition.key` and path, in print order."""
    return await reader.run_sync(_fetch, list(editions))


async def read_lines_of(
    reader: StoredReader, editions: Iterable[StoredEdition], paths: Iterable[str]
) -> dict[int, dict[str, LineInfo]]:
    """Reads the lines of these paths in editions, by `StoredEdition.key` and path, in print order.

    A path that an edition does not print is absent there.
    """
    return await reader.run_sync(_fetch, list(editions), is_in("line.path", paths))


async def read_edition_totals(
    reader: StoredReader, editions: Iterable[StoredEdition]
) -> dict[int, dict[str, LineInfo]]:
    """Reads the main totals of editions, by `StoredEdition.key` and path."""
    return await read_lines_of(reader, editions, [section.value for section in MAIN_TOTALS])


def fetch_lines(
    connection: TextConnection, edition: StoredEdition, paths: Iterable[str]
) -> dict[str, LineInfo]:
    """Reads some lines of an edition, by path, in print order."""
    return _fetch(connection, [edition], is_in("line.path", paths))[edition.key]


async def read_elsewhere(
    reader: StoredReader, editions: Iterable[StoredEdition], paths: Iterable[str]
) -> PrintedElsewhere:
    """Reads what editions, of any budgets, print under some paths."""
    text_ids = {text_id: None for edition in editions for text_id in edition.text_ids}
    where = match_all(is_in("line.edition_id", text_ids), is_in("line.path", paths))
    return PrintedElsewhere(
        await reader.read(_ELSEWHERE_ROWS, _ELSEWHERE.format(where=where.sql), where.values)
    )


async def complete_names(
    reader: StoredReader,
    lines: Sequence[tuple[str, Names]],
    known: Mapping[str, Names] | None = None,
) -> list[Names]:
    """Completes the names of lines by those of any budget: the codes are the national classification.

    Args:
        reader: of one state of the database.
        lines: paths with what their own budgets call them.
        known: the names of paths in all budgets, where they are at hand; read if None.

    Returns:
        The names of each, in their order; a language in which no budget has the path stays absent. Of
        several names elsewhere the one that most editions print counts.
    """
    lacking = {path: None for path, names in lines if len(names) < len(Language)}
    if lacking and known is None:
        known = await _read_names(reader, lacking)
    return [{**(known or {}).get(path, {}), **names} for path, names in lines]


async def _read_names(reader: StoredReader, paths: Iterable[str]) -> dict[str, Names]:
    where = is_in("path_name.path", paths)
    names: dict[str, dict[Language, str]] = {}
    for row in await reader.read(_NAME_ROWS, _NAMES.format(where=where.sql), where.values):
        names.setdefault(row.path, {}).setdefault(row.language, row.text)
    return dict(names)


def _fetch(
    connection: TextConnection, editions: Sequence[StoredEdition], wanted: Where | None = None
) -> dict[int, dict[str, LineInfo]]:
    where = is_in("line.edition_id", [text_id for edition in editions for text_id in edition.text_ids])
    if wanted is not None:
        where = match_all(where, wanted)
    by_text: dict[int, list[_LineRow]] = {}
    for row in _LINE_ROWS.read(fetch_rows(connection, _LINES.format(where=where.sql), where.values)):
        by_text.setdefault(row.edition_id, []).append(row)
    return {
        edition.key: _assemble(
            edition,
            sorted(
                (row for text_id in edition.text_ids for row in by_text.get(text_id, ())),
                key=lambda row: row.row,
            ),
        )
        for edition in editions
    }


def _assemble(edition: StoredEdition, rows: Iterable[_LineRow]) -> dict[str, LineInfo]:
    by_path: dict[str, dict[int, list[_LineRow]]] = {}
    for row in rows:
        by_path.setdefault(row.path, {}).setdefault(row.edition_id, []).append(row)
    lines: dict[str, LineInfo] = {}
    for path, by_text in by_path.items():
        texts = [text for text in edition.texts if text.id in by_text]
        printed = by_text[texts[0].id]
        first = printed[0]
        blocks = tuple(
            Block(row.row, row.amount, row.amount_printed, row.printed, row.at, row.doubt) for row in printed
        )
        lines[path] = LineInfo(
            path=path,
            section=first.section,
            level=first.level,
            codes=first.codes,
            names={text.language: by_text[text.id][0].text for text in texts},
            amount=sum(block.amount for block in blocks),
            unit=texts[0].unit,
            row=first.row,
            doubt=Doubt.gravest(block.doubt for block in blocks),
            language=texts[0].language,
            file=texts[0].file,
            blocks=blocks,
            url=texts[0].url,
        )
    return lines
