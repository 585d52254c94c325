"""The financial application at a bank outlet (source A4)."""

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
    SAME_BANK,
    SOCIAL_SECURITY_CARD,
    VALID_CERTIFICATE,
    at_the_cards_bank,
)
from ssrules.rules.loss_report import LOSS_REPORT, RELEASE_IN_CHINESE, WINDOW_ELAPSED
from ssrules.rules.source import A4
from ssrules.tables import HitPolicy, Reading, Requirement, Rule, RuleSet, Text

CARD_TOO = Reading(
    chosen=Text(
        "the clause names only the certificate; the Chinese text adds the card",
        zh="原文只提到有效证件，中文文本还要求持卡",
    ),
    other=Text("the certificate alone is enough", zh="只带有效证件即可"),
)

# "… I will bring my valid certificate to the cooperative bank outlet corresponding to the financial
#  account to activate the financial application, otherwise the social security application for the
#  card will be reported for loss."
FINANCIAL = RuleSet(
    name="activation.financial.bank_outlet",
    title=Text(
        "Activate the financial application at a bank outlet",
        zh="在合作银行网点激活金融应用",
    ),
    hit_policy=HitPolicy.UNIQUE,
    inputs=("institution.kind", SAME_BANK, "card.financial", "visit.by"),
    requirements=(
        *at_the_cards_bank(A4),
        Requirement(
            code="already_active",
            cites=A4,
            holds_if={"card.financial": ("inactive", "loss_reported")},
        ),
        Requirement(
            code="reported_for_loss",
            cites=A4,
            holds_if={"card.financial": ("inactive", "active")},
        ),
    ),
    outputs={"documents": None, "steps": None},
    compare=(),  # who comes matters to the documents only
    rules=(
        Rule(
            id="activation.financial.bank_outlet",
            cites=A4,
            when={"visit.by": "holder"},
            then={"documents": (SOCIAL_SECURITY_CARD, VALID_CERTIFICATE), "steps": ()},
            readings=(CARD_TOO, HOLDER),
        ),
        Rule(
            id="activation.financial.bank_outlet.guardian",
            cites=(A4, CIVIL_CODE_23, GUARDIAN_IN_QINGYUAN),
            when={"visit.by": "guardian"},
            then={"documents": OF_A_GUARDIAN, "steps": ()},
            readings=(GUARDIAN,),
        ),
        Rule(
            id="activation.financial.bank_outlet.agent",
            cites=(A4, AGENT_IN_CHINESE),
            when={"visit.by": "agent"},
            then={"documents": OF_AN_AGENT, "steps": ()},
            readings=(AGENT,),
        ),
    ),
)
FINANCIAL_EFFECTS = RuleSet(
    name="activation.financial.bank_outlet.effects",
    title=Text("What activation of the financial application brings", zh="激活金融应用的效果"),
    part_of="activation.financial.bank_outlet",
    hit_policy=HitPolicy.COLLECT,
    inputs=(LOSS_REPORT.outcome("status"),),
    outputs={"effects": None},
    rules=(
        Rule(
            id="activation.financial.bank_outlet.averted",
            cites=A4,
            when={"loss_report": ("not_due", "due")},
            then={"effects": ("loss_report_averted",)},
        ),
        # 持卡人需启用卡片金融应用后,到人社部门指定地点解挂卡片社保应用
        Rule(
            id="activation.financial.bank_outlet.release",
            cites=(A4, RELEASE_IN_CHINESE),
            when={"loss_report": "reported"},
            then={"effects": ("release_required",)},
        ),
    ),
)
FINANCIAL_IN_TIME = RuleSet(
    name="activation.financial.bank_outlet.in_time",
    title=Text(
        "Whether the financial application is activated in time", zh="金融应用是否在期限内激活"
    ),
    part_of="activation.financial.bank_outlet",
    hit_policy=HitPolicy.UNIQUE,
    inputs=(WINDOW_ELAPSED,),
    outputs={"in_time": (False, True)},
    rules=(
        Rule(
            id="activation.financial.bank_outlet.in_time",
            cites=A4,
            when={"window_elapsed": False},
            then={"in_time": True},
        ),
        Rule(
            id="activation.financial.bank_outlet.late",
            cites=A4,
            when={"window_elapsed": True},
            then={"in_time": False},
        ),
    ),
)


RULE_SETS = (FINANCIAL, FINANCIAL_EFFECTS, FINANCIAL_IN_TIME)
