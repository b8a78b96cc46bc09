"""Adjectives of places in the cases that decisions print them in."""

from __future__ import annotations

import re

import pytest

from parser.text.declension import (
    MASCULINE,
    OF_PLACE,
    feminine,
    genitive,
    name_in,
    nominative,
    nominative_of_genitive,
)


@pytest.mark.parametrize("printed", ["Таразский", "Таразского", "Таразскому", "Таразским", "Таразском"])
def test_an_adjective_of_a_place_in_any_case(printed: str) -> None:
    assert re.fullmatch(rf"\w*?{OF_PLACE}", printed)
    assert nominative(printed) == "Таразский"
    assert genitive(nominative(printed)) == "Таразского"
    assert feminine(nominative(printed)) == "Таразская"
    assert name_in(nominative(printed)) == "Тараз"


@pytest.mark.parametrize(
    "printed", ["городской", "городского", "районный", "областному", "районным", "городском"]
)
def test_an_adjective_beside_a_council(printed: str) -> None:
    assert re.fullmatch(rf"(?:городск|районн|областн){MASCULINE}", printed)


@pytest.mark.parametrize("printed", ["Тараза", "Таразска", "Абая"])
def test_what_is_no_adjective_of_a_place(printed: str) -> None:
    assert re.fullmatch(rf"\w*?{OF_PLACE}", printed) is None


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Аккольского", "Аккольский"),
        ("Елецкого", "Елецкий"),
        ("Красного", "Красный"),
        ("Ақжар", None),
    ],
)
def test_the_nominative_of_a_genitive(printed: str, read: str | None) -> None:
    assert nominative_of_genitive(printed) == read
