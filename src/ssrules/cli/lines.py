"""JSON Lines in and out, for a program that keeps this one running and asks it case by case.

A line is a case, with an `id` of the asker's beside the facts if he likes; it is answered by one
line, at once and in order: the decision, or `{"faults": [...]}`, with the `id` again in front. A
line that cannot be read is answered like any other, and what comes after it is decided; a line
without text is no case, and has no answer. Lines that have come together are answered together:
nothing waits for a line that has not come.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from ssrules.cli import streams
from ssrules.errors import FactError, Fault
from ssrules.records import checks, structure
from ssrules.records.case import Facts
from ssrules.records.limits import DEFAULT

if TYPE_CHECKING:
    from ssrules.rulebook import RuleBook

ID = "id"
LINE = "line"
STDIN = "-"
PIECE = 1 << 14
"""So many bytes are read at once at most, and not more than have come."""
TOGETHER = 32
"""So many answers are written at once at most."""


def run(name: str, book: RuleBook) -> int:
    """Answer every line of a file, or of standard input for `-`; 0 when it ends."""
    from ssrules.deciding.decider import Decider

    decide = Decider.of(book.prepare()).decide
    facts = book.facts
    with _opened(name) as stream:
        for lines in arriving(stream):
            for at in range(0, len(lines), TOGETHER):
                some = lines[at : at + TOGETHER]
                streams.write(b"".join([answer(each, facts, decide) for each in some]))
    return 0


def arriving(stream: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a stream, those together that came together, without those that hold no text.

    Nothing more is read before they are answered. Of a line that is too long there is no more than
    shows that it is.
    """
    read: Callable[[int], bytes] = stream.read1  # type: ignore[attr-defined]  # `open` gives one
    most = DEFAULT.characters + 1
    rest, mark = b"", codecs.BOM_UTF8
    while piece := read(PIECE):
        if len(rest) < most or b"\n" in piece:
            *lines, rest = (rest[:most] + piece).split(b"\n")
            if lines:
                lines[0] = lines[0].removeprefix(mark)
                mark = b""
            yield [line for line in lines if line.strip()]
    if rest.removeprefix(mark).strip():
        yield [rest.removeprefix(mark)]


def answer(line: bytes, facts: type[Facts], decide: Any) -> bytes:
    """The line that answers a line."""
    id_, mapping, faults = _read(line, facts)
    told = ""
    if not faults:
        try:
            told = decide(facts.from_dict(mapping)).to_json()
        except FactError as error:
            faults = error.faults
    if faults:
        told = json.dumps({"faults": [each.to_dict() for each in faults]}, ensure_ascii=False)
    if id_ is not None:
        told = f"{{{json.dumps({ID: id_[0]}, ensure_ascii=False)[1:-1]}, {told[1:]}"
    # half of a character, which JSON can escape and UTF-8 cannot hold, is escaped again
    return f"{told}\n".encode("utf-8", "backslashreplace")


def _read(
    line: bytes, facts: type[Facts]
) -> tuple[tuple[Any] | None, dict[str, Any], tuple[Fault, ...]]:
    """The `id` of a line, if it has one, its facts, and what is wrong with it as a line."""
    try:
        found, repeated = structure.parse_json(line, LINE)
    except FactError as error:
        return None, {}, error.faults
    if not isinstance(found, dict):
        return None, {}, (checks.no_object(LINE, found),)
    if isinstance(found, checks.RepeatedKeys) and ID in found.repeated:
        return None, {}, (Fault.of(ID, found[ID], "given_twice"),)
    id_ = (found.pop(ID),) if ID in found else None
    return id_, found, tuple(checks.faults_of(facts, found)) if repeated else ()


def _opened(name: str) -> BinaryIO:
    """The file, or standard input. Raises `FactError` where it cannot be read."""
    try:
        return streams.standard_input() if name == STDIN else open(name, "rb")
    except (OSError, ValueError) as error:
        because = getattr(error, "strerror", None) or str(error)
        raise FactError([Fault.of(LINE, name, "log_unreadable", because=because)]) from None
