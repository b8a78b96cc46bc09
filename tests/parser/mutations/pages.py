"""Mutations of a saved page that nobody can see on it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

Chance = random.Random
PageMutation = Callable[[str, Chance], str]

_TAG = re.compile(
    r"(<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>)", re.DOTALL | re.IGNORECASE
)
_CELL = re.compile(r"(<t[dh]\b[^>]*>)(.*?)(</t[dh]>)", re.DOTALL | re.IGNORECASE)
_AMOUNT = re.compile(r"-?\d{1,3}(?: \d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_ENTITY = re.compile(r"(&#?\w+;)")
FIGURES = ("7", "12 345", "99 999 999", "-1")  # that must not be read


def _texts(page: str, change: Callable[[str], str]) -> str:
    """Changes the pieces of text between tags, in the body only."""
    head, body, rest = page.partition("<body")
    pieces = _TAG.split(body + rest)
    return head + "".join(
        piece if index % 2 or not piece.strip() else change(piece) for index, piece in enumerate(pieces)
    )


def _cells(page: str, chance: Chance, change: Callable[[str], str], rate: float = 0.3) -> str:
    """Changes what is in some cells."""

    def changed(match: re.Match[str]) -> str:
        opened, content, closed = match.groups()
        if "<t" in content.lower() or chance.random() > rate:
            return match[0]
        return opened + change(content) + closed

    return _CELL.sub(changed, page)


def _cell_texts(page: str, chance: Chance, change: Callable[[str], str], rate: float = 0.3) -> str:
    """Changes the texts of some cells that hold nothing but text."""
    return _cells(page, chance, lambda text: change(text) if text.strip() and "<" not in text else text, rate)


def nbsp_in_amounts(page: str, chance: Chance) -> str:
    space = chance.choice(["\u00a0", "&nbsp;", "\u2009", "\u202f", "&#160;", "&thinsp;"])
    return _cell_texts(
        page, chance, lambda text: text.replace(" ", space) if _AMOUNT.fullmatch(text) else text
    )


def blank_around(page: str, chance: Chance) -> str:
    blank = chance.choice(["\n    ", "\t", "&nbsp;", " \r\n", "\u3000", "\u2003", "&#8203;"])
    return _cells(page, chance, lambda text: f"{blank}{text}{blank}")


def lines_in_names(page: str, chance: Chance) -> str:
    end = chance.choice(["\n", "\r\n      ", "<br>", "<br/>\n", "&nbsp;", "  "])
    return _cell_texts(
        page, chance, lambda text: text if _AMOUNT.fullmatch(text) else text.replace(" ", end, 1)
    )


def zero_width(page: str, chance: Chance) -> str:
    letter = chance.choice(["\u200b", "\u2060", "\ufeff", "\u00ad", "&shy;", "&zwnj;", "&#8288;", "<wbr>"])

    def change(text: str) -> str:
        at = chance.randrange(len(text) + 1)
        return text[:at] + letter + text[at:] if not _ENTITY.search(text) else text

    return _cell_texts(page, chance, change)


def attributes(page: str, chance: Chance) -> str:
    added = chance.choice(
        [
            'class="x1 y2" style="color:black; font-size:9pt"', 'align=right width="13%"', "nowrap",
            'style="mso-number-format:\\@; vertical-align:top"', 'lang=KZ data-value="99 999"', 'title="7 777"',
            'style="border-top:none;padding:0cm 5.4pt"', "valign=top bgcolor='#ffffff'",
        ]
    )  # fmt: skip
    return re.sub(
        r"<(td|th|tr|table|p)\b(?![^>]*style=)",
        lambda match: f"{match[0]} {added}" if chance.random() < 0.3 else match[0],
        page,
    )


def wrappers(page: str, chance: Chance) -> str:
    opened, closed = chance.choice(
        [
            ("<span>", "</span>"), ("<div>", "</div>"), ('<font size="2">', "</font>"), ("<b>", "</b>"),
            ("<p>", "</p>"), ("<i><u>", "</u></i>"), ("<nobr>", "</nobr>"), ("<a name=z7>", "</a>"),
            ("<strong><em>", "</em></strong>"), ("<center>", "</center>"), ("<label>", "</label>"),
            ('<p align="right"><span style="color:windowtext">', "</span></p>"), ("<ins>", "</ins>"),
        ]
    )  # fmt: skip
    return _cells(page, chance, lambda text: f"{opened}{text}{closed}" if text.strip() else text)


def runs_split(page: str, chance: Chance) -> str:
    parts = chance.choice(
        ["</span><span>", "<!-- 7 -->", "<b></b>", "<span></span>", "<a id=f1></a>", "<o:p></o:p>"]
    )

    def change(text: str) -> str:
        if len(text) < 2 or _ENTITY.search(text):
            return text
        at = chance.randrange(1, len(text))
        return f"<span>{text[:at]}{parts}{text[at:]}</span>"

    return _cell_texts(page, chance, change)


def hidden_texts(page: str, chance: Chance) -> str:
    hidden = chance.choice(
        [
            '<span style="display:none">{}</span>', "<span hidden>{}</span>", "<script>{}</script>",
            '<span style="visibility: hidden">{}</span>', "<style>{}</style>", "<template>{}</template>",
            '<span style="font-size:0">{}</span>', "<!-- {} -->", "<s>{}</s>", "<del>{}</del>", "<strike>{}</strike>",
            '<span style="text-decoration: line-through">{}</span>', '<input type="hidden" value="{}">',
            '<span style="mso-hide:all">{}</span>', '<span style="opacity:0">{}</span>',
            '<i style="color:transparent">{}</i>', "<noscript>{}</noscript>",
            '<span style="position:absolute; left:-9999px">{}</span>', '<p style="text-indent:-9999px">{}</p>',
            '<div style="height:0;overflow:hidden">{}</div>',
            '<span style="position: absolute; clip: rect(0, 0, 0, 0)">{}</span>', '<div style="DISPLAY:NONE">{}</div>',
        ]
    )  # fmt: skip

    def change(text: str) -> str:
        shown = hidden.format(chance.choice(FIGURES))
        return chance.choice([f"{text}{shown}", f"{shown}{text}"]) if text.strip() else text

    return _cells(page, chance, change)


def hidden_rows(page: str, chance: Chance) -> str:
    row = chance.choice(
        [
            '<tr style="display:none">{}</tr>', "<tr hidden>{}</tr>", "<!--<tr>{}</tr>-->",
            '<tr class="qz-gone">{}</tr>', '<tr style="visibility:collapse">{}</tr>',
        ]
    )  # fmt: skip
    cells = "<td></td><td></td><td>003</td><td>Старая строка</td><td>7 000</td>"
    page = page.replace("</head>", "<style>.qz-gone{display:none}</style></head>", 1)
    return re.sub(
        r"</tr>", lambda match: match[0] + row.format(cells) if chance.random() < 0.1 else match[0], page
    )


def hidden_table(page: str, chance: Chance) -> str:
    table = (
        "<table><tr><td>Категория</td><td>Наименование</td><td>Сумма</td></tr>"
        "<tr><td>1</td><td>Налоги</td><td>5</td></tr></table>"
    )
    return page.replace("<table", f'<div style="display:none">{table}</div><table', 1)


def upper_tags(page: str, chance: Chance) -> str:
    return re.sub(r"</?[a-z]+\d?(?=[\s>])", lambda match: match[0].upper(), page)


def entities(page: str, chance: Chance) -> str:
    form = chance.choice(["&#{};", "&#x{:x};", "&#0{};"])

    def change(text: str) -> str:
        return "".join(
            form.format(ord(letter)) if letter.isalnum() and chance.random() < 0.2 else letter
            for letter in text
        )

    return _cell_texts(page, chance, lambda text: text if "&" in text else change(text))


def body_groups(page: str, chance: Chance) -> str:
    head = chance.choice(["", "<colgroup><col width=9><col></colgroup>", "<col><col>", "<caption></caption>"])
    page = re.sub(r"(<table\b[^>]*>)", rf"\1{head}<tbody>", page)
    return page.replace("</table>", "</tbody></table>")


def header_group(page: str, chance: Chance) -> str:
    row = r"\s*<tr\b[^>]*>(?:(?!rowspan|<tr|<table).)*?</tr>"
    return re.sub(rf"(<table\b[^>]*>)({row})(?!\s*<tbody)", r"\1<thead>\2</thead>", page, flags=re.DOTALL)


def header_cells(page: str, chance: Chance) -> str:
    return _each_row(page, chance, lambda row: re.sub(r"<(/?)td\b", r"<\1th", row), rate=0.2)


def _each_row(page: str, chance: Chance, change: Callable[[str], str], rate: float = 0.3) -> str:
    return re.sub(
        r"<tr\b[^>]*>(?:(?!<table).)*?</tr>",
        lambda match: change(match[0]) if chance.random() < rate else match[0],
        page,
        flags=re.DOTALL | re.IGNORECASE,
    )


def empty_cells_joined(page: str, chance: Chance) -> str:
    pair = re.compile(r"(<td>)\s*</td>\s*<td>\s*</td>")
    return _each_row(page, chance, lambda row: pair.sub('<td colspan="2"></td>', row, count=1))


def ends_left_out(page: str, chance: Chance) -> str:
    return re.sub(r"</(?:td|tr|th)>", "", page) if page.count("<table") == page.count("</table>") else page


def empty_rows(page: str, chance: Chance) -> str:
    row = chance.choice(
        [
            "<tr></tr>",
            "<tr><td></td></tr>",
            "<tr><td>&nbsp;</td><td>\u00a0</td></tr>",
            "<tr><td><br></td></tr>",
        ]
    )
    return re.sub(r"</tr>", lambda match: match[0] + (row if chance.random() < 0.2 else ""), page)


def empty_last_column(page: str, chance: Chance) -> str:
    cell = chance.choice(["<td></td>", "<td>&nbsp;</td>", "<td width=1></td>"])
    return page.replace("</tr>", f"{cell}</tr>")


def layout_table(page: str, chance: Chance) -> str:
    opened, _, rest = page.partition("<body")
    attributes_of_body, _, body = rest.partition(">")
    body, _, closed = body.rpartition("</body>")
    before, after = chance.choice(
        [
            ("<table><tr><td>", "</td></tr></table>"), ("<div><div>", "</div></div>"), ("<main>", "</main>"),
            ("<table><tbody><tr><td></td><td>", "</td></tr></tbody></table>"), ("<center><blockquote>", "</blockquote></center>"),
        ]
    )  # fmt: skip
    return f"{opened}<body{attributes_of_body}>{before}{body}{after}</body>{closed}"


def style_sheet(page: str, chance: Chance) -> str:
    sheet = chance.choice(
        [
            "td{border:1px solid} .a:before{content:'7'}", "@media print{td{display:none}}", "@page{size:A4}",
            "@font-face{font-family:x;src:url(x)} p.MsoNormal{margin:0}", "/* td{display:none} */ td{color:#000}",
            "table tr td.never{display:none} p>span.x{visibility:hidden}", "<!-- td{font-size:9pt} -->",
        ]
    )  # fmt: skip
    return page.replace("</head>", f"<style>{sheet}</style></head>", 1)


def comments(page: str, chance: Chance) -> str:
    noise = chance.choice(
        [
            "<!-- 7 000 -->",
            "<!--[if gte mso 9]><xml>7</xml><![endif]-->",
            "<?xml:namespace prefix = o />",
            "<![if !supportEmptyParas]>",
        ]
    )
    return re.sub(
        r"<(?:tr|td|p)\b",
        lambda match: (noise if chance.random() < 0.1 and match[0] != "<td" else "") + match[0],
        page,
    )


def whitespace_gone(page: str, chance: Chance) -> str:
    return re.sub(r">\s+<(?=/?(?:t[drh]|table|tbody)\b)", "><", page)


def line_ends(page: str, chance: Chance) -> str:
    return re.sub(r"\r?\n", chance.choice(["\r\n", "\r", "\n\n"]), page)


def latin_in_labels(page: str, chance: Chance) -> str:
    return re.sub(
        r"(?<=>)(?:Сумма|Класс|Сомасы|Атауы|Санаты)",
        lambda match: match[0].translate(str.maketrans("САас", "CAac")),
        page,
    )


PAGES: Mapping[str, PageMutation] = {
    change.__name__: change
    for change in (
        nbsp_in_amounts, blank_around, lines_in_names, zero_width, attributes, wrappers, runs_split, hidden_texts,
        hidden_rows, hidden_table, upper_tags, entities, body_groups, header_group, header_cells,
        empty_cells_joined, ends_left_out, empty_rows, empty_last_column, layout_table, style_sheet, comments,
        whitespace_gone, line_ends, latin_in_labels,
    )
}  # fmt: skip
