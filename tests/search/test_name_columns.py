"""Names that were packed and read back find what the names themselves find."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import join_folded, sound, words
from storage.search.gathering import HeardNames, gather_again, gather_names
from storage.search.index import Index
from storage.search.lexicon_files import load_lexicon
from storage.search.name_columns import NameEntry, pack_columns, unpack_columns
from storage.search.rank import rank

Columns: TypeAlias = tuple[Sequence[str], Sequence[Language], Sequence[str]]

PATHS = ("revenue", "expenditure/04", "expenditure/04/464", "expenditure/04/464/009", "revenue/1/03/1")
WORDS = (
    "школа",
    "Школы",
    "білім",
    "беру",
    "1.",
    "III.",
    "дошкольное",
    "увеличение",
    "капитала",
    "-",
    "«Ёлка»",
)
ENTRIES = st.lists(
    st.builds(
        NameEntry,
        st.sampled_from(PATHS),
        st.sampled_from(Language),
        st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    ),
    max_size=8,
)
QUESTIONS = st.lists(st.sampled_from((*WORDS, "464", "школи")), min_size=1, max_size=3).map(" ".join)


def list_names(entries: Iterable[NameEntry]) -> dict[tuple[tuple[str, ...], str, Language], list[str]]:
    """The distinct names with their paths, found one by one."""
    found: dict[tuple[tuple[str, ...], str, Language], list[str]] = {}
    for entry in entries:
        head, dot, rest = entry.text.partition(".")
        folded = words(rest if dot and len(head.strip()) <= 3 and rest.strip() else entry.text)
        spoken = tuple(filter(None, map(sound, folded)))
        paths = found.setdefault((spoken, join_folded(folded), entry.language), []) if spoken else []
        if entry.path not in paths:
            paths.append(entry.path)
    return found


@given(ENTRIES, QUESTIONS)
@settings(max_examples=60)
def test_names_read_back_are_the_names(entries: list[NameEntry], question: str) -> None:
    columns = gather_names(entries)
    lexicon = load_lexicon()
    made, read = Index(columns, lexicon), Index(unpack_columns(memoryview(pack_columns(columns))), lexicon)
    for index in (made, read):
        names = list_names(entries)
        found = list(index.words.names)
        assert [(each.words, each.folded, each.language) for each in found] == list(names)
        assert [list(each.paths) for each in found] == list(names.values())
        for word, numbers in index.words.postings.items():
            assert list(numbers) == [n for n, name in enumerate(found) if word in name.words]
            assert index.words.rarity[word] == math.log(1 + len(found) / len(numbers))
        assert index.words.vocabulary == sorted({word for name in found for word in name.words})
        for path, numbers in index.words.names_of.items():
            assert list(numbers) == [n for n, name in enumerate(found) if path in name.paths]
        for number, name in enumerate(found):
            assert name.weight == index.words.weights[number] == sum(map(index.words.rarity.get, name.words))  # type: ignore[arg-type]
        for language in Language:
            own = {word for name in found if name.language is language for word in name.words}
            assert index.words.words_of[language] == own
        first = {(entry.path, entry.language): entry.text for entry in reversed(entries)}
        assert {
            (path, each): text for path, named in index.names.items() for each, text in named.items()
        } == first
    tokens = read_question(question).tokens
    assert rank(read, tokens) == rank(made, tokens)
    assert read.printed_pairs.find(tokens) == made.printed_pairs.find(tokens)


@given(st.lists(ENTRIES, min_size=2, max_size=4))
@settings(max_examples=100)
def test_what_was_gathered_before_changes_nothing(states: list[list[NameEntry]]) -> None:
    before = None
    for entries in states:
        paths, languages, texts = list(zip(*entries, strict=True)) or ((), (), ())
        columns: Columns = paths, languages, texts
        gathered, anew = gather_again(*columns, before), gather_again(*columns, None)
        assert pack_columns(gathered.columns) == pack_columns(anew.columns)
        assert list(gathered.numbers) == list(anew.numbers)
        spelt = {(each.language, each.text): at for each, at in zip(entries, anew.numbers, strict=True)}
        before = HeardNames(gathered.columns, spelt)
