"""Telegram's types and methods as aiogram has them, each made ready when it is first used.

At its import aiogram has pydantic make validators of all of its 630 types and methods, each with all that it
holds: two seconds of the processor and 90 MB. A bot meets a tenth of them. Pydantic makes a class that is put
off by itself, when it is first asked for something. What a class is does not change by that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from unittest.mock import patch

from pydantic import BaseModel, ConfigDict

_AIOGRAM = "aiogram"


def import_aiogram() -> None:
    """Imports aiogram with all of its types put off; does nothing where it is imported already.

    Each is the same as without this once it is made, which the first use of it does.
    """
    if _AIOGRAM in sys.modules:
        return
    with _putting_off() as names:
        import_module(_AIOGRAM)
    # Where a model that is made later looks for the types that annotations name; aiogram has them by name.
    for model in filter(_is_telegrams, _list_below(BaseModel)):
        model.__pydantic_parent_namespace__ = names


def make_types_ready() -> None:
    """Makes what every bot meets, so that those who ask first need not wait for it: 0.3 seconds."""
    from aiogram import methods, types  # noqa: PLC0415 - not before `import_aiogram`

    for model in (
        types.Update,
        methods.SendMessage,
        methods.EditMessageText,
        methods.AnswerCallbackQuery,
        methods.AnswerInlineQuery,
        methods.Response[types.Message],
        types.InlineQueryResultArticle,
    ):
        model.model_rebuild()


@contextmanager
def _putting_off() -> Iterator[dict[str, Any]]:
    """Within, all models are made later; gives the names with which aiogram asks for its types to be made."""
    names: dict[str, Any] = {}

    def keep_names(*, _types_namespace: Mapping[str, Any]) -> None:
        names.update(_types_namespace)

    config = ConfigDict(**{**BaseModel.model_config, "defer_build": True})
    with (
        patch.object(BaseModel, "model_rebuild", staticmethod(keep_names)),
        patch.object(BaseModel, "model_config", config),
    ):
        yield names


def _list_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        yield each
        yield from _list_below(each)


def _is_telegrams(model: type[BaseModel]) -> bool:
    return model.__module__.partition(".")[0] == _AIOGRAM
