"""Appendices → editions: each budget with its place, year and the decision that set it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from parser.decision.clause_figures import PrintedFigure
from parser.decision.decision import DecisionReading
from parser.decision.footnotes import Footnote, find_unread_mentions, read_footnotes
from parser.decision.references import find_named_decisions
from parser.document import Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import FindingKind, Lack, ParseErrorKind
from parser.records import (
    AppendixChange,
    AsideReason,
    DecisionKind,
    DecisionRef,
    Edition,
    Language,
    Section,
    SetAside,
    SourcePlace,
)
from parser.tables.amount_labels import find_no_budget_label, find_unknown_label, printed_unit, units_named
from parser.tables.appendices import Appendix
from parser.tables.appendix_titles import (
    AppendixTitle,
    find_other_decision,
    find_setter,
    is_of_several,
    place_of,
    read_title,
)
from parser.tables.changed_rows import says_changed_rows
from parser.tables.contradictions import DecisionWords, find_contradiction
from parser.tables.other_places import find_other_place
from parser.tables.read_tables import ReadTables
from parser.tables.table import find_lack
from parser.tables.twin_tables import TwinTables
from parser.tables.units_told import USUAL, unit_told
from parser.tables.years_told import is_of_untold_year, years_told
from parser.text.passage import Passage, even, number_key
from parser.text.wordings import Says, saying


class BudgetTables:
    """The appendices of one decision, read one after another."""

    def __init__(  # noqa: PLR0913 - what a decision's text has told
        self,
        file: str,
        language: Language,
        text: DecisionReading,
        replaced: Sequence[AppendixChange],
        findings: Findings,
        *,
        figures: Sequence[PrintedFigure],
    ) -> None:
        self._file, self._language, self._text, self._replaced = file, language, text, replaced
        self._figures, self._findings = figures, findings
        self._of_appendices: frozenset[SourcePlace] = frozenset()  # footnotes
        self._namesakes: Mapping[str | None, frozenset[SourcePlace]] = {}
        self._known: set[int] = set()  # units that are printed or told by the text
        self._assumed: list[tuple[Edition, SetAside]] = []  # editions of no known unit, and they as set aside
        self.editions: list[Edition] = []
        self._twins = TwinTables()
        self.set_aside: list[SetAside] = []
        self.places: dict[str, None] = {}  # whose budgets are there, those among them that are set aside

    def tell_apart(self, appendices: Iterable[Appendix]) -> None:
        """Notes where the footnotes of appendices with one number stand: each is of its own appendix alone.

        Args:
            appendices: all of the decision.
        """
        notes: dict[str | None, list[list[SourcePlace]]] = {}
        for appendix in appendices if self._text.footnotes else ():
            self._of_appendices |= {note.at for note in appendix.footnotes}
            number = read_title(appendix, self._text.decision, self._replaced).number
            notes.setdefault(number, []).append([note.at for note in appendix.footnotes])
        self._namesakes = {
            number: frozenset(at for own in found for at in own)
            for number, found in notes.items()
            if number is not None and len(found) > 1
        }

    def read(self, appendix: Appendix, tables: ReadTables) -> None:
        """Reads an appendix's budget, one for each year it prints, or sets the appendix aside.

        Args:
            appendix: the next one.
            tables: reads its rows, and knows those that came before.
        """
        title = read_title(appendix, self._text.decision, self._replaced)
        lack = find_lack(appendix.rows)
        if self._is_no_budget(appendix, title, lack):
            self._put_aside(appendix, title, title.aside or AsideReason.OTHER, lack)
            return
        decision = self._text.decision
        if self._is_of_others(appendix, title):
            return
        place = place_of(title.text, decision, self._text.region)
        if place is None and decision.place is not None:
            raise ParseError(ParseErrorKind.UNNAMED_PLACE, self._file, appendix.at, title.text)
        if place is None:
            raise ParseError(ParseErrorKind.NO_PLACE, self._file, appendix.at)
        self.places[place] = None
        own = read_footnotes(map(Passage.of, appendix.footnotes))
        namesakes = self._namesakes.get(title.number, frozenset())
        others = [note for note in self._text.footnotes if note in own or note.passage.at not in namesakes]
        set_by = find_setter(title.number, own, others, decision, restated_by=self._restated_by())
        self._note_unread(appendix, set_by)
        if self._is_unreadable(appendix, title, place):
            return
        by_year = [(year, rows, printed_unit(rows, appendix)) for year, rows in self._years(appendix, title)]
        told = self._tell_unit(appendix, [(y, rows) for y, rows, unit in by_year if not unit], tables, place)
        for year, rows, printed in by_year:
            unit = printed or told
            table = tables.read(rows, unit or USUAL, self._file)
            if not any(line.section is Section.EXPENDITURE for line in table.lines):
                self._put_aside(appendix, title, AsideReason.NO_EXPENDITURE, place=place, year=year)
                continue
            edition = Edition(place, year, title.number, set_by, self._language, unit or USUAL, table.lines)
            words = self._words(appendix)
            known = printed is not None
            if why := find_contradiction(edition, words, appendix.at, self._findings, unit_is_printed=known):
                self._put_aside(appendix, title, why, place=place, year=year)
                continue
            self._findings.extend(table.findings)
            edition = self._keep(edition, appendix.at)
            if unit is None:
                aside = SetAside(title.number, title.text, AsideReason.UNIT, appendix.at, None, place, year)
                self._assumed.append((edition, aside))
            else:
                self._known.add(unit)

    def _keep(self, edition: Edition, at: SourcePlace) -> Edition:
        """Keeps a table: beside its print in the other language, as an edition of its own."""
        twins = self._twins.find(edition, self.editions)
        if twins is not None:
            index, other, twin = twins
            self._assumed = [
                (other if each is self.editions[index] else each, aside) for each, aside in self._assumed
            ]
            self.editions[index] = other
            if edition.place not in {twin.place, *(each.place for each in self.editions)}:
                del self.places[edition.place]
            edition = twin
            kind = FindingKind.TABLE_IN_BOTH_LANGUAGES
            self._findings.add(kind, at, budget_place=edition.place, year=edition.year)
        elif any((each.place, each.year) == (edition.place, edition.year) for each in self.editions):
            kind = FindingKind.TABLE_TWICE
            self._findings.add(kind, at, budget_place=edition.place, year=edition.year)
        self.editions.append(edition)
        self._twins.keep(edition)
        return edition

    @property
    def has_lost(self) -> bool:
        """Whether some appendix is not read that is more than changed rows beside the text's figures."""
        return any(aside.reason is not AsideReason.CHANGED_ROWS for aside in self.set_aside)

    @cached_property
    def _known_decisions(self) -> tuple[DecisionRef, ...]:
        """The decision, and all that its text, its title and its footnotes name; sought once for all."""
        text, decision = self._text, self._text.decision
        title = () if text.title is None else (text.title,)
        named = find_named_decisions([*title, *text.clauses])
        return (
            decision.ref,
            *decision.amended_by,
            *(() if text.printed_as is None else (text.printed_as,)),
            *(() if decision.amends is None else (decision.amends,)),
            *(note.latest for note in text.footnotes),
            *(DecisionRef(each.number, each.date) for each in named),
        )

    def _is_of_others(self, appendix: Appendix, title: AppendixTitle) -> bool:
        """Whether a table is another decision's, of another place or of several: it is set aside."""
        other = find_other_decision(appendix, lambda: self._known_decisions)
        if other is not None:
            kind = FindingKind.OTHER_DECISION if other.stands_here else FindingKind.STAMP_DIFFERS
            self._findings.add(kind, appendix.at, number=other.named.number, date=other.named.date)
        if other is not None and other.stands_here:
            self._put_aside(appendix, title, AsideReason.OTHER_DECISION, year=title.year)
            return True
        if is_of_several(title.text):
            self._findings.add(FindingKind.SEVERAL_PLACES, appendix.at, title=title.text)
            self._put_aside(appendix, title, AsideReason.SEVERAL_PLACES, year=title.year)
            return True
        decision = self._text.decision
        if (named := find_other_place(title.text, decision, self._text.region)) is not None:
            self._findings.add(FindingKind.PLACE_DIFFERS, appendix.at, title=named, council=decision.place)
            self._put_aside(appendix, title, AsideReason.OTHER_PLACE, year=title.year)
            return True
        return False

    def _words(self, appendix: Appendix) -> DecisionWords:
        """What the text says that a table may contradict, and the lines above it."""
        said = self._says_rows or says_changed_rows(even(line.text) for line in appendix.heading)
        return DecisionWords(self._text.decision, self._figures, said)

    @cached_property
    def _says_rows(self) -> bool:
        """Whether a clause says that rows of an appendix are replaced."""
        clauses = (clause.even for clause in self._text.clauses)
        return says_changed_rows(text for text in clauses if saying(Says.APPENDIX).search(text))

    def _of_text(self) -> list[Footnote]:
        """The footnotes that stand above no table: those of the act."""
        return [note for note in self._text.footnotes if note.passage.at not in self._of_appendices]

    def _restated_by(self) -> list[DecisionRef]:
        return [note.latest for note in self._of_text() if note.restates_act]

    def find_unplaced_changes(self) -> None:
        """Says which decisions changed the act where no note says what they changed in it.

        Such a decision may have set a table. It cannot have where, in each budget of the act, some table was
        set by it or by a later decision: then nothing is said.
        """
        if self._text.decision.kind is not DecisionKind.REDACTION:
            return
        for note in self._of_text():
            named = note.latest
            known: dict[str, bool] = {}
            for each in self.editions:
                is_later = named.date is None or (each.set_by.date or dt.date.min) >= named.date
                known[each.place] = known.get(each.place, False) or is_later
            if not note.names_part and not note.restates_act and not all(known.values()):
                self._findings.add(
                    FindingKind.CHANGE_UNPLACED, note.passage.at, number=named.number, date=named.date
                )

    def settle_units(self) -> None:
        """Says which unit was assumed of tables that name none; called after the last appendix.

        Thousands are assumed, as the form prescribes them. Where another table of the decision counts in
        something else, a table that names no unit may count in either: it is set aside.
        """
        unknown = self._known - {USUAL}
        for edition, aside in self._assumed:
            if not unknown:
                self._findings.add(FindingKind.UNIT_ASSUMED, aside.at)
                continue
            self._findings.add(FindingKind.UNIT_UNKNOWN, aside.at, year=edition.year)
            self.editions = [each for each in self.editions if each is not edition]
            if aside not in self.set_aside:
                self.set_aside.append(aside)

    def _note_unread(self, appendix: Appendix, set_by: DecisionRef) -> None:
        """Says which later decisions stand above a table of whose words nothing is known."""
        decision = self._text.decision
        if decision.kind is DecisionKind.AMENDMENT:
            return
        for passage, named in find_unread_mentions(map(Passage.of, appendix.lines), decision.ref):
            if number_key(named.number) != number_key(set_by.number):
                self._findings.add(
                    FindingKind.NOTE_NOT_UNDERSTOOD, passage.at, number=named.number, date=named.date
                )

    def _is_no_budget(self, appendix: Appendix, title: AppendixTitle, lack: Lack | None) -> bool:
        if title.aside in {AsideReason.EXECUTION, AsideReason.NO_PLAN}:
            return True
        if lack is None:
            if title.aside is not None and not title.is_budget:
                self._findings.add(FindingKind.TITLED_AS_NO_BUDGET, appendix.at, reason=title.aside)
            return False
        return title.aside is not None or not (title.is_budget or self._only_table)

    @property
    def _only_table(self) -> bool:
        """Whether no table was read before this one: then it is the budget even without a title."""
        return not self.editions and not self.set_aside

    def _put_aside(  # noqa: PLR0913 - what is known of a table that is not read
        self,
        appendix: Appendix,
        title: AppendixTitle,
        reason: AsideReason,
        lack: Lack | None = None,
        *,
        place: str | None = None,
        year: int | None = None,
    ) -> None:
        self.set_aside.append(SetAside(title.number, title.text, reason, appendix.at, lack, place, year))

    def _is_unreadable(self, appendix: Appendix, title: AppendixTitle, place: str) -> bool:
        """Whether a budget's amounts are none, of an unknown year, or in several units: it is set aside."""
        budget_years = self._text.decision.budget_years
        units = units_named(appendix)
        if (label := find_no_budget_label(appendix, title)) is not None:
            self._findings.add(FindingKind.COLUMN_NO_BUDGET, appendix.at, label=label or None)
            self._put_aside(appendix, title, AsideReason.COLUMN, place=place, year=title.year)
        elif is_of_untold_year(appendix, title, budget_years):
            self._findings.add(FindingKind.YEAR_UNTOLD, appendix.at, appendix=title.number)
            self._put_aside(appendix, title, AsideReason.YEAR, place=place)
        elif len(units) > 1:
            self._findings.add(FindingKind.UNITS_DIFFER, appendix.at, tenge=min(units))
            self._put_aside(appendix, title, AsideReason.UNIT, place=place, year=title.year)
        else:
            self._tell_unknown_label(appendix)
            self._tell_other_unit(appendix, units)
            return False
        return True

    def _years(self, appendix: Appendix, title: AppendixTitle) -> Sequence[tuple[int, list[Row]]]:
        """The budget year and its rows; several where the table has a column for each year."""
        told = years_told(
            appendix, title, self._text.decision.budget_years, self._findings, is_first=not self.editions
        )
        if not told:
            raise ParseError(ParseErrorKind.NO_YEAR, self._file, appendix.at, title.text)
        return told

    def _tell_unknown_label(self, appendix: Appendix) -> None:
        if unknown := find_unknown_label(appendix):
            self._findings.add(FindingKind.COLUMN_UNKNOWN, appendix.at, label=unknown)

    def _tell_other_unit(self, appendix: Appendix, named: frozenset[int]) -> None:
        """Says where a table is read by its header, and a line above it names another unit."""
        above = min(appendix.units, default=None)
        for unit in sorted(named) if above is not None else ():
            if unit not in appendix.units:
                self._findings.add(FindingKind.UNIT_OF_HEADER, appendix.at, printed=unit, above=above)

    def _tell_unit(
        self, appendix: Appendix, unlabelled: Sequence[tuple[int, list[Row]]], tables: ReadTables, place: str
    ) -> int | None:
        """The unit of an appendix's years that print none, as the text's figures of one of them tell it."""
        told: set[int] = set()
        for year, rows in unlabelled:
            unit = unit_told(tables.read(rows, USUAL, self._file).lines, self._figures, place, year)
            told |= {unit} if unit else set()
        if len(told) != 1:
            self._known |= told
            return None
        self._findings.add(FindingKind.UNIT_FROM_TEXT, appendix.at, tenge=min(told))
        return min(told)
