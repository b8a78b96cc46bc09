"""What the tables could not hold faithfully."""

from __future__ import annotations

from collections import Counter

from parser.records import Language, ParsedDecision
from storage.loading.decisions import IngestError, describe

_LARGEST = 2**63 - 1  # what an amount's column holds


def check_storable(parsed: ParsedDecision) -> Language:
    """Refuses a file that contradicts itself; returns the language of its text.

    Raises:
        IngestError: a row stands twice, an amount is none, the language is not known.
    """
    who = describe(parsed.decision.ref)
    for edition in parsed.editions:
        rows = Counter(line.row for line in edition.lines)
        twice = [row for row, count in rows.items() if count > 1]
        if twice:
            raise IngestError(f"{who}: row {twice[0]} of {edition.year} stands twice")
        for line in edition.lines:
            if abs(line.amount) > _LARGEST:
                raise IngestError(f"{who}, {line.at}: {line.amount_printed} is no amount of money")
    languages = [parsed.source.language, *(edition.language for edition in parsed.editions)]
    for known in languages:
        if known is not None:
            return known
    raise IngestError(f"{who}: the language of the text is not known")
