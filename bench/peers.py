"""What our bot is measured beside: the handlers that one would write first. Imports nothing of ours.

Each answers a message with its text, a press with an edit, an inline query with one article. `echo` reads
nothing; the others read one row of the person before, as nearly every bot does.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import aiosqlite
from aiogram import Dispatcher, Router
from aiogram.types import (
    CallbackQuery,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
    User,
)
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

Read = Callable[[int], Awaitable[str]]


class Visitor(SQLModel, table=True):
    """Somebody whom the peers know."""

    id: int = Field(primary_key=True)
    language: str


async def create_visitors(engine: AsyncEngine, people: range) -> None:
    """Makes the table that the peers read.

    Args:
        engine: of an empty database.
        people: the numbers of the visitors.
    """
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.tables["visitor"].create)
    async with AsyncSession(engine) as session:
        session.add_all(Visitor(id=number, language="kk") for number in people)
        await session.commit()


async def read_nothing(_person: int) -> str:
    """Knows every language without reading."""
    return "kk"


def read_by_session(engine: AsyncEngine) -> Read:
    """Reads a person's row through SQLAlchemy's AsyncSession, as its documentation shows it."""
    sessions = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)

    async def read(person: int) -> str:
        async with sessions() as session:
            visitor = (await session.exec(select(Visitor).where(Visitor.id == person))).scalar_one_or_none()  # type: ignore[arg-type, call-overload]
            return visitor.language if visitor else "kk"

    return read


def read_by_driver(connection: aiosqlite.Connection) -> Read:
    """Reads a person's row through the driver alone, on a connection that stays open."""

    async def read(person: int) -> str:
        async with connection.execute("SELECT language FROM visitor WHERE id = ?", (person,)) as cursor:
            row = await cursor.fetchone()
        return str(row[0]) if row else "kk"

    return read


def create_peer(read: Read) -> Dispatcher:
    """A dispatcher with three short handlers.

    Args:
        read: tells a person's language.
    """
    router = Router()

    async def answer_message(message: Message) -> None:
        language = await read(_id(message.from_user))
        await message.answer(f"{language}: {message.text}")

    async def answer_press(callback: CallbackQuery) -> None:
        language = await read(callback.from_user.id)
        await callback.answer()
        if isinstance(callback.message, Message):
            await callback.message.edit_text(f"{language}: {callback.data}")

    async def answer_inline(query: InlineQuery) -> None:
        language = await read(query.from_user.id)
        content = InputTextMessageContent(message_text=f"{language}: {query.query}")
        article = InlineQueryResultArticle(id="1", title=query.query or "?", input_message_content=content)
        await query.answer([article], is_personal=True)

    router.message.register(answer_message)
    router.callback_query.register(answer_press)
    router.inline_query.register(answer_inline)
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(router)
    return dispatcher


def _id(person: User | None) -> int:
    return person.id if person is not None else 0
