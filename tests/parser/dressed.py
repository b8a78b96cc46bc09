"""Invented budgets as whole decisions, dressed at random in what prints put around figures, codes and names."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from parser.records import Language
from tests.parser.budgets import HEADS, Budget, PrintedRow, budgets, grouped
from tests.parser.contents import CellOf, Content, TableOf, Text
from tests.parser.layouts import LABELS, capitalized, depth_of, with_subgroups

KK, RU = Language.KK, Language.RU
UNITS = {  # tenge in a unit, and the label over the amounts that says so
    1: {KK: "Сомасы, теңге", RU: "Сумма, тенге"},
    1000: {KK: "Сомасы, мың теңге", RU: "Сумма, тысяч тенге"},
    1_000_000: {KK: "Сомасы, миллион теңге", RU: "Сумма, млн. тенге"},
}
GROUNDS = {
    KK: "Қазақстан Республикасының Бюджет кодексінің 106, 109-баптарына, Қазақстан Республикасындағы жергілікті "
    "мемлекеттік басқару және өзін-өзі басқару туралы заңның 6-бабына сәйкес және облыстық мәслихаттың бюджет "
    "туралы шешіміне байланысты қалалық мәслихат ШЕШІМ ҚАБЫЛДАДЫ: " * 3,
    RU: "В соответствии со статьями 106, 109 Бюджетного кодекса Республики Казахстан, статьей 6 Закона о местном "
    "государственном управлении и самоуправлении, на основании решения областного маслихата об областном бюджете "
    "на три года и в связи с уточнением поступлений городской маслихат РЕШИЛ: " * 3,
}
GONE = {KK: "Алынып тасталды", RU: "Исключено"}

Chance = random.Random
Dress = Callable[[str, Chance], Text]


def _plain(text: str, _: Chance) -> Text:
    return text


AMOUNTS: tuple[Dress, ...] = (
    _plain,
    _plain,
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: f"{text},0",
    lambda text, _: f"{text}*",
    lambda text, _: f"{text}²",
    lambda text, _: text.replace(" ", "'"),
    lambda text, _: f"({text[1:]})" if text.startswith("-") else text,
    lambda text, _: f"{text[1:]}-" if text.startswith("-") else text,
    lambda text, _: f"(-) {text[1:]}" if text.startswith("-") else text,
    lambda text, _: text.replace("-", "–"),
)  # fmt: skip
RUNS: tuple[Dress, ...] = (
    lambda text, chance: ((text, ""), (str(chance.randint(1, 9)), "raised")),
    lambda text, chance: ((text, ""), (f"{chance.randint(1, 9)})", "raised")),
    lambda text, chance: ((grouped(chance.randint(1, 99_999)), "struck"), (f" {text}", "")),
    lambda text, chance: ((text, ""), (grouped(chance.randint(1, 99_999)), "hidden")),
)
CODES: tuple[Dress, ...] = (lambda text, chance: ((text, ""), (str(chance.randint(1, 9)), "raised")),)
NAMES: tuple[Dress, ...] = (
    lambda text, chance: ((text, ""), (str(chance.randint(1, 9)), "raised")),
    lambda text, _: (("Старое ", "struck"), (text, "")),
    lambda text, _: ((text, ""), (" скрытое 7", "hidden")),
    lambda text, _: f"{text}*",
)


@dataclass(frozen=True)
class Decision:
    """A decision to be printed, and the lines that are seen in it."""

    contents: tuple[Content, ...]
    lines: tuple[tuple[str, str, int], ...]  # path, name, tenge
    plain: bool  # nothing of it is dressed: it must be read


@dataclass(frozen=True)
class Wardrobe:
    """What a form can show: runs that differ inside a cell, hidden ones among them, and hidden rows."""

    runs: bool = True
    hidden_runs: bool = True
    hidden_rows: bool = True


@st.composite
def decisions(draw: st.DrawFn, language: Language, wardrobe: Wardrobe = Wardrobe()) -> Decision:
    """Whole decisions with one budget each."""
    budget: Budget = capitalized(draw(budgets(language)))
    subgroups = draw(st.booleans())
    budget = with_subgroups(budget) if subgroups else budget
    unit = draw(st.sampled_from([1, 1000, 1000, 1_000_000]))
    chance = Chance(draw(st.integers(0, 2**32)))
    rate = draw(st.sampled_from([0.0, 0.05, 0.3]))
    filler = draw(st.sampled_from(["", "", "", "0"]))
    tailor = _Tailor(chance, rate, wardrobe, filler, 4 if subgroups else 3)
    head = HEADS[language].format(y=budget.year, z=budget.year + 2)
    paragraphs = [" ".join(part.split()) for part in head.split("\n\n") if part.strip()]
    paragraphs.insert(1, GROUNDS[language])  # most lines of a text go on in the next one
    tables = [tailor.table(budget, side, rows, unit) for side, rows in budget.tables]
    lines = tuple((row.path, " ".join(row.name.split()), row.amount * unit) for row in budget.rows)
    return Decision((*paragraphs, *tables), lines, plain=not rate and not filler)


@dataclass
class _Tailor:
    chance: Chance
    rate: float  # of dressed cells
    wardrobe: Wardrobe
    filler: str  # in code columns that a row with a code does not use
    columns: int

    def table(self, budget: Budget, side: str, rows: Sequence[PrintedRow], unit: int) -> TableOf:
        words = LABELS[budget.language]
        labels = list(words[side])
        if self.columns == 4 and side == "spending":
            labels.insert(1, str(words["subgroup"]))
        labels += [""] * (self.columns - len(labels))
        header = [*labels, str(words["name"]), UNITS[unit][budget.language]]
        printed: list[list[CellOf]] = [[(label, 1, 1) for label in header]]
        hidden: set[int] = set()
        for row in rows:
            printed.append(self._row(row, side))
            if self.wardrobe.hidden_rows and self.chance.random() < self.rate / 3:
                hidden.add(len(printed))
                printed.append(self._gone(budget.language))
        return TableOf(printed, frozenset(hidden))

    def _row(self, row: PrintedRow, side: str) -> list[CellOf]:
        codes: list[Text] = [self.filler if row.code else ""] * self.columns
        if row.code:
            column = depth_of(row, side, subgroups=self.columns == 4)
            codes[column] = self._dressed(row.code, CODES if self.wardrobe.runs else ())
        name = self._dressed(row.name, NAMES if self.wardrobe.runs else ())
        ways = (*AMOUNTS, *RUNS) if self.wardrobe.runs else AMOUNTS
        amount = self._dressed(grouped(row.amount), ways)
        return [(text, 1, 1) for text in (*codes, name, amount)]

    def _gone(self, language: Language) -> list[CellOf]:
        texts = [
            *["" for _ in range(self.columns - 1)],
            f"{self.chance.randint(1, 99):03}",
            GONE[language],
            "7 000",
        ]
        return [(text, 1, 1) for text in texts]

    def _dressed(self, text: str, ways: Sequence[Dress]) -> Text:
        if not ways or self.chance.random() >= self.rate:
            return text
        dressed = self.chance.choice(ways)(text, self.chance)
        hides = not isinstance(dressed, str) and any(look == "hidden" for _, look in dressed)
        return text if hides and not self.wardrobe.hidden_runs else dressed
