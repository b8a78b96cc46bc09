"""The address of the database is the one that the settings say, wherever it is told without them."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.database_address import DEFAULT_DATABASE, ENV_FILE, OTHER_SETTINGS, PROJECT, find_database
from bot.settings import Settings, SettingsError, load_settings

ADDRESSES = st.sampled_from(
    [
        *(
            "sqlite+aiosqlite:///a.db",
            "sqlite+aiosqlite:////var/lib/a.db",
            "sqlite+aiosqlite:///data/../a.db",
        ),
        *("sqlite+aiosqlite:///a b.db", "sqlite+aiosqlite:///a.db?mode=ro", "sqlite+aiosqlite:///:memory:"),
        *("postgresql+asyncpg://user:p@host/name", "mysql://host/a", "sqlite:///a.db", "", "ә"),
    ]
)
NAMES = st.sampled_from(
    ["DATABASE_URL", "database_url", "BOT_TOKEN", "LOG_LEVEL", "ADMIN_IDS", "PATH", "Other"]
)
SAID = st.dictionaries(
    NAMES, ADDRESSES | st.sampled_from(["1:a", "DEBUG", "7", "'a'", '"a b"', "$PATH"]), max_size=4
)
LINES = st.lists(
    st.builds(
        "{}{}={}{}".format,
        st.sampled_from(["", "export ", " "]),
        NAMES,
        ADDRESSES,
        st.sampled_from(["", " # a"]),
    )
    | st.sampled_from(
        ["", "# BOT_TOKEN=1", "# a\rBOT_TOKEN=1", "BOT_TOKEN", "\r", "BOT_TOKEN=1:a", "DATABASE_URL='a'"]
    ),
    max_size=4,
)


def told(environ: dict[str, str], env_file: Path | None) -> str | None:
    """What the settings say; None where they cannot be used."""
    with patch.dict(os.environ, environ, clear=True):
        try:
            return load_settings(env_file).database_url
        except SettingsError:
            return None


@given(environ=SAID, lines=LINES)
def test_it_is_what_the_settings_say(
    environ: dict[str, str], lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "settings.env"
    file.write_text("\n".join(lines), newline="")
    for env_file in (file, None):
        assert find_database(environ, env_file) in {None, told(environ, env_file)}


@pytest.mark.parametrize("plain", [{}, {"BOT_TOKEN": "1:a"}, {"DATABASE_URL": "sqlite+aiosqlite:///a.db"}])
def test_what_is_plain_is_told_without_them(plain: dict[str, str], tmp_path: Path) -> None:
    expected = PROJECT / ("a.db" if "DATABASE_URL" in plain else "qazyna.db")
    (tmp_path / "env").write_text("".join(f"# says\n\n{name}={value}\n" for name, value in plain.items()))
    for environ, file in ((plain, None), (plain, tmp_path / "none"), ({}, tmp_path / "env")):
        assert find_database(environ, file) == told(environ, file) == f"sqlite+aiosqlite:///{expected}"
    assert Path(ENV_FILE).parent == PROJECT
    assert DEFAULT_DATABASE.endswith("qazyna.db")


@pytest.mark.parametrize("name", sorted(OTHER_SETTINGS))
def test_with_another_setting_the_settings_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "env").write_text(f"{name}=1\n")
    assert find_database({name: "1"}, None) is find_database({}, tmp_path / "env") is None


def test_all_settings_are_known() -> None:
    names = {name.upper() for name in Settings.model_fields}
    assert names == OTHER_SETTINGS | {"BOT_TOKEN", "DATABASE_URL"}
