"""Words that name nothing: of politeness, of asking, of small talk (`locales/filler.*.txt`, `talk.txt`)."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.text.folding import sounds
from parser.text.word_lists import LOCALES


def is_filler(folded: str, spoken: str) -> bool:
    """Whether a word, as it is written and as it sounds, is one of politeness and asking."""
    return spoken in load_fillers() and not load_asking_words().writes(folded, Asks.NOTHING)


def is_talk(spoken: Collection[str]) -> bool:
    """Whether a message is a greeting, thanks or a question about the bot, and nothing else."""
    return bool(spoken) and _load_talk().issuperset(spoken)


@cache
def load_fillers() -> frozenset[str]:
    """Words of politeness and asking, in both languages, as they sound."""
    return _read_sounds("filler.kk.txt") | _read_sounds("filler.ru.txt")


@cache
def _load_talk() -> frozenset[str]:
    return _read_sounds("talk.txt")


def _read_sounds(file: str) -> frozenset[str]:
    lines = (LOCALES / file).read_text(encoding="utf-8").splitlines()
    # All at once: a thousand short texts take half as long again.
    return frozenset(sounds("\n".join(line for line in lines if not line.startswith("#"))))
