"""Logs are lines for people or JSON for machines."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from aiohttp import InvalidURL, RequestInfo, TooManyRedirects
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.logs import set_up_logging
from storage.engine import create_engine
from tests.harness.budget import url


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


@pytest.mark.parametrize("form", ["text", "json"])
async def test_no_token_is_logged_whatever_quotes_it(form: Literal["text", "json"]) -> None:
    token = "123456:AAbbCCddEEffGGhhIIjj_kk-ll"
    address: Any = f"https://api.telegram.org/bot{token}/sendMessage"
    headers: Any = {}
    request = RequestInfo(address, "POST", headers, address)
    stream = io.StringIO()
    set_up_logging("INFO", form, stream)
    log = logging.getLogger("qazyna")
    log.info("sent to %s", address)
    log.error("failed", exc_info=TooManyRedirects(request, ()))
    log.error("failed", exc_info=InvalidURL(address, "odd"))
    assert "sendMessage" in stream.getvalue()
    assert "AAbbCC" not in stream.getvalue()


async def test_no_value_of_a_statement_is_in_an_error(database: Path) -> None:
    engine = create_engine(url(database))
    async with engine.connect() as connection:
        with pytest.raises(OperationalError) as raised:
            await connection.execute(text("SELECT :said FROM nothing"), {"said": "құпия"})
    await engine.dispose()
    assert "құпия" not in str(raised.value)
