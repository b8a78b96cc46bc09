"""Which language a question is asked in: its words tell, letters alone do not.

`мектептер` and `ауыз су` have no letter that Russian lacks, `koshe jarygy` no Cyrillic one at all: the words
are those of Kazakh names and phrases. A word that both languages have (`спорт`, `бюджет`) tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from parser.decision.place_kinds import languages_of_kind
from parser.question.asking_words import says_in
from parser.question.fillers import fills_in
from parser.question.question import Token
from parser.records import Language
from parser.text.folding import sound
from parser.text.letters import KAZAKH
from storage.search.index import Index

_KAZAKH = re.compile(f"[{KAZAKH}]")
# What a word that Kazakh shares has at its end in Kazakh alone, as it sounds: ветеран|дар, парк|те, спорт|та.
_PLURAL = re.compile("(?P<stem>...+?)(?P<end>[ldt])[ae]r(?:i(?:m(?:iz)?)?|d[ae](?:n|gi)?|di|men)?$")
_CASE = re.compile("(?P<stem>...+?)(?P<end>[dt])[ae](?:n|gi)?$")
_DOUBLED = re.compile(r"(\w)\1[^\W\d]{1,4}$")  # a sound that Kazakh writes twice: спорттан
# A plural in Russian, and in Kazakh that of somebody, as it sounds: концерт|ы, драма театр|ы
_RUSSIAN_PLURAL = re.compile("(?P<stem>....+)i$")
_SHORT = len("mek")  # sounds of a stem that any word may begin with
_STRONG = 2  # what a letter of its own says, beside a word


def find_language(index: Index, tokens: Iterable[Token], apart: Collection[str] = ()) -> Language | None:
    """The language of a question, where it is plain.

    Args:
        index: with the words of names and of phrases.
        tokens: the question's words.
        apart: the words that name a place, which is called so in either language, but for the word of its
            kind.

    Returns:
        None where no word tells, or as many are of one language as of the other.
    """
    votes = dict.fromkeys(Language, 0)
    for token in tokens:
        if token.sound in apart and _is_place_inflected(index, token.sound):
            votes[Language.KK] += 1  # Таразда
            continue
        if token.sound in apart or token.sound.isdigit():
            of_kind = languages_of_kind(token.sound)  # бюджет сельского округа Дөң
            if len(of_kind) == 1:
                votes[next(iter(of_kind))] += 1
            continue
        if _KAZAKH.search(token.folded):
            votes[Language.KK] += _STRONG
            continue
        languages = _languages_of(index, token)
        if len(languages) == 1:
            votes[languages.pop()] += 1
    likely = max(votes, key=lambda language: votes[language])
    return likely if all(votes[likely] > votes[other] for other in Language if other is not likely) else None


def _languages_of(index: Index, token: Token) -> set[Language]:
    """The languages that have a word, as it is or in another form."""
    spoken = token.sound
    known = {
        language
        for language in Language
        if index.has_words_in(language, [spoken]) or fills_in(language, spoken) or says_in(language, spoken)
    }
    if known == {Language.KK} and _is_russian_plural(index, spoken):
        return set()  # концерты
    if _has_kazakh_ending(index, token, known):
        return {Language.KK}
    if known:
        return known
    forms = {*index.match_word(spoken, slips=False), *index.lexicon.words.match(spoken, slips=False)}
    return {language for language in Language if index.has_words_in(language, forms)}


def _is_russian_plural(index: Index, spoken: str) -> bool:
    """Whether a word that only Kazakh has is as well a plural in Russian of a word that both have."""
    found = _RUSSIAN_PLURAL.search(spoken)
    return found is not None and index.has_words_in(Language.RU, [found["stem"]])


def _has_kazakh_ending(index: Index, token: Token, known: Collection[Language]) -> bool:
    """Whether a word is one that Russian has, with an ending of Kazakh alone.

    In the plural so it is whatever people wrote in Russian; `спортта` sounds like `спорта`, and is none.

    Args:
        index: with the words of names and of phrases.
        token: the word.
        known: the languages that have the word as it is.
    """
    plural, case = _PLURAL.search(token.sound), _CASE.search(token.sound)
    if Language.RU in known and not _DOUBLED.search(token.folded):
        case = None
    # Of two sounds that are one the first is the stem's: концерт|тер sounds as `koncerter`.
    stems = [
        stem for found in (plural, case) if found for stem in (found["stem"], found["stem"] + found["end"])
    ]
    return any(index.has_words_in(Language.RU, [stem]) for stem in stems if len(stem) > _SHORT)


def _is_place_inflected(index: Index, spoken: str) -> bool:
    """Whether a word is the name of a place with a Kazakh ending: `Таразда`, but not `Караганда`."""
    found = _CASE.search(spoken)
    return found is not None and any(sound(place.name.casefold()) == found["stem"] for place in index.places)
