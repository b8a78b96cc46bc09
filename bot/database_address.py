"""The address of the database, told without all other settings where none of them could be wrong.

To import what reads settings takes a third of a start of `ask`, which needs this one alone. Where nothing
is set but plain values that are as good as any, it is told here; all else is for `bot.settings`, which
names what is wrong. A test compares both.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ENV_FILE = PROJECT / ".env"
DEFAULT_DATABASE = "sqlite+aiosqlite:///qazyna.db"
# All settings but the database and the token, of which any value will do.
OTHER_SETTINGS = frozenset(
    {
        "TELEGRAM_API_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "WEBHOOK_LISTEN", "MONITOR_LISTEN", "ADMIN_IDS",
        "LINK_HOSTS", "LOG_LEVEL", "LOG_FORMAT",
    }
)  # fmt: skip
_FILE = "sqlite+aiosqlite:///"
_PATH = re.compile(r"[\w./-]+", re.ASCII)  # nothing in it is written otherwise in an address
_LINE = re.compile(
    r"(?:#[^\r]*|(?P<name>[A-Za-z_]\w*)=(?P<value>[\w./:+@-]+))?", re.ASCII
)  # of a plain `.env`


def find_database(environ: Mapping[str, str] = os.environ, env_file: Path | None = ENV_FILE) -> str | None:
    """The address of the database, with a file beside the project.

    Args:
        environ: the environment.
        env_file: a file of settings that the environment overrides; it may be absent.

    Returns:
        None where `bot.settings.load_settings` alone can tell it.
    """
    try:
        said = dict(_read_plainly(env_file)) if env_file is not None else {}
    except (OSError, ValueError):
        return None
    settings = {*OTHER_SETTINGS, "BOT_TOKEN", "DATABASE_URL"}
    said |= {name: value for name, value in environ.items() if name.upper() in settings}
    plain = all(name.isupper() and value.isascii() and value for name, value in said.items())
    if not plain or not OTHER_SETTINGS.isdisjoint(said):
        return None
    return place_plainly(said.get("DATABASE_URL", DEFAULT_DATABASE))


def place_plainly(address: str) -> str | None:
    """The address of an SQLite file, beside the project where it is a relative one.

    Args:
        address: as it is set.

    Returns:
        None for another address, or one in which something may be written otherwise.
    """
    beside = str(PROJECT / address.removeprefix(_FILE))
    if address.startswith(_FILE) and _PATH.fullmatch(address, len(_FILE)) and _PATH.fullmatch(beside):
        return f"{_FILE}{beside}"
    return None


def _read_plainly(file: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file of settings.

    Raises:
        ValueError: it is no text, or something in it is not as plain as it may be.
    """
    try:
        text = file.read_bytes().decode()
    except FileNotFoundError:
        return
    for line in text.split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(line)
        if found["name"]:
            yield found["name"], found["value"]
