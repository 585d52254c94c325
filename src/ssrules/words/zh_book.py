"""Chinese words for what a rule book tells of itself, and for the names of its answers.

Where no official term is known the line says that its word is proposed.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what parameters count in
    "unit:days": "天",  # proposed
    "unit:days=1": "天",  # proposed
    "unit:months": "个月",  # proposed
    "unit:months=1": "个月",  # proposed
    "unit:years": "年",  # proposed
    "unit:years=1": "年",  # proposed
    "unit:years_of_age": "周岁",  # proposed
    "unit:years_of_age=1": "周岁",  # proposed
    "unit:endowment_minimum_age": "周岁",  # proposed
    "unit:endowment_minimum_age=1": "周岁",  # proposed
    "unit:residents_pension_age": "周岁",  # proposed
    "unit:residents_pension_age=1": "周岁",  # proposed
    # what a part tells
    "output:status": "结论",  # proposed
    "output:function": "社保卡的应用",  # proposed
    "output:channel": "办理渠道",  # proposed
    "output:deadline": "截止日期",  # proposed
    "output:days_left": "剩余天数",  # proposed
    "output:due_from": "应予挂失的起始日期",  # proposed
    "output:release_steps": "解挂步骤",  # proposed
    "output:required_documents": "所需材料",  # proposed
    "output:missing_documents": "缺少的材料",  # proposed
    "output:unconfirmed_documents": "待确认的材料",  # proposed
    "output:documents": "材料",  # proposed
    "output:steps": "办理步骤",  # proposed
    "output:effects": "办理结果",  # proposed
    "output:in_time": "是否在期限内",  # proposed
    "output:route": "申领方式",  # proposed
    "output:in_person": "是否须本人办理",  # proposed
    "output:open_routes": "可选的申领方式",  # proposed
    "output:participation": "参保情况",  # proposed
    "output:scheme": "保险制度",  # proposed
    "output:payers": "费用承担方",  # proposed
    "output:collected_with": "统一征缴",  # proposed
    "output:remitted_by": "缴纳方",  # proposed
    "output:listed_in": "所属分类",  # proposed
    "output:forms": "待遇形式",  # proposed
    "output:provided_by": "提供方",  # proposed
    "output:funded_by": "费用承担方",  # proposed
    "output:succeeds": "所取代的原制度",  # proposed
    "output:individual": "个人",  # proposed
    "output:unit": "用人单位",  # proposed
    "output:because": "理由",  # proposed
    "output:clauses": "依据条款",  # proposed
    "output:needs": "尚需了解的情况",  # proposed
    "output:next_change": "下一次变化",  # proposed
    # classifications, types of insurance, and the nine branches as the convention calls them
    "classification:cn_statutory": "《社会保险法》第二条所列的五种",  # proposed
    "classification:source_six": "来源文件所列的六种",  # proposed
    "classification:ilo_c102": "国际劳工组织第102号公约所列的九项",  # proposed
    "type:endowment": "养老保险",
    "type:medical": "医疗保险",
    "type:work_injury": "工伤保险",
    "type:unemployment": "失业保险",
    "type:maternity": "生育保险",
    "type:disability": "伤残保险",  # proposed
    "type:sickness": "疾病保险",  # proposed
    "type:family": "家庭津贴",  # proposed
    "type:survivors": "遗属津贴",  # proposed
    "branch:medical": "医疗",  # proposed
    "branch:sickness": "疾病津贴",  # proposed
    "branch:unemployment": "失业津贴",  # proposed
    "branch:endowment": "老年津贴",  # proposed
    "branch:work_injury": "工伤津贴",  # proposed
    "branch:family": "家庭津贴",  # proposed
    "branch:maternity": "生育津贴",  # proposed
    "branch:disability": "残疾津贴",  # proposed
    "branch:survivors": "遗属津贴",  # proposed
    # hit policies
    "hit_policy:UNIQUE": "唯一命中：恰有一行适用",
    "hit_policy:ANY": "任一命中：一行或多行适用且结果一致",
    "hit_policy:COLLECT": "汇总命中：任意多行适用，列表合并",
    # what is wrong with a rule book, and what becomes of an answer
    "finding:gap": "规则空缺",  # proposed
    "finding:conflict": "规则冲突",  # proposed
    "finding:unreachable": "从不起作用",  # proposed
    "finding:redundant": "多余",  # proposed
    "finding:idle_input": "不起作用的输入",  # proposed
    "finding:citation_missing": "引用不完整",  # proposed
    "finding:citation_ambiguous": "引用不唯一",  # proposed
    "finding:citation_out_of_force": "引用的条款无效",  # proposed
    "finding:certainty": "核对程度不足",  # proposed
    "finding:contradiction": "各层规定相抵触",  # proposed
    "finding:worked_case": "与示例不符",  # proposed
    "answered:open": "条件均符合",  # proposed
    "answered:faulty": "规则有误",  # proposed
    "replay:other_rule_book": "规则已经改变",  # proposed
    "replay:other_answer": "规则未变而结论不同",  # proposed
    "replay:facts_left_out": "记录中没有案例事实",  # proposed
    "replay:unknown_rule_book": "没有所记录的规则",  # proposed
    "replay:unreadable": "无法读取",  # proposed
    # how sure a quotation is, and the languages
    "certainty:compared": "已与原件或公开的法规汇编逐字核对",  # proposed
    "certainty:confirmed": "多份公开文本一致，未见原始页面",  # proposed
    "certainty:single_copy": "仅见一份公开文本",  # proposed
    "certainty:summary": "内容概述，并非原文",  # proposed
    "certainty:from_memory": "凭记忆引用，未经核对",  # proposed
    "found:own_page": "见于发布机关自己的网页",  # proposed
    "found:press": "据报刊或门户网站报道",  # proposed
    "found:repost": "转载文本，未见发布机关网页",  # proposed
    "language:en": "英文",  # proposed
    "language:zh": "中文",  # proposed
}
