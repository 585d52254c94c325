"""Every code that programs read, with its words in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssrules_docs.markdown import code, place, plain, table
from ssrules_docs.words import LANGUAGES, heading, said, words

TITLES: Mapping[str, tuple[str, str]] = {
    "status": ("Statuses", "状态"),
    "function": ("The card's two applications", "社保卡的两个应用"),
    "channel": ("Places of activation", "启用场所"),
    "requirement": ("Requirements that fail", "不满足的前提"),
    "route": ("Ways of applying", "申领途径"),
    "participation": ("Participation", "参保方式"),
    "scheme": ("Schemes", "制度"),
    "succeeds": ("Older systems that were succeeded", "被取代的旧制度"),
    "payer": ("Who pays", "缴费人"),
    "collected_with": ("Collected with", "合并征收"),
    "remitted_by": ("Who pays in", "代缴人"),
    "form": ("Forms of the medical benefit", "医疗待遇形式"),
    "document": ("Documents", "材料"),
    "step": ("Steps", "办理步骤"),
    "effect": ("Effects", "办理效果"),
    "right": ("Rights and duties", "权利和义务"),
    "kind": ("Kinds of rights", "权利或义务"),
    "in_time": ("In time", "是否按期"),
    "in_person": ("In person", "是否须本人办理"),
    "section": ("Sections of a decision", "判定结果的类别"),
    "part": ("Parts of a decision", "判定结果的组成部分"),
    "classification": ("Classifications", "分类"),
    "type": ("Types of insurance", "险种"),
    "branch": ("Branches of the ILO convention", "国际劳工公约的分支"),
    "finding": ("Findings about a rule book", "规则集检查的发现"),
    "replay": ("Replayed logs", "重放日志"),
    "certainty": ("How sure a clause is", "条款的核实程度"),
    "found": ("On whose page a clause was found", "条款见于何处"),
    "hit_policy": ("Hit policies", "命中策略"),
    "output": ("Fields of a decision", "判定结果的字段"),
}
"""The subjects of codes that are shown, in this order."""

NO_CODES = re.compile(r"status:unconfirmed|scheme:.*\..*")
"""Words that stand under such a subject, for people alone: no program ever reads a code there."""


def written(language: str) -> str:
    """A table for each subject."""
    pieces = []
    for subject, titles in TITLES.items():
        keys = (key for key in words(language) if key.startswith(f"{subject}:"))
        found = [key for key in keys if not NO_CODES.fullmatch(key)]
        if not found:
            continue
        head = [heading(each, language) for each in ("code", "english", "chinese")]
        rows = (
            (
                place(code(key.partition(":")[2]), f"code-{subject}-{key.partition(':')[2]}"),
                *(plain(said(key, each)) for each in LANGUAGES),
            )
            for key in found
        )
        pieces.append(f"## {titles[LANGUAGES.index(language)]}\n\n{table(head, rows)}")
    return "\n".join(pieces)
