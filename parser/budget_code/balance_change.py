"""How a budget's balance changed: what is below zero in it is a deficit, and a deficit grows downwards.

Nobody should have to know that to understand «−63 000 → −281 421»: wherever a change of the balance is told,
it is that of the deficit's size, or of the surplus's, and is called so.
"""

from __future__ import annotations

from parser.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BalanceChange:
    """A change of a budget's balance, by its size.

    Attributes:
        is_deficit: whether what it ends as is a deficit: where it ends at nothing, what it began as.
        delta: by how much that is larger, in tenge; below zero where it is smaller.
        is_turned: whether it was the other of the two before.
    """

    is_deficit: bool
    delta: int
    is_turned: bool


def change_balance(old: int, new: int) -> BalanceChange:
    """A change of the balance from one printed amount to another.

    >>> change_balance(-63, -281), change_balance(63, -281).is_turned, change_balance(50, 30).delta
    (BalanceChange(is_deficit=True, delta=218, is_turned=False), True, -20)
    """
    is_deficit = (new or old) < 0
    return BalanceChange(is_deficit, old - new if is_deficit else new - old, old * new < 0)
