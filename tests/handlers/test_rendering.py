"""Whatever a document contains, a message stays within Telegram's limits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rendering import keyboard, render
from handlers.views.actions import ChooseLanguage, OpenLine, StartChat
from handlers.views.candidates import candidates_view, nothing_view
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.editions import editions_view
from handlers.views.fitting import MAX_TEXT, ROWS
from handlers.views.inside import inside_view
from handlers.views.ledger import ledger_view
from handlers.views.message import Button, MessageView, Span, Style, bold, link, plain
from handlers.views.printed import printed_view
from handlers.views.texts import load_texts
from handlers.views.ways import ANSWERED
from parser.kinds import DiscrepancyKind
from parser.records import Language
from storage.reading.records import Children, Disagreement
from tests.conftest import examples
from tests.handlers.views import cards
from tests.harness import rules
from tests.harness.budget import line

HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "<b>қалың</b> & <a href='x'>",
            "*_`[x](y)~|",
            "👩‍👩‍👧‍👦" * 50,
            "𝔘" * 3000,
            "ә" * 10_000,
            "\u202e12 345\u202c",
            "\x00\x07\x1b[31m",
            "\ud800",
            "  \n\n  ",
            "",
            "/start q_\n@all",
        ]
    ),
)
SPANS = st.builds(Span, HOSTILE, st.sampled_from([Style.PLAIN, Style.BOLD, Style.ITALIC, Style.CODE]))


@settings(deadline=None)
@given(st.lists(SPANS, max_size=140))
def test_any_spans_make_a_message(spans: list[Span]) -> None:
    rendered = render(MessageView(tuple(spans)))
    rules.check_text(rendered.text, rendered.entities)


@settings(max_examples=examples(15), deadline=None)  # eight views of up to 200 steps each
@given(HOSTILE, HOSTILE, HOSTILE, st.sampled_from(Language))
def test_hostile_documents_make_messages(name: str, other: str, number: str, language: Language) -> None:
    texts = load_texts(language)
    line = cards.renamed(replace(cards.line(), file=other), kk=name, ru=name)
    decision = cards.decision(number, bodies={language: other}, urls={language: f"https://{name}"})
    parents = tuple(
        replace(parent, line=cards.renamed(parent.line, kk=name, ru=name)) for parent in cards.card().parents
    )
    page = Children(
        tuple(cards.renamed(cards.line(f"expenditure/04/{each}"), kk=name) for each in range(100, 106)), 99, 0
    )
    ledger = tuple(cards.step(cards.decision(number), 5, 1) for _ in range(200))
    card = cards.card(
        line,
        decision=decision,
        appendix=other,
        parents=parents,
        children=page,
        ledger=ledger,
        discrepancies=(Disagreement(DiscrepancyKind.TEXT, None, 7),) * 2,
    )
    printed = cards.printed(name, other, edition=card.edition)
    match = cards.match(names={language: name}, parent_names={language: other})
    found = cards.choice(*[match] * 5, total=900, text=number)
    for view in (
        card_view(card, texts, Situation(ANSWERED)),
        card_view(card, texts, Situation(inline=True), notice=name),
        ledger_view(card, texts),
        editions_view(card, texts),
        inside_view(card, texts),
        printed_view(printed, texts),
        candidates_view(found, texts),
        nothing_view(found.heard, texts, [name], [match]),
    ):
        rendered = render(view)
        rules.check_text(rendered.text, rendered.entities)
        rules.check_keyboard(keyboard(view, "qazyna_bot"))


def test_a_card_of_endless_names_keeps_its_source() -> None:
    line = cards.renamed(cards.line(), kk="ұзақ " * 2000, ru="долгий " * 2000)
    view = card_view(cards.card(line), load_texts(Language.KK))
    assert render(view).text.endswith("53-жол")


@pytest.mark.parametrize("over", [0, 1, 2])
def test_the_cut_falls_between_characters(over: int) -> None:
    view = MessageView((plain("а" * (MAX_TEXT - 5 + over)), bold("😀" * 50)))
    rendered = render(view)
    rules.check_text(rendered.text, rendered.entities)
    assert rendered.text.endswith("…")


def test_a_text_that_just_fits_is_whole() -> None:
    assert render(MessageView((plain("а" * MAX_TEXT),))).text == "а" * MAX_TEXT


def test_offsets_count_as_telegram_does() -> None:
    rendered = render(
        MessageView((plain("😀 "), bold("қалың"), plain(" "), link("қайда", "https://example.org")))
    )
    strong, where = rendered.entities
    assert (strong.type, strong.offset, strong.length) == ("bold", 3, 5)
    assert (where.type, where.offset, where.length, where.url) == ("text_link", 9, 5, "https://example.org")


def test_nothing_to_show_is_still_a_message() -> None:
    assert render(MessageView(())).text == "—"


def test_a_hundred_entities_at_most() -> None:
    assert len(render(MessageView((bold("а"),) * 300)).entities) == 100


def test_a_button_that_cannot_be_made_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    row = (
        Button("жоқ", OpenLine(line("expenditure/" + "1" * 80))),
        Button("жоқ", OpenLine(line("nowhere"))),
        Button("бар", ChooseLanguage(Language.KK)),
    )
    markup = keyboard(MessageView((), (row,)), None)
    assert markup is not None
    assert [button.text for button in markup.inline_keyboard[0]] == ["бар"]
    assert "no button data" in caplog.text


def test_without_a_name_there_is_no_way_into_the_chat() -> None:
    view = MessageView((), ((Button("Ботта ашу", StartChat("help")),),))
    assert keyboard(view, None) is None
    markup = keyboard(view, "qazyna_bot")
    assert markup is not None
    assert markup.inline_keyboard[0][0].url == "https://t.me/qazyna_bot?start=help"


def test_too_many_buttons_are_cut() -> None:
    row = (Button("б", ChooseLanguage(Language.KK)),) * 20
    markup = keyboard(MessageView((), (row,) * ROWS), None)
    rules.check_keyboard(markup)


def test_no_line_breaks_between_the_sign_and_the_number_of_a_decision() -> None:
    for said in ("08.04.2013 № 12-3 шешімі", "решение № 12-3 от 08.04.2013, № 15-3"):
        rendered = render(MessageView((bold(said),)))
        assert rendered.text == said.replace("№ ", "№\u00a0")
        assert [entity.length for entity in rendered.entities] == [len(said)]
