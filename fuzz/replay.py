"""A log of decisions: each line is replayed or reported, and none ends the replay."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["ssrules", "json"]):
    from ssrules.checking.replay import replay
    from ssrules.records import rebuild, structure  # noqa: F401  # to be instrumented

from fuzz.feeding import MOST_TOLD, feed


def read(data: bytes) -> None:
    """Replay every line."""
    for each in replay(data.split(b"\n")):
        assert len(str(each)) < MOST_TOLD
        each.to_dict()


if __name__ == "__main__":
    feed(read)
