"""Where things stand in a tree of the archive: whose act a path belongs to, and which of its files it is.

Builds have laid the same acts out in two ways, and a folder may get another name in any build:
`08-local-decisions/REGION/COUNCIL/20190104-SLUG-128266/rus.md` and `…/COUNCIL/2019/0104-SLUG-128266/rus.md`.
What stays is the act's code behind the last hyphen of its folder.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from parser.dataclass import dataclass
from parser.readers.act_facts import LANGUAGES
from parser.readers.act_files import FACTS_FILE, MARKDOWN_SUFFIX
from parser.records import Language

TEXTS = {f"{stem}{MARKDOWN_SUFFIX}": language for stem, language in LANGUAGES.items()}
_LONGEST = 1_000  # letters of a path
_FOLDER = re.compile(r"(?:^|-)(?P<code>[0-9]{1,9})$")
_INNER = re.compile(
    r"(?P<folder>.+)/(?P<inner>(?:rus|kaz)\.md|meta\.yaml|(?:rus|kaz)/[A-Za-z0-9_-]{1,40}\.md)$"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")


@dataclass(frozen=True, slots=True)
class ActFile:
    """A file of an act.

    Attributes:
        code: of the act.
        folder: of the act.
        council: the folder of the council that adopted it, `15301300-khromtauskogo-raiona`; empty where
            there is none.
        region: the folder above that one.
        inner: the path from the act's folder: `rus.md`, `kaz/part001.md`, `meta.yaml`.
    """

    code: int
    folder: str
    council: str
    region: str
    inner: str


def read_path(path: str) -> ActFile | None:
    """Which act a path of a tree belongs to; None for what is no file of one.

    >>> file = read_path("08-local/153-aktobe/15301300-khromtau/2019/0104-o-biudzhete-128266/kaz.md")
    >>> file.code, file.council, file.region, file.inner
    (128266, '15301300-khromtau', '153-aktobe', 'kaz.md')

    Args:
        path: from the top of the tree.
    """
    found = _INNER.match(path) if len(path) <= _LONGEST else None
    if found is None:
        return None
    *above, own = PurePosixPath(found["folder"]).parts
    code = _FOLDER.search(own)
    if code is None:
        return None
    if above and _YEAR.match(above[-1]):
        above.pop()
    region, council = ["", "", *above][-2:]
    return ActFile(int(code["code"]), found["folder"], council, region, found["inner"])


def language_of(inner: str) -> Language | None:
    """The language that a file of an act is in; None for its facts.

    >>> language_of("kaz/part001.md")
    <Language.KK: 'kk'>

    Args:
        inner: the path from the act's folder.
    """
    return None if inner == FACTS_FILE else LANGUAGES.get(inner[:3])
