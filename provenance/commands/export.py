"""export: everything that was extracted, in the shape that `import` reads."""

from __future__ import annotations

import click

from provenance.commands.console import Output, watched
from provenance.commands.measured import measured, telling_empty_from_unknown
from provenance.commands.options import command, database_option, output_options
from provenance.settings import Settings


@command(
    "export",
    examples_=(
        "provenance export -o claims.jsonl",
        "provenance export 4f9a21c0 | jq '.claims[].text'",
        "provenance export --db one.db | provenance import --db other.db -",
    ),
)
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@database_option
@output_options("jsonl", "json")
def export(articles: tuple[str, ...], settings: Settings, output: Output) -> None:
    """Write what is stored in the shape that `import` reads.

    One JSON object a line for each article, with its sentences, attributions and claims.

    ARTICLE is an id or its first characters, at least 6; without any, every version of every article is written, and
    importing them gives the same history. Relations are not written: the import finds them again.
    """
    from provenance.reports.escaping import json_text
    from provenance.services.exchange import export_articles

    with telling_empty_from_unknown(settings):
        found = measured(export_articles(articles, settings), "articles", settings)
    records = watched(found, "exporting", output)
    output.write(f"{json_text(record)}\n" for record in records)
