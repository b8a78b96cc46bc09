"""The encodings and containers that a saved page may come in."""

from __future__ import annotations

import quopri
import re
from base64 import encodebytes
from collections.abc import Callable, Mapping


def _declared(page: str, codec: str) -> bytes:
    declared = re.sub(r"(?i)(charset=[\"']?)[\w-]+", rf"\g<1>{codec}", page)
    return declared.encode(codec, "xmlcharrefreplace")


def _as_mhtml(page: str, encoding: str) -> bytes:
    data = page.encode()
    packed = quopri.encodestring(data) if encoding == "quoted-printable" else encodebytes(data)
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----=_B"\r\n\r\n'
        '------=_B\r\nContent-Type: text/html; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: file:///C:/x.htm\r\n\r\n"
    )
    return head.encode() + packed + b"\r\n------=_B--\r\n"


ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "utf-8": lambda page: page.encode(),
    "utf-8 with a mark": lambda page: page.encode("utf-8-sig"),
    "utf-16": lambda page: page.encode("utf-16"),
    "utf-16 the other way": lambda page: b"\xfe\xff" + page.encode("utf-16-be"),
    "windows-1251": lambda page: _declared(page, "windows-1251"),
    "koi8-r": lambda page: _declared(page, "koi8-r"),
    "quoted-printable": lambda page: _as_mhtml(page, "quoted-printable"),
    "base64": lambda page: _as_mhtml(page, "base64"),
}
