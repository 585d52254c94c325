"""Who may come to the bank in the holder's place, and what they bring."""

from __future__ import annotations

from ssrules.rules.activation.terms import (
    IDENTITY_ORIGINAL,
    SOCIAL_SECURITY_CARD,
    VALID_CERTIFICATE,
)
from ssrules.rules.law import CIVIL_CODE
from ssrules.rules.source import READ_ON, notice_clause
from ssrules.tables import Certainty, Clause, Document, Reading, Text

AGENT_IN_CHINESE = notice_clause(
    "agent",
    Text("somebody else may be entrusted", zh="委托他人办理"),
    (
        "如参保人确实有事不能亲自去办理,可委托他人办理。委托他人办理时,受委托人需持本人身份证及"
        "参保人身份证、委托书。"
    ),
)
CIVIL_CODE_23 = CIVIL_CODE.clause(
    23,
    Text("the guardian is the statutory agent", zh="监护人是法定代理人"),
    "无民事行为能力人、限制民事行为能力人的监护人是其法定代理人。",
)
GUARDIAN_IN_QINGYUAN = Clause(
    id="qingyuan_guide.3",
    title=Text(
        "Qingyuan, guide to activating the card, (3): a guardian's documents (practice of one"
        " place, like that of several others)",
        zh="清远市社会保障卡激活指南第（3）项：监护人所需材料（一地的做法，另有数地相同）",
    ),
    words=(
        "(3) 未满16周岁的未成年人需由其监护人代为激活社保卡,需要提交监护人有效身份证件原件及"
        "持卡人有效身份证件原件、监护关系证明文件(户口本、出生证等)等资料"
    ),
    language="zh",
    version=READ_ON,
    certainty=Certainty.CONFIRMED,
    url="http://gansulong.com/c/03142TO242024.html",
)


AGENT = Reading(
    chosen=Text(
        "a Chinese text of the same notice lets somebody else be entrusted, with both identity"
        " cards and a written authority",
        zh="同一通知的中文文本允许委托他人办理，须带双方身份证和委托书",
    ),
    other=Text(
        "the text used here names the insured person alone, so nobody else may come",
        zh="所依据的英文文本只提到参保人本人，因此他人不能代办",
    ),
    rests_on=(AGENT_IN_CHINESE,),
)
GUARDIAN = Reading(
    chosen=Text(
        "a guardian brings what several places ask for: the notice is silent on minors",
        zh="通知未提及未成年人，监护人所需材料依照数地的做法",
    ),
    other=Text(
        "a guardian is an agent like any other, and needs a written authority",
        zh="监护人与其他代办人相同，须带委托书",
    ),
    rests_on=(CIVIL_CODE_23, GUARDIAN_IN_QINGYUAN),
)

REPRESENTATIVE_IDENTITY_ORIGINAL = Document.of("documents.representative_identity_original")
POWER_OF_ATTORNEY = Document.of("documents.power_of_attorney")
PROOF_OF_GUARDIANSHIP = Document.of("documents.proof_of_guardianship")
# 监护人有效身份证件原件及持卡人有效身份证件原件、监护关系证明文件
OF_A_GUARDIAN = (
    SOCIAL_SECURITY_CARD,
    VALID_CERTIFICATE,
    REPRESENTATIVE_IDENTITY_ORIGINAL,
    PROOF_OF_GUARDIANSHIP,
)
# 受委托人需持本人身份证及参保人身份证、委托书
OF_AN_AGENT = (
    SOCIAL_SECURITY_CARD,
    IDENTITY_ORIGINAL,
    REPRESENTATIVE_IDENTITY_ORIGINAL,
    POWER_OF_ATTORNEY,
)
