"""How much a document may hold. What goes past is refused before it costs memory or time."""

from __future__ import annotations

# The largest real documents (a district's decision with all its rural districts, three years
# each) have some ten thousand rows of at most a dozen columns; names stay under a thousand letters.
MAX_ROWS = 30_000
MAX_COLUMNS = 200
MAX_CELLS = 1_000_000
MAX_CELL_TEXT = 20_000
MAX_PARAGRAPH_TEXT = 200_000
MAX_NESTING = 200  # elements inside one another
MAX_PAGES = 2_000
MAX_SCANNED_PAGES = 300  # each takes some seconds
MAX_PICTURE = 120_000_000  # dots of a page; an A4 sheet has 35 million at 600 to the inch
MAX_MEMBERS = 5_000  # files in an archive
MAX_ARCHIVES = 3  # one in another: a folder of folders, each packed, in one that is sent
MAX_MARKUP = 16 * 1024 * 1024  # a tree takes about ten times its markup
MAX_UNPACKED = 96 * 1024 * 1024  # all of an archive
MAX_RATIO = 200  # unpacked to packed, where it is more than a megabyte; Word files stay under 60
MAX_TAGS = 1_500_000  # of a page or a Word file; ten thousand rows have some half a million
MAX_ATTRIBUTES = 2_000  # spaces within one tag: parsers compare each attribute with all before it
MAX_PARAGRAPHS = 100_000
