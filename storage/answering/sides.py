"""One line for each part of a question that names several: `школы или садики`, `спорт пен мәдениет`.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.budget_code import BY_SIDE, is_below, is_upkeep, level_of
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Relation
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.assertion import is_asserted, is_good
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine
from storage.answering.joined_offices import join_offices, put_in_edition
from storage.answering.listed_lines import Listed, office_of
from storage.answering.missing import Missing, MissingKind
from storage.answering.one_name import are_one_name
from storage.answering.several_editions import SideBySide
from storage.reading.outlines import Outlines
from storage.search.search_words import WordRole, has_role
from storage.search.weights import Weights

_OTHERS = 3  # lines offered beside those that are shown
_LONGEST_UNFOUND = 2  # words of a part without a line, where nothing is asked of the parts together


@dataclass(frozen=True, slots=True)
class Beside:
    """Lines side by side: one for each part of the question, or of each place that it names.

    Attributes:
        asked: the edition.
        lines: in the order of the parts; one line where all of them mean the same.
        relation: what is asked of them together.
        unfound: the words of parts that mean no line.
        others: lines that may have been meant by a part instead.
        sure: whether every part means its line.
        offices: those of the lines that stand for all lines of an office in several groups.
        unsure: of each part that does not its words, the path taken for it, and the lines that may be meant.
    """

    asked: AskedEdition
    lines: Sequence[FoundLine]
    relation: Relation = Relation.COMPARED
    unfound: tuple[str, ...] = ()
    others: tuple[FoundLine, ...] = ()
    sure: bool = False
    offices: tuple[Listed, ...] = ()
    unsure: tuple[tuple[str, str, tuple[FoundLine, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ByEdition:
    """Several lines in several years, or as several decisions left them.

    Attributes:
        beside: the lines as they were found.
        editions: each with those of the lines that it has, in the order of time.
        lacking: what was asked for and is not there.
        of_years: whether these are years, else decisions.
        offices: those of the lines that stand for all lines of an office in several groups.
    """

    beside: Beside
    editions: tuple[tuple[FoundLine, ...], ...]
    lacking: tuple[Missing, ...]
    of_years: bool
    offices: tuple[Listed, ...] = ()

    @property
    def asked(self) -> AskedEdition:
        """The edition that the lines were found in."""
        return self.beside.asked

    @property
    def lines(self) -> tuple[FoundLine, ...]:
        """All lines, those of one edition together."""
        return tuple(line for edition in self.editions for line in edition)


@dataclass(frozen=True, slots=True)
class _NamedPart:
    """A part of a question with the lines that it may mean, best first: at least one."""

    part: Question
    lines: Sequence[FoundLine]
    sure: bool

    @property
    def best(self) -> FoundLine:
        return self.lines[0]

    def prefer(self, line: FoundLine) -> _NamedPart:
        """The same with another line first."""
        return replace(self, lines=[line, *(other for other in self.lines if other is not line)])


def set_beside(found: Found, outlines: Outlines, weights: Weights) -> Beside | None:
    """One line for each part of a question; None where it names fewer than two things.

    A part that may mean several lines takes its surest one. What means none is named.

    Args:
        found: what the question finds, as a whole and part by part.
        outlines: with the whole edition where an office is among them.
        weights: from where on a line is sure.
    """
    sides, unfound, nearest = _find_sides(found, weights)
    relation = found.question.relation
    if found.question.is_denied:
        return None  # `не школы и садики`: both are only offered
    if not sides or len(sides) + len(unfound) < 2:
        return None
    if relation is Relation.NAMED and not _are_named(sides, unfound, found, weights):
        return None
    sides = _part_from_one_another(_agree(sides))
    lines, offices = join_offices([side.best for side in sides], outlines)
    if (relation is Relation.SUMMED or found.asked.lacks_beside) and len(lines) + len(unfound) < 2:
        return None  # «Благоустройство и озеленение» is one line; so is that of the only place that is loaded
    best = {line.path for line in lines} | {block.path for office in offices for block in office.blocks}
    others = [*nearest, *(line for side in sides if not side.sure for line in side.lines[1:])]
    others = [line for line in {line.path: line for line in others}.values() if line.path not in best]
    sure = all(side.sure for side in sides) and not unfound
    named, told = tuple(part.named for part in unfound), tuple(others[:_OTHERS])
    standing = {block.path: office.best.path for office in offices for block in office.blocks}
    unsure = tuple(
        (_say_part(side.part, found.asked), standing.get(side.best.path, side.best.path), further)
        for side in sides
        if not side.sure
        for further in [tuple(line for line in side.lines if line in told)]
    )
    return Beside(found.asked, lines, relation, named, told, sure, offices, unsure)


def _say_part(part: Question, asked: AskedEdition) -> str:
    """The words of a part that name its line, without those for its place or year."""
    return " ".join(token.folded for token in asked.rest_of(part).tokens if not token.filler) or part.named


def set_by_edition(beside: Beside, side_by_side: SideBySide, outlines: Outlines) -> ByEdition | None:
    """Lines that stand beside one another in each of several editions; None where no edition has one."""
    lacking, editions, offices = list(side_by_side.lacking), [], list[Listed]()
    for each in side_by_side.editions:
        lines, joined = put_in_edition(beside.lines, beside.offices, each, outlines)
        offices += joined
        if lines:
            editions.append(tuple(lines))
        elif side_by_side.of_years:
            lacking.append(Missing(MissingKind.LINE, str(each.edition.year)))
        else:
            lacking.append(Missing(MissingKind.EDITION_LINE, each.edition.decision.number))
    if not editions:
        return None
    return ByEdition(beside, tuple(editions), tuple(lacking), side_by_side.of_years, tuple(offices))


def _find_sides(found: Found, weights: Weights) -> tuple[list[_NamedPart], list[Question], list[FoundLine]]:
    """The parts with the lines that they may mean; the parts that mean none, and what comes nearest to these.

    A part that only says of which year, decision or place it is asked is neither.
    """
    sides, unfound, nearest, passed = [], [], [], 0
    for number, (said, own) in enumerate(zip(found.question.parts, found.parts, strict=False)):
        nothing = found.asked.rest_of(said).names_nothing and said.frame.side is None
        if number < passed or nothing:
            continue
        part, lines = _read_fuller(number, found, weights) or (said, own)
        passed = number + part.joins
        if not lines or not _may_be_meant(lines[0], weights):
            unfound.append(part)
            nearest += [line for line in lines[:1] if line.score >= weights.certainty.sure]
            continue
        lines = _only_offices(lines) if _names_office(part) else lines
        sure = is_asserted(lines, part, weights.certainty)
        likely = _office_first(list(_list_likely(lines, weights)), weights)
        sides.append(_NamedPart(part, lines[:1] if sure else likely, sure))
    return sides, unfound, nearest


def _read_fuller(number: int, found: Found, weights: Weights) -> tuple[Question, Sequence[FoundLine]] | None:
    """A part with what it shares with another, where that is a line's name or phrase: `жер салығы`."""
    fuller = found.fuller[number] if found.fuller else ()
    for part, lines in zip(found.question.parts[number].fuller, fuller, strict=False):
        named = is_asserted(lines, part, weights.certainty) and not lines[0].pieced
        if part.joins:
            if named and lines[0].covered >= weights.answer.whole:
                return part, lines
            continue
        office = bool(lines) and is_good(lines[0], weights.certainty) and _is_office(lines[0])
        if named or (office and _names_office(part)):
            return part, lines
    return None


def _names_office(part: Question) -> bool:
    return any(load_asking_words().says(token.sound, Asks.ADMINISTRATOR) for token in part.tokens)


def _only_offices(lines: Sequence[FoundLine]) -> Sequence[FoundLine]:
    """Where an office fits best, it and other offices, each once: `отдел` is no `управление имуществом`."""
    own = office_of(lines[0].line)
    if own is None:
        return lines
    return [lines[0], *(line for line in lines if office_of(line.line) not in {own, None})]


def _may_be_meant(line: FoundLine, weights: Weights) -> bool:
    """Whether a line may stand for a part of a question: none that only shares a group with its words."""
    return line.score >= weights.certainty.sure and not (line.weak and not line.covered)


def _office_first(lines: list[FoundLine], weights: Weights) -> list[FoundLine]:
    """An office before its upkeep that is matched as well: `ветеринария` is all that it has."""
    best = lines[0]
    if not is_upkeep(best.path):
        return lines
    alike = (line for line in lines[1:] if line.score >= best.score - 2 * weights.certainty.lead)
    office = next((line for line in alike if is_below(best.path, line.path) and _is_office(line)), None)
    return [office, *(line for line in lines if line is not office)] if office else lines


def _is_office(line: FoundLine) -> bool:
    return level_of(line.path) is Level.ADMINISTRATOR


def _list_likely(lines: Sequence[FoundLine], weights: Weights) -> Iterator[FoundLine]:
    """The best line, and others that are matched well and say as much of the part."""
    least = weights.answer.offered_beside * lines[0].score
    yield lines[0]
    for line in lines[1:]:
        if line.score >= least and is_good(line, weights.certainty):
            yield line


def _are_named(
    sides: Sequence[_NamedPart], unfound: Sequence[Question], found: Found, weights: Weights
) -> bool:
    """Whether several lines are named where nothing is asked of them together: a story has commas too."""
    if not all(is_good(side.best, weights.certainty) for side in sides):
        return False
    if _are_of_one_keeper(sides, found, weights):
        return False
    if are_one_name(found, weights):
        return False
    if len({side.best.path for side in sides}) < 2 and not _is_half_named(sides, unfound, found, weights):
        return False
    return all(len(found.asked.rest_of(part).words) <= _LONGEST_UNFOUND for part in unfound)


def _are_of_one_keeper(sides: Sequence[_NamedPart], found: Found, weights: Weights) -> bool:
    """Whether all that is named is paid out of one line: `свет и вода в школах` are of one keeper."""
    best = next(iter(found.lines), None)
    if best is None or best.part is None:
        return False
    alike = any(side.best.part and side.best.path == best.path for side in sides)
    says_all = best.covered >= weights.answer.whole
    return (alike and says_all) or any(_is_thing(side.part) for side in sides)


def _is_thing(part: Question) -> bool:
    """Whether a part of a question names nothing but what somebody buys and pays."""
    named = [token.sound for token in part.tokens if not token.filler]
    return all(has_role(word, WordRole.THING) or has_role(word, WordRole.QUALITY) for word in named)


def _is_half_named(
    sides: Sequence[_NamedPart], unfound: Sequence[Question], found: Found, weights: Weights
) -> bool:
    """Whether one of two things that are named has its line and the other none: `мектеп пен аурухана`."""
    if len(sides) != 1 or len(unfound) != 1 or sides[0].best.part:
        return False
    short = len(found.asked.rest_of(sides[0].part).words) <= _LONGEST_UNFOUND
    return short and not is_asserted(found.lines, found.question, weights.certainty)


def _agree(sides: Sequence[_NamedPart]) -> list[_NamedPart]:
    """Of parts that may mean money that comes in or that goes out those of one kind: налоги и трансферты.

    Beside the total of one side, the lines of the other one may be meant as well: налоги и расходы.
    """
    if any(side.sure and side.best.path in {section.value for section in BY_SIDE.values()} for side in sides):
        return list(sides)
    best = Counter(side.best.line.section for side in sides)
    common = [section for section, _ in best.most_common() if all(_list_of(side, section) for side in sides)]
    if len(best) < 2 or not common:
        return list(sides)
    return [side.prefer(_list_of(side, common[0])[0]) for side in sides]


def _list_of(side: _NamedPart, section: Section) -> list[FoundLine]:
    """The lines of a section that a part may mean, those that hold others first."""
    lines = [line for line in side.lines if line.line.section is section]
    return sorted(lines, key=lambda line: line.line.level)


def _part_from_one_another(sides: Sequence[_NamedPart]) -> list[_NamedPart]:
    """Parts that may mean several lines mean those that do not hold another part's: спорт и культура.

    Of those that do not, offices within what would hold it come first.
    """
    parted = []
    for side in sides:
        beside = [other.best.path for other in sides if other is not side]
        apart = [line for line in side.lines if not _holds(line.path, beside)]
        if _holds(side.best.path, beside):
            apart.sort(key=lambda line: not (_is_office(line) and is_below(line.path, side.best.path)))
        parted.append(side if side.sure or not apart else side.prefer(apart[0]))
    return parted


def _holds(path: str, others: Sequence[str]) -> bool:
    """Whether a line is another one or stands above it."""
    return any(path == other or is_below(other, path) for other in others)
