"""Words with a part of their own in search, as they sound: `locales/search_words.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.text.folding import sound
from parser.text.word_lists import WordSet, read_list, word_set

COLUMNS = ("word", "part", "example")


class Part(StrEnum):
    """What a word does in a search: the column `part` of the list."""

    ALL_MONEY = "all-money"  # of all spending or revenue: beside another word it tells little
    OFFICE = "office"  # asks for an administrator
    MONEY = "money"  # one of these stands for another in a phrase
    SAYS = "says"  # short, and a phrase without it says something else


@cache
def load_search_words() -> Mapping[Part, WordSet]:
    """The words of each part, read from disk the first time.

    Raises:
        WordListError: the list is not in its form, or a word has a part that does not exist.
    """
    words: dict[Part, list[str]] = {part: [] for part in Part}
    for row in read_list("search_words.tsv", COLUMNS):
        word = row["word"]
        words[row.target("part", Part)].append(sound(word.removesuffix("*")) + "*" * word.endswith("*"))
    return {part: word_set(spoken) for part, spoken in words.items()}


def is_part(spoken: str, part: Part) -> bool:
    """Whether a word, given as it sounds, has this part in a search."""
    return load_search_words()[part].has(spoken)
