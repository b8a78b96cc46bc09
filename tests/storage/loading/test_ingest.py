from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from storage.columns import Codes
from storage.loading.errors import IngestError
from storage.loading.ingest import IngestReport
from storage.reading.cards import list_budgets, list_editions
from storage.reading.discrepancies import list_discrepancies
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    LEAVES,
    ORIGINAL,
    OTHER,
    RU,
    both,
    discrepancy,
    document,
    edition,
    figure_change,
    warning,
)
from tests.storage.cards import card
from tests.storage.conftest import Load
from tests.storage.dump import column, count, dump

ROWS = len(edition().lines)


@both
async def test_a_new_file_is_stored_and_counted(load: Load, database: Path, language: Language) -> None:
    parsed = document(
        APRIL,
        language=language,
        figure_changes=[figure_change(), figure_change("expenditure")],
        discrepancies=[discrepancy()],
        warnings=[warning()],
    )

    assert await load(parsed) == [IngestReport("new", APRIL, editions=1, lines=ROWS, discrepancies=1)]

    assert count(database, "edition", "line", "figure_change", "discrepancy", "finding", "source") == [
        1, ROWS, 2, 1, 1, 1,
    ]  # fmt: skip


@both
async def test_what_was_printed_is_kept(load: Load, session: AsyncSession, language: Language) -> None:
    parsed = document(language=language)
    await load(parsed)

    connection = await session.connection()
    rows = (
        await connection.execute(
            text(
                "SELECT line.*, name.text, name.language FROM line JOIN name ON name.id = name_id ORDER BY line.row"
            )
        )
    ).all()

    codes = Codes()
    dialect = session.get_bind().dialect
    for row, line in zip(rows, parsed.editions[0].lines, strict=True):
        assert (row.path, row.level, row.section, row.text, row.amount) == (
            line.path, line.level, line.section, line.name, line.amount,
        )  # fmt: skip
        assert (row.printed, row.amount_printed, row.at) == (line.printed, line.amount_printed, str(line.at))
        assert codes.process_result_value(row.codes, dialect) == line.codes
        assert row.language == language


@both
async def test_the_same_file_twice_changes_nothing(load: Load, database: Path, language: Language) -> None:
    parsed = document(
        APRIL, language=language, figure_changes=[figure_change()], discrepancies=[discrepancy()]
    )
    [first] = await load(parsed)
    before = dump(database)

    [second] = await load(parsed)

    assert second == replace(first, status="unchanged")
    assert dump(database) == before


@both
async def test_another_file_replaces_its_edition(load: Load, database: Path, language: Language) -> None:
    old = document(
        APRIL,
        language=language,
        figure_changes=[figure_change()],
        discrepancies=[discrepancy()],
        warnings=[warning()],
        file="old.txt",
    )
    leaves = {**LEAVES, "expenditure/04/464/009": 700}
    new = document(APRIL, [edition(APRIL, language, leaves=leaves)], language, file="new.txt")

    assert [report.status for report in await load(old, new)] == ["new", "replaced"]

    stored = dump(database)
    assert column(database, "source", "file") == ["new.txt"]
    assert count(database, "edition", "line", "figure_change", "discrepancy", "finding") == [
        1, ROWS, 0, 0, 0,
    ]  # fmt: skip
    amounts = {row[1]: row[7] for row in stored["line"]}
    assert amounts["expenditure/04/464/009"] == 700_000


async def test_the_last_loaded_of_two_files_is_stored(load: Load, database: Path) -> None:
    old, new = document(file="old.txt"), document(file="new.txt")

    assert [report.status for report in await load(old, new, old)] == ["new", "replaced", "replaced"]

    assert column(database, "source", "file") == ["old.txt"]


async def test_twin_texts_are_one_edition(load: Load, session: AsyncSession) -> None:
    assert [report.status for report in await load(document(APRIL, language=RU), document(APRIL))] == [
        "new",
        "new",
    ]

    [budget] = await list_budgets(session)
    [stored] = await list_editions(session, budget)
    assert stored.languages == (KK, RU)


class TestCouncil:
    """A reader sees the council and the address in the reader's language, whatever was loaded."""

    @pytest.mark.parametrize("order", [(KK, RU), (RU, KK)])
    async def test_each_text_gives_its_own(
        self, load: Load, session: AsyncSession, order: tuple[Language, Language]
    ) -> None:
        await load(*(document(language=each, url=f"https://example.org/{each}") for each in order))
        [budget] = await list_budgets(session)
        [stored] = await list_editions(session, budget)
        assert stored.decision.bodies == {KK: "Тараз қалалық мәслихаты", RU: "Таразский городской маслихат"}
        assert {each: stored.decision.url_in(each) for each in Language} == {
            KK: "https://example.org/kk",
            RU: "https://example.org/ru",
        }

    @both
    async def test_another_decision_of_the_budget_names_it(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(language=language),
            document(APRIL, language=other, body="first"),
            document(JULY, language=other, body="newest", url="https://example.org/july"),
        )
        [budget] = await list_budgets(session)
        decisions = [stored.decision for stored in await list_editions(session, budget)]
        assert [decision.body_in(other) for decision in decisions] == ["newest", "first", "newest"]
        assert decisions[0].body_in(language) == document(language=language).decision.body
        assert decisions[0].url_in(other) is None  # an address is of its own decision only

    @both
    async def test_without_any_text_in_a_language_the_other_serves(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=language, body="council", url="https://example.org"))
        [budget] = await list_budgets(session)
        [stored] = await list_editions(session, budget)
        assert stored.decision.body_in(OTHER[language]) == "council"
        assert stored.decision.url_in(OTHER[language]) == "https://example.org"

    @both
    async def test_a_line_has_the_address_of_the_file_it_is_printed_in(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        redaction = document(
            ORIGINAL,
            [edition(JULY, language)],
            language,
            kind=DecisionKind.REDACTION,
            amended_by=(JULY,),
            url="https://example.org/redaction",
        )
        await load(redaction)
        shown = await card(session)
        assert (shown.line.url, shown.edition.decision.urls) == ("https://example.org/redaction", {})


async def test_discrepancies_go_to_the_table_of_their_year(load: Load, database: Path) -> None:
    tables = [edition(), edition(year=2014), edition(year=2015)]
    await load(document(editions=tables, discrepancies=[discrepancy(year=2014), discrepancy(year=None)]))

    stored = dump(database)
    [table_2014] = [row[0] for row in stored["edition"] if row[3] == 2014]
    assert {row[3] for row in stored["discrepancy"]} == {table_2014, None}


async def test_discrepancies_are_listed_with_their_document(load: Load, session: AsyncSession) -> None:
    await load(
        document(APRIL, language=RU, discrepancies=[discrepancy("revenue")]),
        document(discrepancies=[discrepancy("expenditure/04"), discrepancy("expenditure")]),
    )

    found = await list_discrepancies(session)

    assert [(d.decision, d.path, d.language, d.file) for d in found] == [
        (ORIGINAL, "expenditure/04", KK, "10-3.kk.txt"),
        (ORIGINAL, "expenditure", KK, "10-3.kk.txt"),
        (APRIL, "revenue", RU, "12-3.ru.txt"),
    ]
    assert (found[0].place, found[0].year, found[0].kind, found[0].printed, found[0].expected) == (
        "Тараз", 2013, "sum", 1_300_000, 1_299_000,
    )  # fmt: skip
    assert found[0].place_in_source == "line 120"


async def test_names_are_stored_once(load: Load, database: Path) -> None:
    await load(document(), document(APRIL), document(JULY))

    names = {(line.name) for line in edition().lines}
    assert count(database, "name", "line") == [len(names), 3 * ROWS]


async def test_more_names_than_one_statement_takes(load: Load, database: Path) -> None:
    leaves = {f"expenditure/01/112/{code:03}": code for code in range(1, 1000)}
    await load(document(editions=[edition(leaves=leaves)]))
    assert count(database, "name") == [1002]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (document(editions=[edition(), edition(DecisionRef("10-3", None))]), "table-twice: year 2013"),
        (
            document(editions=[edition(year=2016)]),
            "year-outside-budget: year 2016: language kk: first_year 2013: last_year 2015",
        ),
        (
            document(editions=[edition(DecisionRef("15-3", None))]),
            "setter-undated: year 2013: language kk: setter_number 15-3",
        ),
        (
            document(editions=[replace(edition(), lines=edition().lines[:1] * 2)]),
            "row-twice: year 2013: row 1",
        ),
        (
            document(editions=[replace(edition(), lines=(replace(edition().lines[0], amount=2**63),))]),
            "line 101: amount-too-large: printed 2 000",
        ),
        (
            replace(document(editions=[]), source=replace(document().source, language=None)),
            "language-unknown",
        ),
    ],
)
async def test_what_cannot_be_stored_faithfully_is_refused(
    load: Load, database: Path, broken: ParsedDecision, message: str
) -> None:
    await load(document(APRIL))
    before = dump(database)

    with pytest.raises(IngestError, match=message):
        await load(broken)

    assert dump(database) == before


async def test_the_language_of_a_file_can_be_its_tables(load: Load, database: Path) -> None:
    parsed = document(language=RU)
    await load(replace(parsed, source=replace(parsed.source, language=None)))
    assert column(database, "decision_text", "language") == [RU]
