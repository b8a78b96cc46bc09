"""What money comes in from, and to whom it is given up: by itself each names what it names elsewhere."""

from __future__ import annotations

import pytest

from parser.question.given_up import tells_of_giving_up
from parser.question.incoming import tells_of_receipts
from parser.question.reading import read_question
from parser.records import Language
from parser.text.word_lists import ListRow
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon, read_given_up_rows, read_received_rows
from storage.search.rank import rank
from tests.harness.rows import of_each

ROWS = read_received_rows()
OFFICE, TAX, SALE, ROADS = "expenditure/10/463", "revenue/1/04/3", "revenue/3/03/1", "expenditure/12/458/023"
LAND = Index(
    [
        NameEntry(OFFICE, Language.KK, "Ауданның жер қатынастары бөлімі"),
        NameEntry(OFFICE, Language.RU, "Отдел земельных отношений района"),
        NameEntry(TAX, Language.KK, "Жер салығы"),
        NameEntry(TAX, Language.RU, "Земельный налог"),
        NameEntry(SALE, Language.KK, "Жерді сату"),
        NameEntry(SALE, Language.RU, "Продажа земли"),
        NameEntry(ROADS, Language.RU, "Обеспечение функционирования автомобильных дорог"),
    ],
    load_lexicon(),
)


@of_each("row", ROWS)
def test_each_row_leads_to_its_revenue(row: ListRow) -> None:
    term = row["russian_terms"].split(" | ")[0]
    index = Index([NameEntry("revenue/1/01/2", Language.RU, term)], load_lexicon())
    tokens = read_question(row["example"]).tokens
    assert tells_of_receipts(tokens)
    assert [line.path for line in rank(index, tokens)] == ["revenue/1/01/2"]


@pytest.mark.parametrize(
    "text", ["жерден қанша түсті", "сколько собирают с земли", "жерден канша тусти", "доходы от земли"]
)
def test_what_money_comes_in_from_is_no_office(text: str) -> None:
    assert {line.path for line in rank(LAND, read_question(text).tokens)} == {TAX, SALE}


@pytest.mark.parametrize("text", ["жерге қанша бөлінді", "сколько на землю", "жер", "сколько берут на землю"])
def test_what_money_is_spent_on_is_an_office(text: str) -> None:
    assert rank(LAND, read_question(text).tokens)[0].path == OFFICE


@pytest.mark.parametrize(
    "text", ["предприниматели", "предпринимателям", "кәсіпкерлер", "сколько на предпринимателей"]
)
def test_who_pays_is_also_who_is_helped(text: str) -> None:
    fees = "Сборы за ведение предпринимательской и профессиональной деятельности"
    office = "Услуги по реализации государственной политики на местном уровне в области развития предпринимательства"
    entries = [
        NameEntry("revenue/1/05/4", Language.RU, fees),
        NameEntry("expenditure/13/469/001", Language.RU, office),
    ]
    (best, *_) = rank(Index(entries, load_lexicon()), read_question(text).tokens)
    assert (best.path, best.through) == ("expenditure/13/469/001", True)


def test_what_is_spent_is_only_offered_where_money_comes_in() -> None:
    found = rank(LAND, read_question("сколько собирают с дорог").tokens)
    assert [(line.path, line.weak) for line in found] == [(ROADS, True)]


@pytest.mark.parametrize(
    ("text", "comes_in"),
    [
        ("бизнес сколько платит в бюджет", True),
        ("сколько платят учителям", False),
        ("бюджеттен мектепке қанша бөлінді", False),
        ("область дала сколько", False),
        ("сколько из области идёт на школы", False),
        ("халықтан қанша жиналады", True),
    ],
)
def test_when_money_comes_in(text: str, *, comes_in: bool) -> None:
    assert tells_of_receipts(read_question(text).tokens) is comes_in


@of_each("row", read_given_up_rows())
def test_each_budget_above_leads_to_what_is_given_up_to_it(row: ListRow) -> None:
    terms = row["russian_terms"].split(" | ")
    land = "Изъятие, в том числе путем выкупа земельных участков для государственных надобностей"
    names = {f"expenditure/15/452/{code}": term for code, term in zip(("007", "024"), terms, strict=True)}
    entries = [NameEntry(path, Language.RU, name) for path, name in names.items()]
    index = Index([*entries, NameEntry("expenditure/07/458/002", Language.RU, land)], load_lexicon())
    found = [line.path for line in rank(index, read_question(row["example"]).tokens)]
    assert found == list(names)


@pytest.mark.parametrize(
    ("text", "goes_up"),
    [
        ("сколько отдаём области", True),
        ("область отдаёт сколько", False),
        ("сколько отдаёт нам область", False),
        ("область забирает сколько", True),
        ("облысқа қанша береміз", True),
        ("облыс қанша береді", False),
        ("сколько в области на школы", False),
        ("сколько город даёт области", True),
        ("сколько область даёт городу", False),
        ("даём области", True),
    ],
)
def test_when_money_goes_up(text: str, *, goes_up: bool) -> None:
    tokens = read_question(text).tokens
    named = [number for number, token in enumerate(tokens) if token.sound.startswith("obl")]
    assert tells_of_giving_up(tokens, named) is goes_up


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("сколько получаем за аренду", True),
        ("сколько платим за аренду", False),
        ("қанша жер сатылды", True),
        ("қанша жер сатып алынды", False),
        ("сколько вернули кредитов району", True),
        ("сколько район вернул кредитов", False),
    ],
)
def test_what_is_earned_is_asserted_where_nothing_is_paid(text: str, *, sure: bool) -> None:
    names = {
        "revenue/2/01/5": (
            Language.RU,
            "Доходы от аренды имущества, находящегося в государственной собственности",
        ),
        "revenue/3/03/1": (Language.KK, "Жерді сату"),
        "net_lending/5": (Language.RU, "Погашение бюджетных кредитов"),
    }
    index = Index([NameEntry(path, *name) for path, name in names.items()], load_lexicon())
    assert any(not line.weak for line in rank(index, read_question(text).tokens)) is sure


def test_what_comes_from_a_budget_is_never_what_goes_to_it() -> None:
    name = read_given_up_rows()[0]["russian_terms"].split(" | ")[1]
    index = Index([NameEntry("expenditure/15/459/024", Language.RU, name)], load_lexicon())
    asked = {"компенсация области": True, "компенсация из области": False}
    for text, leads in asked.items():
        assert any(line.through for line in rank(index, read_question(text).tokens)) is leads


@pytest.mark.parametrize(
    "text", ["сколько денег ушло в область", "облысқа кеткен ақша", "перечислили в область"]
)
def test_what_goes_up_is_never_what_comes_from_there(text: str) -> None:
    names = {
        "revenue/4/02/2": (Language.RU, "Трансферты из областного бюджета"),
        "revenue/4/02/3": (Language.KK, "Облыстық бюджеттен түсетін трансферттер"),
    }
    index = Index([NameEntry(path, *name) for path, name in names.items()], load_lexicon())
    assert not [line for line in rank(index, read_question(text).tokens) if line.through and not line.weak]
