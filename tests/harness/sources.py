"""The program's own files as trees, each parsed once for all tests that look at them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def list_sources(*rooms: str) -> list[Path]:
    """The Python files of some rooms, in order."""
    return [file for room in rooms for file in sorted((PROJECT / room).rglob("*.py"))]


def name_of(file: Path) -> str:
    """A file as the tests call it: `parser/records.py`."""
    return file.relative_to(PROJECT).as_posix()


@cache
def read_tree(file: Path) -> ast.Module:
    """What a file says."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def list_nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree that is kept, as `ast.walk` gives them: to walk takes as long as to parse."""
    return tuple(ast.walk(tree))
