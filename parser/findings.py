"""What stays uncertain while a document is read, collected in the order in which it is found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from parser.kinds import FindingKind, Value
from parser.records import Finding, SourcePlace


class Findings:
    """A collection of findings, each once however often a reader comes by it.

    Example:
        `findings.add(FindingKind.AMOUNT_MISSING, row.at, name="Прочие")`
    """

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self._found: dict[tuple[FindingKind, SourcePlace | None, tuple[Value, ...]], Finding] = {}
        self.extend(findings)

    def add(self, kind: FindingKind, at: SourcePlace | None, **values: Value | dt.date) -> None:
        """Adds a finding.

        Args:
            kind: what is uncertain.
            at: where in the source it stands.
            values: what the kind takes.
        """
        plain = {
            name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()
        }
        self.extend([Finding(kind, at, plain)])

    def extend(self, findings: Iterable[Finding]) -> None:
        """Adds what was found elsewhere in the document."""
        for finding in findings:
            self._found.setdefault((finding.kind, finding.at, tuple(finding.values.values())), finding)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())
