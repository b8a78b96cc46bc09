"""Why an exported dataset cannot be read."""

from __future__ import annotations

from parser.kinds import Kind, KindError, Value
from parser.records import SourcePlace


class DatasetErrorKind(Kind):
    """What is wrong with an exported dataset."""

    # Of a file.
    BROKEN_CSV = ("broken-csv",)
    COLUMNS_MISSING = "columns-missing", "columns"
    FILE_UNREADABLE = "file-unreadable", "errno"  # the system's name for it, such as ENOENT
    OTHER_FORM = "other-form", "form", "version"
    # Of a row.
    CELL_COUNT = "cell-count", "cells", "columns"
    CELL_VALUE = ("cell-value",)
    EDITION_OUT_OF_ORDER = "edition-out-of-order", "expected"
    EDITION_UNKNOWN = ("edition-unknown",)
    LINE_COUNT = "line-count", "lines"
    SOURCE_OUT_OF_ORDER = "source-out-of-order", "expected"
    SOURCE_UNKNOWN = ("source-unknown",)
    SOURCE_WITHOUT_TEXT = ("source-without-text",)


class DatasetError(KindError):
    """A dataset that cannot be read.

    Attributes:
        kind: what is wrong.
        file: in which file.
        at: in which row, None when it concerns the whole file.
        column: in which column, None when it concerns the whole row.
        found: what stands there, shortened.
        values: what the kind takes.
    """

    def __init__(
        self,
        kind: DatasetErrorKind,
        file: str,
        at: SourcePlace | None = None,
        *,
        column: str | None = None,
        found: str | None = None,
        **values: Value,
    ) -> None:
        super().__init__(kind, values, file, at, column, found and repr(found[:80]))
        self.file = file
        self.at = at
        self.column = column
        self.found = found and found[:80]
