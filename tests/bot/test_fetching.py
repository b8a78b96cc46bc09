"""Links are followed to public addresses of allowed hosts, and nowhere else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.documents.fetching import LinkFetcher, is_public
from handlers.registration import FetchError, FetchFault

HOME = "127.0.0.1"
REFUSED = {
    "ftp://adilet.zan.kz/a": FetchFault.ADDRESS,
    "http:///a": FetchFault.ADDRESS,
    "https://name:word@adilet.zan.kz/a": FetchFault.ADDRESS,
    "http://adilet.zan.kz:22/": FetchFault.ADDRESS,
    "http://adilet.zan.kz:port/": FetchFault.ADDRESS,
    "https://example.org/a": FetchFault.HOST,
    "https://adilet.zan.kz.example.org/": FetchFault.HOST,
    "https://notgov.kz/": FetchFault.HOST,
}
PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:8.8.8.8", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::1", "local", "",
]  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
async def test_what_is_no_address_of_an_allowed_host_is_not_fetched(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        await LinkFetcher().fetch(url)
    assert caught.value.fault is REFUSED[url]


def test_only_addresses_of_the_internet_are_public() -> None:
    assert [address for address in PRIVATE if is_public(address)] == []
    assert is_public("8.8.8.8")
    assert is_public("2a00:1450:4010:c0e::64")


INNER = dict.fromkeys(["127.0.0.1", "[::1]", "localhost", "169.254.169.254"], FetchFault.PRIVATE)
INNER |= dict.fromkeys(["127.1", "2130706433"], FetchFault.ADDRESS)  # other ways to write one


@pytest.mark.parametrize("host", INNER)
async def test_no_inner_address_is_fetched_whatever_hosts_are_allowed(host: str) -> None:
    with pytest.raises(FetchError) as caught:
        await LinkFetcher(["*"]).fetch(f"http://{host}/latest/meta-data")
    assert caught.value.fault is INNER[host]


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    async def page(_: web.Request) -> web.Response:
        return web.Response(text="decision")

    async def redirect(request: web.Request) -> web.Response:
        raise web.HTTPFound(request.query["to"])

    async def large(_: web.Request) -> web.Response:
        return web.Response(body=b"x" * 2_000)

    app = web.Application()
    app.router.add_get("/docs/{name}", page)
    app.router.add_get("/redirect", redirect)
    app.router.add_get("/large", large)
    server = TestServer(app, host=HOME)
    async with server:
        yield server


async def test_a_page_is_fetched_and_redirects_are_checked_anew(server: TestServer) -> None:
    port = server.port or 0
    fetcher = LinkFetcher([HOME, "127.0.0.2"], allows=HOME.__eq__, ports=[port, 80], most=1_000)
    home = f"http://{HOME}:{port}"
    fetched = await fetcher.fetch(f"{home}/redirect?to=/docs/V13%2520a.html")
    assert (fetched.name, fetched.data) == ("V13 a.html", b"decision")
    faults = {
        "/missing": FetchFault.REFUSED,
        "/large": FetchFault.TOO_BIG,
        f"/redirect?to=http://127.0.0.2:{port}/docs/a": FetchFault.PRIVATE,
        "/redirect?to=http://example.org/": FetchFault.HOST,
        "/redirect?to=file:///etc/passwd": FetchFault.ADDRESS,
        "/redirect?to=/redirect%3Fto%3D/redirect": FetchFault.REFUSED,
    }
    for path, fault in faults.items():
        with pytest.raises(FetchError) as caught:
            await fetcher.fetch(home + path)
        assert caught.value.fault is fault, path
