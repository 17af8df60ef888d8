"""The command line: one file a command; `main` is the door of the installed program and of cli.py."""

from provenance.commands.program import main

__all__ = ["main"]
