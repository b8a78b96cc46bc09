"""What stands beside documents in a folder or an archive is passed over; a picture alone is not."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path, PurePath

import pytest

from bot.loading import list_files
from parser.readers.companions import is_companion
from parser.readers.detect import members_of
from parser.readers.files import as_raw

KEPT = ("дөң/rus.htm", "дөң/каз.docx", "scan.png", "css/тізім.html", "page_files/inner.html", "files/a.png")
PASSED = (
    ".DS_Store", "дөң/Thumbs.db", "дөң/DESKTOP.INI", "дөң/~$каз.docx", "дөң/.~lock.каз.docx#", "__MACOSX/._rus.htm",
    "дөң/page_files/logo.png", "дөң/page_files/main.css", "rus.files/a.js", "бет_файлы/x.woff2",
    "page_files/saved_resource.html", ".hidden/rus.htm",
)  # fmt: skip


@pytest.mark.parametrize("name", KEPT)
def test_documents(name: str) -> None:
    assert not is_companion(PurePath(name))


@pytest.mark.parametrize("name", PASSED)
def test_companions(name: str) -> None:
    assert is_companion(PurePath(name))


def test_in_an_archive() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in (*KEPT, *PASSED):
            archive.writestr(name, "x")
    members = members_of(as_raw("x.zip", packed.getvalue()))
    assert [member.name for member in members] == [f"x.zip/{name}" for name in KEPT]


def test_members_of_one_name_and_beside_the_archive_are_read() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in (("../a.txt", "бір"), ("b.txt", "екі"), ("../.hidden/c.txt", "төрт")):
            archive.writestr(name, text)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("b.txt", "үш")
    members = members_of(as_raw("x.zip", packed.getvalue()))
    assert [(member.name, member.read().data.decode()) for member in members] == [
        ("x.zip/../a.txt", "бір"),
        ("x.zip/b.txt", "екі"),
        ("x.zip/b.txt (2)", "үш"),
    ]


def test_in_a_folder_that_is_hidden_itself(tmp_path: Path) -> None:
    folder = tmp_path / ".kept" / "page_files"
    for name in (*KEPT, *PASSED):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    assert set(list_files([folder])) == {folder / name for name in KEPT}
    assert list_files([folder / "__MACOSX" / "._rus.htm"]) == [folder / "__MACOSX" / "._rus.htm"]
