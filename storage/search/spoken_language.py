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
from parser.text.letters import KAZAKH
from storage.search.index import Index

_KAZAKH = re.compile(f"[{KAZAKH}]")
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
    if known:
        return known
    forms = {*index.match_word(spoken, slips=False), *index.lexicon.words.match(spoken, slips=False)}
    return {language for language in Language if index.has_words_in(language, forms)}
