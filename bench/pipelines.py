"""Which line comes first: our ranking beside others built of the usual parts, on the same questions.

The token index is what is recommended for short, inflected, mistyped questions against long names. It matches
every word exactly, by ratio or by its beginning, weighs it by its rarity, and ranks the best again by the
letters that both texts share. It is measured twice: with the names alone, and with our everyday phrases as
more names of the lines that they lead to.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from bench.search import CITIES, Case, cities_questions, load_cases
from bench.table import Result
from parser.parse import parse_file
from parser.question.keyboard import other_layouts
from parser.question.question import Question
from parser.question.reading import read_question
from parser.text.folding import sounds
from storage.search.index import Index, NameEntry
from storage.search.letters import compare_letters, count_letters
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import rank

_NO_NAMES = frozenset({"codes", "amounts", "several", "place_year_edition", "small_talk", "nothing"})
_RERANKED = 15

Scored = tuple[float, str]
Search = Callable[[Question], Scored | None]


class TokenIndex:
    """Texts by their words: the token score and the cosine of their letters, .7 and .3."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = [(sounds(text), path) for text, path in texts]
        self._letters = [count_letters(" ".join(words)) for words, _ in self._texts]
        self._postings: dict[str, set[int]] = defaultdict(set)
        self._alike: dict[str, dict[str, float]] = {}
        for number, (words, _) in enumerate(self._texts):
            for word in words:
                self._postings[word].add(number)
        count = Counter({word: len(numbers) for word, numbers in self._postings.items()})
        self._rarity = {word: math.log(1 + len(self._texts) / count[word]) for word in count}
        self._rarest = math.log(1 + len(self._texts))

    def search(self, question: Question) -> Scored | None:
        """The best line for a question, with its score."""
        asked = [word for word in question.words if not word.isdigit()]
        covered: dict[int, float] = defaultdict(float)
        total = 0.0
        for word in asked:
            if word not in self._alike:
                self._alike[word] = self._match(word)
            alike = self._alike[word]
            weight = max((self._rarity[match] for match in alike), default=self._rarest)
            total += weight
            best: dict[int, float] = {}
            for match, likeness in alike.items():
                for number in self._postings[match]:
                    best[number] = max(best.get(number, 0.0), likeness)
            for number, likeness in best.items():
                covered[number] += likeness * weight
        scored = sorted(
            ((self._score(n, cover / total, asked), n) for n, cover in covered.items()), reverse=True
        )
        letters = count_letters(" ".join(asked))
        final = [
            (0.7 * score + 0.3 * compare_letters(letters, self._letters[n]), self._texts[n][1])
            for score, n in scored[:_RERANKED]
        ]
        return max(final, default=None)

    def _match(self, word: str) -> dict[str, float]:
        if len(word) <= 3:
            return {word: 1.0} if word in self._postings else {}
        found = {
            match: 0.95 * ratio / 100
            for match, ratio, _ in process.extract(
                word, list(self._postings), scorer=fuzz.ratio, score_cutoff=72, limit=20
            )
        }
        for match in self._postings:
            shared = next(
                (n for n, (a, b) in enumerate(zip(match, word, strict=False)) if a != b),
                min(len(match), len(word)),
            )
            share = shared / min(len(match), len(word))
            if shared >= 4 and share >= 0.75:
                found[match] = max(found.get(match, 0.0), 0.9 * share)
        return found | ({word: 1.0} if word in self._postings else {})

    def _score(self, number: int, cover: float, asked: Sequence[str]) -> float:
        words = self._texts[number][0]
        weight = sum(self._rarity[word] for word in words) or 1.0
        said = sum(self._rarity[word] for word in words if word in set(asked))
        return 0.85 * cover + 0.15 * said / weight


def _names(documents: Sequence[Path]) -> list[NameEntry]:
    files = [file for path in documents for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
    entries: dict[NameEntry, None] = {}
    for file in files:
        for edition in parse_file(file).editions:
            entries |= {NameEntry(line.path, edition.language, line.name): None for line in edition.lines}
    return list(entries)


def _aliases(index: Index) -> Iterator[tuple[str, str]]:
    """Our everyday phrases, each as a name of the first line it leads to."""
    for entry in index.lexicon.entries():
        hits = next((hits for term in entry.terms if (hits := index.terms.find(term))), ())
        for path in index.words.names[hits[0].name].paths[:1] if hits else ():
            yield " ".join(entry.folded), path


def _best(search: Search, case: Case) -> str | None:
    """The best line over what was typed and its other keyboard layouts."""
    readings = [case.text, *other_layouts(case.text)]
    found = [match for text in readings if (match := search(read_question(text))) is not None]
    return max(found)[1] if found else None


def _ours(index: Index, question: Question) -> Scored | None:
    return next(((match.score, match.path) for match in rank(index, question.tokens, 1)), None)


def _by_ratio(entries: Sequence[NameEntry], texts: Sequence[str], question: Question) -> Scored | None:
    found = process.extractOne(" ".join(question.words), texts, scorer=fuzz.WRatio)
    return found[1], entries[found[2]].path


def run() -> list[Result]:
    """The share of open questions whose right line comes first, by ranking: our own, and the cities'."""
    own = ("our own questions, Taraz", [("taraz", load_cases("open"))])
    cities = [(name, cities_questions(name, "open")) for name in CITIES]
    others = ("questions written apart, five budgets", cities)
    return [Result(f"top-1 of {title}", *_row(sets)) for title, sets in (own, others)]


def _row(sets: Sequence[tuple[str, Sequence[Case]]]) -> tuple[str, str]:
    right: Counter[str] = Counter()
    asked = 0
    for name, cases in sets:
        entries = _names(CITIES[name])
        index = Index(entries, load_lexicon())
        named = [(entry.text, entry.path) for entry in entries]
        spoken = [" ".join(sounds(entry.text)) for entry in entries]
        searches: dict[str, Search] = {
            "ours": partial(_ours, index),
            "token index": TokenIndex(named).search,
            "token index with our phrases": TokenIndex([*named, *_aliases(index)]).search,
            "rapidfuzz WRatio": partial(_by_ratio, entries, spoken),
        }
        chosen = [case for case in cases if case.accepted and case.kind not in _NO_NAMES]
        asked += len(chosen)
        for title, search in searches.items():
            right[title] += sum(_is_right(_best(search, case), case) for case in chosen)
    shares = {title: f"{right[title] / asked:.1%}" for title in right}
    beside = ", ".join(f"{title} {share}" for title, share in shares.items() if title != "ours")
    return f"{shares['ours']} of {asked}", beside


def _is_right(path: str | None, case: Case) -> bool:
    return any(path in accepted for accepted in case.accepted)
