"""The social security application in a designated hospital (source A2)."""

from __future__ import annotations

from ssrules.rules.activation.terms import (
    FIRST_USE,
    HOLDER,
    SOCIAL_SECURITY_CARD,
    card_allows,
    still_due,
)
from ssrules.rules.loss_report import LOSS_REPORT
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Reading, Requirement, Rule, RuleSet, Text

A2 = source_clause(
    "A2",
    Text(
        "Where is the social security card activated, 2: in the designated hospital",
        zh="社会保障卡在哪里激活，第二点：定点医院",
    ),
    (
        "Use the social security card to directly enable the social security function in the"
        " designated medical insurance hospital. When the insured person uses the social security"
        " card for the first time in a designated medical institution, he can directly activate"
        " the social security function by simply registering for outpatient service or"
        " hospitalization."
    ),
)

NO_IDENTITY_DOCUMENT = Reading(
    chosen=Text(
        "the hospital clause asks for no identity document, so none is required",
        zh="医院一点未要求身份证件，因此不要求",
    ),
    other=Text(
        "registering implies that the holder is identified",
        zh="挂号登记本身即须核对身份",
    ),
)
MEDICAL_INSTITUTION = Reading(
    chosen=Text(
        '"designated medical institution" in the second sentence is the hospital of the first',
        zh="第二句的“定点医疗机构”即第一句的定点医院",
    ),
    other=Text(
        "any designated institution, pharmacies included",
        zh="任何定点机构，包括药店",
    ),
)

# "When the insured person uses the social security card for the first time in a designated medical
#  institution, he can directly activate the social security function by simply registering for
#  outpatient service or hospitalization."
IN_THE_HOSPITAL = RuleSet(
    name="activation.social_security.hospital",
    title=Text(
        "Activate the social security application in a hospital",
        zh="在定点医院启用社保应用",
    ),
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "institution.kind",
        "institution.designated",
        "card.used_at_designated_institution",
        "visit.registration",
        "card.social_security",
    ),
    requirements=(
        Requirement(code="not_a_hospital", cites=A2, holds_if={"institution.kind": "hospital"}),
        Requirement(code="not_designated", cites=A2, holds_if={"institution.designated": True}),
        Requirement(
            code="not_first_use",
            cites=A2,
            holds_if={"card.used_at_designated_institution": False},
            readings=(FIRST_USE, MEDICAL_INSTITUTION),
        ),
        Requirement(
            code="not_registered",
            cites=A2,
            holds_if={"visit.registration": ("outpatient", "hospitalization")},
        ),
        *card_allows(A2),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.social_security.hospital",
            cites=A2,
            then={
                "documents": (SOCIAL_SECURITY_CARD,),
                "steps": ("register_outpatient_or_hospitalization",),
            },
            readings=(NO_IDENTITY_DOCUMENT, HOLDER),
        ),
    ),
)
IN_THE_HOSPITAL_EFFECTS = RuleSet(
    name="activation.social_security.hospital.effects",
    title=Text("What activation in a hospital brings", zh="在定点医院启用的效果"),
    part_of="activation.social_security.hospital",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"),),
    outputs={"effects": None},
    rules=(still_due("activation.social_security.hospital"),),
)


RULE_SETS = (IN_THE_HOSPITAL, IN_THE_HOSPITAL_EFFECTS)
