"""What a message takes out of a line: `образование без школ`, `мектепсіз білім беру`, `всё кроме культуры`.

Where the line and what is taken out of it stand side by side without a sign between (`без школ образование`),
the message is cut in all ways that it may mean: whoever knows the names chooses among them. So they do where
the words of taking out are a name's own: `дети, оставшиеся без попечения родителей`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.question.fillers import is_filler
from parser.text.folding import sound, words

_MOST_CUTS = 4  # ways in which one message is cut
_WORD = re.compile(r"[^\W\d]+")
_ABLATIVE = re.compile("[dtn][ae]n$")  # of a Kazakh word as it sounds: мектептерден
_PRIVATIVE = re.compile("...siz$")  # мектепсіз
_PRIVATIVE_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """A message cut in two.

    Attributes:
        whole: the words of the line that something is taken out of; empty where that is all there is.
        parts: the words of what is taken out.
        sign: the words that take out, with the one that they belong to: `без школ`, `мектепсіз`. Names may
            print them.
        of_all: whether it is said that everything is meant: `всё кроме школ`.
    """

    whole: str
    parts: tuple[str, ...]
    sign: str
    of_all: bool = False


def find_exclusions(text: str) -> tuple[Cut, ...]:
    """The ways in which a message takes something out of a line; none where it does not.

    >>> find_exclusions("образование без школ и садиков")[0].parts
    ('школ', 'садиков')
    """
    text = _not_without().sub(lambda match: " " * len(match.group()), text)
    for find in (_find_preceded, _find_followed, _find_privative):
        cuts = [cut for cut in find(text) if cut.parts and all(map(_names, cut.parts))]
        if cuts:
            return tuple(dict.fromkeys(cuts))[:_MOST_CUTS]
    return ()


def _find_preceded(text: str) -> Iterator[Cut]:
    """`WHOLE без PART`; `без PART, WHOLE`; `без PART WHOLE`."""
    match = _without().search(text)
    if match is None:
        return
    before, after = text[: match.start()], text[match.end() :].strip(" ,.?!")
    sign = f"{match['words']} {next(iter(words(after)), '')}"
    if _names(before):
        yield Cut(before.strip(" ,"), _parts(after), sign)
        return
    if not _says_all(before):
        part, comma, whole = after.partition(",")
        if comma and _names(whole):
            yield Cut(whole.strip(), _parts(part), sign)
        said = after.split()
        for length in range(1, len(said)):
            if _names(" ".join(said[length:])):
                yield Cut(" ".join(said[length:]), _parts(" ".join(said[:length])), sign)
    yield Cut("", _parts(after), sign, of_all=_says_all(before))


def _find_followed(text: str) -> Iterator[Cut]:
    """`PART қоспағанда WHOLE`; `WHOLE PART қоспағанда`; `PART-тан басқа WHOLE`."""
    match = _without_follows().search(text) or next(_find_others(text), None)
    if match is None:
        return
    before, after = text[: match.start()].strip(" ,"), text[match.end() :].strip(" ,.?!")
    sign = f"{next(iter(words(before)[-1:]), '')} {match.group().strip()}"
    whole, comma, part = before.rpartition(",")
    if comma and _names(part) and _names(whole) and not _names(after):
        yield Cut(whole.strip(), _parts(part), sign)
    if not _names(after):
        yield Cut("", _parts(before), sign, of_all=_says_all(after))
    if not _says_all(after):
        yield from _cut_before(before, after, sign)


def _find_privative(text: str) -> Iterator[Cut]:
    """`мектепсіз WHOLE`; `WHOLE мектепсіз`: a word that says by its ending what is not there."""
    match = next((word for word in _WORD.finditer(text) if _PRIVATIVE.search(sound(word.group()))), None)
    if match is None:
        return
    before, after = text[: match.start()].strip(" ,"), text[match.end() :].strip(" ,.?!")
    stem, sign = match.group()[:-_PRIVATIVE_LENGTH], match.group()
    if _names(f"{before} {after}"):
        yield from _cut_before(f"{before} {stem}".strip(), after, sign)
    else:
        yield Cut("", (stem,), sign)


def _cut_before(before: str, after: str, sign: str) -> Iterator[Cut]:
    """The whole at the beginning and at the end, the part in between, of more and more words."""
    said = before.split()
    for length in range(1, len(said) + 1):
        whole = f"{' '.join(said[:-length])} {after}".strip()
        if _names(whole):
            yield Cut(whole, _parts(" ".join(said[-length:])), sign)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(piece.strip(" ,") for piece in _between().split(text) if _names(piece))


def _names(text: str) -> bool:
    """Whether a text has a word that does not only ask, nor says that everything is meant."""
    asking = load_asking_words()
    return any(
        not is_filler(word, sound(word)) and not asking.says(sound(word), Asks.EVERYTHING)
        for word in words(text)
    )


def _says_all(text: str) -> bool:
    """Whether a text says that everything is meant: `всё`, `бәрі`."""
    return any(load_asking_words().says(sound(word), Asks.EVERYTHING) for word in words(text))


@cache
def _not_without() -> re.Pattern[str]:
    """Words that look as if they took something out, and do not."""
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.NOT_WITHOUT)}", re.IGNORECASE)


@cache
def _without() -> re.Pattern[str]:
    pattern = load_asking_words().pattern(Asks.WITHOUT)
    return re.compile(rf"(?<!\w)(?P<words>{pattern})\s+", re.IGNORECASE)


@cache
def _without_follows() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)\s+{load_asking_words().pattern(Asks.WITHOUT_FOLLOWS)}", re.IGNORECASE)


def _find_others(text: str) -> Iterator[re.Match[str]]:
    """`басқа` after a word that ends as `мектептерден` does."""
    for match in _others().finditer(text):
        if _ABLATIVE.search(sound(text[: match.start()].rsplit(maxsplit=1)[-1])):
            yield match


@cache
def _others() -> re.Pattern[str]:
    asking = load_asking_words()
    also = asking.pattern(Asks.ALSO)  # `басқа да` is other lines too
    return re.compile(rf"(?<=\w)\s+{asking.pattern(Asks.OTHER_THAN)}(?!\s+{also})", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"[,;+&]|(?<!\w){load_asking_words().pattern(Asks.BETWEEN)}", re.IGNORECASE)
