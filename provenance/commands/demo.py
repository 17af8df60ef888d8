"""demo: the whole path on bundled samples, from articles to a report."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

import provenance
from provenance.commands.console import Output, note, watched
from provenance.commands.ingest import Tally
from provenance.commands.options import command, database_url, output_options
from provenance.errors import NotFound
from provenance.model.query import ClaimFilter
from provenance.settings import Settings

QUESTION = "Kim Jong Un and Vladimir Putin: who says that they meet on 25 April, and on whose word?"


LOOK_FURTHER = (
    "provenance claims --text vladivostok",
    "provenance relations --kind contradicts",
    "provenance sources",
)


@command(
    "demo",
    examples_=("provenance demo", "provenance demo --db demo.db", "provenance demo --format html -o demo.html"),
)
@click.option("--db", metavar="URL|FILE", help="Where to store them. Default: a new file in a temporary folder.")
@output_options("terminal", "md", "json", "jsonl", "csv", "html")
def demo(db: str | None, output: Output) -> None:
    """Read the bundled samples and report on one of their claims."""
    from provenance.ingest import GivenMetadata
    from provenance.reports import REPORTS
    from provenance.services.ingest import ingest_documents
    from provenance.services.report import build_report

    place = db or str(Path(tempfile.mkdtemp(prefix="provenance-demo-")) / "demo.db")
    settings, samples = Settings(database_url=database_url(place)), find_samples()
    note(f"reading {samples} into {place}")
    tally = Tally()
    for _ in tally.told(watched(ingest_documents([str(samples)], GivenMetadata(), settings), "ingesting", output)):
        pass
    tally.sum_up()
    note(QUESTION)
    note("")
    (form,) = (each for each in REPORTS if each.name == output.form)
    output.write([form.render(build_report(_claim_to_ask_about(settings), settings), output.screen)])
    note("")
    for line in LOOK_FURTHER:
        note(f"look further: {line} --db {place}")


def find_samples() -> Path:
    """Return the folder of samples: inside the package in a wheel, beside it in a checkout."""
    package = Path(provenance.__file__).parent
    for folder in (package / "samples", package.parent / "samples"):
        if folder.is_dir():
            return folder
    raise NotFound("the samples are not where they should be", where=str(package), hint="install the package again")


def _claim_to_ask_about(settings: Settings) -> str:
    """Return the id of the sample claim that the demo's question is about."""
    from provenance.services.claims import list_claims

    asked = ClaimFilter(outlet="Kommersant", text="25")
    found = next(iter(list_claims(asked, settings, limit=1)), None)
    if found is None:
        raise NotFound("the claim that the demo asks about is not in the samples", where=str(find_samples()))
    return found.id
