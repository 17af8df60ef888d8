"""Reading what the user names: a file, a folder, a web address, or standard input."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urldefrag

from provenance.errors import InputError, UnreadableInput, UsageError, costing_one_document
from provenance.ingest.articles import build_document
from provenance.ingest.fetching import fetch
from provenance.ingest.files import Skipped, find_files, is_document, is_folder, os_error, unreadable
from provenance.ingest.json_lines import JSON_LINES
from provenance.ingest.metadata import GivenMetadata, Metadata
from provenance.ingest.outlets import Outlets
from provenance.ingest.plain_text import PLAIN_TEXT
from provenance.ingest.reader import Page, Place, Reader, readable
from provenance.ingest.stream import Stream
from provenance.ingest.web_page import WEB_PAGE, largest_page
from provenance.model.article import Document
from provenance.settings import Limits

READERS: tuple[Reader, ...] = (JSON_LINES, WEB_PAGE, PLAIN_TEXT)  # asked in this order how a document begins
AUTO = "auto"
INPUT_FORMATS = (AUTO, *(reader.name for reader in READERS))
STDIN = "-"
WEB_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read(
    source: str,
    given: GivenMetadata | None = None,
    input_format: str = AUTO,
    limits: Limits | None = None,
    *,
    outlets: Outlets | None = None,
    stdin: BinaryIO | None = None,
    skipped: Skipped = lambda path, reason: None,
) -> Iterator[Document | InputError]:
    """Yield each document of a file, a folder (all below it, sorted), a web address or "-", standard input.

    One that cannot be read is yielded as the InputError that says so, and the others go on; nothing else is raised but
    UsageError, for a format that does not exist. JSON Lines are yielded as the lines come. `outlets` is the registry,
    by default the one that comes with the program; `skipped` is told each file of a folder that is left out, and why.
    """
    chosen = reader_named(input_format)
    outlets = outlets or _registry()
    metadata = (given or GivenMetadata()).checked()
    for page in _pages(source, chosen, limits or Limits(), stdin, skipped):
        yield page if isinstance(page, InputError) else _document(page, metadata, outlets)


def _document(page: Page, metadata: Metadata, outlets: Outlets) -> Document | InputError:
    try:
        with costing_one_document(page.where):
            return build_document(page, metadata, outlets)
    except InputError as error:
        return error


def reader_named(input_format: str) -> Reader | None:
    """Return the reader of a format, None for "auto"; raises UsageError for a format that does not exist."""
    if input_format == AUTO:
        return None
    for reader in READERS:
        if reader.name == input_format:
            return reader
    raise UsageError(f"unknown input format {input_format!r}", hint=f"choose one of {', '.join(INPUT_FORMATS)}")


def _registry() -> Outlets:
    from provenance.registry import load_registry

    return load_registry()


def _pages(
    source: str, chosen: Reader | None, limits: Limits, stdin: BinaryIO | None, skipped: Skipped
) -> Iterator[Page | InputError]:
    if source == STDIN:
        yield from _stream_pages(stdin or sys.stdin.buffer, Place(STDIN), chosen, limits)
    elif not source or "\x00" in source:
        problem = "is no path: it holds a NUL character" if source else "is no path: it is empty"
        yield UnreadableInput(problem, where=repr(source), hint="check the path")
    elif WEB_ADDRESS.match(source) and not is_document(Path(source)):
        yield from _fetched_pages(source, chosen, limits)
    elif is_folder(Path(source)):
        suffixes = {suffix for reader in READERS for suffix in reader.suffixes}
        for found in find_files(Path(source), suffixes, skipped):
            yield from (found,) if isinstance(found, InputError) else _file_pages(found, chosen, limits)
    else:
        yield from _file_pages(Path(source), chosen, limits)


def _file_pages(path: Path, chosen: Reader | None, limits: Limits) -> Iterator[Page | InputError]:
    """Yield the documents of one file; a pipe is read like a file."""
    place = Place.of_file(str(path))
    if not is_document(path):
        yield unreadable(path)
        return
    try:
        with path.open("rb") as stream:
            yield from _stream_pages(stream, place, chosen or _reader_by_suffix(path), limits)
    except OSError as error:
        yield os_error(error, str(path))


def _fetched_pages(url: str, chosen: Reader | None, limits: Limits) -> Iterator[Page | InputError]:
    """Yield the article at a web address; its URL is that address, whatever the page says of itself."""
    try:
        data = fetch(url, largest_page(limits))
    except InputError as error:
        yield error
        return
    address = urldefrag(url).url
    for page in _stream_pages(BytesIO(data), Place(readable(url)), chosen, limits):
        if not isinstance(page, InputError) and page.ref == page.where == readable(url):
            page = replace(page, metadata=replace(page.metadata, url=address))
        yield page


def _stream_pages(source: BinaryIO, place: Place, chosen: Reader | None, limits: Limits) -> Iterator[Page | InputError]:
    """Yield the documents of a stream, and the error that ends it where it cannot be read."""
    stream = Stream(source)
    try:
        reader = chosen or _reader_of(stream)
        yield from reader.read(stream, place, limits)
    except InputError as error:
        yield error
    except OSError as error:
        yield os_error(error, place.name)


def reader_of(path: Path, stream: Stream) -> Reader:
    """Return the reader that a file's name asks for, else the first whose documents begin like this one."""
    return _reader_by_suffix(path) or _reader_of(stream)


def _reader_by_suffix(path: Path) -> Reader | None:
    return next((reader for reader in READERS if path.suffix.casefold() in reader.suffixes), None)


def _reader_of(stream: Stream) -> Reader:
    """Return the first reader whose documents begin like this one; plain text takes any."""
    line = stream.first_line()
    return next(reader for reader in READERS if reader.begins(line))
