"""Bytes from a file or standard input, read as far as they are needed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 16
FIRST_LINE = 4_096  # bytes of a line that tell a format


class Stream:
    """A binary stream whose beginning can be looked at before it is read; nothing is read ahead of need."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._ahead: deque[bytes] = deque()

    def first_line(self) -> bytes:
        """Return the first line that is not blank, without its end; empty where there is none in the first lines."""
        for _ in range(100):
            line = self._source.readline(FIRST_LINE)
            if not line:
                break
            self._ahead.append(line)
            if line.strip().strip(b"\xef\xbb\xbf"):
                break
        return self._ahead[-1].strip() if self._ahead else b""

    def read(self, limit: int) -> bytes | None:
        """Return all that is left, None where it is more than the limit of bytes."""
        parts = list(self._ahead)
        self._ahead.clear()
        size = sum(map(len, parts))
        while size <= limit and (part := self._source.read(min(CHUNK, limit - size + 1))):
            parts.append(part)
            size += len(part)
        return b"".join(parts) if size <= limit else None

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """Yield the lines with their ends, None in the place of a line longer than the limit of bytes."""
        while line := self._readline(limit + 1):
            if len(line) <= limit:
                yield line
            else:
                self._skip_line(line)
                yield None

    def _readline(self, size: int) -> bytes:
        line = self._ahead.popleft() if self._ahead else b""
        if line.endswith(b"\n"):
            return line
        if self._ahead:
            return line + self._readline(size)
        return line + self._source.readline(max(0, size - len(line)))

    def _skip_line(self, line: bytes) -> None:
        while line and not line.endswith(b"\n"):
            line = self._source.readline(CHUNK)
