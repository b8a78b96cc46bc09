"""What goes wrong when a document is read."""

from __future__ import annotations

import re

from parser.kinds import Counted, KindError, ParseErrorKind, Value
from parser.readers.file_names import printable_name
from parser.records import SourcePlace

_LONGEST = 120  # letters of what stands there
_PARTED = re.compile(r"[^\n\t]+")


class ParseError(KindError):
    """A document that cannot be read as a budget decision.

    Attributes:
        kind: what is wrong.
        file: name of the file; of a file within it, behind a slash.
        at: where in it, None when it concerns the whole file.
        found: what stands there, shortened; None when there is nothing to show.
        values: what the kind takes.

    Example:
        `ParseError(ParseErrorKind.CSV_VALUE, "a.csv", key="unit", found="мын")`
    """

    def __init__(
        self,
        kind: ParseErrorKind,
        file: str,
        at: SourcePlace | None = None,
        found: str | None = None,
        **values: Value,
    ) -> None:
        shown = found if found is None or len(found) <= _LONGEST else found[: _LONGEST - 1] + "…"
        file, shown = printable_name(file), shown and _PARTED.sub(lambda part: printable_name(part[0]), shown)
        super().__init__(kind, values, file, at, shown)
        self.file = file
        self.at = at
        self.found = shown

    @classmethod
    def limit(cls, file: str, counted: Counted, most: int, at: SourcePlace | None = None) -> ParseError:
        """A document that holds more of something than any decision does.

        Args:
            file: the file's name.
            counted: what it holds too much of.
            most: how much a document may hold.
            at: where the limit was passed.
        """
        return cls(ParseErrorKind.LIMIT, file, at, counted=counted, most=most)
