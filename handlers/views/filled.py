"""A sentence with amounts put into it: which line each is of, what could not be put in, and the sources."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.views.amounts import counted, exact, figure
from handlers.views.clean import one_line
from handlers.views.comparison import tell_unsure
from handlers.views.doubts import doubt_lines, marked
from handlers.views.lines import line_in_list
from handlers.views.matches import match_parent, source_lines
from handlers.views.message import MessageView, Span, bold, bullet, italic, paragraphs, plain
from handlers.views.texts import Texts
from parser.question.insertions import part_around
from storage.answering.filled_sentence import MOST_INSERTIONS, FilledInsertion, FilledSentence, Unfilled
from storage.answering.page import Match

_NAME_SHOWN, _SAID_SHOWN = 120, 60
_UNKNOWN = "«?»"
_THOUSAND = 1000
_NO_NAMES = "none"  # what the texts choose by, where no line is near


def filled_view(filled: FilledSentence, texts: Texts) -> MessageView:
    """The sentence with its amounts; where one is not sure a question mark, and below why.

    Args:
        filled: the sentence and what is put into it.
        texts: the language to say the rest in.

    Returns:
        The message, without buttons.
    """
    told = [each for each in filled.insertions if each.amount is not None]
    untold = [each for each in filled.insertions if each.amount is None]
    lines = [match for each in told for match in (*each.lines, *each.without)]
    return MessageView(
        paragraphs(
            [_sentence(filled, texts)],
            [bullet(_name_lines(each, texts)) for each in told],
            [[italic(_say_why(each, texts))] for each in untold],
            [[italic(said)] for each in told for said in tell_unsure(each.unsure, each.lines, texts)],
            _say_places(told, texts),
            source_lines(lines, texts) + doubt_lines([each.doubt for each in told], texts),
        )
    )


def filled_text(filled: FilledSentence, texts: Texts) -> str:
    """The sentence with its amounts, as plain text."""
    return "".join(span.text for span in _sentence(filled, texts))


def filled_summary(filled: FilledSentence, texts: Texts, *, choices: bool = False) -> str:
    """How many amounts could not be put in; of those that were, which lines they are of.

    Args:
        filled: the sentence and what is put into it.
        texts: the language to say it in.
        choices: whether the same with lines to choose follows.
    """
    untold = sum(each.amount is None for each in filled.insertions)
    left = [texts.get("insertion-left", count=untold, total=len(filled.insertions))] if untold else []
    left += [_say_why(each, texts) for each in filled.insertions if each.amount is None and not choices]
    left += [texts.get("insertion-choose" if untold else "insertion-other-lines")] if choices else []
    named = [_name_lines(each, texts) for each in filled.insertions if each.amount is not None]
    return " · ".join([*left, *named])


def choice_title(filled: FilledSentence, texts: Texts) -> str:
    """Which lines were chosen for a sentence that leaves it open."""
    return " · ".join(_name_lines(each, texts) for each in filled.insertions if each.is_chosen)


def _sentence(filled: FilledSentence, texts: Texts) -> list[Span]:
    first, *rest = part_around(filled.text, [each.insertion for each in filled.insertions])
    spans = [plain(first)] if first else []
    for each, piece in zip(filled.insertions, rest, strict=True):
        spans += [bold(_put(each, texts)), *([plain(piece)] if piece else [])]
    return spans


def _put(each: FilledInsertion, texts: Texts) -> str:
    if each.amount is None:
        return _UNKNOWN
    return marked(_count(each.amount, each, texts), each.doubt)


def _count(amount: int, each: FilledInsertion, texts: Texts) -> str:
    """An amount without the unit that the sentence says behind it: `+школы+ тенге`, `+школы+ млн тенге`."""
    printed, said = each.lines[0].line.unit, each.insertion.unit
    if said is None:
        return exact(amount, printed, texts)
    if said == 1 and printed == _THOUSAND:
        number = figure(amount, printed, texts)
        return texts.get("amount", number=number, unit=texts.get("unit-short-thousand"))
    return counted(amount, said, texts)


def _name_lines(each: FilledInsertion, texts: Texts) -> str:
    """Which line an amount is of; of a computed one which lines it is computed of."""
    said, lines = one_line(each.insertion.said, _SAID_SHOWN), _quote(each.lines, texts)
    if not each.is_computed:
        above = f" · {match_parent(each.lines[0], texts, _SAID_SHOWN)}" if each.is_chosen else ""
        return texts.get("insertion-line", said=said, name=f"{lines}{above}")
    if each.without:
        name = line_in_list(each.lines[0].line, texts, _NAME_SHOWN)
        parts = _quote(each.without, texts)
        lines = texts.get("remainder-title", whole=name, parts=parts, count=len(each.without))
    return texts.get("insertion-computed", said=said, names=lines)


def _say_why(each: FilledInsertion, texts: Texts) -> str:
    said = one_line(each.insertion.said, _SAID_SHOWN)
    names = _quote(each.lines, texts)
    key = Unfilled.NOTHING if each.unfilled is Unfilled.SEVERAL and not names else each.unfilled
    return texts.get(f"insertion-{key}", said=said, names=names or _NO_NAMES, most=MOST_INSERTIONS)


def _say_places(told: Sequence[FilledInsertion], texts: Texts) -> list[list[Span]]:
    """Whose amounts they are, where nobody said it and there are several places."""
    places = dict.fromkeys(each.assumed.place for each in told if each.assumed)
    return [[italic(texts.get("place-assumed", place=texts.place(place)))] for place in places]


def _quote(matches: Sequence[Match], texts: Texts) -> str:
    """The names of lines, each once: an office may stand in several groups."""
    names = dict.fromkeys(line_in_list(match.line, texts, _NAME_SHOWN) for match in matches)
    return ", ".join(texts.get("remainder-part", name=name) for name in names)
