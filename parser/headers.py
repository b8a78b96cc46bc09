"""The words of a budget table's header, and the sections by the Budget Code's names.

Both are the vocabulary of the national budget classification, the same in every
council's decisions; nothing here is of one document.
"""

from __future__ import annotations

import re
from enum import Enum

from parser.names import skeleton, sounds
from parser.records import Section


class Side(Enum):
    """Which half of the classification a table's code columns follow."""

    RECEIPTS = "receipts"  # category, class, subclass
    SPENDING = "spending"  # group, administrator, program


# Column labels in both languages; the first of each side tells which side it is.
_RECEIPT_LABELS = (
    "Санаты", "Сыныбы", "Ішкі сыныбы", "Кіші сыныбы", "Ерекшелігі",
    "Категория", "Класс", "Подкласс", "Специфика",
)  # fmt: skip
_SPENDING_LABELS = (
    "Функционалдық топ", "Функционалдық кіші топ", "Кіші функция",
    "Бюджеттік бағдарламалардың әкімшісі", "Бағдарлама", "Кіші бағдарлама",
    "Функциональная группа", "Функциональная подгруппа", "Подфункция",
    "Администратор бюджетных программ", "Администратор", "Программа", "Подпрограмма",
)  # fmt: skip
_COMMON_LABELS = (
    "Атауы",
    "Сомасы",
    "Сома",
    "Наименование",
    "Сумма",
    "мың теңге",
    "тысяч тенге",
    "тыс тенге",
    "теңге",
)

_RECEIPT_WORDS = frozenset(word for label in _RECEIPT_LABELS for word in sounds(label))
_SPENDING_WORDS = frozenset(word for label in _SPENDING_LABELS for word in sounds(label))
_HEADER_WORDS = (
    _RECEIPT_WORDS | _SPENDING_WORDS | frozenset(w for label in _COMMON_LABELS for w in sounds(label))
)
_FIRST_LABELS = {
    skeleton("Санаты"): Side.RECEIPTS,
    skeleton("Категория"): Side.RECEIPTS,
    skeleton("Функционалдық топ"): Side.SPENDING,
    skeleton("Функциональная группа"): Side.SPENDING,
}
_NUMBERING = re.compile(r"1(?:\s+[2-9])+")


def opens_header(text: str) -> Side | None:
    """The side whose first column label the text is, None when it is no such label."""
    return _FIRST_LABELS.get(skeleton(text))


def is_header(text: str) -> bool:
    """Whether a text consists of column labels, whole or wrapped, and of nothing else."""
    spoken = sounds(text)
    return bool(spoken) and all(word in _HEADER_WORDS for word in spoken)


def is_numbering(text: str) -> bool:
    """Whether a text is the row that numbers the columns: `1 2 3`."""
    return _NUMBERING.fullmatch(text.strip()) is not None


_NUMBERED = re.compile(r"\s*(?P<number>[1-6]|[IVІ]{1,3})\s*[.)]\s*(?P<name>.*)", re.DOTALL)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_ORDER = (
    Section.REVENUE, Section.EXPENDITURE, Section.NET_LENDING,
    Section.FINANCIAL_ASSETS, Section.DEFICIT, Section.FINANCING,
)  # fmt: skip


def section_number(name: str) -> Section | None:
    """The section that a row's number names: `1.` is revenue, `VI.` financing (Budget Code's structure)."""
    match = _NUMBERED.match(name)
    if not match:
        return None
    number = match["number"].replace("І", "I")
    index = int(number) if number.isdigit() else _ROMAN.get(number)
    return _ORDER[index - 1] if index else None


def section_by_name(name: str) -> str | None:
    """The path of a row without codes, by its official name: `net_lending/loans`; None if it has none."""
    spoken = sounds(name)

    def has(*stems: str) -> bool:
        return any(word.startswith(stem) for word in spoken for stem in stems)

    rules = (
        (has("karjilandiru", "finansirovani") and has("tapwilig", "deficit", "profici"), "financing"),
        (has("tapwilig", "deficit", "profici"), "deficit"),
        (has("aktiv") and has("saldo", "operaci"), "financial_assets"),
        (has("aktiv") and has("priobreteni", "alu"), "financial_assets/purchase"),
        (has("aktiv") and has("prodaj", "satudan", "satu"), "financial_assets/sale"),
        (has("taza", "4ist") and has("kreditovani", "krediteu", "kreditteu"), "net_lending"),
        (has("kredit") and has("oteu", "pogaweni"), "net_lending/repayments"),
        (has("kredit"), "net_lending/loans"),
        (has("kirister", "dohod", "postupleni", "tusimder"), "revenue"),
        (has("wigin", "wigis", "zatrat", "rashod"), "expenditure"),
    )
    return next((path for holds, path in rules if holds), None)
