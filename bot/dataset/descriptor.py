"""`datapackage.json`: what the files of the dataset are and what stands in their columns.

The same database gives the same dataset whoever exports it, so every title is in all languages of the
operator, and `title`, the only one that the standard knows, is in English.
"""

from __future__ import annotations

from typing import Any

from bot.dataset.fields import FORM, RESOURCES, VERSION, Field, Resource
from bot.operator.texts import OperatorLanguage, load_operator_texts


def make_descriptor() -> dict[str, Any]:
    """What `datapackage.json` holds."""
    return {
        "profile": "tabular-data-package",
        "name": "qazyna",
        **_texts("title", "dataset-title"),
        **_texts("description", "dataset-description"),
        "countryCode": "KZ",
        "qazyna": {"form": FORM, "version": VERSION},
        "resources": [_file(resource) for resource in RESOURCES],
    }


def _file(resource: Resource) -> dict[str, Any]:
    return {
        "name": resource.name,
        **_texts("title", f"dataset-file-{resource.name}"),
        "path": resource.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(resource),
    }


def _schema(resource: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_column(field) for field in resource.fields], "missingValues": [""]}
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    if resource.refers:
        schema["foreignKeys"] = [
            {"fields": list(columns), "reference": {"resource": name, "fields": list(columns)}}
            for name, columns in resource.refers.items()
        ]
    return schema


def _column(field: Field) -> dict[str, Any]:
    column: dict[str, Any] = {"name": field.name, "type": field.type}
    if field.fiscal:
        column["columnType"] = field.fiscal
    if field.required:
        column["constraints"] = {"required": True}
    return column


def _texts(name: str, key: str) -> dict[str, Any]:
    """A text in English under a name of the standard's, and in all languages under its plural."""
    texts = {language.value: load_operator_texts(language).get(key) for language in OperatorLanguage}
    return {name: texts[OperatorLanguage.EN], f"{name}s": texts}
