"""The sections of a budget: their numbers, and the categories and groups that each has."""

from __future__ import annotations

from collections.abc import Mapping

from parser.budget_code.levels import TOPS, Side
from parser.dataclass import dataclass
from parser.records import Level, Section

_NONE = range(0)
_GROUPS = range(1, 16)  # functional groups 01 to 15; 16 is the repayment of loans taken
_OF_FINANCING = (range(7, 9), range(16, 17))


@dataclass(frozen=True, slots=True)
class SectionRule:
    """One section.

    `number` is the one it is printed with ("2." or "II." is expenditure), None for a section that is
    printed under another's number. `categories` and `groups` are the top codes its rows may have.
    """

    section: Section
    number: int | None
    categories: range
    groups: range

    def tops(self, level: Level) -> range:
        """The top codes of one half of the classification: of `Level.CATEGORY` or `Level.GROUP`."""
        return self.categories if level is Level.CATEGORY else self.groups


SECTIONS: Mapping[Section, SectionRule] = {
    rule.section: rule
    for rule in (
        # 1 taxes, 2 other revenue, 3 sale of fixed capital, 4 transfers
        SectionRule(Section.REVENUE, 1, range(1, 5), _NONE),
        SectionRule(Section.EXPENDITURE, 2, _NONE, _GROUPS),
        # loans are given by spending programs, their repayment is category 5
        SectionRule(Section.NET_LENDING, 3, range(5, 6), _GROUPS),
        # assets are bought by spending programs, their sale is category 6
        SectionRule(Section.FINANCIAL_ASSETS, 4, range(6, 7), _GROUPS),
        # category 7 loans taken, 8 balances used, group 16 loans repaid: some prints have them below
        # the deficit, without the financing's own title
        SectionRule(Section.DEFICIT, 5, *_OF_FINANCING),
        SectionRule(Section.FINANCING, 6, *_OF_FINANCING),
        SectionRule(Section.FINANCING_RECEIPTS, None, *_OF_FINANCING),
        SectionRule(Section.FINANCING_PAYMENTS, None, *_OF_FINANCING),
    )
}

# What says most of a budget at large: what it takes in, what it spends, and what it lacks.
MAIN_TOTALS = (Section.REVENUE, Section.EXPENDITURE, Section.DEFICIT)
# All top codes that the classification has, whatever section they are in.
TOP_CODES: Mapping[Level, frozenset[int]] = {
    level: frozenset(code for rule in SECTIONS.values() for code in rule.tops(level)) for level in TOPS
}
# A regular expression's source for the number that a section is printed with.
NUMBER = f"[1-{max(rule.number for rule in SECTIONS.values() if rule.number)}]"
# The section of each half of the classification where no title above a row says another.
BY_SIDE: Mapping[Side, Section] = {Side.RECEIPTS: Section.REVENUE, Side.SPENDING: Section.EXPENDITURE}
# What the money goes into: the sections that the deficit takes from revenue (Budget Code, article 9).
SPENT = frozenset({Section.EXPENDITURE, Section.NET_LENDING, Section.FINANCIAL_ASSETS})
# What money comes in by; of financial assets what is sold.
RECEIVED = frozenset({Section.REVENUE, Section.FINANCING_RECEIPTS, Section.FINANCIAL_ASSETS})
SOURCES = (Section.REVENUE, Section.FINANCING)  # what all of that is paid from
# The sections that have lines of their own; the deficit and its financing only balance them.
WITH_LINES = tuple(section for section in Section if section not in (Section.DEFICIT, Section.FINANCING))
# The sections in which loans taken, their repayment and the balances used may be printed.
FINANCING = frozenset(
    {Section.DEFICIT, Section.FINANCING, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS}
)
# Categories that have a section of their own wherever they are printed.
_OWN_SECTION = {
    5: Section.NET_LENDING,
    6: Section.FINANCIAL_ASSETS,
    7: Section.FINANCING_RECEIPTS,
    8: Section.FINANCING_RECEIPTS,
}
_REPAYMENT_OF_LOANS = 16


def section_of_block(top: Level, code: str, section: Section) -> Section:
    """The section of a category or a group and all below it, by the title above it and by its code.

    >>> section_of_block(Level.CATEGORY, "7", Section.FINANCING)
    <Section.FINANCING_RECEIPTS: 'financing_receipts'>
    >>> section_of_block(Level.CATEGORY, "5", Section.EXPENDITURE)
    <Section.NET_LENDING: 'net_lending'>

    Args:
        top: `Level.CATEGORY` or `Level.GROUP`.
        code: as printed.
        section: under whose title the row stands.
    """
    number = int(code)
    if top is Level.CATEGORY:
        if number in _OWN_SECTION:
            return _OWN_SECTION[number]
        if section is Section.EXPENDITURE:
            return Section.REVENUE
        return Section.FINANCING_RECEIPTS if section in FINANCING else section
    if number == _REPAYMENT_OF_LOANS or section in FINANCING:
        return Section.FINANCING_PAYMENTS
    return Section.EXPENDITURE if section is Section.REVENUE else section


def totalled(section: Section) -> frozenset[Section]:
    """The sections whose top rows add up to the printed total of a section.

    Below the title of the financing only receipts add up; what is repaid is subtracted from them.
    """
    return frozenset({section, Section.FINANCING_RECEIPTS}) if section in FINANCING else frozenset({section})


def in_subclause(number: int) -> tuple[Section, ...]:
    """The sections that a subclause of the adopting clause speaks of: `6)` of all that is financing.

    >>> in_subclause(2)
    (<Section.EXPENDITURE: 'expenditure'>,)
    """
    numbered = tuple(rule.section for rule in SECTIONS.values() if rule.number == number)
    if Section.FINANCING in numbered:
        return (*numbered, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS)
    return numbered
