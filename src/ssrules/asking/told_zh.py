"""How answers about a decision read in Chinese: in words, the codes in brackets behind them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar

from ssrules.asking.told import Sentences


class Chinese(Sentences):
    """Chinese sentences."""

    labels: ClassVar = {
        "rule": "理由  ",
        "clause": "依据  ",
        "fact": "事实  ",
        "parameter": "参数  ",
        "needs": "待问  ",
    }
    states: ClassVar = {
        "requirement": {"holds": "符合", "fails": "不符合", "unknown": "待问"},
        "rule": {"holds": "适用", "fails": "不适用", "unknown": "待问"},
        "document": {"holds": "已备", "fails": "缺少", "unknown": "待确认"},
    }
    documents = "材料"
    columns = ("要求", "状态")
    question_column = "问题"
    figures = ("缩小范围", "可定项数")
    measure = (
        "缩小范围：问清后，各项未定结论的不确定性平均减少的比特数，未知情况的各种答案视为同样可能；"
        "可定项数：问清后平均可以确定的结论项数。两项情况共同回答一个问题的，各计一半。"
    )
    nothing_to_ask = "无须再问：各项结论均已确定。"
    nothing_to_change = "无须改变"

    def why(self, day: datetime.date) -> str:
        return f"按{self.say.date(day)}的情况判定，各项结论的理由如下"

    def head(self, path: str, status: str, title: str, sentence: str) -> tuple[str, str]:  # noqa: ARG002
        return f"{title} [{path}]", sentence

    def fact(self, path: str, value: Any) -> str:
        return f"{self.say.label(path)}：{self.say.value(path, value)} [{path}]"

    def parameter(self, name: str, title: str, value: int | bool, unit: str) -> str:
        told = self.say.amount(value, unit, name)
        return f"{self.say.title(f'parameter:{name}', title)}：{told} [{name}]"

    def clause(self, id_: str, title: str, notes: Iterable[str]) -> str:
        told = "，".join(notes)
        return f"{title} [{id_}]（{told}）" if told else f"{title} [{id_}]"

    def foreign(self, language: str) -> str:
        return f"原文为{self.say.label(f'language:{language}')}"

    def reason(self, code: str, sentence: str) -> str:
        return f"{sentence} [{code}]"

    def check(self, kind: str, code: str, asked: str) -> str:
        if kind == "requirement":
            return f"{asked}（否则 [{code}]）"
        return f"{asked} [{code}]"

    def need(self, path: str) -> str:
        return f"{self.say.label(path)} [{path}]"

    def question(self, path: str, label: str, values: tuple[Any, ...]) -> str:
        answers = self.answers(path, values)
        return f"{label}：{answers} [{path}]" if answers else f"{label} [{path}]"

    def answers(self, path: str, values: tuple[Any, ...]) -> str:
        yes_first = sorted(values, key=lambda each: each is False)
        return self.say.listed((self.say.value(path, each) for each in yes_first), "or")

    def open_parts(self, count: int) -> str:
        return f"有{count}项结论尚不能确定，最有用的问题在前。"

    def way(self, number: int) -> str:
        return f"办法{number}"

    def change(self, path: str, now: Any, to: Any, how: str) -> str:
        label, wanted = self.say.label(path), self.say.value(path, to)
        if now is None:
            return f"{label}：目前未知，须为“{wanted}”（{how}）[{path}]"
        return f"{label}：由“{self.say.value(path, now)}”改为“{wanted}”（{how}）[{path}]"

    def changes(self, found: int, size: int) -> str:
        if not found:
            return "无论本人作何改变都不能办理，障碍如下："
        if not size:
            return "现在就可以办理，无须改变。"
        ways = "" if found == 1 else f"，共有{found}种办法"
        return f"改变{size}项即可办理{ways}。"

    def obstacle(self, codes: tuple[str, ...], reason: str) -> str:
        return f"{reason}[{'、'.join(codes)}]"

    def stuck(self, wanted: Iterable[str], facts: Iterable[tuple[str, Any, str]]) -> str:
        but = "；".join(f"{self._is(path, value)}，{why}" for path, value, why in facts)
        return f"要求{self.say.listed(wanted, 'at once')}。但{but}。"

    def _is(self, path: str, value: Any) -> str:
        told = "尚不知道" if value is None else f"为“{self.say.value(path, value)}”"
        return f"{self.say.label(path)}{told}"

    def no_help(self, path: str, values: tuple[Any, ...]) -> str:
        told = self.say.listed((f"“{self.say.value(path, each)}”" for each in values), "or")
        return f"改为{told}也不能办理"


SENTENCES = Chinese
