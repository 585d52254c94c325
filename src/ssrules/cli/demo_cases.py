"""Worked cases for `ssrules demo`: short stories from counters, with the facts that they tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class DemoCase(NamedTuple):
    """A worked case: what happened, the facts, and the parts of the decision it is about."""

    story: str
    story_zh: str
    case: Mapping[str, Any]
    about: tuple[str, ...]

    def told(self, language: str) -> str:
        """What happened, in a language."""
        return self.story_zh if language == "zh" else self.story


DEMO_CASES: Mapping[str, DemoCase] = {
    "bank-counter": DemoCase(
        story=(
            "A woman brings her new card to an outlet of the bank that issued it. She has a copy"
            " of her identity card with her; the original is at home."
        ),
        story_zh="一位女士带着新卡来到发卡银行的网点。她随身带有身份证复印件，原件在家里。",
        case={
            "as_of": "2026-09-14",
            "card": {
                "received_on": "2026-08-03",
                "bank": "ICBC",
                "social_security": "inactive",
                "financial": "inactive",
            },
            "institution": {"kind": "bank_outlet", "bank": "ICBC"},
            "documents": {
                "social_security_card": True,
                "identity_original": False,
                "identity_copy": True,
            },
        },
        about=(
            "loss_report",
            "activation.social_security.bank_outlet",
            "activation.financial.bank_outlet",
        ),
    ),
    "too-late": DemoCase(
        story=(
            "A man has had his card in a drawer for a year. At the outlet of his bank it turns out"
            " that nothing on it was ever activated."
        ),
        story_zh="一位男士的卡在抽屉里放了一年。在发卡银行网点办理时才发现，卡上的功能从未启用。",
        case={
            "as_of": "2026-09-14",
            "card": {
                "received_on": "2025-09-20",
                "bank": "ABC",
                "social_security": "inactive",
                "financial": "inactive",
            },
            "institution": {"kind": "bank_outlet", "bank": "ABC"},
            "documents": {"social_security_card": True, "identity_original": True},
        },
        about=(
            "loss_report",
            "activation.social_security.bank_outlet",
            "activation.financial.bank_outlet",
        ),
    ),
    "first-visit": DemoCase(
        story=(
            "An employee with a broken wrist registers as an outpatient in a designated hospital"
            " and lays down her new card, for the first time anywhere."
        ),
        story_zh="一名手腕骨折的职工在定点医院门诊挂号，首次出示他的新卡。",
        case={
            "as_of": "2026-09-14",
            "person": {"employment": "employee", "residence": "urban"},
            "card": {
                "received_on": "2026-08-24",
                "social_security": "inactive",
                "financial": "inactive",
                "used_at_designated_institution": False,
            },
            "institution": {"kind": "hospital", "designated": True},
            "visit": {"registration": "outpatient", "cause": "injury"},
            "documents": {"social_security_card": True},
        },
        about=("activation.social_security.hospital", "medical_benefit", "rights"),
    ),
    "pharmacy": DemoCase(
        story=(
            "At a pharmacy a student wants to use his card for the first time. Nobody knows yet"
            " whether he has the old medical insurance card with him."
        ),
        story_zh="一名学生想在药店首次使用社保卡。他是否带着旧医保卡，还不知道。",
        case={
            "as_of": "2026-09-14",
            "person": {"employment": "student"},
            "card": {
                "received_on": "2026-09-01",
                "social_security": "inactive",
                "used_at_designated_institution": False,
            },
            "institution": {"kind": "pharmacy", "designated": True},
            "documents": {"social_security_card": True},
        },
        about=("activation.social_security.pharmacy", "insurance.medical"),
    ),
    "delivery-rider": DemoCase(
        story=(
            "A delivery rider without a work unit asks how to apply for a card. Where he is"
            " registered was not asked, and need not be: the way is the same. On his photo he wears"
            " a cap."
        ),
        story_zh="一名没有用人单位的外卖骑手询问如何申领社保卡。他的户籍没有问，也不必问：办法是一样的。他的照片上戴着帽子。",
        case={
            "as_of": "2026-09-14",
            "person": {"employment": "flexible", "age": 27},
            "documents": {
                "identity_copy": True,
                "contact_number": True,
                "signed_application_form": True,
                "photo": {
                    "presented": True,
                    "two_inch": True,
                    "colour": True,
                    "white_background": True,
                    "bareheaded": False,
                    "recent": True,
                },
            },
        },
        about=(
            "application",
            "insurance.endowment",
            "insurance.medical",
            "insurance.work_injury",
            "insurance.unemployment",
            "insurance.maternity",
        ),
    ),
    "pensioner": DemoCase(
        story=(
            "A pensioner in a town wants to know where she stands. It is not known whether she"
            " paid medical premiums for as many years as are required."
        ),
        story_zh="一位城镇退休人员想了解自己的情况。她的医疗保险缴费年限是否达到规定，尚不清楚。",
        case={
            "as_of": "2026-09-14",
            "person": {"employment": "retired", "residence": "urban", "age": 63},
        },
        about=("application", "insurance.endowment", "insurance.medical"),
    ),
}
