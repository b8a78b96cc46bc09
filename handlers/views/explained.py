"""What a word of budgets means, what says so, and the lines that it explains."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.views.actions import OpenLine
from handlers.views.lines import line_name
from handlers.views.matches import answer_notices, describe_match, match_button, numbered, source_lines
from handlers.views.message import Button, MessageView, Span, bold, bullet, italic, link, paragraphs, plain
from handlers.views.texts import Texts
from handlers.views.ways import DIRECT, Way
from parser.budget_code import codes_of, level_of
from parser.question.glossary import LawArticle, Term, find_term_of_line
from parser.records import Language
from storage.answering.answer import Explanation
from storage.reading.records import Card

# The Budget Code of 2025 on the official portal of the country's laws.
_CODE_URLS = {
    Language.KK: "https://adilet.zan.kz/kaz/docs/K2500000171",
    Language.RU: "https://adilet.zan.kz/rus/docs/K2500000171",
}


def explained_view(answer: Explanation, texts: Texts) -> MessageView:
    """A word, its meaning and where the law says it, then the lines of the budget at hand.

    Args:
        answer: the word and its lines, perhaps none.
        texts: the person's language.

    Returns:
        The message; a button opens each of the lines.
    """
    page = answer.page
    spans = paragraphs(
        [[italic(notice)] for notice in answer_notices(answer.heard, texts)],
        _meaning(answer, texts),
        _code_lines(answer.card, texts, alone=page.total == 1) if answer.card else [],
        _typed_parts(answer, texts),
        [_source(answer.term, texts)],
        [[plain(texts.get("term-lines"))]] if page.matches else [],
        *(describe_match(number, match, texts, among=page.matches) for number, match in numbered(page)),
        source_lines(page.matches, texts),
    )
    rows = ((match_button(number, match, texts, among=page.matches),) for number, match in numbered(page))
    return MessageView(spans, tuple(rows))


def line_term_view(card: Card, texts: Texts, way: Way = DIRECT) -> MessageView:
    """What the word means that names a line, and where the law says it.

    Args:
        card: the line, in the edition that was looked at.
        texts: the person's language.
        way: how the person came to the line.

    Returns:
        The message; a button leads back to the card. A line that has no word of its own is explained
        by what lines of its kind are.
    """
    term = find_term_of_line(card.line.path)
    return MessageView(
        paragraphs(
            [[bold(line_name(card.line, texts))]],
            [[plain(term_meaning(term, texts))]] if term else [],
            [_source(term, texts)] if term else [],
        ),
        ((Button(texts.get("button-card"), OpenLine(card.address, way)),),),
    )


def term_name(term: Term, texts: Texts) -> str:
    """The word itself."""
    return texts.get(f"term-{term.key}")


def explained_name(answer: Explanation, texts: Texts) -> str:
    """What is explained: the word, or the code as it was typed."""
    if not answer.code:
        return term_name(answer.term, texts)
    return texts.get("term-code-typed", code=" ".join(part.code for part, _ in answer.code))


def term_meaning(term: Term, texts: Texts) -> str:
    """What it means, in a few sentences."""
    return texts.get(f"term-{term.key}-what")


def _meaning(answer: Explanation, texts: Texts) -> list[list[Span]]:
    """The word with its meaning; a line that was asked about by its name, with what a line of its kind is."""
    name, meaning = term_name(answer.term, texts), term_meaning(answer.term, texts)
    if answer.code:
        kind = texts.get("term-kind", kind=_in_sentence(name), what=meaning)
        return [[bold(explained_name(answer, texts))], [plain(kind)]]
    if answer.card is None:
        return [[bold(name)], [plain(meaning)]]
    return [
        [bold(line_name(answer.card.line, texts))],
        [plain(texts.get("term-kind", kind=_in_sentence(name), what=meaning))],
    ]


def _in_sentence(name: str) -> str:
    """The word as it stands inside a sentence: an abbreviation stays in capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _code_lines(card: Card, texts: Texts, *, alone: bool) -> list[list[Span]]:
    """What each part of a line's code stands for, from the top; nothing for a line without one.

    Of an office that stands in several groups only its own code is told.
    """
    lines = [*(parent.line for parent in reversed(card.parents)), card.line][0 if alone else -1 :]
    return [
        bullet(
            texts.get(
                "term-code-part",
                code=codes_of(line.path)[-1],
                level=texts.get(f"term-{level.name.lower()}"),
                name=line_name(line, texts),
            )
        )
        for line in lines
        if (level := level_of(line.path)) is not None
    ]


def _typed_parts(answer: Explanation, texts: Texts) -> list[list[Span]]:
    """What each part of a typed code stands for; of which the budget at hand has no line, that is said."""
    return [
        bullet(
            texts.get(
                "term-code-part",
                code=part.code,
                level=texts.get(f"term-{part.level.name.lower()}"),
                name=line_name(match.line, texts) if match else texts.get("term-code-none"),
            )
        )
        for part, match in answer.code
    ]


def _source(term: Term, texts: Texts) -> list[Span]:
    if not term.source:
        return [italic(texts.get("term-source-none"))]
    articles = "; ".join(_article_text(article, texts) for article in term.source)
    law = link(texts.get("term-law"), _CODE_URLS[texts.language])
    return [
        plain(texts.get("term-source") + " "),
        law,
        plain(f", {articles}. {texts.get('term-law-before')}"),
    ]


def _article_text(article: LawArticle, texts: Texts) -> str:
    return ", ".join(_places(article, texts))


def _places(article: LawArticle, texts: Texts) -> Iterator[str]:
    yield texts.get("term-article", number=str(article.article))
    if article.paragraph:
        yield texts.get("term-paragraph", number=str(article.paragraph))
    if article.subparagraph:
        yield texts.get("term-subparagraph", number=str(article.subparagraph))
