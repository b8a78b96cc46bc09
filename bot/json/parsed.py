"""`parse --json`: what the parser understood of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, Field

from bot.json.form import Form, PlaceInSource
from bot.operator.file_remarks import finding_text
from bot.operator.texts import OperatorLanguage, load_operator_texts
from parser.kinds import Doubt, FindingKind, Value
from parser.records import Decision, DecisionRef, Discrepancy, Finding, Language, Source


class FigureChangeForm(Form):
    """A figure that the text replaces by another."""

    clause: str
    old: int
    new: int
    path: str | None


class ClauseFigureForm(Form):
    """A figure of the clause that adopts the budget."""

    clause: str
    name: str
    amount: int
    path: str | None
    printed: str
    certain: bool
    """False where its sign or its unit had to be guessed."""


class LineForm(Form):
    """A printed row of an edition."""

    path: str
    level: int
    codes: tuple[str, ...]
    """As printed, from the top level down to this row."""
    name: str
    amount: int
    row: int
    printed: str
    doubt: Doubt | None
    """Why the amount may not be what is printed for this name."""
    place_in_source: PlaceInSource = Field(validation_alias="at")


class EditionForm(Form):
    """A budget year's whole table."""

    place: str
    year: int
    appendix: str | None
    set_by: DecisionRef
    language: Language
    unit: int
    """Tenge in one printed unit: 1000 for "мың теңге"."""
    lines: tuple[LineForm, ...]


class SetAsideForm(Form):
    """An appendix that is no budget."""

    appendix: str | None
    title: str
    reason: str


class WarningForm(Form):
    """A reading that stayed uncertain."""

    kind: FindingKind
    place_in_source: str | None
    values: Mapping[str, Value]
    text: str
    """In English."""

    @classmethod
    def with_text(cls, finding: Finding) -> Self:
        """The form with the finding's text."""
        return cls(
            kind=finding.kind,
            place_in_source=None if finding.at is None else str(finding.at),
            values=finding.values,
            text=finding_text(finding, load_operator_texts(OperatorLanguage.EN)),
        )


class ParseForm(Form):
    """What `parse --json` prints."""

    source: Source
    decision: Decision
    headline: Mapping[str, int | None]
    """Each section's figure, as the text or the table states it."""
    figure_changes: tuple[FigureChangeForm, ...]
    clause_figures: tuple[ClauseFigureForm, ...]
    editions: tuple[EditionForm, ...]
    set_aside: tuple[SetAsideForm, ...]
    discrepancies: tuple[Discrepancy, ...]
    warnings: tuple[Annotated[WarningForm, BeforeValidator(WarningForm.with_text)], ...]
