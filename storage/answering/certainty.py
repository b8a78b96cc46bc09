"""Whether a line that was found can be asserted, or only offered.

The bands are measured (`python -m bench.search`): an answer is asserted from SURE on, when it covers the
question and leads the next different line; below OFFERED nothing is a candidate, and from NEAR on the
nearest lines are named as such.
"""

from __future__ import annotations

from collections.abc import Sequence

from storage.answering.matches import Found

SURE = 0.55
COVERED = 0.72
LEAD = 0.015
OFFERED = 0.42
NEAR = 0.33
_NEAR = 0.4  # how near a rival that says all of the question too may come
_NEAR_PHRASE = 0.15  # the same where an everyday phrase leads to the best line
_FEW_WORDS = 2
_SURELY = 0.8  # from here on a word of other talk means the line at large


def is_sure(found: Sequence[Found], said: int) -> bool:
    """Whether the best candidate can be asserted: well matched, and no other line nearly as well."""
    if not found or found[0].score < SURE or found[0].covered < COVERED or found[0].weak:
        return False
    best, rivals = found[0], _rivals(found)
    if best.exact:  # other names only hold these words, unless they are of another section
        rivals = [one for one in rivals if one.exact or _elsewhere(one, best)]
    # One or two words that several names hold ask for a choice, even where a phrase leads to one of them.
    near = _NEAR_PHRASE if best.through and said > _FEW_WORDS else _NEAR
    if best.line.level > 0 and any(_as_good(one, best, near) for one in rivals):
        return False
    return _leads(best, rivals)


def stands_out(found: Sequence[Found]) -> bool:
    """Whether the best candidate is the one that a question about a line at large means.

    A share or a list of what is inside asks of the widest line, and says which one it took: that others
    hold its words too, or that they are words of other talk as well, matters less.
    """
    if not found or found[0].score < (_SURELY if found[0].weak else SURE) or found[0].covered < COVERED:
        return False
    return _leads(found[0], _rivals(found))


def _rivals(found: Sequence[Found]) -> list[Found]:
    """All but the best candidate and what stands below it, which its card shows."""
    return [one for one in found[1:] if not one.path.startswith(f"{found[0].path}/")]


def _leads(best: Found, rivals: Sequence[Found]) -> bool:
    return not rivals or best.score - rivals[0].score >= LEAD


def _elsewhere(rival: Found, best: Found) -> bool:
    return not rival.through and rival.line.section is not best.line.section


def _as_good(rival: Found, best: Found, near: float) -> bool:
    """Whether another branch's line says all of the question too, only in a longer name."""
    if best.path.startswith(f"{rival.path}/"):
        return False
    return rival.covered >= best.covered - 0.05 and rival.score >= best.score - near
