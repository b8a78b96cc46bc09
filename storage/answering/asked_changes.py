"""The changes that a question asks of: of one decision, or of several together, read and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parser.dataclass import dataclass
from parser.question.question import Question
from storage.answering.edition import AskedEdition
from storage.answering.outcome import Candidates
from storage.answering.several_editions import find_since
from storage.kept.reader import StoredReader
from storage.reading.address import DecisionAddress
from storage.reading.changes import compare_editions
from storage.reading.differences import Changes
from storage.reading.lines import complete_names
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.records import LineInfo, Names

_FIRST_MONTH = 1


@dataclass(frozen=True, slots=True)
class CountedChanges:
    """Changes, and of what they are.

    Attributes:
        changes: the difference of two editions.
        together: whether they are of several decisions together, and not of one.
        newest_has_none: whether that is so because the newest decision changed nothing of what is asked.
        blocks: the line inside of which it is asked; of an office where it stands in either edition.
        same: the lines that did not change, largest first, where these are asked for.
    """

    changes: Changes
    together: bool
    newest_has_none: bool
    blocks: tuple[str, ...]
    same: tuple[LineInfo, ...] = ()


async def _list_untouched(
    reader: StoredReader, asked: AskedEdition, first: DecisionAddress, same: Sequence[LineInfo]
) -> list[LineInfo]:
    """The lines that no edition since the first has with another amount: none that came back to it."""
    editions = [each for each in asked.catalogue.editions if each.year == asked.edition.year]
    decisions = [each.decision.address for each in editions]
    between = editions[decisions.index(first) + 1 : editions.index(asked.edition)]
    outlines = Outlines()
    paths = {line.path for line in same}
    await outlines.read(reader, Wanted({each.key: each for each in between}, paths))
    printed = [outlines.lines(each) for each in between]
    return [
        line
        for line in same
        if all(line.path in lines and lines[line.path].amount == line.amount for lines in printed)
    ]


async def count_changes(
    reader: StoredReader, known: Mapping[str, Names], question: Question, found: Candidates
) -> CountedChanges:
    """Compares the editions between which a question asks what changed.

    Where the newest decision changed nothing of what is asked for, and no edition was named, it is all
    decisions of the year.

    Args:
        reader: of one state of the database.
        known: the names of paths in all budgets.
        question: what is asked.
        found: the edition, with the earlier one that its changes are counted from where one is named; and the
            line that is looked into.
    """
    inside = found.inside
    asked = (inside or found).asked

    async def compare(since: int | None) -> Changes:
        earlier = asked.catalogue.find_before(asked.edition, since) if since else asked.earlier
        return await compare_editions(reader, asked.catalogue, asked.edition, earlier)

    def list_blocks(changes: Changes) -> tuple[str, ...]:
        if inside is None:
            return ()
        return changes.list_blocks(inside.path) if found.across else (inside.path,)

    since, way, has_none = find_since(question), question.frame.direction, False
    changes = await compare(since)
    blocks = list_blocks(changes)
    if not (since or asked.earlier or question.asks_edition):
        has_none = not (changes.has_any_below(blocks, way) if blocks else changes.has_any_line(way))
    has_none = has_none and asked.catalogue.find_before(asked.edition, _FIRST_MONTH) is not None
    if has_none:
        since = _FIRST_MONTH
        changes = await compare(since)
    together = since is not None or asked.earlier is not None
    blocks = list_blocks(changes)
    same = changes.list_same(blocks) if question.frame.same else []
    if same and together and changes.previous is not None:
        same = await _list_untouched(reader, asked, changes.previous.address, same)
    names = await complete_names(reader, [(line.path, line.names) for line in same], known)
    named = tuple(replace(line, names=each) for line, each in zip(same, names, strict=True))
    return CountedChanges(changes, together, has_none, blocks, named)
