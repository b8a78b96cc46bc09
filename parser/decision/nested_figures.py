"""Which figures of a clause stand for parts of the budget, and which only for parts of those parts.

`поступления трансфертов – 200, в том числе: трансферты из республиканского бюджета – 150` names transfers
twice; only the first figure is that of `revenue/4`.
"""

from __future__ import annotations

import re
from functools import cache

from parser.budget_code import BY_SIDE, PARTS, codes_of, is_below, part_of
from parser.records import Section
from parser.text.wordings import Says, wording

# Words that any list may hold: «за счет поступлений», «расходы на образование».
_GENERIC = frozenset(BY_SIDE.values())


@cache
def _opens_list() -> re.Pattern[str]:
    """Between a figure and the first of its parts: `, в том числе:`, `, оның ішінде`, or a colon alone."""
    return re.compile(rf"\A\s*:|{wording(Says.INCLUDING)}", re.IGNORECASE)


class Nesting:
    """The lists that are open where a clause has been read to."""

    def __init__(self) -> None:
        self._begin(())

    def _begin(self, part: tuple[object, ...]) -> None:
        self._part = part
        self._open: list[str | None] = []  # the figures whose parts are being listed, the outermost first
        self._read: dict[str, None] = {}  # the paths of the figures so far, each once
        self._last: str | None = None  # that of the last figure
        self._is_first = True

    def path_of(self, path: str | None, before: str, part: tuple[object, ...]) -> str | None:
        """The path of the next figure: the given one, or None where the figure is only a part of that line.

        «Трансферты – 10, в том числе: целевые трансферты – 4»: the second is no `revenue/4` of its own.

        >>> nesting = Nesting()
        >>> nesting.path_of("revenue/4", "доходы: ", (1,))
        'revenue/4'
        >>> nesting.path_of("revenue/4", ", в том числе: ", (1,))

        Args:
            path: what the figure's name sounds like.
            before: the text since the figure before it.
            part: the part of the clause that it stands in: first its subclause, None where the clause is not
                divided, then what else tells it apart. Lists end with their part.
        """
        if part != self._part:
            self._begin(part)
        # Lists of figures without a path that stand in one another are as good as the innermost.
        if not self._is_first and _opens_list().search(before) and (self._last or self._open[-1:] != [None]):
            self._open.append(self._last)
        self._is_first = False
        self._last = path if path is not None and self._belongs(path) else None
        if self._last is not None:
            self._read[self._last] = None
        return self._last

    def _belongs(self, path: str) -> bool:
        """Whether the next figure is of this path, and not only a part of it.

        Lists that end before the figure are closed by that.
        """
        if path in self._read:
            return False
        if not self._open:
            return True
        for depth in range(len(self._open), 0, -1):
            parent = self._open[depth - 1]
            innermost = depth == len(self._open)
            if parent is not None and is_below(path, parent) and (innermost or self._follows(path, parent)):
                del self._open[depth:]
                return True
        is_divided = self._part[0] is not None
        if path in set(Section) and not (is_divided and path in _GENERIC):
            self._open.clear()
            return True
        return False

    def _follows(self, path: str, parent: str) -> bool:
        """Whether a part comes after those that were read, in the order of the Code.

        So it may end a list inside its own: else it is one more part of what is listed there.
        """
        siblings = [read for read in self._read if is_below(read, parent)]
        return all(_order(sibling) < _order(path) for sibling in siblings)


def _order(path: str) -> int:
    part = part_of(path)
    return PARTS.index(part) if part else int(codes_of(path)[-1])
