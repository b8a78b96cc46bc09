"""The tables of an exported dataset, row by row; a cell that does not fit is named with its place."""

from __future__ import annotations

import csv
import datetime as dt
import errno
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from bot.dataset.errors import DatasetError, DatasetErrorKind
from bot.dataset.fields import Resource
from bot.spreadsheet.cells import unguarded
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, Value
from parser.records import DecisionKind, Finding, Language, PlaceUnit, Section, SourcePlace

_T = TypeVar("_T")


class DatasetRow:
    """A row, whose cells are read by name.

    Every reading but that of text raises DatasetError for a cell that does not hold such a value.
    """

    def __init__(self, file: str, number: int, cells: dict[str, str]) -> None:
        self._file = file
        self._number = number
        self._cells = cells

    def text(self, name: str) -> str:
        """The cell as it stands."""
        return self._cells[name]

    def optional(self, name: str) -> str | None:
        """The cell, None when it is empty."""
        return self._cells[name] or None

    def integer(self, name: str) -> int:
        """A whole number."""
        return self._read(name, int)

    def optional_integer(self, name: str) -> int | None:
        """A whole number, None when the cell is empty."""
        return self._read(name, int) if self._cells[name] else None

    def date(self, name: str) -> dt.date:
        """An ISO date."""
        return self._read(name, dt.date.fromisoformat)

    def optional_date(self, name: str) -> dt.date | None:
        """An ISO date, None when the cell is empty."""
        return self._read(name, dt.date.fromisoformat) if self._cells[name] else None

    def boolean(self, name: str) -> bool:
        """`true` or `false`."""
        return self._read(name, {"true": True, "false": False}.__getitem__)

    def language(self, name: str) -> Language:
        """A language by its code."""
        return self._read(name, Language)

    def kind(self, name: str) -> DecisionKind:
        """A decision's kind."""
        return self._read(name, DecisionKind)

    def section(self, name: str) -> Section:
        """A budget's section."""
        return self._read(name, Section)

    def doubt(self, name: str) -> Doubt | None:
        """A doubt about an amount, None when the cell is empty."""
        return self._read(name, Doubt) if self._cells[name] else None

    def codes(self, name: str) -> tuple[str, ...]:
        """A JSON list of codes."""
        return self._read(name, _codes)

    def source_place(self, name: str) -> SourcePlace:
        """A place in the source: a unit with its number, and the part it is in."""
        return self._read(name, SourcePlace.parse)

    def discrepancy_kind(self) -> DiscrepancyKind:
        """A discrepancy's kind, in the column `kind`."""
        return self._read("kind", DiscrepancyKind)

    def finding(self) -> Finding:
        """The finding that the row holds in `kind`, `place_in_source` and `values`."""
        at = self.source_place("place_in_source") if self.optional("place_in_source") else None
        kind = self._read("kind", FindingKind)
        values = self._read("values", _values)
        if set(values) != set(kind.takes):
            raise self.error(DatasetErrorKind.CELL_VALUE, "values")
        return Finding(kind, at, values)

    def error(self, kind: DatasetErrorKind, name: str, **values: Value) -> DatasetError:
        """The error to raise for a cell: it names the file, the row, the column and what stands there."""
        at = SourcePlace(PlaceUnit.ROW, self._number)
        return DatasetError(kind, self._file, at, column=name, found=self._cells[name], **values)

    def _read(self, name: str, read: Callable[[str], _T]) -> _T:
        try:
            return read(self._cells[name])
        except (ValueError, KeyError) as error:
            raise self.error(DatasetErrorKind.CELL_VALUE, name) from error


def _codes(text: str) -> tuple[str, ...]:
    codes = json.loads(text)
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise ValueError(text)
    return tuple(codes)


def _values(text: str) -> dict[str, Value]:
    values = json.loads(text)
    if not isinstance(values, dict) or not all(
        isinstance(value, str | int | None) for value in values.values()
    ):
        raise ValueError(text)
    return values


class DatasetTable:
    """A file of the dataset, read along with the sources."""

    def __init__(self, folder: Path, resource: Resource) -> None:
        self._name = resource.path
        try:
            self._file = (folder / resource.path).open(encoding="utf-8-sig", newline="")
        except OSError as error:
            name = errno.errorcode.get(error.errno or 0)
            raise DatasetError(DatasetErrorKind.FILE_UNREADABLE, resource.path, errno=name) from error
        self._reader = csv.reader(self._file, strict=True)
        try:
            self._header = next(self._records(), [])
        except DatasetError:
            self.close()
            raise
        missing = [name for name in resource.header if name not in self._header]
        if missing:
            self.close()
            columns = ", ".join(missing)
            raise DatasetError(DatasetErrorKind.COLUMNS_MISSING, resource.path, columns=columns)
        self._waiting: DatasetRow | None = None
        self._iterator = self.rows()

    def rows(self) -> Iterator[DatasetRow]:
        """All rows that were not read yet."""
        for number, cells in enumerate(self._records(), start=2):
            if len(cells) != len(self._header):
                at, columns = SourcePlace(PlaceUnit.ROW, number), len(self._header)
                raise DatasetError(
                    DatasetErrorKind.CELL_COUNT, self._name, at, cells=len(cells), columns=columns
                )
            yield DatasetRow(self._name, number, dict(zip(self._header, cells, strict=True)))

    def of_source(self, source: int) -> Iterator[DatasetRow]:
        """The rows of a source, which stand together and in the sources' order."""
        while True:
            row = self._waiting or next(self._iterator, None)
            self._waiting = row
            if row is None or row.integer("source") > source:
                return
            if row.integer("source") < source:
                raise row.error(DatasetErrorKind.SOURCE_OUT_OF_ORDER, "source", expected=source)
            self._waiting = None
            yield row

    def require_end(self) -> None:
        """Makes sure that no row is left: it would be of a source that there is not.

        Raises:
            DatasetError: `source-unknown`.
        """
        row = self._waiting or next(self._iterator, None)
        if row is not None:
            raise row.error(DatasetErrorKind.SOURCE_UNKNOWN, "source")

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def _records(self) -> Iterator[list[str]]:
        try:
            for cells in self._reader:
                yield [unguarded(cell) for cell in cells]
        except (csv.Error, UnicodeDecodeError) as error:
            at = SourcePlace(PlaceUnit.LINE, self._reader.line_num)
            raise DatasetError(DatasetErrorKind.BROKEN_CSV, self._name, at) from error
