"""report: who corroborates a claim from which origin, and who contradicts it."""

from __future__ import annotations

import click

from provenance.commands.console import Output
from provenance.commands.measured import telling_empty_from_unknown
from provenance.commands.options import command, database_option, output_options
from provenance.errors import GateHit
from provenance.model.report import Assessment
from provenance.settings import Settings


@command(
    "report",
    examples_=(
        "provenance report 4f9a21c0",
        "provenance report 4f9a21c0 --format html -o report.html",
        "provenance report 4f9a21c0 --fail-on disputed --fail-on single_origin",
    ),
)
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice([assessment.value for assessment in Assessment]),
    help="Exit with code 6 where this is the assessment, after printing the report. Repeatable.",
)
@database_option
@output_options("terminal", "md", "json", "jsonl", "csv", "html")
def report(claim: str, fail_on: tuple[str, ...], settings: Settings, output: Output) -> None:
    """Report who corroborates a claim and who contradicts it.

    With its chain, its independent origins, the exact sentences, and when each was first known.

    CLAIM is an id or its first characters, at least 6. Independent origins are counted from the last known sources and
    not from outlets; what is not known to be independent does not count.
    """
    from provenance.reports import REPORTS
    from provenance.services.report import build_report

    with telling_empty_from_unknown(settings):
        known = build_report(claim, settings)
    (form,) = (each for each in REPORTS if each.name == output.form)
    output.write([form.render(known, output.screen)])
    if known.assessment.value in fail_on:
        raise GateHit(f"claim {known.claim.id} is {known.assessment.value}")
