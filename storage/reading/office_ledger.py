"""What each decision left an administrator in all functional groups together: computed, printed nowhere.

Such a sum has a path of its own, by which people follow it: `expenditure/all/467`. No row has that path.
"""

from __future__ import annotations

from collections.abc import Iterable

from parser.budget_code import codes_of, level_of, path_below, section_of, steps
from parser.dataclass import dataclass
from parser.records import Level, Section
from storage.kept.reader import StoredReader
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.ledger import Ledger
from storage.reading.lines import PrintedElsewhere, read_elsewhere
from storage.reading.records import Change, Figure, Step
from storage.statements import Where, is_in, match_all

_EVERY_GROUP = "all"  # in place of a functional group's code
_STEPS = 3

OfficeKey = tuple[Section, str]
"""The section that an administrator stands in, and its code."""


def office_path(key: OfficeKey) -> str:
    """The path of an administrator's sum.

    >>> office_path((Section.EXPENDITURE, "467"))
    'expenditure/all/467'
    """
    section, code = key
    return path_below(section, _EVERY_GROUP, code)


def is_office_path(path: str) -> bool:
    """Whether a path is that of an administrator's sum."""
    parts = steps(path)
    return len(parts) == _STEPS and parts[1] == _EVERY_GROUP and parts[2].isdigit()


def office_of_path(path: str) -> OfficeKey | None:
    """The administrator whose line or sum a path names; None for another line.

    >>> office_of_path("expenditure/07/467") == office_of_path("expenditure/all/467")
    True
    """
    if is_office_path(path) or level_of(path) is Level.ADMINISTRATOR:
        return section_of(path), codes_of(path)[-1]
    return None


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


@dataclass(frozen=True, slots=True)
class OfficeLines:
    """The lines of an administrator in some editions."""

    paths: tuple[str, ...]
    printed: PrintedElsewhere

    def find_figure(self, edition: StoredEdition) -> Figure | None:
        """The sum of its lines in an edition, with the gravest of their doubts; None where it has none."""
        figures = [figure for path in self.paths if (figure := self.printed.figure(edition, path))]
        return sum(figures, Figure()) if figures else None

    def is_unread(self, edition: StoredEdition) -> bool:
        """Whether the row of one of its lines could not be read in an edition: then its sum is not known."""
        return any(
            self.printed.figure(edition, path) is None
            and edition.prints_unread(path, self.printed.called(path))
            for path in (self.paths if edition.unread else ())
        )

    def find_largest(self, edition: StoredEdition) -> str | None:
        """The path of its largest line in an edition; None where it has none."""
        figures = {path: figure for path in self.paths if (figure := self.printed.figure(edition, path))}
        return max(figures, key=lambda path: figures[path].amount, default=None)


async def read_office_lines(
    reader: StoredReader, editions: Iterable[StoredEdition], key: OfficeKey
) -> OfficeLines:
    """Reads what editions have for an administrator.

    Args:
        reader: of one state of the database.
        editions: of any budgets.
        key: the administrator's.
    """
    section, code = key
    wanted = list(editions)
    text_ids = [text_id for stored in wanted for text_id in stored.text_ids]
    own, deeper = path_below(section, "%", code), path_below(section, "%", "%", code)
    where = match_all(is_in("edition_id", text_ids), Where("path LIKE ? AND path NOT LIKE ?", (own, deeper)))
    query = f"SELECT DISTINCT path FROM line WHERE {where.sql} ORDER BY path"  # noqa: S608 - ours
    paths = tuple(path for (path,) in await reader.fetch(query, where.values))
    return OfficeLines(paths, await read_elsewhere(reader, wanted, paths))


def make_office_ledger(catalogue: Catalogue, edition: StoredEdition, office: OfficeLines) -> OfficeLedger:
    """An administrator's sum through the decisions on a year.

    Args:
        catalogue: of the budget.
        edition: that is looked at; its year counts.
        office: its lines in all editions of that year.
    """
    ledger = Ledger(catalogue, edition, office.find_figure, is_unread=office.is_unread)
    return OfficeLedger(ledger.steps(), ledger.since_previous(), ledger.since_original(), ledger.overall())
