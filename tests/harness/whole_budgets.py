"""Invents whole budgets: every section, its balances in all the ways in which they are printed.

A budget is invented with its totals, so that a test knows them without asking the program: printed
amounts are sums that this file makes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from hypothesis import strategies as st

from parser.records import Language
from tests.parser.budgets import SECTION_NAMES, Budget, PrintedRow
from tests.parser.layouts import Layout, as_html, tables_of

COLUMNS = (
    "category", "class", "subclass", "group", "subgroup", "administrator", "program",
)  # fmt: skip
PLAIN_NAMES = {
    Language.KK: {
        "loans": "Бюджеттік кредиттер", "repayments": "Бюджеттік кредиттерді өтеу",
        "purchase": "Қаржы активтерін сатып алу", "sale": "Мемлекеттің қаржы активтерін сатудан түсетін түсімдер",
        "7": "Қарыздар түсімі", "16": "Қарыздарды өтеу", "8": "Бюджет қаражатының пайдаланылатын қалдықтары",
    },
    Language.RU: {
        "loans": "Бюджетные кредиты", "repayments": "Погашение бюджетных кредитов",
        "purchase": "Приобретение финансовых активов", "sale": "Поступления от продажи финансовых активов государства",
        "7": "Поступления займов", "16": "Погашение займов", "8": "Используемые остатки бюджетных средств",
    },
}  # fmt: skip
FINANCED = {  # how the row without a code is called where the row with its code is printed too
    "financing_receipts/7": "financing_receipts/loans",
    "financing_payments/16": "financing_payments/loans",
    "financing_receipts/8": "financing_receipts/balances",
}
LAYOUT = Layout(
    header="flat", numbering="none", spans=(1, 1, 1, 1), amount="spaces", minus="-", subgroups=False,
    one_table=False, title=False, empty_rows=False, repeats=False, serial=False,
)  # fmt: skip


@dataclass
class Node:
    """A row with what stands below it; what is at the bottom has an amount of its own."""

    path: str
    column: str = ""  # of its code; empty for a row without one
    code: str = ""
    own: int = 0
    below: list[Node] = field(default_factory=list)
    name: str = ""

    @property
    def amount(self) -> int:
        return sum(node.amount for node in self.below) if self.below else self.own

    def rows(self) -> Iterator[Node]:
        yield self
        for node in self.below:
            yield from node.rows()


@dataclass(frozen=True, repr=False)
class WholeBudget:
    """An invented edition: its rows in print order, and its totals in thousand tenge."""

    language: Language
    rows: tuple[tuple[str, str, Node, int], ...]  # section, side of the header above, row, printed amount
    totals: dict[str, int]
    subgroups: bool

    def expected(self) -> list[tuple[str, int]]:
        """The lines that a reader must find."""
        return [(node.path, amount * 1000) for _, _, node, amount in self.rows]

    def as_csv(self, head: Sequence[tuple[str, str]]) -> bytes:
        """The edition in our own form."""
        text = io.StringIO()
        table = csv.writer(text)
        table.writerows([("form", "qazyna-edition"), *head, (), ("section", *COLUMNS, "name", "amount")])
        for section, _, node, amount in self.rows:
            codes = [node.code if column == node.column else "" for column in COLUMNS]
            table.writerow([section, *codes, node.name, amount])
        return text.getvalue().encode()

    def as_html(self) -> bytes:
        """The edition as tables, with a new header where the side changes."""
        tables: list[tuple[str, list[PrintedRow]]] = []
        for _, side, node, amount in self.rows:
            if not tables or tables[-1][0] != side:
                tables.append((side, []))
            tables[-1][1].append(PrintedRow(node.path, node.code, node.name, amount))
        budget = Budget(self.language, 2013, tuple((side, tuple(rows)) for side, rows in tables))
        return as_html(tables_of(budget, replace(LAYOUT, subgroups=self.subgroups)))

    def __repr__(self) -> str:
        return "\n".join(f"{node.path} {amount}" for _, _, node, amount in self.rows)

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        printer.text(repr(self))  # hypothesis asks for this when it shows an example


amounts = st.integers(1, 5000)


@st.composite
def whole_budgets(draw: st.DrawFn, language: Language) -> WholeBudget:
    """Editions of one small world: drawn twice, they share most lines and differ in some."""
    subgroups = draw(st.booleans())
    revenue = Node(
        "revenue", below=draw(_receipts("revenue", (("1", "01"), ("1", "04"), ("2", "01"), ("4", "02"))))
    )
    spent = Node("expenditure", below=draw(_spending("expenditure", ("01", "04", "07"), subgroups=subgroups)))
    lending, lent = draw(_balance("net_lending", "loans", "repayments", "5", subgroups=subgroups))
    assets, bought = draw(_balance("financial_assets", "purchase", "sale", "6", subgroups=subgroups))
    deficit = revenue.amount - spent.amount - lent - bought
    financing = draw(_financing(-deficit, subgroups=subgroups))
    printed: list[tuple[str, str, Node, int]] = [
        *_printed("revenue", "receipts", revenue), *_printed("expenditure", "spending", spent),
        *lending, *assets, ("deficit", "spending", Node("deficit"), deficit), *financing,
    ]  # fmt: skip
    titles = dict(zip(
        ("revenue", "expenditure", "net_lending", "", "", "financial_assets", "", "", "deficit", "financing"),
        SECTION_NAMES[language], strict=True,
    ))  # fmt: skip
    for _, _, node, _ in printed:
        last = node.path.split("/")[-1]
        plain = {
            "financing_receipts/loans": "7",
            "financing_payments/loans": "16",
            "financing_receipts/balances": "8",
        }
        node.name = titles.get(node.path) or (
            f"Жол {last}" if node.code else PLAIN_NAMES[language][plain.get(node.path, last)]
        )
    totals = {
        "revenue": revenue.amount, "expenditure": spent.amount, "net_lending": lent,
        "financial_assets": bought, "deficit": deficit, "financing": -deficit,
    }  # fmt: skip
    return WholeBudget(language, tuple(printed), totals, subgroups)


def _printed(section: str, side: str, top: Node, sign: int = 1) -> list[tuple[str, str, Node, int]]:
    return [(section, side, node, sign * node.amount) for node in top.rows()]


@st.composite
def _receipts(draw: st.DrawFn, section: str, classes: Sequence[tuple[str, str]]) -> list[Node]:
    categories: dict[str, Node] = {}
    for category, clas in sorted(draw(st.sets(st.sampled_from(classes), min_size=1))):
        path = f"{section}/{category}"
        top = categories.setdefault(category, Node(path, "category", category))
        leaves = [
            Node(f"{path}/{clas}/{code}", "subclass", code, draw(amounts))
            for code in sorted(draw(st.sets(st.sampled_from("123"), min_size=1)))
        ]
        top.below.append(Node(f"{path}/{clas}", "class", clas, below=leaves))
    return list(categories.values())


@st.composite
def _spending(draw: st.DrawFn, section: str, groups: Sequence[str], *, subgroups: bool) -> list[Node]:
    """Groups with blocks of administrators, who come again; with subgroups, each of these has blocks."""
    tops = []
    for group in sorted(draw(st.sets(st.sampled_from(groups), min_size=1))):
        path = f"{section}/{group}"
        if subgroups:
            below = [
                Node(f"{path}/{code}", "subgroup", code, below=draw(_blocks(path, repeated=False)))
                for code in sorted(draw(st.sets(st.sampled_from("129"), min_size=1)))
            ]
        else:
            below = draw(_blocks(path, repeated=True))
        tops.append(Node(path, "group", group, below=below))
    return tops


@st.composite
def _blocks(draw: st.DrawFn, path: str, *, repeated: bool) -> list[Node]:
    offices = draw(
        st.lists(st.sampled_from(("122", "452", "464")), min_size=1, max_size=3, unique=not repeated)
    )
    return [
        Node(
            f"{path}/{office}", "administrator", office,
            below=[
                Node(f"{path}/{office}/{code}", "program", code, draw(amounts))
                for code in sorted(draw(st.sets(st.sampled_from(("001", "009", "015")), min_size=1)))
            ],
        )
        for before, office in zip(["", *offices], offices, strict=False)
        if office != before
    ]  # fmt: skip


@st.composite
def _balance(
    draw: st.DrawFn, section: str, given: str, returned: str, category: str, *, subgroups: bool
) -> tuple[list[tuple[str, str, Node, int]], int]:
    """A balance with its two parts: each as a row without a code, as coded rows, as both, or not at all."""
    out, back = (draw(st.sampled_from(("plain", "coded", "both", "none"))) for _ in range(2))
    minus = -1 if draw(st.booleans()) else 1
    if draw(st.booleans()) and out == back == "none":
        amount = draw(amounts)  # only the balance itself is printed
        return [(section, "spending", Node(section), amount)], amount
    spent = draw(_spending(section, ("10", "13"), subgroups=subgroups))
    came = draw(_receipts(section, ((category, "01"),)))
    plain_out = Node(f"{section}/{given}", own=sum(node.amount for node in spent))
    plain_back = Node(f"{section}/{returned}", own=sum(node.amount for node in came))
    rows: list[tuple[str, str, Node, int]] = []
    total = 0
    for kind, side, plain, coded, sign in (
        (out, "spending", plain_out, spent, 1), (back, "receipts", plain_back, came, minus),
    ):  # fmt: skip
        if kind == "none":
            continue
        total += plain.own if plain is plain_out else -plain.own
        rows += _printed(section, side, plain, sign) if kind in ("plain", "both") else []
        rows += (
            [row for top in coded for row in _printed(section, side, top, sign)] if kind != "plain" else []
        )
    return [(section, "spending", Node(section), total), *rows], total


@st.composite
def _financing(draw: st.DrawFn, amount: int, *, subgroups: bool) -> list[tuple[str, str, Node, int]]:
    """Loans taken and repaid, and balances used for the rest; or the total alone."""
    rows: list[tuple[str, str, Node, int]] = [("financing", "spending", Node("financing"), amount)]
    if draw(st.sampled_from((True, False, False, False))):
        return rows
    taken, repaid = draw(amounts), draw(amounts)
    rest = amount - taken + repaid
    if rest < 0:
        repaid, rest = repaid - rest, 0
    office = "financing_payments/16/452"
    loan = Node(f"{office}/008", "program", "008", repaid)
    below = [Node(office, "administrator", "452", below=[loan])]
    if subgroups:
        below = [Node("financing_payments/16/1", "subgroup", "1", below=below)]
    parts = (
        ("financing_receipts", "receipts", "7", _one_leaf("financing_receipts", ("7", "01", "2"), taken)),
        ("financing_payments", "spending", "16", Node("financing_payments/16", "group", "16", below=below)),
        ("financing_receipts", "receipts", "8", _one_leaf("financing_receipts", ("8", "01", "1"), rest)),
    )
    for section, side, code, coded in parts:
        kind = draw(st.sampled_from(("plain", "coded", "both")))
        path = f"{section}/{code}"
        if kind in ("plain", "both"):
            plain = Node(FINANCED[path] if kind == "both" else path, own=coded.amount)
            rows += _printed(section, side, plain)
        rows += _printed(section, side, coded) if kind != "plain" else []
    return rows


def _one_leaf(section: str, codes: tuple[str, str, str], amount: int) -> Node:
    category, clas, subclass = codes
    leaf = Node(f"{section}/{category}/{clas}/{subclass}", "subclass", subclass, amount)
    middle = Node(f"{section}/{category}/{clas}", "class", clas, below=[leaf])
    return Node(f"{section}/{category}", "category", category, below=[middle])
