"""What the forms of a word have in common, in Kazakh and in Russian: its stem, and what may follow it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from parser.text.declension import NOMINATIVE
from parser.text.folding import sound
from parser.text.letters import VOWELS
from parser.text.word_lists import read_list

OPEN = ("a", "e", "i", "o", "u")  # vowels as they sound
ENDING_COLUMNS = ("ending", "of", "example")
# How long words and endings are: grammar, that no question moves. All count letters.
SHORTEST_STEM = 3  # what has forms; what two letters begin is any word: ас, астана
_SHORTEST_VERB = 4  # сату is to sell, бау a cord
_SHORTEST_ADJECTIVE = 6  # ветхий is one, герой is none
_SHORTEST_CUT = 5  # what loses its last vowel: школа, школы; without it қала begins қалдық
_SHORTEST_SOFTENED = 5  # what softens before a vowel: әкімдік, әкімдігі; a softened бақ begins баға
_SURE_ENDING = 3  # of a Kazakh ending; a shorter one may be a slip
_SOFTENED = {"k": "g", "p": "b"}
# A Kazakh word's chain of suffixes, as it sounds, also on Russian words in Kazakh speech.
_KAZAKH_ENDING = re.compile(
    r"""(?:
        [ldt][ae]r     # балалар, қыздар, мектептер
      | [ndt]in        # баланың, қыздың, мектептің
      | [gk][ae]       # балаға, мектепке
      | n[ae]          # баласына
      | [dt][ae]n?     # балада, мектепте, қыздан, мектептен
      | n[ae]n         # баласынан
      | [mpb]en        # баламен, атпен, қызбен
      | [ndt]i         # баланы, қызды, мектепті
      | [ndt]iki       # баланікі, мектептікі: баланікінде
      | s?in           # баласын, атын
      | s?i            # баласы, аты
      | i?m?iz         # атымыз, атыңыз
      | [dt]?[ae]gi    # баладағы, мектептегі
      | s?iz           # баласыз
      | u              # бару
      | m              # балам
      | n              # балаң
    )+""",
    re.VERBOSE,
)
# What follows a Kazakh verb's stem, as it sounds.
_VERB_ENDING = re.compile(
    r"""
        (?:i?[ln])?                              # the passive: барыл-, жөндел-
        (?: i?p(?:ti)?                           # барып, барыпты
          | [gk][ae]n(?P<case>.*)                # барған, барғандар
          | [dt]?i(?:m|k|n|niz)?                 # барды, бардық, бардыңыз
          | [aei]?(?:tin|di|miz|siz|sin|min)     # баратын, барады, барамыз
            (?P<other>.*)                        # баратындар
          | s[ae](?:k|m|n|niz)?                  # барса, барсақ
          | [aei]?r                              # барар
        )""",
    re.VERBOSE,
)
_VERB_OF_NOUN = re.compile(r"(.+)[ldt][ae]u")  # as it sounds: субсидиялау, қолдау


class EndingOf(StrEnum):
    """What has a Russian ending: the column `of` of `locales/endings.ru.tsv`."""

    NOUN = "noun"  # adjectives may have it too
    ADJECTIVE = "adjective"


@cache
def load_russian_endings() -> Mapping[str, EndingOf]:
    """The endings of Russian words as they sound, read from disk the first time.

    Raises:
        WordListError: the list is not in its form.
    """
    rows = read_list("endings.ru.tsv", ENDING_COLUMNS)
    return {sound(row["ending"]): row.target("of", EndingOf) for row in rows}


def bases_of(word: str, stem: str) -> tuple[str, ...]:
    """What forms of a word begin with; none for a word too short to have any."""
    if len(stem) < SHORTEST_STEM:
        return ()
    softened = len(stem) >= _SHORTEST_SOFTENED and stem[-1] in _SOFTENED
    return (*{word, stem}, *([stem[:-1] + _SOFTENED[stem[-1]]] if softened else []))


def is_ending(letters: str) -> bool:
    """Whether these sounds may follow a word's stem: nothing, a Kazakh chain of suffixes, a Russian case."""
    return not letters or letters in load_russian_endings() or _KAZAKH_ENDING.fullmatch(letters) is not None


def is_sure_ending(letters: str, *, adjective: bool) -> bool:
    """Whether these sounds make a form beyond doubt, and no slip: `жилищая` is no form of жилище.

    Args:
        letters: what follows the stem.
        adjective: whether the word is one, and so has an adjective's endings.
    """
    russian = load_russian_endings().get(letters)
    if russian is not None:
        return adjective or russian is EndingOf.NOUN
    return len(letters) >= _SURE_ENDING and is_ending(letters)


def is_adjective(folded: str) -> bool:
    """Whether a word has the form of a Russian adjective."""
    return len(folded) >= _SHORTEST_ADJECTIVE and folded.endswith(NOMINATIVE)


def is_verb_ending(letters: str) -> bool:
    """Whether these sounds may follow a Kazakh verb's stem."""
    match = _VERB_ENDING.fullmatch(letters)
    return match is not None and is_ending(match["case"] or "") and is_ending(match["other"] or "")


def is_verb(folded: str) -> bool:
    """Whether a word has the form of a Kazakh verb's noun: сату, төлеу."""
    return len(folded) >= _SHORTEST_VERB and folded.endswith("у")


def noun_of(verb: str) -> str | None:
    """The noun that a Kazakh verb is made of, as both sound; None for a word that is made of none.

    >>> noun_of("subsidialau")
    'subsidia'
    """
    made = _VERB_OF_NOUN.fullmatch(verb)
    return made.group(1) if made else None


def stem_of(folded: str, spoken: str) -> str:
    """What an entry's word keeps in all its forms, as it sounds."""
    if is_adjective(folded):
        return spoken.rstrip("aeiou") or spoken
    return spoken[:-1] if folded[-1] in VOWELS and len(spoken) >= _SHORTEST_CUT else spoken


def is_kazakh_ending(letters: str) -> bool:
    """Whether these sounds are a chain of Kazakh suffixes: `dagi` of `Тараздағы`."""
    return _KAZAKH_ENDING.fullmatch(letters) is not None
