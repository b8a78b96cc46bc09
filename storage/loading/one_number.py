"""The numbers of a file's decisions in the one form under which they are stored.

A decision is one, whichever dash, space or alphabet a text prints its number with: the notes of a version
say `2–3`, the decision itself `2-3`; one text says `ІV-38` in Cyrillic letters, another one in Latin.
"""

from __future__ import annotations

from dataclasses import replace

from parser.records import DecisionRef, Edition, ParsedDecision
from parser.text.act_numbers import usual_number


def with_usual_numbers(parsed: ParsedDecision) -> ParsedDecision:
    """A file with every decision that it names under the usual form of its number; itself where all are.

    Args:
        parsed: as its text prints them.
    """
    decision, editions = parsed.decision, parsed.editions
    refs = (decision.amends, *decision.amended_by, parsed.made_by, *(each.set_by for each in editions))
    refs += tuple(found.set_by for found in parsed.discrepancies)
    numbers = {decision.number, *(ref.number for ref in refs if ref is not None)}
    if all(number == usual_number(number) for number in numbers):
        return parsed
    own = replace(
        decision,
        number=usual_number(decision.number),
        amends=_usual(decision.amends),
        amended_by=tuple(_usual_ref(ref) for ref in decision.amended_by),
    )
    return replace(
        parsed,
        decision=own,
        made_by=_usual(parsed.made_by),
        editions=tuple(map(_usual_edition, editions)),
        discrepancies=tuple(replace(each, set_by=_usual(each.set_by)) for each in parsed.discrepancies),
    )


def _usual(ref: DecisionRef | None) -> DecisionRef | None:
    return None if ref is None else _usual_ref(ref)


def _usual_ref(ref: DecisionRef) -> DecisionRef:
    return replace(ref, number=usual_number(ref.number))


def _usual_edition(edition: Edition) -> Edition:
    return replace(edition, set_by=_usual_ref(edition.set_by))
