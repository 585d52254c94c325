"""A case as JSON: it is decided, or refused; with values hidden it is refused as well."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["ssrules", "json"]):
    from ssrules import Case, FactError, decide
    from ssrules.records import structure, unstructure  # noqa: F401  # to be instrumented

from fuzz.feeding import feed


def read(data: bytes) -> None:
    """Read a case and decide it; what is written down is read back."""
    try:
        case = Case.from_json(data)
    except FactError:
        try:
            Case.from_json(data, hide_values=True)
        except FactError as error:
            assert all(type(each.value).__name__ == "Hidden" for each in error.faults)
        raise
    assert Case.from_json(case.to_json()) == case
    decide(case)


if __name__ == "__main__":
    feed(read)
