"""match: compare all stored claims with each other."""

from __future__ import annotations

from collections.abc import Callable

import click

from provenance.commands.console import Output, invocation, note, tell
from provenance.commands.options import (
    TABLE_FORMS,
    command,
    comparing_options,
    database_option,
    output_options,
)
from provenance.settings import Settings


@command(
    "match",
    examples_=(
        "provenance match --all",
        "provenance match --all --explain --format jsonl > compared.jsonl",
    ),
)
@click.option("--all", "everything", is_flag=True, help="All stored claims against each other.")
@click.option("--explain", is_flag=True, help="List each pair that is compared, with what the two are found by.")
@database_option
@comparing_options
@output_options(*TABLE_FORMS)
def match(everything: bool, explain: bool, settings: Settings, output: Output) -> None:
    """Compare all stored claims with each other.

    An ingest compares each new article's claims by itself. This is for a database that was filled without it
    (`import --later`), and for one that was filled before the rules knew better. Relations that are stored are kept.
    It can be interrupted: what is done is kept, and the same command finds the rest.
    """
    from provenance.reports.listings import FACTS, MET
    from provenance.services.match_all import Tally, match_all

    if not everything:
        raise click.UsageError("say --all: an ingest compares a new article's claims by itself")
    tally = Tally()
    found = match_all(settings, tally, _progress(), explain=explain)
    if explain:
        output.write_rows(MET, found)
        for name, value in tally.facts():
            note(f"{name.replace('_', ' ')}: {value}")
    else:
        for _ in found:
            pass
        output.write_rows(FACTS, tally.facts())


def _progress() -> Callable[[str], None]:
    """Return what tells how far it is, at most every two seconds."""
    from time import monotonic

    last = monotonic() - 2

    def told(line: str) -> None:
        nonlocal last
        if not invocation().quiet and monotonic() - last >= 2:
            last = monotonic()
            tell(f"provenance: {line}")

    return told
