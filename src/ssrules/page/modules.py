"""Modules of JavaScript put one behind the other in one script: no tool, nothing is rewritten.

Each module becomes a function that is called at once and gives what the module exports; an import
takes that apart. Modules may import by name from files beside them, and export where they declare.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ssrules.errors import RuleError

IMPORT = re.compile(
    r'^import \{([^}]*)\} from "(?:\./|\.\./\.\./js/)([\w-]+)\.js";\n', re.MULTILINE
)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const|let) (\w+))", re.MULTILINE)
EXPORTED = re.compile(r"^export \{([^}]*)\};\n", re.MULTILINE)


def joined(modules: Mapping[str, str]) -> str:
    """The modules as one script, each behind those that it imports. Raises `RuleError`."""
    placed: list[str] = []
    texts: list[str] = []

    def place(name: str, waiting: tuple[str, ...] = ()) -> None:
        if name in placed:
            return
        if name in waiting or name not in modules:
            raise RuleError(f"{name}.js", f"cannot be placed: it is imported by {waiting}")
        for needed in IMPORT.finditer(modules[name]):
            place(needed.group(2), (*waiting, name))
        placed.append(name)
        texts.append(_wrapped(name, modules[name]))

    for name in modules:
        place(name)
    return "".join(texts)


def _wrapped(name: str, text: str) -> str:
    given = [each.group(1) for each in EXPORT.finditer(text)]
    for each in EXPORTED.finditer(text):
        given += each.group(1).replace(",", " ").split()
    text = IMPORT.sub(lambda found: f"const {{{found[1]}}} = {_called(found[2])};\n", text)
    text = EXPORTED.sub("", EXPORT.sub("", text))
    return f"const {_called(name)} = (() => {{\n{text}return {{ {', '.join(given)} }};\n}})();\n"


def _called(name: str) -> str:
    return f"module_{name.replace('-', '_')}"
