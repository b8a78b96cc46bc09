"""Records made by hand, for views that need no database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from handlers.views.card import card_view
from handlers.views.message import MessageView, plain_text
from handlers.views.texts import Texts
from parser.budget_code import depth, parents, section_of, steps
from parser.question.reading import read_question
from parser.records import DecisionKind, Language
from storage.answering.answer import Choice
from storage.answering.missing import Missing
from storage.answering.page import Match, Page
from storage.answering.request import Heard
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.differences import ChangedLine, Changes, TotalChange
from storage.reading.line_discrepancies import LineDiscrepancies
from storage.reading.printed_rows import PrintedLine, PrintedRows
from storage.reading.records import (
    Block,
    Card,
    Change,
    Children,
    DecisionInfo,
    EditionInfo,
    LineInfo,
    LineSummary,
    Parent,
    Step,
)

KK, RU = Language.KK, Language.RU
THOUSAND = 1000
BUDGET = BudgetAddress("Тараз", 2013, 2015)


def decision(number: str = "21-3", day: dt.date = dt.date(2013, 12, 11), **fields: Any) -> DecisionInfo:
    """A decision."""
    values: dict[str, Any] = {
        "kind": DecisionKind.AMENDMENT,
        "bodies": {KK: "Тараз қалалық мәслихаты", RU: "Таразский городской маслихат"},
        "place": "Тараз",
        "loaded": True,
    }
    return DecisionInfo(number=number, date=day, **(values | fields))


ORIGINAL = decision("10-3", dt.date(2012, 12, 14), kind=DecisionKind.ORIGINAL)
APRIL = decision("12-3", dt.date(2013, 4, 8))
MAY = decision("13-3", dt.date(2013, 5, 24), loaded=False)
DECEMBER = decision()


def address(
    path: str = "expenditure/04", year: int = 2013, decision: DecisionInfo | None = None
) -> LineAddress:
    """A line's address; of the newest edition unless a decision is named."""
    return LineAddress(EditionAddress(BUDGET, year, decision.address if decision else None), path)


def line(path: str = "expenditure/04", amount: int = 12_523_223, **fields: Any) -> LineInfo:
    """A line; the amount in thousand tenge."""
    codes = steps(path)[1:]
    values: dict[str, Any] = {
        "section": section_of(path),
        "level": len(codes),
        "codes": codes,
        "names": {KK: f"{path} атауы", RU: f"Название {path}"},
        "unit": THOUSAND,
        "row": 53,
        "language": KK,
        "file": "21-3.csv",
        "doubt": None,
        "blocks": (block(53, amount),),
    }
    return LineInfo(path=path, amount=amount * THOUSAND, **(values | fields))


def block(row: int, amount: int) -> Block:
    """A printed row; the amount in thousand tenge."""
    return Block(row, amount * THOUSAND, f"{amount}", f"04 {amount}", f"row {row}")


def card(shown: LineInfo | None = None, **fields: Any) -> Card:
    """A group of the expenditure in the newest edition, unless said otherwise."""
    edition: dict[str, Any] = {
        "budget": BUDGET,
        "year": 2013,
        "decision": DECEMBER,
        "appendix": "1",
        "languages": (KK, RU),
        "line_count": 195,
    }
    total = line("expenditure", 22_521_234)
    values: dict[str, Any] = {
        "newest": True,
        "main_year": 2013,
        "line": shown or line(),
        "parents": (Parent(total, Fraction(12_523_223, 22_521_234)),),
        "since_previous": change(APRIL, 12_000_000),
        "since_original": change(ORIGINAL, 11_000_000),
        "ledger": (step(ORIGINAL, 11_000_000), step(APRIL, 12_000_000), step(DECEMBER, 12_523_223)),
        "children": Children((), 0, 0),
        "overall": change(ORIGINAL, 11_000_000),
        "discrepancies": (),
        "faults": (),
    }
    stated = EditionInfo(**(edition | {key: fields.pop(key) for key in edition.keys() & fields.keys()}))
    return Card(edition=stated, **(values | fields))


def change(
    since: DecisionInfo, old: int | None, new: int = 12_523_223, skipped: Sequence[DecisionInfo] = ()
) -> Change:
    """A change; the amounts in thousand tenge."""
    before = None if old is None else old * THOUSAND
    return Change(since, before, new * THOUSAND, new * THOUSAND - (before or 0), tuple(skipped))


def step(
    decision: DecisionInfo, amount: int | None = None, delta: int | None = None, *, loaded: bool = True
) -> Step:
    """A step of a ledger; the amounts in thousand tenge."""
    return Step(
        decision,
        loaded,
        None if amount is None else amount * THOUSAND,
        None if delta is None else delta * THOUSAND,
    )


def printed(name: str = "Жалпы білім беру", amount: str = "500", **fields: Any) -> PrintedRows:
    """A row between two others, as a page prints them."""
    own = PrintedLine(53, ("04", "464"), name, amount, block(53, 500))
    beside = [PrintedLine(row, ("04", "464", f"{row}"), name, amount) for row in (52, 54)]
    values: dict[str, Any] = {
        "edition": card().edition,
        "path": "expenditure/04/464",
        "language": KK,
        "appendix": "1",
        "unit": THOUSAND,
        "url": None,
        "rows": (beside[0], own, beside[1]),
        "discrepancies": LineDiscrepancies((), ()),
    }
    return PrintedRows(**(values | fields))


def children(count: int, offset: int = 0, shown: int = 6) -> Children:
    """A page of so many children."""
    lines = [line(f"expenditure/04/{464 + each}", 1_000 * (count - each)) for each in range(count)]
    return Children(tuple(lines[offset : offset + shown]), count, offset)


def match(
    path: str = "expenditure/04/464/009", names: Mapping[Language, str] | None = None, **fields: Any
) -> Match:
    """A candidate; `parent_names` are those of the line above, the other fields the line's or its own."""
    above = fields.pop("parent_names", PARENT)
    own: dict[str, Any] = {
        "address": address(path),
        "parent": summary(next(iter(parents(path)), path), above) if above else None,
        "score": 0.5,
        "edition": card().edition,
    }
    own |= {name: fields.pop(name) for name in own if name in fields}
    return Match(
        line=summary(path, {KK: "Өзгелер", RU: "Прочие"} if names is None else names, **fields), **own
    )


PARENT = {KK: "Білім бөлімі", RU: "Отдел образования"}


def summary(path: str, names: Mapping[Language, str], **fields: Any) -> LineSummary:
    """A line as lists show it."""
    values: dict[str, Any] = {
        "section": section_of(path),
        "level": depth(path),
        "codes": steps(path)[1:],
        "amount": 500_000_000,
        "unit": THOUSAND,
        "row": 53,
        "doubt": None,
        "language": KK,
    }
    return LineSummary(path, names=names, **(values | fields))


def heard(
    text: str = "өзгелер", missing: Missing | None = None, searched: str | None = None, **fields: Any
) -> Heard:
    """What was understood of a question; the fields are the question's."""
    return Heard(replace(read_question(text), **fields), KK, missing, searched)


def page(*matches: Match, total: int | None = None, offset: int = 0) -> Page:
    """A page of lines."""
    return Page(matches, len(matches) if total is None else total, offset)


def choice(*matches: Match, total: int | None = None, offset: int = 0, **fields: Any) -> Choice:
    """Candidates; the fields are those of `heard`."""
    return Choice(heard(**fields), page(*matches, total=total, offset=offset))


def changed(
    path: str, old: int | None, new: int | None, status: str = "changed", *, telling: bool = True
) -> ChangedLine:
    """A line of a difference; the amounts in thousand tenge."""
    before, after = (None if each is None else each * THOUSAND for each in (old, new))
    names = {KK: f"{path} атауы", RU: f"Название {path}"}
    return ChangedLine(path, names, before, after, (after or 0) - (before or 0), status, telling=telling)


def changes(*lines: ChangedLine, **fields: Any) -> Changes:
    """What a decision changed."""
    values: dict[str, Any] = {
        "edition": card().edition,
        "previous": APRIL,
        "skipped": (),
        "totals": {
            "revenue": TotalChange(5_000, 5_000),
            "expenditure": TotalChange(6_000_000, 7_000_000),
            "deficit": TotalChange(None, -1),
        },
        "gap": (),
    }
    return Changes(lines=tuple(lines), **(values | fields))


def renamed(shown: LineInfo, **names: str) -> LineInfo:
    """A line with other names, by language."""
    return replace(shown, names={Language(key): name for key, name in names.items()})


def shown(card: Card, texts: Texts) -> str:
    """The text of a card's view."""
    return plain_text(card_view(card, texts)).replace("\u00a0", " ")


def labels(view: MessageView) -> list[str]:
    """What the buttons of a view say."""
    return [button.text.replace("\u00a0", " ") for button in view.buttons]
