"""A line's card says what it is, how much, out of what, what changed and where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from handlers.views.card import card_view
from handlers.views.message import Style, plain_text
from handlers.views.texts import Texts, load_texts
from parser.kinds import DiscrepancyKind
from parser.records import Language
from storage.reading.records import DecisionInfo, Disagreement, Move, Parent, PlanDrift
from tests.handlers.views import cards
from tests.handlers.views.cards import shown

KK, RU = Language.KK, Language.RU


def test_a_whole_card_in_kazakh() -> None:
    assert shown(cards.card(), load_texts(KK)) == (
        "expenditure/04 атауы\n"
        "12 523 223 мың теңге (шамамен 12,5 млрд теңге)\n"
        "Тараз · 2013 жылғы бюджет · коды 04\n"
        "Жоспар: 11.12.2013 № 21-3 шешімі бойынша (жүктелгендердің ең соңғысы)\n"
        "\n"
        "• барлық шығындағы үлесі: 55,6 % (барлығы 22 521 234 мың теңге)\n"
        "• 08.04.2013 № 12-3 шешімінен бері: +523 223 мың теңге (бұрын 12 000 000 болған)\n"
        "• бастапқы бюджеттен (14.12.2012 № 10-3) бері: +1 523 223 мың теңге (бұрын 11 000 000 болған)\n"
        "\n"
        "Дереккөз: Тараз қалалық мәслихаты, 11.12.2013 № 21-3 шешімі, 1-қосымша, 53-жол"
    )


def test_a_whole_card_in_russian() -> None:
    assert shown(cards.card(), load_texts(RU)) == (
        "Название expenditure/04\n"
        "12 523 223 тыс. тенге (около 12,5 млрд тенге)\n"
        "Тараз · бюджет на 2013 год · код 04\n"
        "План по решению № 21-3 от 11.12.2013 (последнее из загруженных)\n"
        "\n"
        "• 55,6 % всех расходов (22 521 234 тыс. тенге)\n"
        "• с решения № 12-3 от 08.04.2013: +523 223 тыс. тенге (было 12 000 000)\n"
        "• с первоначального бюджета (№ 10-3 от 14.12.2012): +1 523 223 тыс. тенге (было 11 000 000)\n"
        "\n"
        "Источник: Таразский городской маслихат, решение № 21-3 от 11.12.2013, приложение 1, строка 53"
    )


def test_codes_stand_with_dots_and_can_be_copied(texts: Texts) -> None:
    view = card_view(cards.card(cards.line("expenditure/04/464/009")), texts)
    assert [span.text for span in view.spans if span.style is Style.CODE] == ["04 · 464 · 009"]


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


def test_blocks_of_an_administrator_are_listed(texts: Texts) -> None:
    blocks = tuple(cards.block(row, row * 10) for row in range(10, 17))
    text = shown(cards.card(replace(cards.line(), blocks=blocks)), texts)
    more = texts.get("card-blocks-more", count=2)
    assert texts.get("card-blocks", count=7, amounts=f"100 + 110 + 120 + 130 + 140 + {more}") in text
    assert texts.get("card-blocks", count=1, amounts="") not in shown(cards.card(), texts)


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


@pytest.mark.parametrize("previous", [cards.APRIL, cards.ORIGINAL])
def test_they_stand_behind_the_change_that_they_are_in(texts: Texts, previous: DecisionInfo) -> None:
    """That is the change since the decision before; since the original there may be more of them."""
    since = cards.change(previous, 1, skipped=(cards.MAY,))
    rows = shown(cards.card(since_previous=since), texts).splitlines()
    [at] = [number for number, row in enumerate(rows) if "№ 13-3" in row]
    assert f"№ {previous.number}" in rows[at - 1]


def test_two_figures_that_should_be_one_are_both_told(texts: Texts) -> None:
    found = Disagreement(DiscrepancyKind.SUM, 5_000_000, 6_000_000)
    unsure = Disagreement(DiscrepancyKind.LANGUAGE, None, 7_000_000, certain=False)
    unit = texts.get("unit-thousand")
    said = texts.get("conflict-sum", printed="5 000", expected="6 000", unit=unit)
    once = shown(cards.card(discrepancies=(found, found)), texts)
    assert once.count(said) == 1
    assert texts.get("conflict-more", count=1) not in once
    both = shown(cards.card(discrepancies=(found, unsure)), texts)
    assert texts.get("conflict-more", count=1) in both
    nothing = texts.get("conflict-nothing")
    other = texts.get("conflict-language", printed=nothing, expected="7 000", unit=unit)
    assert texts.get("conflict-unsure", said=other) in shown(cards.card(discrepancies=(unsure,)), texts)


def test_the_source_links_to_the_document(texts: Texts) -> None:
    card = cards.card(decision=cards.decision(urls={Language.RU: "https://example.org/a"}), appendix=None)
    view = card_view(card, texts)
    (link,) = [span for span in view.spans if span.style is Style.LINK]
    assert link.url == "https://example.org/a"
    assert texts.get("source-appendix", appendix="1") not in plain_text(view)


def test_a_decision_without_a_page_leads_to_where_its_table_was_read(texts: Texts) -> None:
    page = "https://zan.gov.kz/client/#!/doc/128266/rus/31.07.2019"
    view = card_view(replace(cards.card(), line=cards.line(url=page)), texts)
    assert [span.url for span in view.spans if span.style is Style.LINK] == [page]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "https://a b", None])
def test_an_address_that_is_none_is_no_link(texts: Texts, url: str | None) -> None:
    view = card_view(cards.card(decision=cards.decision(urls={Language.KK: url})), texts)
    assert not [span for span in view.spans if span.style is Style.LINK]


def test_an_unknown_council_is_named_by_its_place(texts: Texts) -> None:
    card = cards.card(decision=cards.decision(bodies={}))
    assert texts.get("source-body-unknown", place="Тараз") in shown(card, texts)


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


def test_the_card_of_a_line_that_is_gone_says_since_when(texts: Texts) -> None:
    first, second, third = (
        cards.decision(number, dt.date(2013, month, 1))
        for number, month in (("12-3", 4), ("15-3", 7), ("21-3", 12))
    )
    there, gone, gone_still = cards.step(first, 20), cards.step(second), cards.step(third)
    edition = replace(cards.card().edition, decision=first)
    card = replace(cards.card(), newest=False, edition=edition, ledger=(there, gone, gone_still))
    since = texts.get("card-gone", number="15-3", date="01.07.2013")
    assert since in shown(card, texts)
    back = replace(card, ledger=(there, gone, cards.step(third, 5)))
    assert since not in shown(back, texts)
    assert since not in shown(replace(card, newest=True), texts)
