"""A word means one thing: no class has the name of another one, no function that of another room's."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[1]
ROOMS = ("parser", "storage", "handlers", "bot")
# The tables are called after the records that they keep; code that has both writes `models.Line`.
TABLES = "storage/models"
# What Alembic and the dispatcher look for by name in every file of theirs.
REQUIRED = {"upgrade", "downgrade", "create_router"}


def definitions(kinds: type[ast.stmt] | tuple[type[ast.stmt], ...]) -> Iterator[tuple[str, str]]:
    """The names defined at the top of the files, without the underscore of those of one file."""
    for room in ROOMS:
        for path in sorted((PROJECT / room).rglob("*.py")):
            file = str(path.relative_to(PROJECT))
            for node in ast.parse(path.read_text(encoding="utf-8")).body:
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
