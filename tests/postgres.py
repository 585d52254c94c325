"""A PostgreSQL server of our own, in a folder of its own, reached by a socket in it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SUPERUSER = "postgres"


def programs() -> Path | None:
    """Where the programs of the newest server are: Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(folders, key=lambda each: int(each.parts[-3]), default=None)
    return None if newest is None else newest.parent


@contextmanager
def server(where: Path) -> Iterator[str]:
    """The folder with the socket of a server that runs meanwhile; `where` has its programs."""
    with TemporaryDirectory(prefix="ssrules-postgres-") as folder:
        data = Path(folder) / "data"
        data.mkdir()
        user = _owner(folder, data)
        _run(user, where / "initdb", "-D", data, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8")
        # No port: between its choice and the server's start another program could take it.
        options = f"-c listen_addresses= -k {folder} -c fsync=off"
        log = data / "log"
        _run(user, where / "pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        try:
            yield folder
        finally:
            _run(user, where / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _owner(folder: str, data: Path) -> str | None:
    """Who runs the server: it refuses to be run by root, so root runs it as another user."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam(SUPERUSER)
    for each in (folder, data):
        os.chown(each, owner.pw_uid, owner.pw_gid)
    return SUPERUSER


def _run(user: str | None, *command: object) -> None:
    words = [str(each) for each in command]
    subprocess.run(
        words,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=user,
        cwd="/",
    )
