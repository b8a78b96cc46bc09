"""Mutations of the amounts in a document's tables."""

from __future__ import annotations

from collections.abc import Mapping

from parser.budget_code import is_returned
from tests.parser.mutations.printed import (
    Chance,
    Mutate,
    Mutation,
    Printed,
    amount_cell,
    spaced,
    tenge,
)


def digit_changed(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    if found is None:
        return None
    text = found.text
    at = chance.choice([index for index, letter in enumerate(text) if letter.isdigit()])
    other = text[:at] + chance.choice("123456789".replace(text[at], "")) + text[at + 1 :]
    return found.saying(other, tenge(other, printed.unit))


def digit_removed(printed: Printed, chance: Chance) -> Mutation | None:
    """`1 240` → `140`."""
    found = amount_cell(printed, chance)
    if found is None:
        return None
    sign = "-" if found.text.startswith("-") else ""
    whole, comma, part = found.text.lstrip("-").replace(" ", "").partition(",")
    at = chance.randrange(len(whole))
    other = sign + spaced(whole[:at] + whole[at + 1 :]) + comma + part
    return found.saying(other, tenge(other, printed.unit))


def digit_lost_in_group(printed: Printed, chance: Chance) -> Mutation | None:
    """`1 240` → `1 20`."""
    found = amount_cell(printed, chance)
    if found is None or " " not in found.text:
        return None
    text = found.text
    first = text.index(" ") + 1
    at = chance.randrange(first, first + 3)
    other = text[:at] + text[at + 1 :]
    return found.saying(other, tenge(other, printed.unit))


def digit_added(printed: Printed, chance: Chance) -> Mutation | None:
    """The number of a footnote that became a digit: `1 240` → `1 2403`."""
    found = amount_cell(printed, chance)
    if found is None or "," in found.text:
        return None
    other = f"{found.text}{chance.randint(1, 9)}"
    return found.saying(other, tenge(other, printed.unit))


def sign_changed(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    if found is None or is_returned(found.line.path):
        return None
    amount = -found.line.amount
    shown = (
        found.text[1:]
        if found.text.startswith("-")
        else chance.choice(["-{}", "\u2212{}", "({})", "{}-", "(-) {}", "- {}"]).format(found.text)
    )
    mutation = found.saying(shown, amount, exact=False)
    shows = bool(amount) and printed.is_summed(found.key)
    return Mutation(mutation.contents, mutation.lines, shows=shows)


def nothing_in_words(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    nil = chance.choice(["-", "–", "—", "--", "х", "x", "X", "0", "0,0", "- ", "\u2212"])
    return None if found is None else found.saying(nil, 0, exact=False)


def words(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    odd = chance.choice(
        [
            "...", "нет данных", "жоқ", "", "\u00a0", "?", "***", "см. приложение", "1 2З0", "l 240", "12О", "100%",
            "20.мар", "#####", "#REF!", "1E+06", "1 240 -", "~1 240", "1 240 000 000 000 000 000", "½", "Ⅳ", "٣", "1.2.3",
        ]
    )  # fmt: skip
    if found is None:
        return None
    if odd == "1 240 -":  # a minus behind the number
        return found.saying(odd, -1240 * printed.unit, exact=False)
    return found.saying(odd)


def two_numbers(printed: Printed, chance: Chance) -> Mutation | None:
    """Another number beside an amount: nothing says which of them it is."""
    found = amount_cell(printed, chance)
    if found is None:
        return None
    parted = chance.choice(
        [
            "{} {}",
            "{}/{}",
            "{}; {}",
            "{}\n{}",
            "{} ({})",
            "{} из {}",
            "{} - {}",
            "{}+{}",
            "{}={}",
            "{}:{}",
            "{}|{}",
            "{}_{}",
            "{} и {}",
        ]
    )
    return found.saying(parted.format(found.text, spaced(str(chance.randint(100, 99_999)))))


def unit_beside(printed: Printed, chance: Chance) -> Mutation | None:
    """The unit of the table, written beside an amount too."""
    found = amount_cell(printed, chance)
    if found is None or printed.unit != 1000:
        return None
    unit = chance.choice([" тыс. тенге", " мың теңге", " тыс.тг", " тысяч тенге", "\u00a0мың тг."])
    return found.saying(found.text + unit, found.line.amount)


def amounts_exchanged(printed: Printed, chance: Chance) -> Mutation | None:
    """The amounts of two lines, each in the other's row."""
    first, second = amount_cell(printed, chance), amount_cell(printed, chance)
    if first is None or second is None or first.key == second.key:
        return None
    first.draft.write(first.key, first.cell, second.text)
    first.draft.write(second.key, second.cell, first.text)
    (path, name, amount), (other_path, other_name, other) = first.line.figures, second.line.figures
    lines = printed.with_changed(
        {first.key: (path, name, other), second.key: (other_path, other_name, amount)}
    )
    return Mutation(first.draft.contents(), lines)


def amount_in_two_cells(printed: Printed, chance: Chance) -> Mutation | None:
    """An amount whose last three digits stand in a cell of their own."""
    found = amount_cell(printed, chance)
    if found is None or " " not in found.text:
        return None
    head, _, tail = found.text.rpartition(" ")
    found.draft.row(found.key)[found.cell : found.cell + 1] = [(head, 1, 1), (tail, 1, 1)]
    return Mutation(found.draft.contents(), printed.with_changed({found.key: None}))


def amount_behind_name(printed: Printed, chance: Chance) -> Mutation | None:
    """An amount in the cell of the name."""
    found = amount_cell(printed, chance)
    if found is None:
        return None
    name = found.draft.row(found.key)[found.cell - 1][0]
    found.draft.write(found.key, found.cell - 1, f"{name} {found.text}")
    return found.saying("")


def amount_and_name_exchanged(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    if found is None or found.line.amount == 0:
        return None
    name = found.draft.row(found.key)[found.cell - 1][0]
    found.draft.write(found.key, found.cell - 1, found.text)
    found.draft.write(found.key, found.cell, str(name))
    return Mutation(found.draft.contents(), printed.with_changed({}))


AMOUNTS: Mapping[str, Mutate] = {
    change.__name__: change
    for change in (
        digit_changed, digit_removed, digit_lost_in_group, digit_added, sign_changed, nothing_in_words, words,
        two_numbers, unit_beside, amounts_exchanged, amount_in_two_cells, amount_behind_name,
        amount_and_name_exchanged,
    )
}  # fmt: skip
