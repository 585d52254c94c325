"""English words of the command line and of the files that it reads and writes.

What stands in braces is put in when the words are told.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what commands are for
    "help": "Decisions about a social security card, each with its rule and its clause.",
    "help:decide": "decide one case, or one on each line",
    "help:ask": "ask for the facts of a case one by one, and decide it",
    "help:batch": "decide every row of a file",
    "help:affected": "count the rows of a file that two rule books decide differently",
    "help:localities": "show the places that there are, or what differs in one",
    "help:facts": "show the facts: their paths, values and meaning",
    "help:rules": "show the rule sets, or one of them with its rows and clauses",
    "help:demo": "decide worked cases and show the decisions",
    "help:verify": "look for gaps, conflicts, idle rules and lapsed citations in a rule book",
    "help:diff": "compare two rule books: every kind of case whose answer changes",
    "help:replay": (
        "decide a log of decisions again, and report every line that comes out differently"
    ),
    "help:schema": "write the JSON Schema of what goes in and of what comes out",
    "help:export": "write the rule book for programs in other languages",
    "help:page": "write the interview as one HTML page, which works from a disk",
    # parts of the help
    "usage:prefix": "usage: ",
    "usage:commands": "commands",
    "usage:command": "COMMAND",
    "usage:positionals": "arguments",
    "usage:options": "options",
    "usage:argument": "argument {argument}: {what}",
    "usage:unrecognized": "unrecognized arguments: {arguments}",
    "usage:required": "the following arguments are required: {arguments}",
    "usage:ambiguous": "ambiguous option: {option} could match {known}",
    "usage:choice": "invalid choice: {value} (choose from {known})",
    "usage:no_value": "expected one argument",
    "usage:value": "takes no value, and was given {value}",
    "usage:not_with": "not allowed with argument {option}",
    # options of several commands
    "option:help": "show this help and end",
    "option:version": "print the version and end",
    "option:language": "the language of what people read; otherwise that of the environment",
    "option:rulebook": "an overlay in TOML; without it, the built-in rule book",
    "option:locality": "decide by the rule book of a locality",
    "report:json": "write the report as one JSON object",
    # decide
    "decide:file": "a file with the case as JSON, or - for standard input",
    "decide:json": "write the decision as one JSON object",
    "decide:lines": "read a case on each line and answer with a line, at once and in order",
    # ask
    "ask:file": (
        "a file with the case as JSON, which is begun or gone on with and written back; without"
        " it, what was said is printed when you leave"
    ),
    "ask:about": "a part or section that it is about, as activation; may be given several times",
    "ask:documents": "go on to the documents",
    "ask:json": "write the case and the decision as one JSON object",
    "ask:prompt": "> ",
    "ask:matters": "It matters for: {parts}",
    "ask:kind_date": "a date, as 2026-11-22",
    "ask:kind_int": "a whole number",
    "ask:kind_str": "a name or an identifier",
    "ask:commands": "? don't know   b back   q quit",
    "ask:commands_keys": ("arrow keys or a number, then Enter   ? don't know   b back   q quit"),
    "ask:quit": "q quit",
    # batch
    "batch:input": (
        "the file with the facts: .csv, .tsv, .jsonl (each also with .gz), .parquet, .arrow"
        " (.feather), or - for standard input"
    ),
    "batch:output": "the file to write, of the same kinds, or - for standard output",
    "batch:as_of": "the day to decide for, where the file has no column as_of",
    "batch:because": "write the ids of the rules beside each status",
    "batch:with": (
        "further columns, joined by commas: needs (the facts that still matter), documents (those"
        " that are missing or not confirmed), days_left (until a deadline), next_change (the day)"
    ),
    "batch:columns": "write these columns only, in this order",
    "batch:from": "the kind of the input, where its name does not say it (- is csv otherwise)",
    "batch:to": "the kind of the output, where its name does not say it (- is csv otherwise)",
    "batch:delimiter": "what parts the cells of CSV: a character, or \\t for a tab",
    "batch:encoding": "the encoding of the input, as gb18030 or gbk for what Excel writes in China",
    "batch:output_encoding": "the encoding of the output, as gb18030, or utf-8-sig for Excel",
    "batch:rows": "{count} rows, {faults} with faults",
    "batch:rows=1": "1 row, {faults} with faults",
    "batch:none": "none",
    "batch:progress": "{rows} rows",
    # affected
    "affected:old": "the rule book as it was: an overlay in TOML, or default for the built-in one",
    "affected:new": (
        "the rule book as it will be: an overlay in TOML, or default for the built-in one"
    ),
    "affected:json": "write what is found as one JSON object",
    "affected:rows": "{count} rows, {affected} decided differently",
    "affected:rows=1": "1 row, {affected} decided differently",
    "affected:column": "{column}: {count} rows",
    "affected:column=1": "{column}: 1 row",
    "affected:example": "row {row}: {before} -> {after}",
    # localities
    "localities:name": "a place: what differs there, for whom, by which words",
    "localities:json": "write a JSON object for each place",
    "localities:over": "over the rules of {names}",
    "localities:from": "made for days from {day} on",
    "localities:asks": "asks too: {path} ({meaning})",
    "localities:text": "{title} ({sure})",
    "localities:left_out": "not carried: {sentence} ({reason})",
    # facts
    "facts:path": "a fact, or the beginning of the paths of several",
    "facts:json": "write a JSON object for each fact",
    "facts:kind_boolean": "true, false",
    "facts:kind_integer": "a whole number",
    "facts:kind_text": "text",
    "facts:kind_date": "a date, YYYY-MM-DD",
    "facts:default": "(left out: {default})",
    # rules, demo, verify, replay, schema
    "rules:name": "a rule set, as insurance.medical, or a section, as insurance",
    "demo:name": "the one case to show, with every answer at length",
    "demo:title": "Case {number}: {name}",
    "demo:more": "One of them with every answer at length: ssrules demo NAME",
    "demo:own": "A case of your own, written as JSON:     ssrules decide FILE",
    "demo:rules": "The rules behind the answers:            ssrules rules",
    "verify:certainty": "tell also the rules that rest on words less sure than this",
    "verify:on": "the day on which citations must be in force",
    "verify:tests": "write a pytest test for each finding instead",
    "replay:log": "a file with an object {case, decision} on each line, or - for standard input",
    "replay:rulebook": "an overlay in TOML, or default; several, and each line has its own",
    "replay:json": "write each report as a JSON object",
    "replay:lines": "{count} lines: {same} as they were, {kinds}",
    "replay:lines=1": "1 line: {same} as they were, {kinds}",
    "schema:kind": "what the schema is of",
    # export, page
    "export:format": "FORMAT",
    "export:json": "the rule book compiled to its cells, as JSON that any language can decide by",
    "export:sql": "a view in SQL that decides each row of a table where it stands",
    "export:dialect": "the database that it is for",
    "export:table": "the table with a column for each fact; otherwise cases",
    "export:view": "the view to make; otherwise decisions",
    "export:as_of": (
        "the day to decide for, or today for the day on which the view is asked; without it, the"
        " table has a column as_of"
    ),
    "export:keep": "a column of the table that the view has too; may be given several times",
    "export:facts": "the paths of the facts that the table has; without it, it has all",
    "page:out": "the HTML file to write, or - for standard output",
    "export:out": "the file to write, or - for standard output",
    # files: each follows the name of the file
    "file:missing": "does not exist",
    "file:folder": "is a folder: name a file",
    "file:unreadable": "cannot be read: {reason}",
    "file:unwritable": "cannot be written: {reason}",
    "file:changed": "changed while it was read: decide it again",
    "file:kind": (
        "is of no known kind: its name must end in {known} (.gz behind a text), or say it by"
        " {option}"
    ),
    "file:same": "is the input too: write to another file",
    "file:closed": "is closed",
    "file:needs_a_file": "cannot be {kind}, which is read from its end: give a file",
    "file:no_gzip": "is {kind}, which compresses itself: leave .gz out",
    "file:encoding": "is no text in {encoding}, as byte {at} shows: say which it is by --encoding",
    "file:unknown_encoding": (
        "cannot be in {encoding}, which is no encoding: known are utf-8, gb18030, gbk and"
        " others of Python's"
    ),
    "file:not_in_encoding": "cannot hold a character in {encoding}: write it in utf-8 or gb18030",
    "file:empty": "is empty: its first line must name the columns",
    "file:unnamed_column": (
        "has a column without a name, number {number}: name it in the first line"
    ),
    "file:column_twice": "has two columns called '{column}': rename one",
    "file:row_width": "has {found} cells in row {row}, where its first row names {wanted}",
    "file:row_too_long": (
        "has a row after row {after} of more than {most} bytes, or a quotation mark that is"
        " never closed"
    ),
    "file:column_type": (
        "cannot hold column '{column}' of type {type}: write to .parquet or .arrow, or choose"
        " --columns"
    ),
    "file:not_asked_for": (
        "has no column '{column}' to write, for it is told on request: add --with {asked}"
    ),
    "file:no_column": "has no column '{column}' to write; known: {known}",
    "file:no_column_but": "has no column '{column}' to write; did you mean {near}?",
    "file:late_column": (
        "has '{column}' on line {line} only, later than the columns were settled: write to"
        " .jsonl, or choose --columns"
    ),
    "file:mixed_column": (
        "has values of several types in '{column}': write to .jsonl, or choose --columns"
    ),
    "file:delimiter": (
        "cannot be parted by '{delimiter}': a delimiter is one character that is no quotation"
        " mark and no line break"
    ),
    "name:command": "this command",
    "name:input": "standard input",
    "name:output": "standard output",
}
