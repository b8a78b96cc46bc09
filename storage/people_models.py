"""The tables of people and chats: what they chose, follow, sent and were answered; nothing of budgets.

They stand apart from `storage.models`: to answer a question needs none of them, and making a table's class
takes two milliseconds of every start.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, Column, UniqueConstraint, false
from sqlmodel import Field

from parser.records import Language
from storage.columns import Moment, values_of
from storage.stored import Stored


class Person(Stored, table=True):
    """A person or a group that chose a language or a home place, named as its budget is, or a year of it.

    A person may also have chosen whether pictures are dark.
    """

    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    language: Language | None = Field(sa_column=Column(values_of(Language), nullable=True))
    home: str | None = None
    home_year: int | None = None
    dark_pictures: bool | None = None


class Follow(Stored, table=True):
    """A line of a budget year that a person wants to hear of; its budget by the hash that buttons carry."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    budget: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    path: str = Field(primary_key=True)
    language: Language = Field(sa_column=Column(values_of(Language), nullable=False))


class ToldDecision(Stored, table=True):
    """A decision that a person was told of, or could know when they began to follow, each year by itself.

    Named by hashes. `amounts` is what the lines that they follow have after it (`storage.told_notes`);
    `is_complete` is false until they were looked at once since the person began to follow the last of them.
    """

    __tablename__ = "told"
    __table_args__ = ({"sqlite_with_rowid": False},)

    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    budget: str = Field(primary_key=True)
    decision: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    amounts: str | None = None
    is_complete: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Upload(Stored, table=True):
    """Documents that an operator sent by chat (`storage.loading.uploads`); nobody who sent them.

    `seen` is what the database held when their report was made. `content` is the documents as they were
    read, while they wait to be stored; then what was there before. `sources` are the digests of the files
    that were stored.
    """

    token: str = Field(primary_key=True)
    state: str
    at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False))
    revision: int
    seen: str
    content: bytes
    sources: str


class SentPicture(Stored, table=True):
    """A picture that Telegram has: the hash of what it shows and how, and Telegram's id of the file."""

    __tablename__ = "sent_picture"

    key: str = Field(primary_key=True)
    file_id: str
    used_on: dt.date


class ReceivedUpdate(Stored, table=True):
    """The number of an update that Telegram sent to a bot: it is handled once (`storage.updates`)."""

    __tablename__ = "received_update"
    __table_args__ = ({"sqlite_with_rowid": False},)

    bot: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    number: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    received_at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False))


class OpenUpdate(Stored, table=True):
    """An update that is not done yet, as Telegram sent it; gone when it is done.

    The process that holds it says again and again that it still does; else another one takes it over.
    """

    __tablename__ = "open_update"

    bot: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    number: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    content: str
    holder: str
    held_until: dt.datetime = Field(sa_column=Column(Moment(), nullable=False))
    attempts: int


class SentReply(Stored, table=True):
    """Which message of the bot answers which message of a chat, and who wrote that; none of their words.

    A person's number is null where Telegram does not tell who wrote.
    """

    __tablename__ = "sent_reply"
    __table_args__ = (UniqueConstraint("chat", "message"),)

    id: int | None = Field(default=None, primary_key=True)
    chat: int = Field(sa_column=Column(BigInteger, nullable=False))
    message: int = Field(sa_column=Column(BigInteger, nullable=False))
    reply: int = Field(sa_column=Column(BigInteger, nullable=False))
    person: int | None = Field(sa_column=Column(BigInteger, nullable=True, index=True))
    at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False, index=True))


class KeptMemory(Stored, table=True):
    """What a person in a chat was last answered, for other processes: as JSON, by `handlers.shared_memory`.

    With the number of a message of the bot it is what that message shows; `person` is whom it answers.
    """

    __tablename__ = "kept_memory"
    __table_args__ = ({"sqlite_with_rowid": False},)

    chat: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    person: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False, index=True))
    content: str
    at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False, index=True))


class Allowance(Stored, table=True):
    """How much of a limit a person has left, for all processes together (`storage.allowances`)."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    name: str = Field(primary_key=True)
    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    left: float
    refused: int
    at: float
