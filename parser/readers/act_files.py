"""What stands beside a text of the open archive and belongs to it: facts of the act, parts of a long text.

`rus.md` and `kaz.md` share a `meta.yaml`. A text past some 340 KB is cut: its file then ends with a list of
links to the parts, `rus/sec001.md` and so on. The numbers have gaps; the list says which there are.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeAlias

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.act_facts import LANGUAGES, MOST_FACTS, FactsError, parse_facts
from parser.readers.file_names import printable_name
from parser.readers.files import MAX_BYTES, RawFile, as_raw, decode, read_raw
from parser.records import Language
from parser.text.language import detect_language

FACTS_FILE = "meta.yaml"
MARKDOWN_SUFFIX = ".md"

Fetch: TypeAlias = Callable[[str], bytes | None]
"""The bytes of a file by its path from the folder of the text; None where there is no such file."""

_PART = re.compile(r"\((?:\./)?(?P<path>(?:rus|kaz)/[A-Za-z0-9_-]{1,40}\.md)(?:#[^()\s]{0,100})?\)")
_PART_PATH = re.compile(r"(?:^|/)(?:rus|kaz)/[^/]+\.md$")
_HEADING = re.compile(r"^#{2,6}[ \t].*$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def is_part_of_act(path: PurePath) -> bool:
    """Whether a file found in a folder belongs to a text beside it: its facts, or a part of it.

    >>> is_part_of_act(PurePath("1122-o-biudzhete-14661/kaz/part002.md"))
    True
    """
    return path.name == FACTS_FILE or _PART_PATH.search(path.as_posix()) is not None


def read_act_file(path: Path) -> RawFile:
    """Reads a Markdown text with what belongs to it; any other file as `read_raw` does.

    Raises:
        ParseError: as `read_raw` and `assemble` do.
    """
    raw = read_raw(path)
    return assemble(raw, _beside(path)) if path.suffix.lower() == MARKDOWN_SUFFIX else raw


def assemble(raw: RawFile, fetch: Fetch) -> RawFile:
    """A text with its parts in their order, and with its facts.

    Its hash is of all that is told of this version of the text in its language. It stays the same where
    only the other language has got a new version. It is called after the act and the version where the
    facts name both, for all texts of the archive are `rus.md` or `kaz.md`: `128266.2019-07-31.rus.md`.

    Args:
        raw: the file that a text is, or begins with.
        fetch: reads what stands beside it.

    Raises:
        ParseError: `part-missing`, `too-large`, and what `decode` raises.
    """
    data = _with_parts(raw, fetch)
    written = fetch(FACTS_FILE)
    # A letter that cannot be read stays as U+FFFD, by which who reads the facts knows it (`act_facts.py`).
    facts = None if written is None else written[:MOST_FACTS].decode("utf-8", "replace")
    if facts is None:
        return raw if data is raw.data else RawFile(raw.name, data, hashlib.sha256(data).hexdigest())
    language = detect_language(decode(raw))
    summed = hashlib.sha256(data)
    summed.update(b"\0" + own_facts(facts, language).encode())
    name = _version_name(facts, language) or raw.name
    return RawFile(printable_name(name), data, summed.hexdigest(), facts)


def own_facts(facts: str, language: Language | None) -> str:
    """The facts of one language's version, in a form of their own; as they are where they cannot be read.

    Args:
        facts: as they are written beside both texts.
        language: of the version.
    """
    try:
        stated = parse_facts(facts)
    except FactsError:
        return facts
    version = stated.version_dates.get(language) if language else None
    told = [stated.act.code, stated.act.requisite, version.isoformat() if version else None]
    by_language = (stated.act.titles, stated.urls)
    return json.dumps([*told, *(each.get(language) if language else None for each in by_language)])


def version_name(code: str, version: dt.date, language: Language) -> str:
    """What a version of an act is called as a file, wherever it stands in an archive.

    >>> version_name("128266", dt.date(2019, 7, 31), Language.RU)
    '128266.2019-07-31.rus.md'

    Args:
        code: of the act.
        version: the day that the version is dated.
        language: of its text.
    """
    stem = next(stem for stem, spoken in LANGUAGES.items() if spoken is language)
    return f"{code}.{version.isoformat()}.{stem}{MARKDOWN_SUFFIX}"


def _version_name(facts: str, language: Language | None) -> str | None:
    try:
        stated = parse_facts(facts)
    except FactsError:
        return None
    version = stated.version_dates.get(language) if language else None
    if language is None or version is None or not (stated.act.code or "").isdecimal():
        return None
    return version_name(stated.act.code or "", version, language)


def _with_parts(raw: RawFile, fetch: Fetch) -> bytes:
    """The whole text: its beginning and the parts that it lists."""
    if b".md" not in raw.data:
        return raw.data
    text = decode(raw)
    first = _PART.search(text)
    if first is None:
        return raw.data
    heads = [head.start() for head in _HEADING.finditer(text, 0, first.start())]
    start = heads[-1] if heads else text.rfind("\n", 0, first.start()) + 1
    pieces = [text[:start].encode()]
    size = len(pieces[0])
    for path in dict.fromkeys(link["path"] for link in _PART.finditer(text, start)):
        part = fetch(path)
        if part is None:
            raise ParseError(ParseErrorKind.PART_MISSING, raw.name, part=path)
        size += len(part)
        if size > MAX_BYTES:
            raise ParseError(ParseErrorKind.TOO_LARGE, raw.name, bytes=size, most=MAX_BYTES)
        if part.strip():
            text_of_part = decode(as_raw(f"{raw.name}/{path}", part))
            pieces.append(_FRONT_MATTER.sub("", text_of_part, count=1).encode())
    return b"\n\n".join(pieces)


def _beside(path: Path) -> Fetch:
    """Reads files in a text's folder; what is no plain file there is not there."""

    def fetch(name: str) -> bytes | None:
        file = path.parent / name
        try:
            if file.is_symlink() or file.parent.is_symlink() or not file.is_file():
                return None
            if file.stat().st_size > MAX_BYTES:
                return None
            return file.read_bytes()
        except OSError:
            return None

    return fetch
