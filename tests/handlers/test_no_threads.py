"""No update waits for a thread before its handler is found: aiogram runs what is not asynchronous in one."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.dispatcher.event.handler import CallableObject

from handlers.router import create_root_router


def _list_called(router: Router) -> Iterator[tuple[str, CallableObject]]:
    """All handlers and filters of a router and those in it, by the router's name."""
    for observer in router.observers.values():
        for handler in observer.handlers:
            yield from ((router.name, each) for each in (handler, *(handler.filters or ())))
        yield from ((router.name, each) for each in observer._handler.filters or ())
    for inner in router.sub_routers:
        yield from _list_called(inner)


def test_every_handler_and_filter_is_asynchronous() -> None:
    called = list(_list_called(create_root_router()))
    assert len(called) > 100
    assert [(name, each.callback) for name, each in called if not each.awaitable] == []
