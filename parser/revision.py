"""The revision of the parser, stored with every file it read.

Raise it whenever the same file may be read otherwise than before: another line, name,
amount, path, code, place in the source, discrepancy or finding. A file that an older
revision read is then read anew when it is loaded again; with the same revision it is
"unchanged" and nothing is done. Reformatting and speed do not count.
"""

PARSER_REVISION = 5
