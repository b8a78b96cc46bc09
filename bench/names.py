"""Searching names: the loaded ones, and ten thousand invented from their words."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from bench.feed import QUESTIONS
from bench.table import Result, milliseconds
from parser.names import skeleton
from parser.parse import parse_file
from parser.question import read_question
from storage.search.index import Index, NameEntry
from storage.search.lexicon import load_lexicon
from storage.search.rank import rank

SAMPLES = Path(__file__).parents[1] / "data/taraz"


def load_entries() -> list[NameEntry]:
    """The names of all sample decisions."""
    entries: dict[NameEntry, None] = {}
    for file in sorted(SAMPLES.iterdir()):
        for edition in parse_file(file).editions:
            for line in edition.lines:
                entries[NameEntry(line.path, edition.language, line.name)] = None
    return list(entries)


def invent_entries(entries: Sequence[NameEntry], count: int, seed: int = 2013) -> list[NameEntry]:
    """As many names again and again, each a real one with some words from others."""
    dice = random.Random(seed)  # noqa: S311 - invented names, no secrets
    words = [word for entry in entries for word in entry.text.split()]
    invented = list(entries)
    while len(invented) < count:
        entry = dice.choice(entries)
        text = entry.text.split()
        for _ in range(dice.randint(1, 3)):
            text.insert(dice.randrange(len(text) + 1), dice.choice(words))
        path = f"expenditure/{dice.randrange(1, 17):02}/{dice.randrange(101, 999)}/{dice.randrange(1, 99):03}"
        invented.append(NameEntry(path, entry.language, " ".join(text)))
    return invented


def run() -> list[Result]:
    entries = load_entries()
    return [_search(entries), _search(invent_entries(entries, 10_000))]


def _search(entries: Sequence[NameEntry]) -> Result:
    index = Index(entries, load_lexicon())
    skeletons = [skeleton(entry.text) for entry in entries]
    questions = [read_question(text) for text in QUESTIONS]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(5):
        for question in questions:
            started = time.perf_counter()
            rank(index, question.tokens)
            ours.append(time.perf_counter() - started)
            started = time.perf_counter()
            process.extract(" ".join(question.words), skeletons, scorer=fuzz.WRatio, limit=5)
            theirs.append(time.perf_counter() - started)
    return Result(
        f"search {len(index.strings):,} names",
        milliseconds(sorted(ours)),
        f"rapidfuzz WRatio over the same: {milliseconds(sorted(theirs))}",
    )
