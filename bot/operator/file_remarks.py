"""What is to be said of a file that was read: what disagrees, what is uncertain, what is no budget."""

from __future__ import annotations

from typing import TypeAlias

from bot.operator.texts import OperatorTexts
from parser.records import Discrepancy, Finding, ParsedDecision, SetAside
from storage.loading.rivals import Dispute
from storage.reading.discrepancies import StoredDiscrepancy

Remark: TypeAlias = Discrepancy | Finding | SetAside


def remarks_on(parsed: ParsedDecision) -> list[Remark]:
    """Every discrepancy, warning and appendix set aside."""
    return [*parsed.discrepancies, *parsed.warnings, *parsed.set_aside]


def remark_line(remark: Remark, texts: OperatorTexts) -> str:
    """A remark with its place, behind the word for what it is."""
    match remark:
        case Discrepancy():
            return discrepancy_line(remark, texts.written_place(remark.place_in_source), texts)
        case Finding():
            source_place = texts.source_place(remark.at) if remark.at else None
            return texts.labelled("label-warning", _placed(finding_text(remark, texts), source_place))
        case SetAside():
            values = {
                "appendix": remark.appendix,
                "reason": remark.reason,
                "title": " ".join(remark.title.split())[:100],
            }
            said = texts.say("set-aside", values)
            return texts.labelled("label-set-aside", _placed(said, texts.source_place(remark.at)))


def discrepancy_line(found: Discrepancy | StoredDiscrepancy, source_place: str, texts: OperatorTexts) -> str:
    """Both numbers, in thousand tenge, and where they stand."""
    values = {"path": found.path, "printed": found.printed, "expected": found.expected}
    said = texts.say(f"discrepancy-{found.kind}", values)
    if not found.certain:
        said = texts.get("discrepancy-uncertain", found=said)
    return texts.labelled("label-discrepancy", _placed(said, source_place))


def finding_text(finding: Finding, texts: OperatorTexts) -> str:
    """What is uncertain, without its place."""
    return texts.say(f"finding-{finding.kind}", finding.values)


def dispute_line(dispute: Dispute, texts: OperatorTexts) -> str:
    """What became of a table that another file has read better or worse, which file lost, and why."""
    outcome = "kept" if dispute.kept else "worse" if dispute.worse else "better"
    said = texts.get(
        f"dispute-{outcome}",
        year=dispute.year,
        language=dispute.language,
        file=dispute.file,
        loss=dispute.verdict.loss,
        count=dispute.verdict.count,
    )
    return texts.labelled("label-table", said)


def _placed(said: str, source_place: str | None) -> str:
    return f"{said} ({source_place})" if source_place else said
