"""Rule books of localities as files of changes; those here are illustrations, not advice."""

from __future__ import annotations

from importlib import resources

from ssrules.errors import UnknownNameError

ENDING = ".toml"


def names() -> tuple[str, ...]:
    """The name of every file here, without its ending."""
    found = (each.name for each in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(ENDING) for name in found if name.endswith(ENDING)))


def text(name: str) -> str:
    """The TOML text of a file, for `RuleBook.from_toml`. Raises `UnknownNameError`."""
    if name not in names():
        raise UnknownNameError("locality", name, names())
    return resources.files(__name__).joinpath(name + ENDING).read_text(encoding="utf-8")
