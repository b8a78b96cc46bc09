"""What goes wrong when a document is read."""

from __future__ import annotations


class ParseError(Exception):
    """A document that cannot be read as a budget decision.

    Attributes:
        code: what is wrong, a stable word that texts in both languages are keyed by
            ("empty", "binary", "too-large", "no-budget", "unreadable-row", …).
        file: name of the file.
        place: where in it ("line 53"), None when it concerns the whole file.
        found: what stands there, shortened; None when there is nothing to show.
    """

    def __init__(self, code: str, file: str, place: str | None = None, found: str | None = None) -> None:
        self.code = code
        self.file = file
        self.place = place
        self.found = found if found is None or len(found) <= 120 else found[:119] + "…"
        super().__init__(": ".join(part for part in (file, place, code, self.found) if part))
