"""The rules of the Budget Code are said in `parser/budget_code/` alone: who needs one asks there."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from parser.records import Section
from tests.harness.sources import list_nodes, list_sources, name_of, read_tree

FILES = [
    file
    for file in list_sources("parser", "storage", "handlers", "bot", "bench", "tests")
    if "budget_code" not in file.parts and "test_budget_code" not in file.name
]
PROGRAM = [file for file in FILES if not name_of(file).startswith("tests/")]
KEY = re.compile(rf"(?:{'|'.join(Section)})(?:/.*)?")
QUOTED_KEY = re.compile(rf"""["'](?:{"|".join(Section)})""")
SECTION, SLASH = re.compile(r"\bSection\."), re.compile(r"""["']/["']""")
# Where a text is a section's key and says nothing of sections.
OTHER_KEYS = {
    "parser/records.py": "the sections themselves",
    "parser/kinds.py": "kinds of discrepancies, named after the total that an identity gives",
    "bot/operator/reports.py": "names of the values in a text",
}
# Where each section is told from all others.
EACH_SECTION = {"handlers/views/links.py": "a letter for each in an address"}
# Tests that reckon by themselves, so that they prove the rules and do not repeat them.
PROOFS = {
    "tests/harness/whole_budgets.py",
    "tests/parser/archive_sample.py",
    "tests/storage/test_each_tenge_once.py",
}
OTHER_PATHS = {"parser/readers/xlsx_text.py"}  # of files in an archive
SPLITTING = {"split", "rsplit", "partition", "rpartition", "count", "join"}


def lines_by_file(
    files: Iterable[Path], needed: re.Pattern[str], found: Callable[[ast.Module], Iterable[object]]
) -> dict[str, list[object]]:
    """What is found in each file, where there is something. What lacks the letters that it needs is not parsed."""
    hopeful = (file for file in files if needed.search(file.read_text(encoding="utf-8")))
    every = {name_of(file): list(found(read_tree(file))) for file in hopeful}
    return {name: lines for name, lines in every.items() if lines}


def others(found: Mapping[str, list[object]], known: Collection[str]) -> dict[str, list[object]]:
    """What is found where nothing should be, and files where nothing is found though something should."""
    return {name: found.get(name, []) for name in found.keys() ^ set(known)}


def literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a file that are no docstrings, with their lines."""
    told = {id(node.value) for node in list_nodes(tree) if isinstance(node, ast.Expr)}
    for node in list_nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def splits_paths(node: ast.AST) -> bool:
    """Whether a call takes a path apart, or puts it together: `path.split("/")`, `"/".join(codes)`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    parts = (node.func.value, *node.args[:1])
    slashes = any(isinstance(part, ast.Constant) and part.value == "/" for part in parts)
    return node.func.attr in SPLITTING and slashes


def keys(tree: ast.Module) -> list[tuple[int, str]]:
    """The texts of a file that are keys of sections, or paths below them."""
    return [(line, text) for line, text in literals(tree) if KEY.fullmatch(text)]


def test_no_key_of_a_section_is_written_out() -> None:
    assert others(lines_by_file(PROGRAM, QUOTED_KEY, keys), OTHER_KEYS) == {}


def groups(tree: ast.AST) -> Iterator[int]:
    """The lines where several sections stand together: `(Section.REVENUE, Section.DEFICIT)`."""
    for node in list_nodes(tree):
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            if sum(part is not None and ast.unparse(part).startswith("Section.") for part in parts) > 1:
                yield node.lineno


def test_sections_are_put_together_in_the_code_alone() -> None:
    assert others(lines_by_file(PROGRAM, SECTION, groups), EACH_SECTION) == {}


def splits(tree: ast.Module) -> list[int]:
    """The lines where paths are taken apart or put together."""
    return [node.lineno for node in list_nodes(tree) if splits_paths(node)]  # type: ignore[attr-defined]


def test_no_path_is_taken_apart() -> None:
    assert len(FILES) > len(PROGRAM) > 200
    assert others(lines_by_file(FILES, SLASH, splits), PROOFS | OTHER_PATHS) == {}


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("path.split('/')", True),
        ("path.rpartition('/')[0]", True),
        ("'/'.join(codes)", True),
        ("path.count('/') == 2", True),
        ("date.split('.')", False),
        ("steps(path)", False),
    ],
)
def test_what_takes_a_path_apart(code: str, *, found: bool) -> None:
    assert any(map(splits_paths, ast.walk(ast.parse(code)))) is found
