"""Nothing here talks to another machine: no test, and no file of the library could."""

from __future__ import annotations

import ast
import socket
from pathlib import Path

import pytest

from tests.network import ReachedOutError, is_here

SOURCE = Path(__file__).parent.parent / "src" / "ssrules"
TALKATIVE = {
    "asyncio",
    "ftplib",
    "http",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib",
    "xmlrpc",
}


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_a_test_that_reaches_out_fails_before_anything_is_sent(host: str) -> None:
    """The addresses are reserved for documents: nobody answers there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as one, pytest.raises(ReachedOutError):
        one.connect((host, 9))
    with socket.socket(family, socket.SOCK_DGRAM) as one, pytest.raises(ReachedOutError):
        one.sendto(b"x", (host, 9))


def test_a_test_that_asks_for_a_name_fails() -> None:
    """Asking a name server is talking to another machine, too."""
    with pytest.raises(ReachedOutError):
        socket.getaddrinfo("name.invalid", 80)


def test_this_machine_may_be_reached() -> None:
    """The tests of servers talk to themselves."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as one,
    ):
        assert one.getpeername() == server.getsockname()
    assert all(map(is_here, (None, "", "localhost", "127.0.0.1", "127.1.2.3", "::1", b"::1")))
    assert not any(map(is_here, ("example.org", "10.0.0.1", "fe80::1")))


def test_no_file_of_the_library_imports_what_could_talk() -> None:
    """No network in the library: not even late, in a function."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not {name.partition(".")[0] for name in names} & TALKATIVE, path
