"""The forms of the JSON and their schema in docs/schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.json.schema import FORMS, write_schema, write_schemas

DOCS = Path(__file__).resolve().parents[2] / "docs"
MANUAL = (DOCS / "json.md").read_text(encoding="utf-8")


def fields(schema: Any) -> Iterator[str]:
    """Every field that a schema names, on all levels."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from fields(value)


def values(schema: Any) -> Iterator[str]:
    """Every value of the fields that have a few."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from values(inner)


@pytest.mark.parametrize("command", FORMS)
def test_the_schema_in_the_docs_is_current(command: str) -> None:
    """`make schema` writes it anew."""
    assert (DOCS / "schema" / f"{command}.json").read_text(encoding="utf-8") == write_schema(command)


def test_there_is_a_schema_for_every_command_with_json_and_no_other(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new")
    assert {file.name for file in (tmp_path / "new").iterdir()} == {
        file.name for file in (DOCS / "schema").iterdir()
    }
    manual = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert set(FORMS) == set(re.findall(r"^\| `(\w+)[^`]*\[--json\]`", manual, re.MULTILINE))


@pytest.mark.parametrize("command", FORMS)
def test_the_manual_names_every_field_and_every_value(command: str) -> None:
    """Of the findings it says where they are listed: there are scores of them."""
    schema = json.loads(write_schema(command))
    findings = schema.get("$defs", {}).pop("FindingKind", None)
    named = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`]+)`", MANUAL))))
    assert "FindingKind" in named or not findings
    assert {*fields(schema), *values(schema)} <= named


@pytest.mark.parametrize("command", FORMS)
def test_a_field_that_is_not_known_is_null_and_never_left_out(command: str) -> None:
    def objects(schema: Any) -> Iterator[Any]:
        if isinstance(schema, dict):
            if "properties" in schema:
                yield schema
            for value in schema.values():
                yield from objects(value)

    for described in objects(json.loads(write_schema(command))):
        assert set(described["required"]) == set(described["properties"]), described
