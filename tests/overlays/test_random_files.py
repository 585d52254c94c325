"""Whatever a file of changes says: it is refused with its faults, or its book does all books do."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ssrules
from ssrules import RuleBook
from tests.overlays.holding import hold, read, small
from tests.overlays.random_trees import Trees, mutated
from tests.overlays.toml_writing import written

SHIPPED = sorted((Path(ssrules.__file__).parent / "localities").glob("*.toml"))
FILES = [*SHIPPED, Path(__file__).with_name("town.toml")]
TREES: list[dict[str, Any]] = [tomllib.loads(file.read_text("utf-8")) for file in FILES]
BASES = (
    small("loss_report", "application", "insurance.maternity"),
    small("loss_report", "activation.social_security.hospital"),
    small("application", "rights", "medical_benefit"),
)
DEFAULT = RuleBook.default()
DRAWN = st.randoms(use_true_random=False)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def held(tree: Mapping[str, Any], base: RuleBook, rng: random.Random, frames: bool) -> None:
    """The file is refused, or its book holds what every book has to."""
    text = written(tree)
    assert tomllib.loads(text) == tree
    book = read(text, base)
    if book is not None:
        hold(book, base, rng, frames)


@settings(suppress_health_check=SLOW)
@given(DRAWN, st.sampled_from(BASES))
def test_a_file_made_at_random_is_refused_or_decides(rng: random.Random, base: RuleBook) -> None:
    """Mostly it says what it may say; one in four has something else somewhere."""
    tree = Trees(rng, base).tree()
    if rng.randrange(4) == 0:
        tree = mutated(rng, tree, 1 + rng.randrange(3))
    held(tree, base, rng, rng.randrange(4) == 0)


@settings(suppress_health_check=SLOW, max_examples=10)
@given(DRAWN, st.sampled_from(TREES))
def test_a_file_that_is_changed_somewhere_is_refused_or_decides(
    rng: random.Random, tree: dict[str, Any]
) -> None:
    """The files of places, with one to three things in them dropped, doubled or mistaken."""
    held(mutated(rng, tree, 1 + rng.randrange(3)), DEFAULT, rng, rng.randrange(4) == 0)


def test_many_files_made_at_random_are_accepted() -> None:
    """So that what is said of those that are is said of many; all kinds of table are in them."""
    rng = random.Random(1)
    trees = [Trees(rng, base).tree() for base in BASES for _ in range(12)]
    accepted = [tree for tree in trees if read(written(tree), BASES[trees.index(tree) // 12])]
    assert len(accepted) > len(trees) // 10
    wanted = {
        "facts",
        "parameters",
        "inputs",
        "documents",
        "rule_sets",
        "changes",
        "cases",
        "words",
    }
    assert wanted <= {name for tree in trees for name in tree}
