"""What a start reads: `ask` answers without what only the bot, a load or a rare answer needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.databases import database_url

_PROJECT = Path(__file__).parents[2]
_PROGRAM = """
import runpy, sys
sys.argv = ["bot", *sys.argv[1:]]
try:
    runpy.run_module("bot", run_name="__main__")
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
_FOR_OTHERS = {
    "aiogram",  # Telegram
    "aiohttp",
    "aiosqlite",
    "alembic",  # migrations
    "bot.json.form",  # --json
    "bot.operator.reports",  # tables of other commands
    "handlers.wider_views",  # answers that are no one line
    "lxml",  # documents
    "parser.parse",
    "parser.question.claim",  # messages that are to be checked
    "pydantic",  # settings that may be wrong, and the bot's
    "rich",
    "sqlalchemy",  # databases that are no file which is ready to be read; and whoever writes
    "sqlmodel",
    "storage.answering.claim_check",
    "storage.engine",
    "storage.loading.ingest",
    "storage.models",
    "storage.people_models",  # people and chats
}


@pytest.mark.sweep
@pytest.mark.sqlite
def test_an_answer_reads_nothing_that_only_others_need(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url(samples))
    answer, read = call("ask", "сколько на школы")
    assert "464 · 003" in answer
    assert read >= {"sqlite3", "handlers.views.card", "storage.direct"}
    assert read & _FOR_OTHERS == set()
    answer, read = call("ask", "какие программы дороже 500 млн")
    assert "500 млн" in answer
    assert read & _FOR_OTHERS == {"handlers.wider_views"}


def call(*arguments: str) -> tuple[str, set[str]]:
    """What a command prints, and the modules that its process has read at its end."""
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", _PROGRAM, *arguments], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    return done.stdout, set(done.stderr.split())


@pytest.mark.sweep
def test_the_bot_stays_without_what_other_processes_and_commands_do() -> None:
    """Documents are read in a process of their own; a workbook's library waits for the first workbook."""
    program = """
import sys
from bot.telegram_types import import_aiogram
import_aiogram()
import bot.app, bot.serving.run
print(*sys.modules)
"""
    done = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    read = set(done.stdout.split())
    assert {"aiogram", "bot.documents.reader", "bot.spreadsheet.files"} <= read
    assert not read & {"alembic", "bot.loading", "lxml", "matplotlib", "parser.parse", "rich", "xlsxwriter"}
