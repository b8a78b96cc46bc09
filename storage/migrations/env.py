"""What Alembic runs for every command: the migrations, on the connection it is given.

There is no `alembic.ini`: `storage.migrations.run` hands over a connection that is already
in a transaction, of whatever engine, asynchronous or not.
"""

from __future__ import annotations

from alembic import context

from storage import people_models  # noqa: F401 - its tables are of the same metadata
from storage.models_archive import ArchiveAct

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=ArchiveAct.metadata,  # of all tables
    render_as_batch=True,  # SQLite cannot alter a table: it is copied
    transaction_per_migration=False,
)
context.run_migrations()
