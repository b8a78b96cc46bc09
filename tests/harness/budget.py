"""An invented budget of Taraz with names people would search for, in a loaded database."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from handlers.packing import pack
from handlers.views.actions import OpenLine
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.schema import migrate
from tests.harness.databases import database_url
from tests.storage.builders import discrepancy, document, edition

KK, RU = Language.KK, Language.RU
ORIGINAL = DecisionRef("10-3", dt.date(2012, 12, 14))
APRIL = DecisionRef("12-3", dt.date(2013, 4, 8))
MAY = DecisionRef("13-3", dt.date(2013, 5, 24))  # known from another text, not loaded
JULY = DecisionRef("15-3", dt.date(2013, 7, 12))
BUDGET = BudgetAddress("Тараз", 2013, 2015)

NAMES = {
    "revenue": ("1. КІРІСТЕР", "1. ДОХОДЫ"),
    "revenue/1": ("САЛЫҚТЫҚ ТҮСІМДЕР", "НАЛОГОВЫЕ ПОСТУПЛЕНИЯ"),
    "revenue/1/01": ("Табыс салығы", "Подоходный налог"),
    "revenue/1/01/2": ("Жеке табыс салығы", "Индивидуальный подоходный налог"),
    "revenue/4": ("ТРАНСФЕРТТЕР ТҮСІМДЕРІ", "ПОСТУПЛЕНИЯ ТРАНСФЕРТОВ"),
    "revenue/4/02": ("Облыстан түсетін трансферттер", "Трансферты из области"),
    "revenue/4/02/2": ("Облыстық бюджеттен түсетін трансферттер", "Трансферты из областного бюджета"),
    "expenditure": ("2. ШЫҒЫНДАР", "2. ЗАТРАТЫ"),
    "expenditure/04": ("Білім беру", "Образование"),
    "expenditure/04/464": ("Қаланың білім бөлімі", "Отдел образования города"),
    "expenditure/04/464/003": ("Жалпы орта білім", "Общеобразовательное обучение"),
    "expenditure/04/464/006": ("Балаларға қосымша сабақтар", "Дополнительные занятия для детей"),
    "expenditure/04/464/009": ("Мектепке дейінгі тәрбие", "Дошкольное воспитание"),
    "expenditure/04/467": ("Құрылыс бөлімі", "Отдел строительства"),
    "expenditure/04/467/037": ("Мектептер салу", "Строительство школ"),
    "expenditure/07": ("Коммуналдық шаруашылық", "Коммунальное хозяйство"),
    "expenditure/07/458": ("Тұрғын үй бөлімі", "Отдел жилья"),
    "expenditure/07/458/015": ("Көшелерді жарықтандыру", "Освещение улиц"),
    "expenditure/07/458/016": ("Санитарлық тазалық", "Санитарная очистка"),
    "expenditure/07/458/018": ("Көгалдандыру", "Озеленение"),
    "expenditure/07/458/031": ("Зираттарды ұстау", "Содержание кладбищ"),
    "expenditure/07/458/041": ("Өзгелер", "Прочие"),
    "expenditure/07/458/048": ("Саябақтар күтімі", "Уход за парками"),
    "expenditure/07/458/049": ("Су құбырын жөндеу", "Ремонт водопровода"),
    "expenditure/07/458/050": ("Лифттерді ауыстыру", "Замена лифтов"),
    "expenditure/12": ("Көлік", "Транспорт"),
    "expenditure/12/458": ("Жол бөлімі", "Отдел дорог"),
    "expenditure/12/458/023": ("Автомобиль жолдары", "Автомобильные дороги"),
    "expenditure/12/458/041": ("Өзгелер", "Прочие"),
    "deficit": ("5. БЮДЖЕТ ТАПШЫЛЫҒЫ", "5. ДЕФИЦИТ БЮДЖЕТА"),
    "financing": ("6. ҚАРЖЫЛАНДЫРУ", "6. ФИНАНСИРОВАНИЕ"),
}

# Thousand tenge. 464 stands in two blocks of group 04; 458/041 has one name in two groups.
FIRST = {
    "revenue/1/01/2": 2_000_000,
    "revenue/4/02/2": 10_000_000,
    "expenditure/04/464/009": 1_000_000,
    "expenditure/04/467/037": 400_000,
    "expenditure/04/464#2/003": 6_000_000,
    "expenditure/04/464#2/006": 100_000,
    "expenditure/07/458/015": 242_000,
    "expenditure/07/458/016": 130_000,
    "expenditure/07/458/018": 90_000,
    "expenditure/07/458/031": 20_000,
    "expenditure/07/458/041": 50_000,
    "expenditure/07/458/049": 30_000,
    "expenditure/07/458/050": 453,
    "expenditure/12/458/023": 3_800_000,
    "expenditure/12/458/041": 200_000,
    "deficit": -102_453,
    "financing": 102_453,
}
# The park's line came in April, when only the Kazakh text was loaded; the lifts' one went then.
SECOND = {path: amount for path, amount in FIRST.items() if not path.endswith("/050")} | {
    "expenditure/07/458/015": 719_855,
    "expenditure/07/458/048": 40_000,
    "deficit": -619_855,
    "financing": 619_855,
}
THIRD = SECOND | {
    "expenditure/07/458/015": 700_000,
    "expenditure/04/464#2/003": 6_523_223,
    "deficit": -1_123_223,
    "financing": 1_123_223,
}
PLAN = FIRST | {"expenditure/04/464/009": 1_200_000}


def line(path: str, year: int = 2013, decision: DecisionRef | None = None) -> LineAddress:
    """The address of one of its lines; in the newest edition unless a decision is named."""
    named = DecisionAddress(decision.number, decision.date) if decision and decision.date else None
    return LineAddress(EditionAddress(BUDGET, year, named), path)


def opens(path: str, year: int = 2013, decision: DecisionRef | None = None) -> str:
    """The data of the button that opens one of its lines."""
    return pack(OpenLine(line(path, year, decision))) or ""


def names(language: Language) -> dict[str, str]:
    """The names in one language."""
    index = 0 if language is KK else 1
    return {path: both[index] for path, both in NAMES.items()}


def documents() -> list[ParsedDecision]:
    """The original in Russian with the plan for 2014; April and July in Kazakh."""
    first = [
        edition(ORIGINAL, RU, leaves=FIRST, names=names(RU)),
        edition(ORIGINAL, RU, year=2014, leaves=PLAN, names=names(RU)),
    ]
    adopted: dict[str, Any] = {
        "kind": DecisionKind.ORIGINAL,
        "amends": None,
        "amended_by": (MAY,),
        "url": "https://example.org/1",
    }
    april = [edition(APRIL, KK, leaves=SECOND, names=names(KK))]
    july = [edition(JULY, KK, leaves=THIRD, names=names(KK))]
    odd = [discrepancy("expenditure/12")]
    return [
        document(ORIGINAL, first, RU, **adopted),
        document(APRIL, april, KK, amends=ORIGINAL),
        document(JULY, july, KK, amends=ORIGINAL, discrepancies=odd),
    ]


async def fill(file: Path, parsed_documents: Iterable[ParsedDecision] | None = None) -> None:
    """Create a database and load the budget into it, or other documents."""
    engine = create_engine(url(file))
    try:
        await migrate(engine)
        sessions = create_sessions(engine)
        for parsed in documents() if parsed_documents is None else parsed_documents:
            await ingest(sessions, parsed)
    finally:
        await engine.dispose()


def url(file: Path) -> str:
    """A file as a database's address."""
    return database_url(file)


def fill_now(file: Path) -> None:
    """`fill` from outside any event loop."""
    asyncio.run(fill(file))
