"""A message in its lines, where these are set beside one another by the form of their words.

`білім бе, спорт па`, `школы больше садиков`, `мектеп балабақшадан қанша көп`, `білімді спортпен салыстыр`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.question.fillers import is_filler
from parser.question.superlatives import is_spent
from parser.question.word_forms import ABLATIVE, DATIVE, TOGETHER, WORD
from parser.text.folding import sound, words
from parser.text.letters import DASHES

_ADDED = re.compile("...[dtn]i$")  # мектепті, as it sounds
_OBJECT = re.compile("...(?:[dtn]i|[^dtn]in)$")  # спортты, салығын; no genitive
_OF_KIND = re.compile("..[dtl]ik$")  # әлеуметтік, облыстық, as they sound
_POSSESSED = re.compile("..i(?:nan|nen)$")  # көмегінен
_TO = " к "
_RUSSIAN_DATIVE = re.compile("..(?:i?am|[oe]mu|[oe]i|i?u|e)$")  # школам, детскому саду
_SHORTEST_SHARED = 4  # letters of a word of which another one is a form


def cut_comparative(text: str) -> list[str]:
    """`школы больше садиков`: right after the word that compares stands a line, and another before it."""
    for match in more_or_less().finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        following = next(iter(words(after)), "")
        spoken = sound(following)
        verb = is_spent(spoken)  # көмекте көп кететіні is no second line
        if following and not verb and not is_filler(following, spoken) and names(before):
            return [before, after]
    return [text]


def cut_ablative(text: str) -> list[str]:
    """`мектеп балабақшадан қанша көп`; `балабақшадан мектепке көп бөлінген бе`."""
    for word in WORD.finditer(text):
        if not ABLATIVE.search(sound(word.group().casefold())) or not names(word.group()):
            continue
        more = more_or_less().search(text, word.end())
        if more is None:
            return [text]
        between, after = text[word.end() : more.start()], text[more.end() :]
        if names(between) or names(after):
            return [text[: word.end()], f"{between} {after}"]
        return cut_last(text[: word.end()])
    return [text]


def cut_last(text: str) -> list[str]:
    """Two lines that follow one another: the first ends in the dative, else the last word is the second.

    Where the last word stands before too, one line ends there: `көлік салығы жер салығынан`.
    """
    found = list(WORD.finditer(text))
    for word in found[1:-2]:
        if _is_same(word.group(), found[-1].group()):
            return [text[: word.end()], text[word.end() :]]
    for word in reversed(found[:-1]):
        if DATIVE.search(sound(word.group().casefold())):
            return [text[: word.end()], text[word.end() :]]
    start = _name_start(found)
    return [text[:start], text[start:]] if start else [text]


def _name_start(found: Sequence[re.Match[str]]) -> int:
    """Where the name that ends in the last of some words begins; 0 where it is all of them.

    What says of which kind it is belongs to it, `әлеуметтік көмектен`, and whose it is: `көлік салығынан`.
    """
    at, spoken = len(found) - 1, [sound(word.group().casefold()) for word in found]
    if at > 1 and _POSSESSED.search(spoken[at]):
        at -= 1
    while (
        at > 0
        and _OF_KIND.search(spoken[at - 1])
        and not load_asking_words().says(spoken[at - 1], Asks.ACTOR)
    ):
        at -= 1
    return found[at].start() if found else 0


def _is_same(first: str, second: str) -> bool:
    """Whether two words are forms of one: `салығы`, `салығынан`."""
    return second.casefold().startswith(first.casefold()[:-1]) and len(first) >= _SHORTEST_SHARED


def cut_with(text: str) -> list[str]:
    """`сравни школы с садиками`; `школы вместе с садиками`."""
    return _with().split(text, maxsplit=1)


def cut_together(text: str) -> list[str]:
    """`білімді спортпен салыстыр`: a word that ends so is a line, what stands before or after it another."""
    for word in WORD.finditer(text):
        if not TOGETHER.search(sound(word.group().casefold())):
            continue
        start = _head_start(text, word)
        before, after = text[:start], text[word.end() :]
        objects = [
            each.end() for each in WORD.finditer(before) if _OBJECT.search(sound(each.group().casefold()))
        ]
        if objects and names(before[objects[-1] :]):  # жер салығын мүлік салығымен
            return [before[: objects[-1]], text[objects[-1] :]]
        return [before, text[start:]] if names(before) else [text[start : word.end()], after]
    return [text]


def _head_start(text: str, word: re.Match[str]) -> int:
    """Where a line begins that ends in a word: `көлік салығымен` in two, as `салық` is what it is one of."""
    if not load_asking_words().says(sound(word.group().casefold()), Asks.HEAD):
        return word.start()
    before = list(WORD.finditer(text[: word.start()]))
    own = before and names(before[-1].group()) and not text[before[-1].end() : word.start()].strip()
    said = sound(before[-1].group().casefold()) if before else ""
    return before[-1].start() if own and not _OBJECT.search(said) else word.start()


def cut_added_to(text: str) -> list[str]:
    """`к школам садики`, `садики к школам`: one line is added to another."""
    before, to, after = text.partition(_TO)
    if not to or (names(before) and names(after)):
        return [before, after]
    said = after.split()
    taken = next(
        (at for at, word in enumerate(said) if not _RUSSIAN_DATIVE.search(sound(word.casefold()))), 1
    )
    return [" ".join(said[:taken]), " ".join(said[taken:])]


def cut_added(text: str) -> list[str]:
    """`мектепті балабақшаға`, `мектепке балабақшаны`: the case says which line is added to which."""
    said = text.split()
    cases = [sound(word.strip(",.?!").casefold()) for word in said]
    for at, case in enumerate(cases):
        added, other = (_ADDED, DATIVE) if _ADDED.search(case) else (DATIVE, _ADDED)
        if added.search(case) and any(other.search(later) for later in cases[at + 1 :]):
            return [" ".join(said[: at + 1]), " ".join(said[at + 1 :])]
    return [text]


def names(text: str) -> bool:
    """Whether a text has a word or a code that does not only ask."""
    return any(not is_filler(word, sound(word)) for word in words(without_comparison(text)))


def without_comparison(text: str) -> str:
    """A piece without the words that compare: `дороже школы` names `школы`."""
    return " ".join(more_or_less().sub(" ", text).split())


def without_turns(text: str) -> str:
    """A text without the word that says which of several lines comes first: `сначала школы, затем садики`."""
    return _in_turn().sub(" ", text)


def parts_by_dashes(text: str) -> bool:
    """Whether only dashes stand between the lines of a text: `школы - дороги`."""
    between = [each[0].strip() for each in between_lines().finditer(text)]
    return bool(between) and set("".join(between)) <= set(DASHES)


@asked_pattern()
def any_word(*asks: Asks) -> re.Pattern[str]:
    """Any word or phrase that asks one of some things, or says it of lines: `против`, `вместе`."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(load_asking_words().pattern, asks))})", re.IGNORECASE)


@asked_pattern(Asks.IN_TURN)
def _in_turn() -> re.Pattern[str]:
    asking = load_asking_words()
    first, then = asking.pattern(Asks.IN_TURN), asking.pattern(Asks.THEN)
    return re.compile(rf"(?<!\w){first}\s+(?=\S.*\W{then})", re.IGNORECASE)


@asked_pattern(Asks.WITH)
def _with() -> re.Pattern[str]:
    return re.compile(rf"\s+{load_asking_words().pattern(Asks.WITH)}\s+", re.IGNORECASE)


@asked_pattern(Asks.MORE, Asks.LESS, Asks.EXCEEDS)
def more_or_less() -> re.Pattern[str]:
    """`больше`, `дороже`, `көп`: one thing is more than another."""
    compares = "|".join(map(load_asking_words().pattern, (Asks.MORE, Asks.LESS, Asks.EXCEEDS)))
    things = load_asking_words().pattern(Asks.NOT_MORE)
    return re.compile(rf"(?<!\w)(?!{things})(?:{compares})", re.IGNORECASE)


@cache
def between_lines() -> re.Pattern[str]:
    """What stands between the lines of a question that names several."""
    between = load_asking_words().pattern(Asks.BETWEEN)
    # `458 — 045` is one code.
    dash = rf"(?<!\d)\s[{DASHES}]+\s|\s[{DASHES}]+\s(?!\d)"
    return re.compile(rf"[,;:+&\n]|{dash}|(?<=[^\W\d])/(?=[^\W\d])|(?<!\w){between}", re.IGNORECASE)


_FEWEST_PARTICLES = 2


def name_several(pieces: Sequence[str]) -> tuple[str, ...] | None:
    """The pieces that name something, where these are several."""
    named = tuple(piece for piece in pieces if names(piece))
    return named if len(named) > 1 else None


def cut_particles(text: str) -> list[str]:
    """`білім бе, спорт па`: a particle follows each line."""
    if not has_particles(text):
        return [text]
    return [piece for part in _particles().split(text) for piece in between_lines().split(part)]


def has_particles(text: str) -> bool:
    """Whether so many particles stand in a message that each may follow a line."""
    return len(_particles().split(text)) > _FEWEST_PARTICLES


def cut_against(text: str) -> list[str]:
    """`на школы больше, чем на садики`; `школы по сравнению с садиками`; `балабақшаға қарағанда мектепке`."""
    rivals = any_word(Asks.OR).search(text)
    for against in any_word(Asks.AGAINST).finditer(text):
        if rivals and _from().fullmatch(against[0].strip()):
            continue  # налоги или трансферт от области
        sides = [text[: against.start()], text[against.end() :]]
        if all(map(names, sides)):
            return [piece for side in sides for piece in between_lines().split(side)]
    follows = find_against_follows(text)
    if follows is None:
        return [text]
    before, after = text[: follows.start()], text[follows.end() :]
    return [before, after] if names(after) else cut_last(before)


def find_against_follows(text: str) -> re.Match[str] | None:
    """`қарағанда` after what it sets against: `балабақшаға қарағанда`, but no decision: `өткен шешіммен`."""
    follows = any_word(Asks.AGAINST_FOLLOWS).search(text)
    before = WORD.findall(text[: follows.start()]) if follows else []
    spoken = sound(before[-1].casefold()) if before else ""
    asking, ordinal = load_asking_words(), "".join(before[-2:-1]).casefold()
    if asking.says(spoken, Asks.DECISION) and asking.writes(ordinal, Asks.PREVIOUS):
        return None
    return follows if DATIVE.search(spoken) or TOGETHER.search(spoken) else None


@asked_pattern(Asks.PARTICLE)
def _particles() -> re.Pattern[str]:
    return re.compile(rf"\s+{load_asking_words().pattern(Asks.PARTICLE)}", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    return re.compile(says_pattern(ClaimWord.RANGE_FROM), re.IGNORECASE)
