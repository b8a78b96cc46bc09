"""The words of a budget table's header.

They are the vocabulary of the national budget classification, the same in every
council's decisions; nothing here is of one document.
"""

from __future__ import annotations

import re

from parser.budget_code import Side
from parser.records import Level
from parser.text.folding import skeleton, sounds

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

_CODE_LABELS = tuple(label for texts in _LABELS.values() for label in texts)
_HEADER_WORDS = frozenset(word for label in (*_CODE_LABELS, *_COMMON_LABELS) for word in sounds(label))
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
