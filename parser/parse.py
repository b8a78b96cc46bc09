"""A file → what it says: the one entrance to the parser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from parser.budget_code import SECTIONS
from parser.decision.amendments import PrintedChange, read_appendix_changes, read_changes, tie_changes
from parser.decision.clause_figures import PrintedFigure, read_clause_figures
from parser.decision.decision import read_decision
from parser.decision.signs_and_units import find_edition, settle
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.readers.detect import read_document
from parser.readers.files import RawFile, read_raw
from parser.records import (
    AppendixChange,
    ClauseFigure,
    Decision,
    DecisionKind,
    DecisionRef,
    Discrepancy,
    Document,
    Edition,
    FigureChange,
    Paragraph,
    ParsedDecision,
    Row,
    SetAside,
)
from parser.tables.appendices import split_appendices
from parser.tables.checks import check_clauses, check_edition, check_summary, check_text
from parser.tables.editions import BudgetTables
from parser.tables.table import read_table
from parser.text.amounts import parse_unit

_HEADLINE = tuple(rule.section for rule in SECTIONS.values() if rule.number)


def parse_file(path: Path) -> ParsedDecision:
    """Reads one file.

    Raises:
        ParseError: the file cannot be read as a budget decision; nothing partial is returned.
    """
    return parse_raw(read_raw(path))


def parse_raw(raw: RawFile) -> ParsedDecision:
    """Reads one file's bytes; see `parse_file`."""
    return parse_document(read_document(raw))


def parse_document(document: Document) -> ParsedDecision:
    """Understands a document that a reader made of a file; see `parse_file`."""
    return _from_declared(document) if document.declared else _from_text(document)


def _from_text(document: Document) -> ParsedDecision:
    source = document.source
    preamble, appendices = split_appendices(document.blocks)
    if source.language is None or not (preamble or appendices):
        raise ParseError("no-budget", source.file)
    headings = [p for appendix in appendices for p in (appendix.stamp, *appendix.footnotes) if p.text]
    try:
        text = read_decision(preamble, headings, source.file)
    except ParseError as error:
        if appendices:
            raise
        raise ParseError("no-budget", source.file) from error  # neither a decision nor a table
    clauses = [Paragraph(p.printed, p.at) for p in text.clauses]
    findings = Findings(text.findings)
    amending = text.decision.kind is DecisionKind.AMENDMENT
    changes = read_changes(clauses, findings) if amending else []
    replaced = read_appendix_changes(clauses) if amending else []
    reading = BudgetTables(source.file, source.language, text, replaced, findings)
    for appendix in appendices:
        reading.read(appendix)
    figures = read_clause_figures(text.clauses, text.region, text.decision.place)
    if not reading.editions and (appendices or replaced or not (changes or figures) or not amending):
        raise ParseError("no-budget", source.file, str(appendices[0].at) if appendices else None)
    return _assemble(
        document, text.decision, changes, reading.editions, findings,
        figures=figures, replaced=replaced, set_aside=reading.set_aside,
    )  # fmt: skip


def _from_declared(document: Document) -> ParsedDecision:
    source, head = document.source, document.declared
    if source.language is None:
        raise ParseError("csv-head", source.file, "language")
    unit = parse_unit(head["unit"])
    if unit is None:
        raise ParseError("csv-head", source.file, "unit", head["unit"])
    try:
        decision = _declared_decision(head)
        year = int(head["year"])
    except ValueError as error:
        raise ParseError("csv-head", source.file, found=str(error)) from error
    rows = [block for block in document.blocks if isinstance(block, Row)]
    table = read_table(rows, unit, source.file)
    edition = Edition(
        head["place"], year, head.get("appendix") or None, decision.ref, source.language, unit, table.lines
    )
    return _assemble(document, decision, [], [edition], Findings(table.findings))


def _declared_decision(head: Mapping[str, str]) -> Decision:
    def date(key: str) -> dt.date | None:
        return dt.date.fromisoformat(head[key]) if head.get(key) else None

    adopted = date("decision_date")
    if adopted is None:
        raise ValueError("decision_date")
    years = [int(year) for year in head["budget_years"].split("-")] if head.get("budget_years") else []
    amends = DecisionRef(head["amends_number"], date("amends_date")) if head.get("amends_number") else None
    kind = head.get("decision_kind") or (DecisionKind.AMENDMENT if amends else DecisionKind.ORIGINAL)
    return Decision(
        kind=DecisionKind(kind),
        body=head.get("body") or None,
        place=head["place"],
        number=head["decision_number"],
        date=adopted,
        registration_number=head.get("registration_number") or None,
        registration_date=date("registration_date"),
        title=head.get("title") or None,
        amends=amends,
        amended_by=tuple(_declared_refs(head.get("amended_by", ""))),
        budget_years=(years[0], years[-1]) if years else None,
        in_force_from=date("in_force_from"),
        url=head.get("url") or None,
    )


def _declared_refs(text: str) -> Iterable[DecisionRef]:
    """`2013-04-08 № 12-3; 2013-05-24 № 13-3`."""
    for part in filter(None, (part.strip() for part in text.split(";"))):
        date, _, number = part.partition("№")
        yield DecisionRef(number.strip(), dt.date.fromisoformat(date.strip()))


def _assemble(  # noqa: PLR0913 - all that a decision is made of
    document: Document,
    decision: Decision,
    changes: Sequence[PrintedChange],
    editions: list[Edition],
    findings: Findings,
    *,
    figures: Sequence[PrintedFigure] = (),
    replaced: Sequence[AppendixChange] = (),
    set_aside: Sequence[SetAside] = (),
) -> ParsedDecision:
    first = _main_edition(decision, editions)
    tied = tie_changes(changes, first, first.unit if first else 1000, findings)
    clause_figures = settle(figures, editions, findings)
    discrepancies: list[Discrepancy] = []
    for edition in editions:
        discrepancies.extend(check_edition(edition, findings))
    if decision.kind is not DecisionKind.AMENDMENT:
        discrepancies.extend(check_summary(editions, findings))
    if first is not None:
        discrepancies.extend(check_text(tied, first))
    pairs = [(figure, find_edition(editions, figure.place, figure.year)) for figure in clause_figures]
    discrepancies.extend(check_clauses(pairs, findings))
    for change in tied:
        if change.path is None:
            findings.add(FindingKind.FIGURE_UNTIED, change.at, amount=change.new)
    return ParsedDecision(
        source=document.source,
        decision=decision,
        headline=_headline(first, tied, [f for f, e in pairs if e is first or first is None]),
        figure_changes=tied,
        editions=tuple(editions),
        discrepancies=tuple(discrepancies),
        warnings=tuple(findings),
        clause_figures=clause_figures,
        appendix_changes=tuple(replaced),
        set_aside=tuple(set_aside),
    )


def _main_edition(decision: Decision, editions: Sequence[Edition]) -> Edition | None:
    """The table that clause 1 is about: the council's own budget for the first year."""
    year = decision.budget_years[0] if decision.budget_years else None
    ranked = sorted(editions, key=lambda e: (e.place != decision.place, e.year != year))
    return ranked[0] if ranked else None


def _headline(
    edition: Edition | None, changes: Iterable[FigureChange], figures: Iterable[ClauseFigure]
) -> dict[str, int | None]:
    """Each section's figure as the text states it, else as the table prints it."""
    stated: dict[str, int] = {}
    for change in changes:
        if change.path is not None:
            stated[change.path] = change.new
    for figure in figures:
        if figure.path is not None:
            stated.setdefault(figure.path, figure.amount)
    printed = {line.path: line.amount for line in reversed(edition.lines)} if edition else {}
    return {name: stated.get(name, printed.get(name)) for name in _HEADLINE}
