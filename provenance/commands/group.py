"""The table of contents: which commands there are, each in its own file, loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from provenance import __version__
from provenance.commands.console import ReaderGone
from provenance.commands.options import DEBUG, QUIET, examples

COMMANDS = (  # in the order of work; the file of that name holds the command of that name
    "demo",
    "extract",
    "compare",
    "ingest",
    "match",
    "claims",
    "show",
    "report",
    "relations",
    "events",
    "articles",
    "sources",
    "factchecks",
    "import",
    "export",
    "eval",
    "cluster",
    "db",
)


class LazyGroup(click.Group):
    """A group that loads a command's file when the command is run or listed, and no other."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if cmd_name in ("import", "eval") else cmd_name  # words of the language
        command: click.Command = getattr(import_module(f"provenance.commands.{name}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:  # click would make it a failure
            raise ReaderGone from error


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        "provenance demo                               see what it does, on bundled samples",
        "provenance ingest articles/                   read articles into the database",
        "provenance claims --source Kommersant         what a source is credited with",
        "provenance report 4f9a21c0                    who corroborates a claim, who contradicts it",
        'provenance compare "…" "…"                    two sentences, without a database',
    ),
)
@click.version_option(__version__, prog_name="provenance")
def provenance() -> None:
    """Who says so: read news, split it into claims, and show who says each, on whose word, and who contradicts it.

    Data goes to stdout, everything else to stderr. Exit codes: 0 done, 1 an input failed, 2 usage, 3 nothing to
    measure, 4 not found, 5 integrity failure, 6 a --fail-on condition was met.
    """


provenance.params += [QUIET, DEBUG]
