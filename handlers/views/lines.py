"""What several views say of a line: its name, codes and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from handlers.views.amounts import day
from handlers.views.clean import one_line
from handlers.views.short_names import shorten_name
from handlers.views.texts import Texts
from handlers.views.unlike_names import cut_apart, with_mark
from parser.budget_code import codes_of, parents
from parser.dataclass import dataclass
from parser.records import Language, Section
from parser.text.clean_names import clean_name
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
        return ShownName(one_line(texts.get(f"section-{path}"), limit), elsewhere=False)
    if texts.language in names:
        return ShownName(_clean_within(names[texts.language], limit), elsewhere=False)
    foreign = next(iter(names.values()), None)
    return ShownName(_clean_within(foreign or path, limit), elsewhere=foreign is not None)


@lru_cache(maxsize=2048)
def _clean_within(name: str, limit: int) -> str:
    """A printed name as it is shown; those that were shown last are not cut again."""
    return one_line(clean_name(name), limit)


def short_name(path: str, names: Mapping[Language, str], texts: Texts, limit: int = NAME_LIMIT) -> str:
    """A line's name in short, for buttons, titles and lists.

    Args:
        path: the line's path.
        names: what was printed, by language.
        texts: the person's language.
        limit: the longest it may be.

    Returns:
        The short name in the language that `shown_name` has it in.
    """
    language = texts.language if texts.language in names else next(iter(names), None)
    if path in _TOTALS or language is None:
        return shown_name(path, names, texts, limit).text
    return _short_within(language, names[language], limit)


@lru_cache(maxsize=2048)
def _short_within(language: Language, name: str, limit: int) -> str:
    """A printed name in short, the same."""
    return one_line(shorten_name(language, name), limit)


def line_name(
    line: LineSummary, texts: Texts, limit: int = NAME_LIMIT, among: Sequence[LineSummary] = ()
) -> str:
    """A line's short name, or its whole one where another line of the view has the same short name.

    Where both begin alike it is cut so that they differ.

    Args:
        line: the line.
        texts: the person's language.
        limit: the longest it may be.
        among: the lines of the view.

    Returns:
        The name. Of two lines that are printed under one name each has its code behind it where they stand
        in the same line; else what they stand in tells them apart.
    """
    sign = deficit_sign(line)
    if sign:
        return one_line(texts.get(f"section-deficit-{sign}"), limit)
    short, whole = _short_and_whole(line, texts)
    others = [_short_and_whole(other, texts) for other in among]
    if _has_namesake(line, whole, zip(among, others, strict=True)):
        return with_mark(short, codes_text(codes_of(line.path)[-1:]), limit)
    shown = one_line(short, limit)
    alike = [each for each in others if each[1] != whole and one_line(each[0], limit) == shown]
    if any(other == short for other, _ in alike):
        return cut_apart(whole, [other for _, other in alike], limit)
    return cut_apart(short, [other for other, _ in alike], limit)


def _has_namesake(
    line: LineSummary, whole: str, among: Iterable[tuple[LineSummary, tuple[str, str]]]
) -> bool:
    """Whether another line that stands in the same one is printed under the same name."""
    return any(
        other_whole == whole and other.path != line.path and are_beside(other.path, line.path)
        for other, (_, other_whole) in among
    )


def are_beside(one: str, other: str) -> bool:
    """Whether two lines, by their paths, stand in the same line."""
    return parents(one)[:1] == parents(other)[:1]


def _short_and_whole(line: LineSummary, texts: Texts) -> tuple[str, str]:
    named = line.path, line.names, texts
    return short_name(*named), shown_name(*named).text


def deficit_sign(line: LineSummary) -> str:
    """Which of the two a budget's balance is: `below` for a deficit, `above` for a surplus, else nothing."""
    if line.path != Section.DEFICIT or not line.amount:
        return ""
    return "below" if line.amount < 0 else "above"


def listed_name(path: str, names: Mapping[Language, str], texts: Texts, limit: int = NAME_LIMIT) -> str:
    """A line's short name as texts have it, marked where no loaded document has it in the person's language.

    Args:
        path: the line's path.
        names: what was printed, by language.
        texts: the person's language.
        limit: the longest that the name may be; the mark stands behind it.

    Returns:
        The name.
    """
    return _marked_elsewhere(short_name(path, names, texts, limit), path, names, texts)


def line_in_list(line: LineSummary, texts: Texts, limit: int, among: Sequence[LineSummary] = ()) -> str:
    """A line's name in a list, with a mark where no document has it in the person's language.

    Args:
        line: the line.
        texts: the person's language.
        limit: the longest that the name may be; the mark stands behind it.
        among: the other lines of the list: names that would be the same are told apart.
    """
    return _marked_elsewhere(line_name(line, texts, limit, among), line.path, line.names, texts)


def _marked_elsewhere(name: str, path: str, names: Mapping[Language, str], texts: Texts) -> str:
    return texts.get("name-elsewhere", name=name) if shown_name(path, names, texts).elsewhere else name


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
    return texts.get("card-skipped", decisions=_name_decisions(decisions, texts))


def _name_decisions(decisions: Sequence[DecisionInfo], texts: Texts) -> str:
    shown = [texts.get("card-decision", **cited(decision, texts)) for decision in decisions[:_SKIPPED_SHOWN]]
    if len(decisions) > _SKIPPED_SHOWN:
        shown.append(texts.get("card-skipped-more", count=len(decisions) - _SKIPPED_SHOWN))
    return ", ".join(shown)


def tell_unread(decisions: Sequence[DecisionInfo], texts: Texts) -> str:
    """That decisions print a line whose amount could not be read, naming them: at least one."""
    return texts.get("card-unread", decisions=_name_decisions(decisions, texts))


def in_force_text(decision: DecisionInfo, texts: Texts) -> str:
    """Since when a decision is in force, where its text says so."""
    if decision.in_force_from is None:
        return texts.get("in-force-unknown", **cited(decision, texts))
    return texts.get("in-force", since=day(decision.in_force_from, texts), **cited(decision, texts))


def cited(decision: DecisionInfo, texts: Texts) -> dict[str, str]:
    """A decision's number and date, as the texts name their placeholders."""
    return {"number": one_line(decision.number, 30), "date": day(decision.date, texts)}
