"""A counter's service in one file: a case comes in, a decision and the next question go out.

    pip install ssrules starlette uvicorn
    LOG=decisions.jsonl uvicorn counter_service:app

What a case may say stands in the service's OpenAPI, made from the facts themselves. Each decision
is logged with the id of its request. Faults of a case are told at once, in English or Chinese as
the request's Accept-Language asks.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import uuid
from collections.abc import AsyncIterator
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

import ssrules
from ssrules.facts import Fact

BOOK = ssrules.RuleBook.default()
LOG = ssrules.DecisionLog(os.environ.get("LOG", "decisions.jsonl"))
LARGEST = 100_000
"""More bytes than any case has."""


async def decide(request: Request) -> JSONResponse:
    """Decide the case in the body, log it, and say what to ask next."""
    id_ = request.headers.get("x-request-id") or str(uuid.uuid4())
    language = "zh" if request.headers.get("accept-language", "").startswith("zh") else "en"
    try:
        case = ssrules.Case.from_json(await body_of(request))
        decision = ssrules.decide(case, BOOK)
    except ssrules.FactError as error:
        faults = [{**fault.to_dict(), "told": fault.with_hint(language)} for fault in error.faults]
        return JSONResponse({"id": id_, "faults": faults}, status_code=422)
    now = datetime.datetime.now(tz=datetime.UTC)
    await run_in_threadpool(LOG.append, decision, id=id_, time=now)  # it waits for the disk
    asked = question_after(decision, language)
    return JSONResponse({"id": id_, "decision": decision.to_dict(), "next_question": asked})


async def body_of(request: Request) -> bytes:
    """The body of a request, or as much of it as shows that it is too large."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            break
    return body


def question_after(decision: ssrules.Decision, language: str) -> dict[str, Any] | None:
    """The fact that is best asked for next, in words, and what it may be."""
    best = decision.questions(language=language).first
    if best is None:
        return None
    return {"path": best.path, "label": best.label, **schema_of(BOOK.table.fact(best.path))}


async def openapi(_: Request) -> JSONResponse:
    """What the service takes and gives, for those who call it."""
    answer = {"description": "the decision, its id, and what to ask next"}
    refused = {"description": "every fault of the case"}
    body = {"content": {"application/json": {"schema": case_schema()}}, "required": True}
    operation = {"requestBody": body, "responses": {"200": answer, "422": refused}}
    info = {"title": "Decisions about a social security card", "version": BOOK.version}
    paths = {"/decide": {"post": operation}}
    return JSONResponse({"openapi": "3.1.0", "info": info, "paths": paths})


def case_schema() -> dict[str, Any]:
    """The JSON Schema of a case: an object in which the groups of facts are objects again."""
    whole: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}
    whole["required"] = [fact.path for fact in BOOK.table if fact.required]
    for fact in BOOK.table:
        at = whole
        *groups, name = fact.path.split(".")
        for group in groups:
            empty = {"type": ["object", "null"], "properties": {}, "additionalProperties": False}
            at = at["properties"].setdefault(group, empty)
        at["properties"][name] = {"description": fact.meaning, **schema_of(fact)}
    return whole


def schema_of(fact: Fact) -> dict[str, Any]:
    """The JSON Schema of one fact; null is unknown."""
    null = [] if fact.required else ["null"]
    words = [each for each in fact.values if isinstance(each, str)]
    if words:
        return {"enum": [*words, *([None] if null else [])]}
    if fact.kind is bool:
        return {"type": ["boolean", *null]}
    if fact.kind is int:
        return {"type": ["integer", *null], "minimum": fact.lowest, "maximum": fact.highest}
    dated = {"format": "date"} if fact.kind is datetime.date else {}
    return {"type": ["string", *null], **dated}


@contextlib.asynccontextmanager
async def prepared(_: Starlette) -> AsyncIterator[None]:
    """Make the first request as fast as any other."""
    BOOK.prepare()
    yield


app = Starlette(
    routes=[
        Route("/decide", decide, methods=["POST"]),
        Route("/openapi.json", openapi),
    ],
    lifespan=prepared,
)
