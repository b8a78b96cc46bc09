"""Logs are lines for people or JSON for machines."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logging


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_lines_for_people() -> None:
    stream = io.StringIO()
    set_up_logging("INFO", "text", stream)
    logging.getLogger("qazyna").info("жүктелді %s", 5)
    logging.getLogger("qazyna").debug("жоқ")
    (line,) = stream.getvalue().splitlines()
    assert line.endswith("INFO qazyna: жүктелді 5")


def test_json_for_machines() -> None:
    stream = io.StringIO()
    set_up_logging("DEBUG", "json", stream)
    logging.getLogger("qazyna").error("қате «%s»", "x", exc_info=ValueError("бір\nекі"))
    logging.getLogger("qazyna").debug("тыныш")
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["level"], first["logger"], first["message"]) == ("ERROR", "qazyna", "қате «x»")
    assert "ValueError: бір" in first["exception"]
    assert "exception" not in second
