"""Runs migrations on a connection. Importing this imports Alembic, a quarter of a second."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Runs the migrations up to a revision, in the connection's transaction."""
    command.upgrade(_configure(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Runs the migrations down to a revision ("base": all of them), in the connection's transaction."""
    command.downgrade(_configure(connection), revision)


def list_revisions() -> list[str]:
    """The revisions there are, oldest first."""
    scripts = ScriptDirectory(str(Path(__file__).parent))
    return [script.revision for script in scripts.walk_revisions()][::-1]


def _configure(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection  # see env.py
    return config
