"""What every reader is, and what it yields."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from provenance.errors import InputError, LimitExceeded, UnreadableInput
from provenance.ingest.metadata import UNUSABLE, Metadata
from provenance.ingest.stream import Stream
from provenance.model.article import OutletOrigin, PublishedOrigin
from provenance.settings import Limits


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document is read from."""

    name: str  # as the user wrote it: "samples/kim.txt", "-"
    path: str | None = None  # absolute; None for standard input

    @classmethod
    def of_file(cls, path: str) -> Place:
        return cls(readable(path), readable(os.path.abspath(path)))  # noqa: PTH100 (Path.absolute keeps "a/../b")

    def line(self, number: int) -> str:
        return f"{self.name}:{number}"


@dataclass(frozen=True, slots=True)
class Page:
    """One document as a reader finds it: its text, and what it says of itself."""

    ref: str
    text: str
    metadata: Metadata
    location: str | None
    where: str  # names the document in errors
    outlet_origin: OutletOrigin = OutletOrigin.GIVEN
    published_origin: PublishedOrigin = PublishedOrigin.GIVEN


Read = Callable[[Stream, Place, Limits], Iterator[Page | InputError]]


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format: how its files end, how they begin, and how they are read.

    `read` yields one Page or InputError for each document, in order, and raises InputError where nothing can be read.
    """

    name: str  # as --input-format takes it: "html"
    suffixes: tuple[str, ...]  # ".html"
    begins: Callable[[bytes], bool]  # told the first line that is not blank
    read: Read


def check_text(text: str, where: str, limits: Limits) -> str:
    """Return the text as it is; raises InputError where it is empty, too long or no text."""
    if len(text) > limits.document_characters:
        raise too_large(where, limits)
    if not text.strip().strip("\ufeff\u200b"):
        raise UnreadableInput("holds no text", where=where, hint="give a document with at least one sentence")
    if found := UNUSABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        kind = "NUL character" if found[0] == "\x00" else "half of a surrogate pair"
        raise UnreadableInput(
            f"is not text: it holds a {kind} (line {line})", where=where, hint="save it as UTF-8 text"
        )
    return text


def too_large(where: str, limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"is larger than the limit of {limits.document_characters:,} characters",
        where=where,
        hint="split it, or raise the limit",
    )


def readable(name: str) -> str:
    """Return a file's name as one line of text: what is no UTF-8, and what no line can show, becomes U+FFFD."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
