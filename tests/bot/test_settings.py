"""Settings come from the environment and `.env`, and what cannot be used is refused by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.database_address import PROJECT
from bot.operator.errors import explain_settings
from bot.operator.texts import OperatorLanguage, load_operator_texts
from bot.settings import SettingErrorKind, Settings, SettingsError, load_settings

NAMES = [name.upper() for name in Settings.model_fields]
WEBHOOK = {"WEBHOOK_URL": "https://example.org/hook", "WEBHOOK_SECRET": "s3cret_-"}


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def load(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return load_settings(env_file=None)


def test_defaults() -> None:
    settings = load_settings(env_file=None)
    assert settings.bot_token is None
    assert settings.database_url == f"sqlite+aiosqlite:///{PROJECT / 'qazyna.db'}"
    assert settings.listen == ("127.0.0.1", 8080)
    assert settings.monitor is None
    assert settings.admin_ids == ()
    assert settings.link_hosts == ("adilet.zan.kz", "zan.gov.kz", "gov.kz")
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_the_database_stands_beside_the_project_wherever_one_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(monkeypatch, DATABASE_URL="sqlite+aiosqlite:///data/a.db")
    assert settings.database_url == f"sqlite+aiosqlite:///{PROJECT / 'data/a.db'}"


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:////var/lib/a.db",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
        "postgresql+asyncpg://user:p%40ss@host/name",
    ],
)
def test_other_databases_stay_as_they_are(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    assert load(monkeypatch, DATABASE_URL=url).database_url == url


def test_values_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(
        monkeypatch,
        BOT_TOKEN="1:secret",
        TELEGRAM_API_URL="http://127.0.0.1:8081",
        WEBHOOK_LISTEN="[::1]:9000",
        MONITOR_LISTEN="127.0.0.1:9100",
        ADMIN_IDS="1, 22 333,",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
        **WEBHOOK,
    )
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == "1:secret"
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.listen == ("::1", 9000)
    assert settings.monitor == ("127.0.0.1", 9100)
    assert settings.admin_ids == (1, 22, 333)
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


def test_secrets_are_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(
        monkeypatch, BOT_TOKEN="1:topsecret", DATABASE_URL="postgresql+asyncpg://u:dbsecret@h/n", **WEBHOOK
    )
    assert not re.search("topsecret|dbsecret|s3cret", repr(settings))


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("DATABASE_URL", "hello", SettingErrorKind.DATABASE_URL),
        ("DATABASE_URL", "postgresql+asyncpg://u:hunter2@h:port/n", SettingErrorKind.DATABASE_URL),
        ("DATABASE_URL", "mysql://u:hunter2@h/n", SettingErrorKind.DATABASE_DRIVER),
        ("DATABASE_URL", "sqlite:///a.db", SettingErrorKind.DATABASE_DRIVER),
        ("TELEGRAM_API_URL", "example.org", SettingErrorKind.ADDRESS),
        ("TELEGRAM_API_URL", "ftp://example.org", SettingErrorKind.ADDRESS),
        ("WEBHOOK_LISTEN", "8080", SettingErrorKind.LISTEN),
        ("WEBHOOK_LISTEN", "host:port", SettingErrorKind.LISTEN),
        ("WEBHOOK_LISTEN", "host:99999", SettingErrorKind.LISTEN),
        ("ADMIN_IDS", "1,@ivan", SettingErrorKind.TELEGRAM_IDS),
        ("LOG_LEVEL", "LOUD", SettingErrorKind.ONE_OF),
        ("LOG_FORMAT", "xml", SettingErrorKind.ONE_OF),
    ],
)
@pytest.mark.parametrize("language", OperatorLanguage)
def test_a_wrong_value_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, language: OperatorLanguage, name: str, value: str, kind: SettingErrorKind
) -> None:
    with pytest.raises(SettingsError) as raised:
        load(monkeypatch, **{name: value})
    assert [(error.name, error.kind) for error in raised.value.errors] == [(name, kind)]
    (line,) = explain_settings(raised.value, load_operator_texts(language)).splitlines()
    assert line.startswith(f"{name}: ")
    assert "hunter2" not in f"{line} {raised.value}"


def test_what_may_be_chosen_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError) as raised:
        load(monkeypatch, LOG_FORMAT="xml", ADMIN_IDS="@ivan")
    assert explain_settings(raised.value, load_operator_texts(OperatorLanguage.EN)) == (
        "ADMIN_IDS: must be Telegram ids (numbers) separated by commas\nLOG_FORMAT: must be one of text, json"
    )


def test_a_webhook_without_a_secret_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET: secret-missing"):
        load(monkeypatch, WEBHOOK_URL="https://example.org/hook")


@pytest.mark.parametrize("secret", ["құпия", "with space", "x" * 257])
def test_a_secret_that_telegram_would_not_take(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET: secret-form"):
        load(monkeypatch, **WEBHOOK | {"WEBHOOK_SECRET": secret})


def test_the_environment_overrides_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=ERROR\nLOG_FORMAT=json\nBOT_TOKEN=\nUNKNOWN=1\n", encoding="utf-8")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = load_settings(file)
    assert (settings.log_level, settings.log_format, settings.bot_token) == ("WARNING", "json", None)


def test_the_example_lists_every_setting_with_a_line_on_each(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (PROJECT / ".env.example").read_text(encoding="utf-8").splitlines()
    named = [index for index, line in enumerate(lines) if re.match(r"[A-Z_]+=", line)]
    assert [lines[index].partition("=")[0] for index in named] == NAMES
    assert all(lines[index - 1].startswith("# ") for index in named)
    assert load_settings(PROJECT / ".env.example") == load_settings(env_file=None)
