"""Words of several lists together: they mean what each list says by itself, however often they are asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parser.text.listed_words import ListedWords
from parser.text.word_lists import word_set

LISTS = {
    "cut": word_set(["kes*", "kiskart*", "aldi"]),
    "take": word_set(["al*", "kes"]),
    "all": word_set(["*"]),
    "none": word_set([]),
}
OF_TWO = {
    "both": word_set(["kes al*", "al kes", "aldi a*"]),
    **{name: LISTS[name] for name in ("cut", "take")},
}
WORDS = st.one_of(
    st.text(alphabet="aekls", max_size=6),
    st.builds(str.__add__, st.sampled_from(["kes", "kiskart", "al", "aldi"]), st.text("ai", max_size=40)),
)


@given(words=st.lists(WORDS, max_size=20))
def test_each_list_is_told_of_as_by_itself(words: list[str]) -> None:
    listed = ListedWords(LISTS)
    for word in [*words, *words]:
        assert listed.tell(word) == {meaning for meaning, words in LISTS.items() if words.has(word)}


@given(first=WORDS.filter(bool), second=WORDS.filter(bool))
def test_two_words_mean_what_they_mean_with_a_blank_between(first: str, second: str) -> None:
    listed = ListedWords(OF_TWO)
    assert listed.tell_both(first, second) == listed.tell(f"{first} {second}")


def test_of_two_words_that_begin_nothing_nothing_is_remembered() -> None:
    listed = ListedWords(OF_TWO)
    assert listed.tell_both("kes", "alsa") == {"both", "cut"}
    listed.tell_both("sel", "kes")
    assert "sel kes" not in listed._told


def test_no_more_is_remembered_than_so_many_words() -> None:
    listed = ListedWords(LISTS)
    for number in range(5_000):
        listed.tell(f"kes{number}")
        listed.tell("k" * 1_000 + str(number))
    assert len(listed._told) <= 1_024
    assert max(map(len, listed._told)) <= 40
