"""The tables that remember what was looked at in the open archive of decisions."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Column, Integer
from sqlmodel import Field

from parser.kinds import Value
from parser.records import Language
from storage.columns import Values, reference, values_of
from storage.models import Stored


class ArchiveAct(Stored, table=True):
    """An act of the open archive that was looked at (`storage.loading.archive`), a budget or another one.

    `digest` is of all its texts: while it stays the same and no newer parser reads it, the act is not read
    again. `archive`, `region` and `council` say where it stands: the clone, and folders within it.
    """

    __tablename__ = "archive_act"

    act: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))  # its code
    archive: str = Field(index=True)
    region: str
    council: str
    digest: str
    revision: int
    is_budget: bool
    is_repealed: bool
    adopted_on: dt.date | None = None
    # Of budgets alone: the council's place as its decisions name it, and the act's titles.
    place: str | None = None
    title_kk: str | None = None
    title_ru: str | None = None


class ArchiveText(Stored, table=True):
    """A version of a budget in one language, as the open archive has it: read, or refused and why.

    `content` is the hash of what was read. `source` is that of what is stored of it, or was, before a table
    of it was replaced. `reason` is the key of the text that says why it is refused, null where it is not;
    `values` fill that text.
    """

    __tablename__ = "archive_text"

    act: int = Field(sa_column=reference("archive_act.act", cascade=True, key=True))
    language: Language = Field(sa_column=Column(values_of(Language), primary_key=True))
    version: dt.date = Field(primary_key=True)
    content: str
    revision: int
    source: str | None = Field(default=None, index=True)
    reason: str | None = None
    values: dict[str, Value] | None = Field(sa_column=Column("values", Values(), nullable=True))
    place_in_source: str | None = None
    found: str | None = None
