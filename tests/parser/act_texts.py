"""Texts of acts with what stands beside them, and how a reading of one is compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.kinds import FindingKind
from parser.readers.act_files import assemble
from parser.readers.files import RawFile, as_raw
from parser.records import Language, ParsedDecision
from tests.parser.archive_sample import VERSIONS

versions = pytest.mark.parametrize("version", VERSIONS)
languages = pytest.mark.parametrize("language", Language)


def raw(text: str, **beside: str) -> RawFile:
    """A text with what stands beside it; `__` stands for the slash of a path."""
    files = {
        name.replace("__", "/") + (".yaml" if name == "meta" else ".md"): beside[name] for name in beside
    }
    return assemble(
        as_raw("a.md", text.encode()), lambda name: files[name].encode() if name in files else None
    )


def understood(parsed: ParsedDecision) -> object:
    """All that was read, without which file it was read from."""
    return replace(parsed, source=replace(parsed.source, file="", sha256=""))


def differing(parsed: ParsedDecision) -> list[tuple[FindingKind, dict[str, object]]]:
    """What was found on the way, without its place."""
    return [(finding.kind, dict(finding.values)) for finding in parsed.warnings]
