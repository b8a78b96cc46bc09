"""Texts come from the locale files, with their values and plurals."""

from __future__ import annotations

import re

import pytest

from handlers.views.texts import LOCALES, Texts, load_texts, pick_language, split_entries
from parser.records import Language


def test_values_are_filled_in_without_isolation_marks(texts: Texts) -> None:
    assert texts.get("amount", number="5", unit="ата") == "5 ата"


@pytest.mark.parametrize(
    ("count", "word"), [(1, "строка"), (2, "строки"), (5, "строк"), (21, "строка"), (111, "строк")]
)
def test_russian_plurals(count: int, word: str) -> None:
    assert load_texts(Language.RU).get("changes-more", count=count) == f"ещё {count} {word}"


def test_an_unknown_text_is_an_error(texts: Texts) -> None:
    with pytest.raises(LookupError):
        texts.get("no-such-text")


def test_a_text_of_attributes_alone_is_an_error() -> None:
    with pytest.raises(LookupError):
        Texts(Language.KK, lambda: "empty =\n    .title = Атауы").get("empty")


def test_a_text_may_refer_to_others_and_of_two_the_first_counts() -> None:
    source = (
        "whole = { -brand }: { part }\nwhole = else\n-brand = Қазына\npart =\n    бюджет\n    { -brand }\n"
    )
    assert Texts(Language.KK, lambda: source).get("whole") == "Қазына: бюджет\nҚазына"


def test_a_missing_value_is_logged_and_leaves_its_name(
    texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    assert texts.get("amount", number="5") == "5 unit"
    assert "amount" in caplog.text


def test_a_text_whose_value_is_missing_is_logged_each_time(caplog: pytest.LogCaptureFixture) -> None:
    texts = Texts(Language.KK, lambda: "amount = { $number } теңге\nname = Атауы")
    assert [texts.get(key) for key in ("amount", "name", "amount", "name")] == [
        "number теңге",
        "Атауы",
    ] * 2
    assert len(caplog.records) == 2
    assert texts.get("amount", number="5") == "5 теңге"


VALUES = ("жол", "«Мектеп»", "", 0, 7, 999, 1000, 1_234_567, -1, "ұ" * 1500, "ұ" * 2600)


def test_what_is_only_put_together_is_as_fluent_has_it(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (LOCALES / f"{language}.ftl").read_text(encoding="utf-8")
    texts, entries = Texts(language, lambda: source), split_entries(source)
    asked = [(key, value) for key in entries if key[0] != "-" for value in VALUES]
    assert len(asked) > 5_000

    def say_all() -> dict[tuple[str, str | int], str]:
        named = {key: re.findall(r"\$([a-z_]+)", entries[key]) for key, _ in asked}
        return {(key, value): texts.get(key, **dict.fromkeys(named[key], value)) for key, value in asked}

    with monkeypatch.context() as patch:
        patch.setattr("handlers.views.texts._fill", lambda *_: None)
        by_fluent = say_all()
    assert say_all() == by_fluent


def test_texts_that_know_places_keep_to_those_that_they_were_given() -> None:
    texts = Texts(Language.KK, lambda: "name-elsewhere = { $name } (рус.)")
    first, second = {"А": {Language.KK: "Бірінші"}}, {"А": {Language.KK: "Екінші"}}
    each = [texts.with_places(places) for places in (first, first, second, first)]
    assert [known.place("А") for known in each] == ["Бірінші", "Бірінші", "Екінші", "Бірінші"]
    assert texts.places == {}


def test_texts_are_read_once_and_not_before_one_is_said() -> None:
    assert load_texts(Language.KK) is load_texts(Language.KK)
    read: list[str] = []

    def give() -> str:
        read.append("source")
        return "name = Атауы\nnone = Жоқ"

    texts = Texts(Language.KK, give)
    placed = texts.with_places({"А": {Language.KK: "Бірінші"}})
    assert (placed.place("А"), read) == ("Бірінші", [])
    assert [each.get(key) for each in (texts, placed) for key in ("name", "none")] == ["Атауы", "Жоқ"] * 2
    assert read == ["source"]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("kk", Language.KK),
        ("kk-KZ", Language.KK),
        ("ru", Language.RU),
        ("RU-kz", Language.RU),
        ("ru_RU", Language.RU),
        ("en", Language.KK),
        ("", Language.KK),
        (None, Language.KK),
    ],
)
def test_a_language_is_picked_for_anyone(code: str | None, language: Language) -> None:
    assert pick_language(code) is language
