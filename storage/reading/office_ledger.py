"""What each decision left an administrator in all functional groups together: computed, printed nowhere."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import not_, select

from parser.budget_code import path_below
from parser.records import Section
from storage import models
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.ledger import Ledger
from storage.reading.lines import PrintedElsewhere, read_elsewhere
from storage.reading.records import Change, Figure, Step

_LINES = table(models.Line)


@dataclass(frozen=True, slots=True)
class OfficeLedger:
    """An administrator's sum through the decisions that concern a year.

    Attributes:
        steps: what each decision left of it, oldest first.
        since_previous: the change from the loaded edition adopted just before; None without one.
        since_original: the change from what the original decision set; None for that edition itself.
        overall: the change from the original to the newest edition, whatever edition is looked at.
    """

    steps: tuple[Step, ...]
    since_previous: Change | None
    since_original: Change | None
    overall: Change | None


async def read_office_ledger(
    reader: StoredReader, catalogue: Catalogue, edition: StoredEdition, section: Section, code: str
) -> OfficeLedger:
    """Reads what the editions of a year have for an administrator, and sums it in each.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        edition: that is looked at; its year counts.
        section: where the administrator stands.
        code: the administrator's.
    """
    editions = [stored for stored in catalogue.editions if stored.year == edition.year]
    text_ids = [text_id for stored in editions for text_id in stored.text_ids]
    own, deeper = path_below(section, "%", code), path_below(section, "%", "%", code)
    query = (
        select(_LINES.c.path)
        .distinct()
        .where(_LINES.c.edition_id.in_(text_ids), _LINES.c.path.like(own), not_(_LINES.c.path.like(deeper)))
    )
    paths = tuple((await reader.execute(query)).scalars())
    office = _OfficeLines(paths, await read_elsewhere(reader, editions, paths))
    ledger = Ledger(catalogue, edition, office.find_figure)
    return OfficeLedger(ledger.steps(), ledger.since_previous(), ledger.since_original(), ledger.overall())


@dataclass(frozen=True, slots=True)
class _OfficeLines:
    """The lines of an administrator in some editions."""

    paths: tuple[str, ...]
    printed: PrintedElsewhere

    def find_figure(self, edition: StoredEdition) -> Figure | None:
        """The sum of its lines in an edition, with the gravest of their doubts; None where it has none."""
        figures = [figure for path in self.paths if (figure := self.printed.figure(edition, path))]
        return sum(figures, Figure()) if figures else None
