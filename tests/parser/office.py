"""The printers of documents in the forms of office programs, by the form that each is told to be."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tests.parser.contents import Printer
from tests.parser.open_documents import as_ods, as_odt
from tests.parser.rich_text import as_rtf
from tests.parser.workbooks import as_xlsx

PRINTERS: Mapping[str, Printer] = {
    "xlsx": as_xlsx,
    "xlsx of texts": partial(as_xlsx, numbers=False),
    "xlsx of one sheet": partial(as_xlsx, one_sheet=True),
    "ods": as_ods,
    "odt": as_odt,
    "rtf": as_rtf,
    "rtf of Unicode": partial(as_rtf, cyrillic=False),
}
