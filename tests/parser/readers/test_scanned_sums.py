"""A decision on a picture, as Tesseract once read it and with readings that go wrong: the sums decide.

Readings are recorded (`tests.parser.scans`); in each test some of them see another digit than is printed.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, ParseErrorKind
from parser.parse import parse_document, parse_raw
from parser.readers import scan as scanned
from parser.readers import tesseract
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.year_columns import rows_of_year
from parser.records import Language, Line, ParsedDecision, PlaceUnit, SourcePlace
from tests.harness.sweeping import mostly_swept
from tests.parser.scans import AMOUNTS, NAMES, Scan

RU = Language.RU
PRINTED = {path: amount * 1000 for path, amount in AMOUNTS.items()}


def lines_of(parsed: ParsedDecision) -> dict[str, Line]:
    (edition,) = parsed.editions
    return {line.path: line for line in edition.lines}


def marked(parsed: ParsedDecision) -> set[str]:
    return {path for path, line in lines_of(parsed).items() if line.doubt is Doubt.SCANNED}


def amounts(parsed: ParsedDecision) -> dict[str, int]:
    return {path: line.amount for path, line in lines_of(parsed).items()}


def findings(parsed: ParsedDecision, kind: FindingKind) -> list[dict[str, object]]:
    return [dict(finding.values) for finding in parsed.warnings if finding.kind is kind]


@pytest.mark.parametrize("language", Language)
def test_a_scan_is_read_as_it_is_printed(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parse_raw(Scan.of(language).play(monkeypatch))
    assert (parsed.decision.number, str(parsed.decision.date)) == ("12-3", "2023-12-27")
    assert (parsed.source.format, parsed.source.language) == ("png", language)
    assert amounts(parsed) == PRINTED
    names = [line.name for line in parsed.editions[0].lines]
    assert [name.replace(",", ".") for name in names] == list(NAMES[language])
    assert not marked(parsed)
    assert findings(parsed, FindingKind.SCANNED) == [{"proved": 25, "unproved": 0}]
    assert not parsed.discrepancies


def test_a_code_that_readings_see_differently_is_named_and_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed = parse_raw(Scan.of(RU).on_page("124", "121").play(monkeypatch))
    (finding,) = findings(parsed, FindingKind.CODE_UNSURE)
    assert finding == {"name": "Аппарат акима сельского округа", "codes": "124 / 121"}
    # What stands below an unsure code has an unsure path as well.
    assert marked(parsed) == {"expenditure/01/124", "expenditure/01/124/001"}


@pytest.mark.parametrize("language", Language)
def test_a_digit_that_one_reading_sees_differently_is_settled_by_the_sum(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = parse_raw(Scan.of(language).on_page("1230", "1280").play(monkeypatch))
    assert amounts(parsed) == PRINTED
    assert "revenue/1/04/1" not in marked(parsed)


def test_a_digit_that_most_readings_see_differently_is_settled_by_the_sum(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed = parse_raw(Scan.of(RU).in_numbers("11230", "11280").play(monkeypatch))
    assert amounts(parsed) == PRINTED
    assert not marked(parsed)
    assert not parsed.discrepancies


def test_what_all_readings_misread_in_the_same_way_is_marked_with_what_it_is_summed_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parsed = parse_raw(Scan.of(RU).on_page("1230", "1280").in_numbers("11230", "11280").play(monkeypatch))
    wrong = {path for path, amount in amounts(parsed).items() if amount != PRINTED[path]}
    assert wrong == {"revenue/1/04/1"}
    assert marked(parsed) == {"revenue/1/04/1", "revenue/1/04/4"}
    (broken,) = parsed.discrepancies
    assert (broken.kind, broken.path, broken.certain) == (DiscrepancyKind.SUM, "revenue/1/04", False)


def test_the_same_digit_misread_in_a_parent_and_its_only_child_proves_neither(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """8 120 is read as 3 120 in both, by every reading: their sum closes all the same."""
    scan = Scan.of(RU).on_page("120", "123", 1).on_page("120", "123", 1)
    scan.in_numbers("8120", "8123").in_numbers("8120", "8123")
    parsed = parse_raw(scan.play(monkeypatch))
    wrong = {path for path, amount in amounts(parsed).items() if amount != PRINTED[path]}
    assert wrong == {"revenue/1/01", "revenue/1/01/2"}
    assert wrong <= marked(parsed)


def test_an_amount_that_only_the_sums_say_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Scan.of(RU).on_page("1230", "1280").in_numbers("11230", "11290", readings=[0])
    parsed = parse_raw(scan.in_numbers("11230", "11260", readings=[1]).play(monkeypatch))
    assert amounts(parsed) == PRINTED
    assert marked(parsed) >= {"revenue/1/04/1"}


def test_a_point_behind_an_amount_is_dirt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert amounts(parse_raw(Scan.of(RU).on_page("1230", "1230.").play(monkeypatch))) == PRINTED


def test_a_minus_that_one_reading_loses_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parse_raw(Scan.of(RU).in_numbers("-1000", "1000", readings=[1]).play(monkeypatch))
    assert amounts(parsed)["deficit"] == -1_000_000
    assert not marked(parsed)


@pytest.mark.parametrize("language", Language)
def test_a_table_whose_totals_do_not_close_is_refused_by_name_and_place(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = Scan.of(language).on_page("47", "41").in_numbers("47350", "41350")
    with pytest.raises(ParseError) as refused:
        parse_raw(scan.play(monkeypatch))
    assert refused.value.kind is ParseErrorKind.SCANNED_SUM
    assert refused.value.values == {
        "name": NAMES[language][0], "amount": 41_350_000, "expected": 47_350_000,
    }  # fmt: skip
    assert refused.value.at is not None
    assert str(refused.value.at).startswith("table 1, row")


def test_a_minus_that_all_readings_lose_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ParseError) as refused:
        parse_raw(Scan.of(RU).on_page("-1", "1").in_numbers("-1000", "1000").play(monkeypatch))
    assert refused.value.kind is ParseErrorKind.SCANNED_SUM
    assert refused.value.values["name"] == "5. Дефицит (профицит) бюджета"


def test_a_total_that_is_not_seen_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Scan.of(RU).on_page("1.", "Я", 2).on_page("ДОХОДЫ", "АХОАЫ")
    with pytest.raises(ParseError) as refused:
        parse_raw(scan.play(monkeypatch))
    assert refused.value.kind is ParseErrorKind.SCANNED_TOTAL
    assert refused.value.values == {"section": "revenue"}


def test_a_number_that_every_reading_sees_differently_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Scan.of(RU).on_page("12-3", "12-8").in_numbers("12-3", "12-5", readings=[1])
    with pytest.raises(ParseError) as refused:
        parse_raw(scan.play(monkeypatch))
    assert refused.value.kind is ParseErrorKind.SCANNED_HEAD
    assert all(number in str(refused.value.values["readings"]) for number in ("12-8", "12-3", "12-5"))


def test_a_number_that_one_reading_sees_differently_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parse_raw(Scan.of(RU).on_page("12-3", "12-8").play(monkeypatch))
    assert parsed.decision.number == "12-3"
    (finding,) = findings(parsed, FindingKind.TEXT_UNSURE)
    assert "12-3" in str(finding["printed"])


@pytest.mark.parametrize("quarters", mostly_swept([1, 2, 3], 3))
def test_a_page_on_its_side_is_turned_first(quarters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = Scan.of(RU)
    answer = next(index for index, text in enumerate(scan.answers) if "Rotate: 0" in text)
    scan.answers[answer] = scan.answers[answer].replace("Rotate: 0", f"Rotate: {90 * quarters}")
    turned, data = Image.open(BytesIO(scan.raw.data)).rotate(90 * quarters, expand=True), BytesIO()
    turned.save(data, "PNG")
    scan.raw = as_raw("turned.png", data.getvalue())
    assert amounts(parse_raw(scan.play(monkeypatch))) == PRINTED


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_reads_a_picture() -> None:
    if missing := tesseract.missing_packages():
        pytest.skip(f"not installed: {', '.join(missing)}")
    parsed = parse_raw(Scan.of(RU).raw)
    assert (parsed.decision.number, str(parsed.decision.date)) == ("12-3", "2023-12-27")
    proved = {path: line.amount for path, line in lines_of(parsed).items() if line.doubt is None}
    assert proved == {path: amount for path, amount in PRINTED.items() if path in proved}
    assert len(proved) > len(PRINTED) / 2


def test_a_row_whose_words_are_unsure_keeps_that_doubt_though_its_amount_is_proved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As in a table without rules, where a word between two rows may be of either."""
    scan = Scan.of(Language.KK)
    document = read_document(scan.play(monkeypatch))
    rows = [
        replace(block, doubt=Doubt.UNSURE) if isinstance(block, Row) and block.cells[0] == "008" else block
        for block in document.blocks
    ]
    parsed = parse_document(replace(document, blocks=tuple(rows)))
    assert lines_of(parsed)["expenditure/07/124/008"].doubt is Doubt.UNSURE
    assert len(findings(parsed, FindingKind.CELLS_UNSURE)) == 1


def test_a_reading_with_fewer_columns_or_another_kind_of_row_is_a_rival_all_the_same() -> None:
    at = SourcePlace(PlaceUnit.ROW, 2)
    header = Row(
        ("Атауы", "2024", "2025"), SourcePlace(PlaceUnit.ROW, 1), "", header=True, years=(2024, 2025)
    )
    rival = Row(("1", "Налоги", "5"), at, "", amounts=("5",))
    row = replace(rival, amounts=("5", "6"), rivals=(rival,))
    (_, first), (_, second) = rows_of_year([header, row])
    assert [each.cells[2] for each in first[1].rivals or ()] == ["5"]
    assert [each.cells[2] for each in second[1].rivals or ()] == [""]
    label = Row(("Сумма",), at, "", header=True)
    (with_rivals,) = scanned._with_rivals([row], [[label]])
    assert isinstance(with_rivals, Row)
    assert [each.cells for each in with_rivals.rivals or ()] == [("", "", "")]
