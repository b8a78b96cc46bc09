"""A question against an index: how well each of its words matches each name.

A word matches a name by itself, by its beginning (which is how both languages inflect), with a typing
slip, or through the lexicon, where an everyday phrase stands for an official term. `weigh_question` takes
the steps, each a function of what the steps before it found.

A question's words go by their positions in it, names by their numbers in the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from parser.budget_code import level_of
from parser.dataclass import dataclass
from parser.question.incoming import gives_away, pays_out, tells_of_receipts
from parser.question.question import Token
from parser.records import Level
from parser.text.folding import sound
from storage.search.beyond import is_cut_short, keep_within
from storage.search.head_word import find_head
from storage.search.index import Index
from storage.search.leads import Lead, Reached, doubt_known, gather_leads, lead_to_groups, lead_to_lines
from storage.search.phrase_match import PhraseMatch
from storage.search.phrases import Entry
from storage.search.search_words import WordRole, has_role
from storage.search.told_apart import drop_contrary_phrases, drop_privatives, drop_written_otherwise
from storage.search.yielding import Hits, Words, let_totals_yield

_OF_OFFICE = (WordRole.OFFICE, WordRole.INSTITUTION)
_KEEPERS = (WordRole.OWNER, *_OF_OFFICE)

Matches = Mapping[int, Mapping[str, float]]  # by position: the words of names that it may be


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the words of a question say of the names.

    Attributes:
        words: those that can name a line.
        folded: the same words as they are written, not as they sound.
        matches: for each of them, the words of names that it may be, with how like it is.
        matched: all of these.
        absent: words of known phrases that stand for lines which no loaded budget has.
        lacking: the same, also where shorter phrases in them lead to other lines: `налог на бизнес`.
        lacks_filler: whether such a phrase has a word that only asks elsewhere, so that the others are less
            than it: `жалпы` of `жалпы білім`.
        weights: how much each word tells.
        total: the weight of all words.
        heard: the weight of which a name's score is a share. In a short question it is the weight of all
            words; in a sentence only that of the words that name something, so that a story told around
            them takes nothing away.
        hits: for each word, the names that it matches, by itself or through a phrase.
        best: for each word, how much it is like that of any name, at best.
        reached: the names that phrases lead to.
        things: words for what is bought and paid.
        owners: words for who keeps and uses things.
        of_office: whether an administrator is asked for, by a word for any or by what one is called.
        of_villages: whether villages are spoken of.
        unread: words that ask something which nothing has read, by their positions.
        of_receipts: whether money is said to come in from what is named: nothing that is spent is meant.
        gives_away: whether money is said to be given away: nothing that comes in is asserted.
        pays_out: whether the budget itself is said to pay or buy: what it earns is not asserted.
        received: whether some phrase says from what: the lines it leads to are meant, and no others.
        given_up: whether some phrase says that it goes up to another budget: the same.
    """

    words: Words
    folded: str
    matches: Matches
    matched: frozenset[str]
    absent: frozenset[int]
    lacking: frozenset[int]
    lacks_filler: bool
    weights: Mapping[int, float]
    total: float
    heard: float
    hits: Hits
    best: Mapping[int, float]
    reached: Reached
    things: frozenset[int]
    owners: frozenset[int]
    of_office: bool
    of_villages: bool
    unread: Words
    of_receipts: bool = False
    received: bool = False
    given_up: bool = False
    gives_away: bool = False
    pays_out: bool = False


def weigh_question(index: Index, tokens: Sequence[Token]) -> Evidence:
    """What the words of a question say of the names.

    Args:
        index: the names and the lexicon.
        tokens: the question's words, fillers included.
    """
    asked = [n for n, token in enumerate(tokens) if not token.filler] or list(range(len(tokens)))
    found = _find_phrases(index, tokens, asked)
    lacking = _find_lacking(index, found)
    # A filler belongs to a phrase only beside a word that asks for something, or where there is none.
    phrases = [match for match in found if match.positions & set(asked) and index.terms.leads(match.entry)]
    phrases = [match for match in phrases if not _is_chance(match, phrases, set(asked))]
    phrases = [match for match in phrases if not is_cut_short(tokens, match)]
    positions = sorted({*asked, *(n for match in phrases for n in match.positions)})
    words = {n: tokens[n].sound for n in positions}
    alike = drop_privatives({n: index.match_word(word) for n, word in words.items()}, words)
    matches, absent = _set_absent_aside(index, alike, found)
    posted = drop_written_otherwise(index, tokens, _post(index, matches))
    names = _keep_offices(index, words, keep_within(index, tokens, matches, posted))
    rarities = {n: _weigh_word(index, matches[n]) for n in words}
    several = (match.positions for match in phrases if len(match.positions) > 1 and not match.parted)
    sourced = (n for n in words if n and has_role(tokens[n - 1].sound, WordRole.SOURCE))
    phrased = frozenset(sourced).union(*several)
    weights = let_totals_yield(index, words, rarities, names, phrased)
    head = find_head(index, tokens, words, phrases)
    if head is not None:
        weights = {**weights, head: index.weights.evidence.head * weights[head]}
    to_lines = doubt_known(lead_to_lines(index, words, names, phrases, lacking), found)
    leads = [*to_lines, *lead_to_groups(index, words, found)]
    hits = _add_leads(names, leads)
    best = {n: max(found.values(), default=0.0) for n, found in hits.items()}
    total, little = sum(weights.values()), index.weights.phrases.function_word
    lacked = frozenset[int]().union(*lacking)
    return Evidence(
        words=words,
        folded=" ".join(tokens[n].folded for n in positions),
        matches=matches,
        matched=frozenset(word for likenesses in matches.values() for word in likenesses),
        absent=absent,
        lacking=lacked,
        lacks_filler=any(len(tokens[n].sound) > little for n in lacked - words.keys()),
        weights=weights,
        total=total,
        heard=_weigh_heard(index, weights, total, best),
        hits=hits,
        best=best,
        reached=gather_leads(leads, names),
        things=frozenset(n for n, word in words.items() if has_role(word, WordRole.THING)),
        owners=frozenset(n for n, word in words.items() if any(has_role(word, role) for role in _KEEPERS)),
        of_office=_asks_of_office(index, tokens, matches, phrases),
        of_villages=any(has_role(token.sound, WordRole.VILLAGE) for token in tokens),
        unread={n: token.sound for n, token in enumerate(tokens) if token.unread},
        of_receipts=tells_of_receipts(tokens),
        gives_away=gives_away(tokens),
        pays_out=pays_out(tokens),
        received=any(match.entry.received for match in phrases),
        given_up=any(match.entry.given for match in found),
    )


def _asks_of_office(
    index: Index, tokens: Sequence[Token], matches: Matches, phrases: Iterable[PhraseMatch]
) -> bool:
    """Whether some word calls an administrator: as typed, or as the word of a name or phrase that it is."""
    certain = index.weights.words.certain
    words = {token.sound for token in tokens}
    words |= {word for found in matches.values() for word, likeness in found.items() if likeness >= certain}
    words |= {sound(word) for match in phrases for word in match.entry.folded}
    return any(has_role(word, role) for word in words for role in _OF_OFFICE)


def _is_chance(match: PhraseMatch, found: Sequence[PhraseMatch], asked: Set[int]) -> bool:
    """Whether a phrase's words stand together by chance: some only ask, and another phrase has the others.

    `самое дорогое в отделе образования` asks of no department of roads.
    """
    named = match.positions & asked
    return match.parted and any(named < other.positions for other in found if other.positions <= asked)


def _find_phrases(index: Index, tokens: Sequence[Token], asked: Sequence[int]) -> Sequence[PhraseMatch]:
    """The phrases in a question; mistyped ones where a word is neither in a phrase nor in a name."""
    found = drop_contrary_phrases(tokens, index.phrases.find(tokens, slips=False))
    known = {n for match in found for n in match.positions}
    if any(n not in known and not index.has_word(tokens[n].sound) for n in asked):
        return drop_contrary_phrases(tokens, index.phrases.find(tokens, slips=True))
    return found


def _set_absent_aside(
    index: Index, matches: Matches, found: Sequence[PhraseMatch]
) -> tuple[Matches, frozenset[int]]:
    """Keeps a known phrase whose line no loaded budget has from being taken for a similar word.

    Returns:
        The matches without those, and the words of phrases of several words whose lines are lacking.
    """
    weights = index.weights.evidence
    leading = {n for match in found if index.terms.leads(match.entry) for n in match.positions}
    # `на оборону` is a name of a budget that is loaded in one language only.
    official = (match for match in found if match.entry.is_official and _prints(index, match.entry))
    leading |= {n for match in official for n in match.positions}
    kept = dict(matches)
    absent: set[int] = set()
    for match in found:
        if match.likeness < weights.known_phrase:
            continue
        for n in (match.positions & matches.keys()) - leading:
            if len(match.positions) > 1:
                absent.add(n)
            forms = {word: likeness for word, likeness in kept[n].items() if likeness >= weights.form}
            kept[n] = forms if match.entry.all_terms else {}
    return kept, frozenset(absent)


def _prints(index: Index, entry: Entry) -> bool:
    """Whether some name prints an official term itself, in its own language."""
    spoken = [sound(word) for word in entry.folded]
    if not all(word in index.words.postings for word in spoken):
        return False
    return bool(frozenset.intersection(*map(index.words.holders, spoken)))


def _find_lacking(index: Index, found: Iterable[PhraseMatch]) -> frozenset[frozenset[int]]:
    """The known phrases of several words that stand for lines which no loaded budget has, by their words."""
    least = index.weights.evidence.known_phrase
    return frozenset(
        match.positions
        for match in found
        if len(match.positions) > 1 and match.likeness >= least and not index.terms.leads(match.entry)
    )


def _weigh_word(index: Index, matches: Mapping[str, float]) -> float:
    """How much a word tells: as much as the rarest word that it surely is."""
    certain, rarity = index.weights.words.certain, index.words.rarity
    rarities = (rarity[word] * likeness for word, likeness in matches.items() if likeness >= certain)
    return max(rarities, default=index.words.rarest)


def _post(index: Index, matches: Matches) -> Hits:
    """For every word, the names that hold it; of a common one those that rarer ones hold."""
    postings = index.words.postings
    sizes = {n: sum(len(postings[word]) for word in found) for n, found in matches.items()}
    names: dict[int, Mapping[int, float]] = {n: {} for n in matches}
    seen: set[int] = set()
    for n in sorted(sizes, key=lambda n: sizes[n]):
        if sizes[n] > index.weights.evidence.common and seen:
            names[n] = _find_among(index, seen, matches[n])
            continue
        best: dict[int, float] = {}
        for word, likeness in matches[n].items():
            for name in postings[word]:
                if best.get(name, 0.0) < likeness:
                    best[name] = likeness
        names[n] = best
        seen.update(best)
    return names


def _keep_offices(index: Index, words: Words, names: Hits) -> Hits:
    """Another word for an office stands in an office's name: «управление имуществом» is no отдел."""
    other = index.weights.words.office
    return {
        n: {name: like for name, like in found.items() if like > other or _is_office(index, name)}
        if has_role(words[n], WordRole.BUREAU)
        else found
        for n, found in names.items()
    }


def _is_office(index: Index, number: int) -> bool:
    return level_of(index.words.names[number].paths[0]) is Level.ADMINISTRATOR


def _find_among(index: Index, names: Set[int], matches: Mapping[str, float]) -> dict[int, float]:
    """Of these names, those that hold a matching word."""
    found: dict[int, float] = {}
    for word, likeness in sorted(matches.items(), key=lambda match: match[1]):
        found.update(dict.fromkeys(names & index.words.holders(word), likeness))
    return found


def _add_leads(names: Hits, leads: Iterable[Lead]) -> Hits:
    """Lets the words of phrases match the names that the phrases lead to."""
    hits = {n: dict(found) for n, found in names.items()}
    for lead in leads:
        for n in lead.positions:
            if hits[n].get(lead.name, 0.0) < lead.likeness:
                hits[n][lead.name] = lead.likeness
    return hits


def _weigh_heard(
    index: Index, weights: Mapping[int, float], total: float, best: Mapping[int, float]
) -> float:
    """The weight that a name's score is a share of.

    Of a few words it is the weight of all. Of a sentence it is that of the words that some name has, and a
    little for the rest: `в нашем доме холодно, сколько на отопление` is about the heating. The other words
    make no line less likely. They make it less certain: `covered` still counts them all.

    Args:
        index: with the weights of search.
        weights: of each word, by its position.
        total: the sum of these.
        best: of each word, how well some name matches it at best.
    """
    if len(weights) < index.weights.evidence.sentence:
        return total
    certain = index.weights.words.certain
    known = [n for n, likeness in best.items() if likeness >= certain]
    if not known:
        return total
    heard = sum(weights[n] for n in known)
    return heard + min(total - heard, index.weights.evidence.story * index.words.rarest)
