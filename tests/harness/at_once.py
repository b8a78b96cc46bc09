"""The cases of a test that asks nothing of pytest but their values, asked as one: to set up, run and report each takes 3 ms.

Half of all tests take no more than that themselves. Each is asked, whatever others say, and all that fail are named. Who
names a case, or what cases have in common, is given each as a test of its own.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import is_hypothesis_test


class Cases(pytest.Function):
    """All cases of one test."""

    cases: Sequence[pytest.Function] = ()

    def runtest(self) -> None:
        """Asks each; the first that fails says how, and of the others that do it says which."""
        failed: list[tuple[str, Exception]] = []
        for case in self.cases:
            given = {**self.funcargs, **case.callspec.params}
            try:
                case.obj(**{name: given[name] for name in case._fixtureinfo.argnames})
            except Exception as error:
                failed.append((case.name, error))
        if not failed:
            return
        (name, first), *others = failed
        first.add_note(f"in {name}")
        for other, failure in others:
            first.add_note(f"and in {other}: {type(failure).__name__}: {failure}")
        raise first


def ask_at_once(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """Tests, of which those that are asked of several values alone stand for their cases.

    Args:
        items: the collected cases; what sweeps ask is marked already.
    """
    groups: dict[object, list[pytest.Item]] = {}
    for item in items:
        key = _key_of(item) if isinstance(item, pytest.Function) and _asks_values_alone(item) else item
        groups.setdefault(key, []).append(item)
    for group in groups.values():
        yield group[0] if len(group) == 1 else _together(group)


def _key_of(case: pytest.Function) -> object:
    """The same for all cases that may be asked at once: of one test, with the same marks."""
    return case.parent, case.originalname, *_list_marks(case)


def _list_marks(case: pytest.Function) -> list[str]:
    return sorted({mark.name for mark in case.iter_markers() if mark.name != "parametrize"})


def _asks_values_alone(case: pytest.Function) -> bool:
    """Whether nothing is made for a case: what it takes are its values, or lives longer than a test."""
    if not hasattr(case, "callspec") or type(case) is not pytest.Function:
        return False
    function: Any = case.function
    if inspect.iscoroutinefunction(function) or is_hypothesis_test(function):
        return False
    info, values = case._fixtureinfo, case.callspec.params.keys()
    return values <= {*_list_named(case)} and all(
        _is_lasting(case, name, info.argnames) for name in info.names_closure if name not in values
    )


def _list_named(case: pytest.Function) -> Iterator[str]:
    """The parameters that a test's own marks give values to."""
    for mark in case.iter_markers("parametrize"):
        if not mark.kwargs.get("indirect"):
            names = mark.args[0] if mark.args else mark.kwargs["argnames"]
            yield from (name.strip() for name in names.split(",")) if isinstance(names, str) else names


def _is_lasting(case: pytest.Function, name: str, taken: Sequence[str]) -> bool:
    """Whether what a fixture makes is the same for all cases: lives longer, or is what a folder does before each test."""
    found = case._fixtureinfo.name2fixturedefs.get(name)
    if found is None:
        return False
    if found[-1].scope != "function":
        return True
    return name not in taken and found[-1].func.__module__ != case.module.__name__


def _together(group: Sequence[Any]) -> Cases:
    first = group[0]
    told = " ".join(["all", str(len(group)), *_list_marks(first)])
    cases: Cases = Cases.from_parent(
        first.parent,
        name=f"{first.originalname}[{told}]",
        callspec=replace(first.callspec, _idlist=(told,)),
        callobj=first.obj,
        fixtureinfo=first._fixtureinfo,
        originalname=first.originalname,
    )
    cases.cases = group
    for mark in first.own_markers:
        if (
            mark not in cases.own_markers
        ):  # what the run itself gave it: a case that is said in another language
            cases.add_marker(mark.name)
    return cases
