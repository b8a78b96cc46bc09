"""What keeps a clone of the archive from being read."""

from __future__ import annotations

from parser.kinds import Kind, KindError, Value


class ArchiveErrorKind(Kind):
    """Why a clone, or what is asked of it, cannot be read."""

    NO_GIT = ("no-git",)
    NO_CLONE = "no-clone", "path"
    NO_COMMITS = "no-commits", "path"
    GIT_FAILED = "git-failed", "path", "said"  # the last line of what git says
    NO_COUNCIL = "no-council", "council", "near"


class ArchiveError(KindError):
    """A clone of the archive that cannot be read."""

    def __init__(self, kind: ArchiveErrorKind, **values: Value) -> None:
        super().__init__(kind, values)
