"""Markdown with HTML tables: what is read of a text of the open archive, and of the facts beside it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from parser.document import Paragraph
from parser.errors import ParseError
from parser.kinds import DiscrepancyKind, ParseErrorKind
from parser.parse import parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import DecisionKind, Language
from tests.parser import archive_sample as sample
from tests.parser.act_texts import languages, raw, understood, versions
from tests.parser.archive_sample import DECEMBER, JULY, ORIGINAL, SAMPLE

KK, RU = Language.KK, Language.RU
VILLAGE = {KK: "Дөң ауылдық округі, Хромтау ауданы", RU: "сельский округ Дөң, Хромтау ауданы"}
SETTERS = {ORIGINAL: "276", JULY: "352", DECEMBER: "386"}


@versions
@languages
def test_every_row_of_every_table_is_the_printed_one(version: str, language: Language) -> None:
    editions = sample.parsed(version, language).editions
    assert [edition.appendix for edition in editions] == ["1", "2", "3"]
    for edition in editions:
        printed = sample.rows(version, language, edition.appendix or "")
        assert [(line.name, line.amount) for line in edition.lines] == [(r.name, r.amount) for r in printed]
        for line, row in zip(edition.lines, printed, strict=True):
            assert line.section.startswith(row.section)
            assert line.codes[-1:] == row.codes[-1:]


@versions
@languages
def test_a_version_is_the_original_or_a_redaction_of_it(version: str, language: Language) -> None:
    parsed = sample.parsed(version, language)
    decision = parsed.decision
    assert (decision.number, decision.date) == ("276", dt.date(2019, 1, 4))
    assert decision.kind is (DecisionKind.ORIGINAL if version == ORIGINAL else DecisionKind.REDACTION)
    assert (decision.registration_number, decision.registration_date) == ("3-12-198", dt.date(2019, 1, 8))
    assert decision.body == {KK: "Хромтау аудандық мәслихаты", RU: "Хромтауский районный маслихат"}[language]
    assert decision.title == sample.text(version, language).partition("\n")[0].removeprefix("# ")
    word = {KK: "kaz", RU: "rus"}[language]
    day = dt.date.fromisoformat(version).strftime("%d.%m.%Y")
    assert decision.url == f"https://zan.gov.kz/client/#!/doc/128266/{word}/{day}"
    # The village's budget, of which only the first year was set anew.
    assert [(each.place, each.year, each.set_by.number) for each in parsed.editions] == [
        (VILLAGE[language], year, SETTERS[version] if year == 2019 else "276") for year in (2019, 2020, 2021)
    ]
    assert not parsed.warnings


@languages
def test_what_caused_a_version_has_its_page_and_registration(language: Language) -> None:
    changed = sample.parsed(DECEMBER, language).decision.amended_by
    assert [ref.number for ref in changed] == ["306", "318", "352", "371", "386"]
    assert [ref.url for ref in changed[:-1]] == [None] * 4
    last = changed[-1]
    assert (last.date, last.registration_number) == (dt.date(2019, 12, 5), "6540")
    assert last.url == "https://zan.gov.kz/client/#!/doc/137064/rus"


@languages
@pytest.mark.parametrize("build", [sample.in_second_build, str.strip])
def test_without_facts_a_redaction_is_known_by_its_notes(
    language: Language, build: Callable[..., str]
) -> None:
    text = build(JULY, language) if build is sample.in_second_build else sample.text(JULY, language)
    parsed = parse_raw(raw(text))
    assert (parsed.decision.kind, parsed.decision.number) == (DecisionKind.REDACTION, "276")
    assert [edition.set_by.number for edition in parsed.editions] == ["352", "276", "276"]
    assert [edition.place for edition in parsed.editions] == [VILLAGE[language]] * 3
    assert (parsed.decision.url is not None) == (build is sample.in_second_build)


@languages
def test_all_builds_of_the_archive_are_read_alike(language: Language) -> None:
    expected = understood(sample.parsed(ORIGINAL, language))
    anchored = sample.in_newest_build(ORIGINAL, language)
    assert anchored.count("<a id=") == 8
    assert understood(parse_raw(raw(anchored, meta=sample.meta(ORIGINAL)))) == expected
    oldest = sample.in_oldest_build(ORIGINAL, language)
    assert "\n1\\. " in oldest
    assert understood(parse_raw(raw(oldest))) == expected
    assert understood(parse_raw(raw(oldest, meta=sample.meta(ORIGINAL)))) == expected


def test_the_anchored_text_of_the_archive_is_the_plain_one() -> None:
    text = (SAMPLE / ORIGINAL / "rus.anchored.md").read_text(encoding="utf-8")
    assert understood(parse_raw(raw(text, meta=sample.meta(ORIGINAL)))) == understood(
        sample.parsed(ORIGINAL, RU)
    )


@languages
def test_figures_of_a_broken_point_and_of_two_items_in_one(language: Language) -> None:
    # The Russian point 6 runs over two paragraphs; in Kazakh two of its items stand in one.
    figures = {figure.path: figure for figure in sample.parsed(DECEMBER, language).clause_figures}
    assert len(figures) == 17
    assert [figures[path].amount for path in ("revenue", "expenditure")] == [37_239_000, 39_678_000]
    below = ("financing", "financing_receipts/7", "financing_payments/16", "financing_receipts/8")
    assert [(figures[path].clause, figures[path].amount) for path in below] == [("1.6", 0)] * 4


@languages
@pytest.mark.parametrize("version", [JULY, DECEMBER])
def test_a_text_that_says_zero_where_the_table_does_not_is_found(version: str, language: Language) -> None:
    # `- 2 439,0` in Russian, `-2 439,0` in Kazakh; balances in a table of their own, in July without a header.
    parsed = sample.parsed(version, language)
    found = [d for d in parsed.discrepancies if d.kind is DiscrepancyKind.TEXT]
    assert [(d.path, d.printed, d.expected) for d in found] == [
        ("deficit", 0, -2_439_000),
        ("financing", 0, 2_439_000),
        ("financing_receipts/8", 0, 2_439_000),
    ]


@languages
def test_sums_that_the_original_prints_wrong_are_found(language: Language) -> None:
    found = [
        (d.kind, d.path, d.printed, d.expected)
        for d in sample.parsed(ORIGINAL, language).discrepancies
        if d.year == 2019
    ]
    assert ("total", "revenue", 22_540_000, 22_606_000) in found
    assert ("sum", "expenditure/06", 717_000, 6_257_000) in found
    assert "expenditure/07" not in {line.path for line in sample.parsed(ORIGINAL, language).editions[0].lines}


def test_headings_notes_and_captions_are_paragraphs_of_their_own() -> None:
    document = read_document(
        raw(
            "# О бюджете\n\n## Раздел\nтекст **важный** и *ещё*\nдальше\n1. Первый\n   1) доходы 5;\n\n"
            "> *Сноска. Пункт 1 изменён.*  \n> *Ескерту. 1-тармақ.*\n\n"
            "> *Приложение № 1*  \n> *к решению № 5 \\* 2*\n\n[Вся редакция](../rus.md)\n↑ [Вверх](../rus.md)\n***\n"
            "A &amp; <b>\n\n# Бюджет #\n"
        )
    )
    assert document.source.format == "md"
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "О бюджете", "Раздел", "текст важный и ещё дальше", "1. Первый", "1) доходы 5;",
        "Сноска. Пункт 1 изменён.", "Ескерту. 1-тармақ.", "Приложение № 1 к решению № 5 * 2", "Вся редакция",
        "A & <b>", "Бюджет",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# О бюджете\n\nтекст", "md"),
        ("\n<a id='p1'></a>\n\n# О бюджете", "md"),
        ("---\nact_code: 1\n---\nО бюджете", "md"),
        ("---\nтекст\n---\nО бюджете", "txt"),
        ("О бюджете\n# не заголовок", "txt"),
        ("<html><body>\n# О бюджете</body></html>", "html"),
        ("# О бюджете\n<div>страница</div>", "html"),
    ],
)
def test_the_form_is_told_by_the_beginning(text: str, form: str) -> None:
    assert read_document(as_raw("a.txt", text.encode())).source.format == form


def test_a_table_that_ends_too_soon_is_broken() -> None:
    with pytest.raises(ParseError) as caught:
        parse_raw(raw("# О бюджете\n\n<table>\n<tr><td>1</td>", meta=sample.meta(ORIGINAL)))
    assert caught.value.kind is ParseErrorKind.BROKEN


def program_digits(text: str, written: Callable[[int], str]) -> str:
    """A text whose programs (three digits, the first a zero) are written otherwise."""
    return re.sub(r"<td>(0\d\d)</td>", lambda found: f"<td>{written(int(found[1]))}</td>", text)


@languages
@pytest.mark.parametrize("written", [str, "{:02}".format], ids=["as numbers", "with two digits"])
def test_programs_whose_zeros_are_lost_are_those_of_their_column(
    written: Callable[[int], str], language: Language
) -> None:
    text = sample.text(DECEMBER, language)
    assert program_digits(text, written) != text
    parsed = parse_raw(raw(program_digits(text, written), meta=sample.meta(DECEMBER)))
    for read, printed in zip(parsed.editions, sample.parsed(DECEMBER, language).editions, strict=True):
        assert [(line.path, line.amount) for line in read.lines] == [
            (line.path, line.amount) for line in printed.lines
        ]


def test_where_no_label_says_what_a_column_is_the_digits_of_administrators_do() -> None:
    text = sample.text(DECEMBER, RU).replace("<td>администратор бюджетных программ</td>", "<td></td>")
    parsed = parse_raw(raw(program_digits(text, str), meta=sample.meta(DECEMBER)))
    printed = sample.parsed(DECEMBER, RU).editions[0]
    assert [(line.path, line.amount) for line in parsed.editions[0].lines] == [
        (line.path, line.amount) for line in printed.lines
    ]
