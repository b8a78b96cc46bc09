"""How the parser's patterns and words are kept: long patterns explain themselves, words stand in `locales/`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from tests.harness.sources import list_nodes, list_sources, name_of, read_tree

FILES = list_sources("parser", "storage", "handlers", "bot")
CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]{2}", re.IGNORECASE)
WORD = re.compile(rf"{CYRILLIC.pattern}[^\W\d_]*", re.IGNORECASE)
# What is no list of words, and how often.
WORDS = {
    "parser/text/letters.py": (25, "alphabets and the letters that look alike"),
    "parser/text/passage.py": (1, "letters of a decision's number"),
    "parser/text/declension.py": (76, "endings, the grammar of Russian adjectives"),
    "parser/question/keyboard.py": (1, "the keys of a keyboard"),
    "parser/question/shortened_words.py": (1, "the endings of Kazakh nouns"),
    "parser/question/fillers.py": (6, "the Kazakh ending of «I am»"),
    "parser/question/named_years.py": (1, "the word for a year in a question made of another"),
    "parser/readers/companions.py": (2, "what a browser calls a folder"),
    "parser/decision/councils.py": (8, "what a council is called"),
    "parser/decision/named_places.py": (1, "what a region is called"),
    "parser/decision/rural_places.py": (2, "what all rural districts together are called"),
    "bot/chat/session.py": (1, "the bot's name"),
}

# How many words the verbose patterns of a file have: grammar, which is what stands around a wording, in which
# order and how near. A word more belongs into a list of `locales/`, where its example tests it.
GRAMMAR: dict[str, int] = {
    "parser/decision/amended_decision.py": 13,
    "parser/decision/clause_figures.py": 24,
    "parser/decision/councils.py": 8,
    "parser/decision/decision.py": 8,
    "parser/decision/footnotes.py": 27,
    "parser/decision/head.py": 6,
    "parser/decision/printed_figures.py": 2,
    "parser/decision/references.py": 15,
    "parser/decision/registration.py": 2,
    "parser/decision/replaced_appendices.py": 8,
    "parser/decision/replaced_figures.py": 11,
    "parser/decision/rural_places.py": 1,
    "parser/decision/several_places.py": 1,
    "parser/decision/titles.py": 17,
    "parser/decision/unknown_places.py": 7,
    "parser/question/named_months.py": 9,
    "parser/question/named_years.py": 6,
    "parser/question/shortened_words.py": 3,
    "parser/question/superlatives.py": 1,
    "parser/question/taking_out.py": 1,
    "parser/readers/columns.py": 7,
    "parser/readers/labels.py": 5,
    "parser/readers/number_format.py": 1,
    "parser/readers/txt.py": 4,
    "parser/tables/appendix_titles.py": 9,
    "parser/tables/appendix_words.py": 71,
    "parser/text/amounts.py": 1,
    "parser/text/dates.py": 3,
    "parser/text/passage.py": 11,
}
REMARK = re.compile(r"(?:^|(?<=\s))#\s.*", re.MULTILINE)  # of a verbose pattern


def files_with(letters: re.Pattern[str]) -> Iterator[Path]:
    """The files in which something stands anywhere: to parse the others would show nothing."""
    return (file for file in FILES if letters.search(file.read_text(encoding="utf-8")))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """The patterns that a file compiles or searches with."""
    for node in list_nodes(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
        ):
            yield node


def test_a_pattern_of_several_lines_is_verbose_with_examples() -> None:
    assert len(FILES) > 200
    for file in files_with(re.compile(r"\bre\.")):
        for call in calls(read_tree(file)):
            pattern = call.args[0]
            if pattern.end_lineno == pattern.lineno:
                continue
            flags = "|".join(
                ast.unparse(flag) for flag in (*call.args[1:], *(k.value for k in call.keywords))
            )
            source = ast.get_source_segment(file.read_text(encoding="utf-8"), pattern) or ""
            assert "VERBOSE" in flags, f"{file}:{pattern.lineno}"
            assert re.search(r"\s# \S", source), f"{file}:{pattern.lineno} has no example"


def test_no_group_is_repeated_for_good_by_a_sign_that_some_pythons_take_wrong() -> None:
    """Python 3.11.2, which is Debian's, keeps what a group took before it failed: `\\d(?:-\\d)?+` finds `1-` in `1-x`.

    A class of letters may be repeated so (`\\d++`); of a group it is written `(?>(?:…)*)`.
    """
    repeated = re.compile(r"\)\s*(?:[*+?]|\{+\d*,?\d*\}+)\+(?!=)")
    found = [
        f"{name_of(file)}:{number}"
        for file in files_with(repeated)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if repeated.search(line)
    ]
    assert found == []


def test_words_stand_in_locales() -> None:
    """But for those of a verbose pattern, which have an example beside them."""
    found = {name_of(file): list_words(read_tree(file)) for file in files_with(CYRILLIC)}
    assert {name: words for name, words in found.items() if len(words) != WORDS.get(name, (0,))[0]} == {}


def list_words(tree: ast.Module) -> list[str]:
    """The texts of a file that hold words, and are neither docstrings nor in a verbose pattern."""
    argued = {id(part) for call in calls(tree) if "VERBOSE" in ast.unparse(call) for part in ast.walk(call)}
    argued |= {id(node.value) for node in list_nodes(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in list_nodes(tree):
        if says_that_it_is_verbose(node):
            argued |= {id(part) for part in ast.walk(node)}
    return [
        node.value
        for node in list_nodes(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in argued
        if CYRILLIC.search(node.value)
    ]


def says_that_it_is_verbose(node: ast.AST) -> TypeGuard[ast.expr]:
    """Whether a text is a part of a pattern that is verbose by itself: `(?x: млн )`."""
    if not isinstance(node, ast.Constant | ast.JoinedStr):
        return False
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = (part.value for part in parts if isinstance(part, ast.Constant))
    return any(isinstance(text, str) and "(?x:" in text for text in texts)


def grammar(tree: ast.AST) -> list[str]:
    """The Cyrillic words of a file's verbose patterns, without those of their examples."""
    patterns: list[ast.AST] = [call.args[0] for call in calls(tree) if "VERBOSE" in ast.unparse(call)]
    patterns += [node for node in list_nodes(tree) if says_that_it_is_verbose(node)]
    texts = {
        id(part): part.value
        for pattern in patterns
        for part in ast.walk(pattern)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    return [word for text in texts.values() for word in WORD.findall(REMARK.sub("", text))]


def test_no_words_grow_in_verbose_patterns() -> None:
    found = {name_of(file): grammar(read_tree(file)) for file in files_with(re.compile(r"VERBOSE|\(\?x:"))}
    assert {name: words for name, words in found.items() if len(words) > GRAMMAR.get(name, 0)} == {}


def test_the_words_of_a_pattern_are_told_from_its_examples() -> None:
    source = 'A = re.compile(r"""\n (?: минус | млн ) # две сотни\n""", re.VERBOSE)\nB = r"(?x: тысяч )"\nC = "год"'
    assert grammar(ast.parse(source)) == ["минус", "млн", "тысяч"]
