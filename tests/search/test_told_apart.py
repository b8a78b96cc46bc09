"""A word that the lexicon knows finds no name with another one, which only sounds or begins alike."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import rank

LOANS, SEWERS = "financing_receipts/7", "expenditure/07/458/012"
GIFTED = "expenditure/04/360/005"
ROADS, JOBS = "expenditure/12/458/023", "expenditure/06/451/002"
CITY = Index(
    [
        NameEntry(LOANS, Language.KK, "Қарыздар түсімі"),
        NameEntry(SEWERS, Language.KK, "Сумен жабдықтау және су бөлу жүйесінің қызмет етуі"),
        NameEntry(ROADS, Language.KK, "Автомобиль жолдарының жұмыс істеуін қамтамасыз ету"),
        NameEntry(GIFTED, Language.KK, "Мамандандырылған ұйымдарда дарынды балаларға білім беру"),
        NameEntry(JOBS, Language.KK, "Еңбекпен қамту бағдарламасы"),
    ],
    load_lexicon(),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("кәріз", {SEWERS}),
        ("кәрізге қанша", {SEWERS}),
        ("қарыздар", {LOANS}),
        ("кариз", {SEWERS, LOANS}),  # without the letters of Kazakh it may be both
        ("жұмыссыздарға", {JOBS}),
        ("жұмыссыз", {JOBS}),
        ("жолдардың жұмысы", {ROADS}),
        ("жолсыз", set()),
        ("дәрі", set()),  # no «дарынды»
        ("дарын", {GIFTED}),
        ("дарынды балалар", {GIFTED}),
    ],
)
def test_a_known_word_is_no_other_that_is_like_it(text: str, found: set[str]) -> None:
    assert {line.path for line in rank(CITY, read_question(text).tokens)} == found
