"""compare: two sentences in, their relation out, no database."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from provenance.commands.console import Failures, Output, watched
from provenance.commands.options import DAY, TABLE_FORMS, command, comparing_options, output_options, reading_options
from provenance.commands.records import read_records
from provenance.errors import InputError, InvalidRecord, UsageError
from provenance.model.answer import ComparedSentences
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.services.compare import Pair, PairComparison


@command(
    "compare",
    examples_=(
        'provenance compare "The talks are on 25 April." "The talks are on 24 April."',
        'provenance compare --date-a 2019-04-23 --json "They meet on Thursday." "They meet on 25 April."',
        "provenance compare --pairs pairs.jsonl --format jsonl",
    ),
)
@click.argument("a", required=False)
@click.argument("b", required=False)
@click.option("--pairs", metavar="FILE|-", help='JSON Lines instead: {"id", "a", "b", "date_a"?, "before_a"?, ...}.')
@click.option("--date-a", type=DAY, metavar="DAY", help="When A was published: what “Thursday” counts from.")
@click.option("--date-b", type=DAY, metavar="DAY", help="When B was published.")
@click.option("--before-a", metavar="TEXT", help="The text before A, which tells whom its pronouns mean.")
@click.option("--before-b", metavar="TEXT", help="The text before B.")
@reading_options
@comparing_options
@output_options(*TABLE_FORMS)
def compare(
    a: str | None,
    b: str | None,
    pairs: str | None,
    date_a: date | None,
    date_b: date | None,
    before_a: str | None,
    before_b: str | None,
    settings: Settings,
    output: Output,
) -> None:
    """Tell what two sentences are to each other.

    No database is read.

    Where a sentence holds several claims, all pairs are compared and the strongest relation is given with the claims it
    is about: contradicts, then corroborates, refines, updates, related.
    """
    sides = (date_a, date_b, before_a, before_b)
    if pairs is not None:
        if a is not None or any(side is not None for side in sides):
            raise UsageError(
                "--pairs takes its sentences and dates from the file", hint="give either A and B or --pairs"
            )
        _compare_pairs(pairs, settings, output)
        return
    if a is None or b is None:
        raise UsageError("two sentences are needed", hint="give A and B in quotation marks, or --pairs FILE")
    from provenance.reports.comparison import render_comparison
    from provenance.reports.tables import TableFormat
    from provenance.services.compare import Pair, compare_pairs

    pair = Pair(a, b, None, _written(date_a), _written(date_b), before_a, before_b)
    (compared,) = compare_pairs([pair], settings)
    if isinstance(compared, InputError):
        raise compared
    output.write([render_comparison(_answer(compared), TableFormat(output.form), output.screen)])


def _compare_pairs(file: str, settings: Settings, output: Output) -> None:
    from provenance.engines import pair_engine_for
    from provenance.reports.comparison import COMPARISONS
    from provenance.services.compare import compare_pairs

    failures = Failures()
    pairs = map(_pair, read_records(file))
    compared = map(_answer, failures.told(compare_pairs(pairs, settings, engine=pair_engine_for(settings))))
    each_on_its_line = replace(output, form="jsonl") if output.form == "json" else output
    each_on_its_line.write_rows(COMPARISONS, watched(compared, "comparing", output))
    failures.leave()


def _answer(compared: PairComparison) -> ComparedSentences:
    return ComparedSentences(compared.comparison, compared.about, compared.pair.id)


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _pair(given: tuple[str, Any] | InputError) -> Pair | InputError:
    """Return one line of the file as a pair, or what is wrong with it."""
    from provenance.services.compare import Pair

    if isinstance(given, InputError):
        return given
    where, record = given
    if not isinstance(record, dict):
        return InvalidRecord("is not a JSON object", where=where, hint='write {"id": "1", "a": "...", "b": "..."}')
    known = {field.name for field in fields(Pair)}
    values = {name: value for name, value in record.items() if name in known and value is not None}
    for name in ("a", "b"):
        if not str(values.get(name, "")).strip():
            return InvalidRecord(f"{name} is missing or empty", where=where)
    for name, value in values.items():
        if not isinstance(value, str) and not (name == "id" and isinstance(value, int)):
            return InvalidRecord(f"{name} is not text", where=where)
    for name in ("date_a", "date_b"):
        try:
            datetime.fromisoformat(values.get(name, "2000-01-01"))
        except ValueError:
            return InvalidRecord(f"{name} is not a date", where=where, hint="write it as 2019-04-23")
    return Pair(**(values | {"id": str(values["id"]) if "id" in values else None}))
