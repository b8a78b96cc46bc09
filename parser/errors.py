"""What goes wrong when a document is read."""

from __future__ import annotations

from parser.kinds import Counted, ParseErrorKind, Value
from parser.records import SourcePlace

_LONGEST = 120  # letters of what stands there


class ParseError(Exception):
    """A document that cannot be read as a budget decision.

    Its words are in `locales/operator/`; what `str` gives is for logs.

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
        if values.keys() != set(kind.takes):
            raise TypeError(f"{kind} takes {kind.takes}, not {tuple(values)}")
        self.kind = kind
        self.file = file
        self.at = at
        self.found = found if found is None or len(found) <= _LONGEST else found[: _LONGEST - 1] + "…"
        self.values = values
        told = [file, at, kind, *(f"{name} {value}" for name, value in values.items()), self.found]
        super().__init__(": ".join(str(part) for part in told if part))

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
