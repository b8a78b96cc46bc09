"""What several views say of a line: its name, codes and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.views.amounts import day
from handlers.views.clean import one_line
from handlers.views.texts import Texts
from parser.records import Language, Section
from storage.reading.records import DecisionInfo, LineSummary

BUTTON_LIMIT = 60  # a phone shows some forty characters of a button
NAME_LIMIT = 300  # the longest official names have about 250
_SKIPPED_SHOWN = 4
_TOTALS = frozenset(section.value for section in Section)


@dataclass(frozen=True, slots=True)
class ShownName:
    """A line's name as it is shown. `elsewhere` says that it exists in the other language only."""

    text: str
    elsewhere: bool


def shown_name(path: str, names: Mapping[Language, str], texts: Texts, limit: int = NAME_LIMIT) -> ShownName:
    """A line's name for a person.

    A section's total has a plain name of its own in both languages: the print
    numbers and shouts it («II. ЗАТРАТЫ»).

    Args:
        path: the line's path.
        names: what was printed, by language.
        texts: the person's language.
        limit: the longest it may be.

    Returns:
        The name in the person's language, else in the other one, else the path.
    """
    if path in _TOTALS:
        return ShownName(texts.get(f"section-{path}"), elsewhere=False)
    if texts.language in names:
        return ShownName(one_line(names[texts.language], limit), elsewhere=False)
    foreign = next(iter(names.values()), None)
    return ShownName(one_line(foreign or path, limit), elsewhere=foreign is not None)


def line_name(line: LineSummary, texts: Texts, limit: int = NAME_LIMIT) -> str:
    """A line's name as `shown_name` gives it.

    Args:
        line: the line.
        texts: the person's language.
        limit: the longest it may be.

    Returns:
        The name.
    """
    return shown_name(line.path, line.names, texts, limit).text


def listed_name(path: str, names: Mapping[Language, str], texts: Texts, limit: int = NAME_LIMIT) -> str:
    """A line's name as texts have it: one that no loaded document has in the person's language is marked.

    Args:
        path: the line's path.
        names: what was printed, by language.
        texts: the person's language.
        limit: the longest that the name may be; the mark stands behind it.

    Returns:
        The name.
    """
    shown = shown_name(path, names, texts, limit)
    return texts.get("name-elsewhere", name=shown.text) if shown.elsewhere else shown.text


def codes_text(codes: tuple[str, ...]) -> str:
    """Codes as they are shown: «04 · 464 · 009»; empty for a section's total."""
    return " · ".join(one_line(code, 10) for code in codes)


def skipped_text(decisions: Sequence[DecisionInfo], texts: Texts) -> str:
    """That decisions between two editions are not loaded, naming them.

    Args:
        decisions: those decisions, at least one.
        texts: the person's language.

    Returns:
        One sentence.
    """
    shown = [texts.get("card-decision", **cited(decision, texts)) for decision in decisions[:_SKIPPED_SHOWN]]
    if len(decisions) > _SKIPPED_SHOWN:
        shown.append(texts.get("card-skipped-more", count=len(decisions) - _SKIPPED_SHOWN))
    return texts.get("card-skipped", decisions=", ".join(shown))


def cited(decision: DecisionInfo, texts: Texts) -> dict[str, str]:
    """A decision's number and date, as the texts name their placeholders."""
    return {"number": one_line(decision.number, 30), "date": day(decision.date, texts)}
