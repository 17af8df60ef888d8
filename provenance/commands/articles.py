"""articles: what is in the database."""

from __future__ import annotations

import click

from provenance.commands.console import Output
from provenance.commands.measured import measured
from provenance.commands.options import TABLE_FORMS, command, database_option, limit_option, output_options
from provenance.settings import Settings


@command("articles", examples_=("provenance articles", "provenance articles --all-versions --json"))
@click.option("--outlet", metavar="NAME", help="Published by this outlet: part of its name.")
@click.option("--all-versions", is_flag=True, help="Superseded versions too.")
@limit_option("articles")
@database_option
@output_options(*TABLE_FORMS)
def articles(outlet: str | None, all_versions: bool, limit: int | None, settings: Settings, output: Output) -> None:
    """List the stored articles.

    By date of publication, with how many claims each holds."""
    from provenance.reports.listings import ARTICLES
    from provenance.services.articles import list_articles

    found = list_articles(settings, outlet=outlet, all_versions=all_versions, limit=limit)
    output.write_rows(ARTICLES, measured(found, "articles", settings))
