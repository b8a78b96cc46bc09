"""By how much an amount changed: with its sign; a deficit's change in words, since one grows downwards."""

from __future__ import annotations

from fractions import Fraction

from handlers.views.amounts import exact, figure, percent
from handlers.views.texts import Texts
from parser.budget_code.balance_change import change_balance
from parser.records import Section


def tell_delta(path: str, both: tuple[int, int], unit: int, texts: Texts, *, with_unit: bool = False) -> str:
    """By how much an amount changed: «+392 898»; of a balance «дефицит вырос на 218 421».

    Args:
        path: the line's.
        both: tenge before and after.
        unit: what the table counts in, in tenge.
        texts: the person's language.
        with_unit: put the unit behind the number.
    """
    tell = exact if with_unit else figure
    old, new = both
    if path != Section.DEFICIT or old == new:
        return tell(new - old, unit, texts, signed=True)
    change = change_balance(old, new)
    way = "turned" if change.is_turned else "more" if change.delta > 0 else "less"
    key = f"balance-{'below' if change.is_deficit else 'above'}-{way}"
    return texts.get(key, size=tell(abs(change.delta), unit, texts))


def tell_growth(path: str, both: tuple[int, int], unit: int, texts: Texts) -> str:
    """By how much an amount changed, with its unit and as a share: «+46 545 тыс. тенге, +0,6 %».

    No share where it was nothing before, or is below zero. A deficit's change is told in words.

    Args:
        path: of the line.
        both: tenge before and after.
        unit: tenge in the unit to tell it in.
        texts: the person's language.
    """
    old, new = both
    delta = tell_delta(path, both, unit, texts, with_unit=True)
    if old <= 0 or new < 0:
        return delta
    return f"{delta}, {percent(Fraction(new - old, old), texts, signed=True)}"


def tell_delta_shortly(path: str, both: tuple[int, int], unit: int, texts: Texts) -> str:
    """The same where there is room for two words, in a picture: «дефицит +218 421»."""
    old, new = both
    change = change_balance(old, new)
    if path != Section.DEFICIT or old == new:
        return tell_delta(path, both, unit, texts)
    key = "balance-below-short" if change.is_deficit else "balance-above-short"
    return texts.get(key, delta=figure(change.delta, unit, texts, signed=True))


def balance_remark(path: str, both: tuple[int, int] | None, texts: Texts) -> str | None:
    """What is said beside a balance's change in a table, where it stands as a number; nothing of other lines.

    Args:
        path: the line's.
        both: tenge before and after; None where one of them is not there.
        texts: the person's language.
    """
    if path != Section.DEFICIT or both is None or both[0] == both[1]:
        return None
    return tell_delta(path, both, 1, texts, with_unit=True)


def is_rise(path: str, both: tuple[int, int]) -> bool:
    """Whether an amount became larger; of a balance, the deficit or the surplus that it is now."""
    old, new = both
    return change_balance(old, new).delta > 0 if path == Section.DEFICIT else new > old
