"""The chat in the terminal: the same answers, numbered buttons, inline queries, pipes."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.app import create_dispatcher
from bot.chat.chat import LocalChat, run_chat
from bot.chat.screen import Terminal, number_buttons
from bot.operator.texts import terminal_code, terminal_texts
from bot.services import create_services
from bot.settings import Settings
from handlers.views.links import line_payload
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.engine import create_engine
from tests.harness.budget import line, url

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
OTHERS = {Language.KK: "өзгелер", Language.RU: "прочие"}
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def settings(database: Path, **values: Any) -> Settings:
    return Settings(_env_file=None, database_url=url(database), **values)  # type: ignore[call-arg]


@pytest.fixture
def run(database: Path, language: Language) -> Run:
    """Pipe lines in; what was printed."""

    def run(*lines: str, lang: str | None = None, expect: int = 0) -> str:
        out = io.StringIO()
        environ = {"LANG": lang or f"{language.value}.UTF-8"}
        assert (
            run_chat(settings(database), io.StringIO("".join(f"{line}\n" for line in lines)), out, environ)
            == expect
        )
        return out.getvalue().replace("\u00a0", " ")

    return run


def test_each_question_stands_before_its_answer(run: Run, language: Language) -> None:
    output = run(EDUCATION[language], "", "464 009")
    lines = output.splitlines()
    assert lines[0] == f"> {EDUCATION[language]}"
    assert lines[1] == EDUCATION[language]
    assert "8 023 223" in output
    second = lines.index("> 464 009")
    assert "1 000 000" in "\n".join(lines[second:])
    assert output.count("> ") == 2
    assert "\x1b" not in output


def test_an_empty_input_says_nothing(run: Run) -> None:
    assert run() == ""


def test_lines_are_never_wrapped_for_a_program(run: Run, texts: Texts) -> None:
    output = run("/about")
    assert texts.get("about-what") in output


def test_a_number_presses_the_button(run: Run, texts: Texts) -> None:
    output = run(OTHERS[texts.language], "2")
    name = {Language.KK: "Өзгелер", Language.RU: "Прочие"}[texts.language]
    assert f"  [1] {name} — " in output
    pressed = output.partition("> 2\n")[2]
    assert "200 000" in pressed
    assert texts.get("button-back-answer") in pressed


def test_a_number_in_the_text_is_the_number_that_presses() -> None:
    """Of a further page too; years are no such numbers, and two of one number are not lost."""
    labels = [["6. Жолдар", "7. Көпірлер"], ["8", "9"], ["2014", "◀"], ["9. Екінші"]]
    rows = [[InlineKeyboardButton(text=label, callback_data=label) for label in row] for row in labels]
    numbered = {number: button.text for number, button in number_buttons(rows).items()}
    assert numbered == {
        6: "6. Жолдар", 7: "7. Көпірлер", 8: "8", 9: "9. Екінші", 10: "9", 11: "2014", 12: "◀",
    }  # fmt: skip
    message = Message(
        message_id=1, date=dt.datetime(2013, 1, 1, tzinfo=dt.UTC), chat=Chat(id=1, type="private"), text="?",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
    )  # fmt: skip
    out = io.StringIO()
    Terminal(out).print_message(message)
    assert out.getvalue().splitlines()[1:4] == [
        "  [6] Жолдар   [7] Көпірлер",
        "  [8]   [10] 9",
        "  [11] 2014   [12] ◀",
    ]


def test_a_number_without_such_a_button_is_a_question(run: Run, texts: Texts) -> None:
    output = run(OTHERS[texts.language], "453")
    assert "453 " in output.partition("> 453\n")[2]
    assert run("009").startswith("> 009\n")
    assert "04 · 464 · 009" in run(EDUCATION[texts.language], "009").partition("> 009\n")[2]


def test_numbers_belong_to_the_last_message_only(run: Run, texts: Texts) -> None:
    output = run(OTHERS[texts.language], "/help", "1")
    assert output.partition("> 1\n")[2].strip() != ""
    assert texts.get("button-back-answer") not in output


def test_moving_around_and_back(run: Run, texts: Texts) -> None:
    output = run(OTHERS[texts.language], "1")
    back = next(line for line in output.splitlines() if texts.get("button-back-answer") in line)
    number = back.partition(f"] {texts.get('button-back-answer')}")[0].rpartition("[")[2]
    again = run(OTHERS[texts.language], "1", number).partition(f"> {number}\n")[2]
    assert again.splitlines()[0] == output.splitlines()[1]


def test_an_old_button_s_window_is_printed(database: Path, language: Language, texts: Texts) -> None:
    out = io.StringIO()
    chat, _ = local_chat(database, out, language.value)
    button = InlineKeyboardButton(text="ескі", callback_data="l0:1")

    async def story() -> None:
        await chat.open()
        await chat._press(button)
        await chat.close()

    asyncio.run(story())
    assert out.getvalue() == f"! {texts.get('fallback-button')}\n\n"


def local_chat(database: Path, out: io.StringIO, language: str) -> tuple[LocalChat, Terminal]:
    """A chat that is not started."""
    services = create_services(create_engine(url(database)))
    terminal = Terminal(out)
    return LocalChat(create_dispatcher(services, limits={}), services, terminal, language), terminal


def test_inline_queries(run: Run, texts: Texts) -> None:
    output = run(f"@ {EDUCATION[texts.language]}", "@qazyna_bot жзщшфйцх", "@")
    assert f"1. {EDUCATION[texts.language]}" in output
    assert output.count(texts.get("nothing-found", query="жзщшфйцх")) == 2  # its title, and what it sends
    assert texts.get("chat-articles", count=4) in output.partition("> @\n")[2]


def test_sharing_tries_the_inline_query(run: Run, texts: Texts) -> None:
    card = run("07 458 015")
    line = next(each for each in card.splitlines() if texts.get("button-share") in each)
    number = line.partition(texts.get("button-share"))[0].rpartition("[")[2].partition("]")[0]
    shared = run("07 458 015", number).partition(f"> {number}\n")[2]
    assert texts.get("chat-articles", count=1) in shared


def test_a_link_into_the_chat_is_followed(database: Path, language: Language) -> None:
    out = io.StringIO()
    chat, _ = local_chat(database, out, language.value)
    button = InlineKeyboardButton(
        text="→", url=f"https://t.me/qazyna_bot?start={line_payload(line('expenditure/04'))}"
    )

    async def story() -> None:
        await chat.open()
        await chat._press(button)
        await chat.close()

    asyncio.run(story())
    said = out.getvalue()
    assert said.startswith(load_texts(language).get("link-names-no-decision"))
    assert EDUCATION[language] in said


def test_a_chosen_language_is_kept(run: Run, language: Language) -> None:
    other = next(each for each in Language if each is not language)
    number = str(list(Language).index(other) + 1)
    output = run("/language", number, "/help", "@")
    assert load_texts(other).get("help-title") in output
    assert load_texts(other).get("chat-articles", count=4) in output
    assert load_texts(other).get("help-title") in run("/help")


@pytest.mark.parametrize("lang", ["C.UTF-8", "en_US.UTF-8", "kk_KZ.UTF-8", "POSIX"])
def test_other_terminals_speak_kazakh(run: Run, lang: str) -> None:
    assert load_texts(Language.KK).get("help-title") in run("/help", lang=lang)


@pytest.mark.parametrize(
    ("environ", "code"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "kk"}, "kk"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "kk_KZ"}, "kk"),
        ({"LANG": "ru.UTF-8", "LC_MESSAGES": ""}, "ru"),
        ({}, ""),
    ],
)
def test_the_terminal_s_language(environ: dict[str, str], code: str) -> None:
    assert terminal_code(environ) == code


def test_broken_bytes_in_a_pipe_are_a_question_like_others(database: Path) -> None:
    stdin = io.TextIOWrapper(
        io.BytesIO("\xff\xfe\nбілім беру\n".encode("latin-1", "ignore") + b"\xff\n"), "utf-8"
    )
    out = io.StringIO()
    assert run_chat(settings(database), stdin, out, {"LANG": "kk"}) == 0
    assert "\ufffd" in out.getvalue()


def test_many_questions_are_all_answered(run: Run, texts: Texts) -> None:
    output = run(*["/help"] * 30)
    assert output.count(texts.get("help-title")) == 30


def test_without_data_the_chat_says_so(tmp_path: Path, texts: Texts) -> None:
    out = io.StringIO()
    stdin = io.StringIO("464 009\n")
    assert run_chat(settings(tmp_path / "new.db"), stdin, out, {"LANG": texts.language.value}) == 0
    assert texts.get("nothing-loaded") in out.getvalue()


def test_a_database_that_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = io.StringIO()
    assert run_chat(settings(tmp_path / "nowhere" / "a.db"), io.StringIO("сәлем\n"), out, {}) == 1
    assert "the database cannot be used" in capsys.readouterr().err
    assert out.getvalue() == ""


class Keyboard(io.StringIO):
    """Standard input of a person."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("last", [EOFError, KeyboardInterrupt])
def test_a_person_is_greeted_in_both_languages(
    database: Path, monkeypatch: pytest.MonkeyPatch, last: type[BaseException]
) -> None:
    lines = iter(["білім беру", "   ", "/help"])

    def read(_: Terminal) -> str:
        line = next(lines, None)
        if line is None:
            raise last
        return line

    monkeypatch.setattr(Terminal, "read", read)
    out = io.StringIO()
    assert run_chat(settings(database), Keyboard(), out, {"LANG": "kk"}) == 0
    output = out.getvalue()
    starting, first, second, *_ = output.splitlines()
    assert starting == terminal_texts({"LANG": "kk"}).get("chat-starting")
    assert first == load_texts(Language.KK).get("chat-welcome")
    assert second == load_texts(Language.RU).get("chat-welcome")
    assert "> " not in output
    assert load_texts(Language.KK).get("help-title") in output


def test_the_prompt_reads_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("сәлем\n"))
    assert Terminal(io.StringIO()).read() == "сәлем"


def test_logs_stay_out_of_the_answers_unless_asked_for(
    database: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    run_chat(settings(database), io.StringIO("/help\n"), io.StringIO(), {})
    assert capsys.readouterr().err == ""
    loud = settings(Path(shutil.copy(database, tmp_path / "b.db")), log_level="DEBUG")
    run_chat(loud, io.StringIO("/help\n"), io.StringIO(), {})
    assert "is handled" in capsys.readouterr().err


def test_two_chats_at_once_do_not_mix(database: Path) -> None:
    outs = io.StringIO(), io.StringIO()
    first, kazakh = local_chat(database, outs[0], "kk")
    second, russian = local_chat(database, outs[1], "ru")

    async def story() -> None:
        await asyncio.gather(first.open(), second.open())
        for _ in range(3):
            await asyncio.gather(first.take("өзгелер"), second.take("Образование"))
        assert len(kazakh.buttons) == 3
        assert kazakh.buttons != russian.buttons
        await asyncio.gather(first.take("2"), second.take("/help"))
        await asyncio.gather(first.close(), second.close())

    asyncio.run(story())
    assert "200" in outs[0].getvalue()
    assert "Образование" not in outs[0].getvalue()
    assert "Өзгелер" not in outs[1].getvalue()
