"""relations: which claims corroborate, refine, update or contradict each other."""

from __future__ import annotations

import click

from provenance.commands.console import Output
from provenance.commands.measured import measured, telling_empty_from_unknown
from provenance.commands.options import TABLE_FORMS, command, database_option, limit_option, output_options
from provenance.model.relation import RelationKind
from provenance.settings import Settings

STORED = [kind.value for kind in RelationKind if kind is not RelationKind.UNRELATED]


@command(
    "relations",
    examples_=(
        "provenance relations --kind contradicts",
        "provenance relations --claim 4f9a21c0 --format jsonl",
        "provenance relations --independent --min-score 0.8 --csv",
    ),
)
@click.option("--claim", metavar="ID", help="Of this claim: its id or the first characters of it.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(STORED), help="Only this kind. Repeatable.")
@click.option("--min-score", type=click.FloatRange(0, 1), metavar="SCORE", help="At least this sure, 0 to 1.")
@click.option(
    "--independent/--dependent",
    default=None,
    help="Only between claims that are known to have different origins, or only between those that are not.",
)
@limit_option("relations")
@database_option
@output_options(*TABLE_FORMS)
def relations(
    claim: str | None,
    kinds: tuple[str, ...],
    min_score: float | None,
    independent: bool | None,
    limit: int | None,
    settings: Settings,
    output: Output,
) -> None:
    """List what claims are to each other.

    Only claims of different articles are compared. The strongest kind comes first, each with its reason."""
    from itertools import islice

    from provenance.reports.listings import RELATIONS
    from provenance.services.relations import list_relations

    wanted = tuple(map(RelationKind, kinds))
    found = list_relations(settings, claim=claim, kinds=wanted, independent=independent)
    sure = (relation for relation in found if relation.comparison.score >= (min_score or 0))
    with telling_empty_from_unknown(settings):
        rows = measured(islice(sure, limit), "relations", settings)
    output.write_rows(RELATIONS, rows)
