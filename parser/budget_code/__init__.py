"""The structure of a budget as the law has it, said once: everyone who needs a rule asks here.

Two acts say what a budget of Kazakhstan consists of:

- The Budget Code (of 4 December 2008 № 95-IV, since 2026 of 15 March 2025 № 171-VIII; article 9 of the
  new one is "Budget structure"): revenue, expenditure, net budget lending (loans less their
  repayment), the balance of operations with financial assets (bought less sold), deficit, and the
  financing of the deficit (loans taken, loans repaid, balances used).
- The unified budget classification (order of the Minister of Finance of 18 September 2014 № 403): the
  codes of receipts (category, class, subclass, specific) and of spending (functional group,
  subgroup, administrator, program, subprogram).

| file | rules |
|---|---|
| `sections.py` | the sections, their numbers, which categories and groups each has |
| `levels.py` | the levels of codes: digits, side, what may stand under what |
| `paths.py` | a line's path and what can be told from it alone |
| `balances.py` | the balances, their parts and signs, the identities of the whole |
| `tree.py` | what stands under what in a printed table |
| `names.py` | how both languages name the parts |

>>> from parser import budget_code
>>> budget_code.parents("net_lending/10/459/018")
('net_lending/10/459', 'net_lending/10', 'net_lending/loans', 'net_lending')
"""

from parser.budget_code.balances import (
    BALANCES,
    BY_BALANCE,
    DEFICIT_AND_FINANCING,
    FINANCED,
    IDENTITIES,
    PAIRED,
    PARTS,
    BalancePart,
    Summand,
    aliases,
    expected_amount,
    is_earned,
    is_returned,
    part_of,
    same_amount,
)
from parser.budget_code.levels import (
    CODE,
    FIRST_ADMINISTRATOR,
    LEAVES,
    LEVELS,
    MOST_CODES,
    TOPS,
    VILLAGE_AKIMS,
    LevelRule,
    Side,
    pad,
    side_of,
)
from parser.budget_code.names import (
    is_deficit_alone,
    is_outside,
    path_in_text,
    path_of_row,
    section_by_number,
)
from parser.budget_code.paths import (
    PATH_LEVELS,
    by_level,
    coded_side,
    codes_of,
    depth,
    is_branch,
    join,
    key_range,
    level_of,
    level_printed,
    path_below,
    prefixes,
    section_of,
    steps,
)
from parser.budget_code.sections import (
    BY_SIDE,
    FINANCING,
    MAIN_TOTALS,
    NUMBER,
    RECEIVED,
    SECTIONS,
    SOURCES,
    SPENT,
    TOP_CODES,
    WITH_LINES,
    SectionRule,
    in_subclause,
    section_of_block,
    totalled,
)
from parser.budget_code.tree import (
    Tree,
    TreeRow,
    branches,
    is_below,
    is_transfer,
    is_upkeep,
    parents,
)

__all__ = [
    "BALANCES",
    "BY_BALANCE",
    "BY_SIDE",
    "CODE",
    "DEFICIT_AND_FINANCING",
    "FINANCED",
    "FINANCING",
    "FIRST_ADMINISTRATOR",
    "IDENTITIES",
    "LEAVES",
    "LEVELS",
    "MAIN_TOTALS",
    "MOST_CODES",
    "NUMBER",
    "PAIRED",
    "PARTS",
    "PATH_LEVELS",
    "RECEIVED",
    "SECTIONS",
    "SOURCES",
    "SPENT",
    "TOPS",
    "TOP_CODES",
    "VILLAGE_AKIMS",
    "WITH_LINES",
    "BalancePart",
    "LevelRule",
    "SectionRule",
    "Side",
    "Summand",
    "Tree",
    "TreeRow",
    "aliases",
    "branches",
    "by_level",
    "coded_side",
    "codes_of",
    "depth",
    "expected_amount",
    "in_subclause",
    "is_below",
    "is_branch",
    "is_deficit_alone",
    "is_earned",
    "is_outside",
    "is_returned",
    "is_transfer",
    "is_upkeep",
    "join",
    "key_range",
    "level_of",
    "level_printed",
    "pad",
    "parents",
    "part_of",
    "path_below",
    "path_in_text",
    "path_of_row",
    "prefixes",
    "same_amount",
    "section_by_number",
    "section_of",
    "section_of_block",
    "side_of",
    "steps",
    "totalled",
]
