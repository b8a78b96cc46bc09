"""Starting the bot once for every test, without reading the same signatures again.

A router has an observer for each of Telegram's kinds of update, and aiogram reads the signature of a handler of
each: 800 signatures whenever the bot starts, most of them of one and the same lambda.
"""

from __future__ import annotations

from types import CodeType, FunctionType

from aiogram.dispatcher.event.handler import CallableObject

_Traits = tuple[bool, set[str], bool]


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
