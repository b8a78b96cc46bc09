"""Builds of the archive, one after another, in any order and form: the database is that of the last one."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from parser.records import Language
from tests.bot.archive.clones import ACT, OLD_ACT, TOP, Commit, load, load_until, village, write_clone
from tests.bot.archive.histories import other_acts, repealed_act
from tests.harness.sweeping import mostly_swept
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import FILES
from tests.storage.dump import facts

SEEDS = 4
BUILDS = (
    (sample.text, ACT, True),
    (sample.in_newest_build, ACT, True),
    (sample.in_oldest_build, OLD_ACT, False),
    (sample.in_second_build, OLD_ACT, False),
)


def invent(draw: random.Random) -> list[Commit]:
    """A build: its layout, its folders, where the other acts stand, languages together or apart."""
    build, folder, meta = draw.choice(BUILDS)
    commits: list[Commit] = village(build=build, folder=folder, meta=meta)
    if draw.random() < 0.5:
        commits = [part for each in commits for part in apart(each, draw)]
    stays, goes = repealed_act()
    for others in ([*other_acts()], [stays, goes]):
        at = sorted(draw.randint(0, len(commits)) for _ in others)
        for number, each in reversed(list(zip(at, others, strict=True))):
            commits.insert(number, each)
    region, council = (
        draw.choice(("153-aktiubinskoi-oblasti", "153-aktobe")),
        draw.choice(("khromtau", "raiona")),
    )
    top = f"08-local-decisions/{region}/15301300-{council}"
    return [
        replace(each, files={path.replace(TOP, top): data for path, data in each.files.items()})
        for each in commits
    ]


def apart(commit: Commit, draw: random.Random) -> Sequence[Commit]:
    """A commit as two, one for each language; the facts come with the first."""
    names = list(FILES.values())
    draw.shuffle(names)
    second = {path: data for path, data in commit.files.items() if path.endswith(names[1])}
    first = {path: data for path, data in commit.files.items() if path not in second}
    return replace(commit, files=first), replace(commit, files=second)


@pytest.mark.parametrize("seed", mostly_swept(range(SEEDS), 3))
def test_whatever_was_built_before_the_database_is_that_of_the_newest_build(
    seed: int, database: Path, migrated: Path, tmp_path: Path
) -> None:
    draw = random.Random(seed)  # noqa: S311
    for number in range(3):
        clone = write_clone(
            tmp_path / str(number) / "local-aktobe.git", invent(draw), author=f"build{number}"
        )
        if draw.random() < 0.3:
            try:
                load_until(database, clone, draw.randint(0, 5))
            except AssertionError:
                continue  # it had no more texts to read
        load(database, clone)
        alone = Path(shutil.copy(migrated, tmp_path / f"{number}.db"))
        load(alone, clone)
        newest, found = facts(alone), facts(database)
        assert {name: rows for name, rows in found.items() if rows != newest[name]} == {}
    assert Language.KK in {row[1] for row in found["archive_text"]}
