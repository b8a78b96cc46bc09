"""Calls the command line as a terminal does."""

from __future__ import annotations

import json
from typing import Any

from typer.testing import CliRunner, Result

from bot.cli import app
from tests.conftest import SAMPLES

DECISION = SAMPLES / "12-3.2013-04-08.kk.txt"
Environment = dict[str, str]


def call(environment: Environment, *arguments: str, text: str | None = None) -> Result:
    """Calls a command with an environment and what it reads from its input."""
    return CliRunner().invoke(app, arguments, env=environment, input=text)


def call_json(environment: Environment, *arguments: str) -> Any:
    """What a command that succeeds prints with `--json`."""
    result = call(environment, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)
