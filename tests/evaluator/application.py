"""Section 2.3: how to apply for the card (source B1 to B3)."""

from __future__ import annotations

from typing import NamedTuple

from tests.evaluator.facts import WORK_UNIT
from tests.evaluator.terms import Facts, Outcome, Parameters, Part, agreed


def route(facts: Facts, parameters: Parameters) -> Outcome:  # noqa: ARG001
    """The table of section 2.3."""
    employment = facts["person.employment"]
    unit = employment in WORK_UNIT
    by_oneself = facts["person.unit_requires_self_application"]
    rural, urban = (facts["person.residence"] == each for each in ("rural", "urban"))
    flexible = employment in ("part_time", "flexible", "self_employed")
    individual = employment in ("student", "retired", "unemployed_on_benefit", "not_working")
    return agreed(
        [
            ("application.work_unit", unit and not by_oneself, "work_unit"),
            ("application.self", unit and by_oneself, "bank"),
            ("application.rural", not unit and rural, "committee"),
            ("application.urban_flexible", flexible and urban, "committee"),
            ("application.individual", individual and urban, "bank"),
        ]
    )


PART = Part(
    rule=route,
    reads=(
        "person.residence",
        "person.employment",
        "person.unit_requires_self_application",
    ),
    reasons=(
        "application.work_unit",
        "application.self",
        "application.rural",
        "application.urban_flexible",
        "application.individual",
    ),
)


class Materials(NamedTuple):
    """What a route asks of the person; documents are None where the unit says which."""

    in_person: bool | None
    open_routes: tuple[str, ...]
    steps: tuple[str, ...]
    documents: tuple[str, ...] | None


NOTHING = Materials(in_person=None, open_routes=(), steps=(), documents=())
MATERIALS = {
    "committee": Materials(
        in_person=False,
        open_routes=("committee", "bank"),
        steps=("hand_materials_to_the_committee",),
        documents=(
            "identity_copy",
            "bareheaded_photo",
            "contact_number",
            "signed_application_form",
        ),
    ),
    "bank": Materials(
        in_person=True,
        open_routes=("bank",),
        steps=("identify_the_undertaking_bank", "apply_at_the_bank"),
        documents=("identity_original", "identity_copy", "photo", "signed_application_form"),
    ),
    "work_unit": Materials(
        in_person=False,
        open_routes=("work_unit", "bank"),
        steps=("the_unit_applies",),
        documents=None,
    ),
}
