"""The forms in which a question may name a place."""

from __future__ import annotations

import pytest

from parser.text.folding import fold, sound
from parser.text.place_forms import decline, forms_of


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Семей", "Семея Семею Семеем Семее"),
        ("Астана", "Астаны Астане Астану Астаной"),
        ("Тараз", "Тараза Таразу Таразом Таразе"),
        ("Арысь", "Арыси Арысью"),
        ("Булаево", "Булаева Булаеве"),
        ("Таразский", "Таразского Таразскому Таразским Таразском Таразская Таразские Таразских"),
        ("Жамбылская", "Жамбылской Жамбылскую"),
        ("Рудный", "Рудного Рудном"),
        ("Глубокое", "Глубокого Глубоком"),
    ],
)
def test_a_russian_name_is_known_in_all_its_cases(name: str, forms: str) -> None:
    assert {sound(fold(form)) for form in (name, *forms.split())} <= decline(fold(name))


@pytest.mark.parametrize("name", ["Алматы", "Атырау", "Шу", "Ақтөбе", "Талдықорған"])
def test_a_name_that_russian_does_not_change_keeps_its_sound(name: str) -> None:
    assert sound(fold(name)) in decline(fold(name))


@pytest.mark.parametrize("word", ["семья", "астра", "тара"])
def test_another_word_is_no_form(word: str) -> None:
    assert all(sound(word) not in decline(fold(name)) for name in ("Семей", "Астана", "Тараз"))


def test_a_name_with_a_hyphen_is_also_one_word() -> None:
    apart, joined = forms_of("Усть-Каменогорск")
    assert (apart.lead, apart.whole) == (("ust",), "kamenogorsk")
    assert (joined.lead, joined.whole) == ((), "ustkamenogorsk")
    assert forms_of("—") == ()
