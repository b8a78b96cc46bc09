"""Words of the other language: found in any form, and used where the question mixes languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser.question.reading import read_question
from parser.records import Language
from storage.search.index import Index, NameEntry
from storage.search.other_readings import other_readings
from storage.search.word_pairs import WordPairs, load_pairs

PAIRS = WordPairs([("жетім", "сирота"), ("көмек", "помощь"), ("бала", "дети"), ("бала", "ребенок")])
ORPHANS = Index(
    [NameEntry("expenditure/06/464/030", Language.RU, "Помощь детям, сиротам")], pairs=load_pairs()
)


@pytest.mark.parametrize(
    ("typed", "language", "words"),
    [
        ("жетімдерге", Language.RU, ["сирота"]),
        ("сирот", Language.KK, ["жетім"]),
        ("сиротам", Language.KK, ["жетім"]),
        ("балаларға", Language.RU, ["дети", "ребенок"]),
        ("сирота", Language.RU, []),
        ("трактор", Language.KK, []),
        ("көмексіз", Language.RU, []),
        ("комек", Language.RU, ["помощь"]),
        ("қомек", Language.RU, []),
    ],
)
def test_a_word_is_translated_in_its_forms(typed: str, language: Language, words: list[str]) -> None:
    assert list(PAIRS.translate(typed, language)) == words


def test_the_list_is_large_and_of_single_words() -> None:
    assert load_pairs().translate("салықтың", Language.RU)[0] == "налог"
    assert load_pairs().translate("налога", Language.KK)[0] == "салық"


def test_a_flawed_line_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pairs.tsv"
    file.write_text("# words\nсалық\tналог\nжол дорога\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 3"):
        load_pairs(file)


def test_a_mixed_question_is_read_in_one_language() -> None:
    readings = [
        reading.question.text for reading in other_readings(ORPHANS, read_question("помощь жетім балаларға"))
    ]
    assert "помощь сирота дети" in readings
