"""The files of the dataset and their columns, as `datapackage.json` describes them.

Column types are those of the Fiscal Data Package where its vocabulary has one.
Every file but the two derived ones is ordered by `source`, so that the dataset is read
back file by file in bounded memory.
"""

from __future__ import annotations

from collections.abc import Mapping

from parser.dataclass import dataclass
from parser.records import Level

DESCRIPTOR = "datapackage.json"
FORM, VERSION = "qazyna-dataset", 4


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its type in Table Schema, and in the Fiscal Data Package where it has one."""

    name: str
    type: str = "string"
    fiscal: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """A file of the dataset; its title is the text `dataset-file-NAME`."""

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    refers: Mapping[str, tuple[str, ...]] | None = None  # resource → the columns both have

    @property
    def path(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [field.name for field in self.fields]


def _integer(name: str, fiscal: str | None = None, *, required: bool = True) -> Field:
    return Field(name, "integer", fiscal, required)


def _date(name: str, *, required: bool = True) -> Field:
    return Field(name, "date", None, required)


def _text(name: str, fiscal: str | None = None) -> Field:
    return Field(name, "string", fiscal, required=True)


_OF_SOURCE = {"sources": ("source",)}
_OF_BUDGET = (_text("place"), _integer("first_year"), _integer("last_year"))
_DECISION = (_text("decision_number"), _date("decision_date"))

SOURCES = Resource(
    "sources",
    (
        _integer("source"),
        _text("file"),
        _text("sha256"),
        _text("format"),
        Field("language"),
        _integer("parser_revision"),
    ),
    key=("source",),
)
TEXTS = Resource(
    "texts",
    (
        _integer("source"),
        *_OF_BUDGET,
        *_DECISION,
        _text("language"),
        _text("kind"),
        Field("stated_place"),
        Field("title"),
        Field("council"),
        Field("url"),
        Field("registration_number"),
        _date("registration_date", required=False),
        _date("in_force_from", required=False),
    ),
    refers=_OF_SOURCE,
)
MENTIONS = Resource(
    "mentions",
    (
        _integer("source"),
        Field("amends", "boolean", None, required=True),
        _text("decision_number"),
        _date("decision_date", required=False),
        Field("registration_number"),
        Field("url"),
    ),
    refers=_OF_SOURCE,
)
EDITIONS = Resource(
    "editions",
    (
        _integer("source"),
        _integer("edition"),
        *_OF_BUDGET,
        _integer("fiscal_year", "date:fiscal-year"),
        _text("language"),
        *_DECISION,
        Field("registration_number"),
        Field("appendix"),
        _integer("unit"),
        _integer("line_count"),
    ),
    key=("source", "edition"),
    refers=_OF_SOURCE,
)
# The levels of codes that the Fiscal Data Package has a type for; each has a column.
_CODE_TYPES = {
    Level.CATEGORY: "economic-classification:generic:level1:code",
    Level.CLASS: "economic-classification:generic:level2:code",
    Level.SUBCLASS: "economic-classification:generic:level3:code",
    Level.GROUP: "functional-classification:generic:level1:code",
    Level.ADMINISTRATOR: "administrative-classification:generic:code",
    Level.PROGRAM: "activity:generic:program:code",
}
CODE_COLUMNS = {level: f"{level.name.lower()}_code" for level in _CODE_TYPES}
LINES = Resource(
    "lines",
    (
        _integer("source"),
        _integer("edition"),
        _text("place"),
        _integer("fiscal_year", "date:fiscal-year"),
        _text("language"),
        *_DECISION,
        Field("appendix"),
        _text("phase", "phase:id"),
        _text("line_id", "budget-line-id"),
        _text("section"),
        _text("direction", "direction"),
        *(Field(CODE_COLUMNS[level], "string", fiscal) for level, fiscal in _CODE_TYPES.items()),
        _integer("level"),
        _text("row_role"),
        Field("printed_codes"),
        Field("name"),
        _integer("amount", "value"),
        _text("currency", "value-currency:code"),
        _integer("row"),
        Field("amount_printed"),
        Field("printed"),
        _text("place_in_source"),
        Field("doubt"),
    ),
    key=("source", "edition", "row"),
    refers={"editions": ("source", "edition")},
)
FIGURE_CHANGES = Resource(
    "figure_changes",
    (
        _integer("source"),
        _text("clause"),
        _integer("old"),
        _integer("new"),
        Field("line_id", "string", "budget-line-id"),
        _text("place_in_source"),
    ),
    refers=_OF_SOURCE,
)
DISCREPANCIES = Resource(
    "discrepancies",
    (
        _integer("source"),
        _integer("edition", required=False),
        *_DECISION,
        _integer("fiscal_year", "date:fiscal-year", required=False),
        _text("kind"),
        _text("line_id", "budget-line-id"),
        _integer("printed", required=False),
        _integer("expected", required=False),
        _text("place_in_source"),
        Field("certain", "boolean", None, required=True),
    ),
    refers=_OF_SOURCE,
)
WARNINGS = Resource(
    "warnings",
    (
        _integer("source"),
        _text("kind"),
        Field("place_in_source"),
        Field("values", "object", None, required=True),
    ),
    refers=_OF_SOURCE,
)
DECISIONS = Resource(
    "decisions",
    (
        *_OF_BUDGET,
        *_DECISION,
        _text("kind"),
        Field("loaded", "boolean", None, required=True),
        Field("council_kk"),
        Field("council_ru"),
        Field("url_kk"),
        Field("url_ru"),
        Field("registration_number"),
        _date("registration_date", required=False),
        _date("in_force_from", required=False),
    ),
    key=("place", "first_year", "last_year", "decision_number", "decision_date"),
)
CHANGES = Resource(
    "changes",
    (
        *_OF_BUDGET,
        *_DECISION,
        _integer("fiscal_year", "date:fiscal-year"),
        _text("previous_number"),
        _date("previous_date"),
        _integer("not_loaded_between"),
        _text("line_id", "budget-line-id"),
        Field("name_kk"),
        Field("name_ru"),
        _integer("old", required=False),
        _integer("new", required=False),
        _integer("delta", "value"),
        _text("status"),
        Field("moved_from"),
        Field("moved_to"),
        Field("doubt"),
    ),
)
# In the order in which they are written; the last two are not read back.
RESOURCES = (
    LINES, DECISIONS, CHANGES, DISCREPANCIES, SOURCES, TEXTS, MENTIONS, EDITIONS, FIGURE_CHANGES, WARNINGS,
)  # fmt: skip
