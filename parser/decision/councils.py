"""Councils and places as decisions name them, in both languages, and one name for both.

A place's name is the official Kazakh one where it is known (`parser.text.places`): a city by its name
alone (`Тараз`), a district, a region or a rural district with its kind (`Әйтеке би ауданы`,
`Жамбыл облысы`). What is not known keeps the name its language prints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parser.text.places import find_official, is_shared

_UP = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_LOW = "a-zа-яёәғқңөұүһі"
# A word of a name: Тараз, Катон-Қарағай, Т.Рысқұлов. It never begins inside a word, nor gives back letters.
_WORD = rf"(?<!\w)[{_UP}](?:\.\s?[{_UP}])?[{_UP}{_LOW}]*+(?:-[{_UP}{_LOW}]++)*+"
# Words of a name that print small: Бұқар жырау, Шал ақын, Ғабит Мүсірепов атындағы.
_SMALL = r"(?:би|ақын|акына|батыр|жырау|сал|хан|баба|ана|ата|ордасы|нарын|атындағы|акын)"
# Таразского, Бухар-Жырауского, Т. Рыскуловского.
_ADJECTIVE = (
    rf"(?P<adjective>(?<!\w)[{_UP}][{_UP}{_LOW}.]{{0,40}}(?:(?:-|(?<=\.)\s?)[{_UP}][{_UP}{_LOW}]{{0,40}})?"
    r"(?i:[сц]к)(?i:ий|ого|ому|им|ом))"
)
_RU_ADJECTIVE = re.compile(
    rf"{_ADJECTIVE}\s+(?i:(?P<kind>районн|городск|областн)(?:ый|ой|ого|ому|ым|им|ом)\s+маслихат\w*)"
)
_RU_AFTER_ADJECTIVE = re.compile(rf"(?i:маслихат\w*)\s+{_ADJECTIVE}\s+(?P<kind>(?i:района))")
_RU_AFTER_NOUN = re.compile(
    rf"(?i:маслихат\w*)\s+(?P<kind>(?i:города|района|области))\s+"
    rf"(?P<name>(?:имени\s+)?(?:{_WORD})(?:\s+(?:(?![{_UP}{_LOW}-]+ской\b)(?:{_WORD})|{_SMALL})){{0,4}})"
)
_KK = re.compile(
    rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|{_SMALL})){{0,4}})\s+"
    r"(?P<kind>(?i:аудандық|қалалық|облыстық|ауданы(?:ның)?|қаласы(?:ның)?|облысы(?:ның)?))\s+(?i:мәслихат\w*)"
)
_KK_BEFORE = re.compile(r"(?i:облысы(?:ның)?|Республикасы(?:ның)?|туралы|сәйкес|негізінде)\s+")
_RU_REGION = re.compile(
    rf"(?P<name>[{_UP}][\w-]*ской)\s+области|области\s+(?P<new>Абай|Жетісу|Жетысу|Ұлытау|Улытау)"
)
_KK_REGION = re.compile(rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}))?)\s+облысы")
_KINDS = {
    "районн": "district", "района": "district", "городск": "city", "города": "city", "областн": "region",
    "области": "region", "аудандық": "district", "ауданы": "district", "қалалық": "city", "қаласы": "city",
    "облыстық": "region", "облысы": "region",
}  # fmt: skip
_KIND_WORDS = {"district": " ауданы", "city": "", "region": " облысы"}
_RU_KIND_WORDS = {"district": " район", "city": "", "region": " область"}
_RU_COUNCILS = {"district": "районный", "city": "городской", "region": "областной"}
_KK_COUNCILS = {"district": "аудандық", "city": "қалалық", "region": "облыстық"}

# Rural districts, villages, settlements and towns: budgets below a district's.
_KK_NAME = rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|{_SMALL})){{0,4}})"
_RU_NAME = rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|{_SMALL})){{0,3}})"
_RU_RURAL = r"(?i:сельск(?!их)\w+\s+округ(?!ов)\w*)"
_RURAL = (
    (rf"{_KK_NAME}\s+(?i:ауыл(?:дық|дык)?\s+округ\w*)", "ауылдық округі"),
    (rf"{_KK_NAME}\s+(?i:кент(?:і|тік)\w*)", "кенті"),
    (rf"{_KK_NAME}\s+(?i:ауыл(?:ы|ының)\b)", "ауылы"),
    (rf"(?P<name>(?<!\w)[{_UP}][\w-]{{0,60}}(?:ого|его))\s+{_RU_RURAL}", "сельский округ"),
    (rf"{_RU_RURAL}\s+(?!Республик){_RU_NAME}", "сельский округ"),
    (rf"(?i:пос[её]лка)\s+{_RU_NAME}", "поселок"),
    (rf"(?i:\bсела|\bаула)\s+{_RU_NAME}", "село"),
)
# All rural districts of a rayon together: the summary that stands beside their budgets.
_ALL_RURAL = re.compile(
    r"\b(?:сельских|аульных)\s+(?:и\s+\w+\s+)?округов\b|ауыл(?:дық|дык)\s+округт(?:ер|ердің|ерінің|ері)\b",
    re.IGNORECASE,
)
_SUMMARY = "ауылдық округтер"  # one name for both languages
_RURAL_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _RURAL)
_RU_CITY = re.compile(rf"\b(?:города|город[еу]?)\s+(?P<name>{_WORD})")
_KK_CITY = re.compile(rf"(?P<name>{_WORD})\s+қала(?:сы|сының|сына)\b")
_RU_DISTRICT = re.compile(rf"{_ADJECTIVE}\s+(?:район(?:а|ный|ного)?)\b")
_KK_DISTRICT = re.compile(rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|{_SMALL})){{0,4}})\s+аудан(?:ы|ының|дық)\b")


@dataclass(frozen=True, slots=True)
class Council:
    """A council in the nominative, as its language prints it, and the place it sits for."""

    body: str
    place: str
    kind: str  # "region", "city" or "district"


def find_council(text: str, region: str | None = None) -> Council | None:
    """The first council that a text names with its place; None for `районный маслихат` alone.

    Args:
        text: evened text (`parser.text.passage.even`).
        region: the official Kazakh name of the region, where it is known.
    """
    found = [council for council in (_kazakh(text, region), _russian(text, region)) if council]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def find_region(text: str) -> str | None:
    """The official Kazakh name of the region a text names first."""
    for match in (_RU_REGION.search(text), _KK_REGION.search(text)):
        if match:
            groups = match.groupdict()
            name = groups["name"] or groups.get("new") or ""
            words = name.split()
            for start in range(len(words)):  # "Қазақстан Республикасы Жамбыл облысы"
                if official := find_official("region", " ".join(words[start:])):
                    return official
    return None


def place_name(kind: str, name: str, region: str | None, *, kazakh: bool) -> str:
    """One name of a place for both languages, or its printed name when it is not known."""
    official = find_official(kind, name)
    if official is None:
        return name + (_KIND_WORDS if kazakh else _RU_KIND_WORDS)[kind]
    suffix = f", {region} облысы" if kind == "district" and region and is_shared(official) else ""
    return f"{official}{_KIND_WORDS[kind]}{suffix}"


def find_small_place(text: str, parent: str | None) -> str | None:
    """The rural district, village, settlement or town whose budget a text names, with its district.

    For the summary of all of them: `ауылдық округтер, Алға ауданы`.

    Args:
        text: an appendix's title, or the clause that adopts its budget, evened.
        parent: the place of the council; it belongs to the name, as names of villages repeat.
    """
    for pattern, kind in _RURAL_PATTERNS:
        match = pattern.search(text)
        if match and (name := _without_district(match["name"])):
            return f"{_small_name(name, kind)}{f', {parent}' if parent else ''}"
    return f"{_SUMMARY}, {parent}" if parent and _ALL_RURAL.search(text) else None


def is_summary(place: str) -> bool:
    """Whether a place stands for all rural districts of a rayon."""
    return place.startswith(f"{_SUMMARY},")


def find_place(text: str, region: str | None = None) -> str | None:
    """The city or district that a title names: `Бюджет города Тараз`, `Тараз қаласының … бюджеті`."""
    for pattern, kind, kazakh in (
        (_KK_CITY, "city", True), (_RU_CITY, "city", False),
        (_KK_DISTRICT, "district", True), (_RU_DISTRICT, "district", False),
    ):  # fmt: skip
        if match := pattern.search(text):
            group = match.groupdict()
            name = group.get("name") or group["adjective"]
            if find_official(kind, name):
                return place_name(kind, name, region, kazakh=kazakh)
    return None


def _small_name(name: str, kind: str) -> str:
    """`Аккольский сельский округ`, `село Бауманское`, `Ақсуат ауылдық округі`: as its language says it."""
    if kind in ("ауылдық округі", "кенті", "ауылы"):
        return f"{name} {kind}"
    if kind == "сельский округ" and (match := re.fullmatch(r"(.+?)(?:(ск|цк)ого|ого|его)", name)):
        return f"{match[1]}{match[2] or ''}{'ий' if match[2] else 'ый'} {kind}"
    return f"{kind} {name}"


def _without_district(name: str) -> str:
    """`Глубокое ауданы Алтайский` → what follows the district's word."""
    return re.split(r"\b(?:аудан\w*|район\w*|облыс\w*|област\w*)\s+", name)[-1].strip()


def _kazakh(text: str, region: str | None) -> tuple[int, Council] | None:
    for match in _KK.finditer(text):
        words = _KK_BEFORE.split(match["name"])[-1].split()
        kind = _KINDS[re.sub("ның$", "", match["kind"].lower())]
        # "Қызылорда Сырдария аудандық": the longest run of words that is a known name, else all of them.
        known = (
            " ".join(words[start:])
            for start in range(len(words))
            if find_official(kind, " ".join(words[start:]))
        )
        name = _capitalised(next(known, " ".join(words)))
        if not name:
            continue
        printed = match["kind"].lower()
        body = f"{name} {printed} мәслихаты"
        return match.start(), Council(body, place_name(kind, name, region, kazakh=True), kind)
    return None


def _russian(text: str, region: str | None) -> tuple[int, Council] | None:
    found: list[tuple[int, Council]] = []
    if match := _RU_ADJECTIVE.search(text):
        adjective = _nominative(match["adjective"])
        kind = _KINDS[match["kind"].lower()]
        body = f"{adjective} {_RU_COUNCILS[kind]} маслихат"
        name = adjective
        if kind == "city" and find_official(kind, adjective) is None:
            name = re.sub("ский$", "", adjective)
        if kind == "region" and (new := re.match(r"\s+области\s+(\w+)", text[match.end() :])):
            name = new[1]
        found.append(
            (match.start(), Council(body, place_name(kind, _of_kind(kind, name), region, kazakh=False), kind))
        )
    if match := _RU_AFTER_ADJECTIVE.search(text):
        adjective = _nominative(match["adjective"])
        body = f"Маслихат {adjective.removesuffix('ий')}ого района"
        place = place_name("district", adjective, region, kazakh=False)
        found.append((match.start(), Council(body, place, "district")))
    if match := _RU_AFTER_NOUN.search(text):
        kind = _KINDS[match["kind"].lower()]
        name = match["name"].strip()
        body = f"Маслихат {match['kind'].lower()} {name}"
        found.append((match.start(), Council(body, place_name(kind, name, region, kazakh=False), kind)))
    return min(found, key=lambda pair: pair[0]) if found else None


def _of_kind(kind: str, adjective: str) -> str:
    """The adjective in its noun's gender: a region is feminine."""
    return re.sub("ий$", "ая", adjective) if kind == "region" else adjective


def _nominative(adjective: str) -> str:
    stem = re.sub(r"(?i)(ий|ого|ому|им|ом)$", "", adjective)
    return _capitalised(stem) + "ий"


def _capitalised(name: str) -> str:
    """A name printed in capitals as a name."""
    return " ".join(
        re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), word)
        if word.isupper() and len(word) > 2
        else word
        for word in name.split()
    )
