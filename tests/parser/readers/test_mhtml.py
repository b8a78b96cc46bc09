"""A page saved as one file is read as the page, with its style sheets."""

from __future__ import annotations

import base64
import quopri

import pytest

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from tests.parser.typography import BASE, CELL, EXPECTED, lines


def saved(page: bytes, encoding: str, charset: str = "utf-8", sheet: str = "") -> bytes:
    body = base64.encodebytes(page) if encoding == "base64" else quopri.encodestring(page)
    head = (
        "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n'
    )
    parts = f"----B\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()
    css = f"\r\n----B\r\nContent-Type: text/css\r\n\r\n{sheet}\r\n----B--\r\n".encode()
    return head.encode() + parts + body + css


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1251"])
def test_a_page_saved_as_one_file(encoding: str, charset: str) -> None:
    page = BASE.replace('<meta charset="utf-8">', "").encode(charset)
    assert lines("x.mhtml", saved(page, encoding, charset)) == EXPECTED


def test_style_sheets_saved_with_it_hide_too() -> None:
    page = BASE.replace(CELL, '<td>1 240<span class="gone">999</span></td>').encode()
    assert lines("x.mhtml", saved(page, "base64", sheet=".gone { display: none }")) == EXPECTED


def test_a_message_without_a_page_is_refused() -> None:
    data = saved(b"x", "base64").replace(b"text/html; charset", b"text/plain; charset")
    with pytest.raises(ParseError) as caught:
        read_document(as_raw("x.mhtml", data))
    assert caught.value.kind is ParseErrorKind.NO_WORDS
