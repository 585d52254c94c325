"""Files of changes made at random: what is accepted does everything that rule books do.

The same as `tests/overlays/test_random_files.py`, without Hypothesis, for as long as one likes.
`python -m fuzz.books SEED` tries one again.
"""

from __future__ import annotations

import os
import random
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

from tests.overlays.holding import hold, read
from tests.overlays.random_trees import Trees, mutated
from tests.overlays.test_random_files import BASES, TREES
from tests.overlays.toml_writing import written

from ssrules import RuleBook


def one(seed: int, kept: Path | None = None) -> str:
    """Make one file and its book, and tell what became of it; `kept` is where the file goes."""
    rng = random.Random(seed)
    base = RuleBook.default() if seed % 8 == 0 else BASES[seed % len(BASES)]
    shipped = seed % 16 == 0
    tree = TREES[rng.randrange(len(TREES))] if shipped else Trees(rng, base).tree()
    if shipped or rng.randrange(4) == 0:
        tree = mutated(rng, tree, 1 + rng.randrange(3))
    text = written(tree)
    if kept is not None:
        kept.write_text(text, "utf-8")
    assert tomllib.loads(text) == tree
    book = read(text, base)
    if book is None:
        return "refused"
    return "decided" if hold(book, base, rng) else "no case decided"


def main(arguments: list[str]) -> int:
    """Try seed after seed until the time is over, or the one that is given."""
    seconds = [each.partition("=")[2] for each in arguments if each.startswith("-max_total_time")]
    seeds = [int(each) for each in arguments if each.isdigit()]
    kept = Path("build") / "fuzz" / "books" / "last.toml"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if seeds:
        sys.stdout.write(f"{one(seeds[0], kept)}\n")
        return 0
    first = int.from_bytes(os.urandom(6), "big")
    until = time.monotonic() + int(seconds[0] if seconds else 60)
    found: Counter[str] = Counter()
    for seed in range(first, first + 10**9):
        if time.monotonic() > until:
            break
        try:
            found[one(seed)] += 1
        except BaseException:
            sys.stdout.write(f"broken: python -m fuzz.books {seed}\n")
            raise
    sys.stdout.write(f"books: {dict(found)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
