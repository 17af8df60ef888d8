"""ingest: read articles into the database, and match their claims against all that are stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from provenance.commands.console import Failures, Output, note, note_skipped, watched
from provenance.commands.events import tell_regrouping
from provenance.commands.options import (
    TABLE_FORMS,
    command,
    comparing_options,
    database_option,
    input_format_option,
    metadata_options,
    output_options,
    reading_options,
)
from provenance.model.version import IngestResult, IngestStatus
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.ingest.metadata import GivenMetadata

SUMMARY = {
    IngestStatus.ADDED: "new",
    IngestStatus.NEW_VERSION: "changed",
    IngestStatus.UNCHANGED: "same",
    IngestStatus.FAILED: "failed",
}


@command(
    "ingest",
    examples_=(
        "provenance ingest articles/",
        "provenance ingest --outlet Yonhap --date 2019-04-22 kim.txt",
        "provenance ingest https://news.example/a.html",
        "provenance ingest --json articles.jsonl | jq .status",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL|-...")
@input_format_option
@metadata_options
@database_option
@reading_options
@comparing_options
@output_options(*TABLE_FORMS)
def ingest(
    sources: tuple[str, ...], input_format: str, given: GivenMetadata, settings: Settings, output: Output
) -> None:
    """Read articles into the database.

    PATH is a file, or a folder that is searched; URL an article on the web, which is fetched, and nothing that it links
    to; - is standard input. The same text twice is unchanged, another text from the same place a new version. One input
    that fails is told and does not stop the others. A run that was interrupted can be run again, and finishes.
    """
    from provenance.engines import engine_for
    from provenance.ingest import count_documents
    from provenance.services.ingest import ingest_documents

    engine = engine_for(settings)
    outcomes = ingest_documents(sources, given, settings, input_format, engine=engine, skipped=note_skipped)
    write_outcomes(
        watched(outcomes, "ingesting", output, lambda: count_documents(sources, input_format)), settings, output
    )


def write_outcomes(
    outcomes: Iterable[IngestResult], settings: Settings, output: Output, *, later: bool = False
) -> None:
    """Write one row or object a document, group the articles into events, tell what failed or moved, and sum up.

    With `later` the articles are grouped by whoever asks for events next.
    """
    from provenance.reports.listings import OUTCOMES
    from provenance.services.events import bring_up_to_date

    tally = Tally()
    each_on_its_line = replace(output, form="jsonl") if output.form == "json" else output
    each_on_its_line.write_rows(OUTCOMES, tally.told(outcomes))
    if not later:
        tell_regrouping(bring_up_to_date(settings))
    tally.sum_up()


@dataclass(slots=True)
class Tally:
    """Counts what became of documents, and tells each that failed or was cut short."""

    counts: Counter[IngestStatus] = field(default_factory=Counter)
    failures: Failures = field(default_factory=Failures)

    def told(self, outcomes: Iterable[IngestResult]) -> Iterator[IngestResult]:
        for outcome in outcomes:
            self.counts[outcome.status] += 1
            if outcome.status is IngestStatus.FAILED:
                self.failures.add(outcome.error or f"{outcome.ref}: failed")
            for notice in outcome.notices:
                note(f"provenance: {outcome.ref}: {notice}")
            yield outcome

    def sum_up(self) -> None:
        """Tell the counts ("12 new, 3 same, 1 failed"); end the command with exit code 1 where one failed."""
        counted = (f"{self.counts[status]} {word}" for status, word in SUMMARY.items() if self.counts[status])
        note(", ".join(counted) or "nothing to ingest")
        self.failures.leave()
