"""Chinese words of the page.

No official terms exist for these; all are proposed.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "title": "社会保障卡：看看哪些规定适用于您",
    "noscript": "本页面需要启用 JavaScript。",
    "skip": "跳到正文",
    "language": "English",
    "language:label": "English（用英文阅读本页）",
    # the start
    "start:lead": (
        "回答几个问题，即可了解能办什么、带什么材料、何时截止；每项结论都附有依据的条款。"
    ),
    "start:private": "您的回答不会离开本页面。",
    "start:about": "您想了解什么？",
    "start:all": "全部事项",
    "start:place": "地区",
    "start:day": "判定日期",
    "start:begin": "开始",
    "place:default": "全国规定",
    # asking
    "ask:number": "第{number}个问题",
    "ask:meaning": "说明",
    "ask:unknown": "不清楚",
    "ask:continue": "继续",
    "ask:back": "上一步",
    "ask:anew": "重新开始",
    "ask:so_far": "目前的结论",
    "ask:decided": "{all}项结论中已确定{done}项",
    "ask:left": "还有{count}种可能",
    "ask:date": "例如2026年3月1日或2026-03-01",
    "ask:date_read": "即{day}",
    "ask:number_range": "{lowest}至{highest}之间的整数",
    "ask:text": "名称",
    "wrong:date": "“{given}”不是日期，请写成2026年3月1日或2026-03-01。",
    "wrong:number": "“{given}”不是整数。",
    "wrong:empty": "请先回答，或选择“不清楚”。",
    # the result
    "result:title": "结果",
    "result:day": "判定日期：{day}",
    "result:open": "由于有些情况不清楚，部分结论尚不能确定。",
    "result:bring": "携带",
    "result:at_hand": "已备",
    "result:missing": "缺少",
    "result:unconfirmed": "待确认",
    "result:why": "理由和依据",
    "result:until": "期限",
    "result:until_left": "{day}（还剩{left}）",
    "result:until_today": "{day}（就是今天）",
    "result:until_over": "已于{day}届满",
    "result:next": "其他情况不变时，{day}起有变化：{what}。",
    "result:needs": "取决于",
    "result:answers": "您的回答",
    "result:change": "更改",
    "result:change_label": "更改回答：{what}",
    "result:link": "本结果的链接",
    "result:link_note": (
        "链接的“#”后面带有您的回答，这一部分不会发给任何服务器；得到链接的人可以看到。"
    ),
    "result:copy": "复制链接",
    "result:copied": "已复制",
    "result:print": "打印",
    "day=1": "1天",
    "day": "{count}天",
    # a link with something wrong in it
    "link:wrong": "链接中有些内容未予采用：",
    "link:unknown": "“{given}”：本页面没有这个问题",
    "link:value": "{what}：{reason}",
    "link:yes_no": "{what}：“{given}”既不是“是”也不是“否”",
    "link:place": "“{given}”：本页面没有这个地区，现按全国规定判定",
    "link:about": "“{given}”：本页面没有这个事项",
    # below
    "foot:book": "规则集 {name} {version}，摘要 {digest}",
    "foot:note": "仅供参考，以经办机构的决定为准。",
    "foot:certainty": "文字的可靠程度：{certainty}",
    "foot:source": "出处",
}
