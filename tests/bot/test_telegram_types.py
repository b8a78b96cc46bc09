"""Telegram's types are made when they are first used, and are then what they are anyway."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints

import aiogram
import aiogram.methods
import aiogram.types
import pytest
from pydantic import BaseModel

from bot.telegram_types import putting_off

_PROJECT = Path(__file__).parents[2]
_PROGRAM = """
import json, sys
if sys.argv[1] == "unfound":  # as by a pydantic that keeps no names for later
    from pydantic._internal import _model_construction
    _model_construction.unpack_lenient_weakvaluedict = lambda kept: None
if sys.argv[1] != "at once":
    from bot.telegram_types import import_aiogram, make_types_ready
    import_aiogram()
    import_aiogram()  # as the second one that asks for it
from aiogram import methods, types

made = [types.Update.__pydantic_complete__, methods.SendMessage.__pydantic_complete__]
bold = types.MessageEntity(type="bold", offset=0, length=1)
button = types.InlineKeyboardButton(text="ещё", callback_data="m")
keyboard = types.InlineKeyboardMarkup(inline_keyboard=[[button]])
sent = methods.SendMessage(chat_id=1, text="а", entities=[bold], reply_markup=keyboard)
person = {"id": 2, "is_bot": False, "first_name": "Б"}
message = {"message_id": 3, "date": 4, "chat": {"id": 2, "type": "private"}, "from": person, "text": "в", "new": 1}
update = types.Update.model_validate({"update_id": 5, "message": {**message, "reply_to_message": message}})
answer = methods.Response[types.Message].model_validate({"ok": True, "result": message})
try:
    types.Update.model_validate({"update_id": "пять", "message": {}})
except ValueError as error:
    refused = str(error)
said = [each.model_dump_json(exclude_defaults=True) for each in (sent, update, update.message.from_user, answer)]
made += [types.Update.__pydantic_complete__, methods.SendGame.__pydantic_complete__]
from pydantic import BaseModel
class Other(BaseModel):
    number: int
made.append(Other.__pydantic_complete__)
print(json.dumps({"said": [*said, refused], "made": made}))
"""


def test_types_that_are_put_off_are_the_same_once_they_are_used() -> None:
    at_once, put_off = call("at once"), call("put off")
    assert put_off["said"] == at_once["said"]
    assert json.loads(str(put_off["said"][1]))["message"]["text"] == "в"
    assert at_once["made"] == [True, True, True, True, True]
    assert put_off["made"] == [False, True, True, False, True]


def test_types_that_cannot_be_put_off_are_made_at_once() -> None:
    unfound = call("unfound")
    assert json.loads(str(unfound["said"][1]))["message"]["text"] == "в"
    assert unfound["made"] == [True, True, True, True, True]


def test_a_model_that_is_asked_for_without_names_is_made_at_once() -> None:
    class Named(BaseModel):
        number: int

    rebuild = BaseModel.__dict__["model_rebuild"]
    with putting_off() as names:

        class Whole(BaseModel):
            named: Named

        class Later(BaseModel):
            number: int

        assert not Whole.__pydantic_complete__
        assert Whole.model_rebuild() is True  # as an aiogram does that gives no names
        assert (names, Whole.__pydantic_complete__) == ({}, True)
        Later.model_rebuild(_types_namespace={"Named": Named})
        assert (names, Later.__pydantic_complete__) == ({"Named": Named}, False)
    assert BaseModel.__dict__["model_rebuild"] is rebuild
    assert "defer_build" not in BaseModel.model_config
    assert Later(number=3).number == 3


def test_a_model_that_is_asked_for_in_error_leaves_pydantic_as_it_was() -> None:
    rebuild, config = BaseModel.__dict__["model_rebuild"], BaseModel.model_config
    with pytest.raises(ImportError, match="half of it"), putting_off():
        raise ImportError("half of it")
    assert (BaseModel.__dict__["model_rebuild"], BaseModel.model_config) == (rebuild, config)


def call(way: str) -> dict[str, list[str | bool]]:
    """What a program says that uses some types, imported in one way."""
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", _PROGRAM, way], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    said: dict[str, list[str | bool]] = json.loads(done.stdout)
    return said


def list_below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """All that are made of a model, at any depth."""
    for each in model.__subclasses__():
        yield each
        yield from list_below(each)


def test_every_type_finds_the_names_that_it_is_made_of() -> None:
    """Whichever is used first: `SendMessage` holds entities, which name people."""
    found = {each for each in list_below(BaseModel) if each.__module__.startswith("aiogram.")}
    assert {aiogram.types.Update, aiogram.methods.SendMessage, aiogram.methods.SendGame} <= found
    for model in found:
        names = {"Bot": aiogram.Bot, **(model.__pydantic_parent_namespace__ or {})}  # which is in no field
        get_type_hints(model, localns=names)  # or it raises
