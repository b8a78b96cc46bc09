"""Which line a list is inside of, where everyday words name a branch and not one line: `спорт`, `соцпомощь`.

A branch is a functional group, a subgroup, or an office. Of those that fit about as well the likeliest is
listed, and the others are told beside it. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import depth, is_below, level_of, parents
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.degrees import read_possessed
from parser.question.intents import Frame, Intent, ListedLevel, Relation
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.assertion import is_asserted, is_good
from storage.answering.inquiry import Found, FoundLine
from storage.answering.listed_lines import list_blocks, office_of
from storage.reading.outlines import Outlines
from storage.search.weights import Weights

_OTHERS = 3  # told beside the branch that is listed
_SECTIONS = frozenset(section.value for section in Section)


@dataclass(frozen=True, slots=True)
class Branch:
    """The line that a list is inside of, and those that may be meant instead."""

    whole: FoundLine
    others: tuple[FoundLine, ...] = ()


def choose_branch(wholes: Sequence[FoundLine], weights: Weights) -> Branch | None:
    """The likeliest of the lines that words may mean as a branch; None where none fits well.

    An office that spends on other things too yields to a group that is named as well, and what stands inside
    another one of the same phrase yields to it: `әлеуметтік көмек` is the group and not one of its subgroups.

    Args:
        wholes: lines that have lines inside, best first.
        weights: from where on a line fits.
    """
    near = [line for line in wholes if line.score >= wholes[0].score - weights.answer.of_one_kind]
    near = [line for line in near if is_good(line, weights.certainty) and not line.part]
    near = [line for line in near if line.through or not line.weak]
    if not near:
        return None
    best = _prefer_branch(near)
    above = [line for line in near if is_below(best.path, line.path) and line.through == best.through]
    best = min(above, key=lambda line: line.line.level, default=best)
    related = {line.path for line in near if is_below(line.path, best.path)} | {best.path}
    others = [line for line in near if line.path not in related]
    return Branch(best, tuple(others[:_OTHERS]))


def find_branch(
    lines: Sequence[FoundLine], wholes: Sequence[FoundLine], question: Question, weights: Weights
) -> Branch | None:
    """The line that is listed: the one that is sure, else the likeliest where the largest is asked for.

    Args:
        lines: what was found, best first.
        wholes: those of them that have lines inside.
        question: what is asked.
        weights: from where on a line fits.
    """
    sure = _is_sure(wholes, question, weights)
    if question.intent is not Intent.LARGEST:
        return Branch(wholes[0]) if sure else None
    likeliest = choose_branch(wholes, weights) or _hold_together(lines, wholes, weights)
    # A line with nothing inside that fits better may be meant: `самая дорогая школа`.
    if not sure and lines[0].score > wholes[0].score + weights.certainty.lead and not asks_of_lines(question):
        return None
    if not sure or likeliest is None:
        return likeliest
    return Branch(wholes[0]) if likeliest.whole == wholes[0] else likeliest


def _is_sure(wholes: Sequence[FoundLine], question: Question, weights: Weights) -> bool:
    """Whether the best line is meant, or the office whose line it is, in whatever group.

    A word of other talk (`көлік`) is one of budgets where the largest inside it is asked for.
    """
    if question.intent is Intent.LARGEST:
        wholes = [replace(line, weak=line.weak and not line.through) for line in wholes]
    if is_asserted(wholes, question, weights.certainty):
        return True
    own = list_blocks(wholes[0], wholes, weights.certainty)
    code = office_of(wholes[0].line)
    # What the office is lent or pays back stands elsewhere, and is none of its spending.
    others = [line for line in wholes if line not in own and not _is_of_office(line, code)]
    at_large = replace(question, frame=Frame(Intent.LIST))
    return len(own) > 1 and is_asserted([wholes[0], *others], at_large, weights.certainty)


def _is_of_office(line: FoundLine, code: tuple[Section, str] | None) -> bool:
    own = office_of(line.line)
    return own is not None and code is not None and own[1] == code[1] and own[0] is not code[0]


def choose_whole(
    lines: Sequence[FoundLine], question: Question, outlines: Outlines, weights: Weights
) -> Branch:
    """The best line that has something inside, where it is matched well; else the best of all.

    Args:
        lines: what was found, best first.
        question: what is asked.
        outlines: with the whole edition.
        weights: from where on a line fits.
    """
    tree = outlines.tree(lines[0].asked.edition)
    least = weights.answer.offered_beside * lines[0].score
    wholes = [line for line in lines if line.score >= least and is_good(line, weights.certainty)]
    wholes = [line for line in wholes if tree.rows_below(line.path)]
    if not wholes or question.names_nothing:
        return Branch(next(iter(wholes), lines[0]))
    likeliest = choose_branch(wholes, weights) or Branch(wholes[0])
    at_large = replace(question, frame=Frame(Intent.LIST))
    sure = likeliest.whole == wholes[0] and is_asserted(wholes, at_large, weights.certainty)
    return Branch(likeliest.whole) if sure else likeliest


def asks_of_lines(question: Question) -> bool:
    """Whether it is asked which line or what money is largest, and not which of the things that it pays for.

    `на что в экологии больше всего`, but `самая дорогая школа`.
    """
    asking = load_asking_words()
    of_money = (
        Asks.MONEY_BEFORE,
        Asks.MONEY_AFTER,
        Asks.MONEY,
        Asks.CASH,
        Asks.SPENDS,
        Asks.WHAT,
        Asks.WHERE,
    )
    of_lines = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.ADMINISTRATOR, Asks.ROW)
    said = question.said or question.tokens
    return any(asking.says(token.sound, *of_money, *of_lines) for token in said)


def asks_inside(question: Question) -> bool:
    """Whether it is asked which is largest in what is named: `что в ЖКХ дороже всего`, `ең қымбаты`."""
    asking, said = load_asking_words(), question.said or question.tokens
    return any(
        asking.says(token.sound, Asks.WHAT) or read_possessed(token.sound) is not None for token in said
    )


def imply_branch(
    lines: Sequence[FoundLine],
    wholes: Sequence[FoundLine],
    question: Question,
    outlines: Outlines,
    weights: Weights,
) -> Branch | None:
    """The branch of which only lines with nothing inside are found, or of which an office is.

    Of `на что в экологии больше всего` two programs of one office are found: what stands above both is
    listed. Of `какое управление в культуре` an office is found: its functional group is listed.

    Args:
        lines: what was found, best first.
        wholes: those of them that have lines inside.
        question: what is asked.
        outlines: with the whole edition.
        weights: from where on a line fits.
    """
    if question.intent is not Intent.LARGEST or not lines or not asks_of_lines(question):
        return None
    if wholes and wholes[0] == lines[0] and question.frame.level is ListedLevel.ADMINISTRATOR:
        return _stand_above(lines[:1], outlines) if level_of(lines[0].path) is Level.ADMINISTRATOR else None
    least = lines[0].score - weights.answer.of_one_kind
    if any(line.score >= least and is_good(line, weights.certainty) for line in wholes):
        return None
    alike = [line for line in lines if line.score >= least and line.through and not line.part]
    return _stand_above(alike, outlines) if len(alike) > 1 else None


def hold_lines(
    lines: Sequence[FoundLine], question: Question, outlines: Outlines, weights: Weights
) -> Branch | None:
    """What holds the lines that are found alike, where some of its lines are asked for; None elsewhere.

    `в дорогах новые строки`, `жол саласында миллиардтан асатыны`: of one line that has nothing inside it is
    the functional group.

    Args:
        lines: what was found, best first.
        question: what is asked.
        outlines: with the whole edition.
        weights: from where on a line fits.
    """
    asked = replace(question, frame=replace(question.frame, intent=Intent.LARGEST))
    implied = imply_branch(lines, [], asked, outlines, weights)
    best = next(iter(lines), None)
    if implied is not None or best is None or best.exact or not best.through or not asks_of_lines(question):
        return implied
    group = next((path for path in parents(best.path) if level_of(path) is Level.GROUP), None)
    line = outlines.lines(best.asked.edition).get(group) if group else None
    leaf = not outlines.tree(best.asked.edition).rows_below(best.path)
    if group is None or line is None or not leaf or best.part:
        return None
    return Branch(replace(best, path=group, line=line, wider=False), (best,))


def hold_parts(found: Found, outlines: Outlines, weights: Weights) -> Branch | None:
    """The branch that holds each of several things of which the largest is asked: `в дорогах и транспорте`.

    Not where they are lines with nothing inside that are surely meant: these stand beside one another.

    Args:
        found: what the question finds, as a whole and part by part.
        outlines: with the whole edition.
        weights: from where on a line fits.
    """
    question, parts = found.question, [part for part in found.parts if part]
    if question.intent is not Intent.LARGEST or question.relation is not Relation.NAMED or len(parts) < 2:
        return None
    lines, tree = outlines.lines(found.asked.edition), outlines.tree(found.asked.edition)
    pairs = zip(found.question.parts, found.parts, strict=False)
    sure = (
        is_asserted(own, part, weights.certainty) and not tree.rows_below(own[0].path) for part, own in pairs
    )
    if len(parts) < len(found.parts) or all(sure):
        return None
    near = [_list_near(part, weights) for part in parts]
    fits = [_fit_above(own) for own in near]
    # Of the blocks of one office, all alike deep, the one that the words fit best, then the first found.
    common = [path for path in fits[0] if all(path in each for each in fits) and path not in _SECTIONS]
    common = [path for path in common if path in lines and tree.rows_below(path)]
    path = max(common, key=lambda path: (depth(path), sum(each[path] for each in fits)), default=None)
    if path is None:
        return None
    best = [own[0] for own in near]
    return Branch(replace(best[0], path=path, line=lines[path], wider=False), tuple(best[:_OTHERS]))


def _hold_together(
    lines: Sequence[FoundLine], wholes: Sequence[FoundLine], weights: Weights
) -> Branch | None:
    """The line that holds all others which its words find as well, each by one word: `безопасность`."""
    near = _list_near(lines, weights)
    for whole in wholes:
        others = [line for line in near if line.path != whole.path]
        held = all(is_below(line.path, whole.path) and not line.part for line in others)
        if whole in near and whole.covered >= weights.answer.whole and len(others) > 1 and held:
            return Branch(whole, tuple(others[:_OTHERS]))
    return None


def _fit_above(lines: Sequence[FoundLine]) -> dict[str, float]:
    """These lines and all above them, in the order of these: how well the best at or below each fits."""
    fits: dict[str, float] = {}
    for line in lines:
        for path in (line.path, *parents(line.path)):
            fits[path] = max(fits.get(path, 0.0), line.score)
    return fits


def _list_near(lines: Sequence[FoundLine], weights: Weights) -> list[FoundLine]:
    return [line for line in lines if line.score >= weights.answer.offered_beside * lines[0].score]


def _stand_above(lines: Sequence[FoundLine], outlines: Outlines) -> Branch | None:
    """The line right above all of these, with them as what else may be meant; None where there is none."""
    above = {next(iter(parents(line.path)), None) for line in lines}
    path = above.pop() if len(above) == 1 else None
    line = outlines.lines(lines[0].asked.edition).get(path) if path else None
    if path is None or line is None:
        return None
    return Branch(replace(lines[0], path=path, line=line, wider=False), tuple(lines[:_OTHERS]))


def _prefer_branch(near: Sequence[FoundLine]) -> FoundLine:
    """The best line; where that is an office of which only a branch is named, the branch.

    A subgroup by its own name (`Спорт`) says more than a group to which a phrase leads (`Культура, спорт`).
    """
    if not near[0].wider or near[0].exact:
        return near[0]
    branches = [line for line in near if not line.wider]
    named = [line for line in branches if not line.through]
    return next(iter(named or branches), near[0])
