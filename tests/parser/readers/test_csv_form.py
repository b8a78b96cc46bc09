"""Our CSV form of an edition: what it gives, and every way in which it can be wrong."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from pathlib import Path

import pytest

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.parse import parse_file, parse_raw
from parser.readers.files import RawFile
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision

FORM = """\
form,qazyna-edition
place,Көктем
body,Көктем қалалық мәслихаты
language,kk
year,2021
decision_number,5-1
decision_date,2020-12-24
amended_by,2021-04-08 № 6-2; 2021-06-01 № 7-1
budget_years,2021-2023
appendix,1
unit,мың теңге

section,category,class,subclass,group,subgroup,administrator,program,name,amount
revenue,,,,,,,,1. КІРІСТЕР,"1 000,5"
revenue,1,,,,,,,Салықтар,"1 000,5"
revenue,,1,,,,,,Табыс салығы,"1 000,5"
revenue,,,2,,,,,Жеке табыс салығы,"1 000,5"
expenditure,,,,,,,,2. ШЫҒЫНДАР,900
expenditure,,,,4,,,,Білім беру,900
expenditure,,,,,1,,,"Мектепке дейінгі тәрбие, оқыту",900
expenditure,,,,,,464,,Білім бөлімі,900
expenditure,,,,,,,009,Балабақшалар,900
"""


def read(text: str | bytes) -> ParsedDecision:
    data = text.encode() if isinstance(text, str) else text
    return parse_raw(RawFile("edition.csv", data, hashlib.sha256(data).hexdigest()))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Северо-Казахстанская область", "Солтүстік Қазақстан облысы"),
        ("город Тараз", "Тараз"),
        ("Айтекебийский район", "Әйтеке би ауданы"),
        ('"Жамбылский район, Северо-Казахстанская область"', "Жамбыл ауданы, Солтүстік Қазақстан облысы"),
        ("Аксуский сельский округ", "Аксуский сельский округ"),
        ("город Саумал", "город Саумал"),
    ],
)
def test_a_listed_place_has_one_name_in_both_languages(place: str, name: str) -> None:
    assert read(FORM.replace("place,Көктем", f"place,{place}")).decision.place == name


def test_head_and_rows() -> None:
    parsed = read(FORM)
    decision = parsed.decision
    assert (decision.kind, decision.number, decision.date) == (
        DecisionKind.ORIGINAL,
        "5-1",
        dt.date(2020, 12, 24),
    )
    assert decision.amended_by == (
        DecisionRef("6-2", dt.date(2021, 4, 8)),
        DecisionRef("7-1", dt.date(2021, 6, 1)),
    )
    (edition,) = parsed.editions
    assert (edition.place, edition.year, edition.language, edition.appendix) == (
        "Көктем",
        2021,
        Language.KK,
        "1",
    )
    assert [(line.path, line.level, line.amount) for line in edition.lines] == [
        ("revenue", 0, 1_000_500),
        ("revenue/1", 1, 1_000_500),
        ("revenue/1/01", 2, 1_000_500),
        ("revenue/1/01/2", 3, 1_000_500),
        ("expenditure", 0, 900_000),
        ("expenditure/04", 1, 900_000),
        ("expenditure/04/1", 2, 900_000),
        ("expenditure/04/464", 3, 900_000),
        ("expenditure/04/464/009", 4, 900_000),
    ]
    assert edition.lines[6].name == "Мектепке дейінгі тәрбие, оқыту"
    assert edition.lines[-1].codes == ("4", "1", "464", "009")
    assert [(found.kind, found.path) for found in parsed.discrepancies] == [
        ("balance_missing", "deficit"),
        ("balance_missing", "financing"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("place,Көктем\n", "", "csv-keys-missing", "place"),
        ("year,2021", "year,жиырма", "csv-value", "year"),
        ("decision_date,2020-12-24", "decision_date,24.13.2020", "csv-value", "decision_date"),
        ("unit,мың теңге", "unit,мың", "csv-value", "unit"),
        ("language,kk", "language,en", "csv-value", "language"),
        ("2021-04-08 № 6-2;", "сәуір № 6-2;", "csv-value", "amended_by"),
        ("language,kk", "language,kk\nurl,javascript:alert(1)", "csv-value", "url"),
        ("language,kk", "language,kk\nlanguage,ru", "csv-key", "row 5"),
        ("section,category", "section,kategoria", "csv-columns", "row 13"),
        ("group,subgroup,", "group,subgroup,", None, None),
        ("revenue,1,,", "income,1,,", "csv-row", "row 15"),
        ("revenue,,1,,", "revenue,1,1,,", "csv-row", "row 16"),
        ("revenue,,1,,", "revenue,,x,,", "csv-row", "row 16"),
        ("Табыс салығы,", ",", "csv-row", "row 16"),
        ("Білім бөлімі,900", "Білім бөлімі,тоғыз жүз", "unreadable-amount", "row 21"),
        ("Білім бөлімі,900", 'Білім" бөлімі","900"x', "csv-quoting", "row 21"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    old: str, new: str, code: str | None, place: str | None
) -> None:
    assert old in FORM
    text = FORM.replace(old, new, 1)
    if code is None:
        assert read(text).editions
        return
    with pytest.raises(ParseError) as caught:
        read(text)
    error = caught.value
    where = [str(error.at)] if error.at else list(error.values.values())
    assert (error.kind, where) == (code, [place])
    assert error.file == "edition.csv"


def test_a_form_without_rows_is_an_error() -> None:
    with pytest.raises(ParseError) as caught:
        read(FORM[: FORM.index("revenue,")])
    assert caught.value.kind == "no-rows"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "empty", None),
        (b" \r\n\t ", "empty", None),
        (b"\x00\x01\x02", "binary", None),
        ("Бюджет\n".encode() + b"\xff\xfe\xfa text", "encoding", "line 2"),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, data: bytes, code: str, place: str | None) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(data)
    with pytest.raises(ParseError) as caught:
        parse_file(file)
    assert (caught.value.kind, caught.value.at and str(caught.value.at)) == (code, place)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as out:
        out.truncate(100 * 1024 * 1024)
    with pytest.raises(ParseError) as caught:
        parse_file(file)
    assert caught.value.kind == "too-large"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "not-found"), (tmp_path, "not-a-file")):
        with pytest.raises(ParseError) as caught:
            parse_file(path)
        assert caught.value.kind == code


def parted(text: str, sign: str) -> str:
    """The form with its cells parted by another sign, as spreadsheets save it."""
    rows = list(csv.reader(io.StringIO(text)))
    width = max(map(len, rows))
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue()


def understood(parsed: ParsedDecision) -> object:
    return parsed.decision, [
        [(line.path, line.name, line.amount) for line in edition.lines] for edition in parsed.editions
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("named", [False, True])
def test_after_a_spreadsheet(sign: str, encoding: str, named: bool) -> None:
    text = (f"sep={sign}\r\n" if named else "") + parted(FORM, sign)
    assert understood(read(text.encode(encoding))) == understood(read(FORM))


def test_in_windows_1251() -> None:
    russian = Path("data/taraz/20-3.2013-11-13.2013.ru.csv")
    data = parted(russian.read_text(encoding="utf-8"), ";").encode("cp1251")
    assert understood(read(data)) == understood(parse_file(russian))


def test_dates_as_spreadsheets_write_them() -> None:
    text = (
        FORM.replace("2020-12-24", "24.12.2020")
        .replace("2021-04-08", "08.04.2021")
        .replace("2021-2023", "2021–2023")
    )
    assert understood(read(text)) == understood(read(FORM))
    for wrong in ("24.13.2020", "24.12.20", "24/12/2020"):
        with pytest.raises(ParseError) as caught:
            read(FORM.replace("2020-12-24", wrong))
        assert (caught.value.kind, caught.value.found) == (ParseErrorKind.CSV_VALUE, wrong)


@pytest.mark.parametrize(
    "number",
    [
        "20.мар",
        "05.янв",
        "мар.20",
        "20-Mar",
        "20 наур.",
        "05.қаң",
        "2026-03-20",
        "20.03.2026",
        "3/20/2026",
        "май.13",
        "20.03.2026 0:00",
        "20.03",
        "03.20",
    ],
)
def test_a_number_that_became_a_date_is_refused_by_name(number: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(FORM.replace("decision_number,5-1", f"decision_number,{number}"))
    assert caught.value.kind is ParseErrorKind.CSV_NUMBER_IS_DATE
    assert (caught.value.values, caught.value.found) == ({"key": "decision_number"}, number)


@pytest.mark.parametrize(
    ("key", "head"), [("appendix", "appendix,1"), ("registration_number", "unit,мың теңге")]
)
def test_any_number_of_the_head_that_became_a_date_is_refused(key: str, head: str) -> None:
    line = f"{key},01.янв"
    with pytest.raises(ParseError) as caught:
        read(FORM.replace(head, line if head.startswith(key) else f"{head}\n{line}"))
    assert (caught.value.kind, caught.value.values) == (ParseErrorKind.CSV_NUMBER_IS_DATE, {"key": key})


@pytest.mark.parametrize("number", ["5-1", "8С-5/3", "45-414-VI", "С-70/2", "237", "33/3-IV", "6С-47/5-VIII"])
def test_a_number_is_no_date(number: str) -> None:
    assert read(FORM.replace("decision_number,5-1", f"decision_number,{number}")).decision.number == number


@pytest.mark.parametrize("name", ["semicolon.csv", "dates_ru.csv"])
def test_samples_after_a_spreadsheet(name: str) -> None:
    sample = parse_file(Path("tests/parser/documents/spreadsheet") / name)
    assert understood(sample) == understood(parse_file(Path("data/taraz/20-3.2013-11-13.2013.ru.csv")))
