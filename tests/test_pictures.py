"""The dialogues that docs/pictures shows are what the bot says today."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image

from bench.dialogues import NAMED, TRANSCRIPT, hold_dialogue
from parser.records import Language
from tests.harness.world import open_world

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"


async def test_the_bot_says_what_its_pictures_show(samples: Path, tmp_path: Path) -> None:
    """Where it says something else by now, `make pictures` draws them anew; look at them before they are committed."""
    stale = []
    async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
        for language in Language:
            for name in NAMED:
                dialogue = await hold_dialogue(world, name, language)
                with Image.open(PICTURES / f"dialogue-{dialogue.name}.png") as picture:
                    if picture.info[TRANSCRIPT] != dialogue.transcript:
                        stale.append(dialogue.name)
    assert stale == [], "run `make pictures`"
