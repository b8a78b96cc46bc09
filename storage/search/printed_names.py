"""Names of lines as the database has them, in the order of an index: those that most editions print first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from sqlalchemy import Select, String, or_, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.records import Language
from storage.kept.name_blocks import BLOCK_NAMES
from storage.models import Name, PathName, table

# Minus how many editions print it so, the text, its language, the path, and the id of the name: as cheap as
# may be, for a country has 100,000. They sort by themselves into the order of an index.
PrintedName: TypeAlias = tuple[int, str, Language, str, int]

_PAIRS, _NAMES = table(PathName).c, table(Name).c
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


async def read_printed(connection: AsyncConnection) -> list[PrintedName]:
    """All names of all paths, in order."""
    written = select(_NAMES.text, type_coerce(_NAMES.language, String), _NAMES.id)
    pairs = select(_PAIRS.name_id, _PAIRS.path, _PAIRS.editions)
    # Both in the order of an index, which makes sorting them quick.
    texts = await connection.execute(written.order_by(_NAMES.language, _NAMES.text))
    printed = await connection.execute(pairs.order_by(_PAIRS.name_id, _PAIRS.path))
    return _order_names(sorted(map(tuple, texts)), list(map(tuple, printed)))


async def renew_printed(
    connection: AsyncConnection, before: Sequence[PrintedName], changed: Set[int], blocks: int
) -> list[PrintedName]:
    """The same, of names that were read before and those of blocks that are others since.

    Args:
        connection: the database's.
        before: names of some state, in order.
        changed: the blocks that are others in the state that is read.
        blocks: how many blocks there are.
    """
    if len(changed) > blocks * LARGEST_PART:
        return await read_printed(connection)
    fresh: list[PrintedName] = []
    for statement in _select_blocks(changed):
        rows = (await connection.execute(statement)).all()
        fresh += [(-row.editions, row.text, _LANGUAGES[row.language], row.path, row.name_id) for row in rows]
    # The numbers of blocks only tell which are others: each of the rest is as it was.
    stayed = [each for each in before if each[-1] // BLOCK_NAMES not in changed] if changed else before
    return _merge(stayed, sorted(fresh))


def _merge(stayed: Sequence[PrintedName], fresh: Iterable[PrintedName]) -> list[PrintedName]:
    """Names of two kinds in one order. Each of the few is looked for, the many are passed over."""
    merged: list[PrintedName] = []
    at = 0
    for each in fresh:
        place = bisect_left(stayed, each, at)
        merged += stayed[at:place]
        merged.append(each)
        at = place
    return merged + list(stayed[at:])


def _select_blocks(blocks: Iterable[int]) -> Iterator[Select[tuple[int, str, str, str, int]]]:
    """The names of blocks, in a few statements that read nothing else."""
    language = type_coerce(_NAMES.language, String).label("language")
    columns = _PAIRS.editions, _NAMES.text, language, _PAIRS.path, _PAIRS.name_id
    query = select(*columns).join(table(Name), _PAIRS.name_id == _NAMES.id)
    ordered = sorted(blocks)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        first = (block * BLOCK_NAMES for block in some)
        yield query.where(or_(*(_PAIRS.name_id.between(name, name + BLOCK_NAMES - 1) for name in first)))


def _order_names(
    texts: Sequence[tuple[str, str, int]], printed: Sequence[tuple[int, str, int]]
) -> list[PrintedName]:
    """Stored names with their paths, in order.

    Args:
        texts: of each name its text, language and number, in this order.
        printed: for each path and each of its names the name's number, the path, and how many editions
            print it so; in this order.
    """
    if not printed:
        return []
    places = {number: place for place, (_, _, number) in enumerate(texts)}
    numbers, paths, editions = zip(*printed, strict=True)
    at = [places[number] for number in numbers]
    keys = [place - len(texts) * count for place, count in zip(at, editions, strict=True)]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    told = [(text, _LANGUAGES[language]) for text, language, _ in texts]
    return [(-editions[n], *told[at[n]], paths[n], numbers[n]) for n in order]
