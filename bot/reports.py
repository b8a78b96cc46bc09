"""What the commands print for a person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from bot.loading import FileReport
from bot.operator.errors import explain
from bot.operator.findings import discrepancy_note, list_notes
from bot.operator.texts import in_thousands, terminal_texts
from parser.errors import ParseError
from parser.records import Language, ParsedDecision
from storage.missed_questions import Missed
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.overview import Stats
from storage.reading.records import Changes

_WIDE = 240  # columns of a table that goes into a file or a pipe


def terminal(*, stderr: bool = False) -> Console:
    """Where reports are printed; without a terminal, wide enough that no table is folded."""
    stream = sys.stderr if stderr else sys.stdout
    return Console(file=stream, width=None if stream.isatty() else _WIDE)


class LoadReport:
    """Progress while files are loaded, then a table of what became of them."""

    def __init__(self, total: int, console: Console) -> None:
        self._console = console
        self._reports: list[FileReport] = []
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._progress.add_task("loading", total=total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._progress.stop()

    @property
    def failed(self) -> bool:
        """Whether any file could not be loaded."""
        return any(report.error is not None for report in self._reports)

    def add(self, report: FileReport) -> None:
        """Takes a file's report; an error is printed at once."""
        self._reports.append(report)
        self._progress.update(self._task, advance=1, description=report.path.name)
        if report.error is not None:
            self._console.print(Text(_explain(report), style="red"), soft_wrap=True)

    def print_table(self) -> None:
        """Prints a row a file, and below it what is to be said of the files."""
        table = Table(box=None, pad_edge=False)
        table.add_column("file", overflow="fold")
        table.add_column("decision")
        for title in ("editions", "lines", "discrepancies", "ms"):
            table.add_column(title, justify="right")
        table.add_column("result")
        for one in self._reports:
            report = one.report
            cells = (
                (
                    f"№ {report.decision.number} {report.decision.date or ''}",
                    str(report.editions),
                    str(report.lines),
                    str(report.discrepancies),
                )
                if report
                else ("", "", "", "")
            )
            result = report.status if report else "failed"
            table.add_row(Text(one.path.name), *cells, f"{one.seconds * 1000:.0f}", result)
        self._console.print(table if self._reports else Text("there are no files to load"))
        for one in filter(lambda report: report.notes, self._reports):
            self._console.print(Text(f"\n{one.path.name}"))
            for note in one.notes:
                self._console.print(Text(f"  {note}"), soft_wrap=True)
            if one.more_notes:
                self._console.print(
                    Text(f"  and {one.more_notes} more: python -m bot parse {one.path}"), soft_wrap=True
                )


def _explain(report: FileReport) -> str:
    said = explain(report.error, terminal_texts()) if report.error else ""
    return said if isinstance(report.error, ParseError) else f"{report.path.name}: {said}"


def print_parsed(parsed: ParsedDecision, console: Console) -> None:
    """Prints what the parser understood: the decision, its figures, its editions, what does not agree."""
    decision = parsed.decision
    amends = decision.amends
    facts = {
        "decision": f"№ {decision.number} of {decision.date}, {decision.kind}",
        "council": decision.body,
        "registered": f"№ {decision.registration_number} of {decision.registration_date}",
        "amends": f"№ {amends.number} of {amends.date}" if amends else None,
        "budget": "–".join(map(str, decision.budget_years)) if decision.budget_years else None,
        "in force from": decision.in_force_from,
        "title": decision.title,
    }
    for name, fact in facts.items():
        if fact is not None:
            console.print(Text(f"{name:14}{fact}"), soft_wrap=True)
    for change in parsed.figure_changes:
        console.print(
            Text(
                f"clause {change.clause:7}{in_thousands(change.old)} → {in_thousands(change.new)}  "
                f"{change.path or 'no line could be told'}"
            )
        )
    for edition in parsed.editions:
        console.print(
            Text(
                f"edition       {edition.place} {edition.year}, appendix {edition.appendix or '—'}, "
                f"{edition.language}: {len(edition.lines)} lines, unit {edition.unit} tenge"
            )
        )
    for note in list_notes(parsed, terminal_texts()):
        console.print(Text(note), soft_wrap=True)
    if not parsed.discrepancies:
        console.print(
            Text("discrepancies none: every parent is the sum of its children, all identities hold")
        )


def print_changes(changes: Changes, language: Language, console: Console) -> None:
    """Prints what a decision changed: totals, then every line, in thousand tenge."""
    decision, previous = changes.edition.decision, changes.previous
    console.print(
        Text(f"№ {decision.number} of {decision.date}, {changes.edition.budget.place} {changes.edition.year}")
    )
    if previous is None:
        console.print(Text("no earlier edition of this year is loaded: nothing to compare with"))
        return
    console.print(Text(f"against № {previous.number} of {previous.date}, thousand tenge"))
    for skipped in changes.skipped:
        console.print(Text(f"not loaded in between: № {skipped.number} of {skipped.date}"))
    table = Table(box=None, pad_edge=False)
    table.add_column("path")
    for title in ("old", "new", "change"):
        table.add_column(title, justify="right")
    table.add_column("status")
    table.add_column("name", overflow="fold")
    for line in changes.lines:
        name = line.names.get(language) or next(iter(line.names.values()), "")
        delta = ("+" if line.delta > 0 else "") + in_thousands(line.delta)
        status = line.status + (f" to {line.moved_to}" if line.moved_to else "")
        status += f" from {line.moved_from}" if line.moved_from else ""
        table.add_row(line.path, in_thousands(line.old), in_thousands(line.new), delta, status, Text(name))
    console.print(table)
    if changes.flow:
        flow = changes.flow
        console.print(
            Text(
                f"cut {in_thousands(flow.cut)}, risen {in_thousands(flow.risen)}; paid for by revenue "
                f"{in_thousands(flow.revenue)} and financing {in_thousands(flow.financing)}"
            )
        )
    if changes.reconciled:
        console.print(
            Text("reconciled: the changes of the leaves add up to the change of every printed total")
        )
    for gap in changes.gap:
        console.print(
            Text(
                f"not reconciled: {gap.path} changes by {in_thousands(gap.printed_delta)}, "
                f"its leaves by {in_thousands(gap.sum_of_leaf_deltas)}"
            )
        )


def print_discrepancies(found: Sequence[StoredDiscrepancy], console: Console) -> None:
    """Prints every stored discrepancy with both numbers and its place."""
    for one in found:
        place = f"№ {one.decision.number} of {one.decision.date}, {one.file}, {one.place_in_source}"
        console.print(Text(discrepancy_note(one, place, terminal_texts())), soft_wrap=True)
    if not found:
        console.print(Text("no discrepancies: the stored documents agree with themselves"))


def print_stats(stats: Stats, missed: Sequence[Missed], console: Console) -> None:
    """Prints the counts, and the words that most often found nothing."""
    for name, count in asdict(stats).items():
        console.print(Text(f"{name.replace('_', ' ')}: {count:,}"), soft_wrap=True)
    for question in missed:
        console.print(Text(f"  {question.count:>5} × {question.words}"), soft_wrap=True)
