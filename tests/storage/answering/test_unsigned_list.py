"""Lines that are named one after another with no sign between them."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from storage.answering.unsigned_list import is_plain, read_noun_case_rows, sign_list
from storage.search.index import Index
from tests.harness.rows import of_each


@of_each("row", read_noun_case_rows())
def test_an_example_stands_as_a_list_has_it(row: ListRow) -> None:
    written, typed = row["example"].split()
    assert is_plain(typed, written)
    assert not is_plain(f"{typed}ов", written)


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("школы садики дороги", "школы, садики, дороги"),
        ("садики школы и кружки по отдельности", "садики, школы и кружки по отдельности"),
        ("детский сад школа кружки", "детский сад, школа, кружки"),
        ("мектеп балабақша кітапхана", "мектеп, балабақша, кітапхана"),
        ("мектепке балабақшаға кітапханаға қанша", "мектепке, балабақшаға, кітапханаға қанша"),
        ("убери из расходов образование жкх и социалку", "убери из расходов образование, жкх и социалку"),
    ],
)
def test_three_entries_of_one_case_are_a_list(index: Index, text: str, signed: str) -> None:
    assert sign_list(index, read_question(text)).text == signed


@pytest.mark.parametrize(
    "text",
    [
        "школы садики",  # of two the second may say more of the first
        "ремонт школы дороги",  # one phrase has the first two
        "школы садиков дорог",  # another case
        "школы, садики, дороги",
        "школы - садики - дороги",
        "сады детские и школы средние",  # what stands behind a noun tells of it
        "спорт культура туризм",  # the name of one line has them
        "мектеп балабақшаға кітапхана",
        "школы 464 садики дороги",
    ],
)
def test_all_else_stays_as_it_is(index: Index, text: str) -> None:
    question = read_question(text)
    assert sign_list(index, question) is question
