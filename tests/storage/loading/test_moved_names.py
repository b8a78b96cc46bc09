"""Names at the codes of other rows are told by the other editions of a year, whatever was loaded first."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Doubt, FindingKind
from parser.records import DecisionRef, Edition, ParsedDecision
from storage.loading.uploads import StepResult, store_upload, undo_upload
from tests.harness.databases import read_rows
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    MAY,
    ORIGINAL,
    PROGRAM,
    RU,
    document,
    doubted,
    edition,
    name_of,
)
from tests.storage.cards import card
from tests.storage.conftest import Load
from tests.storage.dump import facts
from tests.storage.loading.test_uploads import NOW, held, send

OTHER = "expenditure/04/464/003"
SWAPPED = {PROGRAM: name_of(OTHER, KK), OTHER: name_of(PROGRAM, KK)}
DOUBTED = (
    "SELECT d.number, l.path FROM line l JOIN edition e ON e.id = l.edition_id "
    "JOIN decision d ON d.id = e.decision_id WHERE l.doubt IS NOT NULL"
)


def slipped(ref: DecisionRef) -> ParsedDecision:
    return document(ref, [edition(ref, names=SWAPPED)])


def below(table: Edition) -> Edition:
    """A table that stands further down in its file than another one."""
    lines = (replace(line, at=replace(line.at, number=line.at.number + 1000)) for line in table.lines)
    return replace(table, lines=tuple(lines))


def read_doubted(database: Path) -> list[tuple[str, str]]:
    [rows] = read_rows(database, DOUBTED)
    return sorted((row[0], row[1]) for row in rows)


async def test_the_edition_that_differs_from_most_is_doubted_and_told(
    load: Load, database: Path, session: AsyncSession
) -> None:
    *_, report = await load(document(), document(APRIL), slipped(JULY))
    assert read_doubted(database) == [(JULY.number, OTHER), (JULY.number, PROGRAM)]
    told = {each.values["path"]: each.values for each in report.findings}
    assert {each.kind for each in report.findings} == {FindingKind.NAME_UNLIKE_EDITIONS}
    assert told[PROGRAM] == {
        "name": name_of(OTHER, KK), "path": PROGRAM, "usual": name_of(PROGRAM, KK), "year": 2013,
    }  # fmt: skip
    shown = await card(session)
    assert shown.line.doubt is Doubt.UNSURE
    assert shown.since_previous is not None
    assert shown.since_previous.doubt is Doubt.UNSURE
    [again] = await load(slipped(JULY))
    assert (again.status, again.findings) == ("unchanged", report.findings)


async def test_of_two_editions_both_are_doubted_until_a_third_says_which(load: Load, database: Path) -> None:
    await load(document(), slipped(APRIL))
    assert {number for number, _ in read_doubted(database)} == {ORIGINAL.number, APRIL.number}
    await load(document(JULY))
    assert {number for number, _ in read_doubted(database)} == {APRIL.number}
    await load(document(MAY, [edition(MAY, names=SWAPPED)]), document(APRIL, file="again.txt"))
    assert {number for number, _ in read_doubted(database)} == {MAY.number}


async def test_a_doubt_goes_with_what_it_was_given_for(load: Load, database: Path) -> None:
    clean = facts(database)
    await load(document(), document(APRIL), slipped(JULY))
    await load(document(JULY, file="mended.txt"))
    assert read_doubted(database) == []
    assert facts(database)["finding"] == clean["finding"]


async def test_each_table_of_a_file_keeps_what_is_told_of_it(load: Load, database: Path) -> None:
    """Of a file with several tables of a year, in two languages or of many villages, each is compared by itself."""
    both = [document(JULY, [edition(JULY, KK), below(edition(JULY, RU))])]
    names = {PROGRAM: name_of(OTHER, RU), OTHER: name_of(PROGRAM, RU)}
    mixed = [edition(APRIL, KK, names=SWAPPED), below(edition(APRIL, RU, names=names))]
    await load(document(), document(language=RU), *both, document(APRIL, mixed))
    assert read_doubted(database) == [(APRIL.number, OTHER)] * 2 + [(APRIL.number, PROGRAM)] * 2
    assert len(facts(database)["finding"]) == 4
    await load(document(APRIL, [edition(APRIL, KK), below(edition(APRIL, RU))], file="mended.txt"))
    assert (read_doubted(database), facts(database)["finding"]) == ([], [])


async def test_what_was_read_with_doubt_says_nothing_of_others(load: Load, database: Path) -> None:
    table = doubted(edition(JULY, names=SWAPPED), PROGRAM, OTHER)
    await load(document(), document(JULY, [table]))
    [rows] = read_rows(database, "SELECT l.path, l.doubt FROM line l WHERE l.doubt IS NOT NULL")
    assert sorted(map(tuple, rows)) == [(OTHER, "scanned"), (PROGRAM, "scanned")]
    assert facts(database)["finding"] == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
async def test_every_order_gives_the_same_doubts(load: Load, database: Path, order: tuple[int, ...]) -> None:
    files = [document(), slipped(APRIL), document(JULY)]
    await load(*(files[number] for number in order))
    assert read_doubted(database) == [(APRIL.number, OTHER), (APRIL.number, PROGRAM)]


@pytest.mark.parametrize("sent", [slipped(JULY), document(MAY), document(APRIL, file="mended.txt")])
async def test_what_is_undone_leaves_the_doubts_that_were_there(
    load: Load, sessions: async_sessionmaker[AsyncSession], database: Path, sent: ParsedDecision
) -> None:
    await load(document(), slipped(APRIL))
    before, token = held(database), await send(sessions, sent)
    assert (await store_upload(sessions, token, NOW)).result is StepResult.DONE
    assert held(database) != before
    assert (await undo_upload(sessions, token, NOW)).result is StepResult.DONE
    assert held(database) == before
