"""English words that stand beside answers on a screen, and in sentences about rows."""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what stands at the left of a line
    "line:until": "Until",
    "line:to_do": "To do",
    "line:note": "Note",
    "line:result": "Result",
    "line:in_time": "In time",
    "line:bring": "Bring",
    "line:or_else": "Or else",
    "line:paid_by": "Paid by",
    "line:what": "What",
    "line:from": "From",
    "line:system": "System",
    "line:duty_of_person": "Duty of the person",
    "line:right_of_person": "Right of the person",
    "line:duty_of_unit": "Duty of the work unit",
    "line:right_of_unit": "Right of the work unit",
    "line:unknown": "Unknown",
    "line:why": "Why",
    "line:clause": "Clause",
    "line:at_hand": "At hand",
    "line:missing": "Missing",
    "line:ask_for": "Ask for",
    # titles on a screen
    "title:known": "What is known",
    "title:also_decided": "Also decided",
    "title:not_yet_known": "Not yet known",
    "title:ask_next": "What to ask next, best first",
    "another_answer": "another answer",
    "bring:what_the_unit_asks": "what the work unit asks for",
    # a decision as a sheet
    "sheet:head": "Decided for {day}, rule book {book} {version} [{digest}]",
    "sheet:part": "Asked",
    "sheet:answer": "Answer",
    # rule sets as tables
    "table:row": "Row",
    "table:if": "If",
    "table:then": "Then",
    "table:clause": "Clause",
    "table:clauses": "Clauses",
    "table:rule_set": "Rule set",
    "table:about": "About",
    "table:feeds": "Feeds",
    # pictures
    "picture:rows": "rows",
    "picture:before": "before",
    "picture:after": "after",
    # sentences about rows, and about what cannot be changed
    "nothing": "none",
    "asks:nothing": "nothing more",
    "obstacle:fixed": "it is fixed",
    "obstacle:unknown": "it has to be asked first",
    "obstacle:nothing": "there is nothing that the holder can make of it",
}
