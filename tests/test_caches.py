"""What is remembered belongs to who fills it: no module keeps what it was once asked."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.harness.sources import list_sources, name_of, read_tree

FILES = list_sources("parser", "storage", "handlers", "bot")
CACHES = {"cache", "functools.cache", "lru_cache", "functools.lru_cache"}
# Of these there are only so many values, so that a module may keep what it makes for each.
CLOSED = {
    "int", "ActWord", "Heads", "Language", "Language | None", "ListedPlace", "OperatorLanguage", "Asks", "Says", "ClaimWord", "MoveWord"
}  # fmt: skip
# Where a text or a path is asked with, and why its values are few.
FEW = {
    "long_name": "what names may not be is said in the code",
    "pattern_of": "words of the lists in locales/",
    "_read_folder": "one folder, the last one",
    "load_pairs": "one file",
    **dict.fromkeys(
        ("clean_name", "shorten_name", "_clean_within", "_short_within"), "the last 2048 printed names"
    ),
    **dict.fromkeys(
        ("codes_of", "level_of", "section_of", "part_of", "parents"),
        "the last 2048 paths, which are no longer than a message",
    ),
    "_hash": "the last 512 places with their years, and decisions with their dates, as documents print them",
    "spell_editions": "the last eight texts, of so many characters each as a message may have",
    "_words_again": "the last 32 texts of 300 letters at most",
    "_sound_again": "the last 1024 words of 40 letters at most",
    "_may_name_again": "the last 32 texts of 300 letters at most",
    "_find_whole_again": "the last eight texts of 300 letters at most",
    "_find_again": "the last 32 texts of 300 letters at most",
    "_hear_again": "the last 1024 words of 40 letters at most",
    "read_question": "the last eight texts, of so many characters each as a message may have",
    "_targets": "the enums of ours that rows of lists lead to",
    "_parsed_format": "the formats of a workbook's cells, of 255 letters at most",
}


def remembered(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions of a module that keep their results as long as the process lives."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            decorators = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
            if decorators & CACHES:
                yield node


def asked_with(function: ast.FunctionDef) -> set[str]:
    """The types of a function's arguments."""
    arguments = [*function.args.args, *function.args.kwonlyargs]
    if function.args.vararg is not None:
        arguments.append(function.args.vararg)
    return {ast.unparse(argument.annotation) for argument in arguments if argument.annotation}


def test_a_module_remembers_what_has_few_values() -> None:
    assert len(FILES) > 200
    found = [
        f"{name_of(file)}: {function.name}({asked_with(function)})"
        for file in FILES
        for function in remembered(read_tree(file))
        if (asked_with(function) <= CLOSED) == (function.name in FEW)
    ]
    assert found == []


def test_every_exception_is_still_there() -> None:
    assert {function.name for file in FILES for function in remembered(read_tree(file))} >= FEW.keys()
