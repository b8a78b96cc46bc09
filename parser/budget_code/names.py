"""How both languages name the parts of a budget, in a table's rows and in the text of a decision.

The names are those of the Budget Code, in the inflections and with the slips of the councils. A
row's name is heard word by word; in running text words may be run together or split, so that there
the sounds are heard as one string.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parser.budget_code.sections import NUMBER, SECTIONS
from parser.records import Section
from parser.text.folding import skeleton, sounds
from parser.text.letters import ROMAN, ROMAN_THREE, TO_ROMAN


@dataclass(frozen=True, slots=True)
class PartName:
    """The name of one part of a budget.

    Attributes:
        path: of the line; None for what is printed beside a budget and is no part of it.
        kazakh: the name as the Budget Code has it.
        russian: the same.
        text: a pattern that the sounds of running text hold.
        row: stems; of each group some word of a row's name begins with one. Empty for what is never
            printed in a row without a code.
        without: stems with which no word of the row's name may begin.
        longest: how many words the row's name may have, None for any number.
        last: a row that ends in one of these sounds needs none of the stems.
    """

    path: str | None
    kazakh: str
    russian: str
    text: str
    row: tuple[tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    longest: int | None = None
    last: tuple[str, ...] = ()

    def is_row(self, spoken: Sequence[str]) -> bool:
        """Whether a row with these sounds is the part's."""
        if not self.row or (self.longest is not None and len(spoken) > self.longest):
            return False
        if any(word.startswith(self.without) for word in spoken):
            return False
        if spoken and spoken[-1] in self.last:
            return True
        return all(any(word.startswith(stems) for word in spoken) for stems in self.row)


_DEFICIT = ("tapwilig", "deficit", "profici")
_RETURN = ("oteu", "pogaweni")
_LOANS_TAKEN = ("zaim", "kariz")
_LENDING = ("kredit", "karjilandiru")  # loans that the budget gives, and financing
# In the order of asking: what a longer name is told by comes before what it shares with a shorter one.
PART_NAMES = (
    PartName(
        None, "Бюджеттің мұнайға қатысты емес тапшылығы", "Ненефтяной дефицит бюджета",
        r"neneft|munai", (("neneft", "munai"),),
    ),
    PartName(
        "financing", "Бюджет тапшылығын қаржыландыру (профицитін пайдалану)",
        "Финансирование дефицита (использование профицита) бюджета",
        r"(?:finansirovan|karjilandir).*(?:deficit|profici)|(?:tapwil|profici).*karjilandir",
        (("karjilandiru", "finansirovani"), _DEFICIT),
    ),
    PartName(
        "deficit", "Бюджет тапшылығы (профициті)", "Дефицит (профицит) бюджета",
        r"deficit|tapwil|profici", (_DEFICIT,),
    ),
    PartName(
        "financial_assets", "Қаржы активтерімен операциялар бойынша сальдо",
        "Сальдо по операциям с финансовыми активами",
        r"aktiv.*(?:saldo|operaci)|saldo.*aktiv|saldoopera", (("aktiv",), ("saldo", "operaci")),
    ),
    PartName(
        "financial_assets/purchase", "Қаржы активтерін сатып алу", "Приобретение финансовых активов",
        r"aktiv.*satipal|aktiv.*alu|priobreten.*aktiv|pokupk.*aktiv", (("aktiv",), ("priobreteni", "alu")),
    ),
    PartName(
        "financial_assets/sale", "Мемлекеттің қаржы активтерін сатудан түсетін түсімдер",
        "Поступления от продажи финансовых активов государства",
        r"aktiv.*satu|proda.*aktiv|realizaci.*aktiv", (("aktiv",), ("prodaj", "satudan", "satu")),
    ),
    PartName(
        "financing_payments/16", "Қарыздарды өтеу", "Погашение займов",
        r"(?:pogawen|vozvrat).*zaim|kariz.*oteu|karizdardioteu", (_LOANS_TAKEN, _RETURN), without=_LENDING,
    ),
    # In a row «займ» alone may be a program's; in a clause it is always the loans taken.
    PartName(
        "financing_receipts/7", "Қарыздар түсімі", "Поступление займов",
        r"(?<!v)zaim|kariz", (_LOANS_TAKEN, ("tusim", "tusu", "postupleni")), without=_LENDING,
    ),
    PartName(
        "net_lending", "Таза бюджеттік кредиттеу", "Чистое бюджетное кредитование",
        r"(?:4ist|taza).*kredit", (("taza", "4ist"), ("kredit",)),
    ),
    PartName(
        "net_lending/repayments", "Бюджеттік кредиттерді өтеу", "Погашение бюджетных кредитов",
        r"(?:pogawen|vozvrat).*kredit|kredit.*(?:oteu|kaitar)", (("kredit",), _RETURN),
    ),
    PartName(
        "net_lending/loans", "Бюджеттік кредиттер", "Бюджетные кредиты", r"kredit", (("kredit",),),
    ),
    PartName(
        "financing_receipts/8", "Бюджет қаражатының пайдаланылатын қалдықтары",
        "Используемые остатки бюджетных средств", r"ostatk|kaldik", (("kaldik", "ostatk", "ostatok"),),
    ),
    PartName("revenue/2", "Салықтық емес түсімдер", "Неналоговые поступления", r"nenalog|salik\w*emes"),
    PartName("revenue/1", "Салықтық түсімдер", "Налоговые поступления", r"nalog|salik"),
    PartName(
        "revenue/3", "Негізгі капиталды сатудан түсетін түсімдер",
        "Поступления от продажи основного капитала", r"osnovnogokap|negizgikap|proda.*kapital|kapital\w*satu",
    ),
    PartName("revenue/4", "Трансферттер түсімі", "Поступления трансфертов", r"transfert"),
    PartName(
        "expenditure", "Шығындар", "Затраты", r"zatrat|rashod|wigin|wigis",
        (("wigin", "wigis", "zatrat", "rashod"),), longest=4,
    ),
    PartName(
        "revenue", "Кірістер", "Доходы", r"dohod|kiris|tabis|postuplen",
        (("kiris", "dohod"),), longest=4, last=("postuplenia", "tusimder"),
    ),
)  # fmt: skip
_IN_TEXT = tuple((re.compile(name.text), name.path) for name in PART_NAMES)
_NUMBERED = re.compile(rf"\s*(?P<number>{NUMBER}|[{ROMAN}{ROMAN_THREE}]{{1,4}})\s*[.)]")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_BY_NUMBER = {rule.number: rule.section for rule in SECTIONS.values() if rule.number}


def section_by_number(name: str) -> Section | None:
    """The section that a row's number names: `1.` is revenue, `VI.` financing.

    The sections of the Budget Code are numbered in its order. None for a name without such a number,
    and for one that is numbered but no part of a budget: since 2026 `VI.` may be the deficit without
    oil revenue.
    """
    match = _NUMBERED.match(name)
    if not match or is_outside(name):
        return None
    number = match["number"].translate(TO_ROMAN)
    index = int(number) if number.isdigit() else _ROMAN.get(number)
    return _BY_NUMBER[index] if index else None


def path_of_row(name: str) -> str | None:
    """The path of a row without codes, by its official name: `net_lending/loans`; None if it has none.

    Loans taken, their repayment and the balances used are named by the categories and the group
    that the classification gives them: `financing_receipts/7`, `financing_payments/16`,
    `financing_receipts/8`.
    """
    spoken = sounds(name)
    return next((part.path for part in PART_NAMES if part.is_row(spoken)), None)


def is_outside(name: str) -> bool:
    """Whether a row is printed beside a budget's structure: the deficit without oil revenue."""
    spoken = sounds(name)
    return next((part.path is None for part in PART_NAMES if part.is_row(spoken)), False)


def path_in_text(name: str) -> str | None:
    """The part of a budget that words name: `налоговым поступлениям` is `revenue/1`.

    Words may be run together or split; None when they name no part.
    """
    spoken = skeleton(name).replace(" ", "")
    return next((path for pattern, path in _IN_TEXT if pattern.search(spoken)), None)
