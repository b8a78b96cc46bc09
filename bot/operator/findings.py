"""What is to be said of a file that was read: what disagrees, what is uncertain, what is no budget."""

from __future__ import annotations

from collections.abc import Iterator

from bot.operator.texts import OperatorTexts
from parser.records import Discrepancy, Finding, ParsedDecision
from storage.reading.discrepancies import StoredDiscrepancy


def list_notes(parsed: ParsedDecision, texts: OperatorTexts) -> Iterator[str]:
    """One line for every discrepancy, warning and appendix set aside, each with its place."""
    for discrepancy in parsed.discrepancies:
        yield discrepancy_note(discrepancy, discrepancy.place_in_source, texts)
    for warning in parsed.warnings:
        yield _warning_note(warning, texts)
    for appendix in parsed.set_aside:
        values = {
            "appendix": appendix.appendix,
            "reason": appendix.reason,
            "title": " ".join(appendix.title.split())[:100],
            "place": texts.place(appendix.at),
        }
        yield texts.say("note-set-aside", values)


def discrepancy_note(found: Discrepancy | StoredDiscrepancy, place: str, texts: OperatorTexts) -> str:
    """Both numbers, in thousand tenge, and where they stand."""
    values = {"path": found.path, "printed": found.printed, "expected": found.expected}
    said = texts.say(f"discrepancy-{found.kind}", values)
    if not found.certain:
        said = texts.get("discrepancy-uncertain", found=said)
    return texts.get("note-discrepancy", found=said, place=place)


def finding_text(finding: Finding, texts: OperatorTexts) -> str:
    """What is uncertain, without its place."""
    return texts.say(f"finding-{finding.kind}", finding.values)


def _warning_note(warning: Finding, texts: OperatorTexts) -> str:
    said = finding_text(warning, texts)
    if warning.at is None:
        return texts.get("note-warning", found=said)
    return texts.get("note-warning-at", found=said, place=texts.place(warning.at))
