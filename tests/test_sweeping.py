"""What is asked in every run, and what in sweeps only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from parser.records import Language
from tests.harness.rows import of_each
from tests.harness.sweeping import list_further, list_said_twice, mostly_swept


def case_of(test: str, *names: str) -> pytest.Function:
    """A collected case of a test, of which only the names of its parameters are known."""
    case = pytest.Function.__new__(pytest.Function)
    case.parent, case.originalname, case.name = None, test, f"{test}[{'-'.join(names)}]"
    case.own_markers, case.fixturenames = [], ["language"]
    case.callspec = cast("Any", SimpleNamespace(_idlist=[*names]))
    return case


def tried(*cases: pytest.Function) -> Iterator[str]:
    """The names of those that are tried in every run."""
    swept = {*map(id, list_said_twice(cases))}
    yield from ("-".join(case.callspec._idlist) for case in cases if id(case) not in swept)


def asked_of(*things: str) -> list[pytest.Function]:
    return [case_of("test_asked", language.value, thing) for language in Language for thing in things]


def test_each_case_is_tried_in_one_language_and_each_language_with_some() -> None:
    assert [*tried(*asked_of("a", "b", "c"))] == ["kk-a", "kk-c", "ru-b"]


def test_whatever_a_test_is_asked_of_comes_in_both_languages() -> None:
    cases = [
        case_of("test_asked", way, language.value, thing)
        for language in Language
        for thing in ("a", "b")
        for way in ("x", "y")
    ]
    said = [name.split("-") for name in tried(*cases)]
    assert len({(way, thing) for way, _, thing in said}) == len(said) == 4
    assert len({(way, language) for way, language, _ in said}) == 4
    assert len({(language, thing) for _, language, thing in said}) == 4


def test_one_case_is_tried_in_a_language_that_its_name_decides() -> None:
    names = [f"test_{number}" for number in range(20)]
    spoken = [tuple(tried(case_of(name, "kk"), case_of(name, "ru"))) for name in names]
    assert {*spoken} == {("kk",), ("ru",)}
    assert spoken == [tuple(tried(case_of(name, "kk"), case_of(name, "ru"))) for name in names]


def test_what_names_its_languages_itself_is_tried_in_both() -> None:
    cases = [case_of("test_said", language.value) for language in Language]
    for case in cases:
        case.own_markers.append(pytest.mark.parametrize("language", Language).mark)
    assert [*tried(*cases)] == ["kk", "ru"]
    others = [case_of("test_asked", language.value) for language in Language]
    for case in others:
        case.fixturenames.remove("language")
    assert [*tried(*others)] == ["kk", "ru"]


def test_two_tests_of_one_case_each_are_two() -> None:
    assert (
        len([*tried(*asked_of("a"), case_of("test_said", "kk", "b"), case_of("test_said", "ru", "b"))]) == 4
    )


def test_what_names_its_language_itself_is_tried() -> None:
    cases = [
        case_of("test_asked", "kk", "білім"),
        case_of("test_asked", "ru", "школы"),
        case_of("test_asked", "ru", "сады"),
    ]
    assert [*tried(*cases)] == ["kk-білім", "ru-школы", "ru-сады"]
    others = [
        case_of("test_asked", "kk", "a"),
        case_of("test_asked", "en", "a"),
        case_of("test_asked", "kk", "b"),
    ]
    assert len([*tried(*others)]) == 3


def test_of_many_cases_of_a_test_two_are_tried_and_a_row_more_moves_one() -> None:
    cases = [case_of("test_asked", f"row{number}") for number in range(40)]
    few, more = (
        {case.name for case in asked} - {item.name for item in list_further(asked)}
        for asked in (cases[:30], cases)
    )
    assert (len(few), len(more)) == (2, 2)
    assert len(few & more) >= 1
    assert [*list_further([*cases[:2], case_of("test_said", "ru")])] == []


def test_what_is_swept_already_is_none_of_the_two() -> None:
    cases = [case_of("test_asked", f"row{number}") for number in range(5)]
    for number, case in enumerate(cases):
        case.own_markers = [pytest.mark.sweep.mark] if number < 3 else []
    assert [*list_further(cases)] == []


def test_of_rows_that_are_asked_at_once_all_that_fail_are_named() -> None:
    asked: list[tuple[str, int]] = []

    @of_each("word, length", [("школа", 5), ("сад", 4), ("год", 3), ("дом", 1)])
    def ask(word: str, length: int) -> None:
        asked.append((word, length))
        assert len(word) == length, "another length"

    with pytest.raises(AssertionError) as failed:
        ask()
    assert len(asked) == 4
    told = str(failed.value)
    assert ("сад, 4: " in told, "дом, 1: " in told) == (True, True)
    assert ("школа" in told, "год" in told) == (False, False)


@of_each("number", range(3))
def test_what_is_asked_of_rows_may_take_what_pytest_gives(number: int, tmp_path: Path) -> None:
    (tmp_path / str(number)).touch()
    assert len([*tmp_path.iterdir()]) == number + 1


def test_of_no_rows_nothing_is_asked() -> None:
    with pytest.raises(AssertionError, match="is asked of nothing"):
        of_each("row", [])(print)


def test_what_nobody_would_wait_for_is_asked_of_no_rows() -> None:
    async def ask(word: str) -> None:
        """Would never be run."""

    with pytest.raises(AssertionError, match="would not be waited for"):
        of_each("word", ["школа"])(ask)  # type: ignore[arg-type]


def test_what_is_mostly_swept_keeps_its_name_and_marks() -> None:
    cases = [pytest.param(1, "a", id="first"), pytest.param(2, "b", id="second", marks=pytest.mark.sqlite), 3]
    first, second, third = mostly_swept(cases, 3)
    assert (first.values, first.id, first.marks) == ((1, "a"), "first", [])
    assert (second.values, second.id) == ((2, "b"), "second")
    assert [mark.name for mark in second.marks] == ["sqlite", "sweep"]
    assert (third.values, [mark.name for mark in third.marks]) == ((3,), ["sweep"])
