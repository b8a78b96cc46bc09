"""Which names an official term is asserted for: none of another thing, deed or rank."""

from __future__ import annotations

import pytest

from parser.records import Language
from parser.text.folding import fold, sounds
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon

LEXICON = load_lexicon()


def tell_lacks(term: str, *names: str, language: Language = Language.RU) -> bool | None:
    """Whether the first of some names says less than a term; None where it does not hold it."""
    entries = [NameEntry(f"expenditure/{number:02}", language, name) for number, name in enumerate(names)]
    index = Index(entries, LEXICON)
    hits = {index.words.names[hit.name].folded: hit.lacks for hit in index.terms.find(tuple(sounds(term)))}
    return hits.get(fold(names[0]))


@pytest.mark.parametrize(
    ("term", "name", "other"),
    [
        (
            "Услуги по обеспечению деятельности акима области",
            "Услуги по обеспечению деятельности акима города районного значения, села",
            "Трансферты из области",
        ),
        (
            "Приобретение жилья коммунального жилищного фонда",
            "Проектирование и строительство жилья коммунального жилищного фонда",
            "Приобретение лекарств",
        ),
        ("Трансферты", "Поступления трансфертов", "Доходы"),
    ],
)
def test_a_name_of_another_thing_deed_or_rank_lacks_something(term: str, name: str, other: str) -> None:
    assert tell_lacks(term, name, other) is True


@pytest.mark.parametrize(
    ("term", "name", "other"),
    [
        ("Социальный налог", "Социальный налог", "Доходы"),
        (
            "Строительство объектов образования",
            "Строительство и реконструкция объектов образования",
            "Доходы",
        ),
        ("Бюджетные кредиты", "Бюджетные кредиты", "Доходы"),
        ("Отдел финансов", "Отдел финансов района (города областного значения)", "Доходы"),
    ],
)
def test_a_name_that_says_all_of_a_term_lacks_nothing(term: str, name: str, other: str) -> None:
    assert tell_lacks(term, name, other) is False
