"""Fact-checks from a file, a web address or standard input: JSON-LD, a feed, a page, CSV, JSON Lines."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any, BinaryIO

from provenance.errors import InputError, InvalidRecord, LimitExceeded, UnreadableInput
from provenance.ingest.decoding import decode_page, decode_text
from provenance.ingest.fact_check_records import (
    COLUMNS,
    OTHER_NAMES,
    check_of_claim_review,
    check_of_columns,
    claim_reviews,
    nodes_by_id,
    plain_records,
)
from provenance.ingest.fetching import fetch
from provenance.ingest.files import is_document, os_error, unreadable
from provenance.ingest.reader import readable
from provenance.ingest.reading import STDIN, WEB_ADDRESS
from provenance.ingest.stream import Stream
from provenance.model.fact_check import FactCheck

CHECK_FORMATS = ("auto", "json", "jsonl", "csv", "html")
LARGEST = 256 << 20  # bytes; the public feed of all publishers has about half of that
SHAPES = "give schema.org ClaimReview as JSON-LD or in a page, the ClaimReview feed, CSV or JSON Lines"

Found = tuple[str, FactCheck] | InputError  # where it was read, and the check
Read = Callable[[bytes, str], Iterator[Found]]


def read_fact_checks(source: str, input_format: str = "auto", *, stdin: BinaryIO | None = None) -> Iterator[Found]:
    """Yield each check of a file, an address or "-" with the place it was read from, or what is wrong with it.

    A source that cannot be read at all is one InputError.
    """
    try:
        name, data = _bytes_of(source, stdin)
        if not data.strip(b"\xef\xbb\xbf \t\r\n"):
            raise UnreadableInput("is empty", where=name, hint=SHAPES)
        form = input_format if input_format != "auto" else _format_of(name, data)
        yield from _READERS[form](data, name)
    except InputError as error:
        yield error


def _bytes_of(source: str, stdin: BinaryIO | None) -> tuple[str, bytes]:
    if source == STDIN:
        return "-", _limited(stdin or sys.stdin.buffer, "-")
    if not source or "\x00" in source:
        raise UnreadableInput("is no path", where=repr(source), hint="check the path")
    if WEB_ADDRESS.match(source) and not is_document(Path(source)):
        return readable(source), fetch(source, LARGEST)
    if not is_document(Path(source)):
        raise unreadable(Path(source))
    try:
        with Path(source).open("rb") as file:
            return readable(source), _limited(file, readable(source))
    except OSError as error:
        raise os_error(error, source) from error


def _limited(file: BinaryIO, name: str) -> bytes:
    data = Stream(file).read(LARGEST)
    if data is None:
        raise LimitExceeded(f"is larger than the limit of {LARGEST:,} bytes", where=name, hint="split it")
    return data


def _format_of(name: str, data: bytes) -> str:
    """Return the format that the name or the beginning tells."""
    suffix = Path(name.partition("?")[0]).suffix.casefold()
    known = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv"}
    if suffix in known:
        return known[suffix]
    beginning = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(b"<"):
        return "html"
    if beginning.startswith(b"["):
        return "json"
    if beginning.startswith(b"{"):
        return "jsonl" if _is_object(data.strip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)) else "json"
    return "csv"


def _is_object(lines: list[bytes]) -> bool:
    """True where the first of several lines is a whole JSON object."""
    try:
        return len(lines) > 1 and isinstance(json.loads(lines[0]), dict)
    except (ValueError, RecursionError):
        return False


def _read_json(data: bytes, name: str) -> Iterator[Found]:
    content = _loaded(decode_text(data, name), name)
    found = list(_reviews_in(content, name))
    if not found:
        found = [_plain(record, f"{name}: record {at}") for at, record in enumerate(plain_records(content), 1)]
    if not found:
        raise UnreadableInput("holds no ClaimReview", where=name, hint=SHAPES)
    yield from found


def _read_json_lines(data: bytes, name: str) -> Iterator[Found]:
    for number, line in enumerate(decode_text(data, name).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            content = _loaded(line, where)
        except InputError as error:
            yield error
            continue
        if not isinstance(content, dict):
            yield InvalidRecord("is not a JSON object", where=where, hint='write {"claim": "...", "rating": "..."}')
        elif reviews := list(_reviews_in(content, where)):
            yield from reviews
        else:
            yield _plain(content, where)


def _read_csv(data: bytes, name: str) -> Iterator[Found]:
    text = decode_text(data, name)
    heading = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=heading.count)
    rows = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    known = {column.strip().casefold() for column in rows.fieldnames or ()}
    if not {"claim", "rating"} <= known:
        columns = ", ".join((*COLUMNS, *OTHER_NAMES))
        raise UnreadableInput("has no columns claim and rating", where=name, hint=f"known columns: {columns}")
    while True:
        where = f"{name}:{rows.line_num + 1}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise UnreadableInput(f"is broken CSV: {error}", where=where, hint="export it again") from error
        if row is None:
            return
        where = f"{name}:{rows.line_num}"
        if None in row:
            yield InvalidRecord("has more cells than the first line names", where=where, hint="quote what holds commas")
        else:
            yield _plain(row, where)


def _read_page(data: bytes, name: str) -> Iterator[Found]:
    scripts = _Scripts()
    scripts.feed(decode_page(data, name))
    scripts.close()
    count = 0
    for number, script in enumerate(scripts.found, 1):
        where = f"{name}: script {number}"
        try:
            content = _loaded(script, where)
        except InputError as error:
            if "ClaimReview" in script:  # a broken one of another kind is not asked for
                count += 1
                yield error
            continue
        for found in _reviews_in(content, where, in_page=True):
            count += 1
            yield found
    if not count:
        raise UnreadableInput("holds no ClaimReview", where=name, hint="only JSON-LD in script elements is read")


class _Scripts(HTMLParser):
    """Collects the text of a page's JSON-LD scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "ld+json" in (dict(attrs).get("type") or "").casefold():
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def _reviews_in(content: object, where: str, *, in_page: bool = False) -> Iterator[Found]:
    others = nodes_by_id(content)
    for number, review in enumerate(claim_reviews(content), 1):
        place = f"{where}: review {number}"
        try:
            yield place, check_of_claim_review(review, place, others, in_page=in_page)
        except InputError as error:
            yield error


def _plain(record: Any, where: str) -> Found:
    try:
        return where, check_of_columns(record, where)
    except InputError as error:
        return error


def _loaded(text: str, where: str) -> object:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise UnreadableInput(f"is not JSON: {error.msg} ({place})", where=where, hint=SHAPES) from error
    except RecursionError as error:
        raise UnreadableInput("is nested too deeply", where=where, hint=SHAPES) from error
    except ValueError as error:
        raise UnreadableInput("is not JSON: a number is too long", where=where, hint=SHAPES) from error


_READERS: dict[str, Read] = {
    "json": _read_json,
    "jsonl": _read_json_lines,
    "csv": _read_csv,
    "html": _read_page,
}
