"""The card of a line, put together from its edition, its budget's other editions and the place's others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from parser.budget_code import BALANCES, Tree, codes_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language
from storage.kept.reader import StoredReader
from storage.reading.address import EditionAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.ledger import Ledger, LineFigures
from storage.reading.line_discrepancies import LineDiscrepancies, read_line_discrepancies
from storage.reading.lines import PrintedElsewhere, complete_names, read_elsewhere, read_families
from storage.reading.moves import Following, Trail, follow_lines
from storage.reading.plan_drift import find_plan_drift
from storage.reading.printed_tree import PrintedRow, build_tree, list_children
from storage.reading.records import Card, Children, LineInfo, Names, OtherYear, Parent
from storage.reading.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ChildrenPage:
    """Which of the lines below a line are wanted: how many to pass over, how many at most, in what order.

    `by_code` is the order of their codes; else the largest comes first.
    """

    offset: int = 0
    limit: int = 8
    by_code: bool = False


async def make_cards(
    reader: StoredReader,
    shelf: Shelf,
    addresses: Sequence[LineAddress],
    page: ChildrenPage,
    known: Mapping[str, Names] | None,
) -> list[Card | None]:
    """Reads what it takes for the cards of some lines, and puts them together.

    Args:
        reader: of one state of the database.
        shelf: with the catalogues of the lines' budgets.
        addresses: of the lines.
        page: which of the lines below each to give.
        known: the names of paths in all budgets, where they are at hand.

    Returns:
        A card for each address, None where there is no such edition or no such line in it.
    """
    located = [_locate(shelf, address.edition) for address in addresses]
    wanted = [(*found, address.path) for found, address in zip(located, addresses, strict=True) if found]
    printed = await read_families(reader, [(edition, path) for _, edition, path in wanted])
    trees = {key: build_tree(lines) for key, lines in printed.items()}
    families = {
        (edition.key, path): _gather(catalogue, edition, path, trees[edition.key], page)
        for catalogue, edition, path in wanted
        if path in printed[edition.key]
    }
    cards = await _make_cards(reader, shelf, list(families.values()), known)
    return [
        cards.get((found[1].key, address.path)) if found else None
        for found, address in zip(located, addresses, strict=True)
    ]


def _locate(shelf: Shelf, address: EditionAddress) -> tuple[Catalogue, StoredEdition] | None:
    catalogue = shelf.find(address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    return (catalogue, edition) if catalogue and edition else None


@dataclass(frozen=True, slots=True)
class _Family:
    """A line of an edition with what is printed above it, nearest first, and a page of what is below it."""

    catalogue: Catalogue
    edition: StoredEdition
    line: LineInfo
    parents: tuple[LineInfo, ...]  # nearest first; the total comes last, where one is printed
    children: tuple[LineInfo, ...]
    total: int  # of the children
    page: ChildrenPage

    @property
    def key(self) -> tuple[int, str]:
        """The key of the line among all that are read together."""
        return self.edition.key, self.line.path

    @property
    def lines(self) -> tuple[LineInfo, ...]:
        """All lines that the card shows."""
        return (self.line, *self.parents, *self.children)


def _gather(
    catalogue: Catalogue, edition: StoredEdition, path: str, tree: Tree[PrintedRow], page: ChildrenPage
) -> _Family:
    lines = {row.path: row.line for row in tree.rows}
    # Sorting keeps the print order of equal amounts, and of what has no codes.
    below = sorted(
        list_children(tree, path),
        key=lambda line: codes_of(line.path) if page.by_code else (-line.amount,),
    )
    parents = tuple(lines[above] for above in tree.parent_paths(path))
    children = tuple(below[page.offset : page.offset + page.limit])
    return _Family(catalogue, edition, lines[path], parents, children, len(below), page)


@dataclass(frozen=True, slots=True)
class _ToldElsewhere:
    """What other editions and budgets say of lines, each by the line's key, but for `years`, by place."""

    counterparts: Mapping[tuple[int, str], tuple[Catalogue, StoredEdition] | None]
    years: Mapping[str, Mapping[int, tuple[Catalogue, StoredEdition]]]
    elsewhere: PrintedElsewhere
    names: Mapping[tuple[int, str], Names]
    trails: Mapping[tuple[int, str], tuple[Trail, Following]]
    discrepancies: Mapping[tuple[int, str], LineDiscrepancies]


async def _make_cards(
    reader: StoredReader,
    shelf: Shelf,
    families: Sequence[_Family],
    known: Mapping[str, Names] | None,
) -> dict[tuple[int, str], Card]:
    """What other editions and budgets say of lines, and the cards put together from it."""
    if not families:
        return {}
    counterparts = {
        family.key: shelf.find_counterpart(family.catalogue, family.edition) for family in families
    }
    editions = {edition.key: edition for family in families for edition in family.catalogue.editions}
    editions |= {found[1].key: found[1] for found in counterparts.values() if found is not None}
    years = {place: shelf.list_years(place) for place in {each.catalogue.budget.place for each in families}}
    editions |= {edition.key: edition for of_place in years.values() for _, edition in of_place.values()}
    elsewhere = await read_elsewhere(reader, editions.values(), _paths_elsewhere(families))
    names = await _read_names(reader, families, elsewhere, known)
    trails = await follow_lines(
        reader,
        [
            (family.catalogue, family.edition, family.line.path)
            for family in families
            if _comes_or_goes(family, elsewhere)
        ],
    )
    discrepancies = await read_line_discrepancies(
        reader, [(family.edition, family.line.path) for family in families]
    )
    told = _ToldElsewhere(counterparts, years, elsewhere, names, trails, discrepancies)
    return {family.key: _make_card(family, told) for family in families}


def _make_card(family: _Family, told: _ToldElsewhere) -> Card:
    """One line's card."""
    catalogue, edition, line = family.catalogue, family.edition, family.line
    trail, following = told.trails.get(family.key, (None, None))
    names = told.names[edition.key, line.path]
    figures = LineFigures(edition, line, told.elsewhere, trail, following, names)
    ledger = Ledger(catalogue, edition, figures.find, figures.find_other_path, figures.is_unread)
    infos = {line.path: replace(line, names=told.names[edition.key, line.path]) for line in family.lines}
    counterpart, discrepancies = told.counterparts[family.key], told.discrepancies[family.key]
    return Card(
        edition=catalogue.edition_info(edition),
        newest=catalogue.find(edition.year) is edition,
        main_year=catalogue.budget.first_year,
        line=infos[line.path],
        parents=tuple(
            Parent(infos[above.path], _share(line, above), Doubt.gravest((line.doubt, above.doubt)))
            for above in family.parents
        ),
        since_previous=ledger.since_previous(),
        since_original=ledger.since_original(),
        ledger=ledger.steps(),
        children=Children(
            tuple(infos[child.path] for child in family.children),
            family.total,
            family.page.offset,
            family.page.by_code,
        ),
        discrepancies=discrepancies.figures,
        faults=discrepancies.faults,
        continued_from=following.continued_from if following else None,
        continued_as=following.continued_as if following else None,
        plan_drift=find_plan_drift(catalogue, edition, line, counterpart, told.elsewhere),
        overall=ledger.overall(),
        other_years=_list_other_years(family, told.years[catalogue.budget.place], told.elsewhere),
    )


def _list_other_years(
    family: _Family, years: Mapping[int, tuple[Catalogue, StoredEdition]], elsewhere: PrintedElsewhere
) -> tuple[OtherYear, ...]:
    """The other years of the place that have the line."""
    path = family.line.path
    return tuple(
        OtherYear(year, LineAddress(EditionAddress(catalogue.budget, year), path))
        for year, (catalogue, edition) in years.items()
        if year != family.edition.year and elsewhere.figure(edition, path) is not None
    )


def _paths_elsewhere(families: Iterable[_Family]) -> list[str]:
    """What is wanted of other editions: the lines' amounts, and names that their own editions lack."""
    paths: dict[str, None] = {}
    for family in families:
        paths[family.line.path] = None
        paths.update({line.path: None for line in family.lines if len(line.names) < len(Language)})
    return list(paths)


async def _read_names(
    reader: StoredReader,
    families: Iterable[_Family],
    elsewhere: PrintedElsewhere,
    known: Mapping[str, Names] | None,
) -> dict[tuple[int, str], Names]:
    """The names of all lines: as their edition prints them, else their budget, else any."""
    stated: dict[tuple[int, str], Names] = {}
    for family in families:
        catalogue, edition = family.catalogue, family.edition
        borrowed = elsewhere.names(catalogue, edition, [line.path for line in family.lines])
        for line in family.lines:
            stated[edition.key, line.path] = {**borrowed.get(line.path, {}), **line.names}
    completed = await complete_names(reader, [(path, names) for (_, path), names in stated.items()], known)
    return dict(zip(stated, completed, strict=True))


def _comes_or_goes(family: _Family, elsewhere: PrintedElsewhere) -> bool:
    """Whether some stored edition of the year lacks the line."""
    return any(
        elsewhere.figure(stored, family.line.path) is None
        for stored in family.catalogue.editions
        if stored.year == family.edition.year and stored is not family.edition
    )


def _share(part: LineInfo, whole: LineInfo) -> Fraction | None:
    """The share that a line is of one above it; None for a balance, which is a difference without parts."""
    if whole.amount == 0 or part.amount * whole.amount < 0 or whole.path in BALANCES:
        return None
    return Fraction(part.amount, whole.amount)
