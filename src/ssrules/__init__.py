"""ssrules: decisions about a social security card, each with its rule and its clause.

A name is imported from its file when it is first asked for, so that the import itself is free and
a program pays for what it uses.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `typing`, which alone would cost more than all else here
if TYPE_CHECKING:
    from ssrules.classifications import classification, is_part_of
    from ssrules.decider import decide
    from ssrules.decisions import Decision
    from ssrules.errors import FactError, ParameterError, SsrulesError
    from ssrules.facts import Card, Case, Documents, Institution, Person, Photo, Visit
    from ssrules.frames import decide_frame, rows_affected
    from ssrules.rulebook import RuleBook

__all__ = [
    "Card",
    "Case",
    "Decision",
    "Documents",
    "FactError",
    "Institution",
    "ParameterError",
    "Person",
    "Photo",
    "RuleBook",
    "SsrulesError",
    "Visit",
    "classification",
    "decide",
    "decide_frame",
    "is_part_of",
    "rows_affected",
]

_HOMES = {
    "classifications": ("classification", "is_part_of"),
    "decider": ("decide",),
    "decisions": ("Decision",),
    "errors": ("FactError", "ParameterError", "SsrulesError"),
    "facts": ("Card", "Case", "Documents", "Institution", "Person", "Photo", "Visit"),
    "frames": ("decide_frame", "rows_affected"),
    "rulebook": ("RuleBook",),
    "tables": (),
    "inputs": (),
    "engines": (),
    "overlays": (),
}
"""The names above, by the file that each comes from, and files that rules are written with."""

if not TYPE_CHECKING:  # a type checker would take any misspelt name for one that is found here

    def __getattr__(name):
        """Import what is asked for: one of the names, or a file that one of them comes from."""
        import importlib
        import sys

        for home, names in _HOMES.items():
            if name == home or name in names:
                found = importlib.import_module(f"{__name__}.{home}")
                globals().update({each: getattr(found, each) for each in names})
                return found if name == home else getattr(found, name)
        told = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(told, name=name, obj=sys.modules[__name__])

    def __dir__():
        return sorted({*globals(), *_HOMES, *__all__})
