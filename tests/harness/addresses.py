"""Addresses of lines, invented for property tests."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from parser.budget_code import path_below
from parser.records import Section
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress

PATHS = st.builds(
    lambda section, codes: path_below(section, *codes),
    st.sampled_from(Section),
    st.lists(st.text(string.digits, min_size=1, max_size=3), max_size=3),
)
BUDGETS = st.builds(BudgetAddress, st.text(min_size=1), st.integers(2000, 2100), st.integers(2000, 2100))
DECISIONS = st.builds(DecisionAddress, st.text(min_size=1), st.dates())
EDITIONS = st.builds(EditionAddress, BUDGETS, st.integers(2000, 2100), st.none() | DECISIONS)
LINES = st.builds(LineAddress, EDITIONS, PATHS)
