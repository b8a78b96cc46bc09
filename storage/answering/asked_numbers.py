"""The numbers of a question against lines: what codes were typed, and whether a line prints an amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from parser.budget_code import LEVELS
from parser.question.question import Question
from parser.records import Level

_ROUND = 1_000_000  # from where on a number of whole thousands is an amount
_PRINTED = 1000  # tenge that tables are printed to
_LARGEST = 2**63 - 1  # amount that a table can hold


def list_code_digits(runs: Sequence[Sequence[str]]) -> Iterator[str]:
    """What codes may have been typed, the likeliest first: all runs as one, each run, a run's beginning.

    `104402` is category 1, class 04, subclass 4 and a specific code that budgets do not print. `7.458.18` is
    program 018 without its zero, whose codes have three digits as the office's before them.
    """
    joined = ["".join(run) for run in runs]
    if len(joined) > 1:
        yield "".join(joined)
    yield from joined
    yield from (
        whole for run, typed in zip(runs, joined, strict=True) if (whole := _with_zeros(run)) != typed
    )
    if len(joined) == 1 and len(joined[0]) == 6:
        yield joined[0][:4]


def _with_zeros(run: Sequence[str]) -> str:
    """A run's digits, what stands behind an office's code filled with zeros to its length."""
    printed, digits = LEVELS[Level.ADMINISTRATOR].printed, LEVELS[Level.PROGRAM].digits
    office = next((at for at, group in enumerate(run) if len(group) in printed), len(run))
    return "".join(group if at <= office else group.zfill(digits) for at, group in enumerate(run))


def list_ranges(question: Question, units: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The amounts in tenge that a question may mean: exact in a table's unit, or rounded as it was said."""
    if question.scaled is not None:
        least, largest = question.scaled.range
        ranges = {(least, largest), (-largest, -least)}
    else:
        said = {amount * unit for amount in question.amounts for unit in _list_units(question, *units)}
        ranges = {(amount, amount) for amount in said}
    yield from ((low, high) for low, high in ranges if low >= -_LARGEST and high <= _LARGEST)


def name_amount(question: Question, least_digits: int) -> str | None:
    """The amount that a question is about, as it was said; None for a number that may be anything.

    Args:
        question: what is asked.
        least_digits: so many digits besides the zeros at its end make a number surely an amount.
    """
    if question.exact_said:
        return question.exact_said
    if question.scaled is not None:
        return question.scaled.said
    large = (amount for amount in question.amounts if _is_large(amount, least_digits))
    amount = next(large, None)
    return None if amount is None else f"{amount:,}".replace(",", " ")


def measure_distance(amount: int, unit: int, question: Question) -> Fraction:
    """How far an amount in tenge lies from what was asked for, as a share of that."""
    if question.scaled is not None:
        return Fraction(abs(abs(amount) - question.scaled.tenge), question.scaled.tenge or 1)
    said = {asked * scale for asked in question.amounts for scale in _list_units(question, unit)}
    return min(Fraction(abs(amount - tenge), abs(tenge) or 1) for tenge in said)


def prints_amount(amounts: Sequence[int], unit: int, question: Question) -> bool:
    """Whether one of the amounts was asked for, exactly or rounded as it was said."""
    if question.scaled is not None:
        least, largest = question.scaled.range
        return any(least <= abs(amount) <= largest for amount in amounts if amount)
    said = {asked * scale for asked in question.amounts for scale in _list_units(question, unit)}
    return any(amount in said for amount in amounts)


def _list_units(question: Question, *units: int) -> tuple[int, ...]:
    """In how many tenge a number may be counted: one said with its scale, `250 тысяч`, in tenge alone."""
    return (1,) if question.exact_said else (1, *units)


def _is_large(amount: int, least_digits: int) -> bool:
    """Whether a number is surely an amount: no code has so many digits, or such zeros at its end."""
    round_one = abs(amount) >= _ROUND and amount % _PRINTED == 0  # 1 900 000 000
    return round_one or len(str(abs(amount)).rstrip("0")) >= least_digits
