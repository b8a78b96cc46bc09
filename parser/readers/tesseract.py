"""Tesseract, where it is installed: a picture of text → its words with their boxes.

It is one program that is asked for several readings of a picture; nothing else here runs it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.records import SourcePlace

LANGUAGES = ("kaz", "rus")  # both are needed: which one a page is in is not known before it is read
_PROGRAM = "tesseract"
_PACKAGE = (
    "tesseract-ocr"  # as Debian and its relatives call it; the data of a language is `tesseract-ocr-kaz`
)
_SECONDS = 120  # of one reading; a page takes two or three
_MEMORY = 3 << 30  # bytes of addresses; a page takes a quarter of a gigabyte
_COLUMNS = 12  # of its table of words
_WORD = "5"  # what a row of that table calls a word


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word of a picture with its box in pixels; y grows downwards.

    `line` is the same for the words of one line; `confidence` goes from 0 to 100.
    """

    text: str
    confidence: float
    left: int
    top: int
    right: int
    bottom: int
    line: tuple[str, ...]


def missing_packages() -> tuple[str, ...]:
    """The packages that must be installed before pictures are read; none where all are there."""
    try:
        known = _run(["--list-langs"], b"").decode(errors="replace").split()
    except FileNotFoundError:
        return (_PACKAGE, *(f"{_PACKAGE}-{language}" for language in LANGUAGES))
    return tuple(f"{_PACKAGE}-{language}" for language in LANGUAGES if language not in known)


def require(file: str, at: SourcePlace | None = None) -> None:
    """Makes sure that pictures can be read.

    Args:
        file: the file's name, for the message.
        at: the page that is a picture, where others are not.

    Raises:
        ParseError: `needs-tesseract` with the packages that are missing; `picture-not-read` where a
            tesseract is there that does not even say which languages it knows.
    """
    try:
        packages = missing_packages()
    except subprocess.SubprocessError as error:
        raise ParseError(ParseErrorKind.PICTURE_NOT_READ, file, at) from error
    if packages:
        raise ParseError(ParseErrorKind.NEEDS_TESSERACT, file, at, packages=" ".join(packages))


def read_words(picture: bytes, language: str, *, letters: str = "") -> list[SeenWord]:
    """The words of a picture that shows one column of text.

    Args:
        picture: as PNG, 300 pixels to the inch.
        language: whose data is used.
        letters: the only ones that may be read; any where none are given.

    Raises:
        SubprocessError: tesseract failed, or took too long.
    """
    only = ["-c", f"tessedit_char_whitelist={letters}"] if letters else []
    command = ["-", "-", "-l", language, "--dpi", "300", "--psm", "6", *only, "tsv"]
    return list(_words(_run(command, picture).decode(errors="replace")))


def quarters_to_turn(picture: bytes) -> int:
    """By how many quarters clockwise a picture must be turned for its text to stand upright.

    Returns:
        0 as well where too little text is on it to tell.
    """
    try:
        report = _run(["-", "-", "--dpi", "150", "--psm", "0"], picture).decode(errors="replace")
    except subprocess.SubprocessError:
        return 0
    values = dict(line.split(": ", 1) for line in report.splitlines() if ": " in line)
    sure = float(values.get("Orientation confidence", 0)) > 1.0
    return int(values.get("Rotate", 0)) // 90 % 4 if sure else 0


def _words(table: str) -> Iterator[SeenWord]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        yield SeenWord(
            cells[11].strip(), float(cells[10]), left, top, left + width, top + height, tuple(cells[1:5])
        )


def _run(arguments: Sequence[str], picture: bytes) -> bytes:
    """What tesseract prints for a picture that it is given.

    Raises:
        FileNotFoundError: it is not installed.
        SubprocessError: it failed, or took too long.
    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise FileNotFoundError(_PROGRAM)
    process = subprocess.Popen(  # noqa: S603 - the program was found among the system's, the arguments are ours
        [program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads slow one another down
    )
    with process:
        _limit_memory(process.pid)
        try:
            printed, _ = process.communicate(picture, _SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, _PROGRAM)
    return printed


def _limit_memory(pid: int) -> None:
    """Keeps a program from taking all memory, on systems that can."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
