"""The text of a decision on a picture: what its readings disagree on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.document import Paragraph
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, ParseErrorKind
from parser.records import Decision

_DIGITS = re.compile(r"\d+")
_SHOWN = 100  # letters of a paragraph


def compare_head(decision: Decision, others: Sequence[Decision], file: str) -> None:
    """Refuses a scanned decision if no other reading of the picture has its number and its date.

    Args:
        decision: as it was read first.
        others: the other readings; nothing is compared where there are none.
        file: to name in the error.

    Raises:
        ParseError: `scanned-head`.
    """
    heads = [f"№ {each.number}, {each.date}" for each in (decision, *others)]
    if others and heads[0] not in heads[1:]:
        raise ParseError(ParseErrorKind.SCANNED_HEAD, file, readings=" / ".join(dict.fromkeys(heads)))


def compare_numbers(text: Sequence[Paragraph], other: Sequence[Paragraph], findings: Findings) -> None:
    """Makes a finding of each paragraph whose numbers another reading of the picture does not have."""
    known = {paragraph.at: _DIGITS.findall(paragraph.text) for paragraph in other}
    for paragraph in text:
        if known.get(paragraph.at) != _DIGITS.findall(paragraph.text):
            findings.add(FindingKind.TEXT_UNSURE, paragraph.at, printed=paragraph.text[:_SHOWN])
