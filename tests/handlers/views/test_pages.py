"""The pages that are always the same, and inline articles."""

from __future__ import annotations

from dataclasses import replace

from handlers.views.actions import ChooseLanguage, OpenLine
from handlers.views.articles import DESCRIPTION_LIMIT, TITLE_LIMIT, article, article_id
from handlers.views.greeting import start_view
from handlers.views.message import plain_text
from handlers.views.pages import COMMANDS, about_view, help_view, language_view
from handlers.views.texts import Texts
from parser.records import Language
from storage.reading.cards import LoadedBudget, LoadedBudgets
from tests.handlers.views import cards


def test_the_greeting_offers_the_totals(texts: Texts) -> None:
    view = start_view(LoadedBudgets((LoadedBudget(cards.BUDGET, (2013, 2014, 2015)),), 1, True), texts)
    assert "Тараз, 2013–2015" in plain_text(view)
    assert [button.action for button in view.buttons] == [
        OpenLine(cards.address("revenue")),
        OpenLine(cards.address("expenditure")),
    ]


def test_the_greeting_without_data_says_so(texts: Texts) -> None:
    view = start_view(LoadedBudgets((), 0, False), texts)
    assert texts.get("nothing-loaded") in plain_text(view)
    assert view.rows == ()


def test_help_and_about_say_that_this_is_the_plan(texts: Texts) -> None:
    assert texts.get("help-scope") in plain_text(help_view("qazyna_bot", texts))
    assert texts.get("about-scope") in plain_text(about_view([], texts))


def test_help_names_every_command_and_the_bot(texts: Texts) -> None:
    text = plain_text(help_view("qazyna_bot", texts))
    assert all(f"/{command}" in text for command in COMMANDS)
    assert "@qazyna_bot" in text


def test_help_outside_telegram_leaves_its_ways_out(texts: Texts) -> None:
    text = plain_text(help_view(None, texts))
    assert "@" not in text
    assert texts.get("help-group") not in text


def test_about_lists_what_is_loaded(texts: Texts) -> None:
    edition = cards.card().edition
    text = plain_text(about_view([[edition, edition]], texts))
    assert (
        texts.get("about-edition", place="Тараз", year="2013", count=2, number="21-3", date="11.12.2013")
        in text
    )
    assert texts.get("nothing-loaded") in plain_text(about_view([], texts))


def test_each_language_is_named_in_itself(texts: Texts) -> None:
    view = language_view(texts)
    assert [button.text for button in view.buttons] == ["Қазақша", "Русский"]
    assert [button.action for button in view.buttons] == [ChooseLanguage(each) for each in Language]


def test_an_article_has_title_amount_and_parent(texts: Texts) -> None:
    made = article(cards.card(), texts)
    assert made.title == cards.line().names[texts.language]
    parent = texts.get("section-expenditure")
    assert parent in made.description
    assert "12,5" in made.description
    assert "2013" in made.description


def test_an_article_of_a_total_names_its_place(texts: Texts) -> None:
    made = article(cards.card(cards.line("expenditure"), parents=()), texts)
    assert made.title == texts.get("section-expenditure")
    assert "Тараз" in made.description


def test_articles_of_endless_names_stay_short(texts: Texts) -> None:
    long = cards.renamed(cards.line(), kk="ұзақ " * 3000, ru="долгий " * 3000)
    made = article(cards.card(long, parents=()), texts)
    assert len(made.title) <= TITLE_LIMIT
    assert len(made.description) <= DESCRIPTION_LIMIT


def test_ids_are_stable_short_and_different() -> None:
    line = cards.address(decision=cards.APRIL)
    others = [
        cards.address("revenue", decision=cards.APRIL),
        cards.address(decision=cards.DECEMBER),
        cards.address(year=2014, decision=cards.APRIL),
        replace(line, edition=replace(line.edition, budget=replace(cards.BUDGET, place="Семей"))),
    ]
    ids = [article_id(each) for each in (line, *others)]
    assert ids[0] == "c5642635c6ed04d2ab0f34298d835ae2"  # of the address alone: the same everywhere
    assert len(set(ids)) == 5
    assert {len(each) for each in ids} == {32}
