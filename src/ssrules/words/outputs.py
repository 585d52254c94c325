"""Words for what rule sets give: the names of outputs, and their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssrules.words.speech import Words

IN_BRACKETS = {"en": "{first} ({kinds})", "zh": "{first}（{kinds}）"}
NO_SUBJECTS: Mapping[str, str] = {}


def output_name(rule_set: str, name: str, say: Words) -> str:
    """What an output is called."""
    return say.first(f"output:{rule_set}.{name}", f"output:{name}")


def output_value(
    rule_set: str, name: str, value: Any, say: Words, subjects: Mapping[str, str] = NO_SUBJECTS
) -> str:
    """A value of an output; `subjects` says for an output whose values have words as another one's.

    What is no code of ours stays as it is, made readable.
    """
    if isinstance(value, tuple | list):
        told = (
            _pair(each, say, output_value(rule_set, name, each[0], say, subjects))
            if isinstance(each, tuple | list) and each
            else output_value(rule_set, name, each, say, subjects)
            for each in value
        )
        return say.listed(told, "only") or say.label("nothing")
    if isinstance(value, Mapping):
        return output_value(rule_set, name, value.get("code"), say, subjects)
    if value is None:
        return say.label("nothing")
    code = str(value).lower() if isinstance(value, bool) else str(value)
    subject = subjects.get(name, name)
    keys = (
        f"{rule_set}.{name}={code}",
        f"{rule_set}={code}",
        f"{subject}:{code}",
        f"{_one_of(subject)}:{code}",
    )
    if isinstance(value, bool) and not any(key in say for key in keys):
        return say.label("yes" if value else "no")
    return say.first(*keys, f"document:{code}", otherwise=code.replace("_", " "))


def _pair(item: tuple[Any, ...] | list[Any], say: Words, first: str) -> str:
    """An item that is a code and what kind it is."""
    kinds = say.listed((say.label(f"kind:{each}") for each in item[1:]), "only")
    return IN_BRACKETS[say.language].format(first=first, kinds=kinds) if kinds else first


def _one_of(name: str) -> str:
    """What one item of a list is: `required_documents` are each a document."""
    return name.rpartition("_")[2].removesuffix("s")
