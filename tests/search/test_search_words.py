"""Words with a role of their own in search, and what words end in: the example of every row is its test."""

from __future__ import annotations

import pytest

from parser.question.nouns import NO_NOUN_COLUMNS, is_noun
from parser.question.reading import read_question
from parser.text.folding import sound
from parser.text.word_lists import ListRow, read_list
from storage.search.forms import ENDING_COLUMNS, is_ending, is_sure_ending, is_verb_ending, noun_of
from storage.search.search_words import COLUMNS, WordRole, has_role
from tests.harness.rows import of_each

WORDS = read_list("search_words.tsv", COLUMNS)
ENDINGS = read_list("endings.ru.tsv", ENDING_COLUMNS)


@pytest.mark.parametrize("row", WORDS)
def test_the_example_has_a_word_of_that_role(row: ListRow) -> None:
    stem = sound(row["word"].removesuffix("*"))
    said = [token.sound for token in read_question(row["example"]).tokens if token.sound.startswith(stem)]
    assert said
    assert all(has_role(word, WordRole(row["role"])) for word in said)
    roles = {role for role in WordRole if has_role(said[0], role)}
    # An institution keeps things as well: `бензин для акимата`; what is done with a thing may be any aim.
    both = (
        {WordRole.OWNER, WordRole.INSTITUTION},
        {WordRole.QUALITY, WordRole.GENERIC},
        {WordRole.QUALITY, WordRole.DEED},
        {WordRole.QUALITY, WordRole.NARROWS},
        {WordRole.GENERIC, WordRole.DEED},
        {WordRole.THING, WordRole.DEED},
        {WordRole.QUALITY, WordRole.GENERIC, WordRole.DEED},
        {WordRole.OFFICE, WordRole.BUREAU},
        {WordRole.SETTLEMENT, WordRole.VILLAGE},
        {WordRole.BEYOND, WordRole.SAYS},
        {WordRole.OBLAST, WordRole.TERRITORY},
        {WordRole.OBLAST, WordRole.RANK},
        {WordRole.RANK, WordRole.SIGNIFICANCE},
    )
    assert len(roles) == 1 or roles in both


def test_a_whole_word_has_its_role_in_no_other_form() -> None:
    assert has_role("net", WordRole.SAYS)
    assert not has_role(sound("нетто"), WordRole.SAYS)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("субсидиялау", "субсидия"),
        ("көгалдандыру", None),
        ("сату", None),
        ("жөндеу", "жөн"),
        ("қамту", None),
        ("тау", None),
        ("есептеу", "есеп"),
    ],
)
def test_a_verb_is_made_of_a_noun(verb: str, noun: str | None) -> None:
    assert noun_of(sound(verb)) == (None if noun is None else sound(noun))


@of_each("row", ENDINGS)
def test_the_example_ends_so(row: ListRow) -> None:
    ending = sound(row["ending"])
    assert sound(row["example"]).endswith(ending)
    assert is_ending(ending)
    assert is_sure_ending(ending, adjective=True)
    assert is_sure_ending(ending, adjective=False) == (row["of"] == "noun")


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("бала", "балалар"),
        ("қыз", "қыздар"),
        ("мектеп", "мектептер"),
        ("бала", "баланың"),
        ("қыз", "қыздың"),
        ("мектеп", "мектептің"),
        ("бала", "балаға"),
        ("мектеп", "мектепке"),
        ("бала", "баласына"),
        ("бала", "балада"),
        ("мектеп", "мектепте"),
        ("қыз", "қыздан"),
        ("мектеп", "мектептен"),
        ("бала", "баласынан"),
        ("бала", "баламен"),
        ("ат", "атпен"),
        ("қыз", "қызбен"),
        ("бала", "баланы"),
        ("қыз", "қызды"),
        ("мектеп", "мектепті"),
        ("бала", "баласын"),
        ("ат", "атын"),
        ("бала", "баласы"),
        ("ат", "аты"),
        ("ат", "атымыз"),
        ("ат", "атыңыз"),
        ("бала", "баладағы"),
        ("мектеп", "мектептегі"),
        ("бала", "баласыз"),
        ("бар", "бару"),
        ("бала", "балам"),
        ("бала", "балаң"),
        ("бала", "балаларымыздан"),
    ],
)
def test_kazakh_suffixes_follow_a_stem_one_after_another(stem: str, form: str) -> None:
    assert is_ending(sound(form).removeprefix(sound(stem)))


@pytest.mark.parametrize("letters", ["toriia", "hana", "bek", "lova"])
def test_other_letters_are_no_ending(letters: str) -> None:
    assert not is_ending(letters)


@pytest.mark.parametrize(
    "form",
    [
        "барып",
        "барыпты",
        "барған",
        "барғандар",
        "баратын",
        "барады",
        "барамыз",
        "баратындар",
        "барды",
        "бардық",
        "бардыңыз",
        "барса",
        "барсақ",
        "барар",
        "барылған",
    ],
)
def test_forms_of_a_kazakh_verb(form: str) -> None:
    assert is_verb_ending(sound(form).removeprefix("bar"))


def test_another_word_is_no_form_of_a_verb() -> None:
    assert not is_verb_ending(sound("барометр").removeprefix("bar"))


@of_each("row", read_list("no_noun.tsv", NO_NOUN_COLUMNS))
def test_the_example_ends_as_no_noun_does(row: ListRow) -> None:
    assert row["example"].endswith(row["ending"])
    assert (len(row["example"]) > len(row["ending"])) is (row["of"] != "noun")
    if row["of"] in {"noun", "verb", "finite", "finite-kk"}:
        assert is_noun(row["example"]) is (row["of"] == "noun")
