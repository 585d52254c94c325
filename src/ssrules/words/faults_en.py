"""What is wrong with an input, in English: a sentence, or several ways of saying it, by its code.

Of several ways the first is told whose pieces are all known. `{name!r}` shows a piece as a value,
`{name}` as a word or a list. The Chinese file has the same codes with the same pieces.
"""

from __future__ import annotations

from collections.abc import Mapping

from ssrules.words.faults_en_books import OF_BOOKS

Ways = str | tuple[str, ...]

LANGUAGE = "en"
COMMA = ", "
OR = " or "
AROUND = ""
QUOTES = "''"
LINE = "{where}: {message}"
COLUMN = "column {column}: {message}"
CURED = "{line} ({hint})"
HIDDEN = "the value"

FAULTS: Mapping[str, tuple[Ways, ...]] = {
    # a code: its message, and its hints, of which likewise the first is told that can be
    # values of facts
    "required": ("is required", "every decision is made for a day"),
    "not_true_or_false": (
        "{value!r} is not true or false",
        "write {written} without quotes",
        "leave the fact out if it is unknown",
    ),
    "not_a_whole_number": ("{value!r} is not a whole number", "full years, as 41"),
    "not_a_number": ("{value!r} is not a whole number", ""),
    "number_out_of_range": ("{value!r} is not between {lowest} and {highest}", ""),
    "not_a_string": ("{value!r} is not a string", "an identifier, in quotes"),
    "not_a_date": ("{value!r} is not a date", "write it as 2026-11-22"),
    "not_one_of": ("{value!r} is not one of {known}", "did you mean {like}?"),
    "plain_text": (
        "{value!r} is plain text",
        "write {member}",
        "write the member of the enumeration",
    ),
    "out_of_range": ("{value!r} is not between {lowest} and {highest}", "full years"),
    "white_space": ("{value!r} has white space at an end", "give it as the bank does"),
    "empty": ("{value!r} is empty", "leave the fact out if it is unknown"),
    "half_a_character": (
        "{value!r} has half of a character in it",
        "give it as the bank does, in whole characters",
    ),
    "after_as_of": (
        ("{value} is after {other}, {limit}", "{value} is after {other}"),
        "one of the two is wrong",
    ),
    "no_day_left": (
        (
            "{span} {unit} after {value} no calendar day is left",
            "after {value} no calendar day is left",
        ),
        "the date is wrong, or the parameter {parameter} is",
    ),
    "before_the_calendar": ("the last day of its window is before the calendar begins",),
    "not_covered": (
        "{value} is before {first}, the first day that the rule book covers",
        "ask for a day from {first} on",
    ),
    "not_an_object": ("{value!r} is not an object", "write it as {{...}}"),
    "not_of_the_class": (
        "{value!r} is no {kind}",
        "write {kind}(...), or give the whole case to Case.from_dict",
    ),
    "not_a_case": (
        "{value!r} is no {cls}",
        "write {cls}.from_dict(...) for a mapping, {cls}.from_json(...) for JSON text",
    ),
    # keys
    "unknown_fact": ("is no fact", "did you mean {near}?", "known: {known}"),
    "more_unknown": (
        "{count} further keys are unknown",
        "only the first of the unknown keys are told",
    ),
    "given_twice": ("is given twice", "keep one of the two"),
    "unknown_field": ("is no field", "did you mean {near}?", "known: {known}"),
    "missing": ("is missing", "every field is written down"),
    "no_key": ("{key!r} is no key", "keys are strings"),
    "repeats_a_key": ("repeats a key", "keep one of the two"),
    # other fields of objects that are read back
    "no_true_or_false": ("{value!r} is not true or false",),
    "no_whole_number": ("{value!r} is not a whole number",),
    "no_string": ("{value!r} is not a string",),
    "no_object": ("{value!r} is not an object",),
    "no_list": ("{value!r} is not a list",),
    "unreadable": (("cannot be read: {error}", "cannot be read"),),
    "more_faults": ("{count} further faults were found", "only the first faults are told"),
    # texts
    "not_json": (
        (
            "is not JSON: {reason}: line {line} column {column} (char {char})",
            "is not JSON: {reason}",
            "is not JSON",
        ),
    ),
    "not_text": ("{value!r} is no text", "give the JSON as str or bytes"),
    "not_utf8": ("is not text in UTF-8", "save it as JSON in UTF-8"),
    "json_too_deep": ("is not JSON: nested too deeply", "at most {limit} levels are read"),
    "too_deep": ("is nested too deeply", "at most {limit} levels are read"),
    "too_large": (
        "is {size} characters long",
        "at most {limit} are read, unless the caller allows more",
    ),
    "too_many_digits": ("holds a number of too many digits", "no fact has so many"),
    # lines of a log
    "not_an_entry": ("is not an object", "write it as {{...}}"),
    "not_in_the_line": (
        "is missing",
        "{near} is written instead",
        "a line holds a case and its decision",
    ),
    "repeated_inside": ("a key in it is given twice",),
    # what the command line is given
    "file_missing": ("{value!r} does not exist", "name a file with the case as JSON"),
    "file_is_a_directory": ("{value!r} is a directory", "name a file with the case as JSON"),
    "file_not_utf8": (
        ("{file} is not text in UTF-8", "{value!r} is not text in UTF-8"),
        "save it as JSON in UTF-8",
    ),
    "file_unreadable": (
        (
            "{file} cannot be read: {because}",
            "{value!r} cannot be read: {because}",
            "{value!r} cannot be read",
        ),
    ),
    "file_empty": (
        ("{file} is empty", "{value!r} is empty"),
        'the least that is needed is {{"as_of": "2026-11-22"}}',
    ),
    "log_unreadable": ("{value!r}: {because}",),
    "on_not_a_date": ("{value!r} is not a date", "as 2026-11-22"),
    # answers to questions
    "no_answer": ("None is no answer", "skip the question if nobody knows"),
    # where values are left out
    "hidden": ("is wrong", "the details are left out"),
}

ERRORS: Mapping[str, tuple[Ways, ...]] = {
    "unknown_name": (
        (
            "no {kind} of {of} is called {name!r}; did you mean {near}? known: {known}",
            "no {kind} of {of} is called {name!r}; did you mean {near}?",
            "no {kind} of {of} is called {name!r}; known: {known}",
            "no {kind} of {of} is called {name!r}; there is none",
            "no {kind} is called {name!r}; did you mean {near}? known: {known}",
            "no {kind} is called {name!r}; did you mean {near}?",
            "no {kind} is called {name!r}; known: {known}",
            "no {kind} is called {name!r}; there is none",
        ),
    ),
    "not_a_frame": (
        "{given} is no frame that can be decided; give one of Polars, pandas, PyArrow, DuckDB or"
        " PySpark",
    ),
    "nothing_asked": ("nothing is asked: the interview is over",),
    "nothing_answered": ("nothing was answered yet that could be taken back",),
    "missing_extra": ('{needed_for} needs an extra: pip install "ssrules[{extra}]"',),
    # files of changes
    "not_toml": (("is not TOML: {reason}: {about}", "is not TOML: {reason}"),),
    "toml_not_utf8": ("is not UTF-8 text",),
    "toml_unreadable": ("cannot be read: {because}",),
    "toml_too_large": (
        "has more than {limit} characters: no more are read, unless the caller allows it",
    ),
    "toml_too_deep": ("is nested too deeply: at most {limit} levels are read",),
    "toml_too_many_digits": ("is not TOML: a number in it has too many digits",),
    "more_faults": ("{count} further faults were found; only the first are told",),
    "no_table": ("{value!r} is no table",),
    "no_key_of": (
        (
            "{key!r} is no key of {called}; did you mean {near}?",
            "{key!r} is no key of {called}; known: {known}",
        ),
    ),
    "needs_key": ("{called} needs {key!r}: {meaning}",),
    "wrong_kind": ("{key!r} is {value!r}, which is not {wanted_kind}",),
    "needs_change": ("a change needs 'change', the kind of change; known: {known}",),
    "needs_values": (
        "a fact needs one of 'kind', 'values' and 'add_values', which say what it may be",
    ),
    "needs_test": ("an input needs 'test', the kind of test; known: {known}",),
    "needs_two": ("two names are compared",),
    "input_of_another": ("{name!r} is already the name of another input: give it its own",),
    "not_quoted": ("does not stand in the words of {name}: quote it as it stands there",),
    "changes_nothing": ("changes nothing: write [[changes]], [[rule_sets]] or [[facts]]",),
    "made_for_another": ("is made for {known}, and this is {name}: look through it again",),
    "base_of_itself": ("lies over itself: {known}",),
    "locality_twice": ("{name} brings a locality of this name, which there is already",),
    "clause_uncited": ("clause {name!r} is cited nowhere",),
    "id_of_another": ("{name!r} is already the id of another clause: give it one of its own",),
    "asks_as_of": ("rows do not ask 'as_of': say in_force_from or in_force_to",),
    "no_input": (
        ("{name!r} is no input; did you mean {near}?", "{name!r} is no input; known: {known}"),
    ),
    "never": (
        (
            "{name} is never {word}; did you mean {near}?",
            "{name} is never {word}; known: {known}",
            "{name} is never {word}",
            "{name} is never {value!r}; did you mean {near}?",
            "{name} is never {value!r}; known: {known}",
            "{name} is never {value!r}",
        ),
    ),
    "no_value": ("{name} has no value for which this applies",),
    "no_output": (
        (
            "{name!r} is no output of {rule_set}; did you mean {near}?",
            "{name!r} is no output of {rule_set}; known: {known}",
            "{name!r} is no output of {rule_set}, which has none",
        ),
    ),
    "gives_too": ("a rule of {rule_set} gives {name!r} too",),
    # rule books and their changes
    "not_a_value": (
        ("{value!r} is not a whole number of {unit}", "{value!r} is not true or false"),
    ),
    "below": ("{value!r} is below {limit} {unit}",),
    "above": ("{value!r} is above {limit} {unit}",),
    "cites_nothing": ("cites no clause: every rule says what it rests on",),
    "cites_no_clause": ("cites {value!r}, which is no Clause",),
    "no_date": ("{value!r} is no date",),
    "ends_before_it_begins": ("ends on {last}, before it begins on {first}",),
    "no_file": ('is no file: name an overlay in TOML, or "{default}" for the built-in rule book',),
    "another_clause": ("is another clause in the rule book: give it its own id",),
    "several_documents": ("{count} documents are called so: define the one that is meant",),
    "no_document": ("is no document",),
    "change_cites_nothing": ("cites no clause: every change says what it rests on",),
    "lists_no_documents": ("lists no documents that others could be added to",),
    "asks_twice_for": ("would ask twice for {name!r}",),
    "gives_no_list": ("gives no list {name!r} that something could be added to",),
    "gives_twice": ("would give {name!r} twice",),
    "removed_for_a_time": ("can be removed for all days only: remove its rules for a time",),
    "asks_another_input": ("already asks another input called {name!r}",),
    "never_in_force_within": ("is never in force within {validity}",),
    "no_words_in": ("has no words in the language {language!r}",),
    **OF_BOOKS,
}

PHRASES: Mapping[str, str] = {}
"""Words for pieces of sentences; in English they are what the pieces say themselves."""
