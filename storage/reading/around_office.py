"""What stands above, before and beside the sum of an office: its history, its share, its other years."""

from __future__ import annotations

from fractions import Fraction

from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.kept.reader import StoredReader
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import read_lines_of
from storage.reading.office_ledger import (
    OfficeKey,
    OfficeLedger,
    make_office_ledger,
    office_path,
    read_office_lines,
)
from storage.reading.records import Figure, OtherYear, Parent
from storage.reading.shelf import load_shelf


@dataclass(frozen=True, slots=True)
class AroundOffice:
    """What stands above, before and beside the sum of an office.

    Attributes:
        ledger: what each decision left of it.
        newest: whether the edition is the newest of its year.
        whole: the total of its section, and the share that it is of that; None where none is printed.
        other_years: the other years of the place in which it has anything.
    """

    ledger: OfficeLedger
    newest: bool
    whole: Parent | None
    other_years: tuple[OtherYear, ...]


async def read_around_office(
    reader: StoredReader, catalogue: Catalogue, edition: StoredEdition, key: OfficeKey, own: Figure
) -> AroundOffice:
    """Reads what other editions and years have of an office, and the total that it is a part of.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        edition: that is looked at.
        key: the office's.
        own: its sum there.
    """
    place = catalogue.budget.place
    years = (await load_shelf(reader, [catalogue.budget])).list_years(place)
    others = {year: found for year, found in years.items() if year != edition.year}
    of_year = [stored for stored in catalogue.editions if stored.year == edition.year]
    office = await read_office_lines(reader, [*of_year, *(stored for _, stored in others.values())], key)
    section = key[0].value
    total = (await read_lines_of(reader, [edition], [section]))[edition.key].get(section)
    share = Fraction(own.amount, total.amount) if total and total.amount > 0 and own.amount >= 0 else None
    path = office_path(key)
    return AroundOffice(
        ledger=make_office_ledger(catalogue, edition, office),
        newest=catalogue.find(edition.year) is edition,
        whole=Parent(total, share, Doubt.gravest((own.doubt, total.doubt))) if total else None,
        other_years=tuple(
            OtherYear(year, LineAddress(EditionAddress(found.budget, year), path))
            for year, (found, stored) in others.items()
            if office.find_figure(stored) is not None
        ),
    )
