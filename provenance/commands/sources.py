"""sources: who is credited, and what people decided about who is who."""

from __future__ import annotations

import getpass

import click

from provenance.commands.console import Output, note
from provenance.commands.measured import measured
from provenance.commands.options import TABLE_FORMS, command, database_option, examples, limit_option, output_options
from provenance.errors import UsageError
from provenance.settings import Settings


class ListsByDefault(click.Group):
    """A group whose first command is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asks_for_help = args and args[0] in ctx.help_option_names
        if not args or (args[0].startswith("-") and not asks_for_help):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(
    "sources",
    short_help="List and show sources, and decide who is who",
    cls=ListsByDefault,
    epilog=examples(
        "provenance sources",
        'provenance sources show "Yonhap"',
        'provenance sources alias yonhap "YNA" --why "its own abbreviation"',
        'provenance sources merge "the harbour office" "Norvik harbour office"',
        'provenance sources unmerge "the harbour office"',
    ),
)
def sources() -> None:
    """List and show sources; say that a name is another's alias, or that two sources are one, and take it back.

    Without a command: list. What a person decides stands beside what the program found, with who and why.
    """


def user_name() -> str:
    """Return the name that the system has for whoever runs the program."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a container's user may have none
        raise UsageError("the system has no name for you", hint="give --by NAME") from error


by_option = click.option("--by", metavar="NAME", default=user_name, show_default="your user name", help="Who decides.")
why_option = click.option("--why", metavar="TEXT", help="The reason, kept with the decision.")


@command("list", examples_=("provenance sources list", "provenance sources list --csv -o sources.csv"))
@click.option("--all-versions", is_flag=True, help="Count claims of superseded versions of articles too.")
@limit_option("sources")
@database_option
@output_options(*TABLE_FORMS)
def list_(all_versions: bool, limit: int | None, settings: Settings, output: Output) -> None:
    """List who claims are credited to, with how often anywhere in a chain and how often as the last known origin.

    Unnamed people are not listed: two mentions of "an official" are not one source.
    """
    from itertools import islice

    from provenance.reports.listings import SOURCES
    from provenance.services.sources import list_sources

    listed = list_sources(settings, all_versions=all_versions)
    output.write_rows(SOURCES, measured(islice(listed, limit), "sources", settings))


@command("show", examples_=("provenance sources show TASS", "provenance sources show ТАСС --json"))
@click.argument("name")
@database_option
@output_options("table", "json", "jsonl")
def show(name: str, settings: Settings, output: Output) -> None:
    """Show what is known of a source: its names, kind, country and owner, its claims, and what people decided."""
    from provenance.reports.source_view import render_source
    from provenance.reports.tables import TableFormat
    from provenance.services.sources import show_source

    output.write([render_source(show_source(name, settings), TableFormat(output.form), output.screen)])


@command("alias", examples_=('provenance sources alias yonhap "YNA"',))
@click.argument("source")
@click.argument("alias")
@by_option
@why_option
@database_option
def alias(source: str, alias: str, by: str, why: str | None, settings: Settings) -> None:
    """Say that ALIAS is another name of SOURCE (a registry id or a name)."""
    from provenance.services.sources import add_alias

    decided = add_alias(source, alias, settings, by=by, why=why)
    note(f"{decided.alias} is now a name of {decided.source}")


@command("unalias", examples_=('provenance sources unalias "YNA"',))
@click.argument("alias")
@by_option
@database_option
def unalias(alias: str, by: str, settings: Settings) -> None:
    """Take back that ALIAS is another name of a source; the decision stays on record."""
    from provenance.services.sources import undo_alias

    decided = undo_alias(alias, settings, by=by)
    note(f"{decided.alias} is no longer a name of {decided.source}")


@command("merge", examples_=('provenance sources merge "the harbour office" "Norvik harbour office"',))
@click.argument("merged")
@click.argument("kept")
@by_option
@why_option
@database_option
def merge(merged: str, kept: str, by: str, why: str | None, settings: Settings) -> None:
    """Say that the source MERGED is the same as KEPT, whose name stays."""
    from provenance.services.sources import merge_sources

    decided = merge_sources(merged, kept, settings, by=by, why=why)
    note(f"{decided.merged} now counts as {decided.kept}")


@command("unmerge", examples_=('provenance sources unmerge "the harbour office"',))
@click.argument("merged")
@by_option
@database_option
def unmerge(merged: str, by: str, settings: Settings) -> None:
    """Take back that MERGED is the same as another source; the decision stays on record."""
    from provenance.services.sources import unmerge_sources

    decided = unmerge_sources(merged, settings, by=by)
    note(f"{decided.merged} is a source of its own again")


for part in (list_, show, alias, unalias, merge, unmerge):
    sources.add_command(part)
