"""Hypothesis strategies for facts and cases, to test programs that decide by ssrules.

`cases` and its like draw cases of the card, `cases_of` those of any rule book, with facts of one's
own. Every value is valid: a case drawn here can be decided. Needs the extra `strategies`.
"""

from ssrules.strategies.any_book import cases_of
from ssrules.strategies.card import (
    ages,
    application_states,
    as_ofs,
    banks,
    case_dicts,
    cases,
    causes,
    complete_cases,
    employments,
    fact,
    institution_kinds,
    receipt_dates,
    registrations,
    residences,
)

__all__ = [
    "ages",
    "application_states",
    "as_ofs",
    "banks",
    "case_dicts",
    "cases",
    "cases_of",
    "causes",
    "complete_cases",
    "employments",
    "fact",
    "institution_kinds",
    "receipt_dates",
    "registrations",
    "residences",
]
