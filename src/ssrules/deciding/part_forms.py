"""How a part is put together, as data: what a program in another language makes a part by.

The forms are few and closed. Each gives one field of a part from the answers of the rule sets
behind it; `of` is the short name of one that is part of the main one, "" the main one itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

Form = Mapping[str, Any]
"""One form, as it is written down: the name of its kind and what that needs."""

STATUS: Form = {"status": True}
BECAUSE: Form = {"reasons": "because"}
CLAUSES: Form = {"reasons": "clauses"}
NEEDS: Form = {"reasons": "needs"}
REQUIRED: Form = {"documents": "required"}
MISSING: Form = {"documents": "missing"}
UNCONFIRMED: Form = {"documents": "unconfirmed"}
DEADLINE: Form = {"window": "deadline"}
DAYS_LEFT: Form = {"window": "days_left"}
DUE_FROM: Form = {"window": "due_from"}
OUTPUTS: Form = {"outputs": True}
"""Every output of the main rule set, and of its parts behind their short names."""

ALWAYS = ""
DETERMINED = "determined"
"""Only where the completions agree."""
OPEN = "open"
"""Only where they agree that nothing is refused."""
NOT_REFUSED = "not_refused"
"""Unless they agree that it is refused."""


def constant(value: Any) -> Form:
    """The same for every case."""
    return {"constant": value}


def certain(output: str, *, of: str = "", otherwise: Any = None, when: str = ALWAYS) -> Form:
    """What every completion gives of an output; of a list the items that all give."""
    return _of("certain", output, of, otherwise, when)


def possible(output: str, *, of: str = "", when: str = ALWAYS) -> Form:
    """What some completion gives of a list."""
    return _of("possible", output, of, [], when)


def items(output: str, keys: tuple[str, ...], *, when: str = ALWAYS) -> Form:
    """The items of a list that is certain, each a tuple that becomes an object with these keys."""
    return {**_of("certain", output, "", [], when), "keys": list(keys)}


def coded(field: str, subject: str) -> Form:
    """The words for the code that a field has, `<subject>:<code>`."""
    return {"field": field, "subject": subject}


def line(word: str, field: str, subject: str, **more: Any) -> Form:
    """The words for the codes of a field, behind the word `line:<word>`.

    `joint` joins those of a list ("and", "or"), which otherwise have a line each. `only` keeps the
    items that have these values, `but` leaves out the code of another field, `among` tells these
    codes alone, and `unless` is a status that has no such line.
    """
    return {"word": f"line:{word}", **coded(field, subject), **more}


def instead(word: str, field: str, says: str) -> Form:
    """What is said where a field is null."""
    return {"word": f"line:{word}", "null": field, "says": says}


def _of(kind: str, output: str, of: str, otherwise: Any, when: str) -> Form:
    form: dict[str, Any] = {kind: output, "otherwise": otherwise}
    if of:
        form["of"] = of
    if when:
        form["when"] = when
    return form


@attrs.frozen(kw_only=True)
class PartForm:
    """How the parts of one rule set are put together.

    `status` names what the status is while the completions disagree (`undetermined`), where they
    agree that it is refused (`refused`) or not (`open`), and while a document is not at hand
    (`incomplete`); or the output that it is. `documents` is the form of the list of documents that
    `required` and the others look at. `fields` are those of the part, in order.
    """

    status: Mapping[str, str]
    fields: Mapping[str, Form]
    documents: Form | None = None
    answer: tuple[Form, ...] = ()
    """What is told as its answer, where these fields have a value; else the status is."""
    lines: tuple[Form, ...] = ()
    """What is told below the answer."""


SETTLED: Mapping[str, str] = {
    "undetermined": "undetermined",
    "refused": "determined",
    "open": "determined",
}
"""The status of a part that is settled or not."""
