"""`make fuzz`: raw updates to the dispatcher, damaged documents to the readers, as many as asked.

It ends with an error, and prints what it was, where something unexpected is raised, an answer goes beyond
Telegram's limits, or one case takes longer than a second.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bot.serving.sent_updates import read_update
from parser.errors import ParseError
from parser.parse import parse_raw
from parser.readers.detect import is_archive, members_of
from parser.readers.files import as_raw
from tests.harness.budget import fill_now
from tests.harness.raw_updates import raw_updates
from tests.harness.world import open_world

UPDATES, DOCUMENTS = 50_000, 5_000
_LONGEST = 1.0  # seconds
_SHOWN = 300  # letters of what went wrong
_FOLDERS = ("data/taraz", "tests/parser/documents")
_FORMS = frozenset({".csv", ".docx", ".html", ".md", ".ods", ".odt", ".pdf", ".rtf", ".txt", ".xls", ".xlsx"})


class _Failures(logging.Handler):
    """Notes the errors that are logged."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.getMessage()}: {record.exc_info and record.exc_info[1]!r}")


async def feed_updates(count: int, chance: random.Random) -> tuple[list[str], float]:
    """Feeds updates to the bot; returns what went wrong and how long the slowest took."""
    wrong: list[str] = []
    slowest = 0.0
    failures = _Failures()
    logging.getLogger().addHandler(failures)
    logging.getLogger("bot.serving.sent_updates").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "fuzz.db"
        await asyncio.to_thread(fill_now, file)
        async with open_world(file, limits={}) as world:
            for body in itertools.islice(raw_updates(chance), count):
                started = time.process_time()
                update = read_update(json.loads(body), world.bot)
                if update is not None:
                    await world.dispatcher.feed_update(world.bot, update)
                taken = time.process_time() - started
                slowest = max(slowest, taken)
                found = [*failures.messages, *world.session.violations]
                if taken > _LONGEST:
                    found.append(f"{taken:.1f} s")
                wrong.extend(f"{said[:_SHOWN]} of {body[:_SHOWN]!r}" for said in found)
                failures.messages.clear()
                world.session.violations.clear()
                world.session.sent.clear()
    return wrong, slowest


def damaged_documents(chance: random.Random) -> Iterator[tuple[Path, bytes]]:
    """Endless copies of the project's documents, each with something cut, doubled, moved or overwritten."""
    paths = sorted(
        path for folder in _FOLDERS for path in Path(folder).rglob("*") if path.suffix.lower() in _FORMS
    )
    while True:
        path = chance.choice(paths)
        data = bytearray(path.read_bytes())
        for _ in range(chance.randint(1, 4)):
            begin = chance.randrange(len(data) or 1)
            piece = data[begin : begin + chance.choice((1, 20, 400, 5_000))]
            match chance.randrange(4):
                case 0:
                    del data[begin : begin + len(piece)]
                case 1:
                    data[begin:begin] = piece * chance.choice((1, 2, 50))
                case 2:
                    data[begin : begin + len(piece)] = chance.randbytes(len(piece))
                case _:
                    data = data[:begin] if chance.random() < 0.2 else data + piece
        yield path, bytes(data)


def read_documents(count: int, chance: random.Random) -> tuple[list[str], float]:
    """Reads damaged documents; returns what went wrong and how long the slowest took."""
    wrong: list[str] = []
    slowest = 0.0
    for path, data in itertools.islice(damaged_documents(chance), count):
        started = time.process_time()
        try:
            _read(data)
        except Exception as error:
            wrong.append(f"{path}: {error!r}"[:_SHOWN])
        taken = time.process_time() - started
        slowest = max(slowest, taken)
        if taken > _LONGEST:
            wrong.append(f"{path}: {taken:.1f} s")
    return wrong, slowest


def _read(data: bytes) -> None:
    try:
        raw = as_raw("x", data)
        for each in [member.read() for member in members_of(raw)] if is_archive(raw) else [raw]:
            parse_raw(each)
    except ParseError:
        pass


def run(updates: int, documents: int) -> int:
    """Feeds and reads; returns the exit code."""
    chance = random.Random(14)  # noqa: S311 - no secret
    wrong_updates, slowest_update = asyncio.run(feed_updates(updates, chance))
    wrong_documents, slowest_document = read_documents(documents, chance)
    for said in (*wrong_updates, *wrong_documents):
        print(said)
    print(f"{updates} updates: {len(wrong_updates)} wrong, the slowest {slowest_update:.2f} s")
    print(f"{documents} documents: {len(wrong_documents)} wrong, the slowest {slowest_document:.2f} s")
    return 1 if wrong_updates or wrong_documents else 0


if __name__ == "__main__":
    sys.exit(run(*map(int, sys.argv[1:3])) if len(sys.argv) > 2 else run(UPDATES, DOCUMENTS))
