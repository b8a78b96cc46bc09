"""Words of names that seem to ask of a change are words of names where they stand as printed."""

from __future__ import annotations

import pytest

from parser.question.intents import Intent
from parser.question.reading import read_question
from parser.records import Language
from storage.search.gathering import gather_names
from storage.search.name_columns import NameEntry
from storage.search.printed_pairs import PrintedPairs
from storage.search.word_index import WordIndex

NAMES = [
    NameEntry("expenditure", Language.RU, name)
    for name in (
        "формирование или увеличение уставного капитала юридических лиц",
        "компенсация потерь в связи с изменением законодательства",
        "қосылған құн салығы",
        "повышение квалификации государственных служащих",
        "балық ресурстарын көбейту",
        "образование",
    )
]
PAIRS = PrintedPairs(WordIndex(gather_names(NAMES)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("увеличение уставного капитала", ["увеличение", "уставного", "капитала"]),
        ("сколько на повышения квалификации", ["повышения", "квалификации"]),
        ("балық ресурстарын көбейтуге қанша", ["балық", "ресурстарын", "көбейтуге"]),
        ("изменением законодательства", ["изменением", "законодательства"]),
    ],
)
def test_a_name_asks_of_no_change(text: str, words: list[str]) -> None:
    question = read_question(text)
    assert question.intent is Intent.CHANGE or text.startswith(("сколько", "изменением"))
    named = question.as_named(PAIRS.find(question.tokens))
    assert named.intent is Intent.AMOUNT
    assert [token.folded for token in named.tokens if not token.filler] == words


@pytest.mark.parametrize(
    "text", ["рост образования", "увеличение образования", "что связано с изменением", "көбейту"]
)
def test_what_no_name_prints_asks(text: str) -> None:
    assert not PAIRS.find(read_question(text).tokens)


def test_another_word_still_asks() -> None:
    question = read_question("на сколько изменилось повышение квалификации")
    named = question.as_named(PAIRS.find(question.tokens))
    assert named.intent is Intent.CHANGE
    assert [token.folded for token in named.tokens if not token.filler] == ["повышение", "квалификации"]
