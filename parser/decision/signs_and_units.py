"""Signs and units that clause figures leave open, settled by arithmetic and by the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parser.budget_code import IDENTITIES, PAIRED, aliases, expected_amount
from parser.decision.clause_figures import PrintedFigure
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import ClauseFigure, Edition


def settle(
    figures: Sequence[PrintedFigure], editions: Sequence[Edition], findings: Findings
) -> tuple[ClauseFigure, ...]:
    """Settles signs and units by arithmetic and by the tables.

    Args:
        figures: as printed.
        editions: the decision's tables, to compare with.
        findings: takes each figure whose sign or unit stays a guess.

    Returns:
        The figures in tenge.
    """
    settled: list[ClauseFigure] = []
    groups: dict[tuple[str | None, int | None, str], list[PrintedFigure]] = {}
    for figure in figures:
        groups.setdefault((figure.place, figure.year, figure.clause.split(".")[0]), []).append(figure)
    for (place, year, _), group in groups.items():
        edition = find_edition(editions, place, year)
        amounts = {line.path: line.amount for line in reversed(edition.lines)} if edition else {}
        usual = Counter(f.scale for f in group if f.scale not in (None, 1)).most_common(1)
        unit = int(usual[0][0] or 1000) if usual else (edition.unit if edition else 1000)
        sized = [_sized(figure, unit, amounts, findings) for figure in group]
        settled.extend(_signed(sized, amounts, findings))
    return tuple(settled)


def find_edition(editions: Sequence[Edition], place: str | None, year: int | None) -> Edition | None:
    """The table that a clause speaks of.

    Args:
        editions: the tables of the decision.
        place: that the clause names; None for any. In a decision of one place alone any name is that place's.
        year: that it names; None for any.

    Returns:
        The first that fits; None where none does.
    """
    fitting = [e for e in editions if place is None or e.place == place]
    if place is not None and not fitting and len({e.place for e in editions}) == 1:
        fitting = list(editions)  # the clause names the place in other words than the title
    return next((e for e in fitting if year is None or e.year == year), None)


def _in_table(path: str | None, amounts: Mapping[str, int]) -> int | None:
    if path is None:
        return None
    return next((amounts[name] for name in (path, *aliases(path)) if name in amounts), None)


def table_path(path: str | None, amounts: Mapping[str, int]) -> str | None:
    """The path under which a table holds a clause's figure; the clause's own where it holds none."""
    return next((name for name in (path or "", *aliases(path or "")) if name in amounts), path)


def _sized(
    figure: PrintedFigure, unit: int, amounts: Mapping[str, int], findings: Findings
) -> tuple[PrintedFigure, tuple[int, ...], bool]:
    """A figure's readings in tenge, and whether its unit and digits are certain."""
    scale, certain = figure.scale, not figure.odd
    known = _in_table(figure.path, amounts)
    if figure.odd:
        findings.add(FindingKind.FIGURE_ODDLY_SPACED, figure.at, printed=figure.printed)
    if scale is None:
        scale = unit
    elif scale == 1 and unit != 1 and any(figure.readings):
        in_tenge = known is not None and known in {int(r) for r in figure.readings}
        if not in_tenge:
            scale = unit
            agrees = known is not None and known in {int(r * unit) for r in figure.readings}
            kind = (
                FindingKind.THOUSANDS_LEFT_OUT_BUT_TABLE_AGREES if agrees else FindingKind.THOUSANDS_LEFT_OUT
            )
            findings.add(kind, figure.at, printed=figure.printed)
            certain = certain and agrees
    return figure, tuple(int(reading * scale) for reading in figure.readings), certain


def _signed(
    sized: Sequence[tuple[PrintedFigure, tuple[int, ...], bool]],
    amounts: Mapping[str, int],
    findings: Findings,
) -> Iterable[ClauseFigure]:
    """Chooses among readings: what the table prints, then what the arithmetic asks, then the likelier."""
    chosen: list[ClauseFigure] = []
    by_path: dict[str, int] = {}
    open_signs: list[int] = []
    for figure, readings, certain in sized:
        value = readings[0]
        if len(readings) > 1 and value:
            known = _in_table(figure.path, amounts)
            if known is not None and known in readings:
                value = known
            elif figure.path in IDENTITIES:
                open_signs.append(len(chosen))
            else:
                value = abs(value)
        path = table_path(figure.path, amounts)
        chosen.append(
            ClauseFigure(
                figure.clause,
                figure.name,
                value,
                path,
                figure.printed,
                figure.at,
                figure.place,
                figure.year,
                certain,
            )
        )
        if figure.path:
            by_path.setdefault(figure.path, value)
    for index in open_signs:
        figure, readings, _ = sized[index]
        expected = _expected(figure.path or "", by_path)
        if expected in readings:
            chosen[index] = replace(chosen[index], amount=expected or 0)
        else:
            findings.add(FindingKind.DASH_OR_MINUS, figure.at, printed=figure.printed)
            chosen[index] = replace(chosen[index], certain=False)
        by_path[figure.path or ""] = chosen[index].amount
    return chosen


def _expected(path: str, amounts: Mapping[str, int]) -> int | None:
    """What the Budget Code's identities ask a balance to be, where all its terms are known.

    A clause that names no lending and no assets has none.
    """
    return expected_amount(path, {**dict.fromkeys(PAIRED, 0), **amounts})
