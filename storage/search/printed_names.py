"""Names of lines as the database has them, in the order of an index: those that most editions print first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import compress, count
from operator import neg
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from parser.records import Language
from storage.kept.name_blocks import BLOCK_NAMES
from storage.statements import Where, fetch_rows, match_any

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

# Minus how many editions print it so, the text, its language, the path, and the id of the name. They sort by
# themselves into the order of an index.
PrintedName: TypeAlias = tuple[int, str, Language, str, int]


class PrintedNames(NamedTuple):
    """Names of paths in order, by columns: as cheap as may be, for a country has 100,000.

    Attributes:
        fewer: minus how many editions print each.
        texts: as printed.
        languages: of the texts.
        paths: that are called so.
        ids: of the names.
    """

    fewer: Sequence[int]
    texts: Sequence[str]
    languages: Sequence[Language]
    paths: Sequence[str]
    ids: Sequence[int]

    def row(self, number: int) -> PrintedName:
        """One name."""
        fewer, texts, languages, paths, ids = self
        return fewer[number], texts[number], languages[number], paths[number], ids[number]

    def take(self, wanted: Collection[bool]) -> PrintedNames:
        """Some of the names, in their order: those that are wanted."""
        fewer, texts, languages, paths, ids = self
        return PrintedNames(
            list(compress(fewer, wanted)),
            list(compress(texts, wanted)),
            list(compress(languages, wanted)),
            list(compress(paths, wanted)),
            list(compress(ids, wanted)),
        )


_T = TypeVar("_T")

# Both in the order of an index, which makes sorting them quick.
_TEXTS = "SELECT text, language, id FROM name ORDER BY language, text"
_PAIRS = "SELECT name_id, path, editions FROM path_name ORDER BY name_id, path"
_OF_BLOCKS = """
SELECT path_name.editions, name.text, name.language, path_name.path, path_name.name_id
FROM path_name JOIN name ON name.id = path_name.name_id
WHERE {where}
"""
_LANGUAGES: Mapping[str, Language] = {language.value: language for language in Language}
_AT_ONCE = 100  # blocks of one statement
LARGEST_PART = 1 / 2  # of all blocks: more of them are read with all others


def find_changed(now: Mapping[int, int], before: Mapping[int, int]) -> Set[int]:
    """The blocks of names that are other ones, or not there any more.

    Args:
        now: the numbers of the blocks that are stored.
        before: those of blocks that were stored some time, here or elsewhere.
    """
    return {block for block, _ in now.items() ^ before.items()}


def are_most(changed: Set[int], blocks: Collection[int]) -> bool:
    """Whether so many blocks are others that all are read.

    Args:
        changed: those.
        blocks: all of them.
    """
    return len(changed) > len(blocks) * LARGEST_PART


async def read_printed(connection: AsyncConnection) -> PrintedNames:
    """All names of all paths, in order."""
    texts = await connection.run_sync(fetch_rows, _TEXTS)
    printed = await connection.run_sync(fetch_rows, _PAIRS)
    return _order_names(sorted(map(tuple, texts)), printed)


async def renew_printed(
    connection: AsyncConnection, before: PrintedNames, changed: Set[int], blocks: Collection[int]
) -> PrintedNames:
    """The same, of names that were read before and those of blocks that are others since.

    Args:
        connection: the database's.
        before: names of some state, in order.
        changed: the blocks that are others in the state that is read.
        blocks: all blocks.
    """
    if are_most(changed, blocks):
        return await read_printed(connection)
    fresh: list[PrintedName] = []
    for where in _list_blocks(changed):
        rows = await connection.run_sync(fetch_rows, _OF_BLOCKS.format(where=where.sql), where.values)
        fresh += [
            (-editions, text, _LANGUAGES[language], *named) for editions, text, language, *named in rows
        ]
    if not changed:
        return before
    # The numbers of blocks only tell which are others: each of the rest is as it was.
    stays = [number // BLOCK_NAMES not in changed for number in before.ids]
    return _merge(before.take(stays), sorted(fresh))


def _merge(stayed: PrintedNames, fresh: Sequence[PrintedName]) -> PrintedNames:
    """Names of two kinds in one order. Each of the few is looked for, the many are passed over."""
    if not fresh:
        return stayed
    numbers = range(len(stayed.ids))
    ahead = [bisect_left(numbers, each, key=stayed.row) for each in fresh]
    fewer, texts, languages, paths, ids = zip(*fresh, strict=True)
    return PrintedNames(
        _put_in(stayed.fewer, fewer, ahead),
        _put_in(stayed.texts, texts, ahead),
        _put_in(stayed.languages, languages, ahead),
        _put_in(stayed.paths, paths, ahead),
        _put_in(stayed.ids, ids, ahead),
    )


def _put_in(column: Sequence[_T], new: Iterable[_T], ahead: Iterable[int]) -> list[_T]:
    """A column with new values before those of some numbers."""
    merged: list[_T] = []
    at = 0
    for number, value in zip(ahead, new, strict=True):
        merged += column[at:number]
        merged.append(value)
        at = number
    merged += column[at:]
    return merged


def _list_blocks(blocks: Iterable[int]) -> Iterator[Where]:
    """Which names are those of blocks, in a few parts."""
    ordered = sorted(blocks)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        ends = ((block * BLOCK_NAMES, (block + 1) * BLOCK_NAMES - 1) for block in some)
        yield match_any(*(Where("path_name.name_id BETWEEN ? AND ?", each) for each in ends))


def _order_names(
    written: Sequence[tuple[str, str, int]], printed: Sequence[tuple[int, str, int]]
) -> PrintedNames:
    """Stored names with their paths, in order.

    Args:
        written: of each name its text, language and number, in this order.
        printed: for each path and each of its names the name's number, the path, and how many editions
            print it so; in this order.
    """
    if not printed:
        return PrintedNames((), (), (), (), ())
    texts, languages, ids = zip(*written, strict=True)
    spoken = list(map(_LANGUAGES.__getitem__, languages))
    places = dict(zip(ids, count()))
    numbers, paths, editions = zip(*printed, strict=True)
    at = list(map(places.__getitem__, numbers))
    keys = [place - len(texts) * times for place, times in zip(at, editions, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    at = list(map(at.__getitem__, order))
    return PrintedNames(
        list(map(neg, map(editions.__getitem__, order))),
        list(map(texts.__getitem__, at)),
        list(map(spoken.__getitem__, at)),
        list(map(paths.__getitem__, order)),
        list(map(numbers.__getitem__, order)),
    )
