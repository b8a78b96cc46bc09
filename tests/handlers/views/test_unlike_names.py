"""Names of one list are never alike: cut where they differ, else marked with what tells them apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.unlike_names import cut_apart, mark_apart

BEGINS = "Реализация мероприятий по социальной и инженерной инфраструктуре в сельских населенных пунктах "
words = st.text("абвг", min_size=1, max_size=9)
sentences = st.lists(words, min_size=1, max_size=12).map(" ".join)


def test_names_that_begin_alike_are_cut_where_they_differ() -> None:
    ends = ("за счет республиканского бюджета", "за счет областного бюджета", "за счет Фонда")
    names = [BEGINS + end for end in ends]
    shown = [cut_apart(name, names, 60) for name in names]
    assert len(set(shown)) == 3
    assert all(len(each) <= 60 for each in shown)
    assert [each.rpartition("… ")[2].split()[0] for each in shown] == [
        "республиканского",
        "областного",
        "Фонда",
    ]


def test_one_that_is_the_beginning_of_another_shows_its_end() -> None:
    whole, longer = BEGINS.strip(), BEGINS + "за счет Фонда"
    assert cut_apart(whole, [longer], 50).endswith("… пунктах")
    assert "за счет Фонда" in cut_apart(longer, [whole], 50)


def test_a_name_that_no_other_begins_like_is_cut_at_its_end() -> None:
    assert cut_apart(BEGINS, [BEGINS, "Прочие"], 30) == "Реализация мероприятий по…"


@given(st.lists(sentences, min_size=2, max_size=4, unique=True), st.integers(24, 60))
def test_no_two_names_are_cut_alike(names: list[str], limit: int) -> None:
    shown = [cut_apart(name, names, limit) for name in names]
    assert all(len(each) <= limit for each in shown)
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ([("А", ("x", "1")), ("Б", ("x", "1"))], ["А", "Б"]),
        ([("А", ("x", "1")), ("А", ("y", "1"))], ["А (x)", "А (y)"]),
        ([("А", ("x", "1")), ("А", ("x", "2"))], ["А (1)", "А (2)"]),
        ([("А", ("x", "1")), ("А", ("x", "2")), ("А", ("y", "3"))], ["А (x) (1)", "А (x) (2)", "А (y)"]),
        ([("А", ("", "1")), ("А", ("y", "1"))], ["А", "А (y)"]),
    ],
)
def test_what_tells_them_apart_stands_behind_a_shared_name(
    named: list[tuple[str, tuple[str, str]]], shown: list[str]
) -> None:
    assert mark_apart(named, 40) == shown
