"""What the forms of a word have in common, in Kazakh and in Russian: its stem, and what may follow it."""

from __future__ import annotations

import re

OPEN = ("a", "e", "i", "o", "u")  # vowels as they sound
_SHORTEST_VERB = 3  # letters; су is water
_VOWELS = frozenset("аәеёиоөуұүыіэюяь")
_SOFTENED = {"k": "g", "p": "b"}
# Endings as they sound: a Kazakh word's chain of suffixes, also on Russian words in Kazakh speech; and
# the cases of Russian nouns and adjectives.
_KAZAKH_ENDING = re.compile(
    r"(?:[ldt][ae]r|[ndt]in|[gk][ae]|n[ae]|[dt][ae]n?|n[ae]n|[mpb]en|[ndt]i|s?in|s?i|i?m?iz|[dt]?[ae]gi|s?iz|u|m|n)+"
)
# What follows a Kazakh verb's stem: converbs, participles and their cases, tenses, the conditional, the
# passive: сату, сатып, сатқан, сатады, сатса, сатылған.
_VERB_ENDING = re.compile(
    r"(?:i?[ln])?(?:i?p(?:ti)?|[gk][ae]n(?P<case>.*)|[aei]?(?:tin|di|miz|siz|sin|min)(?P<other>.*)"
    r"|[dt]?i(?:m|k|n|niz)?|s[ae](?:k|m|n|niz)?|[aei]?r)"
)
_RUSSIAN_ENDINGS = frozenset(
    [
        "a",
        "u",
        "i",
        "e",
        "o",
        "om",
        "em",
        "am",
        "ami",
        "ah",
        "ov",
        "ev",
        "ei",
        "oi",
        "ia",
        "iu",
        "iam",
        "iami",
        "iah",
        "iei",
        "ie",
        "ii",
        "ih",
        "im",
        "imi",
        "ogo",
        "ego",
        "omu",
        "emu",
        "aia",
        "uiu",
        "oe",
        "ee",
        "mi",
        "h",
        "m",
    ]
)
_ADJECTIVE_SOUNDS = frozenset(["aia", "iaia", "oe", "ee", "ii", "ie", "ogo", "omu", "uiu", "ih", "imi", "im"])
_SHORT_ENDING = 2  # letters of a Kazakh ending that a slip can look like
_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")


def bases_of(word: str, stem: str) -> tuple[str, ...]:
    """What forms of a word begin with; none for a word too short to have any."""
    if len(stem) < 3:
        return ()
    softened = len(stem) >= 5 and stem[-1] in _SOFTENED  # before a vowel, as in әкімдік, әкімдігі
    return (*{word, stem}, *([stem[:-1] + _SOFTENED[stem[-1]]] if softened else []))


def is_ending(letters: str) -> bool:
    """Whether these sounds may follow a word's stem: nothing, a Kazakh chain of suffixes, a Russian case."""
    return not letters or letters in _RUSSIAN_ENDINGS or _KAZAKH_ENDING.fullmatch(letters) is not None


def is_sure_ending(letters: str, *, adjective: bool) -> bool:
    """Whether these sounds make a form beyond doubt, and no slip: `жилищая` is no form of жилище.

    Args:
        letters: what follows the stem.
        adjective: whether the word is one, and so has an adjective's endings.
    """
    if letters in _ADJECTIVE_SOUNDS:
        return adjective
    return letters in _RUSSIAN_ENDINGS or (len(letters) > _SHORT_ENDING and is_ending(letters))


def is_adjective(folded: str) -> bool:
    """Whether a word has the form of a Russian adjective."""
    return len(folded) > 5 and folded.endswith(_ADJECTIVES)


def is_verb_ending(letters: str) -> bool:
    """Whether these sounds may follow a Kazakh verb's stem."""
    match = _VERB_ENDING.fullmatch(letters)
    return match is not None and is_ending(match["case"] or "") and is_ending(match["other"] or "")


def is_verb(folded: str) -> bool:
    """Whether a word has the form of a Kazakh verb's noun: сату, төлеу."""
    return len(folded) > _SHORTEST_VERB and folded.endswith("у")


def stem_of(folded: str, spoken: str) -> str:
    """What an entry's word keeps in all its forms, as it sounds."""
    if is_adjective(folded):
        return spoken.rstrip("aeiou") or spoken
    return spoken[:-1] if folded[-1] in _VOWELS and len(spoken) > 4 else spoken
