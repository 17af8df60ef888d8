"""cluster: archives that are too large for one machine, on Apache Spark."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from provenance.commands.console import Failures, invocation, note
from provenance.commands.options import command, comparing_options, examples, reading_options
from provenance.errors import UsageError
from provenance.settings import Settings

if TYPE_CHECKING:
    from provenance.engines.spark import Progress
    from provenance.engines.spark_extract import Extracted
    from provenance.engines.spark_match import Matched

Function = TypeVar("Function", bound=Callable[..., Any])


@click.group(
    "cluster",
    short_help="Read and match archives on Apache Spark",
    epilog=examples(
        "provenance cluster extract --input archive/ --output read/ --master spark://head:7077",
        "cat read/outcome=read/part-* | provenance import -",
    ),
)
def cluster() -> None:
    """Read and match archives on Apache Spark: the same functions as on one machine, and the same results.

    Needs the extra "spark" and a Java runtime, 17 or newer; each machine of the cluster needs this program.
    """


def _place_options(function: Function) -> Function:
    """Adds what is read and written and where Spark runs; passes `master` and `conf`."""

    @click.option(
        "--input", "source", required=True, metavar="PATH", help="A file, a folder or a pattern; hdfs:// too."
    )
    @click.option("--output", "target", required=True, metavar="FOLDER", help="It must not be there yet.")
    @click.option("--master", metavar="MASTER", help="Where Spark runs: spark://HOST:PORT, yarn, k8s://..., local[4].")
    @click.option("--conf", "given", multiple=True, metavar="KEY=VALUE", help="A setting of Spark. Repeatable.")
    @click.option("--overwrite", is_flag=True, help="Remove what is at --output first.")
    @click.option(
        "--format",
        "form",
        type=click.Choice(["jsonl", "parquet"]),
        default="jsonl",
        show_default=True,
        help="jsonl: one JSON object a line; parquet: the same object as the column record, beside its keys.",
    )
    @click.option("--parts", type=click.IntRange(min=1), metavar="N", help="Cut the work into so many parts.")
    @wraps(function)
    def with_conf(*args: Any, given: tuple[str, ...], **kwargs: Any) -> Any:
        pairs = [each.partition("=") for each in given]
        for name, sign, _ in pairs:
            if not sign or not name.startswith("spark."):
                raise UsageError(f"--conf {name!r} is no setting", hint="write it as spark.executor.memory=4g")
        return function(*args, conf={name: value for name, _, value in pairs}, **kwargs)

    return with_conf  # type: ignore[return-value]  # wraps keeps the callable's name, not its type


@command(
    "extract",
    examples_=(
        "provenance cluster extract --input articles.jsonl --output read --jobs 4",
        "provenance cluster extract --input hdfs:///news --output hdfs:///read --format parquet --master yarn",
        "cat read/outcome=read/part-* | provenance import -",
    ),
)
@click.option(
    "--input-format",
    type=click.Choice(["auto", "jsonl", "parquet"]),
    default="auto",
    show_default=True,
    help="What the input is; auto: told by the names of the files.",
)
@_place_options
@reading_options
def extract(
    source: str,
    target: str,
    input_format: str,
    form: str,
    parts: int | None,
    overwrite: bool,
    master: str | None,
    conf: dict[str, str],
    settings: Settings,
) -> None:
    """Write the claims of articles, as `extract` does, in the order of the input.

    The input is JSON Lines, or Parquet with the columns text, id, title, outlet, date and url. The readings go to
    FOLDER/outcome=read, what could not be read to FOLDER/outcome=failed, what a limit cut short to
    FOLDER/outcome=noticed. `import` loads the readings. Without --master, --jobs processes of this machine read.
    """
    from provenance.engines.spark_extract import Task, extract_on

    task = Task(source, target, input_format, form, overwrite, parts)
    with _session(master, conf, settings) as spark:
        read = extract_on(spark, task, settings, note)
    _tell_extracted(read, target)


def _tell_extracted(read: Extracted, target: str) -> None:
    for notice in read.notices:
        note(f"provenance: {notice}")
    failures = Failures()
    for failure in read.failures:
        failures.add(failure)
    note(f"{read.read} read, {read.failed} failed; written to {target}")
    if read.failed > len(read.failures):
        note(f"{read.failed - len(read.failures)} more failures are in {target}/outcome=failed")
    failures.leave()


@command(
    "match",
    examples_=(
        "provenance cluster match --input read --output related --jobs 4",
        "provenance cluster match --input hdfs:///read --output hdfs:///related --format parquet --master yarn",
        "jq -r 'select(.relation==\"contradicts\") | .a.text, .b.text' related/outcome=related/part-*",
    ),
)
@_place_options
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Without --master."
)
@comparing_options
def match(
    source: str,
    target: str,
    form: str,
    parts: int | None,
    overwrite: bool,
    master: str | None,
    conf: dict[str, str],
    jobs: int,
    settings: Settings,
) -> None:
    """Write the relations of all claims of an archive, as `match --all` finds them.

    The input is what `cluster extract` or `extract` wrote. The relations go to FOLDER/outcome=related, sorted by the
    ids of their claims; readings that are none to FOLDER/outcome=failed. A key that too many claims share is left out
    and told. Without --master, --jobs processes of this machine compare.
    """
    from provenance.engines.spark_match import Task, match_on

    task = Task(source, target, output_format=form, overwrite=overwrite, parts=parts)
    settings = replace(settings, jobs=jobs)
    with _session(master, conf, settings) as spark:
        matched = match_on(spark, task, settings, note)
    _tell_matched(matched, target)


def _tell_matched(matched: Matched, target: str) -> None:
    for each in matched.capped:
        note(
            f"left out: {each.keys} keys ({each.family}) that more than {each.most} claims share, the commonest "
            f"{each.claims}; {each.pairs} pairs share them, and are compared where another key finds them"
        )
    if matched.repeated:
        note(f"left out: {matched.repeated} readings of articles that were read before")
    failures = Failures()
    for failure in matched.failures:
        failures.add(failure)
    note(
        f"{matched.relations} relations of {matched.claims} claims of {matched.articles} articles; written to {target}"
    )
    failures.leave()


@contextmanager
def _session(master: str | None, conf: dict[str, str], settings: Settings) -> Iterator[Any]:
    """A session with a line of progress on stderr, where that is a terminal."""
    from provenance.engines.spark import Place, spark_at

    place = Place(master or f"local[{settings.jobs}]", conf)
    shown = sys.stderr.isatty() and not invocation().quiet
    line = _ProgressLine()
    with spark_at(place, line.show if shown else None) as spark:
        try:
            yield spark
        finally:
            line.clear()


class _ProgressLine:
    """One line that is written over; another thread writes it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._width = 0
        self._over = False

    def show(self, progress: Progress) -> None:
        lost = f", {progress.lost} lost and done again" if progress.lost else ""
        self._write(f"{progress.done} of {progress.tasks} parts of this step{lost}")

    def clear(self) -> None:
        with self._lock:
            self._over = True
            if self._width:
                click.echo(f"\r{' ' * self._width}\r", nl=False, err=True)

    def _write(self, text: str) -> None:
        with self._lock:
            if not self._over:
                click.echo(f"\r{text.ljust(self._width)}", nl=False, err=True)
                self._width = max(self._width, len(text))


for part in (extract, match):
    cluster.add_command(part)
