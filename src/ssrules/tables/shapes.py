"""The shapes that outputs have: what a part of a decision needs of the rules that it is made of.

A book checks them when it is made, so that no case meets a rule that gives something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from ssrules.errors import RuleError, nearest_names
from ssrules.late import door
from ssrules.tables.documents import Document
from ssrules.tables.rule_sets import HitPolicy, RuleSet

if TYPE_CHECKING:
    from ssrules.records.text import Text


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

    @property
    def told(self) -> Text:
        """The shape in words."""
        with door:
            from ssrules.records.text import Text

        one, zh = ONES.get(self.of, (self.of.__name__,) * 2)
        if self.codes:
            one, zh = f"one of {', '.join(self.codes)}", f"{'、'.join(self.codes)}之一"
        if self.pairs:
            one, zh = "a pair of codes", "一对代码"
        if self.listed:
            one, zh = f"a list, each item {one}", f"列表，每一项为{zh}"
        if self.may_be_none:
            one, zh = f"{one}, or none", f"{zh}，也可以没有"
        return Text(one, zh=zh)

    def __str__(self) -> str:
        return str(self.told)


ONES: Mapping[type, tuple[str, str]] = {
    str: ("a code", "代码"),
    bool: ("true or false", " true 或 false"),
    Document: ("a document", "材料"),
}


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
                near = nearest_names(name, rule_set.outputs)
                raise RuleError.of(rule_set.name, "output_wanted", name=name, near=near)
            continue
        collects = rule_set.hit_policy is HitPolicy.COLLECT
        if shape.needed and not shape.listed and collects:
            raise RuleError.of(rule_set.name, "collects_one", name=name)
        for rule in rule_set.rules:
            if name not in rule.then:
                if not collects:
                    raise RuleError.of(rule.id, "gives_no", name=name, shape=shape.told)
            elif not shape.fits(rule.then[name]):
                data = {"name": name, "value": rule.then[name], "shape": shape.told}
                raise RuleError.of(rule.id, "gives_another", **data)


def check_adding(main: RuleSet, added: Iterable[RuleSet]) -> None:
    """Raise `RuleError` for a rule set that only adds to another, and may refuse to answer."""
    for each in added:
        if each.requirements:
            raise RuleError.of(each.name, "adding_requires", name=main.name)
