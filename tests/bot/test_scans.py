"""A scan from the file to the answer: loaded by the command, its unproved amount marked in what is told of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from parser.records import Language
from tests.harness.databases import database_url
from tests.harness.sweeping import crossed
from tests.parser.scans import Scan

QUESTIONS = {
    Language.RU: "налоги на имущество Актасский сельский округ 2024",
    Language.KK: "мүлікке салынатын салықтар Ақтас ауылдық округі 2024",
}


@pytest.mark.parametrize(("language", "seen"), crossed(Language, ["1230", "1280"]))
def test_an_amount_that_no_sum_proves_is_marked_in_the_answer(
    language: Language, seen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = None if seen == "1230" else "scanned"
    scan = Scan.of(language)
    if doubt:  # every reading sees another digit, so that its sum does not close
        scan.on_page("1230", seen).in_numbers("11230", f"1{seen}")
    path = tmp_path / scan.raw.name
    path.write_bytes(scan.play(monkeypatch).data)
    environment = {"DATABASE_URL": database_url(tmp_path / "new.db"), "LANG": f"{language}_KZ.UTF-8"}
    loaded = CliRunner().invoke(app, ["load", str(path)], env=environment)
    assert loaded.exit_code == 0, loaded.output
    asked = CliRunner().invoke(app, ["ask", QUESTIONS[language], "--json"], env=environment)
    match = json.loads(asked.output)["matches"][0]
    assert (match["path"], match["amount"], match["doubt"]) == ("revenue/1/04/1", int(seen) * 1000, doubt)
