"""The archive's texts of other councils: an oblast, cities, the capital under two names, a rayon for three years.

Each has the sample's rows in another council's layout; every row is read as it is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

import pytest

from parser.parse import parse_raw
from parser.records import Language, ParsedDecision
from tests.parser import archive_sample as sample
from tests.parser.act_texts import languages, raw
from tests.parser.archive_sample import DECEMBER

KK, RU = Language.KK, Language.RU
Cells = Sequence[str]
META = """act_code: '5'
requisite: Решение {0} от 13 декабря 2021 года № 91. Зарегистрировано в Министерстве юстиции 24 декабря 2021 года № 26010
approved_on: 2021-12-13
version_date:
  kaz: 2022-10-21
  rus: 2022-10-21
caused_by:
  code: '6'
  requisite: Решение {1} от 21 октября 2022 года № 165
"""
CLAUSE = {KK: "1. Бюджет бекітілсін: 1) кірістер 37 239,0 мың теңге.", RU: "1. Утвердить бюджет: 1) доходы 37 239,0 тысяч тенге."}  # fmt: skip


def amount(text: str, blank: str = " ", point: str = ",", minus: str = "-", zero: str = "0") -> str:
    """An amount of the sample in another print."""
    number = Decimal(text)
    if not number:
        return zero
    whole = f"{abs(number):,.1f}".replace(",", blank).replace(".", point)
    return f"{minus}{whole}" + (")" if minus == "(" else "") if number < 0 else whole


def rows_of(language: Language) -> Sequence[Cells]:
    return sample.printed_cells(DECEMBER, language, "1")


def tr(cells: Cells) -> str:
    return (
        "<tr>\n"
        + "".join(each if each.startswith("<td") else f"<td>{each}</td>\n" for each in cells)
        + "</tr>\n"
    )


def head(language: Language, *unit: str) -> str:
    labels = {KK: ["Санаты", "Сыныбы", "Кіші сыныбы", "", "Атауы"], RU: ["Kатегория", "Kласс", "Подкласс", "", "Hаименование"]}  # fmt: skip
    return tr([*labels[language], *(unit or ({KK: "Сомасы, мың теңге", RU: "Cумма, тыс. тенге"}[language],))])


def as_oblast(language: Language) -> str:
    """A header in stairs; names on two lines; amounts with unbroken blanks."""
    top = {KK: ("Санаты", "Атауы", "Сомасы,<br>мың&nbsp;теңге", "Сыныбы", "Кіші сыныбы"), RU: ("Категория", "Наименование", "Сумма,<br>тыс.&nbsp;тенге", "Класс", "Подкласс")}[language]  # fmt: skip
    stairs = (
        f'<tr><th colspan="4">{top[0]}</th><th rowspan="3">{top[1]}</th><th rowspan="3">{top[2]}</th></tr>\n'
        f'<tr><th rowspan="2"></th><th colspan="3">{top[3]}</th></tr>\n<tr><th></th><th colspan="2">{top[4]}</th></tr>\n'
    )
    body = "".join(
        tr([*codes, name.replace(" ", "<br/>", 1), amount(printed, "\u00a0", zero="0,0")])
        for *codes, name, printed in rows_of(language)
    )
    return f"<table>\n{stairs}{body}</table>\n"


def as_city(language: Language) -> str:
    """Cut into three tables, of which the last has no header; thin blanks, a true minus, dashes for zeros."""
    rows = [tr([*codes, name, amount(printed, "\u2009", minus="\u2212 ", zero="–")]) for *codes, name, printed in rows_of(language)]  # fmt: skip
    cuts = (0, 11, 25, len(rows))
    parts = ["".join(rows[first:last]) for first, last in pairwise(cuts)]
    return "\n".join(
        f"<table>\n{head(language) if at < 1 else ''}{part}</table>\n" for at, part in enumerate(parts)
    )


def as_capital(language: Language) -> str:
    """Latin letters in the header, narrow blanks and points, footnote marks, brackets below zero."""
    body = "".join(
        tr([*codes, name, amount(printed, "\u202f", ".", "(") + ("*" if at % 7 == 2 else "<sup>1)</sup>" if at % 7 == 5 else "")])
        for at, (*codes, name, printed) in enumerate(rows_of(language))
    )  # fmt: skip
    note = {KK: "* өткен жылдардың қалдықтарын ескере отырып", RU: "* с учетом остатков прошлых лет"}[
        language
    ]
    return f'<table>\n{head(language)}{body}<tr>\n<td colspan="6">{note}</td>\n</tr>\n</table>\n'


def as_spread(language: Language) -> str:
    """Codes over the rows below them, names in tables of their own, the unit in a caption, capital tags."""
    body = "".join(
        f"<TR>{''.join(f'<TD><P>{code}</P></TD>' for code in codes)}<TD><TABLE><TR><TD>{name}</TD></TR></TABLE></TD>"
        f"<TD align=right>{amount(printed, '&nbsp;', minus='&minus;')}</TD></TR>\n"
        for *codes, name, printed in rows_of(language)
    )
    unit, label = {KK: ("мың теңге", "Сомасы"), RU: ("тыс.тенге", "Сумма")}[language]
    return f"<TABLE border=1>\n<CAPTION>{unit}</CAPTION>\n{head(language, label)}{body}</TABLE>\n"


def for_years(language: Language) -> str:
    """Three years side by side under two rows of labels."""
    titles = {KK: ("Бюджеттік сыныптама кодтары", "Атауы", "Сомасы, мың теңге", "жыл"), RU: ("Коды бюджетной классификации", "Наименование", "Сумма, тыс. тенге", "год")}[language]  # fmt: skip
    top = f'<tr><td colspan="4">{titles[0]}</td><td rowspan="2">{titles[1]}</td><td colspan="3">{titles[2]}</td></tr>\n'
    labels = {KK: ["Санаты", "Сыныбы", "Кіші сыныбы", "Бағдарлама"], RU: ["Категория", "Класс", "Подкласс", "Программа"]}  # fmt: skip
    below = tr([*labels[language], *(f"{year} {titles[3]}" for year in (2022, 2023, 2024))])
    body = "".join(
        tr([*codes, name, *(amount(str(Decimal(printed) * times)) for times in (1, 2, 3))])
        for *codes, name, printed in rows_of(language)
    )
    return f"<table>\n{top}{below}{body}</table>\n"


@dataclass(frozen=True, slots=True)
class CouncilText:
    """How a council calls itself in a requisite, in its text and in its version's, and its table."""

    table: Callable[[Language], str]
    requisite: str
    council: dict[Language, str]
    title: dict[Language, str]
    place: str
    later: str | None = None  # the requisite's council of the version


COUNCILS = {
    "oblast": CouncilText(
        as_oblast, "Актюбинского областного маслихата",
        {KK: "Ақтөбе облыстық мәслихатының", RU: "Актюбинского областного маслихата"},
        {KK: "2022 жылға арналған облыстық бюджет", RU: "Областной бюджет на 2022 год"}, "Ақтөбе облысы",
    ),
    "republican city": CouncilText(
        as_city, "маслихата города Алматы", {KK: "Алматы қаласы мәслихатының", RU: "маслихата города Алматы"},
        {KK: "Алматы қаласының 2022 жылға арналған бюджеті", RU: "Бюджет города Алматы на 2022 год"}, "Алматы",
    ),
    "renamed capital": CouncilText(
        as_capital, "маслихата города Нур-Султан",
        {KK: "Нұр-Сұлтан қаласы мәслихатының", RU: "маслихата города Нур-Султан"},
        {KK: "Астана қаласының 2022 жылға арналған бюджеті", RU: "Бюджет города Астаны на 2022 год"},
        "Астана", "маслихата города Астаны",
    ),
    "city": CouncilText(
        as_spread, "Таразского городского маслихата Жамбылской области",
        {KK: "Тараз қалалық мәслихатының", RU: "Таразского городского маслихата"},
        {KK: "Тараз қаласының 2022 жылға арналған бюджеті", RU: "Бюджет города Тараз на 2022 год"}, "Тараз",
    ),
    "rayon": CouncilText(
        for_years, "Айтекебийского районного маслихата Актюбинской области",
        {KK: "Әйтеке би аудандық мәслихатының", RU: "Айтекебийского районного маслихата"},
        {KK: "2022-2024 жылдарға арналған аудандық бюджет", RU: "Районный бюджет на 2022-2024 годы"},
        "Әйтеке би ауданы",
    ),
}  # fmt: skip


def read(text: CouncilText, language: Language) -> ParsedDecision:
    council, title = text.council[language], text.title[language]
    caption, note = {
        KK: (f"{council} 2021 жылғы 13 желтоқсандағы № 91 шешіміне 1-қосымша", f"Ескерту. 1-қосымша жаңа редакцияда - {council} 21.10.2022 № 165 шешімімен."),
        RU: (f"Приложение 1 к решению {council} от 13 декабря 2021 года № 91", f"Сноска. Приложение 1 – в редакции решения {council} от 21.10.2022 № 165."),
    }[language]  # fmt: skip
    about = {KK: "2022-2024 жылдарға арналған бюджет туралы", RU: "О бюджете на 2022-2024 годы"}[language]
    page = f"# {about}\n\n{CLAUSE[language]}\n\n> *{caption}*\n\n# {title}\n\n> *{note}*\n\n{text.table(language)}"
    return parse_raw(raw(page, meta=META.format(text.requisite, text.later or text.requisite)))


@languages
@pytest.mark.parametrize("council", COUNCILS)
def test_every_row_of_another_council_is_the_printed_one(council: str, language: Language) -> None:
    text = COUNCILS[council]
    parsed = read(text, language)
    assert [(each.place, each.set_by.number, each.unit) for each in parsed.editions] == [
        (text.place, "165", 1000)
    ] * (3 if council == "rayon" else 1)
    for times, edition in enumerate(parsed.editions, start=1):
        assert edition.year == 2021 + times
        printed = [
            (next(filter(None, reversed(codes)), None), name, int(Decimal(printed) * times * 1000))
            for *codes, name, printed in rows_of(language)
        ]
        assert [
            (next(iter(line.codes[-1:]), None), line.name, line.amount) for line in edition.lines
        ] == printed
        assert not [line for line in edition.lines if line.doubt]
    assert parsed.warnings == ()
