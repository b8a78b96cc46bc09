"""What takes long is worked out beside the event loop, so that others are answered meanwhile.

To understand a message of four thousand letters takes half a second; nobody may be kept waiting by it. The
interpreter lets others go on within a few milliseconds while a thread works.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_P = ParamSpec("_P")
_T = TypeVar("_T")

_SHORT = 100  # letters: of fewer a message is understood before a thread has begun


async def work_aside(said: str, work: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Does some work on what was said: at once where that is short, else in a thread.

    Args:
        said: the message that the work is on; by its length it is told how long it takes.
        work: what is done. It takes values and gives one, and reads no database.
        args: what the work takes.
        kwargs: what it takes by name.

    Returns:
        What the work returns.
    """
    if len(said) <= _SHORT:
        return work(*args, **kwargs)
    return await asyncio.get_running_loop().run_in_executor(_worker(), lambda: work(*args, **kwargs))


@cache
def _worker() -> ThreadPoolExecutor:
    """The one thread for it: several would keep the loop waiting for each of them in turn."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - few starts have a long message

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
