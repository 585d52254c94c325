"""Chinese words that stand beside answers on a screen, and in sentences about rows.

No official terms exist for these; all are proposed.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    # what stands at the left of a line
    "line:until": "期限",
    "line:to_do": "办理",
    "line:note": "注意",
    "line:result": "结果",
    "line:in_time": "是否按期",
    "line:bring": "携带",
    "line:or_else": "也可",
    "line:paid_by": "缴费",
    "line:what": "内容",
    "line:from": "提供",
    "line:system": "制度",
    "line:duty_of_person": "本人义务",
    "line:right_of_person": "本人权利",
    "line:duty_of_unit": "单位义务",
    "line:right_of_unit": "单位权利",
    "line:unknown": "待问",
    "line:why": "理由",
    "line:clause": "依据",
    "line:at_hand": "已备",
    "line:missing": "缺少",
    "line:ask_for": "待确认",
    # titles on a screen
    "title:known": "已知情况",
    "title:also_decided": "其他结论",
    "title:not_yet_known": "尚不能确定",
    "title:ask_next": "接下来应问（最有用的在前）",
    "another_answer": "结论将改变",
    "bring:what_the_unit_asks": "单位要求的材料",
    # a decision as a sheet
    "sheet:head": "判定日期{day}，规则集{book} {version} [{digest}]",
    "sheet:book": "规则集 {book} {version} [{digest}]",
    "sheet:part": "事项",
    "sheet:answer": "结论",
    # rule sets as tables
    "table:row": "规则行",
    "table:if": "条件",
    "table:then": "结果",
    "table:clause": "条款",
    "table:clauses": "条款原文",
    "table:rule_set": "规则表",
    "table:rule_sets": "各规则表",
    "table:inputs": "输入",
    "table:requirements": "条件（须全部符合）",
    "table:rows": "规则",
    "table:code": "条件",
    "table:holds_if": "须为",
    "table:asked_if": "限于",
    "table:in_place_of": "取代",
    "table:in_force": "有效期",
    "table:read_as": "理解为",
    "table:and_not": "而不是",
    "table:name": "编号",
    "table:adds_to": "从属于",
    "table:policy": "命中",
    "table:gives": "给出",
    "table:feeds": "用于",
    "table:dashed": "虚线框：对所连规则表结论的补充",
    "table:dot": "右侧圆点：其结论供其他规则表使用",
    "table:arrow": "箭头：指向使用该结论的规则表",
    # rows that two rule books decide differently
    "affected:rows": "有{rows}行判定结果不同",
    "affected:rows=1": "有1行判定结果不同",
    "affected:column": "列",
    "affected:count": "不同的行数",
    # an interview
    "interview:settled": "没有要问的了",
    "interview:said": "已经回答的",
    # pictures
    "picture:rows": "行数",
    "picture:before": "之前",
    "picture:after": "之后",
    "picture:map": "{title}：按{inputs}区分的{count}类情形的结论；各结论的类数：{answers}",
    # sentences about rows, and about what cannot be changed
    "nothing": "无",
    "asks:nothing": "无其他条件",
    "obstacle:fixed": "已指定不变",
    "obstacle:unknown": "须先问清",
    "obstacle:nothing": "本人无法改变",
}
