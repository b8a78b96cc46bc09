"""How much is stored."""

from __future__ import annotations

from sqlalchemy import distinct, exists, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage import models, people_models
from storage.models import table

_DECISIONS = table(models.Decision)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
_TEXTS = table(models.DecisionText)


@dataclass(frozen=True, slots=True)
class Stats:
    """What is stored, counted."""

    budgets: int
    decisions_loaded: int
    decisions_known: int  # the loaded ones, and those that only others name
    editions: int  # a table in two languages is one edition
    lines: int  # printed rows, in each language
    names: int  # different ones, in each language
    discrepancies: int
    people: int
    missed_questions: int  # different ones that found nothing


_COUNTED = select(func.count()).select_from(
    select(_EDITIONS.c.decision_id, _EDITIONS.c.year).distinct().subquery()
)


async def count_editions(session: AsyncSession) -> int:
    """How many editions of budgets are stored, of all places and years; a table in two languages is one."""
    return (await (await session.connection()).execute(_COUNTED)).scalar_one()


async def load_stats(session: AsyncSession) -> Stats:
    """Counts what is stored, in one query."""
    has_text = exists().where(_TEXTS.c.decision_id == _DECISIONS.c.id)
    has_edition = exists().where(_EDITIONS.c.decision_id == _DECISIONS.c.id)
    counts = {
        "budgets": select(func.count()).select_from(table(models.Budget)),
        "decisions_loaded": select(func.count()).select_from(_DECISIONS).where(or_(has_text, has_edition)),
        "decisions_known": select(func.count()).select_from(_DECISIONS),
        "editions": _COUNTED,
        "lines": select(func.count()).select_from(_LINES),
        "names": select(func.count(distinct(table(models.PathName).c.name_id))),
        "discrepancies": select(func.count()).select_from(table(models.Discrepancy)),
        "people": select(func.count()).select_from(table(people_models.Person)),
        "missed_questions": select(func.count()).select_from(table(models.MissedQuestion)),
    }
    connection = await session.connection()
    query = select(*(count.scalar_subquery().label(key) for key, count in counts.items()))
    return Stats(**(await connection.execute(query)).mappings().one())
