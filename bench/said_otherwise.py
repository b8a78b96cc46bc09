"""Ways to say a question otherwise, of which it follows what is right to answer.

Each takes a question and draws from a source of chance; none where it cannot be said so. Most leave the
answer as it was: politeness, other letters, slips, the loaded place or year said, another order. Those of
`CONTRARY` ask for something else: what was sure may not stay so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from bench.frames import NEXT_TURN


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is to be said otherwise: its last message, and what is known of it."""

    text: str
    language: str
    budget: str
    amount: bool
    first: bool

    def say(self, russian: str, kazakh: str) -> str:
        """One of two texts, by the language of the question."""
        return kazakh if self.language == "kk" else russian


SayOtherwise = Callable[[Asked, Random], str | None]

# A budget → the place it is of, where it is, in Russian and in Kazakh, and the first year of its plan.
PLACES: Mapping[str, tuple[str, str, int]] = {
    "taraz": ("в Таразе", "Таразда", 2013),
    "aitekebi": ("в Айтекебийском районе", "Әйтеке би ауданында", 2021),
    "astana": ("в Астане", "Астанада", 2023),
    "semey": ("в Семее", "Семейде", 2020),
    "village": ("в Аксуском сельском округе", "Ақсу ауылдық округінде", 2023),
    "capital": ("в Нур-Султане", "Нұр-Сұлтанда", 2020),
    "oblast": ("в Северо-Казахстанской области", "Солтүстік Қазақстан облысында", 2024),
    "rayon": ("в Меркенском районе", "Меркі ауданында", 2022),
    "khromtau": ("в Хромтауском районе", "Хромтау ауданында", 2022),
    "shymkent": ("в Шымкенте", "Шымкентте", 2019),
    "kurchatov": ("в Курчатове", "Курчатовта", 2024),
}
_LONG_WORD = re.compile(r"[^\W\d_]{8,}")
_END = re.compile(r"[\s.?!…]+$")
_PLAIN_LETTERS = str.maketrans("әіңғүұқөһӘІҢҒҮҰҚӨҺ", "аингуукохАИНГУУКОХ")
_SOUNDS = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)) | dict(
    zip("әіңғүұқөһ", "aingyukoh", strict=True)
)
_SPELLED = {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip
_LATIN = str.maketrans(_SOUNDS | _SPELLED)
_KEYS = str.maketrans(
    "йцукенгшщзхъфывапролджэячсмитьбюёәіңғүұқөһ", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`23458" + "90-="
)


def _politely_first(asked: Asked, chance: Random) -> str:
    russian = ("скажите пожалуйста, ", "подскажите, ", "здравствуйте, ", "добрый день! ", "можно узнать, ")
    kazakh = ("айтыңызшы, ", "сәлеметсіз бе, ", "балам, ", "қайырлы күн! ", "өтінемін, айтыңыз, ")
    return chance.choice(asked.say("|".join(russian), "|".join(kazakh)).split("|")) + asked.text


def _politely_last(asked: Asked, chance: Random) -> str:
    russian, kazakh = ", спасибо|, пожалуйста|, заранее спасибо", ", рахмет|, өтінемін|, алдын ала рахмет"
    return _END.sub("", asked.text) + chance.choice(asked.say(russian, kazakh).split("|"))


def _politely_between(asked: Asked, chance: Random) -> str | None:
    first, _, rest = asked.text.partition(" ")
    if first.casefold() not in {"сколько", "какие", "какой", "какая", "что", "қанша", "қандай", "қай"}:
        return None
    word = chance.choice(
        asked.say("пожалуйста|скажите|интересно|вообще", "өтінемін|айтыңызшы|жалпы").split("|")
    )
    return f"{first} {word} {rest}" if rest and word in {"вообще", "жалпы"} else f"{first}, {word}, {rest}"


def _by_the_way(asked: Asked, chance: Random) -> str:
    russian = "а|ну|интересно|слушай|хочу знать|ну вот|и вообще|просто интересно"
    word = chance.choice(asked.say(russian, "ал|енді|қызық|білгім келеді|ау|жалпы|айтшы").split("|"))
    return f"{word} {asked.text}"


def _other_mark(asked: Asked, chance: Random) -> str:
    return _END.sub("", asked.text) + chance.choice(("", "?", "???", "...", "!", " ?", "?!", ")))"))


def _capitals(asked: Asked, _: Random) -> str:
    return asked.text.upper()


def _slip(asked: Asked, chance: Random) -> str | None:
    """One letter of a long word is left out, changes places with the next one, or is another one."""
    long_words = [found.span() for found in _LONG_WORD.finditer(asked.text)]
    if not long_words:
        return None
    start, end = chance.choice(long_words)
    at = chance.randrange(start + 2, end - 3)
    one, two = asked.text[at], asked.text[at + 1]
    slipped = chance.choice((two, two + one, chance.choice("аоиенстр") + two))
    return asked.text[:at] + slipped + asked.text[at + 2 :]


def _doubled(asked: Asked, chance: Random) -> str | None:
    letters = [at for at, letter in enumerate(asked.text) if letter.isalpha()]
    if not letters:
        return None
    at = chance.choice(letters)
    return asked.text[:at] + asked.text[at] + asked.text[at:]


def _glued_comma(asked: Asked, chance: Random) -> str | None:
    return chance.choice((",", " , ", " ,")).join(asked.text.split(", ")) if ", " in asked.text else None


def _broken_line(asked: Asked, chance: Random) -> str | None:
    blanks = [found.start() for found in re.finditer(" ", asked.text)]
    if not blanks:
        return None
    at = chance.choice(blanks)
    return f"{asked.text[:at]}\n{asked.text[at + 1 :]}"


def _yo(asked: Asked, _: Random) -> str | None:
    return asked.text.replace("ё", "е").replace("Ё", "Е") if "ё" in asked.text.casefold() else None


def _plain_letters(asked: Asked, _: Random) -> str:
    return asked.text.translate(_PLAIN_LETTERS)


def _latin(asked: Asked, _: Random) -> str:
    return asked.text.lower().translate(_LATIN)


def _layout(asked: Asked, _: Random) -> str | None:
    # Signs and digits have other keys as well, which depend on the machine.
    return None if re.search("[a-z\\d,.]", asked.text) else asked.text.lower().translate(_KEYS)


def _place(asked: Asked, chance: Random) -> str | None:
    if asked.budget not in PLACES or not asked.first:
        return None
    place = asked.say(*PLACES[asked.budget][:2])
    return chance.choice((f"{place} {asked.text}", f"{_END.sub('', asked.text)} {place}"))


def _year(asked: Asked, chance: Random) -> str | None:
    if asked.budget not in PLACES or not asked.amount:
        return None
    return _with_year(asked, chance, PLACES[asked.budget][2])


def _with_year(asked: Asked, chance: Random, year: int) -> str:
    said = asked.say(f"в {year} году|за {year}|{year}", f"{year} жылы|{year} жылғы|{year}").split("|")
    bare = _END.sub("", asked.text)
    return chance.choice((f"{said[0]} {asked.text}", f"{bare} {said[0]}", f"{bare} {said[2]}"))


def _budget(asked: Asked, chance: Random) -> str | None:
    if not asked.amount:
        return None
    said = chance.choice(
        asked.say("в бюджете|по бюджету|из бюджета", "бюджетте|бюджет бойынша|бюджеттен").split("|")
    )
    return chance.choice((f"{said} {asked.text}", f"{_END.sub('', asked.text)} {said}"))


def _turned(asked: Asked, _: Random) -> str | None:
    """The word that asks how much goes from the beginning to the end, or from the end to the beginning."""
    words = _END.sub("", asked.text).split(" ")
    if not asked.first or len(words) < 2:
        return None
    if words[0].casefold() in {"сколько", "қанша", "канша"}:
        return " ".join([*words[1:], words[0]])
    if words[-1].casefold() in {"сколько", "қанша", "канша"}:
        return " ".join([words[-1], *words[:-1]])
    return None


def _other_word(asked: Asked, chance: Random) -> str | None:
    """`сколько` and `қанша` as people say the same."""
    russian = "какая сумма|сколько денег|сколько средств|какие деньги|скока|сколько тенге"
    changed = re.sub(
        r"\bсколько (?=(на|для|по|в) )", lambda _: chance.choice(russian.split("|")) + " ", asked.text
    )
    kazakh = "қанша ақша|қанша қаражат|канша акша|қанша теңге|қандай сома|қаншама ақша|неше теңге"
    changed = re.sub(r"(?<=[аеә] )қанша(?=\W*$)", lambda _: chance.choice(kazakh.split("|")), changed)
    return changed if asked.amount and changed != asked.text else None


def _other_place(asked: Asked, chance: Random) -> str | None:
    if not asked.first or asked.budget not in PLACES:
        return None
    place = chance.choice(
        asked.say("в Костанае|в Риддере|в Ташкенте", "Қостанайда|Риддерде|Ташкентте").split("|")
    )
    return chance.choice((f"{place} {asked.text}", f"{_END.sub('', asked.text)} {place}"))


def _other_year(asked: Asked, chance: Random) -> str | None:
    return _with_year(asked, chance, chance.choice((2008, 2031))) if asked.amount else None


def _denied(asked: Asked, _: Random) -> str | None:
    """`на школы` → `не на школы`, `мектепке` → `мектепке емес`."""
    russian = re.sub(r"(?<!не )\bна (?=[а-я]{4})", "не на ", asked.text, count=1)
    kazakh = re.sub(r"(\w{3}(?<!бас)(?:ға|ге|қа|ке))\b(?! емес)", r"\1 емес", asked.text, count=1)
    changed = asked.say(russian, kazakh)
    return changed if asked.amount and changed != asked.text else None


SAME: dict[str, SayOtherwise] = {
    "polite before": _politely_first,
    "polite behind": _politely_last,
    "polite between": _politely_between,
    "by the way": _by_the_way,
    "another mark": _other_mark,
    "capitals": _capitals,
    "a slip": _slip,
    "a letter twice": _doubled,
    "a glued comma": _glued_comma,
    "a broken line": _broken_line,
    "e for yo": _yo,
    "plain letters": _plain_letters,
    "latin": _latin,
    "another layout": _layout,
    "the place": _place,
    "the year": _year,
    "of the budget": _budget,
    "turned round": _turned,
    "another word": _other_word,
}
CONTRARY: dict[str, SayOtherwise] = {
    "another place": _other_place,
    "another year": _other_year,
    "denied": _denied,
}


def say_otherwise(way: SayOtherwise, asked: Asked, chance: Random) -> str | None:
    """A question said otherwise; None where it cannot be, or stays as it is.

    Args:
        way: one of `SAME` or `CONTRARY`.
        asked: the question, whose messages `⏎` joins: only the last is said otherwise.
        chance: where the way draws from.
    """
    *before, last = asked.text.split(NEXT_TURN)
    one = Asked(last, asked.language, asked.budget, asked.amount, asked.first and not before)
    changed = way(one, chance)
    return None if changed in (None, last) else NEXT_TURN.join([*before, changed])
