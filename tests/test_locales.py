"""All languages are complete, say the same, and every text is used by somebody."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.archive.errors import ArchiveErrorKind
from bot.dataset.errors import DatasetErrorKind
from bot.operator.texts import OperatorLanguage
from bot.settings import SettingErrorKind
from handlers.views.texts import LOCALES, split_entries
from parser.kinds import OF_SKELETON, DiscrepancyKind, FindingKind, Kind, ParseErrorKind
from parser.records import Language
from storage.backup import BackupErrorKind
from storage.engine import EngineErrorKind
from storage.loading.errors import IngestErrorKind
from storage.schema import SchemaErrorKind
from tests.harness.sources import list_nodes, read_tree

PROJECT = Path(__file__).resolve().parents[1]
CATEGORIES = {"zero", "one", "two", "few", "many"}
PLURALS = {"kk": {"one", "other"}, "ru": {"one", "few", "many", "other"}, "en": {"one", "other"}}
BOT, OPERATOR, GLOSSARY = LOCALES, LOCALES / "operator", LOCALES / "glossary"
ADMIN = LOCALES / "admin"
# Where texts stand, the languages they are in, and the rooms that say them.
SETS: dict[Path, tuple[type[StrEnum], tuple[str, ...]]] = {
    BOT: (Language, ("bot", "handlers")),
    OPERATOR: (OperatorLanguage, ("bot",)),
    GLOSSARY: (Language, ("handlers",)),
    ADMIN: (Language, ("handlers",)),
}
# The kinds of things that texts with a prefix are about, each told with its values.
KINDS: dict[str, type[Kind]] = {
    "finding-": FindingKind,
    "parse-error-": ParseErrorKind,
    "ingest-error-": IngestErrorKind,
    "dataset-error-": DatasetErrorKind,
    "archive-error-": ArchiveErrorKind,
    "schema-error-": SchemaErrorKind,
    "backup-error-": BackupErrorKind,
    "engine-error-": EngineErrorKind,
    "setting-error-": SettingErrorKind,
}
FILES = [(folder, language) for folder, (languages, _) in SETS.items() for language in languages]
every_file = pytest.mark.parametrize(("folder", "language"), FILES)


@cache
def resource(folder: Path, language: StrEnum) -> ftl.Resource:
    """A parsed locale file."""
    return FluentParser().parse((folder / f"{language}.ftl").read_text(encoding="utf-8"))


@cache
def messages(folder: Path, language: StrEnum) -> dict[str, ftl.Message]:
    """The messages of a file by key."""
    body = resource(folder, language).body
    return {entry.id.name: entry for entry in body if isinstance(entry, ftl.Message)}


def keys(folder: Path) -> list[str]:
    """The keys of a set of texts, as its Kazakh file has them."""
    return list(messages(folder, Language.KK))


def nodes(node: Any) -> Iterator[Any]:
    """A node and all below it."""
    yield node
    for value in vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ftl.BaseNode) and not isinstance(each, ftl.Span):
                yield from nodes(each)


def variables(message: ftl.Message, known: Mapping[str, ftl.Message]) -> set[str]:
    """The placeholders of a message, and of those that it refers to."""
    found: set[str] = set()
    for node in nodes(message):
        if isinstance(node, ftl.VariableReference):
            found.add(node.id.name)
        elif isinstance(node, ftl.MessageReference):
            found |= variables(known[node.id.name], known)
    return found


@cache
def placeholders(folder: Path, language: StrEnum) -> dict[str, set[str]]:
    """The placeholders of all messages of a file."""
    known = messages(folder, language)
    return {key: variables(message, known) for key, message in known.items()}


def words(message: ftl.Message) -> str:
    """All that a message says by itself."""
    return " ".join(node.value for node in nodes(message) if isinstance(node, ftl.TextElement))


@every_file
def test_the_file_parses(folder: Path, language: StrEnum) -> None:
    assert not [entry.content for entry in resource(folder, language).body if isinstance(entry, ftl.Junk)]


@every_file
def test_a_dash_between_words_is_that_of_the_language(folder: Path, language: StrEnum) -> None:
    dash = "—" if language.value == "en" else "–"
    assert f"{dash} " not in (folder / f"{language}.ftl").read_text(encoding="utf-8")


@every_file
def test_no_key_stands_twice(folder: Path, language: StrEnum) -> None:
    body = resource(folder, language).body
    found = Counter(entry.id.name for entry in body if isinstance(entry, ftl.Message))
    assert [key for key, count in found.items() if count > 1] == []


@every_file
def test_all_languages_have_the_same_texts_in_the_same_order(folder: Path, language: StrEnum) -> None:
    assert list(messages(folder, language)) == keys(folder)


@every_file
def test_all_languages_have_the_same_placeholders(folder: Path, language: StrEnum) -> None:
    wanted, found = placeholders(folder, Language.KK), placeholders(folder, language)
    assert {key: found[key] for key in keys(folder) if found[key] != wanted[key]} == {}


@every_file
def test_every_text_says_something(folder: Path, language: StrEnum) -> None:
    for key, message in messages(folder, language).items():
        assert message.value is not None, key
        assert not message.attributes, key


@every_file
def test_plurals_use_the_language_s_forms(folder: Path, language: StrEnum) -> None:
    for key, message in messages(folder, language).items():
        for node in nodes(message):
            if isinstance(node, ftl.SelectExpression):
                variants = {v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier)}
                # A choice that names no plural category is one between values.
                assert variants <= PLURALS[language] or not variants & CATEGORIES, key


@pytest.mark.parametrize("folder", SETS)
def test_each_language_is_itself(folder: Path) -> None:
    of_both = {"language-choose", "language-name", "start-more"}  # these speak to readers of both
    for key, message in messages(folder, Language.RU).items():
        if key not in of_both:
            assert not re.search("[әғқңөұүһі]", words(message).lower().replace("қазына", "")), key
    for key, message in messages(folder, Language.KK).items():
        # These words do not occur in Kazakh texts of ours.
        if key not in of_both:
            assert not re.search(r"\b(не|для|и|на|от)\b", words(message).lower()), key


def test_english_is_english() -> None:
    for key, message in messages(OPERATOR, OperatorLanguage.EN).items():
        assert not re.search("[а-яёәғқңөұүһі]", words(message).lower()), key


@cache
def used(rooms: tuple[str, ...]) -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that the code names, and patterns of those it puts together."""
    named: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for room in rooms:
        for file in sorted((PROJECT / room).rglob("*.py")):
            for node in list_nodes(read_tree(file)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    if re.fullmatch(r"[a-z]+(-[a-z_]+)+", node.value):
                        named.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [
                        re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_-]*"
                        for part in node.values
                    ]
                    if re.match(r"[a-z]+(\\-|-)", parts[0] if parts else ""):
                        patterns.append(re.compile("".join(parts)))
    return named, patterns


@pytest.mark.parametrize("folder", SETS)
def test_every_text_is_used(folder: Path) -> None:
    named, patterns = used(SETS[folder][1])
    bare = {"amount", "decision", "lost-in-reading"}  # keys of one word, and what other texts quote
    unnamed = [key for key in keys(folder) if key not in named | bare]
    assert [key for key in unnamed if not any(pattern.fullmatch(key) for pattern in patterns)] == []


def calls() -> Iterator[tuple[str, ast.Call]]:
    """All calls of `texts.get` in the code, with the file they stand in."""
    for room in ("bot", "handlers"):
        for file in sorted((PROJECT / room).rglob("*.py")):
            for node in list_nodes(read_tree(file)):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr == "get"
                ):
                    owner = ast.unparse(node.func.value)
                    if owner.endswith(("texts", "load_texts(language)", "load_texts(each)")):
                        yield file.name, node


def test_every_text_that_the_code_names_exists_and_gets_its_values() -> None:
    sets = [placeholders(folder, Language.KK) for folder in SETS]
    known, found = {key: values for texts in sets for key, values in texts.items()}, 0
    assert len(known) == sum(map(len, sets))
    for file, call in calls():
        key = call.args[0]
        if not isinstance(key, ast.Constant) or not isinstance(key.value, str):
            continue
        found += 1
        assert key.value in known, f"{file}: {key.value}"
        given = {keyword.arg for keyword in call.keywords if keyword.arg is not None}
        wanted = known[key.value]
        assert given <= wanted, f"{file}: {key.value} does not take {given - wanted}"
        if all(keyword.arg is not None for keyword in call.keywords):
            assert given == wanted, f"{file}: {key.value} lacks {wanted - given}"
    assert found > 60


def test_what_the_code_puts_together_exists() -> None:
    _, patterns = used(SETS[BOT][1])
    for pattern in patterns:
        if pattern.pattern.startswith(
            ("section", "unit", "command", "missing", "fallback", "card", "ledger", "error")
        ):
            assert [key for key in keys(BOT) if pattern.fullmatch(key)], pattern.pattern


@pytest.mark.parametrize("prefix", KINDS)
def test_every_kind_has_a_text_with_its_values_and_no_text_is_of_another(prefix: str) -> None:
    texts = placeholders(OPERATOR, OperatorLanguage.EN)
    found = {key.removeprefix(prefix): values for key, values in texts.items() if key.startswith(prefix)}
    assert found == {kind: set(kind.takes) for kind in KINDS[prefix]}


def test_every_kind_of_discrepancy_has_a_text_with_both_figures() -> None:
    texts = placeholders(OPERATOR, OperatorLanguage.EN)
    for kind in DiscrepancyKind:
        values, figures = texts[f"discrepancy-{kind}"], {"printed", "expected"}
        # What a table lacks is not printed, and where a row cannot stand nothing says what should.
        shown = values & figures if kind in OF_SKELETON else figures
        assert values == shown | {"path"}


@pytest.mark.parametrize("language", Language)
def test_every_fault_of_a_table_has_a_text_for_its_cards(language: Language) -> None:
    texts = placeholders(BOT, language)
    assert {key.removeprefix("fault-") for key in texts if key.startswith("fault-")} == {
        *OF_SKELETON, "others",
    }  # fmt: skip


@every_file
def test_texts_parsed_one_by_one_are_those_of_the_whole_file(folder: Path, language: StrEnum) -> None:
    entries = split_entries((folder / f"{language}.ftl").read_text(encoding="utf-8"))
    assert list(entries) == list(messages(folder, language))
    for key, message in messages(folder, language).items():
        (parsed, *_) = FluentParser().parse(entries[key]).body
        assert parsed.equals(message, ignored_fields=["span", "comment"])
