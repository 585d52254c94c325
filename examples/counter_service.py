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

BOOK = ssrules.RuleBook.default()
LOG = ssrules.DecisionLog(os.environ.get("LOG", "decisions.jsonl"))
CASE, DECISION = (
    {"$id": f"urn:ssrules:{kind}", **ssrules.json_schema(kind, BOOK)}
    for kind in ("case", "decision")
)
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
    """The fact that is best asked for next, in words, and the schema of what it may be."""
    best = decision.questions(language=language).first
    if best is None:
        return None
    schema = CASE
    for name in best.path.split("."):
        schema = schema["properties"][name]
    return {"path": best.path, "label": best.label, "schema": schema}


async def openapi(_: Request) -> JSONResponse:
    """What the service takes and gives, for those who call it."""
    body = {"content": {"application/json": {"schema": CASE}}, "required": True}
    told = {"type": "object", "properties": {"decision": DECISION}}
    answer = {
        "description": "the decision, its id, and what to ask next",
        "content": {"application/json": {"schema": told}},
    }
    refused = {"description": "every fault of the case"}
    operation = {"requestBody": body, "responses": {"200": answer, "422": refused}}
    info = {"title": "Decisions about a social security card", "version": BOOK.version}
    paths = {"/decide": {"post": operation}}
    return JSONResponse({"openapi": "3.1.0", "info": info, "paths": paths})


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
