"""One case: a decision, and from a mapping or JSON to the same."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import partial

from benchmarks import cases
from benchmarks.equality import check_equal, statuses
from benchmarks.handwritten import decide as by_hand
from benchmarks.ratio import Ratio, measured
from benchmarks.scale import Scale
from benchmarks.service import plain_converter
from benchmarks.timing import over
from ssrules import Case, decide, decide_json

CATTRS = "cattrs, the case there and back"
JSON = "json and cattrs, the case there and back"


def ratios(scale: Scale) -> Iterator[Ratio]:
    """The three ways, on cases with all facts known."""
    check_equal("by hand", by_hand.decide, decide, cases.take(cases.complete(1), scale.checked))
    pool = cases.take(cases.complete(seed=1), scale.pool)
    measure = partial(measured, rounds=scale.rounds, clock=time.process_time_ns)
    yield measure(
        "decide",
        "conditions by hand",
        0.22,
        by_hand=over(lambda case: statuses(by_hand.decide(case)), pool),
        ours=over(lambda case: statuses(decide(case)), pool),
    )
    converter = plain_converter()
    given = [case.to_dict() for case in pool]
    whole = [converter.unstructure(case) for case in pool]
    if [converter.structure(tree, Case) for tree in whole] != list(map(Case.from_dict, given)):
        raise AssertionError("cattrs reads other cases than ssrules")
    yield measure(
        "mapping to mapping",
        CATTRS,
        1.0,
        by_hand=over(lambda tree: converter.unstructure(converter.structure(tree, Case)), whole),
        ours=over(lambda tree: decide(Case.from_dict(tree)).to_dict(), given),
    )
    texts = [json.dumps(tree).encode() for tree in given]
    whole_texts = [json.dumps(tree).encode() for tree in whole]

    def there_and_back(text: bytes) -> bytes:
        case = converter.structure(json.loads(text), Case)
        return json.dumps(converter.unstructure(case)).encode()

    if [there_and_back(text) for text in whole_texts] != whole_texts:
        raise AssertionError("cattrs and json write other texts than they read")
    for text in texts:
        if json.loads(decide_json(text)) != decide(Case.from_json(text)).to_dict():
            raise AssertionError("decide_json says something else")
    yield measure(
        "JSON to JSON",
        JSON,
        0.6,
        by_hand=over(there_and_back, whole_texts),
        ours=over(decide_json, texts),
    )
