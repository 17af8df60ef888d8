"""import: load claims that were extracted elsewhere."""

from __future__ import annotations

import click

from provenance.commands.console import Output, watched
from provenance.commands.ingest import write_outcomes
from provenance.commands.options import TABLE_FORMS, command, database_option, output_options
from provenance.commands.records import read_records
from provenance.settings import Settings


@command(
    "import",
    examples_=(
        "provenance extract --format jsonl articles.jsonl | provenance import -",
        "provenance import --later claims.jsonl && provenance match --all",
        "provenance --quiet export --db old.db | provenance import --db new.db -",
    ),
)
@click.argument("file", metavar="FILE|-")
@click.option("--later", is_flag=True, help="Load only, much faster; `match --all` compares all claims afterwards.")
@database_option
@output_options(*TABLE_FORMS)
def import_(file: str, later: bool, settings: Settings, output: Output) -> None:
    """Load what `extract` or `export` wrote.

    FILE is JSON Lines. The claims are matched against all that are stored; with --later they are only stored, and
    neither compared nor grouped into events until you ask.

    Ids, hashes and offsets are checked; a record that is not of the promised shape is told and skipped.
    """
    from provenance.services.exchange import import_readings

    outcomes = import_readings(read_records(file), settings, later=later)
    write_outcomes(watched(outcomes, "importing", output), settings, output, later=later)
