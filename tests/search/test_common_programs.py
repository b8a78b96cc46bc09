"""Programs that any administrator may have are of what the words that name them are of."""

from __future__ import annotations

from parser.question.reading import read_question
from parser.records import Language
from parser.text.word_lists import ListRow, read_list
from storage.search.candidate import Ranked
from storage.search.common_programs import COMMON_PROGRAM_COLUMNS
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import rank
from storage.search.unled import UnledThing, find_unled
from tests.harness.rows import of_each

ROWS = read_list("common_programs.tsv", COMMON_PROGRAM_COLUMNS)
LEXICON = load_lexicon()
HOME, ROADS = "expenditure/04/464/067", "expenditure/12/458/023"


def index(row: ListRow, *paths: str) -> Index:
    """A budget with the program at some paths, and a line of something else."""
    entries = [NameEntry(path, language, row["program"]) for path in paths for language in Language]
    return Index([*entries, NameEntry(ROADS, Language.RU, "Ремонт автомобильных дорог")], LEXICON)


def elsewhere(row: ListRow) -> str:
    return f"expenditure/{row['elsewhere']}/457/032"


def led_to(budget: Index, asked: str) -> list[Ranked]:
    return [line for line in rank(budget, read_question(asked).tokens) if line.through]


@of_each("row", ROWS)
def test_a_phrase_means_only_the_line_of_its_own_group(row: ListRow) -> None:
    found = led_to(index(row, HOME, elsewhere(row)), row["example"])
    assert [line.path for line in found] == [HOME]


@of_each("row", ROWS)
def test_where_that_group_has_none_there_is_no_such_line(row: ListRow) -> None:
    budget = index(row, elsewhere(row))
    assert led_to(budget, row["example"]) == []
    thing = find_unled(budget, read_question(row["example"]).tokens)
    assert thing == UnledThing("expenditure/04", has_branch=False)


@of_each("row", ROWS)
def test_the_program_by_its_own_name_is_any_line_of_it(row: ListRow) -> None:
    budget = index(row, HOME, elsewhere(row))
    assert {line.path for line in rank(budget, read_question(row["program"]).tokens)} >= {
        HOME,
        elsewhere(row),
    }
