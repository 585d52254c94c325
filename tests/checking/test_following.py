"""Which findings follow from others: mended causes take with them what follows from them alone."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

from ssrules import RuleBook
from ssrules.checking.findings import Finding, FindingKind, Report
from ssrules.engines import PythonEngine
from ssrules.tables import RuleSet

BOOK = RuleBook.default().with_engine(PythonEngine())
PHARMACY = "activation.social_security.pharmacy"
WINDOW = [rule.id for rule in BOOK.rule_set("loss_report").rules]


def with_sets(*changed: RuleSet) -> RuleBook:
    """The book with other rule sets in the place of those of the same names."""
    other = {each.name: each for each in changed}
    return attrs.evolve(
        BOOK, rule_sets=tuple(other.get(each.name, each) for each in BOOK.rule_sets)
    )


def without(name: str, rule: str) -> RuleSet:
    """A rule set with one rule less."""
    rule_set = BOOK.rule_set(name)
    return attrs.evolve(rule_set, rules=tuple(each for each in rule_set.rules if each.id != rule))


def never_open() -> RuleSet:
    """An option with two requirements that contradict each other."""
    rule_set = BOOK.rule_set(PHARMACY)
    asked: dict[str, Any] = {"institution.kind": "hospital"}
    changed = (
        attrs.evolve(each, holds_if=asked) if each.code == "not_designated" else each
        for each in rule_set.requirements
    )
    return attrs.evolve(rule_set, requirements=tuple(changed))


def idle() -> RuleSet:
    """A rule set with an input that no rule asks, in a rule set that asks nothing else."""
    rule_set = BOOK.rule_set("medical_benefit")
    return attrs.evolve(rule_set, inputs=(*rule_set.inputs, "person.residence"))


def said(findings: Iterator[Finding] | tuple[Finding, ...] | Report) -> set[tuple[Any, ...]]:
    """What findings say, but for the cases that show them."""
    return {(each.kind, each.rule_set, each.rules) for each in findings}


@pytest.mark.parametrize("rule", WINDOW)
def test_what_follows_goes_with_its_cause_and_nothing_else_does(rule: str) -> None:
    """Of three mistakes one is mended: what is left is what the other two alone bring about."""
    gap = without("loss_report", rule)
    three = with_sets(gap, never_open(), idle()).verify()
    two = with_sets(never_open(), idle()).verify()
    left = (each for each in three if "loss_report" not in (each.rule_set, each.follows_from))
    assert said(left) == said(two)
    assert said(three.causes) >= said(two.causes)


def test_an_option_that_is_never_open_is_one_cause() -> None:
    """Its requirements fail together and its inputs change nothing, because it never opens."""
    report = with_sets(never_open()).verify()
    assert [(each.kind, each.rules) for each in report.causes] == [
        (FindingKind.UNREACHABLE, (PHARMACY,)),
        (FindingKind.IDLE_INPUT, ("institution.designated",)),
    ]
    kinds = [each.kind for each in report if each.follows_from == PHARMACY]
    assert kinds == [FindingKind.REDUNDANT] * 3 + [FindingKind.IDLE_INPUT] * 3


def test_what_follows_stands_behind_its_cause() -> None:
    """Causes in their order, gaps and conflicts first; each is followed by what follows from it."""
    report = with_sets(without("loss_report", WINDOW[0]), never_open(), idle()).verify()
    above = ""
    for each in report:
        if not each.follows_from:
            above = each.rule_set
        assert each.follows_from in ("", above)
    broken = [each.kind in (FindingKind.GAP, FindingKind.CONFLICT) for each in report.causes]
    assert broken == sorted(broken, reverse=True)
    assert sum(broken) > 0


def test_a_report_tells_how_many_follow() -> None:
    """In its summary, and above them; each has its case below it."""
    report = with_sets(without("loss_report", WINDOW[0])).verify()
    following = [each for each in report if each.follows_from]
    assert len(report.causes) == 1
    assert report.summary.startswith(f"1 found, and {len(following)} that may follow from it: ")
    told = str(report).splitlines()
    heading = told.index(f"    {len(following)} findings may follow from it:")
    assert told[heading + 1 :: 2] == [f"      {each}" for each in following]
    assert all(each.startswith("          for instance ") for each in told[heading + 2 :: 2])
    shown = html.unescape(report.html().replace("<wbr>", ""))
    assert all(part in shown for each in following for part in each.lines)
    chinese = report.in_language("zh")
    assert f"发现1处问题，另有{len(following)}处可能由此引起" in chinese.summary
    assert f"    可能由此引起的{len(following)}处：" in str(chinese).splitlines()


def test_where_nothing_follows_nothing_is_said_of_it() -> None:
    """The summary counts what was found alone."""
    report = with_sets(idle()).verify()
    assert report.causes == report.findings
    assert report.summary.startswith("1 found: ")
    assert "follow" not in str(report)


def test_it_is_told_as_data() -> None:
    """Each finding has the rule set whose findings it may follow from, a cause none."""
    report = with_sets(without("loss_report", WINDOW[0])).verify()
    told = report.to_dict()["findings"]
    assert [each["follows_from"] for each in told] == [each.follows_from for each in report]
    assert {each["follows_from"] for each in told} == {"", "loss_report"}
