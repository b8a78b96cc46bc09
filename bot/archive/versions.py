"""An act of a clone → its facts, its versions, and each version as a file to parse."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import yaml

from bot.archive.git import Objects
from bot.archive.history import ActHistory, Snapshot
from parser.dataclass import dataclass
from parser.decision.stated_facts import read_requisite
from parser.document import ActFacts, NamedAct
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.act_facts import FACTS_APART, LANGUAGES, MOST_FACTS, UNREAD, FactsError, parse_facts
from parser.readers.act_files import FACTS_FILE, assemble, own_facts, version_name
from parser.readers.files import RawFile, as_raw
from parser.readers.markdown import joined_facts
from parser.records import DecisionRef, Language
from parser.text.web_address import web_address
from storage.loading.archive import VersionKey

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<facts>.*?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#[ \t]+(?P<title>\S.{0,2000}?)[ \t#]*$", re.MULTILINE)
_DATED_PAGE = re.compile(r"/(\d\d)\.(\d\d)\.(\d{4})/?$")  # …/doc/128266/rus/31.07.2019
_TRAILER = re.compile(r"^Cause-Act-(?P<name>Code|Requisite|Title|Link):[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_COMMITTED = re.compile(rb"^committer .*> (?P<seconds>\d{1,10}) [+-]\d{4}$", re.MULTILINE)
_STEMS = {language: stem for stem, language in LANGUAGES.items()}
_NO_FACTS = ActFacts()


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an act in one language, as it stands in a clone.

    Attributes:
        key: by which it is stored.
        content: the hash of all that is read of it.
        snapshot: where its text is.
        facts: what is stated beside its text, as it is written, with what its commit says caused it.
        cause: the decision that made it, where one did and is named.
    """

    key: VersionKey
    content: str
    snapshot: Snapshot
    facts: bytes | None
    cause: DecisionRef | None


class ActReader:
    """Reads acts of a clone. What it is asked for it reads from git, one object after another."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._blob = lru_cache(maxsize=256)(objects.read)  # facts and commits, which several texts share
        self._stated = lru_cache(maxsize=256)(self._read_stated)  # asked for several times

    def read_facts(self, act: ActHistory) -> ActFacts:
        """What is stated of an act, by its newest text in each language; titles also from their headings."""
        facts = _NO_FACTS
        for language in Language:
            snapshot = next((each for each in reversed(act.snapshots) if each.language is language), None)
            if snapshot is not None:
                stated = self._stated(snapshot)
                if language not in stated.act.titles:
                    heading = _HEADING.search(self.read_text(snapshot.text)[:65536])
                    titles = {language: " ".join(heading["title"].split())} if heading else {}
                    stated = joined_facts(stated, ActFacts(NamedAct(titles=titles)))
                facts = joined_facts(facts, stated)
        return facts

    def list_versions(self, act: ActHistory) -> list[Version]:
        """The versions of an act, the oldest first; of one that was corrected the last text."""
        found: dict[VersionKey, Version] = {}
        for snapshot in act.snapshots:
            version = self._version(act.code, snapshot)
            known = found.get(version.key)
            if known is None or known.content != version.content:
                found[version.key] = version
        return sorted(found.values(), key=lambda each: (each.key.version, each.key.language))

    def open_version(self, code: int, version: Version) -> RawFile:
        """A version as a file, with its parts and facts.

        Args:
            code: of the act.
            version: one of it.

        Raises:
            ParseError: `not-found`, `empty`, `too-large` and what `assemble` raises.
        """
        snapshot = version.snapshot
        name = version_name(str(code), version.key.version, snapshot.language)
        beside: Mapping[str, str] = dict(snapshot.parts)

        def fetch(path: str) -> bytes | None:
            if path == FACTS_FILE:
                return version.facts
            return self._objects.read(beside[path]) if path in beside else None

        data = self._objects.read(snapshot.text)
        if data is None:
            raise ParseError(ParseErrorKind.NOT_FOUND, name)
        return assemble(as_raw(name, data), fetch)

    def read_text(self, blob: str) -> str:
        """A text of any act to look at; empty where it cannot be read."""
        try:
            return (self._objects.read(blob) or b"").decode("utf-8", "replace")
        except ParseError:
            return ""

    def _version(self, code: int, snapshot: Snapshot) -> Version:
        stated = self._stated(snapshot)
        cause, committed = self._commit(snapshot.commit)
        if cause is not None and (stated.causes or cause.code == str(code)):
            cause = None
        date = _version_date(stated, snapshot.language, cause) or committed
        written = self._beside(snapshot)
        is_read = written is not None and _is_read(written)
        if written is None or not is_read or cause is not None:
            more = _written(code, snapshot.language, date, cause, is_alone=not is_read).encode()
            if is_read:
                written = b"\n".join((written or b"", more))
            else:  # what cannot be read stays, so that the parser tells it
                written = more if written is None else FACTS_APART.encode().join((more, written))
        told = repr(
            (
                snapshot.text,
                snapshot.parts,
                own_facts(_readable(written), snapshot.language),
                cause and (cause.code, cause.requisite),
            )
        )
        named = next((each for each in (*stated.causes, cause) if each is not None), None)
        return Version(
            VersionKey(snapshot.language, date),
            hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest(),
            snapshot,
            written,
            None if named is None else _decision(named),
        )

    def _read_stated(self, snapshot: Snapshot) -> ActFacts:
        """The facts beside a text and those at its head."""
        facts = _NO_FACTS
        for written in self._written_facts(snapshot):
            try:
                facts = joined_facts(facts, parse_facts(written, snapshot.language))
            except FactsError:
                continue  # the parser tells it
        return facts

    def _written_facts(self, snapshot: Snapshot) -> Iterator[str]:
        beside = self._beside(snapshot)
        if beside is not None:
            yield _readable(beside)
            return
        front = _FRONT_MATTER.match(self.read_text(snapshot.text)[:MOST_FACTS])
        if front is not None:
            yield front["facts"]

    def _beside(self, snapshot: Snapshot) -> bytes | None:
        """The facts beside a text, as they are written; nothing where the object of them cannot be read."""
        if snapshot.facts is None:
            return None
        try:
            return (self._blob(snapshot.facts) or b"")[:MOST_FACTS]
        except ParseError:
            return b""

    def _commit(self, commit: str) -> tuple[NamedAct | None, dt.date]:
        """What a commit says caused it, and the day it is dated."""
        data = self._blob(commit) or b""
        found = _COMMITTED.search(data)
        moment = dt.datetime.fromtimestamp(int(found["seconds"]) if found else 0, dt.UTC)
        message = data.partition(b"\n\n")[2][:MOST_FACTS].decode("utf-8", "replace")
        said = {each["name"]: each["value"].strip() for each in _TRAILER.finditer(message)}
        if not {"Code", "Requisite"} & said.keys() or UNREAD in said.get("Requisite", ""):
            return None, moment.date()
        titles = {Language.RU: said["Title"]} if "Title" in said else {}
        link = web_address(said.get("Link", ""))
        return NamedAct(said.get("Code"), said.get("Requisite"), titles, link), moment.date()


def _is_read(facts: bytes) -> bool:
    try:
        parse_facts(_readable(facts))
    except FactsError:
        return False
    return True


def _readable(facts: bytes) -> str:
    return facts.decode("utf-8", "replace")


def _version_date(stated: ActFacts, language: Language, cause: NamedAct | None) -> dt.date | None:
    """The day that a version is dated: as stated, else as its page's address ends, else its cause's."""
    if language in stated.version_dates:
        return stated.version_dates[language]
    page = _DATED_PAGE.search(stated.urls.get(language, ""))
    if page is not None:
        day, month, year = map(int, page.groups())
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None
    ref = None if cause is None else _decision(cause)
    return None if ref is None else ref.date


def _decision(act: NamedAct) -> DecisionRef | None:
    name = read_requisite(act)
    return None if name is None else DecisionRef(name.number, name.date, name.registration_number, act.url)


def _written(code: int, language: Language, date: dt.date, cause: NamedAct | None, *, is_alone: bool) -> str:
    """Facts that no file states, as one would: code and date where it is alone, the commit's cause."""
    facts: dict[str, object] = {}
    if is_alone:
        facts = {"act_code": str(code), "version_date": {_STEMS[language]: date.isoformat()}}
    if cause is not None:
        title = {_STEMS[key]: words for key, words in cause.titles.items()}
        told = {"code": cause.code, "requisite": cause.requisite, "title": title, "link": cause.url}
        facts["caused_by"] = {name: value for name, value in told.items() if value}
    return yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
