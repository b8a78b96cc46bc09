"""What is in `deploy/` speaks of this program: its settings, its rooms, its ports."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.serving.lifecycle import DRAIN_SECONDS
from bot.settings import Settings
from tests.test_imports import OURS, PROJECT

DEPLOY = PROJECT / "deploy"
SETTINGS = {name.upper() for name in Settings.model_fields}
OF_OTHERS = {
    *("POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "SITE"),
    *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"),
}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
UNIT = (DEPLOY / "qazyna.service").read_text(encoding="utf-8")
IMAGE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(DEPLOY.iterdir()), ids=lambda file: file.name)
def test_it_sets_what_there_is_to_set(file: Path) -> None:
    text = "\n".join(
        line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    named = set(re.findall(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b(?=[=:}?])", text))
    assert named <= SETTINGS | OF_OTHERS


def test_the_image_holds_the_whole_program() -> None:
    copied = set(re.findall(r"^COPY (\S+)", IMAGE, re.MULTILINE))
    assert copied == {*OURS - {"tests", "bench"}, "locales", "data", "requirements-postgres.txt"}
    assert all((PROJECT / each).exists() for each in copied)


def test_the_image_has_what_an_archive_is_read_by() -> None:
    assert re.search(r"apt-get install[^\n]* git\b", IMAGE)


def test_whoever_stops_it_leaves_it_time() -> None:
    [seconds] = re.findall(r"^TimeoutStopSec=(\d+)$", UNIT, re.MULTILINE)
    [grace] = re.findall(r"^(\d+)s$", COMPOSE["services"]["bot"]["stop_grace_period"])
    assert min(int(seconds), int(grace)) > DRAIN_SECONDS


def test_the_proxy_finds_the_bot() -> None:
    proxy = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    listened = COMPOSE["services"]["bot"]["environment"]["WEBHOOK_LISTEN"]
    assert f"reverse_proxy bot:{listened.rpartition(':')[2]}" in proxy
    assert "ports" not in COMPOSE["services"]["bot"]
    assert "ports" not in COMPOSE["services"]["database"]


def test_health_is_asked_where_it_is_told() -> None:
    [address] = re.findall(r"MONITOR_LISTEN=(\S+)", IMAGE)
    assert COMPOSE["services"]["bot"]["environment"]["MONITOR_LISTEN"] == address
    assert f"http://{address}/health" in IMAGE
