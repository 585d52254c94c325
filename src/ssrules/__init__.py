"""ssrules: decisions about a social security card, each with its rule and its clause."""

from __future__ import annotations

from ssrules.classifications import classification, is_part_of
from ssrules.decide import decide
from ssrules.decisions import Decision
from ssrules.errors import FactError, ParameterError, SsrulesError
from ssrules.facts import Card, Case, Documents, Institution, Person, Photo, Visit
from ssrules.frames import decide_frame, rows_affected
from ssrules.rulebook import RuleBook

__all__ = [
    "Card",
    "Case",
    "Decision",
    "Documents",
    "FactError",
    "Institution",
    "ParameterError",
    "Person",
    "Photo",
    "RuleBook",
    "SsrulesError",
    "Visit",
    "classification",
    "decide",
    "decide_frame",
    "is_part_of",
    "rows_affected",
]
