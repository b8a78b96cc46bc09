"""What form a file has, told from its content; whatever it is, it becomes a `Document`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parser.document import Document
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.archive import Archive, Member, Unopened, open_archive, read_members
from parser.readers.csv import is_edition_csv, read_csv
from parser.readers.files import RawFile, decode
from parser.readers.html import MARKUP, decode_page, read_html
from parser.readers.markdown import is_markdown, read_markdown
from parser.readers.mhtml import is_mhtml, page_of
from parser.readers.ole import MAGIC, OleForm, ole_form
from parser.readers.printed_tables import PrintedTables
from parser.readers.rtf import is_rtf, read_rtf
from parser.readers.txt import read_txt

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Forms that people have such decisions in and that are not read: they are named, not called broken.
_OTHER_FORMS = (
    (b"AT&TFORM", "DjVu"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
)
# Office programs' forms that are one XML file, by the vocabulary that its first element declares.
_XML_FORMS = (
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "Word 2003 XML"),
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "Word XML"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "Excel 2003 XML"),
    (b"urn:oasis:names:tc:opendocument:xmlns:office:1.0", "OpenDocument XML"),
)
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"GIF8")


def is_archive(raw: RawFile) -> bool:
    """Whether a file is a zip of documents (a Word file is a zip too, but a document)."""
    return raw.data.startswith(_ZIP) and open_archive(raw).is_of_documents


def members_of(raw: RawFile) -> Iterator[Member | Unopened]:
    """The documents in a zip and in zips inside it, each unpacked by its `read()`, read by `read_document`.

    Raises:
        ParseError: `broken` or `limit` for the archive as a whole.
    """
    return read_members(raw)


def read_document(raw: RawFile, printed: PrintedTables | None = None) -> Document:
    """Reads a file of any form: a page, an office program's, PDF, a picture, plain text, our CSV.

    Args:
        raw: the file.
        printed: tables of texts that were read before.

    Raises:
        ParseError: `format` for a form that is not read (named in `found`), `password`, `no-text` for empty
            pages, `broken` for a damaged file, `limit` for what no decision needs, `encoding`, and
            what the form's own reader raises.
    """
    for is_form, read in _READERS:
        if is_form(raw):
            return read_markdown(raw, printed) if read is read_markdown else read(raw)
    return read_txt(raw)


def _is_pdf(raw: RawFile) -> bool:
    return b"%PDF-" in raw.data[:1024]


def _read_pdf(raw: RawFile) -> Document:
    from parser.readers.pdf import read_pdf

    return read_pdf(raw)


def _read_pictures(raw: RawFile) -> Document:
    from parser.readers.scan import read_pictures

    return read_pictures(raw)


def _unread_form(raw: RawFile) -> str | None:
    """The name of a form that is not read; None for any other file."""
    head = raw.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    names = [form for magic, form in _OTHER_FORMS if raw.data.startswith(magic)]
    if head.startswith(b"<?xml"):
        names += [form for vocabulary, form in _XML_FORMS if vocabulary in head]
    return names[0] if names else None


def _refuse(raw: RawFile) -> Document:
    """Names the form of a file that is not read.

    Raises:
        ParseError: `format`.
    """
    raise ParseError(ParseErrorKind.FORMAT, raw.name, found=_unread_form(raw))


def _read_zip(raw: RawFile) -> Document:
    archive = open_archive(raw)
    names = set(archive.names)
    if "word/document.xml" in names:
        from parser.readers.docx import read_docx

        return read_docx(archive)
    if "xl/workbook.xml" in names:
        from parser.readers.xlsx import read_xlsx

        return read_xlsx(archive)
    if "content.xml" in names:
        return _read_odf(archive)
    form = "XLSB" if "xl/workbook.bin" in names else "zip"
    raise ParseError(ParseErrorKind.FORMAT, raw.name, found=form)


def _read_ole(raw: RawFile) -> Document:
    form = ole_form(raw)
    if form is OleForm.WORD:
        from parser.readers.doc import read_doc

        return read_doc(raw)
    if form is OleForm.EXCEL:
        from parser.readers.xls import read_xls

        return read_xls(raw)
    if form is OleForm.ENCRYPTED:
        raise ParseError(ParseErrorKind.PASSWORD, raw.name)
    raise ParseError(ParseErrorKind.FORMAT, raw.name, found=form.value)


def _read_odf(archive: Archive) -> Document:
    """Reads an OpenDocument file by what stands in its content, whatever its type is called."""
    from parser.readers.odf import element_name, open_content
    from parser.readers.ods import read_ods
    from parser.readers.odt import read_odt

    content, styles = open_content(archive)
    if element_name(content) == "office:text":
        return read_odt(content, styles, archive.raw)
    if element_name(content) == "office:spreadsheet":
        return read_ods(content, styles, archive.raw)
    raise ParseError(ParseErrorKind.FORMAT, archive.raw.name, found="OpenDocument")


def _is_markdown(raw: RawFile) -> bool:
    """Whether a text file is a Markdown; of one that cannot be decoded another reader says so."""
    try:
        return is_markdown(raw)
    except ParseError:
        return False


def _is_markup(raw: RawFile) -> bool:
    """Whether a text file is a web page: by its first tags, wherever its head ends."""
    try:
        text = decode(raw)
    except ParseError as error:
        if error.kind is not ParseErrorKind.ENCODING:
            raise
        return MARKUP.search(raw.data[:65536].decode("latin-1")) is not None and bool(decode_page(raw))
    return MARKUP.search(text, 0, 65536) is not None


def _read_mhtml(raw: RawFile) -> Document:
    return read_html(page_of(raw))


# The first that fits; whatever fits none is plain text.
_READERS: tuple[tuple[Callable[[RawFile], bool], Callable[[RawFile], Document]], ...] = (
    (lambda raw: raw.data.startswith(_ZIP), _read_zip),
    (_is_pdf, _read_pdf),
    (lambda raw: raw.data.startswith(_IMAGES), _read_pictures),
    (lambda raw: _unread_form(raw) is not None, _refuse),
    (lambda raw: raw.data.startswith(MAGIC), _read_ole),
    (is_rtf, read_rtf),
    (is_edition_csv, read_csv),
    (is_mhtml, _read_mhtml),
    (_is_markdown, read_markdown),
    (_is_markup, read_html),
)
