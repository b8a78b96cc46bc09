"""Findings that name a budget and a year: of an act of many villages they are one village's.

Other findings are of a text as a whole, and of each budget that it has. The conditions are texts, for any
statement that has the tables they name.
"""

from __future__ import annotations

from parser.kinds import FindingKind

PLACED = (
    FindingKind.TABLE_TWICE,
    FindingKind.TABLE_IN_BOTH_LANGUAGES,
    FindingKind.CHANGED_WITHOUT_NOTE,
    FindingKind.TABLE_NOT_READ,
    FindingKind.TABLE_ABSENT,
)


def is_of_place(findings: str, texts: str) -> str:
    """Whether a finding that names a budget names that of a text of its file.

    Args:
        findings: what the table of findings is called in the statement.
        texts: and that of texts, whose row says of which place it is.
    """
    told = f"""'"' || {texts}.place || '"'"""  # as JSON has it, unless it has quotes itself
    named = has_value(findings, "budget_place", told)
    return f"""({texts}.place IS NULL OR {texts}.place LIKE '%"%' OR {named})"""


def has_value(findings: str, name: str, value: str) -> str:
    """Whether a finding's values, which are kept as JSON, have a value under a name.

    Args:
        findings: what the table of findings is called in the statement.
        name: of the value.
        value: as JSON writes it, in the statement.
    """
    return f"""({findings}."values" LIKE '%"{name}":' || {value} || '%')"""


# A condition on the table of findings: whether one is to be told, of which it matters that a version has no
# table of a year, where it should have one. An act that never had an appendix of a year lacks none: a table
# that is known must have been set by then.
IS_TOLD = f"""(finding.kind != '{FindingKind.TABLE_ABSENT}' OR EXISTS (
  SELECT 1
  FROM decision_text AS told_text
    JOIN decision AS told_decision ON told_decision.id = told_text.decision_id
    JOIN edition AS told_edition ON told_edition.budget_id = told_decision.budget_id
    JOIN decision AS setter ON setter.id = told_edition.decision_id
  WHERE told_text.source_id = finding.source_id
    AND {is_of_place("finding", "told_text")}
    AND {has_value("finding", "year", "CAST(told_edition.year AS VARCHAR)")}
    AND setter.date <= coalesce(
      (SELECT max(made.date) FROM mention AS made WHERE made.text_id = told_text.id AND NOT made.amends),
      setter.date
    )
))"""  # noqa: S608 - its parts are ours
