"""Which appendices an amending decision replaces.

Приложения 1, 2 изложить … согласно приложениям 1, 2 к настоящему решению; 1, 2-қосымшалар осы шешімнің
1, 2-қосымшаларына сәйкес жаңа редакцияда жазылсын.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import zip_longest

from parser.decision.footnotes import LIST, is_footnote
from parser.document import Paragraph
from parser.records import AppendixChange, Language
from parser.text.passage import Passage
from parser.text.wordings import Says, wording

_CLAUSE = re.compile(
    r"""
    \bпункт  # приложение 1 и пункт 2 изложить
    """,
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    russian, kazakh = (wording(Says.ACCORDING_TO, language) for language in (Language.RU, Language.KK))
    return (
        re.compile(
            rf"""
            приложени\w* \s* (?P<old> {LIST} )? (?P<between> [^;]{{0,400}}? ) \s*  # Приложение 1 к решению
            излож\w+ [^;]{{0,160}}?  # изложить в новой редакции
            {russian} \s+ приложени\w* \s* (?P<new> {LIST} )?  # согласно приложению 2
            """,
            re.IGNORECASE | re.VERBOSE,
        ),
        re.compile(
            rf"""
            (?P<old> {LIST} ) \s*-?\s* қосымша\w* [,\s]+  # 1-қосымша
            (?: {wording(Says.THIS_DECISION, Language.KK)} \s+ )? (?: тиісінше \s+ )?  # осы шешімнің тиісінше
            (?: (?P<new> {LIST} ) \s*-?\s* )? қосымша\w* \s*  # 2-қосымшасына
            (?: тиісінше \s+ )? {kazakh}  # сәйкес жаңа редакцияда жазылсын
            """,
            re.IGNORECASE | re.VERBOSE,
        ),
    )


def read_appendix_changes(paragraphs: Iterable[Paragraph]) -> list[AppendixChange]:
    """Which appendices of the amended decision are replaced by which of this one."""
    changes: list[AppendixChange] = []
    for passage in map(Passage.of, paragraphs):
        text = passage.even
        if is_footnote(text):
            continue
        for pattern in _patterns():
            for match in pattern.finditer(text):
                if _CLAUSE.search(match.groupdict().get("between") or ""):
                    continue
                old, new = _numbers(match["old"]), _numbers(match["new"])
                if len(old) == len(new) or not new:
                    changes.extend(
                        AppendixChange(a, b, passage.at) for a, b in zip_longest(old, new[: len(old)])
                    )
                elif len(new) == 1 and old:
                    changes.append(AppendixChange(old[0], new[0], passage.at))
    seen: dict[str, AppendixChange] = {}
    for change in changes:
        seen.setdefault(change.old, change)
    return list(seen.values())


def _numbers(text: str | None) -> list[str]:
    return re.findall(r"\d+(?:-\d+)?", text) if text else []
