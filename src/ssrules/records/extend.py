"""Classes of facts with facts of one's own beside those that are there."""

from __future__ import annotations

import functools
import keyword
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Union

import attrs

from ssrules.errors import RuleError
from ssrules.records.case import Facts, Group
from ssrules.records.checks import GROUP
from ssrules.records.fact_table import FactTable, fact_table
from ssrules.records.fields import Fact, MoreValues, field_of, group
from ssrules.records.kinds import FactEnum, members, words_enum

TAKEN = frozenset(("self", "NOTHING", *dir(Facts), *dir(Group))) - {"as_of"}
"""What every case or group of facts has already, and what making one needs for itself."""

Addition = Union[Fact, MoreValues]  # noqa: UP007  # evaluated at run time


def extended(base: type[Facts], additions: Iterable[Addition]) -> type[Facts]:
    """The class of facts with some more: a class below `base`, the same one each time.

    A group that is not there yet is made. Raises `RuleError` for a fact that is there already, for
    a path that leads through a fact or that no Python name can stand for, and for values that a
    fact has already or cannot have.
    """
    spec = tuple(additions)
    cls: Any = base
    found: type[Facts] = _extended(cls, spec) if spec else base
    return found


@functools.lru_cache(maxsize=256)
def _extended(base: Any, spec: tuple[Addition, ...]) -> Any:
    table = fact_table(base)
    declared: dict[str, Fact] = {}
    for each in spec:
        if isinstance(each, MoreValues):
            declared[each.path] = _with_values(
                declared.get(each.path) or table.fact(each.path), each
            )
        elif each.path in table or each.path in declared:
            raise RuleError.of(f"fact {each.path!r}", "declared_twice")
        else:
            declared[each.path] = each
    tree: dict[str, Any] = {}
    for path, fact in declared.items():
        *groups, name = path.split(".")
        _check_names(path, (*groups, name))
        at = tree
        for each_group in groups:
            at = at.setdefault(each_group, {})
            if isinstance(at, Fact):
                raise RuleError.of(f"fact {path!r}", "through_a_fact")
        if name in at:
            raise RuleError.of(f"fact {path!r}", "is_a_group")
        at[name] = fact
    before = base.made_from or (base, ())
    found = _grown(base, tree, "")
    found.made_from = (before[0], (*before[1], *spec))
    found.__reduce__ = _reduced
    fact_table(found)
    return found


def _check_names(path: str, names: Iterable[str]) -> None:
    """Raise `RuleError` for a name that cannot be an attribute, or that means something else."""
    for name in names:
        plain = name.isidentifier() and unicodedata.is_normalized("NFKC", name)
        if not plain or name.startswith("_") or keyword.iskeyword(name):
            raise RuleError.of(f"fact {path!r}", "no_name_of_fact", name=name)
        if name in TAKEN:
            raise RuleError.of(f"fact {path!r}", "reserved_name", name=name)


def _with_values(fact: Fact, more: MoreValues) -> Fact:
    known = tuple(members(fact.kind))
    if not known:
        raise RuleError.of(f"fact {fact.path!r}", "no_words_of_its_own")
    twice = tuple(each for each in more.values if each in known)
    if twice:
        raise RuleError.of(f"fact {fact.path!r}", "may_be_already", known=twice)
    return attrs.evolve(fact, kind=words_enum(fact.path, (*known, *more.values)))


def _grown(base: type, tree: Mapping[str, Any], prefix: str) -> Any:
    """A class below another, with the fields of a tree added or put in the place of its own."""
    fields: dict[str, Any] = {}
    own = {each.name: each for each in attrs.fields(base)}
    for name, content in tree.items():
        path = f"{prefix}{name}"
        if isinstance(content, Fact):
            if name in own and GROUP in own[name].metadata:
                raise RuleError.of(f"fact {path!r}", "is_a_group")
            fields[name] = _field(content)
            continue
        there = own[name].metadata.get(GROUP) if name in own else _new_group(path)
        if there is None:
            raise RuleError.of(f"fact {path!r}", "through_a_fact")
        fields[name] = _group(_grown(there, content, f"{path}."), there)
    order = [*own, *(name for name in fields if name not in own)]

    def in_place(_: type, found: list[Any]) -> list[Any]:
        return sorted(found, key=lambda each: order.index(each.name))

    return attrs.make_class(
        base.__name__,
        fields,
        bases=(base,),
        frozen=True,
        kw_only=True,
        slots=True,
        repr=False,
        field_transformer=in_place,
        class_body={"__doc__": base.__doc__, "__module__": base.__module__},
    )


def _field(fact: Fact) -> Any:
    """The field of a fact; a word of the enumeration that it had before is taken as its own."""
    field = field_of(fact)
    words = members(fact.kind)
    if words:
        field.converter = lambda value: (
            words.get(value, value) if isinstance(value, FactEnum) else value
        )
    return field


def _group(cls: Any, before: type) -> Any:
    """The field of a group; one of the class that stood there before is taken over."""
    field = group(cls)

    def taken_over(value: Any) -> Any:
        if value is None:
            return cls()
        if type(value) is before:
            return cls(**{each.name: getattr(value, each.name) for each in attrs.fields(before)})
        return value

    field.converter = taken_over
    return field


def _new_group(path: str) -> type:
    name = "".join(each.title() for each in path.rpartition(".")[2].split("_"))

    class Made(Group):
        __slots__ = ()

    Made.path = f"{path}."
    Made.__annotations__ = {"path": ClassVar[str]}
    return attrs.make_class(name, {}, bases=(Made,), frozen=True, kw_only=True, repr=False)


def joined(classes: Iterable[type[Facts]]) -> Any:
    """A class whose cases can know what cases of each of these can: one of them, if it has all.

    Raises `RuleError` for a fact that is of different kinds in two of them.
    """
    tables = [fact_table(each) for each in dict.fromkeys(classes)]
    widest = max(tables, key=lambda table: (len(table.facts), sum(len(f.values) for f in table)))
    cls: Any = widest.cls
    for table in tables:
        cls = extended(cls, _missing(fact_table(cls), table))
    return cls


def _missing(there: FactTable, wanted: FactTable) -> Iterator[Addition]:
    """The facts of a table, and the words that they may be, which another one lacks."""
    for fact in wanted:
        if fact.path not in there:
            yield fact
            continue
        one, other = members(there.fact(fact.path).kind), members(fact.kind)
        if bool(one) != bool(other) or (not one and there.fact(fact.path).kind is not fact.kind):
            raise RuleError.of(f"fact {fact.path!r}", "kinds_differ")
        more = tuple(each for each in other if each not in one)
        if more:
            yield MoreValues(path=fact.path, values=more)


Spec = tuple[type[Facts], tuple[Addition, ...]]


def taken(case: Any, cls: type[Facts]) -> Any:
    """A case of another class as one of this class, facts that it does not have left out.

    Raises `FactError` where it knows a fact that this class does not have.
    """
    return cls.from_paths(case.to_paths())


def frozen_spec(cls: type[Facts]) -> tuple[Any, ...]:
    """What a class of facts can be made from again elsewhere."""
    if cls.made_from is None:
        return cls, ()
    base, additions = cls.made_from
    return base, tuple(_written(each) for each in additions)


def thawed(spec: tuple[Any, ...]) -> type[Facts]:
    """The class of facts that `frozen_spec` told of."""
    base, additions = spec
    made = (each if isinstance(each, MoreValues) else Fact(**each) for each in additions)
    return extended(base, made)


def _written(addition: Addition) -> Any:
    if isinstance(addition, MoreValues):
        return addition
    fields = {each.name: getattr(addition, each.name) for each in attrs.fields(Fact)}
    made_of = getattr(addition.kind, "made_of", None)
    default = addition.default
    return {
        **fields,
        "kind": made_of or addition.kind,
        "default": str(default) if isinstance(default, FactEnum) else default,
    }


def _reduced(case: Facts) -> tuple[Any, ...]:
    """What a case is pickled as: its class can be imported from nowhere."""
    return revived, (frozen_spec(type(case)), case.to_paths())


def revived(spec: tuple[Any, ...], paths: Mapping[str, Any]) -> Any:
    """A case that was pickled, of a class that was put together."""
    base, additions = spec
    return thawed((base, additions)).from_paths(paths)


__all__ = [
    "Addition",
    "MoreValues",
    "extended",
    "frozen_spec",
    "joined",
    "revived",
    "taken",
    "thawed",
]
