"""The social security application at a bank outlet (source A1)."""

from __future__ import annotations

from ssrules.rules.activation.representatives import (
    AGENT,
    AGENT_IN_CHINESE,
    CIVIL_CODE_23,
    GUARDIAN,
    GUARDIAN_IN_QINGYUAN,
    OF_A_GUARDIAN,
    OF_AN_AGENT,
)
from ssrules.rules.activation.terms import (
    HOLDER,
    IDENTITY_ORIGINAL,
    SAME_BANK,
    SOCIAL_SECURITY_CARD,
    at_the_cards_bank,
    card_allows,
    still_due,
)
from ssrules.rules.loss_report import LOSS_REPORT
from ssrules.rules.source import source_clause
from ssrules.tables import HitPolicy, Reading, Rule, RuleSet, Text

A1 = source_clause(
    "A1",
    Text(
        "Where is the social security card activated, 1: at the bank outlet",
        zh="社会保障卡在哪里激活，第一点：银行网点",
    ),
    (
        "The insured person needs to bring his social security card and the original identity"
        " certificate to the corresponding bank outlet to activate the social security card, and"
        " the medical insurance account will return to normal after activation."
    ),
)

THE_SOCIAL_SECURITY_APPLICATION = Reading(
    chosen=Text(
        '"activate the social security card" is to activate its social security application; the'
        " financial one has the fourth clause",
        zh="“激活社会保障卡”指启用其社保应用；金融应用另由第四点规定",
    ),
    other=Text("both applications of the card at once", zh="同时启用卡的两个应用"),
)
ACCOUNT_RESTORED = Reading(
    chosen=Text(
        "that the account works again is told without a condition, as the clause does",
        zh="医疗保险账户恢复正常，按原文无条件告知",
    ),
    other=Text(
        "Chinese texts tell it of accounts that had been restricted for delay",
        zh="中文文本所说的是因逾期而被限制使用的账户",
    ),
)

# "… bring his social security card and the original identity certificate to the corresponding
#  bank outlet …, and the medical insurance account will return to normal after activation."
AT_THE_BANK = RuleSet(
    name="activation.social_security.bank_outlet",
    title=Text(
        "Activate the social security application at a bank outlet",
        zh="在银行网点启用社保应用",
    ),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("institution.kind", SAME_BANK, "card.social_security", "visit.by"),
    requirements=(*at_the_cards_bank(A1), *card_allows(A1)),
    outputs={"documents": None, "steps": None},
    compare=(),  # who comes matters to the documents only
    rules=(
        Rule(
            id="activation.social_security.bank_outlet",
            cites=A1,
            when={"visit.by": "holder"},
            then={"documents": (SOCIAL_SECURITY_CARD, IDENTITY_ORIGINAL), "steps": ()},
            readings=(THE_SOCIAL_SECURITY_APPLICATION, HOLDER),
        ),
        Rule(
            id="activation.social_security.bank_outlet.guardian",
            cites=(A1, CIVIL_CODE_23, GUARDIAN_IN_QINGYUAN),
            when={"visit.by": "guardian"},
            then={"documents": OF_A_GUARDIAN, "steps": ()},
            readings=(GUARDIAN,),
        ),
        Rule(
            id="activation.social_security.bank_outlet.agent",
            cites=(A1, AGENT_IN_CHINESE),
            when={"visit.by": "agent"},
            then={"documents": OF_AN_AGENT, "steps": ()},
            readings=(AGENT,),
        ),
    ),
)
AT_THE_BANK_EFFECTS = RuleSet(
    name="activation.social_security.bank_outlet.effects",
    title=Text("What activation at a bank outlet brings", zh="在银行网点启用的效果"),
    part_of="activation.social_security.bank_outlet",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"),),
    outputs={"effects": None},
    rules=(
        Rule(
            id="activation.social_security.bank_outlet.restored",
            cites=A1,
            then={"effects": ("medical_insurance_account_restored",)},
            readings=(ACCOUNT_RESTORED,),
        ),
        still_due("activation.social_security.bank_outlet"),
    ),
)


RULE_SETS = (AT_THE_BANK, AT_THE_BANK_EFFECTS)
