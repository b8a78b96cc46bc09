"""Phrases as patterns of words: which typed words they take, and where they stand."""

from __future__ import annotations

import pytest

from parser.question.amount_seen import read_amount_seen_rows
from parser.question.beyond_plan import load_beyond_plan, read_beyond_plan_rows
from parser.question.bot_itself import read_bot_itself_rows
from parser.question.hearsay import read_hearsay_rows
from parser.question.intents import Unheld
from parser.question.reading import read_question
from parser.question.word_patterns import KIND_COLUMNS, Phrases
from parser.text.word_lists import ListRow, WordListError, read_list


def test_every_kind_is_used_and_every_pattern_stands_once_in_its_kind() -> None:
    rows = (*read_beyond_plan_rows(), *read_bot_itself_rows(), *read_amount_seen_rows(), *read_hearsay_rows())
    used = {word.strip("^()[]") for row in rows for word in row["phrase"].split()}
    listed = read_list("word_kinds.tsv", KIND_COLUMNS)
    assert {f"<{row['kind']}>" for row in listed} <= used
    words = [(row["kind"], word) for row in listed for word in row["words"].split()]
    assert len(set(words)) == len(words)


def test_a_phrase_of_a_kind_that_is_not_listed_is_named_by_its_row() -> None:
    row = ListRow("beyond_plan.ru.tsv", 7, {"phrase": 0}, ("кто <nobody>",))
    with pytest.raises(WordListError, match="line 7: no words of the kind <nobody>"):
        Phrases([(row, None)], ())


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("количиство школ", Unheld.COUNT),  # a slip of a long word
        ("скока школ", Unheld.COUNT),
        ("школ сколько", Unheld.COUNT),
        ("сколько в таразе фонтанов", Unheld.COUNT),  # a thing that no list names
        ("ремонт школ сколько", None),  # only what begins a message is counted from behind
        ("сколько соберут налогов", None),  # money is no thing
        ("школа построена?", Unheld.EXECUTION),
        ("школу построили сколько ушло", None),  # who asks how much does not ask whether
        ("киім қайда", Unheld.PLACE),  # киім sounds like кім, who
        ("қандай жаңа мектептер салынады", Unheld.PLACE),
        ("қандай бағдарламалар бар", None),
        ("мектеп шығыны өсті ме", None),  # the decisions say what rose
        ("мектеп бітті ме", Unheld.EXECUTION),
    ],
)
def test_what_a_form_of_a_question_asks(typed: str, asks: Unheld | None) -> None:
    assert read_question(typed).frame.beyond_plan is asks


def test_words_that_may_stand_between_are_no_part_of_a_phrase() -> None:
    tokens = read_question("сколько у нас новых школ").tokens
    (longest,) = [found for found in load_beyond_plan().find(tokens) if len(found.positions) == 2]
    assert longest.positions == (0, 4)
