from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.people import save_language
from storage.reading.overview import Stats, load_stats
from tests.storage.builders import APRIL, KK, MAY, RU, discrepancy, document, edition, figure_change
from tests.storage.conftest import Load


async def test_stats(load: Load, session: AsyncSession) -> None:
    assert await load_stats(session) == Stats(0, 0, 0, 0, 0, 0, 0, 0, 0)
    await session.rollback()
    tables = [edition(), edition(year=2014)]
    await load(
        document(editions=tables, discrepancies=[discrepancy()], amended_by=(MAY,)),
        document(editions=[edition(language=RU)], language=RU),
        document(APRIL, [], figure_changes=[figure_change(old=2000, new=2000)]),
    )
    await save_language(session, 1, KK)
    rows = len(edition().lines)
    names = len({line.path for line in edition().lines})
    assert await load_stats(session) == Stats(
        budgets=1,
        decisions_loaded=2,
        decisions_known=3,
        editions=2,
        lines=3 * rows,
        names=2 * names,
        discrepancies=1,
        missed_questions=0,
        people=1,
    )
