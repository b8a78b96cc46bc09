"""One small budget as a saved page, to be printed in ways that a person sees as the same."""

from __future__ import annotations

from pathlib import Path

from parser.kinds import DiscrepancyKind
from parser.parse import parse_raw
from parser.readers.files import as_raw

TYPOGRAPHY = Path("tests/parser/documents/typography")
BASE = (TYPOGRAPHY / "base.html").read_text(encoding="utf-8")
CELL = "<td>1 240</td>"
ROW = "<tr><td></td><td></td><td>003</td><td>Общеобразовательное обучение</td><td>1 240</td></tr>"

ReadLine = tuple[str, str, int]


def lines(name: str, data: bytes, *, warned: bool = False) -> list[ReadLine]:
    """The lines that are read, which must add up.

    Args:
        name: of the file.
        data: its bytes.
        warned: whether a finding says that something stayed uncertain; otherwise none may.
    """
    parsed = parse_raw(as_raw(name, data))
    assert bool(parsed.warnings) == warned
    # Some samples end below the expenditure.
    assert {found.kind for found in parsed.discrepancies} <= {DiscrepancyKind.BALANCE_MISSING}
    return [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]


EXPECTED = lines("base.html", BASE.encode())
