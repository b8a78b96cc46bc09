"""A request to the Bot API as it arrived, read back into what the client meant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiohttp import web

# What the documentation calls "JSON-serialized"; all else is told as it is.
_SERIALIZED = {
    "allowed_updates", "button", "caption_entities", "commands", "entities", "ephemeral_message_parameters",
    "link_preview_options", "media", "reply_markup", "reply_parameters", "result", "results", "scope",
}  # fmt: skip


@dataclass(slots=True)
class Call:
    """One request.

    Attributes:
        method: as it stands in the address: `sendMessage`.
        params: what was said, with files by the names of their parts.
        files: the content of each part that is a file.
        at: the moment in which it had arrived, by `clock.moment`.
        taken: whether what was asked was done, whatever was answered.
        fault: what went wrong on purpose; empty where nothing did.
        in_reply: whether it came in answer to a webhook's update.
    """

    method: str
    params: Mapping[str, Any]
    at: float
    files: Mapping[str, bytes] = field(default_factory=dict)
    taken: bool = False
    fault: str = ""
    in_reply: bool = False

    @property
    def chat(self) -> int | None:
        """The chat that it is for; None for what is for none."""
        chat = self.params.get("chat_id")
        return None if chat is None else int(chat)

    @property
    def text(self) -> str:
        """What people read: the text, or what stands under a file."""
        return str(self.params.get("text") or self.params.get("caption") or "")


async def read_call(method: str, request: web.Request, at: float) -> Call:
    """Reads a request, in any of the forms that the Bot API takes: query, form, parts or JSON."""
    said: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        return Call(method, said | await request.json(), at)
    files: dict[str, bytes] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = value.file.read()
        else:
            said[name] = json.loads(value) if name in _SERIALIZED else value
    return Call(method, said, at, files)


def as_method(call: Call) -> TelegramMethod[Any] | None:
    """The request as the client's own library has it; None for a method that it does not know."""
    kind = getattr(aiogram.methods, call.method[:1].upper() + call.method[1:], None)
    if kind is None:
        return None
    method: TelegramMethod[Any] = kind.model_validate({"parse_mode": None} | dict(call.params))
    return method
