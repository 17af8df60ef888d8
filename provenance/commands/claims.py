"""claims: who said what, and when it is to happen."""

from __future__ import annotations

from datetime import date

import click

from provenance.commands.console import Output
from provenance.commands.measured import measured, telling_empty_from_unknown
from provenance.commands.options import DAY, TABLE_FORMS, command, database_option, limit_option, output_options
from provenance.errors import UsageError
from provenance.model.attribution import AttributionKind
from provenance.settings import Settings


@command(
    "claims",
    examples_=(
        "provenance claims --source Kommersant",
        "provenance claims --since 2019-04-16 --until 2019-04-30 --text vladivostok",
        "provenance claims --outlet Yonhap --kind direct --csv -o yonhap.csv",
    ),
)
@click.option(
    "--source",
    multiple=True,
    metavar="NAME",
    help="Credited to this source: part of its name, or its registry id. Repeatable.",
)
@click.option("--outlet", metavar="NAME", help="Published by this outlet: part of its name.")
@click.option("--since", type=DAY, metavar="DAY", help="Speaks of this day or a later one.")
@click.option("--until", type=DAY, metavar="DAY", help="Speaks of this day or an earlier one.")
@click.option("--published-since", type=DAY, metavar="DAY", help="Published on this day or later.")
@click.option("--published-until", type=DAY, metavar="DAY", help="Published on this day or earlier.")
@click.option("--text", metavar="WORDS", help="Holds these words, whatever their case.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in AttributionKind]),
    help="How it is given: quoted, quoted in part, reported, or said by the outlet itself. Repeatable.",
)
@click.option("--article", metavar="ID", help="Of this article: its id or the first characters of it.")
@click.option("--all-versions", is_flag=True, help="Those of superseded versions of articles too.")
@limit_option("claims")
@database_option
@output_options(*TABLE_FORMS)
def claims(
    source: tuple[str, ...],
    outlet: str | None,
    since: date | None,
    until: date | None,
    published_since: date | None,
    published_until: date | None,
    text: str | None,
    kinds: tuple[str, ...],
    article: str | None,
    all_versions: bool,
    limit: int | None,
    settings: Settings,
    output: Output,
) -> None:
    """List claims with who says them.

    The chain runs from the outlet to the last known origin: "RFE/RL ← Kommersant ← two sources". A day with "?" has an
    inferred year.
    """
    from provenance.model.query import ClaimFilter
    from provenance.reports.listings import CLAIMS
    from provenance.services.claims import list_claims

    _in_order("since", since, until)
    _in_order("published-since", published_since, published_until)
    with telling_empty_from_unknown(settings):
        whole = _whole_id(article, settings) if article is not None else None
    only = ClaimFilter(
        source=source,
        outlet=outlet,
        article=whole,
        text=text,
        kinds=tuple(map(AttributionKind, kinds)),
        event_from=since,
        event_to=until,
        published_from=published_since,
        published_to=published_until,
        all_versions=all_versions,
    )
    output.write_rows(CLAIMS, measured(list_claims(only, settings, limit), "claims", settings))


def _in_order(option: str, first: date | None, last: date | None) -> None:
    if first is not None and last is not None and first > last:
        raise UsageError(
            f"--{option} {first} is after --{option.replace('since', 'until')} {last}", hint="swap the two days"
        )


def _whole_id(prefix: str, settings: Settings) -> str:
    from provenance.services.articles import article_versions

    versions = article_versions(prefix, settings)
    return next(version.article.id for version in versions if version.article.id.startswith(prefix.strip().lower()))
