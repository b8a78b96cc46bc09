"""`meta.yaml` beside a text, or the YAML front matter in it → the facts of the act.

The newest archives have one file of facts for both languages; what differs by language has a value for `rus`
and one for `kaz` there. The oldest have the facts of each language at the head of its text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from parser.document import ActFacts, NamedAct
from parser.records import Language
from parser.text.web_address import web_address

if TYPE_CHECKING:
    from yaml import Node

_Stated: TypeAlias = Mapping[str, Any]

LANGUAGES = {"rus": Language.RU, "kaz": Language.KK}
UNREAD = "\ufffd"  # what stands in the place of bytes that are no letter
FACTS_APART = "\n...\n---\n"  # between facts that are read each by themselves
MOST_FACTS = 64 * 1024  # bytes; those of real acts have two thousand
_MOST_TEXT = 4_000  # letters of a fact
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class FactsError(ValueError):
    """What should be facts of an act is none."""


def parse_facts(text: str, language: Language | None = None) -> ActFacts:
    """Reads facts written in YAML.

    Args:
        text: of `meta.yaml`, or of a front matter without its `---`.
        language: of the text that the facts stand in, where they stand in one.

    Raises:
        FactsError: it is no YAML, or no table of facts.
    """
    stated = _load(text)
    language = LANGUAGES.get(_text(stated, "language") or "", language)
    told = stated.get("caused_by")
    causes = [_named_act(each, language) for each in (told if isinstance(told, list) else [told])]
    adopted = _text(stated, "approved_on") or _text(stated, "approval_date") or ""
    adopted_on = _date(adopted)
    return ActFacts(
        act=NamedAct(
            _text(stated, "act_code"), _text(stated, "requisite"), _by_language(stated, "title", language)
        ),
        version_dates={
            key: date
            for key, written in _by_language(stated, "version_date", language).items()
            if (date := _date(written)) is not None
        },
        urls={
            key: url
            for key, written in _by_language(stated, "source", language).items()
            if (url := web_address(written)) is not None
        },
        causes=tuple(filter(None, causes)),
        adopters=_listed(stated.get("approved_by")),
        adopted_on=adopted_on,
        repealed_by=_named_act(stated.get("repealed_by"), language),
        unread=(adopted,) if adopted and adopted_on is None else (),
    )


def _load(text: str) -> _Stated:
    """The table that a YAML text is; every fact is a string, as it is written.

    Raises:
        FactsError: as `parse_facts` does.
    """
    import yaml

    if len(text) > MOST_FACTS:
        raise FactsError(f"more than {MOST_FACTS} letters")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise FactsError(str(error)) from error
    finally:
        loader.dispose()
    stated = _plain(node, 0)
    if not isinstance(stated, dict):
        raise FactsError("no table of facts")
    return stated


def _plain(node: Node | None, depth: int) -> Any:  # noqa: ANN401 - what YAML holds
    """A node without types: strings, lists and tables, as deep as facts are; of a key twice the first.

    Nothing is made of a tag or an alias that leads deeper, so that no document can build more than it writes.
    """
    from yaml import MappingNode, ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        return str(node.value)[:_MOST_TEXT]
    if depth > 3:
        return None
    if isinstance(node, SequenceNode):
        return [_plain(item, depth + 1) for item in node.value[:100]]
    if isinstance(node, MappingNode):
        table: dict[str, Any] = {}
        for key, value in node.value[:100]:
            if isinstance(key, ScalarNode):
                table.setdefault(str(key.value), _plain(value, depth + 1))
        return table
    return None


def unread_letters(text: str) -> str | None:
    """Where facts have letters that could not be read, in words for a finding; None where all could.

    Args:
        text: of the facts, with U+FFFD for each byte that is no letter.
    """
    at = text.find(UNREAD)
    return None if at < 0 else f"line {text.count(chr(10), 0, at) + 1}: not UTF-8"


def _text(stated: _Stated, key: str) -> str | None:
    """A fact as one line; None where it is not stated, or has a letter that could not be read."""
    value = stated.get(key)
    return " ".join(value.split()) or None if isinstance(value, str) and UNREAD not in value else None


def _by_language(stated: _Stated, key: str, language: Language | None) -> dict[Language, str]:
    """A fact in each language it is stated in."""
    value = stated.get(key)
    if isinstance(value, dict):
        found = {LANGUAGES[word]: _text(value, word) for word in LANGUAGES if word in value}
    else:
        found = {language: _text(stated, key)} if language is not None else {}
    return {key: text for key, text in found.items() if text is not None}


def _listed(value: object) -> tuple[str, ...]:
    """A list of words, or the one that stands alone."""
    words = value if isinstance(value, list) else [value]
    return tuple(word.strip() for word in words if isinstance(word, str) and word.strip())


def _named_act(value: object, language: Language | None) -> NamedAct | None:
    if not isinstance(value, dict):
        return None
    code, requisite = _text(value, "code"), _text(value, "requisite")
    if code is None and requisite is None:
        return None
    link = _text(value, "link")
    titles = _by_language(value, "title", language)
    return NamedAct(code, requisite, titles, web_address(link) if link else None)


def _date(written: str) -> dt.date | None:
    found = _DATE.match(written)
    try:
        return dt.date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None
