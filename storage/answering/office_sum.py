"""All that an administrator has in an edition, and where its sum is found again."""

from __future__ import annotations

from parser.dataclass import dataclass
from parser.kinds import Doubt
from storage.answering.page import Page
from storage.reading.address import LineAddress
from storage.reading.around_office import AroundOffice
from storage.reading.office_ledger import OfficeLedger, office_of_path, office_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The lines of an administrator in all functional groups, and their sum, which is printed nowhere.

    Attributes:
        page: of the lines, largest first.
        amount: the sum of all of them.
        around: what stands above, before and beside it.
        doubt: the gravest of their amounts.
    """

    page: Page
    amount: int
    around: AroundOffice
    doubt: Doubt | None = None

    @property
    def ledger(self) -> OfficeLedger:
        """What each decision left of it."""
        return self.around.ledger

    @property
    def address(self) -> LineAddress:
        """Its sum. Of the newest edition no decision is named: what leads here stays up to date."""
        return self.printed_at.as_of(None) if self.around.newest else self.printed_at

    @property
    def printed_at(self) -> LineAddress:
        """Its sum as the decision left it: what is shown stays the same when a newer one is loaded."""
        first = self.page.matches[0]
        key = office_of_path(first.path)
        return first.printed_at.beside(office_path(key)) if key else first.printed_at
