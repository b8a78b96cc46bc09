"""Decisions put together from the official formulae, and the small budget that goes with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parser.document import Document, Paragraph, Row
from parser.records import Language, PlaceUnit, Source, SourcePlace

NAMES: dict[Language, dict[str, str]] = {
    Language.KK: {
        "revenue": "1. КІРІСТЕР", "tax": "Салықтық түсімдер", "transfers": "Трансферттер түсімі",
        "expenditure": "2. ШЫҒЫНДАР", "net": "3. Таза бюджеттік кредиттеу",
        "assets": "4. Қаржы активтерімен операциялар бойынша сальдо", "deficit": "5. Бюджет тапшылығы (профициті)",
        "financing": "6. Бюджет тапшылығын қаржыландыру (профицитін пайдалану)",
        "balances": "Бюджет қаражатының пайдаланылатын қалдықтары", "any": "Басқа да қызметтер",
    },
    Language.RU: {
        "revenue": "1. ДОХОДЫ", "tax": "Налоговые поступления", "transfers": "Поступления трансфертов",
        "expenditure": "2. ЗАТРАТЫ", "net": "3. Чистое бюджетное кредитование",
        "assets": "4. Сальдо по операциям с финансовыми активами", "deficit": "5. Дефицит (профицит) бюджета",
        "financing": "6. Финансирование дефицита (использование профицита) бюджета",
        "balances": "Используемые остатки бюджетных средств", "any": "Прочие услуги",
    },
}  # fmt: skip

LABELS = {
    Language.KK: {
        "receipts": ("Санаты", "Сыныбы", "Ішкі сыныбы", "Атауы", "Сомасы, мың теңге"),
        "spending": ("Функционалдық топ", "Бюджеттік бағдарламалардың әкімшісі", "Бағдарлама", "Атауы", "Сомасы, мың теңге"),
    },
    Language.RU: {
        "receipts": ("Категория", "Класс", "Подкласс", "Наименование", "Сумма, тысяч тенге"),
        "spending": ("Функциональная группа", "Администратор бюджетных программ", "Программа", "Наименование", "Сумма, тысяч тенге"),
    },
}  # fmt: skip


def budget_rows(language: Language, revenue: int = 100, expenditure: int = 110, tax: int = 40) -> list[Row]:
    """A small budget, in thousand tenge: taxes and transfers, one program, the rest from balances."""
    names = NAMES[language]
    gap = expenditure - revenue
    cells: list[tuple[str, str, str] | str] = [
        "receipts", ("", names["revenue"], f"{revenue}"), ("1", names["tax"], f"{tax}"),
        ("01", names["any"], f"{tax}"), ("2", names["any"], f"{tax}"), ("4", names["transfers"], f"{revenue - tax}"),
        ("02", names["any"], f"{revenue - tax}"), ("2", names["any"], f"{revenue - tax}"),
        "spending", ("", names["expenditure"], f"{expenditure}"), ("01", names["any"], f"{expenditure}"),
        ("122", names["any"], f"{expenditure}"), ("001", names["any"], f"{expenditure}"),
        ("", names["net"], "0"), ("", names["assets"], "0"), ("", names["deficit"], f"{-gap}"), ("", names["financing"], f"{gap}"),
        "receipts", ("8", names["balances"], f"{gap}"), ("01", names["any"], f"{gap}"), ("1", names["any"], f"{gap}"),
    ]  # fmt: skip
    rows = []
    for number, row in enumerate(cells, start=1):
        header = isinstance(row, str)
        given = LABELS[language][row] if isinstance(row, str) else row
        rows.append(Row(given, SourcePlace(PlaceUnit.ROW, number), " | ".join(given), header=header))
    return rows


def document(language: Language, *blocks: str | Sequence[Row]) -> Document:
    """Paragraphs (each line of a text is one) and tables in the order given."""
    made: list[Paragraph | Row] = []
    count = 0
    for block in blocks:
        if isinstance(block, str):
            for line in filter(None, (line.strip() for line in block.splitlines())):
                count += 1
                made.append(Paragraph(line, SourcePlace(PlaceUnit.PARAGRAPH, count)))
        else:
            made.extend(block)
    return Document(Source("decision.html", "0" * 64, "html", language), tuple(made))


def paragraphs(text: str) -> list[Paragraph]:
    """A text's lines as paragraphs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [
        Paragraph(line, SourcePlace(PlaceUnit.PARAGRAPH, number))
        for number, line in enumerate(lines, start=1)
    ]


def rows(cells: Iterable[tuple[str, ...]]) -> list[Row]:
    """Body rows of a table that is no budget."""
    return [
        Row(row, SourcePlace(PlaceUnit.ROW, number), " | ".join(row))
        for number, row in enumerate(cells, start=1)
    ]
