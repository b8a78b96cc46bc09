"""Other ways to read what was typed, tried only when the plain one finds nothing good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.question.keyboard import other_layouts
from parser.question.question import Question, Token, read_question
from parser.records import Language
from parser.text.folding import read_by_look, sound
from storage.search.index import Index


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that may have been meant. `translated`: some of its words are of the other language."""

    question: Question
    translated: bool = False


def other_readings(index: Index, question: Question) -> Iterator[Reading]:
    """Questions that may have been meant.

    In another keyboard layout, with words joined or split, in one language instead of two.

    The text of each is what is searched instead, for the reply to say.
    """
    looked = read_by_look(question.text)
    for text in (*([looked] if looked else []), *other_layouts(question.text)):
        yield Reading(read_question(text))
    if len(question.tokens) <= index.weights.readings.most_words:
        for tokens in (*_joined(index, question.tokens), *_split(index, question.tokens)):
            text = " ".join(token.folded for token in tokens)
            yield Reading(read_question(text))
    for language in Language:
        translated = _in_language(index, question.tokens, language)
        if translated is not None:
            yield Reading(read_question(translated), translated=True)


def _in_language(index: Index, tokens: Sequence[Token], language: Language) -> str | None:
    """A question's words in one language, where it has words of the other; None where it has none."""
    said: list[str] = []
    for token in tokens:
        words = () if token.filler else index.pairs.translate(token.sound, language)
        # Of several translations the first that names print; a word that none prints stays as it is.
        printed = (word for word in words if index.match_word(sound(word), slips=False))
        said.append(next(printed, token.folded))
    return None if said == [token.folded for token in tokens] else " ".join(said)


def _known(index: Index, text: str) -> bool:
    tokens = read_question(text).tokens
    return len(tokens) == 1 and (
        index.has_word(tokens[0].sound) or bool(index.phrases.find(tokens, slips=False))
    )


def _joined(index: Index, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Two neighbours as one word (`кіт апхана`), where that is a known one."""
    for place in range(len(tokens) - 1):
        word = tokens[place].folded + tokens[place + 1].folded
        if _known(index, word):
            yield (*tokens[:place], Token(word, word), *tokens[place + 2 :])


def _split(index: Index, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """One word as several (`жилищнаяпомощь`, `жекетабыссалығы`), where all are known."""
    weights = index.weights.readings
    for place, token in enumerate(tokens):
        is_run = weights.shortest_run <= len(token.folded) <= weights.longest_run
        if index.has_word(token.sound) or not is_run:
            continue
        parts = _part(index, token.folded)
        if len(parts) > 1:
            said = (Token(part, sound(part)) for part in parts)
            yield (*tokens[:place], *said, *tokens[place + 1 :])


def _part(index: Index, word: str) -> Sequence[str]:
    """The fewest known words that a run of letters can be parted into; none where it cannot be."""
    shortest, most = index.weights.readings.shortest_part, index.weights.readings.most_parts
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(shortest, len(word) + 1):
        for start in range(end - shortest + 1):
            before, piece = best[start], word[start:end]
            if before is None or len(before) >= most or not _is_word(index, piece):
                continue
            fewer = best[end]
            if fewer is None or len(before) + 1 < len(fewer):
                best[end] = (*before, piece)
    return best[len(word)] or ()


def _is_word(index: Index, letters: str) -> bool:
    spoken = sound(letters)
    return index.has_word(spoken) or index.lexicon.has_word(spoken)
