"""What a decision changed: totals, the largest rises and cuts by section, and whether it adds up."""

from __future__ import annotations

from dataclasses import replace

from handlers.views.actions import ChartKind, DrawChart, OpenChangedLines, OpenChanges, OpenLine, ShareInline
from handlers.views.amounts import figure
from handlers.views.changed_lines import UNIT, inside_changes
from handlers.views.changed_names import name_changed_lines
from handlers.views.changed_pages import changed_lines_view
from handlers.views.changes import LINES_SHOWN, changes_view
from handlers.views.lines import short_name
from handlers.views.message import plain_text
from handlers.views.table_actions import TakeChanges
from handlers.views.texts import Texts, load_texts
from handlers.views.ways import ANSWERED
from parser.kinds import Doubt
from parser.question.decision_list import as_question_of_decisions
from parser.question.reading import read_question
from parser.records import Language
from storage.answering.answer import DecisionChanges
from storage.answering.page import Page
from storage.answering.request import Heard
from storage.reading.address import LineAddress
from storage.reading.differences import Changes, Gap, TotalChange
from tests.handlers.views import cards
from tests.handlers.views.cards import changed


def shown(changes: Changes, texts: Texts) -> str:
    return plain_text(changes_view(changes, texts)).replace("\u00a0", " ")


def answering(changes: Changes, texts: Texts, asked: str = "что изменилось") -> DecisionChanges:
    heard = Heard(read_question(asked), texts.language, language_is_plain=True)
    return DecisionChanges(heard, changes, Page((), 0))


def test_a_line_with_nothing_in_it_is_not_called_removed(texts: Texts) -> None:
    gone = changed("expenditure/07/458/042", 7, None, "removed")
    changes = cards.changes(gone, changed("expenditure/04/464/009", 20, 0))
    view = changes_view(changes, texts, answer=answering(changes, texts, "какие строки обнулили"))
    text = plain_text(view).replace("\u00a0", " ")
    removed, zeroed = texts.get("changes-removed", section=texts.get("section-expenditure")), "changes-zeroed"
    assert text.index(removed) < text.index("−7") < text.index(texts.get(zeroed)) < text.index("−20")
    assert texts.get("changes-line-removed", delta="−20", name="") not in text


def test_the_decisions_official_page_opens(texts: Texts) -> None:
    url = "https://zan.gov.kz/client/#!/doc/133972/rus"
    edition = cards.card(decision=cards.decision(urls={texts.language: url})).edition
    for adopted in ({}, {"previous": None}):
        changes = cards.changes(changed("revenue/1", 10, 12), edition=edition, **adopted)
        links = [(span.text, span.url) for span in changes_view(changes, texts).spans if span.url]
        assert links == [(texts.get("official-page"), url)]


def test_the_address_of_the_official_page_is_written_out_where_it_is_asked_for(texts: Texts) -> None:
    url = "https://zan.gov.kz/client/#!/doc/133972/rus"
    edition = cards.card(decision=cards.decision(urls={texts.language: url})).edition
    question = as_question_of_decisions(read_question("ссылка на 21-3"))
    changes = cards.changes(changed("revenue/1", 10, 12), edition=edition)
    answer = DecisionChanges(Heard(question, texts.language, language_is_plain=True), changes, Page((), 0))
    first = plain_text(changes_view(changes, texts, answer=answer)).partition("\n")[0]
    assert first == f"{texts.get('page-known', number='21-3', date='11.12.2013')} {url}"


def test_a_line_that_has_another_name_only_says_so(texts: Texts) -> None:
    changes = cards.changes(
        changed("expenditure/04/464/003", 50, 100), changed("expenditure/07/458/043", 9, 9, "renamed")
    )
    line = LineAddress(cards.card().edition.address, "expenditure")
    here = OpenChangedLines(changes.edition.decision.address, line)
    text = plain_text(changed_lines_view(changes, here, texts)).replace("\u00a0", " ")
    tail = texts.get("changes-line-renamed", name="\0").rpartition("\0")[2]
    [said] = [each for each in text.split("\n") if each.endswith(tail)]
    assert "→" not in said


def test_programs_of_one_name_are_told_apart_by_their_office_else_by_their_codes(texts: Texts) -> None:
    one, other, third = (f"expenditure/{path}" for path in ("01/112/003", "01/122/003", "04/122/003"))
    lines = [
        replace(changed(path, 5, 9), names=dict.fromkeys(Language, "Прочие")) for path in (one, other, third)
    ]
    apparatus = {
        f"expenditure/{above}": cards.line(f"expenditure/{above}") for above in ("01/112", "01/122", "04/122")
    }
    for path in ("expenditure/01/122", "expenditure/04/122"):
        apparatus[path] = replace(apparatus[path], names=dict.fromkeys(Language, "Аппарат"))
    changes = cards.changes(*lines, printed=apparatus)
    office = short_name("expenditure/01/112", apparatus["expenditure/01/112"].names, texts)
    names = [f"Прочие ({office})", "Прочие (Аппарат) (01 · 122 · 003)", "Прочие (Аппарат) (04 · 122 · 003)"]
    assert list(name_changed_lines(changes, texts).values()) == names
    assert all(name in shown(changes, texts) for name in names)
    page = OpenChangedLines(changes.edition.decision.address, LineAddress(changes.edition.address, one))
    listed = plain_text(changed_lines_view(changes, page, texts))
    assert all(name in listed for name in names)


def test_whole_changes_in_russian() -> None:
    changes = cards.changes(
        changed("revenue/1", 10, 12),
        changed("expenditure", 100, 130, telling=False),
        changed("expenditure/04", 100, 130, telling=False),
        changed("expenditure/04/464", 100, 130, telling=False),
        changed("expenditure/04/464/003", 50, 100),
        changed("expenditure/04/464/009", 50, 30),
        changed("expenditure/07/458/041", None, 7, "added"),
        changed("expenditure/07/458/042", 7, None, "removed"),
        changed("expenditure/07/458/043", 9, 9, "renamed"),
        changed("deficit", 5, 9),
        skipped=(cards.MAY,),
        totals={
            "revenue": TotalChange(5_000, 5_000),
            "expenditure": TotalChange(100_000, 130_000),
            "deficit": TotalChange(None, -1),
        },
    )
    assert shown(changes, load_texts(Language.RU)) == (
        "Что изменило решение № 21-3 от 11.12.2013\n"
        "Тараз · 2013\n"
        "По сравнению с решением № 12-3 от 08.04.2013, тыс. тенге\n"
        "между ними не загружено: № 13-3 от 24.05.2013\n"
        "\n"
        "• Доходы: 5, без изменений\n"
        "• Расходы: 100 → 130 (+30)\n"
        "\n"
        "Расходы: прибавили\n"
        "• +50 — Название expenditure/04/464/003\n"
        "• +7 — Название expenditure/07/458/041 (новая строка)\n"
        "\n"
        "Расходы: убавили\n"
        "• −20 — Название expenditure/04/464/009\n"
        "• −7 — Название expenditure/07/458/042 (строка снята)\n"
        "\n"
        "Доходы: прибавили\n"
        "• +2 — Название revenue/1\n"
        "\n"
        "✓ Изменения строк точно сходятся с итогами."
    )


def test_more_repaid_is_less_net_lending(texts: Texts) -> None:
    """Whether repayments are printed with a minus or without: what comes back cuts the balance."""
    for sign in (1, -1):
        text = shown(
            cards.changes(
                changed("net_lending/loans", 50, 70),
                changed("net_lending/5/01/1", sign * 20, sign * 30),
                changed("net_lending/5/01/2", None, sign * 4, "added"),
                changed("net_lending/5/01/3", sign * 7, None, "removed"),
                changed("financial_assets/6/01/1", sign * 9, sign * 8),
                changed("financing_payments/16/452/008", 20, 25),
            ),
            texts,
        )
        blocks = [block.split("\n") for block in text.split("\n\n")]
        moved = {block[0]: [line.split(" — ")[0] for line in block[1:]] for block in blocks[2:-1]}
        lending, assets, payments = (
            texts.get(f"section-{section}")
            for section in ("net_lending", "financial_assets", "financing_payments")
        )
        assert moved == {
            texts.get("changes-rises", section=lending): ["• +20", "• +7"],
            texts.get("changes-cuts", section=lending): ["• −10", "• −4"],
            texts.get("changes-rises", section=assets): ["• +1"],
            texts.get("changes-rises", section=payments): ["• +5"],
        }
        minus = "−" if sign < 0 else ""
        name = "net_lending/5/01/1 атауы" if texts.language == "kk" else "Название net_lending/5/01/1"
        before, after = f"{minus}20", f"{minus}30"
        said = texts.get("changes-line-returned", delta="−10", name=name, old=before, new=after)
        assert f"• {said}" in text.split("\n")


def test_a_line_that_is_new_is_not_called_unchanged(texts: Texts) -> None:
    whole = cards.match("expenditure/04/464", doubt=Doubt.SCANNED)
    for amount, is_new in ((500, True), (None, False)):
        own = [changed(whole.path, None, amount, "added")] if is_new else []
        told = inside_changes(answering(cards.changes(*own), texts), whole, texts)
        text = "\n".join("".join(span.text for span in line) for block in told for line in block)
        same = texts.get("changes-total-same", section="", new="").rpartition(",")[2]
        assert (same in text) is not is_new
        assert texts.get("doubt-scanned") in text


def test_a_total_that_was_not_printed_before_is_not_called_unchanged(texts: Texts) -> None:
    whole = cards.match("expenditure")
    same = texts.get("changes-total-same", section="", new="").rpartition(",")[2]
    for old in (None, whole.line.amount):
        total = TotalChange(old, whole.line.amount)
        changes = cards.changes(totals={"expenditure": total})
        told = inside_changes(answering(changes, texts), whole, texts)
        text = "".join(span.text for span in told[0][0])
        assert figure(whole.line.amount, UNIT, texts) in text
        assert (same in text) is (old is not None)


def test_what_does_not_fit_is_counted(texts: Texts) -> None:
    lines = [changed(f"expenditure/04/464/{number:03}", 1, 2) for number in range(LINES_SHOWN + 3)]
    assert texts.get("changes-more", count=3) in shown(cards.changes(*lines), texts)


def test_a_gap_is_shown(texts: Texts) -> None:
    text = shown(cards.changes(gap=(Gap("expenditure/04", 5, 4),)), texts)
    assert texts.get("changes-gap", count=1) in text
    assert texts.get("changes-reconciled") not in text
    assert texts.get("changes-none") in text


def test_without_a_previous_edition_nothing_is_compared(texts: Texts) -> None:
    back = cards.address("expenditure/04")
    opened = OpenChanges(cards.changes().edition.decision.address, back, ANSWERED)
    view = changes_view(cards.changes(previous=None), texts, opened)
    assert texts.get("changes-no-previous") in plain_text(view)
    assert texts.get("changes-reconciled") not in plain_text(view)
    *sides, last = view.buttons
    assert [side.text for side in sides] == [
        texts.get("section-revenue"),
        texts.get("section-expenditure"),
    ]
    assert last.action == OpenLine(back, ANSWERED)


def test_without_a_way_back_there_are_only_the_picture_the_table_and_sharing(texts: Texts) -> None:
    actions = [button.action for button in changes_view(cards.changes(), texts).buttons]
    here = LineAddress(cards.card().edition.address, "expenditure")
    table = TakeChanges(cards.DECEMBER.address, here.as_of(None))
    assert actions[:-1] == [DrawChart(ChartKind.WATERFALL, here), table]
    assert isinstance(actions[-1], ShareInline)


def test_what_did_not_change_has_no_chart(texts: Texts) -> None:
    view = changes_view(cards.changes(totals={}), texts)
    shown = [texts.get(key) for key in ("button-table", "button-share")]
    assert [button.text for button in view.buttons] == shown
