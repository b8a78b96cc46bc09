"""Charts made by hand, for tests that draw."""

from __future__ import annotations

from handlers.views.charts.records import (
    ChangesSheet,
    Chart,
    ChartFrame,
    HistoryChart,
    HistoryRow,
    Picture,
    ShareBar,
    SheetRow,
    SheetTable,
    StructureChart,
    Tone,
    WaterfallChart,
    WaterfallRow,
    close_axis,
    zero_axis,
)

LONG = "Өңірлерді дамыту бағдарламасы шеңберінде өңірлердің экономикалық дамуына жәрдемдесу " * 4


def frame(title: str = "Білім беру") -> ChartFrame:
    """The words around a chart."""
    return ChartFrame(title, ("Тараз · 2013",), ("Шкала нөлден басталмайды.",), "Дереккөз: № 12-3 шешім")


def history(*amounts: int | None, title: str = "Білім беру") -> HistoryChart:
    """A history; what is None is not loaded."""
    rows = tuple(
        HistoryRow(
            f"№ {index}-3",
            "08.04.2013",
            amount,
            f"{amount}",
            "+1",
            Tone.RISE,
            known=amount is not None,
            stroke=Tone.RISE,
        )
        for index, amount in enumerate(amounts)
    )
    return HistoryChart(frame(title), rows, close_axis(tuple(each or 0 for each in amounts)), "+1")


def waterfall(*deltas: int, start: int = 1000, name: str = "Мектептер") -> WaterfallChart:
    """A waterfall from a total through some changes."""
    rows = [WaterfallRow("Бұрын", f"{start}", 0, start, Tone.WHOLE)]
    for delta in deltas:
        at = rows[-1].end
        tone = Tone.RISE if delta > 0 else Tone.CUT if delta < 0 else Tone.GAP
        rows.append(WaterfallRow(name, f"{delta}", at, at + delta, tone))
    rows.append(WaterfallRow("Енді", f"{rows[-1].end}", 0, rows[-1].end, Tone.WHOLE))
    return WaterfallChart(frame(), tuple(rows), close_axis(tuple(row.end for row in rows)))


def structure(*amounts: int, name: str = "Мектептер") -> StructureChart:
    """Parts of a line."""
    bars = tuple(ShareBar(name, amount, f"{amount}", "1 %", Tone.PART) for amount in amounts)
    return StructureChart(frame(), "Барлығы: 1", bars, zero_axis((*amounts, 0)))


def sheet(rows: int = 3, name: str = "Мектептер") -> ChangesSheet:
    """A page to print."""
    row = SheetRow(name, "04 464 009", "1", "2", "+1", Tone.RISE)
    table = SheetTable("Шығындар: көбейгені", (row,) * rows, "тағы 3 жол")
    return ChangesSheet(frame(), ("бұрын", "енді", "өзгеріс"), (row,), "✓", (table,))


KINDS: dict[str, Chart] = {
    "history": history(5_000, None, 4_000, 4_000),
    "waterfall": waterfall(50, -20, 0),
    "structure": structure(700, 200, 100),
    "sheet": sheet(),
}


def told(what: str) -> Picture:
    """A picture whose title tells a scripted process what to do."""
    return Picture(history(1, title=what))
