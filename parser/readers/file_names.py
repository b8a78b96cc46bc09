"""Names of files as they may be kept and printed: whatever stands in them, they are a line of text."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset(
    {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
)  # controls, directions, no characters, ends of lines
_BYTE = 0xDC00  # a byte that is no UTF-8 stands in a name as the half of a pair, this much higher


def printable_name(name: str) -> str:
    r"""A file's name with what cannot be printed as the numbers of its characters or bytes.

    What stays is encoded in UTF-8 whatever bytes the name has, moves no cursor of a terminal and turns no
    direction of writing.

    >>> printable_name("решение.txt"), printable_name("a\x1b[2J\u202etxt.exe"), printable_name("\udcff.txt")
    ('решение.txt', 'a\\x1b[2J\\u202etxt.exe', '\\xff.txt')
    """
    if name.isprintable():
        return name
    return "".join(_numbered(sign) if unicodedata.category(sign) in _UNSEEN else sign for sign in name)


def _numbered(sign: str) -> str:
    code = ord(sign)
    if 0x80 <= code - _BYTE <= 0xFF:
        code -= _BYTE
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
