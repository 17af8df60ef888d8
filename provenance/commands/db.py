"""db: the database itself."""

from __future__ import annotations

from dataclasses import asdict

import click

from provenance.commands.console import Output, note, tell
from provenance.commands.options import TABLE_FORMS, command, database_option, examples, output_options
from provenance.errors import IntegrityError
from provenance.settings import Settings


@click.group(
    "db",
    short_help="Look after the database",
    epilog=examples("provenance db check", "provenance db info --json", "rm $(provenance db path)"),
)
def db() -> None:
    """Look after the database: where it is, its version, whether it is sound."""


@command("path", examples_=("provenance db path", "cp $(provenance db path) backup.db"))
@database_option
def path(settings: Settings) -> None:
    """Print where the database is: the SQLite file, or the URL without its password."""
    from provenance.services.database import database_place

    click.echo(database_place(settings))


@command("info", examples_=("provenance db info", "provenance db info --json"))
@database_option
@output_options(*TABLE_FORMS)
def info(settings: Settings, output: Output) -> None:
    """Print the database's place, and how many articles, claims and relations it holds."""
    from provenance.reports.escaping import json_text
    from provenance.reports.listings import FACTS
    from provenance.services.database import count_rows, database_place

    facts = {"place": database_place(settings), **asdict(count_rows(settings))}
    if output.form in ("json", "jsonl"):
        output.write([f"{json_text(facts)}\n"])
    else:
        output.write_rows(FACTS, facts.items())


@command("upgrade", examples_=("provenance db upgrade --db old.db",))
@database_option
def upgrade(settings: Settings) -> None:
    """Bring the database to this program's version; every other command that opens it does so too."""
    from provenance.services.database import upgrade_database

    state = upgrade_database(settings)
    note(f"{state.place} is at revision {state.revision}")


@command("check", examples_=("provenance db check && echo sound",))
@database_option
def check(settings: Settings) -> None:
    """Check the file, its keys, the hashes of all texts and that every offset resolves; exit with code 5 if not."""
    from provenance.services.database import check_database, database_place

    problems = check_database(settings)
    for problem in problems:
        tell(f"provenance: {problem}")
    if problems:
        raise IntegrityError(
            f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} found",
            where=database_place(settings),
            hint="restore a copy, or export what is sound and import it into a new database",
        )
    note("sound")


for part in (path, info, upgrade, check):
    db.add_command(part)
