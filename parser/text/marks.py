"""Footnote marks: raised numbers and stars beside what they are printed at.

A reader of any form hands a raised number over as raised digits (`1 240¹`, `003²`), so that it never
joins the digits beside it. They are marks of footnotes, except where they are a unit's power (`м²`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_RAISED = str.maketrans("0123456789()[]+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾⁺⁻")
_RAISABLE = re.compile(r"[\d\s()\[\]*,+\-†‡]{1,8}")
# `м²`, `км³`: the power of a unit; everything else that is raised or lowered is a mark.
_MARK = re.compile(
    r"""
    (?<![^\W\d_]) (?P<unit> (?:к|с|д|м|k|c|d|m)? [мm] ) [²³] (?![⁰¹²³⁴-⁹])  # 100 м²; 5 км³
    | [ ]* [⁰¹²³⁴-⁹⁺⁻⁽⁾₀-₉₊₋₍₎†‡]+ (?: [,*;] [ ]* [⁰¹²³⁴-⁹⁽⁾]+ )* [*]*  # 1 240¹; Обучение²⁾; 003¹, ²*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `*`, `**`, and `**)`, whose bracket is the mark's own where none was opened before it.
_STARS = re.compile(r"(?<=[^\W_]|[)»”\"–—−-])\s?[*]{1,4}(?P<bracket>\)?)(?=[\s.,;:)»]|$)")
# A number in brackets of its own at the end; `обучение (пункт 1)` closes what the name opened.
_NUMBERED = re.compile(r"(?<=[\w)»”\"])(?:\s+\d{1,2}\)|\s*\[\d{1,2}\])$")


def may_be_mark(text: str) -> bool:
    """Whether a text, were it raised, would be a footnote's mark: numbers, stars, brackets."""
    return _RAISABLE.fullmatch(text) is not None


def raised(text: str) -> str:
    """A raised run as raised digits; a run of anything else than numbers and marks as it is.

    >>> raised("1)"), raised("ші")
    ('¹⁾', 'ші')
    """
    return text.translate(_RAISED) if may_be_mark(text) else text


def text_of_runs(runs: Sequence[tuple[str, bool]]) -> str:
    """The runs of a line or a cell as one text, each with whether it is raised.

    What is raised as a whole is not raised: nothing stands beside it.

    >>> text_of_runs([("1 240", False), ("1)", True)]), text_of_runs([("1 240", True)])
    ('1 240¹⁾', '1 240')
    """
    whole = sum(len("".join(text.split())) for text, _ in runs)
    return "".join(
        raised(text) if is_raised and len("".join(text.split())) < whole else text for text, is_raised in runs
    )


def without_raised(text: str) -> str:
    """A text without its raised and lowered marks.

    >>> without_raised("Обучение¹ на 100 м²")
    'Обучение на 100 м²'
    """
    return text if text.isascii() else _MARK.sub(lambda match: match.group() if match["unit"] else "", text)


def without_marks(text: str) -> str:
    """A name without the footnote marks beside its words: raised ones, stars, `1)` and `[1]` at its end.

    >>> without_marks("Общеобразовательное обучение*")
    'Общеобразовательное обучение'
    >>> without_marks("2 300 **)"), without_marks("Обучение (общее*)")
    ('2 300', 'Обучение (общее)')
    >>> without_marks("Обучение 1)"), without_marks("Обучение (пункт 1)")
    ('Обучение', 'Обучение (пункт 1)')
    """
    bare = without_raised(text)
    bare = (_STARS.sub(_kept_bracket, bare) if "*" in bare else bare).strip()
    match = _NUMBERED.search(bare)
    if match is None or bare.count("(", 0, match.start()) > bare.count(")", 0, match.start()):
        return bare
    return bare[: match.start()]


def _kept_bracket(mark: re.Match[str]) -> str:
    """The bracket behind a star, where it closes one that the name opened: `обучение (общее*)`."""
    before = mark.string[: mark.start()]
    return mark["bracket"] if before.count("(") > before.count(")") else ""
