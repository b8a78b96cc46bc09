"""What stands beside a text of the open archive and belongs to it: facts of the act, parts of a long text.

`rus.md` and `kaz.md` share a `meta.yaml`. A text past some 340 KB is cut: its file then ends with a list of
links to the parts, `rus/sec001.md` and so on. The numbers have gaps; the list says which there are.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TypeAlias

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.act_facts import MOST_FACTS, FactsError, parse_facts
from parser.readers.files import MAX_BYTES, RawFile, decode, read_raw
from parser.text.language import detect_language

FACTS_FILE = "meta.yaml"
TEXT_FILES = ("rus.md", "kaz.md")
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
    only the other language has got a new version.

    Args:
        raw: the file that a text is, or begins with.
        fetch: reads what stands beside it.

    Raises:
        ParseError: `part-missing`, `too-large`, and what `decode` raises.
    """
    data = _with_parts(raw, fetch)
    written = fetch(FACTS_FILE)
    facts = None if written is None else written[:MOST_FACTS].decode("utf-8", "replace")
    if facts is None and data is raw.data:
        return raw
    return RawFile(raw.name, data, _hash(raw, data, facts), facts)


def _hash(raw: RawFile, data: bytes, facts: str | None) -> str:
    summed = hashlib.sha256(data)
    if facts is not None:
        summed.update(b"\0" + _own_facts(raw, facts).encode())
    return summed.hexdigest()


def _own_facts(raw: RawFile, facts: str) -> str:
    """The facts of one language's version, in a form of their own; as they are where they cannot be read."""
    try:
        stated = parse_facts(facts)
    except FactsError:
        return facts
    language = detect_language(decode(raw))
    version = stated.version_dates.get(language) if language else None
    told = [stated.act.code, stated.act.requisite, version.isoformat() if version else None]
    by_language = (stated.act.titles, stated.urls)
    return json.dumps([*told, *(each.get(language) if language else None for each in by_language)])


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
        pieces.append(_FRONT_MATTER.sub("", part.decode("utf-8", "replace"), count=1).encode())
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
