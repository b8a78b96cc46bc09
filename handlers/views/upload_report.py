"""What there is to say of documents that an operator sent, as views take it."""

from __future__ import annotations

from parser.dataclass import dataclass
from storage.loading.replaced_tables import ReplacedKind, ReplacedTable
from storage.reading.differences import Changes


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What is to be said of one document, in the operator's language.

    Attributes:
        name: of the file.
        status: what becomes of it: `new`, `unchanged`, `replaced`, or `failed`.
        facts: the decision and its tables; why it is not stored.
        remarks: what disagrees in it, what is uncertain, what another file has read better or worse.
    """

    name: str
    status: str
    facts: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UploadReport:
    """What would become of documents, or has become of them.

    Attributes:
        token: by which a button stores or undoes them; None where nothing can be stored.
        documents: what is to be said of each.
        changes: what their decisions change, a budget year each.
        followers: how many people will be told.
        replaced: the stored tables that the documents print otherwise.
        kinds: the decisions that would be told to do something else.
        undo: where nothing can be stored, by which a button undoes that somebody stored them just before.
    """

    token: str | None
    documents: tuple[DocumentReport, ...]
    changes: tuple[Changes, ...] = ()
    followers: int = 0
    replaced: tuple[ReplacedTable, ...] = ()
    kinds: tuple[ReplacedKind, ...] = ()
    undo: str | None = None
