"""What is said of a file that was read."""

from __future__ import annotations

from dataclasses import replace

from bot.notes import in_thousands, notes_of
from parser.records import SetAside, SourcePlace
from tests.storage.builders import discrepancy, document, warning


def test_every_finding_is_said_with_its_place() -> None:
    uncertain = replace(discrepancy(), certain=False)
    parsed = replace(
        document(discrepancies=[discrepancy(), uncertain], warnings=[warning()]),
        set_aside=(SetAside("5", "Список\nпрограмм развития", "programs", SourcePlace("paragraph", 9)),),
    )
    first, second, third, fourth = notes_of(parsed)
    assert first == (
        "discrepancy   sum: expenditure/04 is printed as 1 300, expected 1 299 thousand tenge (line 120)"
    )
    assert second == f"{first}; a reading near it was uncertain, so the mistake may be ours"
    assert third.startswith("warning       ")
    assert fourth == "set aside     appendix 5: a list of programs, «Список программ развития» (paragraph 9)"


def test_tenge_in_thousands() -> None:
    assert [in_thousands(tenge) for tenge in (0, -1_500, 12_345_678_000, None)] == [
        "0",
        "-1,5",
        "12 345 678",
        "—",
    ]
