"""How the parser's patterns and words are kept: long patterns explain themselves, words stand in `locales/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
FILES = [file for room in ("parser", "storage") for file in sorted((PROJECT / room).rglob("*.py"))]
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2}", re.IGNORECASE)
# What is no list of words: endings of a grammar.
GRAMMAR = {"parser/question/intents.py": "_I_AM", "storage/search/forms.py": "_ADJECTIVES"}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The patterns that a file compiles or searches with."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
        ):
            yield node


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_a_pattern_of_several_lines_is_verbose_with_examples(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for call in calls(ast.parse(text)):
        pattern = call.args[0]
        if pattern.end_lineno == pattern.lineno:
            continue
        flags = "|".join(ast.unparse(flag) for flag in (*call.args[1:], *(k.value for k in call.keywords)))
        source = ast.get_source_segment(text, pattern) or ""
        assert "VERBOSE" in flags, f"{file}:{pattern.lineno}"
        assert re.search(r"\s# \S", source), f"{file}:{pattern.lineno} has no example"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PROJECT)))
def test_lists_of_words_stand_in_locales(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    name = GRAMMAR.get(str(file.relative_to(PROJECT)), "")
    grammar = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    assert not name or grammar, f"{name} is no longer in {file}"
    for node in ast.walk(tree):
        if not isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict) or node in grammar:
            continue
        parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
        words = [
            p.value
            for p in parts
            if isinstance(p, ast.Constant) and isinstance(p.value, str) and CYRILLIC.search(p.value)
        ]
        assert len(words) <= 2, f"{file}:{node.lineno} lists {words}"
