"""An exported dataset → the parsed files it was made of, one at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from bot.dataset import fields
from bot.dataset.errors import DatasetError, DatasetErrorKind
from bot.dataset.fields import DESCRIPTOR, FORM, VERSION, Resource
from bot.dataset.table import DatasetRow, DatasetTable
from parser.dataclass import dataclass
from parser.records import (
    Decision,
    DecisionRef,
    Discrepancy,
    Edition,
    FigureChange,
    Line,
    ParsedDecision,
    Source,
)
from storage.loading.crosschecks import DERIVED
from storage.loading.decisions import DERIVED_FINDINGS
from storage.loading.ingest import Restored

_CELL_LIMIT = 10_000_000  # characters: a printed row may be long, a hostile one must not fill the memory
_READ = (
    fields.TEXTS, fields.MENTIONS, fields.EDITIONS, fields.LINES, fields.FIGURE_CHANGES,
    fields.DISCREPANCIES, fields.WARNINGS,
)  # fmt: skip


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
        raise DatasetError(DatasetErrorKind.OTHER_FORM, DESCRIPTOR, form=FORM, version=VERSION)
    csv.field_size_limit(_CELL_LIMIT)
    with ExitStack() as opened:
        tables = {
            resource: opened.enter_context(closing(DatasetTable(folder, resource))) for resource in _READ
        }
        sources = opened.enter_context(closing(DatasetTable(folder, fields.SOURCES)))
        for expected, row in enumerate(sources.rows(), start=1):
            if row.integer("source") != expected:
                raise row.error(DatasetErrorKind.SOURCE_OUT_OF_ORDER, "source", expected=expected)
            yield _read_file(row, expected, tables)
        for table in tables.values():
            table.require_end()


def _read_file(row: DatasetRow, number: int, tables: dict[Resource, DatasetTable]) -> StoredFile:
    source = Source(
        file=row.text("file"),
        sha256=row.text("sha256"),
        format=row.text("format"),
        language=row.language("language") if row.optional("language") else None,
    )
    texts = list(tables[fields.TEXTS].of_source(number))
    if not texts:
        raise row.error(DatasetErrorKind.SOURCE_WITHOUT_TEXT, "source")
    editions = _read_editions(number, tables, texts)
    discrepancies, edition_indexes = _read_discrepancies(number, tables, len(editions))
    parsed = ParsedDecision(
        source=source,
        decision=_read_decision(texts[0], list(tables[fields.MENTIONS].of_source(number))),
        headline={},
        figure_changes=tuple(map(_read_figure_change, tables[fields.FIGURE_CHANGES].of_source(number))),
        editions=editions,
        discrepancies=tuple(discrepancies),
        warnings=tuple(
            row.finding()
            for row in tables[fields.WARNINGS].of_source(number)
            if row.text("kind") not in DERIVED_FINDINGS
        ),
    )
    return StoredFile(parsed, Restored(row.integer("parser_revision"), edition_indexes))


def _read_discrepancies(
    number: int, tables: dict[Resource, DatasetTable], editions: int
) -> tuple[list[Discrepancy], list[int | None]]:
    """The discrepancies of a file, and of each the edition that it is in, by its place among the file's."""
    discrepancies: list[Discrepancy] = []
    indexes: list[int | None] = []
    for found in tables[fields.DISCREPANCIES].of_source(number):
        if found.discrepancy_kind() in DERIVED:
            continue  # it follows from what is loaded
        edition = found.optional_integer("edition")
        if edition is not None and not 1 <= edition <= editions:
            raise found.error(DatasetErrorKind.EDITION_UNKNOWN, "edition")
        indexes.append(None if edition is None else edition - 1)
        discrepancies.append(
            Discrepancy(
                kind=found.discrepancy_kind(),
                path=found.text("line_id"),
                printed=found.optional_integer("printed"),
                expected=found.optional_integer("expected"),
                place_in_source=found.text("place_in_source"),
                year=found.optional_integer("fiscal_year"),
                certain=found.boolean("certain"),
            )
        )
    return discrepancies, indexes


def _read_figure_change(row: DatasetRow) -> FigureChange:
    return FigureChange(
        clause=row.text("clause"),
        old=row.integer("old"),
        new=row.integer("new"),
        path=row.optional("line_id"),
        at=row.source_place("place_in_source"),
    )


def _read_decision(text: DatasetRow, mentions: list[DatasetRow]) -> Decision:
    refs = [
        (
            mention.boolean("amends"),
            DecisionRef(
                mention.text("decision_number"),
                mention.optional_date("decision_date"),
                mention.optional("registration_number"),
                mention.optional("url"),
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


def _read_editions(
    source: int, tables: dict[Resource, DatasetTable], texts: Sequence[DatasetRow]
) -> tuple[Edition, ...]:
    # A budget goes by one name; the file may have stated another, in its own language.
    stated = {_budget(text): text.optional("stated_place") for text in texts}
    rows = list(tables[fields.EDITIONS].of_source(source))
    lines: list[list[Line]] = [[] for _ in rows]
    for row in tables[fields.LINES].of_source(source):
        number = row.integer("edition")
        if not 1 <= number <= len(rows):
            raise row.error(DatasetErrorKind.EDITION_UNKNOWN, "edition")
        lines[number - 1].append(_read_line(row))
    editions: list[Edition] = []
    for number, (row, its_lines) in enumerate(zip(rows, lines, strict=True), start=1):
        if row.integer("edition") != number:
            raise row.error(DatasetErrorKind.EDITION_OUT_OF_ORDER, "edition", expected=number)
        if row.integer("line_count") != len(its_lines):
            raise row.error(DatasetErrorKind.LINE_COUNT, "line_count", lines=len(its_lines))
        set_by = DecisionRef(
            row.text("decision_number"), row.date("decision_date"), row.optional("registration_number")
        )
        editions.append(
            Edition(
                place=stated.get(_budget(row)) or row.text("place"),
                year=row.integer("fiscal_year"),
                appendix=row.optional("appendix"),
                set_by=set_by,
                language=row.language("language"),
                unit=row.integer("unit"),
                lines=tuple(its_lines),
            )
        )
    return tuple(editions)


def _budget(row: DatasetRow) -> tuple[str, int, int]:
    return row.text("place"), row.integer("first_year"), row.integer("last_year")


def _read_line(row: DatasetRow) -> Line:
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
        at=row.source_place("place_in_source"),
        doubt=row.doubt("doubt"),
    )
