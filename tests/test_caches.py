"""What is remembered belongs to who fills it: no module keeps what it was once asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
FILES = [
    file
    for room in ("parser", "storage", "handlers", "bot")
    for file in sorted((PROJECT / room).rglob("*.py"))
]
CACHES = {"cache", "functools.cache", "lru_cache", "functools.lru_cache"}
# Of these there are only so many values, so that a module may keep what it makes for each.
CLOSED = {"int", "Heads", "Language", "Language | None", "ListedPlace", "OperatorLanguage", "Asks", "Says"}
# Where a text or a path is asked with, and why its values are few.
FEW = {
    "long_name": "what names may not be is said in the code",
    "pattern_of": "words of the lists in locales/",
    "_read_folder": "one folder, the last one",
    "load_pairs": "one file",
    "_parsed_format": "the formats of a workbook's cells, of 255 letters at most",
}


def name(file: Path) -> str:
    return file.relative_to(PROJECT).as_posix()


def remembered(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a module that keep their results as long as the process lives."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            decorators = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
            if decorators & CACHES:
                yield node


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_module_remembers_what_has_few_values(file: Path) -> None:
    for function in remembered(ast.parse(file.read_text(encoding="utf-8"))):
        arguments = [*function.args.args, *function.args.kwonlyargs]
        if function.args.vararg is not None:
            arguments.append(function.args.vararg)
        asked = {ast.unparse(argument.annotation) for argument in arguments if argument.annotation}
        assert (asked <= CLOSED) == (function.name not in FEW), f"{file}: {function.name}({asked})"


def test_every_exception_is_still_there() -> None:
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in FILES]
    assert {function.name for tree in trees for function in remembered(tree)} >= FEW.keys()
