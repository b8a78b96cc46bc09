"""What is said of a file that was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.json.form import write_form
from bot.json.parsed import ParseForm
from bot.operator.file_remarks import discrepancy_line, edition_text, finding_text, remark_line, remarks_on
from bot.operator.texts import OperatorLanguage, in_thousands, load_operator_texts
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, Value
from parser.records import AsideReason, Finding, PlaceUnit, SetAside, SourcePlace
from storage.reading.discrepancies import StoredDiscrepancy
from tests.storage.builders import ORIGINAL, PROGRAM, discrepancy, document, doubted, edition, warning

EN = load_operator_texts(OperatorLanguage.EN)
SAID = {
    OperatorLanguage.EN: [
        "discrepancy   expenditure/04 is printed as 1 300, the lines under it add up to 1 299 thousand tenge (line 120)",
        "; a reading near it was uncertain, so the mistake may be ours (line 120)",
        "warning       no amount is printed for «Басқалар» (expenditure/02); the row is left out (table 2, row 7)",
        "set aside     appendix 5: a list of programs, «Список программ развития» (paragraph 9)",
    ],
    OperatorLanguage.RU: [
        "расхождение expenditure/04: напечатано 1 300, строки под ней дают 1 299 тыс. тенге (строка 120)",
        "; чтение рядом было неуверенным, ошибка может быть нашей (строка 120)",
        "сомнение    у строки «Басқалар» (expenditure/02) сумма не напечатана; строка не взята (таблица 2, ряд 7)",
        "отложено    приложение 5: перечень программ, «Список программ развития» (абзац 9)",
    ],
    OperatorLanguage.KK: [
        "сәйкессіздік    expenditure/04: басылғаны 1 300, астындағы жолдардың қосындысы 1 299 мың теңге (120-жол)",
        "; жанындағы оқу күмәнді болған, қате біздікі болуы мүмкін (120-жол)",
        "күмән           «Басқалар» (expenditure/02) жолында сома басылмаған; жол алынбады (2-кесте, 7-қатар)",
        "алынбады        5-қосымша: бағдарламалар тізбесі, «Список программ развития» (9-абзац)",
    ],
}


@pytest.mark.parametrize("language", OperatorLanguage)
def test_every_finding_is_said_with_its_place(language: OperatorLanguage) -> None:
    uncertain = replace(discrepancy(), certain=False)
    aside = SetAside(
        "5", "Список\nпрограмм развития", AsideReason.PROGRAMS, SourcePlace(PlaceUnit.PARAGRAPH, 9)
    )
    parsed = replace(
        document(discrepancies=[discrepancy(), uncertain], warnings=[warning()]), set_aside=(aside,)
    )
    texts = load_operator_texts(language)
    first, second, *rest = (remark_line(remark, texts) for remark in remarks_on(parsed))
    expected_first, expected_end, *expected_rest = SAID[language]
    assert (first, rest) == (expected_first, expected_rest)
    assert second.endswith(expected_end)


DOUBTED = {
    OperatorLanguage.EN: [
        "warning       2013, appendix 1: read from a picture, the amount is not confirmed; 1 row (11)",
        (
            "warning       2014, appendix 2: read with doubt, the amount may belong to the row beside it or to another year; "
            "29 rows (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …)"
        ),
    ],
    OperatorLanguage.RU: [
        "сомнение    2013 год, приложение 1: прочитано с картинки, сумма не подтверждена; 1 строка (11)",
        (
            "сомнение    2014 год, приложение 2: прочитано неуверенно, сумма может относиться к соседней строке или к другому "
            "году; 29 строк (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …)"
        ),
    ],
    OperatorLanguage.KK: [
        "күмән           2013 жыл, 1-қосымша: суреттен оқылған, сома расталмаған; 1 жол (11)",
        (
            "күмән           2014 жыл, 2-қосымша: анық оқылмаған, сома көрші жолдікі немесе басқа жылдікі болуы мүмкін; "
            "29 жол (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …)"
        ),
    ],
}


@pytest.mark.parametrize("language", OperatorLanguage)
def test_amounts_in_doubt_are_said_table_by_table(language: OperatorLanguage) -> None:
    table = edition()
    [row] = [line.row for line in table.lines if line.path == PROGRAM]
    tables = [doubted(table, PROGRAM), doubted(edition(year=2014), doubt=Doubt.UNSURE)]
    texts = load_operator_texts(language)
    said = [remark_line(remark, texts) for remark in remarks_on(document(editions=tables))]
    rows = len(table.lines)
    assert said == [line.replace("(11)", f"({row})").replace("29 ", f"{rows} ") for line in DOUBTED[language]]


def test_a_discrepancy_of_a_doubted_line_says_so() -> None:
    found = StoredDiscrepancy(
        DiscrepancyKind.SUM, "expenditure/04", 1_300_000, 1_299_000, "Тараз", ORIGINAL, 2013, None, "a.pdf", "line 1",
        certain=False, doubt=Doubt.SCANNED,
    )  # fmt: skip
    for language, said in DOUBTED.items():
        texts = load_operator_texts(language)
        doubt = said[0].split(": ")[1].split("; ")[0]
        assert f"; {doubt} (a.pdf)" in discrepancy_line(found, "a.pdf", texts)


def test_a_finding_about_no_one_place() -> None:
    undated = Finding(FindingKind.DECISION_UNDATED, None, {"number": "13-3"})
    assert (
        remark_line(undated, EN) == "warning       № 13-3 is left out of the ledger: its date is not stated"
    )


@pytest.mark.parametrize("language", OperatorLanguage)
@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_its_words_with_all_its_values(kind: FindingKind, language: OperatorLanguage) -> None:
    # Numbers that no sentence holds by itself; each of them must be said.
    values: dict[str, Value] = {name: 7_000 * (index + 2) for index, name in enumerate(kind.takes)}
    if kind in (FindingKind.LEVELS_UNSURE, FindingKind.TITLED_AS_NO_BUDGET):
        values = dict.fromkeys(kind.takes, "land")
    texts = load_operator_texts(language)
    said = finding_text(Finding(kind, None, values), texts)
    for name, value in values.items():
        if name not in {"reason", "fact", "language"}:  # which choose the sentence
            shown = in_thousands(int(value)) if name == "amount" else str(value)  # type: ignore[arg-type]
            assert shown in said.replace("\u00a0", "").replace(",", "")


def test_a_kind_refuses_other_values() -> None:
    with pytest.raises(TypeError, match="amount-missing takes"):
        Finding(FindingKind.AMOUNT_MISSING, None, {"printed": "5"})


@pytest.mark.parametrize("language", OperatorLanguage)
def test_a_date_that_is_not_stated_is_left_out(language: OperatorLanguage) -> None:
    values: dict[str, Value] = {
        "title_number": "1-1", "title_date": None, "clause_number": "2-2", "clause_date": "2013-04-08",
    }  # fmt: skip
    said = finding_text(
        Finding(FindingKind.AMENDED_DECISIONS_DIFFER, None, values), load_operator_texts(language)
    )
    assert "none" not in said.lower()
    assert ("2013-04-08" if language is OperatorLanguage.EN else "08.04.2013") in said


def test_a_line_that_one_text_lacks_has_no_amount() -> None:
    lacking = replace(discrepancy(), kind=DiscrepancyKind.LANGUAGE, printed=None)
    assert discrepancy_line(lacking, "line 5", EN) == (
        "discrepancy   expenditure/04 is — in Russian, 1 299 thousand tenge in Kazakh (line 5)"
    )


def test_json_has_the_kind_and_the_values_beside_the_words() -> None:
    (said,) = write_form(ParseForm.fill(document(warnings=[warning()])))["warnings"]
    assert said == {
        "kind": "amount-missing",
        "place_in_source": "table 2, row 7",
        "values": {"name": "Басқалар", "path": "expenditure/02"},
        "text": "no amount is printed for «Басқалар» (expenditure/02); the row is left out",
    }


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("line 5", "5-жол"),
        ("line 5; 10-3.kk.csv, row 7", "5-жол; 10-3.kk.csv, 7-қатар"),
        ("table 2, row 7; a, b.html, table 1, row 3", "2-кесте, 7-қатар; a, b.html, 1-кесте, 3-қатар"),
        ("odd; name.csv", "odd; name.csv"),
    ],
)
def test_a_stored_place_is_said_in_the_language(written: str, said: str) -> None:
    assert load_operator_texts(OperatorLanguage.KK).written_place(written) == said


def test_tenge_in_thousands() -> None:
    assert [in_thousands(tenge) for tenge in (0, -1_500, 12_345_678_000, None)] == [
        "0",
        "-1,5",
        "12 345 678",
        "—",
    ]


@pytest.mark.parametrize(
    ("language", "place"),
    [
        (OperatorLanguage.KK, "Әйтеке би ауданы"),
        (OperatorLanguage.RU, "Айтекебийский район"),
        (OperatorLanguage.EN, "Айтекебийский район"),
    ],
)
def test_whose_a_table_is_is_told_in_the_operator_s_language(language: OperatorLanguage, place: str) -> None:
    table = replace(edition(), place="Әйтеке би ауданы")
    assert place in edition_text(table, load_operator_texts(language))
