"""Names that slipped against codes and amounts are told by the other tables of a decision, and doubted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from parser.kinds import Doubt, FindingKind
from parser.parse import parse_raw
from parser.readers.files import as_raw
from parser.records import ParsedDecision
from parser.tables.slipped_names import find_slipped_names
from tests.parser.typography import BASE

PROGRAMS = ["Дороги", "Мосты", "Парки", "Освещение", "Вода", "Тепло"]
CODES = ["001", "002", "003", "004", "005", "006"]
_TABLES = BASE.index("<table>")
_END = BASE.rindex("</table>") + len("</table>")


@dataclass(frozen=True)
class Called:
    """A row with its name."""

    path: str
    name: str


def table(names: list[str], codes: list[str] = CODES) -> list[Called]:
    return [Called(f"expenditure/07/458/{code}", name) for code, name in zip(codes, names, strict=True)]


def slipped(*tables: list[Called]) -> dict[int, list[str]]:
    found = find_slipped_names(dict(enumerate(tables)))
    return {number: [tables[number][each.row].name for each in rows] for number, rows in found.items()}


def moved(by: int, first: int = 0, last: int = 6) -> list[str]:
    part = PROGRAMS[first:last]
    return [*PROGRAMS[:first], *part[-by:], *part[:-by], *PROGRAMS[last:]]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (moved(1, 1, 5), ["Вода", "Мосты", "Парки", "Освещение"]),  # the last one came first
        (moved(-1, 1, 5), ["Парки", "Освещение", "Вода", "Мосты"]),
        (moved(4), ["Парки", "Освещение", "Вода", "Тепло", "Дороги", "Мосты"]),
        (["Дороги", "Парки", "Мосты", *PROGRAMS[3:]], ["Парки", "Мосты"]),  # two neighbours
        (["Тепло", *PROGRAMS[1:5], "Дороги"], ["Тепло", "Дороги"]),  # far apart: those between are right
        (["", *PROGRAMS[:5]], ["", *PROGRAMS[:5]]),  # the first has none, the last is lost
        (["Скверы", *PROGRAMS[:3], *PROGRAMS[4:]], ["Скверы", "Дороги", "Мосты", "Парки"]),
    ],
)
def test_names_beside_the_codes_of_others_are_told_where_most_tables_have_them_otherwise(
    names: list[str], told: list[str]
) -> None:
    assert slipped(table(PROGRAMS), table(names), table(PROGRAMS)) == {1: told}


def test_of_two_tables_nobody_knows_which_one_slipped() -> None:
    assert sorted(slipped(table(PROGRAMS), table(moved(1)))) == [0, 1]


@pytest.mark.parametrize(
    "other",
    [
        table([name.upper() + "," for name in PROGRAMS]),
        table([*PROGRAMS[:5], "Котельные"]),  # another name
        table(["Скверы", "Площади", *PROGRAMS[2:]]),
        table(PROGRAMS, ["001", "002", "003", "014", "015", "016"]),  # other codes
        table(PROGRAMS, ["001", "002", "003", "005", "014", "016"]),  # a code that is used anew
        table(["Дороги"] * 6),
        table(["Вода", "Дороги", *PROGRAMS[2:4], "Вода", "Дороги"]),  # names that stand twice
        table(PROGRAMS)[::-1],
        table(PROGRAMS)[3:],
    ],
)
def test_other_names_other_codes_and_rows_that_stand_elsewhere_are_nothing(other: list[Called]) -> None:
    assert slipped(table(PROGRAMS), other, table(PROGRAMS)) == {}
    assert slipped(other) == {}


def test_names_that_stand_in_several_places_are_doubted_between_two_that_slipped() -> None:
    twice = ["Дороги", "Мосты", "Услуги", "Парки", "Вода", "Тепло"]
    rows = [*table(twice), Called("expenditure/07/459/001", "Услуги")]
    down = [*table([twice[5], *twice[:5]]), rows[-1]]
    assert slipped(rows, down, rows) == {1: ["Тепло", "Дороги", "Мосты", "Услуги", "Парки", "Вода"]}


def test_a_name_that_stands_elsewhere_too_is_known_by_the_code_that_lost_it() -> None:
    names = ["Отдел", "Дороги", "Мосты", "Отдел", "Вода", "Тепло"]
    down = [names[2], *names[:2], *names[3:]]
    assert slipped(table(names), table(down), table(names)) == {1: ["Мосты", "Отдел", "Дороги"]}


def decision(change: Callable[[str], str]) -> ParsedDecision:
    """A decision with three appendices, the second of them changed."""

    def appendix(number: int, tables: str) -> str:
        return (
            f"<p>Приложение {number} к решению Коктемского городского маслихата от 8 апреля 2013 года № 2-3</p>"
            f"<p>Бюджет города Коктем на {2012 + number} год</p>{tables}"
        )

    tables = BASE[_TABLES:_END]
    printed = [tables, change(tables), tables]
    head = BASE[: BASE.index("<p>Приложение")] if "<p>Приложение" in BASE else BASE[:_TABLES]
    page = head + "".join(appendix(number, each) for number, each in enumerate(printed, start=1))
    return parse_raw(as_raw("x.html", f"{page}</body></html>".encode()))


def swapped(tables: str) -> str:
    one, other = "Общеобразовательное обучение", "Дошкольное воспитание"
    assert tables.count(one) == tables.count(other) == 1
    return tables.replace(one, "\0").replace(other, one).replace("\0", other)


def test_rows_whose_names_slipped_are_doubted_and_told() -> None:
    parsed = decision(swapped)
    assert [edition.year for edition in parsed.editions] == [2013, 2014, 2015]
    doubted = [
        (edition.year, line.path, line.doubt)
        for edition in parsed.editions
        for line in edition.lines
        if line.doubt is not None
    ]
    schools, kindergartens = "expenditure/04/464/003", "expenditure/04/464/009"
    assert doubted == [(2014, schools, Doubt.UNSURE), (2014, kindergartens, Doubt.UNSURE)]
    told = [each.values for each in parsed.warnings if each.kind is FindingKind.NAME_SLIPPED]
    assert [(each["path"], each["name"]) for each in told] == [
        (schools, "Дошкольное воспитание"), (kindergartens, "Общеобразовательное обучение"),
    ]  # fmt: skip
    assert [each["usual"] for each in told] == ["Общеобразовательное обучение", "Дошкольное воспитание"]


def test_tables_that_agree_are_not_doubted() -> None:
    parsed = decision(lambda tables: tables.replace("Дошкольное", "Раннее"))
    assert not [each for each in parsed.warnings if each.kind is FindingKind.NAME_SLIPPED]
    assert not any(line.doubt for edition in parsed.editions for line in edition.lines)
