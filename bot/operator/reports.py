"""What the commands print for a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.operator.file_remarks import discrepancy_line, doubt_text, edition_text, remark_line, remarks_on
from bot.operator.texts import OperatorTexts, in_thousands
from handlers.views.doubts import MARK, marked
from parser.kinds import Doubt
from parser.records import Decision, DecisionRef, FigureChange, Language, ParsedDecision
from storage.missed_questions import Missed
from storage.reading.differences import ChangedLine, Changes, Flow
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.overview import Stats
from storage.reading.records import DecisionInfo

_WIDE = 240  # columns of a table that goes into a file or a pipe


def terminal(*, stderr: bool = False) -> Console:
    """Where reports are printed; without a terminal, wide enough that no table is folded."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else _WIDE)


def print_parsed(parsed: ParsedDecision, console: Console, texts: OperatorTexts) -> None:
    """Prints what the parser understood: the decision, its figures, its editions, what does not agree."""
    decision, amends = parsed.decision, parsed.decision.amends
    named = texts.decision(decision.ref)
    facts = {
        "label-decision": texts.get("parsed-decision", decision=named, kind=decision.kind),
        "label-council": decision.body,
        "label-registered": _registration(decision, texts),
        "label-amends": texts.decision(amends) if amends else None,
        "label-budget": "–".join(map(str, decision.budget_years)) if decision.budget_years else None,
        "label-in-force-from": decision.in_force_from and texts.date(decision.in_force_from),
        "label-title": decision.title,
    }
    lines = [texts.labelled(label, fact) for label, fact in facts.items() if fact]
    lines += [_figure_change(change, texts) for change in parsed.figure_changes]
    for edition in parsed.editions:
        lines.append(texts.labelled("label-edition", edition_text(edition, texts)))
    lines += [remark_line(remark, texts) for remark in remarks_on(parsed)]
    if not parsed.discrepancies:
        lines.append(texts.labelled("label-discrepancies", texts.get("parsed-no-discrepancies")))
    for line in lines:
        console.print(Text(line), soft_wrap=True)


def _registration(decision: Decision, texts: OperatorTexts) -> str | None:
    number = decision.registration_number
    return texts.decision(DecisionRef(number, decision.registration_date)) if number else None


def _figure_change(change: FigureChange, texts: OperatorTexts) -> str:
    said = f"{in_thousands(change.old)} → {in_thousands(change.new)}"
    path = change.path or texts.get("parsed-untied")
    return texts.labelled("label-clause", f"{said}  {path}", clause=change.clause)


def print_changes(changes: Changes, language: Language, console: Console, texts: OperatorTexts) -> None:
    """Prints what a decision changed: totals, then every line, in thousand tenge."""
    edition, previous = changes.edition, changes.previous
    named = _decision(edition.decision, texts)
    place, year = edition.budget.place, edition.year
    console.print(Text(texts.get("compared-edition", decision=named, place=place, year=year)))
    if previous is None:
        console.print(Text(texts.get("compared-nothing")))
        return
    console.print(Text(texts.get("compared-against", decision=_decision(previous, texts))))
    for skipped in changes.skipped:
        console.print(Text(texts.get("compared-skipped", decision=_decision(skipped, texts))))
    console.print(_changes_table(changes.lines, language, texts))
    for line in _balance(changes, texts):
        console.print(Text(line))


def _changes_table(lines: Sequence[ChangedLine], language: Language, texts: OperatorTexts) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(texts.get("compared-path"))
    for key in ("compared-old", "compared-new", "compared-change"):
        table.add_column(texts.get(key), justify="right")
    table.add_column(texts.get("compared-status"))
    table.add_column(texts.get("compared-name"), overflow="fold")
    for line in lines:
        name = line.names.get(language) or next(iter(line.names.values()), "")
        delta = marked(("+" if line.delta > 0 else "") + in_thousands(line.delta), line.doubt)
        moved = {"moved_to": line.moved_to, "moved_from": line.moved_from}
        status = texts.say("compared-line", {"status": line.status, **moved})
        table.add_row(line.path, in_thousands(line.old), in_thousands(line.new), delta, status, Text(name))
    return table


def _balance(changes: Changes, texts: OperatorTexts) -> list[str]:
    """From where to where the money went, and whether all changes add up."""
    flow = changes.flow
    lines = [marked(_flow(flow, texts), flow.doubt)] if flow else []
    for line in changes.unread:
        old, new = (in_thousands(amount) for amount in (line.old, line.new))
        name = next(iter(line.names.values()), "")
        lines.append(texts.say("compared-unread", {"path": line.path, "name": name, "old": old, "new": new}))
    lines += [texts.get("compared-row-unread", printed=printed) for printed in changes.rows_unread]
    if changes.reconciled:
        lines.append(texts.get("compared-reconciled"))
    elif changes.is_partly_read:
        lines.append(texts.get("compared-unsettled"))
    for gap in changes.gap:
        printed, leaves = gap.printed_delta, gap.sum_of_leaf_deltas
        said = texts.get("compared-gap", path=gap.path, printed=printed, leaves=leaves)
        lines.append(marked(said, gap.doubt))
    doubts = {line.doubt for line in changes.lines} | {gap.doubt for gap in changes.gap}
    doubts.add(flow.doubt if flow else None)
    return lines + [f"{MARK} {doubt_text(doubt, texts)}" for doubt in Doubt if doubt in doubts]


def _flow(flow: Flow, texts: OperatorTexts) -> str:
    values = {"cut": flow.cut, "risen": flow.risen, "revenue": flow.revenue, "financing": flow.financing}
    return texts.say("compared-flow", values)


def _decision(decision: DecisionInfo, texts: OperatorTexts) -> str:
    return texts.say("decision", {"number": decision.number, "date": texts.date(decision.date)})


def print_discrepancies(found: Sequence[StoredDiscrepancy], console: Console, texts: OperatorTexts) -> None:
    """Prints every stored discrepancy with both numbers and its place."""
    for discrepancy in found:
        named, source_place = (
            texts.decision(discrepancy.decision),
            texts.written_place(discrepancy.place_in_source),
        )
        line = discrepancy_line(discrepancy, f"{named}, {discrepancy.file}, {source_place}", texts)
        console.print(Text(line), soft_wrap=True)
    if not found:
        console.print(Text(texts.get("check-nothing")))


def print_stats(stats: Stats, missed: Sequence[Missed], console: Console, texts: OperatorTexts) -> None:
    """Prints the counts, and the words that most often found nothing."""
    for name, count in asdict(stats).items():
        console.print(Text(texts.get(f"stats-{name}", count=count)), soft_wrap=True)
    for question in missed:
        console.print(Text(f"  {question.count:>5} × {question.words}"), soft_wrap=True)
