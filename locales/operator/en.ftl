### What the command line says to an operator, in English.

## Places in a file

place-line = line { NUMBER($number, useGrouping: 0) }
place-row = row { NUMBER($number, useGrouping: 0) }
place-paragraph = paragraph { NUMBER($number, useGrouping: 0) }
place-table = table { NUMBER($number, useGrouping: 0) }
place-page = page { NUMBER($number, useGrouping: 0) }
place-sheet = sheet { NUMBER($number, useGrouping: 0) }

## What is said of a file that was read

label-decision = decision
label-council = council
label-registered = registered
label-amends = amends
label-budget = budget
label-in-force-from = in force from
label-title = title
label-clause = clause { $clause }
label-edition = edition
label-discrepancy = discrepancy
label-discrepancies = discrepancies
label-warning = warning
label-set-aside = set aside
label-table = table
parsed-decision = { $decision }, { $kind ->
    [original] original
    [amendment] amendment
   *[redaction] redaction
}
parsed-untied = no line could be told
parsed-edition = { $place } { NUMBER($year, useGrouping: 0) }, { $appendix ->
    [none] an appendix without a number
   *[other] appendix { $appendix }
}, { $language ->
    [kk] Kazakh
   *[ru] Russian
}: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}, unit { NUMBER($unit, useGrouping: 0) } tenge
parsed-no-discrepancies = none: every parent is the sum of its children, all identities hold
set-aside = { $appendix ->
    [none] an appendix without a number
   *[other] appendix { $appendix }
}: { $reason ->
    [programs] a list of programs
    [protected] protected programs
    [land] a sale of land
    [transfers] transfers
    [no-expenditure] a budget without its expenditure
    [execution] a report of what was spent, no plan
    [no-plan] a draft, a forecast, a request, an estimate or changes alone, no plan
    [other-place] the budget of a place that the council is not of
    [year] a year that its budget has not
    [changed-rows] changed rows alone, not the whole budget
    [several-places] a table of several places together
    [other-decision] a table of another decision
    [column] a budget beside what nobody can say to be one
    [unit] a budget whose unit is not sure
   *[other] no budget
}, «{ $title }»

## Readings that stayed uncertain

finding-amount-missing = no amount is printed for «{ $name }» ({ $path }); the row is left out
finding-digits-oddly-spaced = the digits of { $printed } are oddly spaced; read as one number
finding-cells-unsure = the cells of «{ $name }», or where it stands, are not certain
finding-levels-unsure = levels of the rows under { $section } are not certain
finding-row-set-aside = a row without a code is no part of a budget's structure: { $printed }
finding-row-hidden = a row is hidden and was not read: { $printed }
finding-row-lost = below «{ $name }» ({ $path }) a row seems to be lost: all other rows of its level have one
finding-row-repeated = the row «{ $name }» ({ $path }) stands twice
finding-signs-differ = «{ $name }» ({ $path }) has another sign than the row that it is part of
finding-name-slipped = the name «{ $name }» stands at the code { $path }, which other tables of the decision call «{ $usual }»: names seem to have slipped against codes and amounts
finding-name-unlike-editions = the name «{ $name }» stands at the code { $path }, which other editions of the budget of { NUMBER($year, useGrouping: 0) } call «{ $usual }»: names seem to have slipped against codes and amounts
finding-code-unsure = the code of «{ $name }» was read from a picture in different ways: { $codes }
finding-name-unsure = the name «{ $name }» was read from a picture and is not certain
finding-name-in-other-language = the name «{ $name }» is printed in the other language alone
finding-names-in-both-languages = the table prints its names in both languages; those in { $language ->
    [kk] Kazakh
   *[ru] Russian
} are taken
finding-table-twice = a second table for { $budget_place } in { NUMBER($year, useGrouping: 0) }
finding-table-in-both-languages = the table stands in both languages in one file: { $budget_place }, { NUMBER($year, useGrouping: 0) }; both are taken
finding-table-unclosed = the table is not closed: the next one tells where it ends, and its last rows may be lost
finding-titled-as-no-budget = titled as { $reason ->
    [programs] a list of programs
    [protected] protected programs
    [land] a sale of land
    [transfers] transfers
   *[other] no budget
}, but printed as a budget
finding-thousands-or-decimals = whether the sign in { $printed } parts thousands or decimals is told by sums that do not all hold
finding-scanned = read from a picture: amounts that sums confirm: { $proved }, that none confirms: { $unproved }
finding-unit-in-amounts = the amounts name tenge ({ $printed }), the header names thousands or millions: read as the header says
finding-unit-assumed = no unit is printed; thousand tenge is assumed
finding-units-differ = the table's parts name different units, { NUMBER($tenge) } tenge is one of them; the table is not read
finding-column-no-budget = { $label ->
    [none] no label says
   *[other] the label «{ $label }» does not say
} that this column of amounts is the budget; the table is not read
finding-column-unknown = the label «{ $label }» over the amounts is not known: the column was read as the budget
finding-several-places = the title names several places, each of which has a budget of its own: «{ $title }»; the table is not read
finding-other-decision = the table belongs to decision № { $number } of { $date }, which is not the decision of this file; it is not read
finding-stamp-differs = the table's stamp names decision № { $number } of { $date }; it is read as a table of the decision of this file
finding-unit-contradicted = the label says { NUMBER($printed, useGrouping: 0) } tenge in a unit, the figures of the text { NUMBER($told, useGrouping: 0) }; the table is not read
finding-place-differs = the table's title names { $title }, and the decision is of the council of { $council }; the table is not read
finding-year-outside = the table is of { NUMBER($year, useGrouping: 0) }, the budget of { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) }; the table is not read
finding-year-unlikely = the table is of { NUMBER($year, useGrouping: 0) }, the decision that set it of { $date }: no plan is made for such a year
finding-changed-rows = the table of { NUMBER($year, useGrouping: 0) } has changed rows alone: it does not say what the others became; it is not read
finding-unit-from-text = no unit is printed; by the figures of the text it is { NUMBER($tenge) } tenge
finding-unit-of-header = the table's header says { NUMBER($printed, useGrouping: 0) } tenge in a unit, a line above it { NUMBER($above, useGrouping: 0) }; it is read by its header
finding-unit-unknown = no unit is printed or told by the text, and other tables of the decision do not count in thousands; the budget of { NUMBER($year, useGrouping: 0) } is not read
finding-year-from-appendix = no year is printed; { NUMBER($year, useGrouping: 0) } is told from the appendix's number
finding-year-untold = no year is printed, and the budget has fewer years than the number of the appendix ({ $appendix }); the table is not read
finding-years-differ = the title names { NUMBER($year, useGrouping: 0) }, the label over the amounts { NUMBER($other, useGrouping: 0) }: read as the title says
finding-kind-assumed = nothing says that the decision adopts or changes a budget; it is read as the one that adopts it
finding-amended-decisions-differ = the title names № { $title_number }{ $title_date ->
    [none] { "" }
   *[other] { " of " }{ $title_date }
}, the clause № { $clause_number }{ $clause_date ->
    [none] { "" }
   *[other] { " of " }{ $clause_date }
}
finding-amendment-not-later = № { $number } changes a decision that is not older
finding-date-impossible = there is no such day: { $printed }; the date is taken from elsewhere in the text, where it stands there
finding-decision-dated-twice = № { $number } is dated { $first_date } and { $second_date }
finding-decision-undated = № { $number } is left out of the ledger: its date is not stated
finding-footnote-out-of-order = the footnote's decisions do not stand in the order of their dates
finding-note-not-understood = № { $number } of { $date } is named above the table, and what it did to it is not understood; the table is told as the decision's before it
finding-fact-differs = { $fact ->
    [council] the council
    [decision] the decision's number or date
    [registration] the registration number
   *[title] the title
} in the text, «{ $in_text }», is not that of the facts beside it, «{ $in_facts }»; the facts are taken
finding-facts-unread = the facts beside the text cannot be read: { $reason }
finding-adopted-differs = the day of adoption beside the text is { $stated }, the decision's is { $taken }; { $taken } is taken
finding-change-unplaced = this note says that № { $number } of { $date } changed the act and not which part of it: whether it set a table is not told, and each stands under the decision before
finding-cause-not-in-text = № { $number } of { $date } is said to have made this version, and no note of the text names it
finding-changed-without-note = the table of { NUMBER($year, useGrouping: 0) } for { $budget_place } is not that of the version before, and no note says who changed it; it is told as that of № { $number } of { $date }, which made this version
finding-table-not-read = this version has no table of { NUMBER($year, useGrouping: 0) } for { $budget_place } that could be read
finding-table-absent = this version has no table of { NUMBER($year, useGrouping: 0) } for { $budget_place }, and another version has one
finding-dash-or-minus = the dash in «{ $printed }» may be a minus or not
finding-figure-is-no-amount = { $old } or { $new } is no amount
finding-figure-oddly-spaced = the spaces in «{ $printed }» stand in odd places
finding-figure-untied = no line could be told for the figure { THOUSANDS($amount) } thousand tenge
finding-figures-unpaired = figures to be replaced: { $old_count }, figures in their place: { $new_count }
finding-text-unsure = the numbers of this paragraph were read from a picture and are not certain: { $printed }
finding-thousands-left-out = «{ $printed }» names no thousands as its list does
finding-thousands-left-out-but-table-agrees = «{ $printed }» names no thousands as its list does; the table has the same number in its unit

## Where documents disagree; amounts in thousand tenge

discrepancy-sum = { $path } is printed as { THOUSANDS($printed) }, the lines under it add up to { THOUSANDS($expected) } thousand tenge
discrepancy-total = { $path } is printed as { THOUSANDS($printed) }, its lines add up to { THOUSANDS($expected) } thousand tenge
discrepancy-net_lending = { $path } is printed as { THOUSANDS($printed) }, loans less repayments are { THOUSANDS($expected) } thousand tenge
discrepancy-financial_assets = { $path } is printed as { THOUSANDS($printed) }, purchases less sales are { THOUSANDS($expected) } thousand tenge
discrepancy-deficit = { $path } is printed as { THOUSANDS($printed) }, the sections above it make { THOUSANDS($expected) } thousand tenge
discrepancy-financing = { $path } is printed as { THOUSANDS($printed) }, its parts make { THOUSANDS($expected) } thousand tenge
discrepancy-text = { $path } is { THOUSANDS($printed) } in the text, { THOUSANDS($expected) } thousand tenge in the table
discrepancy-summary = { $path } is printed as { THOUSANDS($printed) }, the districts' budgets add up to { THOUSANDS($expected) } thousand tenge
discrepancy-section_missing = { $path } is not there: the table has no row of it
discrepancy-total_missing = { $path } has no total; its lines add up to { THOUSANDS($expected) } thousand tenge
discrepancy-balance_missing = { $path } is not there{ $expected ->
    [none] { "" }
   *[other] ; by the other rows it is { THOUSANDS($expected) } thousand tenge
}
discrepancy-other_section = { $path }, { THOUSANDS($printed) } thousand tenge: the section has no such code, or has it already; it may be a row of another section
discrepancy-zero_code = { $path }, { THOUSANDS($printed) } thousand tenge: a code of zeros
discrepancy-above_parent = { $path } is printed as { THOUSANDS($printed) }, more than the row that it is part of, { THOUSANDS($expected) } thousand tenge
discrepancy-language = { $path } is { THOUSANDS($printed) } in Russian, { THOUSANDS($expected) } thousand tenge in Kazakh
discrepancy-previous = { $path } is replaced as { THOUSANDS($printed) }, the edition before has { THOUSANDS($expected) } thousand tenge
discrepancy-uncertain = { $found }; a reading near it was uncertain, so the mistake may be ours
discrepancy-doubted = { $found }; { $doubt }
doubted-scanned = read from a picture, the amount is not confirmed
doubted-unsure = read with doubt, the amount may belong to the row beside it or to another year
doubted-rows = { NUMBER($year, useGrouping: 0) }, { $appendix ->
    [none] an appendix without a number
   *[other] appendix { $appendix }
}: { $doubt }; { $count ->
    [one] { $count } row
   *[other] { $count } rows
} ({ $rows })

## Tables that two files have read differently well

lost-in-reading = { $loss ->
    [sections] sections that it lacks: { $count }
    [skeleton] totals and balances that it lacks, or rows in a wrong section: { $count }
    [sums] sums that do not hold in it and hold in the other: { $count }
    [lines] fewer lines, by { $count }
   *[doubts] more rows that were read with doubt, by { $count }
}
dispute-kept = { NUMBER($year, useGrouping: 0) }, { $language ->
    [kk] Kazakh
   *[ru] Russian
}: the table stays as { $file } has it. This file’s reading is the worse one ({ lost-in-reading }); load --replace stores it all the same
dispute-better = { NUMBER($year, useGrouping: 0) }, { $language ->
    [kk] Kazakh
   *[ru] Russian
}: the table takes the place of that of { $file }, whose reading was the worse one ({ lost-in-reading })
dispute-worse = { NUMBER($year, useGrouping: 0) }, { $language ->
    [kk] Kazakh
   *[ru] Russian
}: the table takes the place of that of { $file } as --replace says, though its reading is the worse one ({ lost-in-reading })

## Why a file is not read

parse-error-not-found = there is no such file
parse-error-not-a-file = this is not a file
parse-error-unreadable = the file cannot be read: { system-error }
parse-error-too-large = the file is too large for a decision: { $bytes } bytes, at most { $most }
parse-error-empty = the file is empty
parse-error-binary = this is not a text file
parse-error-encoding = the text is neither UTF-8 nor UTF-16 nor Windows-1251 here
parse-error-format = documents of this form are not read; save it as DOCX, XLSX, HTML, PDF or plain text
parse-error-no-text = no text could be read on its pages
parse-error-needs-tesseract = these are pictures of pages; they are read by Tesseract with Kazakh and Russian data, which is not installed here. On Debian and Ubuntu: apt install { $packages }
parse-error-picture-not-read = Tesseract could not read this picture, or took too long; scan the page again, at 300 dots per inch
parse-error-needs-office = documents of this form are read through LibreOffice, which is not installed here; install it, or save the document as DOCX
parse-error-not-converted = LibreOffice could not make a Word file of it; save it as DOCX in the program that wrote it
parse-error-password = it is protected by a password
parse-error-broken = the file is damaged
parse-error-no-documents = no document is in this archive, only files of systems or none at all
parse-error-not-finished = what reads it { $how ->
    [timeout] did not finish in time
   *[crash] was brought down by it
}
parse-error-part-missing = the text is kept in several files, and its part { $part } is not there
parse-error-uncomputed = the value of a formula in this cell is not in the file: open it in a spreadsheet program, let it compute, and save it again
parse-error-declares-entities = it declares a document type or entities, which no office file of a decision does
parse-error-limit = it holds more than any decision does and was not read to its end: { $counted ->
    [archives] more than { $most } archives stand in one another
    [attributes] a tag with more than { $most } attributes
    [cell-letters] a cell of more than { $most } letters
    [cells] more than { $most } cells
    [columns] more than { $most } columns
    [dots] a picture of more than { $most } dots
    [drawn-lines] more than { $most } drawn lines
    [files] more than { $most } files
    [letters] more than { $most } letters
    [lines] more than { $most } lines
    [markup-bytes] more than { $most } bytes of markup
    [nesting] elements nested over { $most } deep
    [pages] more than { $most } pages
    [paragraph-letters] a paragraph of more than { $most } letters
    [paragraphs] more than { $most } paragraphs
    [rows] more than { $most } rows
    [style-rules] rules of style tried more than { $most } times
    [tags] more than { $most } tags
    [times-unpacked] it unpacks to over { $most } times its size
   *[unpacked-bytes] it unpacks to more than { $most } bytes
}
parse-error-no-words = there is no text in Kazakh or Russian in it
parse-error-no-budget = it is no decision: neither a number with a date nor a table stands in it
parse-error-draft = it is a draft and no adopted decision
parse-error-execution = it is a report of how a budget was carried out, no plan
parse-error-no-table = decision № { $number } is read, but there is no table in it, and no figure that it changes
parse-error-appendix-absent = the decision sets appendix { $appendix } anew here, but the file has no table of it
parse-error-tables-are-no-budget = { $count ->
    [1] its only table is no budget:
   *[other] none of its { $count } tables is a budget; the first one here:
} { $reason ->
    [programs] its title says a list of programs
    [protected] its title says protected programs
    [land] its title says a sale of land
    [transfers] its title says transfers
    [execution] its title says a report of how a budget was carried out, no plan
    [no-plan] its title says a draft, a forecast, a request, an estimate or changes alone, no plan
    [other-place] its title names a place that the council is not of
    [year] it is of a year that its budget has not, or that was over
    [changed-rows] it has changed rows alone, not the whole budget
    [several-places] its title names several places
    [other-decision] its stamp names another decision
    [column] the label over its amounts does not say that they are a budget
    [unit] its unit is not sure
   *[other] { $lack ->
        [amounts] no row of it has an amount
        [sections] it does not name two sections of a budget, such as revenue and expenditure
        [codes] its rows have no codes of the budget classification
       *[none] its title does not call it a budget
    }
}
parse-error-no-rows = no row of this table is one of a budget
parse-error-no-expenditure = this table is called a budget, but has no expenditure: only what comes in is there
parse-error-no-decision = no decision with its number and date is named in it
parse-error-no-place = it does not say which council decided
parse-error-unnamed-place = whose budget the table is, is not named in it: a rural district, a village or a settlement
parse-error-no-year = it does not say which year the table is for
parse-error-unreadable-row = this row of the table cannot be read
parse-error-unreadable-amount = this amount cannot be read
parse-error-rows-in-one = { $count } amounts stand in one cell: the rows of this table stand in one row, and which code and name belongs to which amount cannot be told
parse-error-scanned-sum = read from a picture, and a total does not close: «{ $name }» is { THOUSANDS($amount) }, its rows add up to { THOUSANDS($expected) }; scan the pages more clearly
parse-error-scanned-total = read from a picture, and the total of { $section } is not to be seen; scan the pages more clearly
parse-error-scanned-head = the decision's number or date was read from a picture in different ways: { $readings }; scan the first page more clearly
parse-error-csv-keys-missing = the head of the CSV form lacks { $keys }
parse-error-csv-key = this line of the CSV form's head has no key, one that stands there already, or more than a value
parse-error-csv-value = the head of the CSV form has { $key } wrong
parse-error-csv-number-is-date = a spreadsheet has made a date of the number in { $key }: format the cell as text and write the number again
parse-error-csv-columns = these are not the columns of the CSV form
parse-error-csv-row = this row does not fit the CSV form
parse-error-csv-quoting = the quoting of the CSV is broken
parse-error-csv-sheets = an edition in the CSV form is one sheet: move the others to files of their own

## The system and the database

system-error = { $errno ->
    [EACCES] there is no permission for it
    [EADDRINUSE] the address is in use
    [EADDRNOTAVAIL] this machine has no such address
    [ECONNREFUSED] nothing answers there
    [EISDIR] this is a folder
    [ELOOP] this is a link: name the folder itself
    [ENOENT] there is no such file
    [ENOSPC] the disk is full
    [ENOTDIR] there is a file where a folder should be
    [EEXIST] there is a file where a folder should be
    [EROFS] nothing can be written there
    [none] the system gave no reason
   *[other] { $errno }
}
several-decisions = several loaded decisions have the number { $number }: { $found }. Say which with --place or --date
database-error = the database cannot be used: { $reason }
driver-error = { $code ->
    [SQLITE_BUSY] another program is writing into it
    [SQLITE_CANTOPEN] its file cannot be opened
    [SQLITE_CORRUPT] its file is damaged
    [SQLITE_FULL] the disk is full
    [SQLITE_NOTADB] its file is no database
    [SQLITE_READONLY] its file is read-only
    [none] { $said }
   *[other] { $code }, { $said }
}
engine-error-driver-missing = such a database needs the package { $package }: .venv/bin/python -m pip install { $package }
engine-error-parameters = DATABASE_URL has a parameter that the driver of the database does not understand
engine-error-refused = it did not accept the connection: { $said }
engine-error-unreachable = it cannot be reached: { system-error }
schema-error-broken-references = after the migration, references are broken in { $tables }; nothing was changed
schema-error-newer = its schema is { $found }, newer than this program's { $known }

## Why a decision is not stored

decision = № { $number }{ $date ->
    [none] { "" }
   *[other] { " of " }{ $date }
}
ingest-error-budget-ambiguous = this decision is known in several budgets: the text must state its years
ingest-error-place-unknown = it does not state the place of its budget, { $amended_number ->
    [none] nor which decision it amends
   *[other] and № { $amended_number }{ $amended_date ->
        [none] { "" }
       *[other] { " of " }{ $amended_date }
    }, which it amends, is not loaded: load that one first
}
ingest-error-years-unknown = it does not state the years of its budget, { $amended_number ->
    [none] nor which decision it amends
   *[other] and № { $amended_number }{ $amended_date ->
        [none] { "" }
       *[other] { " of " }{ $amended_date }
    }, which it amends, is not loaded: load that one first
}
ingest-error-same-short-key = { $budget } cannot be told from { $other } by its short key
ingest-error-setter-undated = the table for { NUMBER($year, useGrouping: 0) } in { $language ->
    [kk] Kazakh
   *[ru] Russian
} is set by № { $setter_number }, whose date is not stated
ingest-error-table-twice = the table for { NUMBER($year, useGrouping: 0) } in { $language ->
    [kk] Kazakh
   *[ru] Russian
}, set by № { $setter_number }, stands there twice
ingest-error-year-outside-budget = the table for { NUMBER($year, useGrouping: 0) } in { $language ->
    [kk] Kazakh
   *[ru] Russian
} is outside the budget's years, { NUMBER($first_year, useGrouping: 0) }–{ NUMBER($last_year, useGrouping: 0) }
ingest-error-worse-reading = nothing is stored. The table for { NUMBER($year, useGrouping: 0) } in { $language ->
    [kk] Kazakh
   *[ru] Russian
} stays as { $file } has it: this file’s reading is the worse one ({ lost-in-reading }). load --replace stores it all the same
ingest-error-amount-too-large = { $printed } is more than any amount of money
ingest-error-language-unknown = the language of the text is not known
ingest-error-row-twice = row { NUMBER($row, useGrouping: 0) } of { NUMBER($year, useGrouping: 0) } stands twice

## Why a dataset is not read

archive-error-no-git = git is not installed, and the archive is read from its history: install git (Debian: apt install git)
archive-error-no-clone = { $path }: this is no git repository, nor a folder with any
archive-error-no-commits = { $path }: this repository has no commits
archive-error-git-failed = { $path }: git cannot read this repository: { $said }
archive-error-no-council = no council in this archive is called { $council }{ $near ->
    [none] { "" }
   *[other] ; there are: { $near }
}
dataset-error-broken-csv = the quoting or the encoding is broken here
dataset-error-columns-missing = these columns are missing: { $columns }
dataset-error-file-unreadable = the file cannot be read: { system-error }
dataset-error-other-form = this is not { $form } of version { $version }
dataset-error-cell-count = { $cells } cells for { $columns } columns
dataset-error-cell-value = not what this column holds
dataset-error-edition-out-of-order = expected { $expected }
dataset-error-edition-unknown = the source has no such edition
dataset-error-line-count = lines.csv has { $lines } lines of it
dataset-error-source-out-of-order = expected { $expected } or later
dataset-error-source-unknown = there is no such source
dataset-error-source-without-text = texts.csv says nothing of it

## The dataset, for those who read it

dataset-title = Budgets of Kazakhstan's local councils, decision by decision
dataset-description = Amounts are whole tenge. These are the councils' plans, not their execution. An empty cell is not stated, never zero. A table that is loaded in both languages stands in lines.csv once for each.
dataset-file-sources = The files that the rows were read from
dataset-file-texts = What each file says of the decision it prints, for each budget the decision is about
dataset-file-mentions = The decisions that each file names: what it amends, what amended it
dataset-file-editions = A budget year's table as one decision left it, in one language
dataset-file-lines = Every printed row, subtotals included; filter row_role = leaf before adding up. What comes back is subtracted in its balance: net_lending/repayments and /5, financial_assets/sale and /6, financing_payments
dataset-file-figure_changes = The figures that a decision's text replaces, in tenge
dataset-file-discrepancies = Where documents disagree with themselves, with their other text or with the edition before
dataset-file-warnings = Readings that stayed uncertain
dataset-file-decisions = Every decision known, loaded or only named by another; follows from the other files
dataset-file-changes = What each decision changed against the edition before; follows from the other files
dataset-guide = How to read this
dataset-guide-lines = Every printed row of the councils' decisions: on the sheet «lines» one row is one row of a table.
dataset-guide-amount = amount is in tenge, a whole number; an empty cell is not stated, never zero.
dataset-guide-doubt = doubt says why an amount may not be the one on paper: scanned, read from a picture and not confirmed; unsure, it may belong to the row beside it or to another year.
dataset-guide-totals = There are totals, too: filter row_role = leaf before you add up.
dataset-guide-codes = Codes are text, so that their leading zeros stay. line_id is a line's lasting name.
dataset-guide-phase = phase: approved is the budget as adopted, adjusted as a later decision changed it.
dataset-guide-language = language: a table that is loaded in both stands here once for each; take one of them before you add up.
dataset-guide-source = decision_number, decision_date, appendix, row: where the amount is printed; source: the file (sources.csv).
dataset-guide-plans = These are the councils' plans, not their execution.

## Settings

setting-error-address = must be an address such as https://example.org/path
setting-error-database-driver = must begin with sqlite+aiosqlite:// or postgresql+asyncpg://
setting-error-database-url = is no database URL, such as sqlite+aiosqlite:///qazyna.db
setting-error-listen = must be host:port, such as 127.0.0.1:8080
setting-error-one-of = must be one of { $allowed }
setting-error-secret-form = must be 1 to 256 of the characters A-Z a-z 0-9 _ -
setting-error-secret-missing = must be set with WEBHOOK_URL, or anyone could pretend to be Telegram
setting-error-telegram-ids = must be Telegram ids (numbers) separated by commas
setting-error-unusable = cannot be used

## Why the bot does not start or had to stop

start-error = The bot cannot start: { $reason }
start-no-token = BOT_TOKEN is not set. Get a token from @BotFather in Telegram (/newbot) and put BOT_TOKEN=… into .env.
start-without-telegram = To try the bot without Telegram, run: python -m bot chat
start-token-form = BOT_TOKEN is not a token: one looks like 123456789:AAH… and comes from @BotFather.
start-token-refused = Telegram does not accept BOT_TOKEN: it is wrong or was revoked. Ask @BotFather.
start-unreachable = The Bot API cannot be reached: { $said }
start-telegram-refused = Telegram refused: { $said }

## Help of the commands

cli-usage = usage:
cli-command = COMMAND …
cli-arguments = arguments
cli-options = options
cli-commands = commands
cli-help = show this and end
cli-program = Qazyna answers questions about the budgets of Kazakhstan's local councils, decision by decision.
cli-command-run = the Telegram bot: long polling, or a webhook where WEBHOOK_URL is set
cli-command-chat = the same bot here, without Telegram; its buttons are numbered
cli-command-load = decisions into the database; loading a file again changes nothing
cli-command-parse = what is understood of a file; nothing is stored
cli-command-ask = the answer to a question, or to each line of the input
cli-command-changes = what a decision changed, line by line, and whether the totals agree
cli-command-check = every place where a loaded document disagrees with itself
cli-command-coverage = by region and year: what is loaded, and how cleanly it was read
cli-command-export = the dataset: CSV files as a Tabular Data Package, and a spreadsheet
cli-command-backup = a sound copy of the database, also while the bot runs
cli-command-migrate = the database's schema, brought up to date
cli-command-stats = what is stored, counted
cli-json = JSON; amounts are whole tenge
cli-lang = the language of names and texts
cli-load = load these files or folders first
cli-paths = files, folders and zip archives of decisions
cli-archive = a clone of the open archive of decisions, or a folder of clones: its budgets with all their versions
cli-council = only this council: its name in either language, or its code; may be given several times
cli-since = only budgets that begin in this year or later
cli-jobs = how many processes read at once; as many as there are processors
cli-replace = let a worse reading of a table take the place of a better one
cli-file = a decision
cli-question = a question in Kazakh or Russian
cli-stdin = answer every line of the input
cli-number = the decision's number; the newest one where none is given
cli-place = the place whose council adopted it
cli-date = the day it was adopted
cli-folder = a folder; it is made where there is none
cli-backup-path = the file to make

## A command that was called wrongly

usage-help = What there is: { $command } --help
usage-no-command = there is no command { $found }{ $similar ->
    [none] { "" }
   *[other] ; similar: { $similar }
}
usage-no-option = there is no option { $found }{ $similar ->
    [none] { "" }
   *[other] ; similar: { $similar }
}
usage-option-value = { $takes ->
    [nothing] { $name } takes no value
   *[value] { $name } needs a value
}
usage-missing = { $name } is missing
usage-value = the value does not fit: { $name }{ $least ->
    [none] {""}
   *[other] { $most ->
        [none] {" "}– a whole number, { $least } or more
       *[other] {" "}– a whole number from { $least } to { $most }
    }
}
usage-extra = not expected here: { $found }

## What the commands print

load-progress = loading
load-nothing = there are no files to load
load-left = { $count ->
    [0] Stopped after the last file.
    [one] One file was not reached: the same command goes on.
   *[other] { $count } files were not reached: the same command goes on.
 }
load-file = file
load-decision = decision
load-editions = editions
load-lines = lines
load-discrepancies = discrepancies
load-milliseconds = ms
load-result = result
load-status = { $status ->
    [new] new
    [unchanged] unchanged
    [replaced] replaced
   *[failed] failed
}
load-more = and { $count } more: python -m bot parse { $path }
load-first = nothing is loaded yet: python -m bot load data/taraz
load-usage = load takes either files and folders, or --archive; --council, --since, --jobs and --json go with --archive
archive-history = { $archive }: history
archive-choice = { $archive }: looking for budgets
archive-reading = { $archive }: reading
archive-no-acts = there are no acts in it: is this a clone of the archive of decisions?
archive-earlier = budgets that begin before { NUMBER($since, useGrouping: 0) } and are left out: { NUMBER($earlier) }, the latest of them { NUMBER($latest, useGrouping: 0) }
archive-cut = { $archive }: the clone has only the last part of the history (it was made with --depth); earlier versions are missing: git fetch --unshallow
archive-acts = acts looked at: { NUMBER($acts) }, of them no budgets: { NUMBER($others) }, budgets read before and unchanged: { NUMBER($unchanged) }
archive-read = budgets read now: { NUMBER($budgets) }, their versions: { NUMBER($versions) }, texts read: { NUMBER($texts) }, refused: { NUMBER($refused) }
kind-amount-missing = no amount in a row
kind-digits-oddly-spaced = digits oddly spaced
kind-cells-unsure = cells unsure
kind-levels-unsure = levels unsure
kind-row-hidden = hidden row
kind-row-set-aside = row set aside
kind-row-lost = row lost
kind-row-repeated = row repeated
kind-signs-differ = signs differ
kind-name-slipped = name at another row's code
kind-name-unlike-editions = name at another code than in other editions
kind-code-unsure = code unsure
kind-name-unsure = name unsure
kind-name-in-other-language = name in the other language alone
kind-names-in-both-languages = names in both languages
kind-table-twice = table stands twice
kind-table-in-both-languages = table in both languages
kind-table-unclosed = table not closed
kind-titled-as-no-budget = titled as no budget
kind-thousands-or-decimals = thousands or decimals
kind-scanned = read from a picture
kind-unit-in-amounts = unit among amounts
kind-unit-assumed = unit assumed
kind-units-differ = units differ
kind-years-differ = two years named
kind-column-no-budget = column of amounts that is no budget
kind-column-unknown = unknown label over the amounts
kind-stamp-differs = stamp of another decision
kind-other-decision = table of another decision
kind-several-places = several places in one title
kind-unit-contradicted = unit contradicted by the text
kind-place-differs = place that the council is not of
kind-year-outside = year outside the budget
kind-year-unlikely = year unlikely for a plan
kind-changed-rows = changed rows alone
kind-unit-from-text = unit told by the text
kind-unit-of-header = unit of the header
kind-unit-unknown = unit unknown
kind-year-from-appendix = year told by the appendix
kind-year-untold = year untold
kind-kind-assumed = kind of the decision assumed
kind-amended-decisions-differ = amended decisions differ
kind-amendment-not-later = amendment not later
kind-date-impossible = day that no calendar has
kind-decision-dated-twice = decision dated twice
kind-decision-undated = decision without a date
kind-footnote-out-of-order = notes out of order
kind-note-not-understood = note above a table not understood
kind-fact-differs = facts differ from the text
kind-facts-unread = facts unread
kind-adopted-differs = two days of adoption
kind-change-unplaced = change of no named part
kind-cause-not-in-text = cause not named in the text
kind-changed-without-note = table changed without a note
kind-table-not-read = table of a version not read
kind-table-absent = table lacking in a version
kind-dash-or-minus = dash or minus
kind-figure-is-no-amount = figure is no amount
kind-figure-oddly-spaced = figure oddly spaced
kind-figure-untied = figure tied to no line
kind-figures-unpaired = figures unpaired
kind-text-unsure = digits of a picture unsure
kind-thousands-left-out = “thousand” left out
kind-thousands-left-out-but-table-agrees = “thousand” left out, the table agrees
kind-sum = sum of the lines
kind-total = total of a section
kind-net_lending = net lending
kind-financial_assets = balance of financial assets
kind-deficit = deficit
kind-financing = financing of the deficit
kind-text = text and table
kind-summary = summary of rural districts
kind-section_missing = section missing
kind-total_missing = total missing
kind-balance_missing = balance missing
kind-other_section = row of another section
kind-zero_code = code of zeros
kind-above_parent = part above the whole
kind-language = the two languages
kind-previous = figure before the change
archive-findings = uncertain, by kind: { $kinds }
archive-discrepancies = disagreements, by kind: { $kinds }
archive-stored = stored from the archive: { NUMBER($acts) } budget decisions (repealed: { NUMBER($repealed) }), versions: { NUMBER($versions) }, texts: { NUMBER($texts) }, refused: { NUMBER($refused) }
archive-editions = budgets: { NUMBER($budgets) }, editions: { NUMBER($editions) }, lines: { NUMBER($lines) }
ask-usage = give one question, or --stdin
no-decision = { $number ->
    [none] no loaded decision sets a table
   *[other] { $others ->
        [none] no loaded decision has the number { $number }
       *[other] the loaded decisions with the number { $number } are other ones: { $others }
    }
}
budget-not-loaded = no budget of { $place } is loaded{ $near ->
    [none] {""}
   *[other] ; there are: { $near }
}
compared-edition = { $decision }, { $place } { NUMBER($year, useGrouping: 0) }
compared-nothing = no earlier edition of this year is loaded: nothing to compare with
compared-against = against { $decision }, thousand tenge
compared-skipped = not loaded in between: { $decision }
compared-path = path
compared-old = old
compared-new = new
compared-change = change
compared-status = status
compared-name = name
compared-line = { $status ->
    [added] added
    [removed] removed
    [renamed] renamed
   *[changed] changed
}{ $moved_to ->
    [none] { "" }
   *[other] { " to " }{ $moved_to }
}{ $moved_from ->
    [none] { "" }
   *[other] { " from " }{ $moved_from }
}
compared-flow = cut { THOUSANDS($cut) }, risen { THOUSANDS($risen) }; paid for by revenue { THOUSANDS($revenue) } and financing { THOUSANDS($financing) }
compared-reconciled = reconciled: the changes of the leaves add up to the change of every printed total
compared-unread = not read, neither removed nor added: { $path } { $name }, before { $old }, now { $new }
compared-row-unread = a printed row was not read: { $printed }
compared-unsettled = rows were not read: whether the changes add up is not known
compared-gap = not reconciled: { $path } changes by { THOUSANDS($printed) }, its leaves by { THOUSANDS($leaves) }
check-nothing = no discrepancies: the stored documents agree with themselves
export-rows = { $file }: { $count }
schema-version = schema { $version }
backup-done = { $file }: { $bytes } bytes
backup-error-damaged = the database is not sound, and nothing was copied: { $said }
backup-error-exists = { $file } is there already; nothing was written
backup-error-no-database = there is no database at { $file }
backup-error-not-a-file = this database is no SQLite file; its own program makes the copy: pg_dump
stopped-by-hand = stopped
stats-budgets = budgets: { $count }
stats-decisions_loaded = decisions loaded: { $count }
stats-decisions_known = decisions known: { $count }
stats-editions = editions: { $count }
stats-lines = lines: { $count }
stats-names = names: { $count }
stats-discrepancies = discrepancies: { $count }
stats-people = people: { $count }
stats-missed_questions = missed questions: { $count }

## How much of the country is loaded

coverage-region = region
coverage-no-region = region not known
coverage-place = place
coverage-year = year
coverage-years = years
coverage-councils = councils
coverage-part = { $part } of { $whole }
coverage-rural-places = villages, towns
coverage-editions = editions
coverage-read-cleanly = read cleanly
coverage-not-loaded = not loaded
coverage-findings = unsure
coverage-discrepancies = discrepancies
coverage-refused = texts refused
coverage-unread = budgets unread
coverage-absent = nothing is loaded of: { $regions }
coverage-look-first = Look first at:
coverage-all-clean = nothing: all texts were read cleanly

## The chat in the terminal

chat-starting = Starting…
