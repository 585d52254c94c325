"""The part `rights`: the rights and duties of the person and of the work unit (D1 to D5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import attrs

from ssrules.deciding import part_forms as forms
from ssrules.deciding.part_kinds import Asked, Draft, Line, PartKind, fixed, several
from ssrules.errors import RuleError
from ssrules.parts.status import Status
from ssrules.records.checks import GROUP, MANY
from ssrules.records.record import Record
from ssrules.tables.rule_sets import RuleSet
from ssrules.tables.shapes import PAIRS
from ssrules.words.speech import Words


@attrs.frozen(kw_only=True, repr=False)
class RightsItem(Record):
    """One right or duty; `kind` is `right` or `duty`."""

    code: str
    kind: str


def _items() -> Any:
    return attrs.field(metadata={GROUP: RightsItem, MANY: True})


@attrs.frozen(kw_only=True, repr=False)
class Rights(Record):
    """The rights and duties of the individual, and of the work unit where there is one (D1-D5).

    While undetermined, `individual` lists what holds either way and `unit` is empty.
    """

    status: Status
    individual: tuple[RightsItem, ...] = _items()
    unit: tuple[RightsItem, ...] = _items()
    because: tuple[str, ...]
    clauses: tuple[str, ...]
    needs: tuple[str, ...]


class RightsKind(PartKind):
    """How rights are made of their rule set's answer, and told."""

    section = "rights"
    subjects: ClassVar = {"individual": "right", "unit": "right"}
    part = Rights
    shapes: ClassVar = {
        "": {"individual": PAIRS, "unit": attrs.evolve(PAIRS, needed=False)},
    }

    def check(self, main: RuleSet, added: Mapping[str, RuleSet]) -> None:
        """Everybody has rights, so nothing may refuse them."""
        super().check(main, added)
        if main.requirements:
            raise RuleError.of(main.name, "never_refused")

    def draft(self, asked: Asked) -> Draft:
        """While undetermined it lists what holds either way."""
        main = asked.main
        unit = main.certain.get("unit", ()) if main.outcome else ()
        return fixed(
            Rights(
                status=Status.DETERMINED if main.outcome else Status.UNDETERMINED,
                individual=_listed(main.certain.get("individual", ())),
                unit=_listed(unit),
                **asked.reasons,
            )
        )

    def form(self, rule_set: RuleSet) -> forms.PartForm:  # noqa: ARG002
        """The same as data."""
        keys = tuple(each.name for each in attrs.fields(RightsItem))
        return forms.PartForm(
            status=forms.SETTLED,
            fields={
                "status": forms.STATUS,
                "individual": forms.items("individual", keys),
                "unit": forms.items("unit", keys, when=forms.DETERMINED),
                "because": forms.BECAUSE,
                "clauses": forms.CLAUSES,
                "needs": forms.NEEDS,
            },
            lines=tuple(
                forms.line(f"{kind}_of_{whose}", field, "right", only={"kind": kind})
                for whose, field in (("person", "individual"), ("unit", "unit"))
                for kind in ("duty", "right")
            ),
        )

    def answer(self, part: Rights, say: Words) -> str:
        """How many of each."""
        if part.status == "undetermined":
            return super().answer(part, say)
        kinds = [each.kind for each in part.individual]
        return COUNTED[say.language](kinds.count("duty"), kinds.count("right"))

    def lines(self, part: Rights, say: Words, case: Any = None) -> Iterator[Line]:  # noqa: ARG002
        """Every duty and right, of whom."""
        for whose, items in (("person", part.individual), ("unit", part.unit)):
            for kind in ("duty", "right"):
                listing = (say.label(f"right:{each.code}") for each in items if each.kind == kind)
                yield from several(say.label(f"line:{kind}_of_{whose}"), listing)

    def sentence_en(self, part: Rights, say: Words) -> str:
        """What the person, and the work unit, may or must do."""
        told = f"the person may or must {_coded(part.individual, say)}."
        if part.unit:
            told += f" The work unit: {_coded(part.unit, say)}."
        return told

    def sentence_zh(self, part: Rights, say: Words) -> str:
        """The same in Chinese."""
        told = f"本人的权利和义务：{_coded(part.individual, say)}。"
        if part.unit:
            told += f"用人单位的权利和义务：{_coded(part.unit, say)}。"
        return told


def _listed(items: tuple[tuple[str, str], ...]) -> tuple[RightsItem, ...]:
    return tuple(RightsItem(code=code, kind=kind) for code, kind in items)


def _coded(items: tuple[RightsItem, ...], say: Words) -> str:
    return say.coded("right", (each.code for each in items))


def _counted_en(duties: int, rights: int) -> str:
    return f"duties: {duties}, rights: {rights}"


def _counted_zh(duties: int, rights: int) -> str:
    return f"义务{duties}项，权利{rights}项"


COUNTED = {"en": _counted_en, "zh": _counted_zh}

RIGHTS = RightsKind()
