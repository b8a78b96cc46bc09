"""A worse reading of a table never takes the place of a better one, unless it is told to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import DiscrepancyKind, Doubt
from parser.records import DecisionKind, DecisionRef, Discrepancy, Edition, Language, ParsedDecision
from storage.loading.errors import IngestError, IngestErrorKind
from storage.loading.ingest import Restored, ingest
from storage.loading.quality import Loss
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    ORIGINAL,
    PROGRAM,
    RU,
    both,
    document,
    doubted,
    edition,
    warning,
)
from tests.storage.conftest import Load
from tests.storage.dump import column, dump, facts

Sessions = async_sessionmaker[AsyncSession]
ROWS = len(edition().lines)
# Where a file ended too early, or lost a row from its middle.
HALF, TORN = slice(0, 12), [slice(0, 16), slice(17, None)]


def half(table: Edition) -> Edition:
    return replace(table, lines=table.lines[HALF])


def torn(table: Edition) -> Edition:
    return replace(table, lines=(*table.lines[TORN[0]], *table.lines[TORN[1]]))


def file(table: Edition, name: str, ref: DecisionRef = APRIL, **fields: Any) -> ParsedDecision:
    return document(ref, [table], table.language, file=name, **fields)


def broken_sum(path: str) -> Discrepancy:
    return Discrepancy(DiscrepancyKind.SUM, path, 1, 2, "line 1", 2013)


async def refusal(load: Load, *files: ParsedDecision) -> IngestError:
    with pytest.raises(IngestError) as caught:
        await load(*files)
    return caught.value


@both
async def test_half_a_file_after_the_whole_is_refused(load: Load, database: Path, language: Language) -> None:
    whole = edition(APRIL, language)
    await load(file(whole, "whole.html"))
    before = dump(database)

    error = await refusal(load, file(half(whole), "half.html"))

    assert (error.kind, error.values) == (
        IngestErrorKind.WORSE_READING,
        {"year": 2013, "language": language, "file": "whole.html", "loss": Loss.SECTIONS, "count": 6},
    )
    assert dump(database) == before


@both
async def test_the_whole_file_after_the_half_takes_its_place(
    load: Load, database: Path, language: Language
) -> None:
    whole = edition(APRIL, language)

    first, second = await load(file(half(whole), "half.html"), file(whole, "whole.html"))

    assert (first.disputes, second.status) == ((), "replaced")
    [dispute] = second.disputes
    assert (dispute.file, dispute.verdict.loss, dispute.worse, dispute.kept) == (
        "half.html", Loss.SECTIONS, False, False,
    )  # fmt: skip
    assert column(database, "source", "file") == ["whole.html"]
    assert len(dump(database)["line"]) == ROWS


@both
@pytest.mark.parametrize("order", [1, -1])
async def test_a_row_from_the_middle(load: Load, database: Path, language: Language, order: int) -> None:
    whole = edition(APRIL, language)
    lost = file(torn(whole), "torn.pdf", discrepancies=[broken_sum("expenditure/04")])
    files = [file(whole, "whole.html"), lost][::order]
    if order == 1:
        assert (await refusal(load, *files)).values["loss"] == Loss.SUMS
    else:
        await load(*files)
    assert column(database, "source", "file") == ["whole.html"]


async def test_a_reading_with_more_doubt(load: Load) -> None:
    table = edition(APRIL)
    await load(file(table, "a.html"))
    error = await refusal(load, file(table, "b.pdf", warnings=[warning()]))
    assert error.values["loss"] == Loss.DOUBTS


@both
@pytest.mark.parametrize("doubt", Doubt)
async def test_a_reading_with_doubted_amounts(
    load: Load, database: Path, language: Language, doubt: Doubt
) -> None:
    """Table by table: what the other table of the file is like does not matter."""
    sure = [edition(APRIL, language), edition(APRIL, language, year=2014)]
    scan = [doubted(sure[0], PROGRAM, doubt=doubt), sure[1]]
    files = [document(APRIL, tables, language, file=name) for name, tables in (("a", sure), ("b", scan))]

    _, after = await load(*files)
    [dispute] = after.disputes
    assert (dispute.year, dispute.file, dispute.verdict.loss, dispute.verdict.count) == (
        2013,
        "a",
        Loss.DOUBTS,
        1,
    )
    assert (dispute.worse, dispute.kept) == (True, True)
    assert [row[-1] for row in dump(database)["line"] if row[-1]] == []


@both
async def test_a_reading_without_doubts_takes_the_place_of_one_with_them(
    load: Load, database: Path, language: Language
) -> None:
    sure = edition(APRIL, language)
    first, second = await load(file(doubted(sure), "scan.pdf"), file(sure, "page.html"))
    assert (first.disputes, second.status) == ((), "replaced")
    [dispute] = second.disputes
    assert (dispute.verdict.loss, dispute.verdict.count, dispute.kept) == (Loss.DOUBTS, ROWS, False)
    assert column(database, "source", "file") == ["page.html"]
    assert set(column(database, "line", "doubt")) == {None}


async def test_a_worse_reading_replaces_where_it_is_told_to(sessions: Sessions, database: Path) -> None:
    whole = edition(APRIL)
    await ingest(sessions, file(whole, "whole.html"))

    report = await ingest(sessions, file(half(whole), "half.html"), replace_better=True)

    [dispute] = report.disputes
    assert (report.status, dispute.worse, dispute.kept) == ("replaced", True, False)
    assert column(database, "source", "file") == ["half.html"]
    # And the better one comes back without being told to.
    assert (await ingest(sessions, file(whole, "whole.html"))).status == "replaced"


async def test_the_same_bytes_are_read_anew_whatever_a_newer_parser_reads(
    sessions: Sessions, database: Path
) -> None:
    parsed = file(edition(APRIL), "a.html")
    await ingest(sessions, parsed, restored=Restored(revision=1, tables=[], whole=True))

    report = await ingest(sessions, replace(parsed, editions=(torn(parsed.editions[0]),)))

    assert (report.status, report.disputes) == ("replaced", ())
    assert len(dump(database)["line"]) == ROWS - 1


async def test_the_twin_in_the_other_language_is_no_rival(load: Load, database: Path) -> None:
    first, second = await load(
        file(edition(APRIL, KK), "whole.kk.html"), file(half(edition(APRIL, RU)), "half.ru.html")
    )
    assert (first.disputes, second.disputes, second.status) == ((), (), "new")
    assert set(column(database, "source", "file")) == {"whole.kk.html", "half.ru.html"}


@both
async def test_of_several_tables_each_is_taken_from_the_better_file(
    load: Load, database: Path, language: Language
) -> None:
    main, plan = edition(APRIL, language), edition(APRIL, language, year=2014)
    page = document(APRIL, [main, half(plan)], language, file="one.html")
    print_ = document(APRIL, [half(main), plan], language, file="other.html")

    _, report = await load(page, print_)

    assert [(d.year, d.file, d.kept, d.verdict.loss) for d in report.disputes] == [
        (2013, "one.html", True, Loss.SECTIONS),
        (2014, "one.html", False, Loss.SECTIONS),
    ]
    counted = {row[3]: row[8] for row in dump(database)["edition"]}
    assert set(counted.values()) == {ROWS}
    before = dump(database)
    [again] = await load(print_)
    assert (again.status, dump(database)) == ("unchanged", before)


def redaction(table: Edition, name: str = "redaction.html") -> ParsedDecision:
    return document(
        ORIGINAL,
        [table],
        table.language,
        kind=DecisionKind.REDACTION,
        amended_by=(JULY,),
        file=name,
    )


@both
@pytest.mark.parametrize("order", [1, -1])
async def test_half_of_a_decision_s_own_text_gives_way_to_a_redaction(
    load: Load, database: Path, language: Language, order: int
) -> None:
    whole = edition(JULY, language)
    own = document(JULY, [half(whole)], language, file="own.html")
    reports = await load(*[redaction(whole), own][::order])
    [dispute] = reports[1].disputes
    assert (dispute.verdict.loss, dispute.kept, dispute.equal) == (Loss.SECTIONS, order == 1, False)
    # The text of the decision is stored all the same: it says what no redaction does.
    assert set(column(database, "source", "file")) == {"redaction.html", "own.html"}
    assert len(facts(database)["line"]) == ROWS


@both
@pytest.mark.parametrize("order", [1, -1])
async def test_a_misprint_of_a_decision_s_own_text_is_no_worse_reading(
    load: Load, database: Path, language: Language, order: int
) -> None:
    whole = edition(JULY, language)
    own = document(JULY, [whole], language, file="own.html", discrepancies=[broken_sum("expenditure/04")])
    reports = await load(*[redaction(whole), own][::order])
    assert [report.disputes for report in reports] == [(), ()]
    [stored] = {row[-1] for row in dump(database)["edition"]}
    sources = {row[0]: row[2] for row in dump(database)["source"]}
    assert sources[stored] == "own.html"
