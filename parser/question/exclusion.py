"""What a message takes out of a line: `образование без школ`, `мектепсіз білім беру`, `всё кроме культуры`.

Where the line and what is taken out of it stand side by side without a sign between (`без школ образование`),
the message is cut in all ways that it may mean: whoever knows the names chooses among them. So they do where
the words of taking out are a name's own: `дети, оставшиеся без попечения родителей`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.fillers import is_filler
from parser.question.own_revenue import find_own_revenue
from parser.question.shared_head import list_fuller, share_head
from parser.question.taking_out import (
    PRIVATIVE_LENGTH,
    blank_lookalikes,
    find_around_part,
    find_before_part,
    find_behind_part,
    find_mistyped,
    find_paid_first,
    find_source,
    find_target,
    is_ablative,
    is_accusative,
    is_like_verb,
    list_privatives,
    part_by_signs,
)
from parser.question.word_forms import DATIVE
from parser.text.dates import parse_month
from parser.text.folding import sound, words

_NUMBERED = re.compile(r"(?:19|20)\d\d|\d{1,3}-\d{1,2}")
_OBJECT = re.compile("[ndt]i$|..in$")  # of what is taken out, as it sounds: мектепті, мектебін, жолын
_OF_ANOTHER = re.compile("..[^aeiou]in$|.s[ai]n$")  # belongs to the word before it: бөлімін-, салығын-
_MOST_CUTS = 4  # ways in which one message is cut
_MOST_FULLER = 2  # of them, those that are tried once more with the word that their parts share


@dataclass(frozen=True, slots=True)
class Cut:
    """A message cut in two.

    Attributes:
        whole: the words of the line that something is taken out of; empty where that is all there is.
        parts: the words of what is taken out.
        sign: the words that take out, with the one that they belong to: `без школ`, `мектепсіз`. Names may
            print them.
        of_all: whether it is said that everything is meant: `всё кроме школ`.
        is_doubtful: whether the word that takes out may as well be a verb: `бөлесіз`.
    """

    whole: str
    parts: tuple[str, ...]
    sign: str
    of_all: bool = False
    is_doubtful: bool = False


def find_exclusions(text: str) -> tuple[Cut, ...]:
    """The ways in which a message takes something out of a line; none where it does not.

    >>> find_exclusions("образование без школ и садиков")[0].parts
    ('школ', 'садиков')
    """
    text = blank_lookalikes(text)
    for find in (_find_preceded, _find_around, _find_followed, _find_privative, _find_left_after, _find_own):
        cuts = [cut for cut in find(text) if cut.parts and all(map(_names, cut.parts))]
        if cuts:
            plain = tuple(dict.fromkeys(_of_own_revenue(cut, text) for cut in cuts))[:_MOST_CUTS]
            return (*plain, *islice(dict.fromkeys(_read_fuller(plain)), _MOST_FULLER))
    return ()


def _read_fuller(cuts: Sequence[Cut]) -> Iterator[Cut]:
    """Cuts once more, each part with the word that they share: `налога на имущество и землю`."""
    for cut in cuts:
        shared = share_head(cut.parts)
        parts = (each[0] if each else part for part, each in zip(shared, list_fuller(shared), strict=True))
        fuller = replace(cut, parts=tuple(parts))
        if fuller.parts != cut.parts:
            yield fuller


def _find_preceded(text: str) -> Iterator[Cut]:
    """`WHOLE без PART`; `без PART, WHOLE`; `без PART WHOLE`; `вычти PART из WHOLE`, `PART вычти из WHOLE`."""
    plain = find_before_part(text)
    match = plain or find_mistyped(text)
    if match is None:
        return
    before, after = text[: match.start()], _without_left(text[match.end() :])
    sign = f"{match['words']} {next(iter(words(after)), '')}"
    source = find_source(after)
    if _names(before) and source and not source.start() and _names(after[source.end() :]):
        yield Cut(after[source.end() :].strip(), _parts(_without_left(before)), sign)
        return
    if _names(before):
        yield Cut(_without_left(before), _parts(after), sign, is_doubtful=plain is None)
        return
    if not _says_all(before):
        yield from _cut_out_of(after, sign)
        part, comma, whole = after.partition(",")
        if comma and _names(whole):
            yield Cut(whole.strip(), _parts(part), sign)
        said = after.split()
        for length in range(1, len(said)):
            if _names(said[length - 1]) and _names(" ".join(said[length:])):
                yield Cut(" ".join(said[length:]), _parts(" ".join(said[:length])), sign)
    yield Cut("", _parts(after), sign, of_all=_says_all(before))


def _cut_out_of(after: str, sign: str) -> Iterator[Cut]:
    """`PART из WHOLE`; `из WHOLE PART`."""
    match = find_source(after)
    if match is None:
        return
    part, whole = after[: match.start()], after[match.end() :]
    if _names(part):
        yield Cut(whole.strip(), _parts(part), sign)
        return
    said = whole.split()
    for length in range(1, len(said)):
        yield Cut(" ".join(said[:length]), _parts(" ".join(said[length:])), sign)


def _find_around(text: str) -> Iterator[Cut]:
    """`WHOLE, тек PART емес`."""
    match = find_around_part(text)
    if match:
        whole = _without_left(f"{text[: match.start()]} {text[match.end() :]}")
        yield Cut(
            whole if _names(whole) else "", _parts(match["part"]), match.group(), of_all=_says_all(whole)
        )


def _find_followed(text: str) -> Iterator[Cut]:
    """`PART қоспағанда WHOLE`; `WHOLE PART қоспағанда`; `PART-тан басқа WHOLE`."""
    span = find_behind_part(text)
    if span is None:
        return
    before, after = text[: span[0]].strip(" ,"), _without_left(text[span[1] :])
    sign = f"{next(iter(words(before)[-1:]), '')} {text[span[0] : span[1]].strip()}"
    into = find_target(before)
    if into and not _names(after):  # школы в образование не клади
        yield Cut(before[into.end() :].strip(), _parts(before[: into.start()]), sign)
    whole, comma, part = before.rpartition(",")
    alone = not _names(after)
    if comma and _names(part) and _names(whole) and alone:
        yield Cut(_without_left(whole), _parts(part), sign)
        yield Cut("", _parts(before), sign, of_all=_says_all(after))
        return  # налоги на собственность, транспорт отбрось
    if alone and (out_of := _cut_at_ablative(before, sign)):
        yield out_of
        return
    if alone:
        yield from _cut_at_dative(before, sign)
        yield Cut("", _parts(before), sign, of_all=_says_all(after))
    if not _says_all(after):
        yield from _cut_before(before, after, sign)


def _cut_at_ablative(before: str, sign: str) -> Cut | None:
    """`жолға кететін ақшадан күрделі жөндеуді алып таста`: the whole up to the word in the ablative."""
    said = before.split()
    for number, word in enumerate(said[:-1], start=1):
        if is_ablative(word) and is_accusative(said[-1]):
            whole, part = " ".join(said[:number]), " ".join(said[number:])
            return Cut(whole, _parts(part), sign) if _names(whole) and _names(part) else None
    return None


def _cut_at_dative(before: str, sign: str) -> Iterator[Cut]:
    """`білімге мектебін есептемегенде`: the whole up to the word for what the money is for."""
    said = before.split()
    for number, word in enumerate(said[:-1], start=1):
        whole, part = " ".join(said[:number]), " ".join(said[number:])
        if DATIVE.search(sound(word)) and _OBJECT.search(sound(said[-1])) and _names(whole) and _names(part):
            yield Cut(whole, _parts(part), sign)


def _find_left_after(text: str) -> Iterator[Cut]:
    """`сколько останется после PART`, `PART-тан кейін қанша қалады`: what is left when something is paid.

    `сколько осталось после апреля` names an edition and takes nothing out: whoever reads the part tells.
    """
    if _left().search(text) is None:
        return
    match = find_paid_first(text)
    if match is None:
        return
    said, behind = _part_question(match["part"]) if match.end("part") == match.end() else (match["part"], "")
    part = _without_left(said)
    rest = _without_left(f"{text[: match.start()]} {behind} {text[match.end() :]}")
    if _says_edition(part):
        return
    yield Cut(rest if _names(rest) else "", _parts(part), match.group().strip())


def _find_own(text: str) -> Iterator[Cut]:
    """`собственные доходы`, `өз кірісіміз`: all revenue less what is transferred from other budgets."""
    own = find_own_revenue(text)
    if own is not None:
        yield Cut(own.whole, (own.part,), own.said)


def _of_own_revenue(cut: Cut, text: str) -> Cut:
    """A cut out of own revenue: transfers are taken out too, `салықсыз өз кірісіміз`."""
    own, whole = find_own_revenue(text), find_own_revenue(cut.whole)
    if own is None or own.part in cut.parts or any(map(find_own_revenue, cut.parts)):
        return cut
    return replace(cut, whole=whole.whole if whole else cut.whole, parts=(*cut.parts, own.part))


def _part_question(text: str) -> tuple[str, str]:
    """A text in two before the words that ask: `после школ | сколько останется на образование`."""
    said, asking = text.split(), load_asking_words()
    spoken = [sound(word) for word in said]
    ends = (n for n, word in enumerate(spoken) if n and asking.says(word, Asks.HOW_MUCH, Asks.LEFT))
    end = next(ends, len(said))
    return " ".join(said[:end]), " ".join(said[end:])


def _find_privative(text: str) -> Iterator[Cut]:
    """`мектепсіз WHOLE`; `WHOLE мектепсіз`: a word that says by its ending what is not there."""
    found = list_privatives(text)
    if not found:
        return
    stems = tuple(word.group()[:-PRIVATIVE_LENGTH].rstrip("-") for word in found)
    match, sign = found[-1], found[-1].group()
    doubtful = all(is_like_verb(word.group()) for word in found)
    if len(found) > 1:  # мектепсіз, балабақшасыз білім беру
        yield replace(_cut_each(text, found), is_doubtful=doubtful)
        rest = _without_left("".join(_between_words(text, found)))
        yield Cut(rest if _names(rest) else "", stems, sign, is_doubtful=doubtful)
        return
    before, after = text[: match.start()].strip(" ,"), _without_left(text[match.end() :])
    if _names(f"{before} {after}"):
        named = f"{before} {stems[0]}".strip()
        of_another = _names(before) and _OF_ANOTHER.search(sound(stems[0])) is not None
        named_whole = of_another and load_asking_words().says(sound(stems[0]), Asks.HEAD, Asks.ADMINISTRATOR)
        for cut in _cut_before(named, after, sign):
            if not named_whole or cut.parts != (stems[0],):  # табыс салығынсыз takes no tax out of табыс
                yield replace(cut, is_doubtful=doubtful)
        of_all = _says_all(f"{before} {after}")
        if not _names(after) and (of_all or of_another):  # білім берусіз барлығы
            yield Cut("", _parts(named), sign, of_all=of_all, is_doubtful=doubtful)
    else:
        yield Cut("", stems, sign, is_doubtful=doubtful)


def _cut_each(text: str, found: Sequence[re.Match[str]]) -> Cut:
    """`білім берусіз және ТКШ-сыз шығын`: each part has all words before its ending, the whole follows."""
    starts = [0, *(word.end() for word in found)]
    parts = (text[start : word.end() - PRIVATIVE_LENGTH] for start, word in zip(starts, found, strict=False))
    pieces = tuple(piece.rstrip("-") for part in parts for piece in _parts(part))
    whole = _without_left(text[found[-1].end() :])
    return Cut(whole if _names(whole) else "", pieces, found[-1].group())


def _between_words(text: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
    ends = [0, *(word.end() for word in found)]
    starts = [*(word.start() for word in found), len(text)]
    return (text[end:start] for end, start in zip(ends, starts, strict=True))


def _cut_before(before: str, after: str, sign: str) -> Iterator[Cut]:
    """The whole at the beginning and at the end, the part in between, of more and more words."""
    said = before.split()
    if said and _names(after) and not _names(said[0]):  # жалпы білім беретін мектептерді қоспағанда білім
        yield Cut(after, _parts(before), sign)
    for length in range(1, len(said) + 1):
        if _between().fullmatch(" ".join(said[:-length][-1:])):
            continue  # білім мен | спорттан: both are taken out
        whole = _without_left(f"{' '.join(said[:-length])} {after}")
        if _names(said[-length]) and _names(whole):
            yield Cut(whole, _parts(" ".join(said[-length:])), sign)


def _without_left(text: str) -> str:
    """A text without what is said of all that is left: `сколько останется на образование`."""
    return _left().sub(" ", text).strip(" ,.?!")


def _parts(text: str) -> tuple[str, ...]:
    pieces = [
        piece for piece in _between().split(part_by_signs(text)) if _names(piece)
    ]  # школы и минус садики
    named = [piece for piece in pieces if not _only_edition(piece)]  # кроме школ в 2013 и 2014
    return tuple(piece.strip(" ,") for piece in named or pieces)


def _only_edition(text: str) -> bool:
    """Whether a text names nothing but a year, a month or a decision's number."""
    return all(
        _NUMBERED.fullmatch(word) or parse_month(word) is not None or is_filler(word, sound(word))
        for word in text.split()
    )


def _names(text: str) -> bool:
    """Whether a text has a word that does not only ask, nor says that everything is meant."""
    asking = load_asking_words()
    return any(
        not is_filler(word, sound(word)) and not asking.says(sound(word), Asks.EVERYTHING)
        for word in words(text)
    )


def _says_edition(text: str) -> bool:
    """Whether a text names a month or a decision: `апреля`, `последней поправки`."""
    asking, edition = load_asking_words(), (Asks.DECISION, Asks.AMENDMENT, Asks.EDITION, *CHANGES)
    return any(parse_month(word) is not None or asking.says(sound(word), *edition) for word in words(text))


def _says_all(text: str) -> bool:
    """Whether a text says that everything is meant: `всё`, `бәрі`."""
    return any(load_asking_words().says(sound(word), Asks.EVERYTHING) for word in words(text))


@cache
def _left() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.LEFT)}", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"[,;+&]|(?<!\w){load_asking_words().pattern(Asks.BETWEEN)}", re.IGNORECASE)
