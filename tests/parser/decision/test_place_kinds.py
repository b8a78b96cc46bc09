"""The list of words that tell a place's kind: each is read in its example."""

from __future__ import annotations

import re

import pytest

from parser.decision.councils import find_council
from parser.decision.named_places import find_place, find_region
from parser.decision.place_kinds import (
    PLACE_KIND_COLUMNS,
    SmallKind,
    Stands,
    adjective_stem,
    kind_of_place,
    kind_words,
    kinds_named,
    without_kind,
)
from parser.decision.rural_places import find_small_place, is_summary
from parser.decision.several_places import names_several_places
from parser.text.folding import sound
from parser.text.passage import even
from parser.text.places import PlaceKind, listed_places
from parser.text.word_lists import ListRow, any_of, read_list
from tests.harness.rows import of_each

ROWS = read_list("place_kinds.tsv", PLACE_KIND_COLUMNS)


@of_each("row", ROWS)
def test_a_word_tells_its_kind_in_its_example(row: ListRow) -> None:
    text, stands = even(row["example"]), row.target("stands", Stands)
    stem = row["word"].removesuffix("*")
    if stands is Stands.COUNCIL and row["language"] == "ru":
        stem = adjective_stem(stem)
    assert re.search(
        any_of([row["word"] if stands is not Stands.COUNCIL else f"{stem}*"]), text, re.IGNORECASE
    ), "the example does not print it"
    if stands is Stands.ALL:
        assert is_summary(find_small_place(text, "Х ауданы") or "")
        return
    if stands is Stands.SEVERAL:
        assert names_several_places(text)
        return
    if stands is Stands.ANYWHERE:
        assert len(without_kind(text).split()) == 1
        return
    council, place = find_council(text), find_place(text)
    if row["kind"] == "any":
        printed = council.body if council else find_small_place(text, None)
        assert printed is not None
        assert row["word"] in printed.split()
    elif row["kind"] in set(SmallKind):
        small = find_small_place(text, "Х ауданы")
        assert small is not None
        assert small.endswith(", Х ауданы")
        assert row["called"] in small
        assert not is_summary(small)
    elif council is not None:
        assert council.kind == row["kind"]
        assert row["kind"] != PlaceKind.REGION or council.place.endswith(" облысы")
    else:
        assert place is not None
        assert place.endswith(" ауданы") is (row["kind"] == PlaceKind.DISTRICT)


def test_every_kind_has_words_of_both_languages() -> None:
    for kind in (*PlaceKind, *SmallKind):
        assert {word.language for word in kind_words() if word.kind == kind} == {"kk", "ru"}, kind
    for kind in PlaceKind:
        councils = [word for word in kind_words() if word.kind is kind and word.stands is Stands.COUNCIL]
        assert len(councils) == 2, kind


def test_one_name_of_a_kind_in_each_language() -> None:
    called: dict[tuple[str, str], set[str]] = {}
    for word in kind_words():
        called.setdefault((str(word.kind), word.language), set()).add(word.called)
    assert all(len(names) == 1 for names in called.values()), called


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Жамбылской области", "Жамбыл"),
        ("области Жетісу", "Жетісу"),
        ("области Улытау", "Ұлытау"),
        ("в области Закона; Абайской области", "Абай"),
        ("Қазақстан Республикасы Жамбыл облысы", "Жамбыл"),
        ("в области образования", None),
    ],
)
def test_the_region_that_a_text_names(text: str, region: str | None) -> None:
    assert find_region(even(text)) == region


@pytest.mark.parametrize(
    "text",
    ["ҚАЛАЛАРДЫ ЖӘНЕ АУЫЛДЫҚ ЕЛДІ МЕКЕНДЕР", "Кеңес ауылдық елді мекені", "Сельское хозяйство Бауманское"],
)
def test_a_kind_alone_makes_no_village_of_a_name(text: str) -> None:
    assert find_small_place(even(text), "Х ауданы") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Бюджет Степной сельский округ на 2024 год", "Степной сельский округ, Х ауданы"),
        ("Бюджет сельского округа Акжар-2 на 2024 год", "сельский округ Акжар-2, Х ауданы"),
        ("Ақжар-2 ауылдық округінің 2024 жылға арналған бюджеті", "Ақжар-2 ауылдық округі, Х ауданы"),
        ("Бюджет Красный сельский округ на 2024 год", "Красный сельский округ, Х ауданы"),
        ("Бюджет Аккольский сельский округ на 2024 год", "Аккольский сельский округ, Х ауданы"),
        ("Бюджет Аккольского сельского округа на 2024 год", "Аккольский сельский округ, Х ауданы"),
    ],
)
def test_the_adjective_that_names_a_rural_district(text: str, place: str) -> None:
    assert find_small_place(even(text), "Х ауданы") == place


def test_no_listed_name_is_taken_for_the_word_of_a_kind() -> None:
    """`Кентау` begins as `кент` does."""
    names = [name for place in listed_places() for name in place.names]
    assert [name for name in names if not without_kind(name)] == []
    cities = [place.kazakh for place in listed_places() if place.kind is PlaceKind.CITY]
    assert [name for name in cities if kind_of_place(name) is not PlaceKind.CITY] == []
    assert [name for name in cities if kinds_named(sound(name.casefold()))] == []


@pytest.mark.parametrize("name", ["Кентау", "Кентау қаласы", "город Кентау"])
def test_a_name_that_begins_as_a_kind_does_stays_beside_its_own(name: str) -> None:
    assert (without_kind(name), kind_of_place(name)) == ("Кентау", PlaceKind.CITY)
    assert kind_of_place("Шортанды кенті") is SmallKind.SETTLEMENT
    assert kinds_named("kentte") == {SmallKind.SETTLEMENT}
