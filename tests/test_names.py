"""A word means one thing: no class has the name of another one, no function that of another room's.

And `place` is a city, village or district, never an index, a position on a page or a spot in a file.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.sources import list_nodes, name_of, read_tree

PROJECT = Path(__file__).parents[1]
ROOMS = ("parser", "storage", "handlers", "bot")
# The tables are called after the records that they keep; code that has both writes `models.Line`.
TABLES = "storage/models"
# What Alembic and the dispatcher look for by name in every file of theirs.
REQUIRED = {"upgrade", "downgrade", "create_router"}
# What is called an index, a position or a source place; a place of the country is none of these.
NO_PLACES = {"int", "float", "SourcePlace"}
ANNOTATED_PLACE = re.compile(r"\b_*places?\s*:")  # only files with such a text are read as Python


def definitions(kinds: type[ast.stmt] | tuple[type[ast.stmt], ...]) -> Iterator[tuple[str, str]]:
    """The names defined at the top of the files, without the underscore of those of one file."""
    for room in ROOMS:
        for path in sorted((PROJECT / room).rglob("*.py")):
            file = str(path.relative_to(PROJECT))
            for node in read_tree(path).body:
                if isinstance(node, kinds) and isinstance(node, ast.ClassDef):
                    yield node.name.lstrip("_"), file
                elif isinstance(node, kinds) and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield node.name, file


def repeated(names: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that several files define, with these files."""
    files: dict[str, list[str]] = defaultdict(list)
    for name, file in names:
        files[name].append(file)
    return {name: found for name, found in files.items() if len(found) > 1}


def test_no_two_classes_have_one_name() -> None:
    classes = list(definitions(ast.ClassDef))
    assert len(classes) > 200
    assert repeated((name, file) for name, file in classes if not file.startswith(TABLES)) == {}


def test_a_table_has_the_name_of_the_record_it_keeps() -> None:
    for name, files in repeated(definitions(ast.ClassDef)).items():
        assert [file for file in files if not file.startswith(TABLES)] == ["parser/records.py"], name


def test_no_two_public_functions_have_one_name() -> None:
    functions = definitions((ast.FunctionDef, ast.AsyncFunctionDef))
    public = ((name, file) for name, file in functions if not name.startswith("_"))
    assert repeated(public).keys() <= REQUIRED


def annotated_names(tree: ast.AST) -> Iterator[tuple[str, ast.expr, int]]:
    """The parameters and annotated variables of a file, attributes too, with what they are."""
    for node in list_nodes(tree):
        if isinstance(node, ast.arg) and node.annotation is not None:
            yield node.arg, node.annotation, node.lineno
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.annotation, node.lineno
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
            yield node.target.attr, node.annotation, node.lineno


def misnamed_places(tree: ast.AST) -> list[int]:
    """The lines in which `place` or `places` is something else than places of the country."""
    return [
        line
        for name, annotation, line in annotated_names(tree)
        if name.lstrip("_") in ("place", "places")
        if NO_PLACES.intersection(re.findall(r"\w+", ast.unparse(annotation)))
    ]


@pytest.mark.parametrize("folder", [*ROOMS, "bench", "tests"])
def test_a_place_is_one_of_the_country(folder: str) -> None:
    files = sorted((PROJECT / folder).rglob("*.py"))
    assert files
    hopeful = [file for file in files if ANNOTATED_PLACE.search(file.read_text(encoding="utf-8"))]
    found = {name_of(file): misnamed_places(read_tree(file)) for file in hopeful}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("source", "is_misnamed"),
    [
        ("def find(place: int) -> None: ...", True),
        ("def find(*, place: SourcePlace | None = None) -> None: ...", True),
        ("places: list[float] = []", True),
        ("self._place: dict[int, str] = {}", True),
        ("def find(place: str | None, index: int) -> None: ...", False),
        ("places: list[KnownPlace] = []", False),
        ("at: SourcePlace", False),
    ],
)
def test_a_place_that_is_none_is_found(source: str, *, is_misnamed: bool) -> None:
    assert bool(misnamed_places(ast.parse(source))) is is_misnamed
    assert ANNOTATED_PLACE.search(source) or not is_misnamed
