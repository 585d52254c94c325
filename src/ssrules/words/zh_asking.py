"""Chinese words for asking: what a fact means, its question, and how it may be changed.

The sentences are proposed; the terms in them are those of `zh`.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what each fact means
    "meaning:as_of": "作出判定所针对的日期",
    "meaning:person.residence": "参保人户籍登记在农村还是城镇",
    "meaning:person.employment": (
        "参保人的就业身份：职工和公务员（含参照公务员法管理的工作人员）有用人单位；"
        "非全日制从业人员未通过用人单位参保；灵活就业人员包括平台从业人员；个体工商户无雇工；"
        "退休人员已达到职工保险的法定退休年龄，不论是否已领取养老金；"
        "领取城乡居民养老保险待遇的人员属于未就业居民"
    ),
    "meaning:person.unit_requires_self_application": "单位另有规定，要求职工本人办理申领",
    "meaning:person.age": "参保人在判定日期的周岁年龄",
    "meaning:person.medical_years_met": "退休人员的职工基本医疗保险累计缴费达到国家规定年限",
    "meaning:person.endowment_years_met": (
        "退休人员的职工基本养老保险累计缴费达到按月领取基本养老金的年限"
    ),
    "meaning:person.within_a_year_of_retirement": "参保人距法定退休年龄不足一年",
    "meaning:card.received_on": "持卡人领到社保卡的日期",
    "meaning:card.bank": "社保卡金融账户所在合作银行的标识",
    "meaning:card.social_security": "社保卡的社会保障应用（社保功能）的状态",
    "meaning:card.financial": "社保卡的金融应用（金融功能）的状态",
    "meaning:card.used_at_designated_institution": "社保卡已在定点医药机构使用过，不是首次使用",
    "meaning:institution.kind": (
        "持卡人所在的办理场所；医疗机构指办理门诊挂号或住院登记的各类医疗机构；社会保险经办机构、"
        "社区服务中心、工作单位和线上渠道仅供地方规则使用"
    ),
    "meaning:institution.designated": "该机构是医保定点医药机构",
    "meaning:institution.bank": "该网点所属银行的标识",
    "meaning:visit.by": "由谁来办理：持卡人本人、监护人或受委托人",
    "meaning:visit.registration": "持卡人办理的挂号登记",
    "meaning:visit.cause": "就医的原因",
    "meaning:documents.social_security_card": "已携带新社会保障卡",
    "meaning:documents.identity_original": "已携带持卡人的居民身份证原件",
    "meaning:documents.identity_copy": "已备居民身份证复印件；复印件不能代替原件",
    "meaning:documents.other_valid_certificate": (
        "已携带持卡人的其他有效身份证件，如护照、户口簿（未满16周岁）等"
    ),
    "meaning:documents.medical_insurance_card": "已携带原医保卡（原件）",
    "meaning:documents.representative_identity_original": "已携带监护人或受委托人的居民身份证原件",
    "meaning:documents.power_of_attorney": "已携带持卡人出具的委托书",
    "meaning:documents.proof_of_guardianship": "已携带能证明监护关系的户口簿、出生医学证明等",
    "meaning:documents.contact_number": "已提供能联系到本人的电话号码",
    "meaning:documents.signed_application_form": "社会保障卡申领登记表已填写并签名确认",
    "meaning:documents.photo.presented": "已提交照片",
    "meaning:documents.photo.two_inch": "照片为二寸",
    "meaning:documents.photo.colour": "照片为彩色",
    "meaning:documents.photo.white_background": "照片为白底",
    "meaning:documents.photo.bareheaded": "照片为免冠照",
    "meaning:documents.photo.recent": "照片为近期拍摄",
    # the question that asks for it
    "ask:as_of": "请问按哪一天的情况判定？",
    "ask:person.residence": "请问参保人的户籍在农村还是城镇？",
    "ask:person.employment": "请问参保人目前属于哪类人员？",
    "ask:person.unit_requires_self_application": "请问单位要求职工本人办理社保卡申领吗？",
    "ask:person.age": "请问参保人年满多少周岁？",
    "ask:person.medical_years_met": "请问退休人员的职工基本医疗保险累计缴费达到国家规定年限了吗？",
    "ask:person.endowment_years_met": (
        "请问退休人员的职工基本养老保险累计缴费达到按月领取基本养老金的年限了吗？"
    ),
    "ask:person.within_a_year_of_retirement": "请问参保人距法定退休年龄不足一年吗？",
    "ask:card.received_on": "请问持卡人是哪一天领到社保卡的？",
    "ask:card.bank": "请问这张社保卡的合作银行是哪一家？",
    "ask:card.social_security": "请问社保卡的社保应用（社保功能）启用了吗，还是已挂失？",
    "ask:card.financial": "请问社保卡的金融应用（金融功能）激活了吗，还是已挂失？",
    "ask:card.used_at_designated_institution": "请问这张社保卡在定点医药机构使用过吗？",
    "ask:institution.kind": "请问您在哪类场所办理？",
    "ask:institution.designated": "请问这里是医保定点医药机构吗？",
    "ask:institution.bank": "请问这个网点属于哪家银行？",
    "ask:visit.by": "请问由谁来办理：持卡人本人、监护人还是受委托人？",
    "ask:visit.registration": "请问持卡人办理的是门诊挂号还是住院登记，或者都未办理？",
    "ask:visit.cause": "请问因何就医：疾病、负伤、生育，或者都不是？",
    "ask:documents.social_security_card": "请问您带社会保障卡了吗？",
    "ask:documents.identity_original": "请问您带持卡人的居民身份证原件了吗？",
    "ask:documents.identity_copy": "请问您带居民身份证复印件了吗？",
    "ask:documents.other_valid_certificate": "请问您带持卡人的其他有效身份证件（如护照）了吗？",
    "ask:documents.medical_insurance_card": "请问您带原医保卡了吗？",
    "ask:documents.representative_identity_original": (
        "请问您带监护人或受委托人的居民身份证原件了吗？"
    ),
    "ask:documents.power_of_attorney": "请问您带持卡人出具的委托书了吗？",
    "ask:documents.proof_of_guardianship": "请问您带监护关系证明（如户口簿、出生医学证明）了吗？",
    "ask:documents.contact_number": "请问您提供联系电话了吗？",
    "ask:documents.signed_application_form": "请问社会保障卡申领登记表您填好并签名了吗？",
    "ask:documents.photo.presented": "请问您带照片了吗？",
    "ask:documents.photo.two_inch": "请问照片是二寸的吗？",
    "ask:documents.photo.colour": "请问照片是彩色的吗？",
    "ask:documents.photo.white_background": "请问照片是白底的吗？",
    "ask:documents.photo.bareheaded": "请问照片是免冠的吗？",
    "ask:documents.photo.recent": "请问照片是近期拍摄的吗？",
    # the question that asks for what several facts tell together
    "ask:window_elapsed": "请问激活金融应用（金融功能）的期限届满了吗？",
    "ask:the_cards_bank": "请问这里是该卡合作银行的网点吗？",
    # how the holder may change it, or why nobody can
    "fixed:as_of": "判定日期是给定的",
    "fixed:person.residence": "户籍不能随意变更",
    "fixed:person.employment": "就业身份不会为此而改变",
    "fixed:person.unit_requires_self_application": "这由单位规定，个人不能决定",
    "fixed:person.age": "年龄不由人选择",
    "fixed:person.medical_years_met": "缴费年限按实际缴费计算",
    "fixed:person.endowment_years_met": "缴费年限按实际缴费计算",
    "fixed:person.within_a_year_of_retirement": "退休年龄由法律规定",
    "fixed:card.received_on": "领卡日期不能更改",
    "fixed:card.bank": "社保卡的合作银行已经确定",
    "how:card.social_security": "到人社部门指定地点办理社保应用解挂",
    "how:card.financial": "到合作银行网点激活金融应用",
    "fixed:card.used_at_designated_institution": "使用过的事实不能撤销",
    "how:institution.kind": "换到其他场所办理",
    "how:institution.designated": "换到其他机构办理",
    "how:institution.bank": "到该卡合作银行的网点办理",
    "how:visit.by": "由本人前来，或由监护人、受委托人代办",
    "how:visit.registration": "办理或取消挂号登记",
    "fixed:visit.cause": "疾病、负伤或生育不由人选择",
    "how:documents.social_security_card": "带上社会保障卡",
    "how:documents.identity_original": "带上居民身份证原件",
    "how:documents.identity_copy": "带上居民身份证复印件",
    "how:documents.other_valid_certificate": "带上其他有效身份证件",
    "how:documents.medical_insurance_card": "带上原医保卡",
    "how:documents.representative_identity_original": "带上监护人或受委托人的居民身份证原件",
    "how:documents.power_of_attorney": "带上持卡人出具的委托书",
    "how:documents.proof_of_guardianship": "带上监护关系证明",
    "how:documents.contact_number": "提供联系电话",
    "how:documents.signed_application_form": "填写社会保障卡申领登记表并签名",
    "how:documents.photo.presented": "提交照片",
    "how:documents.photo.two_inch": "换一张二寸照片",
    "how:documents.photo.colour": "换一张彩色照片",
    "how:documents.photo.white_background": "换一张白底照片",
    "how:documents.photo.bareheaded": "换一张免冠照片",
    "how:documents.photo.recent": "换一张近期照片",
}
