"""The social security application in a designated pharmacy (source A3)."""

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
from ssrules.tables import Document, HitPolicy, Reading, Requirement, Rule, RuleSet, Text

A3 = source_clause(
    "A3",
    Text(
        "Where is the social security card activated, 3: in the designated pharmacy",
        zh="社会保障卡在哪里激活，第三点：定点药店",
    ),
    (
        "When the insured uses the social security card for the first time in the designated"
        " medical insurance pharmacy, he inserts the original medical insurance card and then"
        " inserts the social security card as required to activate the social security card."
    ),
)

FIRST_REPLACEMENT = Reading(
    chosen=Text(
        "the old card among the documents amounts to the first replacement of an old card",
        zh="所需材料中有原医保卡，即相当于首次换领社保卡",
    ),
    other=Text(
        "a twin of the clause limits it to the first replacement in so many words",
        zh="同类文本明文“仅限于首次换领社保卡参保人员”",
    ),
)

MEDICAL_INSURANCE_CARD = Document.of("documents.medical_insurance_card")

# "… uses the social security card for the first time in the designated medical insurance pharmacy,
#  he inserts the original medical insurance card and then inserts the social security card …"
IN_THE_PHARMACY = RuleSet(
    name="activation.social_security.pharmacy",
    title=Text(
        "Activate the social security application in a pharmacy",
        zh="在定点药店启用社保应用",
    ),
    hit_policy=HitPolicy.UNIQUE,
    inputs=(
        "institution.kind",
        "institution.designated",
        "card.used_at_designated_institution",
        "card.social_security",
    ),
    requirements=(
        Requirement(code="not_a_pharmacy", cites=A3, holds_if={"institution.kind": "pharmacy"}),
        Requirement(code="not_designated", cites=A3, holds_if={"institution.designated": True}),
        Requirement(
            code="not_first_use",
            cites=A3,
            holds_if={"card.used_at_designated_institution": False},
            readings=(FIRST_USE,),
        ),
        *card_allows(A3),
    ),
    outputs={"documents": None, "steps": None},
    rules=(
        Rule(
            id="activation.social_security.pharmacy",
            cites=A3,
            then={
                "documents": (MEDICAL_INSURANCE_CARD, SOCIAL_SECURITY_CARD),
                "steps": ("insert_medical_insurance_card", "insert_social_security_card"),
            },
            readings=(FIRST_REPLACEMENT, HOLDER),
        ),
    ),
)
IN_THE_PHARMACY_EFFECTS = RuleSet(
    name="activation.social_security.pharmacy.effects",
    title=Text("What activation in a pharmacy brings", zh="在定点药店启用的效果"),
    part_of="activation.social_security.pharmacy",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"),),
    outputs={"effects": None},
    rules=(still_due("activation.social_security.pharmacy"),),
)


RULE_SETS = (IN_THE_PHARMACY, IN_THE_PHARMACY_EFFECTS)
