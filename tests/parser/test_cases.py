"""Small decisions after real ones of several councils, each with what once went wrong in it and what is right."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from parser.parse import parse_file, parse_raw
from parser.readers.archive import read_members
from parser.readers.detect import is_archive
from parser.readers.files import as_raw, read_raw
from parser.records import AsideReason, DecisionKind, ParsedDecision

CASES = Path("tests/parser/documents/cases")


def read(name: str) -> ParsedDecision:
    """A case that is read without a finding, and agrees with itself."""
    parsed = parse_file(CASES / f"{name}.html")
    assert parsed.warnings == ()
    assert parsed.discrepancies == ()
    return parsed


def figures(parsed: ParsedDecision) -> list[tuple[str, str | None, int]]:
    return [(figure.name, figure.path, figure.amount) for figure in parsed.clause_figures]


def test_zeros_in_code_columns_that_a_row_does_not_use() -> None:
    zeros, plain = read("zeros-in-empty-code-columns"), read("without-zeros")
    lines = [[(line.path, line.name, line.amount) for line in p.editions[0].lines] for p in (zeros, plain)]
    assert lines[0] == lines[1]
    assert len(lines[0]) == 16


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("okrug-name-after-the-word", "сельский округ Дөң, Хромтау ауданы"),
        ("okrug-named-for-a-person", "сельский округ Темирбека Жургенова, Хромтау ауданы"),
        ("okrug-name-after-no-quotes", "сельский округ Карашенгель, Хромтау ауданы"),
        ("okrug-adjective", "Акжарский сельский округ, Хромтау ауданы"),
    ],
)
def test_a_rural_district_is_its_own_place(name: str, place: str) -> None:
    parsed = read(name)
    assert [edition.place for edition in parsed.editions] == [place]
    assert parsed.decision.place == "Хромтау ауданы"


def test_figures_below_transfers_are_their_parts() -> None:
    assert figures(read("nested-transfers-in-clause")) == [
        ("доходы", "revenue", 300_000),
        ("налоговым поступлениям", "revenue/1", 100_000),
        ("поступлениям трансфертов", "revenue/4", 200_000),
        ("трансферты из республиканского бюджета – всего", None, 150_000),
        ("целевые текущие трансферты", None, 50_000),
        ("целевые трансферты на развитие", None, 60_000),
        ("затраты", "expenditure", 300_000),
    ]


def test_a_year_behind_a_dash_in_quotes_is_no_amount() -> None:
    (_, part, _) = figures(read("dash-year-inside-quotes"))
    name = 'поддержка частного предпринимательства в рамках программы "Дорожная карта бизнеса - 2020"'
    assert part == (name, None, 97_000)


def test_relations_between_budgets_are_no_loan() -> None:
    paths = [path for _, path, _ in figures(read("vzaimootnosheniya-is-no-loan"))]
    assert paths == ["revenue", "revenue/4", None, "expenditure"]


@pytest.mark.parametrize(
    "name", ["caption-with-title-between-date-and-number", "appendix-number-in-such-a-caption"]
)
def test_a_caption_with_the_title_between_date_and_number(name: str) -> None:
    parsed = read(name)
    assert (parsed.decision.number, str(parsed.decision.date)) == ("31-147", "2022-12-13")
    assert [edition.appendix for edition in parsed.editions] == ["1"]


def test_a_figure_on_the_next_paragraph() -> None:
    parsed = read("figure-on-the-next-paragraph")
    assert figures(parsed)[-1] == (
        "финансирование дефицита (использование профицита) бюджета", "financing", 7_000,
    )  # fmt: skip
    assert parsed.headline["financing"] == 7_000


def test_an_appendix_with_revenue_only_is_set_aside_and_the_rest_is_read() -> None:
    parsed = read("appendix-with-revenue-only")
    assert [(edition.appendix, edition.year) for edition in parsed.editions] == [("1", 2010)]
    assert [(aside.appendix, aside.reason) for aside in parsed.set_aside] == [
        ("2", AsideReason.NO_EXPENDITURE)
    ]


def test_a_portal_s_table_under_the_text_is_no_finding() -> None:
    parsed = read("saved-page-with-info-table")
    assert parsed.decision.kind is DecisionKind.REDACTION
    assert len(parsed.editions[0].lines) == 57


def test_a_portal_s_label_may_be_broken() -> None:
    page = (CASES / "saved-page-with-info-table.html").read_text(encoding="utf-8")
    broken = page.replace("<td>Дата обновления</td>", "<td>Дата<br>обновления</td>")
    assert broken != page
    assert parse_raw(as_raw("x.html", broken.encode())).warnings == ()


def test_of_a_saved_page_with_its_folder_the_documents_are_read() -> None:
    raw = read_raw(CASES / "zip-of-a-saved-page-with-its-folder.zip")
    assert is_archive(raw)
    members = [member.read() for member in read_members(raw)]
    assert [PurePath(member.name).name for member in members] == ["rus.htm", "каз.docx"]
    assert all(parse_raw(member).editions for member in members)
