"""ssrules: decisions about a social security card, each with its rule and its clause.

A name is imported from its file when it is first asked for, so that the import itself is free and
a program pays for what it uses.
"""

from __future__ import annotations

from ssrules.late import door as _door

TYPE_CHECKING = False  # as in `typing`, which alone would cost more than all else here
if TYPE_CHECKING:
    from ssrules.checking.logs import DecisionLog
    from ssrules.checking.replay import replay
    from ssrules.decisions import Decision
    from ssrules.errors.raised import FactError, ParameterError, SsrulesError
    from ssrules.facts import Card, Case, Documents, Institution, Person, Photo, Visit
    from ssrules.frames import decide_frame, rows_affected
    from ssrules.parts.classifications import classification, is_part_of
    from ssrules.records.limits import Limits
    from ssrules.rulebook import RuleBook, decide, decide_json, interview
    from ssrules.schema import json_schema

    __version__: str

__all__ = [
    "Card",
    "Case",
    "Decision",
    "DecisionLog",
    "Documents",
    "FactError",
    "Institution",
    "Limits",
    "ParameterError",
    "Person",
    "Photo",
    "RuleBook",
    "SsrulesError",
    "Visit",
    "classification",
    "decide",
    "decide_frame",
    "decide_json",
    "interview",
    "is_part_of",
    "json_schema",
    "replay",
    "rows_affected",
]

_HOMES = {
    "checking.replay": ("replay",),
    "parts.classifications": ("classification", "is_part_of"),
    "decisions": ("Decision",),
    "errors.raised": ("FactError", "ParameterError", "SsrulesError"),
    "facts": ("Card", "Case", "Documents", "Institution", "Person", "Photo", "Visit"),
    "frames": ("decide_frame", "rows_affected"),
    "checking.logs": ("DecisionLog",),
    "records.limits": ("Limits",),
    "rulebook": ("RuleBook", "decide", "decide_json", "interview"),
    "schema": ("json_schema",),
}
"""The names above, by the file that each comes from."""
_PACKAGES = (
    "asking",
    "checking",
    "deciding",
    "display",
    "engines",
    "errors",
    "localities",
    "overlays",
    "part_kinds",
    "parts",
    "pictures",
    "records",
    "strategies",
    "tables",
    "words",
)
"""Files that are imported when they are asked for by their own names."""

if not TYPE_CHECKING:  # a type checker would take any misspelt name for one that is found here

    def __getattr__(name):
        """Import what is asked for: one of the names, or a file that one of them comes from."""
        import sys

        with _door:
            import importlib

            if name == "__version__":
                from importlib.metadata import version

                return version(__name__)
            for home, names in _HOMES.items():
                if name == home or name in names:
                    found = importlib.import_module(f"{__name__}.{home}")
                    globals().update({each: getattr(found, each) for each in names})
                    return found if name == home else getattr(found, name)
            if name in _PACKAGES:
                return importlib.import_module(f"{__name__}.{name}")
        told = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(told, name=name, obj=sys.modules[__name__])

    def __dir__():
        return sorted(
            {*globals(), *__all__, *_PACKAGES, *(each for each in _HOMES if "." not in each)}
        )
