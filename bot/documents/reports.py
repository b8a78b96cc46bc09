"""What is said to an operator of a document that came by chat."""

from __future__ import annotations

from bot.operator.errors import explain
from bot.operator.file_remarks import dispute_text, edition_text, remark_text, remarks_on
from bot.operator.texts import OperatorTexts
from handlers.views.upload_report import DocumentReport
from parser.errors import ParseError
from storage.loading.uploads import LoadedDocument

_FAILED = "failed"


def describe_loaded(document: LoadedDocument, texts: OperatorTexts) -> DocumentReport:
    """What becomes of a document that was read.

    Args:
        document: the document.
        texts: in the operator's language.
    """
    parsed, report = document.parsed, document.report
    named = texts.get(
        "parsed-decision", decision=texts.decision(parsed.decision.ref), kind=parsed.decision.kind
    )
    facts = [named, *(edition_text(edition, texts) for edition in parsed.editions)]
    if document.error is not None:
        facts = [named, explain(document.error, texts)]
    disputes = report.disputes if report else ()
    remarks = [dispute_text(dispute, texts) for dispute in disputes]
    remarks += [remark_text(remark, texts) for remark in remarks_on(parsed)]
    status = report.status if report else _FAILED
    return DocumentReport(parsed.source.file, status, tuple(facts), tuple(remarks))


def describe_unread(name: str, error: ParseError, texts: OperatorTexts) -> DocumentReport:
    """Why a document is not read.

    Args:
        name: of its file.
        error: of the parser.
        texts: in the operator's language.
    """
    return DocumentReport(name, _FAILED, (explain(error, texts),))
