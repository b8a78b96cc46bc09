"""Stands in for the process that reads documents: reads them here, or hands out what was invented."""

from __future__ import annotations

from collections.abc import Sequence

from bot.documents.reply import ReadDocument
from bot.documents.worker import read_documents
from handlers.registration import ReadingError, ReadingFault, SentFile
from parser.records import ParsedDecision


class PaperReader:
    """Reads in this process.

    Attributes:
        invented: what files of some names say, whatever is in them.
        faults: what happens to the next ones instead.
    """

    def __init__(self) -> None:
        self.invented: dict[str, ParsedDecision] = {}
        self.faults: list[ReadingFault] = []

    async def read(self, files: Sequence[SentFile]) -> list[ReadDocument]:
        """Reads the files, or fails as planned."""
        if self.faults:
            raise ReadingError(self.faults.pop(0))
        known = [
            ReadDocument(file.name, self.invented[file.name]) for file in files if file.name in self.invented
        ]
        return known + read_documents([file for file in files if file.name not in self.invented])
