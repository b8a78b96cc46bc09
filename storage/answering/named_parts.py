"""The parts of a question that names several things, each with the lines that it may mean.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.budget_code import BY_SIDE, by_level, is_below, is_upkeep, level_of
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Relation
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.assertion import is_asserted, is_good
from storage.answering.inquiry import Found, FoundLine
from storage.answering.joined_lines import list_of_one_thing
from storage.answering.listed_lines import office_of
from storage.search.weights import Weights

_PAIR = 2
_HALF = 0.5  # of a word


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part of a question with the lines that it may mean, best first: at least one."""

    part: Question
    lines: Sequence[FoundLine]
    sure: bool

    @property
    def best(self) -> FoundLine:
        """The line that it means, as far as it is settled."""
        return self.lines[0]

    @property
    def together(self) -> tuple[FoundLine, ...]:
        """The lines of one thing that it means together; none where it means a single one.

        Nor where an office is named, and lines of several offices fit: `капитальные расходы отдела спорта`.
        """
        if self.sure or (_names_office(self.part) and len(self._offices()) > 1):
            return ()
        return list_of_one_thing(self.lines)

    def _offices(self) -> set[str | None]:
        return {by_level(line.path).get(Level.ADMINISTRATOR) for line in self.lines}

    @property
    def meant(self) -> tuple[FoundLine, ...]:
        """All lines that it means: those together, or its best one."""
        return self.together or (self.best,)

    def prefer(self, line: FoundLine) -> NamedPart:
        """The same with another line first."""
        return replace(self, lines=[line, *(other for other in self.lines if other is not line)])


def find_named_parts(
    found: Found, weights: Weights
) -> tuple[list[NamedPart], list[Question], list[FoundLine]]:
    """The parts with the lines that they may mean; the parts that mean none, and what comes nearest to these.

    A part that only says of which year, decision or place it is asked is neither.

    Args:
        found: what the question finds, as a whole and part by part.
        weights: from where on a line is sure.
    """
    sides, unfound, nearest, passed = list[NamedPart](), [], [], 0
    doubtful = list[tuple[Question, Sequence[FoundLine]]]()
    for number, (said, own) in enumerate(zip(found.question.parts, found.parts, strict=False)):
        nothing = found.asked.rest_of(said).names_nothing and said.frame.side is None
        if number < passed or nothing:
            continue
        part, lines = _read_fuller(number, found, weights) or (said, own)
        passed = number + part.joins
        if not lines or not _may_be_meant(lines[0], weights):
            doubtful.append((part, lines))
            continue
        lines = _only_offices(lines) if _names_office(part) else lines
        sure = is_asserted(lines, part, weights.certainty)
        likely = _office_first(list(_list_likely(lines, weights)), weights)
        sides.append(NamedPart(part, lines[:1] if sure else likely, sure))
    for part, lines in doubtful:
        if found.question.relation is Relation.NAMED and _names_again(found, sides):
            continue
        unfound.append(part)
        nearest += [line for line in lines[:1] if line.score >= weights.certainty.sure]
    return sides, unfound, nearest


def _names_again(found: Found, sides: Sequence[NamedPart]) -> bool:
    """Whether a part that means no line by itself is another word for that of a part beside it.

    `мүгедектерге памперс, гигиеналық заттарға`: all words together say more of that line than its own part.
    """
    best = next(iter(found.lines), None)
    own = [side for side in sides if best is not None and side.best.path == best.path]
    if best is None or not own or len(found.question.parts) != _PAIR:
        return False
    words = [len(_list_naming(found, part)) for part in found.question.parts]
    said = sum(len(_list_naming(found, side.part)) for side in own)
    return best.covered > (said + _HALF) / max(sum(words), 1)


def _list_naming(found: Found, part: Question) -> list[str]:
    """The words of a part that may name a line."""
    return [token.sound for token in found.asked.rest_of(part).tokens if not token.filler]


def settle_parts(sides: Sequence[NamedPart]) -> list[NamedPart]:
    """The parts, each with the line first that it means beside the others.

    Args:
        sides: as they were found, each by itself.
    """
    return _part_from_one_another(_agree(sides))


def settle_inside(sides: Sequence[NamedPart]) -> list[NamedPart]:
    """Two parts of which the first is asked to stand inside the second, or what share of it is.

    The second is the best of its lines that hold what the first means: `в образовании` is the branch there.
    What stands above its best line is no such: of a branch `спорт` is a part. An office named by further
    words stays in doubt.

    Args:
        sides: as they were found, each by itself.
    """
    if len(sides) != _PAIR:
        return list(sides)
    first, second = sides
    part, whole = _plain_first(first, second), _plain_first(second, first)
    best = whole.best
    holding = (line for line in whole.lines if all(is_below(each.path, line.path) for each in part.meant))
    fit = (line for line in holding if not is_below(best.path, line.path) and line.wider <= best.wider)
    holder = next(fit, None)
    if holder is None:
        return [part, whole]
    return [part, whole.prefer(holder) if holder.wider else replace(whole, lines=[holder], sure=True)]


def _plain_first(side: NamedPart, other: NamedPart) -> NamedPart:
    """A part with «Спорт» before «Отдел культуры, языков и спорта»; not what the other part stands in."""
    if side.sure or not side.best.wider or _names_office(side.part):
        return side
    plain = (line for line in side.lines if not (line.wider or line.weak))
    apart = next((line for line in plain if not _holds(line.path, [each.path for each in other.meant])), None)
    return side if apart is None else side.prefer(apart)


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


def _agree(sides: Sequence[NamedPart]) -> list[NamedPart]:
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


def _list_of(side: NamedPart, section: Section) -> list[FoundLine]:
    """The lines of a section that a part may mean, those that hold others first."""
    lines = [line for line in side.lines if line.line.section is section]
    return sorted(lines, key=lambda line: line.line.level)


def _part_from_one_another(sides: Sequence[NamedPart]) -> list[NamedPart]:
    """Parts that may mean several lines mean those that do not hold another part's: спорт и культура.

    Of those that do not, offices within what would hold it come first.
    """
    parted = []
    for side in sides:
        beside = [other.best.path for other in sides if other is not side]
        apart = [line for line in side.lines if not _holds(line.path, beside)]
        if _holds(side.best.path, beside):
            apart.sort(key=lambda line: not (_is_office(line) and is_below(line.path, side.best.path)))
        if side.sure or not apart:
            parted.append(side)
        elif _share_all(side, sides):  # газет пен телеканалға: to each what it means first
            parted.append(replace(side, lines=apart))
        else:
            parted.append(side.prefer(apart[0]))
    return parted


def _share_all(side: NamedPart, sides: Sequence[NamedPart]) -> bool:
    """Whether another part may mean the very same lines, and another one of them first."""
    paths = {line.path for line in side.lines}
    return not side.sure and any(
        other.best.path != side.best.path and {line.path for line in other.lines} == paths
        for other in sides
        if other is not side and not other.sure
    )


def _holds(path: str, others: Sequence[str]) -> bool:
    """Whether a line is another one or stands above it."""
    return any(path == other or is_below(other, path) for other in others)
