"""How what is found in rule books reads in Chinese: in words, the ids in brackets."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from ssrules.checking.told import (
    JOINED,
    Answer,
    Day,
    Sentences,
    Value,
    Where,
    changed_outputs,
    changed_reasons,
    common_to,
)
from ssrules.words.outputs import output_name, output_value


class Chinese(Sentences):
    """Chinese sentences."""

    def head(self, rule_set: str, title: str, kind: str = "") -> str:
        told = f"{self.say.title(f'rule_set:{rule_set}', title)} [{rule_set}]"
        return f"{told} {self.say.label(f'finding:{kind}')}" if kind else told

    def instance(self, case: Any) -> str:
        known = ((fact, attrgetter(fact.path)(case)) for fact in case.table)
        told = (
            f"{self.say.label(fact.path)}：{self.say.value(fact.path, value)}"
            for fact, value in known
            if value is not None and value != fact.default
        )
        return f"例如：{'；'.join(told)}"

    def found(self, causes: int, following: int, cells: int, rule_sets: int) -> str:
        told = f"发现{causes}处问题" if causes else "未发现问题"
        if following:
            told += f"，另有{following}处可能由此引起"
        return f"{told}：已检查{rule_sets}张规则表的{cells}类情形"

    def following(self, findings: int, causes: int) -> str:
        by = "由此" if causes == 1 else f"由以上{causes}处"
        return f"可能{by}引起的{findings}处："

    def compared(self, differences: int, cells: int, *, same_book: bool) -> str:
        if same_book:
            return "没有差异：两者是同一套规则"
        told = f"有{differences}处差异" if differences else "规则虽有不同，结论没有差异"
        return f"{told}：已比较{cells}类情形"

    def breaks(self, code: str, rules: Sequence[str], where: Sequence[Where]) -> str:
        return f"{self.where(where)}，{BREAKS[code].format('、'.join(rules))}"

    def unanswered(self, rule_set: str, output: str, where: Sequence[Where]) -> str:
        asked = self.say.label(rule_set)
        given = output_name(rule_set, output, self.say)
        return f"{self.where(where)}，“{asked}”[{rule_set}]没有给出{given}"

    def unreachable(self, code: str, *, requirement: bool) -> str:
        return f"条件 [{code}] 总是符合" if requirement else f"规则 [{code}] 从不适用"

    def redundant(self, code: str, others: Sequence[str], *, requirement: bool) -> str:
        if requirement:
            return f"条件 [{code}] 不符合时，总有其他条件也不符合"
        because = f"，因为另有 [{'、'.join(others)}]" if others else ""
        return f"去掉规则 [{code}] 后各项结论不变{because}"

    def idle(self, input_: str, *, asked: bool) -> str:
        name = f"“{self.say.label(input_)}”[{input_}]"
        return f"不论{name}为何，结论都一样" if asked else f"没有规则用到{name}"

    def undecided(self, because: str) -> str:
        return f"无法判定：{because}"

    def no_path(self, path: str, last: str, found: object, near: str) -> str:
        if not near:
            there = self._recorded(last.rpartition(".")[0], last.rpartition(".")[2], found)
            return f"判定结果中没有 [{path}]；[{last}] 为{there}"
        cure = f"可用的有：[{near}]" if ", " in near else f"您是否想写 [{near}]？"
        return f"判定结果中没有 [{path}]；{cure}"

    def contradicts(self, one: str, two: str) -> str:
        return f"[{two}] 与 [{one}] 的规定相抵触"

    def not_as_worked(self, path: str, found: object, expected: object) -> str:
        part, _, name = path.rpartition(".")
        now, wanted = (self._recorded(part, name, each) for each in (found, expected))
        label = output_name(part, name, self.say)
        return f"{label} [{path}] 为{now}，而示例中应为{wanted}"

    def lacks(self, clause: str, names: Sequence[str]) -> str:
        return f"条款 [{clause}] 缺少{'和'.join(PARTS[each] for each in names)}"

    def two_texts(self, clause: str) -> str:
        return f"编号 [{clause}] 下有两份不同的文本"

    def no_day(self, clause: str, first: Day, last: Day) -> str:
        return f"条款 [{clause}] 自{self._day(first)}起施行，至{self._day(last)}失效，没有一天有效"

    def quoted_late(self, clause: str, version: Day, last: Day) -> str:
        return f"条款 [{clause}] 引自{self._day(version)}的文本，但有效期只到{self._day(last)}"

    def not_yet(self, clause: str, first: Day, on: Day) -> str:
        return f"条款 [{clause}] 自{self._day(first)}起才施行，{self._day(on)}尚未生效"

    def no_longer(self, clause: str, last: Day, on: Day) -> str:
        return f"条款 [{clause}] 的有效期只到{self._day(last)}，{self._day(on)}已经失效"

    def lapses(self, clause: str, last: Day) -> str:
        return f"条款 [{clause}] 的有效期只到{self._day(last)}，而以它为依据的规则此后仍然适用"

    def unsure(self, clause: str, certainty: str | None, wanted: str) -> str:
        least = self.say.label(f"certainty:{wanted}")
        if certainty is None:
            return f"条款 [{clause}] 的文字未注明核对程度，而要求为“{least}”"
        told = self.say.label(f"certainty:{certainty}")
        return f"条款 [{clause}] 的文字为“{told}”，而要求为“{least}”"

    def where(self, rows: Sequence[Where]) -> str:
        common, rests = common_to(rows)
        parts = [self._phrase(common)] if common else []
        if rests:
            parts.append("或".join(f"（{self._phrase(rest)}）" for rest in rests))
        told = "，并且".join(parts)
        return f"当{told}时" if told else "在任何情况下"

    def days_before(self, lowest: int, highest: int | None) -> str:
        if highest is None:
            return f"判定日期之前{lowest}天或更早"
        return f"判定日期之前{self.between(lowest, highest)}天"

    def between(self, lowest: int, highest: int | None) -> str:
        if highest is None:
            return f"{lowest}及以上"
        return f"{lowest}" if lowest == highest else f"{lowest}至{highest}"

    def tests(self, answers: Mapping[str, Sequence[Value]]) -> str:
        told = "且".join(
            f"“{self.say.label(name)}”{self._before_after(name, values)}"
            for name, values in answers.items()
        )
        return f"使{told}的值"

    def any_of(self, shown: str) -> Value:
        return "某些日期" if shown == "some" else "任何已知日期"

    def change(
        self, rule_set: str, before: Answer | None, after: Answer | None, where: Sequence[Where]
    ) -> str:
        return f"{self.where(where)}，{self._change(rule_set, before, after)}"

    def settled(self, before: str, after: str) -> str:
        return f"有情况未知时，由“{self._status(before)}”变为“{self._status(after)}”"

    def deadline(self, before: Day | None, after: Day | None, fact: str, shown: str) -> str:
        which = "某些" if shown == "some" else "已知的"
        one, two = (self._day(each) if each else "无" for each in (before, after))
        return f"对{which}{self.say.label(fact)}，截止日期由{one}变为{two}"

    def _change(self, rule_set: str, before: Answer | None, after: Answer | None) -> str:
        if before is None:
            return f"新增结论（{self._answer(rule_set, after or {})}）"
        if after is None:
            return f"不再有结论（原为{self._answer(rule_set, before)}）"
        told: list[str] = []
        if before["status"] != after["status"]:
            one, two = self._status(before["status"]), self._status(after["status"])
            told.append(f"由“{one}”变为“{two}”")
        for name, pair in changed_outputs(before, after).items():
            one, two = (self._item(rule_set, name, each) for each in pair)
            told.append(f"{output_name(rule_set, name, self.say)}由“{one}”变为“{two}”")
        lost, gained = changed_reasons(before, after)
        told += [f"理由不再有 [{'、'.join(lost)}]"] if lost else []
        told += [f"理由新增 [{'、'.join(gained)}]"] if gained else []
        if not told and before["because"] != after["because"]:
            told.append("理由的先后次序不同")
        if before["because"] == after["because"] and before["clauses"] != after["clauses"]:
            one, two = ("、".join(each["clauses"]) for each in (before, after))
            told.append(f"依据由 [{one}] 变为 [{two}]")
        return "，".join(told)

    def _answer(self, rule_set: str, told: Answer) -> str:
        outputs = [self._status(told["status"])]
        for name, value in told["outputs"].items():
            item = self._item(rule_set, name, value)
            outputs.append(f"{output_name(rule_set, name, self.say)}：{item}")
        return "，".join(outputs)

    def _item(self, rule_set: str, name: str, value: Any) -> str:
        whole = [each for each in value if isinstance(each, Mapping)] if _many(value) else []
        if not whole:
            return output_value(rule_set, name, value, self.say, self.subjects)
        named = (self.say.label("document:" + each["code"]) + self._by(each) for each in whole)
        return self.say.listed(named, "only")

    def _by(self, document: Mapping[str, Any]) -> str:
        """The facts that tell of a document, all of them or any."""
        some = [
            self.say.listed(map(self.say.label, document[key]), last)
            for key, last in (("all_of", "and"), ("any_of", "or"))
            if document.get(key)
        ]
        return f"（{'，'.join(some)}）" if some else ""

    def _status(self, code: str) -> str:
        return self.say.first(f"answered:{code}", f"status:{code}")

    def _phrase(self, where: Where) -> str:
        *most, last = (self._is(name, values) for name, values in where.items())
        return f"{'，'.join(most)}，且{last}" if len(most) > 1 else "且".join((*most, last))

    def _is(self, name: str, values: tuple[Value, ...]) -> str:
        label = self.say.listed(map(self.say.label, name.split(JOINED)))
        return f"{label}为{self.say.listed(self._values(name, values), 'or')}"

    def _before_after(self, name: str, told: Sequence[Value]) -> str:
        one, *others = (self._values(name, (each,))[0] for each in told)
        other = next((each for each in others if each != one), one)
        return f"为{one}" if other == one else f"原为{one}、现为{other}"

    def _values(self, name: str, values: Sequence[Value]) -> list[str]:
        if name == "as_of" and not all(str(each).startswith(("<", ">", "[")) for each in values):
            return [str(each) for each in values]
        return self.say.values(name, values)

    def _day(self, day: Day) -> str:
        return self.say.date(datetime.date.fromisoformat(str(day)))

    def line(self, number: int, why: str, told: Sequence[str]) -> str:
        head = f"第{number}行 {self.say.label(f'replay:{why}')}"
        return f"{head}：{'；'.join(told)}" if told else head

    def replayed(self, lines: int, kinds: Mapping[str, int]) -> str:
        told = (f"{count}行{self.say.label(f'replay:{why}')}" for why, count in kinds.items())
        same = f"{lines - sum(kinds.values())}行不变"
        return f"共{lines}行：{'，'.join((same, *told))}"

    def replaced(self, path: str, before: object, after: object) -> str:
        part, _, name = path.rpartition(".")
        section, last = part.partition(".")[0], part.rpartition(".")[2]
        title = self.say.first(f"part:{part}", f"part:{section}.{last}", otherwise="")
        label = output_name(part, name, self.say)
        one, two = (self._recorded(part, name, each) for each in (before, after))
        return f"{f'“{title}”的' if title else ''}{label}由{one}变为{two} [{path}]"

    def _recorded(self, part: str, name: str, value: object) -> str:
        """A value of a decision that was written down; what has no words stands in brackets."""
        if isinstance(value, Mapping):
            value = [value["code"]] if "code" in value else [*value.values()]
        if isinstance(value, list):
            return "、".join(self._recorded(part, name, each) for each in value) or "“无”"
        if type(value) is int:
            return str(value)
        if isinstance(value, str) and DATE.fullmatch(value):
            return self._day(value)
        told = output_value(part, name, value, self.say, self.subjects)
        known = value is None or isinstance(value, bool) or told != str(value).replace("_", " ")
        return f"“{told}”" if known else f"[{value}]"


DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
BREAKS = {
    "no_rule": "没有规则适用",
    "several_rules": "有多条规则同时适用 [{}]",
    "rules_disagree": "同时适用的规则结论不一致 [{}]",
}
PARTS = {"id": "编号", "title": "标题", "words": "文字"}


def _many(value: Any) -> bool:
    return isinstance(value, tuple | list)


SENTENCES = Chinese
