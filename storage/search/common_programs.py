"""Programs that any administrator may have: `капитальные расходы`, in all functional groups by one name.

Such a name does not say of what it is. Where an everyday phrase stands for it (`ремонт школ`), only the lines
of the phrase's own functional group are meant: what a department of culture repairs is no school.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from parser.text.folding import sound, words
from parser.text.word_lists import read_list

COMMON_PROGRAM_COLUMNS = ("program", "example", "elsewhere")
OF_ALL = "01"  # the functional group whose phrases mean such a program wherever it stands: `капрасходы`


@cache
def load_common_programs() -> frozenset[tuple[str, ...]]:
    """Their official names, word by word as they sound: `locales/common_programs.tsv`, read the first time.

    Raises:
        WordListError: the list is not in its form.
    """
    rows = read_list("common_programs.tsv", COMMON_PROGRAM_COLUMNS)
    return frozenset(tuple(filter(None, map(sound, words(row["program"])))) for row in rows)


def is_common(term: Sequence[str]) -> bool:
    """Whether an official term, word by word as it sounds, is one of these programs."""
    return tuple(term) in load_common_programs()
