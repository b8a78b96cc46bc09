"""What places are called in each language."""

from __future__ import annotations

import pytest

from parser.decision.place_names import names_of_place
from parser.records import Language

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("place", "russian"),
    [
        ("Тараз", "Тараз"),
        ("Өскемен", "Усть-Каменогорск"),
        ("Әйтеке би ауданы", "Айтекебийский район"),
        ("Есіл ауданы, Ақмола облысы", "Есильский район, Акмолинская область"),
        ("Бейімбет Майлин ауданы", "район Беимбета Майлина"),
        ("Жамбыл облысы", "Жамбылская область"),
        ("Абай облысы", "область Абай"),
        ("ауылдық округтер, Байзақ ауданы", "сельские округа, Байзакский район"),
    ],
)
def test_a_listed_place_is_called_in_both_languages(place: str, russian: str) -> None:
    assert names_of_place(place) == {KK: place, RU: russian}


def test_a_village_is_called_as_its_texts_call_it() -> None:
    kazakh, russian = "Дөң ауылдық округі, Хромтау ауданы", "Донской сельский округ, Хромтау ауданы"
    assert names_of_place(kazakh) == {KK: kazakh}
    assert names_of_place(kazakh, [(RU, russian)]) == {
        KK: kazakh,
        RU: "Донской сельский округ, Хромтауский район",
    }
    assert names_of_place("Аксуский сельский округ") == {RU: "Аксуский сельский округ"}
