"""The codes of rule sets on a screen: as rules write them in English, in words in Chinese."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ssrules.records.text import told
from ssrules.tables.book import Book
from ssrules.tables.clauses import Clause, Reading
from ssrules.tables.documents import Document
from ssrules.tables.inputs import AtLeast, Between, Input, LongerAgoThan, OutcomeOf, Same, Value
from ssrules.tables.rule_sets import RuleSet
from ssrules.words.outputs import output_name, output_value
from ssrules.words.speech import Words


class English:
    """Codes as they stand in the rules."""

    def __init__(self, book: Book | None, say: Words) -> None:
        self.book = book
        self.say = say
        self.subjects = {} if book is None else _subjects(book)

    def book_head(self, book: Book) -> str:
        """The rule book, by its name, version and digest."""
        return f"Rule book {book.name} {book.version} [{book.digest[:12]}]"

    def listed(self, found: RuleSet) -> tuple[str, str]:
        """A rule set in a list: its name, and what there is to it."""
        rows = len(found.requirements) + len(found.rules)
        counted = "1 row" if rows == 1 else f"{rows} rows"
        return found.name, f"{self.title(found)} ({counted}, {found.hit_policy})"

    def title(self, found: RuleSet) -> str:
        """What a rule set is called."""
        return self.say.title(f"rule_set:{found.name}", found.title)

    def policy(self, found: RuleSet) -> str:
        """The hit policy, and what it means."""
        return f"{found.hit_policy}: {self.say.label(f'hit_policy:{found.hit_policy}')}"

    def input_(self, asked: Input) -> tuple[str, str]:
        """An input: its name, its values, and how it is found where it is no fact itself."""
        return asked.name, f"{', '.join(map(_code, asked.values))}{self.found_by(asked)}"

    def found_by(self, asked: Input) -> str:
        """How an input that is no fact itself is found."""
        if isinstance(asked, OutcomeOf):
            return f" (the {asked.output} of the rule set {asked.rule_set})"
        if isinstance(asked, Same):
            return f" ({asked.facts[0]} is the same as {asked.facts[1]})"
        if isinstance(asked, AtLeast):
            return f" ({asked.fact} is at least {self.parameter(asked.parameter)})"
        if isinstance(asked, Between):
            lowest, highest = map(self.parameter, asked.parameters)
            return f" ({asked.fact} is between {lowest} and {highest})"
        if isinstance(asked, LongerAgoThan):
            return f" ({asked.fact} is longer ago than {self.parameter(asked.parameter)})"
        return ""

    def parameter(self, name: str) -> str:
        """A parameter with every value that it has on some day."""
        return f"{' or '.join(self.values_of(name))}, parameter {name}"

    def values_of(self, name: str) -> list[str]:
        """The values of a parameter, each in its unit."""
        if self.book is None:
            return []
        unit = self.book.parameter(name).unit
        return [self.say.amount(value, unit, name) for _, value in self.book.timeline(name)]

    def output(self, rule_set: str, name: str, values: tuple[Any, ...] | None) -> str:  # noqa: ARG002
        """An output with the values that it may have."""
        return name if values is None else f"{name}: {', '.join(map(_code, values))}"

    def asked(self, name: str, values: Iterable[Value]) -> str:
        """What a row asks of an input."""
        return f"{name}: {' or '.join(map(_code, values))}"

    def given(self, rule_set: str, then: Mapping[str, Any]) -> Iterator[str]:  # noqa: ARG002
        """What a row gives."""
        yield from (f"{name}: {_code(value)}" for name, value in then.items())

    def in_force(self, first: datetime.date | None, last: datetime.date | None) -> str:
        """From when to when a row is in force."""
        since = f"from {first}" if first else ""
        return f"{since} {f'to {last}' if last else ''}".strip()

    def reading(self, read: Reading) -> tuple[str, str]:
        """How something is read, and how it is not."""
        rests = f" [{', '.join(each.id for each in read.rests_on)}]" if read.rests_on else ""
        return f"{read.chosen}{rests}", str(read.other)

    def text_of(self, found: Clause, notes: list[str]) -> str:
        """The date of a clause's text, its validity, and what is to be known of its words."""
        since = f", in force from {found.in_force_from}" if found.in_force_from else ""
        until = f", in force to {found.in_force_to}" if found.in_force_to else ""
        if found.language != self.say.language:
            notes = [f"in {self.say.label(f'language:{found.language}')}", *notes]
        return "; ".join((f"text of {found.version}{since}{until}", *notes))


class Chinese(English):
    """Words, with the codes in brackets behind them."""

    def book_head(self, book: Book) -> str:
        """The rule book, by its name, version and digest."""
        return f"规则集 {book.name} {book.version} [{book.digest[:12]}]"

    def listed(self, found: RuleSet) -> tuple[str, str]:
        """A rule set in a list: its title, and what there is to it."""
        rows = len(found.requirements) + len(found.rules)
        policy = self.say.label(f"hit_policy:{found.hit_policy}").partition("：")[0]
        return f"{self.title(found)} [{found.name}]", f"{rows}行，{policy}"

    def policy(self, found: RuleSet) -> str:
        """The hit policy, and what it means."""
        return f"{self.say.label(f'hit_policy:{found.hit_policy}')} [{found.hit_policy}]"

    def input_(self, asked: Input) -> tuple[str, str]:
        """An input: its name, its values, and how it is found where it is no fact itself."""
        values = "、".join(self.say.value(asked.name, each) for each in asked.values)
        told = f"{values}{self.found_by(asked)} [{asked.name}]"
        return self.say.label(asked.name), told

    def found_by(self, asked: Input) -> str:
        """How an input that is no fact itself is found."""
        facts = [self.say.label(each) for each in asked.facts]
        if isinstance(asked, OutcomeOf):
            title = self.title(self.book.rule_set(asked.rule_set)) if self.book else asked.rule_set
            return f"（取自规则表“{title}”的{output_name(asked.rule_set, asked.output, self.say)}）"
        if isinstance(asked, Same):
            return f"（{facts[0]}与{facts[1]}是否相同）"
        if isinstance(asked, AtLeast):
            return f"（{facts[0]}是否达到{self.parameter(asked.parameter)}）"
        if isinstance(asked, Between):
            lowest, highest = map(self.parameter, asked.parameters)
            return f"（{facts[0]}是否在{lowest}与{highest}之间）"
        if isinstance(asked, LongerAgoThan):
            return f"（{facts[0]}距判定日期是否超过{self.parameter(asked.parameter)}）"
        return ""

    def parameter(self, name: str) -> str:
        """A parameter with every value that it has on some day."""
        return f"参数 [{name}] 所定的{'或'.join(self.values_of(name))}"

    def output(self, rule_set: str, name: str, values: tuple[Any, ...] | None) -> str:
        """An output with the values that it may have."""
        label = f"{output_name(rule_set, name, self.say)} [{name}]"
        if values is None:
            return label
        told = (output_value(rule_set, name, each, self.say, self.subjects) for each in values)
        return f"{label}：{'、'.join(told)}"

    def asked(self, name: str, values: Iterable[Value]) -> str:
        """What a row asks of an input."""
        told = self.say.listed(self.say.values(name, values), "or")
        return f"{self.say.label(name)}：{told}"

    def given(self, rule_set: str, then: Mapping[str, Any]) -> Iterator[str]:
        """What a row gives."""
        for name, value in then.items():
            told = output_value(rule_set, name, _plain(value), self.say, self.subjects)
            yield f"{output_name(rule_set, name, self.say)}：{told}"

    def in_force(self, first: datetime.date | None, last: datetime.date | None) -> str:
        """From when to when a row is in force."""
        since = f"自{self.say.date(first)}起" if first else ""
        return f"{since}{f'至{self.say.date(last)}止' if last else ''}"

    def reading(self, read: Reading) -> tuple[str, str]:
        """How something is read, and how it is not."""
        rests = f" [{'、'.join(each.id for each in read.rests_on)}]" if read.rests_on else ""
        return f"{told(read.chosen, 'zh')}{rests}", told(read.other, "zh")

    def text_of(self, found: Clause, notes: list[str]) -> str:
        """The date of a clause's text, its validity, and what is to be known of its words."""
        parts = [f"文本日期{self.say.date(found.version)}"]
        validity = self.in_force(found.in_force_from, found.in_force_to)
        parts += [f"{validity}有效"] if validity else []
        if found.language != self.say.language:
            parts.append(f"原文为{self.say.label(f'language:{found.language}')}")
        return "；".join((*parts, *notes))


CODED: Mapping[str, type[English]] = {"en": English, "zh": Chinese}


def _subjects(book: Book) -> dict[str, str]:
    return {name: subject for kind in book.parts for name, subject in kind.subjects.items()}


def _plain(value: Any) -> Any:
    """A value with documents by their codes."""
    if isinstance(value, Document):
        return value.code
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _code(value: object) -> str:
    """A value as rules write it."""
    if isinstance(value, Document):
        return value.code
    if isinstance(value, tuple):
        return ", ".join(map(_code, value)) or "nothing"
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
