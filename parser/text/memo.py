"""What a function told of the last few things, for those that are asked again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_LONGEST_WORD = 40  # letters
_Asked = TypeVar("_Asked", bound=Hashable)
_Told = TypeVar("_Told")


class Memo(dict[_Asked, _Told]):
    """What a function tells, by what it is asked: looked up like any mapping, and worked out where it lacks.

    It begins anew when it is full. However much people write, no more is kept than `most` of what is short.
    """

    __slots__ = ("_is_short", "_most", "_tell")

    def __init__(
        self, tell: Callable[[_Asked], _Told], most: int, is_short: Callable[[_Asked], bool]
    ) -> None:
        """Takes the function.

        Args:
            tell: it tells the same whenever it is asked the same.
            most: so many answers are kept.
            is_short: whether what is asked may be kept: `is_short_word` of words.
        """
        super().__init__()
        self._tell = tell
        self._most = most
        self._is_short = is_short

    def __missing__(self, asked: _Asked) -> _Told:
        told = self._tell(asked)
        if self._is_short(asked):
            if len(self) >= self._most:
                self.clear()
            self[asked] = told
        return told


def is_short_word(word: str) -> bool:
    """Whether a word is no longer than words are."""
    return len(word) <= _LONGEST_WORD
