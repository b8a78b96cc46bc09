"""Paths that may be meant → their lines in the edition that is asked, or in another one of its year. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parser.budget_code import is_branch
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import FoundLine
from storage.reading.outlines import LineOutline, Outlines
from storage.search.candidate import Candidate
from storage.search.unled import UnledThing
from storage.search.weights import CertaintyWeights


def locate_lines(
    candidates: Iterable[Candidate], asked: AskedEdition, outlines: Outlines, bands: CertaintyWeights
) -> list[FoundLine]:
    """Candidates with their lines: in the edition asked for, else in the newest that has them."""
    current = outlines.lines(asked.edition)
    found: list[FoundLine] = []
    missing: list[Candidate] = []
    for candidate in candidates:
        if candidate.path in current:
            found.append(_stand_in(candidate, asked, current[candidate.path]))
        else:
            missing.append(candidate)
    best = max((candidate.score for candidate in found), default=0.0)
    # Only what the edition's own lines do not answer as well.
    better = [candidate for candidate in missing if candidate.score > best + bands.lead]
    older = [line for candidate in better for line in _find_elsewhere(candidate, asked, outlines)]
    if not older and any(_is_meant(each) and each.score > best + bands.elsewhere for each in better):
        # What is meant stands in other budgets; a line that says no word of it is no neighbour.
        found = [replace(line, weak=True) for line in found if line.covered or line.through or line.part]
    return sorted([*found, *older], key=lambda candidate: -candidate.score)


def lacks_line(ranked: Iterable[Candidate], found: Sequence[FoundLine], bands: CertaintyWeights) -> bool:
    """Whether what a question is surely about stands in other budgets, and none of the lines found is it.

    Args:
        ranked: the paths that it may mean, of whatever budget.
        found: the lines of the edition that is asked.
        bands: how much better than these the line of another budget must be matched.
    """
    if any(_is_meant(line) for line in found):
        return False
    best = max((line.score for line in found), default=0.0)
    least = max(best + bands.elsewhere, bands.sure)
    return any(
        _is_meant(candidate) and candidate.score > least and candidate.covered >= bands.covered
        for candidate in ranked
    )


def keep_branch(
    found: Sequence[FoundLine], thing: UnledThing | None, whole: float
) -> Sequence[FoundLine] | None:
    """Of a known thing that no budget has, the branch that it would be in; None where a line is meant.

    What only shares a word with it is another thing, and is not offered.

    Args:
        found: the lines of the edition that is asked, best first.
        thing: what is asked of, where no budget has a line of it.
        whole: how much of a question a name covers that has all of its words: `көшелерді жарықтандыруға`.
    """
    if thing is None:
        return None
    # A phrase may lead to what only mentions it; where a group lacks, a few words of a long name do so, too.
    by_words = (line for line in found if not line.through and (thing.has_branch or not line.weak))
    if any(line.covered >= whole for line in by_words):
        return None
    # A phrase for what is done with anything leads to who does it, not to the thing.
    surely = (line for line in found if line.exact or line.covered >= whole or not thing.of_deed)
    if any(map(_is_meant, surely)):
        return None
    if thing.branch is not None:
        return [line for line in found if line.path == thing.branch]
    branches = [line for line in found if line.through and is_branch(line.path) and not thing.of_deed]
    best = max((line.covered for line in branches), default=0.0)
    return [line for line in branches if line.covered == best]


def _is_meant(candidate: Candidate) -> bool:
    """Whether a candidate of another budget is surely what a question is about."""
    return (candidate.through or candidate.exact) and not (candidate.weak or candidate.part)


def _find_elsewhere(candidate: Candidate, asked: AskedEdition, outlines: Outlines) -> list[FoundLine]:
    for edition in asked.editions():
        line = outlines.lines(edition.edition).get(candidate.path)
        if line is not None:
            return [_stand_in(candidate, edition, line)]
    return []


def _stand_in(candidate: Candidate, asked: AskedEdition, line: LineOutline) -> FoundLine:
    standing = (
        candidate.path,
        candidate.score,
        candidate.covered,
        candidate.weak,
        candidate.exact,
        candidate.through,
        candidate.pieced,
        candidate.part,
        candidate.wider,
    )
    return FoundLine(*standing, asked=asked, line=line)
