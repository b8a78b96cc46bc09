"""What kinds of things there are to tell of a document, and with which values each is told.

A kind is a stable word: it stands in the database, in the dataset and in the JSON of the
command line. The sentences are in `locales/operator/`, one for every kind in each language;
nothing reads a sentence back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Self, TypeAlias

Value: TypeAlias = str | int | None  # what JSON holds; dates in their ISO form


class Kind(StrEnum):
    """A kind with the names of its values.

    Example:
        `CELLS_UNSURE = "cells-unsure", "name"` is told with the value `name`.
    """

    takes: tuple[str, ...]

    def __new__(cls, word: str, *takes: str) -> Self:
        """A member: its word, then the names of its values."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.takes = takes
        return member


class KindError(Exception):
    """An error that is told by its kind and values. Its words are in `locales/operator/`; `str` is for logs.

    Attributes:
        kind: what is wrong.
        values: what the kind takes.
    """

    def __init__(self, kind: Kind, values: Mapping[str, Value], *where: object) -> None:
        if values.keys() != set(kind.takes):
            raise TypeError(f"{kind} takes {kind.takes}, not {tuple(values)}")
        self.kind = kind
        self.values = values
        told = [*filter(None, where), kind, *(f"{name} {value}" for name, value in values.items())]
        super().__init__(": ".join(map(str, told)))


class Doubt(StrEnum):
    """Why a row's amount may not be what a person sees on the page. It goes wherever the amount goes.

    The graver doubt stands first: where an amount has several, or is a sum of several, that one is told.
    """

    SCANNED = "scanned"  # read from a picture, and no sum of the table proves it
    UNSURE = "unsure"  # of the right amount it may have another row's words, or the wrong year

    @classmethod
    def gravest(cls, doubts: Iterable[Doubt | None]) -> Doubt | None:
        """The doubt of what is computed from several amounts; None where there is none of any.

        >>> Doubt.gravest([None, Doubt.UNSURE, Doubt.SCANNED, None])
        <Doubt.SCANNED: 'scanned'>
        """
        found = {doubt for doubt in doubts if doubt is not None}
        return next(doubt for doubt in cls if doubt in found) if found else None


class FindingKind(Kind):
    """Why a reading stayed uncertain."""

    # Of a table's rows.
    AMOUNT_MISSING = "amount-missing", "name", "path"
    DIGITS_ODDLY_SPACED = "digits-oddly-spaced", "printed"
    CELLS_UNSURE = "cells-unsure", "name"
    LEVELS_UNSURE = "levels-unsure", "section"
    ROW_SET_ASIDE = "row-set-aside", "printed"
    ROW_HIDDEN = "row-hidden", "printed"  # by a filter, by the style of a page, or by somebody
    CODE_UNSURE = "code-unsure", "name", "codes"  # of a row on a picture
    NAME_UNSURE = "name-unsure", "name"
    NAME_IN_OTHER_LANGUAGE = "name-in-other-language", "name"  # where the table prints both
    ROW_LOST = "row-lost", "name", "path"  # below one that alone of its level has not what the others have
    ROW_REPEATED = "row-repeated", "name", "path"  # twice below one row
    SIGNS_DIFFER = "signs-differ", "name", "path"  # of a row that is paid back and the one above it
    # Beside the code of another row, as other tables of the decision have them, or other editions.
    NAME_SLIPPED = "name-slipped", "name", "path", "usual"
    NAME_UNLIKE_EDITIONS = "name-unlike-editions", "name", "path", "usual", "year"
    # Of a table as a whole.
    TABLE_TWICE = "table-twice", "budget_place", "year"
    TABLE_IN_BOTH_LANGUAGES = "table-in-both-languages", "budget_place", "year"
    TABLE_UNCLOSED = ("table-unclosed",)  # rows may be lost where its end is
    TITLED_AS_NO_BUDGET = "titled-as-no-budget", "reason"
    THOUSANDS_OR_DECIMALS = "thousands-or-decimals", "printed"
    NAMES_IN_BOTH_LANGUAGES = "names-in-both-languages", "language"  # which are taken
    SCANNED = "scanned", "proved", "unproved"  # how many amounts of a picture sums prove
    UNIT_IN_AMOUNTS = "unit-in-amounts", "printed"
    UNIT_ASSUMED = ("unit-assumed",)
    UNITS_DIFFER = "units-differ", "tenge"
    COLUMN_NO_BUDGET = "column-no-budget", "label"  # or nobody knows what it is
    COLUMN_UNKNOWN = "column-unknown", "label"  # the amounts stand under words that are no usual label
    OTHER_DECISION = "other-decision", "number", "date"  # whose text stands above it
    STAMP_DIFFERS = "stamp-differs", "number", "date"  # from the decision, whose table it is all the same
    SEVERAL_PLACES = "several-places", "title"  # the title names them
    YEARS_DIFFER = "years-differ", "year", "other"  # of a title and a column's label
    UNIT_CONTRADICTED = "unit-contradicted", "printed", "told"  # by the table's label, by the text
    PLACE_DIFFERS = "place-differs", "title", "council"  # the title's place is not the council's
    YEAR_OUTSIDE = "year-outside", "year", "first_year", "last_year"  # of the budget
    YEAR_UNLIKELY = "year-unlikely", "year", "date"  # over when its table was set, or too far ahead
    CHANGED_ROWS = "changed-rows", "year"  # nothing says what the other rows became
    UNIT_FROM_TEXT = "unit-from-text", "tenge"
    UNIT_OF_HEADER = "unit-of-header", "printed", "above"  # a line above names another
    UNIT_UNKNOWN = "unit-unknown", "year"  # other tables of the decision do not count in thousands
    YEAR_FROM_APPENDIX = "year-from-appendix", "year"
    YEAR_UNTOLD = "year-untold", "appendix"  # none is printed, and the budget has fewer years than its number
    # Of the decisions that a text names.
    KIND_ASSUMED = ("kind-assumed",)  # neither title nor clauses say that a budget is adopted or changed
    AMENDED_DECISIONS_DIFFER = (
        "amended-decisions-differ", "title_number", "title_date", "clause_number", "clause_date",
    )  # fmt: skip
    AMENDMENT_NOT_LATER = "amendment-not-later", "number"
    CHANGE_UNPLACED = "change-unplaced", "number", "date"  # a note names no part of the act
    DATE_IMPOSSIBLE = "date-impossible", "printed"  # of this decision or of one that it names
    DECISION_DATED_TWICE = "decision-dated-twice", "number", "first_date", "second_date"
    DECISION_UNDATED = "decision-undated", "number"  # found when all texts of a budget are put together
    FOOTNOTE_OUT_OF_ORDER = ("footnote-out-of-order",)
    NOTE_NOT_UNDERSTOOD = "note-not-understood", "number", "date"  # above a table
    # Of what an archive states of an act beside its text.
    FACT_DIFFERS = "fact-differs", "fact", "in_text", "in_facts"
    FACTS_UNREAD = "facts-unread", "reason"
    ADOPTED_DIFFERS = "adopted-differs", "stated", "taken"  # two days of adoption
    CAUSE_NOT_IN_TEXT = (
        "cause-not-in-text",
        "number",
        "date",
    )  # the decision that is said to have made the version
    # Found when versions are stored.
    CHANGED_WITHOUT_NOTE = "changed-without-note", "budget_place", "year", "number", "date"
    TABLE_NOT_READ = "table-not-read", "budget_place", "year"  # it stands there
    TABLE_ABSENT = "table-absent", "budget_place", "year"  # told where another version has it
    # Of the figures in a text.
    DASH_OR_MINUS = "dash-or-minus", "printed"
    FIGURE_IS_NO_AMOUNT = "figure-is-no-amount", "old", "new"
    FIGURE_ODDLY_SPACED = "figure-oddly-spaced", "printed"
    FIGURE_UNTIED = "figure-untied", "amount"
    FIGURES_UNPAIRED = "figures-unpaired", "old_count", "new_count"
    TEXT_UNSURE = "text-unsure", "printed"  # digits of a paragraph on a picture
    THOUSANDS_LEFT_OUT = "thousands-left-out", "printed"
    THOUSANDS_LEFT_OUT_BUT_TABLE_AGREES = "thousands-left-out-but-table-agrees", "printed"


class DiscrepancyKind(StrEnum):
    """Which comparison of two figures failed, or what a table lacks.

    Each is told with the path and both figures; one of them is None where there is none.
    """

    SUM = "sum"  # a parent and the lines under it
    TOTAL = "total"  # a section's total and its top lines
    NET_LENDING = "net_lending"  # a balance and its parts, as the Budget Code defines it
    FINANCIAL_ASSETS = "financial_assets"
    DEFICIT = "deficit"
    FINANCING = "financing"
    TEXT = "text"  # the text's figure and the table's
    SUMMARY = "summary"  # a summary of rural districts and the sum of their budgets
    # Of a table's skeleton: what a whole budget has, and rows that cannot stand where they were read.
    SECTION_MISSING = "section_missing"  # no row of revenue, or of expenditure
    TOTAL_MISSING = "total_missing"  # rows of one of these, without its total
    BALANCE_MISSING = "balance_missing"  # a balance, the deficit or its financing
    OTHER_SECTION = "other_section"  # a row whose code its section does not have, or has already
    ZERO_CODE = "zero_code"  # a row under a code of zeros
    ABOVE_PARENT = "above_parent"  # a row that is more than the one it is part of
    # Of more than one file, found when they are stored.
    LANGUAGE = "language"  # the Russian text's figure and the Kazakh one's
    PREVIOUS = "previous"  # the figure that a text replaces and the one of the edition before


# What is wrong with a table as a whole: all its cards say so.
OF_SKELETON = frozenset(
    {
        DiscrepancyKind.SECTION_MISSING,
        DiscrepancyKind.TOTAL_MISSING,
        DiscrepancyKind.BALANCE_MISSING,
        DiscrepancyKind.OTHER_SECTION,
        DiscrepancyKind.ZERO_CODE,
        DiscrepancyKind.ABOVE_PARENT,
    }
)


class ParseErrorKind(Kind):
    """Why a file is not read."""

    # Of the file.
    NOT_FOUND = ("not-found",)
    NOT_A_FILE = ("not-a-file",)
    UNREADABLE = "unreadable", "errno"  # the system's name for it, such as EACCES
    TOO_LARGE = "too-large", "bytes", "most"
    EMPTY = ("empty",)
    # Of its form.
    BINARY = ("binary",)
    ENCODING = ("encoding",)
    FORMAT = ("format",)
    NO_TEXT = ("no-text",)
    NEEDS_TESSERACT = "needs-tesseract", "packages"  # those of Debian that are missing
    PICTURE_NOT_READ = ("picture-not-read",)
    NEEDS_OFFICE = ("needs-office",)
    NOT_CONVERTED = ("not-converted",)
    PASSWORD = ("password",)
    BROKEN = ("broken",)
    NO_DOCUMENTS = ("no-documents",)  # in an archive
    NOT_FINISHED = "not-finished", "how"  # what reads it was brought down: "crash", "timeout"
    PART_MISSING = "part-missing", "part"  # of a text that is kept in several files
    UNCOMPUTED = ("uncomputed",)
    DECLARES_ENTITIES = ("declares-entities",)
    LIMIT = "limit", "counted", "most"  # a `Counted`, and how many of it a document may have
    # Of what it says.
    NO_WORDS = ("no-words",)
    NO_BUDGET = ("no-budget",)  # neither a decision nor a table
    DRAFT = ("draft",)  # not adopted: a project, or without its number and day
    EXECUTION = ("execution",)  # a report of what came in and was spent, no plan
    NO_TABLE = "no-table", "number"
    APPENDIX_ABSENT = "appendix-absent", "appendix"  # that the text says to be there
    TABLES_ARE_NO_BUDGET = "tables-are-no-budget", "count", "reason", "lack"  # why the first is none
    NO_ROWS = ("no-rows",)
    NO_EXPENDITURE = ("no-expenditure",)
    NO_DECISION = ("no-decision",)
    NO_PLACE = ("no-place",)
    UNNAMED_PLACE = ("unnamed-place",)  # a village's budget, and no name of it
    NO_YEAR = ("no-year",)
    UNREADABLE_ROW = ("unreadable-row",)
    UNREADABLE_AMOUNT = ("unreadable-amount",)
    ROWS_IN_ONE = "rows-in-one", "count"  # a table whose rows stand in one, each on a line of its cells
    # Of what stands on a picture.
    SCANNED_SUM = "scanned-sum", "name", "amount", "expected"
    SCANNED_TOTAL = "scanned-total", "section"
    SCANNED_HEAD = "scanned-head", "readings"  # of the decision's number and date
    # Of the CSV form.
    CSV_KEYS_MISSING = "csv-keys-missing", "keys"
    CSV_KEY = ("csv-key",)
    CSV_VALUE = "csv-value", "key"
    CSV_NUMBER_IS_DATE = "csv-number-is-date", "key"
    CSV_COLUMNS = ("csv-columns",)
    CSV_ROW = ("csv-row",)
    CSV_QUOTING = ("csv-quoting",)
    CSV_SHEETS = ("csv-sheets",)


class Lack(StrEnum):
    """What a table lacks that every budget prints."""

    AMOUNTS = "amounts"
    SECTIONS = "sections"  # rows that name at least two of a budget's sections
    CODES = "codes"  # rows with codes of the classification


class Counted(StrEnum):
    """What a document may hold only so much of."""

    ARCHIVES = "archives"  # in one another
    ATTRIBUTES = "attributes"  # of one tag
    CELL_LETTERS = "cell-letters"
    CELLS = "cells"
    COLUMNS = "columns"
    DOTS = "dots"  # of a picture
    DRAWN_LINES = "drawn-lines"
    FILES = "files"
    LETTERS = "letters"
    LINES = "lines"
    MARKUP_BYTES = "markup-bytes"
    NESTING = "nesting"
    PAGES = "pages"
    PARAGRAPH_LETTERS = "paragraph-letters"
    PARAGRAPHS = "paragraphs"
    ROWS = "rows"
    STYLE_RULES = "style-rules"  # tried on elements
    TAGS = "tags"
    TIMES_UNPACKED = "times-unpacked"
    UNPACKED_BYTES = "unpacked-bytes"
