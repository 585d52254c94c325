"""No test reaches beyond this machine: whatever tries to is stopped before anything is sent."""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

WATCHED = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo")


class ReachedOutError(RuntimeError):
    """A test, or what it calls, asked for another machine."""


def is_here(host: object) -> bool:
    """Whether a host is this machine: a loopback address, its name, or none at all."""
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(text)).is_loopback
    except ValueError:
        return False


def watch(event: str, args: tuple[Any, ...]) -> None:
    """Raise `ReachedOutError` for a connection, a message or a question that leaves the machine."""
    if event not in WATCHED:
        return
    target = args[0] if event == "socket.getaddrinfo" else args[1]
    if isinstance(target, tuple):  # an address; that of a socket in the file system is a text
        target = target[0]
    elif event != "socket.getaddrinfo":
        return
    if not is_here(target):
        raise ReachedOutError(f"{event}: {target!r} is not this machine")


def guard() -> None:
    """Watch this process from now on; a hook cannot be taken away again."""
    sys.addaudithook(watch)
