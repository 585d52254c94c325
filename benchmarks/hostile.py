"""How the time for hostile input grows: each kind of it at doubling sizes, up to the limits.

Run it with `python -m benchmarks.hostile`. A kind grows linearly where twice the size takes about
twice the time; the size is in characters, and the time is the least of three.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable

from ssrules import Case, Decision, RuleBook
from ssrules.checking.replay import replay
from ssrules.errors import SsrulesError

HEAD = 'name = "x"\nversion = "1"\nchanges = []\n'
SIZES = (12_500, 25_000, 50_000, 100_000)
Make = Callable[[int], str]


def repeated(size: int) -> str:
    """Every key twice."""
    pairs = ",".join(f'"{at}":1' for at in range(size // 20))
    return f"{{{pairs},{pairs}}}"


def one_repeated(size: int) -> str:
    """One key twice, among many."""
    pairs = ",".join(f'"{at}":1' for at in range(size // 10))
    return f'{{"as_of":1,"as_of":1,{pairs}}}'


def word(size: int) -> str:
    """A very long word of an enumeration."""
    return json.dumps(
        {"as_of": "2026-11-22", "person": {"employment": "unemployed" * (size // 10)}}
    )


def near_misses(size: int) -> str:
    """Many keys, each nearly a fact's."""
    keys = {f"unit_requires_self_applicatio{at}": 1 for at in range(size // 40)}
    return json.dumps({"as_of": "2026-11-22", "person": keys})


def nested(size: int) -> str:
    """A list in a list in a list."""
    return '{"as_of": ' + "[" * (size // 2) + "]" * (size // 2) + "}"


def strings(size: int) -> str:
    """Brackets and quotes that count as depth to nobody."""
    return json.dumps(["[" * 100 + '\\"'] * (size // 110))


def keys_of_toml(size: int) -> str:
    """One dotted key."""
    return HEAD + ".".join(["a"] * (size // 2)) + "=1"


def many_keys_of_toml(size: int) -> str:
    """Many keys that a file does not have."""
    return HEAD + "\n".join(f"key_{at} = 1" for at in range(size // 14))


def quotes_of_toml(size: int) -> str:
    """Quotes that never end."""
    return HEAD + 'a = "' + '\\"' * (size // 2)


def cites_of_toml(size: int) -> str:
    """A clause that cites many others, each nearly one there is."""
    cited = ", ".join(f'"source.A{at}"' for at in range(size // 15))
    return (
        'name = "x"\nversion = "1"\n[[changes]]\nchange = "remove_rule"\n'
        f'rule = "application.rural"\ncites = [{cited}]\n'
    )


def log(size: int) -> str:
    """A line of a log with many keys near those that it should have."""
    return json.dumps({f"cas{at}": 1 for at in range(size // 12)})


KINDS: dict[Make, Callable[[str], object]] = {
    repeated: Case.from_json,
    one_repeated: Case.from_json,
    word: Case.from_json,
    near_misses: Case.from_json,
    nested: Case.from_json,
    strings: Case.from_json,
    keys_of_toml: RuleBook.from_toml,
    many_keys_of_toml: RuleBook.from_toml,
    quotes_of_toml: RuleBook.from_toml,
    cites_of_toml: RuleBook.from_toml,
    log: lambda text: list(replay([text])),
}
TWICE: dict[Make, Callable[[str], object]] = {
    repeated: Decision.from_json,
    nested: Decision.from_json,
}


def seconds(read: Callable[[str], object], text: str) -> float:
    """The least time of three that a text takes to be refused and told."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        try:
            read(text)
        except SsrulesError as error:
            str(error)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print a line a kind: milliseconds at each size, and by how much the last doubling grew."""
    sys.stdout.write("kind".ljust(32) + "".join(f"{size:>10,}" for size in SIZES) + "  growth\n")
    for kinds in (KINDS, TWICE):
        for make, read in kinds.items():
            seconds(read, make(100))
            times = [seconds(read, make(size)) for size in SIZES]
            told = "".join(f"{each * 1000:>10.2f}" for each in times)
            name = make.__name__ + (" (decision)" if kinds is TWICE else "")
            sys.stdout.write(f"{name:<32}{told}{times[-1] / times[-2]:>8.1f}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"milliseconds; {peak:.0f} MB at most\n")


if __name__ == "__main__":
    main()
