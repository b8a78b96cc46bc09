"""Files that stand beside documents and are none: those of systems, of open editors, of saved pages."""

from __future__ import annotations

from pathlib import PurePath

_SYSTEM = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx"})
_BEGINS = (".", "~$", ".~lock.")  # hidden, and what an editor keeps of a document that is open
_ABOVE = ".."  # no hidden folder, however an archive comes to name it
# The folder that a browser makes beside a page, in the languages it speaks here, and what it puts there.
_PAGE_FOLDERS = ("_files", ".files", "_файлы", ".файлы")
_PAGE_PARTS = frozenset(
    {
        ".avif", ".bmp", ".css", ".download", ".eot", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".json", ".map",
        ".otf", ".png", ".svg", ".ttf", ".webp", ".woff", ".woff2", ".xml",
    }
)  # fmt: skip


def is_companion(path: PurePath) -> bool:
    """Whether a file found in a folder or an archive is no document of its own.

    A picture is one only among the files of a saved page: elsewhere it may be a scan.

    >>> is_companion(PurePath("Дөң/page_files/logo.png")), is_companion(PurePath("Дөң/scan.png"))
    (True, False)

    Args:
        path: from the folder or the archive that is searched.
    """
    if any(part.lower() in _SYSTEM or (part != _ABOVE and part.startswith(_BEGINS)) for part in path.parts):
        return True
    in_page = any(folder.lower().endswith(_PAGE_FOLDERS) for folder in path.parts[:-1])
    return in_page and (path.suffix.lower() in _PAGE_PARTS or path.name.startswith("saved_resource"))
