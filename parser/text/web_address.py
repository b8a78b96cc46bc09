"""Addresses of pages, as documents state them."""

from __future__ import annotations

import re

# Letters after the host's name: those of official pages have under a hundred.
_ADDRESS = re.compile(
    r"""
    https?:// [a-z0-9] [a-z0-9.-]{0,200} (?: :\d{1,5} )?  # https://zan.gov.kz
    (?: [/?#] [!-~\w]{0,400} )?  # /client/#!/doc/128266/rus
    """,
    re.IGNORECASE | re.VERBOSE,
)


def web_address(text: str) -> str | None:
    """An address that may be opened from a message: of a page on the web, whole and without blanks.

    >>> web_address(" https://zan.gov.kz/client/#!/doc/128266/rus ")
    'https://zan.gov.kz/client/#!/doc/128266/rus'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    address = text.strip()
    return address if _ADDRESS.fullmatch(address) else None
