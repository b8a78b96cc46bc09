"""Invented budgets, small enough to add up in the head, as the parser would hand them over.

A table is given by its leaves, in thousand tenge; everything above is summed. A
`#2` behind an administrator opens another block of it in the same group.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from parser.budget_code import (
    BALANCES,
    SECTIONS,
    codes_of,
    depth,
    is_returned,
    path_below,
    prefixes,
    section_of,
    steps,
)
from parser.kinds import DiscrepancyKind, Doubt, FindingKind
from parser.records import (
    Decision,
    DecisionKind,
    DecisionRef,
    Discrepancy,
    Edition,
    FigureChange,
    Finding,
    Language,
    Line,
    ParsedDecision,
    PlaceUnit,
    Section,
    Source,
    SourcePlace,
)

KK, RU = Language.KK, Language.RU
OTHER = {KK: RU, RU: KK}
THOUSAND = 1000

ORIGINAL = DecisionRef("10-3", dt.date(2012, 12, 14), "1860")
APRIL = DecisionRef("12-3", dt.date(2013, 4, 8), "1917")
MAY = DecisionRef("13-3", dt.date(2013, 5, 24))
JULY = DecisionRef("15-3", dt.date(2013, 7, 12))
NOVEMBER = DecisionRef("20-3", dt.date(2013, 11, 13))

Leaves = Mapping[str, int]
both = pytest.mark.parametrize("language", Language)

# Revenue 2,000; expenditure 2,100, of it group 04 1,300 in two blocks of administrator 464.
LEAVES: Leaves = {
    "revenue/1/01/2": 700,
    "revenue/1/03/1": 300,
    "revenue/4/02/2": 1000,
    "expenditure/01/112/001": 200,
    "expenditure/01/122/001": 600,
    "expenditure/04/464/009": 500,
    "expenditure/04/467/037": 100,
    "expenditure/04/464#2/003": 400,
    "expenditure/04/464#2/006": 300,
    "net_lending/loans": 50,
    "net_lending/repayments": 20,
    "financial_assets/purchase": 0,
    "financial_assets/sale": 0,
    "deficit": -130,
    "financing": 130,
    "financing_receipts/7/01/2": 150,
    "financing_payments/16/452/008": 20,
}
PROGRAM = "expenditure/04/464/009"


def name_of(path: str, language: Language) -> str:
    """The name invented for a path."""
    return {KK: f"{path} жолы", RU: f"Строка {path}"}[language]


def print_lines(
    leaves: Leaves, language: Language, names: Mapping[str, str] | None = None
) -> tuple[Line, ...]:
    """The rows of a table, every parent above its children with their sum."""
    amounts: dict[str, int] = {}
    for leaf, amount in leaves.items():
        for block in (*reversed(prefixes(leaf)), leaf):
            if block != leaf and not depth(block) and SECTIONS[section_of(block)].number is None:
                continue  # no total is printed for financing receipts and payments
            sign = -1 if block in BALANCES and is_returned(leaf) else 1
            amounts[block] = amounts.get(block, 0) + sign * amount
    lines = []
    for row, block in enumerate(_in_print_order(amounts), start=1):
        amount = amounts[block]
        path = path_below(*(code.partition("#")[0] for code in steps(block)))
        name = (names or {}).get(path, name_of(path, language))
        printed = f"{amount:,}".replace(",", " ")
        lines.append(
            Line(
                path=path,
                level=depth(path),
                section=section_of(path),
                codes=codes_of(path),
                name=name,
                amount=amount * THOUSAND,
                row=row,
                printed=f"{steps(path)[-1]} {name} {printed}",
                amount_printed=printed,
                at=SourcePlace(PlaceUnit.LINE, row + 100),
            )
        )
    return tuple(lines)


def _in_print_order(blocks: Iterable[str]) -> list[str]:
    """Every block before those below it, siblings in the order they were given."""
    rank = {block: index for index, block in enumerate(blocks)}
    sections = list(Section)

    def order(block: str) -> list[int]:
        *above, _section = (block, *prefixes(block))
        return [sections.index(section_of(block)), *(rank[each] for each in reversed(above))]

    return sorted(rank, key=order)


def edition(
    set_by: DecisionRef = ORIGINAL,
    language: Language = KK,
    *,
    year: int = 2013,
    leaves: Leaves = LEAVES,
    names: Mapping[str, str] | None = None,
) -> Edition:
    """A table of the invented budget."""
    return Edition(
        place="Тараз",
        year=year,
        appendix=str(year - 2012),
        set_by=set_by,
        language=language,
        unit=THOUSAND,
        lines=print_lines(leaves, language, names),
    )


def changed(
    ref: DecisionRef, leaves: Mapping[str, int | None], language: Language = KK, *, year: int = 2013
) -> Edition:
    """A table in which some leaves are other than before; None takes one away."""
    amounts = {**LEAVES, **leaves}
    kept = {path: amount for path, amount in amounts.items() if amount is not None}
    return edition(ref, language, year=year, leaves=kept)


def with_amount(table: Edition, path: str, amount: int) -> Edition:
    """A table in which one row is printed with another amount, in tenge, and nothing else follows it."""
    return replace(
        table,
        lines=tuple(replace(line, amount=amount) if line.path == path else line for line in table.lines),
    )


def doubted(table: Edition, *paths: str, doubt: Doubt = Doubt.SCANNED) -> Edition:
    """A table whose rows of some paths were read with doubt; all of its rows where none is named."""
    return replace(
        table,
        lines=tuple(
            replace(line, doubt=doubt) if line.path in paths or not paths else line for line in table.lines
        ),
    )


def without(*paths: str) -> Leaves:
    """The leaves but for some."""
    return {path: amount for path, amount in LEAVES.items() if path not in paths}


def decision(ref: DecisionRef = ORIGINAL, language: Language = KK, **fields: Any) -> Decision:
    """What the invented text of a decision says; the original, unless another one is named."""
    assert ref.date is not None
    stated: dict[str, Any] = {
        "kind": DecisionKind.ORIGINAL if ref == ORIGINAL else DecisionKind.AMENDMENT,
        "body": {KK: "Тараз қалалық мәслихаты", RU: "Таразский городской маслихат"}[language],
        "place": "Тараз",
        "registration_number": ref.registration_number,
        "title": {KK: "Бюджет туралы", RU: "О бюджете"}[language],
        "amends": None if ref == ORIGINAL else ORIGINAL,
        "budget_years": (2013, 2015),
    }
    return Decision(number=ref.number, date=ref.date, **(stated | fields))


def document(
    ref: DecisionRef = ORIGINAL,
    editions: Iterable[Edition] | None = None,
    language: Language = KK,
    *,
    figure_changes: Iterable[FigureChange] = (),
    discrepancies: Iterable[Discrepancy] = (),
    warnings: Iterable[Finding] = (),
    file: str | None = None,
    **fields: Any,
) -> ParsedDecision:
    """A file as parsed; with the decision's table for 2013 unless its tables are given.

    `fields` are what its decision states otherwise. Equal files have equal hashes.
    """
    tables = (edition(ref, language),) if editions is None else tuple(editions)
    if fields.get("place"):
        place = fields["place"]
        tables = tuple(replace(table, place=place) if table.place == "Тараз" else table for table in tables)
    parsed = ParsedDecision(
        source=Source(file or f"{ref.number}.{language}.txt", "", "txt", language),
        decision=decision(ref, language, **fields),
        headline={},
        figure_changes=tuple(figure_changes),
        editions=tables,
        discrepancies=tuple(discrepancies),
        warnings=tuple(warnings),
    )
    sha256 = hashlib.sha256(repr(parsed).encode()).hexdigest()
    return replace(parsed, source=replace(parsed.source, sha256=sha256))


def figure_change(path: str = "revenue", old: int = 1900, new: int = 2000) -> FigureChange:
    """A figure that a text replaces, in thousand tenge."""
    return FigureChange("1.1", old * THOUSAND, new * THOUSAND, path, SourcePlace(PlaceUnit.LINE, 20))


def discrepancy(path: str = "expenditure/04", year: int | None = 2013) -> Discrepancy:
    """A parent that is not the sum of its children."""
    return Discrepancy(DiscrepancyKind.SUM, path, 1_300_000, 1_299_000, "line 120", year)


def warning() -> Finding:
    """A reading that stayed uncertain."""
    at = SourcePlace(PlaceUnit.ROW, 7, SourcePlace(PlaceUnit.TABLE, 2))
    return Finding(FindingKind.AMOUNT_MISSING, at, {"name": "Басқалар", "path": "expenditure/02"})
