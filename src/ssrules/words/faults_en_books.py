"""What is wrong with facts, rules, rule books and columns of one's own, in English."""

from __future__ import annotations

from collections.abc import Mapping

Ways = str | tuple[str, ...]

OF_BOOKS: Mapping[str, tuple[Ways, ...]] = {
    # facts
    "words_each_once": ("needs words that it may be, each once",),
    "no_word": ("{name!r} is no word: write small letters, digits and _",),
    "no_kind_of_fact": ("{value!r} is no kind of fact; use an enumeration or words",),
    "required_and_default": ("is required, and so has no default: leave one of the two out",),
    "no_default": ("the default {value!r} is no value of it; known: {known}",),
    "no_as_of": ("has no required date as_of: every decision is made for a day",),
    "reserved_name": ("{name!r} is a reserved name: call it otherwise",),
    "no_name_of_fact": ("{name!r} is no name: write letters, digits and _, no word of Python's",),
    "kinds_differ": ("is of another kind in the other rule book: the two cannot be compared",),
    "declare_it": ("declare it with fact({kind}, …)",),
    "declared_twice": ("is declared twice: choose another path",),
    "through_a_fact": ("leads through a fact: choose another path",),
    "no_words_of_its_own": ("has no words of its own to add some to",),
    "may_be_already": ("may be {known} already",),
    "is_a_group": ("is a group of facts: choose another path",),
    # inputs, rows and documents
    "no_fact": (("{name!r} is no fact; did you mean {near}?", "{name!r} is no fact"),),
    "not_asked_of": ("{name} is no {kind}, so this cannot be asked of it",),
    "too_many_values": (
        "has too many values to be an input itself: ask AtLeast, LongerAgoThan or Same",
    ),
    "no_start": ("{value!r} is no date on which a period may start",),
    "starts_ascend": ("its periods need one start or more, ascending",),
    "tells_nothing": ("needs a fact that tells it is at hand",),
    "no_flag": ("{name} is not true or false",),
    "asks_the_day": ("the day of the decision is no date to ask for: rows say in_force_from",),
    "asks_one_input": ("a requirement asks exactly one input",),
    "asks_twice": ("asks {name!r} twice: say it in holds_if alone",),
    "never_in_force": ("is never in force: its days and what it asks exclude each other",),
    "no_certainty": (
        ("{value!r} is none; did you mean {near}?", "{value!r} is none; known: {known}"),
    ),
    # rule sets
    "not_of_the_kind": ("{value!r} is no {wanted}: write a tuple of them",),
    "no_hit_policy": (
        (
            "{value!r} is no hit policy; did you mean {near}?",
            "{value!r} is no hit policy; known: {known}",
        ),
    ),
    "twice_in": ("stands twice in {rule_set}",),
    "input_twice": ("names an input twice",),
    "no_window": (
        (
            "has no window {name!r} to end; did you mean {near}?",
            "has no window {name!r} to end; known: {known}",
            "has no window {name!r} to end",
        ),
    ),
    "compares": (("compares {name!r}, did you mean {near}?", "compares {name!r}, known: {known}"),),
    "no_exception": (
        (
            "is an exception to {name!r}, which is no other rule here; did you mean {near}?",
            "is an exception to {name!r}, which is no other rule here; known: {known}",
        ),
    ),
    "has_no_output": (
        (
            "has no output {name!r}, did you mean {near}?",
            "has no output {name!r}, known: {known}",
            "has no output {name!r}",
        ),
    ),
    "list_and_one": ("gives {name!r} as a list, and {other} as one value: choose one of the two",),
    "values_not_said": ("does not say what values {name!r} may have",),
    "asks_no_input": (
        (
            "asks {name!r}, which is no input here; did you mean {near}?",
            "asks {name!r}, which is no input here; known: {known}",
            "asks {name!r}, which is no input here",
        ),
    ),
    "gives_no_output": (
        (
            "gives {name!r}, which is no output here; did you mean {near}?",
            "gives {name!r}, which is no output here; known: {known}",
            "gives {name!r}, which is no output here",
        ),
    ),
    "leaves_out": ("gives no {name!r}, which its rule set declares: say it, or allow None for it",),
    "output_wanted": (
        (
            "has no output {name!r}, which is told of it; did you mean {near}?",
            "has no output {name!r}, which is told of it",
        ),
    ),
    "collects_one": ("collects, so {name!r} may have no value or several: take UNIQUE or ANY",),
    "gives_no": ("gives no {name!r}: it is {shape}",),
    "gives_another": ("gives {value!r} for {name!r}: it is {shape}",),
    "adding_requires": ("has requirements, and only adds to {name!r}: make them there",),
    "key_of_decisions": ("is a key of every decision: call it otherwise",),
    "wants_beside": ("wants a rule set {name} beside it",),
    "never_refused": ("may not be refused: put what it asks for into the rows",),
    "collects_materials": ("asks for the materials of one way: let no row collect them",),
    "too_many_cells": ("has {count} different cells: split the rule set",),
    "no_rule": (("no rule applies where {where}", "no rule applies"),),
    "several_rules": (
        (
            "more than one rule applies ({rules}) where {where}",
            "more than one rule applies ({rules})",
        ),
    ),
    "rules_disagree": (
        (
            "rules that apply together disagree ({rules}) where {where}",
            "rules that apply together disagree ({rules})",
        ),
    ),
    "days_and_months": (
        "asks windows of days and of months of one date: a frame cannot tell what is possible",
    ),
    "too_many_for_a_frame": (
        (
            "has {count} cells, too many for a frame: split it",
            "has too many cells for a frame: split it",
        ),
    ),
    # rule books
    "parameter_twice": ("defines a parameter twice",),
    "clauses_differ": ("two clauses that differ have this id",),
    "not_above": ("must not be above {name!r}, which is no parameter",),
    "above_another": ("{value} is above {limit}, the value of {name}",),
    "no_first_day": ("{start!r} is no date to be in force from",),
    "no_values": ("gives no value: name a date and the value from it on",),
    "days_ascend": ("its values need the days they start on, ascending, the first of them None",),
    "no_parameter": (
        (
            "is no parameter; did you mean {near}?",
            "is no parameter; known: {known}",
            "is no parameter",
        ),
    ),
    "twice_in_the_book": ("stands twice in the rule book",),
    "in_two": ("stands in {one} and in {other}",),
    "part_of_later": ("is part of {name!r}, which does not precede it",),
    "asks_no_parameter": (
        (
            "asks for {name!r}, which is no parameter; did you mean {near}?",
            "asks for {name!r}, which is no parameter",
        ),
    ),
    "asks_later": ("asks {name!r}, which does not precede it",),
    "asks_refusing": ("asks {name!r}, which may refuse to answer",),
    "asks_other_answers": ("asks {name!r} for other answers than it gives",),
    # columns of frames
    "line_and_argument": ("is given on a line and as the argument: leave one of them out",),
    "column_and_argument": ("is given as a column and as the argument: leave one of them out",),
    "no_day": ("is missing: every decision is made for a day; give the argument",),
    "holds": (
        (
            "holds {dtype}, but {name} is read from {wanted}, one of {known}",
            "holds {dtype}, but {name} is read from {wanted}",
        ),
    ),
    "decided_already": (
        "bears the name of a decision column: rename it, or drop it to decide anew",
    ),
    "column_no_fact": (
        ("is no fact; did you mean {near}?", "is no fact; known: {known}", "is no fact"),
    ),
    "column_nearly_fact": (
        "is nearly the fact {near}: write it so, or call it otherwise if it is something else",
    ),
    "column_twice": ("stands there twice: keep one of the two",),
    "of_two_rule_sets": ("is a decision column of two rule sets: rename one of them",),
    "of_an_output": ("is a decision column already: call the output {name} otherwise",),
    "of_two_facts": ("would be the column of {one} and of {other}: call one of them otherwise",),
    "further_and_output": (
        "is a decision column of a rule set and a further one, too: rename the first, or do not"
        " ask for the second",
    ),
    # what is written down for other languages
    "no_form": ("is told by {kind}, which does not say in data how: give it `form`",),
    "more_than_a_list": (
        "is told as {kind}, which holds more than a list: it cannot be written down",
    ),
    "number_too_great": ("{value!r} is too great a number for other languages: at most {limit}",),
    "equal_here_alone": (
        "gives what cannot be written down: {one} and {other} are equal here, but not in every"
        " language",
    ),
    "not_to_be_written": (
        "gives {value!r}, which cannot be written down: words, numbers, true and false, lists and"
        " documents can be",
    ),
    "input_not_to_be_written": ("is {kind}, which cannot be written down",),
    "below_no_months": ("is below 0 months, which cannot be written down",),
    "leave_decided_out": ("bears the name of a decision column: leave it out",),
}
