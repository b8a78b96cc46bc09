"""Cases of values alone are one test, which asks each and names all that fail; all others are tests of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.harness.at_once import Cases, ask_at_once

SOURCE = """
import pytest
from hypothesis import given, strategies

@pytest.fixture(params=["kk", "ru"])
def language(request): return request.param

@pytest.fixture(scope="module")
def lasting(): return 3

@pytest.mark.parametrize("word", ["a", "b"])
@pytest.mark.parametrize(("number", "other"), [(3, 1), pytest.param(4, 2, marks=pytest.mark.sweep), (5, 3)])
def test_values(lasting, word, number, other): assert number - lasting < 2, "too much"

@pytest.mark.parametrize("word", ["a", "b"])
def test_made_for_each(word, tmp_path): ...

@pytest.mark.parametrize("word", ["a", "b"])
def test_in_each_language(word, language): ...

@pytest.mark.parametrize("language", ["a", "b"], indirect=True)
def test_of_a_fixture(language): ...

@pytest.mark.parametrize("word", ["a", "b"])
async def test_waited_for(word): ...

@pytest.mark.parametrize("word", ["a", "b"])
@given(strategies.integers())
def test_invented(word, number): ...

def test_alone(): ...

class TestRules:
    @pytest.mark.parametrize("word", ["a", "b"])
    def test_values(self, word): assert isinstance(self, TestRules)
"""


@pytest.fixture(scope="module")
def tests(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[pytest.Item]]:
    """What those become, by their names."""
    file = tmp_path_factory.mktemp("cases") / "test_of_values.py"
    file.write_text(SOURCE, encoding="utf-8")
    module = pytest.Module.from_parent(request.session, path=file)
    found: dict[str, list[pytest.Item]] = {}
    for each in ask_at_once(request.session.genitems(module)):
        found.setdefault(each.name.partition("[")[0], []).append(each)
    return found


def test_only_what_is_asked_of_values_is_asked_at_once(tests: dict[str, list[pytest.Item]]) -> None:
    together = {
        name: [len(each.cases) for each in items if isinstance(each, Cases)] for name, items in tests.items()
    }
    assert together.pop("test_values") == [4, 2, 2]  # as one, those of the sweep, and of a class
    assert {name: len(tests[name]) for name, found in together.items() if not found} == {
        "test_made_for_each": 2,
        "test_in_each_language": 4,
        "test_of_a_fixture": 2,
        "test_waited_for": 2,
        "test_invented": 2,
        "test_alone": 1,
    }


def test_what_sweeps_ask_is_a_test_of_its_own(tests: dict[str, list[pytest.Item]]) -> None:
    own, swept, _ = tests["test_values"]
    assert own.get_closest_marker("sweep") is None
    assert swept.get_closest_marker("sweep") is not None
    assert len({own.nodeid, swept.nodeid}) == 2


def test_what_a_run_leaves_to_sweeps_is_swept(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    file = tmp_path / "test_of_words.py"
    file.write_text("import pytest\n@pytest.mark.parametrize('word', 'abcd')\ndef test_word(word): ...\n")
    cases = [*request.session.genitems(pytest.Module.from_parent(request.session, path=file))]
    for case in cases[:2]:
        case.add_marker(pytest.mark.sweep)
    asked = {each.get_closest_marker("sweep") is None: each.name for each in ask_at_once(cases)}
    assert asked == {False: "test_word[all 2 sweep]", True: "test_word[all 2]"}


def test_every_case_is_asked_and_all_that_fail_are_named(tests: dict[str, list[pytest.Item]]) -> None:
    cases = tests["test_values"][0]
    assert isinstance(cases, Cases)
    cases.funcargs = {"lasting": 4}
    cases.runtest()
    for lasting, names in ((3, ["5-3-a", "5-3-b"]), (1, ["3-1-a", "3-1-b", "5-3-a", "5-3-b"])):
        cases.funcargs = {"lasting": lasting}
        with pytest.raises(AssertionError, match="too much") as failed:
            cases.runtest()
        told = "\n".join(failed.value.__notes__)
        assert re.findall(r"in test_values\[(.*?)\]", told) == names
