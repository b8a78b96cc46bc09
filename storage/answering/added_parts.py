"""Parts of a question that are one side of a comparison together: `школы больше садиков и дорог вместе?`.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from parser.budget_code import is_below
from parser.dataclass import dataclass
from storage.answering.inquiry import FoundLine
from storage.answering.joined_lines import JoinedLines
from storage.answering.listed_lines import Listed
from storage.answering.named_parts import NamedPart


@dataclass(frozen=True, slots=True)
class AddedParts:
    """The sides of a comparison that have several parts.

    Attributes:
        joined: the lines of each that adds up.
        are_open: whether one of them does not: a part of it has no line or may mean several, or a line of it
            stands inside another line that is compared and would be counted twice.
    """

    joined: tuple[JoinedLines, ...] = ()
    are_open: bool = False


def join_added(
    sides: Sequence[NamedPart],
    words: Sequence[str],
    lines: Sequence[FoundLine],
    offices: Sequence[Listed],
    doubtful: Set[int],
) -> AddedParts:
    """The lines of each side that has several parts.

    Args:
        sides: the parts with what they mean.
        words: of each what it is called.
        lines: what is shown of all of them.
        offices: those of these that stand for all lines of an office.
        doubtful: the numbers of the sides of which a part is not clear or has no line.
    """
    standing = {block.path: office.best.path for office in offices for block in office.blocks}
    shown, joined = {line.path: line for line in lines}, list[JoinedLines]()
    numbers = {side.part.side for side in sides if side.part.side}
    for number in sorted(numbers - doubtful):
        own = [(side, said) for side, said in zip(sides, words, strict=True) if side.part.side == number]
        paths = [standing.get(line.path, line.path) for side, _ in own for line in side.meant]
        if len(set(paths)) == len(paths) and not _stand_inside(paths, list(shown)):
            joined.append(
                JoinedLines(", ".join(said for _, said in own), tuple(shown[each] for each in paths))
            )
    return AddedParts(tuple(joined), len(joined) < len(numbers | (doubtful - {0})))


def _stand_inside(paths: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether one of some lines stands inside another one that is shown, or holds it."""
    return any(is_below(path, other) or is_below(other, path) for path in paths for other in shown)
