"""How the parser's patterns and words are kept: long patterns explain themselves, words stand in `locales/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
FILES = [
    file
    for room in ("parser", "storage", "handlers", "bot")
    for file in sorted((PROJECT / room).rglob("*.py"))
]
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2}", re.IGNORECASE)
# What is no list of words, and how often.
WORDS = {
    "parser/text/letters.py": (8, "alphabets and the letters that look alike"),
    "parser/text/passage.py": (1, "letters of a decision's number"),
    "parser/text/word_lists.py": (1, "one letter that is printed as two"),
    "parser/text/declension.py": (23, "endings, the grammar of Russian adjectives"),
    "parser/text/places.py": (2, "endings of a city's name, the grammar of Russian nouns"),
    "parser/question/keyboard.py": (1, "the keys of a keyboard"),
    "parser/question/intents.py": (6, "the Kazakh ending of «I am»"),
    "parser/question/question.py": (
        4,
        "the word for a year in a question made of another, two questions to try",
    ),
    "parser/readers/companions.py": (2, "what a browser calls a folder"),
    "parser/decision/councils.py": (8, "what a council is called"),
    "parser/decision/named_places.py": (1, "what a region is called"),
    "parser/decision/rural_places.py": (1, "what all rural districts together are called"),
    "bot/chat/session.py": (1, "the bot's name"),
}


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
def test_words_stand_in_locales(file: Path) -> None:
    """But for those of a verbose pattern, which have an example beside them."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    argued = {id(part) for call in calls(tree) if "VERBOSE" in ast.unparse(call) for part in ast.walk(call)}
    argued |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant) and "(?x:" in ast.unparse(node):
            argued |= {id(part) for part in ast.walk(node)}
    words = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in argued
        if CYRILLIC.search(node.value)
    ]
    most, _why = WORDS.get(file.relative_to(PROJECT).as_posix(), (0, ""))
    assert len(words) == most, words
