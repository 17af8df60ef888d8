"""JSON Lines that a command reads: each line a record and where it stands, or the error that says what is wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from provenance.errors import InputError, InvalidRecord, UnreadableInput

STDIN = "-"


def read_records(file: str) -> Iterator[tuple[str, Any] | InputError]:
    """Yield the records of a file, or of standard input for "-", as the lines come; blank lines are passed over."""
    if file == STDIN:
        yield from _records(sys.stdin.buffer, file)
        return
    try:
        with Path(file).open("rb") as stream:
            yield from _records(stream, file)
    except OSError as error:
        yield UnreadableInput(error.strerror or str(error), where=file)


def _records(stream: BinaryIO, name: str) -> Iterator[tuple[str, Any] | InputError]:
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield _record(line, f"{name}:{number}")


def _record(line: bytes, where: str) -> tuple[str, Any] | InputError:
    try:
        return where, json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return InvalidRecord("is not UTF-8 text", where=where, hint="save it as UTF-8")
    except RecursionError:
        return InvalidRecord("is nested too deeply", where=where)
    except ValueError as error:  # no JSON, or a number that is too long
        return InvalidRecord(f"is not JSON: {error}", where=where, hint="each line must be one JSON object")
