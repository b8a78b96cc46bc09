"""`python -m bot.json.schema FOLDER`: the JSON Schema of what each command prints with `--json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from bot.json.answer import AskForm
from bot.json.archive import ArchiveForm
from bot.json.changes import ChangesForm
from bot.json.parsed import ParseForm
from bot.json.stored import CheckForm, CoverageForm, StatsForm

FORMS: Mapping[str, Any] = {
    "ask": AskForm,
    "changes": ChangesForm,
    "check": CheckForm,
    "coverage": CoverageForm,
    "load": ArchiveForm,
    "parse": ParseForm,
    "stats": StatsForm,
}


class _Schema(GenerateJsonSchema):
    """Says that every field is there, null where it is not known; titles would only repeat the names."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - of none
        return False

    def field_is_required(self, field: object, total: bool) -> bool:  # noqa: ARG002, FBT001 - of all
        return True


def write_schema(command: str) -> str:
    """The schema of a command's JSON, as it stands in a file.

    Args:
        command: one of `FORMS`.
    """
    schema = TypeAdapter(FORMS[command]).json_schema(mode="serialization", schema_generator=_Schema)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"python -m bot {command} --json",
    } | {key: value for key, value in schema.items() if key != "title"}
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path) -> None:
    """Writes a file for each command; the folder is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for command in FORMS:
        (folder / f"{command}.json").write_text(write_schema(command), encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
