"""Telegram's types and methods as aiogram has them, each made ready when it is first used.

At its import aiogram has pydantic make validators of all of its 630 types and methods, each with all that it
holds: two seconds of the processor and 90 MB. A bot meets a tenth of them. Pydantic has a setting by which a
class makes them when it is first used (`defer_build`), but aiogram asks for all of its types at the end of
its import, so that each finds those that its annotations name: their modules import them for type checkers
only. Here nothing is made while aiogram is imported, and its modules are given the names instead. What a
class is does not change by that.

Should a class not find its names all the same, then all are made at once, as they are without this.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

from pydantic import BaseModel, ConfigDict

_log = logging.getLogger(__name__)

_AIOGRAM = "aiogram"
_NAME = re.compile(r"\w+")
# What `make_types_ready` made. Pydantic has a weak reference to a class like `Response[Message]`: where
# nobody else holds it, it goes with Python's next search for garbage, and an answer waits for a new one.
_ready: list[type[BaseModel]] = []


@cache
def import_aiogram() -> None:
    """Imports aiogram with all of its types put off; says so in the log where it was imported before.

    Each is the same as without this once it is made, which the first use of it does.
    """
    if _AIOGRAM in sys.modules:
        _log.warning("aiogram was imported before its types could be put off: all of them are made at once")
        return
    with putting_off():
        import_module(_AIOGRAM)
    from aiogram import types  # noqa: PLC0415 - the first is imported above
    from aiogram.methods import SendMessage  # noqa: PLC0415 - as above

    models = [model for model in _list_below(BaseModel) if model.__module__.startswith(f"{_AIOGRAM}.")]
    for model in models:
        give_names(model)
    if SendMessage.model_rebuild(raise_errors=False) is False:  # it holds types that name others
        _log.warning("types of aiogram do not find the names that they are made of: all are made at once")
        for model in models:
            model.model_rebuild(_types_namespace=vars(types))


def make_types_ready() -> None:
    """Makes what the bot uses, so that nobody waits for it while updates are handled: half a second."""
    from aiogram import methods, types  # noqa: PLC0415 - not before `import_aiogram`

    _ready[:] = (
        types.Update,
        types.BotCommand,
        types.EphemeralMessageParameters,
        types.InlineKeyboardButton,
        types.InlineKeyboardMarkup,
        types.InlineQueryResultArticle,
        types.InlineQueryResultsButton,
        types.InputMediaPhoto,
        types.InputTextMessageContent,
        types.LinkPreviewOptions,
        types.MessageEntity,
        types.ReplyParameters,
        methods.AnswerCallbackQuery,
        methods.AnswerGuestQuery,
        methods.AnswerInlineQuery,
        methods.DeleteMessage,
        methods.EditEphemeralMessageText,
        methods.EditMessageMedia,
        methods.EditMessageReplyMarkup,
        methods.EditMessageText,
        methods.GetChatAdministrators,
        methods.GetFile,
        methods.SendChatAction,
        methods.SendDocument,
        methods.SendMessage,
        methods.SendPhoto,
        methods.Response[bool],
        methods.Response[types.Message],
        methods.Response[types.Message | bool],
        methods.Response[types.SentGuestMessage],
        methods.Response[list[types.ResultChatMemberUnion]],
    )
    for model in _ready:
        model.model_rebuild()


@contextmanager
def putting_off() -> Iterator[None]:
    """Within, new models are made when they are first used, even where names are given for them."""
    rebuild, config = BaseModel.__dict__["model_rebuild"], BaseModel.model_config

    def put_off(cls: type[BaseModel], /, **asked: Any) -> bool | None:  # noqa: ANN401 - what pydantic takes
        made: bool | None = None if "_types_namespace" in asked else rebuild.__func__(cls, **asked)
        return made

    BaseModel.model_rebuild = classmethod(put_off)  # type: ignore[method-assign, assignment]
    BaseModel.model_config = ConfigDict(**{**config, "defer_build": True})
    try:
        yield
    finally:
        BaseModel.model_rebuild, BaseModel.model_config = rebuild, config  # type: ignore[method-assign]


def give_names(model: type[BaseModel]) -> None:
    """Gives a model's module the types of aiogram that its fields name, where it has none of that name."""
    from aiogram import types  # noqa: PLC0415 - not before `import_aiogram`

    module = vars(sys.modules[model.__module__])
    for base in model.__mro__:
        for annotation in vars(base).get("__annotations__", {}).values():
            for name in _NAME.findall(str(annotation)):
                if name in vars(types):
                    module.setdefault(name, vars(types)[name])


def _list_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _list_below(each)
