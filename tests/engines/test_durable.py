"""The adapter of durable-rules: what goes wrong, who may call, what it costs."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
from tests.second_engine import needs_durable

from ssrules.engines import Cell, Engine, Row

pytestmark = needs_durable


@pytest.fixture
def engine() -> Engine:
    """Give the engine on durable-rules."""
    from ssrules.engines.durable import DurableEngine

    return DurableEngine()


@pytest.fixture
def library() -> ModuleType:
    """Give durable-rules itself."""
    return importlib.import_module("durable_rules_engine")


THREE_ROWS: list[Row] = [(), ((0, frozenset({1, 2})),), ((0, frozenset({2})),)]
"""Fire in turn for the cells (0,), (1,) and (2,): one row, two rows, three rows."""


def ask_for_each(fire: Callable[[Cell], tuple[int, ...]]) -> list[int]:
    """Count the rows of `THREE_ROWS` that fire for each of its cells."""
    return [len(fire((value,))) for value in range(3)]


@pytest.mark.parametrize(
    "step", ["assert_fact", "start_action_for_state", "complete_and_start_action", "retract_fact"]
)
@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt])
def test_what_goes_wrong_in_durable_rules_is_raised_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, step: str, error: type[BaseException]
) -> None:
    """A call that stops at any step raises, and the next call has the right answer."""
    fire = engine.compile(THREE_ROWS)
    assert ask_for_each(fire) == [1, 2, 3]

    def fail(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(f"durable_rules_engine.{step}", fail)
        with pytest.raises(error):
            fire((2,))
    assert ask_for_each(fire) == [1, 2, 3]


@pytest.mark.parametrize(
    ("step", "answer", "message"),
    [
        ("assert_fact", (2, 1), "refused the fact .*v2.*: result 2"),
        ("start_action_for_state", None, "matched the fact .*v2.* and fired nothing"),
    ],
)
def test_an_answer_that_cannot_be_is_an_error(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, step: str, answer: object, message: str
) -> None:
    """A fact taken for a known one, or a match that fires nothing, is not "no row fires"."""
    fire = engine.compile(THREE_ROWS)
    assert ask_for_each(fire) == [1, 2, 3]
    with monkeypatch.context() as patch:
        patch.setattr(f"durable_rules_engine.{step}", lambda *_: answer)
        with pytest.raises(RuntimeError, match=message):
            fire((2,))
    assert ask_for_each(fire) == [1, 2, 3]


def test_a_table_that_never_fired_can_be_dropped(engine: Engine) -> None:
    """Rulesets without a rule that ever fired are given back as well as others."""
    for _ in range(200):
        assert engine.compile([((0, frozenset({1})),)])((0,)) == ()


def test_a_call_within_a_call_disturbs_neither(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, library: ModuleType
) -> None:
    """A table asked again midway through a call, as a signal handler may, answers both."""
    fire = engine.compile(THREE_ROWS)
    inner: list[list[int]] = []
    complete = library.complete_and_start_action

    def interrupted(*arguments: int) -> object:
        monkeypatch.undo()
        inner.append(ask_for_each(fire))
        return complete(*arguments)

    monkeypatch.setattr("durable_rules_engine.complete_and_start_action", interrupted)
    assert fire((2,)) == (0, 1, 2)
    assert inner == [[1, 2, 3]]
    assert ask_for_each(fire) == [1, 2, 3]


def test_rulesets_are_made_once_and_on_the_first_call(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, library: ModuleType
) -> None:
    """Compiling makes nothing; the first call makes the rulesets, later calls use them."""
    made: list[str] = []
    create = library.create_ruleset

    def counted(name: str, definition: str) -> object:
        made.append(name)
        return create(name, definition)

    monkeypatch.setattr("durable_rules_engine.create_ruleset", counted)
    fire = engine.compile([((0, frozenset({1})),)] * 65)
    assert made == []
    fire((1,))
    assert len(made) == 2
    for value in range(10):
        fire((value,))
    assert len(made) == 2


def run(script: str) -> str:
    """Run a script in a Python of its own and give what it printed, nothing else being allowed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return done.stdout.strip()


def test_durable_rules_is_imported_when_asked_for_and_starts_no_thread() -> None:
    """Importing the engines imports no durable-rules; using it starts no thread, prints nothing."""
    assert run(LAZY_AND_QUIET) == "False True True"


LAZY_AND_QUIET = """
import os, sys, threading
import ssrules.engines

def threads():
    tasks = "/proc/self/task"
    return threading.active_count(), os.path.isdir(tasks) and len(os.listdir(tasks))

before = "durable_rules_engine" in sys.modules
at_first = threads()
fire = ssrules.engines.default_engine().compile([((0, frozenset({1})),), ()])
assert [fire((value,)) for value in (0, 1) * 500] == [(1,), (0, 1)] * 500
print(before, "durable_rules_engine" in sys.modules, at_first == threads())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork to test")
def test_a_forked_child_has_the_right_answers() -> None:
    """Children forked while other threads are in the midst of calls can use the same table."""
    assert run(FORKS) == "[0, 0, 0, 0, 0, 0, 0, 0]"


FORKS = """
import os, signal, sys, threading, warnings
from ssrules.engines import default_engine

sys.setswitchinterval(1e-5)
warnings.simplefilter("ignore", DeprecationWarning)  # forking beside threads is what is tried here
fire = default_engine().compile([(), ((0, frozenset({1, 2})),), ((0, frozenset({2})),)])
done = threading.Event()

def ask():
    while not done.is_set():
        fire((2,))

for _ in range(4):
    threading.Thread(target=ask).start()
statuses = []
for _ in range(8):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        right = all([len(fire((value,))) for value in range(3)] == [1, 2, 3] for _ in range(100))
        os._exit(0 if right else 1)
    statuses.append(os.waitpid(child, 0)[1])
done.set()
print(statuses)
"""


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_memory_stays_flat() -> None:
    """Neither calls nor tables that come and go keep memory: under a megabyte for each."""
    calls, tables = map(int, run(MEMORY).split())
    assert calls < 2**20
    assert tables < 2**20


MEMORY = """
import os
from ssrules.engines import default_engine

def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

rows = [((n % 3, frozenset({1, 2})), (3, frozenset({n % 4, 4}))) for n in range(30)]

def one_table():
    fire = default_engine().compile(rows)
    fire((1, 1, 1, 1))
    return fire

fire = one_table()
for _ in range(1_000):
    fire((1, 2, 1, 4))
before = resident()
for _ in range(20_000):
    fire((1, 2, 1, 4))
calls = resident() - before
for _ in range(50):
    one_table()
before = resident()
for _ in range(200):
    one_table()
print(calls, resident() - before)
"""
