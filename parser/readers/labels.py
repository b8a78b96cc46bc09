"""The words of a budget table's header, and the sections by the Budget Code's names.

Both are the vocabulary of the national budget classification, the same in every
council's decisions; nothing here is of one document.
"""

from __future__ import annotations

import re
from enum import Enum

from parser.records import Level, Section
from parser.text.folding import skeleton, sounds


class Side(Enum):
    """Which half of the classification a table's code columns follow."""

    RECEIPTS = "receipts"  # category, class, subclass
    SPENDING = "spending"  # group, administrator, program


# Column labels in both languages, by the level whose codes stand under them.
_LABELS: dict[Level, tuple[str, ...]] = {
    Level.CATEGORY: ("Санаты", "Санат", "Категория"),
    Level.CLASS: ("Сыныбы", "Сынып", "Класс"),
    Level.SUBCLASS: ("Ішкі сыныбы", "Ішкі сынып", "Кіші сыныбы", "Кіші сынып", "Подкласс"),
    Level.SPECIFIC: ("Ерекшелігі", "Ерекшелік", "Специфика"),
    Level.GROUP: ("Функционалдық топ", "Функционалдық тобы", "Функциональная группа"),
    Level.SUBGROUP: (
        "Функционалдық кіші топ", "Функционалдық кіші тобы", "Кіші функция", "Функционалдық ішкі топ",
        "Функциональная подгруппа", "Подфункция",
    ),
    Level.ADMINISTRATOR: (
        "Бюджеттік бағдарламалардың әкімшісі", "Бюджеттік бағдарлама әкімшісі", "Әкімші", "Әкімшісі",
        "Мемлекеттік мекеме", "Бағдарламалар әкімшісі", "Бағдарлама әкімшісі",
        "Администратор бюджетных программ", "Администратор бюджетной программы", "Администратор программ",
        "Администратор", "Учреждение", "Государственное учреждение",
    ),
    Level.PROGRAM: ("Бағдарлама", "Бюджеттік бағдарлама", "Программа", "Бюджетная программа"),
    Level.SUBPROGRAM: ("Кіші бағдарлама", "Ішкі бағдарлама", "Подпрограмма", "Бюджетная подпрограмма"),
}  # fmt: skip
_RECEIPT_LABELS = tuple(label for level, texts in _LABELS.items() if level < Level.GROUP for label in texts)
_SPENDING_LABELS = tuple(label for level, texts in _LABELS.items() if level >= Level.GROUP for label in texts)
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
_LEVEL_OF_LABEL = {skeleton(label): level for level, texts in _LABELS.items() for label in texts}
# Words that stand in headers beside a label: "Наименование доходов", "Уточненный бюджет на 2021 год".
_BESIDE_LABELS = frozenset(
    sounds(
        "код коды бюджетной классификации бюджетная классификация доходов расходов затрат бюджет бюджета на "
        "год годы план проект утвержденный утверждено уточненный уточнено изменения изменение с учетом "
        "отклонение всего итого в млн п пп номер тг показатели показателей бюджеттік сыныптама жіктеме "
        "кодтары кіріс кірістер шығыс шығындар шығыстар атаулары жыл жылға жылы арналған бекітілген "
        "нақтыланған өзгерістер барлығы жоба"
    )
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
_CORE_WORDS = _HEADER_WORDS | frozenset(sounds("наименования атаулары"))
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_NUMBERING = re.compile(r"1(?:\s+[2-9])+")
_STAMP = re.compile(r"(?i)^\s*приложение\b|(?:\d\s*-?|шешімі(?:не|нің)\b.*|^\W*)\s*қосымша\W*$")


def opens_header(text: str) -> Side | None:
    """The side whose first column label the text is, None when it is no such label."""
    return _FIRST_LABELS.get(skeleton(text))


def is_header(text: str) -> bool:
    """Whether a text consists of column labels, whole or wrapped, and of nothing else."""
    spoken = sounds(text)
    return bool(spoken) and all(word in _HEADER_WORDS for word in spoken)


def label_level(text: str) -> Level | None:
    """The level whose codes stand in the column that a text heads, None for any other text.

    >>> label_level("Функциональная подгруппа")
    <Level.SUBGROUP: 12>
    """
    return _LEVEL_OF_LABEL.get(skeleton(text))


def is_label(text: str) -> bool:
    """Whether a table's cell is a column label: header words, with a year or a remark beside them."""
    if len(text) > 200:
        return False
    spoken = [word for word in sounds(text) if not word.isdigit() or not _YEAR.fullmatch(word)]
    if not spoken:
        return _YEAR.search(text) is not None
    return all(word in _CORE_WORDS or word in _BESIDE_LABELS for word in spoken) and (
        any(word in _CORE_WORDS for word in spoken) or _YEAR.search(text) is not None
    )


def is_whole_label(text: str) -> bool:
    """Whether a text is a label as a table prints it, not a word of one that a name may hold as well."""
    spoken = sounds(text)
    return label_level(text) is not None or (is_label(text) and spoken[:1] in _ALWAYS_LABELS)


_ALWAYS_LABELS = tuple(sounds(word) for word in ("Атауы", "Сомасы", "Сома", "Наименование", "Сумма"))


def is_name_label(text: str) -> bool:
    """Whether a text heads the column of names."""
    return sounds(text)[:1] in (sounds("Атауы"), sounds("Наименование"))


def year_in(text: str) -> int | None:
    """The year that heads a column of amounts."""
    match = _YEAR.search(text)
    return int(match.group()) if match else None


def is_numbering(text: str) -> bool:
    """Whether a text is the row that numbers the columns: `1 2 3`."""
    return _NUMBERING.fullmatch(text.strip()) is not None


def is_stamp(text: str) -> bool:
    """Whether a line says whose appendix follows: `№ 10-3 шешіміне 1-қосымша`, `Приложение 2`.

    A name may end in the same word, which also means «additional»: `Балаларға қосымша | білім беру`.
    """
    return _STAMP.search(text) is not None


# Roman numbers are printed with the Cyrillic letters that look like them: ІІ, Ш for III, У for V.
_NUMBERED = re.compile(r"\s*(?P<number>[1-6]|[IVІУШ]{1,4})\s*[.)]\s*(?P<name>.*)", re.DOTALL)
_LATIN_NUMBERS = str.maketrans({"І": "I", "У": "V", "Ш": "III"})
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_ORDER = (
    Section.REVENUE, Section.EXPENDITURE, Section.NET_LENDING,
    Section.FINANCIAL_ASSETS, Section.DEFICIT, Section.FINANCING,
)  # fmt: skip
_ALL_REVENUE = (sounds("поступления"), sounds("түсімдер"))


def section_number(name: str) -> Section | None:
    """The section that a row's number names: `1.` is revenue, `VI.` financing (Budget Code's structure)."""
    match = _NUMBERED.match(name)
    if not match:
        return None
    number = match["number"].translate(_LATIN_NUMBERS)
    index = int(number) if number.isdigit() else _ROMAN.get(number)
    return _ORDER[index - 1] if index else None


def section_by_name(name: str) -> str | None:
    """The path of a row without codes, by its official name: `net_lending/loans`; None if it has none.

    Loans taken, their repayment and the balances used are named by the categories and the group
    that the classification gives them: `financing_receipts/7`, `financing_payments/16`,
    `financing_receipts/8`.
    """
    spoken = sounds(name)

    def has(*stems: str) -> bool:
        return any(word.startswith(stem) for word in spoken for stem in stems)

    loans = has("zaim", "kariz") and not has("kredit", "karjilandiru")
    rules = (
        (has("karjilandiru", "finansirovani") and has("tapwilig", "deficit", "profici"), "financing"),
        (has("neneft", "munai"), None),  # the deficit without oil revenue is no part of the structure
        (has("tapwilig", "deficit", "profici"), "deficit"),
        (has("aktiv") and has("saldo", "operaci"), "financial_assets"),
        (has("aktiv") and has("priobreteni", "alu"), "financial_assets/purchase"),
        (has("aktiv") and has("prodaj", "satudan", "satu"), "financial_assets/sale"),
        (has("taza", "4ist") and has("kredit"), "net_lending"),
        (has("kredit") and has("oteu", "pogaweni"), "net_lending/repayments"),
        (has("kredit"), "net_lending/loans"),
        (loans and has("oteu", "pogaweni"), "financing_payments/16"),
        (loans and has("tusim", "tusu", "postupleni"), "financing_receipts/7"),
        (has("kaldik", "ostatk", "ostatok"), "financing_receipts/8"),
        (len(spoken) <= 4 and (has("kiris", "dohod") or spoken[-1:] in _ALL_REVENUE), "revenue"),
        (len(spoken) <= 4 and has("wigin", "wigis", "zatrat", "rashod"), "expenditure"),
    )
    return next((path for holds, path in rules if holds), None)
