"""Whether a mutated document is read as it is seen, refused by place, or what is doubtful in it is told."""

from __future__ import annotations

from dataclasses import replace

from parser.errors import ParseError
from parser.kinds import FindingKind
from tests.parser.mutations.printed import Mutation
from tests.parser.mutations.readings import Reading, differences, news, told


def fault_of(mutation: Mutation, reading: Reading | ParseError, before: Reading) -> str:
    """What is wrong with the reading of a document whose mutation is seen; nothing where nothing is.

    Args:
        mutation: the document and what is printed in it.
        reading: of it.
        before: the reading of the document before it was mutated.
    """
    if isinstance(reading, ParseError):
        return "" if reading.at is not None else f"refused without a place: {reading}"
    wrong, missing = differences(mutation.lines, reading.lines, mutation.free)
    # A zero that stands at another place, or nowhere, makes no difference to any sum: nothing can tell.
    zeros = {name for _, name, amount in mutation.lines if not amount}
    untold = [line for line in wrong if not told(line, reading, before)]
    silent = [line for line in untold if line.amount or line.name not in zeros]
    more = news(reading, before)
    amounts = {amount for _, _, amount in mutation.lines}
    faults = {
        f"read in silence: {silent}; printed: {missing}": bool(silent),
        f"lost in silence: {missing}": any(amount for _, _, amount in missing) and not more,
        "nothing is told": mutation.shows and not more and (not missing or any(a for _, _, a in missing)),
        f"not as printed: {wrong}": mutation.exact and any(line.amount not in amounts for line in wrong),
        f"another decision: {reading.decision}": reading.decision != before.decision,
    }
    return next((fault for fault, is_there in faults.items() if is_there), "")


def fault_of_unseen(reading: Reading | ParseError, before: Reading) -> str:
    """What is wrong with the reading of a document whose mutation nobody sees: it must be as before.

    Only that a row is hidden may be told besides.
    """
    if isinstance(reading, ParseError):
        return f"refused: {reading}"
    if reading.decision != before.decision:
        return f"another decision: {reading.decision}"
    wrong, missing = differences([line.figures for line in before.lines], reading.lines)
    if wrong or missing:
        return f"read: {wrong}; printed: {missing}"
    if [line.edition for line in reading.lines] != [line.edition for line in before.lines]:
        return "another edition"
    seen = [each for each in reading.findings if each.kind is not FindingKind.ROW_HIDDEN]
    return "other findings" if news(replace(reading, findings=tuple(seen)), before) else ""
