"""Telegram's types are made when they are first used, and are then what they are anyway."""

from __future__ import annotations

import ast
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
from tests.harness.sources import list_nodes, list_sources, read_tree

_PROJECT = Path(__file__).parents[2]
_PROGRAM = """
import json, sys
from bot import telegram_types
if sys.argv[1] == "unfound":  # as of an aiogram whose types look for names elsewhere
    telegram_types.give_names = lambda model: None
if sys.argv[1] == "late":
    import aiogram
telegram_types.import_aiogram()
telegram_types.import_aiogram()  # as the second one that asks for it
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
_COMMAND = """
import sys
from bot import cli
def stop():
    from aiogram.methods import SendGame
    print(SendGame.__pydantic_complete__)
    raise SystemExit
cli.settings_or_exit = stop
cli.app([sys.argv[1]])
"""
_READY = """
import gc, json, sys
from bot.telegram_types import import_aiogram, make_types_ready
import_aiogram()
make_types_ready()
gc.collect()  # as a running bot does every few hundred answers
from aiogram import methods, types
def is_ready(name):
    kind = getattr(methods, name, None) or getattr(types, name)
    answer = methods.Response[kind.__returning__] if hasattr(methods, name) else kind
    return kind.__pydantic_complete__ and answer.__pydantic_complete__
print(json.dumps([name for name in sys.argv[1:] if is_ready(name)]))
"""


@pytest.mark.sweep
def test_types_that_are_put_off_are_the_same_once_they_are_used() -> None:
    """As those that aiogram makes at its import: where it was imported before, they cannot be put off, and the log says so."""
    put_off, late = call("put off"), call("late")
    assert put_off["said"] == late["said"]
    assert json.loads(str(put_off["said"][1]))["message"]["text"] == "в"
    assert put_off["made"] == [False, True, True, False, True]
    assert put_off["log"] == []
    assert late["made"] == [True, True, True, True, True]
    assert ["imported before" in str(line) for line in late["log"]] == [True]


@pytest.mark.sweep
def test_types_that_do_not_find_their_names_are_made_at_once_and_the_log_says_so() -> None:
    done = call("unfound")
    assert json.loads(str(done["said"][1]))["message"]["text"] == "в"
    assert done["made"] == [True, True, True, True, True]
    assert ["do not find the names" in str(line) for line in done["log"]] == [True]


def test_a_model_that_is_asked_for_without_names_is_made_at_once() -> None:
    class Named(BaseModel):
        number: int

    rebuild = BaseModel.__dict__["model_rebuild"]
    with putting_off():

        class Whole(BaseModel):
            named: Named

        class Later(BaseModel):
            number: int

        assert not Whole.__pydantic_complete__
        assert Whole.model_rebuild() is True  # as an aiogram does that gives no names
        assert Whole.__pydantic_complete__
        assert Later.model_rebuild(_types_namespace={"Named": Named}) is None
        assert not Later.__pydantic_complete__
    assert BaseModel.__dict__["model_rebuild"] is rebuild
    assert "defer_build" not in BaseModel.model_config
    assert Later(number=3).number == 3


def test_a_model_that_is_asked_for_in_error_leaves_pydantic_as_it_was() -> None:
    rebuild, config = BaseModel.__dict__["model_rebuild"], BaseModel.model_config
    with pytest.raises(ImportError, match="half of it"), putting_off():
        raise ImportError("half of it")
    assert (BaseModel.__dict__["model_rebuild"], BaseModel.model_config) == (rebuild, config)


@pytest.mark.sweep
@pytest.mark.parametrize("command", ["run", "chat"])
def test_a_command_that_answers_puts_types_off(command: str) -> None:
    """Nothing that it imports comes to aiogram before."""
    assert run(_COMMAND, command).stdout == "False\n"


@pytest.mark.sweep
def test_what_the_bot_sends_is_made_ready() -> None:
    """What handlers and middlewares make and call, and what Telegram answers to it."""
    used = set(find_used())
    assert {"SendMessage", "EditMessageText", "InlineKeyboardMarkup", "AnswerInlineQuery"} <= used
    made = set(json.loads(run(_READY, *sorted(used)).stdout))
    assert used - made == set()


def find_used() -> Iterator[str]:
    """The names of aiogram's types that our code makes, and of the methods that it calls."""
    for file in list_sources("handlers", "bot/middlewares"):
        nodes = list_nodes(read_tree(file))
        imported = {
            name.asname or name.name
            for node in nodes
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aiogram.")
            for name in node.names
        }
        for node in nodes:
            match node:
                case ast.Call(func=ast.Name(name)) if name in imported and is_model(name):
                    yield name
                case ast.Call(func=ast.Attribute(attr=attr)):
                    yield from list_methods(attr)


def is_model(name: str) -> bool:
    """Whether pydantic makes a type or method of Telegram."""
    kind = getattr(aiogram.types, name, None) or getattr(aiogram.methods, name, None)
    return isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not aiogram.methods.Response


def list_methods(called: str) -> list[str]:
    """What an attribute of this name sends: `bot.send_message`, `message.answer_photo`."""
    of_bot = "".join(part.capitalize() for part in called.split("_"))
    if hasattr(aiogram.Bot, called) and hasattr(aiogram.methods, of_bot):
        return [of_bot]
    holders = (aiogram.types.Message, aiogram.types.CallbackQuery, aiogram.types.InlineQuery)
    shortcuts = [vars(holder)[called] for holder in holders if called in vars(holder)]
    given = [getattr(shortcut, "__annotations__", {}).get("return") for shortcut in shortcuts]
    return [str(name) for name in given if hasattr(aiogram.methods, str(name))]


def run(program: str, *given: str) -> subprocess.CompletedProcess[str]:
    """What a program says."""
    command = [sys.executable, "-c", program, *given]
    return subprocess.run(command, cwd=_PROJECT, capture_output=True, text=True, check=True)  # noqa: S603 - this very Python


def call(way: str) -> dict[str, list[str | bool]]:
    """What a program says that uses some types, imported in one way, and what it logs."""
    done = run(_PROGRAM, way)
    said: dict[str, list[str | bool]] = {**json.loads(done.stdout), "log": [*done.stderr.splitlines()]}
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
        get_type_hints(model, localns={"Bot": aiogram.Bot})  # which is in no field; or it raises


@pytest.mark.sweep
def test_what_measures_bots_imports_aiogram_as_the_bot_does() -> None:
    """Their questions come without aiogram, so that nothing has imported it otherwise before."""
    program = (
        "import sys, bench.questions; print('aiogram' in sys.modules); import bench.over_http, bench.__main__"
    )
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("False\n", "")
