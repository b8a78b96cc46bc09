"""What all tables have in common: their metadata, and how columns are reached."""

from __future__ import annotations

from typing import cast

from sqlalchemy import MetaData, Table, inspect
from sqlmodel import SQLModel

# Constraints need names, or a later migration could not drop them.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Stored(SQLModel):
    """The base of all tables: their common metadata.

    Rows are read and written as columns: nothing is ever validated by a model, and none makes its validators.
    """

    model_config = {"defer_build": True}
    metadata = MetaData(naming_convention=NAMING_CONVENTION)


def table(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements that read or write columns."""
    return cast("Table", inspect(model).local_table)
