"""How conditions, values and answers of rules are written on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ssrules.tables import Document
from ssrules_docs.markdown import code, plain, strong
from ssrules_docs.words import heading, said, words

SUBJECTS: Mapping[str, str] = {
    "documents": "document",
    "effects": "effect",
    "forms": "form",
    "funded_by": "payer",
    "individual": "right",
    "payers": "payer",
    "provided_by": "payer",
    "release_steps": "step",
    "remitted_by": "payer",
    "steps": "step",
    "succeeds": "scheme",
    "unit": "right",
}
"""Outputs whose codes have their words under another subject than the output's own name."""


def conditions(asked: Mapping[str, tuple[Any, ...]], language: str) -> list[str]:
    """What a row asks, a line for each input."""
    return [
        f"{plain(said(name, language, name))}{heading('colon', language)}"
        + heading("or", language).join(strong(value(name, each, language)) for each in values)
        for name, values in asked.items()
    ]


def value(name: str, found: object, language: str) -> str:
    """A value of an input, in words."""
    written = str(found).lower() if isinstance(found, bool) else str(found)
    otherwise = (
        said({"true": "yes", "false": "no"}[written], language)
        if isinstance(found, bool)
        else written
    )
    return plain(said(f"{name}={written}", language, otherwise))


def outputs(given: Mapping[str, Any], rule_set: str, language: str) -> list[str]:
    """What a row gives, a line for each output that is anything."""
    told = [
        f"{plain(said(f'output:{name}', language, name.replace('_', ' ')))}"
        f"{heading('colon', language)}{answer(name, each, rule_set, language)}"
        for name, each in given.items()
        if each is not None and each != ()
    ]
    return told or [heading("nothing", language)]


def answer(output: str, given: object, rule_set: str, language: str) -> str:
    """What a row gives for an output, in words."""
    if given is None:
        return heading("nothing", language)
    if isinstance(given, tuple):
        several = (answer(output, each, rule_set, language) for each in given)
        return "、".join(several) if language == "zh" else ", ".join(several)
    if isinstance(given, Document):
        return plain(said(f"document:{given.code}", language, given.code))
    written = str(given).lower() if isinstance(given, bool) else str(given)
    for key in (
        f"{SUBJECTS.get(output, output)}:{written}",
        f"{rule_set}={written}",
        *([{"true": "yes", "false": "no"}[written]] if isinstance(given, bool) else ()),
    ):
        if key in words(language):
            return plain(said(key, language))
    return code(written)
