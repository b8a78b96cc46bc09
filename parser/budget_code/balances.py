"""The balances of a budget: their parts, their signs, and the identities of the whole.

A balance is a difference: net lending is what is lent less what is repaid. Each of its parts is
printed as a row without a code (`net_lending/loans`), as rows with codes (`net_lending/10/459/018`
among the spending programs, `net_lending/5` among the receipts), or as both, the row without a code
above those with codes. Whichever is printed, what comes back is subtracted; some prints give it a
minus of its own, others do not, and both mean the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from parser.budget_code.levels import Side
from parser.budget_code.paths import PATHS_KEPT, coded_side, codes_of, path_below, section_of, steps
from parser.dataclass import dataclass
from parser.records import Section


@dataclass(frozen=True, slots=True)
class BalancePart:
    """One part of a balance.

    Attributes:
        path: of the row without a code that stands for it.
        balance: the section that is the difference of such parts.
        section: that the part's rows are in: loans taken are printed as receipts of the financing.
        sign: 1 for what is counted, -1 for what is subtracted.
        side: the half of the classification that its coded rows are of.
        top: their only top code, None where all codes of that side belong to the part.
    """

    path: str
    balance: Section
    section: Section
    sign: int
    side: Side
    top: str | None = None

    @property
    def coded_path(self) -> str | None:
        """The path of the one coded row that means the same; None where the part has several."""
        return path_below(self.section, self.top) if self.top else None


_LENDING, _ASSETS, _FINANCING = Section.NET_LENDING, Section.FINANCIAL_ASSETS, Section.FINANCING
_TAKEN, _REPAID = Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS
# In the order in which the Budget Code names them, which is the order of print.
PARTS = (
    BalancePart("net_lending/loans", _LENDING, _LENDING, 1, Side.SPENDING),
    BalancePart("net_lending/repayments", _LENDING, _LENDING, -1, Side.RECEIPTS, "5"),
    BalancePart("financial_assets/purchase", _ASSETS, _ASSETS, 1, Side.SPENDING),
    BalancePart("financial_assets/sale", _ASSETS, _ASSETS, -1, Side.RECEIPTS, "6"),
    BalancePart("financing_receipts/loans", _FINANCING, _TAKEN, 1, Side.RECEIPTS, "7"),
    BalancePart("financing_payments/loans", _FINANCING, _REPAID, -1, Side.SPENDING, "16"),
    BalancePart("financing_receipts/balances", _FINANCING, _TAKEN, 1, Side.RECEIPTS, "8"),
)
BY_BALANCE: Mapping[Section, tuple[BalancePart, ...]] = {
    balance: tuple(part for part in PARTS if part.balance is balance)
    for balance in (_LENDING, _ASSETS, _FINANCING)
}
# The sections that are differences, so that a part may be more than the whole: loans of 100 less
# repayments of 90 are a net lending of 10.
BALANCES = frozenset(BY_BALANCE)
# Those of two parts: what is given, then what comes back. A table prints both, and in this order.
PAIRED = tuple(balance for balance, parts in BY_BALANCE.items() if len(parts) == 2)
# The sections whose rows make the financing.
FINANCED = tuple(dict.fromkeys(part.section for part in BY_BALANCE[_FINANCING]))
# A deficit, and what covers it.
DEFICIT_AND_FINANCING = frozenset({Section.DEFICIT, _FINANCING})
_BY_PATH = {part.path: part for part in PARTS}
_WITH_PARTS = frozenset(part.section for part in PARTS)  # the sections


@dataclass(frozen=True, slots=True)
class Summand:
    """A line that an identity adds (`sign` 1) or subtracts (-1)."""

    path: str
    sign: int

    def value(self, amount: int) -> int:
        """What an amount adds; a repayment is subtracted whether it is printed with a minus or not."""
        return -abs(amount) if is_returned(self.path) else self.sign * amount


# What the Budget Code makes each total of: the difference of its parts, and
# deficit (or surplus) = revenue - expenditure - net lending - balance of financial assets;
# financing = -deficit.
IDENTITIES: Mapping[str, tuple[Summand, ...]] = {
    "net_lending": tuple(Summand(part.path, part.sign) for part in BY_BALANCE[_LENDING]),
    "financial_assets": tuple(Summand(part.path, part.sign) for part in BY_BALANCE[_ASSETS]),
    "deficit": (
        Summand("revenue", 1), Summand("expenditure", -1),
        Summand("net_lending", -1), Summand("financial_assets", -1),
    ),
    "financing": (Summand("deficit", -1),),
}  # fmt: skip


@lru_cache(maxsize=PATHS_KEPT)
def part_of(path: str) -> BalancePart | None:
    """The part of a balance that a line is, or belongs to.

    >>> part_of("net_lending/10/459/018").path, part_of("financing_receipts/8/01/1").path
    ('net_lending/loans', 'financing_receipts/balances')
    """
    if path in _BY_PATH:
        return _BY_PATH[path]
    section = steps(path)[0]
    if section not in _WITH_PARTS:  # as most lines
        return None
    side = coded_side(path)
    if side is None:
        return None
    top = codes_of(path)[0]
    own = [part for part in PARTS if part.section == section and part.side is side]
    # Where a half has one part only, a code that the classification does not know belongs to it as well.
    return own[0] if len(own) == 1 else next((part for part in own if part.top == top), None)


def is_returned(path: str) -> bool:
    """Whether a line is subtracted from its balance: repayments, sales, and loans paid back.

    >>> is_returned("net_lending/5/01/1"), is_returned("net_lending/10"), is_returned("revenue/4")
    (True, False, False)
    """
    part = part_of(path)
    return path == _REPAID or (part is not None and part.sign == -1)


def is_earned(path: str) -> bool:
    """Whether a budget gets it for what it owns, sells or has lent: neither a tax nor a transfer.

    >>> [is_earned(path) for path in ("revenue/3/01", "revenue/1/01", "net_lending/5", "net_lending/10")]
    [True, False, True, False]
    """
    if section_of(path) is Section.REVENUE:
        return codes_of(path)[:1] in {("2",), ("3",)}
    return is_returned(path) and section_of(path) is not Section.FINANCING_PAYMENTS


def aliases(path: str) -> tuple[str, ...]:
    """The other path under which a table may hold the same figure.

    >>> aliases("financial_assets/sale"), aliases("financial_assets/6"), aliases("revenue/1")
    (('financial_assets/6',), ('financial_assets/sale',), ())
    """
    part = part_of(path)
    if part is None or part.coded_path is None:
        return ()
    return {part.path: (part.coded_path,), part.coded_path: (part.path,)}.get(path, ())


def same_amount(path: str, amount: int, other: int) -> bool:
    """Whether two figures of a line agree: what is subtracted may be printed with a minus or without."""
    return amount == other or (is_returned(path) and amount == -other)


def expected_amount(path: str, amounts: Mapping[str, int]) -> int | None:
    """What an identity asks a total to be; None where there is none or a term is not known.

    >>> expected_amount("net_lending", {"net_lending/loans": 150, "net_lending/5": 30})
    120

    Args:
        path: of the total.
        amounts: by path; a term may stand under its other path.
    """
    total = 0
    for term in IDENTITIES.get(path, ()):
        known = next((name for name in (term.path, *aliases(term.path)) if name in amounts), None)
        if known is None:
            return None
        total += term.value(amounts[known])
    return total if path in IDENTITIES else None
