"""What belongs to social security, by which classification (source C1 to C3)."""

from __future__ import annotations

from ssrules.errors import UnknownNameError
from ssrules.rules.classifications import CLASSIFICATIONS


def classification(name: str) -> tuple[str, ...]:
    """The types of insurance that a classification names, in its order.

    `cn_statutory` is the statute's five (C2, Article 2), `source_six` the source's six (C3),
    `ilo_c102` the nine branches of ILO Convention 102. Raises `UnknownNameError`, which lists the
    known names.
    """
    found = CLASSIFICATIONS.get(name)
    if found is None:
        raise UnknownNameError("classification", name, CLASSIFICATIONS)
    return found


def is_part_of(type: str, name: str) -> bool:  # noqa: A002  # the name others call it by
    """Whether a classification names a type of insurance.

    Medical insurance is part of social security, and not equal to it (C1). Raises
    `UnknownNameError` for a classification, or a type, that no classification knows.
    """
    types = classification(name)
    known = dict.fromkeys(each for types in CLASSIFICATIONS.values() for each in types)
    if type not in known:
        raise UnknownNameError("type of insurance", type, known)
    return type in types
