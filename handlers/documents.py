"""Documents that operators send: read, reported, stored after a press, undone by another within an hour."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Document, Message

from handlers.albums import Albums
from handlers.callbacks import UploadButton
from handlers.desk import Desk
from handlers.filters import FromAdministrator, SentDocument, SentLink
from handlers.registration import FetchError, ReadingError, Registrar, SentFile
from handlers.send import alert, edit_sent, send_view, show_view
from handlers.views.clean import one_line
from handlers.views.message import MessageView, paragraphs, plain
from handlers.views.operator_actions import UploadStep
from handlers.views.pages import notice_view
from handlers.views.upload_report import UploadReport
from handlers.views.uploads import stored_view, upload_view
from storage.loading.uploads import StepResult

MOST_BYTES = 20 * 2**20  # Telegram lets bots download no more
_UNNAMED = "document"

_log = logging.getLogger(__name__)


class NotDownloadedError(Exception):
    """A file that did not come.

    Attributes:
        name: of the file.
        key: of the text that says why.
    """

    def __init__(self, name: str, key: str) -> None:
        super().__init__(key)
        self.name = name
        self.key = key


async def take_documents(
    message: Message, desk: Desk, bot: Bot, registrar: Registrar, albums: Albums
) -> None:
    """Answers a document, or all of an album, with what would become of it."""
    gathered = await albums.gather(message)
    if gathered:
        said = await send_view(gathered[0], notice_view("upload-reading", desk.texts), bot)
        await _show(said, await _examine(gathered, desk, bot, registrar), bot)


async def _show(said: Message, view: MessageView, bot: Bot) -> None:
    """Shows a view in place of the notice that documents are being read."""
    if not await edit_sent(said.chat.id, said.message_id, view, bot):
        await send_view(said, view, bot)


async def take_link(message: Message, url: str, desk: Desk, bot: Bot, registrar: Registrar) -> None:
    """Answers a link to a document with what would become of that."""
    said = await send_view(message, notice_view("upload-reading", desk.texts), bot)
    await desk.session.commit()
    try:
        files = [await registrar.fetch(url)]
    except FetchError as error:
        text = desk.texts.get(f"upload-link-{error.fault}", said=one_line(error.said, 80))
        view = MessageView(paragraphs([[plain(text)]]))
    else:
        view = await _report(files, desk, registrar)
    await _show(said, view, bot)


async def _examine(messages: Sequence[Message], desk: Desk, bot: Bot, registrar: Registrar) -> MessageView:
    await desk.session.commit()  # no connection is held while files come and are read
    try:
        files = [await _download(each.document, bot) for each in messages if each.document is not None]
    except NotDownloadedError as error:
        text = desk.texts.get(error.key, name=one_line(error.name, 80))
        return MessageView(paragraphs([[plain(text)]]))
    return await _report(files, desk, registrar)


async def _report(files: Sequence[SentFile], desk: Desk, registrar: Registrar) -> MessageView:
    try:
        report = await registrar.examine(files, desk.texts.language, desk.index.names)
    except ReadingError as error:
        return notice_view(f"upload-fault-{error.fault}", desk.texts)
    return upload_view(report, desk.texts)


async def _download(document: Document, bot: Bot) -> SentFile:
    name = document.file_name or _UNNAMED
    if (document.file_size or 0) > MOST_BYTES:
        raise NotDownloadedError(name, "upload-too-big")
    try:
        stream = await bot.download(document)
    except TelegramBadRequest as error:
        key = "upload-too-big" if "too big" in error.message else "upload-not-downloaded"
        raise NotDownloadedError(name, key) from error
    if stream is None:
        raise NotDownloadedError(name, "upload-not-downloaded")
    return SentFile(name, stream.read())


async def refuse_documents(message: Message, desk: Desk, bot: Bot) -> None:
    """Tells whoever is no operator that documents come from operators."""
    await send_view(message, notice_view("upload-refused", desk.texts), bot)


async def take_step(
    callback: CallbackQuery, callback_data: UploadButton, desk: Desk, bot: Bot, registrar: Registrar
) -> None:
    """Stores the documents of a report, forgets them, or undoes that they were stored."""
    token, texts = callback_data.token, desk.texts
    await desk.session.commit()
    match callback_data.step:
        case UploadStep.DROP:
            await registrar.drop(token)
            await show_view(callback, notice_view("upload-dropped", texts), bot)
        case UploadStep.STORE:
            result, report = await registrar.store(token, texts.language, desk.index.names)
            await _tell_stored(callback, result, report, desk, bot)
        case UploadStep.UNDO:
            result = await registrar.undo(token)
            if result is StepResult.DONE:
                await show_view(callback, notice_view("upload-undone", texts), bot)
            else:
                await alert(callback, texts.get(f"upload-undo-{result}"))


async def _tell_stored(
    callback: CallbackQuery, result: StepResult, report: UploadReport | None, desk: Desk, bot: Bot
) -> None:
    if report is None:
        await alert(callback, desk.texts.get(f"upload-store-{result}"))
    elif result is StepResult.CHANGED:
        await show_view(callback, upload_view(report, desk.texts, "upload-store-changed"), bot)
    else:
        await show_view(callback, stored_view(report, desk.texts), bot)


def create_router() -> Router:
    """The router of documents. Operators have no limit: an album is many messages."""
    router = Router(name="documents")
    router.message.register(take_link, SentLink(), FromAdministrator())
    router.message.register(take_documents, SentDocument(), FromAdministrator())
    router.message.register(refuse_documents, SentDocument(), flags={"throttle": "message"})
    router.callback_query.register(take_step, UploadButton.filter(), FromAdministrator())
    return router
