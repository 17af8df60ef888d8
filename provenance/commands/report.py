"""report: who corroborates a claim from which origin, and who contradicts it; of one claim or of a whole event."""

from __future__ import annotations

import click

from provenance.commands.console import Output
from provenance.commands.measured import telling_empty_from_unknown
from provenance.commands.options import command, database_option, output_options
from provenance.errors import GateHit, UsageError
from provenance.model.report import Assessment
from provenance.settings import Settings


@command(
    "report",
    examples_=(
        "provenance report 4f9a21c0",
        "provenance report 4f9a21c0 --format html -o report.html",
        "provenance report 4f9a21c0 --fail-on disputed --fail-on single_origin",
        "provenance report --event 1f0c2a9e",
    ),
)
@click.argument("claim", metavar="[CLAIM]", required=False)
@click.option("--event", metavar="ID", help="Instead of one claim: all claims of this event, the most disputed first.")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice([assessment.value for assessment in Assessment]),
    help="Exit with code 6 where this is the assessment, or that of one of the event's claims, after printing the "
    "report. Repeatable.",
)
@database_option
@output_options("terminal", "md", "json", "jsonl", "csv", "html")
def report(claim: str | None, event: str | None, fail_on: tuple[str, ...], settings: Settings, output: Output) -> None:
    """Report who corroborates a claim and who contradicts it.

    With its chain, its independent origins, the exact sentences, and when each was first known.

    CLAIM is an id or its first characters, at least 6. Independent origins are counted from the last known sources and
    not from outlets; what is not known to be independent does not count. With --event, all claims of an event
    (see `provenance events`), each with what the event's other articles say of it.
    """
    if (claim is None) == (event is None):
        raise UsageError("give one of them: a claim, or --event", hint="`provenance claims` and `events` list them")
    assessments = _claim(claim, settings, output) if claim is not None else _event(str(event), settings, output)
    for name, assessment in assessments:
        if assessment.value in fail_on:
            raise GateHit(f"claim {name} is {assessment.value}")


def _claim(prefix: str, settings: Settings, output: Output) -> list[tuple[str, Assessment]]:
    """Print the report on one claim, and return what it says of which."""
    from provenance.reports import REPORTS
    from provenance.services.report import build_report

    with telling_empty_from_unknown(settings):
        known = build_report(prefix, settings)
    (form,) = (each for each in REPORTS if each.name == output.form)
    output.write([form.render(known, output.screen)])
    return [(known.claim.id, known.assessment)]


def _event(prefix: str, settings: Settings, output: Output) -> list[tuple[str, Assessment]]:
    """Print the report on one event, and return what it says of each claim."""
    from provenance.reports.event_report import render_event_report
    from provenance.services.event_report import build_event_report

    with telling_empty_from_unknown(settings):
        known = build_event_report(prefix, settings)
    output.write(render_event_report(known, output.form, output.screen))
    return [(each.claim.id, each.assessment) for each in known.claims]
