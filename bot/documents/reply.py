"""What a process that reads documents replies: JSON, never a pickle.

Whatever a document does to the process that reads it, nothing of the reply is ever run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind, Value
from parser.records import ParsedDecision, SourcePlace

OUT_OF_MEMORY = 3  # the exit code of such a process that says so


@dataclass(frozen=True, slots=True)
class ReadFault:
    """Why a document is not read: a `ParseError` in what JSON has."""

    kind: ParseErrorKind
    file: str
    at: str | None
    found: str | None
    values: Mapping[str, Value]

    @classmethod
    def note(cls, error: ParseError) -> ReadFault:
        """Notes an error of the parser."""
        at = None if error.at is None else str(error.at)
        return cls(ParseErrorKind(error.kind), error.file, at, error.found, error.values)

    def error(self) -> ParseError:
        """The error, as the parser raised it."""
        at = None if self.at is None else SourcePlace.parse(self.at)
        return ParseError(self.kind, self.file, at, self.found, **self.values)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that was read, or why it was not."""

    name: str
    parsed: ParsedDecision | None = None
    fault: ReadFault | None = None


def pack_documents(documents: Sequence[ReadDocument]) -> bytes:
    """Documents as a reply."""
    return _documents().dump_json(list(documents))


def unpack_documents(reply: bytes) -> list[ReadDocument]:
    """The documents of a reply.

    Raises:
        ValueError: it is none.
    """
    return _documents().validate_json(reply)


@cache
def _documents() -> TypeAdapter[list[ReadDocument]]:
    return TypeAdapter(list[ReadDocument])
