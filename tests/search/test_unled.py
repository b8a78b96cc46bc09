"""Known things that no loaded budget has a line of."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.unled import UnledThing, find_unled

VILLAGE_LINES = (
    NameEntry("revenue/1/04/4", Language.RU, "Налог на транспортные средства"),
    NameEntry("expenditure/07", Language.RU, "Жилищно-коммунальное хозяйство"),
    NameEntry("expenditure/07/124/008", Language.RU, "Освещение улиц в населенных пунктах"),
    NameEntry("expenditure/07/124/010", Language.RU, "Содержание мест захоронений и погребение безродных"),
    NameEntry("expenditure/07/124/014", Language.RU, "Организация водоснабжения населенных пунктов"),
)
VILLAGE = Index(VILLAGE_LINES, load_lexicon())


@pytest.mark.parametrize("text", ["школа", "сколько на школы", "мектептерге қанша бөлінді", "наши школы"])
def test_a_known_thing_of_a_group_that_is_not_there(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) == UnledThing("expenditure/04", has_branch=False)


@pytest.mark.parametrize("text", ["газ құбыры", "газопровод", "газ құбырына қанша"])
def test_a_known_thing_of_a_group_that_is_there(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) == UnledThing("expenditure/07", has_branch=True)


@pytest.mark.parametrize("text", ["больница", "ауруханаларға қанша"])
def test_a_long_name_of_another_group_that_mentions_it_is_none(text: str) -> None:
    fuel = "Оказание социальной помощи на приобретение топлива специалистам здравоохранения и образования"
    index = Index([NameEntry("expenditure/06/801/006", Language.RU, fuel)], load_lexicon())
    assert find_unled(index, read_question(text).tokens) == UnledThing("expenditure/05", has_branch=False)


@pytest.mark.parametrize(
    "text",
    ["новая школа", "ремонт первой школы", "школа Простоквашинская", "областная школа", "жаңа мектеп алу"],
)
def test_a_word_that_tells_which_one_makes_it_no_line(text: str) -> None:
    thing = find_unled(VILLAGE, read_question(text).tokens)
    assert (thing and thing.branch, thing and thing.has_branch) == ("expenditure/04", False)


@pytest.mark.parametrize("text", ["школа и вода", "освещение школы", "водоснабжение школы", "школьная вода"])
def test_a_word_of_a_line_beside_it_names_that(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) is None


@pytest.mark.parametrize(
    ("text", "branch"),
    [
        ("образование", "expenditure/04"),
        ("білім", "expenditure/04"),
        ("на образование сколько", "expenditure/04"),
        ("здравоохранение", "expenditure/05"),
        ("денсаулық сақтау", "expenditure/05"),
    ],
)
def test_a_group_is_no_name_that_mentions_it(text: str, branch: str) -> None:
    russian = (
        "Оказание социальной помощи на приобретение топлива специалистам здравоохранения, "
        "образования, социального обеспечения, культуры, спорта и ветеринарии в сельской местности "
        "в соответствии с законодательством Республики Казахстан"
    )
    kazakh = (
        "Ауылдық жерлерде тұратын денсаулық сақтау, білім беру, әлеуметтік қамтамасыз ету, "
        "мәдениет, спорт және ветеринар мамандарына отын сатып алуға Қазақстан Республикасының "
        "заңнамасына сәйкес әлеуметтік көмек көрсету"
    )
    entries = [
        NameEntry("expenditure/06/451/004", Language.RU, russian),
        NameEntry("expenditure/06/451/004", Language.KK, kazakh),
    ]
    index = Index([*VILLAGE_LINES, *entries], load_lexicon())
    assert find_unled(index, read_question(text).tokens) == UnledThing(branch, has_branch=False)


def test_a_group_of_another_path_is_what_is_asked() -> None:
    index = Index([NameEntry("expenditure/13/1", Language.RU, "Образование")], load_lexicon())
    assert find_unled(index, read_question("образование").tokens) is None


@pytest.mark.parametrize("text", ["мал қорымы", "земельный налог", "жер салығы"])
def test_what_shares_a_word_with_it_is_another_thing(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) is not None


@pytest.mark.parametrize(
    ("text", "branch"),
    [
        ("строительство аэропорта", "expenditure/12"),
        ("университет салу", "expenditure/04"),
        ("строительство тюрьмы", "expenditure/99"),  # no budget of a council has one
        ("строительство дельфинария", None),
    ],
)
def test_what_is_done_with_a_known_thing_makes_it_no_other(text: str, branch: str | None) -> None:
    found = find_unled(VILLAGE, read_question(text).tokens)
    has_branch = branch is None or branch in VILLAGE.words.names_of
    assert found == UnledThing(branch, has_branch=has_branch, of_deed=True)


@pytest.mark.parametrize("text", ["сколько на пенсии", "зейнетақыға қанша бөлінген", "прокуратура"])
def test_what_other_budgets_pay_has_a_group_that_none_has(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) == UnledThing("expenditure/99", has_branch=False)


@pytest.mark.parametrize(
    "text", ["строительство", "развитие водопровода", "ремонт фонарей", "су құбырын жөндеу"]
)
def test_what_is_done_with_a_thing_that_is_there(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) is None


@pytest.mark.parametrize(
    "text",
    [
        "фонари",
        "кладбище",
        "зират",
        "налог на машины",
        "водопровод",
        "школа и фонари",
        "абракадабра",
        "сколько",
    ],
)
def test_what_a_budget_has_and_what_nobody_knows(text: str) -> None:
    assert find_unled(VILLAGE, read_question(text).tokens) is None
