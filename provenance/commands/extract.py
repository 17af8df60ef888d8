"""extract: text in, claims out, no database."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from provenance.commands.console import Failures, Output, note, note_skipped, watched
from provenance.commands.options import (
    TABLE_FORMS,
    command,
    input_format_option,
    metadata_options,
    output_options,
    reading_options,
)
from provenance.errors import UsageError
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.ingest.metadata import GivenMetadata
    from provenance.model.article import Document
    from provenance.model.claim import Extraction


@command(
    "extract",
    examples_=(
        "provenance extract article.txt",
        "provenance extract --format jsonl articles.jsonl > claims.jsonl",
        "pbpaste | provenance extract --outlet RFE/RL --date 2019-04-23 -",
    ),
)
@click.argument("sources", nargs=-1, metavar="[FILE|URL|-]...")
@input_format_option
@metadata_options
@reading_options
@output_options(*TABLE_FORMS, in_a_pipe="jsonl")
def extract(
    sources: tuple[str, ...], input_format: str, given: GivenMetadata, settings: Settings, output: Output
) -> None:
    """Print the claims of articles, with who says each.

    No database is read or written.

    FILE is plain text, HTML or JSON Lines; URL a page on the web; - is standard input, and so is giving none. JSON (of
    either kind) holds one object a document with its sentences, attributions and claims, and is what a pipe or a file
    gets; the other formats hold one row a claim. The order is that of the input.
    """
    from provenance.engines import engine_for
    from provenance.ingest import count_documents
    from provenance.services.extract import extract_documents

    if not sources and sys.stdin.isatty():
        raise UsageError("nothing to read", hint="give a file, or - for standard input")
    failures = Failures()
    sources = sources or ("-",)
    engine = engine_for(settings)
    documents = extract_documents(sources, given, settings, input_format, engine=engine, skipped=note_skipped)
    read = _told(failures.told(documents))
    _write(watched(read, "reading", output, lambda: count_documents(sources, input_format)), output)
    failures.leave()


def _told(read: Iterator[tuple[Document, Extraction]]) -> Iterator[tuple[Document, Extraction]]:
    """Yield the same, and tell what a limit cut short."""
    for document, extraction in read:
        for notice in extraction.notices:
            note(f"provenance: {document.ref}: {notice}")
        yield document, extraction


def _write(read: Iterator[tuple[Document, Extraction]], output: Output) -> None:
    """Write one JSON object a document, or one row a claim."""
    from provenance.model.exchange import extraction_out
    from provenance.reports.escaping import json_text
    from provenance.reports.listings import CLAIMS

    if output.form in ("json", "jsonl"):
        output.write(f"{json_text(extraction_out(document.ref, extraction))}\n" for document, extraction in read)
        return
    output.write_rows(CLAIMS, (claim for _, extraction in read for claim in extraction.sourced_claims()))
