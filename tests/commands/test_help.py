"""Every command and option explains itself, and the examples are ones that work."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from provenance.commands.group import COMMANDS
from provenance.commands.group import provenance as program


def every_command() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(program, info_name="provenance")
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {part}", each) for part, each in command.commands.items())


each_command = pytest.mark.parametrize(
    ("name", "command"), [pytest.param(*each, id=each[0]) for each in every_command()]
)


def every_example() -> Iterator[str]:
    for command in (program, *(command for _, command in every_command())):
        for line in (command.epilog or "").splitlines():
            if "provenance" in line:
                yield line.strip()


@each_command
def test_a_command_says_what_it_does_and_shows_how(name: str, command: click.Command) -> None:
    assert command.help
    assert command.epilog
    assert f"provenance {name}" in command.epilog
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{name} {option.name}"
            assert option.help.endswith((".", ").")), f"{name} {option.name}: {option.help}"


@each_command
def test_every_command_takes_debug_and_quiet(name: str, command: click.Command) -> None:
    if not isinstance(command, click.Group):
        assert {"--debug", "--quiet"} <= {opt for param in command.params for opt in param.opts}


@pytest.mark.parametrize("line", list(every_example()))
def test_the_examples_are_understood(line: str) -> None:
    call = line.partition("    ")[0].partition("$(")[2].partition(")")[0] if "$(" in line else line.partition("    ")[0]
    for part in re.split(r"[|>]|&&", call):
        if "provenance" in part:
            parse(program, "provenance", shlex.split(part)[1:])


def parse(command: click.Command, name: str, arguments: list[str], parent: click.Context | None = None) -> None:
    """Parse the arguments as the program would, and run nothing."""
    context = command.make_context(name, list(arguments), parent=parent)
    if isinstance(command, click.Group):
        parts = command.list_commands(context)
        at = next((place for place, word in enumerate(arguments) if word in parts), None)
        if at is not None:
            part = command.get_command(context, arguments[at])
            assert part is not None
            parse(part, arguments[at], arguments[at + 1 :], context)
        else:
            assert command.name in ("sources", "events"), arguments  # which list where no command is named
