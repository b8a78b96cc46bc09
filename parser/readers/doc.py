"""Word 97-2003 documents (.doc): LibreOffice, where it is installed, makes a Word file of today of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from parser.document import Document
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.archive import open_archive
from parser.readers.docx import read_docx
from parser.readers.files import RawFile, read_raw
from parser.readers.ole import OleForm

_PROGRAMS = ("soffice", "libreoffice")
# Where it stands on systems whose installer does not put it among the commands.
_INSTALLED = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_SECONDS = 120  # for the largest decisions a second or two are enough
# A stranger's file runs nothing and fetches nothing.
_SETTING = """<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="{}" oor:op="fuse"><value>true</value></prop></item>"""
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{_SETTING.format("DisableMacrosExecution")}
{_SETTING.format("BlockUntrustedRefererLinks")}
</oor:items>
"""


def find_office() -> str | None:
    """The program of LibreOffice; None where it is not installed."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((path for path in _INSTALLED if Path(path).is_file()), None)


def read_doc(raw: RawFile, seconds: float = _SECONDS) -> Document:
    """Reads a Word 97-2003 document.

    Args:
        raw: the file.
        seconds: how long LibreOffice may take.

    Raises:
        ParseError: `needs-office` where LibreOffice is not installed, `not-converted` where it could
            not read the file or took too long, and what reading a Word file raises.
    """
    office = find_office()
    if office is None:
        raise ParseError(ParseErrorKind.NEEDS_OFFICE, raw.name, found=OleForm.WORD.value)
    with TemporaryDirectory(prefix="qazyna-", ignore_cleanup_errors=True) as folder:
        made = _convert(raw, office, Path(folder), seconds)
        converted = replace(read_raw(made, raw.name), sha256=raw.sha256)
    document = read_docx(open_archive(converted))
    return replace(document, source=replace(document.source, format="doc"))


def _convert(raw: RawFile, office: str, folder: Path, seconds: float) -> Path:
    """The Word file that LibreOffice makes of a document, with a profile made for this once."""
    document, profile = folder / "document.doc", folder / "profile"
    document.write_bytes(raw.data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [
        office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(document),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 - the program was found among the system's, the names are ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise ParseError(ParseErrorKind.NOT_CONVERTED, raw.name, found=OleForm.WORD.value) from error
    finally:
        _end(process)
    made = folder / "document.docx"
    if not made.is_file() or not made.stat().st_size:
        raise ParseError(ParseErrorKind.NOT_CONVERTED, raw.name, found=OleForm.WORD.value)
    return made


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program that is still running, and the ones that it has started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
