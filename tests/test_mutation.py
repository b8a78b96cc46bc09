"""The report of `make mutate`: each change at the line of the file it is at, and the share that was noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.mutation import Survivor, find_line, function_lines, function_name, print_report, write_settings

SOURCE = """\
class _Node:
    def add(self) -> int:
        return 1


def solve() -> int:
    return 1


async def load() -> int:
    return 2
"""


@pytest.mark.parametrize(
    ("mutant", "name", "line", "text", "at"),
    [
        ("parser.levels.xǁ_Nodeǁadd__mutmut_3", "_Node.add", 2, "    return 1", 3),
        ("parser.levels.x_solve__mutmut_12", "solve", 6, "    return 1", 7),
        ("parser.levels.x_load__mutmut_1", "load", 10, "    a line no file has", 10),
    ],
)
def test_a_change_is_found_in_its_file(mutant: str, name: str, line: int, text: str, at: int) -> None:
    assert function_name(mutant) == name
    start = function_lines(SOURCE)[name]
    assert start == line
    assert find_line(SOURCE, text, start) == at


def test_the_report_counts_what_types_and_tests_notice(capsys: pytest.CaptureFixture[str]) -> None:
    results = {"a": "killed", "b": "survived", "c": "caught by type check", "d": "timeout", "e": "no tests"}
    print_report("parser/levels.py", results, [Survivor(7, "return 1", "return 2")])
    assert capsys.readouterr().out.splitlines() == [
        "parser/levels.py:7",
        "  - return 1",
        "  + return 2",
        "parser/levels.py: 5 changes, 3 noticed (60%): 1 by types, 2 of the other 4 by tests (50%).",
        "caught by type check: 1; killed: 1; no tests: 1; survived: 1; timeout: 1",
    ]


def test_mutmut_is_told_the_module_the_tests_and_what_they_need(tmp_path: Path) -> None:
    for folder in ("parser", "tests", "locales"):
        (tmp_path / folder).mkdir()
    write_settings(tmp_path, "parser/levels.py", ["tests/parser", "tests/storage"])
    written = (tmp_path / "setup.cfg").read_text(encoding="utf-8")
    assert "only_mutate =\n    parser/levels.py\n" in written
    assert "also_copy =\n    locales\npytest" in written
    assert "selection =\n    tests/parser\n    tests/storage\n" in written
