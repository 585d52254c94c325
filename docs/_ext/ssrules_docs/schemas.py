"""The JSON Schemas of what goes in and comes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import ssrules
from ssrules.schema import overlay_schema


def written(language: str) -> str:
    """A section for each schema that there is."""
    del language
    return "\n".join(
        f"## {name}\n\n````{{dropdown}} JSON Schema\n```json\n"
        f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n```\n````\n"
        for name, schema in _schemas()
    )


def _schemas() -> Iterator[tuple[str, Any]]:
    make = getattr(ssrules, "json_schema", None)
    if make is None:
        yield "overlay", overlay_schema()
        return
    for name in ("case", "decision", "overlay"):
        yield name, make(name)
