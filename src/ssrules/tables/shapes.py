"""The shapes that outputs have: what a part of a decision needs of the rules that it is made of.

A book checks them when it is made, so that no case meets a rule that gives something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ssrules.errors import RuleError, nearest
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import HitPolicy, RuleSet


@attrs.frozen
class Shape:
    """What an output holds: one value, or a list of them; `may_be_none` says that None is told.

    `of` is the class of the value or of each item, `codes` those it may be (None: any), `pairs`
    says that each item is a pair of codes. One that is not `needed` may be left out by a rule set,
    not by some of its rules only.
    """

    of: type = str
    listed: bool = False
    may_be_none: bool = False
    codes: tuple[str, ...] | None = None
    pairs: bool = False
    needed: bool = True

    def fits(self, value: object) -> bool:
        """Whether a value has the shape."""
        if value is None:
            return self.may_be_none
        if self.listed:
            return isinstance(value, tuple) and all(map(self._item, value))
        return self._item(value)

    def _item(self, item: object) -> bool:
        if self.pairs:
            return isinstance(item, tuple) and len(item) == 2 and all(map(self._one, item))
        return self._one(item)

    def _one(self, value: object) -> bool:
        if self.of is str:
            known = self.codes is None or value in self.codes
            return isinstance(value, str) and value != "" and known
        return type(value) is self.of

    def __str__(self) -> str:
        names = {str: "a code", bool: "true or false", Document: "a document"}
        one = names.get(self.of, self.of.__name__)
        if self.codes:
            one = f"one of {', '.join(self.codes)}"
        if self.pairs:
            one = "a pair of codes"
        told = f"a list, each item {one}" if self.listed else one
        return f"{told}, or none" if self.may_be_none else told


CODE = Shape()
CODES = Shape(listed=True)
FLAG = Shape(of=bool)
DOCUMENTS = Shape(of=Document, listed=True)
PAIRS = Shape(listed=True, pairs=True)

Shapes = Mapping[str, Shape]


def check_shapes(rule_set: RuleSet, shapes: Shapes) -> None:
    """Raise `RuleError` where rules give another shape than is needed, or nothing at all."""
    for name, shape in shapes.items():
        if name not in rule_set.outputs:
            if shape.needed:
                near = nearest(name, rule_set.outputs)
                cure = f"; did you mean {near}?" if near else ""
                raise RuleError(rule_set.name, f"has no output {name!r}, which is told of it{cure}")
            continue
        collects = rule_set.hit_policy is HitPolicy.COLLECT
        if shape.needed and not shape.listed and collects:
            told = f"collects, so {name!r} may have no value or several: take UNIQUE or ANY"
            raise RuleError(rule_set.name, told)
        for rule in rule_set.rules:
            if name not in rule.then:
                if not collects:
                    raise RuleError(rule.id, f"gives no {name!r}: it is {shape}")
            elif not shape.fits(rule.then[name]):
                raise RuleError(rule.id, f"gives {rule.then[name]!r} for {name!r}: it is {shape}")


def check_adding(main: RuleSet, added: Iterable[RuleSet]) -> None:
    """Raise `RuleError` for a rule set that only adds to another, and may refuse to answer."""
    for each in added:
        if each.requirements:
            told = f"has requirements, and only adds to {main.name!r}: make them there"
            raise RuleError(each.name, told)
