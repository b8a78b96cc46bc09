"""Stands in for Telegram: records every request and answers it by its type."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import PurePosixPath
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.enums import BotCommandScopeType
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    DeleteMessage,
    DeleteWebhook,
    EditEphemeralMessageText,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetChatAdministrators,
    GetFile,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyShortDescription,
    GetUpdates,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    SetWebhook,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import (
    BotCommandScopeChat,
    BotCommandScopeUnion,
    BotDescription,
    BotShortDescription,
    BufferedInputFile,
    Chat,
    ChatMemberOwner,
    Document,
    File,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    PhotoSize,
    SentGuestMessage,
    Update,
    User,
)
from teremok.validation import validate_method

from tests.harness import rules

USERNAME = "qazyna_test_bot"
_ASKING = (GetMe, GetUpdates, GetFile, GetMyCommands, GetMyDescription, GetMyShortDescription)
_OF_PROFILE = (*_ASKING[3:], SetMyCommands, SetMyDescription, SetMyShortDescription)
Failure = Callable[[TelegramMethod[Any]], Exception]
Method = TypeVar("Method", bound=TelegramMethod[Any])


def _untie(method: TelegramMethod[Any]) -> None:
    """Notes the space between «№» and a number as people type it: only where lines may break is it another one."""
    results = [*(getattr(method, "results", None) or []), getattr(method, "result", None)]
    contents = [getattr(result, "input_message_content", None) for result in results]
    for holder in (method, getattr(method, "media", None), *results, *contents):
        for name in ("text", "caption", "message_text"):
            said = getattr(holder, name, None)
            if isinstance(said, str):
                vars(holder)[name] = said.replace("№\u00a0", "№ ")  # some of them are frozen


class RecordingSession(BaseSession):
    """Answers what our bot may call; anything else is a violation that fails the test.

    Attributes:
        sent: all requests in order, without those that only ask.
        messages: what is to be seen in all chats, by id; below zero what one person sees alone.
        administrators: who administers a group, by its id.
        knows_alone: whether this server has messages that one person sees alone.
        violations: broken rules; a handler may swallow the failure, `check` does not.
        gate: while it is not set, messages do not arrive.
        on_its_way: set when a message waits at the gate.
        arrived: by the kind of request, set when the first of the kind comes.
        files: those that Telegram has, by id.
        profile: the menus and descriptions that it has, by what each is for.
        batches: what `getUpdates` gives, one batch a call; then `on_empty` is called.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[TelegramMethod[Any]] = []
        self.messages: dict[int, Message] = {}
        self.administrators: dict[int, list[User]] = {}
        self.knows_alone = True
        self.violations: list[str] = []
        self.batches: list[list[Update]] = []
        self.on_empty: Callable[[], Awaitable[None]] | None = None
        self.closed = 0
        self.gate: asyncio.Event | None = None
        self.on_its_way = asyncio.Event()
        self.arrived: defaultdict[type[TelegramMethod[Any]], asyncio.Event] = defaultdict(asyncio.Event)
        self._failures: list[tuple[type[TelegramMethod[Any]], Failure]] = []
        self._last_id = 1_000_000  # above the numbers that people's own messages get
        self.files: dict[str, bytes] = {}
        self.profile: dict[tuple[str, ...], Any] = {}

    def fail(self, kind: type[TelegramMethod[Any]], failure: Failure, times: int = 1) -> None:
        """Let the next requests of a kind fail."""
        self._failures.extend([(kind, failure)] * times)

    def recover(self) -> None:
        """Let no more requests fail."""
        self._failures.clear()

    def begin_anew(self) -> None:
        """Forget what was sent and planned so far; what stands in the chats stays, and so does a rule broken meanwhile."""
        self.sent.clear()
        self.arrived.clear()
        self.recover()

    def check(self) -> None:
        """Fail if any request broke a rule; each is told once, to the test that asks first."""
        broken, self.violations = self.violations, []
        assert not broken, "\n".join(broken)

    def of(self, kind: type[Method]) -> list[Method]:
        """All requests of a kind so far."""
        return [method for method in self.sent if isinstance(method, kind)]

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109
    ) -> TelegramType:
        """Records and answers a request."""
        self.arrived[type(method)].set()
        _untie(method)
        if not isinstance(method, _ASKING):
            self.sent.append(method)
        try:
            validate_method(bot, method)
            rules.check(method)
        except Exception as error:
            self.violations.append(f"{type(method).__name__}: {error!r}\n{method!r}")
            raise
        for index, (kind, failure) in enumerate(self._failures):
            if isinstance(method, kind):
                del self._failures[index]
                raise failure(method)
        if self.gate is not None and isinstance(method, SendMessage):
            self.on_its_way.set()
            await self.gate.wait()
        return await self._answer(bot, method)  # type: ignore[no-any-return]

    async def _answer(  # noqa: C901, PLR0911, PLR0912 - one for each kind
        self, bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        match method:
            case GetMe():
                return User(id=bot.id, is_bot=True, first_name="Qazyna", username=USERNAME)
            case GetFile(file_id=file_id):
                return File(file_id=file_id, file_unique_id=file_id, file_path=file_id)
            case SendMessage():
                return self._show(bot, method)
            case EditMessageText():
                return self._edit(method)
            case EditMessageReplyMarkup(message_id=int(message_id)):
                return self._change(message_id, {"reply_markup": method.reply_markup})
            case EditEphemeralMessageText():
                return self._edit_alone(method)
            case DeleteMessage():
                return self.messages.pop(method.message_id, None) is not None
            case GetChatAdministrators():
                return [_administrator(user) for user in self.administrators.get(int(method.chat_id), [])]
            case SendPhoto() | SendDocument():
                return self._show_file(bot, method)
            case EditMessageMedia():
                return self._edit_file(method)
            case AnswerGuestQuery(guest_query_id=query):
                return SentGuestMessage(inline_message_id=f"guest-{query}")
            case GetUpdates():
                return await self._next_batch()
            case _ if isinstance(method, _OF_PROFILE):
                return self._answer_of_profile(method)
            case (
                AnswerCallbackQuery()
                | AnswerInlineQuery()
                | SendChatAction()
                | SetWebhook()
                | DeleteWebhook()
            ):
                return True
        self.violations.append(f"nobody expects {type(method).__name__}")
        raise AssertionError(self.violations[-1])

    async def _next_batch(self) -> list[Update]:
        if not self.batches and self.on_empty is not None:
            await self.on_empty()
        return self.batches.pop(0) if self.batches else []

    def _show(self, bot: Bot, method: SendMessage) -> Message:
        return self._keep(bot, method, text=method.text, entities=method.entities)

    def _show_file(self, bot: Bot, method: SendPhoto | SendDocument) -> Message:
        if isinstance(method, SendPhoto):
            content: dict[str, Any] = {"photo": self._stored_photo(method.photo)}
        else:
            file_id = self._stored(method.document)
            content = {"document": Document(file_id=file_id, file_unique_id=file_id)}
        content |= {"caption": method.caption, "caption_entities": method.caption_entities}
        return self._keep(bot, method, **content)

    def _keep(self, bot: Bot, method: SendMessage | SendPhoto | SendDocument, **content: Any) -> Message:
        self._last_id += 1
        chat = Chat(id=int(method.chat_id), type="private" if int(method.chat_id) > 0 else "supergroup")
        quoted = method.reply_parameters.message_id if method.reply_parameters else None
        markup = method.reply_markup
        alone = method.ephemeral_message_parameters if self.knows_alone else None
        if alone is not None:
            person = User(id=alone.receiver_user_id, is_bot=False, first_name="")
            content |= {"ephemeral_message_id": self._last_id, "receiver_user": person}
        thread = method.message_thread_id
        message = Message(
            message_id=0 if alone else self._last_id,
            message_thread_id=thread,
            is_topic_message=thread is not None or None,
            date=dt.datetime.now(dt.UTC),
            chat=chat,
            from_user=User(id=bot.id, is_bot=True, first_name="Qazyna", username=USERNAME),
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
            reply_to_message=self.messages.get(quoted) if quoted else None,
            **content,
        )
        self.messages[-self._last_id if alone else self._last_id] = message
        return message.as_(bot)

    def _answer_of_profile(self, method: TelegramMethod[Any]) -> Any:
        """What Telegram keeps of a bot: its menus and descriptions."""
        match method:
            case SetMyCommands(commands=kept, scope=scope, language_code=language):
                self.profile["menu", _scope_of(scope), language or ""] = list(kept)
            case SetMyDescription(description=text, language_code=language):
                self.profile["description", language or ""] = text or ""
            case SetMyShortDescription(short_description=text, language_code=language):
                self.profile["short", language or ""] = text or ""
            case GetMyCommands(scope=scope, language_code=language):
                return self.profile.get(("menu", _scope_of(scope), language or ""), [])
            case GetMyDescription(language_code=language):
                return BotDescription(description=self.profile.get(("description", language or ""), ""))
            case GetMyShortDescription(language_code=language):
                return BotShortDescription(short_description=self.profile.get(("short", language or ""), ""))
        return True

    def _stored_photo(self, file: object) -> list[PhotoSize]:
        """Telegram keeps a photo in several sizes, the largest last."""
        file_id = self._stored(file)
        return [
            PhotoSize(file_id=f"{size}{file_id}", file_unique_id=f"{size}{file_id}", width=side, height=side)
            for size, side in (("small-", 90), ("", 1280))
        ]

    def _stored(self, file: object) -> str:
        """The id of a file that is new, or was sent before."""
        if isinstance(file, BufferedInputFile):
            self.files[f"file-{len(self.files)}"] = file.data
            return f"file-{len(self.files) - 1}"
        assert file in self.files, f"Telegram has no {file!r}"
        return str(file)

    def _edit_file(self, method: EditMessageMedia) -> Message | bool:
        if method.message_id is None:
            return True
        media = method.media
        assert isinstance(media, InputMediaPhoto)
        changed = {
            "photo": self._stored_photo(media.media),
            "caption": media.caption,
            "caption_entities": media.caption_entities,
            "reply_markup": method.reply_markup,
        }
        return self._change(method.message_id, changed)

    def _edit(self, method: EditMessageText) -> Message | bool:
        if method.message_id is None:
            return True
        changed = {"text": method.text, "entities": method.entities, "reply_markup": method.reply_markup}
        return self._change(method.message_id, changed)

    def _change(self, message_id: int, changed: dict[str, Any]) -> Message:
        message = self.messages[message_id].model_copy(update=changed)
        self.messages[message_id] = message
        return message

    def _edit_alone(self, method: EditEphemeralMessageText) -> bool:
        message = self.messages[-method.ephemeral_message_id]
        assert message.receiver_user is not None
        assert (message.chat.id, message.receiver_user.id) == (method.chat_id, method.receiver_user_id)
        changed = {"text": method.text, "entities": method.entities, "reply_markup": method.reply_markup}
        self.messages[-method.ephemeral_message_id] = message.model_copy(update=changed)
        return True

    async def close(self) -> None:
        """Counts how often it was closed."""
        self.closed += 1

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002
        timeout: int = 30,  # noqa: ARG002, ASYNC109
        chunk_size: int = 65536,  # noqa: ARG002
        raise_for_status: bool = True,  # noqa: ARG002
    ) -> AsyncGenerator[bytes, None]:
        """The content of a file that somebody sent."""
        yield self.files[PurePosixPath(url).name]


def _scope_of(scope: BotCommandScopeUnion | None) -> str:
    chat = f" {scope.chat_id}" if isinstance(scope, BotCommandScopeChat) else ""
    return (BotCommandScopeType(scope.type).value if scope else "default") + chat


def _administrator(user: User) -> ChatMemberOwner:
    return ChatMemberOwner(user=user, is_anonymous=False)
