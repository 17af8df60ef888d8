"""A PostgreSQL server of one's own: in a temporary folder, reached through a socket in it, gone afterwards.

Its collation is a language's and not the order of characters, so that what sorts by the server's taste instead of the
program's shows here. Run as a program it starts a server, runs a command with PROVENANCE_TEST_DB_URL set, and leaves
with that command's exit code:

    python tests/postgresql_server.py python -m pytest -m database
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

USERS = ("postgres", "nobody")  # whom a server runs as where root starts it: PostgreSQL refuses to run as root
LOCKED = "provenance_locked"  # a user of whom the server wants a password; all others are let in
LOCALES = (
    ("--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8"),
    ("--locale=C.UTF-8",),  # before version 15, ICU could not be a database's default
)
START_SECONDS = 120
SETTINGS = {  # a server for tests loses nothing that anybody needs
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",  # plans are then the same in every run
    "max_connections": "60",
    "shared_buffers": "64MB",
}


class NoServer(Exception):
    """The binaries are not there, or the server does not start."""


def binaries() -> Path | None:
    """Return the folder of initdb and postgres; None where they are not installed."""
    folders = [Path(found).resolve().parent for name in ("initdb", "postgres") if (found := shutil.which(name))]
    # Debian keeps them out of PATH; the newest version first.
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(installed, key=lambda folder: folder.parent.name.zfill(3), reverse=True)
    return next((each for each in folders if (each / "initdb").exists() and (each / "postgres").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """The URL of a fresh server's maintenance database; raises NoServer."""
    programs = binaries()
    if programs is None:
        raise NoServer("PostgreSQL's initdb and postgres are not installed")
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # the path of a socket may have about 100 characters
    try:
        if user:
            shutil.chown(folder, user)
        _initialize(programs, folder, user)
        with _running(programs, folder, user):
            yield f"postgresql+psycopg://desk@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialize(programs: Path, folder: Path, user: str | None) -> None:
    command = [programs / "initdb", "-D", folder / "data", "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"]
    said = ""
    for locale in LOCALES:
        shutil.rmtree(folder / "data", ignore_errors=True)
        done = subprocess.run([*command, *locale], capture_output=True, text=True, cwd=folder, check=False, **_as(user))
        if done.returncode == 0:
            rules = folder / "data" / "pg_hba.conf"  # the first line that fits counts
            rules.write_text(f"local all {LOCKED} scram-sha-256\n{rules.read_text()}")
            return
        said = done.stderr.strip()
    raise NoServer(f"initdb failed: {said}")


@contextmanager
def _running(programs: Path, folder: Path, user: str | None) -> Iterator[None]:
    options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    command = [programs / "postgres", "-D", folder / "data", "-k", folder, *options]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **_as(user))
    try:
        _wait_for(process, folder)
        yield
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: nobody needs what it holds
        process.wait(60)


def _wait_for(process: subprocess.Popen[bytes], folder: Path) -> None:
    state = folder / "data" / "postmaster.pid"
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        if state.exists() and "ready" in state.read_text():
            return
        time.sleep(0.05)
    raise NoServer(f"the server does not start: {(folder / 'log').read_text(errors='replace')[-2000:]}")


def _user() -> str | None:
    """Return whom to run the server as; None: whoever runs this."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    found = next((name for name in USERS if name in known), None)
    if found is None:
        raise NoServer(f"PostgreSQL does not run as root, and there is no user {' or '.join(USERS)}")
    return found


def _as(user: str | None) -> dict[str, Any]:
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def main(command: list[str]) -> int:
    try:
        with server() as url:
            return subprocess.run(command, env={**os.environ, "PROVENANCE_TEST_DB_URL": url}, check=False).returncode
    except NoServer as error:
        sys.stderr.write(f"postgresql_server: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
