"""The words of the command line, from `locales/operator/`: in the language of the terminal.

An operator's terminal may speak neither language of the councils, so there is English too.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import os
import re
from collections.abc import Mapping
from enum import StrEnum

from fluent.runtime.types import FluentInt

from handlers.views.texts import LOCALES, FluentTexts
from parser.decision.place_names import names_of_place
from parser.kinds import Value
from parser.records import DecisionRef, Language, SourcePlace

LABELS = (
    "label-decision", "label-council", "label-registered", "label-amends", "label-budget",
    "label-in-force-from", "label-title", "label-clause", "label-edition", "label-discrepancy",
    "label-discrepancies", "label-warning", "label-set-aside", "label-table",
)  # fmt: skip


class OperatorLanguage(StrEnum):
    """A language that the command line speaks."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class OperatorTexts(FluentTexts):
    """The command line's words in one language. In a text, `THOUSANDS($amount)` shows tenge in thousands."""

    def __init__(self, language: OperatorLanguage) -> None:
        file = LOCALES / "operator" / f"{language}.ftl"
        super().__init__(language, lambda: file.read_text(encoding="utf-8"), {"THOUSANDS": _thousands})
        self.language = language

    def say(self, key: str, values: Mapping[str, Value]) -> str:
        """A text with values of which some may be missing: there the text chooses its variant `none`."""
        return self.get(key, **{name: "none" if value is None else value for name, value in values.items()})

    def decision(self, ref: DecisionRef) -> str:
        """A decision as messages name it: "№ 12-3 of 2013-04-08", «№ 12-3 от 08.04.2013»."""
        date = self.date(ref.date) if ref.date else None
        return self.say("decision", {"number": ref.number, "date": date})

    def date(self, date: dt.date) -> str:
        """A date as people of the language write it."""
        return date.isoformat() if self.language is OperatorLanguage.EN else f"{date:%d.%m.%Y}"

    def written_date(self, written: str) -> str:
        """A date as findings keep it, in the same way; what is none stays as it is."""
        try:
            return self.date(dt.date.fromisoformat(written))
        except ValueError:
            return written

    def budget_place(self, place: str) -> str:
        """Whose a budget is, in the language where it has a name there; English takes the Russian one."""
        language = Language.KK if self.language is OperatorLanguage.KK else Language.RU
        return names_of_place(place).get(language, place)

    def source_place(self, at: SourcePlace) -> str:
        """A place in a file: "table 2, row 7"."""
        innermost = self.get(f"place-{at.unit}", number=at.number)
        return f"{self.source_place(at.within)}, {innermost}" if at.within else innermost

    def written_place(self, written: str) -> str:
        """A place as it is stored; one that compares two files names the other: "line 5; a.csv, row 7"."""
        return "; ".join(self._written_part(part) for part in written.split("; "))

    def _written_part(self, part: str) -> str:
        pieces = part.split(", ")
        for start in range(len(pieces)):  # a file's name may stand before the place
            with contextlib.suppress(ValueError):
                at = SourcePlace.parse(", ".join(pieces[start:]))
                return ", ".join([*pieces[:start], self.source_place(at)])
        return part

    def labelled(self, key: str, text: str, **args: str) -> str:
        """A line that begins with the word for what it is; all such lines align."""
        width = max(len(self.get(label, clause="")) for label in LABELS) + 1
        return f"{self.get(key, **args):{width}}{text}"


@functools.cache
def load_operator_texts(language: OperatorLanguage) -> OperatorTexts:
    """The words in a language, read from disk the first time."""
    return OperatorTexts(language)


def terminal_texts(environ: Mapping[str, str] = os.environ) -> OperatorTexts:
    """The words in the terminal's language; in English where the command line does not speak it."""
    code = terminal_code(environ)
    known = {language.value: language for language in OperatorLanguage}
    return load_operator_texts(known.get(code, OperatorLanguage.EN))


def terminal_code(environ: Mapping[str, str]) -> str:
    """The language of a terminal, as a code.

    Args:
        environ: the environment.

    Returns:
        What its locale names, such as "ru"; empty when it names none.
    """
    named = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return re.split(r"[_.@]", next((value for value in named if value), ""))[0]


def in_thousands(tenge: int | None) -> str:
    """Tenge in thousands, decimals only where there are any; a dash where there is no amount."""
    if tenge is None:
        return "—"
    whole, rest = divmod(abs(tenge), 1000)
    sign = "-" if tenge < 0 else ""
    return sign + f"{whole:,}".replace(",", " ") + (f",{rest:03}".rstrip("0") if rest else "")


def _thousands(tenge: FluentInt | str) -> str:
    return in_thousands(None if isinstance(tenge, str) else int(tenge))
