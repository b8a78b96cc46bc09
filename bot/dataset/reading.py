"""An exported dataset → the parsed files it was made of, one at a time."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.dataset import fields
from bot.dataset.fields import DESCRIPTOR, FORM, VERSION, Resource
from parser.records import (
    Decision,
    DecisionKind,
    DecisionRef,
    Discrepancy,
    Edition,
    FigureChange,
    Language,
    Line,
    ParsedDecision,
    ParserWarning,
    Section,
    Source,
    SourcePlace,
)
from storage.crosschecks import DERIVED
from storage.decisions import UNDATED
from storage.ingest import Restored

_PLACE = re.compile(r"(?:(?P<part>.+), )?(?P<unit>[^,]+?) (?P<number>\d+)", re.DOTALL)
_CELL_LIMIT = 10_000_000  # characters: a printed row may be long, a hostile one must not fill the memory
_READ = (
    fields.TEXTS, fields.MENTIONS, fields.EDITIONS, fields.LINES, fields.FIGURE_CHANGES,
    fields.DISCREPANCIES, fields.WARNINGS,
)  # fmt: skip
_T = TypeVar("_T")


class DatasetError(Exception):
    """A dataset that cannot be read; the message names the file and the row."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as it was stored."""

    parsed: ParsedDecision
    restored: Restored


def is_dataset(folder: Path) -> bool:
    """Whether a folder holds an export of ours."""
    try:
        described = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(described, dict) and isinstance(described.get("qazyna"), dict)


def read_dataset(folder: Path) -> Iterator[StoredFile]:
    """Reads an export back.

    Args:
        folder: one for which `is_dataset` holds.

    Yields:
        Every file it was made of, in the order in which they were loaded.

    Raises:
        DatasetError: the form is not known, a file is missing, a row makes no sense.
    """
    described = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    if described["qazyna"] != {"form": FORM, "version": VERSION}:
        raise DatasetError(f"{DESCRIPTOR}: this is not {FORM} of version {VERSION}")
    csv.field_size_limit(_CELL_LIMIT)
    with ExitStack() as opened:
        tables = {resource: opened.enter_context(closing(_Table(folder, resource))) for resource in _READ}
        sources = opened.enter_context(closing(_Table(folder, fields.SOURCES)))
        for expected, row in enumerate(sources.rows(), start=1):
            if row.integer("source") != expected:
                raise row.error("source", f"expected {expected}")
            yield _read_file(row, expected, tables)
        for table in tables.values():
            table.require_end()


class _Row:
    """A row, whose cells are read by name and complain by file and row."""

    def __init__(self, file: str, number: int, cells: dict[str, str]) -> None:
        self._file = file
        self._number = number
        self._cells = cells

    def text(self, name: str) -> str:
        return self._cells[name]

    def optional(self, name: str) -> str | None:
        return self._cells[name] or None

    def integer(self, name: str) -> int:
        return self._read(name, int)

    def optional_integer(self, name: str) -> int | None:
        return self._read(name, int) if self._cells[name] else None

    def date(self, name: str) -> dt.date:
        return self._read(name, dt.date.fromisoformat)

    def optional_date(self, name: str) -> dt.date | None:
        return self._read(name, dt.date.fromisoformat) if self._cells[name] else None

    def boolean(self, name: str) -> bool:
        return self._read(name, {"true": True, "false": False}.__getitem__)

    def language(self, name: str) -> Language:
        return self._read(name, Language)

    def kind(self, name: str) -> DecisionKind:
        return self._read(name, DecisionKind)

    def section(self, name: str) -> Section:
        return self._read(name, Section)

    def codes(self, name: str) -> tuple[str, ...]:
        return self._read(name, _codes)

    def place(self, name: str) -> SourcePlace:
        return self._read(name, _place)

    def error(self, name: str, problem: str) -> DatasetError:
        return DatasetError(
            f"{self._file}, row {self._number}, {name}: {self._cells[name][:80]!r}: {problem}"
        )

    def _read(self, name: str, read: Callable[[str], _T]) -> _T:
        try:
            return read(self._cells[name])
        except (ValueError, KeyError) as error:
            raise self.error(name, "not what this column holds") from error


def _codes(text: str) -> tuple[str, ...]:
    codes = json.loads(text)
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ValueError(text)
    return tuple(codes)


def _place(text: str) -> SourcePlace:
    match = _PLACE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return SourcePlace(match["unit"], int(match["number"]), match["part"])


class _Table:
    """A file of the dataset, read along with the sources."""

    def __init__(self, folder: Path, resource: Resource) -> None:
        self._name = resource.path
        try:
            self._file = (folder / resource.path).open(encoding="utf-8-sig", newline="")
        except OSError as error:
            raise DatasetError(f"{resource.path}: {error.strerror}") from error
        self._reader = csv.reader(self._file, strict=True)
        try:
            self._header = next(self._records(), [])
        except DatasetError:
            self.close()
            raise
        missing = [name for name in resource.header if name not in self._header]
        if missing:
            self.close()
            raise DatasetError(f"{resource.path}, row 1: no column {', '.join(missing)}")
        self._waiting: _Row | None = None
        self._iterator = self.rows()

    def rows(self) -> Iterator[_Row]:
        """All rows that were not read yet."""
        for number, cells in enumerate(self._records(), start=2):
            if len(cells) != len(self._header):
                raise DatasetError(
                    f"{self._name}, row {number}: {len(cells)} cells for {len(self._header)} columns"
                )
            yield _Row(self._name, number, dict(zip(self._header, cells, strict=True)))

    def of_source(self, source: int) -> Iterator[_Row]:
        """The rows of a source, which stand together and in the sources' order."""
        while True:
            row = self._waiting or next(self._iterator, None)
            self._waiting = row
            if row is None or row.integer("source") > source:
                return
            if row.integer("source") < source:
                raise row.error("source", f"after the rows of source {source - 1}")
            self._waiting = None
            yield row

    def require_end(self) -> None:
        """Complains of a row whose source there is not."""
        row = self._waiting or next(self._iterator, None)
        if row is not None:
            raise row.error("source", "there is no such source")

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def _records(self) -> Iterator[list[str]]:
        try:
            yield from self._reader
        except (csv.Error, UnicodeDecodeError) as error:
            raise DatasetError(f"{self._name}, line {self._reader.line_num}: {error}") from error


def _read_file(row: _Row, number: int, tables: dict[Resource, _Table]) -> StoredFile:
    source = Source(
        file=row.text("file"),
        sha256=row.text("sha256"),
        format=row.text("format"),
        language=row.language("language") if row.optional("language") else None,
    )
    texts = list(tables[fields.TEXTS].of_source(number))
    if not texts:
        raise row.error("source", "texts.csv says nothing of it")
    editions = _read_editions(number, tables)
    discrepancies: list[Discrepancy] = []
    places: list[int | None] = []
    for found in tables[fields.DISCREPANCIES].of_source(number):
        if found.text("kind") in DERIVED:
            continue  # it follows from what is loaded
        place = found.optional_integer("edition")
        if place is not None and not 1 <= place <= len(editions):
            raise found.error("edition", "the source has no such edition")
        places.append(None if place is None else place - 1)
        discrepancies.append(
            Discrepancy(
                kind=found.text("kind"),
                path=found.text("line_id"),
                printed=found.integer("printed"),
                expected=found.integer("expected"),
                place_in_source=found.text("place_in_source"),
                year=found.optional_integer("fiscal_year"),
                certain=found.boolean("certain"),
            )
        )
    parsed = ParsedDecision(
        source=source,
        decision=_read_decision(texts[0], list(tables[fields.MENTIONS].of_source(number))),
        headline={},
        figure_changes=tuple(
            FigureChange(
                clause=change.text("clause"),
                old=change.integer("old"),
                new=change.integer("new"),
                path=change.optional("line_id"),
                at=change.place("place_in_source"),
            )
            for change in tables[fields.FIGURE_CHANGES].of_source(number)
        ),
        editions=editions,
        discrepancies=tuple(discrepancies),
        warnings=tuple(
            ParserWarning(warning.text("text"), warning.text("place_in_source"))
            for warning in tables[fields.WARNINGS].of_source(number)
            if warning.text("place_in_source") != UNDATED
        ),
    )
    return StoredFile(parsed, Restored(row.integer("parser_revision"), places))


def _read_decision(text: _Row, mentions: list[_Row]) -> Decision:
    refs = [
        (
            mention.boolean("amends"),
            DecisionRef(
                mention.text("decision_number"),
                mention.optional_date("decision_date"),
                mention.optional("registration_number"),
            ),
        )
        for mention in mentions
    ]
    return Decision(
        kind=text.kind("kind"),
        body=text.optional("council"),
        place=text.optional("stated_place"),
        number=text.text("decision_number"),
        date=text.date("decision_date"),
        registration_number=text.optional("registration_number"),
        registration_date=text.optional_date("registration_date"),
        title=text.optional("title"),
        amends=next((ref for amends, ref in refs if amends), None),
        amended_by=tuple(ref for amends, ref in refs if not amends),
        budget_years=(text.integer("first_year"), text.integer("last_year")),
        in_force_from=text.optional_date("in_force_from"),
        url=text.optional("url"),
    )


def _read_editions(source: int, tables: dict[Resource, _Table]) -> tuple[Edition, ...]:
    rows = list(tables[fields.EDITIONS].of_source(source))
    lines: list[list[Line]] = [[] for _ in rows]
    for row in tables[fields.LINES].of_source(source):
        number = row.integer("edition")
        if not 1 <= number <= len(rows):
            raise row.error("edition", "editions.csv has no such edition")
        lines[number - 1].append(_read_line(row))
    editions: list[Edition] = []
    for number, (row, its_lines) in enumerate(zip(rows, lines, strict=True), start=1):
        if row.integer("edition") != number:
            raise row.error("edition", f"expected {number}")
        if row.integer("line_count") != len(its_lines):
            raise row.error("line_count", f"lines.csv has {len(its_lines)} lines of it")
        set_by = DecisionRef(
            row.text("decision_number"), row.date("decision_date"), row.optional("registration_number")
        )
        editions.append(
            Edition(
                place=row.text("place"),
                year=row.integer("fiscal_year"),
                appendix=row.optional("appendix"),
                set_by=set_by,
                language=row.language("language"),
                unit=row.integer("unit"),
                lines=tuple(its_lines),
            )
        )
    return tuple(editions)


def _read_line(row: _Row) -> Line:
    return Line(
        path=row.text("line_id"),
        level=row.integer("level"),
        section=row.section("section"),
        codes=row.codes("printed_codes"),
        name=row.text("name"),
        amount=row.integer("amount"),
        row=row.integer("row"),
        printed=row.text("printed"),
        amount_printed=row.text("amount_printed"),
        at=row.place("place_in_source"),
    )
