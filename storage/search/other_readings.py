"""Other ways to read what was typed, tried only when the plain one finds nothing good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.dataclass import dataclass
from parser.question.keyboard import other_layouts
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.records import Language
from parser.text.folding import read_by_look, sound
from storage.search.index import Index
from storage.search.lexicon_files import list_words_meant

# In Kazakh Latin it is ж: `jarygy` is жарығы; of Russian, `ja` and `ju` are я and ю.
_J = re.compile(r"j(?=[aou])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that may have been meant. `translated`: some of its words are of the other language."""

    question: Question
    translated: bool = False


def other_readings(index: Index, question: Question) -> Iterator[Reading]:
    """Questions that may have been meant: `rjycnhewb` in another keyboard layout, `кіт апхана` as one word.

    Args:
        index: the words of names and of phrases.
        question: as it was typed.

    Yields:
        In this order: other alphabets and layouts, words joined or split, things instead of what is done, one
        language instead of two. The text of each is what is searched instead, for the reply to say.
    """
    if index.find_whole_phrase(question.tokens):
        return  # a known phrase means what it says, also where its lines are lacking
    looked = read_by_look(question.text)
    kazakh = _J.sub("zh", question.text)
    for text in (
        *([looked] if looked else []),
        *([kazakh] if kazakh != question.text else []),
        *other_layouts(question.text),
    ):
        read = read_question(text)
        if any(len(token.sound) > 1 for token in read.tokens):  # `щщщщ` is no `о`, which asks nothing
            yield Reading(read)
    if len(question.tokens) <= index.weights.readings.most_words:
        words = [token.folded for token in question.tokens]
        for said in (*_join(index, words), *_split(index, question.tokens)):
            yield Reading(read_question(" ".join(said)))
    if (named := _name_what_is_done(question.tokens)) is not None:
        yield Reading(read_question(named))
    for language in Language:
        translated = _translate(index, question.tokens, language)
        if translated is not None:
            yield Reading(read_question(translated), translated=True)


def _name_what_is_done(tokens: Sequence[Token]) -> str | None:
    """The things for what is done, where nothing else is named: `строительство` for `что построят`."""
    meant = list_words_meant()
    done = [token.folded for token in tokens if not token.filler]
    # Of `вернули доходы` the thing must not get lost: phrases of both are in the lexicon.
    return " ".join(meant[word] for word in done) if done and all(word in meant for word in done) else None


def _translate(index: Index, tokens: Sequence[Token], language: Language) -> str | None:
    """A question's words in one language, where it has words of the other; None where it has none."""
    said: list[str] = []
    for token in tokens:
        words = () if token.filler else index.pairs.translate(token.folded, language)
        # Of several translations the first that names print; a word that none prints stays as it is.
        printed = (word for word in words if index.match_word(sound(word), slips=False))
        said.append(next(printed, token.folded))
    return None if said == [token.folded for token in tokens] else " ".join(said)


def _join(index: Index, words: Sequence[str]) -> Iterator[list[str]]:
    """Two neighbours as one word (`кіт апхана`), where that is a known one.

    Two words that are known by themselves are no form of another: `әкімге үй`.
    """
    for position in range(len(words) - 1):
        word = words[position] + words[position + 1]
        if not _is_known(index, word):
            continue  # as nearly always
        apart = all(_is_known(index, each) for each in words[position : position + 2])
        if not apart or _is_known(index, word, least=1.0):
            yield [*words[:position], word, *words[position + 2 :]]


def _is_known(index: Index, text: str, least: float = 0.0) -> bool:
    """Whether a text is one word, of a name or, so like it at least, of a phrase."""
    tokens = read_question(text).tokens
    if len(tokens) != 1:
        return False
    phrases = index.phrases.find(tokens, slips=False)
    return index.has_word(tokens[0].sound) or any(match.likeness >= least for match in phrases)


def _split(index: Index, tokens: Sequence[Token]) -> Iterator[list[str]]:
    """One word as several (`жилищнаяпомощь`, `жекетабыссалығы`), where all are known."""
    words = [token.folded for token in tokens]
    for position, token in enumerate(tokens):
        if not index.has_word(token.sound) and len(token.folded) <= index.weights.readings.longest_run:
            parts = _part(index, token.folded)
            if len(parts) > 1:
                yield [*words[:position], *parts, *words[position + 1 :]]


def _part(index: Index, letters: str) -> Sequence[str]:
    """The fewest known words that a run of letters can be parted into; none where it cannot be."""
    shortest = index.weights.readings.shortest_part
    best: list[tuple[str, ...] | None] = [(), *[None] * len(letters)]  # by how many letters are parted
    for end in range(shortest, len(letters) + 1):
        for start in range(end - shortest + 1):
            before, piece, fewest = best[start], letters[start:end], best[end]
            fewer = before is not None and (fewest is None or len(before) + 1 < len(fewest))
            if before is not None and fewer and _is_word(index, piece):
                best[end] = (*before, piece)
    return best[len(letters)] or ()


def _is_word(index: Index, letters: str) -> bool:
    spoken = sound(letters)
    return index.has_word(spoken) or index.lexicon.has_word(spoken)
