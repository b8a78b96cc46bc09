"""What the tables of the database could not hold as it is: such a file is refused."""

from __future__ import annotations

from collections import Counter

from parser.records import Language, ParsedDecision
from storage.loading.errors import IngestError, IngestErrorKind

_LARGEST = 2**63 - 1  # what an amount's column holds


def check_storable(parsed: ParsedDecision) -> Language:
    """Refuses a file that contradicts itself; returns the language of its text.

    Raises:
        IngestError: a row stands twice, an amount is too large, the language is not known.
    """
    decision = parsed.decision.ref
    for edition in parsed.editions:
        rows = Counter(line.row for line in edition.lines)
        twice = [row for row, count in rows.items() if count > 1]
        if twice:
            raise IngestError(IngestErrorKind.ROW_TWICE, decision, year=edition.year, row=twice[0])
        for line in edition.lines:
            if abs(line.amount) > _LARGEST:
                raise IngestError(
                    IngestErrorKind.AMOUNT_TOO_LARGE, decision, line.at, printed=line.amount_printed
                )
    languages = [parsed.source.language, *(edition.language for edition in parsed.editions)]
    for known in languages:
        if known is not None:
            return known
    raise IngestError(IngestErrorKind.LANGUAGE_UNKNOWN, decision)
