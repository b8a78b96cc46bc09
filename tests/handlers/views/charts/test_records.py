"""What stands in the charts: stored figures, stated sums, their doubts and their sources, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from handlers.views.actions import ChartKind, DrawChart
from handlers.views.amounts import NBSP
from handlers.views.charts.changes_sheet import ROOM, changes_sheet, share_room
from handlers.views.charts.frame import ChartView
from handlers.views.charts.history_chart import ROWS_SHOWN, history_chart
from handlers.views.charts.records import (
    ChangesSheet,
    HistoryChart,
    StructureChart,
    Tone,
    WaterfallChart,
    close_axis,
    position,
)
from handlers.views.charts.structure import BARS_SHOWN, structure_button, structure_chart
from handlers.views.charts.waterfall import LINES_EACH_WAY, waterfall_chart
from handlers.views.doubts import MARK
from handlers.views.message import plain_text
from handlers.views.texts import Texts, load_texts
from parser.kinds import Doubt
from parser.records import Language, Section
from storage.reading.differences import Changes, Flow, TotalChange
from storage.reading.records import Card, Children
from tests.handlers.views import cards
from tests.handlers.views.cards import APRIL, DECEMBER, MAY, ORIGINAL, THOUSAND, changed, step

RU = load_texts(Language.RU)
STEPS = (
    step(ORIGINAL, 242_000),
    step(APRIL, 719_855, 477_855),
    step(MAY, loaded=False),
    step(DECEMBER, 700_000, -19_855),
)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def history(card: Card, texts: Texts) -> HistoryChart:
    chart = history_chart(card, texts).chart
    assert isinstance(chart, HistoryChart)
    return chart


def waterfall(changes: Changes, texts: Texts = RU) -> WaterfallChart:
    view = waterfall_chart(changes, Section.EXPENDITURE, texts)
    assert view is not None
    assert isinstance(view.chart, WaterfallChart)
    return view.chart


def structure(card: Card, texts: Texts = RU) -> StructureChart:
    view = structure_chart(card, texts)
    assert view is not None
    assert isinstance(view.chart, StructureChart)
    return view.chart


def sheet(changes: Changes, texts: Texts = RU) -> ChangesSheet:
    view = changes_sheet(changes, texts)
    assert view is not None
    assert isinstance(view.chart, ChangesSheet)
    return view.chart


def expenditure(old: int, new: int, doubt: Doubt | None = None) -> dict[str, TotalChange]:
    return {"expenditure": TotalChange(old * THOUSAND, new * THOUSAND, doubt)}


def test_a_whole_history() -> None:
    chart = history(cards.card(ledger=STEPS), RU)
    assert [
        (row.decision, row.date, plain(row.label), plain(row.remark), row.tone.value, row.known)
        for row in chart.rows
    ] == [
        ("№ 10-3", "14.12.2012", "242 000", "утверждено", "whole", True),
        ("№ 12-3", "08.04.2013", "719 855", "+477 855", "rise", True),
        ("№ 13-3", "24.05.2013", "не загружено, сумма неизвестна", "", "gap", False),
        ("№ 21-3", "11.12.2013", "700 000", "−19 855", "cut", True),
    ]
    assert [row.amount for row in chart.rows] == [242_000_000, 719_855_000, None, 700_000_000]
    assert plain(chart.total) == "С первоначального бюджета: +458 000 тыс. тенге, +189,3 %"
    assert chart.frame.title == "Название expenditure/04"
    assert chart.frame.about == ("История изменений · 04", "Тараз · 2013 · тыс. тенге")
    assert chart.frame.notes == (RU.get("chart-gaps"),)
    assert chart.axis == (0, 719_855_000)


def test_a_history_from_an_old_edition_marks_it_and_sums_up_to_its_end(texts: Texts) -> None:
    card = cards.card(ledger=STEPS, newest=False)
    old = replace(card, edition=replace(card.edition, decision=APRIL))
    chart = history(old, texts)
    assert [row.shown for row in chart.rows] == [False, True, False, False]
    assert texts.get("chart-shown") in chart.frame.notes
    assert chart.total == history(card, texts).total


def test_a_total_of_what_is_not_known_is_not_said(texts: Texts) -> None:
    for steps in (STEPS[1:], STEPS[:3], (step(ORIGINAL), STEPS[1]), STEPS[:1], (*STEPS, step(DECEMBER))):
        assert history(cards.card(ledger=steps), texts).total == ""


def test_a_line_that_came_and_did_not_change(texts: Texts) -> None:
    chart = history(cards.card(ledger=(step(ORIGINAL), step(APRIL, 5, 5), step(DECEMBER, 5, 0))), texts)
    assert chart.rows[0].label == texts.get("ledger-absent")
    assert [row.remark for row in chart.rows[1:]] == [
        texts.get("ledger-appeared"),
        texts.get("ledger-unchanged"),
    ]


def test_a_doubtful_step_is_marked_and_explained(texts: Texts) -> None:
    last = replace(STEPS[-1], doubt=Doubt.SCANNED, delta_doubt=Doubt.SCANNED)
    chart = history(cards.card(ledger=(*STEPS[:-1], last)), texts)
    assert chart.rows[-1].label.endswith(MARK)
    assert chart.rows[-1].remark.endswith(MARK)
    assert chart.total.endswith(MARK)
    assert texts.get("doubt-scanned") in chart.frame.notes


def test_a_long_history_says_what_it_leaves_out(texts: Texts) -> None:
    days = [dt.date(2013, 1, 1) + dt.timedelta(each) for each in range(30)]
    steps = (
        step(ORIGINAL, 1),
        *(step(cards.decision(f"{each}-1", day), 2, 1) for each, day in enumerate(days)),
    )
    chart = history(cards.card(ledger=steps), texts)
    assert len(chart.rows) == ROWS_SHOWN + 1
    assert chart.rows[1].label == texts.get("ledger-left-out", count=31 - ROWS_SHOWN)
    assert [chart.rows[0].decision, chart.rows[-1].decision] == ["№ 10-3", "№ 29-1"]


def test_a_whole_waterfall() -> None:
    chart = waterfall(
        cards.changes(
            changed("expenditure/04/464/003", 50, 100),
            changed("expenditure/04/464/009", 50, 30),
            changed("expenditure/07/458/041", None, 7, "added"),
            changed("expenditure/04", 100, 130, telling=False),
            changed("revenue/1", 10, 12),
            totals=expenditure(100, 137),
        )
    )
    assert [(row.name, plain(row.label), row.start, row.end, row.tone.value) for row in chart.rows] == [
        ("Было: № 12-3 от 08.04.2013", "100", 0, 100_000, "whole"),
        ("Название expenditure/04/464/003", "+50", 100_000, 150_000, "rise"),
        ("Новая: Название expenditure/07/458/041", "+7", 150_000, 157_000, "rise"),
        ("Название expenditure/04/464/009", "−20", 157_000, 137_000, "cut"),
        ("Стало: № 21-3 от 11.12.2013", "137", 0, 137_000, "whole"),
    ]
    assert chart.frame.about == ("Расходы · Тараз · 2013 · тыс. тенге",)
    assert "№ 21-3 от 11.12.2013, приложение 1" in chart.frame.source


def test_what_no_line_explains_is_a_step_of_its_own(texts: Texts) -> None:
    chart = waterfall(cards.changes(changed("expenditure/04", 1, 2), totals=expenditure(100, 90)), texts)
    assert [(row.tone, plain(row.label)) for row in chart.rows[1:-1]] == [
        (Tone.RISE, "+1"),
        (Tone.GAP, "−11"),
    ]
    assert texts.get("chart-gap") in chart.frame.notes


@pytest.mark.parametrize("count", [LINES_EACH_WAY + 1, LINES_EACH_WAY + 2])
def test_smaller_changes_are_summed(texts: Texts, count: int) -> None:
    lines = [changed(f"expenditure/04/464/{each:03}", 10, 11 + each) for each in range(count)]
    total = sum(1 + each for each in range(count))
    chart = waterfall(cards.changes(*lines, totals=expenditure(100, 100 + total)), texts)
    assert len(chart.rows) == 2 + min(count, LINES_EACH_WAY + 1)
    if count > LINES_EACH_WAY + 1:
        assert chart.rows[-2].name == texts.get("chart-rest-rises", count=2)
        assert chart.rows[-2].label == "+3"
    assert chart.rows[-2].end == chart.rows[-1].end


def test_a_program_that_moved_is_no_cut_and_no_rise(texts: Texts) -> None:
    old, new = "expenditure/07/458/015", "expenditure/07/464/015"
    gone = replace(changed(old, 40, None, "removed"), moved_to=new)
    here = replace(changed(new, None, 45, "added"), moved_from=old)
    changes = cards.changes(gone, here, totals=expenditure(100, 105))
    assert [row.label for row in waterfall(changes, texts).rows] == ["100", "+5", "105"]
    [table] = sheet(changes, texts).tables
    assert table.title == texts.get("sheet-moved")
    assert table.rows[0].name.startswith(texts.get("sheet-moved-from", code="07 458 015", name="").strip())
    [row] = table.rows
    assert (row.code, row.old, row.new, row.delta) == ("07 464 015", "40", "45", "+5")
    assert "07 458 015" in row.name


def test_equal_names_are_told_apart_by_their_codes(texts: Texts) -> None:
    lines = [
        replace(
            changed(f"expenditure/{group}/458/041", 1, 3),
            names={Language.KK: "Өзгелер", Language.RU: "Прочие"},
        )
        for group in ("07", "12")
    ]
    names = [row.name for row in waterfall(cards.changes(*lines, totals=expenditure(10, 14)), texts).rows]
    assert [name.partition(" · ")[0] for name in names[1:3]] == ["07 458 041", "12 458 041"]
    lines[1] = replace(lines[1], old=None, status="added")
    names = [row.name for row in waterfall(cards.changes(*lines, totals=expenditure(10, 14)), texts).rows]
    assert any("07 458 041 · " in name for name in names)
    assert any("12 458 041 · " in name for name in names)  # behind the word that it is new


def test_doubts_are_marked_in_a_waterfall(texts: Texts) -> None:
    line = replace(changed("expenditure/04", 1, 2), doubt=Doubt.UNSURE)
    chart = waterfall(cards.changes(line, totals=expenditure(10, 12, Doubt.SCANNED)), texts)
    assert all(row.label.endswith(MARK) for row in chart.rows)
    assert {texts.get("doubt-unsure"), texts.get("doubt-scanned")} <= {*chart.frame.notes}


@pytest.mark.parametrize("totals", [{}, {"expenditure": TotalChange(None, 5)}, expenditure(5, 5)])
def test_without_both_totals_or_a_change_there_is_no_waterfall(totals: dict[str, TotalChange]) -> None:
    assert waterfall_chart(cards.changes(totals=totals), Section.EXPENDITURE, RU) is None
    assert waterfall_chart(cards.changes(previous=None), Section.EXPENDITURE, RU) is None


def test_a_scale_that_does_not_begin_at_zero_says_so(texts: Texts) -> None:
    near = waterfall(cards.changes(changed("expenditure/04", 1, 2), totals=expenditure(1000, 1001)), texts)
    far = waterfall(cards.changes(changed("expenditure/04", 1, 901), totals=expenditure(100, 1000)), texts)
    said = texts.get("chart-scale")
    assert (said in near.frame.notes, said in far.frame.notes) == (True, False)
    assert near.axis[0] > 0 == far.axis[0]


def parts(*amounts: int) -> Children:
    lines = [cards.line(f"expenditure/04/{each:03}", amount) for each, amount in enumerate(amounts)]
    return Children(tuple(lines), len(lines), 0)


def test_a_whole_structure() -> None:
    card = cards.card(cards.line("expenditure/04", 1000), children=parts(700, 300, 1, -1))
    chart = structure(card)
    assert [(bar.name, plain(bar.label), plain(bar.share), bar.tone.value) for bar in chart.bars] == [
        ("Название expenditure/04/000", "700", "70,0 %", "part"),
        ("Название expenditure/04/001", "300", "30,0 %", "part"),
        ("Название expenditure/04/002", "1", "0,1 %", "part"),
        ("Название expenditure/04/003", "−1", "", "part"),
    ]
    assert plain(chart.total) == "Всего: 1 000 тыс. тенге"
    assert chart.axis == (-1_000, 1_000_000), "a bar's length is its share of the whole"
    assert chart.frame.notes == (RU.get("chart-zero"),)
    assert chart.frame.about == ("Тараз · 2013 · № 21-3 от 11.12.2013",)


def test_what_has_no_room_is_summed_and_what_is_missing_shown(texts: Texts) -> None:
    card = cards.card(cards.line("expenditure/04", 100), children=parts(*[5] * (BARS_SHOWN + 3)))
    *_, rest, gap = structure(card, texts).bars
    assert (rest.name, rest.label, rest.tone) == (texts.get("chart-rest", count=3), "15", Tone.REST)
    assert (gap.label, gap.share, gap.tone) == ("+30", "", Tone.GAP)
    assert texts.get("chart-gap-parts") in structure(card, texts).frame.notes


def test_a_balance_has_no_structure(texts: Texts) -> None:
    assert structure_chart(cards.card(cards.line("financing"), children=parts(1, 2)), texts) is None
    assert structure_chart(cards.card(), texts) is None
    assert structure_button(cards.address("financing"), 9, texts) == ()
    assert structure_button(cards.address("expenditure/04"), 1, texts) == ()


def test_both_sides_lead_to_each_other(texts: Texts) -> None:
    view = structure_chart(cards.card(cards.line("revenue", 5), children=parts(5)), texts, dark=True)
    assert view is not None
    assert view.chart.frame.title == texts.get("chart-where-revenue")
    # In the colours that the person chose, whatever those of this picture are.
    assert [button.action for button in view.caption.buttons] == [
        DrawChart(ChartKind.STRUCTURE, cards.address("expenditure")),
        DrawChart(ChartKind.STRUCTURE, cards.address("revenue"), dark=False),
    ]


def test_a_whole_page() -> None:
    flow = Flow((), (), -20_000, 57_000, 37_000, 0, balanced=True)
    page = sheet(
        cards.changes(
            changed("expenditure/04/464/003", 50, 100),
            changed("expenditure/04/464/009", 50, 30),
            changed("expenditure/07/458/041", None, 7, "added"),
            changed("revenue/1", 10, 47),
            changed("net_lending/5/01", 4, 9),
            totals={"revenue": TotalChange(10_000, 47_000), **expenditure(100, 137)},
            flow=flow,
        )
    )
    assert [(row.name, row.old, row.new, row.delta) for row in page.headline] == [
        ("Доходы", "10", "47", "+37"),
        ("Расходы", "100", "137", "+37"),
    ]
    assert page.verdict == "✓ Изменения строк точно сходятся с итогами."
    assert [
        (table.title, [(row.code, row.old, row.new, row.delta) for row in table.rows])
        for table in page.tables
    ] == [
        ("Откуда и куда ушли деньги", [("", "", "", "+37")]),
        ("Расходы: прибавили", [("04 464 003", "50", "100", "+50")]),
        ("Расходы: убавили", [("04 464 009", "50", "30", "−20")]),
        ("Расходы: новые строки", [("07 458 041", "—", "7", "+7")]),
        ("Доходы: прибавили", [("1", "10", "47", "+37")]),
        ("Другие разделы", [("5 01", "4", "9", "+5")]),
    ]
    assert page.frame.about == ("Тараз · 2013", "По сравнению с решением № 12-3 от 08.04.2013, тыс. тенге")


def test_what_has_no_room_on_the_page_is_counted_and_summed(texts: Texts) -> None:
    lines = [changed(f"expenditure/04/464/{each:03}", 10, 11) for each in range(60)]
    lines += [changed("revenue/1/01/1", 5, 4)]
    page = sheet(cards.changes(*lines), texts)
    assert sum(2 + len(table.rows) for table in page.tables) < ROOM
    rises, cuts = page.tables
    left = 60 - len(rises.rows)
    assert left > 0
    assert rises.note == texts.get("sheet-rest", count=left, amount=f"+{left}")
    assert (len(cuts.rows), cuts.note) == (1, "")


@pytest.mark.parametrize(
    ("sizes", "room", "limits"),
    [
        ([3, 3], 100, [3, 3]),
        ([9, 1], 9, [3, 1]),
        ([9, 9, 9], 1, [1, 1, 1]),
        ([], 10, []),
    ],
)
def test_room_is_shared(sizes: list[int], room: int, limits: list[int]) -> None:
    assert share_room(sizes, room) == limits


def test_a_page_says_what_does_not_add_up(texts: Texts) -> None:
    gap = cards.changes(flow=Flow((), (), 0, 5, 1, None, balanced=False), gap=(), skipped=(MAY,))
    page = sheet(gap, texts)
    assert page.tables[0].note == "⚠ " + texts.get("sheet-unbalanced")
    assert "№ 13-3" in page.frame.notes[0]


def test_every_caption_is_short_and_names_its_source(texts: Texts) -> None:
    long = dict.fromkeys(Language, "Ө" * 400)
    line = replace(cards.line("expenditure/04", 5), names=long)
    card = cards.card(line, ledger=STEPS, children=parts(5))
    views = [
        history_chart(card, texts),
        structure_chart(card, texts),
        waterfall_chart(cards.changes(), Section.EXPENDITURE, texts),
        changes_sheet(cards.changes(), texts),
    ]
    for view in views:
        assert isinstance(view, ChartView)
        caption = plain_text(view.caption)
        assert len(caption.encode("utf-16-le")) // 2 <= 1024
        assert texts.get("card-source") in caption


def test_a_scale() -> None:
    assert close_axis((5, 5)) == (0, 5)
    assert close_axis((-3, 7)) == (-3, 7)
    assert close_axis((100, 110)) == (97, 113)
    assert close_axis((0, 10)) == (0, 10)
    assert [position(amount, (0, 10)) for amount in (-1, 0, 5, 10, 11)] == [0, 0, 0.5, 1, 1]
