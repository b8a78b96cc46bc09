"""Which acts of a clone are asked for: of which councils, and since which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from rapidfuzz import process

from bot.archive.errors import ArchiveError, ArchiveErrorKind
from bot.archive.history import ActHistory
from parser.dataclass import dataclass
from parser.decision.act_titles import first_year
from parser.decision.councils import find_council
from parser.decision.named_places import official_place
from parser.decision.place_kinds import kind_of_place, without_kind
from parser.decision.stated_facts import read_requisite
from parser.document import ActFacts
from parser.text.passage import even
from parser.text.places import PlaceKind, find_listed, key_of

_MASLIKHAT, _AKIM = "0002", "0001"  # how the code of an adopter ends
_LOOKED_AT = 30  # acts of a council's folder, to learn what it is called
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for: councils by a name, in either language, or by a code; budgets since a year."""

    councils: tuple[str, ...] = ()
    since: int | None = None

    def find_earlier(self, facts: ActFacts) -> int | None:
        """The year in which a budget begins that is before those asked for; None where it is one of these.

        It is told by the titles, else by the adoption; a budget of which neither tells it is one of these.
        """
        adopted = facts.adopted_on.year if facts.adopted_on else None
        year = first_year([*facts.act.titles.values()]) or adopted
        return year if self.since is not None and year is not None and year < self.since else None


@dataclass(frozen=True, slots=True)
class ArchiveCouncil:
    """A council's folder in a clone, and what its decisions call it.

    Attributes:
        folder: `15301300-khromtauskogo-raiona`.
        codes: of the council.
        place: it sits for, as our documents are filed: `Хромтау ауданы`; None where no act tells.
        names: of the place, for people to write.
    """

    folder: str
    codes: frozenset[str]
    place: str | None
    names: tuple[str, ...]

    def is_called(self, wanted: str) -> bool:
        """Whether the council may be called so: by its code, its folder, its name or its place's."""
        word = wanted.strip().casefold()
        slug = self.folder.partition("-")[2]
        if word in {self.folder, slug} or word in self.codes:
            return True
        if self.place is None:
            return False
        named = find_council(even(wanted))
        place = named.place if named else official_place(wanted.strip())
        if place.partition(",")[0] == self.place.partition(",")[0]:
            return True
        known = {key_of(without_kind(name)) for name in self.names}
        return named is None and key_of(without_kind(wanted.strip())) in known


def adopted_by_council(facts: ActFacts) -> bool:
    """Whether an act may be a council's: only councils adopt budgets. What does not tell may be one."""
    return not facts.adopters or not all(code.endswith(_AKIM) for code in facts.adopters)


class AskedCouncils:
    """The councils that are asked for, looked for in one clone after another: each is in one of them."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._found: set[str] = set()
        self._names: list[str] = []  # of the councils that there are

    def select_acts(
        self, acts: Sequence[ActHistory], read: Callable[[ActHistory], ActFacts]
    ) -> list[ActHistory]:
        """The acts of a clone that are of the councils asked for; all acts where none is.

        Args:
            acts: of the clone.
            read: reads the facts of an act.
        """
        if not self._wanted:
            return list(acts)
        councils = list_councils(acts, read)
        self._names += [each for council in councils for each in council.names[:1] or (council.folder,)]
        called = {
            name: {council.folder for council in councils if council.is_called(name)} for name in self._wanted
        }
        self._found |= {name for name, folders in called.items() if folders}
        chosen = set().union(*called.values())
        return [act for act in acts if act.council in chosen]

    def check(self) -> None:
        """Looks whether all that are asked for were found, after the last clone.

        Raises:
            ArchiveError: no council of the clones is called so.
        """
        for name in self._wanted:
            if name not in self._found:
                near = [each for each, _, _ in process.extract(name, self._names, limit=_NEAR)]
                raise ArchiveError(ArchiveErrorKind.NO_COUNCIL, council=name, near=", ".join(near) or None)


def list_councils(acts: Iterable[ActHistory], read: Callable[[ActHistory], ActFacts]) -> list[ArchiveCouncil]:
    """The councils that have a folder in a clone.

    Args:
        acts: of the clone.
        read: reads the facts of an act.
    """
    by_folder: dict[str, list[ActHistory]] = {}
    for act in acts:
        by_folder.setdefault(act.council, []).append(act)
    return [_council(folder, found, read) for folder, found in sorted(by_folder.items())]


def _council(
    folder: str, acts: Sequence[ActHistory], read: Callable[[ActHistory], ActFacts]
) -> ArchiveCouncil:
    digits = re.match(r"\d+", folder)
    codes = {digits.group()} if digits else set()
    for act in acts[:_LOOKED_AT]:
        facts = read(act)
        name = read_requisite(facts.act) if adopted_by_council(facts) else None
        if name is not None and name.council is not None:
            codes |= {code for code in facts.adopters if code.endswith(_MASLIKHAT)}
            return ArchiveCouncil(
                folder, frozenset(codes), name.council.place, _names(name.council.place, name.council.body)
            )
    return ArchiveCouncil(folder, frozenset(codes), None, ())


def _names(place: str, body: str) -> tuple[str, ...]:
    """What a place is called: in Kazakh, then every Russian name that is listed, then by its council."""
    own = place.partition(",")[0]
    kind = kind_of_place(own)
    listed = find_listed(kind, without_kind(own)) if isinstance(kind, PlaceKind) else None
    return (place, own, *(listed.russian if listed else ()), body)
