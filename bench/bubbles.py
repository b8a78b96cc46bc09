"""A dialogue → a picture of it, as a chat shows it: bubbles, buttons, inline results."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

from matplotlib import get_data_path
from PIL import Image, ImageDraw, ImageFont

from bench.dialogues import Answered, Dialogue, Offered, Said
from bench.icons import ICONS, draw_icon
from parser.records import Language

WIDTH = 900
_EDGE, _INSIDE, _BETWEEN = 28, 20, 16
_BUBBLE = WIDTH - 2 * _EDGE - 60
_SIZE, _LEADING = 25, 34
_FOLDED = 3  # lines of a quote that show until it is opened
_ROUND = 18
_INK, _MUTED, _LINK = "#17212b", "#6a7783", "#1f6fb8"
_GROUND, _BOT, _PERSON, _KEY, _PRESSED = "#cfdbe4", "#ffffff", "#e0f4d3", "#eef3f7", "#1f6fb8"
_ALONE = {Language.KK: "тек {name} көреді", Language.RU: "видит только {name}"}
# The letters have no wide signs, and none for "shown as a picture".
_PLAIN = str.maketrans({"＋": "+", "－": "−", "\ufe0f": ""})
_FONTS = {
    "": "DejaVuSans",
    "bold": "DejaVuSans-Bold",
    "italic": "DejaVuSans-Oblique",
    "code": "DejaVuSansMono",
}

Style = Literal["", "bold", "italic", "code", "text_link"]
_STYLES: tuple[Style, ...] = ("bold", "italic", "code", "text_link")


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of a line in one style; an icon is a piece of its own."""

    text: str
    style: Style = ""
    quoted: bool = False


@dataclass
class _Sheet:
    """The picture while it grows downwards."""

    image: Image.Image = field(default_factory=lambda: Image.new("RGB", (WIDTH, 9000), _GROUND))
    y: int = _EDGE
    fonts: dict[tuple[str, int], ImageFont.FreeTypeFont] = field(default_factory=dict)

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def font(self, style: str, size: int = _SIZE) -> ImageFont.FreeTypeFont:
        key = (_FONTS.get(style, _FONTS[""]), size)
        if key not in self.fonts:
            self.fonts[key] = ImageFont.truetype(
                str(Path(get_data_path(), "fonts", "ttf", f"{key[0]}.ttf")), size
            )
        return self.fonts[key]

    def width(self, run: _Run, size: int = _SIZE) -> float:
        return size * 1.15 if run.text in ICONS else self.font(run.style, size).getlength(run.text)

    def write(self, at: tuple[float, float], runs: Sequence[_Run], colour: str, size: int = _SIZE) -> None:
        x, y = at
        for run in runs:
            if run.text in ICONS:
                draw_icon(self.pen, run.text, (x, y + size * 0.12), size, colour)
            else:
                ink = _LINK if run.style == "text_link" else colour
                self.pen.text((x, y), run.text, font=self.font(run.style, size), fill=ink)
            x += self.width(run, size)


def draw_dialogue(dialogue: Dialogue, language: Language) -> Image.Image:
    """Draw a dialogue: the same one gives the same picture.

    Args:
        dialogue: what is said and shown.
        language: of the few words that the picture adds.
    """
    sheet = _Sheet()
    for moment in dialogue.moments:
        if isinstance(moment, Said):
            _draw_said(sheet, moment)
        elif isinstance(moment, Answered):
            _draw_answer(sheet, moment, language)
        else:
            _draw_offer(sheet, moment)
    return sheet.image.crop((0, 0, WIDTH, sheet.y - _BETWEEN + _EDGE))


def _draw_said(sheet: _Sheet, said: Said) -> None:
    lines = _break(sheet, _cut_icons([_Run(said.text)]), _BUBBLE - 2 * _INSIDE)
    head = [[_Run(said.name, "bold")]] if said.name else []
    width = max(sum(map(sheet.width, line)) for line in [*lines, *head]) + 2 * _INSIDE
    left = WIDTH - _EDGE - width
    _draw_bubble(sheet, left, width, [*head, *lines], _PERSON)
    sheet.y += _BETWEEN


def _draw_answer(sheet: _Sheet, answer: Answered, language: Language) -> None:
    if answer.picture is not None:
        _draw_picture(sheet, answer.picture)
    lines = _break(sheet, _runs_of(answer), _BUBBLE - 2 * _INSIDE)
    if answer.alone:
        lines.append([])
        lines.append([_Run(_ALONE[language].format(name=answer.alone), "italic")])
    _draw_bubble(sheet, _EDGE, _BUBBLE, _fold(lines), _BOT)
    sheet.y += 6
    for row in answer.rows:
        _draw_keys(sheet, row, answer.pressed)
    sheet.y += _BETWEEN


def _draw_picture(sheet: _Sheet, data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as chart:
        height = round(chart.height * _BUBBLE / chart.width)
        sheet.image.paste(
            chart.convert("RGB").resize((_BUBBLE, height), Image.Resampling.LANCZOS), (_EDGE, sheet.y)
        )
    sheet.y += height + 4


def _draw_bubble(
    sheet: _Sheet, left: float, width: float, lines: Sequence[Sequence[_Run]], colour: str
) -> None:
    height = len(lines) * _LEADING + 2 * _INSIDE - 6
    sheet.pen.rounded_rectangle((left, sheet.y, left + width, sheet.y + height), _ROUND, fill=colour)
    y = sheet.y + _INSIDE - 4
    for line in lines:
        if line and line[0].quoted:
            sheet.pen.rectangle((left + 8, y, left + 12, y + _LEADING), fill=_LINK)
        sheet.write((left + _INSIDE, y), line, _INK)
        y += _LEADING
    sheet.y += height


def _draw_keys(sheet: _Sheet, row: Sequence[str], pressed: str) -> None:
    gap, height, size = 6, 48, 22
    width = (_BUBBLE - gap * (len(row) - 1)) / len(row)
    for number, label in enumerate(row):
        left = _EDGE + number * (width + gap)
        is_pressed = label == pressed
        sheet.pen.rounded_rectangle(
            (left, sheet.y, left + width, sheet.y + height), 10, fill=_PRESSED if is_pressed else _KEY
        )
        runs = _cut_icons([_Run(label)])
        while sum(sheet.width(run, size) for run in runs) > width - 16:
            runs = [*runs[:-1], replace(runs[-1], text=runs[-1].text.removesuffix("…")[:-1].rstrip() + "…")]
        middle = left + (width - sum(sheet.width(run, size) for run in runs)) / 2
        sheet.write((middle, sheet.y + 10), runs, _BOT if is_pressed else _INK, size)
    sheet.y += height + gap


def _draw_offer(sheet: _Sheet, offer: Offered) -> None:
    """The results above the field that the query is typed into."""
    whole = WIDTH - 2 * _EDGE
    for title, description in offer.results:
        room = whole - 2 * _INSIDE
        heading = _cut(_break(sheet, [_Run(title, "bold")], room), 1)
        described = _cut(_break(sheet, [_Run(description)], room), 2)
        _draw_bubble(sheet, _EDGE, whole, [*heading, *described], _BOT)
        sheet.y += 4
    _draw_bubble(sheet, _EDGE, whole, [[_Run(offer.query), _Run("|", "bold")]], _KEY)
    sheet.y += _BETWEEN


def _cut(lines: list[list[_Run]], most: int) -> list[list[_Run]]:
    """So many lines at most, the last one ended with "…" where there are more."""
    if len(lines) <= most:
        return lines
    *shown, last = lines[:most]
    ended = replace(last[-1], text=last[-1].text.rstrip(" ·.…") + "…")
    return [*shown, [*last[:-1], ended]]


def _runs_of(answer: Answered) -> list[_Run]:
    """The text in pieces of one style each, cut where an entity begins or ends."""
    units = answer.text.encode("utf-16-le")
    ends = {0, len(units) // 2}
    for entity in answer.entities:
        ends |= {entity.offset, entity.offset + entity.length}
    places = sorted(ends)
    runs = []
    for start, end in pairwise(places):
        own = [each for each in answer.entities if each.offset <= start < each.offset + each.length]
        styles = [style for each in own for style in _STYLES if style == each.type]
        quoted = any(each.type == "expandable_blockquote" for each in own)
        runs.append(
            _Run(units[start * 2 : end * 2].decode("utf-16-le"), styles[-1] if styles else "", quoted)
        )
    return _cut_icons(runs)


def _cut_icons(runs: Sequence[_Run]) -> list[_Run]:
    """The same runs with every icon on its own."""
    pieces: list[_Run] = []
    for run in runs:
        text = ""
        for letter in run.text.translate(_PLAIN):
            if letter in ICONS:
                pieces += [replace(run, text=text), replace(run, text=letter)]
                text = ""
            else:
                text += letter
        pieces.append(replace(run, text=text))
    return [piece for piece in pieces if piece.text]


def _break(sheet: _Sheet, runs: Sequence[_Run], width: float) -> list[list[_Run]]:
    """Runs in lines no wider than that, broken at spaces."""
    lines: list[list[_Run]] = [[]]
    room = width
    for run in runs:
        for at, paragraph in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
                room = width
            for word in re.findall(r"[^ ]* |[^ ]+", paragraph):
                piece = replace(run, text=word)
                if sheet.width(replace(piece, text=word.rstrip(" ") or " ")) > room and lines[-1]:
                    lines.append([])
                    room = width
                lines[-1].append(piece)
                room -= sheet.width(piece)
    return lines


def _fold(lines: list[list[_Run]]) -> list[list[_Run]]:
    """Of a quote only the first lines, as it stands until somebody opens it."""
    shown: list[list[_Run]] = []
    quoted = 0
    for line in lines:
        quoted = quoted + 1 if line and line[0].quoted else 0
        if quoted <= _FOLDED:
            shown.append(line)
        elif quoted == _FOLDED + 1:
            shown.append([_Run("… ▾", quoted=True)])
    return shown
