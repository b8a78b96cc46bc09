"""What one decision changed in a budget year, and whether that adds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handlers.views.actions import OpenChanges
from handlers.views.amounts import figure
from handlers.views.change_buttons import change_rows
from handlers.views.changed_lines import (
    TELLING_TITLES,
    UNIT,
    change_text,
    changes_title,
    inside_changes,
    same_lines,
    total_name,
    total_text,
    zeroed_lines,
)
from handlers.views.changed_names import name_changed_lines
from handlers.views.clean import one_line
from handlers.views.contrary import tell_contrary_total
from handlers.views.doubts import doubt_lines, marked
from handlers.views.faults import fault_mark
from handlers.views.fitting import fit_lists
from handlers.views.lines import cited, in_force_text, skipped_text
from handlers.views.matches import QUERY_SHOWN, answer_notices
from handlers.views.message import MessageView, Span, bold, italic, link, paragraphs, plain
from handlers.views.moved_money import SECTIONS, flow_lines, list_changed, moved_blocks
from handlers.views.texts import Texts
from handlers.views.unread import unread_lines, verdict
from parser.budget_code import MAIN_TOTALS, section_of
from parser.kinds import Doubt
from parser.question.intents import Direction
from parser.records import DecisionKind
from storage.answering.answer import DecisionChanges
from storage.answering.page import LIST_PAGE
from storage.reading.differences import Changes
from storage.reading.records import EditionInfo

LINES_SHOWN = 5
# What is shown one after the other: section by section rises and cuts, or what is asked for before the rest.
_PASSES: Mapping[Direction | None, Sequence[Sequence[Direction]]] = {
    None: [(Direction.RISES, Direction.CUTS)],
    Direction.RISES: [(Direction.RISES,), (Direction.CUTS,)],
    Direction.CUTS: [(Direction.CUTS,), (Direction.RISES,)],
    Direction.ADDED: [(Direction.ADDED,)],
    Direction.REMOVED: [(Direction.REMOVED,)],
}
_NONE: Mapping[Direction | None, str] = {
    Direction.ADDED: "changes-none-added",
    Direction.REMOVED: "changes-none-removed",
}

Spans = Sequence[Span]


def changes_view(
    changes: Changes,
    texts: Texts,
    opened: OpenChanges | None = None,
    *,
    answer: DecisionChanges | None = None,
) -> MessageView:
    """The totals a decision moved, its largest rises and cuts, and the reconciliation.

    Args:
        changes: the difference from the previous loaded edition, or from an earlier one.
        texts: the person's language.
        opened: what opened them, where a button did: the line that a button leads back to.
        answer: what this is the answer of: what must be said of its question comes first, and of the changes
            those that it asks for, rises or cuts; new or removed lines stand alone, and so do those inside
            a line.

    Returns:
        The message.
    """
    edition = changes.edition
    heard = answer.heard if answer else None
    together = (opened is not None and opened.since is not None) or (answer is not None and answer.together)
    title = changes_title(changes, texts, together=together)
    place = f"{texts.place(edition.budget.place)} · {edition.year}"
    if together:
        place += f" · {texts.get('unit-thousand')}"
    rows = change_rows(changes, texts, opened, answer)
    direction = heard.question.frame.direction if heard else None
    same = heard is not None and heard.question.frame.same
    first = _said_first(changes, answer, texts)
    heading: list[Spans] = [[bold(title)], [plain(place), *_official_page(edition, texts)]]
    if changes.previous is None:
        adopts = edition.decision.kind is DecisionKind.ORIGINAL
        lacking = texts.get("changes-adopted" if adopts else "changes-no-previous")
        totals = _adopted(changes, texts) if adopts else []
        return MessageView(paragraphs(first, heading, [[plain(lacking)]], totals), rows)
    heading += _compared_with(changes, texts, together=together)
    if answer and answer.inside:
        told = inside_changes(answer, answer.inside, texts)
        return MessageView(paragraphs(first, heading, *told), rows)

    nothing = _NONE.get(direction, "changes-none-read" if changes.is_partly_read else "changes-none")
    if answer and answer.together and direction in _NONE:
        nothing = f"{nothing}-together"

    def write(count: int) -> tuple[Span, ...]:
        moved = (
            [same_lines(answer, texts, count)]
            if answer and same
            else _moved(changes, texts, direction, count)
        )
        told = direction is None and not same
        elsewhere = moved_blocks(changes, texts, count) if told else []
        return paragraphs(
            first,
            heading,
            _totals(changes, texts),
            flow_lines(changes, texts) if direction not in _NONE and not same else [],
            *elsewhere,
            _counted(changes, texts, direction, always=heard is not None and heard.question.frame.counts),
            *moved,
            [] if moved or elsewhere else [[plain(texts.get(nothing))]],
            unread_lines(changes, texts, count),
            [[plain(verdict(changes, texts))], *doubt_lines(_doubts(changes), texts)],
        )

    asked = (heard.question.frame.count if heard else None) or LINES_SHOWN
    return MessageView(fit_lists(write, max(LINES_SHOWN, min(asked, LIST_PAGE))), rows)


def _said_first(changes: Changes, answer: DecisionChanges | None, texts: Texts) -> list[Spans]:
    """What must be said of the question before its answer."""
    if answer is None:
        return []
    frame = answer.heard.question.frame
    notices = [texts.get("changes-none-newest")] if answer.newest_has_none else []
    if contrary := tell_contrary_total(answer.heard.question, changes, texts):
        notices.append(contrary)
    if answer.unread:
        notices.append(texts.get("changes-unread", words=one_line(", ".join(answer.unread), QUERY_SHOWN)))
    if frame.denied and changes.previous is not None and not frame.same:
        notices.append(texts.get("changes-denied"))
    notice = " ".join([*answer_notices(answer.heard, texts), *notices])
    first: list[Spans] = [[italic(notice)]] if notice else []
    if frame.in_force:
        first = [*first, [plain(in_force_text(changes.edition.decision, texts))]]
    return [*first, _where_to_read(changes.edition, texts)] if frame.page else first


def _compared_with(changes: Changes, texts: Texts, *, together: bool) -> list[Spans]:
    """Which edition the changes are from, unless the title says it, and what is not known of them."""
    heading: list[Spans] = []
    if not together and changes.previous is not None:
        unit = texts.get("unit-thousand")
        heading.append([plain(texts.get("changes-against", unit=unit, **cited(changes.previous, texts)))])
    if changes.skipped:
        heading.append([italic(skipped_text(changes.skipped, texts))])
    faults = fault_mark(replace(changes.edition, unread=()), texts)  # what was not read is listed below
    return [*heading, *faults]


def _counted(changes: Changes, texts: Texts, direction: Direction | None, *, always: bool) -> list[Spans]:
    """How many lines are new or gone, in all sections together; or how many changed, if that is asked."""
    if not always and direction not in _NONE:
        return []
    count = len(list_changed(changes, direction))
    told = texts.get(f"changes-lines-{direction.value if direction else 'all'}", count=count)
    return [[bold(told) if always else plain(told)]] if always or count > 1 else []


def _official_page(edition: EditionInfo, texts: Texts) -> list[Span]:
    """A link to the decision's official page, where one is known."""
    page = link(texts.get("official-page"), edition.decision.url_in(texts.language))
    return [plain(" · "), page] if page.url else []


def _where_to_read(edition: EditionInfo, texts: Texts) -> list[Span]:
    """The address of the decision's official page, written out; or that none is known."""
    cite, url = cited(edition.decision, texts), edition.decision.url_in(texts.language)
    if url is None:
        return [italic(texts.get("page-unknown", **cite))]
    return [plain(f"{texts.get('page-known', **cite)} "), link(url, url)]


def _doubts(changes: Changes) -> list[Doubt | None]:
    """The doubts of all that is compared: one that is not among the largest may be why the sums disagree."""
    doubts = [total.doubt for total in changes.totals.values()]
    doubts += [line.doubt for line in changes.lines]
    doubts += [line.doubt for line in changes.unread]
    return doubts + [gap.doubt for gap in changes.gap]


def _moved(changes: Changes, texts: Texts, direction: Direction | None, count: int) -> list[list[Spans]]:
    """The largest rises and cuts, section by section: revenue and spending share names and must not mix.

    What moved under another code is one line, as in the list of all.
    """
    telling = sorted(list_changed(changes), key=lambda line: -abs(line.moves))
    zeroed = zeroed_lines(changes, texts, count) if direction is Direction.REMOVED else []
    names = name_changed_lines(changes, texts)
    lists = [
        _largest(
            texts.get(f"changes-{way}", section=texts.get(f"section-{section}")),
            [change_text(line, names[line.path], texts, titled=way in TELLING_TITLES) for line in lines],
            texts,
            count,
        )
        for ways in _PASSES[direction]
        for section in SECTIONS
        for way in ways
        if (lines := [line for line in telling if section_of(line.path) is section and line.goes(way)])
    ]
    return [*lists, *([zeroed] if zeroed else [])]


def tell_totals(changes: Changes, texts: Texts) -> list[str]:
    """The main totals before and after a decision, each in a line; of the first one as it adopted them."""
    if changes.previous is None:
        return ["".join(span.text for span in line[1:]) for line in _adopted(changes, texts)]
    totals = ((section, changes.totals.get(section)) for section in MAIN_TOTALS)
    told = (total_text(section, total, texts) for section, total in totals if total is not None)
    return [text for text in told if text]


def _totals(changes: Changes, texts: Texts) -> list[Spans]:
    return [[plain(f"• {text}")] for text in tell_totals(changes, texts)]


def _adopted(changes: Changes, texts: Texts) -> list[Spans]:
    """The main totals as a budget was adopted with them."""
    amounts = ((section, changes.totals.get(section)) for section in MAIN_TOTALS)
    return [
        [plain("• "), plain(marked(texts.get("changes-total-adopted", section=name, new=new), total.doubt))]
        for section, total in amounts
        if total is not None and total.new is not None
        for name, new in [(total_name(section, (total.new,), texts), figure(total.new, UNIT, texts))]
    ]


def _largest(title: str, lines: Sequence[str], texts: Texts, count: int) -> list[Spans]:
    shown: list[Spans] = [[bold(title)]]
    shown += [[plain(f"• {line}")] for line in lines[:count]]
    if len(lines) > count:
        shown.append([plain("• " + texts.get("changes-more", count=len(lines) - count))])
    return shown
