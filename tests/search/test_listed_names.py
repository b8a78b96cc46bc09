"""The forms of listed names are made when a message has their first sound, and nothing is missed for that."""

from __future__ import annotations

from parser.text.places import ListedPlace, listed_places
from storage.search.listed_names import ListedNames, NamesByForm, list_forms


def test_each_form_of_each_name_is_found_by_its_first_sound() -> None:
    names = ListedNames()
    every = NamesByForm[ListedPlace]()
    for place in listed_places():
        every.add(list_forms(place.names), place)
    assert len(every.cases) > 2_000
    for word, meant in every.cases.items():
        found = names.beginning_as(word).cases[word]
        assert [each for each in found if isinstance(each[1], ListedPlace)] == meant, word
    for word, meant in every.wholes.items():
        found = names.beginning_as(word).wholes[word]
        assert [each for each in found if isinstance(each[1], ListedPlace)] == meant, word


def test_forms_are_made_for_the_sounds_that_are_asked_for() -> None:
    names = ListedNames()
    assert not names.beginning_as("").cases
    assert not names.beginning_as("7").cases
    assert "taraz" in names.beginning_as("taraz").cases
    assert names.beginning_as("teatr") is names.beginning_as("taraz")
    assert "semei" not in names.beginning_as("taraz").cases
