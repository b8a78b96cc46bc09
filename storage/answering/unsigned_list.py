"""Lines that are named one after another with no sign between them: `школы садики дороги`.

Where a message says no comma, only who knows the phrases sees that each of its words names a line of its own.
Three of them at least make a list: of two the second may say more of the first (`ремонт школы`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.nouns import ends_as_adjective
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.word_forms import DATIVE
from parser.text.folding import words
from parser.text.word_lists import ListRow, read_list
from storage.search.index import Index

_FEWEST = 3  # entries of such a list
_PIECE = re.compile(r"\S+")
_LONGEST = 3  # words of an entry
NOUN_CASE_COLUMNS = ("written", "typed", "example")
_ANY_END = "*"
_NO_END = "-"


@dataclass(frozen=True, slots=True)
class _ListedPhrase:
    """A phrase that names a line by itself, where its words stand in a message, and how its last one ends."""

    start: int
    end: int
    is_plain: bool  # as it stands in the lexicon: школы, but not школ
    is_dative: bool  # мектепке
    is_quality: bool = False  # детские

    def goes_with(self, other: _ListedPhrase) -> bool:
        """Whether both stand in one case, as the entries of a list do."""
        return (self.is_plain and other.is_plain) or (self.is_dative and other.is_dative)


def sign_list(index: Index, question: Question) -> Question:
    """A question that names several lines without a sign between them, as if commas stood there.

    Args:
        index: the phrases and the names.
        question: as it was typed; one that goes on from another, or has a code, stays as it is.
    """
    if question.said or question.path or question.codes:
        return question
    if sum(not token.filler for token in question.tokens) < _FEWEST:
        return question  # an entry begins with a word that does not only ask
    bounds = frozenset(_list_bounds(index, question.tokens))
    text = _with_commas(question.text, question.tokens, bounds) if bounds else question.text
    return read_question(text) if text != question.text else question


def _list_bounds(index: Index, tokens: Sequence[Token]) -> Iterator[int]:
    """The numbers of the words behind which a comma belongs."""
    chain: list[_ListedPhrase] = []
    for entry in (*_list_entries(index, tokens), None):
        if entry and chain and entry.is_quality and entry.start == chain[-1].end:
            chain[-1] = replace(chain[-1], end=entry.end)  # сады детские
            continue
        if chain and not (entry and entry.goes_with(chain[-1]) and _follows(tokens, chain[-1], entry)):
            if len(chain) >= _FEWEST and not _is_named(index, tokens, chain):
                unsigned = (each for each, following in pairwise(chain) if each.end == following.start)
                yield from (each.end - 1 for each in unsigned)
            chain = []
        if entry:
            chain.append(entry)


def _follows(tokens: Sequence[Token], before: _ListedPhrase, entry: _ListedPhrase) -> bool:
    """Whether an entry stands right behind another, or with `и` between."""
    between = tokens[before.end : entry.start]
    return len(between) <= 1 and all(load_asking_words().says(word.sound, Asks.BETWEEN) for word in between)


def _is_named(index: Index, tokens: Sequence[Token], chain: Sequence[_ListedPhrase]) -> bool:
    """Whether the name of one line has the words of two entries: «культура и спорт» is one department."""
    lasts = [tokens[entry.end - 1].sound for entry in chain]
    return any(index.has_name_of((), pair) for pair in pairwise(lasts) if pair[0] != pair[1])


def _list_entries(index: Index, tokens: Sequence[Token]) -> Iterator[_ListedPhrase]:
    """The phrases of a message that stand in a case of lists, in order, each as long as it may be."""
    start = 0
    while start < len(tokens):
        lengths = range(min(_LONGEST, len(tokens) - start), 0, -1)
        entries = (_read_entry(index, tokens, start, start + length) for length in lengths)
        entry = next(filter(None, entries), None)
        if entry and (entry.is_plain or entry.is_dative):
            yield entry
        start = entry.end if entry else start + 1


def _read_entry(index: Index, tokens: Sequence[Token], start: int, end: int) -> _ListedPhrase | None:
    """The phrase that is just these words and leads to a line; None where there is none."""
    said = tokens[start:end]
    if said[0].filler or said[-1].filler:
        return None
    found = (match.entry for match in index.phrases.find_whole(said))
    led = [entry for entry in found if index.terms.leads(entry)]
    if not led:
        return None
    last = said[-1]
    plain = any(is_plain(last.folded, entry.folded[-1]) for entry in led)
    quality = end - start == 1 and ends_as_adjective(last.folded)
    return _ListedPhrase(start, end, plain, DATIVE.search(last.sound) is not None, quality)


def is_plain(typed: str, written: str) -> bool:
    """Whether a word stands as the lexicon writes it, in its plural, or as the object of a verb.

    >>> is_plain("социалку", "социалка"), is_plain("школ", "школа")
    (True, False)

    Args:
        typed: as the message writes it.
        written: as the lexicon does.
    """
    ends = _load_ends()
    stem, told = (written[:-1], ends[written[-1]]) if written[-1] in ends else (written, ends[_ANY_END])
    return typed == written or (typed.startswith(stem) and typed[len(stem) :] in told)


def read_noun_case_rows() -> tuple[ListRow, ...]:
    """The rows of the list of the ends of nouns that are named, or that are objects."""
    return read_list("noun_cases.tsv", NOUN_CASE_COLUMNS)


@cache
def _load_ends() -> Mapping[str, frozenset[str]]:
    """What a noun may end in there, by what it ends in as a list writes it."""
    return {
        row["written"]: frozenset(end.removeprefix(_NO_END) for end in row["typed"].split())
        for row in read_noun_case_rows()
    }


def _with_commas(text: str, tokens: Sequence[Token], bounds: frozenset[int]) -> str:
    """A text with a comma behind each of these words that has no sign behind it yet."""
    signed, number, last = [], 0, 0
    for piece in _PIECE.finditer(text):
        said = words(piece.group())
        at = [token.folded for token in tokens[number : number + len(said)]]
        end = piece.end()
        signed.append(text[last:end])
        last = end
        if not said or at != said:
            continue
        number += len(said)
        signed_already = not piece.group()[-1].isalnum() or not text[end:].lstrip()[:1].isalnum()
        if number - 1 in bounds and not signed_already:
            signed.append(",")
    return "".join((*signed, text[last:]))
