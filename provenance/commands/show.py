"""show: one claim where it stands."""

from __future__ import annotations

import click

from provenance.commands.console import Output
from provenance.commands.measured import telling_empty_from_unknown
from provenance.commands.options import TABLE_FORMS, command, database_option, output_options
from provenance.settings import Settings


@command("show", examples_=("provenance show 4f9a21c0", "provenance show 4f9a21c0 --json"))
@click.argument("claim", metavar="CLAIM")
@database_option
@output_options(*TABLE_FORMS)
def show(claim: str, settings: Settings, output: Output) -> None:
    """Show one claim where it stands.

    Its sentence with source, cue and content marked, its chain, and what it says slot by slot.

    CLAIM is an id or its first characters, at least 6.
    """
    from provenance.model.answer import ClaimInContext
    from provenance.reports.claim_view import render_claim
    from provenance.reports.tables import TableFormat
    from provenance.services.claims import show_claim

    with telling_empty_from_unknown(settings):
        shown = show_claim(claim, settings)
    view = ClaimInContext(shown.claim, shown.sentence_text, shown.sentence.start)
    output.write([render_claim(view, TableFormat(output.form), output.screen)])
