"""The fixtures of the harness."""

from __future__ import annotations

from tests.harness.fixtures import database, filled, language, person, texts, world

__all__ = ["database", "filled", "language", "person", "texts", "world"]
