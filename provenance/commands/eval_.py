"""eval: how good the program is, on articles that you labelled."""

from __future__ import annotations

import click

from provenance.commands.console import Failures, Output, note, watched
from provenance.commands.options import TABLE_FORMS, command, examples, output_options, reading_options
from provenance.commands.records import read_records
from provenance.settings import Settings


@click.group(
    "eval",
    short_help="Measure the program on articles that you labelled",
    epilog=examples("provenance eval attribution gold.jsonl", "provenance eval attribution --engine tagger gold.jsonl"),
)
def eval_() -> None:
    """Measure the program as it is installed, on articles that you labelled yourself."""


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


eval_.add_command(attribution)
