"""Which of several files with the same table has the better right to bring it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Boolean, Connection, bindparam, exists, func, select

from parser.dataclass import dataclass
from parser.records import DecisionKind, Language, ParsedDecision
from storage import models
from storage.models import table

_TEXTS = table(models.DecisionText)
_REFERENCES = table(models.TextReference)
_EDITIONS = table(models.Edition)


@dataclass(frozen=True, slots=True)
class Right:
    """A file's right to bring the table that a decision set."""

    # The decisions whose own text the file is: № 12-3 for the amendment as it was adopted. A redaction is the
    # original restated by a portal, so it is no decision's own text, and this is empty.
    decisions: frozenset[int | None]
    later: int  # how many decisions have amended what it prints

    def rank(self, setter: int) -> tuple[int, int]:
        """A key to sort rights by, the best first.

        The best right has the text of the decision that set the table. A redaction comes after it; of two
        redactions, the one that fewer decisions have amended since.
        """
        return (0, 0) if setter in self.decisions else (1, self.later)


# Made once: making a statement takes longer than running it.
_LATER = (
    select(func.count()).where(_REFERENCES.c.text_id == _TEXTS.c.id, ~_REFERENCES.c.amends).scalar_subquery()
)
_RIGHTS = select(_TEXTS.c.source_id, _TEXTS.c.decision_id, _TEXTS.c.kind, _LATER.label("later")).where(
    _TEXTS.c.source_id.in_(bindparam("sources", expanding=True))
)
_RIVALS = select(_TEXTS.c.source_id).where(
    _TEXTS.c.decision_id.in_(bindparam("decisions", expanding=True)),
    _TEXTS.c.language == bindparam("language", type_=_TEXTS.c.language.type),
    _TEXTS.c.source_id != bindparam("source"),
    (_TEXTS.c.kind == DecisionKind.REDACTION) == bindparam("restated", type_=Boolean()),
    ~exists().where(_EDITIONS.c.source_id == _TEXTS.c.source_id),
)
_BEATEN = _RIVALS.where(_TEXTS.c.source_id.in_(bindparam("beaten", expanding=True)))


def load_rights(connection: Connection, source_ids: Iterable[int]) -> dict[int, Right]:
    """The rights of loaded files, by their ids."""
    rows = connection.execute(_RIGHTS, {"sources": list(source_ids)}).all()
    return {
        source_id: Right(
            frozenset(
                row.decision_id
                for row in rows
                if row.source_id == source_id and row.kind is not DecisionKind.REDACTION
            ),
            max(row.later for row in rows if row.source_id == source_id),
        )
        for source_id in {row.source_id for row in rows}
    }


def find_superseded(  # noqa: PLR0913 - what a file is about, and what came of it
    connection: Connection,
    parsed: ParsedDecision,
    language: Language,
    decisions: Sequence[int],
    *,
    beaten: Collection[int],
    source_id: int,
) -> list[int]:
    """Finds the files that a file replaces whole.

    These print the same text and back no table any more: this file took their last one,
    or neither has any. A table alone, without the decision's title, replaces no text.

    Args:
        connection: in the transaction that everything belongs to.
        parsed: the file.
        language: of its text.
        decisions: whose text it is, one in each budget.
        beaten: the files that have just lost a table to it.
        source_id: its own id.

    Returns:
        The ids of the files, in order.
    """
    about: dict[str, object] = {
        "decisions": list(decisions),
        "language": language,
        "source": source_id,
        "restated": parsed.decision.kind is DecisionKind.REDACTION,
    }
    rivals = _RIVALS
    if parsed.editions:
        rivals, about["beaten"] = _BEATEN, list(beaten)
        if parsed.decision.title is None:
            rivals = rivals.where(_TEXTS.c.title.is_(None))
    found = set(connection.execute(rivals, about).scalars())
    rights = load_rights(connection, found) if found else {}
    return [rival for rival in sorted(found) if rights[rival].later == len(parsed.decision.amended_by)]
