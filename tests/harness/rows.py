"""A question that is asked of every row of a list, as one test: to set up, run and report each as its own takes longer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

Test = Callable[..., None]


def of_each(names: str, rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Asks a test of all rows, one after another, whatever others say; it fails with all that fail.

    Args:
        names: of the parameters that a row is, as `pytest.mark.parametrize` takes them: `row`, or `language, word`.
        rows: what is asked of; a row of several parameters has as many values.
    """
    parameters = [name.strip() for name in names.split(",")]
    every = [dict(zip(parameters, row if len(parameters) > 1 else (row,), strict=True)) for row in rows]

    def decorate(test: Test) -> Test:
        @wraps(test)
        def ask(*owner: Any, **fixtures: Any) -> None:
            failed: list[str] = []
            for row in every:
                try:
                    test(*owner, **fixtures, **row)
                except Exception as error:
                    failed.append(f"{', '.join(map(str, row.values()))}: {type(error).__name__}: {error}")
            assert not failed, "\n".join(failed)

        assert every, f"{test.__name__} is asked of nothing"
        assert not inspect.iscoroutinefunction(test), f"{test.__name__} would not be waited for"
        signature = inspect.signature(test)
        left = [each for name, each in signature.parameters.items() if name not in parameters]
        vars(ask)["__signature__"] = signature.replace(parameters=left)
        return ask

    return decorate
