"""JSON Lines: one document a line, read as the lines come."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from provenance.errors import InputError, InvalidMetadata, InvalidRecord
from provenance.ingest.decoding import MARKS, refuse_binary
from provenance.ingest.metadata import UNUSABLE, Metadata, check_metadata, kind_of
from provenance.ingest.reader import Page, Place, Reader, check_text, too_large
from provenance.ingest.stream import Stream
from provenance.settings import Limits

ESCAPED = 12  # bytes of one character in JSON at most: "\ud83d\ude00"
FOR_THE_REST = 1 << 16  # bytes of a line besides the text
SHAPE = 'each line must be an object like {"id": "a1", "text": "..."}'


def read_json_lines(stream: Stream, place: Place, limits: Limits) -> Iterator[Page | InputError]:
    """Yield a document, or what is wrong with it, for each line that is not blank."""
    for number, line in enumerate(stream.lines(longest_line(limits)), 1):
        page = page_of_line(line, place, number, limits)
        if page is not None:
            yield page


def longest_line(limits: Limits) -> int:
    """Return how many bytes a line may have that still holds a document within the limit."""
    return limits.document_characters * ESCAPED + FOR_THE_REST


def page_of_line(line: bytes | None, place: Place, number: int, limits: Limits) -> Page | InputError | None:
    """Return the document of one line, or what is wrong with it; None for a blank line.

    The line is None where it is longer than longest_line. Raises InputError where the first line shows that the whole
    file is no text.
    """
    if line is None:
        return too_large(place.line(number), limits)
    if number == 1:
        refuse_binary(line, place.name)
        line = line.removeprefix(MARKS[0][0])
    return _page_or_error(line, place, number, limits) if line.strip() else None


def _page_or_error(line: bytes, place: Place, number: int, limits: Limits) -> Page | InputError:
    try:
        return _page(_record(line, place.line(number)), place, number, limits)
    except InputError as error:
        return error


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InvalidRecord("is not UTF-8 text", where=where, hint="save it as UTF-8 text") from error
    except RecursionError as error:
        raise InvalidRecord("is nested too deeply", where=where, hint=SHAPE) from error
    except json.JSONDecodeError as error:
        raise InvalidRecord(f"is not JSON: {error.msg} (column {error.colno})", where=where, hint=SHAPE) from error
    except ValueError as error:  # a number of thousands of digits
        raise InvalidRecord("is not JSON: a number is too long", where=where, hint=SHAPE) from error
    if not isinstance(record, dict):
        raise InvalidRecord("is not a JSON object", where=where, hint=SHAPE)
    return record


def _page(record: dict[str, Any], place: Place, number: int, limits: Limits) -> Page:
    where = place.line(number)
    name = _id(record.get("id"), where)
    text = record.get("text")
    if not isinstance(text, str):
        problem = "field text is missing" if text is None else f"field text is a {kind_of(text)}, not a string"
        raise InvalidRecord(problem, where=where, hint=SHAPE)
    return Page(
        ref=name or where,
        text=check_text(text, where, limits),
        metadata=_metadata(record, where),
        location=f"{place.path}#{name}" if place.path and name else None,
        where=where,
    )


def _id(value: object, where: str) -> str | None:
    """Return the record's id as text, None where it has none: it is then named by its line."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InvalidRecord("field id is neither a string nor a whole number", where=where, hint=SHAPE)
    if isinstance(value, str) and UNUSABLE.search(value):
        raise InvalidRecord("field id holds broken characters", where=where, hint=SHAPE)
    return str(value)


def _metadata(record: dict[str, Any], where: str) -> Metadata:
    try:
        return check_metadata(record, where)
    except InvalidMetadata as error:
        raise InvalidRecord(f"field {error.what}", where=where, hint=error.hint) from error


def _begins(line: bytes) -> bool:
    return line.removeprefix(MARKS[0][0]).lstrip().startswith(b"{") and not line.startswith(b"{\\rtf")


JSON_LINES = Reader("jsonl", (".jsonl", ".ndjson", ".json"), _begins, read_json_lines)
