"""A word of one language → the word of the other that budgets use for it.

`locales/pairs.tsv` holds a Kazakh word, a tab and a Russian word, the likelier pair first. With them
a question that mixes the languages, or that is asked of a budget loaded in the other language only,
is searched once more in one language.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from parser.records import Language
from parser.text.folding import sound
from parser.text.harmony import are_of_other_rows
from storage.search.forms import SHORTEST_STEM, bases_of, is_ending, stem_of

_WITHOUT = "siz"  # as it sounds: what something is without
_PAIRS = Path(__file__).parents[2] / "locales/pairs.tsv"


class WordPairs:
    """Words by their sound, in any of their forms."""

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._words: dict[Language, dict[str, list[tuple[str, str]]]] = {
            language: defaultdict(list) for language in Language
        }
        for kazakh, russian in pairs:
            for language, word, translation in (
                (Language.RU, kazakh, russian),
                (Language.KK, russian, kazakh),
            ):
                spoken = sound(word)
                for base in {spoken, *bases_of(spoken, stem_of(word, spoken))}:
                    self._words[language][base].append((word, translation))

    def translate(self, folded: str, language: Language) -> Sequence[str]:
        """The words of a language that a word of the other may stand for, the likeliest first.

        Args:
            folded: the word as it is written, inflected or not.
            language: of the words to find.

        Returns:
            Folded words; none where the word has no pair, or is of that language already. `қырыс` is no
            `кіріс`, and `тәртіпсіз` is without `тәртіп`.
        """
        words, spoken = self._words[language], sound(folded)
        ends = (end for end in range(len(spoken) - 1, SHORTEST_STEM - 1, -1) if spoken[:end] in words)
        meant = (end for end in ends if is_ending(spoken[end:]) and not spoken[end:].startswith(_WITHOUT))
        end = len(spoken) if spoken in words else next(meant, 0)
        found = words[spoken[:end]] if end else ()
        return [translation for word, translation in found if not are_of_other_rows(folded, word)]


@cache
def load_pairs(path: Path = _PAIRS) -> WordPairs:
    """The word pairs, read from disk the first time.

    Raises:
        ValueError: a line is not two words; the message names file and line.
    """
    pairs = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        kazakh, tab, russian = line.partition("\t")
        if not tab or len(kazakh.split()) != 1 or len(russian.split()) != 1:
            raise ValueError(f"{path.name}, line {number}: {line!r}")
        pairs.append((kazakh, russian))
    return WordPairs(pairs)
