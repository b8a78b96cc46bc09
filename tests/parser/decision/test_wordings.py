"""The lists of wordings: the example of every row is understood as the row says, by the code that reads decisions."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from parser.decision.amended_decision import find_amended
from parser.decision.clause_figures import PrintedFigure, read_clause_figures
from parser.decision.decision import read_decision
from parser.decision.footnotes import is_footnote, read_footnotes
from parser.decision.head import DecisionHead, DecisionIdentity
from parser.decision.no_plan import is_of_execution, refuse_no_plan
from parser.decision.place_titles import without_capitals
from parser.decision.references import find_named_decisions
from parser.decision.registration import find_registration
from parser.decision.replaced_appendices import read_appendix_changes
from parser.decision.replaced_figures import read_changes
from parser.decision.titles import find_title
from parser.document import Paragraph, Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, ParseErrorKind
from parser.records import Language, PlaceUnit, SourcePlace
from parser.tables.appendices import split_appendices
from parser.tables.appendix_titles import is_of_several
from parser.tables.appendix_words import stamp_in
from parser.tables.changed_rows import says_changed_rows
from parser.tables.other_places import find_other_place
from parser.tables.portal_tables import without_portal_tables
from parser.text.passage import Passage
from parser.text.word_lists import ListRow, any_of
from parser.text.wordings import Says, read_wordings, saying
from tests.harness.rows import of_each

AT = SourcePlace(PlaceUnit.PARAGRAPH, 1)
OWN = {
    Language.KK: "Тараз қалалық мәслихатының 2013 жылғы 8 сәуірдегі № 12-3 шешімі",
    Language.RU: "Решение Таразского городского маслихата от 8 апреля 2013 года № 12-3",
}
CLAUSE = {
    Language.KK: "Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № 10-3 ",
    Language.RU: "решение Таразского городского маслихата от 14 декабря 2012 года № 10-3",
}
ROWS = [(language, row) for language in Language for row in read_wordings(language)]


def passage(text: str) -> Passage:
    return Passage.of(Paragraph(text, AT))


def head_of(*texts: str) -> DecisionHead:
    return DecisionHead([passage(text) for text in texts], [])


def title_of(head: DecisionHead) -> list[int]:
    own = head.find_own()
    assert own is not None
    return find_title(head.passages, head.verb, own.passage)


def registration_of(head: DecisionHead) -> tuple[str | None, dt.date | None]:
    own = head.find_own()
    assert own is not None
    return find_registration(head.passages, head.verb, own.passage, own.end)


def begins_clauses(language: Language, example: str) -> bool:
    return head_of(OWN[language], example, "1. Қала бюджеті").verb == 1


def is_no_title(language: Language, example: str) -> bool:
    """Whether the example ends a title, though it begins like one (Russian) or ends like one (Kazakh)."""
    title = {
        Language.KK: "2013-2015 жылдарға арналған қалалық бюджет туралы",
        Language.RU: "О бюджете на 2013 год",
    }
    after = f"{example} туралы" if language is Language.KK else example.lower()
    head = head_of(OWN[language], title[language], after, "мәслихат ШЕШТІ:")
    return title_of(head) == [1]


def drops_out_of_a_title(language: Language, example: str) -> bool:
    """Whether a passage before a title is no part of it."""
    title = {Language.KK: "2013 жылға арналған бюджет туралы", Language.RU: "О бюджете на 2013 год"}[language]
    head = head_of(title, OWN[language], example, title)
    return 2 not in title_of(head) and not title_of(head_of(example, OWN[language]))


def is_registration(language: Language, example: str) -> bool:
    head = head_of(OWN[language], example, "маслихат РЕШИЛ:")
    head.find_own()
    return registration_of(head)[0] == "1919"


def is_no_date_of_the_decision(language: Language, example: str) -> bool:
    """Whether the date of publication is neither the date of registration nor that of coming into force."""
    if language is Language.KK:
        clause = f"Осы шешім {example} және қолданысқа енгізіледі."
        return in_force_from(language, clause) is None
    head = head_of(OWN[language], f"Зарегистрировано № 1919, {example}", "маслихат РЕШИЛ:")
    head.find_own()
    return registration_of(head) == ("1919", None)


def in_force_from(language: Language, clause: str) -> dt.date | None:
    verb = {Language.KK: "мәслихат ШЕШТІ:", Language.RU: "маслихат РЕШИЛ:"}[language]
    texts = [OWN[language], verb, clause]
    return read_decision([Paragraph(text, AT) for text in texts], [], "x.txt").decision.in_force_from


def is_in_force(language: Language, example: str) -> bool:
    return in_force_from(language, example) == dt.date(2013, 1, 1)


def stamps_an_appendix(_: Language, example: str) -> bool:
    return stamp_in(passage(example).even) is not None


def amends(_: Language, example: str) -> bool:
    """Whether a decision with this title changes another one."""
    own = "Таразского городского маслихата от 8 апреля 2013 года № 12-3"
    head = head_of(example, f"Решение {own}", "маслихат РЕШИЛ:")
    return find_amended(head, DecisionIdentity("12-3", head.mentions[-1].date, 1), [0], Findings())[1]  # type: ignore[arg-type]


def changes_the_mentioned(language: Language, example: str) -> bool:
    """Whether the decision that an example's words stand beside is the one that is changed."""
    if language is Language.KK:
        texts = [OWN[language], "мәслихат ШЕШТІ:", f"1. {CLAUSE[language]}{example}."]
    else:
        before = example.partition(" решени")[0]
        before = before.replace("О внесении", "Внести").replace("изменений", "изменения")
        texts = [OWN[language], "маслихат РЕШИЛ:", f"1. {before.removesuffix(' в')} в {CLAUSE[language]}."]
    head = head_of(*texts)
    own = head.find_own()
    assert own is not None
    ref, changes = find_amended(head, own, [], Findings())
    return changes and ref is not None and ref.number == "10-3"


def heads_a_footnote(_: Language, example: str) -> bool:
    return is_footnote(passage(example).even) and bool(read_footnotes([passage(example)]))


def is_no_change(_: Language, example: str) -> bool:
    """Whether a footnote sets nothing, though it speaks of changes: the same without its end does."""
    text = passage(example).even
    return (
        is_footnote(text)
        and saying(Says.CHANGED).search(text) is not None
        and read_footnotes([passage(example)]) == []
    )


def joins_date_and_number(_: Language, example: str) -> bool:
    (mention,) = find_named_decisions([passage(example)])
    return mention.number == "10-3" and (mention.date is None) == ("14" not in example)


def replaces_figures(_: Language, example: str) -> bool:
    (change,) = read_changes([Paragraph(example, AT)], Findings())
    return (change.old, change.new) == ("100", "200")


def names_the_line(language: Language, example: str) -> bool:
    (change,) = read_changes([Paragraph(example, AT)], Findings())
    return replaces_figures(language, example) and change.path == "revenue/1"


def replaces_an_appendix(_: Language, example: str) -> bool:
    return [(change.old, change.new) for change in read_appendix_changes([Paragraph(example, AT)])] == [
        ("1", "2")
    ]


def clause_figures(example: str) -> list[PrintedFigure]:
    return read_clause_figures([passage(example)])


def states_a_figure(value: int) -> Callable[[Language, str], bool]:
    return lambda _, example: [int(figure.readings[0]) for figure in clause_figures(example)] == [value]


def is_of_a_later_year(_: Language, example: str) -> bool:
    return [figure.year for figure in clause_figures(example)] == [2014]


def is_no_amount(_: Language, example: str) -> bool:
    """Whether the number is none, and would be one without the word behind it."""
    number = re.search(r"\d+(?=[ -]\w+;$)", example)
    assert number is not None
    return clause_figures(example) == [] and len(clause_figures(f"{example[: number.end()]};")) == 1


def is_no_stamp(_: Language, example: str) -> bool:
    """Whether a text that speaks of an appendix ends no decision's text: a table under it is the first one's."""
    row = Row(("1", "Салық", "100"), AT, "1 Салық 100")
    preamble, _appendices = split_appendices([Paragraph(example, AT), row])
    stamp, _appendices = split_appendices([Paragraph("Приложение 1 к решению маслихата", AT), row])
    return len(preamble) == 1 and stamp == []


def heads_a_portal_s_row(_: Language, example: str) -> bool:
    """Whether a table of such labels is left out, and one in which anything else stands is not."""
    at = [SourcePlace(PlaceUnit.ROW, n, SourcePlace(PlaceUnit.TABLE, 9)) for n in (1, 2, 3)]
    labels: list[Paragraph | Row] = [Row(("", example, "128266"), at[0], example), Paragraph(example, at[1])]
    others: list[Paragraph | Row] = [
        Row(("1", "Салық", "100"), at[2], "Салық 100"), Row(("", "Салық", "100"), at[2], ""), Paragraph("Бюджет", at[2]),
    ]  # fmt: skip
    left = [without_portal_tables([*labels, other]) for other in others]
    return without_portal_tables(labels) == [] and all(len(blocks) == 3 for blocks in left)


def restates_the_act(_: Language, example: str) -> bool:
    (note,) = read_footnotes([passage(example)])
    return note.restates_act and not note.names_part


def is_small_in_a_title(_: Language, example: str) -> bool:
    """Whether a title that is printed in capitals is that of the example: names alone keep their first one."""
    return without_capitals(example.upper())[1:] == example[1:]


def refused_as(kind: ParseErrorKind, title: str) -> bool:
    with pytest.raises(ParseError) as refused:
        refuse_no_plan(head_of(title, OWN[Language.RU]), "x.txt")
    return refused.value.kind is kind


def is_no_council_s(language: Language, example: str) -> bool:
    decision = read_decision([Paragraph(OWN[language], AT)], [], "x.txt").decision
    return find_other_place(example, decision, None) is not None


def assumes_its_kind(title: str) -> bool:
    texts = (
        title,
        OWN[Language.RU],
        "маслихат РЕШИЛ:",
        "1. Решение вводится в действие с 1 января 2013 года.",
    )
    findings = read_decision([Paragraph(text, AT) for text in texts], [], "x.txt").findings
    return FindingKind.KIND_ASSUMED in {finding.kind for finding in findings}


CHECKS: dict[Says, Callable[[Language, str], bool]] = {
    Says.RESOLVES: begins_clauses,
    Says.GROUNDS: is_no_title,
    Says.REGISTERED: is_registration,
    Says.PUBLISHED: is_no_date_of_the_decision,
    Says.IN_FORCE: is_in_force,
    Says.THIS_DECISION: lambda language, example: is_in_force(
        language, {Language.KK: "Ескерту. 01.01.2013 бастап қолданысқа енгізіледі – ", Language.RU: "Сноска. Вводится в действие с 01.01.2013 "}[language] + example
    ),
    Says.PORTAL: drops_out_of_a_title,
    Says.PORTAL_REMARK: drops_out_of_a_title,
    Says.PORTAL_LABEL: heads_a_portal_s_row,
    Says.DRAFT: lambda _, example: refused_as(ParseErrorKind.DRAFT, example),
    Says.DRAFT_OF: lambda _, example: refused_as(ParseErrorKind.DRAFT, example),
    Says.CHANGED_ROWS: lambda _, example: says_changed_rows([passage(example).even]),
    Says.ON_BUDGET: lambda _, example: not assumes_its_kind(example),
    Says.EXECUTION: lambda _, example: is_of_execution(passage(example).even),
    Says.CHANGES: amends,
    Says.BRINGS_IN: amends,
    Says.REVISES: amends,
    Says.FOLLOWING: changes_the_mentioned,
    Says.REPLACED: replaces_figures,
    Says.REPLACES: replaces_figures,
    Says.IN_LINE: names_the_line,
    Says.ACCORDING_TO: replaces_an_appendix,
    Says.REDRAFTS: is_no_stamp,
    Says.RESTATES: states_a_figure(200),
    Says.SUBCLAUSE: states_a_figure(200),
    Says.ADOPTS: states_a_figure(200),
    Says.ZERO: states_a_figure(0),
    Says.INCLUDING: is_of_a_later_year,
    Says.COUNTED: is_no_amount,
    Says.TITLE_WORD: is_small_in_a_title,
    Says.OF_REPUBLIC: is_no_council_s,
    Says.JOINS_PLACES: lambda _, example: is_of_several(example),
    Says.APPENDIX: stamps_an_appendix,
    Says.FOOTNOTE: heads_a_footnote,
    Says.REMARK: heads_a_footnote,
    Says.REDACTION: heads_a_footnote,
    Says.PART_OF_ACT: heads_a_footnote,
    Says.WHOLE_ACT: restates_the_act,
    Says.STANDS_AS: restates_the_act,
    Says.STANDS_ANEW: restates_the_act,
    Says.CHANGED_BY: heads_a_footnote,
    Says.CHANGED: heads_a_footnote,
    Says.REPEALED: is_no_change,
    Says.DATE_GLUE: joins_date_and_number,
}  # fmt: skip


def test_every_value_has_its_check_and_its_wordings() -> None:
    assert set(CHECKS) == set(Says)
    assert {row.target("says", Says) for _, row in ROWS} == set(Says)


@of_each("language, row", ROWS)
def test_an_example_is_understood_as_its_row_says(language: Language, row: ListRow) -> None:
    assert re.search(any_of([row["wording"]]), row["example"], re.IGNORECASE), "the example does not print it"
    assert CHECKS[row.target("says", Says)](language, row["example"])
