from __future__ import annotations

import pytest

from parser.decision.regions import list_regions, region_of_place
from parser.text.places import PlaceKind, listed_places


@pytest.mark.parametrize(
    ("place", "archive"),
    [
        ("Тараз", "local-zhambyl"),
        ("Дөң ауылдық округі, Хромтау ауданы", "local-aktobe"),
        ("Алматы", "local-almaty-city"),
        ("Алматы облысы", "local-almaty-oblast"),
        ("Нұр-Сұлтан", "local-astana"),  # what the capital was called is the capital
        ("Оңтүстік Қазақстан облысы", "local-turkestan"),
        ("Жаңаарқа ауданы", "local-ulytau"),  # as the regions are today
        ("Есіл ауданы, Ақмола облысы", "local-akmola"),
        ("Капал ауылдық округі, Ақсу ауданы, Жетісу облысы", "local-zhetisu"),
        ("Есіл ауданы", None),  # two regions have one
        ("Ақсай ауылдық округі", None),
    ],
)
def test_a_place_lies_in_the_region_that_its_name_or_the_list_tells(place: str, archive: str | None) -> None:
    region = region_of_place(place)
    assert (region and region.archive) == archive


def test_every_region_and_city_of_its_rank_has_an_archive_of_its_own() -> None:
    named = {region.name for region in list_regions()}
    for place in listed_places():
        if (place.kind is PlaceKind.REGION or place.is_in_no_region) and not place.today:
            name = place.kazakh if place.is_in_no_region else f"{place.kazakh} облысы"
            assert name in named
            named.remove(name)
    assert not named
    assert len({region.kato for region in list_regions()}) == len(list_regions())


def test_every_other_place_lies_in_regions_of_the_list() -> None:
    regions = {
        place.kazakh for place in listed_places() if place.kind is PlaceKind.REGION and not place.today
    }
    for place in listed_places():
        if place.kind is PlaceKind.REGION or place.is_in_no_region:
            assert not place.regions, place
        else:
            assert place.regions, place
            assert set(place.regions) <= regions, place
            assert len(place.regions) == 1 or place.is_shared, place


@pytest.mark.parametrize(
    ("archive", "councils"), [("local-zhambyl", 12), ("local-aktobe", 14), ("local-astana", 1)]
)
def test_councils_are_those_of_the_region_its_districts_and_its_cities(archive: str, councils: int) -> None:
    # Zhambyl has ten districts and Taraz; Aktobe twelve districts and Aktobe; towns inside districts have none.
    assert {region.archive: region.councils for region in list_regions()}[archive] == councils


def test_a_name_that_a_place_had_has_no_council_beside_the_one_of_today() -> None:
    assert not [place for place in listed_places() if place.today and place.has_council]
