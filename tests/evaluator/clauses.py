"""The clauses cited, in the words in which the contract quotes them, and how sure each is."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.evaluator.source_words import SOURCE
from tests.evaluator.statutes import SOCIAL_INSURANCE_LAW


class Quoted(NamedTuple):
    """A clause's words, the date of the text, its first and last day in force, its certainty.

    A date is None where the contract has none. Certainty is `compared`, `confirmed`, `summary` or
    `from_memory`.
    """

    words: str
    version: date | None
    in_force_from: date | None
    in_force_to: date | None
    certainty: str


READ_ON = date(2026, 11, 22)
"""The day on which the document, which bears no date, read as it is quoted."""


def _code(words: str) -> Quoted:
    return Quoted(words, date(2020, 5, 28), date(2021, 1, 1), None, "compared")


def _notice(words: str) -> Quoted:
    """A Chinese text of the notice, undated, found in four public copies."""
    return Quoted(words, None, None, None, "confirmed")


def _residents(words: str, certainty: str) -> Quoted:
    return Quoted(words, date(2014, 2, 21), date(2014, 2, 21), None, certainty)


CIVIL_CODE = {
    "civil_code.23": _code("无民事行为能力人、限制民事行为能力人的监护人是其法定代理人。"),
    "civil_code.201": _code(
        "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。\n"
        "按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。"
    ),
    "civil_code.203": _code(
        "期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。"
    ),
    "civil_code.1259": _code(
        "民法所称的“以上”、“以下”、“以内”、“届满”，包括本数；"
        "所称的“不满”、“超过”、“以外”，不包括本数。"
    ),
}

OTHER_TEXTS = {
    "work_injury_regulations.65": Quoted(
        "公务员和参照公务员法管理的事业单位、社会团体的工作人员因工作遭受事故伤害或者患职业病的，"
        "由所在单位支付费用。具体办法由国务院社会保险行政部门会同国务院财政部门规定。",
        date(2010, 12, 20),
        date(2011, 1, 1),
        None,
        "compared",
    ),
    "unemployment_regulations.2": Quoted(
        "城镇企业事业单位、城镇企业事业单位职工依照本条例的规定，缴纳失业保险费。\n"
        "城镇企业事业单位失业人员依照本条例的规定，享受失业保险待遇。\n"
        "本条所称城镇企业，是指国有企业、城镇集体企业、外商投资企业、城镇私营企业"
        "以及其他城镇企业。",
        date(1999, 1, 22),
        date(1999, 1, 22),
        None,
        "compared",
    ),
    "state_council_2015_2.3": Quoted(
        "基本养老保险费由单位和个人共同负担。",
        date(2015, 1, 3),
        date(2014, 10, 1),
        None,
        "from_memory",
    ),
    "state_council_1998_44.2": Quoted(
        "城镇所有用人单位，包括企业（国有企业、集体企业、外商投资企业、私营企业等）、机关、"
        "事业单位、社会团体、民办非企业单位及其职工，都要参加基本医疗保险。",
        date(1998, 12, 14),
        date(1998, 12, 14),
        None,
        "confirmed",
    ),
    "general_office_2019_10.2": Quoted(
        "（一）统一参保登记。参加职工基本医疗保险的在职职工同步参加生育保险。"
        "实施过程中要完善参保范围，结合全民参保登记计划摸清底数，促进实现应保尽保。",
        date(2019, 3, 6),
        date(2019, 3, 25),
        None,
        "confirmed",
    ),
    "ministry_2011_13.9": Quoted(
        "职工（包括非全日制从业人员）在两个或者两个以上用人单位同时就业的，"
        "各用人单位应当分别为职工缴纳工伤保险费。"
        "职工发生工伤，由职工受到伤害时工作的单位依法承担工伤保险责任。",
        date(2011, 6, 29),
        date(2011, 7, 1),
        None,
        "confirmed",
    ),
    "general_office_2024_48": Quoted(
        "指导有条件的地方将参加职工基本医疗保险的灵活就业人员、农民工、新就业形态人员纳入生育保险。",
        date(2024, 10, 28),
        date(2024, 10, 28),
        None,
        "confirmed",
    ),
    "agency_regulations.24": Quoted(
        "个人在领取失业保险金期间，社会保险经办机构应当从失业保险基金中支付其应当缴纳的"
        "基本医疗保险（含生育保险）费。",
        date(2023, 8, 16),
        date(2023, 12, 1),
        None,
        "compared",
    ),
    "retirement_age_measures.7": Quoted(
        "对领取失业保险金且距法定退休年龄不足一年的人员，领取失业保险金年限延长至法定退休年龄，"
        "在实施渐进式延迟法定退休年龄期间，由失业保险基金按照规定为其缴纳养老保险费。",
        date(2024, 9, 13),
        date(2025, 1, 1),
        date(2039, 12, 31),
        "confirmed",
    ),
    "state_council_2014_8.3": _residents(
        "年满16周岁（不含在校学生），非国家机关和事业单位工作人员及不属于职工基本养老保险制度"
        "覆盖范围的城乡居民，可以在户籍地参加城乡居民养老保险。",
        "confirmed",
    ),
    "state_council_2014_8.4": _residents(
        "城乡居民养老保险基金由个人缴费、集体补助、政府补贴构成。",
        "from_memory",
    ),
    "state_council_2014_8.6": _residents(
        "参加城乡居民养老保险的个人，年满60周岁、累计缴费满15年，"
        "且未领取国家规定的基本养老保障待遇的，可以按月领取城乡居民养老保险待遇。",
        "confirmed",
    ),
    "ilo_c102": Quoted(
        "Parts II to X: medical care, sickness benefit, unemployment benefit, old-age benefit,"
        " employment injury benefit, family benefit, maternity benefit, invalidity benefit,"
        " survivors' benefit",
        date(1952, 6, 28),
        date(1955, 4, 27),
        None,
        "summary",
    ),
}

NOTICE = {
    "notice.release": _notice(
        "如因金融应用未启用导致卡片社保应用被挂失,持卡人需启用卡片金融应用后,"
        "到人社部门指定地点解挂卡片社保应用。"
    ),
    "notice.agent": _notice(
        "如参保人确实有事不能亲自去办理,可委托他人办理。"
        "委托他人办理时,受委托人需持本人身份证及参保人身份证、委托书。"
    ),
    "notice.window": _notice(
        "参保人到人力社保部门领卡后即可启用社保应用。自领卡之日起300天内,"
        "凭本人有效证件持卡到金融账户对应合作银行网点启用金融应用,否则该卡社保应用将被挂失。"
    ),
    "qingyuan_guide.3": _notice(
        "(3) 未满16周岁的未成年人需由其监护人代为激活社保卡,需要提交监护人有效身份证件原件及"
        "持卡人有效身份证件原件、监护关系证明文件(户口本、出生证等)等资料"
    ),
}

CLAUSES: dict[str, Quoted] = {
    **{clause: Quoted(words, READ_ON, None, None, "compared") for clause, words in SOURCE.items()},
    **{
        clause: Quoted(words, date(2018, 12, 29), date(2011, 7, 1), None, "compared")
        for clause, words in SOCIAL_INSURANCE_LAW.items()
    },
    **CIVIL_CODE,
    **OTHER_TEXTS,
    **NOTICE,
}
