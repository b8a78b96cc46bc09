"""Who reads, stores and takes back the documents of operators, as handlers know it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from handlers.views.upload_report import UploadReport
from parser.dataclass import dataclass
from parser.records import Language
from storage.loading.uploads import StepResult
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.records import Names

MOST_DOCUMENTS = 50  # at once, those in archives too


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that an operator sent."""

    name: str
    data: bytes


class ReadingFault(StrEnum):
    """Why no document of several could be read. The texts that say so are called after it."""

    CRASH = "crash"  # the process that reads ended, or could not begin
    TIMEOUT = "timeout"
    MEMORY = "memory"


class ReadingError(Exception):
    """No document could be read; the next ones may be.

    Attributes:
        fault: why.
    """

    def __init__(self, fault: ReadingFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class FetchFault(StrEnum):
    """Why what is behind a link is not fetched. The texts that say so are called after it."""

    ADDRESS = "address"  # it is none of the web
    HOST = "host"  # it is of none of the hosts that are allowed
    PRIVATE = "private"  # it leads to an address that is not public
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    REDIRECTS = "redirects"
    TOO_BIG = "too-big"
    TIMEOUT = "timeout"


class FetchError(Exception):
    """What is behind a link was not fetched.

    Attributes:
        fault: why.
        said: the host, or what it answered; empty where nothing more is known.
    """

    def __init__(self, fault: FetchFault, said: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.said = said


class Fetcher(Protocol):
    """Fetches documents from the web."""

    async def fetch(self, url: str) -> SentFile:
        """Fetch what is behind a link.

        Args:
            url: the link.

        Raises:
            FetchError: it is not fetched, or may not be.
        """


class Registrar(Protocol):
    """Reads documents, says what would become of them, stores them and takes them back."""

    async def fetch(self, url: str) -> SentFile:
        """Fetch a document; see `Fetcher.fetch`.

        Args:
            url: a link to it.
        """

    async def examine(
        self, files: Sequence[SentFile], language: Language, names: Mapping[str, Names]
    ) -> UploadReport:
        """Read documents and keep them until they are stored.

        Args:
            files: as they were sent.
            language: of the report.
            names: of paths in all budgets.

        Raises:
            ReadingError: none could be read.
        """

    async def store(
        self, token: str, language: Language, names: Mapping[str, Names]
    ) -> tuple[StepResult, UploadReport | None]:
        """Store documents that were examined.

        Args:
            token: of their report.
            language: of the report.
            names: of paths in all budgets.

        Returns:
            What the press did; of `done` what has become of the documents, of `changed` a new report.
        """

    async def undo(self, token: str) -> StepResult:
        """Make the database what it was before documents were stored.

        Args:
            token: of their report.
        """

    async def drop(self, token: str) -> None:
        """Forget documents that wait.

        Args:
            token: of their report.
        """

    def look_again(self) -> None:
        """Let what was loaded or taught just now be known to the next question."""

    def describe(self, found: StoredDiscrepancy, language: Language) -> str:
        """A discrepancy in words: both figures, and where in its file they stand."""
