"""What a file of changes may say: its tables, their keys, and the kind of value of each."""

from __future__ import annotations

from collections.abc import Mapping

from ssrules.overlays.kinds import Key, Keys, Kind
from ssrules.records.frozen import FrozenDict
from ssrules.tables.rule_sets import HitPolicy


def _text(meaning: str, names: str = "") -> Key:
    return Key(Kind.TEXT, meaning, required=True, names=names)


def _words(meaning: str) -> Key:
    return Key(Kind.WORDS, meaning, required=True)


VALIDITY: Keys = {
    "in_force_from": Key(Kind.DATE, "the first day on which it is in force; none if left out"),
    "in_force_to": Key(Kind.DATE, "the last day on which it is in force; none if left out"),
}
CITES: Keys = {
    "cites": Key(Kind.TEXTS, "the ids of the clauses that it rests on", True, names="clause")
}
READINGS: Keys = {
    "readings": Key(Kind.TABLES, "how ambiguous clauses are read, and how else", table="reading")
}
CODE_WORDS: Keys = {"words": Key(Kind.WORDS, "how people read the code, or the name")}
ROW: Keys = {
    **CITES,
    "when": Key(Kind.CONDITIONS, "for each input the value or values for which the rule applies"),
    "then": Key(Kind.OUTPUTS, "what the rule gives: a value for each output", required=True),
    **READINGS,
}
RULES: Keys = {
    "rule": Key(Kind.TEXTS, "the id of the rule, or of several", required=True, names="rule")
}
ID: Keys = {"id": _text("the id of the new rule")}
REQUIREMENT: Keys = {
    "code": _text("the code that names it where it fails"),
    **CODE_WORDS,
    **CITES,
    "holds_if": Key(Kind.CONDITIONS, "one input, with the values for which it holds", True),
    "when": Key(Kind.CONDITIONS, "where it is made at all; everywhere if left out"),
    **READINGS,
}
EXCEPTION: Keys = {
    "exception_to": Key(Kind.TEXTS, "the ids of the rules that do not apply where this one does")
}

TABLES: Mapping[str, Keys] = FrozenDict(
    {
        "overlay": {
            "name": _text("a short name, which the rule book bears from then on"),
            "version": _text("the version of these changes, such as a date"),
            "title": Key(Kind.WORDS, "for whom these changes are"),
            "note": Key(Kind.WORDS, "what a reader should know of them"),
            "base": Key(Kind.TEXT, "the name of the locality on whose rule book they are made"),
            "made_for": Key(Kind.TEXTS, "the name and version of the rule books they are made for"),
            "in_force_from": Key(Kind.DATE, "the first day that these changes are made for"),
            "words": Key(Kind.WORD_LIST, "words for codes, by language and key"),
            "clauses": Key(Kind.TABLES, "the clauses that the changes cite", table="clause"),
            "facts": Key(Kind.TABLES, "facts of one's own, or further values", table="fact"),
            "parameters": Key(Kind.TABLES, "parameters of one's own", table="parameter"),
            "inputs": Key(Kind.TABLES, "what rows may ask beside facts", table="input"),
            "documents": Key(Kind.TABLES, "documents of one's own", table="document"),
            "rule_sets": Key(Kind.TABLES, "rule sets of one's own", table="rule_set"),
            "changes": Key(Kind.TABLES, "the changes, made in this order", table="change"),
            "not_formalised": Key(
                Kind.TABLES, "sentences that are not carried, and why", table="not_formalised"
            ),
            "cases": Key(Kind.TABLES, "cases worked out from the texts", table="case"),
        },
        "clause": {
            "id": _text("an id of its own"),
            "title": _words("what it is a clause of"),
            "words": _words("its words, as they are written"),
            "language": _text('the language of the words, such as "zh"'),
            "version": Key(Kind.DATE, "the date of the text that is quoted", required=True),
            **VALIDITY,
            "certainty": Key(Kind.TEXT, "how sure it is that it reads so", names="certainty"),
            "found": Key(Kind.TEXT, "on whose page it was found", names="kind of source"),
            "url": Key(Kind.TEXT, "where it was found"),
            "issuer": Key(Kind.WORDS, "who issued it"),
            "number": Key(Kind.TEXT, "the number under which it was issued"),
        },
        "document": {
            "code": _text("what decisions call it"),
            **CODE_WORDS,
            "all_of": Key(Kind.TEXTS, "facts that must all hold", names="fact about documents"),
            "any_of": Key(Kind.TEXTS, "facts of which one must", names="fact about documents"),
        },
        "reading": {
            "chosen": _words("how the clause is read"),
            "other": _words("how else it could be read"),
            "rests_on": Key(Kind.TEXTS, "the clauses that decide between them", names="clause"),
        },
        "fact": {
            "path": _text("its path: the groups that it stands in, and its name"),
            "kind": Key(
                Kind.TEXT,
                "the kind of its values, where they are no words",
                one_of=("yes_or_no", "number", "date", "name"),
            ),
            "values": Key(Kind.CODES, "what it may be: words of small letters, digits and _"),
            "add_values": Key(Kind.CODES, "what a fact that exists may be beside its own values"),
            "meaning": Key(Kind.WORDS, "what it says; how people read its name, too"),
            **CODE_WORDS,
            "default": Key(Kind.PLAIN, "what an absent key means; unknown if left out"),
            "not_after": Key(Kind.TEXT, "the date that this date is never after", names="fact"),
            "lowest": Key(Kind.NUMBER, "the smallest number that it may be"),
            "highest": Key(Kind.NUMBER, "the greatest number that it may be"),
            "unit": Key(Kind.TEXT, "what the number counts"),
            "can_become": Key(Kind.CODES, "the values that its holder can give it at will"),
            "how": Key(Kind.WORDS, "in what way it can be changed, or why it cannot"),
        },
        "parameter": {
            "name": _text("what rules and callers call it"),
            "title": _words("what it is"),
            "default": Key(Kind.VALUE, "its value", required=True),
            "unit": Key(Kind.TEXT, "what it counts: days, months, years; nothing if left out"),
            "lowest": Key(Kind.NUMBER, "the smallest number that it may be"),
            "highest": Key(Kind.NUMBER, "the greatest number that it may be"),
            "not_above": Key(Kind.TEXT, "the parameter that it is never above", names="parameter"),
            **CITES,
            **READINGS,
        },
        "rule_set": {
            "name": _text("the path of its answer in a decision"),
            "title": _words("what it decides"),
            "before": Key(
                Kind.TEXT, "the rule set that it precedes; last if left out", False, "rule set"
            ),
            "part_of": Key(Kind.TEXT, "the rule set whose answer it adds to", names="rule set"),
            "hit_policy": Key(
                Kind.TEXT, "how many of its rules may apply", one_of=tuple(map(str, HitPolicy))
            ),
            "inputs": Key(Kind.TEXTS, "what it asks, in this order; what its rows ask if left out"),
            "outputs": Key(Kind.ALLOWED, "what its rules give; an empty list allows any value"),
            "may_be_none": Key(Kind.TEXTS, "the outputs that a rule may leave out"),
            "compare": Key(Kind.CODES, "the outputs by which two answers differ; all if left out"),
            "deadline": Key(Kind.TEXT, "the input whose last day is told along with the answer"),
            "requirements": Key(Kind.TABLES, "what must hold first", table="requirement"),
            "rules": Key(Kind.TABLES, "its rules", required=True, table="rule"),
        },
        "requirement": {**REQUIREMENT, **VALIDITY},
        "rule": {**ID, **ROW, **EXCEPTION, **VALIDITY},
        "not_formalised": {
            "sentence": _text("the sentence, as it stands in the clause"),
            "reason": _words("why it is not carried"),
            **CITES,
        },
        "case": {
            "about": Key(Kind.WORDS, "what the case shows"),
            "case": Key(Kind.PATHS, "what is known: values by the paths of facts", required=True),
            "expect": Key(Kind.PATHS, "what must be decided: values by their paths", required=True),
            "none": Key(Kind.TEXTS, "the paths of what must be none"),
            "cites": Key(Kind.TEXTS, "the clauses that it was worked out from", names="clause"),
        },
    }
)
"""The tables of a file but for the changes and inputs."""

INPUTS: Mapping[str, Keys] = FrozenDict(
    {
        "at_least": {
            "fact": _text("the number that is asked", "fact"),
            "parameter": _text("the parameter that it must reach", "parameter"),
        },
        "between": {
            "fact": _text("the number that is asked", "fact"),
            "lowest": _text("the parameter that it must reach", "parameter"),
            "highest": _text("the parameter that it must not exceed", "parameter"),
        },
        "longer_ago_than": {
            "fact": _text("the date that is asked", "fact"),
            "parameter": _text("the parameter that says how many days or months", "parameter"),
            "unit": Key(Kind.TEXT, "what the parameter counts", one_of=("days", "months")),
            "first_day_counts": Key(
                Kind.TEXT, "the parameter that says whether the date is day 1", names="parameter"
            ),
            "in_force_on": Key(Kind.TEXT, "the day whose values count", one_of=("fact", "as_of")),
        },
        "same": {
            "facts": Key(Kind.TEXTS, "the two names that are compared", True, names="fact"),
        },
    }
)
"""The tests that rows may ask, each with its keys beside `name`, `test` and `words`."""

CHANGES: Mapping[str, Keys] = FrozenDict(
    {
        "replace_rule": {
            "rule": _text("the id of the rule that is replaced", "rule"),
            "id": Key(Kind.TEXT, "the id of the new rule, if it is to be another one"),
            **ROW,
            **EXCEPTION,
        },
        "remove_rule": {**RULES, **CITES},
        "add_rule": {
            "rule_set": _text("the name of the rule set", "rule set"),
            **ID,
            "before": Key(Kind.TEXT, "the id of the rule that it precedes; last if left out"),
            **ROW,
            **EXCEPTION,
        },
        "add_requirement": {
            "rule_set": _text("the name of the rule set", "rule set"),
            "before": Key(Kind.TEXT, "the code of the one that it precedes; last if left out"),
            **REQUIREMENT,
        },
        "remove_requirement": {
            "rule_set": _text("the name of the rule set", "rule set"),
            "requirement": _text("the code of the requirement", "requirement"),
            **CITES,
        },
        "add_documents": {
            **RULES,
            "documents": Key(Kind.TEXTS, "the codes of the documents", True, names="document"),
            **CITES,
        },
        "add_to_output": {
            **RULES,
            "output": _text("the output, which is a list"),
            "values": Key(Kind.TEXTS, "what is added to it, last", required=True),
            **CITES,
        },
        "remove_rule_set": {"rule_set": _text("the name of the rule set", "rule set"), **CITES},
        "change_parameter": {
            "parameter": _text("the name of the parameter", "parameter"),
            "value": Key(Kind.VALUE, "its value", required=True),
            **CITES,
        },
    }
)
"""The kinds of change, each with its keys beside `change` and those of its validity."""


def change_keys(kind: str) -> Keys:
    """Every key of a kind of change."""
    return {"change": _text("the kind of change"), **CHANGES[kind], **VALIDITY}


def input_keys(test: str) -> Keys:
    """Every key of a kind of input."""
    named = {"name": _text("what rows call it"), "test": _text("the kind of test")}
    return {**named, **CODE_WORDS, **INPUTS[test]}
