"""From arguments to an exit code: the one place where failures are told.

The exit codes: 0 done; 1 an input failed, or the program did; 2 usage; 3 nothing to measure; 4 not found; 5 integrity
failure; 6 a --fail-on gate was hit; 130 interrupted; 141 whoever read the output left.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from provenance.commands.console import Invocation, ReaderGone, tell
from provenance.commands.group import provenance
from provenance.errors import ProvenanceError

INTERRUPTED = 130  # 128 + SIGINT, as shells count
READER_GONE = 141  # 128 + SIGPIPE


def main() -> NoReturn:
    """Run the program on the command line's arguments and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the program, tell what failed in one line on stderr, and return the exit code."""
    invocation = Invocation()
    _open_what_is_closed()
    _write_what_cannot_be_encoded()
    try:
        return _invoke(arguments, invocation)
    except (ReaderGone, BrokenPipeError):
        _discard_output()
        return READER_GONE
    except (click.Abort, KeyboardInterrupt):
        tell("provenance: interrupted")
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:  # a group's name alone: its help is the answer
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        return _failed(_usage(error), error.exit_code, invocation)
    except ProvenanceError as error:
        return _failed(str(error), error.exit_code, invocation)
    except OSError as error:  # a full disk, a folder that may not be written
        return _failed(_system_failure(error), 1, invocation)
    except Exception as error:  # noqa: BLE001  the last catch: a defect of the program is told in one line too
        return _failed(f"{_defect(error)}; run it again with --debug to see where", 1, invocation)


def _invoke(arguments: Sequence[str], invocation: Invocation) -> int:
    result = provenance.main(args=list(arguments), prog_name="provenance", standalone_mode=False, obj=invocation)
    sys.stdout.flush()
    return result if isinstance(result, int) else 0


def _failed(line: str, exit_code: int, invocation: Invocation) -> int:
    if invocation.debug:
        traceback.print_exc()
    tell(f"provenance: error: {line}")
    return exit_code


def _usage(error: click.ClickException) -> str:
    """Return what is wrong with the arguments and where to read about them."""
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{message}; see: {context.command_path} --help" if context else message


def _system_failure(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def _defect(error: Exception) -> str:
    said = str(error)
    return f"unexpected {type(error).__name__}{f': {said}' if said else ''}"


def _open_what_is_closed() -> None:
    """A stream that the caller closed (`>&-`) is one that holds nothing and takes anything."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  until the process ends


def _write_what_cannot_be_encoded() -> None:
    """Let a terminal that cannot show a letter get its notation instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not complain when it closes stdout."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):  # not a real stream, as in tests
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
