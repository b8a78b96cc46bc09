"""Documents of operators: read, rehearsed, reported, stored, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.documents.reader import DocumentReader
from bot.documents.reports import describe_loaded, describe_unread
from bot.operator.file_remarks import discrepancy_text
from bot.operator.texts import OperatorLanguage, load_operator_texts
from handlers.registration import Fetcher, SentFile
from handlers.views.upload_report import DocumentReport, UploadReport
from parser.records import Language, ParsedDecision
from storage.columns import utc_now
from storage.loading.rehearsal import rehearse
from storage.loading.uploads import (
    StepResult,
    drop_upload,
    find_undoable,
    keep_upload,
    store_upload,
    undo_upload,
)
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.records import Names


class DocumentRegistrar:
    """See `handlers.registration.Registrar`."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        reader: DocumentReader,
        fetcher: Fetcher,
        on_change: Callable[[], None],
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        """Makes a registrar.

        Args:
            sessions: of the database.
            reader: reads the documents.
            fetcher: fetches those behind links.
            on_change: called when the database holds something else.
            now: tells the moment.
        """
        self._sessions = sessions
        self._reader = reader
        self._fetcher = fetcher
        self._on_change = on_change
        self._now = now

    async def fetch(self, url: str) -> SentFile:
        """See `Registrar.fetch`."""
        return await self._fetcher.fetch(url)

    async def examine(
        self, files: Sequence[SentFile], language: Language, names: Mapping[str, Names]
    ) -> UploadReport:
        """See `Registrar.examine`."""
        read = await self._reader.read(files)
        texts = load_operator_texts(OperatorLanguage(language))
        parsed = [document.parsed for document in read if document.parsed is not None]
        unread = [
            describe_unread(document.name, document.fault.error(), texts)
            for document in read
            if document.fault is not None
        ]
        report = await self._rehearse(parsed, language, names) if parsed else UploadReport(None, ())
        return replace(report, documents=(*report.documents, *unread))

    async def _rehearse(
        self, parsed: Sequence[ParsedDecision], language: Language, names: Mapping[str, Names]
    ) -> UploadReport:
        url = self._sessions.kw["bind"].url.render_as_string(hide_password=False)
        rehearsal = await rehearse(url, parsed, names)
        texts = load_operator_texts(OperatorLanguage(language))
        reports = tuple(describe_loaded(each, texts) for each in rehearsal.documents)
        changing = [each.parsed for each in rehearsal.documents if each.changes]
        if not changing:
            return UploadReport(None, reports, undo=await self._find_undoable(parsed))
        token = await keep_upload(self._sessions, changing, rehearsal.seen, self._now())
        return UploadReport(
            token, reports, rehearsal.changes, rehearsal.followers, rehearsal.replaced, rehearsal.kinds
        )

    async def _find_undoable(self, parsed: Sequence[ParsedDecision]) -> str | None:
        async with self._sessions() as session:
            return await find_undoable(session, {each.source.sha256 for each in parsed}, self._now())

    async def store(
        self, token: str, language: Language, names: Mapping[str, Names]
    ) -> tuple[StepResult, UploadReport | None]:
        """See `Registrar.store`."""
        step = await store_upload(self._sessions, token, self._now())
        self._on_change()
        if step.result is StepResult.CHANGED:
            await drop_upload(self._sessions, token)
            return step.result, await self._rehearse(step.waiting, language, names)
        if step.result is not StepResult.DONE:
            return step.result, None
        texts = load_operator_texts(OperatorLanguage(language))
        reports: tuple[DocumentReport, ...] = tuple(describe_loaded(each, texts) for each in step.documents)
        return step.result, UploadReport(token, reports)

    async def undo(self, token: str) -> StepResult:
        """See `Registrar.undo`."""
        step = await undo_upload(self._sessions, token, self._now())
        self._on_change()
        return step.result

    async def drop(self, token: str) -> None:
        """See `Registrar.drop`."""
        await drop_upload(self._sessions, token)

    def look_again(self) -> None:
        """See `Registrar.look_again`."""
        self._on_change()

    def describe(self, found: StoredDiscrepancy, language: Language) -> str:
        """See `Registrar.describe`."""
        texts = load_operator_texts(OperatorLanguage(language))
        return discrepancy_text(found, texts.written_place(found.place_in_source), texts)
