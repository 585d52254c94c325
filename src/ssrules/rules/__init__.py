"""The built-in rules: one file a decision, the clause quoted beside its rows.

A file here defines `RULE_SETS`, and may define `PARAMETERS` and `CLAUSES`; that is all that is
needed for it to be part of the default rule book.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from ssrules.late import door

TOLD_IN_ORDER = (
    "loss_report",
    "activation.bank_outlet",
    "activation.hospital",
    "activation.pharmacy",
    "activation.financial",
    "application",
    "insurance.endowment",
    "insurance.medical",
    "insurance.work_injury",
    "insurance.unemployment",
    "insurance.maternity",
    "medical_benefit",
    "rights",
)
"""The order in which the rules are told; a file that is not named here comes after these."""


def modules() -> Iterator[ModuleType]:
    """Every file of rules, in the order in which they are told."""
    prefix = f"{__name__}."
    with door:  # to walk through a package is to import it
        found = {each.name.removeprefix(prefix) for each in pkgutil.walk_packages(__path__, prefix)}
    later = sorted(found.difference(TOLD_IN_ORDER))
    for name in (*(name for name in TOLD_IN_ORDER if name in found), *later):
        with door:
            module = importlib.import_module(prefix + name)
        yield module
