"""A TOML file of changes: its rule book decides, explains and is verified, or it is refused."""

from __future__ import annotations

import contextlib

import atheris

with atheris.instrument_imports(include=["ssrules", "tomllib"]):
    from ssrules import RuleBook, SsrulesError, decide
    from ssrules.overlays import file, toml_lines  # noqa: F401  # to be instrumented

from tests.overlays.holding import small

from fuzz.feeding import feed

BASE = small("loss_report", "application", "activation.social_security.hospital")
KNOWN = {"as_of": "2026-11-22", "person": {"residence": "rural"}, "card": {"financial": "active"}}


def read(data: bytes) -> None:
    """Make a rule book, verify it and decide cases by it."""
    text = data.decode("utf-8", "surrogateescape")
    book = RuleBook.from_toml(f"\n{text}", base=BASE)
    str(book.verify(language="zh"))
    for known in (KNOWN, {"as_of": "2026-11-22"}):
        with contextlib.suppress(SsrulesError):  # a fact that the file makes something else
            str(decide(book.case(known), book).explain())


if __name__ == "__main__":
    feed(read)
