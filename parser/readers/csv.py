"""Our own plain form of an edition: a head of `key,value` lines, an empty line, then the rows.

The form is described for people in docs/csv.md. A spreadsheet that saved it may have parted the cells
by semicolons or tabs, said so in a line of its own (`sep=;`), and written another encoding.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from parser.budget_code import CODE
from parser.document import Document, Row
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.files import RawFile, decode
from parser.readers.limits import MAX_ROWS
from parser.records import Language, Level, PlaceUnit, Section, Source, SourcePlace

FORM = "qazyna-edition"
Record: TypeAlias = tuple[SourcePlace, list[str]]  # a row's place and its cells
LEVELS: Mapping[str, Level] = {level.name.lower(): level for level in Level}
REQUIRED_KEYS = ("place", "language", "year", "decision_number", "decision_date", "unit")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# The mark of UTF-8 as bytes, the line that names the separator, then the form's name.
_BEGIN = re.compile(rf'\s*(?:ï»¿)?\s*(?:"?sep=.?"?\s+)?"?form"?(?P<parted>[,;\t])"?{FORM}\b')
_SEPARATOR = re.compile(r'\s*"?sep=(?P<sign>[^\r\n"]?)"?[ \t]*(?:\r\n|\r|\n)')
_CODE = re.compile(CODE, re.ASCII)
_REQUIRED_COLUMNS = ("section", "name", "amount")


def is_edition_csv(raw: RawFile) -> bool:
    """Whether a file begins as an edition in our CSV form does."""
    head = raw.data[:200]
    text = head.decode("utf-16", "replace") if head.startswith(_UTF16) else head.decode("latin-1")
    return _BEGIN.match(text) is not None


def read_csv(raw: RawFile) -> Document:
    """Reads an edition in our CSV form; `declared` holds its head.

    Raises:
        ParseError: `csv-head` for a missing or unknown key, `csv-columns`, `csv-row` for a row whose
            section, codes or cells make no sense, `csv-quoting`, `limit`, and what `decode` raises.
    """
    if raw.data.count(b"\n") > MAX_ROWS:
        raise ParseError.limit(raw.name, Counted.ROWS, MAX_ROWS)
    text = decode(raw)
    named = _SEPARATOR.match(text)
    skipped = 1 if named else 0  # lines
    text = text[named.end() :] if named else text
    begin = _BEGIN.match(text)
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=begin["parted"] if begin else ",")
    try:
        records = [(_row(reader.line_num + skipped), record) for record in reader]
    except csv.Error as error:
        raise ParseError(ParseErrorKind.CSV_QUOTING, raw.name, _row(reader.line_num + skipped)) from error
    return edition_of(records, raw, "csv")


def edition_of(records: Sequence[Record], raw: RawFile, form: str) -> Document:
    """An edition that stands in the rows of a file; `declared` holds its head.

    Args:
        records: all rows of the form, the empty one that ends the head too.
        raw: the file.
        form: what the file is: "csv", or the name of a spreadsheet's form.

    Raises:
        ParseError: as `read_csv` does.
    """
    blank = next(
        (i for i, (_, record) in enumerate(records) if not any(map(str.strip, record))), len(records)
    )
    declared = _head(records[:blank], raw.name)
    body = [(at, record) for at, record in records[blank:] if any(map(str.strip, record))]
    if len(body) < 2:
        raise ParseError(ParseErrorKind.NO_ROWS, raw.name)
    blocks = tuple(_rows(body, raw.name))
    return Document(Source(raw.name, raw.sha256, form, _language(declared, raw.name)), blocks, declared)


def _language(declared: Mapping[str, str], file: str) -> Language:
    try:
        return Language(declared["language"])
    except ValueError as error:
        raise ParseError(
            ParseErrorKind.CSV_VALUE, file, key="language", found=declared["language"]
        ) from error


def _head(records: Sequence[Record], file: str) -> dict[str, str]:
    head: dict[str, str] = {}
    for at, record in records:
        key = record[0].strip()
        if not key or key in head or any(cell.strip() for cell in record[2:]):
            raise ParseError(ParseErrorKind.CSV_KEY, file, at, ",".join(record))
        head[key] = record[1].strip() if len(record) > 1 else ""
    missing = [key for key in REQUIRED_KEYS if not head.get(key)]
    if missing:
        raise ParseError(ParseErrorKind.CSV_KEYS_MISSING, file, keys=", ".join(missing))
    return head


def _rows(records: Sequence[Record], file: str) -> Iterator[Row]:
    at, columns = records[0]
    columns = [column.strip() for column in columns]
    unknown = [c for c in columns if c and c not in LEVELS and c not in _REQUIRED_COLUMNS]
    if unknown or any(c not in columns for c in _REQUIRED_COLUMNS):
        raise ParseError(ParseErrorKind.CSV_COLUMNS, file, at, ",".join(columns))
    for at, record in records[1:]:
        cells = dict(zip(columns, (cell.strip() for cell in record), strict=False))
        codes = [(LEVELS[column], cell) for column, cell in cells.items() if column in LEVELS and cell]
        printed = ",".join(record)
        if len(record) > len(columns) or len(codes) > 1 or not cells.get("name") or not cells.get("amount"):
            raise ParseError(ParseErrorKind.CSV_ROW, file, at, printed)
        level, code = codes[0] if codes else (None, "")
        if code and not _CODE.fullmatch(code):
            raise ParseError(ParseErrorKind.CSV_ROW, file, at, printed)
        try:
            section = Section(cells["section"])
        except ValueError as error:
            raise ParseError(ParseErrorKind.CSV_ROW, file, at, printed) from error
        cells_read = (code, cells["name"], cells["amount"])
        yield Row(cells_read, at, printed, section=section, level=level)


def _row(number: int) -> SourcePlace:
    return SourcePlace(PlaceUnit.ROW, number)
