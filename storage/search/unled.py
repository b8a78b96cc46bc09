"""Known things that no loaded budget has a line of: `школа` in a village, `жер салығы` in a rayon.

What shares a word with such a thing is another one: the social tax is no land tax, a water pipe no gas pipe.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from parser.budget_code import path_below
from parser.dataclass import dataclass
from parser.question.nouns import ends_as_adjective
from parser.question.question import Token
from parser.records import Section
from parser.text.folding import sound
from storage.search.index import Index
from storage.search.phrase_match import PhraseMatch
from storage.search.phrases import holds
from storage.search.search_words import WordRole, has_role

# Words that say of what budget or for what aim, or only that it is money.
_YIELDING = (WordRole.ALL_MONEY, WordRole.TERRITORY, WordRole.SETTLEMENT, WordRole.GENERIC)


_WHICH = (WordRole.QUALITY, WordRole.RANK)  # only say which thing: the new one, that of the oblast
_OF_NONE = "00"  # heads the phrases for revenue, in the lexicon


@dataclass(frozen=True, slots=True)
class UnledThing:
    """A known thing that is all a question names.

    Attributes:
        branch: the path of the functional group that it would be in, where the lexicon tells it.
        has_branch: whether any loaded budget has that group.
        of_deed: whether the question says as well what is done with it: `строительство аэропорта`.
    """

    branch: str | None = None
    has_branch: bool = True
    of_deed: bool = False


def find_unled(index: Index, tokens: Sequence[Token]) -> UnledThing | None:
    """Whether all that a question names is a known thing of which no loaded budget has a line.

    Args:
        index: the names and the lexicon.
        tokens: the question's words, fillers included.

    Returns:
        None where a budget has it, and where the question names something that the lexicon does not know.
    """
    named = {
        n
        for n, token in enumerate(tokens)
        if not (token.filler or any(has_role(token.sound, role) for role in _YIELDING))
    }
    # What is paid to somebody or bought for him is as little there as he is: `зарплата полицейских`.
    named = {n for n in named if not has_role(tokens[n].sound, WordRole.THING)} or named
    # So is what would be built or repaired: `строительство аэропорта`.
    done_with = {n for n in named if not has_role(tokens[n].sound, WordRole.DEED)} or named
    named, of_deed = done_with, done_with < named
    found = index.phrases.find(tokens, slips=False)
    if not named:  # отдаём области
        named = {n for match in found if match.entry.given for n in match.positions}
    if not named:
        return None
    whole = [match for match in found if named <= match.positions]
    whole = whole or _find_narrowed(index, tokens, named, found)
    known = [match for match in whole if match.likeness >= index.weights.evidence.known_phrase]
    if not known or any(_is_had(index, tokens, match) for match in whole):
        return None
    group = next((match.entry.group for match in known if match.entry.group), None)
    if group is None and not any(match.entry.all_terms for match in known):
        return UnledThing(of_deed=True) if of_deed else None  # of what no budget has, a deed tells nothing
    if group is None or group == _OF_NONE:
        return UnledThing(of_deed=of_deed)
    branch = path_below(Section.EXPENDITURE, group)
    return UnledThing(branch, branch in index.words.names_of, of_deed)


def _find_narrowed(
    index: Index, tokens: Sequence[Token], named: Set[int], found: Sequence[PhraseMatch]
) -> list[PhraseMatch]:
    """The phrases that are all of a question together, but for words that only say which thing: `новая`.

    A word that no name and no phrase has says no more: of what there is no line, there is none of one of it,
    `стипендии студентам ТарГУ`. The longest comes first.
    """
    inside = [match for match in found if match.positions & named]
    if any(_is_printed(index, tokens, match) for match in inside):
        return []
    said = frozenset[int]().union(*(match.positions for match in inside))
    alike = index.phrases.find(tokens, slips=True) if named - said else ()
    if any(match.positions & (named - said) for match in alike):
        return []  # a mistyped word may be a thing of its own
    for n in named - said:
        token = tokens[n]
        which = any(has_role(token.sound, role) for role in _WHICH) or ends_as_adjective(token.folded)
        if not which and index.match_word(token.sound, slips=False):
            return []
    return sorted(inside, key=lambda match: -len(match.positions))


def _is_printed(index: Index, tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether some name has all the words of a phrase, in whatever form: it is that, whatever a list says."""
    certain = index.weights.words.certain
    alike = (index.match_word(tokens[n].sound, slips=False) for n in match.positions)
    sure = ([word for word, likeness in found.items() if likeness >= certain] for found in alike)
    held = (frozenset[int]().union(*map(index.words.holders, forms)) for forms in sure)
    return bool(frozenset.intersection(*held))


def _is_had(index: Index, tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether some name is what a phrase stands for, or has all of its words; offices have other names.

    A long name outside the phrase's group that only mentions a term, and has no word as typed, is none:
    fuel for «специалистам здравоохранения» is no hospital. Where no budget has the group, such a name is
    none whatever was typed, unless that is half of it: nor is it `здравоохранение`.
    """
    entry = match.entry
    if any(has_role(word, WordRole.OFFICE) for term in entry.all_terms for word in term):
        return True
    branch = path_below(Section.EXPENDITURE, entry.group) if entry.group else ""
    has_branch = not branch or branch in index.words.names_of
    typed = {word for n in match.positions for word in index.match_word(tokens[n].sound)}
    for hit in (hit for term in entry.all_terms for hit in index.terms.find_for(entry, term)):
        name = index.words.names[hit.name]
        said = typed.intersection(name.words)
        named = bool(said) and (has_branch or 2 * len(said) >= len(name.words))
        if (
            named
            or any(path.startswith(branch) for path in name.paths)
            or hit.rate >= index.weights.evidence.asserting_rate
        ):
            return True
    spoken = tuple(map(sound, entry.folded))
    return index.prints(spoken) if has_branch else _prints_mainly(index, spoken)


def _prints_mainly(index: Index, spoken: Sequence[str]) -> bool:
    """Whether some name holds these words, as they sound, and they are half of it."""
    names = (index.words.names[number].words for number in index.words.postings.get(spoken[0], ()))
    return any(2 * len(spoken) >= len(words) and holds(words, spoken) for words in names)
