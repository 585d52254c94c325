"""Rule books of localities as files of changes: those that come with it, and those of others.

A package of somebody else's brings its own under the entry point group `ssrules.localities`: the
name of the entry point is that of the locality, its value the package in which `<name>.toml` lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import resources
from typing import TYPE_CHECKING

from ssrules.errors import RuleError, UnknownNameError
from ssrules.late import door

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "names",
    "text",
]

ENDING = ".toml"
GROUP = "ssrules.localities"
"""The entry points of packages that bring localities."""


def names() -> tuple[str, ...]:
    """The name of every locality. Raises `RuleError` where two packages use the same name."""
    return tuple(sorted((*_shipped(), *_of_others())))


def text(name: str) -> str:
    """The TOML text of a locality, for `RuleBook.from_toml`.

    Raises `UnknownNameError`, and `RuleError` for a package that does not bring what it says.
    """
    if name in _shipped():
        return _read(__name__, name)
    others = _of_others()
    if name not in others:
        raise UnknownNameError("locality", name, sorted((*_shipped(), *others)))
    with door:
        try:
            return _read(others[name].value, name)
        except (ImportError, OSError, UnicodeDecodeError) as error:
            place = f"{others[name].value}/{name}{ENDING}"
            raise RuleError.of(place, "toml_unreadable", because=str(error)) from error


def _shipped() -> Iterable[str]:
    found = (each.name for each in resources.files(__name__).iterdir())
    return tuple(name.removesuffix(ENDING) for name in found if name.endswith(ENDING))


def _of_others() -> Mapping[str, EntryPoint]:
    with door:
        from importlib.metadata import entry_points

        found: dict[str, EntryPoint] = {}
        for each in entry_points(group=GROUP):
            known = found.get(each.name)
            if each.name in _shipped() or (known is not None and known.value != each.value):
                raise RuleError.of(each.name, "locality_twice", name=each.value)
            found[each.name] = each
        return found


def _read(package: str, name: str) -> str:
    return resources.files(package).joinpath(name + ENDING).read_text(encoding="utf-8")
