"""The words of budgets that are explained, and the phrases that ask for it."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.budget_code import section_of
from parser.question.explaining import AsksWhere, cut_explaining, read_explaining_rows
from parser.question.glossary import Term, find_term, find_term_of_line, read_terms
from parser.question.reading import read_question
from parser.records import Language, Level
from tests.harness.rows import of_each

KK, RU = Language.KK, Language.RU
ASKED = {KK: "{} дегеніміз не?", RU: "Что такое {}?"}


def explained(text: str) -> str | None:
    """The key of the term whose meaning a message asks."""
    question = read_question(text)
    term = find_term(question.tokens) if question.frame.explains else None
    return term.key if term else None


@of_each("row", read_explaining_rows())
def test_each_phrase_asks_what_a_word_means(row: dict[str, str]) -> None:
    rest, language = cut_explaining(row["example"])
    assert len(rest.split()) < len(row["example"].split())
    assert language == row["language"]
    assert explained(row["example"]) is not None


@pytest.mark.parametrize(
    "words", [row["words"] for row in read_explaining_rows() if row["where"] == AsksWhere.LAST]
)
def test_what_asks_only_at_the_end_asks_nothing_before_another_word(words: str) -> None:
    asked = f"{words} школа"
    assert cut_explaining(asked) == (asked, None)
    assert cut_explaining(f"школа {words}")[0] == "школа"


@pytest.mark.parametrize("language", Language)
def test_each_term_is_found_by_its_name(language: Language) -> None:
    texts = load_texts(language)
    names = {term.key: texts.get(f"term-{term.key}") for term in read_terms()}
    names = {key: name.replace("(профициті)", "").replace("(профицит)", "") for key, name in names.items()}
    names["financing"] = names["financing"].partition("(")[0]
    assert {key: explained(ASKED[language].format(name)) for key, name in names.items()} == {
        key: key for key in names
    }


def test_the_texts_are_those_of_the_terms_in_their_order() -> None:
    keys = [term.key for term in read_terms()]
    assert len(set(keys)) == len(keys)
    for path in {path for term in read_terms() for path in term.paths}:
        assert section_of(path)
    for term in read_terms():
        assert all(0 < place.article < 175 for place in term.source), term.key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("что такое налог на имущество", None),  # is not налог
        ("субвенция", None),  # its amount is asked
        ("А субвенция — что это?", "subvention"),
        ("на что это идёт, субвенция", None),  # asks what it is spent on
        ("что это меняет в субвенции", None),
        ("что значит дефицит бюджета", "deficit"),
        ("трансферттер деген не", "transfer"),
        ("что такое 464 009", None),
        ("қалдықтар дегеніміз не", "balances-used"),
        ("что означает слово резерв", "reserve"),
    ],
)
def test_only_the_whole_of_the_words_is_a_term(text: str, key: str | None) -> None:
    assert explained(text) == key


def test_a_line_is_explained_by_itself_or_by_its_level() -> None:
    def key(path: str) -> str | None:
        term: Term | None = find_term_of_line(path)
        return term.key if term else None

    assert key("deficit") == "deficit"
    assert key("revenue/4") == "transfers-received"
    assert key("revenue/1/01/2") == "subclass"
    assert key("expenditure/04/464") == "administrator"
    assert key("financial_assets/purchase") is None
    levels = {level.name.lower() for level in Level}
    assert levels <= {term.key for term in read_terms()}
