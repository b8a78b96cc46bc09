"""Telegram's types and methods as aiogram has them, each made ready when it is first used.

At its import aiogram has pydantic make validators of all of its 630 types and methods, each with all that it
holds: two seconds of the processor and 90 MB. A bot meets a tenth of them. Pydantic makes a class that is put
off by itself, when it is first asked for something. What a class is does not change by that.

Should a later aiogram ask for its types in another way, or a later pydantic not find the names that they are
made of, then all are made at the import, as they are without this.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from pydantic import BaseModel, ConfigDict

_AIOGRAM = "aiogram"
_CALLERS = 3  # where pydantic finds who asked: itself, what stands in for it, and who asked that


def import_aiogram() -> None:
    """Imports aiogram with all of its types put off; does nothing where it is imported already.

    Each is the same as without this once it is made, which the first use of it does.
    """
    if _AIOGRAM in sys.modules:
        return
    with putting_off() as names:
        import_module(_AIOGRAM)
    # Where a model that is made later looks for the types that annotations name; aiogram has them by name.
    models = [model for model in _list_below(BaseModel) if _is_telegrams(model)]
    for model in models if names else ():
        model.__pydantic_parent_namespace__ = names
    from aiogram.methods import SendMessage  # noqa: PLC0415 - the first is imported above

    if SendMessage.model_rebuild(raise_errors=False) is False:  # it holds types that name others
        for model in models:
            model.model_rebuild(_types_namespace=names)


def make_types_ready() -> None:
    """Makes what the bot uses, so that nobody waits for it while updates are handled: half a second."""
    from aiogram import methods, types  # noqa: PLC0415 - not before `import_aiogram`

    for model in (
        types.Update,
        types.InlineKeyboardMarkup,
        types.InlineQueryResultArticle,
        types.InlineQueryResultsButton,
        types.InputMediaPhoto,
        types.InputTextMessageContent,
        types.ReplyParameters,
        methods.AnswerCallbackQuery,
        methods.AnswerGuestQuery,
        methods.AnswerInlineQuery,
        methods.EditEphemeralMessageText,
        methods.EditMessageMedia,
        methods.EditMessageText,
        methods.GetFile,
        methods.SendChatAction,
        methods.SendDocument,
        methods.SendMessage,
        methods.SendPhoto,
        methods.Response[bool],
        methods.Response[types.Message],
        methods.Response[types.Message | bool],
    ):
        model.model_rebuild()


@contextmanager
def putting_off() -> Iterator[dict[str, Any]]:
    """Within, new models are made when they are first used, and one that names are given for keeps them.

    Gives:
        The names with which models were to be made. One that is to be made without any is made at once.
    """
    names: dict[str, Any] = {}
    rebuild, config = BaseModel.__dict__["model_rebuild"], BaseModel.model_config

    def keep_names(cls: type[BaseModel], /, **asked: Any) -> bool | None:  # noqa: ANN401 - what pydantic takes
        if given := asked.get("_types_namespace"):
            names.update(given)
            return None
        made: bool | None = rebuild.__func__(cls, **{"_parent_namespace_depth": _CALLERS, **asked})
        return made

    BaseModel.model_rebuild = classmethod(keep_names)  # type: ignore[method-assign, assignment]
    BaseModel.model_config = ConfigDict(**{**config, "defer_build": True})
    try:
        yield names
    finally:
        BaseModel.model_rebuild, BaseModel.model_config = rebuild, config  # type: ignore[method-assign]


def _list_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _list_below(each)


def _is_telegrams(model: type[BaseModel]) -> bool:
    return model.__module__.partition(".")[0] == _AIOGRAM
