"""The commands that README shows, and what they print; run as a program, it writes their output into README anew.

An example is a block of ```console in README: a line with "$ provenance ..." and the output below it. A comment
"# the first 40 lines" after the command says how much of the output is shown. Those of `factchecks` are run on a copy
of the database, with docs/checks.csv imported.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
CHECKS = ROOT / "docs" / "checks.csv"
COLUMNS = 100
EXAMPLE = re.compile(
    r"(?<=```console\n)\$ provenance (?P<arguments>[^#\n]+?)(?: +# the first (?P<shown>\d+) lines)?\n"
    r"(?P<output>[^`]*)(?=```)"
)


def examples() -> list[re.Match[str]]:
    return list(EXAMPLE.finditer(README.read_text(encoding="utf-8")))


def output_of(example: re.Match[str], database: str) -> str:
    """Return what the command writes to a terminal; fails where the command does."""
    command = [sys.executable, str(ROOT / "cli.py"), *shlex.split(example["arguments"])]
    if example["arguments"].startswith("factchecks "):
        with with_checks(database) as copy:
            status, text = on_a_terminal(command, copy)
    else:
        status, text = on_a_terminal(command, database)
    assert status == 0, f"provenance {example['arguments']}: exit code {status}\n{text}"
    lines = [line.rstrip() for line in text.splitlines()]
    if example["shown"] and len(lines) > int(example["shown"]):
        lines = [*lines[: int(example["shown"])], "..."]
    return "\n".join(lines) + "\n"


@contextmanager
def with_checks(database: str) -> Iterator[str]:
    """A copy of the database that holds the checks as well."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "checks.db")
        with (
            closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as ours,
            closing(sqlite3.connect(copy)) as theirs,
        ):
            ours.backup(theirs)
        imported = [sys.executable, ROOT / "cli.py", "factchecks", "import", CHECKS, "--db", copy]
        subprocess.run(imported, check=True, stderr=subprocess.DEVNULL)
        yield f"sqlite:///{copy}"


def on_a_terminal(command: list[str], database: str) -> tuple[int, str]:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    environment = {
        **os.environ,
        "PROVENANCE_DB_URL": database,
        "NO_COLOR": "1",
        "TERM": "xterm",
        "COLUMNS": str(COLUMNS),
    }
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment, cwd=ROOT) as process:
        os.close(theirs)
        written = b"".join(iter(lambda: read_some(ours), b""))
    os.close(ours)
    return process.returncode, written.decode("utf-8", "replace").replace("\r\n", "\n")


def read_some(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how a terminal says on Linux that the other side has closed
        return b""


def rewritten(database: str) -> str:
    """Return README with the output that its commands print now."""
    text = README.read_text(encoding="utf-8")
    for example in reversed(examples()):
        start, end = example.span("output")
        text = text[:start] + output_of(example, database) + text[end:]
    return text


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/demo.db"
        subprocess.run([sys.executable, ROOT / "cli.py", "ingest", ROOT / "samples", "--db", database], check=True)
        README.write_text(rewritten(database), encoding="utf-8")


if __name__ == "__main__":
    main()
