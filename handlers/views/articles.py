"""Inline results: what a chat may be sent, with a title, a description and the message itself."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handlers.views.actions import StartChat
from handlers.views.amounts import readable
from handlers.views.card import card_view
from handlers.views.card_buttons import Situation
from handlers.views.clean import one_line
from handlers.views.doubts import marked
from handlers.views.ledger import ledger_view
from handlers.views.lines import cited, codes_text, line_name
from handlers.views.links import spoken_payload
from handlers.views.message import Button, MessageView, plain_text
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from storage.reading.address import LineAddress
from storage.reading.records import Card
from storage.reading.short_address import shorten

TITLE_LIMIT = 120
DESCRIPTION_LIMIT = 200
_NAME_LEFT = 60  # characters of a title that stay whatever tells it from another
_APART_LIMIT = 60


@dataclass(frozen=True, slots=True)
class Article:
    """One inline result, free of any messenger.

    Attributes:
        id: the same for the same result on every machine.
        title: what it is called.
        description: what stands below the title.
        message: what is sent.
        apart: what tells it from another result of the same title, by kind, what tells most first.
    """

    id: str
    title: str
    description: str
    message: MessageView
    apart: tuple[str, ...] = ()


def article(card: Card, texts: Texts, remark: str | None = None, *, with_place: bool = False) -> Article:
    """A line as an inline result.

    Args:
        card: the line of an edition.
        texts: the person's language.
        remark: what has to be said before it.
        with_place: whether the description names the place: where several are loaded.

    Returns:
        The article. Its id depends on the line and its edition alone, so that
        Telegram can tell repeated results.
    """
    edition, line = card.edition, card.line
    place = texts.place(edition.budget.place)
    amount = marked(readable(line.amount, texts), line.doubt)
    parent = line_name(card.parents[0].line, texts, _APART_LIMIT) if card.parents else ""
    facts = [amount, *([parent] if parent else []), *([place] if with_place or not parent else [])]
    description = " · ".join([*facts, str(edition.year)])
    decision = texts.get("card-decision", **cited(edition.decision, texts))
    return Article(
        id=article_id(LineAddress(edition.address, line.path)),
        title=line_name(line, texts, TITLE_LIMIT),
        description=one_line(f"{remark} {description}" if remark else description, DESCRIPTION_LIMIT),
        message=card_view(card, texts, Situation(inline=True), notice=remark),
        apart=(parent, place, str(edition.year), decision, codes_text(line.codes)),
    )


def history_article(card: Card, texts: Texts, remark: str | None = None) -> Article:
    """How a line changed, as an inline result: the history that its card would open.

    Args:
        card: the line of an edition, with several steps.
        texts: the person's language.
        remark: what has to be said before it.
    """
    edition = card.edition
    line = LineAddress(edition.address, card.line.path)
    told = ledger_view(card, texts, notice=remark, inline=True)
    where = f"{texts.place(edition.budget.place)} · {edition.year}"
    total = _list_lines(told)[-1]
    title = f"{texts.get('ledger-title')}: {line_name(card.line, texts, TITLE_LIMIT)}"
    return Article(
        id=_digest(f"history+{article_id(line)}"),
        title=one_line(title, TITLE_LIMIT),
        description=one_line(f"{where} · {total}", DESCRIPTION_LIMIT),
        message=told,
    )


@dataclass(frozen=True, slots=True)
class ToldInline:
    """What is told that is no line's card.

    Attributes:
        title: in short.
        message: as it is shown in a chat.
        said: what stands below the title; the message itself, without its title, where that is empty.
    """

    title: str
    message: MessageView
    said: str = ""


def computed_article(told: ToldInline, of: Sequence[LineAddress], payload: str, texts: Texts) -> Article:
    """What is told of several lines, as an inline result: its only button leads into the private chat.

    Args:
        told: what is told.
        of: the addresses of the lines, with the decision that set their edition.
        payload: what the private chat is opened with.
        texts: the person's language.
    """
    return _lone_article("+".join(map(article_id, of)), told, payload, texts)


def explaining_article(told: ToldInline, payload: str, texts: Texts) -> Article:
    """What is told where no line is shown: why, and what can be asked.

    Args:
        told: what is told.
        payload: what the private chat is opened with.
        texts: the person's language.
    """
    return _lone_article(f"{told.title}\n{plain_text(told.message)}", told, payload, texts)


def _lone_article(key: str, told: ToldInline, payload: str, texts: Texts) -> Article:
    opened = Button(texts.get("button-open-bot"), StartChat(spoken_payload(payload, texts.language)))
    said = told.said or _summary(told)
    return Article(
        id=_digest(key),
        title=one_line(told.title, TITLE_LIMIT),
        description=one_line(said, DESCRIPTION_LIMIT) if said else "",
        message=replace(told.message, rows=((opened,),)),
    )


def _summary(told: ToldInline) -> str:
    """A message in one line, without its title and without what only heads other lines."""
    return " · ".join(
        line for line in _list_lines(told.message) if line != told.title and not line.endswith(":")
    )


def _list_lines(message: MessageView) -> list[str]:
    """The lines of a message, without the empty ones."""
    lines = "".join(span.text for span in message.spans).split("\n")
    return [line.strip() for line in lines if line.strip()]


def tell_apart(articles: Sequence[Article], *, wholly: bool = False) -> list[Article]:
    """Articles of which none comes twice, as Telegram demands, and no two have one title.

    To titles that are the same as much is added as makes them differ: what the line stands in, the year, the
    place, the decision, the codes; at last a number.

    Args:
        articles: in their order.
        wholly: whether all of that is added to each: to those of a further page, whose titles must differ
            from those of the pages before it.
    """
    articles = list({each.id: each for each in articles}.values())  # a line that was named twice
    added: list[list[str]] = [list(each.apart) if wholly else [] for each in articles]
    for kind in range(max((len(each.apart) for each in articles), default=0)):
        for group in _same(map(_title, articles, added)):
            values = {number: "".join(articles[number].apart[kind : kind + 1]) for number in group}
            if len(set(values.values())) > 1:
                for number, value in values.items():
                    added[number] += [value] if value else []
    titles = list(map(_title, articles, added))
    taken = Counter(titles)
    for group in _same(titles):
        for count, number in enumerate(group[1:], start=2):
            titles[number] = _numbered(titles[number], count, taken)
    return [replace(each, title=title) for each, title in zip(articles, titles, strict=True)]


def _same(titles: Iterable[str]) -> list[list[int]]:
    """The numbers of the titles that are the same, those of each together."""
    groups: dict[str, list[int]] = {}
    for number, title in enumerate(titles):
        groups.setdefault(title, []).append(number)
    return [group for group in groups.values() if len(group) > 1]


def _title(each: Article, added: Sequence[str]) -> str:
    said = [value for value in added if value]
    if not said:
        return each.title
    rest = one_line(" · ".join(said), TITLE_LIMIT - _NAME_LEFT)
    return f"{one_line(each.title, TITLE_LIMIT - len(rest) - 3)} · {rest}"


def _numbered(title: str, count: int, taken: Counter[str]) -> str:
    while True:
        mark = f" ({count})"
        numbered = one_line(title, TITLE_LIMIT - len(mark)) + mark
        if not taken[numbered]:
            taken[numbered] += 1
            return numbered
        count += 1


def article_id(line: LineAddress) -> str:
    """A stable id of 32 characters for a line of an edition.

    Args:
        line: its address, with the decision that set the edition.

    Returns:
        Hexadecimal digits, the same on every machine.
    """
    short = shorten(line)
    key = f"{short.budget}/{short.year}/{short.decision}/{short.path}"
    return _digest(key)


def _digest(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
