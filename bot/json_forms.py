"""Records → the JSON of the command line. Field names are the contract of docs/cli.md.

Amounts are tenge as integers, dates ISO, what is not known null.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot.operator.findings import finding_text
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.records import DecisionRef, Edition, Finding, Language, ParsedDecision
from storage.answering.answer import Answer, Match
from storage.reading.discrepancies import StoredDiscrepancy
from storage.reading.records import (
    Card,
    Change,
    Changes,
    DecisionInfo,
    Flow,
    LineInfo,
    Move,
    PlanDrift,
    Shift,
)


def parse_form(parsed: ParsedDecision) -> dict[str, Any]:
    """What `parse --json` prints."""
    decision = parsed.decision
    return {
        "source": {
            "file": parsed.source.file,
            "sha256": parsed.source.sha256,
            "format": parsed.source.format,
            "language": parsed.source.language,
        },
        "decision": {
            "kind": decision.kind,
            "body": decision.body,
            "place": decision.place,
            "number": decision.number,
            "date": decision.date.isoformat(),
            "registration_number": decision.registration_number,
            "registration_date": _date(decision.registration_date),
            "title": decision.title,
            "amends": _ref(decision.amends),
            "amended_by": [_ref(ref) for ref in decision.amended_by],
            "budget_years": list(decision.budget_years) if decision.budget_years else None,
            "in_force_from": _date(decision.in_force_from),
            "url": decision.url,
        },
        "headline": dict(parsed.headline),
        "figure_changes": [
            {"clause": change.clause, "old": change.old, "new": change.new, "path": change.path}
            for change in parsed.figure_changes
        ],
        "clause_figures": [
            {
                "clause": figure.clause,
                "name": figure.name,
                "amount": figure.amount,
                "path": figure.path,
                "printed": figure.printed,
                "certain": figure.certain,
            }
            for figure in parsed.clause_figures
        ],
        "editions": [_edition(edition) for edition in parsed.editions],
        "set_aside": [
            {"appendix": one.appendix, "title": one.title, "reason": one.reason} for one in parsed.set_aside
        ],
        "discrepancies": [
            {
                "kind": found.kind,
                "path": found.path,
                "printed": found.printed,
                "expected": found.expected,
                "place_in_source": found.place_in_source,
                "place": found.place,
                "year": found.year,
                "certain": found.certain,
            }
            for found in parsed.discrepancies
        ],
        "warnings": [_warning(warning) for warning in parsed.warnings],
    }


def _warning(warning: Finding) -> dict[str, Any]:
    return {
        "kind": warning.kind,
        "place_in_source": None if warning.at is None else str(warning.at),
        "values": dict(warning.values),
        "text": finding_text(warning, load_operator_texts(OperatorLanguage.EN)),
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "place": edition.place,
        "year": edition.year,
        "appendix": edition.appendix,
        "set_by": _ref(edition.set_by),
        "language": edition.language,
        "unit": edition.unit,
        "lines": [
            {
                "path": line.path,
                "level": line.level,
                "codes": list(line.codes),
                "name": line.name,
                "amount": line.amount,
                "row": line.row,
                "printed": line.printed,
                "place_in_source": str(line.at),
            }
            for line in edition.lines
        ],
    }


def ask_form(answer: Answer, cards: list[Card], language: Language) -> dict[str, Any]:
    """What `ask --json` prints; `cards` are those of the answer's matches, in their order."""
    return {
        "query": answer.query,
        "language": answer.language,
        "intent": answer.intent,
        "confident": answer.confident,
        "missing": {"kind": answer.missing.kind, "value": answer.missing.value} if answer.missing else None,
        "inside": answer.inside.path if answer.inside else None,
        "matches": [_match(match, card, language) for match, card in zip(answer.matches, cards, strict=True)],
    }


def _match(match: Match, card: Card, language: Language) -> dict[str, Any]:
    line, edition = card.line, card.edition
    return {
        "path": match.path,
        "place": match.place,
        "year": edition.year,
        "name": _name(line, language),
        "amount": line.amount,
        "score": match.score,
        "codes": list(line.codes),
        "parents": [
            {
                "path": parent.line.path,
                "name": _name(parent.line, language),
                "amount": parent.line.amount,
                "share": None if parent.share is None else round(float(parent.share), 6),
            }
            for parent in card.parents
        ],
        "change": _change(card.since_previous),
        "change_since_original": _change(card.since_original),
        "continued_from": _move(card.continued_from),
        "continued_as": _move(card.continued_as),
        "plan_drift": _drift(card.plan_drift),
        "source": {
            "number": edition.decision.number,
            "date": edition.decision.date.isoformat(),
            "appendix": edition.appendix,
            "row": line.row,
            "url": line.url or edition.decision.url_in(line.language),
            "file": line.file,
        },
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "since": _decision(change.since),
        "old": change.old,
        "new": change.new,
        "delta": change.delta,
        "not_loaded_between": [_decision(decision) for decision in change.skipped],
    }


def _move(move: Move | None) -> dict[str, Any] | None:
    return {"path": move.path, "decision": _decision(move.decision)} if move else None


def _drift(drift: PlanDrift | None) -> dict[str, Any] | None:
    if drift is None:
        return None
    return {
        "is_plan": drift.is_plan,
        "decision": _decision(drift.edition.decision),
        "amount": drift.amount,
        "delta": drift.delta,
    }


def _flow(flow: Flow | None, language: Language) -> dict[str, Any] | None:
    if flow is None:
        return None
    return {
        "cuts": [_shift(shift, language) for shift in flow.cuts],
        "rises": [_shift(shift, language) for shift in flow.rises],
        "cut": flow.cut,
        "risen": flow.risen,
        "revenue": flow.revenue,
        "financing": flow.financing,
        "balanced": flow.balanced,
    }


def _shift(shift: Shift, language: Language) -> dict[str, Any]:
    name = shift.names.get(language) or next(iter(shift.names.values()), None)
    return {"path": shift.path, "name": name, "delta": shift.delta, "moved_from": shift.moved_from}


def changes_form(changes: Changes, language: Language) -> dict[str, Any]:
    """What `changes --json` prints."""
    return {
        "decision": _decision(changes.edition.decision),
        "year": changes.edition.year,
        "previous": None if changes.previous is None else _decision(changes.previous),
        "not_loaded_between": [_decision(decision) for decision in changes.skipped],
        "totals": {name: {"old": old, "new": new} for name, (old, new) in changes.totals.items()},
        "lines": [
            {
                "path": line.path,
                "name": line.names.get(language) or next(iter(line.names.values()), None),
                "old": line.old,
                "new": line.new,
                "delta": line.delta,
                "status": line.status,
                "moved_from": line.moved_from,
                "moved_to": line.moved_to,
            }
            for line in changes.lines
        ],
        "flow": _flow(changes.flow, language),
        "reconciled": changes.reconciled,
        "gap": [
            {
                "path": gap.path,
                "printed_delta": gap.printed_delta,
                "sum_of_leaf_deltas": gap.sum_of_leaf_deltas,
            }
            for gap in changes.gap
        ],
    }


def discrepancy_form(found: StoredDiscrepancy) -> dict[str, Any]:
    """One entry of what `check --json` prints."""
    return {
        "kind": found.kind,
        "path": found.path,
        "printed": found.printed,
        "expected": found.expected,
        "place": found.place,
        "decision": _ref(found.decision),
        "year": found.year,
        "language": found.language,
        "file": found.file,
        "place_in_source": found.place_in_source,
        "certain": found.certain,
    }


def _name(line: LineInfo, language: Language) -> str | None:
    return line.names.get(language) or next(iter(line.names.values()), None)


def _ref(ref: DecisionRef | None) -> dict[str, Any] | None:
    if ref is None:
        return None
    return {"number": ref.number, "date": _date(ref.date), "registration_number": ref.registration_number}


def _decision(decision: DecisionInfo) -> dict[str, Any]:
    return {"number": decision.number, "date": decision.date.isoformat()}


def _date(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
