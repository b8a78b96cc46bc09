"""Searching names: the loaded ones, and many more invented from their words, beside the usual ways."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from rapidfuzz import fuzz, process

from bench.search import Case, load_cases
from bench.table import Result, milliseconds
from parser.budget_code import FIRST_ADMINISTRATOR, PATH_LEVELS, TOP_CODES, Side, join
from parser.parse import parse_file
from parser.question.question import Question
from parser.question.reading import read_question
from parser.records import Level, Section
from parser.text.folding import skeleton
from storage.search.index import Index, NameEntry
from storage.search.lexicon_files import load_lexicon
from storage.search.rank import rank

_LEVELS = PATH_LEVELS[Side.SPENDING]
_GROUPS = sorted(TOP_CODES[Level.GROUP])
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
        codes = (dice.choice(_GROUPS), dice.randrange(FIRST_ADMINISTRATOR, 999), dice.randrange(1, 99))
        printed = [(level, str(code)) for level, code in zip(_LEVELS, codes, strict=False)]
        path = join(Section.EXPENDITURE, printed)
        invented.append(NameEntry(path, entry.language, " ".join(text)))
    return invented


def run() -> list[Result]:
    """Times searching the loaded names, then 3,000 and 100,000 invented ones, beside the usual ways."""
    entries = load_entries()
    cases = [
        case
        for case in load_cases("open")
        if case.expect == "sure" and case.kind not in {"codes", "amounts", "several", "place_year_edition"}
    ]
    return [
        *_compare(entries, cases),
        *_compare(invent_entries(entries, 3_000), cases),
        *_compare(invent_entries(entries, 100_000), cases[::12]),
    ]


Search = Callable[[Question], str | None]


def _compare(entries: Sequence[NameEntry], cases: Sequence[Case]) -> list[Result]:
    """Our ranking and its peers on the same questions: time of each, and how often the first is right.

    Ours keeps what official terms lead to and the letters of names it compared: it is measured on an
    index that nobody has asked yet, and then, as its peers, on one that has answered these questions.
    """
    started = time.perf_counter()
    index = Index(entries, load_lexicon())
    built = time.perf_counter() - started
    skeletons = [skeleton(entry.text) for entry in entries]
    with closing(_database(entries, skeletons)) as database:
        peers: dict[str, Search] = {
            "ours": lambda question: next((ranked.path for ranked in rank(index, question.tokens, 1)), None),
            "rapidfuzz WRatio": lambda question: _by_ratio(entries, skeletons, question),
            "SQLite FTS5 trigram": lambda question: _by_trigrams(database, question),
            "SQLite LIKE": lambda question: _by_like(database, question),
        }
        first = _measure(peers["ours"], cases)
        measured = {name: _measure(search, cases) for name, search in peers.items()}
    title = f"search {len(index.words.names):,} names, {len(cases)} questions"
    return [
        Result(f"{title}: index", f"{built:.2f} s"),
        Result(f"{title}: asked for the first time", first),
        *(
            Result(title, measured["ours"], f"{name}: {figures}")
            for name, figures in measured.items()
            if name != "ours"
        ),
    ]


def _measure(search: Search, cases: Sequence[Case]) -> str:
    taken, right = [], 0
    for case in cases:
        question = read_question(case.text)
        started = time.perf_counter()
        path = search(question)
        taken.append(time.perf_counter() - started)
        right += any(path in accepted for accepted in case.accepted)
    return f"{milliseconds(sorted(taken))}, top-1 {right / len(cases):.0%}"


def _by_ratio(entries: Sequence[NameEntry], skeletons: Sequence[str], question: Question) -> str | None:
    found = process.extractOne(" ".join(question.words), skeletons, scorer=fuzz.WRatio)
    return entries[found[2]].path


def _database(entries: Sequence[NameEntry], skeletons: Sequence[str]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(skeleton, path UNINDEXED, tokenize='trigram')")
    rows = zip(skeletons, (entry.path for entry in entries), strict=True)
    database.executemany("INSERT INTO names VALUES (?, ?)", rows)
    return database


def _by_trigrams(database: sqlite3.Connection, question: Question) -> str | None:
    text = " ".join(question.words)
    trigrams = {text[start : start + 3] for start in range(len(text) - 2)}
    if not trigrams:
        return None
    asked = " OR ".join(f'"{trigram}"' for trigram in sorted(trigrams))
    query = "SELECT path FROM names WHERE names MATCH ? ORDER BY bm25(names) LIMIT 1"
    row = database.execute(query, (asked,)).fetchone()
    return row[0] if row else None


def _by_like(database: sqlite3.Connection, question: Question) -> str | None:
    row = database.execute(
        "SELECT path FROM names WHERE skeleton LIKE ? ORDER BY length(skeleton) LIMIT 1",
        (f"%{'%'.join(question.words)}%",),
    ).fetchone()
    return row[0] if row else None
