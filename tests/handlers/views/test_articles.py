"""Titles of inline results: no two are the same, whatever the lines are called."""

from __future__ import annotations

from handlers.views.articles import TITLE_LIMIT, Article, tell_apart
from handlers.views.message import MessageView

NOTHING = MessageView(())
CODES = ("a", "b", "c", "d", "e", "f")


def of(title: str, *apart: str) -> Article:
    return Article(f"{title}/{apart}", title, "", NOTHING, apart)


def titles(*articles: Article, wholly: bool = False) -> list[str]:
    return [each.title for each in tell_apart(articles, wholly=wholly)]


def test_what_differs_is_added_and_nothing_else() -> None:
    schools, roads = of("Ремонт", "Школы", "2013", "Тараз"), of("Ремонт", "Дороги", "2013", "Тараз")
    assert titles(schools, roads, of("Налоги")) == ["Ремонт · Школы", "Ремонт · Дороги", "Налоги"]
    later = of("Ремонт", "Школы", "2014", "Тараз")
    assert titles(schools, later) == ["Ремонт · 2013", "Ремонт · 2014"]
    assert titles(schools, roads, later) == [
        "Ремонт · Школы · 2013",
        "Ремонт · Дороги",
        "Ремонт · Школы · 2014",
    ]


def test_what_nothing_tells_apart_is_numbered() -> None:
    another = Article("another", "Ремонт", "", NOTHING, ())
    assert titles(of("Ремонт"), of("Ремонт (2)"), another) == ["Ремонт", "Ремонт (2)", "Ремонт (3)"]
    assert titles(of("Ремонт", ""), of("Ремонт", "Школы")) == ["Ремонт", "Ремонт · Школы"]


def test_long_names_leave_room_for_what_differs() -> None:
    shown = titles(*(of("долгий " * 40, f"в {code}", "очень " * 30) for code in CODES))
    assert len(set(shown)) == len(CODES)
    assert all(len(title) <= TITLE_LIMIT for title in shown)
    alike = titles(*(of("долгий " * 40, "очень " * 30 + code) for code in CODES))
    assert len(set(alike)) == len(CODES)
    assert all(len(title) <= TITLE_LIMIT for title in alike)


def test_those_of_a_further_page_differ_from_those_before() -> None:
    first = titles(of("Ремонт", "Школы", "2013", "464"), of("Налоги", "Доходы", "2013", "1"))
    further = titles(of("Ремонт", "Школы", "2013", "458"), of("Доходы", "", "2013", ""), wholly=True)
    assert further == ["Ремонт · Школы · 2013 · 458", "Доходы · 2013"]
    assert not set(first) & set(further)
