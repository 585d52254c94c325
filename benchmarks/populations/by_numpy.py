"""The decision columns by NumPy, from arrays of text of fixed width.

An unknown text is empty, an unknown yes or no is -1, an unknown day is NaT.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from benchmarks.populations.population import AS_OF, OWN, UNIT, WINDOW

Array: TypeAlias = NDArray[Any]
Test: TypeAlias = tuple[Array, Array]
"""Where something is known to hold, and where it is known not to."""
Made: TypeAlias = Callable[[Array, Sequence[str]], Any]
"""What is made of the places of words in a list of them."""


def arrays(frame: pl.DataFrame) -> dict[str, Array]:
    """The columns of a frame as arrays."""
    found: dict[str, Array] = {}
    for column in frame.get_columns():
        if column.dtype == pl.Boolean:
            found[column.name] = column.cast(pl.Int8).fill_null(-1).to_numpy()
        elif column.dtype == pl.String:
            # a width for all banks, so that two columns of them compare at once
            longest = column.str.len_chars().max()
            width = max(5, longest) if isinstance(longest, int) else 5
            found[column.name] = column.fill_null("").to_numpy().astype(f"U{width}")
        elif column.dtype == pl.Date:
            found[column.name] = column.to_numpy()
        else:
            found[column.name] = column.fill_null(-1).to_numpy()
    return found


def both(*tests: Test) -> Test:
    """Where all of them hold."""
    yes, no = zip(*tests, strict=True)
    return np.logical_and.reduce(yes), np.logical_or.reduce(no)


def either(*tests: Test) -> Test:
    """Where any of them holds."""
    yes, no = zip(*tests, strict=True)
    return np.logical_or.reduce(yes), np.logical_and.reduce(no)


def without(test: Test) -> Test:
    """Where it does not hold."""
    return test[1], test[0]


def texts(at: Array, words: Sequence[str]) -> Array:
    """An array of text."""
    return np.array(words)[at]


def by_hand(columns: Mapping[str, Any], made: Made = texts) -> dict[str, Any]:
    """The decision columns; an empty text stands for none."""

    def chosen(*cases: tuple[Array, str], default: str = "") -> Any:
        words = [word for _, word in cases]
        numbers = [np.int8(at) for at in range(len(words))]
        at = np.select([test for test, _ in cases], numbers, default=np.int8(len(words)))
        return made(at, [*words, default])

    def option(needs: Sequence[Test], open_: Test, papers: Test) -> Any:
        yes, no = both(*needs, open_)
        return chosen(
            (no, "refused"),
            (yes & papers[0], "allowed"),
            (yes, "incomplete"),
            default="undetermined",
        )

    def settled(test: Array) -> Any:
        return chosen((test, "determined"), default="undetermined")

    def yes_no(name: str) -> Test:
        return columns[name] == 1, columns[name] == 0

    def among(name: str, *words: str) -> Test:
        column = columns[name]
        yes = np.logical_or.reduce([column == word for word in words])
        return yes, ~yes & (column != "")

    employed = {
        word: columns["person_employment"] == word
        for word in (*UNIT, *OWN, "unemployed_on_benefit", "student", "retired", "not_working")
    }
    known = np.logical_or.reduce(list(employed.values()))

    def works(*words: str) -> Array:
        found: Array = np.logical_or.reduce([employed[word] for word in words])
        return found

    unit: Test = works(*UNIT), known & ~works(*UNIT)
    received, first = columns["card_received_on"], np.datetime64(AS_OF) - WINDOW
    late: Test = received < first, received >= first
    banks = columns["card_bank"], columns["institution_bank"]
    told = (banks[0] != "") & (banks[1] != "")
    same: Test = told & (banks[0] == banks[1]), told & (banks[0] != banks[1])
    enabled = among("card_financial", "active", "loss_reported")
    new = among("card_financial", "inactive")
    inactive = among("card_social_security", "inactive")
    ours = among("card_social_security", "inactive", "active")
    reported = columns["card_social_security"] == "loss_reported"
    in_time = either(enabled, without(late))
    open_ = inactive
    docs, identity = yes_no("documents_social_security_card"), yes_no("documents_identity_original")
    there = [
        yes_no("institution_designated"),
        without(yes_no("card_used_at_designated_institution")),
    ]
    visit = among("visit_registration", "outpatient", "hospitalization")
    at = {name: among("institution_kind", name) for name in ("bank_outlet", "hospital", "pharmacy")}
    certificate = either(identity, yes_no("documents_other_valid_certificate"))
    representative = both(docs, yes_no("documents_representative_identity_original"))
    guardian = both(representative, certificate, yes_no("documents_proof_of_guardianship"))
    agent = both(representative, identity, yes_no("documents_power_of_attorney"))

    def brought(holder: Test) -> Test:
        by = columns["visit_by"]
        every = both(docs, holder, guardian, agent)
        who = [by == "holder", by == "guardian", by == "agent"]
        of_each = [both(docs, holder), guardian, agent]
        yes = np.select(who, [each[0] for each in of_each], default=every[0])
        return yes, np.select(who, [each[1] for each in of_each], default=every[1])

    self_ = yes_no("person_unit_requires_self_application")
    rural = among("person_residence", "rural")
    route = chosen(
        (unit[0] & self_[1], "work_unit"),
        (unit[0] & self_[0], "bank"),
        (works(*OWN) | (unit[1] & rural[0]), "committee"),
        (unit[1] & rural[1], "bank"),
    )
    age, idle = columns["person_age"], works("not_working")
    years = yes_no("person_medical_years_met")
    near = yes_no("person_within_a_year_of_retirement")
    paid_up = yes_no("person_endowment_years_met")
    idle_too = works("student", "retired", "not_working")
    types = {
        "endowment": chosen(
            (idle & (((age >= 0) & (age < 16)) | (age >= 60)), "none"),
            (idle & (age >= 16), "voluntary"),
            (unit[0], "mandatory"),
            (works(*OWN), "voluntary"),
            (works("unemployed_on_benefit") & near[0], "covered"),
            (works("unemployed_on_benefit") & near[1], "local"),
            (works("retired") & paid_up[0], "none"),
            (works("retired") & paid_up[1], "voluntary"),
            (works("student"), "none"),
        ),
        "medical": chosen(
            (works("retired") & years[0], "covered"),
            (works("retired") & years[1], "voluntary"),
            (unit[0], "mandatory"),
            (works("unemployed_on_benefit"), "covered"),
            (works(*OWN, "student", "not_working"), "voluntary"),
        ),
        "work_injury": chosen(
            (works("employee", "part_time"), "mandatory"),
            (works("civil_servant"), "local"),
            (unit[1], "none"),
        ),
        "unemployment": chosen(
            (works("employee"), "mandatory"), (known & ~works("employee"), "none")
        ),
        "maternity": chosen(
            (unit[0], "mandatory"),
            (works(*OWN), "local"),
            (works("unemployed_on_benefit"), "covered"),
            (idle_too, "none"),
        ),
    }
    cause = among("visit_cause", "none")
    found = {
        "loss_report_status": chosen(
            (reported, "reported"),
            (ours[0] & in_time[0], "not_due"),
            (ours[0] & in_time[1], "due"),
            default="undetermined",
        ),
        "activation_social_security_bank_outlet_status": option(
            [at["bank_outlet"], same], open_, brought(identity)
        ),
        "activation_social_security_hospital_status": option(
            [at["hospital"], *there, visit], open_, docs
        ),
        "activation_social_security_pharmacy_status": option(
            [at["pharmacy"], *there], open_, both(docs, yes_no("documents_medical_insurance_card"))
        ),
        "activation_financial_bank_outlet_status": option(
            [at["bank_outlet"], same],
            new,
            brought(certificate),
        ),
        "application_status": settled(route != ""),
        "application_route": route,
    }
    for name, value in types.items():
        found[f"insurance_{name}_status"] = settled(value != "")
        found[f"insurance_{name}_participation"] = value
    found["medical_benefit_status"] = chosen(
        (cause[0] | unit[1], "not_provided"), (unit[0] & cause[1], "provided"),
        default="undetermined",
    )  # fmt: skip
    found["rights_status"] = settled(known)
    return found
