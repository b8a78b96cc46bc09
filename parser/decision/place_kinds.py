"""What kinds of places there are, and how names of places are written (`locales/place_kinds.tsv`)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from parser.dataclass import dataclass
from parser.records import Language
from parser.text.dates import read_month_words
from parser.text.declension import OF_PLACE
from parser.text.folding import sound
from parser.text.letters import CAPITALS, QUOTES, SMALLS
from parser.text.places import PlaceKind, find_listed, listed_places
from parser.text.word_lists import any_of, read_list
from parser.text.wordings import Says, wording

PLACE_KIND_COLUMNS = ("kind", "language", "word", "stands", "called", "example")
# A word of a name: Тараз, Катон-Қарағай, Т.Рысқұлов, Ақжар-2. It never begins inside a word.
NAME_WORD = (
    rf"(?<!\w)[{CAPITALS}](?:\.\s?[{CAPITALS}])?[{CAPITALS}{SMALLS}]*+"
    rf"(?>(?:-(?:[{CAPITALS}{SMALLS}]++|\d{{1,2}}(?!\d))){{0,5}})"  # nor does it give back letters
)
ADJECTIVE = rf"""(?x:
    (?P<adjective>
        (?<!\w) [{CAPITALS}][{CAPITALS}{SMALLS}.]{{0,40}}  # Тараз | ского
        (?: (?: - | (?<=\.)\s? ) [{CAPITALS}][{CAPITALS}{SMALLS}]{{0,40}} )?  # Бухар | -Жырау; Т. | Рыскулов
        (?i:{OF_PLACE})
    )
)"""


class SmallKind(StrEnum):
    """Places with a budget below that of a rayon or a town."""

    RURAL_DISTRICT = "rural-district"
    SETTLEMENT = "settlement"
    VILLAGE = "village"
    STATION = "station"
    SIDING = "siding"


class Stands(StrEnum):
    """Where a word that tells a kind stands: the column `stands`."""

    COUNCIL = "council"
    AFTER = "after"
    BEFORE = "before"
    IN = "in"
    NAMED_FOR = "named-for"
    ANYWHERE = "anywhere"
    ALL = "all"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word that tells the kind of a place beside its name."""

    kind: PlaceKind | SmallKind | None  # None for a word inside names
    language: Language
    word: str
    stands: Stands
    called: str  # what a place of this kind is called; empty where its name is enough


@cache
def kind_words() -> tuple[KindWord, ...]:
    """The list, in its order.

    Raises:
        WordListError: it is not in its form, or names a kind, a language or a position that does not exist.
    """
    found = []
    for row in read_list("place_kinds.tsv", PLACE_KIND_COLUMNS):
        kind: PlaceKind | SmallKind | None = None
        if row["kind"] in set(PlaceKind):
            kind = PlaceKind(row["kind"])
        elif row["kind"] != "any":
            kind = row.target("kind", SmallKind)
        called = "" if row["called"] == "-" else row["called"]
        language, stands = row.target("language", Language), row.target("stands", Stands)
        found.append(KindWord(kind, language, row["word"], stands, called))
    return tuple(found)


def words_beside(language: Language, stands: Stands, *kinds: PlaceKind | SmallKind) -> tuple[str, ...]:
    """The words of some kinds that stand there."""
    return tuple(
        word.word
        for word in kind_words()
        if (word.language, word.stands) == (language, stands) and word.kind in kinds
    )


def kind_of(language: Language, printed: str) -> PlaceKind:
    """The kind that a printed word tells: `қаласының` and `городского` tell a city."""
    for word in kind_words():
        stem = word.word.removesuffix("*")
        if word.stands is Stands.COUNCIL and language is Language.RU:
            stem = adjective_stem(stem)
        if word.language is language and printed.startswith(stem) and isinstance(word.kind, PlaceKind):
            return word.kind
    raise ValueError(f"no kind of place: {printed!r}")


@cache
def _kinds_in_names() -> tuple[tuple[PlaceKind | SmallKind, re.Pattern[str]], ...]:
    found: dict[PlaceKind | SmallKind, list[str]] = {}
    for word in kind_words():
        if word.stands is Stands.ANYWHERE and word.kind is not None:
            found.setdefault(word.kind, []).append(word.word)
    return tuple(
        (kind, re.compile(rf"\b{_no_name()}{any_of(words)}", re.IGNORECASE))
        for kind, words in reversed(found.items())
    )


@cache
def _names_like_kinds() -> tuple[str, ...]:
    """The listed names that begin as a word of a kind does: `Кентау`, which is no `кент`."""
    begun = tuple(word.word.rstrip("*") for word in kind_words() if word.stands is Stands.ANYWHERE)
    names = (name.casefold() for place in listed_places() for name in place.names if " " not in name)
    return tuple(dict.fromkeys(name for name in names if name.startswith(begun)))


def _no_name() -> str:
    """A regular expression's source for a place where none of these begins, in any of its forms."""
    return f"(?!{any_of(f'{name}*' for name in _names_like_kinds())})"


def kind_of_place(place: str) -> PlaceKind | SmallKind:
    """What kind of place a name is that of; a name without a word that tells it is a city's.

    >>> kind_of_place("Дөң ауылдық округі, Хромтау ауданы").value, kind_of_place("Кентау").value
    ('rural-district', 'city')
    """
    own = place.partition(",")[0]
    return next((kind for kind, pattern in _kinds_in_names() if pattern.search(own)), PlaceKind.CITY)


def kinds_named(spoken: str) -> frozenset[PlaceKind | SmallKind]:
    """The kinds of place that a word, as it sounds, tells in any of its forms: `районного`, `аудандық`."""
    if not spoken.startswith(_all_stems()) or spoken.startswith(_spoken_names_like_kinds()):
        return frozenset()  # as of most words
    return frozenset(kind for stem, kind in _sounding_stems() if spoken.startswith(stem))


def languages_of_kind(spoken: str) -> frozenset[Language]:
    """The languages that have a word for a kind of place, as it sounds, in any of its forms.

    `сельского` is Russian, `ауданының` Kazakh, `округі` and `округа` may be of either.
    """
    if not spoken.startswith(_all_stems()) or spoken.startswith(_spoken_names_like_kinds()):
        return frozenset()
    return frozenset(
        word.language
        for word in kind_words()
        if word.stands is Stands.ANYWHERE and spoken.startswith(sound(word.word.rstrip("*")))
    )


@cache
def _all_stems() -> tuple[str, ...]:
    return tuple(stem for stem, _ in _sounding_stems())


@cache
def _spoken_names_like_kinds() -> tuple[str, ...]:
    return tuple(map(sound, _names_like_kinds()))


@cache
def _sounding_stems() -> tuple[tuple[str, PlaceKind | SmallKind], ...]:
    """The beginnings of words, as they sound, with the kind that each tells."""
    return tuple(
        (sound(word.word.rstrip("*")), word.kind)
        for word in kind_words()
        if word.stands is Stands.ANYWHERE and word.kind
    )


@cache
def list_kind_words() -> tuple[str, ...]:
    """The words that tell a kind behind a name, as people write them: `ауданы`, `қаласы`, `район`."""
    beside = (word.word.rstrip("*") for word in kind_words() if word.stands is Stands.AFTER)
    return tuple(dict.fromkeys([*(word.called for word in kind_words() if word.called), *beside]))


def adjective_stem(word: str) -> str:
    """A Russian adjective without its ending: `городск` of `городской`."""
    return word[:-2]


def called(kind: PlaceKind | SmallKind, language: Language) -> str:
    """What a place of a kind is called in a language: `ауданы`, `район`; empty for a city."""
    return next(w.called for w in kind_words() if (w.kind, w.language) == (kind, language))


def council_adjective(kind: PlaceKind, language: Language) -> str:
    """The adjective of a kind's council: `аудандық`, `районный`."""
    (word,) = words_beside(language, Stands.COUNCIL, kind)
    return word


def is_title_word(name: str) -> bool:
    """Whether a word of a budget's title is no name: `На`, `ГОД`."""
    return _title_word().fullmatch(name) is not None


@cache
def _title_word() -> re.Pattern[str]:
    return re.compile(rf"{wording(Says.TITLE_WORD)}(?:\s.*)?", re.IGNORECASE | re.DOTALL)


@cache
def _any_kind() -> re.Pattern[str]:
    told = {Stands.ANYWHERE, Stands.NAMED_FOR}
    words = any_of(word.word for word in kind_words() if word.stands in told)
    return re.compile(rf"\b{_no_name()}{words}", re.IGNORECASE)


def without_kind(name: str) -> str:
    """A place's name without the words that a thousand places share: `Байзақ` of `Байзақ ауданы`."""
    return " ".join(_any_kind().sub(" ", name).split())


def name_today(place: str) -> str:
    """A place's name with the names that it, and what it lies in, have today.

    >>> name_today("Нұр-Сұлтан"), name_today("Дөң ауылдық округі, Зырян ауданы")
    ('Астана', 'Дөң ауылдық округі, Алтай ауданы')
    """
    return ", ".join(map(_renamed, place.split(", ")))


def _renamed(name: str) -> str:
    own, kind = without_kind(name), kind_of_place(name)
    listed = find_listed(kind, own) if isinstance(kind, PlaceKind) else None
    return name.replace(own, listed.today) if listed is not None and listed.today else name


@cache
def long_name(most_words: int, *, unless: str = "") -> str:
    """A regular expression's source for a name of several words: `Тараз`, `Бұқар жырау`.

    Args:
        most_words: after the first.
        unless: a source that no word after the first may be found by.
    """
    small = any_of(word.word for word in kind_words() if word.stands is Stands.IN)
    further = f"(?!{unless}){NAME_WORD}" if unless else NAME_WORD
    return rf"{NAME_WORD}(?:\s+(?:{further}|{small})){{0,{most_words}}}"


@cache
def numbered_name() -> str:
    """A regular expression's source for a name that is a number, or begins with one.

    `№ 5`, `40-го`, `8 Марта`, `30 лет Казахстана`, `Қазақстанның 30 жылдығы`; never a year's or an amount's.
    """
    small = any_of(word.word for word in kind_words() if word.stands is Stands.IN)
    number = r"(?:№\s?)?(?<![\w.,])\d{1,3}(?![\d.,])(?:-[^\W\d_]{1,3}(?!\w))?"
    month = rf"(?=[{CAPITALS}])(?i:{any_of(read_month_words())})"
    return rf"(?:{NAME_WORD}(?<=ң)\s+)?{number}-?(?:\s+{month}|\s+{small}(?:\s+{NAME_WORD})?)?"


@cache
def _quoted_name() -> re.Pattern[str]:
    before = any_of(word.word for word in kind_words() if word.stands is Stands.NAMED_FOR)
    return re.compile(
        rf"""
        [{QUOTES}] \s* (?P<name> (?: {before} \s+ )?  # «Дөң»; «имени Абая»; «8 Марта»
            (?: {long_name(3)} | {numbered_name()} ) ) \s* [{QUOTES}]
        """,
        re.VERBOSE,
    )


def without_quotes(text: str) -> str:
    """The text without quotes around names, in which some councils put them and others do not.

    >>> without_quotes("Бюджет сельского округа «Дөң» на 2019 год")
    'Бюджет сельского округа Дөң на 2019 год'
    """
    return _quoted_name().sub(lambda match: match["name"], text)
