"""Verifying a rule book: each fault is found where it is seeded, and nothing elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import pytest

from ssrules import Case, RuleBook, decide
from ssrules.checking.findings import FindingKind, Report
from ssrules.engines.python import PythonEngine
from ssrules.errors import RuleError
from ssrules.tables import Clause, HitPolicy, Parameter, Requirement, Rule, RuleSet
from ssrules.tables.inputs import AsOf, AtLeast, Input
from tests.checking.space import CITED, DESIGNATED, OUTPUTS, REGISTRATION, RESIDENCE, VALUES


def rule(id_: str, then: Mapping[str, Any], **when: Any) -> Rule:
    """A rule of the tests; inputs are named by the last part of their fact's path."""
    paths = {path.rpartition(".")[2]: path for path in VALUES}
    named = {paths.get(name, name): values for name, values in when.items()}
    return Rule(id=id_, cites=CITED, when=named, then=then)


def rule_set(
    *rules: Rule, policy: str = "UNIQUE", inputs: Sequence[Input | str] = (RESIDENCE,), **more: Any
) -> RuleSet:
    """A rule set of the tests."""
    return RuleSet(
        name="mine",
        title="mine",
        inputs=tuple(inputs),
        rules=rules,
        outputs={name: OUTPUTS[name] for rule in rules for name in rule.then},
        hit_policy=HitPolicy(policy),
        **more,
    )


def found_in(*rule_sets: RuleSet, parameters: tuple[Parameter, ...] = ()) -> Report:
    """What verifying the built-in book with these rule sets finds."""
    book = RuleBook.default().with_engine(PythonEngine())
    return book.with_rule_sets(*rule_sets, parameters=parameters).verify()


def kinds(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """The kind and the rules of each finding."""
    return [(each.kind.value, each.rules) for each in report]


A, B = {"way": "a"}, {"way": "b"}


def test_the_built_in_book_has_no_findings() -> None:
    """Nothing is found, and the report says in how much."""
    report = RuleBook.default().verify()
    assert list(report) == []
    assert not report
    assert len(report) == 0
    assert report.cells > 0
    assert str(report).startswith("nothing found")


def test_a_gap_is_found_where_it_is() -> None:
    """A case for which no rule is written is told, in words and as a case."""
    report = found_in(rule_set(rule("one", A, residence="rural")))
    assert kinds(report) == [("gap", ())]
    assert report[0].case.person.residence == "urban"
    assert "person.residence is urban" in report[0].message


def test_a_gap_behind_a_requirement_is_none() -> None:
    """Where the case is refused no rule is asked for."""
    only = Requirement(code="only_rural", cites=CITED, holds_if={RESIDENCE: "rural"})
    assert kinds(found_in(rule_set(rule("one", A), requirements=(only,)))) == []


@pytest.mark.parametrize("policy", ["UNIQUE", "ANY"])
def test_a_conflict_names_the_rules(policy: str) -> None:
    """Rules that disagree where both apply are told, with a case where they do."""
    report = found_in(rule_set(rule("one", A), rule("two", B, residence="urban"), policy=policy))
    assert ("conflict", ("one", "two")) in kinds(report)
    assert report[0].case.person.residence == "urban"


def test_rules_that_agree_are_no_conflict_under_any() -> None:
    """Under ANY several rules may apply, if they give the same."""
    rules = (
        rule("one", A, residence="rural"),
        rule("two", A, designated=True),
        rule("three", A, residence="urban", designated=False),
    )
    report = found_in(rule_set(*rules, policy="ANY", inputs=(RESIDENCE, DESIGNATED)))
    assert "conflict" not in [each.kind.value for each in report]


def test_a_rule_that_never_applies_is_unreachable() -> None:
    """One that no case satisfies, as two tests of an age, or a requirement in the way, may do."""
    parameters = tuple(
        Parameter(name=name, title=name, unit="years", default=age, cites=CITED)
        for name, age in (("young", 16), ("old", 60))
    )
    tests = tuple(AtLeast(each.name, fact="person.age", parameter=each.name) for each in parameters)
    rules = (
        rule("child", A, young=False),
        rule("grown", B, young=True, old=False),
        rule("aged", A, old=True, young=True),
        rule("never", B, young=False, old=True),
    )
    report = found_in(rule_set(*rules, policy="UNIQUE", inputs=tests), parameters=parameters)
    assert ("unreachable", ("never",)) in kinds(report)
    assert [each.kind.value for each in report] == ["unreachable"]


def test_a_requirement_that_never_fails_is_unreachable() -> None:
    """It decides nothing."""
    always = Requirement(code="always", cites=CITED, holds_if={RESIDENCE: ("rural", "urban")})
    report = found_in(
        rule_set(
            rule("one", A, residence="rural"),
            rule("two", B, residence="urban"),
            requirements=(always,),
        )
    )
    assert kinds(report) == [("unreachable", ("always",))]


def test_a_redundant_rule_is_named_with_those_that_make_it_so() -> None:
    """A rule inside another that gives the same can go."""
    report = found_in(
        rule_set(
            rule("all", A),
            rule("some", A, residence="urban", designated=True),
            policy="ANY",
            inputs=(RESIDENCE, DESIGNATED),
        )
    )
    redundant = [each for each in report if each.kind == "redundant"]
    assert [each.rules for each in redundant] == [("some", "all")]
    assert redundant[0].case.person.residence == "urban"


def test_a_rule_that_is_only_a_reason_is_not_redundant() -> None:
    """Under COLLECT a rule without outputs is there to be named."""
    report = found_in(
        rule_set(
            rule("one", {"items": ("x",)}, residence="urban"),
            rule("two", {}, residence="rural"),
            policy="COLLECT",
        )
    )
    assert kinds(report) == []


def test_an_idle_input_is_found_asked_or_not() -> None:
    """One that no rule asks, and one that rules ask to no effect."""
    rules = (
        rule("one", A, residence="rural", designated=True),
        rule("two", A, residence="rural", designated=False),
        rule("three", B, residence="urban"),
    )
    report = found_in(rule_set(*rules, inputs=(RESIDENCE, DESIGNATED, REGISTRATION)))
    assert kinds(report) == [("idle_input", (DESIGNATED,)), ("idle_input", (REGISTRATION,))]


def citing(clause: Clause) -> RuleSet:
    """A rule set without fault but for the clause it cites."""
    return rule_set(
        attrs.evolve(rule("one", A, residence="rural"), cites=clause),
        rule("two", B, residence="urban"),
    )


LAPSED = Clause(
    id="old.1",
    title="an old clause",
    words="…",
    language="en",
    version=datetime.date(2000, 1, 1),
    in_force_from=datetime.date(2001, 1, 1),
    in_force_to=datetime.date(2030, 12, 31),
)


def test_a_clause_that_lapses_is_out_of_force() -> None:
    """Without a day any end is told; with one it counts on which side of it the day is."""
    book = RuleBook.default().with_rule_sets(citing(LAPSED))
    told = [("citation_out_of_force", ("one",))]
    assert kinds(book.verify()) == told
    assert book.verify()[0].case.as_of == datetime.date(2031, 1, 1)
    assert book.verify()[0].case.person.residence == "rural"
    assert kinds(book.verify(on=datetime.date(2031, 1, 1)))[-1:] == told
    assert told[0] not in kinds(book.verify(on=datetime.date(2030, 12, 31)))
    assert told[0] in kinds(book.verify(on=datetime.date(2000, 12, 31)))


@pytest.mark.parametrize(("end", "found"), [("2031-01-01", False), ("2031-01-02", True)])
def test_a_rule_that_ends_with_its_clause_is_in_order(end: str, found: bool) -> None:
    """What rests on a clause may lapse with it, and not a day later."""
    day = datetime.date.fromisoformat(end)
    before, after = AsOf((day,)).values
    lapsing = attrs.evolve(
        rule("one", A, residence="rural", as_of=before), cites=LAPSED, id="lapsing"
    )
    report = found_in(
        rule_set(
            lapsing,
            rule("two", B, residence="rural", as_of=after),
            rule("three", A, residence="urban"),
            inputs=(RESIDENCE, AsOf((day,))),
        )
    )
    assert kinds(report) == ([("citation_out_of_force", ("lapsing",))] if found else [])


def test_a_clause_quoted_after_its_end_is_out_of_force() -> None:
    """The text that is quoted never was in force."""
    late = attrs.evolve(LAPSED, version=datetime.date(2031, 1, 1))
    assert kinds(found_in(citing(late))) == [("citation_out_of_force", ("one",))]


def test_a_clause_without_words_is_missing() -> None:
    """A citation that says nothing is none."""
    empty = attrs.evolve(CITED, id="empty.1", words=" ")
    assert kinds(found_in(citing(empty))) == [("citation_missing", ("one",))]


def test_two_texts_under_one_id_are_ambiguous() -> None:
    """Which of them is meant cannot be told."""
    other = attrs.evolve(CITED, words="another text")
    report = found_in(citing(other))
    assert {each.kind for each in report} == {FindingKind.CITATION_AMBIGUOUS}


def test_what_an_upstream_gap_hides_is_not_told_twice() -> None:
    """The gap is found where it is; the rule set that asks is verified everywhere else."""
    first = attrs.evolve(rule_set(rule("up", A, residence="rural")), name="first")
    second = RuleSet(
        name="second",
        title="second",
        inputs=(first.outcome("way"),),
        outputs={"x": (True, False)},
        rules=(
            Rule(id="down.a", cites=CITED, when={"first": "a"}, then={"x": True}),
            Rule(id="down.b", cites=CITED, when={"first": "b"}, then={"x": False}),
        ),
    )
    report = found_in(first, second)
    told = [(each.rule_set, each.kind.value, each.rules) for each in report]
    assert ("first", "gap", ()) in told
    assert ("second", "unreachable", ("down.b",)) in told
    assert ("second", "gap", ()) not in told


def test_an_upstream_rule_without_the_output_is_a_gap() -> None:
    """The rule set that asks has nothing to go by."""
    first = attrs.evolve(
        rule_set(
            rule("up", {"items": ()}, residence="rural"),
            rule("up2", A, residence="urban"),
            policy="COLLECT",
        ),
        name="first",
    )
    second = RuleSet(
        name="second",
        title="second",
        inputs=(first.outcome("way"),),
        outputs={"x": (True,)},
        rules=(Rule(id="down", cites=CITED, when={"first": "a"}, then={"x": True}),),
    )
    report = found_in(first, second)
    gaps = [each for each in report if each.kind == "gap"]
    assert [each.rule_set for each in gaps] == ["second"]
    assert gaps[0].case.person.residence == "rural"


SEEDED = (
    rule_set(rule("one", A, residence="rural")),
    rule_set(rule("one", A), rule("two", B, residence="urban")),
    rule_set(rule("all", A), rule("some", A, residence="urban"), policy="ANY"),
    citing(LAPSED),
)


@pytest.mark.parametrize("seeded", SEEDED)
def test_a_finding_written_as_a_test_fails_while_it_is_there(seeded: RuleSet) -> None:
    """The test fails on the faulty book and passes on the built-in one."""
    faulty = RuleBook.default().with_rule_sets(seeded)
    finding = faulty.verify()[0]
    for book, fails in ((faulty, True), (RuleBook.default(), False)):
        names: dict[str, Any] = {"BOOK": book}
        exec(finding.as_test("BOOK"), names)  # noqa: S102  # the text is what is tested
        test = next(value for name, value in names.items() if name.startswith("test_"))
        if fails:
            with pytest.raises((AssertionError, RuleError)):
                test()
        else:
            test()
    assert finding.as_test().count("def test_") == 1


def test_a_case_that_shows_a_gap_cannot_be_decided() -> None:
    """The case is one on which the book really fails."""
    book = RuleBook.default().with_rule_sets(rule_set(rule("one", A, residence="rural")))
    with pytest.raises(RuleError):
        decide(book.verify()[0].case, book)


def test_the_report_is_json() -> None:
    """Findings come as plain data, the case as one that can be read back."""
    told = found_in(rule_set(rule("one", A, residence="rural"))).to_dict()
    (finding,) = told["findings"]
    assert finding["kind"] == "gap"
    assert finding["rule_set"] == "mine"
    assert Case.from_dict(finding["case"]).person.residence == "urban"
