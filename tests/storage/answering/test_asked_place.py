"""Which place a question names: among places that are loaded, and those that are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from parser.question.reading import read_question
from parser.records import Language
from parser.text.word_lists import ListRow
from storage.answering.asked_budgets import choose_budgets, names_year
from storage.answering.asked_place import read_place
from storage.answering.unlisted_place import read_abroad_rows
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.places import Home, KnownPlace, know_place
from storage.search.index import Index
from storage.search.name_columns import NameEntry
from tests.harness.rows import of_each

KK, RU = Language.KK, Language.RU
NAMES = (
    ("expenditure/04/464/040", RU, "Реализация проекта «Балапан» в детских садах"),
    ("expenditure/06/451/002", RU, "Дорожная карта занятости 2020"),
    ("expenditure/07/458/015", KK, "Көшелерді жарықтандыру"),
    ("expenditure/10/462", KK, "Ауыл шаруашылығы бөлімі"),
    ("expenditure/12/458/023", RU, "Ремонт автомобильных дорог"),
    ("expenditure/04/464/003", RU, "Школы и образование"),
)


def place(name: str, date: str = "2012-12-14", printed: Iterable[tuple[Language, str]] = ()) -> KnownPlace:
    decision = DecisionAddress("1-1", dt.date.fromisoformat(date))
    return know_place(name, [(BudgetAddress(name, 2013, 2015), decision)], printed)


VILLAGE = "Жалғызтөбе ауылдық округі, Байзақ ауданы"
OTHER_VILLAGE = "Балапан ауылдық округі, Байзақ ауданы"
LOADED = (
    place("Тараз"),
    place("Хромтау ауданы"),
    place("Хромтау"),
    place("Астана"),
    place(VILLAGE, printed=[(RU, "Жалгызтюбинский сельский округ, Байзақ ауданы"), (KK, VILLAGE)]),
    place(OTHER_VILLAGE),
)


def index(*places: KnownPlace) -> Index:
    return Index([NameEntry(*name) for name in NAMES], places=places)


INDEX = index(*LOADED)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("школы Тараза", ["Тараз"]),
        ("в Таразе", ["Тараз"]),
        ("таразские школы", ["Тараз"]),
        ("Тараздағы мектептер", ["Тараз"]),
        ("taraz mektepteri", ["Тараз"]),
        ("школы Джамбула", ["Тараз"]),  # as it was called
        ("город Хромтау", ["Хромтау"]),
        ("г. Хромтау дороги", ["Хромтау"]),
        ("Хромтауский район", ["Хромтау ауданы"]),
        ("Хромтау ауданының мектептері", ["Хромтау ауданы"]),
        ("хромтауский р-н", ["Хромтау ауданы"]),
        ("Хромтау", ["Хромтау ауданы", "Хромтау"]),  # which is asked
        ("освещение в Жалгызтюбинском округе", [VILLAGE]),
        ("Жалгызтюбинский с/о", [VILLAGE]),
        ("в Жалғызтөбе", [VILLAGE]),
        ("Жалғызтөбе ауылында су", [VILLAGE]),
        ("Жалғызтөбе, Байзақский район", [VILLAGE]),
        ("дороги Нур-Султана", ["Астана"]),  # renamed
        ("Целиноград, школы", ["Астана"]),
        ("столица, школы", ["Астана"]),
        ("в Балапане дороги", ["Балапан ауылдық округі, Байзақ ауданы"]),
        ("проект Балапан в садах", []),  # a line's name
        ("улица Тараза", []),
        ("освещение улиц Тараз", ["Тараз"]),  # of many streets it is the place
        ("Тараз көшелерін жарықтандыру", ["Тараз"]),
        ("Тараз көшесі", []),
        ("Хромтауская область Тараз", ["Тараз"]),
    ],
)
def test_a_loaded_place_is_known_by_all_its_names(text: str, places: list[str]) -> None:
    found = read_place(INDEX, read_question(text))
    assert [known.name for known in found.places] == places


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("в Костанае", "Қостанай"),
        ("Оралда мектептер", "Орал"),
        ("мектептер Оралда", "Орал"),
        ("школы Усть-Каменогорска", "Өскемен"),
        ("усть каменогорск дороги", "Өскемен"),
        ("Оскеменде жол", "Өскемен"),
        ("дороги Семипалатинска", "Семей"),
        ("школы в Кентау", "Кентау"),
        ("Кентаудағы мектептер", "Кентау"),
        ("Алматы облысының кірістері", "Алматы облысы"),
        ("доходы Алматинской области", "Алматы облысы"),
        ("область Абай", "Абай облысы"),
        ("ЗКО школы", "Батыс Қазақстан облысы"),
        ("Байзакский район", "Байзақ ауданы"),
        ("Шал ақын ауданында", "Шал ақын ауданы"),
        ("район Шал акына", "Шал ақын ауданы"),
        ("в Темире дороги", "Темір"),
        ("город Темир", "Темір"),
        ("в ауле Акжар", "село Акжар"),
        ("село акжар дороги", "село акжар"),
        ("Ақжар ауылында су", "Ақжар ауылы"),
        ("мерке ауданында мектептер", "Меркі ауданы"),
        ("ақжар ауылының жолы", "ақжар ауылы"),
        ("Акжарский с/о", "Акжарский сельский округ"),
        ("вода в Акжарском сельском округе", "Акжарский сельский округ"),
        ("в городе Ташкент", "Ташкент"),
        ("Ақжар ауылы, Хромтау ауданы", "Ақжар ауылы"),  # no other village's, no district's money
        ("село Тараз", "село Тараз"),
        ("бюджет станции Тараз", "станция Тараз"),  # nor the town's
        ("вода на станции Никельтау", "станция Никельтау"),
        ("шолақ стансасының бюджеті", "шолақ стансасы"),
        ("бюджет 40 разъезда", "разъезд 40"),
        ("бюджет Глубокого", "Глубокое ауданы"),
        ("бюджет Октябрьска", "Қандыағаш"),
        ("Қашыр бюджеті", "Қашыр ауданы"),
    ],
)
def test_a_place_that_is_not_loaded_is_known_to_be_one(text: str, missing: str) -> None:
    found = read_place(INDEX, read_question(text))
    assert (found.missing, found.places) == (missing, ())


@pytest.mark.parametrize(
    "text",
    [
        "жақсы мектептер",
        "школы в мае",
        "темир",
        "шет тілі",
        "улица Абая",
        "Абай көшесін жөндеу",
        "школа имени Абая",
        "мкр Алатау",
        "воду в село",
        "ауыл шаруашылығы",
        "біздің ауылға су",
        "в области образования",
        "аким сельского округа",
        "ремонт в селе дорги",  # mistyped
        "насосная станция",
        "строительство газовой станции",
        "станция юных натуралистов",
        "есік жөндеу",
        "қалай өсті",
        "семья",
        "школы и дороги",
        "білім беруге ТКШ-ға қарағанда көп",
        "сколько на поддержку малообеспеченных семей",
        "помощь нуждающихся семей",
        "тексер: мектептерге ТКШ-ға қарағанда",
        "октябрьский праздник",
        "до октябрьских изменений",
        "на октябрьскую ярмарку",
        "глубокие колодцы",
    ],
)
def test_an_ordinary_word_is_no_place(text: str) -> None:
    found = read_place(INDEX, read_question(text))
    assert (found.missing, found.places, found.words) == (None, (), frozenset())


def test_the_words_of_a_place_and_of_its_kind_name_no_line() -> None:
    assert read_place(INDEX, read_question("доходы Алматинской области")).words == {"almatinskoi", "oblasti"}
    assert read_place(INDEX, read_question("школы г. Хромтау")).words == {"g", "hromtau"}


def test_two_places_are_compared() -> None:
    found = read_place(INDEX, read_question("школы Тараза и Астаны"))
    assert ([known.name for known in found.places], [known.name for known in found.beside]) == (
        ["Тараз"],
        ["Астана"],
    )


@pytest.mark.parametrize(
    ("places", "home", "budgets", "choice", "assumed"),
    [
        (("Тараз",), None, ["Тараз"], [], False),
        (("Тараз", "Астана"), None, ["Тараз", "Астана"], [], True),
        (("Тараз", "Астана"), "Астана", ["Астана", "Тараз"], [], False),
        ((VILLAGE, "Тараз"), None, ["Тараз", VILLAGE], [], True),  # a village answers nobody else
        ((VILLAGE,), None, [VILLAGE], [], False),
        ((VILLAGE, "Дөң ауылдық округі"), None, [], [VILLAGE, "Дөң ауылдық округі"], False),
        ((VILLAGE, "Дөң ауылдық округі"), VILLAGE, [VILLAGE, "Дөң ауылдық округі"], [], False),
        (
            (VILLAGE, "ауылдық округтер, Байзақ ауданы"),
            None,
            ["ауылдық округтер, Байзақ ауданы", VILLAGE],
            [],
            True,
        ),
        ((), None, [], [], False),
    ],
)
def test_a_question_without_a_place_is_answered_from_the_person_s_own_else_the_only_one(
    places: tuple[str, ...], home: str | None, budgets: list[str], choice: list[str], assumed: bool
) -> None:
    found = choose_budgets(index(*map(place, places)), read_question("школы"), Home(home) if home else None)
    assert [budget.place for budget in found.budgets] == budgets
    assert [budget.place for budget in found.to_choose] == choice
    assert found.is_assumed is assumed


def test_a_home_is_found_by_the_name_that_it_had_when_it_was_kept() -> None:
    home = "Жалгызтюбинский сельский округ, Байзакский район"
    assert choose_budgets(INDEX, read_question("школы"), Home(home)).budgets[0].place == VILLAGE


def test_a_district_that_is_not_loaded_is_answered_by_its_villages() -> None:
    summary = "ауылдық округтер, Байзақ ауданы"
    asked = read_question("расходы Байзакского района")
    villages = choose_budgets(index(place("Тараз"), place(VILLAGE)), asked)
    assert (villages.budgets, [budget.place for budget in villages.to_choose]) == ((), [VILLAGE])
    together = choose_budgets(index(place("Тараз"), place(VILLAGE), place(summary)), asked)
    assert [budget.place for budget in together.budgets] == [summary]
    assert together.place.missing == "Байзақ ауданы"


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("образование 2020", 2020, True),
        ("карта занятости 2020", 2020, False),
        ("карта занятости 2020 год", 2020, True),
        ("2020", 2020, True),
    ],
)
def test_a_number_is_a_year_unless_a_name_holds_it_with_all_else(
    text: str, year: int, expected: bool
) -> None:
    assert names_year(INDEX, read_question(text), year) is expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Жалғызтөбе ауылдық округі, Байзақ ауданы", "свет в Жалгызтюбинском округе"),
        ("Жалгызтюбинский сельский округ, Байзақ ауданы", "Жалғызтөбе ауылында жарық"),
    ],
)
def test_a_village_whose_name_is_known_in_the_other_language_is_asked_for(name: str, text: str) -> None:
    known = index(place("Тараз"), place(name), place("Дөң ауылдық округі, Байзақ ауданы"))
    found = choose_budgets(known, read_question(text))
    assert (found.budgets, found.place.missing) == ((), None)
    assert [budget.place for budget in found.to_choose] == [name]
    other = choose_budgets(known, read_question("свет в Акжарском округе"))
    assert other.place.missing == "Акжарский сельский округ"


def test_places_side_by_side_stay_so_whichever_of_them_a_button_is_about() -> None:
    question = read_question("образование Тараза и Астаны")
    both = choose_budgets(INDEX, question).budgets
    assert [budget.place for budget in both] == ["Тараз", "Астана"]
    for budget in both:
        assert choose_budgets(INDEX, question, chosen=budget).budgets == both
    other = BudgetAddress("Хромтау", 2013, 2015)
    assert choose_budgets(INDEX, question, chosen=other).budgets == (other,)


@of_each("row", read_abroad_rows())
def test_a_place_abroad_is_said_to_be_not_loaded(row: ListRow) -> None:
    found = read_place(INDEX, read_question(row["example"]))
    assert found.missing in {row["kazakh"], row["russian"]}
    assert found.places == ()


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("Темір", True),
        ("бюджет Темира", True),
        ("темір", False),
        ("темір неге", False),
        ("в Октябрьске на школы", True),
        ("дороги в Мартуке", True),
        ("Мартуке на школы", True),
    ],
)
def test_a_listed_name_that_is_all_of_a_message_is_a_place(text: str, *, is_place: bool) -> None:
    assert (read_place(INDEX, read_question(text)).missing is not None) is is_place


@pytest.mark.parametrize(
    "text",
    [
        "дорога Западная Европа Западный Китай",
        "Батыс Еуропа Батыс Қытай жолына қанша",
        "дороги до Москвы",
        "Мәскеуге дейін жол",
        "школа Россия",
        "ремонт улицы Москва",
        "Берлин көшесі",
    ],
)
def test_what_is_only_called_after_a_place_abroad_is_no_place(text: str) -> None:
    assert read_place(INDEX, read_question(text)).missing is None


@pytest.mark.parametrize(
    "text", ["Мәскеу мектептері", "сколько Москва тратит на школы", "дороги Баку", "бюджет Россия"]
)
def test_a_place_abroad_whose_budget_is_asked_for_is_one(text: str) -> None:
    assert read_place(INDEX, read_question(text)).missing is not None


@pytest.mark.parametrize(
    ("text", "places", "missing"),
    [
        ("садики Алматы и Москвы", [], ["Алматы", "Москва"]),
        ("Алматы мен Мәскеудің балабақшалары", [], ["Алматы", "Мәскеу"]),
        ("школы Тараза, Шымкента и Парижа", ["Тараз"], ["Шымкент", "Париж"]),
        ("бюджет Москвы и села Акжар", [], ["Москва", "село Акжар"]),
        ("бюджет села Акжар и города Москвы", [], ["село Акжар", "Москва"]),
        ("Мәскеу мен Ақжар ауылының бюджеті", [], ["Мәскеу", "Ақжар ауылы"]),
        ("республиканский бюджет и бюджет Москвы", [], ["Республика Казахстан", "Москва"]),
        ("школы Тараза и Акжарского района", ["Тараз"], ["Ақжар ауданы"]),
        ("в селе Акжар, Тараз", [], ["село Акжар"]),  # the other one is where it lies
        ("Жалғызтөбе мен Балапан ауылдық округі", [VILLAGE, OTHER_VILLAGE], []),
        ("в Жалғызтөбе и в Таразе", [VILLAGE, "Тараз"], []),
        ("Жалғызтөбе и Акжарский с/о", [VILLAGE], ["Акжарский сельский округ"]),
        ("ал Жалғызтөбенікі ше", [VILLAGE], []),
    ],
)
def test_no_place_of_several_is_dropped(text: str, places: list[str], missing: list[str]) -> None:
    found = read_place(INDEX, read_question(text))
    assert [known.name for known in (*found.places, *found.beside)] == places
    assert [*filter(None, [found.missing, *found.further])] == missing


@pytest.mark.parametrize(
    ("text", "missing"), [("ағаштарды ақтауға қанша", None), ("мектептерге Ақтауда қанша", "Ақтау")]
)
def test_a_deed_done_to_something_is_no_place(text: str, missing: str | None) -> None:
    assert read_place(INDEX, read_question(text)).missing == missing
