"""A document behind a link of an operator's: fetched from public addresses of allowed hosts, and no others.

A link is a request that the bot makes from its own machine: it must not reach what only that machine can.
So each host has to be one of those allowed, each address that it has a public one, and the connection goes to
that very address; every redirect is checked anew.
"""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Callable, Collection, Sequence
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.settings import LINK_HOSTS
from handlers.registration import FetchError, FetchFault, SentFile

ANY_HOST = "*"
MOST_BYTES = 20 * 2**20
LIMIT_SECONDS = 60.0
_PORTS = frozenset({80, 443})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5
_OK = 200
_CHUNK = 2**16

_log = logging.getLogger(__name__)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet: not private, loopback, link-local or reserved."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo or (None, None))[1]
        if inner is not None or parsed in _NAT64:
            return False  # another way to write an address of the old kind
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(OSError):
    """A host with an address that is not public."""


class _PublicResolver(AbstractResolver):
    """Finds the addresses of hosts that have none but public ones."""

    def __init__(self, allows: Callable[[str], bool]) -> None:
        self._resolver = aiohttp.ThreadedResolver()
        self._allows = allows

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        if not found or not all(self._allows(each["host"]) for each in found):
            raise PrivateAddressError(host)
        return found

    async def close(self) -> None:
        await self._resolver.close()


class LinkFetcher:
    """Fetches what is behind links; see `handlers.registration.Fetcher`."""

    def __init__(
        self,
        hosts: Sequence[str] = LINK_HOSTS,
        *,
        allows: Callable[[str], bool] = is_public,
        ports: Collection[int] = _PORTS,
        most: int = MOST_BYTES,
        limit: float = LIMIT_SECONDS,
    ) -> None:
        """Makes a fetcher.

        Args:
            hosts: whose pages may be fetched, with all hosts below them; any host where one is `*`.
            allows: tells whether an address may be connected to.
            ports: that may be connected to.
            most: the bytes that a file may have.
            limit: the seconds that all of it may take.
        """
        self._hosts = tuple(host.casefold() for host in hosts)
        self._allows = allows
        self._ports = frozenset(ports)
        self._most = most
        self._limit = limit

    async def fetch(self, url: str) -> SentFile:
        """See `Fetcher.fetch`."""
        connector = aiohttp.TCPConnector(resolver=_PublicResolver(self._allows), use_dns_cache=False)
        try:
            async with (
                asyncio.timeout(self._limit),
                aiohttp.ClientSession(
                    connector=connector,
                    cookie_jar=aiohttp.DummyCookieJar(),
                    auto_decompress=False,  # what was packed to burst is taken as it comes
                    headers={"Accept-Encoding": "identity", "User-Agent": "Qazyna"},
                ) as session,
            ):
                return await self._follow(session, url)
        except TimeoutError as error:
            raise FetchError(FetchFault.TIMEOUT) from error
        except aiohttp.ClientConnectorError as error:
            private = isinstance(error.os_error, PrivateAddressError)
            raise FetchError(FetchFault.PRIVATE if private else FetchFault.UNREACHABLE) from error
        except ValueError as error:  # aiohttp's error of addresses is one, too
            raise FetchError(FetchFault.ADDRESS) from error
        except (aiohttp.ClientError, OSError) as error:
            _log.warning("a link was not fetched: %s", type(error).__name__)
            raise FetchError(FetchFault.UNREACHABLE) from error

    async def _follow(self, session: aiohttp.ClientSession, url: str) -> SentFile:
        for _ in range(_MOST_REDIRECTS + 1):
            parts = self._check(url)
            async with session.get(url, allow_redirects=False) as response:
                if response.status in _REDIRECTS and "Location" in response.headers:
                    url = urljoin(url, response.headers["Location"])
                    continue
                if response.status != _OK:
                    raise FetchError(FetchFault.REFUSED, str(response.status))
                return SentFile(_name(parts), await self._read(response))
        raise FetchError(FetchFault.REDIRECTS)

    def _check(self, url: str) -> SplitResult:
        """The parts of an address that may be fetched."""
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").casefold()
        default = _DEFAULT_PORTS.get(parts.scheme)
        if default is None or not host or parts.username is not None:
            raise FetchError(FetchFault.ADDRESS)
        if (parts.port or default) not in self._ports:
            raise FetchError(FetchFault.ADDRESS)
        named = ANY_HOST in self._hosts or any(
            host == allowed or host.endswith(f".{allowed}") for allowed in self._hosts
        )
        if not named:
            raise FetchError(FetchFault.HOST, host)
        # The resolver is asked for names only.
        if _is_address(host) and not self._allows(host):
            raise FetchError(FetchFault.PRIVATE)
        return parts

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        parts: list[bytes] = []
        size = 0
        async for part in response.content.iter_chunked(_CHUNK):
            size += len(part)
            if size > self._most:
                raise FetchError(FetchFault.TOO_BIG)
            parts.append(part)
        return b"".join(parts)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _name(parts: SplitResult) -> str:
    """What to call the file: the last part of the address."""
    return PurePosixPath(unquote(parts.path)).name or parts.hostname or "page"
