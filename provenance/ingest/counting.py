"""How much there is to read, told without reading it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from provenance.errors import InputError
from provenance.ingest.files import find_files, is_folder
from provenance.ingest.json_lines import JSON_LINES
from provenance.ingest.reading import READERS, reader_named, reader_of
from provenance.ingest.stream import Stream

LARGEST = 1 << 28  # bytes of JSON Lines whose lines are counted: a larger file would keep the user waiting


def count_documents(sources: Sequence[str], input_format: str = "auto") -> int | None:
    """Return how many documents `read` yields for the sources, with those that fail.

    None where only reading can tell: standard input, a pipe, a very large file.
    """
    chosen = reader_named(input_format)
    total = 0
    for source in sources:
        if source == "-" or "\x00" in source:
            return None
        try:
            counts = [_in_file(path, chosen is JSON_LINES, chosen is None) for path in _files(Path(source))]
        except OSError:
            return None
        for count in counts:
            if count is None:
                return None
            total += count
    return total


def _files(path: Path) -> list[Path | InputError]:
    if not is_folder(path):
        return [path]
    suffixes = {suffix for reader in READERS for suffix in reader.suffixes}
    return list(find_files(path, suffixes, lambda path, reason: None))


def _in_file(path: Path | InputError, is_json_lines: bool, is_open: bool) -> int | None:
    """Return 1 for a document or what cannot be read, and the lines of JSON Lines."""
    if isinstance(path, InputError) or not path.exists():
        return 1
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        if not is_json_lines and not (is_open and reader_of(path, Stream(stream)) is JSON_LINES):
            return 1
        if path.stat().st_size > LARGEST:
            return None
        stream.seek(0)
        return sum(1 for line in stream if line.strip())
