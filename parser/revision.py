"""The revision of the parser, stored with every file it read.

It rises whenever the same file may be read otherwise than before: another line, name, amount,
path, code, place in the source, discrepancy or finding. A file that an older revision read is then
read anew when it is loaded again; with the same revision it is "unchanged" and nothing is done.
Reformatting and speed do not count.

`readings.tsv` beside it holds fingerprints of how this revision reads the fixture documents.
`make fingerprint` raises the number when one of them changed; `python -m tests.fingerprint --raise`
where the change shows in none of them. A test fails when one changes without the other.
"""

PARSER_REVISION = 93
