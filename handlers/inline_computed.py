"""What an answer tells of several lines together, as the first inline result; and why one shows no line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handlers.answer_views import answer_view, elsewhere_view
from handlers.desk import Desk
from handlers.inline_links import answer_payload
from handlers.views.amounts import exact
from handlers.views.articles import Article, ToldInline, computed_article, explaining_article, history_article
from handlers.views.bounded import bounded_title
from handlers.views.changed_lines import changes_title
from handlers.views.changes import tell_totals
from handlers.views.claim import claim_summary
from handlers.views.doubts import marked
from handlers.views.explained import explained_name, term_meaning
from handlers.views.lines import line_name
from handlers.views.listing import listing_title, rank_sentences
from handlers.views.matches import answer_notices, match_parent
from handlers.views.offers import offer_sentence
from handlers.views.office_pages import office_title
from handlers.views.over_years import tell_edition
from handlers.views.pages import NO_EXAMPLES
from handlers.views.remainder import remainder_title
from handlers.views.texts import Texts
from parser.question.intents import Intent
from parser.records import Section
from storage.answering.answer import (
    Answer,
    Choice,
    ClaimCheck,
    DecisionChanges,
    Explanation,
    NotHeld,
    PartOfLine,
)
from storage.answering.answer_traits import list_matches
from storage.answering.listings import BoundedList, Listing
from storage.answering.page import LIST_PAGE, Match, Page
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)
from storage.answering.side_answers import list_otherwise
from storage.answering.together import Obstacle
from storage.reading.address import LineAddress

_NAME_SHOWN = 50  # of each of several names in a title
_NAMES_SHOWN = 4


def computed_articles(found: Answer, desk: Desk, query: str) -> list[Article]:
    """What an answer tells of its lines together, to be shared as a whole.

    Where it is not sure which line a part of the question means, also with each of the others.

    Args:
        found: the answer.
        desk: whom to show it to.
        query: what was typed.

    Returns:
        The articles; of lines to choose from the history of the first one, where a change is asked of it;
        none where the lines are all that is told.
    """
    speaking = desk.speaking(found.heard)
    texts, matches = speaking.texts, list_matches(found)
    if isinstance(found, Choice):
        card = matches[0].card if matches else None
        changes = found.heard.question.intent is Intent.CHANGE and card is not None and len(card.ledger) > 1
        return [history_article(card, texts, tell_remark(found, texts))] if changes and card else []
    articles = []
    for each in (found, *_list_otherwise(found)):
        headed = _head(each, texts)
        if headed is not None:
            told = ToldInline(headed[0], answer_view(_shorten(each), desk, NO_EXAMPLES), headed[1])
            payload = answer_payload(found, query, desk)
            article = computed_article(told, _list_addresses(each), payload, texts)
            articles.append(replace(article, apart=(_name_parents(each, texts),)))
    return articles


def _name_parents(found: Answer, texts: Texts) -> str:
    """What the lines stand in that are not surely meant: two of one name are told apart by it."""
    unsure = found.unsure if isinstance(found, Comparison | SumOfLines) else ()
    taken = {side.taken for side in unsure}
    matches = (match for match in list_matches(found) if match.path in taken)
    return ", ".join(match_parent(match, texts, _NAME_SHOWN) for match in matches)


def _list_otherwise(found: Answer) -> Iterator[Answer]:
    """The answer with each line that a part of the question may mean instead of the one taken for it."""
    if isinstance(found, Comparison):
        yield from list_otherwise(found)
    if isinstance(found, SumOfLines):
        yield from list_otherwise(found)


def tell_remark(found: Answer, texts: Texts) -> str | None:
    """What has to be said before a line: that another edition was asked for, or that no decision says it."""
    notices = answer_notices(replace(found.heard, assumed=None), texts)  # each card says its place
    offered = [offer_sentence(found, texts)] if isinstance(found, NotHeld | PartOfLine) else []
    return " ".join([*notices, *offered]) or None


def explain_nothing(found: Answer, desk: Desk, query: str) -> Article:
    """Why no line answers a query, in words that are of use in the chat where they are sent.

    Args:
        found: the answer, which shows no line.
        desk: whom to show it to.
        query: what was typed.
    """
    texts = desk.speaking(found.heard).texts
    view = elsewhere_view(found, desk, NO_EXAMPLES)
    title = "".join(span.text for span in view.spans).strip().partition("\n")[0]
    return explaining_article(ToldInline(title, view), answer_payload(found, query, desk), texts)


def _head(found: Answer, texts: Texts) -> tuple[str, str] | None:  # noqa: C901, PLR0911 - one for each kind
    """The title of what is told of several lines, and what stands below it where that is not the message."""
    match found:
        case Listing():
            return ". ".join(rank_sentences(found, texts)) or listing_title(found, texts), ""
        case Comparison() | LinesByEdition():
            return texts.get("inline-compared", names=_join_names(found, texts)), ""
        case SumOfLines():
            return texts.get("inline-summed", names=_join_names(found, texts)), ""
        case YearComparison():
            return texts.get("inline-compared", names=_name_editions(found, texts)), ""
        case AcrossGroups(page=page) if page.matches:
            return office_title(found, texts), _amount(found, page.matches[0], texts)
        case Remainder(whole=whole):
            return remainder_title(found, texts), _amount(found, whole, texts)
        case BoundedList(whole=whole, page=page) if page.matches:
            return bounded_title(found, texts), _amount(found, whole, texts)
        case BoundedList():
            return bounded_title(found, texts), ""
        case NoRemainder():
            return found.heard.question.text, ""
        case Explanation(term=term):
            return explained_name(found, texts), term_meaning(term, texts)
        case ClaimCheck(heard=heard):
            return heard.question.text, claim_summary(found, texts)
        case DecisionChanges(changes=changes):
            edition = changes.edition
            title = changes_title(changes, texts, together=found.together)
            where = f"{texts.place(edition.budget.place)} · {edition.year}"
            said = [where, *([] if found.inside else tell_totals(changes, texts))]
            return title, " · ".join(said)
    return None


def _join_names(found: Comparison | SumOfLines | LinesByEdition, texts: Texts) -> str:
    """What the lines are called, by their places where these are compared; and the words that have none."""
    matches = found.page.matches
    places = list(dict.fromkeys(match.place for match in matches))
    if len(places) > 1:
        first = line_name(matches[0].line, texts, _NAME_SHOWN)
        return f"{first} · {', '.join(texts.place(place) for place in places[:_NAMES_SHOWN])}"
    names = dict.fromkeys(line_name(match.line, texts, _NAME_SHOWN) for match in matches)
    unfound = [f"{texts.get('remainder-part', name=words)}?" for words in found.unfound]
    return ", ".join([*names, *unfound][:_NAMES_SHOWN])


def _name_editions(found: YearComparison, texts: Texts) -> str:
    """One line, and the years or decisions that it is compared in."""
    matches = found.page.matches
    editions = (
        tell_edition(match, texts, "open", of_years=found.of_years) for match in matches[:_NAMES_SHOWN]
    )
    return f"{line_name(matches[0].line, texts, _NAME_SHOWN)} · {', '.join(editions)}"


def _amount(found: AcrossGroups | Remainder | BoundedList, match: Match, texts: Texts) -> str:
    return marked(exact(found.amount, match.line.unit, texts), found.doubt)


def _shorten(found: Answer) -> Answer:
    """An answer with no more lines than a message shows of a list."""
    if not isinstance(found, Listing | BoundedList | AcrossGroups | NoRemainder | Explanation):
        return found
    page = found.page
    return replace(found, page=Page(page.matches[:LIST_PAGE], page.total, page.offset))


def _list_addresses(found: Answer) -> list[LineAddress]:
    """The lines that an answer is made of, with the decision that set their edition."""
    if isinstance(found, DecisionChanges):
        line = LineAddress(found.changes.edition.address, Section.EXPENDITURE.value)
        previous = found.changes.previous
        return [line, *([line.as_of(previous.address)] if previous else [])]
    matches = list_matches(found)
    if isinstance(found, Listing | BoundedList):
        matches = (found.whole, *matches)
    if isinstance(found, Comparison | SumOfLines) and found.obstacle is Obstacle.UNSURE:
        matches = (*matches, *found.others)  # any of these may be meant
    return [LineAddress(match.edition.address, match.path) for match in matches]
