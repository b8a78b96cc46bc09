"""What checks breadth is tried on some of its cases in every run, and on all others by `make sweeps`.

A case of a sweep is found as any other: `pytest -m sweep tests/a_file.py -k its_name`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zlib import crc32

import pytest
from _pytest.mark import ParameterSet

from parser.records import Language

_TRIED = 2  # cases of a test, in every run
_LANGUAGES = {language.value for language in Language}


def mostly_swept(cases: Iterable[Any], every: int) -> list[ParameterSet]:
    """The parameters of a test of which one in so many is tried in every run.

    Args:
        cases: what the test is asked of, one value each, or the `pytest.param` of several.
        every: the first is tried in every run, and each so many-th behind it.
    """
    return [_case(number % every == 0, case) for number, case in enumerate(cases)]


def crossed(first: Iterable[Any], second: Iterable[Any]) -> list[ParameterSet]:
    """The pairs of two lists, as parameters of a test. In every run each of the longer one is tried, with one of the other.

    Args:
        first: values of the first parameter.
        second: values of the second one.
    """
    one, other = [*first], [*second]
    return [
        _case((row - column) % min(len(one), len(other)) == 0, a, b)
        for row, a in enumerate(one)
        for column, b in enumerate(other)
    ]


def some_of(rows: Sequence[Any], every: int) -> list[ParameterSet]:
    """Two parameters of a test that asks all rows of a list at once: each so many-th row, and all, which is a sweep.

    Args:
        rows: of the list.
        every: so many-th row is asked in every run.
    """
    return [
        pytest.param(rows[::every], id="some"),
        pytest.param(rows, id="all", marks=pytest.mark.sweep),
    ]


def list_said_twice(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """The cases that are tried in a language of their own already, and need the other one in a sweep only.

    A test of several cases that asks all of them in each language asks each in one of them in every run, by turns: whatever
    else it is asked of comes in both. A test of one case that takes its language from the fixture of that name, as tests of
    the bot do, is asked in one: which one, its name decides, whatever stands beside it. What names its languages itself, as
    tests of documents do, is asked in both.

    Args:
        items: the collected tests.
    """
    tests: defaultdict[tuple[object, str], list[pytest.Function]] = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            tests[item.parent, item.originalname].append(item)
    for cases in tests.values():
        yield from _list_of_test(cases)


def list_further(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """The cases of a test beyond the two that are tried in every run.

    Those are tried whose names have the smallest sums: a row that is added to a list takes the place of one at most, and a
    list of a thousand costs a run no more than one of two.

    Args:
        items: the collected tests; what is left to sweeps otherwise is marked already.
    """
    tests: defaultdict[tuple[object, str], list[pytest.Function]] = defaultdict(list)
    for item in items:
        if (
            isinstance(item, pytest.Function)
            and hasattr(item, "callspec")
            and not (item.get_closest_marker("sweep") or item.get_closest_marker("soak"))
        ):
            tests[item.parent, item.originalname].append(item)
    for cases in tests.values():
        yield from sorted(cases, key=lambda case: crc32(case.name.encode()))[_TRIED:]


def _list_of_test(cases: Sequence[pytest.Function]) -> Iterator[pytest.Item]:
    names = [tuple(case.callspec._idlist) for case in cases]
    axes = [list(dict.fromkeys(axis)) for axis in zip(*names, strict=True)]
    spoken = next((number for number, axis in enumerate(axes) if {*axis} == _LANGUAGES), None)
    if spoken is None:
        return
    if len(axes) == 1:
        if (
            len(cases) == len(Language)
            and "language" in cases[0].fixturenames
            and not _names_languages(cases[0])
        ):
            yield cases[crc32(cases[0].originalname.encode()) % len(Language)]
        return
    asked = Counter(name[:spoken] + name[spoken + 1 :] for name in names)
    for case, name in zip(cases, names, strict=True):
        if len(asked) > 1 and asked[name[:spoken] + name[spoken + 1 :]] == len(Language):
            places = (axis.index(value) for axis, value in zip(axes, name, strict=True))
            if sum(places) % len(Language):
                yield case


def _names_languages(case: pytest.Function) -> bool:
    return any(mark.name == "parametrize" for mark in case.iter_markers())


def _case(tried: bool, *values: Any) -> ParameterSet:
    marks = [] if tried else [pytest.mark.sweep]
    match values:
        case [ParameterSet(values=held, marks=own, id=name)]:
            return pytest.param(*held, marks=[*own, *marks], id=name)
        case _:
            return pytest.param(*values, marks=marks)
