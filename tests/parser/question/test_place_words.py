"""The words that stand beside names of places in questions."""

from __future__ import annotations

from itertools import pairwise

from parser.decision.place_kinds import SmallKind
from parser.question.place_words import (
    PLACE_WORD_COLUMNS,
    SMALL,
    NextTo,
    is_ordinary,
    kind_at,
    kinds_called,
    nation_at,
    says,
    spends,
)
from parser.text.declension import cases
from parser.text.folding import fold, sounds, words
from parser.text.places import PlaceKind, listed_places
from parser.text.word_lists import read_list
from tests.harness.rows import of_each

ROWS = read_list("place_words.tsv", PLACE_WORD_COLUMNS)


@of_each("row", ROWS)
def test_a_word_tells_what_it_is_listed_for_in_its_example(row: dict[str, str]) -> None:
    spoken = sounds(row["example"])
    if row["tells"] in set(NextTo):
        said = [*spoken, *(" ".join(pair) for pair in pairwise(spoken))]
        assert any(says(word, NextTo(row["tells"])) for word in said)
        if row["tells"] == NextTo.ORDINARY:
            assert any(map(is_ordinary, words(row["example"])))
        return
    if row["tells"].startswith("the-"):
        assert {PlaceKind(row["tells"].removeprefix("the-"))} == kinds_called(spoken)
        return
    kinds = SMALL if row["tells"] in set(SmallKind) else {PlaceKind(row["tells"])}
    assert any(found.kinds == kinds for at in range(len(spoken)) if (found := kind_at(spoken, at)))


def test_both_languages_have_words_of_every_sort() -> None:
    for tells in (
        "city",
        "region",
        "district",
        "rural-district",
        "street",
        "the-city",
        "the-district",
        "the-region",
    ):
        assert {row["language"] for row in ROWS if row["tells"] == tells} == {"kk", "ru"}, tells


def test_a_word_that_begins_like_one_of_a_kind_tells_none() -> None:
    assert kind_at(sounds("қалай"), 0) is None
    assert kind_at(sounds("жол"), 0) is None


def test_no_ordinary_word_is_a_listed_name_itself_or_its_genitive() -> None:
    """What is ordinary names no place, neither one that is loaded nor one that is missing."""
    names = {fold(name) for place in listed_places() for name in place.names}
    forms = {form for name in names for form in list(dict.fromkeys(cases(name)))[:2]}
    assert {"глубокое", "глубокого", "октябрьск", "октябрьска", "астаны"} <= forms
    assert [form for form in sorted(forms) if all(map(is_ordinary, words(form)))] == []


def test_a_country_or_a_place_beside_what_is_spent_is_who_spends() -> None:
    assert nation_at(sounds("сколько Казахстан тратит на школы"), 1) == 1
    assert nation_at(sounds("Қазақстан мектептерге қанша жұмсайды"), 0) == 1
    assert nation_at(sounds("ассамблея народа Казахстан"), 2) == 0
    assert spends(sounds("сколько тратит Абай"), 2, 3)
    assert not spends(sounds("сколько тратят на Абай"), 3, 4)
