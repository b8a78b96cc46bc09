"""A line's card says what it is, how much, out of what, what changed and where it stands."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from handlers.views.card import card_view
from handlers.views.links import line_payload, share_query
from handlers.views.message import (
    MessageView,
    OpenLedger,
    OpenLine,
    ShareInline,
    ShowCandidates,
    StartChat,
    Style,
    plain_text,
)
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.reading.records import Card, Move, Parent, PlanDrift
from tests.handlers.views import cards

KK, RU = Language.KK, Language.RU


def shown(card: Card, texts: Texts) -> str:
    return plain_text(card_view(card, texts)).replace("\u00a0", " ")


def labels(view: MessageView) -> list[str]:
    return [button.text.replace("\u00a0", " ") for button in view.buttons]


def test_a_whole_card_in_kazakh() -> None:
    assert shown(cards.card(), load_texts(KK)) == (
        "expenditure/04 атауы\n"
        "12 523 223 мың теңге (шамамен 12,5 млрд теңге)\n"
        "\n"
        "Тараз · 2013 жылғы бюджет\n"
        "Жоспар: 11.12.2013 № 21-3 шешімі бойынша (жүктелгендердің ең соңғысы)\n"
        "Коды: 04\n"
        "\n"
        "Үлесі\n"
        "• барлық шығынның 55,6 % (22 521 234 мың теңге)\n"
        "\n"
        "Қалай өзгерді\n"
        "• 08.04.2013 № 12-3 шешімінен бері: +523 223 мың теңге (бұрын 12 000 000 болған)\n"
        "• бастапқы бюджеттен (14.12.2012 № 10-3) бері: +1 523 223 мың теңге (бұрын 11 000 000 болған)\n"
        "\n"
        "Дереккөз: Тараз қалалық мәслихаты, 11.12.2013 № 21-3 шешім, 1-қосымша, 53-жол, файл: 21-3.csv"
    )


def test_a_whole_card_in_russian() -> None:
    assert shown(cards.card(), load_texts(RU)) == (
        "Название expenditure/04\n"
        "12 523 223 тыс. тенге (около 12,5 млрд тенге)\n"
        "\n"
        "Тараз · бюджет на 2013 год\n"
        "План по решению № 21-3 от 11.12.2013 (последнее из загруженных)\n"
        "Код: 04\n"
        "\n"
        "Доля\n"
        "• 55,6 % всех расходов (22 521 234 тыс. тенге)\n"
        "\n"
        "Как менялось\n"
        "• с решения № 12-3 от 08.04.2013: +523 223 тыс. тенге (было 12 000 000)\n"
        "• с первоначального бюджета (№ 10-3 от 14.12.2012): +1 523 223 тыс. тенге (было 11 000 000)\n"
        "\n"
        "Источник: Таразский городской маслихат, решение № 21-3 от 11.12.2013, приложение 1, строка 53, файл: 21-3.csv"
    )


def test_codes_stand_with_dots_and_can_be_copied(texts: Texts) -> None:
    view = card_view(cards.card(cards.line("expenditure/04/464/009")), texts)
    assert [span.text for span in view.spans if span.style is Style.CODE] == ["04 · 464 · 009", "21-3.csv"]


@pytest.mark.parametrize(("amount", "said"), [(-281_421, "below"), (63_000, "above"), (0, "")])
def test_a_deficit_or_a_surplus_is_called_by_its_name(amount: int, said: str, texts: Texts) -> None:
    first, second = shown(cards.card(cards.line("deficit", amount)), texts).splitlines()[:2]
    assert first == texts.get(f"section-deficit-{said}" if said else "section-deficit")
    word = texts.get(f"card-deficit-{said}", amount="").strip() if said else ""
    assert word in second


def test_a_short_title_has_the_whole_name_below(texts: Texts) -> None:
    names = {
        "kk": "Ауданның (облыстық маңызы бар қаланың) бiлiм бөлімі",
        "ru": "Отдел образования района (города областного значения)",
    }
    title, *rest = shown(cards.card(cards.renamed(cards.line(), **names)), texts).splitlines()
    assert title == {KK: "Білім бөлімі", RU: "Отдел образования"}[texts.language]
    whole = names[texts.language.value].replace("бiлiм", "білім")
    assert f"{texts.get('card-whole-name')} {whole}" in rest
    assert texts.get("card-whole-name") not in shown(cards.card(), texts)


def test_a_share_is_said_once_where_a_parent_has_one_child(texts: Texts) -> None:
    """The department is all of its group: only the group is named; the line's own parent is all of itself."""
    line = cards.line("expenditure/04/464/009", 40)
    above = [("expenditure/04/464", 40, 1), ("expenditure/04", 80, 2), ("expenditure", 80, 2)]
    parents = tuple(Parent(cards.line(path, amount), Fraction(1, of)) for path, amount, of in above)
    text = shown(cards.card(line, parents=parents), texts)
    assert text.count(" %") == 1
    assert texts.get("card-share-expenditure", share="50,0 %", amount=_thousand(80, texts)) in text


def _thousand(amount: int, texts: Texts) -> str:
    return f"{amount} {texts.get('unit-thousand')}"


def test_a_name_in_the_other_language_only_is_shown_and_said(texts: Texts) -> None:
    other = RU if texts.language is KK else KK
    card = cards.card(cards.renamed(cards.line(), **{other.value: "Жалғыз атау"}))
    assert "Жалғыз атау" in shown(card, texts)
    assert texts.get("card-name-elsewhere") in shown(card, texts)
    assert texts.get("card-name-elsewhere") not in shown(cards.card(), texts)


def test_a_line_without_any_name_shows_its_path(texts: Texts) -> None:
    text = shown(cards.card(replace(cards.line(), names={})), texts)
    assert text.startswith("expenditure/04\n")
    assert texts.get("card-name-elsewhere") not in text


def test_a_plan_year_is_marked(texts: Texts) -> None:
    text = shown(cards.card(year=2014), texts)
    assert texts.get("card-plan-year", place="Тараз", year="2014") in text
    assert texts.get("card-budget", place="Тараз", year="2014") not in text


def test_an_older_edition_says_so_and_leads_to_the_newest(texts: Texts) -> None:
    card = cards.card(newest=False, decision=cards.APRIL)
    view = card_view(card, texts)
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in plain_text(view)
    newest = next(button for button in view.buttons if button.text == texts.get("button-newest"))
    assert newest.action == OpenLine(cards.address("expenditure/04"))
    ledger = next(button for button in view.buttons if isinstance(button.action, OpenLedger))
    assert ledger.action == OpenLedger(cards.address("expenditure/04", decision=cards.APRIL))


def test_blocks_of_an_administrator_are_listed(texts: Texts) -> None:
    blocks = tuple(cards.block(row, row * 10) for row in range(10, 17))
    text = shown(cards.card(replace(cards.line(), blocks=blocks)), texts)
    assert texts.get("card-blocks", count=7) in text
    assert "10-жол: 100" in text if texts.language is KK else "строка 10: 100" in text
    assert texts.get("card-blocks-more", count=2) in text
    assert texts.get("card-blocks", count=1) not in shown(cards.card(), texts)


def test_an_exact_readable_amount_is_not_called_approximate(texts: Texts) -> None:
    text = shown(cards.card(cards.line(amount=242_000)), texts)
    unit = "млн теңге" if texts.language is KK else "млн тенге"
    assert f"({texts.get('card-readable', amount=f'242 {unit}')})" in text


def test_a_readable_form_that_says_nothing_new_is_left_out(texts: Texts) -> None:
    text = shown(cards.card(cards.line(amount=453)), texts)
    amount = next(line for line in text.splitlines() if line.startswith("453"))
    assert amount == ("453 мың теңге" if texts.language is KK else "453 тыс. тенге")


def test_a_parent_without_a_share_shows_its_total(texts: Texts) -> None:
    parents = (Parent(cards.line("financing", 0), None),)
    text = shown(cards.card(parents=parents), texts)
    total = "0 мың теңге" if texts.language is KK else "0 тыс. тенге"
    assert texts.get("card-parent", name=texts.get("section-financing"), amount=total) in text


def test_unchanged_is_said(texts: Texts) -> None:
    card = cards.card(since_previous=cards.change(cards.APRIL, 12_523_223))
    assert texts.get("card-unchanged", number="12-3", date="08.04.2013") in shown(card, texts)


def test_a_new_line_is_said_to_be_new(texts: Texts) -> None:
    card = cards.card(since_original=cards.change(cards.ORIGINAL, None))
    assert texts.get("card-appeared-original", number="10-3", date="14.12.2012") in shown(card, texts)


def test_without_an_earlier_edition_no_zero_is_shown(texts: Texts) -> None:
    text = shown(cards.card(since_previous=None, since_original=None), texts)
    assert texts.get("card-no-previous") in text
    assert texts.get("card-no-original") not in text
    assert "+0" not in text


def test_an_unloaded_original_is_said(texts: Texts) -> None:
    assert texts.get("card-no-original") in shown(cards.card(since_original=None), texts)


def test_the_original_itself_is_called_so(texts: Texts) -> None:
    card = cards.card(decision=cards.ORIGINAL, since_previous=None, since_original=None)
    assert texts.get("card-is-original") in shown(card, texts)


def test_the_previous_one_being_the_original_is_said_once(texts: Texts) -> None:
    change = cards.change(cards.ORIGINAL, 11_000_000)
    text = shown(cards.card(since_previous=change, since_original=change), texts)
    assert text.count("10-3") == 1


def test_decisions_in_between_are_named(texts: Texts) -> None:
    skipped = [cards.MAY, *(cards.decision(f"{number}-1") for number in range(14, 19))]
    text = shown(cards.card(since_previous=cards.change(cards.APRIL, 1, skipped=skipped)), texts)
    assert "№ 13-3" in text
    assert "№ 16-1" in text
    assert "№ 17-1" not in text
    assert texts.get("card-skipped-more", count=2) in text


def test_discrepancies_are_noted(texts: Texts) -> None:
    assert texts.get("card-discrepancies", count=2) in shown(cards.card(discrepancies=2), texts)


def test_the_source_links_to_the_document(texts: Texts) -> None:
    card = cards.card(decision=cards.decision(urls={Language.RU: "https://example.org/a"}), appendix=None)
    view = card_view(card, texts)
    (link,) = [span for span in view.spans if span.style is Style.LINK]
    assert link.url == "https://example.org/a"
    assert texts.get("source-appendix", appendix="1") not in plain_text(view)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "https://a b", None])
def test_an_address_that_is_none_is_no_link(texts: Texts, url: str | None) -> None:
    view = card_view(cards.card(decision=cards.decision(urls={Language.KK: url})), texts)
    assert not [span for span in view.spans if span.style is Style.LINK]


def test_an_unknown_council_is_named_by_its_place(texts: Texts) -> None:
    card = cards.card(decision=cards.decision(bodies={}))
    assert texts.get("source-body-unknown", place="Тараз") in shown(card, texts)


def test_children_are_buttons_with_amounts_first(texts: Texts) -> None:
    view = card_view(cards.card(children=cards.children(2)), texts)
    assert labels(view)[0].startswith("2 млн · ")
    assert view.buttons[0].action == OpenLine(cards.address("expenditure/04/464"))
    assert texts.get("card-children", count=2) in plain_text(view)


def test_children_are_paged(texts: Texts) -> None:
    first = card_view(cards.card(children=cards.children(14)), texts)
    middle = card_view(cards.card(children=cards.children(14, 6)), texts)
    last = card_view(cards.card(children=cards.children(14, 12)), texts)
    back, on = texts.get("button-previous"), texts.get("button-next")
    assert [label for label in labels(first) if label in {back, on}] == [on]
    assert [label for label in labels(middle) if label in {back, on}] == [back, on]
    assert [label for label in labels(last) if label in {back, on}] == [back]
    following = next(button for button in middle.buttons if button.text == on)
    assert following.action == OpenLine(cards.address("expenditure/04"), 12)
    assert texts.get("card-children-largest", count=14) in plain_text(first)
    assert texts.get("card-children-page", count=14, first=7, last=12) in plain_text(middle)


def test_buttons_lead_up_to_the_ledger_and_back(texts: Texts) -> None:
    view = card_view(cards.card(), texts, asked=True)
    here, total = cards.address("expenditure/04"), cards.address("expenditure")
    query = view.buttons[2].action
    assert [button.action for button in view.buttons] == [
        OpenLine(total, asked=True),
        OpenLedger(here, asked=True),
        query,
        ShowCandidates(budget=here.edition.budget),
    ]
    assert isinstance(query, ShareInline)


@pytest.mark.parametrize("newest", [True, False])
def test_what_is_shared_is_the_edition_that_is_shown(texts: Texts, newest: bool) -> None:
    """The newest edition is named too: what is shown will not be the newest for ever."""
    view = card_view(cards.card(decision=cards.APRIL, year=2014, newest=newest), texts)
    [shared] = [button.action for button in view.buttons if isinstance(button.action, ShareInline)]
    assert shared.query == share_query(
        cards.address(year=2014, decision=cards.APRIL),
        "expenditure/04 атауы" if texts.language is KK else "Название expenditure/04",
    )


def test_an_inline_card_leads_into_the_private_chat(texts: Texts) -> None:
    actions = [button.action for button in card_view(cards.card(), texts, inline=True, asked=True).buttons]
    assert StartChat(line_payload(cards.address()) or "") in actions
    assert not [action for action in actions if isinstance(action, ShareInline | ShowCandidates)]


def test_an_inline_card_of_an_unspeakable_path_has_no_such_button(texts: Texts) -> None:
    odd = replace(cards.line(), path="expenditure/" + "7" * 70)
    actions = [button.action for button in card_view(cards.card(odd), texts, inline=True).buttons]
    assert not [action for action in actions if isinstance(action, StartChat)]


def test_one_step_is_no_history(texts: Texts) -> None:
    view = card_view(cards.card(ledger=(cards.step(cards.DECEMBER, 1),)), texts)
    assert texts.get("button-ledger") not in labels(view)


def test_a_notice_comes_first(texts: Texts) -> None:
    text = plain_text(card_view(cards.card(), texts, notice="Алдымен мынау."))
    assert text.startswith("Алдымен мынау.\n\n")


def test_a_line_that_moved_says_its_other_code(texts: Texts) -> None:
    move = Move("expenditure/13/454/007", cards.APRIL)
    text = plain_text(card_view(cards.card(continued_from=move, continued_as=move), texts))
    assert text.count("13 · 454 · 007") == 2
    assert text.count(f"№ {cards.APRIL.number}") >= 3


@pytest.mark.parametrize("is_plan", [True, False])
def test_a_plan_is_compared_with_what_was_adopted(texts: Texts, *, is_plan: bool) -> None:
    edition = cards.card().edition
    drift = PlanDrift(is_plan, edition, 11_000_000_000, -1_523_223_000)
    text = plain_text(card_view(cards.card(plan_drift=drift), texts)).replace("\u00a0", " ")
    assert "11 000 000" in text
    assert "−1 523 223" in text
    absent = plain_text(card_view(cards.card(plan_drift=PlanDrift(is_plan, edition, None, None)), texts))
    assert "−1" not in absent
