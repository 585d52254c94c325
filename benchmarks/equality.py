"""Whether two ways of deciding agree, checked before anything is timed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from ssrules.decisions import Decision
from ssrules.facts import Case


def difference(theirs: Any, ours: Any, path: str = "decision") -> str | None:
    """Where two trees differ, comparing the fields of `theirs`; None where they do not."""
    if attrs.has(type(theirs)):
        for field in attrs.fields(type(theirs)):
            found = difference(
                getattr(theirs, field.name), getattr(ours, field.name), f"{path}.{field.name}"
            )
            if found:
                return found
        return None
    if isinstance(theirs, tuple) and isinstance(ours, tuple) and len(theirs) == len(ours):
        for at, (one, other) in enumerate(zip(theirs, ours, strict=True)):
            found = difference(one, other, f"{path}[{at}]")
            if found:
                return found
        return None
    return None if theirs == ours else f"{path}: {theirs!r}, ssrules says {ours!r}"


def check_equal(
    name: str, theirs: Callable[[Case], Any], ours: Callable[[Case], Any], cases: Iterable[Case]
) -> int:
    """How many cases were compared. Raises `AssertionError` at the first difference."""
    count = 0
    for case in cases:
        found = difference(theirs(case), ours(case))
        if found:
            raise AssertionError(f"{name} differs at {found} for {case.to_json()}")
        count += 1
    return count


def check_sound(
    theirs: Callable[[Case], Any], ours: Callable[[Case], Decision], cases: Iterable[Case]
) -> tuple[int, int]:
    """How many parts were compared, and how many `theirs` leaves open though they are settled.

    Raises `AssertionError` where a status of theirs is wrong.
    """
    parts = open_ = 0
    for case in cases:
        for one, (path, other) in zip(parts_of(theirs(case)), ours(case).parts, strict=True):
            parts += 1
            if one.status == "undetermined" and other.status != "undetermined":
                open_ += 1
            elif one.status != other.status:
                raise AssertionError(
                    f"{path} is {one.status}, ssrules says {other.status}: {case.to_json()}"
                )
    return parts, open_


def parts_of(decision: Any) -> tuple[Any, ...]:
    """The thirteen parts of a decision, in order."""
    return (
        decision.loss_report,
        *decision.activation,
        decision.application,
        *decision.insurance.types,
        decision.medical_benefit,
        decision.rights,
    )


def statuses(decision: Any) -> tuple[str, ...]:
    """The thirteen statuses of a decision, read one by one."""
    one, two, three, four = decision.activation
    a, b, c, d, e = decision.insurance.types
    return (
        decision.loss_report.status,
        one.status,
        two.status,
        three.status,
        four.status,
        decision.application.status,
        a.status,
        b.status,
        c.status,
        d.status,
        e.status,
        decision.medical_benefit.status,
        decision.rights.status,
    )
