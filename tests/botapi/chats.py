"""What Telegram keeps: chats with their messages, files, queries that wait for an answer, the bot's profile."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from tests.botapi.calls import Call
from tests.botapi.updates import private, supergroup

BOT = {
    "id": 42,
    "is_bot": True,
    "first_name": "Qazyna",
    "username": "qazyna_test_bot",
    "supports_inline_queries": True,
}
Json = dict[str, Any]


class RefusedError(Exception):
    """Telegram does not do what was asked.

    Attributes:
        code: the status.
        parameters: what a client can do about it.
    """

    def __init__(
        self, description: str, code: int = 400, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.parameters = parameters


class Chats:
    """Carries out what a bot asks for.

    Attributes:
        messages: what is to be seen, by chat and number.
        files: the content of each file, by its id.
        moved: the new number of each group that got one.
        closed_topics: chat and topic of those where nobody writes any more.
        blocked: people who want to hear nothing of the bot.
        queries: presses and inline queries that wait for their only answer.
    """

    def __init__(self) -> None:
        self.messages: dict[tuple[int, int], Json] = {}
        self.files: dict[str, bytes] = {}
        self.moved: dict[int, int] = {}
        self.closed_topics: set[tuple[int, int]] = set()
        self.blocked: set[int] = set()
        self.queries: set[str] = set()
        self._profile: dict[str, Any] = {}
        self._last_message = 1_000_000
        self._methods: dict[str, Callable[[Call], Any]] = {
            "getMe": lambda _: BOT,
            "sendMessage": self._send,
            "sendPhoto": self._send_file,
            "sendDocument": self._send_file,
            "sendChatAction": self._only_look,
            "editMessageText": self._edit,
            "editMessageMedia": self._edit_media,
            "editMessageReplyMarkup": lambda call: self._change(call, {}),
            "deleteMessage": self._delete,
            "answerCallbackQuery": self._answer_press,
            "answerInlineQuery": self._answer_inline,
            "getFile": self._find_file,
            "getChatAdministrators": lambda _: [],
        }

    def carry_out(self, call: Call) -> Any:
        """Does what a request asks for.

        Returns:
            The result.

        Raises:
            RefusedError: it cannot be done.
        """
        if call.method in self._methods:
            return self._methods[call.method](call)
        if call.method.startswith(("getMy", "setMy")):
            return self._keep_profile(call)
        raise RefusedError("Not Found", 404)

    def of(self, chat: int) -> list[Json]:
        """What the bot wrote into a chat, as it is to be seen now."""
        return [message for (each, _), message in self.messages.items() if each == chat]

    def _only_look(self, call: Call) -> bool:
        """Telegram looks at the chat before it looks at anything else."""
        chat = call.chat
        if chat in self.moved:
            said = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(said, parameters={"migrate_to_chat_id": self.moved[chat]})
        if chat in self.blocked:
            raise RefusedError("Forbidden: bot was blocked by the user", 403)
        if (chat, int(call.params.get("message_thread_id") or 0)) in self.closed_topics:
            raise RefusedError("Bad Request: TOPIC_CLOSED")
        return True

    def _send(self, call: Call) -> Json:
        if not call.text.strip():
            raise RefusedError("Bad Request: message text is empty")
        return self._show(call, {"text": call.text, "entities": call.params.get("entities")})

    def _send_file(self, call: Call) -> Json:
        kind = "photo" if call.method == "sendPhoto" else "document"
        file = self._store(call, call.params[kind])
        shown: Json = {"file_id": file, "file_unique_id": file}
        content: Json = {kind: [shown | {"width": 1280, "height": 1280}] if kind == "photo" else shown}
        return self._show(
            call, content | {"caption": call.text, "caption_entities": call.params.get("caption_entities")}
        )

    def _show(self, call: Call, content: Json) -> Json:
        self._only_look(call)
        self._last_message += 1
        chat = call.chat or 0
        thread = call.params.get("message_thread_id")
        message = {
            "message_id": self._last_message,
            "date": 1_800_000_000,
            "chat": private(chat) if chat > 0 else supergroup(chat),
            "from": BOT,
            "reply_markup": call.params.get("reply_markup"),
            "message_thread_id": int(thread) if thread else None,
            **content,
        }
        message = {key: value for key, value in message.items() if value is not None}
        self.messages[chat, self._last_message] = message
        return message

    def _find(self, call: Call) -> Json:
        self._only_look(call)
        message = self.messages.get((call.chat or 0, int(call.params.get("message_id", 0))))
        if message is None:
            raise RefusedError("Bad Request: message to edit not found")
        return message

    def _edit(self, call: Call) -> Json | bool:
        changed = {"text": call.text, "entities": call.params.get("entities")}
        return self._change(call, changed)

    def _edit_media(self, call: Call) -> Json | bool:
        media = call.params["media"]
        file = self._store(call, media["media"])
        photo = [{"file_id": file, "file_unique_id": file, "width": 1280, "height": 1280}]
        return self._change(call, {"photo": photo, "caption": media.get("caption")})

    def _change(self, call: Call, changed: Json) -> Json | bool:
        if "inline_message_id" in call.params:
            return True
        message = self._find(call)
        changed["reply_markup"] = call.params.get("reply_markup")
        if all(message.get(key) == value for key, value in changed.items()):
            raise RefusedError("Bad Request: message is not modified")
        message = {key: value for key, value in (message | changed).items() if value is not None}
        self.messages[call.chat or 0, message["message_id"]] = message
        return message

    def _delete(self, call: Call) -> bool:
        del self.messages[call.chat or 0, self._find(call)["message_id"]]
        return True

    def _answer_press(self, call: Call) -> bool:
        return self._answer(call.params["callback_query_id"])

    def _answer_inline(self, call: Call) -> bool:
        return self._answer(call.params["inline_query_id"])

    def _answer(self, query: str) -> bool:
        if query not in self.queries:
            raise RefusedError(
                "Bad Request: query is too old and response timeout expired or query ID is invalid"
            )
        self.queries.remove(query)
        return True

    def _store(self, call: Call, said: str) -> str:
        """The id of a file that comes along, or was sent before."""
        part = said.removeprefix("attach://")
        if part != said:
            file = f"file-{len(self.files)}"
            self.files[file] = call.files[part]
            return file
        if said not in self.files:
            raise RefusedError("Bad Request: wrong file identifier/HTTP URL specified")
        return said

    def _find_file(self, call: Call) -> Json:
        file = call.params["file_id"]
        if file not in self.files:
            raise RefusedError("Bad Request: wrong file_id or the file is temporarily unavailable")
        path = f"documents/{file}"
        return {
            "file_id": file,
            "file_unique_id": file,
            "file_size": len(self.files[file]),
            "file_path": path,
        }

    def _keep_profile(self, call: Call) -> Any:
        """Menus and descriptions, each by its scope and language."""
        kind = call.method[len("getMy") :]
        scope, language = call.params.get("scope"), call.params.get("language_code", "")
        key = f"{kind} {json.dumps(scope, sort_keys=True)} {language}"
        field = {
            "Commands": "commands",
            "Description": "description",
            "ShortDescription": "short_description",
        }[kind]
        if call.method.startswith("set"):
            self._profile[key] = call.params.get(field, "")
            return True
        return self._profile.get(key, []) if kind == "Commands" else {field: self._profile.get(key, "")}
