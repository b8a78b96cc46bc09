"""Web pages that a browser saved as one file (MHTML): a message whose first page is the page."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.files import RawFile

_HEAD = 4096  # bytes in which the message's own headers stand
_IS_MESSAGE = re.compile(rb"(?im)^content-type:\s*multipart/related\b")
_BEGINS = re.compile(rb"\s*(?:[!-9;-~]+:[^\n]*\n)")


def is_mhtml(raw: RawFile) -> bool:
    """Whether a file begins with the headers of a page saved as one file."""
    head = raw.data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return _BEGINS.match(head) is not None and _IS_MESSAGE.search(head) is not None


def page_of(raw: RawFile) -> RawFile:
    """The page in such a file as a file of its own, with the style sheets that were saved with it.

    Raises:
        ParseError: `no-words` where there is no page in it.
    """
    message = email.message_from_bytes(raw.data, _class=EmailMessage, policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()]
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ParseError(ParseErrorKind.NO_WORDS, raw.name)
    sheets = "".join(
        f"<style>{_text(part)}</style>" for part in parts if part.get_content_type() == "text/css"
    )
    return RawFile(raw.name, (sheets + _text(page)).encode("utf-8", "replace"), raw.sha256)


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
