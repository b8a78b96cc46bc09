"""A village's budget as the open archive keeps it: three of its versions in both languages, and their rows.

The rows were found by a script that shares nothing with the parser.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

from parser.parse import parse_file
from parser.records import Language, ParsedDecision

SAMPLE = Path("tests/parser/documents/archive")
ORIGINAL, JULY, DECEMBER = VERSIONS = ("2019-01-04", "2019-07-31", "2019-12-05")
FILES = {Language.KK: "kaz.md", Language.RU: "rus.md"}
_STEMS = {Language.KK: "kaz", Language.RU: "rus"}

_APPENDIX = re.compile(r"^> \*(?:Приложение|Аудандық мәслихаттың)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of an appendix: the codes that are printed in it, its name, its amount in tenge."""

    section: str
    codes: tuple[str, ...]
    name: str
    amount: int


@cache
def parsed(version: str, language: Language) -> ParsedDecision:
    return parse_file(SAMPLE / version / FILES[language])


def text(version: str, language: Language) -> str:
    return (SAMPLE / version / FILES[language]).read_text(encoding="utf-8")


def meta(version: str) -> str:
    return (SAMPLE / version / "meta.yaml").read_text(encoding="utf-8")


def rows(version: str, language: Language, appendix: str) -> list[TableRow]:
    file = SAMPLE / version / f"{_STEMS[language]}.app{appendix}.tsv"
    return [
        TableRow(
            row["section"],
            tuple(row[column] for column in ("c1", "c2", "c3", "c4") if row[column]),
            row["name"],
            int(Decimal(row["amount"]) * 1000),
        )
        for row in _table(file)
    ]


def printed_cells(version: str, language: Language, appendix: str) -> list[tuple[str, ...]]:
    """The cells of an appendix's rows as they are printed: four of codes, the name, the amount."""
    file = SAMPLE / version / f"{_STEMS[language]}.app{appendix}.tsv"
    return [tuple(row[name] for name in ("c1", "c2", "c3", "c4", "name", "amount")) for row in _table(file)]


def ledger() -> dict[str, tuple[int | None, ...]]:
    """The Russian amounts of appendix 1 in each version by the parser's paths, summed over the rows of one path."""
    amounts: dict[str, list[int | None]] = {}
    for row in _table(SAMPLE / "ledger.app1.tsv"):
        sums = amounts.setdefault(_path(row["section"], row["path"]), [None] * len(VERSIONS))
        for index, version in enumerate(VERSIONS):
            if row[version]:
                sums[index] = (sums[index] or 0) + int(Decimal(row[version]) * 1000)
    return {path: tuple(found) for path, found in amounts.items()}


def _path(section: str, codes: str) -> str:
    """An administrator's path names its group, not the subgroup it is printed under."""
    if section == "financing" and codes:
        return f"financing_receipts/{codes}"
    parts = codes.split("/") if codes else []
    if section == "expenditure" and len(parts) > 2:
        parts = [parts[0], *parts[2:]]
    return "/".join([section, *parts])


def _table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def in_parts(version: str, language: Language) -> dict[str, str]:
    """A text as the archive has one that is too long: cut before its second and its third appendix."""
    stem, whole = _STEMS[language], text(version, language)
    cuts = [found.start() for found in _APPENDIX.finditer(whole)]
    table = (
        f"## Части документа\n\n| Часть | Файл |\n|---|---|\n| 1 | [Текст]({stem}/sec001.md) |\n"
        f"| 2 | [Приложение 2]({stem}/an003.md) |\n"
    )
    return {
        f"{stem}.md": whole[: cuts[1]] + table,
        f"{stem}/sec001.md": f"---\npart: 1\n---\n{whole[cuts[1] : cuts[2]]}",
        f"{stem}/an003.md": f"↑ [Вся редакция](../rus.md)\n\n{whole[cuts[2] :]}",
    }


def in_oldest_build(version: str, language: Language) -> str:
    """A text as the archive's first build had it: all facts at its head, the dots of points escaped."""
    stated = yaml.safe_load(meta(version))
    word = _STEMS[language]
    front = {
        "version_id": "1",
        "act_code": stated["act_code"],
        "language": word,
        "title": stated["title"][word],
        "requisite": stated["requisite"],
        "form": stated["form"],
        "type_codes": stated["type_codes"],
        "approved_by": stated["approved_by"],
        "approval_date": stated["approved_on"].isoformat(),
        "version_date": stated["version_date"][word].isoformat(),
        "registry_number": "0",
        "source": stated["source"][word],
    }
    escaped = re.sub(r"^(\d+)\.", r"\1\\.", text(version, language), flags=re.MULTILINE)
    return f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n\n{escaped}"


def in_second_build(version: str, language: Language) -> str:
    """A text as the second build had it: of the facts the official page alone."""
    source = yaml.safe_load(meta(version))["source"][_STEMS[language]]
    return f"---\nsource: {source}\n---\n\n{text(version, language)}"


def in_newest_build(version: str, language: Language) -> str:
    """A text as the newest build has it: an anchor and a blank line before every numbered point."""
    return re.sub(r"^(\d+)\.", r'<a id="p\1"></a>\n\n\1.', text(version, language), flags=re.MULTILINE)
