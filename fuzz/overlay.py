"""A TOML file of changes: the rule book that it makes decides, or it is refused with its faults."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["ssrules", "tomllib"]):
    from ssrules import Case, RuleBook, decide
    from ssrules.overlays import file, toml_lines  # noqa: F401  # to be instrumented

from fuzz.feeding import feed

CASE = Case.from_dict({"as_of": "2026-11-22", "person": {"residence": "rural"}})


def read(data: bytes) -> None:
    """Make a rule book and decide a case by it."""
    text = data.decode("utf-8", "surrogateescape")
    decide(CASE, RuleBook.from_toml(f"\n{text}"))


if __name__ == "__main__":
    feed(read)
