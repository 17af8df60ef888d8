"""Saved web pages: the article's text by trafilatura, and what the page's own metadata says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from provenance.errors import InputError, UnreadableInput
from provenance.ingest.decoding import decode_page
from provenance.ingest.page_metadata import find_page_metadata
from provenance.ingest.reader import Page, Place, Reader, check_text, too_large
from provenance.ingest.stream import Stream
from provenance.model.article import OutletOrigin, PublishedOrigin
from provenance.settings import Limits

BYTES_PER_CHARACTER = 4
MARKUP = 5  # a page is that many times as long as its text, at least allowed for
SAVE_AGAIN = "save the whole page with its text, or paste the text into a .txt file"
BEGINNING = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|meta|!--|\?xml[^>]*\?>\s*<(?:!doctype\s+html|html))\b", re.I
)


def read_web_page(stream: Stream, place: Place, limits: Limits) -> Iterator[Page | InputError]:
    """Yield the one document: its text is the article as trafilatura extracts it, paragraphs on lines of their own."""
    data = stream.read(largest_page(limits))
    if data is None:
        raise too_large(place.name, limits)
    markup = decode_page(data, place.name)
    if "\x00" in markup or not markup.strip():
        raise UnreadableInput("is not a web page" if markup else "is empty", where=place.name, hint=SAVE_AGAIN)
    tree = _parsed(markup, place.name)
    metadata = find_page_metadata(tree)
    yield Page(
        ref=place.name,
        text=check_text(_article_text(tree, place.name), place.name, limits),
        metadata=metadata,
        location=place.path,
        where=place.name,
        outlet_origin=OutletOrigin.METADATA,
        published_origin=PublishedOrigin.METADATA,
    )


def largest_page(limits: Limits) -> int:
    """Return how many bytes a page may have."""
    return limits.document_characters * BYTES_PER_CHARACTER * MARKUP


def _parsed(markup: str, where: str) -> Any:
    """Return the page's element tree."""
    import trafilatura

    # These libraries warn on standard error about pages they cannot make sense of; the error below says it once.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(markup)
    if tree is None:
        raise UnreadableInput("is not a web page", where=where, hint=SAVE_AGAIN)
    return tree


def _article_text(tree: Any, where: str) -> str:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(tree, include_comments=False, with_metadata=False)
    except RecursionError as error:
        raise UnreadableInput("is nested too deeply to be read", where=where, hint=SAVE_AGAIN) from error
    text = getattr(document, "text", None)
    if not text or not text.strip():
        raise UnreadableInput("holds no article that can be told from the page around it", where=where, hint=SAVE_AGAIN)
    return str(text)


def _begins(line: bytes) -> bool:
    return bool(BEGINNING.match(line.removeprefix(b"\xef\xbb\xbf").lstrip()))


WEB_PAGE = Reader("html", (".html", ".htm", ".xhtml"), _begins, read_web_page)
