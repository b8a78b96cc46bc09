"""The settings, from the environment or the project's `.env`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.database_address import DEFAULT_DATABASE, ENV_FILE, PROJECT, place_plainly
from parser.kinds import Kind, KindError, Value

LINK_HOSTS = ("adilet.zan.kz", "zan.gov.kz", "gov.kz")  # the portals of decisions, with all below them
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)


class SettingErrorKind(Kind):
    """What is wrong with a setting."""

    ADDRESS = ("address",)
    DATABASE_DRIVER = ("database-driver",)
    DATABASE_URL = ("database-url",)
    LISTEN = ("listen",)
    ONE_OF = "one-of", "allowed"
    SECRET_FORM = ("secret-form",)
    SECRET_MISSING = ("secret-missing",)
    TELEGRAM_IDS = ("telegram-ids",)
    UNUSABLE = ("unusable",)  # in a way that only pydantic tells


class SettingError(KindError):
    """A setting that cannot be used; its value, which may be a secret, is not told.

    Attributes:
        name: of the setting, empty where it is about none alone.
        kind: what is wrong.
        values: what the kind takes.
    """

    def __init__(self, kind: SettingErrorKind, name: str, **values: Value) -> None:
        super().__init__(kind, values, name)
        self.name = name


class SettingsError(Exception):
    """Settings that cannot be used.

    Attributes:
        errors: what is wrong, for each of them.
    """

    def __init__(self, errors: Sequence[SettingError]) -> None:
        super().__init__("; ".join(map(str, errors)))
        self.errors = errors


class Settings(BaseSettings):
    """What an operator can set; `.env.example` explains each.

    Attributes:
        bot_token: the token from @BotFather, None when not set.
        database_url: an SQLAlchemy URL; a relative SQLite file stands beside the project.
        telegram_api_url: another Bot API server, None for Telegram's.
        webhook_url: where Telegram sends updates, None for long polling.
        webhook_secret: what Telegram repeats in every request.
        webhook_listen: host and port of the web server.
        monitor_listen: host and port where the bot can be watched, None for nowhere.
        admin_ids: Telegram ids of the operators: they are told of errors and load documents by chat.
        link_hosts: whose pages operators may have fetched, with all hosts below them; any where one is `*`.
        log_level: the least important messages to log.
        log_format: lines for people or for machines.
    """

    model_config = SettingsConfigDict(
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    database_url: str = Field(default=DEFAULT_DATABASE, repr=False, validate_default=True)
    telegram_api_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8080"
    monitor_listen: str | None = None
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    link_hosts: Annotated[tuple[str, ...], NoDecode] = LINK_HOSTS
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @property
    def listen(self) -> tuple[str, int]:
        """Host and port of the web server."""
        return _split_address(self.webhook_listen)

    @property
    def monitor(self) -> tuple[str, int] | None:
        """Host and port where the bot can be watched."""
        return None if self.monitor_listen is None else _split_address(self.monitor_listen)

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,\s]+", value) if part]
        if not all(part.isascii() and part.isdecimal() for part in parts):
            raise _wrong(SettingErrorKind.TELEGRAM_IDS)
        return tuple(int(part) for part in parts)

    @field_validator("link_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        return tuple(re.findall(r"[^,\s]+", value)) if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("log_format", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _place_beside_project(cls, value: str) -> str:
        if (plain := place_plainly(value)) is not None:
            return plain
        # It knows all addresses, and takes longer to import than a question takes to be answered.
        from sqlalchemy.engine import make_url  # noqa: PLC0415
        from sqlalchemy.exc import ArgumentError  # noqa: PLC0415

        try:
            url = make_url(value)
        except (ArgumentError, ValueError):  # the latter of a port that is no number
            raise _wrong(SettingErrorKind.DATABASE_URL) from None
        if url.drivername not in {"sqlite+aiosqlite", "postgresql+asyncpg"}:
            raise _wrong(SettingErrorKind.DATABASE_DRIVER)
        file = url.database
        if not url.drivername.startswith("sqlite") or not file or file.startswith((":memory:", "file:")):
            return value
        return url.set(database=str(PROJECT / file)).render_as_string(hide_password=False)

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _check_address(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "http://unset")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise _wrong(SettingErrorKind.ADDRESS)
        return value

    @field_validator("webhook_listen", "monitor_listen")
    @classmethod
    def _check_listen(cls, value: str | None) -> str | None:
        if value is None:
            return None
        host, _, port = value.rpartition(":")
        if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65536:
            raise _wrong(SettingErrorKind.LISTEN)
        return value

    @model_validator(mode="after")
    def _check_webhook(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise _wrong(SettingErrorKind.SECRET_MISSING, "webhook_secret")
        if not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise _wrong(SettingErrorKind.SECRET_FORM, "webhook_secret")
        return self


def load_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the settings.

    Args:
        env_file: a file of settings that the environment overrides; it may be absent.

    Returns:
        The settings.

    Raises:
        SettingsError: if one of them cannot be used.
    """
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own
    except ValidationError as error:
        # Only names and reasons: the values may be secrets.
        found = error.errors(include_input=False, include_url=False)
        raise SettingsError([_setting_error(fault) for fault in found]) from None


def _split_address(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def _wrong(kind: SettingErrorKind, setting: str | None = None) -> PydanticCustomError:
    """An error for pydantic to collect; its type is the kind."""
    return PydanticCustomError(kind.value, "{setting}", {"setting": setting})


def _setting_error(found: ErrorDetails) -> SettingError:
    """What pydantic collected, as an error of ours."""
    name = str(found["loc"][0]) if found["loc"] else found.get("ctx", {}).get("setting") or ""
    if found["type"] == "literal_error":
        allowed = ", ".join(get_args(Settings.model_fields[name].annotation))
        return SettingError(SettingErrorKind.ONE_OF, name.upper(), allowed=allowed)
    known = {kind.value: kind for kind in SettingErrorKind}
    return SettingError(known.get(found["type"], SettingErrorKind.UNUSABLE), name.upper())
