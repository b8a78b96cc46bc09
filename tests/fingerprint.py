"""`make fingerprint`: raises the parser's revision when a fixture is read otherwise than before.

`parser/readings.tsv` holds, for the revision in `parser/revision.py`, a fingerprint of what the
parser understands of every fixture document. A change that moves one of them and leaves the number
would leave files in databases as an older parser read them, and nobody would know.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from parser.errors import ParseError
from parser.parse import parse_file
from parser.records import Source, SourcePlace
from parser.revision import PARSER_REVISION

PROJECT = Path(__file__).resolve().parents[1]
REVISION = PROJECT / "parser" / "revision.py"
READINGS = PROJECT / "parser" / "readings.tsv"
FOLDERS = ("data/taraz", "tests/parser/documents", "tests/search/cities")
FORMS = frozenset({".csv", ".docx", ".html", ".md", ".ods", ".pdf", ".rtf", ".txt", ".xls"})
_DIGITS = 16  # of a hash


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parser understands of a file, as text, and the hash of the file's bytes."""

    content: str
    understood: str

    def fingerprint(self, revision: int) -> str:
        """A hash of what is understood; another one for another revision."""
        return _hash(f"{revision}\n{self.understood}".encode())


@dataclass(frozen=True, slots=True)
class Recorded:
    """What stands in `readings.tsv`: by file, the hash of its bytes and the fingerprint of its reading."""

    revision: int
    files: Mapping[str, tuple[str, str]]

    def differing(self, readings: Mapping[str, Reading]) -> list[str]:
        """The files that are as they were and are read otherwise."""
        return [
            file
            for file, reading in readings.items()
            if file in self.files
            and self.files[file][0] == reading.content
            and self.files[file][1] != reading.fingerprint(self.revision)
        ]

    def renewed(self, readings: Mapping[str, Reading], revision: int, *, raised: bool = False) -> Recorded:
        """The record of these readings.

        Args:
            readings: of all fixtures.
            revision: the parser's, as it is now.
            raised: whether readings changed that no fixture shows.
        """
        if raised or self.differing(readings):
            revision = max(revision, self.revision + 1)
        files = {file: (r.content, r.fingerprint(revision)) for file, r in readings.items()}
        return Recorded(max(revision, self.revision), files)


def list_fixtures() -> list[str]:
    """Every fixture document, by its path in the project."""
    paths = [path for folder in FOLDERS for path in (PROJECT / folder).rglob("*") if path.suffix in FORMS]
    return [path.relative_to(PROJECT).as_posix() for path in sorted(paths)]


def read_fixtures(files: Iterable[str]) -> dict[str, Reading]:
    """Reads fixture documents, by their paths in the project."""
    return {file: _read(PROJECT / file) for file in files}


def load_recorded() -> Recorded:
    """Reads `readings.tsv`."""
    lines = READINGS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    files = {file: (content, fingerprint) for file, content, fingerprint in rows[1:]}
    return Recorded(int(rows[0][1]), files)


def save(recorded: Recorded) -> None:
    """Writes `readings.tsv`, and the number into `revision.py`."""
    lines = ["# file, hash of its bytes, fingerprint of its reading; written by `make fingerprint`"]
    lines.append(f"revision\t{recorded.revision}")
    lines += ["\t".join((file, *hashes)) for file, hashes in recorded.files.items()]
    READINGS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = REVISION.read_text(encoding="utf-8")
    REVISION.write_text(re.sub(r"(?<=PARSER_REVISION = )\d+", str(recorded.revision), text), encoding="utf-8")


def _read(path: Path) -> Reading:
    try:
        understood = _plain(parse_file(path))
    except ParseError as error:
        understood = [str(error.kind), str(error.at), error.found, _plain(error.values)]
    return Reading(_hash(path.read_bytes()), json.dumps(understood, ensure_ascii=False))


def _plain(value: Any) -> Any:
    """A record as lists of its values: the same on every machine, and whatever the fields are called."""
    if isinstance(value, Source):
        return [value.format, _plain(value.language)]  # its name and its hash are no reading
    if isinstance(value, SourcePlace | dt.date | StrEnum):
        return str(value)
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, Mapping):
        return [[str(key), _plain(each)] for key, each in sorted(value.items())]
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(each) for each in value]
    assert value is None or isinstance(value, str | int), value
    return value


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def main() -> None:
    """Renews the record and says what became of the number."""
    arguments = argparse.ArgumentParser(prog="python -m tests.fingerprint", description=__doc__)
    arguments.add_argument("--raise", dest="raised", action="store_true", help="though no fixture shows it")
    recorded, readings = load_recorded(), read_fixtures(list_fixtures())
    renewed = recorded.renewed(readings, PARSER_REVISION, raised=arguments.parse_args().raised)
    for file in recorded.differing(readings):
        print(f"read otherwise: {file}")  # noqa: T201 - a command's output
    save(renewed)
    print(f"revision {recorded.revision} → {renewed.revision}")  # noqa: T201


if __name__ == "__main__":
    main()
