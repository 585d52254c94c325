"""The door of late imports: a fork waits until nobody imports, and no import passes it by."""

from __future__ import annotations

import functools
import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import ssrules
from tests.missing import is_missing
from tests.second_engine import NO_DURABLE

SOURCE = Path(ssrules.__file__).parent.parent
NO_FORK = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def told(program: str, *arguments: str) -> object:
    """What a program writes as JSON that a new process of this interpreter runs."""
    setup = (
        "import json, os, sys, threading, time, warnings\n"
        f"sys.path.insert(0, {str(SOURCE)!r})\n"
        "warnings.simplefilter('ignore', DeprecationWarning)\n"
    )
    done = subprocess.run(  # this interpreter and the programs below
        [sys.executable, "-c", setup + program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


SLOW = """
import builtins
builtins.entered.set()
builtins.go_on.wait()
right = True
"""
"""A module whose import lasts as long as a test wants."""

FORK_DURING_AN_IMPORT = """
import builtins, signal
from ssrules.late import door
sys.path.insert(0, sys.argv[1])
entered, go_on = builtins.entered, builtins.go_on = threading.Event(), threading.Event()
found = {}

def import_late():
    with door:
        import slow

def fork():
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        with door:
            import slow
        os._exit(0 if slow.right else 1)
    found["forked while inside"] = not go_on.is_set()
    found["child"] = os.waitpid(child, 0)[1]

importer = threading.Thread(target=import_late)
forker = threading.Thread(target=fork)
importer.start()
entered.wait()
forker.start()
forker.join(0.3)
found["waits"] = forker.is_alive()
go_on.set()
importer.join()
forker.join()
print(json.dumps(found))
"""


@NO_FORK
def test_a_fork_waits_for_an_import_and_its_child_has_the_module(tmp_path: Path) -> None:
    """Without the door the child would wait for ever for a lock that only its parent can free."""
    (tmp_path / "slow.py").write_text(SLOW, "utf-8")
    assert told(FORK_DURING_AN_IMPORT, str(tmp_path)) == {
        "forked while inside": False,
        "child": 0,
        "waits": True,
    }


FORK_INSIDE = """
import signal
from ssrules.late import door
with door:
    with door:
        child = os.fork()
        if child == 0:
            signal.alarm(60)
            inside = door.is_open()
    still = door.is_open()
if child == 0:
    grandchild = os.fork()
    if grandchild == 0:
        os._exit(0)
    right = os.waitpid(grandchild, 0)[1] == 0 and inside and still and not door.is_open()
    os._exit(0 if right else 1)
print(json.dumps([os.waitpid(child, 0)[1], still, door.is_open()]))
"""


@NO_FORK
def test_a_thread_that_forks_inside_is_not_waited_for() -> None:
    """An import may fork by itself: parent and child go on inside, and both come out."""
    assert told(FORK_INSIDE) == [0, True, False]


STUCK_INSIDE = """
import ssrules.late
ssrules.late.LONGEST = 0.05
door = ssrules.late.door
entered, go_on = threading.Event(), threading.Event()

def stay():
    with door:
        entered.set()
        go_on.wait()

thread = threading.Thread(target=stay)
thread.start()
entered.wait()
statuses = []
for _ in range(2):
    child = os.fork()
    if child == 0:
        with door:
            os._exit(0)
    statuses.append(os.waitpid(child, 0)[1])
go_on.set()
thread.join()
with door:
    statuses.append(door.is_open())
print(json.dumps([*statuses, door.is_open()]))
"""


@NO_FORK
def test_a_fork_does_not_wait_for_ever() -> None:
    """What stays inside too long is passed over, and leaves the door as usable as before."""
    assert told(STUCK_INSIDE) == [0, 0, True, False]


SPY = """
import pickle
import ssrules
from ssrules.late import door
passed_by = []

class Spy:
    def find_spec(self, name, path=None, target=None):
        if not door.is_open():
            passed_by.append(name)
        return None

def use():
    case = ssrules.Case.from_dict({"as_of": "2026-11-22"})
    decision = ssrules.decide(case)
    str(decision.explain())
    for path, _ in decision.parts:
        str(decision.why_not(path))
    str(decision.questions())
    for option in decision.activation:
        str(decision.least_change(option.path))
    repr(decision)
    ssrules.Decision.from_json(decision.to_json())
    ssrules.Decision.from_dict(decision.to_dict())
    ssrules.Case.from_json(case.to_json().encode())
    for faulty in ({"as_f": 1}, {"as_of": 1, "person": {"age": 1.5, "employment": "employe"}}, 7):
        try:
            ssrules.Case.from_dict(faulty)
        except ssrules.FactError as error:
            str(error), repr(error)
    try:
        ssrules.RuleBook.from_toml("\\n[parameter]\\nactivation_window_days = 3\\n")
    except ssrules.SsrulesError as error:
        str(error)
    book = ssrules.RuleBook.default().with_parameters(activation_window_days=3)
    str(book.verify())
    str(ssrules.RuleBook.default().diff(book))
    line = json.dumps({"case": case.to_dict(), "decision": decision.to_dict()})
    [str(each) for each in ssrules.replay([line, "torn"], book)]
    for name in ssrules.__all__:
        getattr(ssrules, name)
    pickle.loads(pickle.dumps([book, case, decision]))
"""
FIRST_USE = f"""{SPY}
sys.meta_path.insert(0, Spy())
use()
print(json.dumps(passed_by))
"""


def test_no_first_use_imports_past_the_door() -> None:
    """What is imported after `import ssrules`, ours and others', comes through the door."""
    assert told(FIRST_USE) == []


PREPARED = f"""{SPY}
class Every(Spy):
    def find_spec(self, name, path=None, target=None):
        passed_by.append(name)
        return None

book = ssrules.RuleBook.default()
same = book.prepare() is book
for name in ssrules.__all__:  # frames wait for an extra, and are no part of it
    getattr(ssrules, name)
sys.meta_path.insert(0, Every())
use()
print(json.dumps([same, passed_by]))
"""


def test_a_prepared_book_imports_nothing_more() -> None:
    """Whatever is asked of it afterwards, its process has it all."""
    assert told(PREPARED) == [True, []]


def test_no_property_waits_for_a_lock() -> None:
    """`functools.cached_property` has a lock up to Python 3.11, which a fork may leave held."""
    for each in pkgutil.walk_packages(ssrules.__path__, "ssrules."):
        if each.name.startswith(("ssrules.cli", "ssrules.display", "ssrules.__main__")):
            continue
        if NO_DURABLE and each.name == "ssrules.engines.durable":
            continue
        try:
            module = importlib.import_module(each.name)
        except ModuleNotFoundError as error:
            if is_missing(error) is None:
                raise
            continue
        for cls in vars(module).values():
            if isinstance(cls, type):
                for name, value in vars(cls).items():
                    assert not isinstance(value, functools.cached_property), (cls, name)
