"""A question walks one way through the code, which `docs/architecture.md` shows, and never back.

The way are the files of the numbered table there. What is kept of it:

- It is ten files at most. One is *entered* when a function of it is called from another file, for the first
  time; that a coroutine goes on where it waited, or a record is asked about itself, is no entering.
- The files are entered in the order of the table, each one time: one that was left is not entered again.
  That a step returns its value to the file that called it is the way on, not back.
- Only files of the way enter files of the way. What they ask besides (words, texts, codes, the database)
  answers by itself and calls none of them.
- One file beside the way matches an answer with the view of its kind, for chats and inline alike: it enters
  that view, the last file, and no other one.
- Only files of the way make the forms that a question takes on it: no other file gives back one of these.

The doors, through which every update comes and every message leaves whatever it is about (middlewares,
filters, `handlers/send.py`), lie before and behind the way. What finds little in its own words, or in the
place at hand, is read in another way, and that is another question: it takes the same steps once more.
A message that comes after another one is read by way of `follow_up.py`, which joins the two.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, is_dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, get_args

import pytest

from handlers.views.message import MessageView
from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.answer import Answer
from storage.answering.edition import AskedEdition
from storage.answering.inquiry import Found, FoundLine, Inquiry, Sought
from storage.answering.outcome import Outcome
from storage.search.candidate import Ranked
from storage.search.evidence import Evidence
from tests.harness.person import TestUser
from tests.harness.world import open_world

ROOT = Path(__file__).parents[2]
WAY = re.findall(
    r"^\| \d+ \| `([a-z/_]+\.py)`", (ROOT / "docs/architecture.md").read_text(encoding="utf-8"), re.MULTILINE
)
MOST = 10
DOORS = {"bot/middlewares/throttle.py", "handlers/replies.py", "handlers/views/feedback.py"}
JOINS = "parser/question/follow_up.py"
OF_SHOWN = "parser/question/of_shown.py"  # whether a first message asks of what was shown before
PIECES = "parser/question/several.py"  # has each piece of a question read for itself
# Finds the lines of the candidates, for the file that puts them together.
LOCATES = "storage/answering/located.py"
PRECEDES = "storage/search/precedence.py"  # puts the ranked in order, for the file that ranks them
INQUIRES = "storage/answering/inquiring.py"  # puts the question to places, for the fourth file
ASSERTS = "storage/answering/assertion.py"  # asks for the amount alone where nothing else is to be answered
CHOOSES = "handlers/answer_views.py"  # the last file, by the kind of answer
WIDER = "handlers/wider_views.py"  # the same for answers that are no one line and no choice
# beside the reading and the joining
READS = {
    f"parser/question/{name}.py"
    for name in (
        "several",
        "going_on",
        "of_line_before",
        "beside_before",
        "choice",
        "carried_over",
        "changed_before",
        "lines_together",
        "unread",
        "taken_out",
        "without_it",
        "standing_in",
        "plain_question",
        "moved_amounts",
        "together_before",
        "of_shown",
    )
}
FIGURES = {
    f"storage/answering/{name}.py"
    for name in (
        "figures",
        "inside",
        "bounded_lines",
        "several_editions",
        "sides",
        "named_parts",
        "asking_names",
        "unsigned_list",
        "branches",
        "decision_numbers",
        "side_answers",
        "joined_lines",
        "other_rank",
        "place_ahead",
    )
}  # where several are asked
EVIDENCE = "storage/search/evidence.py"
REMEMBERS = "handlers/memory.py"  # what was asked before, for the one that joins
# Hand on to the next file, or give what was given before; and make of the view, once, what the messenger takes, or
# the view of one person.
KEEPS = {
    "handlers/shown_again.py",
    "storage/kept/reader.py",
    "storage/aside.py",
    "handlers/send.py",
    "handlers/follow_button.py",
}
FORMS = (Question, AskedEdition, Evidence, Ranked, Sought, Inquiry, FoundLine, Found, *get_args(Outcome))
FORMS_OUT = (*get_args(Answer), MessageView)


@dataclass(slots=True)
class Walk:
    """The files that call one another, in order; and those that give back a form of the question."""

    calls: list[tuple[str, str]] = field(default_factory=list)
    makers: set[str] = field(default_factory=set)

    def list_entered(self, way: Sequence[str], by: str | None = None) -> list[str]:
        """The files of the way that were entered, without those entered again before any other was.

        `by` is the only file that these were entered by, if given.
        """
        entered: list[str] = []
        for caller, file in self.calls:
            if file in way and by in {None, caller} and entered[-1:] != [file]:
                entered.append(file)
        return entered

    def list_entering(self, way: Sequence[str]) -> set[str]:
        """The files that entered one of the way."""
        return {caller for caller, file in self.calls if file in way}


@contextmanager
def follow() -> Iterator[Walk]:
    """Follows the calls between files of the project."""
    walk, seen = Walk(), dict[int, FrameType]()

    def watch(frame: FrameType, event: str, value: Any) -> None:
        file = _file_of(frame)
        if file is None:
            return
        if event == "return" and isinstance(value, FORMS + FORMS_OUT) and not _is_of_record(frame):
            walk.makers.add(file)
        if event != "call" or id(frame) in seen or _is_of_record(frame):
            return
        seen[id(frame)] = frame  # held, so that no other gets its id
        caller = frame.f_back
        while caller is not None and _file_of(caller) in {None, *KEEPS}:
            caller = caller.f_back
        from_file = _file_of(caller) if caller is not None else None
        if from_file is not None and from_file != file:
            walk.calls.append((from_file, file))

    read_question.cache_clear()  # what another test asked would not be read again
    sys.setprofile(watch)
    try:
        yield walk
    finally:
        sys.setprofile(None)


def _file_of(frame: FrameType) -> str | None:
    """The file of the project that a call is in."""
    return _file_inside(frame.f_code.co_filename)


@cache  # some hundred files, asked about at every call
def _file_inside(name: str) -> str | None:
    path = Path(name)
    if path == ROOT / "parser/dataclass.py":
        return None  # copies whatever it is given, as the standard library does
    inside = path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in {
        "bot",
        "handlers",
        "storage",
        "parser",
    }
    return str(path.relative_to(ROOT)) if inside else None


def _is_of_record(frame: FrameType) -> bool:
    """Whether a call asks a record about itself."""
    owner = frame.f_globals.get(frame.f_code.co_qualname.partition(".")[0])
    return isinstance(owner, type) and is_dataclass(owner) and "." in frame.f_code.co_qualname


@pytest.fixture
async def person(samples: Path, tmp_path: Path) -> AsyncIterator[TestUser]:
    """Somebody who asks the bot over the samples."""
    async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
        person = world.person("ru")
        await person.send("/help")  # the index is built at first use
        yield person


@pytest.mark.parametrize(
    ("messages", "view"),
    [
        (["білім беру 2014"], "card"),
        (["образование 12-3"], "card"),
        (["білім беру", "ал 2014 жылы?"], "card"),
        (["как изменилось образование"], "ledger"),
        (["капитальные расходы"], "candidates"),
        (["самые большие расходы на образование"], "listing"),
        (["образование или спорт"], "comparison"),
        (["білім беру 2013-2015"], "over_years"),
    ],
    ids=lambda value: " → ".join(value) if isinstance(value, list) else value,
)
async def test_a_question_walks_one_way(person: TestUser, messages: list[str], view: str) -> None:
    for message in messages[:-1]:
        await person.send(message)
    with follow() as walk:
        await person.send(messages[-1])
    way = [*WAY[:-1], f"handlers/views/{view}.py"]
    assert walk.list_entered(way) == way
    assert walk.list_entering(way) <= {*way, *DOORS, JOINS, OF_SHOWN, PIECES, INQUIRES, CHOOSES, WIDER}
    assert [*walk.list_entered(way, by=CHOOSES), *walk.list_entered(way, by=WIDER)] == way[-1:]
    assert walk.makers <= {
        *way,
        *DOORS,
        JOINS,
        LOCATES,
        PRECEDES,
        INQUIRES,
        ASSERTS,
        CHOOSES,
        WIDER,
        *READS,
        *FIGURES,
        *KEEPS,
        REMEMBERS,
    }


async def test_codes_need_no_evidence_of_words(person: TestUser) -> None:
    with follow() as walk:
        await person.send("464 009")
    assert walk.list_entered(WAY) == [file for file in WAY if file != EVIDENCE]


async def test_what_finds_little_takes_the_same_steps_once_more(person: TestUser) -> None:
    with follow() as walk:
        await person.send("ghjcdtotybt")
    way = [*WAY[:-1], "handlers/views/candidates.py"]
    read, steps = WAY[2], WAY[5:9]
    assert walk.list_entered(way) == [*way[:-1], read, *steps, way[-1]]
    assert walk.list_entering(way) <= {
        *way,
        *DOORS,
        JOINS,
        LOCATES,
        INQUIRES,
        CHOOSES,
        WIDER,
        "storage/search/other_readings.py",
    }
    assert [*walk.list_entered(way, by=CHOOSES), *walk.list_entered(way, by=WIDER)] == way[-1:]


async def test_names_are_ranked_once(person: TestUser) -> None:
    with follow() as walk:
        await person.send("білім беру 2013-2015")
    assert [file for _, file in walk.calls].count(EVIDENCE) == 1


def test_the_way_is_short() -> None:
    assert WAY[0] == "handlers/question.py"
    assert WAY[-1] == "handlers/views/card.py"
    assert len(set(WAY)) == len(WAY) <= MOST
    assert all((ROOT / file).is_file() for file in WAY)
