"""Documents are read in a process of its own, which may fail or take too long without the bot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.documents.reader import ProcessReader
from handlers.registration import ReadingError, ReadingFault, SentFile
from parser.kinds import ParseErrorKind
from parser.parse import parse_file

SAMPLE = Path(__file__).parents[2] / "data" / "taraz" / "12-3.2013-04-08.kk.txt"
LARGE = SentFile("large.txt", b"x" * 30_000_000)
FAULTS: dict[ReadingFault, dict[str, Any]] = {
    ReadingFault.MEMORY: {"memory": 2**26},
    ReadingFault.TIMEOUT: {"limit": 0.01},
    ReadingFault.CRASH: {"module": "bot.documents.missing"},
}


async def test_what_it_says_is_what_the_parser_says() -> None:
    files = [SentFile(SAMPLE.name, SAMPLE.read_bytes()), SentFile("broken.zip", b"PK\x03\x04...")]
    sample, broken = await ProcessReader().read(files)
    assert sample.parsed == parse_file(SAMPLE)
    assert broken.parsed is None
    assert broken.fault is not None
    error = broken.fault.error()
    assert (error.kind, error.file) == (ParseErrorKind.BROKEN, "broken.zip")


@pytest.mark.parametrize("fault", FAULTS)
async def test_what_fails_there_fails_nowhere_else(fault: ReadingFault) -> None:
    with pytest.raises(ReadingError) as caught:
        await ProcessReader(**FAULTS[fault]).read([LARGE])
    assert caught.value.fault is fault
