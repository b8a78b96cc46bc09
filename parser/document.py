"""A file as its reader gives it: paragraphs and rows, each with its place, and what an archive says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Finding, Language, Level, Section, Source, SourcePlace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text, its printed lines joined."""

    text: str
    at: SourcePlace


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: a header's labels, or code, name and amount (empty where nothing is printed).

    `printed` is the row as it stands in the source. `run_on` says that the name
    and the amount were printed in one run, so that a number at the name's end
    may have been taken for the amount's first digits; `doubt`, why its amount may not be its own:
    `Doubt.UNSURE` where it may lack a line of its name, have one of the row beside it, or stand in
    the wrong year. `section` and `level` are given only where the layout tells them; with a
    `column`, `level` is what that column's label says, which a code may contradict. `rivals` are the
    same row as other readings of a picture have it, where they differ; None where it is no picture.
    `amount_label` is, on a header row, what stands over the amounts that are read, where no year does.
    `no_budget_label` is, on a header row, the label over the amounts where it says that they are no
    budget's, or where of several columns nobody knows what is in the first. `spoken` is the name in
    Kazakh and in Russian where the table prints both, one of them empty where the row has only the other.
    """

    cells: tuple[str, ...]
    at: SourcePlace
    printed: str
    header: bool = False
    run_on: bool = False
    doubt: Doubt | None = None
    section: Section | None = None
    level: Level | None = None
    table: int = 0  # number of the table in the document, 0 where the form has no tables
    column: int | None = None  # the code's place among the table's code columns, from 0 at the left
    amounts: tuple[str, ...] = ()  # all amounts of the row, where the table has several columns of them
    years: tuple[int | None, ...] = ()  # on a header row: the years that head those columns
    rivals: tuple[Row, ...] | None = None
    amount_label: str | None = None
    no_budget_label: str | None = None
    spoken: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act as an archive names it.

    `requisite` says in Russian who adopted it, when, under which number, and where it is registered:
    `Решение Хромтауского районного маслихата … от 4 января 2019 года № 276. Зарегистрировано …`.
    """

    code: str | None = None
    requisite: str | None = None
    titles: Mapping[Language, str] = field(default_factory=dict)
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ActFacts:
    """The facts of one version of an act.

    `version_dates` are the days on which the acts were adopted that left each language's text as it is;
    `urls` are the official pages of these texts. `causes` are the acts that made this version and those
    before it, as far as the archive names them: the original has none. `adopters` are the codes of the bodies
    that adopted the act on the day `adopted_on`. `repealed_by` ended it and changed nothing in it. `unread`
    are facts that are stated and cannot be read.
    """

    act: NamedAct = NamedAct()
    version_dates: Mapping[Language, dt.date] = field(default_factory=dict)
    urls: Mapping[Language, str] = field(default_factory=dict)
    causes: tuple[NamedAct, ...] = ()
    adopters: tuple[str, ...] = ()
    adopted_on: dt.date | None = None
    repealed_by: NamedAct | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as paragraphs and table rows in reading order.

    `declared` holds what a format states by itself, key by key (our CSV form);
    it is empty for documents whose text must be read. `facts` is what an archive states of the act beside
    its text, `facts_unread` why such a statement could not be read. `readings` are its blocks as other
    readings of its pictures have them; there are none where no page is a picture. `findings` are what its
    reader was not sure of.
    """

    source: Source
    blocks: tuple[Paragraph | Row, ...]
    declared: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[tuple[Paragraph | Row, ...], ...] = ()
    facts: ActFacts | None = None
    facts_unread: str | None = None
    findings: tuple[Finding, ...] = ()
