"""Mutations of the rows, the codes, the names and the columns of a document's tables."""

from __future__ import annotations

from collections.abc import Mapping

from parser.budget_code import level_of, pad, path_below, prefixes
from tests.parser.mutations.printed import (
    Chance,
    Draft,
    Key,
    Mutate,
    Mutation,
    Printed,
    amount_cell,
    code_cell,
)
from tests.parser.mutations.readings import Figures


def row_lost(printed: Printed, chance: Chance) -> Mutation | None:
    """A program or a subclass is not there."""
    found = amount_cell(printed, chance, leaf=True)
    if found is None:
        return None
    del found.draft.rows(found.key[0])[found.key[1]]
    above = printed.above(found.key)
    alone = above is None or len(printed.tree.children(above)) == 1
    shows = bool(found.line.amount) and not alone
    return Mutation(found.draft.contents(), printed.with_changed({found.key: None}), shows=shows)


def parent_lost(printed: Printed, chance: Chance) -> Mutation | None:
    """A row that others stand below is not there."""
    key = chance.choice(
        [key for key in printed.keys if not printed.is_leaf(key) and printed.lines[key].amount]
    )
    draft = Draft(printed)
    del draft.rows(key[0])[key[1]]
    return Mutation(draft.contents(), printed.with_changed({key: None}))


def row_doubled(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance, zero=False)
    if found is None:
        return None
    rows = found.draft.rows(found.key[0])
    rows.insert(found.key[1], rows[found.key[1]])
    lines = (*printed.with_changed({}), found.line.figures)
    shows = printed.is_leaf(found.key) and bool(found.line.amount) and printed.is_summed(found.key)
    return Mutation(found.draft.contents(), lines, shows=shows)


def rows_exchanged(printed: Printed, chance: Chance) -> Mutation | None:
    """Two rows of one parent in another order: nothing else is printed than before."""
    draft, first = Draft(printed), chance.choice(printed.keys)
    above = printed.above(first)
    others = [
        key
        for key in printed.keys
        if above is not None and key[0] == first[0] and key != first and printed.above(key) == above
    ]
    if not others or not printed.is_leaf(first):
        return None
    second = chance.choice(others)
    if not printed.is_leaf(second):
        return None
    rows = draft.rows(first[0])
    rows[first[1]], rows[second[1]] = rows[second[1]], rows[first[1]]
    return Mutation(draft.contents(), printed.with_changed({}))


def strangers_exchanged(printed: Printed, chance: Chance) -> Mutation | None:
    """Two rows, each below the other's parent: where they stand now they are part of that."""
    leaves = [key for key in printed.keys if printed.is_leaf(key)]
    if len(leaves) < 2:
        return None
    draft, (first, second) = Draft(printed), chance.sample(leaves, 2)
    a, b = printed.lines[first], printed.lines[second]
    if (
        first[0] != second[0]
        or level_of(a.path) is not level_of(b.path)
        or prefixes(a.path)[:1] == prefixes(b.path)[:1]
    ):
        return None
    rows = draft.rows(first[0])
    rows[first[1]], rows[second[1]] = rows[second[1]], rows[first[1]]
    return Mutation(draft.contents(), printed.with_changed({}), free=frozenset({a.name, b.name}))


def code_lost(printed: Printed, chance: Chance) -> Mutation | None:
    found = code_cell(printed, chance)
    if found is None:
        return None
    draft, key, cell = found
    draft.write(key, cell, "")
    return Mutation(draft.contents(), printed.with_changed({}), free=frozenset({printed.lines[key].name}))


def code_beside(printed: Printed, chance: Chance) -> Mutation | None:
    """A code in the column beside its own."""
    found = code_cell(printed, chance)
    if found is None:
        return None
    draft, key, cell = found
    row = draft.row(key)
    free = [at for at in (cell - 1, cell + 1) if 0 <= at < len(row) and not row[at][0]]
    if not free:
        return None
    draft.write(key, other := chance.choice(free), str(row[cell][0]))
    draft.write(key, cell, "")
    assert other != cell
    return Mutation(draft.contents(), printed.with_changed({}), free=frozenset({printed.lines[key].name}))


def code_changed(printed: Printed, chance: Chance) -> Mutation | None:
    """Another code of as many digits."""
    found = code_cell(printed, chance, leaf=True)
    if found is None:
        return None
    draft, key, cell = found
    code = str(draft.row(key)[cell][0])
    path, name, amount = printed.lines[key].figures
    level = level_of(path)
    other = str(chance.randint(1, min(99, 10 ** len(code) - 1))).zfill(len(code))
    assert level is not None
    changed = path_below(prefixes(path)[0], pad(level, other))
    if any(line.path == changed for line in printed.lines.values()):
        return None
    draft.write(key, cell, other)
    return Mutation(draft.contents(), printed.with_changed({key: (changed, name, amount)}))


def name_lost(printed: Printed, chance: Chance) -> Mutation | None:
    found = amount_cell(printed, chance)
    if found is None:
        return None
    found.draft.write(found.key, found.cell - 1, "")
    path, _, amount = found.line.figures
    return Mutation(found.draft.contents(), printed.with_changed({found.key: (path, "", amount)}), shows=True)


def page_lost(printed: Printed, chance: Chance) -> Mutation | None:
    """Many rows in the middle of a table, or at its end, are not there."""
    draft, key = Draft(printed), chance.choice(printed.keys[2:])
    rows = draft.rows(key[0])
    end = min(key[1] + chance.randint(2, max(2, len(rows) // 2)), len(rows))
    del rows[key[1] : end]
    gone: dict[Key, Figures | None] = {
        other: None for other in printed.keys if other[0] == key[0] and key[1] <= other[1] < end
    }
    return Mutation(draft.contents(), printed.with_changed(gone))


def pages_exchanged(printed: Printed, chance: Chance) -> Mutation | None:
    """The rows of a table in the wrong order: its second half first."""
    draft, key = Draft(printed), chance.choice(printed.keys[1:])
    rows = draft.rows(key[0])
    first = min(other[1] for other in printed.keys if other[0] == key[0])
    rows[:] = [*rows[:first], *rows[key[1] :], *rows[first : key[1]]]
    return Mutation(draft.contents(), printed.with_changed({}))


def column_lost(printed: Printed, chance: Chance) -> Mutation | None:
    """The amounts, the names or a column of codes are not there."""
    draft, from_right = Draft(printed), chance.randint(1, 4)
    for table in {key[0] for key in printed.keys}:
        for row in draft.rows(table):
            if len(row) > from_right:
                del row[-from_right]
    lines = printed.with_changed({}) if from_right > 2 else ()
    return Mutation(draft.contents(), lines, shows=True, free=frozenset(name for _, name, _ in lines))


ROWS: Mapping[str, Mutate] = {
    change.__name__: change
    for change in (
        row_lost, parent_lost, row_doubled, rows_exchanged, strangers_exchanged, code_lost, code_beside,
        code_changed, name_lost, page_lost, pages_exchanged, column_lost,
    )
}  # fmt: skip
