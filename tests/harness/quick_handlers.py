"""Starting the bot once for every test, without registering its handlers again.

A router has an observer for each of Telegram's kinds of update, and aiogram reads the signature of a handler of
each: 800 signatures whenever the bot starts, most of them of one and the same lambda.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import CodeType, FunctionType

from aiogram import Router
from aiogram.dispatcher.event.handler import CallableObject

from handlers.router import create_root_router

_Traits = tuple[bool, set[str], bool]


@contextmanager
def lend_handlers() -> Iterator[Router]:
    """All handlers for one bot; after it has stopped they are the next one's, as they know nothing of a bot.

    Yields:
        The root of the routers, in no dispatcher.
    """
    root = _idle().pop() if _idle() else create_root_router()
    yield root
    root._parent_router = None  # aiogram lets routers be taken in, and never out
    _idle().append(root)


@cache
def _idle() -> list[Router]:
    return []


def remember_signatures() -> None:
    """Lets aiogram read the signature of each function of the program once."""
    read_signature = CallableObject.__post_init__
    known: dict[CodeType, _Traits] = {}

    def read(handler: CallableObject) -> None:
        function = handler.callback
        if type(function) is not FunctionType or function.__dict__:  # wrapped, or with a signature of its own
            read_signature(handler)
            return
        code = function.__code__
        if code not in known:
            read_signature(handler)
            known[code] = handler.awaitable, handler.params, handler.varkw
        handler.awaitable, handler.params, handler.varkw = known[code]

    CallableObject.__post_init__ = read  # type: ignore[assignment]
