"""eval: how good the program is, on articles that you labelled."""

from __future__ import annotations

from itertools import islice

import click

from provenance.commands.console import Failures, Output, note, watched
from provenance.commands.options import (
    TABLE_FORMS,
    command,
    comparing_options,
    examples,
    output_options,
    reading_options,
)
from provenance.commands.records import read_records
from provenance.settings import Settings


@click.group(
    "eval",
    short_help="Measure the program on what you labelled",
    epilog=examples("provenance eval attribution gold.jsonl", "provenance eval relations pairs.jsonl"),
)
def eval_() -> None:
    """Measure the program as it is installed, on articles and pairs of sentences that you labelled yourself."""


@command(
    "attribution",
    examples_=(
        "provenance eval attribution gold.jsonl",
        "provenance eval attribution --engine tagger --json gold.jsonl",
    ),
)
@click.argument("gold", metavar="GOLD|-")
@reading_options
@output_options(*TABLE_FORMS)
def attribution(gold: str, settings: Settings, output: Output) -> None:
    """Print how many attributions are found, and how many of those are right.

    GOLD is JSON Lines, an article a line: {"id", "outlet"?, "text", "attributions": [{"source", "content",
    "source_head"?}]}, offsets as [[start, end], ...] in characters of the text, every attribution marked.

    One is right where half of the words of its content are shared with a marked one, and its source is the same.
    Precision is the share of what was found that is right, recall the share of what was marked that was found, F1 both
    in one. By kind: how much of the content stands inside quotation marks.
    """
    from provenance.reports.scores import SCORES
    from provenance.services.evaluation import evaluate_attribution, gold_articles, score_lines

    failures = Failures()
    labelled = watched(failures.told(gold_articles(read_records(gold))), "reading", output)
    evaluation = evaluate_attribution(labelled, settings)
    output.write_rows(SCORES, score_lines(evaluation))
    note(f"{evaluation.articles} articles, {evaluation.sentences} sentences, read by the {evaluation.engine}")
    failures.leave()


@command(
    "relations",
    examples_=(
        "provenance eval relations pairs.jsonl",
        "provenance eval relations --split dev --limit 600 --json pairs.tsv",
    ),
)
@click.argument("gold", metavar="GOLD|-")
@click.option("--split", metavar="PART", help="Of a table: only the rows whose column “split” says so.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N pairs.")
@reading_options
@comparing_options
@output_options(*TABLE_FORMS)
def relations(gold: str, split: str | None, limit: int | None, settings: Settings, output: Output) -> None:
    """Print how well the program tells what two sentences are to each other.

    GOLD is JSON Lines, a pair a line: {"id", "a", "b", "date_a"?, "before_a"?, ..., "readers": [relation, ...],
    "slots"?}, or a table (.tsv) with the columns split, label (same, contradict, neutral), a, b.

    Where readers differ either is right, and the pair is none that must be found. The same: corroborates or refines.
    Precision is the share of what was shown so that is so, recall the share of what is so that was shown.
    """
    from provenance.engines import pair_engine_for
    from provenance.reports.measured import MEASURED
    from provenance.services.labelled_pairs import judged_pairs, pairs_of_records, pairs_of_table
    from provenance.services.relation_scores import measures

    failures = Failures()
    table = gold.endswith((".tsv", ".tab"))
    labelled = pairs_of_table(gold, split) if table else pairs_of_records(read_records(gold))
    pairs = islice(labelled, limit)
    judged = failures.told(judged_pairs(pairs, settings, engine=pair_engine_for(settings)))
    output.write_rows(MEASURED, measures(watched(judged, "comparing", output)))
    failures.leave()


eval_.add_command(attribution)
eval_.add_command(relations)
