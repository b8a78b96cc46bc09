"""The settings, from the environment or the project's `.env`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PROJECT = Path(__file__).resolve().parents[1]
ENV_FILE = PROJECT / ".env"
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)


class SettingsError(Exception):
    """Settings that cannot be used. The message names each one and says what is wrong, a line each."""


class Settings(BaseSettings):
    """What an operator can set; `.env.example` explains each.

    Attributes:
        bot_token: the token from @BotFather, None when not set.
        database_url: an SQLAlchemy URL; a relative SQLite file stands beside the project.
        telegram_api_url: another Bot API server, None for Telegram's.
        webhook_url: where Telegram sends updates, None for long polling.
        webhook_secret: what Telegram repeats in every request.
        webhook_listen: host and port of the web server.
        admin_ids: Telegram ids of people who are told of errors.
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
    database_url: str = Field(default="sqlite+aiosqlite:///qazyna.db", repr=False, validate_default=True)
    telegram_api_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1:8080"
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @property
    def listen(self) -> tuple[str, int]:
        """Host and port of the web server."""
        host, _, port = self.webhook_listen.rpartition(":")
        return host.strip("[]"), int(port)

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,\s]+", value) if part]
        if not all(part.isascii() and part.isdecimal() for part in parts):
            raise ValueError("must be Telegram ids (numbers) separated by commas")
        return tuple(int(part) for part in parts)

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
        try:
            url = make_url(value)
        except ArgumentError:
            raise ValueError("is no database URL, such as sqlite+aiosqlite:///qazyna.db") from None
        if url.drivername not in {"sqlite+aiosqlite", "postgresql+asyncpg"}:
            raise ValueError("must begin with sqlite+aiosqlite:// or postgresql+asyncpg://")
        file = url.database
        if not url.drivername.startswith("sqlite") or not file or file.startswith((":memory:", "file:")):
            return value
        return url.set(database=str(PROJECT / file)).render_as_string(hide_password=False)

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _check_address(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "http://unset")
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("must be an address such as https://example.org/path")
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _check_listen(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isascii() or not port.isdecimal() or not 0 < int(port) < 65536:
            raise ValueError("must be host:port, such as 127.0.0.1:8080")
        return value

    @model_validator(mode="after")
    def _check_webhook(self) -> Self:
        if self.webhook_url is None:
            return self
        if self.webhook_secret is None:
            raise ValueError(
                "WEBHOOK_SECRET: must be set with WEBHOOK_URL, or anyone could pretend to be Telegram"
            )
        if not _SECRET.fullmatch(self.webhook_secret.get_secret_value()):
            raise ValueError("WEBHOOK_SECRET: must be 1 to 256 of the characters A-Z a-z 0-9 _ -")
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
        lines = []
        for each in error.errors(include_input=False, include_url=False, include_context=False):
            name = ".".join(str(part) for part in each["loc"][:1]).upper()
            reason = each["msg"].removeprefix("Value error, ")
            lines.append(f"{name}: {reason}" if name else reason)
        raise SettingsError("\n".join(lines)) from None
