"""Plain text, with optional YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import yaml

from provenance.errors import InputError, InvalidMetadata
from provenance.ingest.decoding import decode_text
from provenance.ingest.metadata import Metadata, check_metadata
from provenance.ingest.reader import Page, Place, Reader, check_text, too_large
from provenance.ingest.stream import Stream
from provenance.settings import Limits

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
LONGEST_FRONT_MATTER = 20_000  # characters: more is no front matter but a text that begins with a line of dashes
BYTES_PER_CHARACTER = 4
BLANK_LINE_FIRST = "correct it, or put a blank line before the first --- if it is part of the text"


def read_plain_text(stream: Stream, place: Place, limits: Limits) -> Iterator[Page | InputError]:
    """Yield the one document; its text is all that follows the front matter, character for character."""
    data = stream.read(limits.document_characters * BYTES_PER_CHARACTER + LONGEST_FRONT_MATTER)
    if data is None:
        raise too_large(place.name, limits)
    text, metadata = split_front_matter(decode_text(data, place.name), place.name)
    yield Page(place.name, check_text(text, place.name, limits), metadata, place.path, place.name)


def split_front_matter(text: str, where: str) -> tuple[str, Metadata]:
    """Return the text below the front matter, and what this says.

    Without front matter, the text comes back as it is. Raises InvalidMetadata for front matter that is no flat YAML
    mapping, or with a wrong value.
    """
    match = FRONT_MATTER.match(text)
    if not match or len(match["yaml"]) > LONGEST_FRONT_MATTER:
        return text, Metadata()
    fields = _fields(match["yaml"], where)
    if fields is None:
        return text, Metadata()
    return text[match.end() :], check_metadata(fields, where)


def _fields(words: str, where: str) -> Mapping[str, object] | None:
    """Return the mapping of the front matter, None where it is a text between two lines of dashes."""
    try:
        # The base loader knows no types and makes no objects: every value is the text that stands there.
        fields = yaml.load(words, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        problem = f"{error.problem or 'syntax'}"
        raise InvalidMetadata(
            f"front matter is not valid YAML: {problem}", where=f"{where}:{line}", hint=BLANK_LINE_FIRST
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise InvalidMetadata("front matter is not valid YAML", where=where, hint=BLANK_LINE_FIRST) from error
    if fields in (None, ""):
        return {}
    if isinstance(fields, str):
        return None
    if not isinstance(fields, dict):
        raise InvalidMetadata("front matter is a list, not a mapping", where=where, hint=BLANK_LINE_FIRST)
    return fields


def _begins(line: bytes) -> bool:
    """True for any line: what is no other format is read as plain text."""
    return True


PLAIN_TEXT = Reader("text", (".txt", ".text", ".md"), _begins, read_plain_text)
