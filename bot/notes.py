"""What is to be said of a file that was read: what disagrees, what is uncertain, what is no budget."""

from __future__ import annotations

from collections.abc import Iterator

from parser.records import Discrepancy, ParsedDecision
from storage.reading.discrepancies import StoredDiscrepancy

_MISREAD = "; a reading near it was uncertain, so the mistake may be ours"
_ASIDE = {
    "programs": "a list of programs",
    "protected": "protected programs",
    "land": "a sale of land",
    "transfers": "transfers",
    "other": "no budget",
}


def notes_of(parsed: ParsedDecision) -> Iterator[str]:
    """One line for every discrepancy, warning and appendix set aside, each with its place."""
    for found in parsed.discrepancies:
        yield discrepancy_note(found, found.place_in_source)
    for warning in parsed.warnings:
        yield f"warning       {warning.text} ({warning.place_in_source})"
    for one in parsed.set_aside:
        title = " ".join(one.title.split())[:100]
        yield f"set aside     appendix {one.appendix or '—'}: {_ASIDE[one.reason]}, «{title}» ({one.at})"


def discrepancy_note(found: Discrepancy | StoredDiscrepancy, place: str) -> str:
    """Both numbers and both places."""
    return (
        f"discrepancy   {found.kind}: {found.path} is printed as {in_thousands(found.printed)}, "
        f"expected {in_thousands(found.expected)} thousand tenge ({place}){'' if found.certain else _MISREAD}"
    )


def in_thousands(tenge: int | None) -> str:
    """Tenge in thousands, decimals only where there are any."""
    if tenge is None:
        return "—"
    whole, rest = divmod(abs(tenge), 1000)
    sign = "-" if tenge < 0 else ""
    return sign + f"{whole:,}".replace(",", " ") + (f",{rest:03}".rstrip("0") if rest else "")
