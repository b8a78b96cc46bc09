"""A budget with the longest names that councils print, the largest amounts, and many decisions on one year.

The names stand in `longest_names.tsv`: section, level, Kazakh, Russian. They are longer than any that a test
would make up, and real: what fits them fits a message.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from parser.budget_code import depth, prefixes
from parser.kinds import Doubt
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from tests.harness.budget import fill
from tests.storage.builders import KK, RU, Leaves, discrepancy, document, doubted, edition, warning

PLACE = "Солтүстік Қазақстан облысы"
BODIES = {KK: "Солтүстік Қазақстан облыстық мәслихаты", RU: "Северо-Казахстанский областной маслихат"}
YEAR = 2013
ORIGINAL = DecisionRef("С-18/123-VI", dt.date(2012, 12, 14))
AMENDMENTS = tuple(
    DecisionRef(f"С-{19 + month}/{123 + month}-VI", dt.date(2013, month, 8)) for month in range(2, 12)
)
LOST = AMENDMENTS[4:6]  # known, not loaded
_GROUPS = ("03", "04", "06", "07", "08", "10")
_OFFICES = ("451", "453", "458")
_PROGRAMS = ("001", "004", "015", "017")
# No list of short names knows them so: each is as long as a message has room for.
_BEFORE = {KK: "Қосымша:", RU: "Дополнительно:"}


def read_names() -> dict[tuple[str, int], list[dict[Language, str]]]:
    """The longest names by section and level, in both languages."""
    names: dict[tuple[str, int], list[dict[Language, str]]] = {}
    text = (Path(__file__).parent / "longest_names.tsv").read_text(encoding="utf-8")
    for row in text.splitlines():
        section, level, kazakh, russian = row.split("\t")
        names.setdefault((section, int(level)), []).append({KK: kazakh, RU: russian})
    return names


def list_paths() -> Iterator[str]:
    """The leaves of the budget."""
    for category in ("1", "2", "3", "4"):
        for number in ("01", "02", "03"):
            yield from (f"revenue/{category}/{number}/{last}" for last in "12")
    for group in _GROUPS:
        for office in _OFFICES:
            yield from (f"expenditure/{group}/{office}/{program}" for program in _PROGRAMS)


def _list_balances() -> Iterator[str]:
    """The leaves of what is lent, bought and financed: paid out under codes of spending, returned under others."""
    for program in _PROGRAMS:
        yield f"net_lending/10/453/{program}"
        yield f"financial_assets/13/453/{program}"
        yield f"financing_payments/16/452/{program}"
    for last in "123456":
        yield f"net_lending/5/01/{last}"
        yield f"financial_assets/6/01/{last}"
        yield f"financing_receipts/7/01/{last}"


def name_paths(language: Language) -> dict[str, str]:
    """A long name for each path, its own office under each code."""
    found = read_names()
    named: dict[str, str] = {}
    pools = {key: cycle(names) for key, names in found.items()}
    for leaf in (*list_paths(), *_list_balances()):
        side = "expenditure" if leaf.endswith(_PROGRAMS) else "revenue"
        for path in (*reversed(prefixes(leaf)), leaf):
            if depth(path) and path not in named:
                named[path] = f"{_BEFORE[language]} {next(pools[side, depth(path)])[language]}"
    return named | {_moved(path): name for path, name in named.items()}


def _moved(path: str) -> str:
    """Where a line stands after the last decision, which gave all that one office had to a new one."""
    return path.replace("/458", "/495")


def _leaves(turn: int) -> Leaves:
    """The amounts of a decision: every line goes up or down, some come and some go."""
    leaves = {}
    for number, path in enumerate(list_paths()):
        if turn and path.startswith("expenditure") and (number + turn) % 11 == 0:
            continue
        step = (turn * (number % 7 - 3)) * 1_234_567
        at = _moved(path) if turn == len(AMENDMENTS) else path
        leaves[at] = 123_456_789 + number * 9_876_543 + step
    balances = {
        path: 98_765_432 + number * 87_654 + turn * 76_543 for number, path in enumerate(_list_balances())
    }
    return leaves | balances | {"deficit": -1_234_567_890, "financing": 1_234_567_890}


def documents() -> list[ParsedDecision]:
    """The decisions, the first and the last in both languages, the others in one after the other."""
    refs = (ORIGINAL, *AMENDMENTS)
    return [
        _document(ref, turn, language)
        for turn, ref in enumerate(refs)
        if ref not in LOST
        for language in ((KK, RU) if ref in {ORIGINAL, refs[-1]} else ((KK, RU)[turn % 2],))
    ]


def next_document(number: str, month: int = 12, day: int = 1) -> ParsedDecision:
    """One more decision on the budget, of a day in the same year."""
    return _document(DecisionRef(number, dt.date(YEAR, month, day)), len(AMENDMENTS) + day, KK)


def _document(ref: DecisionRef, turn: int, language: Language) -> ParsedDecision:
    adopts = ref == ORIGINAL
    tables = [
        edition(ref, language, year=year, leaves=_leaves(turn), names=name_paths(language))
        for year in ((YEAR, YEAR + 1) if adopts else (YEAR,))
    ]
    return document(
        ref,
        [doubted(table, "expenditure/04/453/004", doubt=Doubt.UNSURE) for table in tables],
        language,
        place=PLACE,
        body=BODIES[language],
        kind=DecisionKind.ORIGINAL if adopts else DecisionKind.AMENDMENT,
        amends=None if adopts else ORIGINAL,
        amended_by=LOST if adopts else (),
        url="https://example.org/decision",
        discrepancies=[discrepancy("expenditure/04", YEAR), discrepancy("expenditure/07", YEAR)],
        warnings=[warning()],
    )


def fill_now(file: Path) -> None:
    """Creates a database and loads the budget into it, from outside any event loop."""
    asyncio.run(fill(file, documents()))
