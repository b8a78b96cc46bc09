"""Lines that are asked for by an amount: a line's own, one of its blocks', or a rounded one."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.reading import read_question
from storage.answering.answer import Answer
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.request import Request
from storage.answering.service import answer
from storage.search.index import build_index
from tests.storage.builders import APRIL, LEAVES, OTHER, document, edition
from tests.storage.conftest import Load

# In thousand tenge. Administrator 464 stands in two blocks: 512,345 and 698,877, together 1,211,222.
AMOUNTS = {
    **LEAVES,
    "expenditure/04/464/009": 512_345,
    "expenditure/04/464#2/003": 600_001,
    "expenditure/04/464#2/006": 98_876,
    "expenditure/01/112/001": 7_654_321,
    "deficit": -987_654,
}
OFFICE = "expenditure/04/464"


async def ask(load: Load, session: AsyncSession, text: str, **fields: Any) -> Answer:
    """Asks a budget whose amendment of April has another amount in one line."""
    first = edition(leaves=AMOUNTS)
    second = edition(APRIL, leaves=AMOUNTS | {"expenditure/01/112/001": 7_000_123})
    russian = edition(APRIL, OTHER[second.language], leaves=AMOUNTS | {"expenditure/01/112/001": 7_111_111})
    await load(
        document(editions=[first]),
        document(APRIL, [second]),
        document(APRIL, [russian], OTHER[second.language]),
    )
    return await answer(session, await build_index(session), Request(read_question(text), **fields))


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("1 211 222", [OFFICE]),  # the sum of blocks, which no row prints
        ("1 211 222 000", [OFFICE]),  # in tenge
        ("1 211 222 тыс. тенге", [OFFICE]),
        ("698 877", [OFFICE]),  # a block
        ("600 001", ["expenditure/04/464/003"]),
        ("-987 654", ["deficit"]),
        ("7 000 123", ["expenditure/01/112"]),  # the office's only program has the same
        ("7 654 322", []),
        ("999 999 999 999 999 999", []),  # more than a table can hold
    ],
)
async def test_an_exact_amount(load: Load, session: AsyncSession, text: str, paths: list[str]) -> None:
    assert [match.path for match in list_matches(await ask(load, session, text))] == paths


async def test_a_line_s_own_amount_comes_before_its_blocks(load: Load, session: AsyncSession) -> None:
    """512,345 is a block of the office, and the whole of a program in it."""
    found = await ask(load, session, "512 345")
    assert is_confident(found)
    assert [match.path for match in list_matches(found)] == ["expenditure/04/464/009"]


async def test_an_amount_that_only_an_older_edition_prints(load: Load, session: AsyncSession) -> None:
    matches = list_matches(await ask(load, session, "7 654 321"))
    assert {match.edition.decision.number for match in matches} == {"10-3"}
    assert {match.line.amount for match in matches} == {7_654_321_000}


async def test_what_only_a_block_prints_is_not_meant_by_a_round_amount(
    load: Load, session: AsyncSession
) -> None:
    """A block of the office has 698,877; beside the round amount its own 1,211,222 would be told."""
    assert not list_matches(await ask(load, session, "699 млн"))


@pytest.mark.parametrize(("text", "found"), [("ровно 7 млрд", False), ("почти 7 млрд", True)])
async def test_what_is_meant_exactly_is_not_rounded(
    load: Load, session: AsyncSession, text: str, found: bool
) -> None:
    amounts = [match.line.amount for match in list_matches(await ask(load, session, text, every=True))]
    assert (7_000_123_000 in amounts) is found


async def test_the_text_that_amounts_are_read_from_decides(load: Load, session: AsyncSession) -> None:
    """The Russian text prints another amount, which no line is shown with."""
    assert not list_matches(await ask(load, session, "7 111 111"))


@pytest.mark.parametrize(
    ("text", "found"),
    [("7,0 млрд", True), ("7 млрд", True), ("7,1 млрд", False), ("7,00 млрд", True), ("7,01 млрд", False)],
)
async def test_a_rounded_amount_is_taken_as_exactly_as_it_was_said(
    load: Load, session: AsyncSession, text: str, found: bool
) -> None:
    amounts = [match.line.amount for match in list_matches(await ask(load, session, text, every=True))]
    assert (7_000_123_000 in amounts) is found
