"""A file → what it says: the one entrance to the parser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from parser.budget_code import SECTIONS, Tree
from parser.dataclass import dataclass
from parser.decision.changed_lines import tie_changes
from parser.decision.clause_figures import PrintedFigure, read_clause_figures
from parser.decision.decision import read_decision
from parser.decision.declared import DeclaredHead
from parser.decision.replaced_appendices import read_appendix_changes
from parser.decision.replaced_figures import PrintedChange, read_changes
from parser.decision.scanned_text import compare_head, compare_numbers
from parser.decision.signs_and_units import find_edition, settle
from parser.decision.stated_facts import StatedFacts
from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, ParseErrorKind
from parser.own_names import with_own_names
from parser.readers.act_files import read_act_file
from parser.readers.detect import read_document
from parser.readers.files import RawFile
from parser.readers.printed_tables import PrintedTables
from parser.records import (
    AppendixChange,
    AsideReason,
    ClauseFigure,
    Decision,
    DecisionKind,
    DecisionRef,
    Discrepancy,
    Edition,
    FigureChange,
    ParsedDecision,
    SetAside,
)
from parser.tables.appendices import Appendix, split_appendices
from parser.tables.checks import check_clauses, check_edition, check_summary, check_text
from parser.tables.editions import BudgetTables
from parser.tables.lost_rows import find_lost_rows
from parser.tables.portal_tables import without_portal_tables
from parser.tables.read_tables import ReadTables
from parser.tables.skeleton import check_skeleton
from parser.tables.slipped_names import doubt_slipped_names
from parser.tables.table import read_table
from parser.tables.units_told import USUAL

_HEADLINE = tuple(rule.section for rule in SECTIONS.values() if rule.number)


def parse_file(path: Path) -> ParsedDecision:
    """Reads one file.

    Raises:
        ParseError: the file cannot be read as a budget decision; nothing partial is returned.
    """
    return parse_raw(read_act_file(path))


@dataclass(frozen=True, slots=True)
class RecentTables:
    """What is remembered of texts that are read one after another: most tables of an act are in each version.

    Attributes:
        printed: the tables of their pages.
        read: what the rows of budgets say.
    """

    printed: PrintedTables = field(default_factory=PrintedTables)
    read: ReadTables = field(default_factory=ReadTables)


def parse_raw(raw: RawFile, recent: RecentTables | None = None) -> ParsedDecision:
    """Reads one file's bytes; see `parse_file`.

    Args:
        raw: the file.
        recent: what is remembered of those that were read before, where there were any.
    """
    recent = recent or RecentTables()
    return parse_document(read_document(raw, recent.printed), recent.read)


def parse_document(document: Document, tables: ReadTables | None = None) -> ParsedDecision:
    """Understands a document that a reader made of a file; see `parse_raw`."""
    if document.declared:
        return _from_declared(document)
    return _from_text(with_own_names(document), tables or ReadTables())


def _from_text(document: Document, tables: ReadTables) -> ParsedDecision:
    source = document.source
    preamble, appendices = split_appendices(without_portal_tables(document.blocks))
    if source.language is None or not (preamble or appendices):
        raise ParseError(ParseErrorKind.NO_WORDS, source.file)
    headings = _headings(appendices)
    facts = StatedFacts.of(document.facts, source.language) if document.facts else None
    try:
        text = read_decision(preamble, headings, source.file, facts)
    except ParseError as error:
        if appendices:
            raise
        raise ParseError(ParseErrorKind.NO_BUDGET, source.file) from error  # neither a decision nor a table
    clauses = [Paragraph(p.printed, p.at) for p in text.clauses]
    findings = Findings((*document.findings, *text.findings))
    if document.facts_unread is not None:
        findings.add(FindingKind.FACTS_UNREAD, None, reason=document.facts_unread)
    _compare_readings(document, text.decision, preamble, findings)
    amending = text.decision.kind is DecisionKind.AMENDMENT
    changes = read_changes(clauses, findings) if amending else []
    replaced = read_appendix_changes(clauses) if amending else []
    figures = read_clause_figures(text.clauses, text.region, text.decision.place)
    reading = BudgetTables(source.file, source.language, text, replaced, findings, figures=figures)
    reading.tell_apart(appendices)
    for appendix in appendices:
        reading.read(appendix, tables)
    reading.settle_units()
    reading.find_unplaced_changes()
    if not reading.editions and (reading.has_lost or replaced or not (changes or figures) or not amending):
        raise _without_budget(source.file, text.decision, replaced, reading.set_aside)
    beside = _BesideTables(
        text.decision, changes, figures, replaced, reading.set_aside, text.made_by,
        _places_without_table(text.decision, reading),
    )  # fmt: skip
    return _assemble(document, beside, reading.editions, findings)


def _headings(appendices: Iterable[Appendix]) -> list[Paragraph]:
    return [p for appendix in appendices for p in (appendix.stamp, *appendix.footnotes) if p.text]


def _compare_readings(
    document: Document, decision: Decision, preamble: Sequence[Paragraph], findings: Findings
) -> None:
    """Names the numbers that other readings of a picture have otherwise.

    Raises:
        ParseError: `scanned-head` where no other has the decision's own number and date.
    """
    heads: list[Decision] = []
    for blocks in document.readings:
        other, appendices = split_appendices(without_portal_tables(blocks))
        compare_numbers(preamble, other, findings)
        # A reading that is no decision lacks a word; where it has other numbers, that is said above.
        with suppress(ParseError):
            heads.append(read_decision(other, _headings(appendices), document.source.file).decision)
    compare_head(decision, heads, document.source.file)


def _without_budget(
    file: str, decision: Decision, replaced: Sequence[AppendixChange], seen: Sequence[SetAside]
) -> ParseError:
    """Why a decision has no budget: which tables were seen in it, and what they lacked."""
    half = next((table for table in seen if table.reason is AsideReason.NO_EXPENDITURE), None)
    if half is not None:
        return ParseError(ParseErrorKind.NO_EXPENDITURE, file, half.at, half.title or None)
    if seen:
        first = seen[0]
        return ParseError(
            ParseErrorKind.TABLES_ARE_NO_BUDGET, file, first.at, first.title or None,
            count=len(seen), reason=first.reason, lack=first.lack,
        )  # fmt: skip
    if replaced:
        first_named = replaced[0]
        appendix = first_named.new or first_named.old
        return ParseError(ParseErrorKind.APPENDIX_ABSENT, file, first_named.at, appendix=appendix)
    return ParseError(ParseErrorKind.NO_TABLE, file, number=decision.number)


def _from_declared(document: Document) -> ParsedDecision:
    source = document.source
    if source.language is None:
        raise ParseError(ParseErrorKind.CSV_VALUE, source.file, key="language")
    head = DeclaredHead(document.declared, source.file)
    unit, decision, year = head.unit(), head.decision(), head.year()
    rows = [block for block in document.blocks if isinstance(block, Row)]
    table = read_table(rows, unit, source.file)
    edition = Edition(head.place(), year, head.appendix(), decision.ref, source.language, unit, table.lines)
    return _assemble(document, _BesideTables(decision), [edition], Findings(table.findings))


@dataclass(frozen=True, slots=True)
class _BesideTables:
    """What a file says besides its tables: of its decision, and of tables that are none of a budget."""

    decision: Decision
    changes: Sequence[PrintedChange] = ()
    figures: Sequence[PrintedFigure] = ()
    replaced: Sequence[AppendixChange] = ()
    set_aside: Sequence[SetAside] = ()
    made_by: DecisionRef | None = None
    places: Sequence[str] = ()


def _assemble(
    document: Document, beside: _BesideTables, editions: Sequence[Edition], findings: Findings
) -> ParsedDecision:
    """Everything that was read of a file, its tables and its text set beside one another."""
    editions = doubt_slipped_names(editions, findings)
    first = _main_edition(beside.decision, editions)
    unlabelled = next((change for change in beside.changes if change.unit is None), None)
    if first is None and unlabelled is not None:
        findings.add(FindingKind.UNIT_ASSUMED, unlabelled.at)
    tied = tie_changes(beside.changes, first, first.unit if first else USUAL, findings)
    clause_figures = settle(beside.figures, editions, findings)
    pairs = [(figure, find_edition(editions, figure.place, figure.year)) for figure in clause_figures]
    discrepancies = list(_check_tables(beside.decision.kind, editions, findings))
    if first is not None:
        discrepancies.extend(check_text(tied, first, findings))
    discrepancies.extend(check_clauses(pairs, findings))
    for change in tied:
        if change.path is None:
            findings.add(FindingKind.FIGURE_UNTIED, change.at, amount=change.new)
    return ParsedDecision(
        source=document.source,
        decision=beside.decision,
        headline=_headline(first, tied, [f for f, e in pairs if e is first or first is None]),
        figure_changes=tied,
        editions=tuple(editions),
        discrepancies=tuple(discrepancies),
        warnings=tuple(findings),
        clause_figures=clause_figures,
        appendix_changes=tuple(beside.replaced),
        set_aside=tuple(beside.set_aside),
        made_by=beside.made_by,
        places=tuple(beside.places),
    )


def _check_tables(
    kind: DecisionKind, editions: Sequence[Edition], findings: Findings
) -> Iterator[Discrepancy]:
    """Where tables disagree with themselves or with one another; what may have been lost is a finding."""
    for edition in editions:
        tree = Tree(edition.lines)
        yield from check_edition(edition, findings, tree)
        yield from check_skeleton(edition, findings, tree)
        findings.extend(find_lost_rows(tree))
    if kind is not DecisionKind.AMENDMENT:
        yield from check_summary(editions, findings)


def _places_without_table(decision: Decision, reading: BudgetTables) -> list[str]:
    """Whose budgets a version has of which no table could be read: what was done to them is not known."""
    if decision.kind is not DecisionKind.REDACTION:
        return []
    read = {edition.place for edition in reading.editions}
    return [place for place in reading.places if place not in read]


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
