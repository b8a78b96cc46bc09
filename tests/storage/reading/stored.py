"""What storage reads of a budget, made without a database: decisions, editions and their lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parser.kinds import Doubt
from parser.records import DecisionKind, DecisionRef, Edition, Language, Line
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, EditionText, KnownDecision, StoredEdition
from storage.reading.comparison import Differences, compare_lines, list_different
from storage.reading.records import Block, DecisionInfo, LineInfo, Names
from tests.storage.builders import KK, ORIGINAL, THOUSAND

BUDGET = BudgetAddress("Тараз", 2013, 2015)


def decision(ref: DecisionRef = ORIGINAL, kind: DecisionKind | None = None) -> DecisionInfo:
    """A loaded decision; the original, unless another one is named."""
    assert ref.date is not None
    usual = DecisionKind.ORIGINAL if ref == ORIGINAL else DecisionKind.AMENDMENT
    return DecisionInfo(kind or usual, BUDGET.place, ref.number, ref.date, loaded=True)


def text(number: int, language: Language = KK) -> EditionText:
    """An edition in one language, by the number of its row: text 4 is appendix 4 and has 40 lines."""
    return EditionText(number, language, str(number), THOUSAND, number * 10, number, f"{number}.txt", None)


def known(
    ref: DecisionRef = ORIGINAL,
    editions: Mapping[int, Iterable[EditionText]] | None = None,
    *,
    kind: DecisionKind | None = None,
    has_text: bool = True,
    has_figure_changes: bool = False,
) -> KnownDecision:
    """A decision with the texts of its table for each year."""
    info = decision(ref, kind)
    tables = [StoredEdition(info, year, tuple(texts)) for year, texts in (editions or {}).items()]
    return KnownDecision(info, tuple(tables), has_text, has_figure_changes)


def catalogue(*decisions: KnownDecision) -> Catalogue:
    """What is known of the budget of Тараз for 2013 to 2015, in the order of adoption."""
    return Catalogue(BUDGET, decisions)


def lines(table: Edition) -> dict[str, LineInfo]:
    """The lines of a table as storage reads them: several rows of a path are the blocks of one line."""
    rows: dict[str, list[Line]] = {}
    for row in table.lines:
        rows.setdefault(row.path, []).append(row)
    source = text(1, table.language)
    return {
        path: LineInfo(
            path=path,
            section=printed[0].section,
            level=printed[0].level,
            codes=printed[0].codes,
            names={table.language: printed[0].name},
            amount=sum(row.amount for row in printed),
            unit=source.unit,
            row=printed[0].row,
            doubt=Doubt.gravest(row.doubt for row in printed),
            language=source.language,
            file=source.file,
            blocks=tuple(
                Block(row.row, row.amount, row.amount_printed, row.printed, str(row.at), row.doubt)
                for row in printed
            ),
        )
        for path, printed in rows.items()
    }


def compare(old: Edition, new: Edition, names: Mapping[str, Names] | None = None) -> Differences:
    """Compares two tables, whose lines are called as they are printed, or with all `names` of the codes."""
    before, after = lines(old), lines(new)
    different = list_different(before, after)
    stated = {path: (after.get(path) or before[path]).names for path in different}
    return compare_lines(before, after, different, stated, {**stated, **(names or {})})
