from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import FindingKind
from storage.reading.coverage import Coverage, RegionCoverage, ToLookAt, YearCoverage, load_coverage
from tests.storage.builders import APRIL, MAY, RU, discrepancy, document, edition, warning
from tests.storage.conftest import Load

VILLAGE = "Дөң ауылдық округі, Хромтау ауданы"


def region_of(coverage: Coverage, archive: str | None) -> RegionCoverage:
    """A region by its archive."""
    return next(region for region in coverage.regions if region.archive == archive)


async def test_what_is_loaded_is_counted_by_region_and_year(load: Load, session: AsyncSession) -> None:
    assert all(not region.years for region in (await load_coverage(session)).regions)
    await session.rollback()
    await load(
        document(editions=[edition(), edition(year=2014)], discrepancies=[discrepancy()], amended_by=(MAY,)),
        document(editions=[edition(language=RU)], language=RU, warnings=[warning()]),
        document(APRIL),
        document(place=VILLAGE),
        document(place="Ақсай ауылдық округі", file="aqsai.txt"),
    )
    coverage = await load_coverage(session)
    zhambyl = region_of(coverage, "local-zhambyl")
    assert (zhambyl.region, zhambyl.kato, zhambyl.councils) == ("Жамбыл облысы", "310000000", 12)
    # The original's table is one edition in two languages; its Russian text has something unsure, April's has not.
    assert zhambyl.years == (YearCoverage(2013, 1, 0, 2, 1, 1, 1), YearCoverage(2014, 1, 0, 1, 1, 0, 0))
    assert region_of(coverage, "local-aktobe").years == (YearCoverage(2013, 0, 1, 1, 1, 0, 0),)
    unknown = coverage.regions[-1]
    assert (unknown.region, unknown.archive, unknown.councils) == (None, None, None)
    assert unknown.years == (YearCoverage(2013, 0, 1, 1, 1, 0, 0),)
    assert coverage.look_first == (ToLookAt("Тараз", 2013, 2015, {FindingKind.AMOUNT_MISSING: 1}, 1, 1),)


async def test_a_town_inside_a_district_is_no_council_of_the_region(
    load: Load, session: AsyncSession
) -> None:
    await load(
        document(place="Хромтау", file="town.txt"),
        document(place="Хромтау ауданы", file="district.txt"),
        document(place="Ақтөбе", file="city.txt"),
    )
    aktobe = region_of(await load_coverage(session), "local-aktobe")
    assert aktobe.years == (YearCoverage(2013, 2, 1, 3, 3, 0, 0),)


async def test_the_budgets_with_most_that_is_unsure_or_missing_come_first(
    load: Load, session: AsyncSession
) -> None:
    wrong = [discrepancy(), discrepancy("expenditure/06")]
    await load(
        document(discrepancies=wrong),
        document(place=VILLAGE, amended_by=(MAY,)),
        document(place="Семей", discrepancies=wrong, amended_by=(MAY,)),
        document(place="Павлодар"),
    )
    assert [each.place for each in (await load_coverage(session)).look_first] == ["Семей", VILLAGE, "Тараз"]
