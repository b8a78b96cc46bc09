"""Which budget and edition a question is answered from: chosen from what is known of them, nothing is read."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.decision.place_kinds import SmallKind
from parser.question.reading import read_question
from parser.records import Language
from storage.answering.asked_budgets import choose_budgets
from storage.answering.asked_place import AskedPlace
from storage.answering.choosing_edition import choose_edition
from storage.answering.edition import AskedEdition
from storage.answering.missing import Missing, MissingKind
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.cards import list_budgets
from storage.reading.catalogue_query import load_catalogue
from storage.reading.places import Home, KnownPlace, know_place, list_places
from storage.search.index import Index
from storage.search.name_columns import NameEntry
from tests.storage.builders import APRIL, JULY, changed, document, edition
from tests.storage.conftest import Load


def known(name: str, *decisions: tuple[int, str, str]) -> KnownPlace:
    """A place by its decisions, the newest first: the budget's first year, a number and a date."""
    return know_place(
        name,
        [
            (BudgetAddress(name, first, first + 2), DecisionAddress(number, dt.date.fromisoformat(date)))
            for first, number, date in decisions
        ],
    )


TARAZ = known("Тараз",
    (2014, "30-2", "2014-07-01"), (2014, "25-1", "2013-12-20"), (2013, "21-3", "2013-12-11"), (2013, "10-3", "2012-12-14"),
)  # fmt: skip
SEMEY = known("Семей", (2013, "12-9", "2013-04-08"))
SHORT = known("Ақ", (2013, "1-1", "2013-01-08"))
PLACES = [TARAZ, SEMEY, SHORT]


def chosen(text: str, home: str | None = None, places: list[KnownPlace] = PLACES) -> list[tuple[str, int]]:
    asked = choose_budgets(Index([], places=places), read_question(text), Home(home) if home else None)
    return [(budget.place, budget.first_year) for budget in asked.budgets]


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("школы", None, [("Тараз", 2014), ("Семей", 2013), ("Ақ", 2013)]),  # amended last first
        ("школы", "Семей", [("Семей", 2013), ("Тараз", 2014), ("Ақ", 2013)]),
        ("школы", "Шымкент", [("Тараз", 2014), ("Семей", 2013), ("Ақ", 2013)]),  # not loaded any more
        ("школы Семея", "Тараз", [("Семей", 2013)]),
        ("школы в Семее", "Тараз", [("Семей", 2013)]),
        ("школы за Семеем", "Тараз", [("Семей", 2013)]),
        ("семья", "Тараз", [("Тараз", 2014), ("Семей", 2013), ("Ақ", 2013)]),
        ("Тараздағы мектептер", "Семей", [("Тараз", 2014)]),
        ("ак", None, [("Тараз", 2014), ("Семей", 2013), ("Ақ", 2013)]),  # too short to be a name
    ],
)
def test_the_place_is_the_one_that_is_named_else_the_one_at_hand(
    text: str, home: str | None, expected: list[tuple[str, int]]
) -> None:
    assert chosen(text, home) == expected


@pytest.mark.parametrize(
    "text", ["школы в Астане", "школы Астаны", "сколько дали Астану", "Астанадағы мектептер"]
)
def test_a_name_that_russian_declines_is_the_place_s(text: str) -> None:
    astana = known("Астана", (2013, "7-1", "2012-12-14"))
    assert chosen(text, "Тараз", [*PLACES, astana]) == [("Астана", 2013)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("расходы города Хромтау", "Хромтау"),
        ("Хромтау қаласының шығындары", "Хромтау"),
        ("расходы Хромтауского района", "Хромтау ауданы"),
        ("расходы по Хромтаускому району", "Хромтау ауданы"),
        ("Хромтау ауданының шығындары", "Хромтау ауданы"),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_town_and_the_district_of_its_name_are_two(text: str, place: str, order: int) -> None:
    town = known("Хромтау", (2013, "7-1", "2012-12-14"))
    district = known("Хромтау ауданы", (2013, "7-2", "2012-12-15"))
    assert chosen(text, "Тараз", [*PLACES, *[town, district][::order]]) == [(place, 2013)]


def test_a_short_name_is_named_by_the_whole_word() -> None:
    village = known("Дөң ауылдық округі, Хромтау ауданы", (2013, "7-1", "2012-12-14"))
    assert chosen("Дөң ауылдық округі", "Тараз", [*PLACES, village]) == [(village.name, 2013)]
    assert chosen("Дөңес", "Тараз", [TARAZ, village])[0] == ("Тараз", 2014)


async def test_the_names_of_a_place_are_those_of_its_texts(load: Load, session: AsyncSession) -> None:
    names = {Language.KK: "Дөң ауылдық округі, Х ауданы", Language.RU: "Донской сельский округ, Х ауданы"}
    await load(*(document(place=place, language=language) for language, place in names.items()))
    (place,) = await list_places(session)
    assert place.own_names == ("Дөң", "Донской")
    assert place.names == {
        Language.KK: "Дөң ауылдық округі, Х ауданы",
        Language.RU: "Донской сельский округ, Х ауданы",
    }
    assert place.kind is SmallKind.RURAL_DISTRICT


@pytest.mark.parametrize(
    ("text", "first_year"),
    [
        ("школы Тараз", 2014),
        ("школы Тараз 2013", 2013),  # a main year before a plan of the next budget
        ("школы Тараз 2014", 2014),
        ("школы Тараз 2015", 2014),  # planned by both: the newest
        ("школы Тараз 2016", 2014),
        ("школы Тараз 2019", 2014),
        ("школы Тараз № 10-3", 2013),
        ("школы Тараз на 01.03.2013", 2013),  # the other was not adopted yet
        ("школы Тараз на 01.03.2014", 2014),
    ],
)
def test_the_budget_is_the_one_that_holds_what_is_asked_for(text: str, first_year: int) -> None:
    assert chosen(text) == [("Тараз", first_year)]


def test_nothing_is_chosen_where_nothing_is_loaded() -> None:
    assert chosen("школы", places=[]) == []


ASTANA = known("Астана", (2023, "201", "2022-12-14"))


@pytest.mark.parametrize(
    ("text", "home", "place"),
    [
        ("образование № 12-9", None, "Семей"),
        ("что изменил № 12-9", "Астана", "Семей"),
        ("образование 2014", None, "Тараз"),
        ("образование 08.04.2013", None, "Тараз"),
        ("образование 2014", "Астана", "Астана"),  # who asks of Astana is told that it is not loaded
        ("образование 1999", None, "Астана"),  # nobody has it
        ("образование № 77-7", None, "Астана"),
    ],
)
def test_a_place_that_has_what_is_asked_comes_first(text: str, home: str | None, place: str) -> None:
    assert chosen(text, home, [ASTANA, *PLACES])[0][0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [("Жұмыспен қамту 2020", "Тараз"), ("Жұмыспен қамту 2020 жылы", "Астана")],  # a name's number; a year
)
def test_a_number_of_names_chooses_no_place(text: str, place: str) -> None:
    names = [NameEntry("expenditure/06/451/002", Language.KK, "Жұмыспен қамту 2020 бағдарламасы")]
    later = known("Астана", (2020, "201", "2019-12-14"))
    asked = choose_budgets(Index(names, places=[TARAZ, later]), read_question(text))
    assert asked.budgets[0].place == place


def test_only_so_many_places_are_tried() -> None:
    many = [known(f"Саумал{number}", (2013, "1-1", "2013-01-08")) for number in range(20)]
    tried = chosen("школы", "Саумал15", many)
    assert [place for place, _ in tried] == ["Саумал15", *(f"Саумал{number}" for number in range(6))]


async def test_places_are_listed_by_their_newest_decision(load: Load, session: AsyncSession) -> None:
    await load(
        document(place="Тараз"),
        document(APRIL, [edition(APRIL)], place="Семей"),
        document(JULY, [changed(JULY, {})], place="Тараз"),
    )
    places = await list_places(session)
    assert [(place.name, place.own_names[0]) for place in places] == [("Тараз", "Тараз"), ("Семей", "Семей")]
    assert [decision.number for _, decision in places[0].decisions] == ["15-3", "10-3"]


async def asked(load: Load, session: AsyncSession, text: str) -> AskedEdition:
    """The edition of a budget with the plan of 2014 and two amendments."""
    await load(
        document(editions=[edition(), edition(year=2014)]),
        document(APRIL, [edition(APRIL)]),
        document(JULY, [edition(JULY)]),
    )
    [budget] = await list_budgets(session)
    catalogue = await load_catalogue(StoredReader(session), budget)
    assert catalogue is not None
    found = choose_edition(Index([]), catalogue, read_question(text), AskedPlace())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "year", "number", "is_newest", "missing"),
    [
        ("школы", 2013, "15-3", True, None),
        ("школы 2014", 2014, "10-3", True, None),
        ("школы 2019", 2013, "15-3", True, Missing(MissingKind.YEAR, "2019")),
        ("школы № 12-3", 2013, "12-3", False, None),
        ("школы 12-3", 2013, "12-3", False, None),
        ("школы № 99-9", 2013, "15-3", True, Missing(MissingKind.DECISION, "99-9")),
        ("школы 99-9", 2013, "15-3", True, None),  # a code, as far as can be told
        ("школы на 01.05.2013", 2013, "12-3", False, None),
        ("школы на 07.04.2013", 2013, "10-3", False, None),
        ("школы на 08.04.2013", 2013, "12-3", False, None),  # on the very day
        ("школы на 01.01.2012", 2013, "15-3", True, Missing(MissingKind.DATE, "2012-01-01")),
        ("школы в июле", 2013, "15-3", False, None),
        ("школы в мае", 2013, "15-3", True, Missing(MissingKind.MONTH, "5")),
        ("школы в последнем решении", 2013, "15-3", False, None),
        ("школы в предыдущем решении", 2013, "12-3", False, None),
        ("алдыңғы шешімдегі мектептер", 2013, "12-3", False, None),
        ("школы в первом решении", 2013, "10-3", False, None),
        ("школы после первой поправки", 2013, "12-3", False, None),
        ("екінші түзетудегі мектептер", 2013, "15-3", False, None),
        ("школы в пятом решении", 2013, "15-3", True, Missing(MissingKind.STANDING, "3")),
        ("школы на конец года", 2013, "15-3", False, None),
        ("утверждённые школы", 2013, "10-3", False, None),
    ],
)
async def test_the_edition_is_the_newest_unless_another_is_asked_for(
    load: Load,
    session: AsyncSession,
    text: str,
    year: int,
    number: str,
    is_newest: bool,
    missing: Missing | None,
) -> None:
    found = await asked(load, session, text)
    assert (found.edition.year, found.edition.decision.number, found.missing) == (year, number, missing)
    assert (found.decision is None) == is_newest


async def test_what_chose_the_edition_names_no_line(load: Load, session: AsyncSession) -> None:
    for text in ("школы 2014", "школы 12-3", "школы 2019"):
        question = read_question(text)
        rest = (await asked(load, session, text)).rest_of(question)
        assert [token.folded for token in rest.tokens if not token.filler] == ["школы"]
        assert (rest.codes, rest.amounts) == ((), ())


@pytest.mark.parametrize("text", ["12-3 458 15-3", "15-3 458 12-3", "458 12-3 15-3", "12-3 15-3 458"])
async def test_a_code_among_numbers_of_decisions_is_left(
    load: Load, session: AsyncSession, text: str
) -> None:
    rest = (await asked(load, session, text)).rest_of(read_question(text))
    assert rest.codes == (("458",),)


async def test_the_other_editions_of_the_year_come_newest_first(load: Load, session: AsyncSession) -> None:
    found = await asked(load, session, "школы № 12-3")
    others = [(each.edition.decision.number, each.decision is None) for each in found.editions()]
    assert others == [("12-3", False), ("15-3", True), ("10-3", False)]
