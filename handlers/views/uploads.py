"""What an operator is told of documents: before they are stored, and when they are."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import day, figure
from handlers.views.changed_lines import UNIT, change_text, total_text
from handlers.views.changed_names import name_changed_lines
from handlers.views.clean import one_line
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import cited, codes_text
from handlers.views.message import Button, MessageView, Span, bold, bullet, folded, italic, paragraphs, plain
from handlers.views.operator_actions import TakeUploadStep, UploadStep
from handlers.views.texts import Texts
from handlers.views.unlike_names import mark_apart
from handlers.views.upload_report import DocumentReport, UploadReport
from parser.budget_code import BY_SIDE, Side, codes_of
from storage.loading.replaced_tables import ReplacedKind, ReplacedLine, ReplacedTable
from storage.reading.address import DecisionAddress
from storage.reading.differences import ChangedLine, Changes

DOCUMENTS_SHOWN = 6
_FACTS, _REMARKS, _CHANGES, _LINES = 5, 6, 3, 4  # of each that are shown
_NAME = 110  # letters of a line's name
_LONGEST = 240  # letters of a fact or remark
_SIDES = tuple(BY_SIDE[side] for side in (Side.RECEIPTS, Side.SPENDING))

Block = list[list[Span]]


def upload_view(report: UploadReport, texts: Texts, notice: str | None = None) -> MessageView:
    """What would become of documents.

    Args:
        report: of the documents.
        texts: the operator's language.
        notice: the name of a text that comes first.

    Returns:
        The message; its buttons store the documents or forget them, where anything can be stored, or undo
        that they were stored a while before.
    """
    blocks = [[[italic(texts.get(notice))]]] if notice else []
    blocks += [_describe(document, texts) for document in report.documents[:DOCUMENTS_SHOWN]]
    blocks += _rest(report.documents[DOCUMENTS_SHOWN:], texts)
    if report.token is None:
        blocks.append([[bold(texts.get("upload-nothing"))]])
        if report.undo is None:
            return MessageView(paragraphs(*blocks))
        return MessageView(
            paragraphs(*blocks, [[plain(texts.get("upload-stored-before"))]]),
            (_undo_row(report.undo, texts),),
        )
    blocks += [_describe_kind(kind, texts) for kind in report.kinds]
    blocks += [_describe_replaced(each, texts) for each in report.replaced[:_CHANGES]]
    if len(report.replaced) > _CHANGES:
        blocks.append([[plain(texts.get("upload-more-replaced", count=len(report.replaced) - _CHANGES))]])
    blocks += [_describe_changes(changes, texts) for changes in report.changes[:_CHANGES]]
    if len(report.changes) > _CHANGES:
        blocks.append([[plain(texts.get("upload-more-changes", count=len(report.changes) - _CHANGES))]])
    doubts = [line.doubt for changes in report.changes[:_CHANGES] for line in _largest(changes)]
    told = texts.get("upload-followers", count=report.followers)
    row = (
        Button(texts.get("button-upload-store"), TakeUploadStep(report.token, UploadStep.STORE)),
        Button(texts.get("button-upload-drop"), TakeUploadStep(report.token, UploadStep.DROP)),
    )
    return MessageView(paragraphs(*blocks, doubt_lines(doubts, texts), [[plain(told)]]), (row,))


def stored_view(report: UploadReport, texts: Texts) -> MessageView:
    """What has become of documents.

    Args:
        report: of the documents, with the token to undo them by.
        texts: the operator's language.

    Returns:
        The message; its button undoes it.
    """
    lines = [
        bullet(texts.get("upload-document", name=one_line(document.name, 80), status=document.status))
        for document in report.documents[: DOCUMENTS_SHOWN * 3]
    ]
    spans = paragraphs([[bold(texts.get("upload-stored"))], *lines], [[plain(texts.get("upload-may-undo"))]])
    if report.token is None:
        return MessageView(spans)
    return MessageView(spans, (_undo_row(report.token, texts),))


def _undo_row(token: str, texts: Texts) -> tuple[Button, ...]:
    return (Button(texts.get("button-upload-undo"), TakeUploadStep(token, UploadStep.UNDO)),)


def _describe(document: DocumentReport, texts: Texts) -> Block:
    name = texts.get("upload-document", name=one_line(document.name, 80), status=document.status)
    facts = [[plain(one_line(fact, _LONGEST))] for fact in document.facts[:_FACTS]]
    if len(document.facts) > _FACTS:
        facts.append([plain(texts.get("upload-more-tables", count=len(document.facts) - _FACTS))])
    remarks = [bullet(one_line(remark, _LONGEST)) for remark in document.remarks[:_REMARKS]]
    if len(document.remarks) > _REMARKS:
        remarks.append([plain(texts.get("upload-more-remarks", count=len(document.remarks) - _REMARKS))])
    counted: Block = (
        [[plain(texts.get("upload-remarks", count=len(document.remarks)))]] if document.remarks else []
    )
    return [[plain("📄 "), bold(name)], *facts, *counted, *folded(remarks)]


def _rest(documents: Sequence[DocumentReport], texts: Texts) -> list[Block]:
    if not documents:
        return []
    failed = sum(document.status == "failed" for document in documents)
    return [[[plain(texts.get("upload-more-documents", count=len(documents), failed=failed))]]]


def _describe_changes(changes: Changes, texts: Texts) -> Block:
    """What a decision changes in a year: the totals, and the lines that change most."""
    edition = changes.edition
    values = {"place": texts.place(edition.budget.place), "year": str(edition.year)}
    head = texts.get("upload-changes", **values, **cited(edition.decision, texts))
    if changes.previous is None:
        return [[bold(head)], [plain(texts.get("upload-first-edition"))]]
    totals = [
        total_text(section, changes.totals[section.value], texts)
        for section in _SIDES
        if section.value in changes.totals
    ]
    since = texts.get("follow-since", **cited(changes.previous, texts))
    names = name_changed_lines(changes, texts)
    lines = [bullet(change_text(line, names[line.path], texts)) for line in _largest(changes)]
    count = sum(line.telling for line in changes.lines)
    counted = texts.get("upload-changed-lines", count=count) if count else texts.get("upload-no-changes")
    return [
        [bold(head)],
        *([plain(total)] for total in totals if total),
        [plain(counted)],
        *lines,
        [plain(since)],
    ]


def _describe_kind(kind: ReplacedKind, texts: Texts) -> Block:
    """A decision that would be told to adopt a budget, or to change one."""
    return [[bold(texts.get("upload-kind", old=kind.old, new=kind.new, **_named(kind.decision, texts)))]]


def _describe_replaced(replaced: ReplacedTable, texts: Texts) -> Block:
    """What of a stored table would be another one: how many lines, and those that change most."""
    values = {"place": texts.place(replaced.budget.place), "year": str(replaced.year)}
    named = _named(replaced.decision, texts)
    head = texts.get("upload-replaced", language=replaced.language, **values, **named)
    if not replaced.lines:
        return [[bold(head)], [plain(texts.get("upload-replaced-same"))]]
    largest = sorted(replaced.lines, key=lambda line: -abs(line.moves))[:_LINES]
    names = mark_apart([(line.name, (codes_text(codes_of(line.path)),)) for line in largest], _NAME)
    counted = texts.get("upload-replaced-lines", count=len(replaced.lines))
    return [
        [bold(head)],
        [plain(counted)],
        *(bullet(_replaced_text(*named, texts)) for named in zip(names, largest, strict=True)),
    ]


def _named(decision: DecisionAddress, texts: Texts) -> dict[str, str]:
    return {"number": one_line(decision.number, 30), "date": day(decision.date, texts)}


def _replaced_text(name: str, line: ReplacedLine, texts: Texts) -> str:
    old, new = (
        texts.get("upload-no-line")
        if printed is None
        else marked(figure(printed.amount, UNIT, texts), printed.doubt)
        for printed in (line.old, line.new)
    )
    return texts.get("upload-replaced-line", name=name, old=old, new=new)


def _largest(changes: Changes) -> list[ChangedLine]:
    telling = [line for line in changes.lines if line.telling]
    return sorted(telling, key=lambda line: -abs(line.moves))[:_LINES]
