"""What every class of facts can do: be read from mappings, JSON and paths, and be written down.

A class of facts is an attrs class of its own (`Facts`), with groups (`Group`) in it:

    @attrs.frozen(kw_only=True, repr=False)
    class Reader(Group):
        path: ClassVar[str] = "reader."
        age: int | None = fact(int, "full years", highest=150)

    @attrs.frozen(kw_only=True, repr=False)
    class Loan(Facts):
        as_of: datetime.date = fact(datetime.date, "the day of the decision", required=True)
        reader: Reader = group(Reader)
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterator, Mapping
from operator import attrgetter
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import attrs

from ssrules.errors import FactError, Fault
from ssrules.late import door
from ssrules.records import checks
from ssrules.records.record import Record
from ssrules.records.unstructure import plain, to_mapping

if TYPE_CHECKING:
    from ssrules.records.fact_table import FactTable
    from ssrules.records.limits import Limits

F = TypeVar("F", bound="Facts")


class Group(Record):
    """The base of a group of facts. `path` is where it stands in a case, with a full stop."""

    __slots__ = ()
    path: ClassVar[str] = ""

    __attrs_post_init__ = checks.check_group


class _TableOf:
    """Finds the table of facts of a class, as of a case of it."""

    def __get__(self, _: object, cls: Any) -> FactTable:
        with door:
            from ssrules.records.fact_table import fact_table

        return fact_table(cls)


class Facts(Record):
    """The base of everything that is known of one case on the day `as_of`.

    `None` is unknown, never "no". Raises `FactError`, with every fault at once, for a value of the
    wrong type or out of range, and for a date that is after another one it may not be after.
    """

    __slots__ = ()
    made_from: ClassVar[Any] = None
    """What a class that was put together is made of: its base, and what was added."""
    table: ClassVar[_TableOf] = _TableOf()
    """The table of its facts."""
    if TYPE_CHECKING:
        as_of: datetime.date

    def __attrs_post_init__(self) -> None:
        checks.check_fields(self, "")
        cls: Any = type(self)
        for get, limit, path in _limits(cls):
            value, latest = get(self), limit(self)
            if value is not None and latest is not None and value > latest:
                raise FactError(checks.faults_against(self, path, latest))

    @classmethod
    def from_dict(cls: type[F], mapping: Mapping[str, Any], *, hide_values: bool = False) -> F:
        """The case that a mapping tells, keys by the names of the facts.

        A date is a `datetime.date` or text written YYYY-MM-DD. Raises `FactError`; with
        `hide_values`, one that holds nothing of the values, for logs that must hold no facts.
        """
        found: F = _structure().read_mapping(cls, mapping, hide_values=hide_values)
        return found

    @classmethod
    def from_json(
        cls: type[F],
        text: str | bytes,
        *,
        limits: Limits | None = None,
        hide_values: bool = False,
    ) -> F:
        """The case that a JSON text tells. Raises `FactError`, also where it is no JSON.

        `limits` are the size and depth that are read at most, by default those of
        `ssrules.Limits`; `hide_values` is as for `from_dict`.
        """
        found: F = _structure().read_json(cls, text, limits=limits, hide_values=hide_values)
        return found

    @classmethod
    def from_paths(cls: type[F], values: Mapping[str, Any]) -> F:
        """The case that values by the paths of their facts tell: `{"person.age": 41}`.

        Raises `FactError`, with every fault at once, a path that is no fact among them.
        """
        known = cls.table.by_path
        strange = tuple(_strange(values, known))
        tree = tree_of({path: value for path, value in values.items() if path in known})
        if strange:
            raise FactError([*checks.faults_of(cls, tree), *strange])
        found: F = _structure().read_mapping(cls, tree)
        return found

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """How a notebook shows it: what is known, and what is not."""
        with door:
            from ssrules.records import html

        known = self.to_paths()
        told = [each for each in self.table if each.path in known]
        unknown = [each for each in self.table if each.path not in known]
        rows = (
            (f"<code>{html.text(each.path)}</code>", html.text(written(known[each.path])))
            for each in told
        )
        rest = ((each.path, each.meaning) for each in unknown)
        shown = html.page(
            "en",
            html.table(type(self).__name__, ("fact", "value"), rows),
            html.details(f"{len(unknown)} not told", html.lines(rest)) if unknown else "",
        )
        return {"text/plain": repr(self), "text/html": shown}

    def with_facts(self: F, values: Mapping[str, Any]) -> F:
        """Another case, with other values of the facts at these paths; None makes one unknown.

        Raises `FactError`.
        """
        before = {path: attrgetter(path)(self) for path in self.table.paths}
        return type(self).from_paths({**before, **values})

    def to_dict(self) -> dict[str, Any]:
        """The case as a mapping for JSON; a fact that has its default (unknown) is left out."""
        return to_mapping(self, omit_defaults=True)

    def to_json(self) -> str:
        """The case as JSON text, from which `from_json` makes an equal case."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_paths(self) -> dict[str, Any]:
        """The case as values for JSON by the paths of their facts, in the order of the table.

        A fact that has its default (unknown) is left out; `from_paths` makes an equal case.
        """
        values = ((fact, attrgetter(fact.path)(self)) for fact in self.table)
        return {
            fact.path: plain(value)
            for fact, value in values
            if fact.required or value != fact.default
        }


def written(value: object) -> str:
    """A value as JSON writes it, a word without its quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def replaced(case: F, values: Mapping[str, Any]) -> F:
    """A case with other values of some facts, given as they are in a case. Raises `FactError`."""
    for path, value in values.items():
        case = _replaced(case, path, value)
    return case


def _replaced(group: Any, path: str, value: Any) -> Any:
    name, _, rest = path.partition(".")
    return attrs.evolve(
        group, **{name: _replaced(getattr(group, name), rest, value) if rest else value}
    )


def _strange(values: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Fault]:
    with door:
        from ssrules.errors.near import nearest_names
        from ssrules.errors.telling import name_of

    for path, value in values.items():
        if path not in known:
            data = {"near": nearest_names(path, known), "known": tuple(known), "under": ""}
            yield Fault.of(name_of(path), value, "unknown_fact", **data)


def tree_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by path as the mapping of groups that a case is read from."""
    tree: dict[str, Any] = {}
    for path, value in values.items():
        *groups, name = path.split(".")
        at = tree
        for each in groups:
            at = at.setdefault(each, {})
        at[name] = value
    return tree


@functools.cache
def _structure() -> ModuleType:
    """What reads mappings, which a program that makes its cases itself does without."""
    with door:
        from ssrules.records import structure

    return structure


@functools.cache
def _limits(cls: Any) -> tuple[tuple[Any, Any, str], ...]:
    """The dates that may not be after others: how both are read, and the path of the first."""
    return tuple(
        (attrgetter(path), attrgetter(field.metadata[checks.NOT_AFTER]), path)
        for path, field in checks.leaves(cls)
        if checks.NOT_AFTER in field.metadata
    )
