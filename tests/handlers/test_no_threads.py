"""An update comes to its handler at once: asked of few filters, none of them in a thread."""

from aiogram import Router
from aiogram.dispatcher.event.handler import CallableObject

from handlers import router as routers
from handlers.router import create_root_router


def test_every_handler_and_filter_is_asynchronous() -> None:
    called: list[CallableObject] = []
    for observer in create_root_router().observers.values():
        called += observer._handler.filters or ()
        for handler in observer.handlers:
            called += (handler, *(handler.filters or ()))
    assert len(called) > 100
    # aiogram runs any other in a thread
    assert [each.callback for each in called if not each.awaitable] == []


def test_nothing_of_a_router_is_lost_in_the_root() -> None:
    parts: list[Router] = [
        part.create_router() for part in vars(routers).values() if hasattr(part, "create_router")
    ]
    assert len(parts) > 20
    for part in parts:
        assert not part.sub_routers
        for observer in part.observers.values():
            assert not observer._handler.filters
            assert not [*observer.middleware, *observer.outer_middleware]
    handlers = sum(len(observer.handlers) for part in parts for observer in part.observers.values())
    root = create_root_router()
    assert sum(len(observer.handlers) for observer in root.observers.values()) == handlers
