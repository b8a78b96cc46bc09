"""The words of a question that ask: `locales/asking.kk.tsv` and `locales/asking.ru.tsv`.

Most are compared as they sound (`parser.text.folding.sound`), which serves both languages and their Latin
spellings at once; what would sound like another word (`мать`, `материал`) is compared as it is written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from parser.dataclass import dataclass
from parser.question.asks import CHANGES, Asks
from parser.question.verb_forms import is_form
from parser.records import Language
from parser.text.beginnings import Beginnings
from parser.text.folding import sound
from parser.text.letters import WITHOUT_KAZAKH
from parser.text.memo import Memo, is_short_word
from parser.text.word_lists import ListRow, WordSet, any_in_either_case, read_list, word_set

ASKING_COLUMNS = ("word", "asks", "example")
_MOST_TOLD = 1024  # words of which it is remembered what they ask
_MOST_HEARD, _MOST_WORDS = 16, 60  # messages of which the same is remembered, and their words


@dataclass(frozen=True, slots=True)
class HeardWords:
    """What the words of one message ask, each looked up once. Words are given as they sound.

    Most messages ask few things: what no word of one asks is told of all of them at once.
    """

    _told: Mapping[str, frozenset[Asks]]
    _pairs: _Pairs
    _alone: frozenset[Asks]  # what any word of the message asks
    _begun: frozenset[Asks]  # what any of them may ask together with the one behind it

    def says(self, spoken: str, *asks: Asks) -> bool:
        """Whether a word of the message asks one of these."""
        return not self._told[spoken].isdisjoint(asks)

    def any_says(self, *asks: Asks) -> bool:
        """Whether any word of the message asks one of these."""
        return not self._alone.isdisjoint(asks)

    def may_say(self, *asks: Asks) -> bool:
        """Whether any word of the message asks one of these, or may together with the one behind it."""
        return not (self._alone.isdisjoint(asks) and self._begun.isdisjoint(asks))

    def list_asked(self, spoken: str) -> frozenset[Asks]:
        """All that a word of the message asks by itself."""
        return self._told[spoken]

    def list_asked_together(self, before: str, spoken: str) -> frozenset[Asks]:
        """All that two words that follow one another ask, which neither of them does alone."""
        following = self._pairs.get(before)
        return following.tell(spoken) if following is not None else _NOTHING

    def says_after(self, before: str, spoken: str, asks: Asks) -> bool:
        """Whether a word, or it after the one before (`на что`), asks this."""
        return asks in self._told[spoken] or self.says_together(before, spoken, asks)

    def says_together(self, before: str, spoken: str, asks: Asks) -> bool:
        """Whether two words that follow one another ask this, which neither of them does alone."""
        following = self._pairs.get(before)
        return following is not None and asks in following.asked and asks in following.tell(spoken)


@dataclass(frozen=True, slots=True)
class _ByWord:
    """What words ask: those that may not be inflected, and by their beginnings all others.

    Attributes:
        whole: by a whole word, what it asks.
        begun: by the beginning of words, what they ask; and by the stem of a verb, what its forms ask.
        languages: of whole words and of beginnings, as `whole` and `begun` have them.
        asked: all that any word asks.
    """

    whole: Mapping[str, frozenset[Asks]]
    begun: Beginnings[tuple[frozenset[Asks], frozenset[tuple[Language, Asks]]]]
    languages: tuple[Mapping[str, set[Language]], Mapping[str, set[Language]]]
    asked: frozenset[Asks]

    def tell(self, spoken: str) -> frozenset[Asks]:
        told = self.whole.get(spoken, _NOTHING)
        for start, (words, verbs) in self.begun.find(spoken):
            forms = {asks for language, asks in verbs if is_form(language, start, spoken[len(start) :])}
            told = told | words | forms
        return told

    def is_of(self, language: Language, spoken: str) -> bool:
        """Whether a word of a language asks something."""
        whole, begun = self.languages
        if language in whole.get(spoken, ()):
            return True
        return any(
            language in begun.get(start, ())
            or (any(language is each for each, _ in verbs) and is_form(language, start, spoken[len(start) :]))
            for start, (_, verbs) in self.begun.find(spoken)
        )


class _Pairs:
    """What words ask after another one: sorted when that one is heard, of five hundred a few."""

    def __init__(self, listed: Mapping[str, Sequence[_Word]]) -> None:
        self._listed = listed
        self._sorted: dict[str, _ByWord] = {}

    def get(self, first: str) -> _ByWord | None:
        found = self._sorted.get(first)
        if found is None and first in self._listed:
            found = self._sorted[first] = _sort_words(self._listed[first])
        return found


_NOTHING: frozenset[Asks] = frozenset()


class AskingWords:
    """The lists of both languages, by what their words ask.

    The steps of a reading ask of the same words again and again: of the last ones it is remembered.
    """

    def __init__(
        self,
        phrases: Mapping[Asks, tuple[str, ...]],
        written: Mapping[Asks, WordSet],
        words: _ByWord,
        pairs: _Pairs,
    ) -> None:
        """Takes what the lists hold.

        Args:
            phrases: words and phrases as they are written, by what they ask.
            written: the same, to compare words with.
            words: what words ask by themselves, as they sound.
            pairs: by the first of two words, what the second asks after it.
        """
        self._phrases = phrases
        self._written = written
        self._words = words
        self._pairs = pairs
        self._sources: dict[Asks, str] = {}  # what `pattern` has made
        self._told = Memo(words.tell, _MOST_TOLD, is_short_word)
        self._heard = Memo(self._hear, _MOST_HEARD, _is_short)
        self._languages = Memo(self._list_languages, _MOST_TOLD, is_short_word)

    def says(self, spoken: str, *asks: Asks) -> bool:
        """Whether a word, given as it sounds, asks one of these."""
        return not self._told[spoken].isdisjoint(asks)

    def asks_change(self, spoken: str) -> bool:
        """Whether a word, given as it sounds, asks of a change of any kind."""
        return self.says(spoken, *CHANGES)

    def asks_anything(self, spoken: str) -> bool:
        """Whether a word, given as it sounds, asks anything at all."""
        return bool(self._told[spoken])

    def hear(self, spoken: Iterable[str]) -> HeardWords:
        """What the words of a message, given as they sound, ask; the empty word asks nothing."""
        return self._heard[tuple(spoken)]

    def _hear(self, words: tuple[str, ...]) -> HeardWords:
        told = {word: self._told[word] for word in words}
        clears = {Asks.CLEARS} if any(Asks.DIRT in asks for asks in told.values()) else set()  # убирать снег
        no_change = {Asks.NOTHING, *clears}
        told |= {
            word: asks.difference(CHANGES) for word, asks in told.items() if not no_change.isdisjoint(asks)
        }
        alone = _NOTHING.union(*told.values())
        begun = (following.asked for word in told if (following := self._pairs.get(word)) is not None)
        return HeardWords({**told, "": _NOTHING}, self._pairs, alone, _NOTHING.union(*begun))

    def says_in(self, language: Language, spoken: str) -> bool:
        """Whether a word, as it sounds, asks something in a language."""
        return language in self._languages[spoken]

    def _list_languages(self, spoken: str) -> frozenset[Language]:
        return frozenset(language for language in Language if self._words.is_of(language, spoken))

    def writes(self, folded: str, asks: Asks) -> bool:
        """Whether a word, given as it is written, asks this."""
        return self._written[asks].has(folded)

    def list_phrases(self, asks: Asks) -> tuple[str, ...]:
        """The words and phrases that ask this, as the lists write them."""
        return self._phrases[asks]

    def pattern(self, asks: Asks) -> str:
        """A source that finds the words and phrases that ask this, for an expression that ignores case.

        Those of Kazakh also where they are typed without its letters: `коп емес` is `көп емес`.
        """
        if asks not in self._sources:
            phrases = self._phrases[asks]
            plainly = (phrase.translate(plain) for plain in WITHOUT_KAZAKH for phrase in phrases)
            self._sources[asks] = any_in_either_case([*phrases, *plainly])
        return self._sources[asks]


@cache
def load_asking_words() -> AskingWords:
    """The asking words, read from disk the first time.

    Raises:
        WordListError: a list is not in its form, or a word asks what does not exist.
    """
    phrases: dict[Asks, list[str]] = {asks: [] for asks in Asks}
    words: list[_Word] = []
    pairs = defaultdict[str, list[_Word]](list)
    for language in Language:
        for row in _read_rows(language):
            asks = row.target("asks", Asks)
            phrases[asks].append(row["word"])
            first, _, second = row["word"].partition(" ")
            if not second:
                words.append((language, first, asks))
            elif " " not in second and "*" not in first:
                pairs[sound(first)].append((language, second, asks))
    return AskingWords(
        {asks: tuple(written) for asks, written in phrases.items()},
        {asks: word_set(written) for asks, written in phrases.items()},
        _sort_words(words),
        _Pairs(pairs),
    )


def _is_short(words: tuple[str, ...]) -> bool:
    """Whether a message is so short that what it asks may be remembered."""
    return len(words) <= _MOST_WORDS and all(map(is_short_word, words))


_Word = tuple[Language, str, Asks]  # as a list writes it


def _sort_words(words: Iterable[_Word]) -> _ByWord:
    """Words by what they sound like."""
    listed = list(words)
    whole, begun = defaultdict[str, set[Asks]](set), defaultdict[str, set[Asks]](set)
    verbs = defaultdict[str, set[tuple[Language, Asks]]](set)
    languages = defaultdict[str, set[Language]](set), defaultdict[str, set[Language]](set)
    for language, word, asks in listed:
        spoken = sound(word.rstrip("*~"))
        if word.endswith("~"):
            verbs[spoken].add((language, asks))
        else:
            begins = word.endswith("*")
            (begun if begins else whole)[spoken].add(asks)
            languages[begins][spoken].add(language)
    beginnings = {*begun, *verbs} - {""}
    return _ByWord(
        {word: frozenset(asked) for word, asked in whole.items()},
        Beginnings(
            {
                start: (frozenset(begun.get(start, ())), frozenset(verbs.get(start, ())))
                for start in beginnings
            }
        ),
        languages,
        frozenset(asks for _, _, asks in listed),
    )


def says_in(language: Language, spoken: str) -> bool:
    """Whether a word, as it sounds, asks something in a language."""
    return load_asking_words().says_in(language, spoken)


@cache
def plain_word(language: Language, asks: Asks) -> str:
    """The first word of a language that asks something, without an ending: `жыл` of a year."""
    rows = (row for row in _read_rows(language) if row.target("asks", Asks) is asks)
    return next(rows)["word"].rstrip("*")


def read_asking_rows() -> tuple[ListRow, ...]:
    """The rows of both languages."""
    return tuple(row for language in Language for row in _read_rows(language))


def _read_rows(language: Language) -> tuple[ListRow, ...]:
    return read_list(f"asking.{language}.tsv", ASKING_COLUMNS)
