"""Both languages are complete, say the same, and every text is used by somebody."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from handlers.views.texts import LOCALES
from parser.records import Language

PROJECT = Path(__file__).resolve().parents[1]
PLURALS = {Language.KK: {"one", "other"}, Language.RU: {"one", "few", "many", "other"}}


@cache
def resource(language: Language) -> ftl.Resource:
    """A parsed locale file."""
    return FluentParser().parse((LOCALES / f"{language.value}.ftl").read_text(encoding="utf-8"))


def messages(language: Language) -> dict[str, ftl.Message]:
    """The messages of a language by key."""
    return {entry.id.name: entry for entry in resource(language).body if isinstance(entry, ftl.Message)}


def nodes(node: Any) -> Iterator[Any]:
    """A node and all below it."""
    yield node
    for value in vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ftl.BaseNode) and not isinstance(each, ftl.Span):
                yield from nodes(each)


def variables(message: ftl.Message) -> set[str]:
    """The placeholders of a message."""
    return {node.id.name for node in nodes(message) if isinstance(node, ftl.VariableReference)}


@pytest.mark.parametrize("language", Language)
def test_the_file_parses(language: Language) -> None:
    assert not [entry.content for entry in resource(language).body if isinstance(entry, ftl.Junk)]


@pytest.mark.parametrize("language", Language)
def test_no_key_stands_twice(language: Language) -> None:
    keys = Counter(entry.id.name for entry in resource(language).body if isinstance(entry, ftl.Message))
    assert [key for key, count in keys.items() if count > 1] == []


def test_both_languages_have_the_same_texts_in_the_same_order() -> None:
    assert list(messages(Language.KK)) == list(messages(Language.RU))


@pytest.mark.parametrize("key", messages(Language.KK))
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    assert variables(messages(Language.KK)[key]) == variables(messages(Language.RU)[key])


@pytest.mark.parametrize("language", Language)
def test_every_text_says_something(language: Language) -> None:
    for key, message in messages(language).items():
        assert message.value is not None, key
        assert not message.attributes, key


@pytest.mark.parametrize("language", Language)
def test_plurals_use_the_language_s_forms(language: Language) -> None:
    for key, message in messages(language).items():
        for node in nodes(message):
            if isinstance(node, ftl.SelectExpression):
                names = {
                    variant.key.name for variant in node.variants if isinstance(variant.key, ftl.Identifier)
                }
                assert names <= PLURALS[language], key


def test_kazakh_is_kazakh_and_russian_is_russian() -> None:
    own_language = {"language-choose", "language-name", "start-more"}  # these speak to readers of both
    for key, message in messages(Language.RU).items():
        text = " ".join(node.value for node in nodes(message) if isinstance(node, ftl.TextElement))
        if key not in own_language:
            assert not re.search("[әғқңөұүһі]", text.lower().replace("қазына", "")), key
    for key, message in messages(Language.KK).items():
        text = " ".join(node.value for node in nodes(message) if isinstance(node, ftl.TextElement))
        # These letters and words do not occur in Kazakh texts of ours.
        if key not in own_language:
            assert not re.search(r"\b(не|для|и|на|от)\b", text.lower()), key


@cache
def used() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that the code names, and patterns of those it puts together."""
    keys: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for room in ("bot", "handlers"):
        for file in sorted((PROJECT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    if re.fullmatch(r"[a-z]+(-[a-z_]+)+", node.value):
                        keys.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_-]*"
                        for part in node.values
                    ]
                    if re.match(r"[a-z]+(\\-|-)", parts[0] if parts else ""):
                        patterns.append(re.compile("".join(parts)))
    return keys, patterns


@pytest.mark.parametrize("key", messages(Language.KK))
def test_every_text_is_used(key: str) -> None:
    keys, patterns = used()
    bare = {"amount"}  # keys of one word
    assert key in keys | bare or any(pattern.fullmatch(key) for pattern in patterns), key


def calls() -> Iterator[tuple[str, ast.Call]]:
    """All calls of `texts.get` in the code, with the file they stand in."""
    for room in ("bot", "handlers"):
        for file in sorted((PROJECT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr == "get"
                ):
                    owner = ast.unparse(node.func.value)
                    if owner.endswith(("texts", "load_texts(language)", "load_texts(each)")):
                        yield file.name, node


def test_every_text_that_the_code_names_exists_and_gets_its_values() -> None:
    known = messages(Language.KK)
    found = 0
    for file, call in calls():
        key = call.args[0]
        if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
            continue
        found += 1
        assert key.value in known, f"{file}: {key.value}"
        given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
        wanted = variables(known[key.value])
        assert given <= wanted, f"{file}: {key.value} does not take {given - wanted}"
        if all(keyword.arg is not None for keyword in call.keywords):
            assert given == wanted, f"{file}: {key.value} lacks {wanted - given}"
    assert found > 60


def test_what_the_code_puts_together_exists() -> None:
    _, patterns = used()
    known = messages(Language.KK)
    for pattern in patterns:
        if pattern.pattern.startswith(
            ("section", "unit", "command", "missing", "fallback", "card", "ledger", "error")
        ):
            assert [key for key in known if pattern.fullmatch(key)], pattern.pattern
