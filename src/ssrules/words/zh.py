"""Chinese words for the codes of facts and decisions.

They are those of the law, of the notice, or of the offices that apply them. Where no official term
is known the line says that its word is proposed.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # facts and their values
    "as_of": "判定日期",  # proposed
    "person.residence": "户籍",
    "person.residence=rural": "农村居民",
    "person.residence=urban": "城镇居民",
    "person.employment": "就业身份",
    "person.employment=employee": "职工",
    "person.employment=civil_servant": "公务员",
    "person.employment=part_time": "非全日制从业人员",
    "person.employment=flexible": "灵活就业人员",
    "person.employment=self_employed": "无雇工的个体工商户",
    "person.employment=unemployed_on_benefit": "领取失业保险金人员",
    "person.employment=student": "在校学生",
    "person.employment=retired": "退休人员",
    "person.employment=not_working": "未就业居民",
    "person.unit_requires_self_application": "单位要求职工本人办理申领",  # proposed
    "person.age": "年龄",
    "person.medical_years_met": "职工基本医疗保险累计缴费达到国家规定年限",
    "person.endowment_years_met": (  # proposed
        "职工基本养老保险累计缴费达到按月领取基本养老金的年限"
    ),
    "person.within_a_year_of_retirement": "距法定退休年龄不足一年",
    "card.received_on": "领卡日期",
    "card.bank": "社保卡合作银行",
    "card.social_security": "社保卡的社保应用",
    "card.social_security=inactive": "未启用",
    "card.social_security=active": "已启用",
    "card.social_security=loss_reported": "已挂失",
    "card.financial": "社保卡的金融应用",
    "card.financial=inactive": "未激活",
    "card.financial=active": "已激活",
    "card.financial=loss_reported": "已挂失",
    "card.used_at_designated_institution": "社保卡已在定点医药机构使用过",
    "institution.kind": "办理场所类别",  # proposed
    "institution.kind=bank_outlet": "银行网点",
    "institution.kind=hospital": "医疗机构",
    "institution.kind=pharmacy": "零售药店",
    "institution.kind=social_security_office": "社会保险经办机构",  # proposed
    "institution.kind=community_centre": "社区服务中心",  # proposed
    "institution.kind=workplace": "工作单位",  # proposed
    "institution.kind=online": "线上渠道",  # proposed
    "institution.kind=other": "其他场所",  # proposed
    "institution.designated": "医保定点医药机构",
    "institution.bank": "网点所属银行",  # proposed
    "visit.by": "办理人",  # proposed
    "visit.by=holder": "持卡人本人",  # proposed
    "visit.by=guardian": "监护人",
    "visit.by=agent": "受委托人",
    "visit.registration": "挂号登记",
    "visit.registration=outpatient": "门诊挂号",
    "visit.registration=hospitalization": "住院登记",
    "visit.registration=none": "未办理",  # proposed
    "visit.cause": "就医原因",  # proposed
    "visit.cause=illness": "疾病",
    "visit.cause=injury": "负伤",
    "visit.cause=childbirth": "生育",
    "visit.cause=none": "无",
    "documents.social_security_card": "已携带社会保障卡",
    "documents.identity_original": "已携带居民身份证原件",
    "documents.identity_copy": "已备居民身份证复印件",
    "documents.other_valid_certificate": "已携带其他有效身份证件",
    "documents.medical_insurance_card": "已携带原医保卡",
    "documents.representative_identity_original": (  # proposed
        "已携带监护人或受委托人的居民身份证原件"
    ),
    "documents.power_of_attorney": "已携带委托书",  # proposed
    "documents.proof_of_guardianship": "已携带监护关系证明",  # proposed
    "documents.contact_number": "已提供联系电话",
    "documents.signed_application_form": "已填写并签名的社会保障卡申领登记表",
    "documents.photo.presented": "已提交照片",
    "documents.photo.two_inch": "二寸照片",
    "documents.photo.colour": "彩色照片",
    "documents.photo.white_background": "白底照片",
    "documents.photo.bareheaded": "免冠照片",
    "documents.photo.recent": "近期照片",
    "yes": "是",
    "no": "否",
    "unknown": "未知",  # proposed
    # the whole input
    "case": "全部输入内容",  # proposed
    # what rules ask besides facts
    "window_elapsed": "金融应用激活期限",  # proposed
    "window_elapsed=false": "未届满",
    "window_elapsed=true": "已届满",
    "the_cards_bank": "网点属于该卡的合作银行",  # proposed
    "of_endowment_age": "已达城乡居民养老保险参保年龄",
    "of_pension_age": "已达城乡居民养老保险待遇领取年龄",  # proposed
    "loss_report": "社保应用挂失",
    "loss_report=not_due": "无须挂失",  # proposed
    "loss_report=due": "应予挂失",  # proposed
    "loss_report=reported": "已挂失",
    "application": "申领方式",
    "application=work_unit": "单位代办",
    "application=committee": "村（居）委会、社区代收代办",
    "application=bank": "本人到银行网点办理",
    # sections and parts of a decision
    "section:activation": "社会保障卡启用",
    "section:insurance": "社会保险",
    "part:loss_report": "社保应用挂失",
    "part:activation.social_security.bank_outlet": "在银行网点启用社保应用",
    "part:activation.social_security.hospital": "在定点医院启用社保应用",
    "part:activation.social_security.pharmacy": "在定点药店启用社保应用",
    "part:activation.financial.bank_outlet": "在合作银行网点激活金融应用",
    "part:application": "社会保障卡申领",
    "part:insurance.endowment": "基本养老保险",
    "part:insurance.medical": "基本医疗保险",
    "part:insurance.work_injury": "工伤保险",
    "part:insurance.unemployment": "失业保险",
    "part:insurance.maternity": "生育保险",
    "part:medical_benefit": "职工医疗待遇",
    "part:rights": "权利和义务",
    # answers
    "status:undetermined": "尚不能确定",  # proposed
    "status:not_due": "无须挂失",  # proposed
    "status:due": "应予挂失",  # proposed
    "status:reported": "已挂失",
    "status:refused": "不能办理",
    "status:incomplete": "材料不齐",
    "status:unconfirmed": "材料待确认",  # proposed
    "status:allowed": "可以办理",
    "status:provided": "提供",
    "status:not_provided": "不提供",
    "status:determined": "已确定",  # proposed
    "loss:not_due": "该卡的社保应用无须挂失。",  # proposed
    "loss:due": "该卡的社保应用应予挂失；卡片本身和各项社会保险权益不受影响。",  # proposed
    "loss:reported": "该卡的社保应用已被挂失；卡片本身和各项社会保险权益不受影响。",  # proposed
    "function:social_security": "社保应用",
    "function:financial": "金融应用",
    "channel:bank_outlet": "银行网点",
    "channel:hospital": "定点医院",
    "channel:pharmacy": "定点药店",
    "channel:social_security_office": "社会保险经办机构",  # proposed
    "channel:community_centre": "社区服务中心",  # proposed
    "channel:workplace": "工作单位",  # proposed
    "channel:online": "线上渠道",  # proposed
    "in_time:true": "是，在期限内",  # proposed
    "in_time:false": "否，已逾期，但仍可办理",  # proposed
    "in_person:true": "须本人办理",  # proposed
    "in_person:false": "无须本人到银行办理",  # proposed
    "route:work_unit": "由用人单位代办",
    "route:committee": "由村委会、社区或居委会代收代办",
    "route:bank": "本人到银行网点办理",
    # insurance and the medical benefit
    "participation:mandatory": "应当参加",
    "participation:voluntary": "自愿参保",
    "participation:covered": "享受待遇，个人不缴费",
    "participation:local": "按地方规定执行",
    "participation:none": "不适用",
    "scheme:employee": "职工保险",
    "scheme:employee.endowment": "职工基本养老保险",
    "scheme:employee.medical": "职工基本医疗保险",
    "scheme:employee.work_injury": "工伤保险",
    "scheme:employee.unemployment": "失业保险",
    "scheme:employee.maternity": "生育保险",
    "scheme:resident": "城乡居民保险",
    "scheme:resident.endowment": "城乡居民基本养老保险",
    "scheme:resident.medical": "城乡居民基本医疗保险",
    "scheme:employee_medical_insurance": "职工基本医疗保险",
    "succeeds:labour_insurance_medical_care": "劳保医疗",
    "succeeds:free_medical_care": "公费医疗",
    "payer:employer": "用人单位",
    "payer:individual": "个人",
    "payer:collective": "集体",
    "payer:government": "政府",
    "payer:unemployment_fund": "失业保险基金",
    "payer:society": "社会",
    "payer:enterprise": "企业",
    "collected_with:medical": "与职工基本医疗保险费统一征缴",
    "remitted_by:employer": "由用人单位申报缴纳",  # proposed
    "remitted_by:individual": "由本人直接缴纳",  # proposed
    "remitted_by:unemployment_fund": "由失业保险基金缴纳",  # proposed
    "form:medical_services": "医疗服务",
    "form:material_assistance": "物质帮助",
    # documents
    "document:social_security_card": "社会保障卡",
    "document:identity_original": "居民身份证原件",
    "document:identity_copy": "居民身份证复印件",
    "document:valid_certificate": "有效身份证件",
    "document:medical_insurance_card": "原医保卡",
    "document:representative_identity_original": "监护人或受委托人的居民身份证原件",  # proposed
    "document:power_of_attorney": "委托书",
    "document:proof_of_guardianship": "监护关系证明（户口簿、出生医学证明等）",  # proposed
    "document:photo": "照片",
    "document:contact_number": "联系电话",
    "document:signed_application_form": "社会保障卡申领登记表（已填写并签名确认）",
    "property:documents.photo.presented": "已提交",
    "property:documents.photo.two_inch": "二寸",
    "property:documents.photo.colour": "彩色",
    "property:documents.photo.white_background": "白底",
    "property:documents.photo.bareheaded": "免冠",
    "property:documents.photo.recent": "近期",
    # steps and effects
    "step:activate_financial_application_at_cooperating_bank": "到合作银行网点激活金融应用",
    "step:release_financial_application_at_cooperating_bank": (  # proposed
        "到合作银行网点办理金融应用解挂"
    ),
    "step:apply_for_release_at_designated_office": "到人社部门指定地点办理社保应用解挂",
    "step:register_outpatient_or_hospitalization": "持卡办理门诊或住院挂号登记",
    "step:insert_medical_insurance_card": "插入原医保卡",
    "step:insert_social_security_card": "按要求插入社保卡",
    "step:hand_materials_to_the_committee": "将申领材料交村委会、社区或居委会，由其交银行批量制卡",
    "step:identify_the_undertaking_bank": "先了解对应的承办银行",
    "step:apply_at_the_bank": "本人到银行网点申领",
    "step:the_unit_applies": "按单位要求提供材料，由单位代办",
    "effect:medical_insurance_account_restored": "医疗保险账户恢复正常",
    "effect:loss_report_averted": "社保应用不再被挂失",  # proposed
    "effect:loss_report_still_due": "社保应用仍应予挂失，须激活金融应用",  # proposed
    "effect:release_required": "挂失状态仍在，须办理解挂",
    # what a row without conditions says, and requirements that fail
    "holds:requirements": "全部条件均满足",  # proposed
    "holds:always": "对所有人适用",  # proposed
    "requirement:not_a_bank_outlet": "不是银行网点",  # proposed
    "requirement:not_the_cards_bank": "不是该卡的合作银行",  # proposed
    "requirement:already_active": "已经启用",  # proposed
    "requirement:reported_for_loss": "已挂失",
    "requirement:not_a_hospital": "不是医疗机构",  # proposed
    "requirement:not_designated": "不是医保定点机构",  # proposed
    "requirement:not_first_use": "不是首次在定点医药机构使用",  # proposed
    "requirement:not_registered": "未办理门诊或住院挂号登记",  # proposed
    "requirement:not_a_pharmacy": "不是零售药店",  # proposed
    "requirement:no_cause": "无疾病、负伤或生育事由",  # proposed
    "requirement:not_an_employee": "无用人单位",  # proposed
    # rights and duties
    "right:pay_premiums": "缴纳社会保险费",
    "right:inquire_payment_records": "查询缴费记录",
    "right:inquire_personal_records": "查询个人权益记录",
    "right:request_consultation": "要求社会保险经办机构提供社会保险咨询",
    "right:request_related_services": "要求社会保险经办机构提供其他相关服务",
    "right:enjoy_benefits": "享受社会保险待遇",
    "right:supervise_unit_payments": "监督本单位为其缴费情况",
    "kind:duty": "义务",
    "kind:right": "权利",
}
