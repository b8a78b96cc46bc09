"""Ports of this machine for servers that tests start a moment later, also in another process."""

from __future__ import annotations

import socket

_HERE = "127.0.0.1"


def free_port() -> int:
    """A port of this machine at which nobody listens, and which nobody is given for a minute.

    A port that was merely seen to be free may go, before a server has started, to any connection that somebody makes. One
    whose connection has just ended is kept by the system for that connection's last packets; only who asks for it by
    its number and takes used addresses, as servers do, has it.
    """
    with socket.create_server((_HERE, 0)) as server:
        address: tuple[str, int] = server.getsockname()
        with socket.create_connection(address):
            ended, _ = server.accept()
            ended.close()  # first: it is this side's address that is kept
    return address[1]
