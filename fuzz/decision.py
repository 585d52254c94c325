"""A decision read back: what is accepted is written down as it was read."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["ssrules"]):
    from ssrules import Decision
    from ssrules.records import rebuild, structure  # noqa: F401  # to be instrumented

from fuzz.feeding import feed


def read(data: bytes) -> None:
    """Read a decision; what is written down is read back."""
    decision = Decision.from_json(data)
    assert Decision.from_json(decision.to_json()) == decision


if __name__ == "__main__":
    feed(read)
