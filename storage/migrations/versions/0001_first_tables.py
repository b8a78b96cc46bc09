"""First tables: budgets, decisions, editions with their lines, and people.

Revision: 0001
After: nothing

Only this file says how the first tables were built: it uses no model, because the
models go on changing.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_decisions()
    _create_editions()
    _create_findings()
    op.create_table(
        "person",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_person"),
    )
    op.create_table(
        "missed_question",
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("words", name="pk_missed_question"),
    )


def downgrade() -> None:
    for name in (
        "missed_question",
        "person",
        "parser_warning",
        "discrepancy",
        "figure_change",
        "line",
        "path_name",
        "name",
        "edition",
        "mention",
        "decision_text",
        "source",
        "decision",
        "budget",
    ):
        op.drop_table(name)


def _create_decisions() -> None:
    op.create_table(
        "budget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("first_year", sa.Integer(), nullable=False),
        sa.Column("last_year", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_budget"),
        sa.UniqueConstraint("place", "first_year", "last_year", name="uq_budget_place_first_year_last_year"),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("registration_number", sa.String(), nullable=True),
        sa.Column("registration_date", sa.Date(), nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_decision"),
        sa.UniqueConstraint("budget_id", "number", "date", name="uq_decision_budget_id_number_date"),
        _reference("decision", "budget_id", "budget"),
    )
    _index("decision", "date")
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("language", sa.String(32), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("loaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("sha256", name="uq_source_sha256"),
    )
    _create_texts()


def _create_texts() -> None:
    op.create_table(
        "decision_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("registration_number", sa.String(), nullable=True),
        sa.Column("registration_date", sa.Date(), nullable=True),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_decision_text"),
        sa.UniqueConstraint("decision_id", "source_id", name="uq_decision_text_decision_id_source_id"),
        _reference("decision_text", "decision_id", "decision"),
        _reference("decision_text", "source_id", "source", "CASCADE"),
    )
    _index("decision_text", "source_id")
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("amends", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("registration_number", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_mention"),
        _reference("mention", "text_id", "decision_text", "CASCADE"),
    )
    _index("mention", "text_id")


def _create_editions() -> None:
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("appendix", sa.String(), nullable=True),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("set_by_registration", sa.String(), nullable=True),
        sa.Column("line_count", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
        sa.UniqueConstraint(
            "budget_id",
            "decision_id",
            "year",
            "language",
            name="uq_edition_budget_id_decision_id_year_language",
        ),
        _reference("edition", "budget_id", "budget"),
        _reference("edition", "decision_id", "decision"),
        _reference("edition", "source_id", "source"),
    )
    _index("edition", "decision_id")
    _index("edition", "source_id")
    op.create_table(
        "name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_name"),
        sa.UniqueConstraint("language", "text", name="uq_name_language_text"),
    )
    op.create_table(
        "path_name",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("name_id", sa.Integer(), nullable=False),
        sa.Column("editions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("path", "name_id", name="pk_path_name"),
        _reference("path_name", "name_id", "name"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "line",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(32), nullable=False),
        sa.Column("codes", sa.String(), nullable=False),
        sa.Column("name_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("amount_printed", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("edition_id", "path", "row", name="pk_line"),
        _reference("line", "edition_id", "edition", "CASCADE"),
        _reference("line", "name_id", "name"),
        sqlite_with_rowid=False,
    )


def _create_findings() -> None:
    op.create_table(
        "figure_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("old", sa.BigInteger(), nullable=False),
        sa.Column("new", sa.BigInteger(), nullable=False),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figure_change"),
        _reference("figure_change", "source_id", "source", "CASCADE"),
        _reference("figure_change", "decision_id", "decision"),
    )
    _index("figure_change", "source_id")
    _index("figure_change", "decision_id")
    op.create_table(
        "discrepancy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("printed", sa.BigInteger(), nullable=True),
        sa.Column("expected", sa.BigInteger(), nullable=True),
        sa.Column("place_in_source", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("certain", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_discrepancy"),
        _reference("discrepancy", "source_id", "source", "CASCADE"),
        _reference("discrepancy", "decision_id", "decision"),
        _reference("discrepancy", "edition_id", "edition", "CASCADE"),
    )
    _index("discrepancy", "source_id")
    _index("discrepancy", "decision_id")
    _index("discrepancy", "edition_id")
    op.create_table(
        "parser_warning",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("place_in_source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_parser_warning"),
        _reference("parser_warning", "source_id", "source", "CASCADE"),
    )
    _index("parser_warning", "source_id")


def _reference(table: str, column: str, referred: str, rule: str = "RESTRICT") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{referred}"
    return sa.ForeignKeyConstraint([column], [f"{referred}.id"], name=name, ondelete=rule)


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])
