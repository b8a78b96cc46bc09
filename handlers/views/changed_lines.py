"""The lines that a decision changed, each in a line: what moves by how much, and those inside one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.views.amounts import figure
from handlers.views.changed_names import NAME_LIMIT, name_changed_lines, name_lines
from handlers.views.deltas import tell_delta
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, listed_name
from handlers.views.message import Span, bold, plain
from handlers.views.texts import Texts
from handlers.views.unread import unread_lines, unread_text
from parser.budget_code import codes_of
from parser.kinds import Doubt
from parser.question.intents import Direction, Frame, ListedLevel
from parser.records import Level, Section
from storage.answering.answer import DecisionChanges
from storage.answering.page import Match
from storage.reading.differences import ChangedLine, Changes, TotalChange

UNIT = 1000  # both columns are shown in thousand tenge, as editions are printed
INSIDE_SHOWN = 20  # of both ways together
SAME_SHOWN = 10  # of the lines that did not change, or have nothing in them any more
_KEYS = {
    "added": "changes-line-added",
    "removed": "changes-line-removed",
    "renamed": "changes-line-renamed",  # nothing else of it changed
}
_KEYS_BACK = {"added": "changes-line-returned-added", "removed": "changes-line-returned-removed"}
_KEYS_BACK_TITLED = {"added": "changes-line-returned-new", "removed": "changes-line-returned-old"}
TELLING_TITLES = frozenset({Direction.ADDED, Direction.REMOVED})  # say it of each line below
_LEVELS = {ListedLevel.GROUP: Level.GROUP, ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR}

Spans = Sequence[Span]


def changes_title(changes: Changes, texts: Texts, *, together: bool = False) -> str:
    """The decision whose changes are told; of those of several together, between which two they are.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        together: whether several decisions may lie between.
    """
    cite = cited(changes.edition.decision, texts)
    if not together or changes.previous is None:
        return texts.get("changes-title", **cite)
    first = cited(changes.previous, texts)
    return texts.get("changes-title-together", **cite, since=first["number"], since_date=first["date"])


def inside_changes(answer: DecisionChanges, whole: Match, texts: Texts) -> list[list[Spans]]:
    """How a line changed, and which of the lines inside it did, in the direction that is asked of.

    Args:
        answer: the difference from an earlier edition, and what is asked of it: the direction of the changes,
            and the level of the lines; the lowest that tell the change where it names none.
        whole: the line.
        texts: the person's language.

    Returns:
        The paragraphs. The lines have the numbers of `shown_inside`.
    """
    changes, frame, across = answer.changes, answer.heard.question.frame, answer.across
    paths = across or (whole.path,)
    own = next((line for line in changes.lines if line.path == whole.path), None)
    total = changes.totals.get(whole.path)
    shown = shown_inside(answer, whole)
    numbers = {line.path: number for number, line in enumerate(shown, start=1)}
    below = changes.list_below(paths, _level_of(frame))
    summed = _sum_of_blocks(changes, whole, across, texts) if len(across) > 1 else None
    if frame.same:
        same = same_lines(answer, texts, SAME_SHOWN)
        return [[summed or _own_change(changes, whole, own or total, texts)], same]
    named = {path: name for path, name in name_changed_lines(changes, texts).items() if path in numbers}
    blocks = [_list_way(way, below, numbers, named, texts) for way in _ways_of(frame)]
    lists = [block for block in blocks if block]
    if frame.direction is Direction.REMOVED and (zeroed := zeroed_lines(changes, texts, SAME_SHOWN, paths)):
        lists.append(zeroed)
    unread = unread_lines(changes, texts, SAME_SHOWN, paths)
    nothing = f"changes-inside-none-{frame.direction.value}" if frame.direction else "changes-inside-none"
    nothing = "changes-none-read" if unread else nothing
    doubts = [whole.line.doubt, *(line.doubt for line in (*below, *([own] if own else [])))]
    return [
        [summed or _own_change(changes, whole, own or total, texts)],
        *(lists or [[[plain(texts.get(nothing))]]]),
        unread,
        list(doubt_lines(doubts, texts)),
    ]


def shown_inside(answer: DecisionChanges, whole: Match) -> list[ChangedLine]:
    """The lines inside a line that are shown, in the order of their numbers: of each way the largest.

    Args:
        answer: the difference from an earlier edition, and what is asked of it.
        whole: the line.
    """
    frame = answer.heard.question.frame
    if frame.same:
        return []
    paths = answer.across or (whole.path,)
    below, ways = answer.changes.list_below(paths, _level_of(frame)), _ways_of(frame)
    most = INSIDE_SHOWN // len(ways)
    return [line for way in ways for line in [line for line in below if line.goes(way)][:most]]


def _level_of(frame: Frame) -> Level | None:
    return _LEVELS.get(frame.level) if frame.level else None


def _ways_of(frame: Frame) -> Sequence[Direction]:
    return (frame.direction,) if frame.direction else (Direction.RISES, Direction.CUTS)


def _sum_of_blocks(changes: Changes, whole: Match, across: Sequence[str], texts: Texts) -> Spans:
    """What an office had in all its groups before and after, added up; nothing where it has no line."""
    before, after = (
        [lines[path] for path in across if path in lines]
        for lines in (changes.printed_before, changes.printed)
    )
    old, new = (sum(line.amount for line in lines) if lines else None for lines in (before, after))
    doubt = Doubt.gravest(line.doubt for line in (*before, *after))
    name = texts.get("changes-across", name=listed_name(whole.path, whole.line.names, texts, NAME_LIMIT))
    said = office_before_and_after(name, (old, new), doubt, texts, path=whole.path)
    return [plain(f"• {said}")]


def same_lines(answer: DecisionChanges, texts: Texts, count: int) -> list[Spans]:
    """The lines that no decision between two editions changed, so many of them.

    Args:
        answer: with all of them, the largest first.
        texts: the person's language.
        count: how many are shown at most.
    """
    same = answer.same
    title = "changes-same-throughout" if answer.together else "changes-same"
    shown: list[Spans] = [[bold(texts.get(title, count=len(same)))]]
    names = name_lines(same[:count], answer.changes, texts)
    for line in same[:count]:
        amount = figure(line.amount, UNIT, texts)
        shown.append([plain("• " + marked(f"{amount} — {names[line.path]}", line.doubt))])
    if len(same) > count:
        shown.append([plain("• " + texts.get("changes-more", count=len(same) - count))])
    return shown


def zeroed_lines(changes: Changes, texts: Texts, count: int, paths: Sequence[str] = ()) -> list[Spans]:
    """The lines that are printed still, with nothing in them: they are not removed.

    Args:
        changes: the difference from an earlier edition.
        texts: the person's language.
        count: how many are shown at most.
        paths: of the lines that alone are looked into; none for all.
    """
    zeroed = changes.list_zeroed(paths)
    if not zeroed:
        return []
    shown: list[Spans] = [[bold(texts.get("changes-zeroed"))]]
    names = name_changed_lines(changes, texts)
    shown += [[plain(f"• {change_text(line, names[line.path], texts)}")] for line in zeroed[:count]]
    if len(zeroed) > count:
        shown.append([plain("• " + texts.get("changes-more", count=len(zeroed) - count))])
    return shown


def _own_change(changes: Changes, whole: Match, own: ChangedLine | TotalChange | None, texts: Texts) -> Spans:
    if isinstance(own, ChangedLine) and own.status in _KEYS_BACK:
        return [plain(f"• {change_text(own, listed_name(own.path, own.names, texts, NAME_LIMIT), texts)}")]
    name = listed_name(whole.path, whole.line.names, texts, NAME_LIMIT)
    unread = next((line for line in changes.unread if line.path == whole.path), None)
    if unread is not None:
        return [plain(f"• {unread_text(unread, name, texts)}")]
    if own is None:
        both, doubt = (whole.line.amount,) * 2, whole.line.doubt
        return [plain("• " + before_and_after(name, both, doubt, texts, path=whole.path))]
    if own.old is None or own.new is None:  # whether it changed is not known
        printed = texts.get("changes-total-adopted", section=name, new=figure(whole.line.amount, UNIT, texts))
        return [plain("• " + marked(printed, own.doubt))]
    return [plain("• " + before_and_after(name, (own.old, own.new), own.doubt, texts, path=whole.path))]


def total_text(section: Section, total: TotalChange, texts: Texts) -> str | None:
    """A total before and after, in one line; None where it is not printed in both editions."""
    if total.both is None:
        return None
    name = total_name(section, total.both, texts)
    return before_and_after(name, total.both, total.doubt, texts, path=section)


def total_name(section: Section, amounts: Sequence[int], texts: Texts) -> str:
    """A total's name; of a balance the one of the two that it is in all of these amounts."""
    if section is Section.DEFICIT and all(amount < 0 for amount in amounts):
        return texts.get("section-deficit-below")
    if section is Section.DEFICIT and all(amount > 0 for amount in amounts):
        return texts.get("section-deficit-above")
    return texts.get(f"section-{section}")


def before_and_after(
    name: str, both: tuple[int, int], doubt: Doubt | None, texts: Texts, *, path: str
) -> str:
    """An amount that is printed in both editions, in one line.

    Args:
        name: whose it is.
        both: tenge before and after.
        doubt: the gravest of both.
        texts: the person's language.
        path: whose it is: a deficit and a surplus are not told by their sign.
    """
    old, new = both
    values = {"section": name, "new": figure(new, UNIT, texts)}
    if old == new:
        return marked(texts.get("changes-total-same", **values), doubt)
    values |= {"old": figure(old, UNIT, texts), "delta": tell_delta(path, both, UNIT, texts)}
    return marked(texts.get("changes-total", **values), doubt)


def office_before_and_after(
    name: str, both: tuple[int | None, int | None], doubt: Doubt | None, texts: Texts, *, path: str
) -> str:
    """What an office had and has, in one line; of one that is new or gone the only amount.

    Args:
        name: the office.
        both: its sums in both editions; None where it has no line.
        doubt: the gravest of all amounts in both sums.
        texts: the person's language.
        path: of a line of it.
    """
    old, new = both
    if old is not None and new is not None:
        return before_and_after(name, (old, new), doubt, texts, path=path)
    key = "changes-office-new" if old is None else "changes-office-gone"
    return marked(texts.get(key, name=name, amount=figure(old or new or 0, UNIT, texts)), doubt)


def _list_way(
    way: Direction,
    below: Sequence[ChangedLine],
    numbers: Mapping[str, int],
    names: Mapping[str, str],
    texts: Texts,
) -> list[Spans]:
    """The lines that went one way: those that have a number, and how many more there are."""
    lines = [line for line in below if line.goes(way)]
    if not lines:
        return []
    rows = way in TELLING_TITLES  # whose number may be asked for
    title = f"changes-lines-{way.value}" if rows and len(lines) > 1 else f"changes-inside-{way.value}"
    shown: list[Spans] = [[plain(texts.get(title, count=len(lines)))]]
    told = [line for line in lines if line.path in numbers]
    for line in told:
        said = change_text(line, names[line.path], texts, titled=rows)
        shown.append([plain(f"{numbers[line.path]}. {said}")])
    if len(lines) > len(told):
        shown.append([plain("• " + texts.get("changes-more", count=len(lines) - len(told)))])
    return shown


def change_text(line: ChangedLine, name: str, texts: Texts, *, titled: bool = False) -> str:
    """By how much a line changed, its name, and the code that it had before where it has another now.

    Args:
        line: of the difference between two editions.
        name: as `name_changed_lines` has it.
        texts: the person's language.
        titled: whether it stands under a title that says of all lines that they are new, or removed.
    """
    delta = marked(figure(line.moves, UNIT, texts, signed=True), line.doubt)
    values = {"delta": delta, "name": name}
    if not line.comes_back or line.status == "renamed":
        is_said = titled and line.status in _KEYS_BACK
        said = texts.get("changes-line" if is_said else _KEYS.get(line.status, "changes-line"), **values)
        if line.moved_from is None or line.status != "changed":
            return said
        return texts.get("sheet-moved-from", name=said, code=" ".join(codes_of(line.moved_from)))
    values |= {
        side: figure(amount, UNIT, texts)
        for side, amount in (("old", line.old), ("new", line.new))
        if amount is not None
    }
    keys = _KEYS_BACK_TITLED if titled else _KEYS_BACK
    return texts.get(keys.get(line.status, "changes-line-returned"), **values)
