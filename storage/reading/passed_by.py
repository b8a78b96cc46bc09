"""Decisions whose version of a budget is loaded and that set none of its tables.

An amendment may change an act's text alone. In an act of many villages it may change the budget of another
one. The version that it made then prints the same tables as the version before: no edition is stored for it,
and still nothing of it is missing. In the ledger such a decision is no gap.
"""

from __future__ import annotations

from parser.kinds import FindingKind
from parser.records import DecisionKind
from storage.reading.placed_findings import has_value, is_of_place


def _list_kinds(*kinds: FindingKind) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)


# What leaves open whether a version's tables are those of the decisions that they are told of.
_OPEN = _list_kinds(
    FindingKind.CAUSE_NOT_IN_TEXT,
    FindingKind.CHANGE_UNPLACED,
    FindingKind.NOTE_NOT_UNDERSTOOD,
    FindingKind.UNIT_UNKNOWN,
    FindingKind.UNITS_DIFFER,
)
_TORN = _list_kinds(FindingKind.TABLE_NOT_READ, FindingKind.TABLE_ABSENT)
# Tables of the budget that were there before the decision, in the language of the version.
_OF_BEFORE = """
      table_before.budget_id = budget.id AND table_before.language = version.language
      AND table_before.source_id != version.source_id AND set_before.date < decision.date"""
_BEFORE = "edition AS table_before JOIN decision AS set_before ON set_before.id = table_before.decision_id"

# A condition on a row of the tables decision and budget, of a decision that set no table: whether it is known
# to have left all tables as they were. It holds where all of this does:
#
# - a version of the act is loaded that this decision made: it is the newest one that the notes and facts of
#   the version name;
# - a version before it brought a table of the budget's first year, so that the two were compared;
# - every table that was there before was read in this version too. Of another one nobody knows what the
#   decision did to it;
# - no finding leaves open whose the version's tables are (`_OPEN`).
LEFT_TABLES_ALONE = f"""EXISTS (
  SELECT 1
  FROM decision_text AS version
    JOIN decision AS versioned ON versioned.id = version.decision_id
    JOIN mention AS made_by ON made_by.text_id = version.id
    JOIN source AS version_source ON version_source.id = version.source_id
  WHERE versioned.budget_id = budget.id AND version.kind = '{DecisionKind.REDACTION}'
    AND NOT made_by.amends AND made_by.number = decision.number AND made_by.date = decision.date
    AND NOT EXISTS (
      SELECT 1 FROM mention AS later
      WHERE later.text_id = version.id AND NOT later.amends
        AND (later.date IS NULL OR later.date > decision.date)
    )
    AND NOT EXISTS (
      SELECT 1 FROM finding AS found WHERE found.source_id = version_source.id AND found.kind IN ({_OPEN})
    )
    AND NOT EXISTS (
      SELECT 1 FROM {_BEFORE}
        JOIN finding AS found ON found.source_id = version_source.id AND found.kind IN ({_TORN})
      WHERE {_OF_BEFORE}
        AND {is_of_place("found", "version")}
        AND {has_value("found", "year", "CAST(table_before.year AS VARCHAR)")}
    )
    AND NOT EXISTS (
      SELECT 1 FROM archive_text
      WHERE archive_text.source = version_source.sha256 AND archive_text.reason IS NOT NULL
    )
    AND EXISTS (
      SELECT 1 FROM {_BEFORE}
      WHERE {_OF_BEFORE} AND table_before.year = budget.first_year
    )
)"""  # noqa: S608 - its parts are ours
