"""How well the frame of a question is read: `python -m bench.search --frames [--held | --file FILE]`.

What is asked of a budget (a change, the largest, all but something, what no plan holds) is measured apart
from which line is meant. `tests/search/frames.tsv` are the open questions and `frames.held.tsv` a third that
is held aside: its questions are never printed, only its figures. Both were written before the code that
answers them. `--file FILE` measures any other file in this form. A row is asked as a chat asks it: messages
that `⏎` joins are said one after the other, and the answer to the last is judged.

Columns:
    budget: one of `BUDGETS`.
    class: what is hard about the question.
    kind: what kind of answer is right, one of `KINDS`; alternatives are joined by `|`.
    accepted: the path of the line that is to stand first. Alternatives are joined by `|`, the lines of a
        comparison by `&`; `*` is the budget as a whole, and a path may follow its place (`Семей:revenue`).
        Empty where no line may be shown. Of a list, a sum or a difference it is the line it is made of, or of
        the largest the one that comes first; of what no plan holds, the line that may be offered; of a
        budget's changes, any.
    value: the amounts in tenge that the answer must hold (`11 12`), or the decision it must be of (`№12-3`);
        of changes also since which one (`№21-3 <10-3`), and which (`added`, `removed`, `same`).
"""

from __future__ import annotations

import csv
import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bench.search import CITIES, ROOT, open_budgets
from bot.json.answer import name_kind
from handlers.answering import find_answer
from handlers.desk import Desk
from handlers.memory import Conversation, Memory
from handlers.views.texts import load_texts
from parser.records import Language
from storage.answering.answer import Answer, DecisionChanges
from storage.answering.answer_traits import find_intent, is_confident, list_matches
from storage.answering.listings import BoundedList, Listing
from storage.answering.page import Match
from storage.answering.several_figures import NoRemainder, Remainder
from storage.search.index import build_index

QUESTIONS = ROOT / "tests/search/frames.tsv"
HELD = ROOT / "tests/search/frames.held.tsv"
FRESH = (
    ROOT / "tests/search/frames.fresh.tsv"
)  # written by people who had not seen the code; no test asks them
REPORTED = ROOT / "tests/search/reported.tsv"  # went wrong once when others asked it
NEXT_TURN = " ⏎ "
_CITIES = ROOT / "tests/search/cities"
_SECOND = ROOT / "tests/search/unseen"  # what no other test reads either
# All held aside, of budgets that no open question is of.
UNSEEN = tuple(_CITIES / f"{name}.held.tsv" for name in ("oblast", "rayon"))
# All held aside too, written later: of Taraz, and of a real rayon and a real city of republican significance.
SECOND = (
    ROOT / "tests/search/frames.second.held.tsv",
    *(_SECOND / f"{name}.held.tsv" for name in ("khromtau", "shymkent")),
)
# Later still, by people of other ages and trades: of Taraz, and of a real small city.
THIRD = (ROOT / "tests/search/frames.third.held.tsv", _SECOND / "kurchatov.held.tsv")
# Of Taraz and of Khromtau: every second question of a set is open, the others are held aside. So are
# the fifth, of Taraz and of Kurchatov, and the sixth, of Taraz and of Khromtau again.
FOURTH_OPEN = ROOT / "tests/search/frames.fourth.tsv"
FOURTH = (ROOT / "tests/search/frames.fourth.held.tsv",)
FIFTH_OPEN = ROOT / "tests/search/frames.fifth.tsv"
FIFTH = (ROOT / "tests/search/frames.fifth.held.tsv",)
SIXTH_OPEN = ROOT / "tests/search/frames.sixth.tsv"
SIXTH = (ROOT / "tests/search/frames.sixth.held.tsv",)
# Beside the cities, also all of them at once; and made up of official names: a capital with an amendment, two
# rural districts of one decision, an oblast with an amendment and a plan, and a rayon with an amendment. The
# last three are real: the decisions of Khromtau rayon of 2022 and of Shymkent of 2019, two of each, and three
# of the city of Kurchatov of 2024.
BUDGETS: Mapping[str, Sequence[Path]] = {
    **CITIES,
    "all": [file for files in CITIES.values() for file in files],
    **{name: sorted(_CITIES.glob(f"{name}.*.csv")) for name in ("capital", "districts", "oblast", "rayon")},
    **{name: sorted(_SECOND.glob(f"{name}.*.csv")) for name in ("khromtau", "shymkent", "kurchatov")},
}

# A kind → how an answer of it is named: by its kind in JSON, or by that and what it answers, `kind:detail`.
KINDS: Mapping[str, frozenset[str]] = {
    kind: frozenset(names)
    for kind, *names in (
        ("amount", "line", "choice", "across"),  # one line: its card, or first of those to choose from
        (
            "choice",
            "choice",
            "places",
            "no_exclusion",
        ),  # lines or places to choose from, also of what to take out
        # how one line changed, or a department in all its groups
        ("change", "change", "line:change", "choice:change", "across:change"),
        ("changes", "changes"),  # what a decision changed in the budget
        ("largest", "listing:largest", "listing:smallest"),  # the largest or the smallest first
        ("list", "listing:list"),  # what a line consists of
        ("compare", "comparison", "by_edition", "sum"),  # lines beside one another, also with their sum
        ("sum", "sum"),  # how much lines are together
        ("years", "years", "by_edition"),  # a line in several years
        ("editions", "editions", "years", "comparison", "by_edition"),  # a line as several decisions left it
        ("exclusion", "exclusion"),  # a line less some of its parts, computed
        ("bounds", "bounds"),  # the lines above or below an amount
        ("not_held", "not_held"),  # no plan holds it: a line is only offered
        ("part_of", "part_of"),  # no line of its own: what it is paid from is only offered
        ("decisions", "decisions"),  # the decisions on a budget: what is asked of is not loaded
        ("explanation", "explanation"),  # what a word means
        ("check", "check"),  # a share that is asked after is set beside that of the line
        ("talk", "talk"),  # small talk
        ("nothing", "nothing"),  # nothing answers
        ("not_loaded", "not_loaded", "nothing:place"),  # the place is not loaded, and that is said
    )
}
_LINELESS = frozenset({"talk", "nothing", "not_loaded", "decisions"})
# The card of the right line also tells what it was before: asserting it is less than was asked, not wrong.
_ASSERTED = {"change": "line"}


@dataclass(frozen=True, slots=True)
class FrameCase:
    """One question of the measure. `accepted` are alternatives, each a set of paths."""

    budget: str
    language: str
    question: str
    group: str
    kinds: tuple[str, ...]
    accepted: tuple[frozenset[str], ...]
    amounts: frozenset[int] = frozenset()
    decision: str | None = None
    since: str | None = None
    ways: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FrameOutcome:
    """What came of a question: what kind of answer, whether its first line and its value are right."""

    case: FrameCase
    names: tuple[str, ...]
    paths: tuple[str, ...]
    confident: bool
    kind_right: bool
    line_right: bool
    value_right: bool

    @property
    def right(self) -> bool:
        """Whether it is what was asked, of the right line, with the right value."""
        return self.kind_right and self.line_right and self.value_right

    @property
    def wrongly_sure(self) -> bool:
        """Whether something was asserted that is not right."""
        asserted = {_ASSERTED[kind] for kind in self.case.kinds if kind in _ASSERTED}
        kind_right = self.kind_right or not asserted.isdisjoint(self.names)
        return self.confident and not (kind_right and self.line_right and self.value_right)


def load_frames(file: Path = QUESTIONS) -> list[FrameCase]:
    """The questions of a file."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        FrameCase(
            row["budget"],
            row["language"],
            row["question"],
            row["class"],
            tuple(row["kind"].split("|")),
            tuple(frozenset(lines.split("&")) for lines in row["accepted"].split("|") if lines),
            frozenset(int(said) for said in row["value"].split() if said.isdecimal()),
            _find_number(row["value"], "№"),
            _find_number(row["value"], "<"),
            frozenset(said for said in row["value"].split() if said.isalpha()),
        )
        for row in rows
    ]


def _find_number(value: str, sign: str) -> str | None:
    return next((said.removeprefix(sign) for said in value.split() if said.startswith(sign)), None)


async def measure_frames(cases: Iterable[FrameCase]) -> list[FrameOutcome]:
    """Asks every question of its own budget, each in a conversation of its own."""
    by_budget: dict[str, list[FrameCase]] = defaultdict(list)
    for case in cases:
        by_budget[case.budget].append(case)
    outcomes: list[FrameOutcome] = []
    for budget, asked in by_budget.items():
        async with open_budgets(BUDGETS[budget]) as session:
            outcomes += await _ask(session, asked)
    return outcomes


async def _ask(session: AsyncSession, cases: Iterable[FrameCase]) -> list[FrameOutcome]:
    index = await build_index(session)
    outcomes = []
    for case in cases:
        texts = load_texts(Language(case.language))
        desk = Desk(session, index, texts, conversation=Conversation(Memory(), chat=1, person=1))
        *before, last = case.question.split(NEXT_TURN)
        for said in before:
            await find_answer(desk, said)
        outcomes.append(judge_frame(case, await find_answer(desk, last)))
    return outcomes


def judge_frame(case: FrameCase, found: Answer) -> FrameOutcome:
    """Compares an answer with what is right."""
    names = tuple(_names(found))
    return FrameOutcome(
        case,
        names,
        tuple(match.path for match in list_matches(found)),
        is_confident(found),
        any(not KINDS[kind].isdisjoint(names) for kind in case.kinds),
        _has_line(case, found),
        _has_value(case, found),
    )


def _names(found: Answer) -> Iterator[str]:
    kind, missing = name_kind(found), found.heard.missing
    yield kind
    yield f"{kind}:{find_intent(found).value}"
    if isinstance(found, Listing):
        yield f"{kind}:{found.order.value}"
    if missing is not None:
        yield f"{kind}:{missing.kind}"


def _has_line(case: FrameCase, found: Answer) -> bool:
    """Whether the lines that an answer is made of, or that stand first in it, are accepted."""
    matches = list_matches(found)
    if not matches and _LINELESS.intersection(case.kinds):
        return True
    if not case.accepted:
        return not matches
    whole = found.whole if isinstance(found, Listing | BoundedList | Remainder | NoRemainder) else None
    # Of the largest the first line may be told, or what it is the largest in.
    led = [matches] if {"largest", "bounds"} & set(case.kinds) else []
    led.append((whole, *matches) if whole is not None else matches)
    return any(_stand_first(wanted, _name_each(shown)) for shown in led for wanted in case.accepted)


def _name_each(matches: Sequence[Match]) -> list[frozenset[str]]:
    """By what each of the lines may be told in a row."""
    return [
        frozenset({"*", match.path, f"{match.place}:*", f"{match.place}:{match.path}"}) for match in matches
    ]


def _stand_first(wanted: frozenset[str], named: Sequence[frozenset[str]]) -> bool:
    first = named[: len(wanted)]
    return len(first) == len(wanted) and all(any(path in names for names in first) for path in wanted)


def _has_value(case: FrameCase, found: Answer) -> bool:
    if isinstance(found, DecisionChanges) and not _has_changes(case, found):
        return False
    if case.decision is not None:
        if isinstance(found, DecisionChanges):
            editions = [found.changes.edition]
        else:
            editions = [match.edition for match in list_matches(found)[:1]]
        return any(edition.decision.number == case.decision for edition in editions)
    return case.amounts <= set(_amounts(found))


def _has_changes(case: FrameCase, found: DecisionChanges) -> bool:
    """Whether changes are counted from the right decision, and are those that are asked for."""
    frame, before = found.heard.question.frame, found.changes.previous
    told = {"same"} if frame.same else {frame.direction.value} if frame.direction else set()
    since = before.number if before else None
    return (case.since is None or case.since == since) and case.ways <= told


def _amounts(part: object) -> Iterator[int]:
    """All whole numbers that an answer shows of itself: not what was asked, nor what cards tell beside it."""
    if isinstance(part, int):
        yield part
    elif isinstance(part, tuple):
        for member in part:
            yield from _amounts(member)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            if field.name not in _NOT_SHOWN:
                yield from _amounts(getattr(part, field.name))


_NOT_SHOWN = frozenset({"heard", "card", "edition", "parent", "address"})


def summarize_frames(outcomes: Sequence[FrameOutcome]) -> dict[str, float]:
    """The figures of a class or of all, as shares; an empty set scores 1.

    `sure_wrong` is the share of the confident answers that assert what is not right.
    """
    sure = [outcome for outcome in outcomes if outcome.confident]
    valued = [outcome for outcome in outcomes if outcome.case.amounts or outcome.case.decision]
    return {
        "kind": _share([outcome.kind_right for outcome in outcomes]),
        "line": _share([outcome.line_right for outcome in outcomes]),
        "value": _share([outcome.value_right for outcome in valued]),
        "right": _share([outcome.right for outcome in outcomes]),
        "sure_wrong": 1 - _share([not outcome.wrongly_sure for outcome in sure]),
    }


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else 1.0


def group_outcomes(outcomes: Iterable[FrameOutcome]) -> dict[str, list[FrameOutcome]]:
    """The outcomes of each class, in the order of their names."""
    groups: dict[str, list[FrameOutcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.case.group].append(outcome)
    return dict(sorted(groups.items()))
