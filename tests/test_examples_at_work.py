"""The examples of services run as they stand: a counter, a hospital, a program in Java."""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types of its own
import pytest

import ssrules
from ssrules.facts import FACTS

EXAMPLES = Path(__file__).parent.parent / "examples"
SOURCE = Path(ssrules.__file__).parent.parent
RUNNING = re.compile(r"running on (http://127\.0\.0\.1:\d+)")
CASE = {"as_of": "2026-11-22", "card": {"received_on": "2026-01-01", "financial": "inactive"}}


def environment(**more: str) -> dict[str, str]:
    """The variables of a process that finds the library and the examples."""
    return {**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{EXAMPLES}", **more}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the counter's service writes its log."""
    return tmp_path_factory.mktemp("service") / "decisions.jsonl"


@pytest.fixture(scope="module")
def counter(log: Path) -> Iterator[str]:
    """The address of the counter's service, started on a port of this machine alone."""
    pytest.importorskip("starlette", reason="Starlette is in the group test")
    pytest.importorskip("uvicorn", reason="uvicorn is in the group test")
    command = [sys.executable, "-m", "uvicorn", "counter_service:app", "--no-access-log"]
    with subprocess.Popen(
        [*command, "--no-use-colors", "--host", "127.0.0.1", "--port", "0"],
        env=environment(LOG=str(log)),
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        told = ""
        while (found := RUNNING.search(told)) is None:
            line = process.stderr.readline()
            assert line, f"the service did not start: {told}"
            told += line
        yield found[1]
        process.terminate()
    assert process.returncode in (0, -15)


def asked(address: str, body: bytes | None = None, **headers: str) -> tuple[int, Any]:
    """The status and the JSON that a service answers with."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(address, body, headers)  # noqa: S310 - on this machine
    try:
        with opener.open(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def test_the_counter_decides_and_asks_on(counter: str) -> None:
    """Answering each question in turn ends with none left, and every answer is a decision."""
    case = ssrules.Case.from_dict(CASE)
    for _ in FACTS:
        status, told = asked(f"{counter}/decide", case.to_json().encode())
        assert status == 200
        assert told["decision"] == ssrules.decide(case).to_dict()
        question = told["next_question"]
        if question is None:
            break
        assert question["path"] not in case.to_paths()
        schema = question["schema"]
        kind = "enum" if "enum" in schema else schema["type"][0]
        value = {"enum": schema.get("enum", [None])[0], "boolean": True, "integer": 41}.get(
            kind, "A"
        )
        case = case.with_facts({question["path"]: value})
    assert not ssrules.decide(case).questions().questions


def test_the_counter_tells_every_fault_in_the_language_asked_for(counter: str) -> None:
    """By the path of the fact, as data and as a sentence."""
    body = b'{"as_of": "2026-02-30", "card": {"financial": "off"}}'
    status, told = asked(f"{counter}/decide", body, **{"Accept-Language": "zh-CN"})
    assert status == 422
    assert [each["path"] for each in told["faults"]] == ["as_of", "card.financial"]
    assert "日期" in told["faults"][0]["told"]
    for junk in (b"", b"{", b"x" * 1_000_000):
        status, told = asked(f"{counter}/decide", junk)
        assert (status, len(told["faults"])) == (422, 1)


def test_the_counter_says_what_it_takes(counter: str) -> None:
    """The schema in its OpenAPI has every fact, takes good cases and refuses bad ones."""
    _, told = asked(f"{counter}/openapi.json")
    operation = told["paths"]["/decide"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(CASE, schema)
    for bad in ({}, {**CASE, "card": {"financial": "off"}}, {**CASE, "person": {"agee": 1}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.validate(
        {"decision": ssrules.decide(ssrules.Case.from_dict(CASE)).to_dict()}, answer
    )


def test_the_counter_logs_what_it_decides(counter: str, log: Path) -> None:
    """Under the id of the request, so that it can be replayed."""
    asked(f"{counter}/decide", json.dumps(CASE).encode(), **{"X-Request-Id": "visit-7"})
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert lines[-1]["id"] == "visit-7"
    assert lines[-1]["case"] == CASE
    assert [*ssrules.replay(ssrules.DecisionLog(log))] == []


def test_a_hospital_registers_at_eight_desks(tmp_path: Path) -> None:
    """The same as one desk after the other would."""
    example = runpy.run_path(str(EXAMPLES / "registration_in_threads.py"))
    path = tmp_path / "log.jsonl"
    found = example["main"](str(path))
    assert found == {
        "allowed": 196,
        "refused": 100,
        "undetermined": 100,
        "refused at the desk: card.social_securty": 4,
    }
    assert len(path.read_text("utf-8").splitlines()) == 396
    assert [*ssrules.replay(ssrules.DecisionLog(path))] == []


@pytest.mark.skipif(shutil.which("javac") is None, reason="there is no JDK on this machine")
def test_a_program_in_java_keeps_the_lines_open() -> None:
    """One process answers four threads of Java, in order."""
    line = ["java", str(EXAMPLES / "java_lines" / "CardDecisions.java"), sys.executable, "400"]
    done = subprocess.run(
        line, capture_output=True, text=True, env=environment(), timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "loss report: due",
        "fault at card.bank: white_space",
        "400 cases from 4 desks",
    ]
