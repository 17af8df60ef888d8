"""One line of JSON Lines at a time, for a program that has the lines of a file in many places."""

from __future__ import annotations

from provenance.errors import InputError, costing_one_document
from provenance.ingest.articles import build_document
from provenance.ingest.json_lines import longest_line, page_of_line
from provenance.ingest.metadata import Metadata
from provenance.ingest.outlets import Outlets
from provenance.ingest.reader import Place
from provenance.model.article import Document
from provenance.settings import Limits

__all__ = ["document_of_line", "longest_line"]


def document_of_line(
    line: bytes | None, file: str, number: int, limits: Limits, outlets: Outlets
) -> Document | InputError | None:
    """Return what `read` yields for this line of this file; None for a blank line.

    Lines are counted from 1. The line is None where it has more bytes than longest_line.
    """
    try:
        page = page_of_line(line, Place.of_file(file), number, limits)
        if page is None or isinstance(page, InputError):
            return page
        with costing_one_document(page.where):
            return build_document(page, Metadata(), outlets)
    except InputError as error:
        return error
