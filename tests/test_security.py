"""The list of threats names tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PROJECT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_threat_has_a_test_that_exists() -> None:
    text = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
    threats = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    threats = [line for line in threats if not line.startswith("| threat |")]
    assert len(threats) > 30
    assert [line for line in threats if not NAMED.search(line)] == []
    missing = [match[0] for match in NAMED.finditer(text) if not _exists(match[1], match[2])]
    assert missing == []


def _exists(file: str, name: str) -> bool:
    path = PROJECT / file
    if not path.is_file():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return name in functions
