"""Lists in `locales/`: a slip in one is named by file and line, and each word is found as it is printed."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from parser.text.dates import parse_month
from parser.text.folding import sound, words
from parser.text.places import (
    PlaceKind,
    find_listed,
    find_official,
    is_shared,
    key_of,
    listed_places,
)
from parser.text.units import (
    is_line_of_other_currency,
    is_other_currency,
    parse_unit,
    tenge_in,
    unit_of_line,
)
from parser.text.word_lists import LOCALES, WordListError, any_in_either_case, any_of, read_list, word_set
from tests.harness.rows import of_each
from tests.harness.sweeping import mostly_swept

COLUMNS = ("asks", "word")


class Asks(StrEnum):
    CHANGE = "change"


def written(folder: Path, text: str) -> Path:
    (folder / "list.tsv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("# words\nword\tasks\nизмени*\tchange\n", "line 2: the columns"),
        ("asks\tword\nchange\n", "line 2: 1 cells, not 2"),
        ("asks\tword\nchange\tизмени*\tnow\n", "line 2: 3 cells, not 2"),
        ("asks\tword\nchange\t измени*\n", "line 2: untidy"),
        ("asks\tword\nchange\tизмени\u0306*\n", "line 2: untidy"),
        ("asks\tword\n\t\n", "line 2: an empty cell"),
        ("asks\tword\n\n# same\nchange\tрост\nchange\tрост\n", "line 5: the same as line 4"),
    ],
)
def test_a_flaw_is_named_by_its_line(tmp_path: Path, text: str, flaw: str) -> None:
    with pytest.raises(WordListError, match=rf"list\.tsv, {flaw}"):
        read_list("list.tsv", COLUMNS, written(tmp_path, text))


def test_what_a_row_leads_to_must_exist(tmp_path: Path) -> None:
    good, bad = read_list("list.tsv", COLUMNS, written(tmp_path, "asks\tword\nchange\t1\nchanges\tx\n"))
    assert good.target("asks", Asks) is Asks.CHANGE
    assert good.integer("word") == 1
    with pytest.raises(WordListError, match="line 3: asks 'changes' does not exist"):
        bad.target("asks", Asks)
    with pytest.raises(WordListError, match="line 3: word 'x' is no number"):
        bad.integer("word")


def test_a_star_is_the_rest_of_a_word() -> None:
    listed = word_set(["измени*", "рост"])
    assert listed.has("изменили")
    assert listed.has("рост")
    assert not listed.has("ростом")
    assert not word_set(["рост"]).has("измени")


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["утвержд* бюджет*"], "об утверждении  бюджета района", "утверждении  бюджета"),
        (["год", "годы"], "годы", "годы"),
        (["год", "годы"], "годом", None),
        (["утверждён*"], "утверждена", "утверждена"),
        (
            ["перечень … программ*"],
            "перечень местных бюджетных программ",
            "перечень местных бюджетных программ",
        ),
        (["перечень …3 программ*"], "перечень местных бюджетных программ", None),
        (["перечень …3 программ*"], "перечень: программ", "перечень: программ"),
        (["г."], "2013 г.", "г."),
    ],
)
def test_phrases_as_expressions(phrases: list[str], text: str, found: str | None) -> None:
    match = re.search(any_of(phrases), text)
    assert (match and match.group()) == found


@of_each("row", read_list("months.tsv", ("month", "word", "example")))
def test_a_month_is_read_in_its_example_and_by_no_other_row(row: dict[str, str]) -> None:
    found = [month for month in map(parse_month, re.findall(r"[^\W\d]+", row["example"])) if month]
    assert found == [int(row["month"])]
    stem = sound(row["word"].removesuffix("*"))
    assert any(sound(word).startswith(stem) for word in words(row["example"]))


def test_every_month_has_a_name_in_both_languages() -> None:
    months = [row.integer("month") for row in read_list("months.tsv", ("month", "word", "example"))]
    assert set(months) == set(range(1, 13))
    assert all(months.count(month) >= 2 for month in months)


@of_each("row", read_list("units.tsv", ("tenge", "word", "example")))
def test_a_unit_is_read_in_its_example(row: dict[str, str]) -> None:
    assert parse_unit(row["example"]) == int(row["tenge"])
    stem = sound(row["word"].removesuffix("*"))
    assert any(
        sound(word).startswith(stem) and tenge_in(word) == int(row["tenge"]) for word in words(row["example"])
    )


@of_each("row", read_list("unit_lines.tsv", ("word", "example")))
def test_a_line_says_a_unit_beside_each_word(row: dict[str, str]) -> None:
    assert row["word"] in words(row["example"])
    assert unit_of_line(row["example"]) == parse_unit(row["example"]) is not None


@of_each("row", read_list("other_currencies.tsv", ("word", "example")))
def test_another_currency_is_heard_in_its_example(row: dict[str, str]) -> None:
    assert is_other_currency(row["example"])
    assert row["word"].removesuffix("*") in row["example"].lower()
    assert is_line_of_other_currency(row["example"])


@pytest.mark.parametrize("text", ["Сумма, тысяч тенге", "высшая школа", "Рублево", "мектепке"])
def test_words_that_only_hold_one_are_none(text: str) -> None:
    assert not is_other_currency(text)
    assert not is_line_of_other_currency(text)


def test_a_word_that_is_no_unit() -> None:
    assert tenge_in("сумма") is None
    assert parse_unit("сумма") is None
    assert parse_unit("млрд. тенге") == 10**9


@pytest.mark.parametrize("kind", PlaceKind)
def test_every_name_of_a_place_leads_to_it(kind: PlaceKind) -> None:
    places = [place for place in listed_places() if place.kind is kind]
    assert len(places) > 15
    for place in places:
        for name in (place.kazakh, *place.russian):
            assert find_official(kind, name) == place.kazakh, name


def test_no_two_places_of_a_kind_have_one_name() -> None:
    owners: dict[tuple[PlaceKind, str], set[str]] = {}
    for place in listed_places():
        for name in place.names:
            owners.setdefault((place.kind, key_of(name)), set()).add(place.kazakh)
    assert [names for names in owners.values() if len(names) > 1] == []


def test_a_renamed_place_has_a_new_name_that_is_listed() -> None:
    renamed = [place for place in listed_places() if place.today]
    assert len(renamed) > 5
    for place in renamed:
        assert find_listed(place.kind, place.today or ""), place


def test_the_first_russian_name_is_the_one_of_today() -> None:
    for place in listed_places():
        adjective = place.russian[0].endswith(("ский", "цкий", "ская"))
        assert (
            adjective is (place.kind is not PlaceKind.CITY)
            or " " in place.russian[0]
            or (place.kind is PlaceKind.DISTRICT and place.russian[0] in {"Байтерек"})
        ), place


def test_shared_names_belong_to_districts() -> None:
    assert is_shared("Жамбыл")
    assert not is_shared("Байзақ")
    assert not is_shared("Алматы")


def test_every_list_is_read_by_the_code() -> None:
    rooms = (Path(__file__).resolve().parents[3] / room for room in ("parser", "storage", "handlers", "bot"))
    code = "\n".join(file.read_text(encoding="utf-8") for room in rooms for file in room.rglob("*.py"))
    for file in sorted(LOCALES.glob("*.t[sx][vt]")):
        name = re.sub(r"\.(kk|ru)\.", r"\.(\1|\{language\})\.", file.name)
        assert re.search(name, code), file.name


@pytest.mark.parametrize(
    "letter",
    mostly_swept("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїґєў5№", 5),
)
def test_a_phrase_in_either_case_begins_with_whatever_ignoring_case_takes_for_its_letter(letter: str) -> None:
    characters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x20000)]))
    quick = re.findall(any_in_either_case([f"{letter}*"]).replace(r"\w*", ""), characters, re.IGNORECASE)
    assert quick == re.findall(any_of([f"{letter}*"]).replace(r"\w*", ""), characters, re.IGNORECASE)


def test_a_phrase_in_either_case_is_the_one_that_any_of_them_finds() -> None:
    phrases = ["на что", "на", "ё*", "ещё", "е", "Ес*", "не … меньше", "№ 5", "с", "изменили", "измени*"]
    text = "НА ЧТО? На, ели; ЁЛКИ и Есть, ещё еще, не надо МЕНЬШЕ № 5, с чем, Изменилось изменили, е"
    quick, plain = (
        re.compile(rf"(?<!\w){source(phrases)}", re.IGNORECASE) for source in (any_in_either_case, any_of)
    )
    found = [match.span() for match in quick.finditer(text)]
    assert len(found) > 10
    assert found == [match.span() for match in plain.finditer(text)]
