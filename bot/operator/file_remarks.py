"""What is to be said of a file that was read: what disagrees, what is uncertain, what is no budget."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from bot.operator.texts import OperatorTexts
from parser.dataclass import dataclass
from parser.kinds import Doubt, Value
from parser.records import Discrepancy, Edition, Finding, ParsedDecision, SetAside
from storage.loading.rivals import Dispute
from storage.reading.discrepancies import StoredDiscrepancy

_ROWS_NAMED = 10  # of a table; all of them are in what `parse --json` prints


@dataclass(frozen=True, slots=True)
class DoubtedRows:
    """The rows of a table whose amounts have one doubt."""

    edition: Edition
    doubt: Doubt
    rows: tuple[int, ...]


Remark: TypeAlias = Discrepancy | DoubtedRows | Finding | SetAside


def remarks_on(parsed: ParsedDecision) -> list[Remark]:
    """Amounts in doubt, table by table, then every discrepancy, warning and appendix set aside."""
    return [*_doubted(parsed.editions), *parsed.discrepancies, *parsed.warnings, *parsed.set_aside]


def _doubted(editions: Iterable[Edition]) -> Iterator[DoubtedRows]:
    for edition in editions:
        for doubt in Doubt:
            rows = tuple(line.row for line in edition.lines if line.doubt is doubt)
            if rows:
                yield DoubtedRows(edition, doubt, rows)


_LABELS = {
    Discrepancy: "label-discrepancy",
    DoubtedRows: "label-warning",
    Finding: "label-warning",
    SetAside: "label-set-aside",
}


def remark_line(remark: Remark, texts: OperatorTexts) -> str:
    """A remark with its place, behind the word for what it is."""
    return texts.labelled(_LABELS[type(remark)], remark_text(remark, texts))


def remark_text(remark: Remark, texts: OperatorTexts) -> str:
    """A remark with its place, alone."""
    match remark:
        case Discrepancy():
            return discrepancy_text(remark, texts.written_place(remark.place_in_source), texts)
        case DoubtedRows():
            return _doubted_text(remark, texts)
        case Finding():
            return _placed(finding_text(remark, texts), texts.source_place(remark.at) if remark.at else None)
        case SetAside():
            values = {
                "appendix": remark.appendix,
                "reason": remark.reason,
                "title": " ".join(remark.title.split())[:100],
            }
            return _placed(texts.say("set-aside", values), texts.source_place(remark.at))


def discrepancy_line(found: Discrepancy | StoredDiscrepancy, source_place: str, texts: OperatorTexts) -> str:
    """`discrepancy_text` behind the word for what it is."""
    return texts.labelled("label-discrepancy", discrepancy_text(found, source_place, texts))


def discrepancy_text(found: Discrepancy | StoredDiscrepancy, source_place: str, texts: OperatorTexts) -> str:
    """Both numbers, in thousand tenge, and where they stand."""
    values = {"path": found.path, "printed": found.printed, "expected": found.expected}
    said = texts.say(f"discrepancy-{found.kind}", values)
    if not found.certain:
        said = texts.get("discrepancy-uncertain", found=said)
    if isinstance(found, StoredDiscrepancy) and found.doubt:
        said = texts.get("discrepancy-doubted", found=said, doubt=doubt_text(found.doubt, texts))
    return _placed(said, source_place)


def _doubted_text(doubted: DoubtedRows, texts: OperatorTexts) -> str:
    named = ", ".join(map(str, doubted.rows[:_ROWS_NAMED]))
    values = {
        "year": doubted.edition.year,
        "appendix": doubted.edition.appendix,
        "doubt": doubt_text(doubted.doubt, texts),
        "count": len(doubted.rows),
        "rows": named if len(doubted.rows) <= _ROWS_NAMED else f"{named}, …",
    }
    return texts.say("doubted-rows", values)


def doubt_text(doubt: Doubt, texts: OperatorTexts) -> str:
    """Why an amount may not be what a person sees on the page."""
    return texts.get(f"doubted-{doubt}")


def finding_text(finding: Finding, texts: OperatorTexts) -> str:
    """What is uncertain, without its place."""
    values = {
        name: texts.written_date(value) if name.endswith("date") and isinstance(value, str) else value
        for name, value in finding.values.items()
    }
    return texts.say(f"finding-{finding.kind}", values)


def dispute_line(dispute: Dispute, texts: OperatorTexts) -> str:
    """`dispute_text` behind the word for what it is about."""
    return texts.labelled("label-table", dispute_text(dispute, texts))


def dispute_text(dispute: Dispute, texts: OperatorTexts) -> str:
    """What became of a table that another file has read better or worse, which file lost, and why."""
    outcome = "kept" if dispute.kept else "worse" if dispute.worse else "better"
    return texts.get(
        f"dispute-{outcome}",
        year=dispute.year,
        language=dispute.language,
        file=dispute.file,
        loss=dispute.verdict.loss,
        count=dispute.verdict.count,
    )


def _placed(said: str, source_place: str | None) -> str:
    return f"{said} ({source_place})" if source_place else said


def edition_text(edition: Edition, texts: OperatorTexts) -> str:
    """Which table an edition is, and how long."""
    values: dict[str, Value] = {
        "place": texts.budget_place(edition.place),
        "year": edition.year,
        "appendix": edition.appendix,
        "language": edition.language,
        "count": len(edition.lines),
        "unit": edition.unit,
    }
    return texts.say("parsed-edition", values)
