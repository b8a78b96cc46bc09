"""A budget that no words of the search were learned of, and no test of the parser was made of: a district's."""

from __future__ import annotations

import asyncio
from pathlib import Path

from parser.parse import parse_file
from tests.harness.budget import fill

_FOLDER = Path(__file__).parents[1] / "search" / "unseen"


def fill_unseen(file: Path, place: str = "khromtau") -> None:
    """Creates a database and loads the decisions of a place into it, from outside any event loop."""
    asyncio.run(fill(file, [parse_file(each) for each in sorted(_FOLDER.glob(f"{place}.*.csv"))]))
