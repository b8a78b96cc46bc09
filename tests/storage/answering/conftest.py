"""Asking the sample decisions."""

from __future__ import annotations

from typing import Any, Protocol

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.reading import read_question
from storage.answering.answer import Answer
from storage.answering.request import Request
from storage.answering.service import answer
from storage.search.index import Index


class Ask(Protocol):
    """Asks a question of the samples; the fields are those of a request."""

    async def __call__(self, text: str, **fields: Any) -> Answer: ...


@pytest.fixture
def ask(taraz: AsyncSession, index: Index) -> Ask:
    async def ask(text: str, **fields: Any) -> Answer:
        return await answer(taraz, index, Request(read_question(text), **fields))

    return ask
