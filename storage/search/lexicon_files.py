"""Everyday words → the official terms they stand for, as they are kept.

The lists are data in `locales/`:

- `lexicon.<language>.tsv`: a phrase, a tab, official terms separated by ` | `, the likeliest
  first. A phrase in capitals is an abbreviation and matches only as it is written. The word `part` in
  a third column says that the phrase is no name of these lines but something paid out of them
  (`школьная столовая`): it is never taken for the line itself. A comment that
  begins with a number heads the phrases of that functional group (`# 04 Образование`): where a budget
  has none of a phrase's lines, the group is offered.
- `weak.<language>.txt`: phrases that are ordinary words of other talk too: they may offer a
  line, never assert it.
- `said_otherwise.tsv`: words that stand for others in any phrase (`стройка` for `строительство`).
- `absent.txt`: phrases for what no local budget holds, so that they are not taken for similar words;
  those behind `# paid by others` are said to be paid from other budgets.
- `terms.tsv`: a concept, its Kazakh and its Russian terms, so that an everyday word of one
  language reaches a budget that is loaded in the other only. Terms behind ` || ` are of neighbouring
  things: where a budget lacks those before it, they are offered and never asserted.
- `received.tsv`: what money comes in from (`жер`, `бизнес`), with the terms of the revenue that it brings;
  such a phrase counts only where a question says that money comes in (`parser/question/incoming.py`).
- `given_up.tsv`: the budgets above a place's own (`область`), with the terms of what it gives up to them;
  such a phrase counts only where a question says that money goes there (`parser/question/given_up.py`).
- `official_wordings.tsv`: the terms by which budgets of other ranks and years name the same thing. Any of
  them stands for all: a phrase needs to name only one.

An entry leads to terms of the national classification, never to one city's codes, so it serves
every budget.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.folding import Folding, sound, words
from parser.text.language import detect_language
from parser.text.word_lists import ListRow, read_list
from storage.prepared import digest_sources, find_cache, keep_prepared, read_prepared
from storage.search.common_programs import is_common
from storage.search.phrases import Entry, Lexicon, LexiconForm, prepare_phrases
from storage.search.said_officially import (
    NEAR,
    Concept,
    number_lines,
    part_terms,
    read_concepts,
    read_official_wordings,
    word_in_all_ways,
)
from storage.search.weights import WEIGHTS, PhraseWeights
from storage.taught import Taught

_GROUP = re.compile(r"#\s*(?P<group>\d\d)\b")
_PREPARED = "lexicon.json"
RECEIVED_COLUMNS = ("kazakh", "russian", "kazakh_terms", "russian_terms", "example")
OTHERWISE_COLUMNS = ("word", "otherwise", "example")
_COLUMN_OF = {Language.KK: "kazakh", Language.RU: "russian"}
_PART = "part"  # the mark of something paid out of a line
_OF_TRANSFERS = "15"  # the functional group of what is given up to another budget
_OF_OTHERS = "99"  # no functional group of any budget: of what other budgets and funds pay
_PAID_BY_OTHERS = "# paid by others"  # heads such phrases in absent.txt
_LOCALES = Path(__file__).parents[2] / "locales"


def load_lexicon(folder: Path = _LOCALES, weights: PhraseWeights = WEIGHTS.phrases) -> Lexicon:
    """The lexicons of both languages, read from disk the first time.

    The project's own are kept ready for the next start (`prepared.py`).

    Raises:
        ValueError: a line is not in its file's form; the message names file and line.
    """
    return _read_folder(folder, weights)


# One is kept, whether its folder and weights were named or not.
@lru_cache(maxsize=1)
def _read_folder(folder: Path, weights: PhraseWeights) -> Lexicon:
    if folder != _LOCALES or weights != WEIGHTS.phrases:
        return Lexicon(prepare_phrases(read_entries(folder), weights), weights)
    sources, cache_folder = digest_sources(), find_cache()
    form: LexiconForm | None = read_prepared(_PREPARED, sources, cache_folder)
    if form is None:
        form = prepare_phrases(read_entries(folder), weights)
        keep_prepared(_PREPARED, sources, cache_folder, form)
    return Lexicon(form, weights)


def read_entries(folder: Path) -> list[Entry]:
    """The phrases of both languages as the lists have them.

    See `load_lexicon` for errors.
    """
    folding = Folding()
    spoken = cache(
        lambda terms: tuple(map(_spoken, terms))
    )  # some phrases share terms with a thousand others
    concepts = read_concepts(folder / "terms.tsv")
    wordings = read_official_wordings(folder / "official_wordings.tsv")
    entries = list(_read_absent(folder / "absent.txt"))
    for language in Language:
        weak = _read_words(folder / f"weak.{language}.txt")
        lexicon = read_lexicon(folder / f"lexicon.{language}.tsv", folding)
        groups = _groups_of_terms(lexicon)
        for phrase, row in (*lexicon.items(), *_say_otherwise(lexicon)):
            concept = concepts.get((language, row.terms)) or Concept(row.terms)
            terms, other_terms, near = word_in_all_ways(concept, wordings)
            entries.append(
                Entry(
                    row.folded,
                    language,
                    spoken(terms),
                    spoken(other_terms),
                    phrase.casefold() in weak,
                    _is_abbreviation(phrase),
                    row.group or _find_group(row.terms, groups),
                    row.part,
                    spoken(near),
                )
            )
    entries.extend(_list_flows(read_received_rows(), folding))
    entries.extend(_list_flows(read_given_up_rows(), folding, given=True))
    known = {(entry.language, entry.folded) for entry in entries}
    entries.extend(_official(concepts, known, _read_group_names(folder)))
    return entries


def read_otherwise_rows() -> tuple[ListRow, ...]:
    """The rows of the words that stand for others in any phrase."""
    return read_list("said_otherwise.tsv", OTHERWISE_COLUMNS)


@cache
def list_words_meant() -> Mapping[str, str]:
    """Each word that stands for another in any phrase → that one: `строят` → `строительство`."""
    return {
        other: row["word"] for row in reversed(read_otherwise_rows()) for other in row["otherwise"].split()
    }


def _say_otherwise(lexicon: Mapping[str, LexiconRow]) -> Iterator[tuple[str, LexiconRow]]:
    """The phrases of several words again, with words that stand for theirs: `стройка садика`.

    What a list has itself leads where the list says.
    """
    others: dict[str, list[str]] = defaultdict(list)
    for otherwise in read_otherwise_rows():
        others[otherwise["word"]] += otherwise["otherwise"].split()
    listed = {row.folded for row in lexicon.values()}
    for phrase, row in lexicon.items():
        for number, word in enumerate(row.folded if len(row.folded) > 1 else ()):
            for other in others.get(word, ()):
                folded = (*row.folded[:number], other, *row.folded[number + 1 :])
                if folded not in listed:
                    listed.add(folded)
                    yield phrase, replace(row, folded=folded)


def read_taught(taught: Taught) -> Entry:
    """A phrase that an operator has taught, as one of the lexicon."""
    others = tuple(_spoken(name) for _, name in taught.names if name != taught.name)
    folded = tuple(taught.words.split())
    return Entry(folded, taught.language, (_spoken(taught.name),), others, weak=False, exact=False)


def _official(
    concepts: Mapping[tuple[Language, tuple[str, ...]], Concept],
    known: Collection[tuple[Language, tuple[str, ...]]],
    groups: Mapping[tuple[Language, tuple[str, ...]], str],
) -> Iterator[Entry]:
    """The official terms of each language as phrases for those of the other; a group's own name is of it."""
    given: set[tuple[Language, tuple[str, ...]]] = set()
    for (language, terms), concept in concepts.items():
        translations = concept.translations
        for index, term in enumerate(terms):
            key = language, tuple(words(term))
            # Terms that are listed in pairs stand for each other; else any of them may be meant.
            meant = translations[index : index + 1] if len(terms) == len(translations) else translations
            if meant and key not in known and key not in given:
                given.add(key)
                spoken = tuple(map(_spoken, meant))
                yield Entry(key[1], language, (), spoken, weak=False, exact=False, group=groups.get(key))


def read_received_rows() -> tuple[ListRow, ...]:
    """The rows of what money comes in from."""
    return read_list("received.tsv", RECEIVED_COLUMNS)


def read_given_up_rows() -> tuple[ListRow, ...]:
    """The rows of whom money is given up to."""
    return read_list("given_up.tsv", RECEIVED_COLUMNS)


def _list_flows(rows: Iterable[ListRow], folding: Folding, *, given: bool = False) -> Iterator[Entry]:
    """What money comes in from, or to whom it is given up, as phrases for the lines that tell of it."""
    for row in rows:
        terms = {
            language: tuple(map(_spoken, part_terms(row[f"{name}_terms"].replace(NEAR, "|"))))
            for language, name in _COLUMN_OF.items()
        }
        beyond = (row[f"{name}_terms"].partition(NEAR)[2] for name in _COLUMN_OF.values())
        near = tuple(_spoken(term) for rest in beyond for term in part_terms(rest))
        for language, other in (tuple(Language), tuple(reversed(Language))):
            for phrase in part_terms(row[_COLUMN_OF[language]]):
                yield Entry(
                    folding.words(phrase),
                    language,
                    terms[language],
                    terms[other],
                    weak=False,
                    exact=_is_abbreviation(phrase),
                    group=_OF_TRANSFERS if given else None,
                    near=near,
                    received=not given,
                    given=given,
                )


def _read_absent(path: Path) -> Iterator[Entry]:
    """The phrases of what no local budget holds; those that others pay are of a group that none has.

    Raises:
        ValueError: nothing parts the ones from the others.
    """
    before, heading, _ = path.read_text(encoding="utf-8").partition(f"\n{_PAID_BY_OTHERS}")
    if not heading:
        raise ValueError(f"{path.name}: {_PAID_BY_OTHERS!r} is missing")
    head = before.count("\n") + 2  # its line
    for number, phrase in number_lines(path):
        language = detect_language(phrase) or Language.RU
        group, exact = (_OF_OTHERS if number > head else None), _is_abbreviation(phrase)
        yield Entry(tuple(words(phrase)), language, (), (), weak=False, exact=exact, group=group)


def _is_abbreviation(phrase: str) -> bool:
    return len(phrase) > 1 and phrase.isupper() and len(phrase.split()) == 1


def _spoken(term: str) -> tuple[str, ...]:
    return tuple(filter(None, map(sound, words(term))))


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """What a phrase's row says of it: its terms, the functional group that heads it, and its mark."""

    folded: tuple[str, ...]  # the phrase's words
    terms: tuple[str, ...]
    group: str | None
    part: bool  # whether it is something paid out of the lines


def read_lexicon(path: Path, folding: Folding | None = None) -> Mapping[str, LexiconRow]:
    """One language's phrases, each with what its row says.

    Args:
        path: the list.
        folding: what folds the phrases; one that has folded others knows their words.

    See `load_lexicon` for the form and errors.
    """
    folding = folding or Folding()
    split = cache(part_terms)
    entries: dict[str, LexiconRow] = {}
    group = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            heading = _GROUP.match(line)
            group = heading["group"] if heading else None
        elif line.strip():
            phrase, _, rest = line.partition("\t")
            cell, *marks = rest.split("\t")
            folded, terms = folding.words(phrase), split(cell)
            if not folded or not terms or phrase in entries or marks not in ([], [_PART]):
                raise ValueError(f"{path.name}, line {number}: {line!r}")
            entries[phrase] = LexiconRow(folded, terms, group, bool(marks))
    return entries


def _read_group_names(folder: Path) -> Mapping[tuple[Language, tuple[str, ...]], str]:
    """The functional groups by their names in each language, as the headings of the phrases have them."""
    names: dict[tuple[Language, tuple[str, ...]], str] = {}
    for language in Language:
        for line in (folder / f"lexicon.{language}.tsv").read_text(encoding="utf-8").splitlines():
            heading = _GROUP.match(line)
            if heading is not None:
                names.setdefault((language, tuple(words(line[heading.end("group") :]))), heading["group"])
    return names


def _find_group(terms: Sequence[str], groups: Mapping[str, str]) -> str | None:
    """The functional group of a phrase that no heading tells: that of its first term which tells one."""
    telling = (groups.get(term) for term in terms if not is_common(_spoken(term)))
    return next(telling, None) or groups.get(terms[0])


def _groups_of_terms(lexicon: Mapping[str, LexiconRow]) -> dict[str, str]:
    """The functional group under which each term is first named."""
    groups: dict[str, str] = {}
    for row in lexicon.values():
        for term in row.terms if row.group else ():
            groups.setdefault(term, row.group or "")
    return groups


def _read_words(path: Path) -> frozenset[str]:
    return frozenset(line.casefold() for _, line in number_lines(path))
